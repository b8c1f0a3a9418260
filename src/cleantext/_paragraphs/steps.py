"""What one step of the path costs: a line in each of its roles, a seam, a change of the column's width."""

from collections.abc import Sequence

from cleantext._data.costs import LINE, RANK, SEAM, WIDTH
from cleantext._paragraphs.families import BUCKET_OF, HIGHEST, LOWEST, SEAM_AT, bucket
from cleantext._paragraphs.features import Features

CAUTION = 350
"""Thousandths by which a join must be better than a block's end: to run two articles together is the worse mistake."""

CAUTION_BARE = 1300
"""As much more between two lines without a mark, the first of them not full: two headlines, or one and its subtitle."""

_BARE = frozenset(range(SEAM_AT["bare"] + 4, SEAM_AT["bare"] + 7))

FAR = 1 << 60
"""More than any path costs."""

Step = tuple[tuple[int, int, int, int], ...]  # for each candidate the cost of each role


def line_costs(features: Features) -> list[Step]:
    """Return for each line and each candidate width what each of the four roles costs."""
    singles, firsts, last_ones, middles = WIDTH[features.habit]
    known: dict[tuple[int, ...], tuple[int, int, int, int]] = {}
    met: dict[tuple[int, int, tuple[int, ...]], Step] = {}  # lines of one width that show the same cost the same
    out: list[Step] = []
    for line, width, pull, candidates in zip(
        features.line, features.widths, features.pull, features.candidates, strict=True
    ):
        if not pull:
            key = (id(line), width, candidates)
            step = met.get(key)
            if step is not None:
                out.append(step)
                continue
        base = known.get(line)
        if base is None:
            rows = [LINE[index] for index in line]
            base = (
                sum([r[0] for r in rows]),
                sum([r[1] for r in rows]),
                sum([r[2] for r in rows]),
                sum([r[3] for r in rows]),
            )
            known[line] = base
        single, first, last, middle = base
        steps = []
        for extra, column in zip(RANK, candidates, strict=False):
            d = width - column
            b = BUCKET_OF[d - LOWEST] if LOWEST <= d <= HIGHEST else bucket(d)
            pulled = bucket(min(0, d + pull)) if pull and d < 0 else b
            steps.append(
                (
                    single + singles[b] + extra,
                    first + firsts[pulled] + extra,
                    last + last_ones[b] + extra,
                    middle + middles[pulled] + extra,
                )
            )
        step = tuple(steps)
        if not pull:
            met[key] = step
        out.append(step)
    return out


def enter(before: Sequence[int], old: Sequence[int], new: Sequence[int], change: int) -> list[tuple[int, int]]:
    """Return for each new candidate the cheapest way to it: its cost and the old candidate it comes from."""
    if old is new:  # the same candidates, each unlike the others
        cheapest = min(range(len(before)), key=before.__getitem__)
        switched = before[cheapest] + change
        return [(c, k) if c <= switched else (switched, cheapest) for k, c in enumerate(before)]
    ways = []
    for column in new:
        cost, source = FAR, 0
        for j, width in enumerate(old):
            c = before[j] if -1 <= width - column <= 1 else before[j] + change
            if c < cost:
                cost, source = c, j
        ways.append((cost, source))
    return ways


def seam_costs(features: Features) -> list[int]:
    """Return what it costs to end a block behind each line; the page's end costs nothing."""
    known: dict[tuple[int, ...], int] = {}
    out = []
    for seam in features.seam:
        cost = known.get(seam)
        if cost is None:
            caution = CAUTION if _BARE.isdisjoint(seam) else CAUTION + CAUTION_BARE
            cost = known[seam] = sum([SEAM[x] for x in seam]) - caution
        out.append(cost)
    out.append(0)
    return out
