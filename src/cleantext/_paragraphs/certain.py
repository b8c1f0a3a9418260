"""Seams of which there is no doubt, whatever the widths of their lines say."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import eq, itemgetter
from typing import Final

from cleantext._layout.chars import BEGIN, END, STOPPED, is_han
from cleantext._layout.cues import names_who
from cleantext._layout.facts import HAS_MARK, STOPS, Facts
from cleantext._layout.pattern import pattern
from cleantext._layout.words import OFTEN, together
from cleantext._paragraphs.beginnings import begun_seams
from cleantext._paragraphs.families import WEAK_ENDS
from cleantext._paragraphs.habits import set_apart_by_blanks
from cleantext._paragraphs.labelled import labelled

_HAN: Final = END["HAN"]
_B_HAN: Final = BEGIN["HAN"]
_BYLINE: Final = BEGIN["BYLINE"]
_ITEM: Final = BEGIN["ITEM"]
_COLON: Final = END["COLON"]
_MIN_LISTED: Final = 5  # lines without a mark
_LATIN: Final = frozenset(BEGIN[name] for name in ("UPPER", "LOWER"))
_MAX_LISTED: Final = 12  # half em
_MIN_BESIDE: Final = 2 * _MAX_LISTED  # half em, of the column; lines beside a picture may be narrow too
_MAX_ALIKE: Final = 0.5  # of the items of a list have one width; lines of a narrow column mostly have
_GLYPH: Final = 2  # half em
_SUBHEAD_BEGINS: Final = frozenset(BEGIN[name] for name in ("HAN", "ITEM", "BULLET"))
_TEXT_BEGINS: Final = frozenset(
    BEGIN[name] for name in ("HAN", "DIGIT", "ITEM", "BULLET", "BRACKET", "BYLINE", "DATELINE")
)
_MAX_SUBHEAD: Final = 0.66  # of the column's width
_NEARLY: Final = 4  # half em
_FIRST: Final = 6  # half em that a first line may be narrower, where marks were squeezed too
_WIDER: Final = 8  # half em
_MAX_HEADS: Final = 4  # lines of headlines side by side
_ALIKE: Final = b"\1" * 2  # seams side by side
_ALIKE_RE: Final = re.compile(_ALIKE + b"+")
_first_of: Final = itemgetter(0)
_MIN_HEAD: Final = 14  # half em; lines of a list are narrower
_MAX_BARE: Final = 5  # lines without a mark; of verse there are more
_DAY_RE: Final = pattern(  # of a diary, with its weather
    "[一二三四五六七八九十正腊臘冬]{1,2}月(?:初[一二三四五六七八九十]|[一二三四五六七八九十廿卅]{1,3})日?"
    "(?:[ \u3000]+(?:星期|礼拜|禮拜)[一二三四五六日天])?"
    "(?:[ \u3000]+[晴阴陰雨雪雾霧风風多大中小暴雷][\u4e00-\u9fff \u3000]{0,9})?"
)
_MIN_DAYS: Final = 2
_TITLE_RE: Final = pattern(
    "(?:通知|通告|公告|决定|決定|命令|意见|意見|批复|批復|函|报告|報告|办法|辦法|规定|規定|规则|規則|细则|細則|条例|條例|解释|解釋|安排"
    "|方案|答复|答復|议案|議案|决议|決議|纪要|紀要|纪录|紀錄|记录|記錄)$"
)
_ISSUED_RE: Final = pattern(
    "[府室厅廳会會院局部委办辦署处處省市县縣区區司]([关關][于於])"
)  # who issued it, and what of
_TITLE_ENDS: Final = frozenset("知告定令见見复復函法规規则則例释釋排案议議要录錄")
_SENTENCE_RE: Final = pattern("[，。；！？：]")
_NOTICE_RE: Final = pattern("[\u4e00-\u9fff]{2,6}(?:启事|啟事|声明|聲明|公告|通告|通知|讣告|訃告)")
_CHAPTER_RE: Final = pattern(
    "第(?:[一二三四五六七八九十百零〇]{1,6}|[0-9]{1,3})[回囘][ \u3000]+"
    "([\u4e00-\u9fff]{4,11})[ \u3000]+([\u4e00-\u9fff]{1,10})"
)


def certain_seams(
    contents: list[str],
    facts: list[Facts],
    gaps: list[int],
    widths: list[int],
    candidates: list[tuple[int, ...]],
    others: list[int],
) -> list[tuple[int, bool]]:
    """Return seams of which there is no doubt: the place of the line behind each, and whether the block goes on there.

    A jump line that stands alone is a block, as are who reports from where and a line of names before a full one; a
    dateline begins one, as do a byline behind a short line, a speech behind another one, a line whose label counts on
    from the item before, each line of a list (short, without marks, of many widths), of a notice or a calendar, each
    speech of a talk, what follows a subhead, a line wider than all columns behind headlines, what stands behind a blank
    line that ends paragraphs all over the page, three lines that begin and end alike, and a glyph alone behind the end
    of a sentence.

    A line that begins with a mark which cannot begin one, with no blank line before it, goes on, as do one that closes
    what the line before left open, a quotation behind the colon of a full line, a closing quote alone, a word from its
    hyphen, the title of an official paper, that of a chapter, and a headline that ends within a word. `begun_seams` and
    `labelled` say more of those by how lines begin.

    Args:
        contents: the lines, none of which is blank, without the white space at their ends.
        facts: of each.
        gaps: the number of blank lines after each but the last.
        widths: half em.
        candidates: the widths that the column of each may have.
        others: the places of the lines that are not full.

    >>> from cleantext._layout.facts import line_facts
    >>> lines = ["十九、萝卜切块", "二十、羊排切好", "，备用", "（上接3版）", "（一）盐", "（三）糖"]
    >>> certain_seams(lines, line_facts(lines), [0] * 5, [14] * 6, [(20,)] * 6, list(range(6)))
    [(1, False), (2, True), (3, False), (4, False)]
    """
    low: list[int] = []
    wide: list[int] = []
    titled: list[int] = []
    for k in others:
        if contents[k][-1] in _TITLE_ENDS:
            titled.append(k)
        width, column = widths[k], candidates[k][0]
        if width < _MAX_SUBHEAD * column or width <= _MAX_LISTED:
            low.append(k)
        elif width > column + _WIDER:
            wide.append(k)
    not_full = set(others)
    found = [*_listed(facts, widths, candidates, low), *labelled(contents, facts, not_full)]
    found += [(k, True) for k in titled if k and not gaps[k - 1] and _is_title(contents[k - 1], contents[k])]
    found += [(k, False) for k in wide if k and _had_no_room(k, facts, widths, candidates)]
    found += [(k + 1, False) for k in set_apart_by_blanks(widths, facts, gaps, candidates)]
    for k in _subheads(facts, widths, candidates, low):
        found.append((k + 1, False))
        if k and _ends_before_head(contents[k - 1], facts[k - 1], contents[k]):
            found.append((k, False))
    for k in _addresses(contents, facts, widths, candidates, low):
        found.append((k + 1, False))
        # a line as wide as a first one goes on: `今年的主要目` / `标是：`
        is_head = k > 0 and widths[k - 1] < candidates[k - 1][0] - _FIRST and _stand_behind_a_sentence(facts, k)
        if k and (facts[k - 1].end in STOPPED or is_head):
            found.append((k, False))
    found += [(k, True) for k in low if contents[k - 1][0] == "第" and k and _is_second_half(contents[k - 1 : k + 1])]
    found += [(k + 1, True) for k in _broken_heads(contents, facts, gaps, widths, others)]
    found += [(k, False) for k in _alike(contents)]
    days = [k for k in low if "月" in contents[k][1:3] and _DAY_RE.fullmatch(contents[k])]
    if len(days) >= _MIN_DAYS:
        found += [(place, False) for k in days for place in (k, k + 1)]
    # a glyph without a mark ends no paragraph: behind the end of a sentence it is a numeral, or dirt that OCR read
    glyphs = [k for k in low if widths[k] <= _GLYPH and k and facts[k].end == _HAN]
    found += [(k, False) for k in glyphs if facts[k - 1].end in STOPPED]
    return found + begun_seams(contents, facts, gaps, widths, candidates, not_full)


def _alike(contents: list[str]) -> list[int]:
    """Return the places of lines that begin and end as the one before them does, three and more in a row.

    So do those of lists: all of 100 such seams on 437 pages lie between two blocks.
    """
    begins = list(map(_first_of, contents))
    if _ALIKE not in bytes(map(eq, begins, begins[1:])):
        return []
    ends = [content[0] + content[-1] if len(content) > _GLYPH else place for place, content in enumerate(contents)]
    runs = [run.span() for run in _ALIKE_RE.finditer(bytes(map(eq, ends, ends[1:])))]
    return [k + 1 for first, end in runs for k in range(first, end)]


def _is_title(content: str, following: str) -> bool:
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


def _broken_heads(
    contents: list[str], facts: list[Facts], gaps: list[int], widths: list[int], others: list[int]
) -> Iterator[int]:
    """Yield the places of lines without a mark that end within a word, among few such lines: headlines go on there.

    The next line is hardly wider. Of 19 such seams behind lines that are not full all go on.
    """
    for k in others[:-1] if others and others[-1] == len(gaps) else others:
        if (
            not (facts[k].shown | facts[k + 1].shown) & HAS_MARK
            and not gaps[k]
            and facts[k].end == _HAN
            and facts[k + 1].begin == _B_HAN
            and max(_MIN_HEAD, widths[k + 1] - 2) <= widths[k]
            and together(contents[k][-1], contents[k + 1][0]) == OFTEN
            and _bare_lines(facts, k) <= _MAX_BARE
        ):
            yield k


def _bare_lines(facts: list[Facts], place: int) -> int:
    """Return how many lines without a mark stand there side by side, one more than `_MAX_BARE` at most."""
    first = end = place
    while first and place - first <= _MAX_BARE and not facts[first - 1].shown & HAS_MARK:
        first -= 1
    while end < len(facts) and end - first <= _MAX_BARE and not facts[end].shown & HAS_MARK:
        end += 1
    return end - first


def _is_second_half(contents: list[str]) -> bool:
    """Tell whether the second of two lines is what the title of a chapter lacks, whose halves have one length.

    >>> _is_second_half(["第一回　土不制水歷年成患　風能鼓浪到", "處可危"])
    True
    """
    title = _CHAPTER_RE.fullmatch(contents[0])
    return title is not None and len(title[1]) - len(title[2]) == len(contents[1]) and all(map(is_han, contents[1]))


def _addresses(
    contents: list[str], facts: list[Facts], widths: list[int], candidates: list[tuple[int, ...]], low: list[int]
) -> Iterator[int]:
    """Yield the places of short lines of Han with a colon at their end (`编辑同志：`) before a full line or an item.

    Behind all of 56 such lines a block begins.
    """
    for k in low:
        if facts[k].end != _COLON or k + 1 == len(facts) or not all(map(is_han, contents[k][:-1])):
            continue
        begin, width, columns = facts[k + 1].begin, widths[k + 1], candidates[k + 1]
        if begin == _ITEM or (begin == _B_HAN and _fills(width, columns)):
            yield k


def _stand_behind_a_sentence(facts: list[Facts], place: int) -> bool:
    """Tell whether lines without marks stand before a line, and before them the page begins, or a sentence ends."""
    first = place
    while first and place - first < _MAX_HEADS and not facts[first - 1].shown & HAS_MARK:
        first -= 1
    return first < place and (not first or facts[first - 1].end in STOPPED)


def _fills(width: int, columns: tuple[int, ...]) -> bool:
    """Tell whether a line is as wide as one of some columns, or narrower by an indent; or wider than the likeliest."""
    return width >= columns[0] - _NEARLY or any(-_NEARLY <= width - other <= 2 for other in columns)


def _ends_before_head(content: str, fact: Facts, head: str) -> bool:
    """Tell whether a block ends with a line before a subhead: a sentence does there, or it says who wrote the text.

    The head of a notice stands behind other lines too.
    """
    if fact.end in STOPPED or (fact.begin == _BYLINE and names_who(content)):
        return True
    return _NOTICE_RE.fullmatch(head) is not None and content[-1] not in WEAK_ENDS


def _subheads(
    facts: list[Facts], widths: list[int], candidates: list[tuple[int, ...]], low: list[int]
) -> Iterator[int]:
    """Yield the places of lines that are much too short to go on: no mark at their end, nothing open, a full line next.

    Of 757 such lines on 285 pages two go on; of those that begin or end with a mark, or before a title or Latin word,
    many do, torn off. Behind the end of a sentence they begin a block too, as all of 209 do.
    """
    last = len(facts) - 1
    for k in low:
        fact = facts[k]
        if k == last or fact.end != _HAN or fact.begin not in _SUBHEAD_BEGINS or fact.opened or fact.closed:
            continue
        column = min(*candidates[k], *candidates[k + 1])
        if facts[k + 1].begin not in _TEXT_BEGINS or widths[k] >= _MAX_SUBHEAD * column:
            continue
        if _fills(widths[k + 1], candidates[k + 1]):
            yield k


def _had_no_room(k: int, facts: list[Facts], widths: list[int], candidates: list[tuple[int, ...]]) -> bool:
    """Tell whether headlines stand before a line that is wider than any column near them: they end there.

    A line with a stop inside may be wide because something was put behind the end of a paragraph.
    """
    if facts[k].inside == STOPS or widths[k] <= max(widths[k - 1], *candidates[k]) + _WIDER:
        return False
    return _stand_behind_a_sentence(facts, k)


def _listed(
    facts: list[Facts], widths: list[int], candidates: list[tuple[int, ...]], low: list[int]
) -> Iterator[tuple[int, bool]]:
    """Yield the seams between the items of lists: five lines or more that are short, have no marks and many widths."""
    short = [
        k for k in low if widths[k] <= _MAX_LISTED and not facts[k].shown & HAS_MARK and facts[k].begin not in _LATIN
    ]
    if len(short) < _MIN_LISTED or max([columns[0] for columns in candidates]) < _MIN_BESIDE:
        return
    for _, run in groupby(enumerate(short), lambda item: item[1] - item[0]):
        places = [k for _, k in run]
        alike = max(Counter([widths[k] for k in places]).values())
        if len(places) >= _MIN_LISTED and alike <= _MAX_ALIKE * len(places):
            yield from ((k, False) for k in places[1:])
