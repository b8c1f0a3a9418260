"""The widths that lines nearby share: the candidates for the width of the column a line was set in."""

from itertools import chain, repeat
from typing import Final

BLOCK_LINES: Final = 8
"""Lines that share their candidates."""
REACH_LINES: Final = 8
"""Lines further on both sides that the candidates are looked for in."""
_TOO_WIDE: Final = 160  # half em; no column is so wide
MIN_LINES: Final = 3
"""A width is a candidate when at least so many lines of the window have it, half an em more or less."""
MIN_WIDTH: Final = 8
"""Half em: four characters; nothing narrower is set in lines."""
MAX_CANDIDATES: Final = 3
MIN_SHARE: Final = 0.2
"""Of the support of the likeliest width; each further candidate costs time on every line."""


def line_candidates(widths: list[int]) -> list[tuple[int, ...]]:
    """Return for each line the widths (half em) its column may have, the likeliest first; no line is blank.

    Lines of one block have the same candidates (the same tuple). Where no width is shared, the nearest block's hold,
    and the widest line's where no block has any.

    >>> line_candidates([30, 32, 32, 12, 32, 31, 18, 32])[3:5]
    [(32,), (32,)]
    """
    return list(chain.from_iterable(map(repeat, _blocks(widths), repeat(BLOCK_LINES))))[: len(widths)]


def _blocks(widths: list[int]) -> list[tuple[int, ...]]:
    """Return the candidates of each block of lines, none of which is blank."""
    widest = max(widths, default=0)
    if widest >= _TOO_WIDE:
        widths = [width if width < _TOO_WIDE else 0 for width in widths]
    counts = [0] * (_TOO_WIDE + 1)  # of each width among the lines in the window
    first, end = 0, 0  # of the window
    found: list[tuple[int, ...]] = []
    before: tuple[int, ...] = ()
    for start in range(0, len(widths), BLOCK_LINES):
        new_first, new_end = max(0, start - REACH_LINES), start + BLOCK_LINES + REACH_LINES
        for width in widths[end:new_end]:
            counts[width] += 1
        for width in widths[first:new_first]:
            counts[width] -= 1
        first, end = new_first, new_end
        ranked: list[tuple[int, int]] = []
        for width in set(widths[first:end]):
            same = counts[width]
            support = same + counts[width - 1] + counts[width + 1]
            if support >= MIN_LINES and width >= MIN_WIDTH:
                ranked.append((support + same, width))
        candidates = _chosen(ranked) if len(ranked) > 1 else tuple([width for _, width in ranked])
        if candidates == before:
            candidates = before  # the same object, so that the solver sees at once that nothing changes
        found.append(candidates)
        before = candidates
    if () not in found:
        return found
    fallback = (widest,)
    for order in (range(len(found)), range(len(found) - 1, -1, -1)):
        last: tuple[int, ...] = ()
        for i in order:
            if found[i]:
                last = found[i]
            elif last:
                found[i] = last
    return [f or fallback for f in found]


def _chosen(ranked: list[tuple[int, int]]) -> tuple[int, ...]:
    """Return the likeliest widths, each unlike the others; `ranked` has a score and a width each."""
    ranked.sort(reverse=True)
    best, likeliest = ranked[0]
    chosen = [likeliest]
    for score, width in ranked[1:]:
        if score < MIN_SHARE * best:
            break
        for other in chosen:
            if -3 < width - other < 3:
                break
        else:
            chosen.append(width)
            if len(chosen) == MAX_CANDIDATES:
                break
    return tuple(chosen)
