"""How sure each seam of the best path is: what deciding it the other way would cost."""

from cleantext._data.costs import SWITCH_END, SWITCH_INSIDE
from cleantext._paragraphs.features import Features
from cleantext._paragraphs.steps import CAUTION, FAR, enter, line_costs, seam_costs


def margins(features: Features) -> list[int]:
    """Return for each seam what the best path saves over the best one that decides it the other way (thousandths).

    0 where caution alone decided it.
    """
    count = len(features.numbers)
    costs = line_costs(features)
    columns = features.candidates
    seams = seam_costs(features)
    forward: list[tuple[list[int], list[int]]] = []
    closed, opened = [0] * len(columns[0]), [FAR] * len(columns[0])
    for i in range(count):
        if i:
            closed = [c for c, _ in enter(closed, columns[i - 1], columns[i], SWITCH_END)]
            opened = [c for c, _ in enter(opened, columns[i - 1], columns[i], SWITCH_INSIDE)]
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
        after_closed = [c for c, _ in enter(to_closed, columns[i], columns[i - 1], SWITCH_END)]
        after_open = [c for c, _ in enter(to_open, columns[i], columns[i - 1], SWITCH_INSIDE)]
        end = min(a + b for a, b in zip(forward[i - 1][0], after_closed, strict=True))
        go_on = min(a + b for a, b in zip(forward[i - 1][1], after_open, strict=True))
        margin = end + CAUTION - go_on  # what the costs alone say: above 0 for a join
        found[i - 1] = max(0, margin if go_on < end else -margin)
    return found
