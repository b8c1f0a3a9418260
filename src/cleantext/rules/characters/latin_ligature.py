"""Take Latin ligatures apart: `oﬃce` → `office`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import LATIN
from cleantext._data.forms import LIGATURES
from cleantext._frozen import frozen
from cleantext._rule import Edit, Effect, Example, Stage, Tier, pattern
from cleantext._text import Text

_LIGATURES = frozenset(LIGATURES)
_LIGATURE_RE = pattern(f"[{''.join(LIGATURES)}]")
_WORD_RE = pattern(f"[{LATIN}{''.join(LIGATURES)}\u0300-\u036f\\-\u00ad\u2010\ufffe]")


@frozen
class LatinLigature:
    """Replace the ligatures ff, fi, fl, ffi, ffl and st by their letters.

    Leaves alone: a ligature that stands by itself (text about type shows it as an object), and `œ æ ʦ ʪ`, which are
    letters.

    Source: Unicode 15.0.0, U+FB00-FB06; fonts of PDF files whose ligatures have code points of their own.
    """

    name: ClassVar = "latin-ligature"
    stage: ClassVar = Stage.CHARACTERS
    tier: ClassVar = Tier.ALWAYS
    effect: ClassVar = Effect.FORM
    after: ClassVar = ("full-width-alnum", "invisible-character")
    signs: ClassVar = _LIGATURES
    summary: ClassVar = "replace Latin ligatures by their letters"
    examples: ClassVar = (
        Example("ﬁnal oﬃce", "final office"),
        Example("连字“ﬁ”", why="a ligature that is shown as an object"),
        Example("œuvre, æther, ʦ", why="letters, not ligatures"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a ligature."""
        string = text.string
        return [
            Edit(found.start(), found.end(), LIGATURES[found[0]])
            for found in _LIGATURE_RE.finditer(string)
            if _WORD_RE.match(string[found.start() - 1 : found.start()]) or _WORD_RE.match(string, found.end())
        ]


RULE = LatinLigature()
