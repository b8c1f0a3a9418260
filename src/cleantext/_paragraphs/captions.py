"""Seams within captions that end with who took the picture: narrow lines of one width, often without a mark."""

from collections.abc import Iterator
from typing import Final

from cleantext._layout.chars import BEGIN, END, STOPPED
from cleantext._layout.facts import HAS_MARK, Facts
from cleantext._layout.pattern import pattern
from cleantext._paragraphs.told import Lines

_TAKEN_RE: Final = pattern(
    "(?:(?<!拍)[摄攝]|(?<=[ 　。（(]..)[摄攝]影|(?<=[ 　。（(]...)[摄攝]影|供[图圖]|[资資]料[图圖照]片?|[华華]社[发發])"
    "(?: ?[）)])?[。 ]?$"
)
_ALONE_RE: Final = pattern(
    "[\u4e00-\u9fff]{2,4} ?(?:[摄攝]影?|供[图圖])|[新中][华華]?社[发發] ?[（(][^（）()]{2,8}[摄攝][）)]"
)
_NAMED_RE: Final = pattern(
    "[ 　。（(](?:[\u4e00-\u9fff]{2,4} ?(?:[摄攝]影?|供[图圖])|[资資]料[图圖照]片?|新[华華]社[发發])(?: ?[）)])?[。 ]?$"
)
_GOING_ON: Final = frozenset(
    END[name] for name in ("HAN", "COMMA", "PAUSE", "DIGIT", "LATIN", "OPEN", "BRACKET", "TITLE", "QUOTE")
)
_BYLINE: Final = BEGIN["BYLINE"]
_DATELINE: Final = BEGIN["DATELINE"]
_ITEMS: Final = frozenset((BEGIN["ITEM"], BEGIN["BULLET"]))
_BLOCK_BEGINS: Final = _ITEMS | {_BYLINE, _DATELINE}
_PICTURED_RE: Final = pattern("[图圖上下左右（(]")
_UNBROKEN: Final = frozenset(BEGIN[name] for name in ("BRACKET", "QUOTE", "TITLE", "DIGIT", "UPPER", "LOWER"))
_NO_START: Final = frozenset("，。、；：！？）”》」』")
RESTS: Final = frozenset(("片）", "图片）", "圖片）", "料图片）", "料圖片）", "图）", "圖）"))
"""What width leaves of `（资料图片）` for another line."""
_BRACKET: Final = END["BRACKET"]
_ENDED_RE: Final = pattern("[。！？][（(][^（）()。]{2,16}[）)]$")
_DAY_RE: Final = pattern("(?:[0-9]{1,2} ?月|[今昨近]) ?[0-9]{0,2} ?[日天]")
_ALIKE: Final = 1  # half em
_NARROWER: Final = 3  # half em
_MAX_LINES: Final = 8
_PAPERS: Final = frozenset("报報社网網刊")
_MAX_REST: Final = 4  # code points: `摄`, `兰 摄`


def caption_seams(credited: list[int], lines: Lines) -> Iterator[tuple[int, bool]]:
    """Yield such seams, as `certain_seams` does: of 123 on 388 pages all go on but one, before a byline.

    Behind the credit the caption ends: 171 of 171 where its line is not full, 29 of 32 where it is; there it must name
    who took the picture (16 of 16). `credited` are the places of the lines that end with a credit.

    >>> from cleantext._layout.facts import line_facts
    >>> page = ["市民在新落", "成的科技馆", "体验模拟", "高田 摄"]
    >>> lines = Lines(page, line_facts(page), [0, 0, 0], [10, 10, 10, 7], [(32,)] * 4, {0, 1, 2, 3})
    >>> list(caption_seams([3], lines))
    [(1, True), (2, True), (3, True)]
    """
    contents, facts, gaps, not_full = lines.contents, lines.facts, lines.gaps, lines.not_full
    for last in credited:
        credit = contents[last]
        if credit in RESTS and last:
            credit = contents[last - 1][-_MAX_REST:] + credit
        if not (_TAKEN_RE if last in not_full else _NAMED_RE).search(credit):
            continue
        if last < len(gaps):
            yield last + 1, False
        # `本报` / `记者 高田 摄`
        is_torn = facts[last].begin == _BYLINE and last > 0 and contents[last - 1][-1] in _PAPERS
        if (facts[last].begin in _BLOCK_BEGINS and not is_torn) or last not in not_full:
            continue
        if last and not gaps[last - 1] and facts[last - 1].end in STOPPED and _ALONE_RE.fullmatch(contents[last]):
            last -= 1  # who took the picture stands behind the end of a sentence
            first, is_begun = _first_line(last, lines)
            if first < last:
                yield last + 1, True
        else:
            first, is_begun = _first_line(last, lines)
        if 0 < first < last and is_begun:
            yield first, False
        yield from ((k, True) for k in range(first + 1, last + 1))


def _first_line(last: int, lines: Lines) -> tuple[int, bool]:
    """Return the place of the first line of a caption, and whether more than its width tells that it begins there."""
    contents, facts, widths = lines.contents, lines.facts, lines.widths
    first, width = last, 0
    while first and last - first < _MAX_LINES:
        k = first - 1
        fact = facts[k]
        if lines.gaps[k] or fact.end in STOPPED or fact.has_credit or fact.begin == _DATELINE:
            return first, True
        if not fact.shown & HAS_MARK and _DAY_RE.match(contents[first]):  # the picture's title, and when it was taken
            return first, True
        if fact.end not in _GOING_ON or fact.begin in _ITEMS:
            break
        if fact.end == _BRACKET and _ENDED_RE.search(contents[k]):  # a paragraph, and who wrote it
            return first, True
        if k not in lines.not_full and widths[k] >= max(lines.candidates[k]) - _NARROWER:
            break
        is_picture = fact.begin == _BYLINE and _PICTURED_RE.match(contents[k]) is not None  # `图为…`
        if fact.begin == _BYLINE and not is_picture:
            if k != last - 1 or len(contents[last]) > _MAX_REST:
                return first, True
            first = k  # `本报记者 姚佩` / `兰 摄` stands under the caption
            continue
        # a line may lack what the next one begins with and could not be broken
        below = _NARROWER if _holds_together(contents, facts, k + 1) else _ALIKE
        if not width and widths[k] < max(widths[last], widths[k + 1]) - below:
            break
        above = _NARROWER if k + 2 <= last and _holds_together(contents, facts, k + 2) else _ALIKE
        if width and not -below <= widths[k] - width <= above:
            break
        width = max(width, widths[k])
        first = k
        if is_picture:
            return first, True
    return first, False


def _holds_together(contents: list[str], facts: list[Facts], place: int) -> bool:
    """Tell whether a line begins with what is not broken: a word, a number, a mark that opens, a Han with its mark."""
    return facts[place].begin in _UNBROKEN or contents[place][1:2] in _NO_START
