"""Columns that an extractor set side by side, or gave line by line in turn, are left alone, marked, and told of."""

from itertools import chain
from pathlib import Path

import pytest

from cleantext import Cleaner, Mark, Text
from cleantext._inspect import inspect
from cleantext._layout.facts import SPACES
from cleantext._layout.turns import lines_in_turn
from corpora import REPO, files, pages, read, seeds

OWN = sorted((REPO / "tests" / "pages").glob("*/raw.txt"))
# pages of running text in columns that are narrow enough for two of them side by side
NARROW = [path for path in OWN if path.parent.name[:3] in ("a01", "a02", "a13", "a14", "c01", "e05", "n01")]


def in_turn(raw: str) -> list[int]:
    layout = Text(raw).layout
    assert layout.forms
    return layout.in_turn


def columns_of(path: Path, count: int) -> list[list[str]]:
    """Return the lines of a page as those of so many columns of one length."""
    lines = [line.strip(SPACES) for line in read(path).split("\n") if line.strip(SPACES)]
    size = len(lines) // count
    return [lines[k * size : (k + 1) * size] for k in range(count)]


def in_lines(columns: list[list[str]]) -> str:
    return "\n".join(chain.from_iterable(zip(*columns, strict=True)))


def side_by_side(columns: list[list[str]], gap: str) -> str:
    return "\n".join(gap.join(lines) for lines in zip(*columns, strict=True))


def check_lines(raw: str) -> None:
    """Check that each line that is of several columns comes out as a line, and that this is the end of it."""
    text, lines = Cleaner().trace(raw), raw.split("\n")
    kept = text.text.split("\n")
    letters = ["".join(filter(str.isalnum, line)) for line in kept]
    assert all("".join(filter(str.isalnum, lines[i])) in letters for i in in_turn(raw))
    assert Cleaner().clean(text.text) == text.text


@pytest.mark.parametrize("path", [*seeds(), *pages(), *files(OWN)])
def test_no_page_that_was_extracted_column_by_column_is_one(path: Path) -> None:
    assert in_turn(read(path)) == []


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("path", files(NARROW))
def test_lines_of_columns_in_turn_stay_lines(path: Path, count: int) -> None:
    raw = in_lines(columns_of(path, count))
    assert len(in_turn(raw)) >= 0.5 * (raw.count("\n") + 1)
    check_lines(raw)


@pytest.mark.parametrize("gap", [" ", "    ", "\u3000"], ids=["one space", "four spaces", "an ideographic space"])
@pytest.mark.parametrize("path", files(NARROW))
def test_columns_side_by_side_stay_lines(path: Path, gap: str) -> None:
    raw = side_by_side(columns_of(path, 2), gap)
    assert len(in_turn(raw)) >= 0.9 * (raw.count("\n") + 1)
    check_lines(raw)


@pytest.mark.parametrize(
    ("name", "share"), [("pdftotext", 0.24), ("pdfplumber", 1.0), ("pymupdf-sorted", 0.95)]
)  # of the lines; those of the other two pages of pdftotext are in order
def test_what_extractors_mixed_is_left_alone(name: str, share: float) -> None:
    raw = read(REPO / "tests" / "turns" / f"{name}.txt")
    solid = [line for line in raw.split("\n") if line.strip(SPACES)]
    assert share * len(solid) <= len(in_turn(raw)) <= (share + 0.05) * len(solid)
    check_lines(raw)


def test_they_are_marked_with_the_number_of_lines() -> None:
    raw = in_lines(columns_of(NARROW[0], 2))
    notes = [traced.note for traced in Cleaner().trace(raw).notes() if traced.rule == "broken-line"]
    marks = [note for note in notes if isinstance(note, Mark)]
    assert {mark.what for mark in marks} == {"line of several columns"}
    assert sum(mark.count for mark in marks) == len(in_turn(raw))


def test_names_with_gaps_between_them_are_no_columns() -> None:
    left = ["这一天来办理业务的市", "民并不多，服务中心主", "任开玩笑地说，以后来", "办业务的人应该会更少"]
    right = ["他的车停在路边，老李", "在车里等了半天才看见", "那个提着篮子的人，他", "们一起回家去了，一路"]
    for size, is_one in ((5, True), (4, False)):
        rows = [f"{before[:1]}{before[1 - size :]} {behind}" for before, behind in zip(left, right, strict=True)] * 2
        assert bool(lines_in_turn(rows, [True] * 8, list(range(8)))) is is_one


@pytest.mark.parametrize(("words", "is_one"), [(3, True), (2, False)])
def test_three_words_that_go_on_in_the_line_after_the_next_one_tell_it(words: int, is_one: bool) -> None:
    lines = ["甲乙丙丁，戊己庚辛壬癸，"] * 24
    told = [("看望老", "人的志愿者，"), ("这次活动的同", "学都说，"), ("走进了新的大", "家庭，")]
    for k, (before, behind) in enumerate(told[:words]):
        lines[6 * k + 1], lines[6 * k + 3] = before, behind
    assert bool(lines_in_turn(lines, [True] * 24, [])) is is_one
    assert lines_in_turn(lines[:2] + lines[3:], [True] * 23, []) == []  # one of them goes on in the next line


def test_inspect_says_that_the_columns_are_to_be_read_one_by_one() -> None:
    raw = in_lines(columns_of(NARROW[0], 2))
    [reason] = inspect("a.txt", "UTF-8", Cleaner().trace(raw)).reread
    assert reason.endswith("lines are of several columns in turn")
    good = inspect("a.txt", "UTF-8", Cleaner().trace(read(NARROW[0])))
    assert not any("columns" in reason for reason in good.reread)


def test_other_spaces_between_wide_gaps_are_no_piece() -> None:
    """What stands between two gaps may be spaces only, of another width."""
    text = "i１２\t-  \u202f  ·—乡镇加\n，\n老\n。加\n，\n日子越过越好，农密切\n落实责任，把惠民政策\n送"
    assert Cleaner().clean(text).count("乡镇") == 1
