"""Folders of a corpus run that may not be read or entered, and output folders that hold what no run wrote."""

import os
from pathlib import Path
from typing import Any

import pytest

from command import Run, write
from test_corpus import CLEAN, RAW, outputs
from test_corpus_corners import go
from test_corpus_faults import at_once
from test_corpus_hostile import failures


@pytest.fixture(autouse=True)
def _in_this_process(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleantext._corpus.run.run_pool", at_once)


def test_a_folder_that_cannot_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("in/sub/a.txt", RAW)
    write("in/b.txt", RAW)
    real = os.scandir

    def refusing(path: str) -> Any:
        if str(path) == "in/sub":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refusing)
        assert go(run)[0] == 2
        assert outputs("out") == {"b.txt": CLEAN.encode()}
        assert failures() == {("sub/", None): "Permission denied; see to it and run again"}
        # what an earlier run made of it stays
        write("out/sub/a.txt", CLEAN)
        assert go(run)[0] == 2
        assert set(outputs("out")) == {"b.txt", "sub/a.txt"}
    assert go(run)[0] == 0
    assert outputs("out") == {"b.txt": CLEAN.encode(), "sub/a.txt": CLEAN.encode()}
    assert not Path("out/errors.jsonl").exists()


def test_an_input_that_cannot_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(path: str) -> Any:
        raise PermissionError(13, "Permission denied", str(path))

    write("in/a.txt", RAW)
    monkeypatch.setattr(os, "scandir", refusing)
    assert go(run) == (2, "cleantext: in: Permission denied; see to it and run again\n")


def test_files_of_which_nothing_may_be_asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("in/sub/a.txt", RAW)
    write("in/sub/below/c.txt", RAW)
    write("in/b.txt", RAW)
    real = os.stat

    def refusing(path: Any, **options: Any) -> Any:
        if "in/sub/" in str(path):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, **options)

    # as in a folder that may be listed but not entered
    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", refusing)
        patch.setattr(os, "lstat", lambda path: refusing(path, follow_symlinks=False))
        assert go(run)[0] == 2
    assert outputs("out") == {"b.txt": CLEAN.encode()}
    assert failures()["sub/a.txt", None] == "Permission denied; see to it and run again"
    assert go(run)[0] == 0
    assert outputs("out").keys() == {"b.txt", "sub/a.txt", "sub/below/c.txt"}


# --- outputs ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.txt", "sub/b.txt", "summary.json", "errors.jsonl"])
@pytest.mark.parametrize("more", [(), ("--redo",)], ids=["plain", "redo"])
def test_a_file_that_no_run_wrote_stays(run: Run, name: str, more: tuple[str, ...]) -> None:
    write("in/a.txt", RAW)
    write("in/sub/b.txt", RAW)
    write(f"out/{name}", "of somebody else")
    said = "it is there already, and no run wrote it (there is no manifest.jsonl); take it away, or give another -o"
    for _ in range(2):  # the first one leaves nothing that lets a second one go on
        assert go(run, *more) == (2, f"cleantext: out/{name}: {said}\n")
        assert {p.name for p in Path("out").rglob("*") if p.is_file()} <= {Path(name).name, "run.lock", "workers.lock"}
        assert Path("out", name).read_text() == "of somebody else"
    Path("out", name).rename("elsewhere")
    assert go(run, *more)[0] == 0


def test_files_of_other_names_do_no_harm(run: Run) -> None:
    write("in/a.txt", RAW)
    write("out/other.txt", "of somebody else")
    Path("out/sub").mkdir()
    assert go(run)[0] == 0
    assert go(run, "--redo")[0] == 0
    assert outputs("out") == {"a.txt": CLEAN.encode(), "other.txt": b"of somebody else"}


def test_a_manifest_of_something_else_stays(run: Run) -> None:
    write("in/a.txt", RAW)
    for text in ('{"name": "app"}', '{"name": "app"}\n', "x"):
        write("out/manifest.jsonl", text)
        code, err = go(run)
        assert (code, "manifest.jsonl: line 1 is none that this version writes" in err) == (2, True)
        assert Path("out/manifest.jsonl").read_text() == text
