"""Fold capital letters, for indexing: `Python` → `python`, `Straße` → `strasse`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import FULLWIDTH_ALNUM, LETTER
from cleantext._frozen import frozen
from cleantext._rule import Edit, Effect, Example, Stage, Tier, pattern
from cleantext._text import Text

# Case folding of a character is the same in every Unicode version that has the character, and these are letters of the
# pinned one; so `str.casefold` gives the same in every Python, as a test sees to.
_LETTER_RE = pattern(f"[{LETTER}{FULLWIDTH_ALNUM}]")


@frozen
class FoldCase:
    """Replace each letter by its folding: capitals by small letters, `ß` by `ss`.

    Leaves alone: letters without case, accents, circled letters and Roman numerals.

    Source: Unicode 15.0.0, CaseFolding.txt, full folding.
    """

    name: ClassVar = "fold-case"
    stage: ClassVar = Stage.VARIANTS
    tier: ClassVar = Tier.OPTION
    effect: ClassVar = Effect.SCRIPT
    summary: ClassVar = "fold capital letters, for indexing"
    examples: ClassVar = (
        Example("使用Python，Straße", "使用python，strasse"),
        Example("é ñ 中 ア Ⅳ", why="small letters, letters without case"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a letter, so that offsets stay exact."""
        folded = {c: c.casefold() for c in set(text.string) if c != c.casefold() and _LETTER_RE.match(c)}
        if not folded:
            return ()
        return [Edit(at, at + 1, folded[c]) for at, c in enumerate(text.string) if c in folded]


RULE = FoldCase()
