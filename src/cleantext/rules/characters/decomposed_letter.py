"""Put a letter and its accent together: `a` + U+030C → `ǎ`, as in pinyin."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import HAN
from cleantext._data.forms import COMPOSE
from cleantext._frozen import frozen
from cleantext._rule import Edit, Effect, Example, Mark, Stage, Tier, pattern
from cleantext._text import Text

_ACCENTS = frozenset(pair[1] for pair in COMPOSE)
_LETTER_RE = pattern(f"[{''.join(sorted({pair[0] for pair in COMPOSE}))}][{''.join(sorted(_ACCENTS))}]+")
_NOISE_RE = pattern(f"(?<=[{HAN}])[{''.join(sorted(_ACCENTS))}]+")
_MAX_ACCENTS = 3  # no letter of a language has more; what has is an ornament


@frozen
class DecomposedLetter:
    """Replace a Latin, Greek or Cyrillic letter and the accents behind it by the one character that stands for them.

    An accent behind a Han character is noise, which cannot be repaired: it is marked.

    Leaves alone: an accent that does not belong to such a letter, accents that have no composed form, and letters with
    more than three accents.

    Source: Unicode 15.0.0, the canonical compositions of UnicodeData.txt; pinyin in text layers.
    """

    name: ClassVar = "decomposed-letter"
    stage: ClassVar = Stage.CHARACTERS
    tier: ClassVar = Tier.ALWAYS
    effect: ClassVar = Effect.FORM
    after: ClassVar = ("full-width-alnum", "invisible-character", "latin-ligature")
    signs: ClassVar = _ACCENTS
    summary: ClassVar = "replace a letter and its accents by the one character that stands for them"
    examples: ClassVar = (
        Example("ha\u030co", "hǎo"),
        Example("nu\u0308\u030c", "nǚ"),
        Example("好\u030c", marks=("\u030c",), why="noise behind a Han character"),
        Example("x\u030c", why="a pair without a composed form"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a letter."""
        string = text.string
        edits: list[Edit] = []
        for letter in _LETTER_RE.finditer(string):
            composed, accents = letter[0][0], letter[0][1:]
            if len(accents) > _MAX_ACCENTS:
                continue
            while accents and composed + accents[0] in COMPOSE:
                composed, accents = COMPOSE[composed + accents[0]], accents[1:]
            if len(accents) < len(letter[0]) - 1:
                edits.append(Edit(letter.start(), letter.end() - len(accents), composed))
        return edits

    def notes(self, text: Text) -> Sequence[Mark]:
        """Return one mark a run of accents behind a Han character."""
        if not text.has_any(_ACCENTS):
            return ()
        runs = _NOISE_RE.finditer(text.string)
        return [Mark(run.start(), run.end(), "accent behind a Han character", len(run[0])) for run in runs]


RULE = DecomposedLetter()
