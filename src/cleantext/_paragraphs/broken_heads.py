"""Headlines and titles that were broken by width: which line without a mark goes on in the next one."""

from collections.abc import Iterator
from typing import Final

from cleantext._layout.chars import BEGIN, BULLETS, COMMA_ENDS, END, STOPPED, is_han
from cleantext._layout.facts import HAS_MARK, STOPS, Facts
from cleantext._layout.pattern import pattern
from cleantext._layout.words import APART, OFTEN, together
from cleantext._layout.writers import names_who

_HAN, _DIGIT = END["HAN"], END["DIGIT"]
_B_DIGIT: Final = BEGIN["DIGIT"]
_BYLINE, _ITEM = BEGIN["BYLINE"], BEGIN["ITEM"]
_NO_HEAD_ENDS: Final = STOPPED | COMMA_ENDS
_BEHIND_HEADS: Final = frozenset(BEGIN[name] for name in ("BYLINE", "DATELINE", "DASH"))
_SHORTER: Final = 4  # code points
_MAX_HEAD: Final = 24  # as many; heads of pages are longer
_TITLE_RE: Final = pattern(
    "(?:通知|通告|公告|决定|決定|命令|意见|意見|批复|批復|函|报告|報告|办法|辦法|规定|規定|规则|規則|细则|細則|条例|條例|解释|解釋|安排"
    "|方案|答复|答復|议案|議案|决议|決議|纪要|紀要|纪录|紀錄|记录|記錄)$"
)
_ISSUED_RE: Final = pattern(
    "[府室厅廳会會院局部委办辦署处處省市县縣区區司]([关關][于於])"
)  # who issued it, and what of
_SENTENCE_RE: Final = pattern("[，。；！？：]")
_CHAPTER_RE: Final = pattern(
    "第(?:[一二三四五六七八九十百零〇]{1,6}|[0-9]{1,3})[回囘][ \u3000]+"
    "([\u4e00-\u9fff]{4,11})[ \u3000]+([\u4e00-\u9fff]{1,10})"
)
_MIN_HEAD: Final = 14  # half em; lines of a list are narrower
_MIN_CUT_HEAD: Final = 10  # half em; names and times are narrower
_HEAD_BEGINS: Final = frozenset(BEGIN[name] for name in ("HAN", "QUOTE", "TITLE"))
_NEEDS_MORE: Final = frozenset("在的与與和及或把被将將对對从從向让讓使以于於并並而但给給到为為每近逾超至")
_HAN_NUMERALS: Final = frozenset("一二三四五六七八九十")
_NEEDS_OBJECT: Final = frozenset(
    (
        *("成为", "成為", "变成", "變成", "走进", "走進", "迎来", "迎來", "推进", "推進", "打造", "助力"),
        *("关于", "關於", "以及", "为了", "為了"),
        *("送到", "达到", "達到", "看到", "走到", "降到", "升到", "遇到", "受到", "做到", "得到", "找到", "回到"),
    )
)
_UNIT_RE: Final = pattern("[亿億万萬]?(?:元|[吨噸亩畝人户戶]|公里)|[亿億万萬]")  # behind a number
_OF: Final = frozenset("的与與和及")  # a name may end so, set above another one
_MIN_LONG: Final = 8  # code points
_MAX_BARE: Final = 7  # lines without a mark; of verse there are more
_MAX_BARE_IN_WORD: Final = 5
_BEFORE_PAPER: Final = BULLETS + " 　"
_PAPER_BEGINS: Final = ("本", "新")
_MAX_HEADS: Final = 5  # lines


def is_title(content: str, following: str) -> bool:
    """Tell whether two lines are the title of an official paper (`关于…` `…的通知`): who issues it is named."""
    return (
        _ISSUED_RE.search(content) is not None
        and "关于" not in following
        and "關於" not in following
        and _TITLE_RE.search(following) is not None
        and not _TITLE_RE.search(content)
        and not _SENTENCE_RE.search(content)
        and not _SENTENCE_RE.search(following)
    )


def broken_heads(
    contents: list[str], facts: list[Facts], gaps: list[int], widths: list[int], others: list[int]
) -> Iterator[int]:
    """Yield the places of lines without a mark that cannot end, among few such lines: headlines go on there.

    Such a line ends within a word, in one that needs another (`在`, `的`), or before a single Han. The next line is
    hardly wider. Of 19 seams within a word behind lines that are not full all go on, of 66 behind such a word and of 43
    before a Han alone all but three, the title of a poem or tale.
    """
    bare = [k for k in others if not facts[k].shown & HAS_MARK]
    for k in sorted({*bare, *[place - 1 for place in bare if place]}):
        if (
            k < len(gaps)
            and (facts[k].end == _HAN or (facts[k].end == _DIGIT and _UNIT_RE.match(contents[k + 1])))
            and not (facts[k].shown | facts[k + 1].shown) & HAS_MARK
            and (facts[k + 1].begin in _HEAD_BEGINS or (facts[k + 1].begin == _B_DIGIT and _needs_more(contents[k])))
            and widths[k + 1] - 2 <= widths[k] >= _MIN_CUT_HEAD
            and (
                _bare_lines(facts, k) <= _most_bare(contents[k], contents[k + 1], gaps[k])
                or _is_rest(k, contents, facts, gaps)
            )
        ):
            yield k


def _most_bare(head: str, following: str, gap: int) -> int:
    """Return among how many lines without a mark, side by side, one needs the next line: 0 where it may end.

    A blank line between them parts most others.
    """
    last, first = head[-1], following[0]
    if _needs_more(head) and following not in _HAN_NUMERALS:
        return _MAX_BARE if not gap or (gap == 1 and last not in _OF and len(head) >= _MIN_LONG) else 0
    if gap:
        return 0
    if "0" <= last <= "9":
        return _MAX_BARE
    if len(following) == 1:
        return 0 if first in _HAN_NUMERALS else _MAX_BARE
    return _MAX_BARE_IN_WORD if together(last, first) == OFTEN and 2 * len(head) >= _MIN_HEAD else 0


def _needs_more(head: str) -> bool:
    last = head[-1]
    return (last in _NEEDS_MORE and together(head[-2], last) != OFTEN) or head[-2:] in _NEEDS_OBJECT


def _is_rest(place: int, contents: list[str], facts: list[Facts], gaps: list[int]) -> bool:
    """Tell whether the line behind a headline is half as long, and who wrote it or its subtitle follows.

    Of 20 such lines all are the rest of the headline; of 24 that are longer, 16 are blocks.
    """
    head, rest = contents[place], contents[place + 1]
    return (
        not gaps[place]
        and place + 2 < len(facts)
        and facts[place + 2].begin in _BEHIND_HEADS
        and facts[place].begin != _BYLINE
        and " " not in rest
        and facts[place + 1].end == _HAN
        and 1 < len(rest) <= min(len(head) // 2, len(head) - _SHORTER)
        and len(head) <= _MAX_HEAD
    )


def heads_apart(contents: list[str], facts: list[Facts], widths: list[int]) -> Iterator[int]:
    """Yield the places of lines behind which one of several headlines ends: before who wrote the text, where and when.

    No paragraph ends without a stop, so that few such lines before a byline are headlines, though one may be as wide as
    a column. One goes on that needs more, where a word is torn or the next line is much shorter: of 371 others 330 are
    blocks, and nothing shows which of the others are not.
    """
    for k in [k for k, fact in enumerate(facts) if fact.begin in _BEHIND_HEADS]:
        first = k
        while first and k - first < _MAX_HEADS and _may_be_head(facts[first - 1]):
            first -= 1
        if k - first > 1 and (facts[k].begin != _BYLINE or _is_byline(contents[k])):
            for place in range(first, k - 1):
                if _is_whole(contents[place], contents[place + 1], widths[place + 1] > widths[place] + 2):
                    yield place


def _may_be_head(fact: Facts) -> bool:
    if fact.inside == STOPS or fact.opened or fact.has_credit:
        return False
    return fact.end not in _NO_HEAD_ENDS and fact.begin != _ITEM and fact.begin not in _BEHIND_HEADS


def _is_byline(content: str) -> bool:
    return content.lstrip(_BEFORE_PAPER)[:1] in _PAPER_BEGINS or names_who(content)


def _is_whole(head: str, following: str, is_wider: bool) -> bool:
    return (
        2 * len(following) > len(head)
        and (is_wider or not _needs_more(head))
        and together(head[-1], following[0]) == APART
    )


def _bare_lines(facts: list[Facts], place: int) -> int:
    """Return how many lines without a mark stand there side by side, one more than `_MAX_BARE` at most."""
    first = end = place
    while first and place - first <= _MAX_BARE and not facts[first - 1].shown & HAS_MARK:
        first -= 1
    while end < len(facts) and end - first <= _MAX_BARE and not facts[end].shown & HAS_MARK:
        end += 1
    return end - first


def is_second_half(contents: list[str]) -> bool:
    """Tell whether the second of two lines is what the title of a chapter lacks, whose halves have one length.

    >>> is_second_half(["第一回　土不制水歷年成患　風能鼓浪到", "處可危"])
    True
    """
    title = _CHAPTER_RE.fullmatch(contents[0])
    return title is not None and len(title[1]) - len(title[2]) == len(contents[1]) and all(map(is_han, contents[1]))
