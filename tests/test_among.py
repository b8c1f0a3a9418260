"""Running text among lines that stay, and tables, commands, terms and verse beside running text."""

import pytest

import cleantext
from cleantext._layout.facts import line_facts
from cleantext._layout.structures import structured_lines
from cleantext._layout.wrapped import hangs_over

RECIPE = """\
茶叶蛋
茶香浓郁，鲜香可口的早餐，这道菜的难点在于掌
握炸肉的火候，初学要有些耐心，按步骤操作便能成
功。从腌制到出锅，大约要四十分钟，适合为家人做
一道下饭快菜。
预估难度：三颗星
鸡蛋四百克
八角四克
盐少许
红茶两袋
生抽一勺
先把鸡蛋煮熟
捞出来过冷水
敲出裂缝
"""


def test_a_paragraph_among_lists_that_is_as_wide_as_the_page_is_joined() -> None:
    lines = RECIPE.splitlines()
    assert [line for line in cleantext.clean(RECIPE).splitlines() if line] == [
        lines[0],
        "".join(lines[1:5]),
        *lines[5:],
    ]


DRAWN = """\
┌──────┬──────────┐
│ 目录 │ 用途     │
├──────┼──────────┤
│ /etc │ 配置文件 │
└──────┴──────────┘
"""
COMMANDS = "\u00a0\u00a0 $ dpkg -L vim\n    $ apt-cache show vim\n\u00a0\u00a0 # <以 root 账户运行的命令>\n"
TERMS = "C-f     向右移动一个字符\nC-b     向左移动一个字符\nM-f     向右移动一个单词\n"


@pytest.mark.parametrize("listed", [DRAWN, COMMANDS, TERMS])
def test_tables_commands_and_terms_between_lines_of_columns_stay(listed: str) -> None:
    assert f"\n{listed}" in cleantext.clean(PROSE + listed + PROSE)


def test_a_rule_between_columns_that_ocr_read_is_no_table() -> None:
    assert structured_lines("│一，\n│二│", ["│一，", "│二│"]) == [1]
    cleaned = cleantext.clean("".join(f"│{line}\n" for line in PROSE.splitlines()) + PROSE)
    assert PROSE.replace("\n", "") in cleaned
    assert cleaned.count("\n") < 12


def test_a_sentence_that_ends_with_a_semicolon_of_half_width_is_no_code() -> None:
    lines = ["(一) 经营者达成协议;", "int a;", "}", "(二) 经营者有支配地位 ; "]
    assert structured_lines("\n".join(lines), lines) == [1, 2]


def test_short_paragraphs_of_which_some_fill_their_line_hang_over_all_the_same() -> None:
    open_line, full, last, short = "不违，如愚退而省其私亦足", "殷因于夏礼，所损益可知。", "以发。", "学而，不思则罔。"
    lines = [*[open_line, last] * 5, *[full] * 5, *[short] * 30]
    widths = [2 * len(line) for line in lines]
    assert hangs_over(widths, line_facts(lines))
    assert not hangs_over(widths[2:], line_facts(lines[2:]))  # one less hangs
    assert not hangs_over(widths, line_facts([*lines[:15], *[short[:-1] + "了"] * 30]))  # so are all other lines


def test_a_page_of_a_document_of_columns_hangs_over_with_less() -> None:
    open_line, last, short = "不违，如愚退而省其私亦足", "以发。", "学而，不思则罔。"
    lines = [*[open_line, last] * 2, *[short] * 20]
    widths = [2 * len(line) for line in lines]
    assert not hangs_over(widths, line_facts(lines))
    assert hangs_over(widths, line_facts(lines), 24)
    assert not hangs_over(widths, line_facts(lines), 40)  # the other pages are wider
    assert not hangs_over(widths[2:], line_facts(lines[2:]), 24)  # one line says nothing


VERSE = """\
雪花的快乐
假若我是一朵雪花，
翩翩的在半空里潇洒，
我一定认清我的方向
——飞扬，飞扬，飞扬，
这地面上有我的方向。
不去那冷寞的幽谷，
不去那凄清的山麓，
也不上荒街去惆怅
——飞扬，飞扬，飞扬，
——你看，我有我的方向！
在半空里娟娟的飞舞，
认明了那清幽的住处，
等着她来花园里探望
——飞扬，飞扬，飞扬，
——啊，她身上有清香！
"""
PROSE = """\
我叫同伴到那边的水塘去赏荷，他们都不愿意去，剩我
自己走着。我走到堂前附近，就坐在山前一块石头上歇
息。在瞻顾之间，小山后面一阵说话的声音夹着蝉声送
到我耳边，谁愿意在优游的天日中故意要找出人家的秘
密呢？然而宇宙间的秘密都从无意中得来，所以在那时
候，我不离开那里。
"""


def test_verse_before_a_piece_of_prose_keeps_its_lines() -> None:
    cleaned = cleantext.clean(VERSE * 3 + PROSE)
    assert cleaned.startswith(VERSE * 3)
    assert PROSE.replace("\n", "") in cleaned
