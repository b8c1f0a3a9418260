"""Corpus runs where something is rare: locks that others hold, inputs that change, tables of no rows, many failures."""

import fcntl
import io
import json
import multiprocessing
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

import pyarrow as arrow
import pytest
import zstandard
from pyarrow import parquet

from cleantext import Cleaner, Effect, Stage, Text, rule
from cleantext._corpus.names import find_sources, part_name
from cleantext._corpus.pool import cpu_count
from cleantext._corpus.progress import Meter
from cleantext._corpus.record import Record, Settings
from cleantext._corpus.run import Event, _interrupts, run_corpus
from cleantext._corpus.units import Unit, units_of
from cleantext._corpus.work import do_unit
from command import Run, write
from test_corpus import CLEAN, RAW, manifest, outputs
from test_corpus_faults import at_once
from test_corpus_hostile import failures, row


@pytest.fixture(autouse=True)
def _in_this_process(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleantext._corpus.run.run_pool", at_once)


def go(run: Run, *more: str) -> tuple[int, str]:
    code, _, err = run("corpus", "in", "-o", "out", "--isolated", *more)
    return code, err


def unit_of(name: str, text: str | bytes) -> Unit:
    write(f"in/{name}", text)
    Path("out/.cleantext").mkdir(parents=True, exist_ok=True)
    (source,) = find_sources([f"in/{name}"], "out").sources
    (unit,) = units_of(source, 1 << 20)
    return unit


def done(unit: Unit, cleaner: Any = None, **options: Any) -> Record:
    return do_unit(unit, "out", cleaner or Cleaner(), Settings(), "", **options)


# --- locks --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lock", "said"),
    [("run.lock", "another run is at work there"), ("workers.lock", "workers of a run that was killed are still at")],
)
def test_a_lock_that_another_holds(run: Run, monkeypatch: pytest.MonkeyPatch, lock: str, said: str) -> None:
    monkeypatch.setattr("cleantext._corpus.manifest._WAIT_SECONDS", 0.1)
    write("in/a.txt", RAW)
    write(f"out/.cleantext/{lock}", "")
    with Path(f"out/.cleantext/{lock}").open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        code, err = go(run)
        assert (code, said in err) == (2, True), err
        assert outputs("out") == {}
    assert go(run)[0] == 0


def test_lock_files_that_were_left_behind_do_no_harm(run: Run) -> None:
    write("in/a.txt", RAW)
    for name in ("run.lock", "workers.lock", "0123456789abcdef.tmp"):
        write(f"out/.cleantext/{name}", "of process 1 on another machine")
    assert go(run)[0] == 0
    assert outputs("out") == {"a.txt": CLEAN.encode()}
    assert not list(Path("out/.cleantext").glob("*.tmp"))


def test_a_system_without_locks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    write("in/a.txt", RAW)
    assert go(run)[0] == 0


# --- inputs -------------------------------------------------------------------------------------------------------


def test_an_input_that_changes_or_goes_while_it_is_read(run: Run) -> None:
    unit = unit_of("a.txt", RAW)
    assert done(unit._replace(mtime_ns=1)).error == "it was changed while it was read; run again"
    Path("in/a.txt").unlink()
    assert done(unit).error == "No such file or directory; see to it and run again"
    assert outputs("out") == {}


def test_a_run_that_is_gone_takes_no_place(run: Run) -> None:
    unit = unit_of("a.txt", RAW)
    assert "is gone; run again" in done(unit, may_finish=lambda: False).error
    assert outputs("out") == {}
    assert done(unit).error == ""
    assert outputs("out") == {"a.txt": CLEAN.encode()}


def test_a_cleaner_that_fails(run: Run) -> None:
    @rule(stage=Stage.CHARACTERS, effect=Effect.FORM)
    def broken(text: Text) -> list[Any]:
        """Fail as the text says."""
        kinds: dict[str, type[BaseException]] = {"值": ValueError, "忆": MemoryError, "怪": OSError}
        for word, kind in kinds.items():
            if word in text.string:
                raise kind("so it is")
        return []

    cleaner = Cleaner(with_=[broken])
    record = done(unit_of("a.txt", "⽂值\n"), cleaner)
    assert (record.error, record.failed) == ("", 1)
    assert record.failures[0].reason.startswith("rule 'broken' fails with ValueError: so it is; mend it, ")
    assert outputs("out") == {"a.txt": "⽂值\n".encode()}
    assert "not enough memory" in done(unit_of("b.txt", "忆"), cleaner).error
    assert done(unit_of("c.txt", "怪"), cleaner).failures[0].reason.startswith("rule 'broken' fails with OSError: ")


def test_a_page_that_is_clean_has_no_edits(run: Run) -> None:
    write("in/a.txt", CLEAN)
    assert go(run)[0] == 0
    assert [item["edits"] for item in manifest("out")] == [{}]


def test_a_record_with_a_carriage_return_inside(run: Run) -> None:
    write("in/a.csv", "text,n\n⽂\r化,1\n")
    assert go(run)[0] == 2
    assert "carriage return that ends no line" in failures()["a.csv", None]


def test_tables_of_no_rows_and_of_large_ones(run: Run) -> None:
    Path("in").mkdir()
    schema = arrow.schema([("text", arrow.string()), ("x", arrow.binary())])
    with parquet.ParquetWriter("in/none.parquet", schema):
        pass
    rows = [{"text": "⽂", "x": os.urandom(300_000)} for _ in range(130)]
    parquet.write_table(arrow.Table.from_pylist(rows, schema), "in/large.parquet")
    assert go(run)[0] == 0
    assert parquet.ParquetFile("out/none.parquet").read().num_rows == 0
    made = parquet.ParquetFile("out/large.parquet")
    assert made.num_row_groups > 1  # not all rows wait in memory
    assert made.read().to_pylist() == [{**item, "text": "文"} for item in rows]
    assert go(run, "--redo", "--max-decoded", "1000")[0] == 2
    assert "raise --max-decoded" in failures()["large.parquet", None]


def test_parts_keep_both_endings() -> None:
    assert part_name("a.b/c.jsonl.gz", 2) == "a.b/c.part-00002.jsonl.gz"


def test_zstandard_that_is_missing_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("in/a.txt.zst", zstandard.compress(RAW.encode()))
    write("in/b.txt", RAW)
    monkeypatch.setitem(sys.modules, "zstandard", None)
    assert go(run)[0] == 2
    assert "pip install 'cleantext-zh[corpus]'" in failures()["a.txt.zst", None]
    assert outputs("out") == {"b.txt": CLEAN.encode()}
    assert not list(Path("out/.cleantext").glob("*.tmp"))


# --- what is said -------------------------------------------------------------------------------------------------


def test_many_failures_are_counted(run: Run) -> None:
    write("in/a.jsonl", b"[]\n" * 130 + row(RAW))
    code, err = go(run)
    assert code == 2
    assert failures()["a.jsonl", None] == "30 more pages passed through unchanged"
    assert "  and 81 more\n" in err
    assert outputs("out") == {"a.jsonl": b"[]\n" * 130 + row(CLEAN)}


def test_what_failed_or_cannot_be_read_does_not_verify(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("in/a.csv", "other\n1\n")
    write("in/b.txt", RAW)
    go(run)
    code, _, err = run("corpus", "-o", "out", "--verify")
    assert (code, "a.csv: it failed (" in err, "b.txt" in err) == (2, True, False)

    def unreadable(*_: object) -> str:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("cleantext._corpus.check.digest_of", unreadable)
    assert "b.txt: Input/output error; see to it" in run("corpus", "-o", "out", "--verify")[2]


def test_a_manifest_that_is_damaged_is_made_anew_on_request(run: Run) -> None:
    write("in/a.txt", RAW)
    go(run)
    path = Path("out/manifest.jsonl")
    path.write_bytes(b"{}\n" + path.read_bytes())
    assert go(run)[0] == 2
    assert go(run, "--redo")[0] == 0
    assert [item["unit"] for item in manifest("out")] == ["a.txt"]


def test_nothing_is_promised_before_something_is_done() -> None:
    text, times = io.StringIO(), iter((0.0, 5.0, 9.0))
    meter = Meter(text, is_terminal=True, clock=lambda: next(times))
    meter(Event(0, 0, 0, 0, 1_000))
    assert "left" not in text.getvalue()
    meter(Event(1, 2, 0, 1_000, 2_000))
    assert text.getvalue().endswith("2 doubts, 0 failures, 0:09 left")


def test_a_run_goes_on_where_nobody_looks_any_more() -> None:
    class Closed(io.StringIO):
        def flush(self) -> None:
            raise BrokenPipeError

    for is_terminal in (True, False):
        times = iter((0.0, 20.0))
        meter = Meter(Closed(), is_terminal=is_terminal, clock=lambda times=times: next(times))
        meter(Event(1, 0, 0, 1, 2))
        meter.close()


def test_processors_are_counted_where_the_system_does_not_say_which(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cpu_count() >= 1
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 7)
    assert cpu_count() == 7


# --- ends ---------------------------------------------------------------------------------------------------------


def test_the_second_ctrl_c_ends_at_once() -> None:
    # a shell that starts the tests in the background has them ignore Ctrl-C
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with _interrupts() as is_stopping:
            assert not is_stopping()
            signal.raise_signal(signal.SIGINT)
            assert is_stopping()
            with pytest.raises(KeyboardInterrupt):
                signal.raise_signal(signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)


def test_workers_end_with_a_run_that_is_broken_off(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from cleantext._corpus.pool import run_pool

    monkeypatch.setattr("cleantext._corpus.run.run_pool", run_pool)
    for number in range(9):
        write(f"in/{number}.txt", RAW)

    def report(_event: Event) -> None:
        raise RuntimeError("broken off")

    with pytest.raises(RuntimeError, match="broken off"):
        run_corpus(["in"], "out", Cleaner(), Settings(), jobs=2, report=report)
    assert multiprocessing.active_children() == []
    found: list[Any] = []
    # a thread cannot listen for Ctrl-C, and goes on where the other run ended
    thread = threading.Thread(
        target=lambda: found.append(run_corpus(["in"], "out", Cleaner(), Settings(), jobs=1)), daemon=True
    )
    thread.start()
    thread.join(60)
    assert [outcome.summary.units for outcome in found] == [9]
    assert outputs("out") == {f"{number}.txt": CLEAN.encode() for number in range(9)}
    assert all(json.loads(line) for line in Path("out/manifest.jsonl").read_bytes().splitlines())
