"""Worker processes: batches of units go to them, records come back; one that is killed is replaced."""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, NamedTuple

from cleantext._corpus.manifest import Lock
from cleantext._corpus.units import Unit
from cleantext._corpus.work import Record, Settings, do_unit

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from cleantext._cleaner import Cleaner

__all__ = ["Done", "Plan", "Progress", "cpu_count", "run_pool"]

_BATCH_BYTES = 1 << 20
_BATCH_UNITS = 256
_SHARES = 8  # batches a worker, at the least
_TICK_SECONDS = 0.2
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


def cpu_count() -> int:
    """Return how many processors this process may use."""
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Worker:
    """A process, the parent's end of its pipe, and the units it was given and has not given back."""

    def __init__(self, plan: Plan) -> None:
        context = get_context("spawn")  # a fork of a process with threads, as pyarrow's, may hang
        here, there = context.Pipe()
        self.connection: Connection[Any, Any] = here
        self.process: BaseProcess = context.Process(target=_work, args=(there, plan), daemon=True)
        with _without_interrupts():
            self.process.start()
        there.close()
        self.units: deque[Unit] = deque()

    def give(self, batch: list[Unit]) -> None:
        self.units.extend(batch)
        with suppress(OSError):  # it is dead, which is noticed when its end of the pipe is read
            self.connection.send(batch)

    def end(self) -> None:
        with suppress(OSError):
            self.connection.send(None)
        self.connection.close()
        self.process.join()


def run_pool(
    units: Sequence[Unit], jobs: int, plan: Plan, is_stopping: Callable[[], bool]
) -> Iterator[Done | Progress]:
    """Yield the record of each unit as it is done, and how it goes on between.

    Args:
        units: in the order they are begun.
        jobs: how many worker processes there are.
        plan: what each is told.
        is_stopping: asked again and again; once it says so, what was given out is ended and nothing more begun.
    """
    # a small corpus has smaller ones, so that there is work for all to the end
    waiting = _batches(units, min(_BATCH_BYTES, sum(unit.size for unit in units) // (jobs * _SHARES)))
    alone: deque[Unit] = deque()  # units of workers that were killed
    tried: set[str] = set()
    workers: list[_Worker] = []
    try:
        while True:
            for _ in range(jobs - len(workers)):
                batch = None if is_stopping() else _next(alone, waiting)
                if batch is None:
                    break
                workers.append(_Worker(plan))
                workers[-1].give(batch)
            if not workers:
                return
            for ready in wait([worker.connection for worker in workers], _TICK_SECONDS):
                worker = next(w for w in workers if w.connection is ready)
                try:
                    message = worker.connection.recv()
                except (EOFError, OSError):
                    workers.remove(worker)
                    worker.connection.close()
                    worker.process.join()
                    yield from _bury(worker, alone, tried, plan)
                    continue
                if isinstance(message, Record):
                    yield Done(worker.units.popleft(), message)
                elif isinstance(message, Progress):
                    yield message
                if not worker.units:
                    batch = None if is_stopping() else _next(alone, waiting)
                    if batch is None:
                        workers.remove(worker)
                        worker.end()
                    else:
                        worker.give(batch)
            if not workers and is_stopping():
                return
            yield Progress(0, 0, 0)
    finally:
        for worker in workers:
            worker.process.kill()
            worker.process.join()
            worker.connection.close()


def _bury(worker: _Worker, alone: deque[Unit], tried: set[str], plan: Plan) -> Iterator[Done]:
    """Put by what a killed worker has left to be tried once more, each unit alone."""
    for place, unit in enumerate(worker.units):
        # the first one is what it was at; those behind it did nothing yet
        if place == 0 and unit.output in tried:
            record = Record.of(unit, plan.fingerprint)
            record.error = _KILLED
            yield Done(unit, record)
            continue
        if place == 0:
            tried.add(unit.output)
        alone.append(unit)


def _next(alone: deque[Unit], waiting: Iterator[list[Unit]]) -> list[Unit] | None:
    return [alone.popleft()] if alone else next(waiting, None)


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


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Start a process that Ctrl-C does not reach: what it is at is to be ended."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _work(connection: "Connection[Any, Any]", plan: Plan) -> None:
    """Be a worker: do what comes through the pipe until its other end is closed."""
    held = Lock.share(plan.folder)
    parent = parent_process()

    def has_parent() -> bool:
        return parent is None or parent.is_alive()

    said = time.monotonic()
    counts = [0, 0, 0]

    def progress(*more: int) -> None:
        nonlocal said
        for k, count in enumerate(more):
            counts[k] += count
        if time.monotonic() - said > _TICK_SECONDS:
            if not has_parent():
                os._exit(1)  # nobody waits for the unit, and the next run must not wait either
            connection.send(Progress(*counts))
            counts[:] = 0, 0, 0
            said = time.monotonic()

    with suppress(EOFError, OSError, KeyboardInterrupt):
        while (batch := connection.recv()) is not None:
            for unit in batch:
                record = do_unit(
                    unit,
                    plan.folder,
                    plan.cleaner,
                    plan.settings,
                    plan.fingerprint,
                    may_finish=has_parent,
                    progress=progress,
                )
                connection.send(Progress(*counts))
                counts[:] = 0, 0, 0
                connection.send(record)
    del held
