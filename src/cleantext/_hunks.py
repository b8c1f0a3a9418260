"""The blocks of a text before and after, made of a trace: nothing is compared that the edits say already."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from cleantext._places import Places
from cleantext._trace import Change, Trace

__all__ = ["Hunk", "Row", "hunks"]


class Row(NamedTuple):
    """A line, its number (from 1), and the spans of it (code points) that were or are changed."""

    number: int
    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hunk:
    """The lines that some blocks were made of, the blocks (none where the text was taken out), and the rules' names."""

    before: tuple[Row, ...]
    after: tuple[Row, ...]
    rules: tuple[str, ...]


def hunks(trace: Trace) -> list[Hunk]:
    r"""Return the blocks that changed, in the order of the source.

    Blank lines that came or went between two blocks that are else the same make no hunk.

    >>> import cleantext
    >>> [hunk] = hunks(cleantext.Cleaner("text").trace("一\n⽂化\n"))
    >>> hunk.before[0], hunk.after[0].text, hunk.rules
    (Row(number=2, text='⽂化', spans=((0, 1),)), '文化', ('radical-form',))
    """
    source, result = Places(trace.source), Places(trace.text)
    changes = sorted(trace.changes(), key=lambda change: (change.start, change.end))
    furthest = list(accumulate((change.end for change in changes), max))  # non-decreasing, for the search
    marks = sorted({trace.to_text(c.start, c.end) for c in changes if c.after.strip()})
    found = []
    for first, last, numbers in _groups(trace, source, result):
        start, end = source.starts[first - 1], source.ends[last - 1]
        before = [source.line(number) for number in range(first, last + 1)]
        if before == [result.line(number) for number in numbers]:
            continue
        inside = _inside(changes, furthest, start, end)
        own_furthest = list(accumulate((change.end for change in inside), max))
        found.append(
            Hunk(
                tuple(
                    _row(source, number, _of_line(inside, own_furthest, source, number))
                    for number in range(first, last + 1)
                ),
                tuple(_row(result, number, _near(marks, result, number)) for number in numbers),
                tuple(dict.fromkeys(change.rule for change in inside)),
            )
        )
    return found


def _groups(trace: Trace, source: Places, result: Places) -> list[tuple[int, int, list[int]]]:
    """Return runs of source lines with the result's lines that came from them; lines of nothing stand alone."""
    groups: list[tuple[int, int, list[int]]] = []
    for number in range(1, len(result) + 1):
        line = result.line(number)
        content = line.strip()
        if not content:
            continue
        at = result.starts[number - 1] + line.index(content)
        start, end = trace.to_source(at, at + len(content))
        first, last = source.of(start).line, source.of(max(start, end - 1)).line
        if groups and first <= groups[-1][1]:
            before, until, numbers = groups[-1]
            groups[-1] = before, max(until, last), [*numbers, number]
        else:
            groups.append((first, last, [number]))
    whole: list[tuple[int, int, list[int]]] = []
    position = 1
    for first, last, numbers in [*groups, (len(source) + 1, len(source), [])]:
        gone = [number for number in range(position, first) if source.line(number).strip()]
        whole += [(number, number, []) for number in gone]
        if numbers:
            whole.append((first, last, numbers))
        position = last + 1
    return whole


def _inside(changes: Sequence[Change], furthest: Sequence[int], start: int, end: int) -> list[Change]:
    """Return the changes that touch the source between two offsets; what only follows or precedes it is left out."""
    found = []
    for change in changes[bisect_left(furthest, start) :]:
        if change.start > end:
            break
        is_gap = change.start == change.end
        if (is_gap and start <= change.start <= end) or (change.start < end and change.end > start):
            found.append(change)
    return found


def _of_line(changes: Sequence[Change], furthest: Sequence[int], places: Places, number: int) -> list[tuple[int, int]]:
    """Return the spans of the changes that touch a line of the source."""
    inside = _inside(changes, furthest, places.starts[number - 1], places.ends[number - 1])
    return [(change.start, change.end) for change in inside]


def _near(marks: Sequence[tuple[int, int]], places: Places, number: int) -> list[tuple[int, int]]:
    start, end = places.starts[number - 1], places.ends[number - 1]
    return list(marks[bisect_left(marks, (start, 0)) : bisect_left(marks, (end + 1, 0))])


def _row(places: Places, number: int, spans: Sequence[tuple[int, int]]) -> Row:
    start, text = places.starts[number - 1], places.line(number)
    inside = [(max(0, a - start), min(len(text), b - start)) for a, b in spans]
    return Row(number, text, tuple(sorted({(a, b) for a, b in inside if a < b})))
