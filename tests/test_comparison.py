"""The comparison with other cleaners: what is shown was measured, and a peer that is missing is said to be left out."""

import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from corpora import REPO, SHARED

sys.path.append(str(REPO / "tools"))

import compare_harm

_HARM = """
def trimmed(text): return text.rstrip()
def letters(text): return "".join(c for c in text if c.isalnum())
def opcodes(a, b): return [] if a == b else [(0, len(a), 0, len(b))]
def holds(condition, before, after): return before == after or condition != "same" and letters(before) == letters(after)
"""


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    (tmp_path / "clean").mkdir()
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "harm.py").write_text(_HARM, encoding="utf-8")
    (tmp_path / "clean" / "1.txt").write_text("高 田，来了。", encoding="utf-8")
    (tmp_path / "clean" / "2.txt").write_text("高 田", encoding="utf-8")
    index = "file\tkind\tcondition\n1.txt\tnames\tsame\n2.txt\tpoem\tletters\n"
    (tmp_path / "clean" / "index.tsv").write_text(index, encoding="utf-8")
    return tmp_path


def test_what_is_broken_and_lost_is_counted(shared: Path) -> None:
    harm, texts = compare_harm.load_harm(shared), list(compare_harm.read_texts(shared / "clean"))
    count = compare_harm.measure(harm, lambda text: text.replace(" ", ""), texts)
    assert (count.characters, count.edits, count.broken, count.lost) == (10, 2, 1, 0)
    count = compare_harm.measure(harm, lambda text: text.replace("田", ""), texts)
    assert (count.broken, count.lost) == (2, 6)


def test_a_cleaner_that_raises_has_broken_the_text(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    harm, texts = compare_harm.load_harm(shared), list(compare_harm.read_texts(shared / "clean"))
    count = compare_harm.measure(harm, lambda text: text[99], texts)
    assert (count.broken, count.lost) == (2, 6)
    assert "IndexError" in capsys.readouterr().err


def test_a_peer_that_is_not_installed_is_left_out(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(compare_harm, "version", missing)
    rows = compare_harm.compare(shared).rows
    assert ("`pangu.space_text`", "left out: `pip install pangu`") in rows
    assert ("cleantext, profile `page`", "0", "0.0", "0") in rows


def test_a_folder_without_texts_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["compare_harm.py", str(tmp_path)])
    assert compare_harm.main() == 2
    assert "is not there; give the folder" in capsys.readouterr().err


@pytest.mark.skipif(not (SHARED / "clean").is_dir(), reason="left out: the clean texts are not on this machine")
def test_the_page_shows_what_is_measured() -> None:
    page = (REPO / "docs" / "comparison.md").read_text(encoding="utf-8")
    assert compare_harm.COMMAND in page
    harm, texts = compare_harm.load_harm(SHARED), list(compare_harm.read_texts(SHARED / "clean"))
    count = compare_harm.measure(harm, compare_harm.PEERS[0].find(), texts)
    edits = f"{1e4 * count.edits / count.characters:.1f}"
    assert f"| {compare_harm.PEERS[0].title} | {count.broken} | {edits} | {count.lost} |" in page
