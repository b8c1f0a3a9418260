"""How sure each seam of the best path is: what deciding it the other way would cost."""

from cleantext._paragraphs.features import Features
from cleantext._paragraphs.steps import enter, steps_of
from cleantext._paragraphs.tables import FAR, Columns


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
        steps = costs[i]
        is_same = not i or columns[i] is columns[i - 1]
        if is_same and len(steps) == 2:  # most others
            (c0, c1), (o0, o1) = closed, opened
            if c0 - c1 > switch_end:
                c0 = c1 + switch_end
            elif c1 - c0 > switch_end:
                c1 = c0 + switch_end
            if o0 - o1 > switch_inside:
                o0 = o1 + switch_inside
            elif o1 - o0 > switch_inside:
                o1 = o0 + switch_inside
            (single, first, last, middle), (single1, first1, last1, middle1) = steps
            end, other, end1, other1, seam = c0 + single, o0 + last, c1 + single1, o1 + last1, seams[i]
            closed = [(end if end < other else other) + seam, (end1 if end1 < other1 else other1) + seam]
            end, other, end1, other1 = c0 + first, o0 + middle, c1 + first1, o1 + middle1
            opened = [end if end < other else other, end1 if end1 < other1 else other1]
            forward.append((closed, opened))
            continue
        if i and (not is_same or len(steps) > 1):
            closed = _entered(closed, columns[i - 1], columns[i], switch_end)
            opened = _entered(opened, columns[i - 1], columns[i], switch_inside)
        if len(steps) == 1:  # one width and no other in sight: more than half of all lines
            ((single, first, last, middle),), (c,), (o,) = steps, closed, opened
            end, other = c + single, o + last
            closed = [(end if end < other else other) + seams[i]]
            end, other = c + first, o + middle
            opened = [end if end < other else other]
        else:
            new_closed = [min(c + s[0], o + s[2]) + seams[i] for c, o, s in zip(closed, opened, steps)]
            opened = [min(c + s[1], o + s[3]) for c, o, s in zip(closed, opened, steps)]
            closed = new_closed
        forward.append((closed, opened))
    found = [0] * max(0, count - 1)
    after_closed, after_open = [0] * len(columns[-1]), [FAR] * len(columns[-1])
    for i in range(count - 1, 0, -1):
        steps = costs[i]
        if len(steps) == 1:
            ((single, first, last, middle),), (c,), (o,) = steps, after_closed, after_open
            c += seams[i]
            to_closed = [single + c if single + c < first + o else first + o]
            to_open = [last + c if last + c < middle + o else middle + o]
        elif len(steps) == 2:
            (single, first, last, middle), (single1, first1, last1, middle1) = steps
            (c0, c1), (o0, o1), seam = after_closed, after_open, seams[i]
            c0, c1 = c0 + seam, c1 + seam
            end, other, end1, other1 = single + c0, first + o0, single1 + c1, first1 + o1
            to_closed = [end if end < other else other, end1 if end1 < other1 else other1]
            end, other, end1, other1 = last + c0, middle + o0, last1 + c1, middle1 + o1
            to_open = [end if end < other else other, end1 if end1 < other1 else other1]
        else:
            seam = seams[i]
            both = list(zip(steps, after_closed, after_open))
            to_closed = [min(s[0] + seam + c, s[1] + o) for s, c, o in both]
            to_open = [min(s[2] + seam + c, s[3] + o) for s, c, o in both]
        if columns[i] is columns[i - 1] and len(steps) == 1:
            after_closed, after_open = to_closed, to_open
        else:
            after_closed = _entered(to_closed, columns[i], columns[i - 1], switch_end)
            after_open = _entered(to_open, columns[i], columns[i - 1], switch_inside)
        before_closed, before_open = forward[i - 1]
        if len(before_closed) == 1:
            end, go_on = before_closed[0] + after_closed[0], before_open[0] + after_open[0]
        else:
            end = min([a + b for a, b in zip(before_closed, after_closed)])
            go_on = min([a + b for a, b in zip(before_open, after_open)])
        margin = end + features.caution - go_on  # what the costs alone say: above 0 for a join
        found[i - 1] = max(0, margin if go_on < end else -margin)
    return found


def _entered(before: list[int], old: Columns, new: Columns, change: int) -> list[int]:
    """Return what `enter` says of the costs, without the ways: the same candidates mostly follow each other."""
    if old is not new:
        return [cost for cost, _ in enter(before, old, new, change)]
    if len(before) == 1:
        return before
    switched = min(before) + change
    return [cost if cost < switched else switched for cost in before]
