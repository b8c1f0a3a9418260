"""Make curly quotes of straight ones: `"云时代"` → `“云时代”`."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from cleantext._data.classes import DIGIT, LATIN, SPACE
from cleantext._frozen import frozen
from cleantext._layout.chars import WIDE_CLOSING, WIDE_OPENING, WIDE_POINTS, is_han_or_kana, is_wide
from cleantext._layout.protected import form_spans, is_code, lines_with
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

_QUOTE_RE = pattern('"')
_ITEM_RE = pattern('[ \\t]*"[^"]*+"[ \\t]*\\Z')
_STRING_ENDS = ('",\n', '\\n"\n', 'msgid ""\n', 'msgstr ""\n')  # a comma, an escaped line feed
_MARKS = frozenset("\n\f,;:!?()")
_NO_START_RE = pattern(f"[{SPACE}{WIDE_POINTS}{WIDE_CLOSING},;:!?)]")
_NO_END_RE = pattern(f"[{SPACE}：{WIDE_OPENING}:(]")
_SAYS_RE = pattern("[他她我你们們][说說道问問]\\Z")  # behind it a quotation begins: it is inside another one
_DIGIT_RE = pattern(f"[{DIGIT}{LATIN}]")
_CODE_RE = pattern(r"[^0-9A-Za-zÀ-ɏ]|.*(?:[/\\=_<>{}$|*;:]| -)")  # a path, an option, a value


@frozen
class StraightQuote:
    """Replace the straight double quotes of a paragraph by `“` and `”` where each pair holds or touches Chinese text.

    A pair that touches it holds Latin words or numbers.

    Leaves alone: a paragraph in which one quote has no partner or one pair does not look like a quotation (inches,
    quotes inside quotes, paths and options), lines with marks of code, arguments, values and fields of data, and pages
    that quote with `「 」`.

    Source: GB/T 15834-2011, 4.8; measured on whole paragraphs, after lines have been joined.
    """

    name: ClassVar = "straight-quote"
    stage: ClassVar = Stage.PUNCTUATION
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.MARK
    signs: ClassVar = frozenset('"')
    summary: ClassVar = "replace straight quotes by curly ones"
    examples: ClassVar = (
        Example('进入"云时代"，打造"小易"', "进入“云时代”，打造“小易”"),
        Example('他说"好', why="a quote without a partner"),
        Example('55"电视和65"电视', why="inches"),
        Example('放在"/var/log"下，加上"-M do"', why="a path, an option"),
        Example('家里装了"Wi-Fi"，还有"小易 5.0"和"C++"。', "家里装了“Wi-Fi”，还有“小易 5.0”和“C++”。"),
        Example('print("你好")  # `"`', why="code"),
        Example('msg("错误:未找到文件,请重试")', why="an argument"),
        Example('1,张三,"好,行"', why="a field of data"),
        Example('.SH "描述"', why="a macro of roff"),
        Example('msgid "描述"', why="a message of gettext"),
        Example('msgid ""\n"描述\\n"\n"要建立它吗？"', why="a message of gettext in several strings"),
        Example('"苹果" "香蕉",', why="strings of code"),
        Example('他说,"好",然后走了', "他说,“好”,然后走了"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return two edits a quotation."""
        string = text.string
        if "「" in string and "“" not in string:
            return ()
        edits: list[Edit] = []
        for start, end in form_spans(text, Form.COLUMNS, Form.FLOWING):
            places = [quote.start() for quote in _QUOTE_RE.finditer(string, start, end)]
            for line_start, line_end in lines_with(places, string, start, end):
                line = string[line_start:line_end]
                quotes = [quote.start() for quote in _QUOTE_RE.finditer(line)]
                if len(quotes) % 2 or is_code(line) or _ends_list(string, line_start, line):
                    continue
                if all(map(partial(_is_quotation, line), quotes[::2], quotes[1::2])):
                    edits += [
                        Edit(line_start + at, line_start + at + 1, "”" if i % 2 else "“") for i, at in enumerate(quotes)
                    ]
        return edits


def _ends_list(string: str, line_start: int, line: str) -> bool:
    """Tell whether a line is one string, and the line before it one with its comma, or part of a message of gettext."""
    is_behind = any(string.endswith(end, 0, line_start) for end in _STRING_ENDS)
    return is_behind and _ITEM_RE.match(line) is not None


def _is_quotation(line: str, opening: int, closing: int) -> bool:
    quoted = line[opening + 1 : closing]
    if not quoted or _NO_START_RE.match(quoted) or _NO_END_RE.match(quoted[-1]) or _SAYS_RE.search(quoted[-2:]):
        return False
    before = line[opening - 1 : opening]
    if _DIGIT_RE.match(before):
        return False
    if not quoted.isascii() and any(map(is_han_or_kana, quoted)):
        return True
    behind = line[closing + 1 : closing + 2]
    if _CODE_RE.match(quoted):
        return False
    return bool(before) and is_han_or_kana(before) and (not behind or behind in _MARKS or is_wide(behind))


RULE = StraightQuote()
