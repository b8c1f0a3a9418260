"""Set the brackets of Chinese text full-width: `(新区街道宣)` → `（新区街道宣）`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import LATIN
from cleantext._frozen import frozen
from cleantext._layout.chars import BEYOND_ASCII, is_han_or_kana, is_wide
from cleantext._layout.protected import form_spans, is_code, lines_with, prefers_full_width
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

_OPENING_RE, _CLOSING_RE = pattern("\\("), pattern("\\)")  # two passes for one sign each take less than one for both
_BRACKET_RE = pattern("[()（）]")
_LATIN_RE = pattern(f"[{LATIN}0-9_]")
_ENDS = frozenset(",;:!?.(")
_NEEDLESS_RE = pattern(f" (?!本[报報]|[记記]者|通[讯訊]|[摄攝]){BEYOND_ASCII}")  # a credit keeps its space
_RUNNING_RE = pattern("[，。、；！？,;!?]")
_MAX_CHARS = 200  # between two brackets; Chinese notes are shorter, and the bound keeps nested brackets cheap


@frozen
class HalfWidthBracket:
    """Replace ASCII round brackets that hold or, in columns, follow Chinese text by full-width ones, in pairs.

    Leaves alone: brackets of calls and formulas (`f(x)`), of English sentences, of links and code; a bracket without a
    partner; lines that mean something as lines; in flowing text a page whose author writes ASCII marks beside Han, and
    brackets that hold Latin only.

    Source: GB/T 15834-2011, 4.9; seed page 003, OCR engines.
    """

    name: ClassVar = "half-width-bracket"
    stage: ClassVar = Stage.PUNCTUATION
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.MARK
    after: ClassVar = ("straight-quote",)
    signs: ClassVar = frozenset("()")
    summary: ClassVar = "replace ASCII round brackets of Chinese text by full-width ones"
    examples: ClassVar = (
        Example("一，二，三，四，五，六，七。(新区街道宣)", "一，二，三，四，五，六，七。（新区街道宣）"),
        Example("本报讯 (记者 王哲) 今年", "本报讯（记者 王哲）今年", form=Form.COLUMNS),
        Example(
            "Homebrew(家酿)是，不可变的(immutable)。", "Homebrew（家酿）是，不可变的（immutable）。", form=Form.COLUMNS
        ),
        Example("姓名(必填) 电话(必填)", "姓名（必填） 电话（必填）", form=Form.COLUMNS),
        Example("the tones (平上去入) of 粤语", form=Form.COLUMNS, why="an English sentence"),
        Example("函数f(x)，调用 run(a)。", form=Form.COLUMNS, why="calls"),
        Example("(新区街道宣", form=Form.COLUMNS, why="a bracket without a partner"),
        Example("说,好,(又)说,行", why="the author of this page writes ASCII marks"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return two edits a pair."""
        string = text.string
        edits: list[Edit] = []
        for form in (Form.COLUMNS, Form.FLOWING):
            spans = form_spans(text, form)
            if form is Form.FLOWING and not (spans and prefers_full_width(string, spans)):
                continue
            for start, end in spans:
                places = sorted(
                    bracket.start()
                    for sign_re in (_OPENING_RE, _CLOSING_RE)
                    for bracket in sign_re.finditer(string, start, end)
                )
                for line_start, line_end in lines_with(places, string, start, end):
                    line = string[line_start:line_end]
                    if form is Form.COLUMNS:
                        edits += _column_edits(line, line_start)
                    elif not is_code(line):
                        edits += [
                            Edit(line_start + at, line_start + at + 1, "（" if line[at] == "(" else "）")
                            for pair in _pairs(line)
                            if _holds_han(line, *pair)
                            for at in pair
                            if line[at] in "()"
                        ]
        return sorted(edits)


def _pairs(line: str) -> list[tuple[int, int]]:
    """Return the offsets of brackets that belong together, at least one of them ASCII."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for bracket in _BRACKET_RE.finditer(line):
        if bracket[0] in "(（":
            opened.append(bracket.start())
        elif opened:
            pair = opened.pop(), bracket.start()
            if pair[1] - pair[0] <= _MAX_CHARS and (line[pair[0]] == "(" or bracket[0] == ")"):
                pairs.append(pair)
    return pairs


def _holds_han(line: str, opening: int, closing: int) -> bool:
    held, before = line[opening + 1 : closing], line[max(0, opening - 2) : opening]
    if held.isascii() or not any(map(is_han_or_kana, held)) or before.endswith("]"):
        return False
    if _LATIN_RE.match(before[-1:]):
        # A Chinese gloss of a Latin word, and not the argument of a call.
        return is_han_or_kana(held[0]) and is_han_or_kana(held[-1]) and _ends(line, closing + 1)
    # `the tones (平上去入)` is a gloss in an English sentence.
    return not (before.endswith(" ") and _LATIN_RE.match(before))


def _follows_han(line: str, opening: int, closing: int) -> bool:
    holds = line[opening + 1 : closing].strip(" ")
    return bool(holds) and opening > 0 and is_han_or_kana(line[opening - 1]) and _ends(line, closing + 1)


def _ends(line: str, at: int) -> bool:
    """Tell whether the line ends at this offset, or goes on with Chinese text or a mark."""
    return at == len(line) or line[at] in _ENDS or is_wide(line[at])


def _column_edits(line: str, offset: int) -> list[Edit]:
    """Return the edits of one line of a column, where the spaces beside the brackets go too; it begins at `offset`."""
    edits: list[Edit] = []
    pairs = _pairs(line)
    is_list = len(pairs) > 1 and not _RUNNING_RE.search(line)  # the spaces part its items
    for opening, closing in pairs:
        if not (_holds_han(line, opening, closing) or _follows_han(line, opening, closing)):
            continue
        if line[opening] == "(":
            start = opening - (opening > 1 and line[opening - 1] == " " and is_wide(line[opening - 2]))
            end = opening + 1 + (line[opening + 1] == " ")
            edits.append(Edit(offset + start, offset + end, "（"))
        if line[closing] == ")":
            start = closing - (line[closing - 1] == " ")
            is_needless = not is_list and _NEEDLESS_RE.match(line, closing + 1) and is_wide(line[closing + 2])
            end = closing + 1 + bool(is_needless)
            edits.append(Edit(offset + start, offset + end, "）"))
    return edits


RULE = HalfWidthBracket()
