"""What a run over a corpus costs beside the library's own loop: seconds, and memory of each worker.

    python benchmarks/corpus.py FOLDER            # of Parquet files, from tools/make_corpus.py
    python benchmarks/corpus.py FOLDER --only "2 jobs"

The runs are made one after the other, in rounds, so that what slows the machine slows them all. Ray is measured where
it is installed, on a cluster of one machine that is started before.
"""

import argparse
import importlib.util
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

import machine

sys.path.append(str(Path(__file__).parent.parent / "tools"))
from processes import descendants

# one process, or two of which each takes every second batch
LOOP = """
import os, sys
from pathlib import Path
count = int(sys.argv[2])
child = os.fork() if count == 2 else -1
number = 1 if child == 0 else 0
from pyarrow import parquet
import cleantext
for path in sorted(Path(sys.argv[1]).glob("*.parquet")):
    for k, batch in enumerate(parquet.ParquetFile(path).iter_batches(64, columns=["text"])):
        if k % count == number:
            for text in batch.column(0).to_pylist():
                cleantext.clean(text)
if child > 0:
    assert os.waitpid(child, 0)[1] == 0
"""
TICK = 0.1  # seconds


def peak(pid: int) -> int:
    """Return the most memory (bytes) that a process has held so far, 0 where it is gone."""
    with suppress(OSError, StopIteration):
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) * 1024
    return 0


class Cost(NamedTuple):
    """What a run took: seconds by the clock and of the processor, its own peak, that of its largest worker (bytes)."""

    seconds: float
    processor: float
    own: int
    worker: int


def spent() -> float:
    """Return the seconds of the processor that all ended children took, and theirs."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(command: list[str]) -> Cost:
    """Run a command and see what it costs."""
    start, before = time.perf_counter(), spent()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    own = workers = 0
    while process.poll() is None:
        own = max(own, peak(process.pid))
        workers = max([workers, *map(peak, descendants(process.pid))])
        time.sleep(TICK)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
    return Cost(time.perf_counter() - start, spent() - before, own, workers)


def corpus(folder: Path, *options: str) -> Cost:
    """Run `cleantext corpus` over a folder, into one that is thrown away."""
    with tempfile.TemporaryDirectory() as out:
        return run([sys.executable, "-m", "cleantext", "corpus", str(folder), "-o", out, "--quiet", *options])


def works(folder: Path, stack: ExitStack) -> dict[str, Callable[[], Cost]]:
    """Return what is measured, by name."""
    found: dict[str, Callable[[], Cost]] = {
        "loop": lambda: run([sys.executable, "-c", LOOP, str(folder), "1"]),
        "2 loops": lambda: run([sys.executable, "-c", LOOP, str(folder), "2"]),
        "1 job": lambda: corpus(folder, "--jobs", "1"),
        "2 jobs": lambda: corpus(folder, "--jobs", "2"),
    }
    if importlib.util.find_spec("ray") is not None:
        os.environ.update(RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER="0", RAY_USAGE_STATS_ENABLED="0", RAY_AUTH_MODE="disabled")
        from ray.cluster_utils import Cluster

        node = {"num_cpus": 2, "object_store_memory": 100 << 20, "include_dashboard": False}
        cluster = Cluster(initialize_head=True, head_node_args=node)
        stack.callback(cluster.shutdown)
        found["Ray, 2 jobs"] = lambda: corpus(folder, "--engine", "ray", "--address", cluster.address, "--jobs", "2")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure runs over a corpus beside the library's own loop.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", action="append", help="a name of the table; may be given again")
    arguments = parser.parse_args()
    with ExitStack() as stack:
        measured = works(arguments.folder, stack)
        names = arguments.only or list(measured)
        rounds = [{name: measured[name]() for name in names} for _ in range(arguments.rounds)]
    print("; ".join(machine.description().values()))
    heads = ("run", "seconds", "of the loop's", "processor's", "of the loop's", "own peak, MB", "worker's peak, MB")
    print(f"| {' | '.join(heads)} |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for name in names:
        costs = [found[name] for found in rounds]
        parts = []
        for what in ("seconds", "processor"):
            parts.append(f"{statistics.median(getattr(cost, what) for cost in costs):.1f}")
            shares = [getattr(found[name], what) / getattr(found["loop"], what) for found in rounds if "loop" in found]
            parts.append(f"{statistics.median(shares):.2f}" if shares else "")
        own, worker = max(cost.own for cost in costs) / 1e6, max(cost.worker for cost in costs) / 1e6
        print(f"| {name} | {' | '.join(parts)} | {own:.0f} | {worker:.0f} |")


if __name__ == "__main__":
    main()
