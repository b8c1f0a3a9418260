"""The widths that lines nearby share: the candidates for the width of the column a line was set in."""

from collections import Counter
from collections.abc import Sequence

BLOCK_LINES = 8
"""Lines that share their candidates; the window reaches this many lines further on both sides."""
MIN_LINES = 3
"""A width is a candidate when at least so many lines of the window have it, half an em more or less."""
MIN_WIDTH = 8
"""Half em: four characters; nothing narrower is set in lines."""
MAX_CANDIDATES = 3


def width_candidates(widths: Sequence[int]) -> list[tuple[int, ...]]:
    """Return for each block of `BLOCK_LINES` lines the widths (half em) its column may have, the likeliest first.

    `widths` are those of the lines that are not blank. Where no width is shared, the nearest block's hold, and the
    widest line's where no block has any.

    >>> width_candidates([30, 32, 32, 12, 32, 31, 18, 32])
    [(32,)]
    """
    found: list[tuple[int, ...]] = []
    for start in range(0, len(widths), BLOCK_LINES):
        window = widths[max(0, start - BLOCK_LINES) : start + 2 * BLOCK_LINES]
        counts = Counter(window)
        ranked = []
        for width, count in counts.items():
            support = count + counts.get(width - 1, 0) + counts.get(width + 1, 0)
            if support >= MIN_LINES and width >= MIN_WIDTH:
                ranked.append((support + count, width))
        ranked.sort(reverse=True)
        chosen: list[int] = []
        for _, width in ranked:
            if all(abs(width - other) > 2 for other in chosen):
                chosen.append(width)
                if len(chosen) == MAX_CANDIDATES:
                    break
        found.append(tuple(chosen))
    fallback = (max(widths, default=0),)
    for order in (range(len(found)), range(len(found) - 1, -1, -1)):
        last: tuple[int, ...] = ()
        for i in order:
            if found[i]:
                last = found[i]
            elif last:
                found[i] = last
    return [f or fallback for f in found]
