"""Spans of a text that a rule may enter, and places that it may not: code, markup, addresses of the web."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from cleantext._data.classes import CJK_MARK, HAN, KANA
from cleantext._layout.chars import is_han
from cleantext._layout.cues import begin_cue
from cleantext._layout.facts import SPACES
from cleantext._layout.forms import Form, stretches_of
from cleantext._layout.lines import Layout
from cleantext._layout.pattern import pattern

__all__ = [
    "LABEL_ENDS",
    "form_spans",
    "has_address",
    "is_address",
    "is_code",
    "lines_with",
    "parts_label",
    "prefers_full_width",
]

_BESIDE_HAN_RE: Final = pattern(f"[,;:!?()](?:(?<=[{HAN}{KANA}{CJK_MARK}\"'].)|(?=[{HAN}{KANA}{CJK_MARK}\"']))")
_MIN_FULL_MARKS: Final = (
    3  # for each ASCII mark beside Han; the clean texts that mix both have 0 to 1.3 or more than 50
)
_CODE_MARKS: Final = "`{}\\$<>|=#*_~^@[]"
# The next ones are looked for where each string between straight quotes has been made one quote.
_STRING_RE: Final = pattern('"[^"\n]*+"')
_CALL_RE: Final = pattern("[A-Za-z_]\\(")
_ARGUMENT_RE: Final = pattern('[(,] ?" ?[),]')
_VALUE_RE: Final = pattern(
    '[0-9A-Za-z_]\\("'  # info("…
    '|\\A[ \t]*(?:- )?(?:" ?: ?(?:"|-?[0-9][0-9.]*+|true|false|null)|[0-9a-z_][0-9A-Za-z_.-]*+ ?: ?")(?:,| *\\Z)'
    '|\\A[ \t]*\\(?"(?:(?:, ?")++\\)?,?|\\)?,) *\\Z'  # "…", "…"
    '|\\A[ \t]*[a-z]++ "[;,]?\\Z'  # return "…"
    '|\\A[ \t]*"(?: ")++,\\Z'  # "…" "…",
    """|\\A[.'][A-Z][A-Za-z]{0,2} """  # a macro of roff
    '|\\Amsg(?:id|str|ctxt)(?:_plural|\\[[0-9]\\])? "'  # gettext
)
_FIELD: Final = '(?:"|[^",，。！？\n]*+)'
_ROW_RE: Final = pattern(f"\\A{_FIELD}(?:,{_FIELD}){{2,}}+\\Z")
_PLAIN_FIELD_RE: Final = pattern("(?:\\A|,)[0-9A-Za-z_.:/+-]++(?:,|\\Z)")
_SAID_RE: Final = pattern("[说說道问問答喊叫](?:,|\\Z)")
_ADDRESS_SIGNS: Final = ("://", "www.", "@")
LABEL_ENDS: Final = frozenset("编編章节節条條款回")
"""What the label of an item of a law or book ends with."""
_LABEL_RE: Final = pattern("第 ?[一二三四五六七八九十百千零〇0-9]{1,6} ?[编編章节節条條款回]")
_MAX_LABEL: Final = 12  # characters, with the indent before them
_MAX_WORD: Final = 5  # of a heading or speaker in the line of its text
_MAX_ADDRESS: Final = 200  # characters; a longer run of characters without a space is no address


class _Lined(Protocol):
    """What `form_spans` needs to know of a text."""

    @property
    def string(self) -> str: ...
    @property
    def layout(self) -> Layout: ...
    @property
    def origins(self) -> Sequence[int] | None: ...
    @property
    def signs(self) -> frozenset[str]: ...
    def starts(self) -> list[int]: ...


def form_spans(text: _Lined, *forms: Form) -> list[tuple[int, int]]:
    """Return the spans (code points, end exclusive) of the neighbouring lines that stand in one of these forms.

    A span ends before the line feed of its last line, or at the end of the text; the empty list if there is none.

    >>> from cleantext._text import Text
    >>> form_spans(Text("一"), *Form)
    [(0, 1)]
    """
    layout, size = text.layout, len(text.string)
    if (only := layout.only_form) is not None:  # most pages: no need to know which line is which
        return [(0, size)] if only in forms else []
    if (origins := text.origins) is None:
        stretches, count = layout.stretches(forms), len(layout.contents)
    else:
        found = layout.forms
        stretches, count = stretches_of([found[line] for line in origins], forms), len(origins)
    if stretches in ([], [(0, count)]):
        return [(0, size)] if stretches else []
    starts = text.starts()
    return [(starts[first], starts[end] - 1 if end < count else size) for first, end in stretches]


def lines_with(places: Sequence[int], string: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    r"""Yield the span (code points, end exclusive) of each line of `string[start:end]` that holds one of these offsets.

    `places` are sorted. Every line comes once, so that the work of a rule stays linear on one long line.

    >>> list(lines_with([1, 2, 9], "abc\nabc\nabc", 0, 11))
    [(0, 3), (8, 11)]
    """
    line_end = start
    for place in places:
        if place < line_end:
            continue
        line_start = max(start, string.rfind("\n", line_end, place) + 1)
        line_end = string.find("\n", place, end)
        if line_end < 0:
            line_end = end
        yield line_start, line_end


def is_code(line: str) -> bool:
    """Tell whether a line of flowing text has a mark of code or markup, or its straight quotes hold values of data.

    Chinese prose has next to none of these marks.

    >>> is_code("使用 `fn` 声明,"), is_code("东昌府讯(记者 王哲)")
    (True, False)
    >>> is_code('msg("处理中")'), is_code('1,张三,"好,行"'), is_code('他说,"好",然后走了')
    (True, True, False)
    """
    return any(mark in line for mark in _CODE_MARKS) or ('"' in line and _has_value(line))


def _has_value(line: str) -> bool:
    """Tell whether a string in straight quotes is an argument, a value with its key, or a field beside plain ones."""
    if '"""' in line:
        return True
    strings = _STRING_RE.sub('"', line)
    if _VALUE_RE.search(strings) or (_CALL_RE.search(strings) and _ARGUMENT_RE.search(strings)):
        return True
    is_row = _ROW_RE.match(strings) is not None and _PLAIN_FIELD_RE.search(strings) is not None
    return is_row and not _SAID_RE.search(strings)


def parts_label(text: _Lined, start: int, at: int) -> bool:
    """Tell whether the space at this offset parts what the line from `start` on begins with from its text.

    That is the label of an item (`第三条 市容`), or a word that the raw page set apart by U+3000 (`闸北火警 昨夜`), but
    for datelines and bylines, which have rules of their own. For texts whose lines are those of the raw page.

    >>> from cleantext._text import Text
    >>> parts_label(Text("第三条 市容"), 0, 3), parts_label(Text("闸北火警 昨夜"), 0, 4)
    (True, False)
    """
    if at - start > _MAX_LABEL:
        return False
    word = text.string[start:at].strip(SPACES)
    if _LABEL_RE.fullmatch(word):
        return True
    # no edit takes a sign out of the set
    if not 0 < len(word) <= _MAX_WORD or "\u3000" not in text.signs or not all(map(is_han, word)):
        return False
    raw = text.layout.contents[bisect_right(text.starts(), start) - 1]
    return raw.startswith("\u3000", len(word)) and begin_cue(raw, text.layout.own) < 0


def has_address(line: str) -> bool:
    """Tell whether a line has the sign of an address of the web or of mail.

    >>> has_address("见https://a.cn/云:易"), has_address("见a.cn,查询")
    (True, False)
    """
    return any(sign in line for sign in _ADDRESS_SIGNS)


def is_address(string: str, at: int) -> bool:
    """Tell whether an offset lies in an address of the web or of mail, which may have Han characters in its path.

    >>> is_address("见https://a.cn/云:易", 14), is_address("见a.cn,查询", 5)
    (True, False)
    """
    word = string[max(0, at - _MAX_ADDRESS) : at]
    return has_address(word) and has_address(word[max(map(word.rfind, " \n\u3000，。、；：！？（）“”《》")) + 1 :])


def prefers_full_width(string: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the Chinese sentences of these spans have full-width marks, but for a few.

    Where they have not, ASCII marks are the author's habit.

    >>> prefers_full_width("一，二，三，(四", [(0, 8)]), prefers_full_width("一,二,三", [(0, 5)])
    (True, False)
    """
    full = sum(string.count(mark, start, end) for start, end in spans for mark in "，；！？（")
    return full >= _MIN_FULL_MARKS * sum(len(_BESIDE_HAN_RE.findall(string, start, end)) for start, end in spans)
