"""The engine of a Ray cluster: three machines on loopback, of which one dies, and a run that dies itself."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as arrow
import pytest
from pyarrow import parquet

from corpora import SEEDS, read
from ray_cluster import NODE, cluster, kill_node, workers
from test_corpus import manifest, outputs
from test_corpus_kills import a_fatal_unit_fails_alone, end, start

# Ray warns of itself, and leaves sockets to the end of the process
pytestmark = [pytest.mark.ray, pytest.mark.filterwarnings("default"), pytest.mark.timeout(280)]

UNITS = 60 + 1 + 50


@pytest.fixture(scope="module")
def three() -> Iterator[Any]:
    with cluster() as made:
        yield made


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of some seconds, and in `whole` what an undisturbed run on this machine makes of it."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "in").mkdir()
    pages = [read(path) for path in SEEDS]
    rows = [{"id": k, "text": pages[k % 5][k : k + 9000]} for k in range(250)]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows[:40]]
    (folder / "in" / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    parquet.write_table(arrow.Table.from_pylist(rows), folder / "in" / "b.parquet", row_group_size=5)
    for k in range(60):
        (folder / "in" / f"{k}.txt").write_text(rows[k]["text"], encoding="utf-8")
    code, err = end(start(folder, "whole"))
    assert code == 0, err
    assert len(outputs(folder / "whole")) == 2 * UNITS  # each with its edits
    return folder


def begin(corpus: Path, name: str, three: Any) -> "subprocess.Popen[bytes]":
    return start(corpus, name, "--engine", "ray", "--address", three.address)


def wait_for(corpus: Path, name: str, units: int, process: "subprocess.Popen[bytes]") -> None:
    """Wait until so many units are done; the run must go on then."""
    path = corpus / name / "manifest.jsonl"
    limit = time.monotonic() + 120
    while not (path.exists() and path.read_bytes().count(b"\n") >= units) and time.monotonic() < limit:
        assert process.poll() is None, process.communicate()
        time.sleep(0.02)
    assert units <= path.read_bytes().count(b"\n") < UNITS


def done(corpus: Path, name: str) -> list[dict[str, Any]]:
    """The manifest, without times, in the order of the units."""
    return sorted(
        ({**item, "seconds": 0, "slowest": []} for item in manifest(str(corpus / name))), key=lambda x: str(x["unit"])
    )


def test_a_cluster_makes_what_one_machine_makes(corpus: Path, three: Any) -> None:
    code, err = end(begin(corpus, "quiet", three))
    assert code == 0, err
    assert outputs(corpus / "quiet") == outputs(corpus / "whole")
    assert done(corpus, "quiet") == done(corpus, "whole")
    # the cluster of this machine is found without its address; there is nothing left to do for it, nor for processes
    (corpus / "quiet" / "0.txt").unlink()
    code, err = end(start(corpus, "quiet", "--engine", "ray"))
    assert (code, f"{UNITS - 1} outputs were there already" in err) == (0, True), err
    code, err = end(start(corpus, "quiet"))
    assert code == 0, err
    assert f"{UNITS} outputs were there already" in err


def test_a_machine_that_dies_does_no_harm(corpus: Path, three: Any) -> None:
    process = begin(corpus, "node", three)
    wait_for(corpus, "node", 12, process)
    others = [node for node in three.list_all_nodes() if node is not three.head_node]
    limit = time.monotonic() + 60
    while not (busy := [node for node in others if workers(node)]) and time.monotonic() < limit:
        time.sleep(0.01)
    at_work = workers(busy[0])
    kill_node(three, busy[0])
    assert process.poll() is None
    # a process that was killed is gone some moments later where all cores are busy
    limit = time.monotonic() + 30
    while (left := [pid for pid in at_work if Path(f"/proc/{pid}/exe").exists()]) and time.monotonic() < limit:
        time.sleep(0.01)
    assert not left
    code, err = end(process)
    three.add_node(**NODE)
    assert code == 0, err
    assert outputs(corpus / "node") == outputs(corpus / "whole")
    assert done(corpus, "node") == done(corpus, "whole")


def test_a_run_that_is_killed_does_no_harm(corpus: Path, three: Any) -> None:
    process = begin(corpus, "driver", three)
    wait_for(corpus, "driver", 12, process)
    process.kill()
    process.communicate()
    before = len(done(corpus, "driver"))
    # at once: tasks of the first run may still be at work
    code, err = end(begin(corpus, "driver", three))
    assert code == 0, err
    assert f"{before} outputs were there already" in err
    assert outputs(corpus / "driver") == outputs(corpus / "whole")
    assert done(corpus, "driver") == done(corpus, "whole")
    assert not list((corpus / "driver" / ".cleantext").glob("*.tmp"))


def test_ctrl_c_ends_what_runs(corpus: Path, three: Any) -> None:
    process = begin(corpus, "interrupted", three)
    wait_for(corpus, "interrupted", 1, process)
    process.send_signal(signal.SIGINT)
    code, err = end(process)
    assert code == 130, err
    assert "run again to go on" in err
    assert "Traceback" not in err
    made = outputs(corpus / "interrupted")
    assert 0 < len(made) < 2 * UNITS
    assert 2 * len(manifest(str(corpus / "interrupted"))) == len(made)


def test_a_unit_that_kills_its_worker_twice_fails_alone(tmp_path: Path, three: Any) -> None:
    module = "__import__('importlib').import_module('cleantext._corpus.cluster')"
    a_fatal_unit_fails_alone(tmp_path, f"{module}.ray_engine({three.address!r})")


def test_a_machine_with_another_version_is_refused(tmp_path: Path, three: Any) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("⽂化", encoding="utf-8")
    script = (
        "import cleantext._corpus.run as run\n"
        "from cleantext.cli import main\n"
        "run.fingerprint_of = lambda *_: '0' * 32\n"
        f"raise SystemExit(main(['corpus', 'in', '-o', 'out', '--engine', 'ray', '--address', {three.address!r}]))\n"
    )
    made = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, check=False, timeout=120)
    err = made.stderr.decode()
    assert made.returncode == 2, err
    assert "another version of cleantext" in err
    assert "Traceback" not in err
    assert not outputs(tmp_path / "out")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ray://127.0.0.1:10001", "host and port"),
        ("127.0.0.1:1", "no Ray cluster answers"),
        ("nowhere", "no Ray cluster"),
    ],
)
def test_a_cluster_that_is_not_there_is_named(tmp_path: Path, address: str, said: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("⽂化", encoding="utf-8")
    code, err = end(start(tmp_path, "out", "--engine", "ray", "--address", address))
    assert code == 2, err
    assert said in err
    assert "Traceback" not in err
