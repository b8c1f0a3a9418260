"""Real disks: one that is full, one that is read-only, a folder whose rights are taken away in the midst of a run."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from command import write
from test_corpus import RAW, outputs

CLEANTEXT = f"{sys.executable} -m cleantext"
TEXT = RAW * 300  # two blocks of a disk
# in a namespace of its own, so that what is mounted is gone when the shell ends
_OWN_MOUNTS = ["unshare", "--mount", "sh", "-euc"]


def can_mount() -> bool:
    """Tell whether a disk can be made here: by root, as in most containers."""
    if not shutil.which("unshare"):
        return False
    command = [*_OWN_MOUNTS, "mount -t tmpfs tmpfs /mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


needs_mount = pytest.mark.skipif(not can_mount(), reason="left out: nothing can be mounted here without root")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(6):
        write(f"in/{number:02}.txt", f"{number}\n{TEXT}")
    Path("disk").mkdir()


def shell(script: str) -> list[str]:
    """Run commands with a disk of their own; return what they say, line by line."""
    done = subprocess.run([*_OWN_MOUNTS, script], capture_output=True, timeout=120, check=False, text=True)
    assert "Traceback" not in done.stderr
    lines = done.stderr.splitlines()
    assert done.returncode == 0, lines
    assert all(line.startswith("cleantext: ") for line in lines), lines
    return lines


@needs_mount
@pytest.mark.parametrize("size", [16, pytest.param(40, marks=pytest.mark.slow)])
def test_a_corpus_on_a_full_disk(size: int) -> None:
    lines = shell(
        f"{CLEANTEXT} corpus in -o whole --quiet\n"
        f"mount -t tmpfs -o size={size}k tmpfs disk; code=0\n"
        f"{CLEANTEXT} corpus in -o disk/out --jobs 2 || code=$?\n"
        "echo $code > code; cp -r disk/out full; mount -o remount,size=10m disk\n"
        f"{CLEANTEXT} corpus in -o disk/out --jobs 2 --quiet\n"
        f"{CLEANTEXT} corpus -o disk/out --verify > verified; cp -r disk/out after"
    )
    whole = outputs("whole")
    assert len(whole) == 6
    assert Path("code").read_text() == "2\n"
    assert any("No space left on device" in line for line in lines)
    assert outputs("full").items() < whole.items()
    assert not list(Path("full").rglob("*.tmp"))
    assert outputs("after") == whole
    assert Path("verified").read_text() == "6 outputs are what was written\n"


@needs_mount
@pytest.mark.parametrize(("options", "size"), [("", 48), ("--backup", 64), ("--edits edits", 64)])
def test_files_on_a_full_disk(options: str, size: int) -> None:
    lines = shell(
        f"{CLEANTEXT} clean in/*.txt -o whole/\n"
        f"mount -t tmpfs -o size={size}k tmpfs disk; cp in/0[0-5].txt disk; code=0; cd disk\n"
        f"{CLEANTEXT} clean --in-place {options} *.txt || code=$?\n"
        "cd ..; echo $code > code; cp -r disk after"
    )
    assert Path("code").read_text() == "2\n"
    assert lines
    assert all(line.endswith("; see to it and run again") for line in lines)
    after = {path.name: path.read_bytes() for path in Path("after").glob("*") if path.is_file()}
    names = [f"{number:02}.txt" for number in range(6)]
    states = [after[name] == Path("whole", name).read_bytes() for name in names]
    assert all(done or after[name] == Path("in", name).read_bytes() for name, done in zip(names, states, strict=True))
    assert states.count(False) == len(lines)
    assert set(after) <= {*names, *(f"{name}.bak" for name in names)}


@needs_mount
def test_a_disk_that_is_read_only() -> None:
    lines = shell(
        "mount -t tmpfs tmpfs disk; cp in/0[0-1].txt disk; mount -o remount,ro disk; code=0\n"
        f"{CLEANTEXT} clean --in-place disk/*.txt || code=$?\n"
        f"{CLEANTEXT} clean in/00.txt -o disk/other.txt || code=$code$?\n"
        f"{CLEANTEXT} clean in/00.txt -o disk/other/ || code=$code$?\n"
        f"{CLEANTEXT} corpus disk -o disk/out || code=$code$?\n"
        f"{CLEANTEXT} clean disk/00.txt > read || code=$code$?\n"
        "echo $code > code; cp -r disk after"
    )
    assert Path("code").read_text() == "2222\n"
    assert len(lines) == 5
    assert all("Read-only file system" in line or "it may not be written" in line for line in lines), lines
    assert {path.name: path.read_bytes() for path in Path("after").iterdir()} == {
        name: Path("in", name).read_bytes() for name in ("00.txt", "01.txt")
    }
    assert Path("read").stat().st_size


def bound(*args: str) -> list[str]:
    """Return a command that rights bind, also where root runs it."""
    command = [sys.executable, "-m", "cleantext", *args]
    if os.geteuid():
        return command
    if not shutil.which("setpriv"):
        pytest.skip("left out: rights do not bind root, and there is no setpriv to give up what makes it so")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]


def test_a_folder_that_may_not_be_written() -> None:
    Path("in").chmod(0o555)
    before = {path.name: path.read_bytes() for path in Path("in").iterdir()}
    done = subprocess.run(bound("clean", "--in-place", "in/00.txt", "in/01.txt"), capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == [
        f"cleantext: in/{name}.txt: it may not be written; give another -o" for name in ("00", "01")
    ]
    assert {path.name: path.read_bytes() for path in Path("in").iterdir()} == before


def test_rights_are_taken_away_in_the_midst_of_a_run() -> None:
    for number in range(60):
        write(f"in/more/{number:02}.txt", f"{number}\n{TEXT}")
    assert subprocess.run(bound("corpus", "in", "-o", "whole", "--quiet"), check=False).returncode == 0
    command = bound("corpus", "in", "-o", "out", "--jobs", "2", "--quiet")
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        manifest, limit = Path("out/manifest.jsonl"), time.monotonic() + 60
        while not (manifest.exists() and manifest.stat().st_size) and time.monotonic() < limit:
            time.sleep(0.005)
        for folder in ("out/.cleantext", "out/more", "out"):
            Path(folder).mkdir(exist_ok=True)
            Path(folder).chmod(0o555)
        _, err = running.communicate(timeout=60)
    whole, done = outputs("whole"), outputs("out")
    assert running.returncode == 2, err
    assert "Traceback" not in err
    assert all(line.startswith("cleantext: ") for line in err.splitlines())
    assert 0 < len(done) < len(whole)
    assert done.items() < whole.items()
    for folder in ("out", "out/more", "out/.cleantext"):
        Path(folder).chmod(0o755)
    assert subprocess.run(bound("corpus", "in", "-o", "out", "--quiet"), check=False).returncode == 0
    assert outputs("out") == whole
    assert not list(Path("out").rglob("*.tmp"))
