"""The search for the cheapest path: roles of lines and hidden widths, line by line, with a way back.

Lines in sight of the same widths form a stretch; one and two widths, nearly all of a page, are unrolled.
"""

from collections.abc import Sequence

from cleantext._paragraphs.features import Features
from cleantext._paragraphs.steps import enter, steps_of
from cleantext._paragraphs.tables import FAR, Step

# The states behind a line are closed 0…, then open 0…, by candidate; `back` has for each the state before the line.
_Back = list[tuple[int, ...]]


def best(features: Features) -> list[bool]:
    """Return for each seam whether the cheapest path joins it."""
    candidates, steps, seams = features.candidates, steps_of(features), [*features.seams, 0]
    change = features.tables.costs.SWITCH_END, features.tables.costs.SWITCH_INSIDE
    back: _Back = []
    old: Sequence[int] = candidates[0]
    closed, opened = [0] * len(old), [FAR] * len(old)
    i, count = 0, len(candidates)
    while i < count:
        now = candidates[i]
        end = i + 1
        while end < count and candidates[end] is now:
            end += 1
        if now is not old:
            closed, opened = _step(closed, opened, old, now, steps[i], seams[i], change, back)
            old = now
            i += 1
        if len(now) == 1:
            closed, opened = _one_width(closed, opened, steps[i:end], seams[i:end], back)
        elif len(now) == 2:
            closed, opened = _two_widths(closed, opened, steps[i:end], seams[i:end], change, back)
        else:
            for k in range(i, end):
                closed, opened = _step(closed, opened, now, now, steps[k], seams[k], change, back)
        i = end
    joined = [False] * (count - 1)
    state = min(range(len(closed)), key=closed.__getitem__)
    for i in range(count - 1, 0, -1):
        state = back[i][state]
        joined[i - 1] = 2 * state >= len(back[i - 1])
    return joined


def _step(
    closed: Sequence[int],
    opened: Sequence[int],
    old: Sequence[int],
    now: Sequence[int],
    step: Step,
    seam: int,
    change: tuple[int, int],
    back: _Back,
) -> tuple[list[int], list[int]]:
    """Take the step over one line, from any widths to any others."""
    new_closed, new_open, ends, goings = [], [], [], []
    open_at = len(old)
    from_closed, from_open = enter(closed, old, now, change[0]), enter(opened, old, now, change[1])
    for (single, first, last, middle), (c, c_from), (o, o_from) in zip(step, from_closed, from_open, strict=True):
        if o + last < c + single:
            new_closed.append(o + last + seam)
            ends.append(open_at + o_from)
        else:
            new_closed.append(c + single + seam)
            ends.append(c_from)
        if o + middle < c + first:
            new_open.append(o + middle)
            goings.append(open_at + o_from)
        else:
            new_open.append(c + first)
            goings.append(c_from)
    back.append((*ends, *goings))
    return new_closed, new_open


# Where one width is followed by the same one: the states before (closed 0, open 1) of closed and of open.
_CLOSED_CLOSED, _CLOSED_OPEN, _OPEN_CLOSED, _OPEN_OPEN = (0, 0), (0, 1), (1, 0), (1, 1)


def _one_width(
    closed: Sequence[int], opened: Sequence[int], steps: Sequence[Step], seams: Sequence[int], back: _Back
) -> tuple[list[int], list[int]]:
    """Walk over lines that can have one width only."""
    (c,), (o,) = closed, opened
    add = back.append
    for ((single, first, last, middle),), seam in zip(steps, seams, strict=True):
        go_on, begin = o + middle, c + first
        end, alone = o + last, c + single
        if end < alone:
            c = end + seam
            if go_on < begin:
                o = go_on
                add(_OPEN_OPEN)
            else:
                o = begin
                add(_OPEN_CLOSED)
        else:
            c = alone + seam
            if go_on < begin:
                o = go_on
                add(_CLOSED_OPEN)
            else:
                o = begin
                add(_CLOSED_CLOSED)
    return [c], [o]


def _two_widths(
    closed: Sequence[int],
    opened: Sequence[int],
    steps: Sequence[Step],
    seams: Sequence[int],
    change: tuple[int, int],
    back: _Back,
) -> tuple[list[int], list[int]]:
    """Walk over lines that can have the same two widths."""
    switch_end, switch_inside = change
    (c0, c1), (o0, o1) = closed, opened
    for ((single0, first0, last0, middle0), (single1, first1, last1, middle1)), seam in zip(steps, seams, strict=True):
        from_c0, from_c1, from_o0, from_o1 = 0, 1, 2, 3
        if c1 + switch_end < c0:
            c0, from_c0 = c1 + switch_end, 1
        elif c0 + switch_end < c1:
            c1, from_c1 = c0 + switch_end, 0
        if o1 + switch_inside < o0:
            o0, from_o0 = o1 + switch_inside, 3
        elif o0 + switch_inside < o1:
            o1, from_o1 = o0 + switch_inside, 2
        end0, end1, on0, on1 = c0 + single0, c1 + single1, c0 + first0, c1 + first1
        way0, way1, way2, way3 = from_c0, from_c1, from_c0, from_c1
        if o0 + last0 < end0:
            end0, way0 = o0 + last0, from_o0
        if o1 + last1 < end1:
            end1, way1 = o1 + last1, from_o1
        if o0 + middle0 < on0:
            on0, way2 = o0 + middle0, from_o0
        if o1 + middle1 < on1:
            on1, way3 = o1 + middle1, from_o1
        c0, c1, o0, o1 = end0 + seam, end1 + seam, on0, on1
        back.append((way0, way1, way2, way3))
    return [c0, c1], [o0, o1]
