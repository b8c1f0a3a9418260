"""The form of each region of a page, from the evidence of its line ends.

A column shows itself by lines of one width that end in mid-sentence, with sentence marks inside them. Verse, lists and
tables have equal widths too, but their lines end with a mark, or have none at all; flowing text has no width in common.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cleantext._layout.chars import END, end_class
from cleantext._layout.columns import BLOCK_LINES, width_candidates
from cleantext._layout.forms import Form

if TYPE_CHECKING:
    from cleantext._layout.lines import Layout

SPACES = " \t\u3000\u00a0\f\v"

_MIN_WRAPPED = 3
_MIN_WRAPPED_SHARE = 0.22  # of all lines; wrapped pages have 0.26 to 0.73, clean texts 0 to 0.19
_MIN_STOP_SHARE = 0.04  # of lines with a stop inside: slogans and subtitles have none
_SHORT_PAGE_LINES = 8  # fewer lines than this show no width in common
_MAX_COLUMN_WIDTH = 100  # half em; no column is wider than fifty characters
_MIN_SHORT_WIDTH = 24  # half em; in a short text, a narrower first line may be verse
_OVERWIDE = 1.9  # a line so many times as wide as its column was not set in it

_MARK_RE = re.compile("[，。、；：！？,]")
_STOP_INSIDE_RE = re.compile("[。！？!?](?!.{0,2}$)")
_STRUCTURE_RE = re.compile(
    r"\t|^\s*\|.*\|\s*$|^\s*[-=+|:]{4,}\s*$|-->|^\s*[{}\[\]<>]|[{};]\s*$|^\s*(?:#|//|\$ |>>> |```)|\.{5}|…{4}|·{5}"
    r"|^\s*\[?\d{1,2}:\d\d|^\s*\"[^\"]*\"\s*:|^\s*[A-Za-z_][\w.]*\s*[=:]\s*\S+\s*$"
)
_MID_SENTENCE = frozenset(END[n] for n in ("HAN", "DIGIT", "LATIN", "OPEN", "PAUSE", "HYPHEN"))
_STOPPED = frozenset(END[n] for n in ("STOP", "STOP_CLOSED"))


def line_forms(layout: "Layout") -> Sequence[Form]:
    """Return the form of each line's region; each page of a document has its own, a short one that of the whole."""
    lines = layout.raw.split("\n")
    pages = _pages(lines)
    whole = _page_form(layout, lines, range(len(lines)))
    if len(pages) == 1:
        forms = [whole] * len(lines)
    else:
        forms = []
        for page in pages:
            count = sum(1 for i in page if layout.widths[i])
            form = _page_form(layout, lines, page) if count >= 3 * _SHORT_PAGE_LINES else whole
            forms += [form] * len(page)
    if Form.COLUMNS in forms:
        _mark_structures(lines, layout, forms)
    return forms


def _pages(lines: Sequence[str]) -> list[range]:
    """Return the line numbers of each page; a line with a form feed begins one."""
    starts = [0] + [i for i, line in enumerate(lines) if "\f" in line and i]
    return [range(a, b) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _page_form(layout: "Layout", lines: Sequence[str], page: range) -> Form:
    numbers = [i for i in page if layout.widths[i]]
    widths = [layout.widths[i] for i in numbers]
    if len(numbers) < _SHORT_PAGE_LINES:
        return _short_form(layout, lines, numbers)
    candidates = width_candidates(widths)
    wrapped = with_stops = structured = 0
    last_with_marks = -2  # the content line seen last that has a sentence mark
    waiting = False
    for k, i in enumerate(numbers):
        line = lines[i].strip(SPACES)
        has_mark = _MARK_RE.search(line) is not None
        if has_mark:
            last_with_marks = k
            with_stops += _STOP_INSIDE_RE.search(line) is not None
        wrapped += waiting and has_mark
        waiting = False
        width = widths[k]
        if width >= 8 and any(-2 <= width - c <= 3 for c in candidates[k // BLOCK_LINES]) and end_class(line) in _MID_SENTENCE:
            if last_with_marks == k:
                wrapped += 1
            else:
                waiting = True
        structured += _STRUCTURE_RE.search(lines[i]) is not None
    count = len(numbers)
    if wrapped >= max(_MIN_WRAPPED, _MIN_WRAPPED_SHARE * count) and with_stops >= _MIN_STOP_SHARE * count:
        if structured < 0.3 * count:
            return Form.COLUMNS
    if structured >= 0.3 * count or max(widths) < _MAX_COLUMN_WIDTH or with_stops < _MIN_STOP_SHARE * count:
        return Form.LINES
    return Form.FLOWING


def _short_form(layout: "Layout", lines: Sequence[str], numbers: Sequence[int]) -> Form:
    """A few lines are columns if one ends in mid-sentence and a shorter one after it ends the sentence."""
    widths = [layout.widths[i] for i in numbers]
    widest = max(widths, default=0)
    if widest > _MAX_COLUMN_WIDTH:
        return Form.FLOWING
    for i, j in zip(numbers, numbers[1:], strict=False):
        before, after = lines[i].strip(SPACES), lines[j].strip(SPACES)
        if (
            layout.widths[i] >= max(_MIN_SHORT_WIDTH, widest - 3)
            and layout.widths[j] < layout.widths[i]
            and end_class(before) in _MID_SENTENCE
            and end_class(after) in _STOPPED
        ):
            return Form.COLUMNS
    return Form.FLOWING


def _mark_structures(lines: Sequence[str], layout: "Layout", forms: list[Form]) -> None:
    """Set the form of tables, code and over-wide lines that stand among columns."""
    structured = [
        i for i, line in enumerate(lines) if forms[i] is Form.COLUMNS and line and _STRUCTURE_RE.search(line) is not None
    ]
    for i, j in zip(structured, structured[1:], strict=False):
        if j - i == 1:
            forms[i] = forms[j] = Form.LINES
