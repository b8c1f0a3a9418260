"""Write digits that an engine read as letters as digits: `l月` → `1月`, `2O23年` → `2023年`."""

import re
from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import DIGIT, LATIN
from cleantext._frozen import frozen
from cleantext._layout.protected import form_spans, has_address, is_code, lines_with
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

# What it begins with comes first, as the engine looks ahead for that only.
_TOKEN_RE = pattern(f"[0-9lIO](?<![{LATIN}{DIGIT}./:_+-].)[0-9lIO]{{0,3}}(?=[月日年时時分%％])")
# Such a token before a character beyond ASCII, or a per cent sign.
_GATES = {letter: re.compile(rb"%b(?<![A-Za-z./:_+-].)[0-9lIO]{0,3}[?%%]" % letter.encode("ascii")) for letter in "lIO"}
_LETTER_RE = pattern("[lIO]")
_DIGIT = str.maketrans("lIO", "110")
# Behind a month in prose; `图I月球`, `I月台` are none.
_MONTH_END_RE = pattern("[0-9lIO份底初中末上下起至到以之，。、；：！？）”》—~～－-]|\\Z|[\n\f]")
_CLOCK_RE = pattern("[日号號午晨晚间間夜时時点點至到—~～－-]")


@frozen
class MisreadDigit:
    """Replace `l`, `I` and `O` in the number of a date, a time of day or a percentage by `1` and `0`.

    The number that comes out must be one that its unit has: months to 12, days to 31, years from 1800 to 2099.

    Leaves alone: Latin words and what stands beside a Latin letter, litres (`1l日常`), signs and formulas (`O3日均值`),
    numbers without a unit, code, and lines that mean something as lines.

    Source: OCR engines.
    """

    name: ClassVar = "misread-digit"
    stage: ClassVar = Stage.PUNCTUATION
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.SCRIPT
    signs: ClassVar = frozenset(_GATES)
    summary: ClassVar = "write l, I and O in dates, times and percentages as digits"
    examples: ClassVar = (
        Example("2O23年l月I5日，增长1O%", "2023年1月15日，增长10%"),
        Example("O3日均值，每天1l日常饮水，图I月球", why="a formula, a litre, a figure"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a digit."""
        string = text.string
        if not any(letter in text.signs and gate_re.search(text.ascii) for letter, gate_re in _GATES.items()):
            return ()
        edits: list[Edit] = []
        for start, end in form_spans(text, Form.COLUMNS, Form.FLOWING):
            places = [token.start() for token in _TOKEN_RE.finditer(string, start, end)]
            for line_start, line_end in lines_with(places, string, start, end):
                line = string[line_start:line_end]
                if not is_code(line) and not has_address(line):
                    edits += _line_edits(line, line_start)
        return edits


def _line_edits(line: str, offset: int) -> list[Edit]:
    """Return the edits of one line, which begins at `offset`."""
    return [
        Edit(offset + letter.start(), offset + letter.end(), letter[0].translate(_DIGIT))
        for token in _TOKEN_RE.finditer(line)
        if _is_number(line, token.start(), token.end())
        for letter in _LETTER_RE.finditer(line, *token.span())
    ]


def _is_number(line: str, start: int, end: int) -> bool:
    token, unit = line[start:end], line[end]
    letters = len(_LETTER_RE.findall(token))
    before = line[start - 1 : start]
    if not letters or (letters == len(token) and len(token) > 1) or before == " ":
        return False
    value = int(token.translate(_DIGIT))
    is_first = token[0] in "lIO"
    if unit == "月":
        return 1 <= value <= 12 and token[0] != "O" and bool(before == "年" or _MONTH_END_RE.match(line, end + 1))
    if unit == "日":
        # Without a month only what begins with a digit, and does not end in a litre.
        return 1 <= value <= 31 and (before == "月" or (not is_first and token[-1] != "l"))
    if unit == "年":
        return 1800 <= value <= 2099 and len(token) == 4 and token[0] != "O"
    if unit in "时時":
        return value <= 24 and not is_first and (token[-1] != "l" or bool(_CLOCK_RE.match(before)))
    if unit == "分":
        return value <= 59 and len(token) == 2 and before in ("时", "時", "点", "點")
    return not is_first and token[-1] != "l"


RULE = MisreadDigit()
