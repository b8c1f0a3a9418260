"""The decision for every seam of a page: a shortest path over the roles of its lines, their column's width hidden.

Costs are whole thousandths of a natural logarithm, so every machine adds them up alike. Ties go to the block's end,
then to the candidate that more lines share.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress, groupby
from typing import TYPE_CHECKING

from cleantext._layout.chars import end_class
from cleantext._layout.facts import SPACES, contents_of
from cleantext._layout.forms import Form
from cleantext._paragraphs.confidence import confidence
from cleantext._paragraphs.features import Features, extract
from cleantext._paragraphs.flowing import MID_SENTENCE, STOPS, is_cut, may_be_cut
from cleantext._paragraphs.margins import margins
from cleantext._paragraphs.search import best

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
        self, numbers: list[int], joined: list[bool], lines: list[str], regions: list[tuple[int, int, Features]]
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
                for last, margin in zip(features.lasts, margins(features)):
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


def solve(lines: list[str], layout: Layout) -> Path:
    """Return the best path over the lines of a page as the rules before have left them."""
    solid = layout.solid
    if len(lines) < len(layout.contents):  # a rule of the same stage has joined some already
        solid = solid[: bisect_left(solid, len(lines))]
    # the lines that were not blank on the raw page and are not by now
    contents = contents_of(lines, solid)
    numbers = list(compress(solid, contents))
    contents = list(filter(None, contents))
    joined = [False] * max(0, len(numbers) - 1)
    regions: list[tuple[int, int, Features]] = []
    end = 0
    only = layout.only_form
    for form, run in groupby(map(layout.forms.__getitem__, numbers)) if only is None else ((only, numbers),):
        k, end = end, end + len(list(run))
        if form is Form.COLUMNS and end - k > 1:
            features = extract(contents[k:end], layout, numbers[k:end])
            regions.append((k, end, features))
            _write(joined, numbers, k, features, best(features))
        elif form is Form.FLOWING:
            for j in range(k, end - 1):
                if numbers[j + 1] - numbers[j] > 1:
                    joined[j] = is_cut(lines[numbers[j]], lines[numbers[j + 1]])
    return Path(numbers, joined, lines, regions)


def _write(joined: list[bool], numbers: list[int], at: int, features: Features, decided: list[bool]) -> None:
    """Put the decisions for lines in print into those for lines; inside a line in print all are joined."""
    if len(features.lasts) == len(decided) + 1 and numbers[at : at + len(features.lasts)] == features.lasts:
        joined[at : at + len(decided)] = decided  # every line is one in print: most pages
        return
    k = at
    for i, last in enumerate(features.lasts):
        while numbers[k] != last:
            joined[k] = True
            k += 1
        if i < len(decided):
            joined[k] = decided[i]
        k += 1


def _join_cuts(joined: list[bool], numbers: list[int], lines: list[str], start: int, end: int) -> None:
    """Join the blocks that would be joined as flowing text, so that a second run finds nothing to do.

    From the last to the first: what is put together so ends with a stop, and is no longer cut before the next block.
    """
    after_end = end - 1
    for k in [k for k in range(end - 2, start - 1, -1) if not joined[k]]:
        line = lines[numbers[k]]
        if line[-1] in STOPS or not (may_be_cut(line) or (k > start and joined[k - 1])):  # most headlines
            after_end = k
            continue
        if end_class(line.rstrip(SPACES) or " ") in MID_SENTENCE:
            first = k
            while first > start and joined[first - 1]:
                first -= 1
            before = "".join([lines[i].strip(SPACES) for i in numbers[first : k + 1]])
            after = "".join([lines[i].strip(SPACES) for i in numbers[k + 1 : after_end + 1]])
            joined[k] = is_cut(before, after)
        if not joined[k]:
            after_end = k
