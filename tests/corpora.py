"""The texts that tests run over: the seed pages, and the labelled pages and clean texts where this machine has them."""

import csv
import os
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cleantext import Cleaner
from cleantext._decisions import doubtful_seams

REPO = Path(__file__).parent.parent
SHARED = REPO.parent / "shared"
SEEDS = sorted((REPO / "seeds").glob("*.txt"))
ABSENT = "left out: ../shared is not on this machine"
# where only the lines that tests reach are counted, or many mutants are tried, one text in so many
_STRIDE = 10 if os.environ.get("HYPOTHESIS_PROFILE") == "few" else 1


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def in_git(*folders: str, others: bool = False) -> list[str]:
    """Return the names of the files in git; with `others` also of those that are new and not ignored.

    Leaves the test out where this is no clone.
    """
    if not (REPO / ".git").exists():
        pytest.skip("left out: this is no git clone")
    command = [
        "git",
        "ls-files",
        "-z",
        "--cached",
        *(["--others", "--exclude-standard"] if others else []),
        "--",
        *folders,
    ]
    out = subprocess.run(command, cwd=REPO, capture_output=True, check=True, text=True).stdout
    return [name for name in out.split("\0") if name and (REPO / name).exists()]


def files(paths: Iterable[Path], root: Path = REPO) -> list[Any]:
    """Return the parameters of a test that runs once a file; where there is none it is left out with the reason."""
    found = [pytest.param(path, id=path.relative_to(root).as_posix()) for path in sorted(paths)]
    return found or [pytest.param(None, id="none", marks=pytest.mark.skip(reason=ABSENT))]


def seeds() -> list[Any]:
    return files(SEEDS)


def pages() -> list[Any]:
    """The raw texts of the labelled pages."""
    return files(sorted((SHARED / "pages").glob("*/raw.txt"))[::_STRIDE], SHARED)


@cache
def page_in_doubt(*choices: str) -> str:
    """Return the first page of the repository whose seams in doubt were decided so, in order.

    Which pages have some is the model's to say: no test goes by one of them.
    """
    for path in (*SEEDS, *sorted((REPO / "tests/pages").glob("*/raw.txt"))):
        text = read(path)
        seams = doubtful_seams(Cleaner().trace(text))
        found = tuple("join" if seam.joined else "break" for seam in seams)
        if found == choices and all(seam.key is not None for seam in seams):
            return text
    raise AssertionError(f"no page has seams in doubt that were decided {choices}")


def clean_texts(condition: str = "") -> list[Any]:
    """The texts that are clean already; with a condition (`same`, `lines`, `letters`) those that must meet it."""
    index = SHARED / "clean" / "index.tsv"
    if not index.exists():
        return files(())
    with index.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    named = [SHARED / "clean" / row["file"] for row in rows if condition in ("", row["condition"])]
    return files(sorted(named)[::_STRIDE], SHARED)
