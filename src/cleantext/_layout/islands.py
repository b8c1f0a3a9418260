"""Lines that mean something by being lines, in the midst of a page that is set in columns: tables, code, lists, verse.

Each kind has evidence of its own, and needs several lines of it side by side: a line alone is decided by the path.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import compress, groupby, pairwise
from typing import Final

from cleantext._layout.chars import STOPPED
from cleantext._layout.columns import BLOCK_LINES
from cleantext._layout.facts import (
    IS_ITEM,
    IS_RULE,
    NO_MARKS,
    VERSE_ENDS,
    Facts,
    shown_by,
)
from cleantext._layout.pattern import pattern
from cleantext._layout.verse import verse_lines

_MIN_ITEMS: Final = 3
_MIN_ROWS: Final = 3
_MIN_COMMAS: Final = 2  # in a row of data
_MAX_CELL: Final = 24  # code points of a cell
_MIN_CODE_SHARE: Final = 0.4  # of the lines without Han, that have a sign of code

_CUE_RE: Final = pattern("-->")
_CODE_RE: Final = pattern(
    r"^ *(?:def|class|for|while|if|elif|else|return|import|from|try|except|with|function|var|let|const|public|static)"
    r"(?![A-Za-z0-9_])"
    r"|[{}] *$|\); *$|[A-Za-z0-9_\])] ?(?:=|[-+*/]=|==|->|=>) ?\S|[A-Za-z0-9_]\([^()]*\)"
)
_COMMENT_RE: Final = pattern(" *(?:#|//|/\\*|-- )| +\\* ")
_RUN_RE: Final = re.compile(b"\\x01+")
_POINTS: Final = "，。！？；"
_IS_ITEM: Final = bytes([shown & IS_ITEM > 0 for shown in range(256)])
_IS_RULE: Final = bytes([shown & IS_RULE > 0 for shown in range(256)])
_RULE_RE: Final = pattern(r" *([—─━═*＊_＿=~-])(?: ?\1){2,} *\Z")
_SENTENCE_RE: Final = pattern("[，。；！？]")
_WIDE_GAP_RE: Final = pattern("(?: {2,}|[\t\u3000]+)(?=[^ \t\u3000])")
_FIGURE_RE: Final = pattern(r"(?![0-9]{1,3}(?:[、．)]|\.(?![0-9])))[^0-9]*[0-9]")  # the number of an item is none
_TERM_RE: Final = pattern(" *[!-~]{1,20}(?: [!-~]{1,12}){0,3} {3,}[^ ]")
_MIN_FIELDS: Final = 3  # of a row whose gaps are single spaces
_MIN_FIGURES: Final = 2  # of them with a digit
_WIDE: Final = -1  # the shape of rows with wide gaps, however many


def island_lines(
    lines: list[str],
    numbers: list[int],
    widths: list[int],
    candidates: list[tuple[int, ...]],
    facts: list[Facts],
    structured: list[int],
    gapped: list[int],
    wide: list[int],
) -> set[int]:
    """Return the numbers of the lines that are to stay lines.

    Args:
        lines: of the raw page.
        numbers: of the lines that are not blank; the next three lists have one entry for each.
        widths: half em.
        candidates: the widths the column of each may have, the same for `BLOCK_LINES` of them from the first on.
        facts: of each.
        structured: the numbers of the lines that look like a table, code or data, sorted.
        gapped: those of the lines with two gaps or more that are not letter-spaced, sorted.
        wide: those of the lines with three spaces inside, in order.
    """
    found: set[int] = set()
    if structured:
        for i, j in pairwise(structured):
            if j - i == 1 and lines[i] and lines[j]:
                found |= {i, j}
        found.update(_subtitles(lines, structured))
        found.update(_code(lines, structured))
    if len(gapped) >= _MIN_ROWS:
        found.update(_rows(lines, gapped))
    if len(wide) >= _MIN_ROWS:
        found.update(_terms(lines, numbers, wide))
    shown = shown_by(facts)
    rules, items = shown.translate(_IS_RULE), shown.translate(_IS_ITEM)
    if rules.count(1):
        found.update([numbers[k] for k in compress(range(len(rules)), rules) if _RULE_RE.match(lines[numbers[k]])])
    found.update(verse_lines(lines, numbers, widths, facts, shown, lambda: _column(candidates)))
    if items.count(1) >= _MIN_ITEMS:
        found.update(_items(numbers, widths, facts, items, _column(candidates)))
    return found


def _column(candidates: list[tuple[int, ...]]) -> int:
    """Return the width that most lines of the page may have."""
    counts: dict[int, int] = {}
    for start in range(0, len(candidates), BLOCK_LINES):
        column = candidates[start][0]
        counts[column] = counts.get(column, 0) + min(BLOCK_LINES, len(candidates) - start)
    return max(counts, key=lambda width: (counts[width], width), default=0)


def _subtitles(lines: list[str], structured: list[int]) -> Iterator[int]:
    """Yield the lines around a time from … to …: up to the blank lines before and behind them."""
    done = -1
    for i in structured:
        if i > done and _CUE_RE.search(lines[i]):
            stretch = _stretch(lines, i)
            done = stretch[-1]
            yield from stretch


def _is_prose(line: str) -> bool:
    """Tell whether a line has a Han, and is no comment of code."""
    if line.isascii() or _COMMENT_RE.match(line):
        return False
    return any("\u3400" <= char <= "\u9fff" for char in line)


def _stretch(lines: list[str], number: int) -> range:
    first = last = number
    while first and lines[first - 1].strip():
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip():
        last += 1
    return range(first, last + 1)


def _code(lines: list[str], structured: list[int]) -> Iterator[int]:
    """Yield the lines of stretches without prose of which many have a sign of code."""
    done = -1
    for i in structured:
        if i <= done or _is_prose(lines[i]):
            continue
        first = last = i
        while first and lines[first - 1].strip() and not _is_prose(lines[first - 1]):
            first -= 1
        while last + 1 < len(lines) and lines[last + 1].strip() and not _is_prose(lines[last + 1]):
            last += 1
        done = last
        stretch = range(first, last + 1)
        if len(stretch) > 1 and sum(1 for n in stretch if _CODE_RE.search(lines[n])) >= _MIN_CODE_SHARE * len(stretch):
            yield from stretch
            # the next statements, behind one or two blank lines
            behind = last + 1
            while behind < len(lines) and behind <= last + 3:
                if lines[behind].strip():
                    if not _CODE_RE.search(lines[behind]):
                        break
                    yield behind
                    last = behind
                behind += 1


def _rows(lines: list[str], gapped: list[int]) -> Iterator[int]:
    """Yield the rows of tables: lines side by side whose cells are set apart by wide gaps, or as many single spaces."""
    for _, places in groupby(enumerate(gapped), lambda place: place[1] - place[0]):
        side_by_side = [number for _, number in places]
        if len(side_by_side) < _MIN_ROWS:
            continue
        for shape, run in groupby(side_by_side, lambda number: _shape(lines[number].strip(" \t\u3000\f"))):
            rows = list(run)
            if shape and len(rows) >= _MIN_ROWS:
                yield from rows


def _terms(lines: list[str], numbers: list[int], wide: list[int]) -> Iterator[int]:
    """Yield the lines of lists of terms in ASCII, which a wide gap parts from what they mean: `C-b     向左移动`."""
    places = [bisect_left(numbers, number) for number in wide if _TERM_RE.match(lines[number])]
    for _, run in groupby(enumerate(places), lambda place: place[1] - place[0]):
        terms = [numbers[place] for _, place in run]
        if len(terms) >= _MIN_ROWS:
            yield from terms


def _shape(line: str) -> int:
    """Return 0 for a line that is no row, `_WIDE` for one with two wide gaps, else the number of its fields."""
    if _SENTENCE_RE.search(line):
        return 0
    if len(_WIDE_GAP_RE.findall(line)) > 1:
        return _WIDE
    fields = line.split(" ")
    figures = sum(1 for field in fields if _FIGURE_RE.match(field))
    return len(fields) if len(fields) >= _MIN_FIELDS and figures >= _MIN_FIGURES else 0


def data_rows(page: str, lines: list[str]) -> Iterator[int]:
    """Yield the numbers of rows: lines side by side with as many ASCII commas, short cells between, no other mark."""
    if page.count(",") < _MIN_ROWS * _MIN_COMMAS:
        return
    counts = [line.count(",") for line in lines]
    at = 0
    for count, run in groupby(counts):
        size = sum(1 for _ in run)
        if count >= _MIN_COMMAS and size >= _MIN_ROWS:
            rows = range(at, at + size)
            if all(_is_row(lines[n]) for n in rows):
                yield from rows
        at += size


def _is_row(line: str) -> bool:
    return not any(mark in line for mark in _POINTS) and max(map(len, line.split(","))) <= _MAX_CELL


def _items(numbers: list[int], widths: list[int], facts: list[Facts], is_item: bytes, column: int) -> Iterator[int]:
    """Yield the lines of lists whose items have one line each, and the short lines without a mark before them."""
    is_whole = bytes([item and f.end in STOPPED and w < column - 4 for item, f, w in zip(is_item, facts, widths)])
    for run in _RUN_RE.finditer(is_whole):
        first, k = run.span()
        size = k - first
        if size < _MIN_ITEMS:
            continue
        # no wrapped item among them, and none behind them
        if numbers[k - 1] - numbers[first] != size - 1:
            continue
        while (
            first and numbers[first] - numbers[first - 1] == 1 and _is_bare(facts[first - 1], widths[first - 1], column)
        ):
            first -= 1
        yield from (numbers[p] for p in range(first, k))


def _is_bare(fact: Facts, width: int, column: int) -> bool:
    return fact.inside == NO_MARKS and fact.end not in VERSE_ENDS and width <= column // 2
