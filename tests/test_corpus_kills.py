"""A run that is killed or interrupted anywhere, and run again, gives what an undisturbed one gives, byte for byte."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pyarrow as arrow
import pytest
from pyarrow import parquet

from cleantext._corpus.engine import Queue
from cleantext._corpus.names import Source
from cleantext._corpus.units import Unit
from corpora import SEEDS, read
from test_corpus import outputs

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").is_dir(), reason="left out: the workers of a run are found by /proc"
)


def start(folder: Path, name: str, *how: str) -> "subprocess.Popen[bytes]":
    """Begin a run over the corpus, in a process of its own; by default with two jobs."""
    options = ("--isolated", "--edits", *(how or ("--jobs", "2")))
    return subprocess.Popen(
        [sys.executable, "-m", "cleantext", "corpus", "in", "-o", name, *options],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def workers(process: "subprocess.Popen[bytes]") -> list[int]:
    """The workers of a run, without the process that Python keeps beside them."""
    try:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        return [int(pid) for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    except OSError:
        return []


def end(process: "subprocess.Popen[bytes]") -> tuple[int, str]:
    _, err = process.communicate(timeout=120)
    return process.returncode, err.decode()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of a few seconds, and in `whole` what an undisturbed run makes of it."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "in").mkdir()
    pages = [read(path) for path in SEEDS]
    rows = [{"id": k, "text": pages[k % 5][k : k + 1200]} for k in range(300)]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (folder / "in" / "a.jsonl").write_text("\n".join(lines[:100]), encoding="utf-8")
    parquet.write_table(arrow.Table.from_pylist(rows), folder / "in" / "b.parquet", row_group_size=30)
    for k in range(40):
        (folder / "in" / f"{k}.txt").write_text(rows[k]["text"], encoding="utf-8")
    began = time.monotonic()
    assert end(start(folder, "whole"))[0] == 0
    (folder / "seconds").write_text(str(time.monotonic() - began))
    assert len(outputs(folder / "whole")) == 2 * (1 + 10 + 40)  # each with its edits
    return folder


def wait_a_while(corpus: Path, seed: int) -> None:
    """Wait for a moment between the start of a run and its end."""
    time.sleep(random.Random(seed).uniform(0.05, 0.95) * float((corpus / "seconds").read_text()))


def worker_is_killed(corpus: Path, seed: int) -> None:
    name = f"worker{seed}"
    process = start(corpus, name)
    wait_a_while(corpus, seed)
    for pid in workers(process)[: 1 + seed % 2]:
        os.kill(pid, signal.SIGKILL)
    code, err = end(process)
    assert code == 0, err
    assert outputs(corpus / name) == outputs(corpus / "whole")


def parent_is_killed(corpus: Path, seed: int) -> None:
    name = f"parent{seed}"
    process = start(corpus, name)
    wait_a_while(corpus, seed)
    process.kill()
    process.communicate()
    # at once: workers of the first run may still be at work
    code, err = end(start(corpus, name))
    assert code == 0, err
    assert outputs(corpus / name) == outputs(corpus / "whole")
    assert not list((corpus / name / ".cleantext").glob("*.tmp"))


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_worker_does_no_harm(corpus: Path, seed: int) -> None:
    worker_is_killed(corpus, seed)


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_parent_does_no_harm(corpus: Path, seed: int) -> None:
    parent_is_killed(corpus, seed)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(100, 120))
def test_kills_at_twenty_moments_do_no_harm(corpus: Path, seed: int) -> None:
    worker_is_killed(corpus, seed)
    parent_is_killed(corpus, seed)


def test_ctrl_c_ends_what_runs(corpus: Path) -> None:
    process = start(corpus, "interrupted")
    manifest = corpus / "interrupted" / "manifest.jsonl"
    limit = time.monotonic() + 60
    while not (manifest.exists() and manifest.stat().st_size) and time.monotonic() < limit:
        time.sleep(0.02)
    running = workers(process)
    process.send_signal(signal.SIGINT)
    code, err = end(process)
    assert code == 130, err
    assert "run again to go on" in err
    assert "Traceback" not in err
    assert not any(Path(f"/proc/{pid}").exists() for pid in running)
    done = outputs(corpus / "interrupted")
    assert 0 < len(done) < 2 * 51
    assert 2 * len(manifest.read_bytes().splitlines()) == len(done)
    assert end(start(corpus, "interrupted"))[0] == 0
    assert outputs(corpus / "interrupted") == outputs(corpus / "whole")


def test_two_runs_do_not_share_a_folder(corpus: Path) -> None:
    first = start(corpus, "shared")
    limit = time.monotonic() + 60
    while not workers(first) and time.monotonic() < limit:
        time.sleep(0.02)
    code, err = end(start(corpus, "shared"))
    assert code == 2
    assert "another run is at work" in err
    assert end(first)[0] == 0
    assert outputs(corpus / "shared") == outputs(corpus / "whole")


def a_fatal_unit_fails_alone(tmp_path: Path, engine: str) -> None:
    """Run an engine with a cleaner that kills the process that runs it.

    Args:
        tmp_path: an empty folder.
        engine: Python for it.
    """
    (tmp_path / "in").mkdir()
    for name in "abcde":
        (tmp_path / "in" / f"{name}.txt").write_text("致命" if name == "c" else "⽂化", encoding="utf-8")
    (tmp_path / "fatal.py").write_text(
        "import os\n"
        "from cleantext import Effect, Stage, rule\n"
        "@rule(stage=Stage.CHARACTERS, effect=Effect.MARK)\n"
        "def fatal(text):\n"
        "    'end the process'\n"
        "    if '致命' in text.string:\n"
        "        os._exit(9)\n"
        "    return []\n",
        encoding="utf-8",
    )
    script = tmp_path / "script.py"
    script.write_text(
        "from cleantext import Cleaner\n"
        "from cleantext._corpus.run import run_corpus\n"
        "from cleantext._corpus.record import Settings\n"
        "from fatal import fatal\n"
        "if __name__ == '__main__':\n"
        f"    engine = {engine}\n"
        "    outcome = run_corpus(['in'], 'out', Cleaner(with_=[fatal]), Settings(), jobs=2, engine=engine)\n"
        "    print(outcome.summary.units, outcome.summary.failed_units, outcome.failures)\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], cwd=tmp_path, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode().startswith("4 1 [{'unit': 'c.txt'")
    assert "killed, twice" in done.stdout.decode()
    assert set(outputs(tmp_path / "out")) == {"a.txt", "b.txt", "d.txt", "e.txt"}


@pytest.mark.parametrize(
    ("end", "said"),
    [("sys.exit(7)", "exit status 7"), ("os.kill(os.getpid(), 9)", "killed by signal 9"), ("1 / 0", "exit status 1")],
)
def test_workers_that_cannot_start_end_the_run(tmp_path: Path, end: str, said: str) -> None:
    (tmp_path / "in").mkdir()
    for name in "abcde":
        (tmp_path / "in" / f"{name}.txt").write_text("⽂化", encoding="utf-8")
    (tmp_path / "script.py").write_text(
        "import os, sys\n"
        "from cleantext import Cleaner\n"
        "from cleantext._corpus.run import run_corpus\n"
        "from cleantext._corpus.record import Settings\n"
        "from cleantext.errors import CorpusError\n"
        "if __name__ != '__main__':\n"
        f"    {end}\n"
        "try:\n"
        "    run_corpus(['in'], 'out', Cleaner(), Settings(), jobs=2)\n"
        "except CorpusError as error:\n"
        "    print(error)\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, "script.py"], cwd=tmp_path, capture_output=True, check=False, timeout=120)
    assert f"ended before it began its work ({said}); " in done.stdout.decode(), done.stderr.decode()
    assert (tmp_path / "out" / "manifest.jsonl").read_bytes() == b""


def test_a_unit_that_kills_its_worker_twice_fails_alone(tmp_path: Path) -> None:
    a_fatal_unit_fails_alone(tmp_path, "None")


def test_a_unit_is_not_to_blame_for_a_worker_that_did_not_start() -> None:
    units = [Unit(Source("in", "in", "text", ""), name, -1, 0, 1, 0) for name in ("a.txt", "b.txt")]
    queue = Queue([], 2, SimpleNamespace(fingerprint="x"))
    for _ in range(3):
        assert list(queue.bury(units, has_begun=False)) == []
        assert [queue.next(), queue.next()] == [[unit] for unit in units]
    assert list(queue.bury(units)) == []
    assert [done.unit.output for done in queue.bury(units)] == ["a.txt"]
