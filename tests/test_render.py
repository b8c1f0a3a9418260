"""Blocks as Markdown and JSON, and what blocks say of themselves."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext import Block, Cleaner, Form
from cleantext._render import JSON_VERSION, blocks_to_json, to_markdown
from corpora import seeds
from strategies import tries

KINDS = {"headline", "subhead", "byline", "paragraph", "caption", "notice", "item", "verse", "table", "furniture"}


def block(text: str, kind: str = "paragraph") -> Block:
    return Block(text, kind, Form.COLUMNS, 0, len(text), 1, 1.0)


def letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", text))


# --- Markdown -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("天很蓝。", "天很蓝。"),
        ("a*b*c", r"a\*b\*c"),
        ("snake_case", r"snake\_case"),
        ("`code`", r"\`code\`"),
        ("[1] <b>", r"\[1\] \<b\>"),
        ("一|二", r"一\|二"),
        ("~~", r"\~\~"),
        ("C:\\temp", r"C:\\temp"),
        ("# 一", r"\# 一"),
        ("#话题", "#话题"),
        ("- 一", r"\- 一"),
        ("+ 一", r"\+ 一"),
        ("-5度", "-5度"),
        ("> 一", r"\> 一"),
        ("1. 一", r"1\. 一"),
        ("2023) 年", r"2023\) 年"),
        ("3.5米", "3.5米"),
        ("---", r"\---"),
        ("- - -", r"\- - -"),
        ("--- ---", r"\--- ---"),
        ("---一", "---一"),
        ("-", r"\-"),
        ("+", r"\+"),
        ("-\t一", "\\-\t一"),
        ("===", r"\==="),
        ("==一", "==一"),
        ("1.", r"1\."),
        ("1)", r"1\)"),
        ("#", r"\#"),
        ("C #", "C #"),
        ("AT&amp;T", r"AT\&amp;T"),
        ("&nbsp;", r"\&nbsp;"),
        ("&#12288;", r"\&#12288;"),
        ("&#x3000;", r"\&#x3000;"),
        ("AT&T", "AT&T"),
        ("\t    一", "一"),
    ],
)
def test_markdown_escapes_what_would_mean_something(text: str, markdown: str) -> None:
    assert to_markdown([block(text)]) == markdown + "\n"


@pytest.mark.parametrize(
    ("kind", "markdown"),
    [
        ("headline", "## 一\n"),
        ("subhead", "### 一\n"),
        ("byline", "*一*\n"),
        ("caption", "> 一\n"),
        ("paragraph", "一\n"),
        ("notice", "一\n"),
        ("item", "- 一\n"),
        ("verse", "一\n"),
        ("table", "```\n一\n```\n"),
        ("furniture", "一\n"),
    ],
)
def test_markdown_of_each_kind(kind: str, markdown: str) -> None:
    assert to_markdown([block("一", kind)]) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [("C #", r"C \#"), ("C ##", r"C \##"), ("C#", "C#"), ("#", r"\#"), ("########", r"\########"), ("C \\#", r"C \\#")],
)
def test_markdown_takes_nothing_off_the_end_of_a_heading(text: str, markdown: str) -> None:
    assert to_markdown([block(text, "headline")]) == f"## {markdown}\n"
    assert to_markdown([block(text, "subhead")]) == f"### {markdown}\n"


# what a block of a kind is to a reader of Markdown; items and lines of verse are one piece together
READ_AS = {
    "headline": "heading",
    "subhead": "heading",
    "paragraph": "paragraph",
    "notice": "paragraph",
    "caption": "blockquote",
    "item": "bullet_list",
    "verse": "paragraph",
}
SIGNS = st.text("#-+*_=1.)&;ampx3<>[]|`~\\!: \t一", max_size=8).filter(str.strip)


@given(texts=st.lists(SIGNS, min_size=1, max_size=3))
@pytest.mark.parametrize("kind", READ_AS)
@tries(400)
def test_a_reader_of_markdown_sees_the_text(kind: str, texts: list[str]) -> None:
    markdown_it = pytest.importorskip("markdown_it", reason="left out: no reader of Markdown is installed")
    reader = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = reader.parse(to_markdown([block(text, kind) for text in texts]))
    seen = [
        "".join("\n" if piece.type in ("hardbreak", "softbreak") else piece.content for piece in token.children)
        for token in tokens
        if token.type == "inline"
    ]
    stripped = [text.strip() for text in texts]
    assert seen == (["\n".join(stripped)] if kind == "verse" else stripped)
    outer = [token.type.removesuffix("_open") for token in tokens if token.level == 0 and token.nesting == 1]
    assert outer == [READ_AS[kind]] * (1 if kind in ("item", "verse") else len(texts))


def test_lines_that_belong_together_stay_together() -> None:
    blocks = [
        block(c, kind) for c, kind in zip("一二三四五六", ["verse"] * 2 + ["item"] * 2 + ["table"] * 2, strict=True)
    ]
    assert to_markdown(blocks) == "一  \n二\n\n- 三\n- 四\n\n```\n五\n六\n```\n"


def test_a_table_with_a_fence_in_it_has_a_longer_one() -> None:
    assert to_markdown([block("```", "table")]) == "````\n```\n````\n"


def test_nothing_is_nothing() -> None:
    assert to_markdown([]) == ""
    assert json.loads(blocks_to_json([])) == {"version": JSON_VERSION, "blocks": []}


# --- JSON ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["天很蓝。", '"引号"\\', "\ud800一", "一\udfff", "𠮷", "a\x01b", "\u2028", "\ud83d \ude00", "\x85\u202e"]
)
def test_json_and_back(text: str) -> None:
    (row,) = json.loads(blocks_to_json([block(text)]))["blocks"]
    place = {"start": 0, "end": len(text), "page": 1}
    assert row == {"kind": "paragraph", "form": "columns", "text": text, **place, "confidence": 1.0}


def test_json_can_be_written_whatever_stands_in_it() -> None:
    written = blocks_to_json([block("\ud800天\x9b\u202e")]).encode("utf-8")
    assert "天".encode() in written
    assert rb"\ud800" in written
    assert rb"\u009b\u202e" in written


# --- blocks -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", seeds())
def test_a_block_stands_where_it_says(path: Path) -> None:
    source = path.read_bytes().decode("utf-8")
    blocks = Cleaner().blocks(source)
    assert len(blocks) > 20
    # the second copy of a caption is not in its block, and not in its place
    assert [letters(source[b.start : b.end]) for b in blocks] == [letters(b.text) for b in blocks]
    assert all(a.end <= b.start for a, b in pairwise(blocks))


@pytest.mark.parametrize("path", seeds())
def test_kinds_and_confidences_are_of_their_range(path: Path) -> None:
    blocks = Cleaner().blocks(path.read_bytes().decode("utf-8"))
    assert {b.kind for b in blocks} <= KINDS
    assert all(0 <= b.confidence <= 1 for b in blocks)
    assert {b.page for b in blocks} == {1}


@pytest.mark.parametrize("path", seeds())
def test_blocks_are_the_lines_of_the_cleaned_text(path: Path) -> None:
    source = path.read_bytes().decode("utf-8")
    cleaned = Cleaner().clean(source)
    assert [b.text for b in Cleaner().blocks(source)] == [x.strip(" \u3000") for x in cleaned.split("\n") if x.strip()]


@pytest.mark.parametrize("path", seeds())
def test_json_of_a_page_and_back(path: Path) -> None:
    blocks = Cleaner().blocks(path.read_bytes().decode("utf-8"))
    rows = json.loads(blocks_to_json(blocks))["blocks"]
    assert [Block(**{**row, "form": Form[row["form"].upper()]}) for row in rows] == blocks
