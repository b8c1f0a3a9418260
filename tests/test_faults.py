"""Faults: the N-th write, fsync, rename or permission fails, for every N, in runs in place and into a folder."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from cleantext import Cleaner
from command import Run

RAW = {
    "a.txt": "⽂化馆今天开馆，市民可以免费参观。\n".encode(),
    "b.txt": "２０２３年１月\r\n".encode(),
    "c.txt": "“小易”是来自东昌府区行政审批\n\n服务局的帮办专员。\n".encode(),
}
CLEAN = {name: Cleaner().clean(data.decode()).encode() for name, data in RAW.items()}
OPTIONS = {
    "plain": ("--in-place",),
    "backup": ("--in-place", "--backup"),
    "edits": ("--in-place", "--edits", "edits"),
    "both": ("--in-place", "--backup", "--edits", "edits"),
    "folder": ("-o", "out"),
    "folder with edits": ("-o", "out", "--edits", "edits"),
}


class Fault:
    """Calls of one kind are counted; the N-th fails."""

    def __init__(self, at: int, error: BaseException) -> None:
        self.at, self.error, self.calls = at, error, 0

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            self.calls += 1
            if self.calls == self.at:
                raise self.error
            return function(*args, **options)

        return call


@contextmanager
def fault(kind: str, at: int, error: BaseException) -> Iterator[Fault]:
    """Let the N-th call of a kind fail; a failed write has written half of its bytes."""
    found = Fault(at, error)
    with pytest.MonkeyPatch.context() as patch:
        if kind == "fsync":
            patch.setattr(os, "fsync", found.around(os.fsync))
        elif kind == "rename":
            patch.setattr(Path, "replace", found.around(Path.replace))
        elif kind == "mode":
            patch.setattr(Path, "chmod", found.around(Path.chmod))
        elif kind == "open":
            patch.setattr(Path, "open", _opening(found, is_write=False))
        else:
            patch.setattr(Path, "open", _opening(found, is_write=True))
        yield found


def _opening(found: Fault, *, is_write: bool) -> Callable[..., Any]:
    real = Path.open

    def opened(self: Path, mode: str = "r", *args: Any, **options: Any) -> Any:
        if "x" not in mode:
            return real(self, mode, *args, **options)
        if not is_write:
            return found.around(real)(self, mode, *args, **options)
        file = real(self, mode, *args, **options)
        write = file.write

        class Halved:
            def __enter__(self) -> "Halved":
                return self

            def __exit__(self, *_: object) -> None:
                file.close()

            def __getattr__(self, name: str) -> Any:
                return getattr(file, name)

            def write(self, data: bytes) -> int:
                try:
                    return int(found.around(write)(data))
                except BaseException:
                    write(data[: len(data) // 2])
                    raise

        return Halved()

    return opened


def files(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir() if path.is_file()}


def check_whole(option: str) -> None:
    """See that every file there is either the source or the result, and that nothing else was left behind."""
    here = files(".")
    for name, raw in RAW.items():
        assert here[name] in ((raw, CLEAN[name]) if "--in-place" in OPTIONS[option] else (raw,)), name
        assert here.get(f"{name}.bak", raw) == raw
    assert set(here) <= {*RAW, *(f"{name}.bak" for name in RAW)}
    if Path("out").exists():
        assert all(CLEAN[name] == data for name, data in files("out").items())
    if Path("edits").exists():
        assert not [name for name in files("edits") if not name.endswith(".edits.jsonl")]


@pytest.fixture
def _fast_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _number: None)


@pytest.mark.usefixtures("_fast_disk")
@pytest.mark.parametrize("error", ["full", "read-only", "ctrl-c"])
@pytest.mark.parametrize("kind", ["write", "fsync", "rename", "open", "mode"])
@pytest.mark.parametrize("option", OPTIONS)
def test_the_nth_call_fails(run: Run, option: str, kind: str, error: str) -> None:
    failures = {
        "full": OSError(errno.ENOSPC, "No space left on device"),
        "read-only": PermissionError(errno.EACCES, "Permission denied"),
        "ctrl-c": KeyboardInterrupt(),
    }
    failed = 0
    for at in range(1, 40):
        for path in [*Path().rglob("*.txt"), *Path().rglob("*.bak"), *Path().rglob("*.jsonl")]:
            path.unlink()
        for name, raw in RAW.items():
            Path(name).write_bytes(raw)
        with fault(kind, at, failures[error]) as found:
            code, out, err = run("clean", *OPTIONS[option], *RAW)
        assert out == b""
        check_whole(option)
        if found.calls < at:
            assert (code, err) == (0, "")
            break
        failed += 1
        if error == "ctrl-c":
            assert code == 130
        else:
            assert code == 2
            (line,) = err.splitlines()
            assert line.startswith("cleantext: ")
            assert ".tmp" not in line
            assert "; " in line
            # the other files are done all the same
            done = files("." if "--in-place" in OPTIONS[option] else "out")
            assert sum(done.get(name) == CLEAN[name] for name in RAW) == 2
        # what failed is done by a second run
        assert run("clean", *OPTIONS[option], *RAW)[0] == 0
        assert {n: files("." if "--in-place" in OPTIONS[option] else "out")[n] for n in RAW} == CLEAN
    else:
        pytest.fail("forty calls for three files")
    assert failed >= (3 if kind != "mode" or "--in-place" in OPTIONS[option] else 0)


def test_a_second_run_in_place_keeps_the_way_back(run: Run) -> None:
    for name, raw in RAW.items():
        Path(name).write_bytes(raw)
    for _ in range(3):
        assert run("clean", *OPTIONS["edits"], *RAW)[0] == 0
    for name, raw in RAW.items():
        assert run("revert", "--edits", f"edits/{name}.edits.jsonl", name) == (0, raw, "")
    # edits of another text are no way back
    Path("a.txt").write_bytes("今天。\n".encode())
    assert run("clean", *OPTIONS["edits"], *RAW)[0] == 0
    assert run("revert", "--edits", "edits/a.txt.edits.jsonl", "a.txt") == (0, "今天。\n".encode(), "")


def test_a_folder_that_may_not_be_written(run: Run) -> None:
    for name, raw in RAW.items():
        Path(name).write_bytes(raw)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", _refusing)
        code, out, err = run("clean", "--in-place", *RAW)
    assert (code, out) == (2, b"")
    assert len(err.splitlines()) == 3
    assert files(".") == RAW


def _refusing(self: Path, mode: str = "r", *args: Any, **options: Any) -> Any:
    if "x" in mode:
        raise PermissionError(errno.EACCES, "Permission denied")
    return _OPEN(self, mode, *args, **options)


_OPEN = Path.open
