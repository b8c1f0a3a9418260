"""Someone new adds a rule by writing one file in one room: it runs, is listed, tested and documented."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpora import REPO
from documents import marked

GUIDE = REPO / "docs" / "rules.md"
RULE = marked(GUIDE, "rule file")
CASES = marked(GUIDE, "case table")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the house with one file more."""
    for name in ("src", "tests", "seeds", "tools"):
        shutil.copytree(REPO / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(REPO / name, tmp_path / name)
    (tmp_path / "docs").mkdir()
    path(tmp_path).write_text(RULE, encoding="utf-8")
    return tmp_path


def path(house: Path) -> Path:
    return house / "src" / "cleantext" / "rules" / "characters" / "lozenge.py"


def run(house: Path, *args: str, text: str = "") -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(house / "src"), "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *args], cwd=house, env=environment, input=text, capture_output=True, text=True, check=False
    )


def test_it_runs_in_its_profiles(house: Path) -> None:
    assert run(house, "-m", "cleantext", "clean", "-", text="❖要闻\n").stdout == "要闻\n"
    assert run(house, "-m", "cleantext", "clean", "--without", "lozenge", "-", text="❖要闻\n").stdout == "❖要闻\n"


def test_it_is_listed_and_documented(house: Path) -> None:
    assert "lozenge" in run(house, "-m", "cleantext", "rules").stdout
    page = run(house, "-m", "cleantext", "rules", "lozenge").stdout
    assert "`❖要闻` → `要闻`" in page
    assert "Leaves alone: a lozenge that stands for a bullet." in page
    made = run(house, "tools/make_docs.py")
    assert made.returncode == 0, made.stderr
    assert (house / "docs" / "rules" / "lozenge.md").read_text(encoding="utf-8") == page


def test_the_other_tests_hold(house: Path) -> None:
    """None lists the rules, or has one of its own that is called like the new one."""
    tests = ("tests/test_rule_pages.py", "tests/test_contract.py", "tests/test_release.py")
    done = run(house, "-m", "pytest", "-q", *tests, "-k", "not snippets and not output_diff and not lock")
    assert done.returncode == 0, done.stdout


def test_it_is_tested(house: Path) -> None:
    tests = ("-m", "pytest", "-q", "tests/test_rules.py", "-k", "lozenge", "-m", "not timed")
    good = run(house, *tests, "-rp")
    assert good.returncode == 0, good.stdout
    assert "test_alone[lozenge: example 1]" in good.stdout
    # of another length: within one second, bytecode made of a text of the same length would be taken
    path(house).write_text(RULE.replace('"❖要闻", "要闻"', '"❖要闻", "❖要闻要闻"'), encoding="utf-8")
    bad = run(house, *tests)
    assert bad.returncode == 1
    assert "rule 'lozenge'" in bad.stdout


def test_its_table_is_found_by_its_name(house: Path) -> None:
    table = house / "tests" / "cases" / "lozenge.toml"
    tests = ("-m", "pytest", "-q", "-rx", "tests/test_rules.py", "-k", "lozenge", "-m", "not timed")
    table.write_text(CASES, encoding="utf-8")
    good = run(house, *tests)
    assert good.returncode == 0, good.stdout
    assert "1 xfailed" in good.stdout
    # a cured failure turns the tests red, and so does a false case
    table.write_text(CASES.replace('before = "❖　❖"', 'before = "◆　◆"'), encoding="utf-8")
    assert "XPASS(strict)" in run(house, *tests).stdout
    table.write_text(CASES.replace('after = "要闻"', 'after = "要"'), encoding="utf-8")
    assert run(house, *tests).returncode == 1
