"""One step of the path: a line in each of its roles, a change of the column's width."""

from operator import attrgetter
from typing import Final, cast

from cleantext._paragraphs.features import Features
from cleantext._paragraphs.tables import FAR, Columns, Step

_steps_made: Final = attrgetter("steps")


def steps_of(features: Features) -> list[Step]:
    """Return for each line and each candidate width what each of the four roles costs."""
    looks, widths, pull, candidates = features.looks, features.widths, features.pull, features.candidates
    steps: list[Step | None] = list(map(dict.get, map(_steps_made, looks), zip(widths, pull, candidates)))
    if not all(steps):
        steps = [step or look.step(w, p, c) for step, look, w, p, c in zip(steps, looks, widths, pull, candidates)]
    return cast("list[Step]", steps)


def enter(before: list[int], old: Columns, new: Columns, change: int) -> list[tuple[int, int]]:
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
