"""A run over a corpus: what there is to do, done by an engine, and what it came to."""

import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cleantext._corpus.engine import Done, Engine, Plan, Progress
from cleantext._corpus.manifest import Lock, Manifest
from cleantext._corpus.names import ERRORS, SUMMARY, Found, find_sources, refuse_collisions, refuse_foreign
from cleantext._corpus.pool import run_pool
from cleantext._corpus.record import Record, Settings, fingerprint_of, names_of
from cleantext._corpus.streams import digest_of
from cleantext._corpus.summary import Summary, failures_of, summary_of
from cleantext._corpus.units import Unit, units_of
from cleantext._files import write
from cleantext._json import to_json
from cleantext._pages import printable
from cleantext.errors import CleantextError, CorpusError

if TYPE_CHECKING:
    from cleantext._cleaner import Cleaner

__all__ = ["Event", "Outcome", "run_corpus"]


class Event(NamedTuple):
    """How a run goes on, in numbers since its begin; `bytes` and `total` are of the inputs that were to be done."""

    pages: int
    doubts: int
    failures: int
    bytes: int
    total: int


class Outcome(NamedTuple):
    """What became of a run."""

    summary: Summary
    failures: list[dict[str, object]]
    done: int
    skipped: int
    strange: int
    is_interrupted: bool


def run_corpus(
    inputs: Sequence[str],
    output: str,
    cleaner: "Cleaner",
    settings: Settings,
    *,
    jobs: int | None = None,
    redo: bool = False,
    report: Callable[[Event], None] = lambda _event: None,
    engine: Engine | None = None,
) -> Outcome:
    """Clean a corpus into a folder; what is done already and unchanged is left as it is.

    Args:
        inputs: folders and files.
        output: the folder.
        cleaner: how.
        settings: how, besides.
        jobs: how many workers there are; by default one a processor.
        redo: whether all is done again.
        report: told how it goes on.
        engine: has the units done; by default processes of this machine.

    Raises:
        CorpusError: an input or the output folder cannot be worked with, or was made with other settings.
    """
    found = find_sources(inputs, output)
    try:
        Path(output).mkdir(parents=True, exist_ok=True)
        lock = Lock(output)
    except CorpusError:
        raise
    except OSError as error:
        raise CorpusError(f"{printable(output)}: {error.strerror or error}; give another -o") from None
    try:
        fingerprint = fingerprint_of(cleaner, settings)
        units, broken = _units(found, settings, fingerprint)
        plan = Plan(output, cleaner, settings, fingerprint)
        return _run(units, broken, found, plan, jobs, redo, report, engine or run_pool)
    finally:
        lock.close()


def _units(found: Found, settings: Settings, fingerprint: str) -> tuple[list[Unit], list[Done]]:
    """Return the units of a corpus, and what of it failed before there were any.

    Raises:
        CorpusError: two outputs would have one name.
    """
    units: list[Unit] = []
    failed = []
    for source in found.sources:
        try:
            units += list(units_of(source, settings.part_bytes))
        except CleantextError as error:
            failed.append((source, str(error)))
        except OSError as error:
            failed.append((source, f"{error.strerror or error}; see to it and run again"))
    refuse_collisions(
        [
            *((name, unit.source.path) for unit in units for name in names_of(unit, settings)),
            *((source.name, source.path) for source, _ in failed),
        ]
    )
    broken = []
    for source, reason in (*failed, *found.locked):
        # nothing is known of its parts: it is one that failed
        unit = Unit(source, source.name, 0, 0, 0, 0)
        record = Record.of(unit, fingerprint)
        record.error = reason
        broken.append(Done(unit, record))
    return units, broken


def _run(
    units: list[Unit],
    broken: list[Done],
    found: Found,
    plan: Plan,
    jobs: int | None,
    redo: bool,
    report: Callable[[Event], None],
    engine: Engine,
) -> Outcome:
    with _manifest(plan, redo, [*units, *(done.unit for done in broken)], found.folders) as manifest:
        todo = [unit for unit in units if not _is_done(unit, plan.folder, manifest)]
        total = sum(unit.size for unit in todo)
        pages = doubts = failures = size = done = 0
        with _interrupts() as is_stopping:
            for item in _all(broken, engine(todo, jobs, plan, is_stopping)):
                if isinstance(item, Progress):
                    pages, doubts, failures = pages + item.pages, doubts + item.doubts, failures + item.failures
                else:
                    unit, record = item
                    if record.error:
                        failures += 1
                        # what an earlier run wrote is not what this input gives
                        _remove(plan.folder, names_of(unit, plan.settings))
                    manifest.append(record)
                    size, done = size + unit.size, done + 1
                report(Event(pages, doubts, failures, size, total))
            is_interrupted = is_stopping() and done < len(todo) + len(broken)
        failed, summary = failures_of(manifest.records()), summary_of(manifest.records())
    _write_reports(plan.folder, summary, failed)
    return Outcome(summary, failed, done, len(units) - len(todo), found.strange, is_interrupted)


def _remove(folder: str, names: Sequence[str]) -> None:
    """Remove what was written for a unit; a folder that could not be read has nothing."""
    if not names[0].endswith("/"):
        for name in names:
            Path(folder, name).unlink(missing_ok=True)


def _manifest(plan: Plan, redo: bool, units: list[Unit], folders: set[str]) -> Manifest:
    """Open the manifest of a folder that may be gone on with.

    Outputs of inputs that are cut otherwise now are removed: with the new ones their pages would be there twice. A
    folder that can be read now has failed no more.

    Raises:
        CorpusError: it cannot be read, the folder was made with other settings, or has files that no run wrote.
    """
    refuse_foreign(
        plan.folder,
        (name for unit in units if unit.source.format != "folder" for name in names_of(unit, plan.settings)),
    )
    planned, inputs = {unit.output for unit in units}, folders.union(unit.source.name for unit in units)
    try:
        manifest = Manifest(plan.folder)
    except CorpusError:
        if not redo:
            raise
        return Manifest(plan.folder, anew=True)
    old = []
    for record in manifest.records():
        if record.fingerprint != plan.fingerprint and not redo:
            manifest.close()
            raise CorpusError(f"{printable(plan.folder)}: {_difference(record, plan)}, or another -o")
        if record.unit not in planned and record.input in inputs:
            old.append(record)
        elif record.unit in planned and record.edits_file and not plan.settings.edits:
            _remove(plan.folder, [record.edits_file])  # they would be those of another output
    for record in old:
        _remove(plan.folder, [file.name for file in record.files()])
        manifest.forget(record.unit)
    if redo:
        manifest.close()
        return Manifest(plan.folder, anew=True)
    return manifest


def _difference(record: Record, plan: Plan) -> str:
    """Return how a folder was made that this run would make otherwise, and how to go on."""
    settings = replace(plan.settings, edits=not plan.settings.edits)
    if record.fingerprint != fingerprint_of(plan.cleaner, settings):
        return "it was made with other settings or another version; give --redo to do all again"
    if settings.edits:
        return "it was made with --edits; give it to go on, --redo to do all again without"
    return "it was made without --edits; leave it out to go on, give --redo to do all again with it"


def _all(broken: Iterable[Done], engine: Iterator[Done | Progress]) -> Iterator[Done | Progress]:
    yield from broken
    yield from engine


def _is_done(unit: Unit, folder: str, manifest: Manifest) -> bool:
    """Tell whether the output of a unit is there and its input what it was."""
    record = manifest.get(unit.output)
    if record is None or record.error:
        return False
    if (record.part, record.start, record.end, record.decisions) != (unit.part, unit.start, unit.end, unit.decided):
        return False
    try:
        if any(Path(folder, file.name).stat().st_size != file.size for file in record.files()):
            return False
    except OSError:
        return False
    if record.mtime_ns == unit.mtime_ns:
        return True
    # touched, copied or changed
    with suppress(OSError):
        if digest_of(unit.source.path, unit.start, unit.end) == record.input_digest:
            record.mtime_ns = unit.mtime_ns
            manifest.append(record)
            return True
    return False


def _write_reports(folder: str, summary: Summary, failures: list[dict[str, object]]) -> None:
    write(str(Path(folder, SUMMARY)), (to_json(summary.to_dict(), indent=2) + "\n").encode())
    errors = Path(folder, ERRORS)
    if failures:
        write(str(errors), b"".join(to_json(item).encode() + b"\n" for item in failures))
    else:
        errors.unlink(missing_ok=True)


@contextmanager
def _interrupts() -> Iterator[Callable[[], bool]]:
    """Let the first Ctrl-C only be seen by who asks for it; a second one interrupts at once."""
    is_stopping = False

    def stop(_number: int, _frame: Any) -> None:
        nonlocal is_stopping
        if is_stopping:
            raise KeyboardInterrupt
        is_stopping = True

    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    before = signal.signal(signal.SIGINT, stop)
    try:
        yield lambda: is_stopping
    finally:
        signal.signal(signal.SIGINT, before)
