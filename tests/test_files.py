"""The files of the command: names for the results, and writes that happen whole or not at all."""

import os
import stat
from pathlib import Path

import pytest

from cleantext._files import FileError, Job, identities, plan, read, refuse_overwriting, write


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("output", [None, "-"])
def test_standard_output(output: str | None) -> None:
    assert plan(["a", "-"], output) == [Job("a", None), Job("-", None)]


@pytest.mark.parametrize(
    ("output", "target"), [("out", "out"), ("dir", "dir/a.txt"), ("new/", "new/a.txt"), ("n/m/", "n/m/a.txt")]
)
def test_one_input(output: str, target: str) -> None:
    Path("dir").mkdir()
    assert plan(["in/a.txt"], output) == [Job("in/a.txt", target)]
    assert output == "out" or Path(output).is_dir()
    assert plan(["-"], "out") == [Job("-", "out")]


def test_several_inputs_make_the_folder() -> None:
    assert plan(["a.txt", "x/b.txt"], "out") == [Job("a.txt", "out/a.txt"), Job("x/b.txt", "out/b.txt")]
    assert Path("out").is_dir()


@pytest.mark.parametrize(
    ("sources", "output", "message"),
    [
        (
            ["x/a.txt", "b.txt", "y/a.txt"],
            "out",
            "x/a.txt and y/a.txt would both become out/a.txt; clean them into two folders",
        ),
        (["-", "-"], None, "standard input is named twice; it can be read once"),
        (["-"], "dir/", "dir/: standard input has no name for a file in it; give -o the name of a file"),
        (["a.txt", "b.txt"], "f", "f: it is a file; give -o the name of a folder, for several inputs need one"),
        (["a.txt"], "f/g/", "f/g/: a part of its path is no folder; give another -o"),
    ],
)
def test_no_plan(sources: list[str], output: str | None, message: str) -> None:
    Path("f").write_bytes(b"kept")
    with pytest.raises(FileError) as caught:
        plan(sources, output)
    assert str(caught.value) == message
    assert [p.name for p in Path().iterdir()] == ["f"]
    assert Path("f").read_bytes() == b"kept"


def test_the_output_would_overwrite_an_input() -> None:
    Path("in").mkdir()
    Path("in/a").write_bytes(b"a")
    Path("link").symlink_to("in/a")
    os.link("in/a", "hard")
    inputs = identities(["missing", "in/a", os.devnull])
    for target in ("in/a", "./in/../in/a", "link", "hard"):
        with pytest.raises(FileError) as caught:
            refuse_overwriting(target, inputs)
        assert str(caught.value) == f"{target}: the output would overwrite this input; give another -o"
    for target in ("in/b", "missing", os.devnull):
        refuse_overwriting(target, inputs)


def test_read() -> None:
    Path("a").write_bytes(b"a\r\n")
    assert read("a") == b"a\r\n"
    for name, message in (
        ("b", "b: there is no such file; check its name"),
        (".", ".: it is a folder; name the files in it"),
        ("a/b", "a/b: a part of its path is no folder; check its name"),
    ):
        with pytest.raises(FileError) as caught:
            read(name)
        assert str(caught.value) == message


def test_an_unchanged_file_is_not_touched() -> None:
    Path("b").write_bytes(b"same")
    os.utime("b", ns=(1, 1))
    before = Path("b").stat()
    assert not write("b", b"same")
    assert (Path("b").stat().st_mtime_ns, Path("b").stat().st_ino) == (1, before.st_ino)
    assert write("b", b"else")
    assert Path("b").read_bytes() == b"else"


def test_mode_and_link_of_the_target_are_kept() -> None:
    Path("real").mkdir()
    Path("real/b").write_bytes(b"old")
    Path("real/b").chmod(0o640)
    Path("b").symlink_to("real/b")
    assert write("b", b"new")
    assert Path("b").is_symlink()
    assert Path("real/b").read_bytes() == b"new"
    assert stat.S_IMODE(Path("real/b").stat().st_mode) == 0o640


def test_a_link_to_nothing_makes_the_file_it_names() -> None:
    Path("b").symlink_to("c")
    assert write("b", b"new")
    assert Path("b").is_symlink()
    assert Path("c").read_bytes() == b"new"


def test_a_new_file_has_the_mode_of_new_files() -> None:
    old = os.umask(0o027)
    try:
        write("b", b"new")
    finally:
        os.umask(old)
    assert stat.S_IMODE(Path("b").stat().st_mode) == 0o640


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "ctrl-c"])
@pytest.mark.parametrize("old", [b"old", None])
def test_a_failed_write_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, error: BaseException, old: bytes | None
) -> None:
    def fail(_number: int) -> None:
        raise error

    if old is not None:
        Path("b").write_bytes(old)
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises((FileError, KeyboardInterrupt)) as caught:
        write("b", b"new")
    assert {p.name: p.read_bytes() for p in Path().iterdir()} == ({} if old is None else {"b": old})
    assert str(caught.value) in ("b: No space left on device; see to it and run again", "")


def test_a_device_is_written_to_and_not_replaced() -> None:
    assert write(os.devnull, b"new")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_read_only_file_is_not_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("b").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(FileError, match=r"^b: it may not be written; give another -o$"):
        write("b", b"new")
    assert Path("b").read_bytes() == b"old"
