"""Quotations behind colons: they begin blocks all over a page, or an extractor broke its lines there."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from cleantext._layout.fragments import TIGHT_RE, by_chance
from cleantext._layout.width import INDENT

SLACK: Final = 2
"""Half em by which a full line may be narrower than its column."""
_MIN_SAID: Final = 3
_MAX_TORN: Final = 0.5  # of them add up by chance


def sayings(
    said: list[int],
    open_ones: set[int],
    contents: list[str],
    widths: list[int],
    candidates: list[tuple[int, ...]],
    not_full: set[int],
) -> Iterator[tuple[int, bool]]:
    """Yield the seams between a colon and a quotation: the quotation goes on, or it begins a block all over the page.

    A line that ends early there was broken, where it adds up to a line with those behind it; where most do not,
    quotations begin blocks.

    Args:
        said: the places of lines that begin with a quote, directly behind one that ends with a colon.
        open_ones: those of them that go on for certain, as they end early in mid-sentence.
        contents: the lines, none of which is blank.
        widths: half em.
        candidates: the widths that the column of each may have.
        not_full: the places of the lines that are not full.

    >>> lines = ["进去，我轻轻地问：", "“大夫来过了吗？”她说：", "“来过了，给妈妈打"]
    >>> list(sayings([1, 2], set(), lines, [18, 24, 18], [(58,)] * 3, {0, 1, 2}))
    [(1, True), (2, True)]
    """
    short = [k for k in said if k - 1 in not_full]
    tight = {k: len(TIGHT_RE.findall(contents[k])) for k in {*said, *[k - 1 for k in said]}}
    torn = open_ones.union(_chained(said, tight, widths, candidates))
    if len(short) >= _MIN_SAID and len(torn) <= max(_MAX_TORN * len(short), by_chance(len(short))):
        yield from ((k, False) for k in said if k not in open_ones)
    else:
        yield from ((k, True) for k in said if k in torn or k - 1 not in not_full)


def _chained(
    said: list[int], tight: dict[int, int], widths: list[int], candidates: list[tuple[int, ...]]
) -> Iterator[int]:
    """Yield the seams between lines that were broken at colons, where they make up lines of a column in a row."""
    for _, run in groupby(enumerate(said), lambda item: item[1] - item[0]):
        seams = [k for _, k in run]
        total = squeezed = done = 0
        for place, k in enumerate((seams[0] - 1, *seams)):
            total += widths[k]
            squeezed += tight[k]
            if place > done and _add_up(total, (*candidates[k - 1], *candidates[k]), squeezed + place - done):
                yield from seams[done : place + 1]  # the one behind a full line, too
                total, squeezed, done = 0, 0, place + 1
            elif total >= max(candidates[k]) - SLACK:  # a full line, or lines that make up none
                total, squeezed, done = 0, 0, place + 1


def _add_up(total: int, columns: tuple[int, ...], squeezed: int) -> bool:
    """Tell whether some lines are as wide together as a column, or as a first line in it.

    Up to `squeezed` half em may have been squeezed out of their marks: one between two of them, and those that stand
    close to others.
    """
    return any(0 <= total - column <= squeezed or 0 <= total - column + INDENT <= squeezed for column in columns)
