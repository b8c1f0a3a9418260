"""Mark where a space between English words may have been dropped: `oftheworld`, `words,words`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._frozen import frozen
from cleantext._layout.protected import has_address, is_code
from cleantext._rule import Edit, Effect, Example, Form, Mark, Stage, Tier, pattern
from cleantext._text import Text

_WORD_RE = pattern("(?<![A-Za-z])[A-Za-z][a-z]{7,199}+(?![A-Za-z])")  # a longer run is no sentence
# `the` behind a word of relation stands in no English word.
_GLUED_RE = pattern("(?:of|to|and|for|with|by|from|that)the[a-z]{3}|[a-z]{2}(?:of|to|and|for|from)the$")
_MIN_LETTERS = 22  # no word of daily use has so many
_SEAM_RE = pattern("[a-z]{2}[,;!?][A-Za-z][a-z]")
_GATE_RE = pattern("[a-z]{8}|[a-z][,;!?][A-Za-z]")


@frozen
class MissingSpace:
    """Mark Latin words that seem to be several, and marks between English words without a space; nothing is inserted.

    A word seems to be several if it has 22 letters or more, or `ofthe` and the like inside it.

    Leaves alone: addresses, lines with marks of code, lines that mean something as lines; shorter words that are glued
    together, which only a dictionary could tell.

    Source: OCR engines drop spaces between English words of narrow lines.
    """

    name: ClassVar = "missing-space"
    stage: ClassVar = Stage.SPACING
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.SPACE
    signs: ClassVar[frozenset[str]] = frozenset()
    summary: ClassVar = "mark where OCR may have dropped a space between English words"
    examples: ClassVar = (
        Example("展览名为endoftheworld，副题Hello,world", marks=("endoftheworld", "lo,wo")),
        Example("internationalization, together, JavaScript", why="words"),
        Example("https://a.cn/endoftheworld", why="an address"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:  # noqa: ARG002
        """Return none: where the words end is not guessed."""
        return ()

    def notes(self, text: Text) -> Sequence[Mark]:
        """Return one mark a word or a mark between two words."""
        if not _GATE_RE.search(text.string):
            return ()
        marks: list[Mark] = []
        for number, (offset, line) in enumerate(text.lines()):
            if not _GATE_RE.search(line) or text.form(number) is Form.LINES or is_code(line) or has_address(line):
                continue
            found = [word.span() for word in _WORD_RE.finditer(line) if _is_glued(word[0])]
            found += [seam.span() for seam in _SEAM_RE.finditer(line)]
            marks += [Mark(offset + a, offset + b, "space that may be missing") for a, b in sorted(found)]
        return marks


def _is_glued(word: str) -> bool:
    return len(word) >= _MIN_LETTERS or bool(_GLUED_RE.search(word))


RULE = MissingSpace()
