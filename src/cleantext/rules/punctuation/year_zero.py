"""Write the zero of a year in Chinese numerals as `〇`: `二O二三年` → `二〇二三年`."""

import re
from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import DIGIT, LATIN
from cleantext._frozen import frozen
from cleantext._rule import Edit, Effect, Example, Stage, Tier, pattern
from cleantext._text import Text

_NUMERAL = "一二三四五六七八九〇零"
_ZERO = "0０OＯoОΟ○◯"  # also Cyrillic O, Greek omicron, two circles
_ZERO_RE = pattern(f"[{_ZERO}]")
_ZEROS = frozenset(_ZERO) - set("0oO")
_GATE_RE = pattern(f"[{_ZERO[1:]}](?<=[{_NUMERAL}].)")
_DIGIT_GATE_RE = pattern(f"0(?<=[{_NUMERAL}].)")  # found by its first sign, much sooner than one of a set
# Letters behind a character beyond ASCII; a pattern that begins with one sign finds it much sooner than a set.
_LETTERS = {"o": re.compile(rb"o(?<=\?o)"), "O": re.compile(rb"O(?<=\?O)")}
_LETTER_RE = pattern(f"[oO](?<=[{_NUMERAL}].)")
# Two to four signs that begin with a numeral and end before 年; the zero is no longer the end of a word or number.
_YEAR_RE = pattern(
    f"[一二三四五六七八九](?<![{_NUMERAL}{_ZERO}十百千万萬亿億两兩{LATIN}{DIGIT}].)[{_NUMERAL}{_ZERO}]{{1,3}}年"
)


@frozen
class YearZero:
    """Replace an `O`, `0` or circle among the Chinese numerals of a year by `〇`.

    Leaves alone: circles and letters elsewhere (`X光`, `○一年`), numbers without 年, product codes, a year that has
    ASCII digits or Latin letters before it.

    Source: GB/T 15835-2011, 5.2.3: the zero of a year in Chinese numerals is 〇; OCR engines, and pages typed before
    the sign was in the fonts.
    """

    name: ClassVar = "year-zero"
    stage: ClassVar = Stage.PUNCTUATION
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.SCRIPT
    signs: ClassVar = frozenset(_ZERO)
    summary: ClassVar = "write the zero of a year in Chinese numerals as 〇"
    examples: ClassVar = (
        Example("二O二三年，一九九○年代", "二〇二三年，一九九〇年代"),
        Example("X光，一○五室，○一年来", why="no years"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a zero."""
        string = text.string
        has_digit = "0" in text.signs and _DIGIT_GATE_RE.search(string) is not None
        if not has_digit and not (text.has_any(_ZEROS) and _GATE_RE.search(string)):
            signs = text.signs
            if not any(letter in signs and letter_re.search(text.ascii) for letter, letter_re in _LETTERS.items()):
                return ()
            if not _LETTER_RE.search(string):
                return ()
        return [
            Edit(zero.start(), zero.end(), "〇")
            for year in _YEAR_RE.finditer(string)
            for zero in _ZERO_RE.finditer(string, *year.span())
        ]


RULE = YearZero()
