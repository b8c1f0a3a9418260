"""What an engine is, which has units done by workers of some kind; and the queue that each of them takes from."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cleantext._corpus.record import Record, Settings
from cleantext._corpus.units import Unit

if TYPE_CHECKING:
    from cleantext._cleaner import Cleaner

__all__ = ["Done", "Engine", "Plan", "Progress", "Queue"]

_BATCH_BYTES = 1 << 20
_BATCH_UNITS = 256
_SHARES = 8  # batches a worker, at the least
_KILLED = "the process that worked on it was killed, twice; perhaps the machine has too little memory for it"


class Plan(NamedTuple):
    """What every worker is told once."""

    folder: str
    cleaner: "Cleaner"
    settings: Settings
    fingerprint: str


class Progress(NamedTuple):
    """Pages, doubts and failures since the last word of a worker."""

    pages: int
    doubts: int
    failures: int


class Done(NamedTuple):
    """A unit and what became of it."""

    unit: Unit
    record: Record


Engine = Callable[[Sequence[Unit], int | None, Plan, Callable[[], bool]], Iterator[Done | Progress]]
"""Yields the record of each unit as it is done, and how it goes on between.

It is told the units in the order in which they are begun; how many workers there are (`None`: one a processor); what
each of them is told; and whom to ask again and again whether to stop: then what was given out is ended, and nothing
more begun.
"""


class Queue:
    """The units that are still to be given out: many small ones at a time, those of a killed worker each alone.

    Args:
        units: in the order in which they are given out.
        jobs: how many workers there are.
        plan: what each of them is told.
    """

    def __init__(self, units: Sequence[Unit], jobs: int, plan: Plan) -> None:
        # a small corpus has smaller batches, so that there is work for all to the end
        self._batches = _batches(units, min(_BATCH_BYTES, sum(unit.size for unit in units) // (jobs * _SHARES)))
        self._alone: deque[Unit] = deque()
        self._tried: set[str] = set()
        self._plan = plan

    def next(self) -> list[Unit] | None:
        """Return the next batch, `None` where there is none."""
        return [self._alone.popleft()] if self._alone else next(self._batches, None)

    def bury(self, units: Iterable[Unit], *, has_begun: bool = True) -> Iterator[Done]:
        """Put by what a killed worker has left to be tried once more, each unit alone; one that killed two has failed.

        Args:
            units: the first one is what it was at; those behind it did nothing yet.
            has_begun: whether it was at one at all; the first is not to blame for a worker that did not start.
        """
        for place, unit in enumerate(units):
            is_suspect = has_begun and place == 0
            if is_suspect and unit.output in self._tried:
                record = Record.of(unit, self._plan.fingerprint)
                record.error = _KILLED
                yield Done(unit, record)
                continue
            if is_suspect:
                self._tried.add(unit.output)
            self._alone.append(unit)


def _batches(units: Iterable[Unit], max_bytes: int) -> Iterator[list[Unit]]:
    """Yield small units many at a time: a worker that waits for each would wait most of its time."""
    batch: list[Unit] = []
    size = 0
    for unit in units:
        if batch and (size + unit.size > max_bytes or len(batch) >= _BATCH_UNITS):
            yield batch
            batch, size = [], 0
        batch.append(unit)
        size += unit.size
    if batch:
        yield batch
