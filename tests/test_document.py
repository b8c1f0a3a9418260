"""The pages of one issue or book, cleaned together: `Cleaner.clean_pages`, `blocks_of_pages` and `--as-document`."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cleantext import Cleaner
from cleantext._document import clean_parts
from cleantext.cli import main
from corpora import SEEDS, clean_texts, read, seeds

HEADS = ["旧文新读\n第一页的字。\n23\n", "旧文新读\n第二页的字。\n24\n"]
LINES = read(SEEDS[0]).split("\n")
# Line 12 of the page ends in mid-sentence: 所需资料、申报流程等各方面、全过⏎程的问题.
CUT = next(i for i, line in enumerate(LINES) if line.startswith("程的问题"))
PAGES = ["\n".join(LINES[:CUT]) + "\n", "\n".join(LINES[CUT:])]

Capture = pytest.CaptureFixture[bytes]


def clean_pages(*pages: str) -> list[str]:
    return Cleaner().clean_pages(pages)


# --- clean_pages --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", seeds())
def test_one_page_is_a_page(path: Path) -> None:
    page = read(path)
    assert clean_pages(page) == [Cleaner().clean(page)]


@pytest.mark.parametrize("path", clean_texts())
def test_one_clean_text_is_a_page(path: Path) -> None:
    page = read(path)
    assert clean_pages(page) == [Cleaner().clean(page)]


def test_heads_and_folios_go_where_two_pages_show_them() -> None:
    assert [page.split() for page in clean_pages(*HEADS)] == [["第一页的字。"], ["第二页的字。"]]
    assert clean_pages(HEADS[0]) == [HEADS[0]]


@pytest.mark.parametrize(
    "line", ["思考题", "三、存在的问题", "□ 本报记者 张晓东", "（作者单位：聊城大学）", "疑是地上霜"]
)
def test_a_line_on_two_pages_of_a_book_stays(line: str) -> None:
    pages = [f"旧文新读\n第{n}页的字，说的是一件事。\n{n}\n" for n in range(1, 36)]
    for n in (2, 29):
        pages[n] = f"旧文新读\n{line}\n第{n + 1}页的字，说的是一件事。\n{line}\n{n + 1}\n"
    cleaned = clean_pages(*pages)
    assert ["".join(page.split()).count("".join(line.split())) for page in cleaned] == [
        2 * (n in (2, 29)) for n in range(35)
    ]
    assert not any("旧文新读" in page for page in cleaned)
    assert [page.split()[-1] for page in cleaned if page.split()[-1] in map(str, range(36))] == []


def test_a_paragraph_belongs_to_the_page_it_began_on() -> None:
    one, two = clean_pages(*PAGES)
    assert one.endswith("全过程的问题，都可以在线咨询“小易”，“他”都会耐心解答。\n")
    assert two.startswith("在新区街道便民服务中心，“小易”的名字叫王哲。")
    assert "".join((one + two).split()) == "".join(Cleaner().clean(read(SEEDS[0])).split())


@pytest.mark.parametrize("cut", range(3, 60, 4))
def test_wherever_a_page_ends_nothing_is_lost_and_a_second_run_finds_nothing(cut: int) -> None:
    pages = ["\n".join(LINES[:cut]) + "\n", "\n".join(LINES[cut:])]
    cleaned = clean_pages(*pages)
    assert "".join("".join(cleaned).split()) == "".join(Cleaner().clean(read(SEEDS[0])).split())
    assert clean_pages(*cleaned) == cleaned


def test_the_seed_pages_as_an_issue_differ_from_themselves_alone_by_spaces_only() -> None:
    """Whether a space behind a bracket is a habit is decided over all pages: one stays on the second page."""
    pages = [read(path) for path in SEEDS]
    cleaned, alone = clean_pages(*pages), [Cleaner().clean(page) for page in pages]
    for one, other in zip(cleaned, alone, strict=True):
        assert ["".join(line.split()) for line in one.split("\n") if line] == [
            "".join(line.split()) for line in other.split("\n") if line
        ]
    assert clean_pages(*cleaned) == cleaned


@pytest.mark.parametrize(
    "pages",
    [
        [],
        [""],
        ["", ""],
        ["一。", "", "二。"],
        ["一。", "二。\n"],
        ["一。\n\n", "\n二。"],
        ["\f", "一。"],
        ["一。\n\f", "二。\n"],
        ["\f一。", "二。\f\f"],
        ["一。\n\f二。\n", "三。\n"],
        ["一。\f", "\f二。", "\f"],
        ["一。\r\n", "二。\n", "三。\r"],
        ["\n", " ", "\u3000"],
    ],
)
def test_short_pages_stay_as_they_are_alone(pages: list[str]) -> None:
    assert clean_pages(*pages) == [Cleaner().clean(page) for page in pages]


def test_a_blank_page_does_not_part_a_paragraph() -> None:
    one, blank, two = clean_pages(PAGES[0], "\n", PAGES[1])
    assert [one, two] == clean_pages(*PAGES)
    assert blank == "\n"


def test_a_form_feed_of_its_own_stays_in_its_page() -> None:
    one, two = clean_pages("旧文新读\n第一页的字。\n\f旧文新读\n第二页的字。\n", "旧文新读\n第三页的字。\n")
    assert one.split("\f")[0].split() == ["第一页的字。"]
    assert one.split("\f")[1].split() == ["第二页的字。"]
    assert two.split() == ["第三页的字。"]


def test_each_page_keeps_its_line_ends() -> None:
    one, two = clean_pages(PAGES[0].replace("\n", "\r\n"), PAGES[1])
    assert [one.replace("\r\n", "\n"), two] == clean_pages(*PAGES)
    assert one.count("\n") == one.count("\r\n") > 3


def test_a_page_that_holds_its_head_only_stays_a_page() -> None:
    pages = ["旧文新读\n" + PAGES[0], "旧文新读\n", "旧文新读\n" + PAGES[1]]
    one, two, three = clean_pages(*pages)
    assert two.strip() == ""
    assert "".join((one + three).split()) == "".join("".join(clean_pages(*PAGES)).split())


def test_where_a_form_feed_is_lost_each_page_is_cleaned_alone() -> None:
    def lose(text: str) -> str:
        return text.replace("\f", "") if "丁" in text else text.upper()

    parts: dict[int, str] = {}
    for numbers, cleaned in clean_parts(["a。\n", "b。\n", "c。\n", "丁。\n"], lose):
        parts |= dict(zip(numbers, cleaned, strict=True))
    assert parts == {0: "A。\n", 1: "B。\n", 2: "C。\n", 3: "丁。\n"}


def test_a_table_stays_on_its_page_behind_a_paragraph_from_the_page_before() -> None:
    table = "| 车站 | 到达 |\n|---|---|\n| 东城 | 08:10 |\n"
    end = next(i for i, line in enumerate(LINES) if i > CUT and line.endswith("解答。")) + 1
    second = "\n".join(LINES[CUT:end]) + "\n" + table + "\n".join(LINES[end:60]) + "\n"
    assert ["08:10" in page for page in clean_pages(PAGES[0], second)] == [False, True]


@pytest.mark.parametrize("pages", ["一。", b"\xe4\xb8\x80", bytearray(b"a")])
def test_one_str_is_no_pages(pages: object) -> None:
    with pytest.raises(TypeError, match="pages as a list of str"):
        Cleaner().clean_pages(pages)  # type: ignore[arg-type]


@pytest.mark.parametrize("pages", [[b"a"], ["a", None], [1]])
def test_a_page_is_a_str(pages: list[object]) -> None:
    with pytest.raises(TypeError, match="takes a str"):
        Cleaner().clean_pages(pages)  # type: ignore[arg-type]


def test_pages_may_come_one_by_one() -> None:
    assert Cleaner().clean_pages(page for page in HEADS) == clean_pages(*HEADS)


# --- blocks_of_pages ----------------------------------------------------------------------------------------------


def test_blocks_stand_in_their_page() -> None:
    pages = ["\f" + PAGES[0], "", PAGES[1].replace("\n", "\r\n")]
    found = Cleaner().blocks_of_pages(pages)
    assert [{b.page for b in blocks} for blocks in found] == [{1}, set(), {3}]
    assert [b.text for b in found[0]][-1].endswith("“他”都会耐心解答。")
    assert pages[0][: found[0][-1].end] == pages[0]
    for page, blocks in zip(pages, found, strict=True):
        for block in blocks[:-1] if page is pages[0] else blocks:
            assert "".join(page[block.start : block.end].split())[:6] == "".join(block.text.split())[:6]


def test_blocks_are_those_of_clean_pages() -> None:
    texts = [[b.text for b in blocks] for blocks in Cleaner().blocks_of_pages(PAGES)]
    assert texts == [[line for line in page.split("\n") if line] for page in clean_pages(*PAGES)]


# --- the command --------------------------------------------------------------------------------------------------

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfdbinary: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return a function that runs the command in a folder with two pages: exit code, standard output, error."""
    monkeypatch.chdir(tmp_path)
    for number, page in enumerate(HEADS, 1):
        Path(f"{number}.txt").write_bytes(page.encode())

    def call(*args: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        code = main(args)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return call


def test_files_as_a_document(run: Run) -> None:
    code, out, err = run("clean", "--as-document", "1.txt", "2.txt")
    assert (code, out.split(), err) == (0, ["第一页的字。", "第二页的字。"], "")
    assert run("clean", "1.txt", "2.txt") == (0, "".join(HEADS), "")


def test_each_file_has_its_own_output(run: Run) -> None:
    assert run("clean", "--as-document", "1.txt", "2.txt", "-o", "out") == (0, "", "")
    assert [Path(f"out/{n}.txt").read_text("utf-8").split() for n in "12"] == [["第一页的字。"], ["第二页的字。"]]


def test_the_order_is_the_one_given(run: Run) -> None:
    for number, page in enumerate(PAGES, 1):
        Path(f"{number}.txt").write_bytes(page.encode())
    assert run("clean", "--as-document", "1.txt", "2.txt")[1] == "".join(clean_pages(*PAGES))
    assert run("clean", "--as-document", "2.txt", "1.txt")[1].startswith("程的问题")


def test_a_page_that_cannot_be_read_is_left_out(run: Run) -> None:
    code, out, err = run("clean", "--as-document", "1.txt", "gone.txt", "2.txt")
    assert (code, out.split()) == (2, ["第一页的字。", "第二页的字。"])
    assert err == "cleantext: gone.txt: there is no such file; check its name\n"


def test_json_of_a_document(run: Run) -> None:
    assert run("clean", "--as-document", "--format", "json", "1.txt", "2.txt", "-o", "out") == (0, "", "")
    rows = [json.loads(Path(f"out/{n}.json").read_bytes())["blocks"] for n in "12"]
    assert [[(row["text"], row["page"], row["start"]) for row in page] for page in rows] == [
        [("第一页的字。", 1, 5)],
        [("第二页的字。", 2, 5)],
    ]


@pytest.mark.parametrize("how", [(), ("--as-document",), ("-o", "-")])
def test_json_of_several_inputs_is_an_object_a_line(run: Run, how: tuple[str, ...]) -> None:
    code, out, err = run("clean", *how, "--format", "json", "1.txt", "gone.txt", "2.txt")
    assert (code, err) == (2, "cleantext: gone.txt: there is no such file; check its name\n")
    found = [json.loads(line) for line in out.splitlines()]
    assert [(item["file"], item["version"]) for item in found] == [("1.txt", 1), ("2.txt", 1)]
    for item, text in zip(found, ("第一页的字。", "第二页的字。"), strict=True):
        assert text in [block["text"] for block in item["blocks"]]
    # one alone is as it was
    assert run("clean", *how, "--format", "json", "1.txt")[1].startswith('{\n "version": 1,\n "blocks": [\n')


def test_markdown(run: Run) -> None:
    Path("a.txt").write_text("文化活动启动\n\n■ 本报记者 朱海波\n\n天很蓝，云很白。\n", encoding="utf-8")
    assert run("clean", "--format", "markdown", "a.txt") == (
        0,
        "## 文化活动启动\n\n*■ 本报记者 朱海波*\n\n天很蓝，云很白。\n",
        "",
    )
    assert run("clean", "--format", "markdown", "a.txt", "1.txt", "-o", "out/")[0] == 0
    assert sorted(path.name for path in Path("out").iterdir()) == ["1.md", "a.md"]
    assert run("clean", "--format", "markdown", "a.txt", "-o", "b.txt")[0] == 0
    assert Path("b.txt").read_text("utf-8").startswith("## 文化活动启动\n")


def test_pages_as_markdown_are_parted(run: Run) -> None:
    assert (
        run("clean", "--as-document", "--format", "markdown", "1.txt", "2.txt")[1] == "第一页的字。\n\n第二页的字。\n"
    )


def test_json_has_no_byte_order_mark(run: Run) -> None:
    Path("a.txt").write_bytes("\ufeff天很蓝。".encode())
    assert run("clean", "--format", "json", "a.txt")[1].startswith("{")


def test_two_results_of_one_name(run: Run) -> None:
    Path("1.ocr").write_text("一。\n", encoding="utf-8")
    code, out, err = run("clean", "--format", "json", "1.txt", "1.ocr", "-o", "out")
    assert (code, out) == (2, "")
    assert err.startswith("cleantext: 1.txt and 1.ocr would both become ")
    assert err.endswith("1.json; clean them into two folders\n")


def test_an_unknown_format_offers_the_nearest(run: Run) -> None:
    assert run("clean", "--format", "markdwon", "1.txt") == (
        2,
        "",
        "cleantext: there is no format 'markdwon'; did you mean 'markdown'?\n",
    )
