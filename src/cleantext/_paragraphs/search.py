"""The search for the cheapest path: roles of lines and hidden widths, line by line, with a way back.

Lines in sight of the same widths form a stretch; one, two and three widths, and there are no more, are unrolled.
"""

from cleantext._paragraphs.features import Features
from cleantext._paragraphs.steps import steps_of
from cleantext._paragraphs.tables import FAR, Columns, Step

# The states behind a line are closed 0…, then open 0…, by candidate; `back` has for each the state before the line.


def best(features: Features) -> list[bool]:
    """Return for each seam whether the cheapest path joins it."""
    candidates, steps, seams = features.candidates, steps_of(features), [*features.seams, 0]
    change = features.tables.costs.SWITCH_END, features.tables.costs.SWITCH_INSIDE
    back: list[tuple[int, ...]] = []
    old = candidates[0]
    closed, opened = [0] * len(old), [FAR] * len(old)
    end, count = 0, len(candidates)
    while end < count:
        i, now = end, candidates[end]
        end += 1
        while end < count and candidates[end] is now:
            end += 1
        if now is not old:
            closed, opened = _step(closed, opened, old, now, steps[i], seams[i], change, back)
            old = now
            i += 1
        if len(now) == 1:
            closed, opened = _one_width(closed, opened, steps, seams, i, end, back)
        elif len(now) == 2:
            closed, opened = _two_widths(closed, opened, steps, seams, i, end, change, back)
        else:
            closed, opened = _three_widths(closed, opened, steps, seams, i, end, change, back)
    joined: list[bool] = []
    state = closed.index(min(closed))
    for ways, before in zip(back[:0:-1], back[-2::-1]):
        state = ways[state]
        joined.append(2 * state >= len(before))
    joined.reverse()
    return joined


def _step(
    closed: list[int],
    opened: list[int],
    old: Columns,
    now: Columns,
    step: Step,
    seam: int,
    change: tuple[int, int],
    back: list[tuple[int, ...]],
) -> tuple[list[int], list[int]]:
    """Take the step over a line that can have other widths than the one before it."""
    switch_end, switch_inside = change
    count = len(old)
    new_closed: list[int] = []
    new_open: list[int] = []
    ends: list[int] = []
    goings: list[int] = []
    for k, column in enumerate(now):
        c, c_from, o, o_from = FAR, 0, FAR, 0
        for j in range(count):
            difference = old[j] - column
            kept, going = closed[j], opened[j]
            if difference < -1 or difference > 1:
                kept += switch_end
                going += switch_inside
            if kept < c:
                c, c_from = kept, j
            if going < o:
                o, o_from = going, j
        single, first, last, middle = step[k]
        if o + last < c + single:
            new_closed.append(o + last + seam)
            ends.append(count + o_from)
        else:
            new_closed.append(c + single + seam)
            ends.append(c_from)
        if o + middle < c + first:
            new_open.append(o + middle)
            goings.append(count + o_from)
        else:
            new_open.append(c + first)
            goings.append(c_from)
    back.append((*ends, *goings))
    return new_closed, new_open


# Where one width is followed by the same one: the states before (closed 0, open 1) of closed and of open.
_CLOSED_CLOSED, _CLOSED_OPEN, _OPEN_CLOSED, _OPEN_OPEN = (0, 0), (0, 1), (1, 0), (1, 1)


def _one_width(
    closed: list[int],
    opened: list[int],
    steps: list[Step],
    seams: list[int],
    start: int,
    stop: int,
    back: list[tuple[int, ...]],
) -> tuple[list[int], list[int]]:
    """Walk over lines that can have one width only."""
    c, o = closed[0], opened[0]
    for i in range(start, stop):
        single, first, last, middle = steps[i][0]
        seam = seams[i]
        go_on, begin = o + middle, c + first
        end, alone = o + last, c + single
        if end < alone:
            c = end + seam
            if go_on < begin:
                o = go_on
                back.append(_OPEN_OPEN)
            else:
                o = begin
                back.append(_OPEN_CLOSED)
        else:
            c = alone + seam
            if go_on < begin:
                o = go_on
                back.append(_CLOSED_OPEN)
            else:
                o = begin
                back.append(_CLOSED_CLOSED)
    return [c], [o]


def _two_widths(
    closed: list[int],
    opened: list[int],
    steps: list[Step],
    seams: list[int],
    start: int,
    stop: int,
    change: tuple[int, int],
    back: list[tuple[int, ...]],
) -> tuple[list[int], list[int]]:
    """Walk over lines that can have the same two widths."""
    switch_end, switch_inside = change
    c0, c1, o0, o1 = closed[0], closed[1], opened[0], opened[1]
    for i in range(start, stop):
        step = steps[i]
        single0, first0, last0, middle0 = step[0]
        single1, first1, last1, middle1 = step[1]
        seam = seams[i]
        from_c0, from_c1, from_o0, from_o1 = 0, 1, 2, 3
        difference = c0 - c1
        if difference > switch_end:
            c0, from_c0 = c1 + switch_end, 1
        elif difference < -switch_end:
            c1, from_c1 = c0 + switch_end, 0
        difference = o0 - o1
        if difference > switch_inside:
            o0, from_o0 = o1 + switch_inside, 3
        elif difference < -switch_inside:
            o1, from_o1 = o0 + switch_inside, 2
        end0, alone = o0 + last0, c0 + single0
        if end0 < alone:
            way0 = from_o0
        else:
            end0, way0 = alone, from_c0
        end1, alone = o1 + last1, c1 + single1
        if end1 < alone:
            way1 = from_o1
        else:
            end1, way1 = alone, from_c1
        on0, begin = o0 + middle0, c0 + first0
        if on0 < begin:
            way2 = from_o0
        else:
            on0, way2 = begin, from_c0
        on1, begin = o1 + middle1, c1 + first1
        if on1 < begin:
            way3 = from_o1
        else:
            on1, way3 = begin, from_c1
        c0, c1, o0, o1 = end0 + seam, end1 + seam, on0, on1
        back.append((way0, way1, way2, way3))
    return [c0, c1], [o0, o1]


def _three_widths(
    closed: list[int],
    opened: list[int],
    steps: list[Step],
    seams: list[int],
    start: int,
    stop: int,
    change: tuple[int, int],
    back: list[tuple[int, ...]],
) -> tuple[list[int], list[int]]:
    """Walk over lines that can have the same three widths: only the cheapest of them is worth a change."""
    switch_end, switch_inside = change
    c0, c1, c2 = closed
    o0, o1, o2 = opened
    for i in range(start, stop):
        step = steps[i]
        single0, first0, last0, middle0 = step[0]
        single1, first1, last1, middle1 = step[1]
        single2, first2, last2, middle2 = step[2]
        seam = seams[i]
        from_c0, from_c1, from_c2, from_o0, from_o1, from_o2 = 0, 1, 2, 3, 4, 5
        low, low_from = c0, 0
        if c1 < low:
            low, low_from = c1, 1
        if c2 < low:
            low, low_from = c2, 2
        low += switch_end
        if low < c0:
            c0, from_c0 = low, low_from
        if low < c1:
            c1, from_c1 = low, low_from
        if low < c2:
            c2, from_c2 = low, low_from
        low, low_from = o0, 3
        if o1 < low:
            low, low_from = o1, 4
        if o2 < low:
            low, low_from = o2, 5
        low += switch_inside
        if low < o0:
            o0, from_o0 = low, low_from
        if low < o1:
            o1, from_o1 = low, low_from
        if low < o2:
            o2, from_o2 = low, low_from
        end0, alone = o0 + last0, c0 + single0
        if end0 < alone:
            way0 = from_o0
        else:
            end0, way0 = alone, from_c0
        end1, alone = o1 + last1, c1 + single1
        if end1 < alone:
            way1 = from_o1
        else:
            end1, way1 = alone, from_c1
        end2, alone = o2 + last2, c2 + single2
        if end2 < alone:
            way2 = from_o2
        else:
            end2, way2 = alone, from_c2
        on0, begin = o0 + middle0, c0 + first0
        if on0 < begin:
            way3 = from_o0
        else:
            on0, way3 = begin, from_c0
        on1, begin = o1 + middle1, c1 + first1
        if on1 < begin:
            way4 = from_o1
        else:
            on1, way4 = begin, from_c1
        on2, begin = o2 + middle2, c2 + first2
        if on2 < begin:
            way5 = from_o2
        else:
            on2, way5 = begin, from_c2
        c0, c1, c2, o0, o1, o2 = end0 + seam, end1 + seam, end2 + seam, on0, on1, on2
        back.append((way0, way1, way2, way3, way4, way5))
    return [c0, c1, c2], [o0, o1, o2]
