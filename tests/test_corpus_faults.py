"""Faults in a corpus run: the N-th write, fsync, rename or open fails, once or from then on, for every N."""

import errno
import gzip
import io
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as arrow
import pytest
import zstandard
from pyarrow import parquet

from cleantext._corpus.pool import Done, Plan
from cleantext._corpus.units import Unit
from cleantext._corpus.work import do_unit
from command import Run, write
from test_corpus import RAW, outputs
from test_corpus_hostile import row

ERRORS = {
    "full": OSError(errno.ENOSPC, "No space left on device"),
    "refused": PermissionError(errno.EACCES, "Permission denied"),
    "broken": OSError(errno.EIO, "Input/output error"),
}
_OPEN, _REPLACE = Path.open, Path.replace


class Fault:
    """Calls of one kind are counted; the N-th fails, and where it lasts all after it."""

    def __init__(self, kind: str, at: int, error: OSError, *, lasts: bool) -> None:
        self.kind, self.at, self.error, self.lasts, self.calls = kind, at, error, lasts, 0

    def pass_by(self, kind: str) -> None:
        """Count a call, and let it fail where it is its turn."""
        if kind == self.kind:
            self.calls += 1
            if self.calls == self.at or (self.lasts and self.calls > self.at):
                raise self.error


@contextmanager
def failing(fault: Fault) -> Iterator[None]:
    """Put a fault below the files that are written: a failed write has written half of its bytes."""

    class Raw(io.FileIO):
        def write(self, data: Any) -> int:
            try:
                fault.pass_by("write")
            except OSError:
                super().write(memoryview(data)[: len(data) // 2])
                raise
            return super().write(data)

    def opened(self: Path, mode: str = "r", buffering: int = -1, *args: Any, **options: Any) -> Any:
        if not set(mode) & set("xwa+"):
            return _OPEN(self, mode, buffering, *args, **options)
        fault.pass_by("open")
        raw = Raw(self, mode.replace("b", ""))
        return raw if buffering == 0 else io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)

    def synced(_number: int) -> None:
        fault.pass_by("fsync")

    def replaced(self: Path, target: Path) -> Path:
        fault.pass_by("rename")
        return _REPLACE(self, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", opened)
        patch.setattr(os, "fsync", synced)
        patch.setattr(Path, "replace", replaced)
        yield


def at_once(units: Sequence[Unit], _jobs: int, plan: Plan, _is_stopping: Callable[[], bool]) -> Iterator[Done]:
    """Do the units in this process, where the faults are."""
    for unit in units:
        yield Done(unit, do_unit(unit, plan.folder, plan.cleaner, plan.settings, plan.fingerprint))


@pytest.fixture
def whole(run: Run, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """A corpus of each kind of file in `in`, and what an undisturbed run makes of it."""
    monkeypatch.setattr("cleantext._corpus.run.run_pool", at_once)
    monkeypatch.setattr("cleantext._corpus.manifest._SYNC_SECONDS", 0.0)
    monkeypatch.setattr(os, "fsync", lambda _number: None)  # what is waited for is no part of the test
    write("in/a.txt", RAW)
    write("in/b.jsonl.gz", gzip.compress(row(RAW) * 3))
    write("in/sub/c.csv", "n,text\n1,⽂\n")
    write("in/d.txt.zst", zstandard.compress(RAW.encode()))
    parquet.write_table(arrow.table({"text": [RAW] * 4}), "in/e.parquet", row_group_size=2)
    assert go(run, "whole")[0] == 0
    made = outputs("whole")
    assert len(made) == 2 * 6  # each with its edits
    return made


def go(run: Run, folder: str = "out", *more: str) -> tuple[int, str]:
    code, out, err = run("corpus", "in", "-o", folder, "--isolated", "--edits", "--quiet", *more)
    assert out == b""
    return code, err


def check_message(err: str) -> None:
    for line in err.splitlines():
        assert line.startswith("cleantext: ")
        assert "; " in line  # what happened, and what to do
        assert ".tmp" not in line


@pytest.mark.parametrize(
    ("error", "lasts", "begun"),
    [("full", True, False), ("full", False, True), ("refused", True, True), ("broken", False, False)],
    ids=["full", "full for a moment, half of the work done", "right lost, half of the work done", "broken once"],
)
@pytest.mark.parametrize("kind", ["write", "fsync", "rename", "open"])
def test_the_nth_call_fails(run: Run, whole: dict[str, bytes], kind: str, error: str, lasts: bool, begun: bool) -> None:
    for at in range(1, 100):
        shutil.rmtree("out", ignore_errors=True)
        if begun:
            shutil.copytree("whole", "out")
            for name in ("a.txt", "sub/c.csv", "e.part-00001.parquet"):
                Path("out", name).unlink()
        fault = Fault(kind, at, ERRORS[error], lasts=lasts)
        with failing(fault):
            code, err = go(run)
        assert outputs("out").items() <= whole.items()
        assert not list(Path("out").rglob("*.tmp"))
        check_message(err)
        if fault.calls < at:
            assert (code, err) == (0, "")
            break
        assert code == 2
        # what failed is done by a second run, and what was done is not lost
        assert go(run) == (0, "")
        assert outputs("out") == whole
        assert run("corpus", "-o", "out", "--verify")[0] == 0
    else:
        pytest.fail("a hundred calls for twelve files")
    assert at > 3
