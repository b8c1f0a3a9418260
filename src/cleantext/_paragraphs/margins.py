"""How sure each seam of the best path is: what deciding it the other way would cost."""

from cleantext._paragraphs.features import Features
from cleantext._paragraphs.steps import enter, steps_of
from cleantext._paragraphs.tables import CAUTION, FAR


def margins(features: Features) -> list[int]:
    """Return for each seam what the best path saves over the best one that decides it the other way (thousandths).

    0 where caution alone decided it.
    """
    count = len(features.numbers)
    costs = steps_of(features)
    columns = features.candidates
    seams = [*features.seams, 0]
    switch_end, switch_inside = features.tables.costs.SWITCH_END, features.tables.costs.SWITCH_INSIDE
    forward: list[tuple[list[int], list[int]]] = []
    closed, opened = [0] * len(columns[0]), [FAR] * len(columns[0])
    for i in range(count):
        if i:
            closed = [c for c, _ in enter(closed, columns[i - 1], columns[i], switch_end)]
            opened = [c for c, _ in enter(opened, columns[i - 1], columns[i], switch_inside)]
        steps = costs[i]
        new_closed = [min(c + s[0], o + s[2]) + seams[i] for c, o, s in zip(closed, opened, steps, strict=True)]
        new_open = [min(c + s[1], o + s[3]) for c, o, s in zip(closed, opened, steps, strict=True)]
        closed, opened = new_closed, new_open
        forward.append((closed, opened))
    found = [0] * max(0, count - 1)
    after_closed, after_open = [0] * len(columns[-1]), [FAR] * len(columns[-1])
    for i in range(count - 1, 0, -1):
        steps = costs[i]
        to_closed = [
            min(s[0] + seams[i] + c, s[1] + o) for s, c, o in zip(steps, after_closed, after_open, strict=True)
        ]
        to_open = [min(s[2] + seams[i] + c, s[3] + o) for s, c, o in zip(steps, after_closed, after_open, strict=True)]
        after_closed = [c for c, _ in enter(to_closed, columns[i], columns[i - 1], switch_end)]
        after_open = [c for c, _ in enter(to_open, columns[i], columns[i - 1], switch_inside)]
        end = min(a + b for a, b in zip(forward[i - 1][0], after_closed, strict=True))
        go_on = min(a + b for a, b in zip(forward[i - 1][1], after_open, strict=True))
        margin = end + CAUTION - go_on  # what the costs alone say: above 0 for a join
        found[i - 1] = max(0, margin if go_on < end else -margin)
    return found
