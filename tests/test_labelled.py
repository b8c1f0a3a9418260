"""Lines that begin with a word and a colon."""

import pytest

from cleantext._layout.facts import line_facts
from cleantext._paragraphs.labelled import labelled


def ends_of(lines: list[str]) -> list[int]:
    return sorted(k for k, goes_on in labelled(lines, line_facts(lines), set(range(len(lines)))) if not goes_on)


NOTICE = ["首映：今晚七点半", "影院：文化馆一楼", "售价：每张三元"]


def test_lines_of_a_notice_are_blocks() -> None:
    assert ends_of(NOTICE) == [1, 2]
    assert ends_of(["影讯", *NOTICE, "欢迎前来"]) == [2, 3]
    assert ends_of(["女子200米：欧婷25秒", "4×100米：师大附中", "步骤3: 放音乐"]) == [1, 2]
    assert ends_of([*NOTICE[:2], "售价每张三元："]) == [1, 2]


@pytest.mark.parametrize(
    "lines",
    [
        NOTICE[:2],  # two in a row may be chance
        [NOTICE[0], "或八点", NOTICE[1], NOTICE[2]],
        ["报名从今天9:00起至", "17:30，负责：张三丰", "报名收件：a@b.cn"],  # a time is no word
        ["见http://a.cn", "https://b.cn", "ftp://c.cn"],
        ["他抬起头来：是谁在那里", "他又低下头，说：没有", "没有人听见他说：好"],
    ],
)
def test_no_notice(lines: list[str]) -> None:
    assert ends_of(lines) == []


def test_a_line_of_a_notice_may_go_on() -> None:
    assert ends_of([NOTICE[0], "影院：文化馆，", NOTICE[2]]) == [1]
    assert ends_of([NOTICE[0], "影院：（文化馆", NOTICE[2]]) == [1]


def test_four_such_lines_in_a_row_are_blocks_though_they_fill_the_column() -> None:
    weather = ["白天：晴间多云，北风三级", "夜间：多云转阴，微风", "气温：零下", "明天：小雨"]
    for lines, ends in ((weather, [1, 2, 3]), (weather[:3], [])):
        found = labelled(lines, line_facts(lines), {3})
        assert [k for k, goes_on in found if not goes_on] == ends


def test_the_parts_of_a_paper_are_blocks() -> None:
    lines = ["江南学院社会学系", "摘要：农村集市", "是节点", "关 键 词：集市", "的空间", "【参考文献】：见后"]
    assert ends_of(lines) == [1, 3, 5]
    assert ends_of(["本文附有，", *lines[1:]]) == [3, 5]


def test_the_fields_of_a_notice_begin_blocks() -> None:
    lines = ["投稿邮箱：fukan@jiangkou.example", "截稿日期：3月31日"]
    assert ends_of(lines) == [1]
    assert list(labelled(lines, line_facts(lines), {1})) == []  # the line before is full
    for before in ("来稿请在信封上面注明，", "请注明“我家的老物件"):
        assert ends_of([before, lines[1]]) == [], before
