"""Fold spaces, for indexing: `使用 Python　3` → `使用Python 3`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import COMBINING, DIGIT, FULLWIDTH_ALNUM, HANGUL, LETTER, NUMBER, SPACE
from cleantext._frozen import frozen
from cleantext._layout.chars import run_of
from cleantext._rule import Edit, Effect, Example, Stage, Tier, pattern
from cleantext._text import Text

_RUN_RE = pattern(run_of(SPACE))
_WIDE_RE = pattern("[\u1100-\u11ff\u2e80-\u9fff\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff]")
_WORD_RE = pattern(f"[{LETTER}{HANGUL}{DIGIT}{NUMBER}{COMBINING}{FULLWIDTH_ALNUM}]")


@frozen
class FoldSpace:
    """Keep one space between two words of letters or digits, and delete all others; line feeds stay.

    Leaves alone: single spaces between words of Latin and other scripts that set their words apart.

    Source: the spaces between Han and Latin are a matter of typography, and so are those beside marks.
    """

    name: ClassVar = "fold-space"
    stage: ClassVar = Stage.VARIANTS
    tier: ClassVar = Tier.OPTION
    effect: ClassVar = Effect.SPACE
    after: ClassVar = ("fold-mark", "fold-width", "variation-selector")
    summary: ClassVar = "fold spaces to those between two words, for indexing"
    examples: ClassVar = (
        Example("使用 Python\u30003 ，高 田", "使用Python 3，高田"),
        Example("New York 2023", why="single spaces between words"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a run of spaces."""
        string = text.string
        edits: list[Edit] = []
        for run in _RUN_RE.finditer(string):
            start, end = run.span()
            is_kept = bool(start) and _is_word(string[start - 1]) and _is_word(string[end : end + 1])
            if run[0] != " " * is_kept:
                edits.append(Edit(start, end, " " * is_kept))
        return edits


def _is_word(character: str) -> bool:
    return bool(_WORD_RE.match(character)) and not _WIDE_RE.match(character)


RULE = FoldSpace()
