"""Evidence that the lines of a page are those of columns: full lines go on, end within words, or hang over."""

from collections import Counter
from collections.abc import Callable
from operator import and_, gt
from typing import Final

from cleantext._layout.chars import BEGIN, END, STOPPED
from cleantext._layout.facts import (
    HAS_MARK,
    HAS_STOP,
    IS_OPEN,
    IS_STOPPED,
    MID_SENTENCE,
    Facts,
    shown_by,
)
from cleantext._layout.width import INDENT
from cleantext._layout.words import OFTEN, SELDOM, together

MAX_COLUMN_WIDTH: Final = 100
"""Half em; no column is wider than fifty characters."""
MIN_SHORT_WIDTH: Final = 24
"""Half em; where few lines go on, a narrower one may be verse."""
MIN_WRAPPED: Final = 3
"""Lines that are full: fewer show no column."""
MAX_WIDER_SHARE: Final = 0.02
"""Of lines that no column is as wide as."""

_MIN_WRAPPED_SHARE: Final = 0.22  # of all lines; wrapped pages have 0.26 to 0.73, clean texts 0 to 0.19
_MIN_STOP_SHARE: Final = (
    0.07  # of lines with a stop inside; wrapped pages have 0.09 and more, slogans and subtitles up to 0.05
)
# Where sentences are long, fewer lines have a stop inside: less is enough where many lines are wrapped, and others end
# with a stop. Of parts of wrapped pages (24 to 250 lines) 3 in 100 are so; slogans as open at their ends have no stops.
_MIN_RARE_STOP_SHARE: Final = 0.04
_MIN_WITH_STOP_SHARE: Final = 0.14  # inside or at the end
_MIN_WRAPPED_THERE: Final = 0.4
# Where sentences end at the ends of lines only, ends behind a full line are enough: no clean text has them where so
# many lines are wrapped. Where fewer are, most full lines go on.
_MIN_ENDING: Final = 2
_MIN_ENDING_SHARE: Final = 0.05
_MIN_WRAPPED_ENDING: Final = 0.16
_MIN_GOING_ON: Final = 0.4
_MIN_IN_A_ROW: Final = 2  # full lines that go on stand before another one that ends nothing; no pairs of lines do
_MIN_SHORTER: Final = 0.4  # of the endings; where heads and sentences take turns, these may all be as wide
SLACK: Final = 3  # half em; an ending is hardly wider than the line before it, which a paragraph under a headline is
# Where most paragraphs have one line or two, few lines are wrapped, but these are unlike all others.
_MIN_HANGING: Final = 3
_MIN_HANGING_SHARE: Final = 0.06  # of all lines
_MIN_FULL_OPEN: Final = 0.7  # of the lines as wide as the page
_MAX_SHORT_OPEN: Final = 0.4  # of shorter lines with marks inside; 0.1 in a play, 0.85 in a clean text
_MIN_HANGING_MORE: Final = 5
_MIN_FULL_OPEN_LESS: Final = 0.5
_MAX_SHORT_OPEN_LESS: Final = 0.2
_OVER: Final = 2  # half em; marks that hang over the column's edge, or were squeezed to hold one more character
_IN_DOCUMENT: Final = 0.5  # of the evidence is enough on a page of a document of columns
_COMMA: Final = END["COMMA"]
_HAN_END: Final = END["HAN"]
_HAN_BEGIN: Final = BEGIN["HAN"]
# Of seams between two Han, 32 in 100 lie within a word that is often where the paragraph goes on, and 7 in 1,000 where
# it ends.
MIN_PARTED: Final = 2
_MIN_PARTED_SHARE: Final = 0.1
_MIN_PARTED_WEIGHT: Final = 6  # those of words that are seldom have one, of others two
# The logarithms of how much likelier such a seam is there, and one in neither; together a thousand times as likely.
_OFTEN_SAYS: Final = 4
_SELDOM_SAYS: Final = 1.5
_NONE_SAYS: Final = 0.4
_MIN_SAID: Final = 7
_MAX_ASCII_SHARE: Final = 0.1  # of the lines


def is_wrapped(widths: list[int], full: list[bool], facts: Callable[[], list[Facts]], in_columns: bool) -> bool:
    """Tell whether enough lines of a page are full and go on, less of them in a document of columns (`in_columns`).

    `facts` is asked where as many are full.
    """
    count, reached = len(full), sum(full)
    needed = max(MIN_WRAPPED, _MIN_WRAPPED_SHARE * count * (_IN_DOCUMENT if in_columns else 1))
    fewer = min(needed, max(MIN_WRAPPED, _MIN_WRAPPED_ENDING * count))
    if reached < fewer:
        return False
    found = facts()
    wrapped, *stops = _wrapped(full, found)
    if wrapped >= needed and (in_columns or _has_stops(count, wrapped, *stops)):
        return True
    if wrapped < fewer:
        return False
    going_on = [is_full and fact.end == _HAN_END for is_full, fact in zip(full, found)]
    if wrapped < needed and sum(going_on) < _MIN_GOING_ON * reached:
        return False
    ended = [fact.end in STOPPED for fact in found]
    if sum(map(and_, going_on, map(gt, full[1:], ended[1:]))) < _MIN_IN_A_ROW:
        return False
    ending = [
        width < before - SLACK  # most are
        for goes_on, is_end, width, before in zip(going_on, ended[1:], widths[1:], widths)
        if goes_on and is_end and width <= before + SLACK
    ]
    return len(ending) >= max(_MIN_ENDING, _MIN_ENDING_SHARE * count) and sum(ending) >= _MIN_SHORTER * len(ending)


def parts_words(numbers: list[int], contents: list[str], full: list[bool], facts: list[Facts]) -> int:
    """Tell how full lines end within words on a page with stops, as those of paragraphs do: 2 all over, 1 in places.

    A list whose items are as long, or a refrain, may have the same two characters there again and again: each first and
    each second character counts once, and only beside a line with a mark.

    Args:
        numbers: of the lines on the page, none of which is blank.
        contents: of each.
        full: whether each reaches a width of its column.
        facts: of each.

    >>> from cleantext._layout.facts import line_facts
    >>> lines = ["放学回家肚子饿了，自", "己做一份。菠菜洗干", "净，切菜的时", "候要小心。"]
    >>> parts_words([0, 1, 2, 3], lines, [True, True, True, False], line_facts(lines))
    2
    """
    asked = stopped = 0
    ranks: dict[tuple[str, str], int] = {}
    for k, fact in enumerate(facts):
        stopped += fact.shown & (HAS_STOP | IS_STOPPED) > 0
        if not full[k] or fact.end != _HAN_END or k + 1 == len(facts) or facts[k + 1].begin != _HAN_BEGIN:
            continue
        asked += 1
        if (fact.shown | facts[k + 1].shown) & HAS_MARK and numbers[k + 1] - numbers[k] == 1:
            before, behind = contents[k][-1], contents[k + 1][0]
            ranks[before, behind] = together(before, behind)
    if stopped < _MIN_WITH_STOP_SHARE * len(facts):
        return 0
    often = [pair for pair, rank in ranks.items() if rank == OFTEN]
    told = min(len({before for before, _ in often}), len({behind for _, behind in often}))
    seldom = sum([rank == SELDOM for rank in ranks.values()])
    if told >= max(MIN_PARTED, _MIN_PARTED_SHARE * asked) and 2 * told + seldom >= _MIN_PARTED_WEIGHT:
        return 2
    if is_manual(contents):
        return 0
    # where few lines are full, by how much likelier they are in running text
    parted = [pair for pair, rank in ranks.items() if rank]
    if len(often) < MIN_PARTED or min(len({before for before, _ in parted}), len({behind for _, behind in parted})) < 2:
        return 0
    said = _OFTEN_SAYS * len(often) + _SELDOM_SAYS * seldom - _NONE_SAYS * (asked - len(parted))
    return 1 if said >= _MIN_SAID else 0


def is_manual(contents: list[str]) -> bool:
    """Tell whether many lines have nothing Chinese in them, as where code and commands stand beside their text."""
    return sum(map(str.isascii, contents)) > _MAX_ASCII_SHARE * len(contents)


def widest_shared(widths: list[int]) -> int:
    """Return the greatest width (half em) that some lines share, give or take a half em; 0 where none do."""
    counts = Counter(widths)
    near = [(width, counts.get(width - 1, 0) + counts.get(width + 1, 0)) for width in counts]
    return max([width for width, others in near if counts[width] + others > _MIN_HANGING], default=0)


def hangs_over(widths: list[int], facts: list[Facts], of_document: int = 0) -> bool:
    """Tell whether the page is as wide as some lines that go on in a shorter one, as where paragraphs have two lines.

    Hardly any line is wider, nearly all of that width end in mid-sentence (commas, with which verse ends too, say
    nothing), and few of the others with marks do. Less such lines are enough on a page of a document of columns, whose
    width `of_document` (half em) is that of the other pages.
    """
    column = of_document or widest_shared(widths)
    if not MIN_SHORT_WIDTH <= column <= MAX_COLUMN_WIDTH:
        return False
    needed = max(_MIN_HANGING, _MIN_HANGING_SHARE * len(widths)) * (_IN_DOCUMENT if of_document else 1)
    # what most share may be the width of first lines, which lost an indent
    return any(_hang_over(widths, facts, column, widest, needed) for widest in (column + 2, column + INDENT + SLACK))


def _hang_over(widths: list[int], facts: list[Facts], column: int, widest: int, needed: float) -> bool:
    full = [column - 2 <= width <= widest for width in widths]
    opened = [fact.end in MID_SENTENCE for fact in facts]
    hanging = sum(
        is_full and is_open and not is_full_too and following.end in STOPPED
        for is_full, is_open, is_full_too, following in zip(full, opened, full[1:], facts[1:])
    )
    if hanging < needed:
        return False
    if sum(map((widest + _OVER).__lt__, widths)) > MAX_WIDER_SHARE * len(widths):
        return False
    full_open = sum(map(and_, full, opened))
    said = sum(is_full and fact.end != _COMMA for is_full, fact in zip(full, facts))
    short = [is_open for is_full, is_open, fact in zip(full, opened, facts) if not is_full and fact.inside]
    if full_open >= _MIN_FULL_OPEN * said and sum(short) <= _MAX_SHORT_OPEN * len(short):
        return True
    # where many paragraphs of one line fill it by chance
    return (
        hanging >= _MIN_HANGING_MORE
        and full_open >= _MIN_FULL_OPEN_LESS * said
        and sum(short) <= _MAX_SHORT_OPEN_LESS * len(short)
    )


def _has_stops(count: int, wrapped: int, inside: int, ended: int) -> bool:
    """Tell whether so many lines of a page have as many stops as running text has; the numbers are of `_wrapped`."""
    if inside >= _MIN_STOP_SHARE * count:
        return True
    if wrapped < _MIN_WRAPPED_THERE * count:
        return False
    return inside >= _MIN_RARE_STOP_SHARE * count and inside + ended >= _MIN_WITH_STOP_SHARE * count


def _wrapped(full: list[bool], facts: list[Facts]) -> tuple[int, int, int]:
    """Return how many lines lie at a wrap that marks show, have a stop inside, and have one at their end.

    At a wrap a full line ends in mid-sentence; it counts if there is a mark in it, and else if there is in the next.
    """
    # one byte a line in one number: what is asked of all lines is asked at once, and the next line is a shift away
    shown, ones = (int.from_bytes(bytes(found), "little") for found in (shown_by(facts), [1] * len(facts)))
    marked, with_stops = shown & ones, shown // HAS_STOP & ones
    whole = int.from_bytes(bytes(full), "little")
    opened, stopped = shown // IS_OPEN & whole, shown // IS_STOPPED & ones
    wrapped = marked & (opened | (opened & ~marked) << 8)
    return wrapped.bit_count(), with_stops.bit_count(), stopped.bit_count()
