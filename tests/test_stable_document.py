"""Documents are cleaned in one run: what a second run would see, the first one sees; the guard is for the rest."""

import random
from pathlib import Path

import pytest

from cleantext import Cleaner, Edit, Effect, Stage, Text, rule
from corpora import SEEDS, SHARED, read, seeds
from promises import check_blocks, check_promises


@pytest.mark.parametrize("path", seeds())
def test_a_page_twice_is_cleaned_twice(path: Path) -> None:
    """The same page again is no evidence for furniture: what stands at its edges stays, and all else is cleaned."""
    page = read(path)
    cleaned = Cleaner().clean_pages([page, page])
    assert "".join("".join(cleaned).split()) == 2 * "".join(Cleaner().clean(page).split())
    assert cleaned != [page, page]
    assert Cleaner().clean_pages(cleaned) == cleaned
    assert Cleaner().trace(page + "\f" + page).chosen == "full"


@pytest.mark.parametrize("gap", ["\f", "\n\f", "\f\n"], ids=["bare", "behind a line feed", "before a line feed"])
def test_a_document_of_pages_is_done_in_one_run(gap: str) -> None:
    pages = [f"聊城日报\n{text}\n· {number} ·" for number, text in enumerate([read(p).strip("\n") for p in SEEDS], 5)]
    trace = Cleaner().trace(gap.join(pages))
    assert trace.chosen == "full"
    assert "· 5 ·" not in trace.text
    assert trace.text.count("聊城日报") == "".join(read(p) for p in SEEDS).count("聊城日报")


@pytest.mark.parametrize(
    ("heads", "kept"),
    [
        (["灯 下 忆 旧", "灯下忆旧"], 1),
        (["灯 下 忆 旧", "灯下忆旧", "灯下忆旧"], 1),
        (["灯下忆旧", "灯下忆旧"], 0),  # a running head on each page
        (["灯下忆旧", "灯 下 忆 旧"], 0),
        (["灯 下 忆 旧", "灯下忆旧", "灯 下 忆 旧"], 0),  # written now so, now so, as OCR does
    ],
)
def test_a_title_that_the_running_heads_repeat_stays(heads: list[str], kept: int) -> None:
    texts = [read(p).strip("\n") for p in SEEDS]
    pages = [f"{head}\n{text}\n· {number} ·" for number, (head, text) in enumerate(zip(heads, texts, strict=False), 5)]
    cleaned = Cleaner().clean("\f".join(pages))
    assert cleaned.startswith("灯下忆旧\n") is (kept == 1)
    assert cleaned.count("灯下忆旧") == kept
    assert Cleaner().clean(cleaned) == cleaned


def test_two_hundred_pages_are_not_left_unchanged() -> None:
    draw = random.Random(7)
    pages = [read(path) for path in [*SEEDS, *sorted((SHARED / "pages").glob("*/raw.txt"))]]
    document = "\f".join(draw.choice(pages) for _ in range(200))
    trace = Cleaner().trace(document)
    assert trace.chosen in ("full", "run twice")
    assert trace.revert() == document
    assert Cleaner().clean(trace.text) == trace.text == Cleaner().clean(document)


# A text line behind furniture, and a second head behind furniture that another page begins with.
HIDDEN = [
    "短评\n心里有数\n甲说了一句话。\n",
    "短评\n乙说了一句话。\n",
    "短评\n心里有数\n丙说了一句话。\n",
    "心里有数\n丁说了一句话。\n",
]


def test_what_furniture_hid_is_seen_in_the_same_run() -> None:
    cleaned = Cleaner().clean_pages(HIDDEN)
    assert [page.split() for page in cleaned] == [[f"{who}说了一句话。"] for who in "甲乙丙丁"]
    assert Cleaner().clean_pages(cleaned) == cleaned
    assert Cleaner().trace("\f".join(HIDDEN)).chosen == "full"


def test_a_result_that_a_second_run_changes_is_run_twice() -> None:
    """A rule that takes one letter off in each run until two are left: three need one run, four need two, five more."""

    @rule(stage=Stage.CHARACTERS, effect=Effect.REMOVAL, examples=())
    def shrink(text: Text) -> list[Edit]:
        """take one letter off"""
        return [Edit(0, 1, "")] if text.string.startswith("xxx") else []

    cleaner = Cleaner("text", with_=[shrink])
    found = {text: cleaner.trace(f"{text}\n\fy") for text in ("xx", "xxx", "xxxx", "xxxxx")}
    assert {text: (trace.text[:-3], trace.chosen) for text, trace in found.items()} == {
        "xx": ("xx", "full"),
        "xxx": ("xx", "full"),
        "xxxx": ("xx", "run twice"),
        "xxxxx": ("xxxxx", "unchanged"),
    }
    for text, trace in found.items():
        assert cleaner.clean(f"{text}\n\fy") == trace.text
        assert trace.revert() == f"{text}\n\fy"
    assert [(c.start, c.before) for c in found["xxxx"].changes()] == [(0, "x"), (1, "x")]
    assert next((b.text, b.start, b.end) for b in cleaner.blocks("xxxx\n\fy")) == ("xx", 2, 4)
    # a page alone, too, as its lines are settled
    assert (cleaner.trace("xxxx").text, cleaner.trace("xxxx").chosen) == ("xx", "run twice")
    assert (cleaner.trace("xxxxx").text, cleaner.trace("xxxxx").chosen) == ("xxxxx", "unchanged")


def test_a_page_alone_whose_lines_a_second_run_changes_stays() -> None:
    @rule(stage=Stage.PARAGRAPHS, effect=Effect.LINES, examples=())
    def close(text: Text) -> list[Edit]:
        """take three blank lines off"""
        return [Edit(0, 3, "")] if text.string.startswith("\n\n\n\n") else []

    cleaner = Cleaner("text", with_=[close])
    found = {text: cleaner.trace(text) for text in (4 * "\n" + "y", 7 * "\n" + "y", 7 * "\n" + "y\f\ny")}
    assert [trace.chosen for trace in found.values()] == ["full", "lines kept", "run twice"]
    assert cleaner.clean(7 * "\n" + "y") == 7 * "\n" + "y"


def test_a_page_alone_of_which_a_second_run_changes_one_seam_is_run_twice() -> None:
    @rule(stage=Stage.PARAGRAPHS, effect=Effect.LINES, examples=())
    def close(text: Text) -> list[Edit]:
        """take one blank line off"""
        return [Edit(0, 1, "")] if text.string.startswith("\n\n\n") else []

    trace = Cleaner("text", with_=[close]).trace("\n\n\n\ny")
    assert (trace.text, trace.chosen, trace.revert()) == ("\n\ny", "run twice", "\n\n\n\ny")


def test_a_page_whose_spaces_are_not_settled_has_its_characters_repaired() -> None:
    """Of five spaces, one of which goes in each run, neither the full result nor that with its lines is stable."""

    @rule(stage=Stage.SPACING, effect=Effect.SPACE, examples=())
    def shrink(text: Text) -> list[Edit]:
        """take one space off"""
        return [Edit(0, 1, "")] if text.string.startswith("   ") else []

    for script, result in (None, "     文化馆"), ("tw", "     文化館"):
        cleaner = Cleaner("text", with_=[shrink], script=script)
        trace = cleaner.trace("     ⽂化馆")
        assert (trace.text, trace.chosen) == (result, "characters")
        assert cleaner.clean(trace.text) == trace.text
        assert trace.revert() == "     ⽂化馆"


@pytest.mark.parametrize("end", ["\f", "\n\f", "\f\n", " \f\u3000", "\n\f\n"])
def test_a_form_feed_ends_a_line_wherever_it_stands(end: str) -> None:
    """Joined without line feeds, the last line of a page and the first of the next one are no line of both."""
    pages = [read(path).strip() for path in SEEDS]
    document = end.join(pages)
    cleaned, blocks = Cleaner().clean(document), Cleaner().blocks(document)
    assert [block.text for block in blocks] == [line for line in map(str.strip, cleaned.split("\n")) if line]
    assert {block.page for block in blocks} == {1, 2, 3, 4, 5}
    check_promises(document, Cleaner())
    check_blocks(document, Cleaner())


def test_a_form_feed_between_two_lines_of_a_paragraph_follows_it() -> None:
    page = "“小易”是来自东昌府区行政审批\n服务局的帮办专员，每天都在办事大\n厅里办理业务。他说，来的人多了，\n"
    assert Cleaner().clean(page.replace("批\n服", "批\f\n服")).replace("\f", "") == Cleaner().clean(page)
    assert "\f" not in Cleaner().blocks(page.replace("批\n服", "批\f\n服"))[0].text
