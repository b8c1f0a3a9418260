"""Seams of which there is no doubt: items that count on, jump lines, texts whose second copy was taken out."""

import pytest

from cleantext import clean
from cleantext._layout.facts import line_facts
from cleantext._paragraphs.certain import certain_seams

ABOVE = "市民在家门口就能借到想看的书\n籍，周末还可以带着孩子参加读书\n活动。为了方便上班的读者，夜里\n"
STOPPED, OPEN = "九点以后仍有两间阅览室开放。\n", "九点以后仍有两间阅览室开放，欢\n"
BELOW = """\
书房里的桌椅都是居民自己动手做
的，灯光也重新换过，看书的时候
眼睛不累，孩子们最喜欢靠窗的座
位，常常一坐就是一个下午。
"""
CAPTION = "读者在新开的\n书房里挑选图\n书\n"


def blocks(page: str) -> list[str]:
    return clean(page).split("\n\n")


def joined(lines: str) -> str:
    return lines.replace("\n", "")


def test_a_text_that_stood_twice_is_a_block_however_narrow_its_lines() -> None:
    assert blocks(ABOVE + STOPPED + CAPTION + CAPTION + BELOW)[1] == joined(CAPTION)


def test_the_second_copy_may_begin_at_the_end_of_a_line() -> None:
    copies = "读者在新开的\n书房里挑选图\n书读者在新开\n的书房里挑选\n图书\n"
    found = blocks(ABOVE + STOPPED + copies + BELOW)
    assert found[1] == joined(CAPTION)
    assert len(found) == 3


def test_lines_of_which_one_copy_stands_there_show_nothing() -> None:
    assert joined(CAPTION) not in blocks(ABOVE + STOPPED + CAPTION + BELOW)


@pytest.mark.parametrize("jump", ["（下转4版）", "（上接第3版）", "(下轉 A2 版)"])
def test_a_jump_line_alone_is_a_block(jump: str) -> None:
    found = blocks(ABOVE + OPEN + jump + "\n" + BELOW)
    assert [block for block in found if "版" in block] == found[1:2]
    assert found[2].startswith("书房里")


def test_a_jump_line_with_other_text_is_none() -> None:
    found = blocks(ABOVE + OPEN + "迎读者（见4版报道）常来坐坐，一\n起读书。\n" + BELOW)
    assert "欢迎读者（见4版报道）常来坐坐，一起读书。" in found[0]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["九、萝卜去皮", "备用", "十、羊排切好", "十一、下锅"], [2, 3]),
        (["1.清洗", "2.焯水", "3)装盘", "4)上桌"], [1, 3]),
        (["（一）盐", "（二）糖", "（四）醋"], [1]),
        (["（a）甲", "（b）乙", "（C）丙", "(D)丁"], [1]),
        (["一、总则", "（一）目的", "二、分则"], [2]),
        (["1.清洗", "二、焯水", "（2）装盘"], []),  # of other kinds
        (["他家有三，", "四、五口人"], []),
        (["一、清洗，", "二、焯水"], []),  # the sentence goes on
        (["第一，要快", "第二，要好"], []),  # running text counts so too
        (["①盐", "②糖"], []),
        (["1.甲", *["乙"] * 40, "2.丙"], []),
    ],
)
def test_a_label_that_counts_on_begins_an_item(lines: list[str], found: list[int]) -> None:
    seams = certain_seams(lines, line_facts(lines), [0] * (len(lines) - 1))
    assert [place for place, goes_on in seams if not goes_on] == found


def test_items_are_not_joined_though_their_lines_are_full() -> None:
    items = "八、剪下的枝条长短合适，刮净备用\n九、花盆里先铺一层碎瓦片，再装土\n"
    assert [block[:2] for block in blocks(ABOVE + STOPPED + items + BELOW)][1:3] == ["八、", "九、"]


@pytest.mark.parametrize(("mark", "goes_on"), [("，", True), ("》", True), ("）", True), ("”", False), ("…", False)])
def test_marks_that_cannot_begin_a_line(mark: str, goes_on: bool) -> None:
    lines = ["重点工程", mark + "要加强", "明年"]
    assert ((1, True) in certain_seams(lines, line_facts(lines), [0, 0])) is goes_on
    assert certain_seams(lines, line_facts(lines), [1, 0]) == []  # behind a blank line it may be a piece of something
