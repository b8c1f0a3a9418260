"""The command as a process: how it ends when a pipe is closed, a disk full or Ctrl-C pressed."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpora import SEEDS, read

RAW = "⽂化馆今天开馆，市民可以免费参观。\n"
PAGE = read(SEEDS[0])  # two of its seams are in doubt
# whoever runs the tests in the background (`&`, `nohup`) may have told their children to ignore signals
LISTENING = (
    sys.executable,
    "-c",
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "signal.signal(signal.SIGTERM, signal.SIG_DFL); signal.signal(signal.SIGHUP, signal.SIG_DFL); "
    "from cleantext.cli import main; sys.exit(main())",
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(RAW, "utf-8")


def process(*args: str, **options: object) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "cleantext", *args]
    return subprocess.run(command, **{"capture_output": True, "timeout": 60, **options})  # type: ignore[call-overload,no-any-return]


def test_a_process() -> None:
    done = process("clean", "-", input="⽂化\r\n".encode())
    assert (done.returncode, done.stdout, done.stderr) == (0, "文化\r\n".encode(), b"")


FOR_PROGRAMS = [("explain", "json"), ("explain", "html"), ("inspect", "json"), ("doubts", "label-studio")]


@pytest.mark.parametrize(("command", "name"), FOR_PROGRAMS, ids=[" ".join(row) for row in FOR_PROGRAMS])
def test_what_programs_read_is_utf_8_whatever_the_terminal_has(command: str, name: str) -> None:
    Path("a.txt").write_text(PAGE + "\n😀\xa0⽂\n", "utf-8")
    plain, other = (
        process(command, "--format", name, "a.txt", env={**os.environ, "PYTHONIOENCODING": encoding})
        for encoding in ("utf-8", "gbk")
    )
    assert (other.returncode, other.stderr) == (0, b"")
    assert other.stdout == plain.stdout
    assert ("😀" in other.stdout.decode()) == (command == "explain")
    if name != "html":
        assert json.loads(other.stdout)


def test_what_people_read_is_in_their_encoding() -> None:
    Path("a.txt").write_text("😀\xa0⽂\n", "utf-8")
    done = process("explain", "a.txt", env={**os.environ, "PYTHONIOENCODING": "gbk"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert "\\U0001f600" in done.stdout.decode("gbk")


def test_completion_script() -> None:
    done = process(env={**os.environ, "_CLEANTEXT_COMPLETE": "zsh_source"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"_CLEANTEXT_COMPLETE=zsh_complete" in done.stdout


@pytest.fixture
def closed_pipe() -> Iterator[int]:
    """A pipe that nobody reads any more."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


@pytest.mark.parametrize("args", [("clean", "a.txt", "a.txt"), ("rules",), ("--help",), ("--version",)], ids=" ".join)
def test_a_closed_pipe_ends_quietly(closed_pipe: int, args: tuple[str, ...]) -> None:
    Path("a.txt").write_text(RAW * 10_000, "utf-8")
    done = process(*args, capture_output=False, stdout=closed_pipe, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "args", [("clean", "--in-place"), ("clean", "-o", "out/"), ("corpus", "-o", "out")], ids=" ".join
)
def test_the_work_goes_on_where_nobody_hears_what_failed(closed_pipe: int, args: tuple[str, ...]) -> None:
    """Messages that reach nobody stop nothing, and the exit code still says that something failed."""
    Path("b.csv").write_text('text\n"never closed', "utf-8")
    bad = "b.csv" if args[0] == "corpus" else "missing.txt"
    done = process(*args, bad, "a.txt", capture_output=False, stdout=subprocess.PIPE, stderr=closed_pipe)
    assert (done.returncode, done.stdout) == (2, b"")
    made = Path("a.txt" if "--in-place" in args else "out/a.txt")
    assert made.read_text("utf-8") == RAW.replace("⽂", "文")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL, signal.SIGINT], ids=lambda n: n.name)
def test_a_signal_leaves_each_file_whole(number: signal.Signals) -> None:
    """A run in place that a signal ends somewhere: each file is the source or the result, and a second run goes on."""
    names = [f"{k:03}.txt" for k in range(120)]
    text = RAW * 40
    for name in names:
        Path(name).write_text(text, "utf-8")
    wanted = {text, text.replace("⽂", "文")}
    command = [*LISTENING, "clean", "--in-place", "--backup", *names]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as running:
        end = time.monotonic() + 60
        while not Path("007.txt.bak").exists() and time.monotonic() < end:
            time.sleep(0.002)
        running.send_signal(number)
        _, err = running.communicate(timeout=60)
    assert err.strip() == b""
    assert running.returncode == (130 if number == signal.SIGINT else -number)
    assert {Path(name).read_text("utf-8") for name in names} == wanted
    assert {path.read_text("utf-8") for path in Path().glob("*.bak")} == {text}
    for name in names:
        assert Path(name).read_text("utf-8") == text or Path(f"{name}.bak").exists()
    assert process("clean", "--in-place", "--backup", *names).returncode == 0
    assert {Path(name).read_text("utf-8") for name in names} == wanted - {text}
    assert {path.read_text("utf-8") for path in Path().glob("*.bak")} == {text}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_standard_output_is_full() -> None:
    with Path("/dev/full").open("wb") as full:
        done = process("clean", "a.txt", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr == b"cleantext: standard output: No space left on device; see to it and run again\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_ctrl_c() -> None:
    os.mkfifo("pipe")
    command = [*LISTENING, "clean", "pipe", "-o", "out.txt"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as running:
        writer = -1
        while writer < 0 and running.poll() is None:
            with contextlib.suppress(OSError):  # nobody reads it yet
                writer = os.open("pipe", os.O_WRONLY | os.O_NONBLOCK)
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        assert running.wait(60) == 130
        os.close(writer)
        assert running.stderr is not None
        assert running.stderr.read().strip() == b""
    assert not Path("out.txt").exists()


def test_standard_input_is_a_file_that_the_output_would_overwrite() -> None:
    with Path("a.txt").open("rb") as stdin:
        done = process("clean", "-o", "a.txt", stdin=stdin)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"cleantext: a.txt: the output would overwrite this input; give another -o\n"
    assert Path("a.txt").read_text("utf-8") == RAW
