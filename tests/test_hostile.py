"""Hostile texts, each family in a process of its own with limits of time and memory.

`python -m pytest -m hostile tests/test_hostile.py` (or `make hostile`) tries all families and the large texts.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpora import REPO
from hostile_families import FAMILIES, LARGE

SIZE = 12_000
MAX_SECONDS = 100
BASE_MEMORY = 68 << 20  # bytes: Python, the library and what it has made ready, the table of words among it
MEMORY_PER_BYTE = 40  # bytes of memory a byte of the text (UTF-8)


def worker(*args: str, seed: str = "0") -> tuple[str, float, int, int]:
    """Run the worker; return the digest, seconds, bytes of memory at the peak, and bytes of the text."""
    path = os.pathsep.join([str(REPO / "src"), str(REPO / "tests")])
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("hostile_worker.py")), *args],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
        capture_output=True,
        timeout=MAX_SECONDS,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    digest, seconds, memory, size = done.stdout.split()
    return digest, float(seconds), int(memory), int(size)


def check_memory(memory: int, size: int) -> None:
    assert memory < BASE_MEMORY + MEMORY_PER_BYTE * size, f"{memory >> 20} MB for a text of {size} bytes"


# One of each kind runs in every run of the tests, and all of them in `make hostile`, which `make test-full` runs.
_OFTEN = {
    "category Cf", "category Cs", "category Mn", "script Arabic", "mojibake cp1252", "emoji in any order",
    "bidi in text", "terminal escapes", "marks in unsorted order", "spaces around one line feed", "any code points",
    "JSON", "Markdown", "separators", "pages of a document", "page, a character a line",
}  # fmt: skip


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in _OFTEN else pytest.mark.hostile) for name in FAMILIES]
)
def test_family(name: str) -> None:
    check_memory(*worker(name, str(SIZE))[2:])


@pytest.mark.hostile
@pytest.mark.parametrize("name", FAMILIES)
def test_another_process_gives_the_same(name: str) -> None:
    first, second = (worker(name, str(3 * SIZE), "clean", seed=seed)[0] for seed in ("1", "4242"))
    assert first == second


@pytest.mark.hostile
@pytest.mark.parametrize("name", LARGE)
def test_large(name: str) -> None:
    family, size = LARGE[name]
    check_memory(*worker(family, str(size), "clean")[2:])


def test_the_families_of_every_run_are_there() -> None:
    assert set(FAMILIES) > _OFTEN


def test_the_limit_is_a_limit() -> None:
    with pytest.raises(AssertionError, match="MB for a text of 10 bytes"):
        check_memory(BASE_MEMORY + MEMORY_PER_BYTE * 10, 10)
    with pytest.raises(AssertionError, match="KeyError"):
        worker("no such family", "10")
