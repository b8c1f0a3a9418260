"""Seams of which there is no doubt, whatever the widths of their lines say."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import eq, itemgetter
from typing import Final

from cleantext._layout.chars import BEGIN, END, STOPPED
from cleantext._layout.facts import HAS_MARK, Facts
from cleantext._layout.pattern import pattern
from cleantext._paragraphs.beginnings import begun_seams
from cleantext._paragraphs.habits import set_apart_by_blanks
from cleantext._paragraphs.heads import MAX_SUBHEAD, WIDER, Others, heads
from cleantext._paragraphs.labelled import labelled
from cleantext._paragraphs.torn import (
    MIN_WORDS,
    torn_addresses,
    torn_brackets,
    torn_datelines,
    torn_references,
    torn_titles,
    torn_words,
)

_HAN: Final = END["HAN"]
_MIN_LISTED: Final = 5  # lines without a mark
_LATIN: Final = frozenset(BEGIN[name] for name in ("UPPER", "LOWER"))
_MAX_LISTED: Final = 12  # half em
_MIN_BESIDE: Final = 2 * _MAX_LISTED  # half em, of the column; lines beside a picture may be narrow too
_MAX_ALIKE: Final = 0.5  # of the items of a list have one width; lines of a narrow column mostly have
_GLYPH: Final = 2  # half em
_THRICE_RE: Final = pattern("(.)\\1\\1", flags=re.DOTALL)
_ALIKE_RE: Final = re.compile(b"\\x01{2,}")  # seams side by side
_first_of: Final = itemgetter(0)
_DAY_RE: Final = pattern(  # of a diary, with its weather
    "[一二三四五六七八九十正腊臘冬]{1,2}月(?:初[一二三四五六七八九十]|[一二三四五六七八九十廿卅]{1,3})日?"
    "(?:[ \u3000]+(?:星期|礼拜|禮拜)[一二三四五六日天])?"
    "(?:[ \u3000]+[晴阴陰雨雪雾霧风風多大中小暴雷][\u4e00-\u9fff \u3000]{0,9})?"
)
_MIN_BULLETS: Final = 3
_MIN_DAYS: Final = 2
_TITLE_ENDS: Final = frozenset("知告定令见見复復函法规規则則例释釋排案议議要录錄")


def certain_seams(
    contents: list[str],
    facts: list[Facts],
    gaps: list[int],
    widths: list[int],
    candidates: list[tuple[int, ...]],
    others: list[int],
    is_paged: bool = False,
) -> list[tuple[int, bool]]:
    """Return seams of which there is no doubt: the place of the line behind each, and whether the block goes on there.

    A jump line that stands alone is a block, as are who reports from where and a line of names before a full one; a
    dateline begins one, as do a byline behind a short line, a speech behind another one, a line whose label counts on
    from the item before, each line of a list (short, without marks, of many widths), of a notice or a calendar, each
    speech of a talk, what follows a subhead, a line wider than all columns behind headlines, what stands behind a blank
    line that ends paragraphs all over the page, three lines that begin and end alike, and a glyph alone behind the end
    of a sentence.

    A line that begins with a mark which cannot begin one, with no blank line before it, goes on, as do one that
    closes what the line before left open, a quotation behind the colon of a full line, a closing quote alone, what
    goes on from a hyphen, an address or half a date, the title of an official paper, that of a chapter, and a
    headline that ends within a word. `heads`, `begun_seams` and `labelled` say more of those.

    Args:
        contents: the lines, none of which is blank, without the white space at their ends.
        facts: of each.
        gaps: the number of blank lines after each but the last.
        widths: half em.
        candidates: the widths that the column of each may have.
        others: the places of the lines that are not full.
        is_paged: whether they are of a document of several pages, whose heads may stand among them.

    >>> from cleantext._layout.facts import line_facts
    >>> lines = ["十九、萝卜切块", "二十、羊排切好", "，备用", "（上接3版）", "（一）盐", "（三）糖"]
    >>> certain_seams(lines, line_facts(lines), [0] * 5, [14] * 6, [(20,)] * 6, list(range(6)))
    [(2, True), (3, False), (4, False), (1, False)]
    """
    low: list[int] = []
    wide: list[int] = []
    titled: list[int] = []
    western = 0
    for k in others:
        content = contents[k]
        if content[-1] in _TITLE_ENDS:
            titled.append(k)
        western += content.isascii()
        width, column = widths[k], candidates[k][0]
        if width < MAX_SUBHEAD * column or width <= _MAX_LISTED:
            low.append(k)
        elif width > column + WIDER:
            wide.append(k)
    not_full = set(others)
    found = [*_listed(facts, widths, candidates, low), *labelled(contents, facts, not_full)]
    found += heads(contents, facts, gaps, widths, candidates, Others(others, not_full, low, wide, titled), is_paged)
    found += [(k + 1, False) for k in set_apart_by_blanks(widths, facts, gaps, candidates)]
    firsts = "".join(map(_first_of, contents))
    found += [(k, False) for k in _alike(contents, firsts)]
    found += [
        (k, False) for sign in "*+-" if firsts.count(sign) >= _MIN_BULLETS for k in _bulleted(sign, contents, firsts)
    ]
    text = "\n".join(contents)
    found += [*torn_addresses(text, contents, gaps), *torn_references(text, gaps), *torn_datelines(text)]
    found += [*torn_titles(firsts, contents, gaps), *torn_brackets(text, gaps)]
    if western >= MIN_WORDS:
        found += torn_words(text, contents)
    days = [k for k in low if "月" in contents[k][1:3]]
    if len(days) >= _MIN_DAYS:  # few pages have need of the pattern
        days = [k for k in days if _DAY_RE.fullmatch(contents[k])]
    if len(days) >= _MIN_DAYS:
        found += [(place, False) for k in days for place in (k, k + 1)]
    # a glyph without a mark ends no paragraph: behind the end of a sentence it is a numeral, or dirt that OCR read
    glyphs = [k for k in low if widths[k] <= _GLYPH and k and facts[k].end == _HAN]
    found += [(k, False) for k in glyphs if facts[k - 1].end in STOPPED]
    return found + begun_seams(contents, facts, gaps, widths, candidates, not_full)


def _bulleted(sign: str, contents: list[str], firsts: str) -> list[int]:
    """Return the places of lines that begin with an ASCII bullet and a space, three at least: items of a list."""
    places = [k for k, first in enumerate(firsts) if first == sign and contents[k][1:2] == " " != contents[k][-2:-1]]
    return places if len(places) >= _MIN_BULLETS else []


def _alike(contents: list[str], firsts: str) -> list[int]:
    """Return the places of lines that begin and end as the one before them does, three and more in a row.

    So do those of lists: all of 100 such seams on 437 pages lie between two blocks.
    """
    if not _THRICE_RE.search(firsts):
        return []
    ends = [content[0] + content[-1] if len(content) > _GLYPH else place for place, content in enumerate(contents)]
    runs = [run.span() for run in _ALIKE_RE.finditer(bytes(map(eq, ends, ends[1:])))]
    return [k + 1 for first, end in runs for k in range(first, end)]


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
