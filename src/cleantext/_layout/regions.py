"""The form of each region of a page, from the evidence of its line ends.

A column shows itself by lines of one width that end in mid-sentence, with sentence marks inside them. Verse, lists and
tables have equal widths too, but their lines end with a mark, or have none at all; flowing text has no width in common.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from operator import and_, gt
from typing import TYPE_CHECKING, Final

from cleantext._layout.chars import END, STOPPED, end_class
from cleantext._layout.columns import BLOCK_LINES, line_candidates
from cleantext._layout.facts import (
    HAS_STOP,
    IS_OPEN,
    IS_STOPPED,
    MID_SENTENCE,
    SPACES,
    Facts,
    line_facts,
    shown_by,
)
from cleantext._layout.forms import Form
from cleantext._layout.fragments import lines_in_print
from cleantext._layout.islands import data_rows, island_lines
from cleantext._layout.structures import structured_lines

if TYPE_CHECKING:
    from cleantext._layout.lines import Layout

_MIN_WRAPPED: Final = 3
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
_SLACK: Final = 3  # half em; an ending is hardly wider than the line before it, which a paragraph under a headline is
# Where most paragraphs have one line or two, few lines are wrapped, but these are unlike all others.
_MIN_HANGING: Final = 3
_MIN_HANGING_SHARE: Final = 0.06  # of all lines
_MAX_FLOWING_SHARE: Final = 0.3  # of lines that no column is as wide as; parts of wrapped pages have up to 0.22
_MAX_WIDER_SHARE: Final = 0.02
_MIN_FULL_OPEN: Final = 0.7  # of the lines as wide as the page
_MAX_SHORT_OPEN: Final = 0.4  # of shorter lines with marks inside; 0.1 in a play, 0.85 in a clean text
_MAX_STRUCTURED_SHARE: Final = 0.3  # of lines of a table or code
_IN_DOCUMENT: Final = 0.5  # of the evidence is enough on a page of a document of columns
_MIN_ALIKE: Final = 2  # lines of a short page that are as wide as the columns of the others
_SHORT_PAGE_LINES: Final = 8  # fewer lines than this show no width in common
_MIN_COLUMN_WIDTH: Final = 16  # half em; narrower ones are evidence of none: subheads have one width too
_MAX_COLUMN_WIDTH: Final = 100  # half em; no column is wider than fifty characters
_MIN_SHORT_WIDTH: Final = 24  # half em; in a short text, a narrower first line may be verse
_HAN_END: Final = END["HAN"]


class _Lines:
    """The lines of a page that are not blank, and what is known of each: lists of the same length."""

    def __init__(self, layout: "Layout", rows: list[int]) -> None:
        self._layout = layout
        self._rows = rows
        self.numbers = layout.solid
        self.widths = list(filter(None, layout.widths))
        self._full: list[bool] | None = None
        self._facts: list[Facts] | None = None

    @property
    def candidates(self) -> list[tuple[int, ...]]:
        return self._layout.candidates

    @property
    def full(self) -> list[bool]:
        if self._full is None:
            self._full = _full_lines(self.widths, self.candidates)
            for row in self._rows:  # of one width by chance, and open at its end
                self._full[bisect_left(self.numbers, row)] = False
        return self._full

    @property
    def facts(self) -> list[Facts]:
        if self._facts is None:
            self._facts = self._layout.facts(self.numbers, list(filter(None, self._layout.contents)))
        return self._facts

    def in_print(self, first: int, end: int) -> tuple[list[int], list[bool], Callable[[], list[Facts]]] | None:
        """Return the widths of lines in print, which are full, and their facts, where an extractor broke some lines."""
        widths, facts = self.widths[first:end], self.facts[first:end]
        gaps = [following - number - 1 for number, following in pairwise(self.numbers[first:end])]
        contents = [self._layout.contents[number] for number in self.numbers[first:end]]
        starts, printed = lines_in_print(contents, widths, gaps, self.candidates[first:end], facts)
        if len(starts) == len(widths):
            return None
        lines = ["".join(contents[a:b]) for a, b in zip(starts, [*starts[1:], len(contents)])]
        full = _full_lines(printed, line_candidates(printed, lines))
        return printed, full, lambda: line_facts(lines, self._layout.own)


def line_forms(layout: "Layout", lines: list[str]) -> list[Form]:
    """Return the form of each line's region; each page of a document has its own, a short one that of the whole."""
    if len(lines) == 1:
        return [Form.FLOWING]
    pages = [range(a, b) for a, b in zip(layout.pages, [*layout.pages[1:], len(lines)])]
    structured = structured_lines(layout.raw, lines)
    rows = list(data_rows(layout.raw, lines))
    solid = _Lines(layout, rows)
    whole = _page_form(solid, lines, structured, range(len(lines)))
    if len(pages) == 1:
        forms = [whole] * len(lines)
    else:
        spans = [(bisect_left(solid.numbers, page.start), bisect_left(solid.numbers, page.stop)) for page in pages]
        own: list[Form | None] = []
        for page, (first, end) in zip(pages, spans):
            is_long = end - first >= 3 * _SHORT_PAGE_LINES
            own.append(_page_form(solid, lines, structured, page, whole) if is_long else None)
        column = _column_of(solid, spans, own) if whole is not Form.COLUMNS else 0
        forms = []
        for page, (first, end), form in zip(pages, spans, own):
            alike = sum([-2 <= width - column <= 2 for width in solid.widths[first:end]]) if column else 0
            forms += [form or (Form.COLUMNS if alike >= _MIN_ALIKE else whole)] * len(page)
    for i in rows:
        forms[i] = Form.LINES
    if Form.COLUMNS in forms:
        widths, candidates = solid.widths, solid.candidates
        for i in island_lines(lines, solid.numbers, widths, candidates, solid.facts, structured, layout.gapped):
            if forms[i] is Form.COLUMNS:
                forms[i] = Form.LINES
    return forms


def _column_of(solid: _Lines, spans: list[tuple[int, int]], own: list[Form | None]) -> int:
    """Return the width (half em) that most lines of the long pages may have if these are all of columns, else 0.

    What shows on each page may not show on all together; short pages are then asked for lines of that width.
    """
    if set(own) - {None} != {Form.COLUMNS}:
        return 0
    counts = Counter([solid.candidates[k][0] for (a, b), form in zip(spans, own) if form for k in range(a, b)])
    return counts.most_common(1)[0][0]


def _page_form(solid: _Lines, lines: list[str], structured: list[int], page: range, whole: Form | None = None) -> Form:
    """Return the form of a page; in a document (`whole`) of columns, less evidence makes it one."""
    first, end = bisect_left(solid.numbers, page.start), bisect_left(solid.numbers, page.stop)
    widths, count = solid.widths[first:end], end - first
    if count < _SHORT_PAGE_LINES:
        return _short_form(lines, solid.numbers[first:end], widths)
    full = solid.full[first:end]
    in_structures = bisect_left(structured, page.stop) - bisect_left(structured, page.start)
    is_structured = in_structures >= _MAX_STRUCTURED_SHARE * count
    if sum(full) >= _MIN_WRAPPED and not is_structured:
        wider = sum(map(_MAX_COLUMN_WIDTH.__lt__, widths))
        if wider <= _MAX_FLOWING_SHARE * count and _is_wrapped(widths, full, lambda: solid.facts[first:end], whole):
            return Form.COLUMNS
        if wider > _MAX_WIDER_SHARE * count:
            return Form.FLOWING
        if count < 2 * _SHORT_PAGE_LINES:
            return Form.LINES
        if (printed := solid.in_print(first, end)) is not None and _is_wrapped(*printed, whole):
            return Form.COLUMNS
        if _hangs_over(widths, solid.facts[first:end]):
            return Form.COLUMNS
    if is_structured or max(widths) < _MAX_COLUMN_WIDTH:
        return Form.LINES
    return Form.FLOWING


def _is_wrapped(widths: list[int], full: list[bool], facts: Callable[[], list[Facts]], whole: Form | None) -> bool:
    """Tell whether enough lines of a page are full and go on; `facts` is asked where as many are full."""
    count, reached = len(full), sum(full)
    needed = max(_MIN_WRAPPED, _MIN_WRAPPED_SHARE * count * (_IN_DOCUMENT if whole is Form.COLUMNS else 1))
    fewer = min(needed, max(_MIN_WRAPPED, _MIN_WRAPPED_ENDING * count))
    if reached < fewer:
        return False
    found = facts()
    wrapped, *stops = _wrapped(full, found)
    if wrapped >= needed and (whole is Form.COLUMNS or _has_stops(count, wrapped, *stops)):
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
        width < before - _SLACK  # most are
        for goes_on, is_end, width, before in zip(going_on, ended[1:], widths[1:], widths)
        if goes_on and is_end and width <= before + _SLACK
    ]
    return len(ending) >= max(_MIN_ENDING, _MIN_ENDING_SHARE * count) and sum(ending) >= _MIN_SHORTER * len(ending)


def _hangs_over(widths: list[int], facts: list[Facts]) -> bool:
    """Tell whether the page is as wide as some lines that go on in a shorter one, as where paragraphs have two lines.

    Hardly any line is wider, nearly all of that width end in mid-sentence, and few of the others with marks do.
    """
    counts = Counter(widths)
    near = [(width, counts.get(width - 1, 0) + counts.get(width + 1, 0)) for width in counts]
    shared = [width for width, others in near if counts[width] + others > _MIN_HANGING]
    column = max(shared, default=0)
    if not _MIN_SHORT_WIDTH <= column <= _MAX_COLUMN_WIDTH:
        return False
    full = [-2 <= width - column <= 2 for width in widths]
    opened = [fact.end in MID_SENTENCE for fact in facts]
    hanging = sum(
        is_full and is_open and not is_full_too and following.end in STOPPED
        for is_full, is_open, is_full_too, following in zip(full, opened, full[1:], facts[1:])
    )
    if hanging < max(_MIN_HANGING, _MIN_HANGING_SHARE * len(widths)):
        return False
    wider = sum(width > column + 2 for width in widths)
    full_open = sum(map(and_, full, opened))
    short = [is_open for is_full, is_open, fact in zip(full, opened, facts) if not is_full and fact.inside]
    return (
        wider <= _MAX_WIDER_SHARE * len(widths)
        and full_open >= _MIN_FULL_OPEN * sum(full)
        and sum(short) <= _MAX_SHORT_OPEN * len(short)
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


def _full_lines(widths: list[int], candidates: list[tuple[int, ...]]) -> list[bool]:
    """Tell for each line whether it reaches a width of its column; each block of lines has the same candidates."""
    full: list[bool] = []
    reached: set[int] = set()
    before: tuple[int, ...] = ()
    for start in range(0, len(widths), BLOCK_LINES):
        columns = candidates[start]
        if columns is not before:
            wide = [column for column in columns if column >= _MIN_COLUMN_WIDTH]
            reached = {width for column in wide for width in range(column - 2, column + 4)}
            before = columns
        full += map(reached.__contains__, widths[start : start + BLOCK_LINES])
    return full


def _short_form(lines: list[str], numbers: list[int], widths: list[int]) -> Form:
    """Return COLUMNS for a few lines if one ends in mid-sentence and a shorter one after it ends the sentence."""
    widest = max(widths, default=0)
    if widest > _MAX_COLUMN_WIDTH:
        return Form.FLOWING
    for (i, width), (j, next_width) in pairwise(zip(numbers, widths)):
        before, after = lines[i].strip(SPACES), lines[j].strip(SPACES)
        if (
            width >= max(_MIN_SHORT_WIDTH, widest - 3)
            and next_width < width
            and end_class(before) in MID_SENTENCE
            and end_class(after) in STOPPED
        ):
            return Form.COLUMNS
    return Form.FLOWING
