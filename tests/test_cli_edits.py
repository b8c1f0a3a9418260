"""The command: `clean --edits` and `revert`, `--in-place`, `--check` and `--diff`."""

import codecs
import os
import stat
from pathlib import Path

import pytest

import cleantext.cli._changes as changes_module
from cleantext import Cleaner
from cleantext._hunks import hunks
from command import Run, write
from corpora import SEEDS, read, seeds

RAW = "⽂化馆今天开馆，市民可以免费参观。\n"
CLEAN = "文化馆今天开馆，市民可以免费参观。\n"


def files() -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


# --- edits and the way back ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        RAW.encode(),
        codecs.BOM_UTF8 + RAW.replace("\n", "\r\n").encode(),
        codecs.BOM_UTF16_BE + RAW.encode("utf-16-be"),
        RAW.encode("gb18030"),
        "臺北市立圖書館週末舉辦讀書會，歡迎市民踴躍參加。\r\n".encode("cp950") + bytes.fromhex("a2cca2ce"),
        b"",
    ],
    ids=["utf-8", "mark and crlf", "utf-16", "gb18030", "two codes of big5", "empty"],
)
@pytest.mark.parametrize("output_encoding", ["utf-8", "gb18030", "utf-16"])
def test_clean_then_revert_gives_the_same_bytes(run: Run, data: bytes, output_encoding: str) -> None:
    write("a.txt", data)
    options = ("--output-encoding", output_encoding, "--edits", "a.jsonl")
    code, out, _ = run("clean", "a.txt", *options, "-o", "b.txt")
    assert (code, out) == (0, b"")
    assert run("revert", "b.txt", "--edits", "a.jsonl") == (0, data, "")
    assert run("revert", "b.txt", "--edits", "a.jsonl", "-o", "c.txt") == (0, b"", "")
    assert Path("c.txt").read_bytes() == data
    code, out, _ = run("clean", "a.txt", *options)
    assert (code, out) == (0, Path("b.txt").read_bytes())
    assert run("revert", "-", "--edits", "a.jsonl", stdin=out) == (0, data, "")


def test_the_edits_of_several_files_go_into_a_folder(run: Run) -> None:
    for path in SEEDS:
        write(path.name, path.read_bytes())
    names = [path.name for path in SEEDS]
    assert run("clean", *names, "-o", "out", "--edits", "edits/") == (0, b"", "")
    assert sorted(path.name for path in Path("edits").iterdir()) == [f"{name}.edits.jsonl" for name in names]
    for path in SEEDS:
        source = path.read_bytes()
        assert run("revert", f"out/{path.name}", "--edits", f"edits/{path.name}.edits.jsonl") == (0, source, "")


def test_a_result_that_has_the_name_of_edits(run: Run) -> None:
    write("a.txt", RAW)
    write("a.txt.edits.jsonl", RAW)
    code, _, err = run("clean", "a.txt", "a.txt.edits.jsonl", "-o", "out/", "--edits", "out/")
    assert (code, err.count("edits would overwrite this result")) == (2, 1)
    assert sorted(path.name for path in Path("out").iterdir()) == ["a.txt", "a.txt.edits.jsonl"]
    assert run("revert", "out/a.txt", "--edits", "out/a.txt.edits.jsonl") == (0, RAW.encode(), "")


def test_text_and_edits_of_another_text_are_refused(run: Run) -> None:
    write("a.txt", RAW)
    run("clean", "a.txt", "-o", "b.txt", "--edits", "a.jsonl")
    said = "cleantext: a.txt: this text is not the one that these edits led to (its digest is another); "
    assert run("revert", "a.txt", "--edits", "a.jsonl", "-o", "c.txt")[::2] == (
        2,
        said + "name the result and its own edits\n",
    )
    Path("a.jsonl").write_bytes(Path("a.jsonl").read_bytes()[:-20])
    code, out, err = run("revert", "b.txt", "--edits", "a.jsonl", "-o", "c.txt")
    assert (code, out) == (2, b"")
    assert err == (
        "cleantext: b.txt: a.jsonl: line 2 is no JSON object; the file is cut off or damaged, get it whole\n"
    )
    assert not Path("c.txt").exists()
    code, _, err = run("revert", "b.txt", "--edits", "missing.jsonl")
    assert (code, err) == (2, "cleantext: missing.jsonl: there is no such file; check its name\n")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("a.txt", "--edits", "e", "--format", "json"), "leave out --as-document and --format"),
        (("a.txt", "--check", "--as-document"), "leave out --as-document and --format"),
        (("a.txt", "a.txt", "--edits", "e"), "give -o the name of a folder"),
        (("a.txt", "--diff", "-o", "b"), "--diff and --check write nothing"),
        (("a.txt", "--in-place", "-o", "b"), "leave out -o"),
        (("a.txt", "--backup"), "--backup goes with --in-place"),
        (("a.txt", "--edits", "e", "--backup"), "--backup goes with --in-place"),
        (("-", "--in-place"), "standard input has no place"),
        (("--in-place",), "standard input has no place"),
        (("a.txt", "--edits", "a.txt"), "would overwrite this input"),
        (("a.txt", "-o", "b", "--edits", "b"), "b: edits would overwrite this result"),
        (("a.txt", "--in-place", "--edits", "a.txt"), "would overwrite this input"),
        (("a.txt", "-o", "b", "--edits", "no/e"), "its folder does not exist"),
    ],
)
def test_what_does_not_go_together_is_refused(run: Run, args: tuple[str, ...], said: str) -> None:
    write("a.txt", RAW)
    code, out, err = run("clean", *args)
    assert (code, out) == (2, b"")
    assert said in err
    assert files() == {"a.txt": RAW.encode()}


@pytest.mark.parametrize("args", [("-o", "b.txt", "--edits", "e"), ("--in-place", "--backup", "--edits", "e")])
def test_a_full_disk_leaves_everything_as_it_was(
    run: Run, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...]
) -> None:
    write("a.txt", RAW)
    write("b.txt", "old")
    write("e", "old edits")
    before = files()
    real, calls = os.fsync, []

    def full(number: int) -> None:
        calls.append(number)
        if len(calls) > 1:  # the first of the files still has room
            raise OSError(28, "No space left on device")
        real(number)

    monkeypatch.setattr(os, "fsync", full)
    code, _, err = run("clean", "a.txt", *args)
    assert code == 2
    assert err.endswith("No space left on device; see to it and run again\n")
    assert files() == before


# --- in place -----------------------------------------------------------------------------------------------------


def test_in_place(run: Run) -> None:
    data = RAW.replace("\n", "\r\n").encode("gb18030")
    write("a.txt", data)
    Path("a.txt").chmod(0o640)
    write("b.txt", CLEAN)
    os.utime("b.txt", ns=(1, 1))
    code, out, err = run("clean", "--in-place", "--backup", "--edits", "edits/", "a.txt", "b.txt")
    assert (code, out) == (0, b"")
    assert "read as GB18030 (guessed)" in err
    assert Path("a.txt").read_bytes() == CLEAN.replace("\n", "\r\n").encode("gb18030")
    assert stat.S_IMODE(Path("a.txt").stat().st_mode) == 0o640
    assert Path("a.txt.bak").read_bytes() == data
    assert stat.S_IMODE(Path("a.txt.bak").stat().st_mode) == 0o640
    assert Path("b.txt").stat().st_mtime_ns == 1
    assert not Path("b.txt.bak").exists()
    assert run("revert", "a.txt", "--edits", "edits/a.txt.edits.jsonl")[1] == data
    before = files()
    assert run("clean", "--in-place", "--backup", "a.txt", "b.txt")[0] == 0
    assert files() == before


def test_in_place_keeps_bytes_that_would_be_written_otherwise(run: Run) -> None:
    data = "臺北市立圖書館週末舉辦讀書會，歡迎市民踴躍參加".encode("cp950") + bytes.fromhex("a2cca143") + b"\n"
    write("a.txt", data)
    assert run("clean", "--in-place", "--encoding", "big5", "a.txt") == (0, b"", "")
    assert Path("a.txt").read_bytes() == data


def test_a_backup_is_not_overwritten(run: Run) -> None:
    write("a.txt", RAW)
    write("a.txt.bak", "something else")
    before = files()
    said = "cleantext: a.txt.bak: it keeps another text already; move it away, or leave out --backup\n"
    assert run("clean", "--in-place", "--backup", "a.txt") == (2, b"", said)
    assert files() == before


def test_in_place_goes_on_behind_a_file_that_cannot_be_read(run: Run) -> None:
    write("bad.txt", b"\xff\xfe\xff")
    write("a.txt", RAW)
    code, _, err = run("clean", "--in-place", "bad.txt", "a.txt")
    assert code == 2
    assert err.startswith("cleantext: bad.txt: ")
    assert files() == {"bad.txt": b"\xff\xfe\xff", "a.txt": CLEAN.encode()}


def test_a_result_that_cannot_be_verified_replaces_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cleaner, "clean", lambda self, text: text + "!")
    write("a.txt", RAW)
    code, _, err = run("clean", "--in-place", "a.txt")
    assert code == 2
    assert "a.txt: its result does not lead back to it, or would change again; it stays as it is" in err
    assert files() == {"a.txt": RAW.encode()}


def test_a_file_that_changes_meanwhile_is_not_replaced(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt", RAW)

    def meanwhile(*_: object) -> None:
        Path("a.txt").write_bytes(b"new")

    monkeypatch.setattr(changes_module, "_verify", meanwhile)
    said = "cleantext: a.txt: it was changed by somebody while it was cleaned; run again\n"
    assert run("clean", "--in-place", "a.txt") == (2, b"", said)
    assert Path("a.txt").read_bytes() == b"new"


# --- looking ------------------------------------------------------------------------------------------------------


def test_check(run: Run) -> None:
    write("a.txt", RAW)
    write("b.txt", CLEAN)
    assert run("clean", "--check", "b.txt") == (0, b"", "")
    said = "cleantext: a.txt: it would change (1 edit); see them with --diff\n"
    assert run("clean", "--check", "a.txt", "b.txt") == (1, b"", said)
    assert run("clean", "--check", "a.txt", "missing.txt")[0] == 2
    assert run("clean", "--check", stdin=RAW.encode())[0] == 1
    assert files() == {"a.txt": RAW.encode(), "b.txt": CLEAN.encode()}


DIFF = """--- a.txt
+++ a.txt, cleaned
@@ lines 1-3: broken-line @@
-“小易”是来自东昌府区行政审批
-
-服务局的帮办专员。
+“小易”是来自东昌府区行政审批服务局的帮办专员。
"""


def test_diff(run: Run) -> None:
    write("a.txt", "“小易”是来自东昌府区行政审批\n\n服务局的帮办专员。\n")
    assert run("clean", "--diff", "a.txt") == (0, DIFF.encode(), "")
    assert run("clean", "--diff", "--check", "a.txt") == (1, DIFF.encode(), "")
    write("b.txt", CLEAN)
    assert run("clean", "--diff", "--check", "b.txt") == (0, b"", "")


def test_diff_shows_what_cannot_be_seen(run: Run) -> None:
    out = run("clean", "--diff", "--profile", "text", stdin="一。\n第\u200b二\x1b行。\n".encode())[1].decode()
    assert "\n@@ line 2: invisible-character @@\n-第\\u200b二\\x1b行。\n+第二行。\n" in out


@pytest.mark.parametrize(("variables", "has_colour"), [({}, False), ({"FORCE_COLOR": "1"}, True)])
def test_colours(run: Run, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], has_colour: bool) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    out = run("clean", "--diff", stdin=RAW.encode())[1].decode()
    assert ("\x1b[" in out) == has_colour
    if has_colour:
        assert "\x1b[31m\x1b[7m⽂\x1b[0m" in out
        monkeypatch.setenv("NO_COLOR", "1")
        assert "\x1b[" not in run("clean", "--diff", stdin=RAW.encode())[1].decode()


def test_diff_shows_what_was_taken_out(run: Run) -> None:
    page = "旧文新读\n第一页的字。\n23\n\f旧文新读\n第二页的字。\n24\n"
    out = run("clean", "--diff", stdin=page.encode())[1].decode()
    assert out.splitlines()[2:] == [
        "@@ line 1: page-furniture @@",
        "-旧文新读",
        "@@ line 3: page-furniture @@",
        "-23",
        "@@ line 4: page-furniture @@",
        "-\\x0c旧文新读",
        "@@ line 6: page-furniture @@",
        "-24",
    ]


@pytest.mark.parametrize("path", seeds())
def test_diff_shows_every_block_once(path: Path) -> None:
    """What it shows and what stays put together are the lines of both texts."""
    trace = Cleaner().trace(read(path))
    found = hunks(trace)
    for text, rows in (
        (trace.source, [row for hunk in found for row in hunk.before]),
        (trace.text, [row for hunk in found for row in hunk.after]),
    ):
        lines = text.split("\n")
        assert all(lines[row.number - 1] == row.text for row in rows)
        numbers = [row.number for row in rows]
        assert len(set(numbers)) == len(numbers)
    shown = {row.number for hunk in found for row in hunk.before}, {row.number for hunk in found for row in hunk.after}
    kept = [
        [line for number, line in enumerate(text.split("\n"), 1) if number not in numbers and line.strip()]
        for text, numbers in zip((trace.source, trace.text), shown, strict=True)
    ]
    assert kept[0] == kept[1]
