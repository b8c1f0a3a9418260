"""The form of each region of a page, from the evidence of its line ends.

A column shows itself by lines of one width that end in mid-sentence, with sentence marks inside them. Verse, lists and
tables have equal widths too, but their lines end with a mark, or have none at all; flowing text has no width in common.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from cleantext._layout.among import MIN_AMONG_WIDTH, prose_among_lines, prose_at_edge
from cleantext._layout.chars import END, STOPPED, end_class
from cleantext._layout.columns import BLOCK_LINES, line_candidates
from cleantext._layout.facts import MID_SENTENCE, SPACES, Facts, line_facts
from cleantext._layout.forms import Form
from cleantext._layout.fragments import lines_in_print
from cleantext._layout.islands import data_rows, island_lines
from cleantext._layout.pattern import pattern
from cleantext._layout.structures import structured_lines
from cleantext._layout.turns import lines_in_turn
from cleantext._layout.words import APART, together
from cleantext._layout.wrapped import (
    MAX_COLUMN_WIDTH,
    MAX_WIDER_SHARE,
    MIN_SHORT_WIDTH,
    MIN_WRAPPED,
    hangs_over,
    is_wrapped,
    parts_words,
    widest_shared,
)

if TYPE_CHECKING:
    from cleantext._layout.lines import Layout

_MAX_FLOWING_SHARE: Final = 0.3  # of lines that no column is as wide as; parts of wrapped pages have up to 0.22
# Of the page's width such lines have up to 0.22 on raw pages (504), and 0.3 and more on all clean texts of theirs that
# would have columns: heads and rows of one width beside paragraphs.
_MAX_FLOWING_WIDTH: Final = 0.3
_MAX_STRUCTURED_SHARE: Final = 0.3  # of lines of a table or code
_MIN_ALIKE: Final = 2  # lines of a short page that are as wide as the columns of the others
_FEW_LINES: Final = 64  # of more, few have a width in common by chance
_OUT: Final = 4  # half em
_MAX_OUT: Final = 0.2
_GAPS: Final = frozenset(" \u3000")
_SHORT_PAGE_LINES: Final = 8  # fewer lines than this show no width in common
_MAX_VERSE_WIDTH: Final = 0.75  # of the running text beside it
_MIN_NARROWER: Final = 0.9  # of its lines
_MIN_MARKED: Final = 0.5  # of them; of lines of columns one of seven ends with a mark
_LETTERS: Final = frozenset(END[name] for name in ("HAN", "DIGIT", "LATIN"))
_MIN_COLUMN_WIDTH: Final = 16  # half em; narrower ones are evidence of none: subheads have one width too
_MARKUP_RE: Final = pattern("(?:^|\n)#{2,6} [^\n]")  # a headline of Markdown
_MIN_MARKUP: Final = 2
_MAX_BULLETED: Final = 0.6  # of the lines begin with an ASCII bullet; more are data, or a list of short items
_GAP_RE: Final = pattern("[\u3000\t]|  ")  # between a title and who wrote it, or cells
_ADDRESS_RE: Final = pattern("(?:://|www[.]|@|[.](?:com|cn|org|net|html?)(?![A-Za-z]))[^ \u3000，。；]*$")  # at its end
_RUNNING_RE: Final = pattern("[，。；！？“”‘’「」]")
_SAYS_RE: Final = pattern("[^，。；：]{1,6}：")  # who speaks
_LAST_WORDS: Final = frozenset("吗嗎呢吧啊呀嘛啦")  # of sentences; `了` ends lines that go on too


class _Lines:
    """The lines of a page that are not blank, and what is known of each: lists of the same length."""

    def __init__(self, layout: "Layout", rows: list[int]) -> None:
        self._layout = layout
        self._rows = rows
        self.is_markup = ("\n##" in layout.raw and len(_MARKUP_RE.findall(layout.raw)) >= _MIN_MARKUP) or (
            "- " in layout.raw
            and sum([line.startswith("- ") for line in layout.contents]) > _MAX_BULLETED * len(layout.solid)
        )
        self.numbers = layout.solid
        self.widths = list(filter(None, layout.widths))
        self._full: list[bool] | None = None
        self._facts: list[Facts] | None = None
        self._contents: list[str] | None = None
        self._prose: list[int] | None = None
        self.widest = 0  # width that lines of a document share; asked for on each of its pages

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
            self._facts = self._layout.facts(self.numbers, self.contents)
        return self._facts

    @property
    def contents(self) -> list[str]:
        if self._contents is None:
            self._contents = list(filter(None, self._layout.contents))
        return self._contents

    def find_prose(self) -> list[int]:
        """Return the places of lines of running text among others; columns may have the width of the page they show.

        That width keeps items of a list from being put together on a page that is one of columns after all, too.
        """
        if self._prose is None:
            self._prose = self._prose_among_lines()
        return self._prose

    def _prose_among_lines(self) -> list[int]:
        if sum(map(MIN_AMONG_WIDTH.__le__, self.widths)) < MIN_WRAPPED:
            return []
        found = prose_among_lines(self.numbers, self.widths, self.contents, self.facts, self.candidates)
        if not found:
            edge, found = prose_at_edge(self.numbers, self.widths, self.contents, self.facts)
            if found:
                self._layout.widen(edge)
        return found

    def is_verse_beside(self, first: int, end: int) -> bool:
        """Tell whether the lines of a page beside its running text are narrower, and end with marks, as verse does."""
        prose = [k for k in self.find_prose() if first <= k < end]
        if not prose:
            return False
        others = sorted(set(range(first, end)).difference(prose))
        narrower = _MAX_VERSE_WIDTH * max(map(self.widths.__getitem__, prose))
        return (
            len(others) >= _SHORT_PAGE_LINES
            and sum([self.widths[k] <= narrower for k in others]) >= _MIN_NARROWER * len(others)
            and sum([self.facts[k].end not in _LETTERS for k in others]) >= _MIN_MARKED * len(others)
        )

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
        solid.widest = widest_shared(solid.widths)
        spans = [(bisect_left(solid.numbers, page.start), bisect_left(solid.numbers, page.stop)) for page in pages]
        own: list[Form | None] = []
        for page, (first, end) in zip(pages, spans):
            is_long = end - first >= 3 * _SHORT_PAGE_LINES
            own.append(_page_form(solid, lines, structured, page, whole) if is_long else None)
        if whole is not Form.COLUMNS and Form.COLUMNS in own:
            # few lines of a list may be wrapped: beside a page of columns less evidence makes it one
            own = [
                _page_form(solid, lines, structured, page, Form.COLUMNS) if form is Form.LINES else form
                for page, form in zip(pages, own)
            ]
        column = _column_of(solid, spans, own) if whole is not Form.COLUMNS else 0
        forms = []
        for page, (first, end), form in zip(pages, spans, own):
            alike = sum([-2 <= width - column <= 2 for width in solid.widths[first:end]]) if column else 0
            forms += [form or (Form.COLUMNS if alike >= _MIN_ALIKE else whole)] * len(page)
    if Form.LINES in forms:
        for k in solid.find_prose():
            if forms[solid.numbers[k]] is Form.LINES:
                forms[solid.numbers[k]] = Form.COLUMNS
    for i in rows:
        forms[i] = Form.LINES
    if Form.COLUMNS in forms:
        widths, candidates = solid.widths, solid.candidates
        wide = [i for i in layout.with_spaces if "   " in layout.contents[i]] if "   " in layout.raw else []
        for i in island_lines(lines, solid.numbers, widths, candidates, solid.facts, structured, layout.gapped, wide):
            if forms[i] is Form.COLUMNS:
                forms[i] = Form.LINES
        with_spaces = [bisect_left(solid.numbers, i) for i in layout.with_spaces]
        for k in lines_in_turn(solid.contents, solid.full, with_spaces):
            if forms[solid.numbers[k]] is Form.COLUMNS:
                forms[solid.numbers[k]] = Form.LINES
                layout.in_turn.append(solid.numbers[k])
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
    widths, count, in_columns = solid.widths[first:end], end - first, whole is Form.COLUMNS
    if count < _SHORT_PAGE_LINES:
        return Form.FLOWING if solid.is_markup else _short_form(lines, solid.numbers[first:end], widths)
    in_structures = bisect_left(structured, page.stop) - bisect_left(structured, page.start)
    is_structured = solid.is_markup or in_structures >= _MAX_STRUCTURED_SHARE * count
    wider = sum(map(MAX_COLUMN_WIDTH.__lt__, widths))
    if wider and (wider > _MAX_FLOWING_SHARE * count or _share_of_wider(widths) >= _MAX_FLOWING_WIDTH):
        # before any column is looked for
        return Form.LINES if is_structured else Form.FLOWING
    full = solid.full[first:end]
    if sum(full) >= MIN_WRAPPED and not is_structured:
        numbers, contents, facts = solid.numbers[first:end], solid.contents[first:end], solid.facts[first:end]
        if is_wrapped(widths, full, lambda: facts, in_columns):
            is_odd = count < _FEW_LINES and _stands_out(contents, widths, solid.candidates[first:end], facts)
            return Form.LINES if is_odd else Form.COLUMNS
        parted = parts_words(numbers, contents, full, facts)
        if parted > 1:
            return Form.LINES if solid.is_verse_beside(first, end) else Form.COLUMNS
        if wider > MAX_WIDER_SHARE * count:
            return Form.FLOWING
        if count < 2 * _SHORT_PAGE_LINES:
            return Form.LINES
        if hangs_over(widths, facts) or (in_columns and hangs_over(widths, facts, solid.widest)):
            return Form.COLUMNS
        if (printed := solid.in_print(first, end)) is not None:
            widths, _, facts_of = printed
            if is_wrapped(*printed, in_columns) or hangs_over(widths, facts_of()):
                return Form.COLUMNS
        if parted:  # what shows in some places only says nothing of the others
            return Form.LINES if any(first <= k < end for k in solid.find_prose()) else Form.COLUMNS
    if is_structured or max(widths) < MAX_COLUMN_WIDTH:
        return Form.LINES
    return Form.FLOWING


def _stands_out(contents: list[str], widths: list[int], candidates: list[tuple[int, ...]], facts: list[Facts]) -> bool:
    """Tell whether many lines with marks, but no gaps, are wider than a column: 0.17 at most on 430 raw pages."""
    wide = [k for k, width in enumerate(widths) if width > max(candidates[k]) + _OUT and facts[k].inside]
    return sum([not _GAPS.intersection(contents[k]) for k in wide]) > _MAX_OUT * len(widths)


def _share_of_wider(widths: list[int]) -> float:
    """Return how much of the width of all lines stands in those that no column is as wide as."""
    return sum([width for width in widths if width > MAX_COLUMN_WIDTH]) / sum(widths)


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
    """Return COLUMNS for a few lines if one ends in mid-sentence, may go on, and a shorter one behind it ends it."""
    widest = max(widths, default=0)
    if widest > MAX_COLUMN_WIDTH:
        return Form.FLOWING
    for (i, width), (j, next_width) in pairwise(zip(numbers, widths)):
        before, after = lines[i].strip(SPACES), lines[j].strip(SPACES)
        if (
            width >= max(MIN_SHORT_WIDTH, widest - 3)
            and next_width < width
            and end_class(before) in MID_SENTENCE
            and end_class(after) in STOPPED
            and _may_go_on(before, after)
        ):
            return Form.COLUMNS
    return Form.FLOWING


def _may_go_on(before: str, after: str) -> bool:
    """Tell whether a line alone may go on in the next one: it is no title, name and time, or address."""
    if _GAP_RE.search(before) or _ADDRESS_RE.search(before) or before[-1] in _LAST_WORDS:
        return False
    if _SAYS_RE.match(before) and _SAYS_RE.match(after):
        return False
    return _RUNNING_RE.search(before) is not None or together(before[-1], after[0]) != APART
