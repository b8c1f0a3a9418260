"""The decision for every seam of a page: a shortest path over the roles of its lines, their column's width hidden.

Costs are whole thousandths of a natural logarithm, so every machine adds them up alike. Ties go to the block's end,
then to the candidate that more lines share.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cleantext._data.costs import SWITCH_END, SWITCH_INSIDE
from cleantext._layout.chars import end_class
from cleantext._layout.facts import SPACES
from cleantext._layout.forms import Form
from cleantext._paragraphs.confidence import confidence
from cleantext._paragraphs.features import Features, extract
from cleantext._paragraphs.flowing import MID_SENTENCE, is_cut
from cleantext._paragraphs.margins import margins
from cleantext._paragraphs.steps import FAR, Step, enter, line_costs, seam_costs

if TYPE_CHECKING:
    from cleantext._layout.lines import Layout


class Path:
    """The seams of a page and what was decided for them.

    Attributes:
        numbers: the lines that are not blank.
        joined: for the seam behind each of them but the last, whether the block goes on.
    """

    __slots__ = ("_confidences", "_lines", "_regions", "joined", "numbers")

    def __init__(
        self, numbers: list[int], joined: list[bool], lines: Sequence[str], regions: list[tuple[int, int, Features]]
    ) -> None:
        self.numbers = numbers
        self.joined = joined
        self._lines = lines
        self._regions = regions
        self._confidences: list[float] | None = None

    @property
    def confidences(self) -> list[float]:
        """For each seam the probability (0.5-1) that it was decided rightly; 1 where the form leaves no choice."""
        if self._confidences is None:
            found = [1.0] * len(self.joined)
            place = {number: k for k, number in enumerate(self.numbers)}
            for _, _, features in self._regions:
                for last, margin in zip(features.lasts, margins(features), strict=False):
                    found[place[last]] = confidence(margin)
            self._confidences = found
        return self._confidences

    def settled(self, min_confidence: float) -> list[bool]:
        """Return the decisions that are certain enough: a join under `min_confidence` (0.5-1) is none.

        What would be joined as flowing text is joined here too, so that a second run finds nothing to do.
        """
        joined = list(self.joined)
        if min_confidence > 0.5:
            for k, confidence in enumerate(self.confidences):
                if confidence < min_confidence:
                    joined[k] = False
        for start, end, _ in self._regions:
            _join_cuts(joined, self.numbers, self._lines, start, end)
        return joined


def solve(lines: Sequence[str], layout: Layout) -> Path:
    """Return the best path over the lines of a page as the rules before have left them."""
    forms = layout.forms
    widths = layout.widths
    numbers = [
        i for i, line in enumerate(lines) if line and widths[i] and (line[0] not in SPACES or line.strip(SPACES))
    ]
    joined = [False] * max(0, len(numbers) - 1)
    regions: list[tuple[int, int, Features]] = []
    k = 0
    while k < len(numbers):
        form = forms[numbers[k]]
        end = k + 1
        while end < len(numbers) and forms[numbers[end]] is form:
            end += 1
        if form is Form.COLUMNS and end - k > 1:
            features = extract(lines, layout, numbers[k:end])
            regions.append((k, end, features))
            _write(joined, numbers, k, features, best(features))
        elif form is Form.FLOWING:
            for j in range(k, end - 1):
                if numbers[j + 1] - numbers[j] > 1:
                    joined[j] = is_cut(lines[numbers[j]], lines[numbers[j + 1]])
        k = end
    return Path(numbers, joined, lines, regions)


def _write(joined: list[bool], numbers: Sequence[int], at: int, features: Features, decided: Sequence[bool]) -> None:
    """Put the decisions for lines in print into those for lines; inside a line in print all are joined."""
    k = at
    for i, last in enumerate(features.lasts):
        while numbers[k] != last:
            joined[k] = True
            k += 1
        if i < len(decided):
            joined[k] = decided[i]
        k += 1


def _join_cuts(joined: list[bool], numbers: Sequence[int], lines: Sequence[str], start: int, end: int) -> None:
    """Join the blocks that would be joined as flowing text, so that a second run finds nothing to do.

    From the last to the first: what is put together so ends with a stop, and is no longer cut before the next block.
    """
    k = end - 2
    after_end = end - 1
    while k >= start:
        if joined[k]:
            k -= 1
            continue
        if end_class(lines[numbers[k]].rstrip(SPACES) or " ") in MID_SENTENCE:
            first = k
            while first > start and joined[first - 1]:
                first -= 1
            before = "".join([lines[i].strip(SPACES) for i in numbers[first : k + 1]])
            after = "".join([lines[i].strip(SPACES) for i in numbers[k + 1 : after_end + 1]])
            joined[k] = is_cut(before, after)
        if not joined[k]:
            after_end = k
        k -= 1


def best(features: Features) -> list[bool]:
    """Return for each seam whether the cheapest path joins it."""
    old: Sequence[int] = features.candidates[0]
    closed = [0] * len(old)
    opened = [FAR] * len(old)
    back: list[tuple[int, ...]] = []  # for each state behind a line the one before it: closed 0…, then open 0…
    for steps, new, seam in zip(line_costs(features), features.candidates, seam_costs(features), strict=True):
        if new is old and len(steps) == 1:
            # one width and no other in sight
            single, first, last, middle = steps[0]
            c, o = closed[0], opened[0]
            is_last, is_middle = o + last < c + single, o + middle < c + first
            closed = [(o + last if is_last else c + single) + seam]
            opened = [o + middle if is_middle else c + first]
            back.append(_ONE_WIDTH[is_last][is_middle])
            continue
        if new is old and len(steps) == 2:
            closed, opened, ways = _two_widths(closed, opened, steps, seam)
            back.append(ways)
            continue
        from_closed = enter(closed, old, new, SWITCH_END)
        from_open = enter(opened, old, new, SWITCH_INSIDE)
        closed, opened, ends, goings = [], [], [], []
        open_at = len(old)
        for (single, first, last, middle), (c, c_from), (o, o_from) in zip(steps, from_closed, from_open, strict=True):
            if o + last < c + single:
                closed.append(o + last + seam)
                ends.append(open_at + o_from)
            else:
                closed.append(c + single + seam)
                ends.append(c_from)
            if o + middle < c + first:
                opened.append(o + middle)
                goings.append(open_at + o_from)
            else:
                opened.append(c + first)
                goings.append(c_from)
        back.append((*ends, *goings))
        old = new
    joined = [False] * (len(back) - 1)
    state = min(range(len(closed)), key=closed.__getitem__)
    for i in range(len(back) - 1, 0, -1):
        state = back[i][state]
        joined[i - 1] = 2 * state >= len(back[i - 1])
    return joined


def _two_widths(
    closed: Sequence[int], opened: Sequence[int], steps: Step, seam: int
) -> tuple[list[int], list[int], tuple[int, ...]]:
    """Take one step where the same two widths are possible before and behind a line: what `best` does, unrolled."""
    (single0, first0, last0, middle0), (single1, first1, last1, middle1) = steps
    c0, c1 = closed
    o0, o1 = opened
    from_c0 = from_o0 = 0
    from_c1 = from_o1 = 1
    if c1 + SWITCH_END < c0:
        c0, from_c0 = c1 + SWITCH_END, 1
    elif c0 + SWITCH_END < c1:
        c1, from_c1 = c0 + SWITCH_END, 0
    if o1 + SWITCH_INSIDE < o0:
        o0, from_o0 = o1 + SWITCH_INSIDE, 1
    elif o0 + SWITCH_INSIDE < o1:
        o1, from_o1 = o0 + SWITCH_INSIDE, 0
    end0, end1, on0, on1 = c0 + single0, c1 + single1, c0 + first0, c1 + first1
    way0, way1, way2, way3 = from_c0, from_c1, from_c0, from_c1
    if o0 + last0 < end0:
        end0, way0 = o0 + last0, 2 + from_o0
    if o1 + last1 < end1:
        end1, way1 = o1 + last1, 2 + from_o1
    if o0 + middle0 < on0:
        on0, way2 = o0 + middle0, 2 + from_o0
    if o1 + middle1 < on1:
        on1, way3 = o1 + middle1, 2 + from_o1
    return [end0 + seam, end1 + seam], [on0, on1], (way0, way1, way2, way3)


# Where one width is followed by the same one: the states before (closed 0, open 1) of closed and of open.
_ONE_WIDTH = (((0, 0), (0, 1)), ((1, 0), (1, 1)))
