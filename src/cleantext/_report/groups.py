"""The edits of a trace at their places in the source, those that overlap there as one group."""

from collections.abc import Iterator
from typing import NamedTuple

from cleantext._trace import Change, Trace

__all__ = ["Group", "groups_of"]


class Group(NamedTuple):
    """Edits that changed one place of the source, in the order in which they were made.

    `number` counts the groups of a trace from 0; `start` and `end` are offsets in the source, `text_start` and
    `text_end` in the cleaned text (code points, end exclusive).
    """

    number: int
    start: int
    end: int
    text_start: int
    text_end: int
    changes: tuple[Change, ...]


def groups_of(trace: Trace) -> list[Group]:
    """Return the groups of a trace in the order of the source; they lie apart, and each edit is in one.

    >>> from cleantext import Cleaner
    >>> [(g.start, g.end, [c.rule for c in g.changes]) for g in groups_of(Cleaner().trace("⽂化"))]
    [(0, 1, ['radical-form'])]
    """
    return [
        Group(number, start, end, *trace.to_text(start, end), tuple(changes))
        for number, (start, end, changes) in enumerate(_merged(list(trace.changes())))
    ]


def _merged(changes: list[Change]) -> Iterator[tuple[int, int, list[Change]]]:
    order = sorted(range(len(changes)), key=lambda i: (changes[i].start, changes[i].end, i))
    here: list[int] = []
    first = last = -1
    for i in order:
        start, end = changes[i].start, changes[i].end
        if start < last or (start == end == first == last):
            here.append(i)
            last = max(last, end)
            continue
        if here:
            yield first, last, [changes[k] for k in sorted(here)]
        here, first, last = [i], start, end
    if here:
        yield first, last, [changes[k] for k in sorted(here)]
