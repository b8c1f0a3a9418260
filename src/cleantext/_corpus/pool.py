"""Worker processes: batches of units go to them, records come back; one that is killed is replaced."""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

from cleantext._corpus.engine import Done, Plan, Progress, Queue
from cleantext._corpus.manifest import Lock
from cleantext._corpus.record import Record
from cleantext._corpus.units import Unit
from cleantext._corpus.work import do_unit
from cleantext.errors import CorpusError

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

__all__ = ["cpu_count", "run_pool"]

_TICK_SECONDS = 0.2


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
        self.has_begun = False

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
    units: Sequence[Unit], jobs: int | None, plan: Plan, is_stopping: Callable[[], bool]
) -> Iterator[Done | Progress]:
    """Be the engine whose workers are processes of this machine.

    Raises:
        CorpusError: they end before they begin.
    """
    jobs = jobs or cpu_count()
    queue = Queue(units, jobs, plan)
    workers: list[_Worker] = []
    lost = 0  # workers in a row that were killed before they began
    try:
        while True:
            for _ in range(jobs - len(workers)):
                batch = None if is_stopping() else queue.next()
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
                    if not worker.has_begun:
                        lost += 1
                        _refuse_to_go_on(worker.process.exitcode, is_last=lost > jobs)
                    yield from queue.bury(worker.units, has_begun=worker.has_begun)
                    continue
                worker.has_begun, lost = True, 0
                if isinstance(message, Record):
                    yield Done(worker.units.popleft(), message)
                elif isinstance(message, Progress):
                    yield message
                if not worker.units:
                    batch = None if is_stopping() else queue.next()
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


def _refuse_to_go_on(exit_code: int | None, *, is_last: bool) -> None:
    """End a run whose worker ended before it began, for the next one would too; one that was killed is replaced first.

    Raises:
        CorpusError: it ended by itself, or is one of too many.
    """
    code = exit_code or 0
    if code >= 0 or is_last:
        how = f"exit status {code}" if code >= 0 else f"killed by signal {-code}"
        raise CorpusError(
            f"a worker process ended before it began its work ({how}); see to what stands above, and run again to go on"
        )


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
        connection.send(Progress(*counts))  # it has begun
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
