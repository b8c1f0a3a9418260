"""The scoreboard: its counts on pages small enough to count by hand, and its page in docs/."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cleantext import Block, Cleaner, Form, clean
from corpora import ABSENT, REPO, SHARED

sys.path.append(str(REPO / "tools"))

from certainty import bins, calibration_error, certainty_table, seams_of
from draw_page import SHADES, Line, draw, read_lines
from kinds_table import kind_pairs, kinds_table
from scoreboard import (
    GOLD,
    NOT_INSTALLED,
    Page,
    blank_lines,
    each_line,
    load_pages,
    markdown,
    rivals,
    tables,
    until_stop,
)
from scores import Gold, Score, read_gold, read_page, score, total
from table import Table

ANNOTATED = [GOLD, SHARED / "pages", SHARED / "gold"]
RAW = "第三版要闻\n活动启动\n今天天气很好，\n我们去看展览。\n图为展览现场\n\n图为展览现场\n"
LABELS = ("D", "B", "B", "J", "B", "_", "D", "_")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = [line if label in "BJ" else "" for line, label in zip(RAW.split("\n"), LABELS, strict=True)]
    rows = [f"{n}\t{label}\t{text}\n" for n, (label, text) in enumerate(zip(LABELS, texts, strict=True), 1)]
    meta = {"id": "tiny", "engine": "hand", "template": "sheet", "chars": "scored", "kinds": {"2": "kicker"}}
    (tmp_path / "tiny").mkdir()
    (tmp_path / "tiny" / "raw.txt").write_bytes(RAW.encode())
    (tmp_path / "tiny" / "gold.tsv").write_text("".join(rows), encoding="utf-8")
    (tmp_path / "tiny" / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    return tmp_path / "tiny"


def gold_of(tmp_path: Path, rows: str) -> Gold:
    path = tmp_path / "gold.tsv"
    path.write_text(rows, encoding="utf-8")
    return read_gold(path)


GOOD = "活动启动\n\n今天天气很好，我们去看展览。\n\n图为展览现场\n"


# Blocks of 4, 12 and 6 letters: block ends at 4 and 16. The end of the page is none, but 2 letters before it is one.
@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (GOOD, Score(2, 2, 2, 0, 3, 3, 0, 1, 0, 1)),
        (RAW, Score(2, 3, 2, 0, 2, 3, 1, 0, 1, 0)),
        (GOOD + "图为展览现场\n", Score(2, 2, 2, 0, 3, 3, 1, 0, 0, 1)),
        ("要闻\n" + GOOD, Score(2, 2, 2, 0, 3, 3, 0, 1, 0, 1)),
        ("版要闻\n" + GOOD, Score(2, 2, 2, 0, 3, 3, 0, 1, 1, 0)),
        ("活动启动今天天气很好，我们去看展览。\n图为展览", Score(1, 2, 2, 2, 0, 3, 0, 1, 0, 1)),
    ],
    ids=["right", "raw page", "duplicate left", "less than half of it left", "more than half left", "joined and lost"],
)
def test_the_counts_of_an_output(folder: Path, output: str, expected: Score) -> None:
    _, gold = read_page(folder)
    assert score(gold, output) == expected


def test_the_shares_follow_from_the_counts() -> None:
    found = total([Score(2, 3, 2, 0, 2, 3, 1, 0, 1, 0), Score(1, 1, 2, 2, 0, 5, 0, 1, 0, 1)])
    assert found == Score(3, 4, 4, 2, 2, 8, 1, 1, 1, 1)
    assert (found.precision, found.recall, found.f1, found.strict, found.wrong) == (0.75, 0.75, 0.75, 0.25, 2)


@pytest.mark.parametrize(("text", "is_copy"), [("图为展览现场", True), ("图为展览观场", True), ("第三版要闻", False)])
def test_a_duplicate_is_told_from_furniture(folder: Path, text: str, is_copy: bool) -> None:
    assert read_page(folder)[1].is_copy(text) is is_copy


def test_an_ocr_page_is_not_scored_to_the_character(folder: Path) -> None:
    meta = folder / "meta.json"
    meta.write_text(meta.read_text(encoding="utf-8").replace('"scored"', '"unscored"'), encoding="utf-8")
    found = score(read_page(folder)[1], GOOD)
    assert (found.right, found.sure, found.f1) == (0, 0, 1.0)


def test_a_block_is_unsure_only_by_an_open_line_of_its_own_or_behind_it(tmp_path: Path) -> None:
    gold = gold_of(tmp_path, "1\tB\t记者甲\n2\t?\t通讯员乙\n3\tB\t正文。\n")
    assert [block for n, block in enumerate(gold.blocks) if n not in gold.unsure] == ["正文。"]
    assert gold.lines == [1, 2, 3]


def test_a_space_beside_an_ascii_mark_is_not_scored(tmp_path: Path) -> None:
    gold = gold_of(tmp_path, "1\tB\t使用 --query\n2\tB\t用--query\n3\tB\t甲 乙\n")
    assert score(gold, "使用--query\n用 --query\n甲乙").right == 2


@pytest.mark.skipif(not (SHARED / "tools" / "score.py").exists(), reason=ABSENT)
@pytest.mark.parametrize(
    ("name", "cleaner"),
    [
        ("cleantext:clean", clean),
        ("baseline:lines", each_line),
        ("baseline:blank", blank_lines),
        ("baseline:stop", until_stop),
    ],
)
def test_the_counts_are_those_of_the_shared_tool(name: str, cleaner: Callable[[str], str], tmp_path: Path) -> None:
    tool, found = SHARED / "tools" / "score.py", tmp_path / "found.json"
    command = [sys.executable, str(tool), str(SHARED / "pages"), name, "--quiet", "--json", str(found)]
    subprocess.run(command, check=True, capture_output=True)
    keys = ("hit", "out", "gold", "lost", "strict", "sblocks", "dup_left", "dup_removed", "furn_left", "furn_removed")
    theirs = json.loads(found.read_text(encoding="utf-8"))["rows"]
    pages, _ = load_pages([SHARED / "pages"])
    assert len(theirs) == len(pages) > 0
    for row, page in zip(theirs, pages, strict=True):
        assert page.name == row["page"]
        assert score(page.gold, cleaner(page.raw)) == Score(*(row[key] for key in keys)), page.name


def test_the_simple_rules() -> None:
    raw = "今天天\n\n气好。\n我们去\n看“展览”\n"
    assert each_line(raw) == raw
    assert blank_lines(raw) == "今天天\n气好。我们去看“展览”"
    assert until_stop(raw) == "今天天气好。\n我们去看“展览”\n"


def test_a_rival_that_is_not_installed_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "unstructured", None)
    others = rivals()
    assert list(others.values()).count(None) == 1
    made = tables([], others)[1]
    assert made.rows[-1] == ["unstructured, group_broken_paragraphs", NOT_INSTALLED]
    assert f"| {NOT_INSTALLED} |  |" in made.markdown()
    assert made.plain().endswith(NOT_INSTALLED)


def block(text: str, kind: str) -> Block:
    return Block(text, kind, Form.COLUMNS, 0, len(text), 1, 1.0)


def test_kinds_are_compared_by_the_letters_of_blocks(tmp_path: Path) -> None:
    gold = gold_of(tmp_path, "1\tB\t要闻\n2\tB\t活动启动\n3\tB\t今天，\n4\tJ\t晴。␤好。\n5\tB\t要闻␤评论\n")
    blocks = [block("要 闻", "subhead"), block("活动启动", "byline"), block("今天", "paragraph"), block("要闻", "item")]
    kinds = {1: "kicker", 2: "headline", 3: "paragraph", 4: "caption", 5: "item"}
    pairs = kind_pairs(blocks, gold, kinds)
    assert pairs == [
        ("subhead", "subhead"),
        ("headline", "byline"),
        ("paragraph", ""),
        ("caption", ""),
        ("item", "item"),
    ]
    made = kinds_table(pairs)
    assert "Of 5 blocks whose kind is known, 3 stand" in made.note
    assert "of these 2 (66.7%)" in made.note
    columns = dict(zip(made.head, next(row for row in made.rows if row[0] == "headline"), strict=True))
    assert (columns["byline"], columns["headline"], columns["no such block"], columns["right"]) == (
        "1",
        "·",
        "0",
        "0.000",
    )


def test_the_bins_and_the_calibration_error() -> None:
    seams = [(0.5, True), (0.6, False), (0.95, True), (1.0, True)]
    assert [len(part) for part in bins(seams)] == [1, 1, 0, 0, 0, 2]
    # 1 × |0.5 - 1| + 1 × |0.6 - 0| + 2 × |0.975 - 1| = 1.15, over 4 seams
    assert calibration_error(seams) == pytest.approx(1.15 / 4)
    rows = certainty_table(seams).rows
    assert rows[5] == ["0.95-1.0", "2", "0.9750", "1.0000"]
    assert rows[2] == ["0.7-0.8", "0", "–", "–"]
    assert rows[-1] == ["all", "4", "0.7625", "0.7500"]


@pytest.mark.parametrize(
    ("labels", "right"), [("B_J", [True]), ("B_B", [False]), ("B_?", []), ("D_B", []), ("?_J", [])]
)
def test_a_seam_is_held_against_the_labels(labels: str, right: list[bool]) -> None:
    found = seams_of(Cleaner(), "“小易”是来自东昌府区行政审批\n\n服务局的帮办专员。", labels)
    assert [is_right for _, is_right in found] == right
    assert all(0.5 <= confidence <= 1 for confidence, _ in found)


def test_a_page_is_read_once_and_an_absent_folder_is_said_to_be(folder: Path, tmp_path: Path) -> None:
    absent = REPO.parent / "nowhere" / "pages"
    pages, left_out = load_pages([tmp_path, absent, tmp_path])
    assert [(p.name, p.engine, p.template, p.labels, p.kinds) for p in pages] == [
        ("tiny", "hand", "sheet", LABELS, {2: "kicker"})
    ]
    assert left_out == [absent]
    text = markdown([], left_out)
    assert "Left out, since they were not on the machine: `../nowhere/pages`." in text
    assert "Left out" not in markdown([], [])


def test_a_table_in_both_forms() -> None:
    rows = [["a", "1", "2"], ["bcdef", "10", "–"], ["gh", "none"]]
    made = Table("Title", "Note.", ("page", "letters lost", "F1"), rows, texts=1)
    assert made.markdown().split("\n")[4:] == [
        "| page | letters lost | F1 |",
        "| --- | --: | --: |",
        "| a | 1 | 2 |",
        "| bcdef | 10 | – |",
        "| gh | none |  |",
    ]
    assert made.plain().split("\n")[4:] == [
        "       letters",
        "page      lost  F1",
        "------------------",
        "a            1   2",
        "bcdef       10   –",
        "gh     none",
    ]


def rows_of(page: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in page.split("\n") if line.startswith("| ")]


def named(pages: list[Page]) -> set[tuple[str, ...]]:
    groups = {("all of", p.engine, "") for p in pages} | {("all of", "", p.template) for p in pages}
    return {(p.name, p.engine, p.template) for p in pages} | groups | {("TOTAL", "", "")}


def test_the_page_has_a_row_for_every_page_and_group() -> None:
    pages, _ = load_pages([GOLD])
    rows = rows_of(markdown(tables(pages, {"each line a block": each_line}), []))
    heads = [tuple(row[:3]) for row in rows]
    assert all(heads.count(name) == 1 for name in named(pages))
    assert [row[0] for row in rows].count("each line a block") == 1


def test_the_page_in_git_has_a_row_for_every_page() -> None:
    """Its figures are those of the commit that it names; run its command after a change of the output."""
    text = (REPO / "docs" / "scoreboard.md").read_text(encoding="utf-8")
    pages, _ = load_pages(ANNOTATED)
    assert {p.name for p in pages} >= {"000", "004"}
    assert named(pages) <= {tuple(row[:3]) for row in rows_of(text)}
    assert NOT_INSTALLED not in text, "make it where unstructured is installed"
    assert re.search(r"from commit [0-9a-f]+ of 20\d\d-\d\d-\d\d", text)


def test_the_picture_of_a_page() -> None:
    lines = [Line(1, 14, 2, (18,), False, True), Line(3, 10, 0, (18, 12), True, False)]
    parts = ElementTree.fromstring(draw(lines, "Two lines"))
    found = {e.get("stroke"): e.get("d") for e in parts if e.get("d") is not None}
    bars = [e.get("d") for e in parts if e.get("stroke") in SHADES][:4]
    # the first line begins two half em (6 pixels) in and is 14 half em (42 pixels) long; each line has its strip
    assert bars == ["", "M26 62.5h42", "", "M188 62.5h30"]
    assert len(found) == len(SHADES) + 3


def test_the_picture_in_git_is_of_the_seed_page() -> None:
    path = REPO / "docs" / "page.svg"
    assert path.stat().st_size < 60_000
    title = ElementTree.parse(path).getroot().findtext("{http://www.w3.org/2000/svg}title")
    lines = read_lines(next((REPO / "seeds").glob("000_*.txt")).read_bytes().decode())
    assert title is not None
    assert title.startswith(f"Page 000: {len(lines)} lines, ")


@pytest.mark.parametrize("name", ["paragraphs.md", "scoreboard.md"])
def test_links_lead_somewhere_and_the_guide_leads_here(name: str) -> None:
    docs = REPO / "docs"
    links = re.findall(r"\]\((?!https?:)([^)#]+)(?:#([^)]+))?", (docs / name).read_text(encoding="utf-8"))
    assert links
    for link, place in links:
        assert (docs / link).exists(), link
        titles = re.findall(r"^##* (.+)$", (docs / link).read_text(encoding="utf-8"), re.MULTILINE)
        assert not place or place in [title.lower().replace(" ", "-") for title in titles], place
    assert f"]({name})" in (docs / "index.md").read_text(encoding="utf-8")
