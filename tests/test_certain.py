"""Seams of which there is no doubt: jump lines, and texts whose second copy was taken out."""

import pytest

from cleantext import clean

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
