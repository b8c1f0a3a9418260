"""The record of one run: what each rule changed, where that stood in the source, and the way back."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cleantext._rule import Doubt, Edit, Mark, Note, Stage

__all__ = ["Change", "Step", "Trace", "TracedNote"]


class Change(NamedTuple):
    """One edit as it is shown to people.

    `rule` is the name of the rule and `stage` its place in the order. `start` and `end` are offsets in the source (code
    points, end exclusive); `before` is what the rule saw there, which is not the source's text where an earlier rule
    had changed it, and `after` what it put in its place. `at` is the offset in the text that the rule saw.
    `confidence` (0.5-1) is that of the doubt which the rule noted of this edit; None where it noted none.
    """

    rule: str
    stage: Stage
    start: int
    end: int
    before: str
    after: str
    at: int = 0
    confidence: float | None = None


class TracedNote(NamedTuple):
    """A note with the rule that made it and its place in the source."""

    rule: str
    start: int
    end: int
    note: Note


class _Places(NamedTuple):
    """Where the edits of a step begin and end, before it and after it."""

    old_starts: list[int]
    old_ends: list[int]
    new_starts: list[int]
    new_ends: list[int]


@dataclass(frozen=True, slots=True)
class Step:
    """The edits of one rule in the text that it saw, with what stood there before."""

    rule: str
    stage: Stage
    edits: tuple[Edit, ...]
    removed: tuple[str, ...]
    notes: tuple[Note, ...] = ()
    _places: list[_Places] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def places(self) -> _Places:
        """The break points of this step, worked out at first use."""
        if not self._places:
            delta, new_starts, new_ends = 0, [], []
            for start, end, replacement in self.edits:
                new_starts.append(start + delta)
                delta += len(replacement) - (end - start)
                new_ends.append(end + delta)
            self._places.append(_Places([e[0] for e in self.edits], [e[1] for e in self.edits], new_starts, new_ends))
        return self._places[0]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the span before this step that a span after it came from."""
        at = self.places
        return _move(start, end, at.new_starts, at.new_ends, at.old_starts, at.old_ends)

    def forward(self, start: int, end: int) -> tuple[int, int]:
        """Return the span after this step that a span before it became."""
        at = self.places
        return _move(start, end, at.old_starts, at.old_ends, at.new_starts, at.new_ends)

    def undo(self, string: str) -> str:
        """Return the text before this step."""
        parts: list[str] = []
        position = 0
        for start, end, removed in zip(self.places.new_starts, self.places.new_ends, self.removed, strict=True):
            parts.append(string[position:start])
            parts.append(removed)
            position = end
        parts.append(string[position:])
        return "".join(parts)


def _move(
    start: int, end: int, starts: list[int], ends: list[int], to_starts: list[int], to_ends: list[int]
) -> tuple[int, int]:
    """Move a span over a step: a code point in an edited place stands for the whole place, any other for itself."""
    i = bisect_right(starts, start) - 1
    if start == end:  # a gap between two code points
        if i < 0:
            return start, start
        is_behind = start > starts[i] and start >= ends[i]
        at = start + to_ends[i] - ends[i] if is_behind else to_starts[i]
        return at, at
    is_inside = i >= 0 and start < ends[i]
    first = to_starts[i] if is_inside else start + (to_ends[i] - ends[i] if i >= 0 else 0)
    i = bisect_right(starts, end - 1) - 1
    is_inside = i >= 0 and end - 1 < ends[i]
    last = to_ends[i] if is_inside else end + (to_ends[i] - ends[i] if i >= 0 else 0)
    return first, last


@dataclass(frozen=True, slots=True)
class Trace:
    """What one run of a cleaner did.

    Attributes:
        source: the text that was given.
        text: the cleaned text.
        steps: one a rule that changed or noted something, in order.
        chosen: `"full"`, or `"run twice"`, `"lines kept"`, `"characters"` or `"unchanged"` where the full result was
            not stable under a second run; a rule may then have two steps.

    >>> import cleantext
    >>> trace = cleantext.Cleaner().trace("⽂化⼈")
    >>> [(c.rule, c.start, c.before, c.after) for c in trace.changes()]
    [('radical-form', 0, '⽂', '文'), ('radical-form', 2, '⼈', '人')]
    >>> trace.revert() == trace.source
    True
    """

    source: str
    text: str
    steps: tuple[Step, ...]
    chosen: str = "full"

    def revert(self) -> str:
        """Return the source, rebuilt from the cleaned text and the edits."""
        string = self.text
        for step in reversed(self.steps):
            string = step.undo(string)
        return string

    def changes(self) -> Iterator[Change]:
        """Yield every edit, rule by rule, with its place in the source."""
        for number, step in enumerate(self.steps):
            doubts = sorted((n for n in step.notes if isinstance(n, Doubt)), key=lambda doubt: doubt.start)
            ends = [doubt.end for doubt in doubts]
            for edit, removed in zip(step.edits, step.removed, strict=True):
                start, end = self._to_source(edit.start, edit.end, number)
                k = bisect_right(ends, edit.start)
                confidence = (
                    doubts[k].confidence
                    if k < len(doubts) and doubts[k].start < max(edit.end, edit.start + 1)
                    else None
                )
                yield Change(step.rule, step.stage, start, end, removed, edit.replacement, edit.start, confidence)

    def notes(self) -> Iterator[TracedNote]:
        """Yield every note, rule by rule, with its place in the source."""
        for number, step in enumerate(self.steps):
            for note in step.notes:
                start, end = self._to_source(note.start, note.end, number)
                yield TracedNote(step.rule, start, end, note)

    def counts(self) -> dict[str, int]:
        """Return for each rule that changed something the number of its edits.

        >>> import cleantext
        >>> cleantext.Cleaner().trace("⽂化⼈").counts()
        {'radical-form': 2}
        """
        counter: Counter[str] = Counter()
        for step in self.steps:
            counter[step.rule] += len(step.edits)
        return dict(+counter)

    def marked(self) -> dict[str, int]:
        r"""Return how many of each thing are marked that cannot be repaired.

        >>> import cleantext
        >>> cleantext.Cleaner().trace("\ue000\ue001化，锟斤拷").marked()
        {'private-use character': 2, 'character lost as 锟斤拷': 1}
        """
        counter: Counter[str] = Counter()
        for step in self.steps:
            for note in step.notes:
                if isinstance(note, Mark):
                    counter[note.what] += note.count
        return dict(counter)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the span (code points) of the source that a span of the cleaned text came from.

        Raises:
            ValueError: the span is no part of the cleaned text.
        """
        _check(start, end, self.text)
        return self._to_source(start, end, len(self.steps))

    def to_source_of_step(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source that a span of the text which step `number` (from 0) saw came from."""
        return self._to_source(start, end, number)

    def to_text(self, start: int, end: int) -> tuple[int, int]:
        """Return the span (code points) of the cleaned text that came from a span of the source.

        Raises:
            ValueError: the span is no part of the source.
        """
        _check(start, end, self.source)
        for step in self.steps:
            start, end = step.forward(start, end)
        return start, end

    def _to_source(self, start: int, end: int, steps: int) -> tuple[int, int]:
        for step in reversed(self.steps[:steps]):
            start, end = step.back(start, end)
        return start, end


def _check(start: int, end: int, text: str) -> None:
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"({start}, {end}) is no span of a text of {len(text)} code points")


def make_step(rule: str, stage: Stage, string: str, edits: Sequence[Edit], notes: Sequence[Note] = ()) -> Step:
    """Return the step that these edits of `string` make."""
    return Step(rule, stage, tuple(edits), tuple(string[start:end] for start, end, _ in edits), tuple(notes))
