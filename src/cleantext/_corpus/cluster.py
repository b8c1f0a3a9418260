"""The engine of a Ray cluster: batches of units are its tasks, over storage that all its machines share.

A task writes its outputs itself, and its records come back one by one; no data goes through Ray. Only the process that
runs the command knows the manifest.
"""

import os
import socket
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from logging import ERROR
from typing import Any

from cleantext._corpus.engine import Done, Engine, Plan, Progress, Queue
from cleantext._corpus.manifest import Lock
from cleantext._corpus.record import Record, fingerprint_of
from cleantext._corpus.units import Unit
from cleantext._corpus.work import do_unit
from cleantext._pages import printable
from cleantext.errors import CorpusError

__all__ = ["ray_engine"]

_TICK_SECONDS = 0.2
_ANSWER_SECONDS = 10.0


def ray_engine(address: str | None = None) -> Engine:
    """Return the engine whose workers are tasks of a Ray cluster.

    Args:
        address: host and port of its head; by default what `RAY_ADDRESS` says, else the cluster of this machine.

    Raises:
        CorpusError: the package is not installed, or the address is one of Ray's client; from the engine itself: the
            cluster cannot be reached, has no processor, or runs something else than this machine.
    """
    ray = _ray()
    if address is not None and "://" in address:
        raise CorpusError(
            f"{printable(address)}: it is no address of a cluster; run the command on one of its machines, "
            "and give host and port"
        )

    def run(
        units: Sequence[Unit], jobs: int | None, plan: Plan, is_stopping: Callable[[], bool]
    ) -> Iterator[Done | Progress]:
        if not units:
            return  # nothing to do is no reason to need a cluster
        with redirect_stdout(sys.stderr):  # Ray prints what it has to say of its machines
            _connect(ray, address)
            try:
                yield from _run(ray, [_absolute(unit) for unit in units], jobs, plan, is_stopping)
            finally:
                ray.shutdown()  # which ends the tasks that still run

    return run


def _ray() -> Any:
    try:
        import ray
    except ImportError:
        raise CorpusError(
            "--engine ray needs the package ray, which is not installed; pip install 'cleantext-zh[corpus,ray]'"
        ) from None
    return ray


def _connect(ray: Any, address: str | None) -> None:
    address = address or os.environ.get("RAY_ADDRESS") or "auto"
    try:
        if address != "auto":
            host, _, port = address.rpartition(":")
            # Ray itself would wait for minutes
            socket.create_connection((host, int(port)), _ANSWER_SECONDS).close()
        ray.init(address=address, log_to_driver=False, logging_level=ERROR)
    except (AssertionError, OSError, OverflowError, RuntimeError, ValueError) as error:
        where = printable("this machine" if address == "auto" else address)
        reason = printable(str(error).strip().partition("\n")[0])
        raise CorpusError(f"{where}: no Ray cluster answers there ({reason}); start one, or give --address") from None


def _absolute(unit: Unit) -> Unit:
    # another machine has another current folder
    return unit._replace(source=unit.source._replace(path=os.path.abspath(unit.source.path)))  # noqa: PTH100 - keeps `..` of links


class _Task:
    """A batch given to the cluster: its records as they come, and the units that have not come back."""

    def __init__(self, records: Any, units: list[Unit]) -> None:
        self.records, self.units = records, deque(units)


def _run(
    ray: Any, units: list[Unit], jobs: int | None, plan: Plan, is_stopping: Callable[[], bool]
) -> Iterator[Done | Progress]:
    # retries are ours: which unit a worker was at is not known there
    work = ray.remote(num_returns="streaming", max_retries=0, name="cleantext")(_work)
    queue = Queue(units, jobs or _processors(ray), plan)
    shared = ray.put(plan._replace(folder=os.path.abspath(plan.folder)))  # noqa: PTH100 - as above
    tasks: list[_Task] = []
    while True:
        # machines come and go
        for _ in range((jobs or _processors(ray)) - len(tasks)):
            batch = None if is_stopping() else queue.next()
            if batch is None:
                break
            tasks.append(_Task(work.remote(shared, batch), batch))
        if not tasks:
            return
        ready, _ = ray.wait([task.records for task in tasks], timeout=_TICK_SECONDS, fetch_local=False)
        for records in ready:
            task = next(task for task in tasks if task.records is records)
            try:
                record = ray.get(next(records))
            except StopIteration:
                tasks.remove(task)
                yield from queue.bury(task.units)  # mostly there is none
            except ray.exceptions.RayTaskError as error:
                raise CorpusError(
                    f"a machine of the cluster cannot do it ({_reason(error)}); see to it that all have the same "
                    "storage, the same cleantext and the same packages"
                ) from None
            except ray.exceptions.RayError:
                # the worker or its machine is gone
                tasks.remove(task)
                yield from queue.bury(task.units)
            else:
                yield from _came(task, record)
        yield Progress(0, 0, 0)


def _came(task: _Task, record: Record) -> Iterator[Done | Progress]:
    yield Progress(record.pages, record.doubts or 0, record.failed)
    yield Done(task.units.popleft(), record)


def _processors(ray: Any) -> int:
    count = int(ray.cluster_resources().get("CPU", 0))
    if not count:
        raise CorpusError("the Ray cluster has no processor; add a machine to it and run again")
    return count


def _reason(error: Any) -> str:
    cause = error.cause if error.cause is not None else error
    lines = [line for line in str(cause).strip().split("\n") if line.strip()]
    return printable(lines[-1].strip()) if lines else type(cause).__name__


def _work(plan: Plan, units: list[Unit]) -> Iterator[Record]:
    """Be a task: do the units of a batch, one after the other."""
    held = Lock.share(plan.folder)
    if fingerprint_of(plan.cleaner, plan.settings) != plan.fingerprint:
        raise CorpusError("it has another version of cleantext or of a package that decides something")
    for unit in units:
        yield do_unit(unit, plan.folder, plan.cleaner, plan.settings, plan.fingerprint)
    del held
