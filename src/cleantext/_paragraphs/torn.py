"""Seams within what the end of a line tore: a word with its hyphen, an address, a number, a range, a date."""

import re
from collections.abc import Iterator
from typing import Final

from cleantext._layout.chars import BEGIN, DASHES, END, last_class
from cleantext._layout.pattern import pattern
from cleantext._paragraphs.told import Lines

_COLON: Final = END["COLON"]
_DIGIT: Final = END["DIGIT"]
_WORD: Final = frozenset(END[name] for name in ("LATIN", "DIGIT"))
_WORDS: Final = frozenset(BEGIN[name] for name in ("UPPER", "LOWER", "DIGIT"))
MIN_WORDS: Final = 3
"""Lines of one Latin word each: fewer show nothing."""
_WORDS_RE: Final = pattern(rf"\n(?:[A-Za-z][A-Za-z'’-]{{0,20}}[,.;:]?\n){{{MIN_WORDS},}}")
_ADDRESS_RE: Final = pattern(  # up to a mark of its own, and what goes on behind it
    r"(?:://|www\.|@)[0-9A-Za-z./@_?=&%#~+-]*[./@_?=&%#-]\n(?=[a-z])(?!https?:|www\.|[0-9a-z._-]+@)"
)
_VOLUME_RE: Final = pattern(
    "\\n(?:(?:19|20)[0-9]{2}[，,] ?)?[0-9]{0,3} ?[（(][0-9]{1,2}[）)] ?[:：] ?[0-9]{1,4} ?[-–—~] ?[0-9]"
)
_DAY_RE: Final = pattern("月\\n[0-9]{1,2} ?日 ?[电電讯訊](?![影視视话話])")  # 3 日电影节 is none
_TIME_RE: Final = pattern("(?:^|[^0-9])[0-2]?[0-9][：:]$")  # and its minutes
_MINUTES_RE: Final = pattern("[0-5][0-9](?![0-9])")
_BRACKET_RE: Final = pattern("\\([^()\\n]{0,30}[^()\\n\\x00-\\x7f]\\n[^()\\n]{0,20}\\)")
_POINT_RE: Final = pattern("[^0-9.][0-9]{1,4}\\.\\Z")  # a share goes on behind its point
_SHARE_RE: Final = pattern("[0-9]{1,2}(?:[%％万萬亿億]|[个個]百分[点點])")
_NUMBER_RE: Final = pattern("[0-9][0-9-]{6,}(?![0-9年月日])")
_REACHED_RE: Final = pattern("(?:电话|電話|热线|熱線|传真|傳真|邮编|郵編|手机|手機|QQ|微信)[：:]$")
# a dash and a number, or a hyphen between two years or times: `-5℃` and the number of a page (`- 5 -`) are none
_RANGE_RE: Final = pattern(
    rf"[{DASHES}]{{1,2}}[0-9](?![0-9]* ?[{DASHES}]\Z)|-(?:[0-9]{{4}}(?![0-9])|[0-9]{{1,2}}[:：])"
)
_BEFORE_HYPHEN_RE: Final = pattern(r"(?<![0-9])[0-9]{4}\Z|[:：][0-9]{2}\Z")
_RANGE_ENDS: Final = DASHES + "-~～－"
_RANGES: Final = frozenset(_RANGE_ENDS)


def torn_word(lines: Lines, k: int, found: list[tuple[int, bool]]) -> None:
    """Add the seam behind a line that ends with the hyphen of a word or number."""
    content = lines.contents[k]
    if k == len(lines.gaps) or lines.gaps[k] or len(content) == 1 or last_class(content[-2]) not in _WORD:
        return
    if lines.facts[k + 1].begin in _WORDS:
        found.append((k + 1, True))


def torn_addresses(text: str, contents: list[str], gaps: list[int]) -> Iterator[tuple[int, bool]]:
    r"""Yield the seams within addresses, behind one of their marks; all of 17 go on. `text` is all lines.

    >>> list(torn_addresses("报名邮箱：ab@jiang.\nexample.com。", ["报名邮箱：ab@jiang.", "example.com。"], [0]))
    [(1, True)]
    >>> list(torn_addresses("http://a.cn/\nhttp://b.cn/", ["http://a.cn/", "http://b.cn/"], [0]))
    []
    """
    if "@" not in text and "://" not in text and "www." not in text:
        return
    for k, _ in _found(_ADDRESS_RE, text):
        if not gaps[k] and not (contents[k][-1] == "/" and contents[k].isascii()):  # a list of addresses
            yield k + 1, True


def torn_references(text: str, gaps: list[int]) -> Iterator[tuple[int, bool]]:
    r"""Yield the seams before the volume and pages of an article that is cited; `text` is all lines.

    >>> list(torn_references("法学论坛[J]．研究，2020，\n27（11）：58-66．", [0]))
    [(1, True)]
    """
    if "J]" not in text and "J］" not in text:
        return
    for k, _ in _found(_VOLUME_RE, text):
        if gaps[k] <= 1:
            yield k + 1, True


def torn_titles(firsts: str, contents: list[str], gaps: list[int]) -> Iterator[tuple[int, bool]]:
    """Yield the seams within a row of titles, two of which stand in one line; `firsts` begin the lines.

    >>> lines = ["《家》《春》", "《秋》"]
    >>> list(torn_titles("《《", lines, [0])), list(torn_titles("《《", lines[1:] * 2, [0]))
    ([(1, True)], [])
    """
    at = firsts.find("《", 1)
    while at >= 0:
        before = contents[at - 1]
        if before[-1] == "》" and not gaps[at - 1] and ("》《" in before or "》《" in contents[at]):
            yield at, True
        at = firsts.find("《", at + 1)


def torn_brackets(text: str, gaps: list[int]) -> Iterator[tuple[int, bool]]:
    r"""Yield the seams within brackets of ASCII that hold Chinese text; `text` is all lines.

    >>> list(torn_brackets("(融媒体 王明 通讯员\n李丽)", [1])), list(torn_brackets("f(a\nb)", [0]))
    ([(1, True)], [])
    """
    if "(" in text:
        for k, _ in _found(_BRACKET_RE, text):
            if gaps[k] <= 1:
                yield k + 1, True


def torn_datelines(text: str) -> Iterator[tuple[int, bool]]:
    r"""Yield the seams within the date of a dateline; `text` is all lines.

    >>> list(torn_datelines("新 华 社 北 京 1 月\n23 日电（记者")), list(torn_datelines("大事记 12 月\n3 日 晴"))
    ([(1, True)], [])
    """
    if "月\n" not in text:
        return
    for k, _ in _found(_DAY_RE, text):
        yield k + 1, True


def torn_words(text: str, contents: list[str]) -> Iterator[tuple[int, bool]]:
    r"""Yield the seams between Latin words that stand in lines of their own, where wide gaps broke a line of English.

    Three words at least, most of which begin with a small letter, stand behind a line that ends with one. Blank lines
    between them say nothing. `text` is all lines.

    >>> lines = ["to illustrate", "the", "phonetic", "relations", "between characters"]
    >>> list(torn_words("\n".join(lines), lines))
    [(1, True), (2, True), (3, True), (4, True)]
    """
    for k, run in _found(_WORDS_RE, f"\n{text}\n"):
        words = contents[k : k + run[0].count("\n") - 1]
        if 2 * sum(["a" <= word[0] <= "z" for word in words]) < len(words) or not (
            k > 0 and "a" <= contents[k - 1][-1:] <= "z"
        ):
            continue
        end = k + len(words)
        goes_on = end < len(contents) and "a" <= contents[end][:1].lower() <= "z"
        yield from ((place, True) for place in range(k, end + goes_on))


def _found(sought: pattern, text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield each place of a pattern, with the number of line feeds before it."""
    number = counted = 0
    for match in sought.finditer(text):
        number += text.count("\n", counted, match.start())
        counted = match.start()
        yield number, match


def torn_number(lines: Lines, k: int, found: list[tuple[int, bool]]) -> None:
    """Add the seam before a line that begins with the rest of a number or a range; of 23 ranges all go on."""
    content, before = lines.contents[k], lines.contents[k - 1]
    is_behind_colon = lines.facts[k - 1].end == _COLON
    if is_behind_colon and _NUMBER_RE.match(content) and _REACHED_RE.search(before):
        found.append((k, True))
    if lines.gaps[k - 1]:
        return
    if is_behind_colon and _MINUTES_RE.match(content) and _TIME_RE.search(before):  # `10：` / `00各一班`
        found.append((k, True))
    last = before[-1]
    if last == "." and k - 1 not in lines.not_full and _POINT_RE.search(before) and _SHARE_RE.match(content):
        found.append((k, True))
    if last in _RANGES and "0" <= before.rstrip(_RANGE_ENDS)[-1:] <= "9":
        found.append((k, True))


def torn_range(lines: Lines, k: int, found: list[tuple[int, bool]]) -> None:
    """Add the seam before a line that begins with the dash of a range."""
    content = lines.contents[k]
    if lines.gaps[k - 1] or lines.facts[k - 1].end != _DIGIT or not _RANGE_RE.match(content):
        return
    if content[0] != "-" or _BEFORE_HYPHEN_RE.search(lines.contents[k - 1]):
        found.append((k, True))
