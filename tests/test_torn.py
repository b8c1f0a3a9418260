"""Seams of which there is no doubt: what a line tore, entries of a contents list, who did what in a magazine."""

import pytest

from seams import seams_of

FULL = "街道办事处在服务中心里设了一个窗口"  # seventeen characters


@pytest.mark.parametrize(
    ("before", "line", "goes_on"),
    [
        ("周一至周五，每天早上6:30", "—13:00；下午停业", True),
        ("自2019", "-2021年，共有三百人", True),
        ("周一至周五，每天早上6:30—", "13:00；下午停业", True),
        ("自2019－", "2021年，共有三百人", True),
        ("他写了一本书——", "2021年出版", False),  # no number before it
        ("早上6:30", "——城市更新里的加减乘除", False),
        ("图书出版时间为2023", "- 5 -", False),  # the number of a page
        ("图书出版时间为2023", "—21—", False),
        ("当日最低气温12", "-5℃，风力三级", False),
        ("早上6:30", "-13:00；下午停业", True),
        ("下列哪一项是不正确的？", "[A] 我国的粮食产量居世界第一", False),
        ("下列哪一项不正确", "[C] 我国的粮食产量居世界第一", False),
        ("碑文见于县志", "[1]。学界多从此说", True),
        ("碑文见于县志", "[1]卞某．碑刻初探", False),  # a note
        ("卞某．山林经营中的问题", "[J]．地理丛论，1987", True),
        ("卞某．山林经营中的问题", "［M/OL］．某出版社", True),
        ("卞某．山林经营中的问题", "[K]线图的画法", False),
        ("简述河流分为三段的理由。", "（16分）", True),
        ("简述河流分为三段的理由。", "（共6题）", False),
    ],
)
def test_what_a_line_tore_goes_on(before: str, line: str, goes_on: bool) -> None:
    lines = [FULL, before, line, FULL]
    assert ((2, True) in seams_of(lines)) is goes_on
    assert (2, True) not in seams_of(lines, [0, 1, 0])  # behind a blank line nothing is certain


def test_a_dateline_torn_within_its_date_goes_on() -> None:
    assert (1, True) in seams_of(["新 华 社 北 京 1 月", "23 日电（记者 王哲）法国"])
    assert (1, True) in seams_of(["本报长岛 12 月", "17 日訊（記者 王哲）"], [1])
    assert (1, True) not in seams_of(["大事记 12 月", "23 日电影节开幕"])
    assert (1, True) not in seams_of(["大事记 12 月", "3 日 晴"])


@pytest.mark.parametrize("leader", ["……………", ".............. ", "·········", "……"])
def test_entries_of_a_contents_list_end_with_their_pages(leader: str) -> None:
    entries = [
        f"{title}{leader}{page}" for title, page in (("油灯和它的旧主人", 3), ("补锅的人", 21), ("三月的雨水", 35))
    ]
    lines = [FULL, *entries, "第三辑灯下的人们都到哪里去了"]
    assert {(2, False), (3, False), (4, False)} <= set(seams_of(lines, column=16))
    alone = [FULL, f"他把这本旧账从头到尾算了又算{leader}35", FULL]
    assert (2, False) not in seams_of(alone, column=36)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("文_阿棠 图_Leo Zhang、视觉", True),
        ("采访/陈屿 摄影/老K", True),
        ("采访/编辑人员的职业道德和队", False),
        ("图/表和怎样给它们编写清晰的编", False),
        ("撰文｜王明", True),
        ("翻译／某某", True),
        ("文/图 的比例要合适，不能乱改", False),
        ("图/表都要有编号。", False),
    ],
)
def test_who_did_what_in_a_magazine_is_a_block(line: str, is_one: bool) -> None:
    found = seams_of(["一条大河的传说", line, FULL, FULL])
    assert ({(1, False), (2, False)} <= set(found)) is is_one


def test_sections_whose_numbers_count_on_begin_blocks() -> None:
    lines = ["1.1. 需要准备的开发工具和文档", "1.2. 需要的工具", "1.3 如何提出问题与得到别人的帮助", "2.1. 开始"]
    assert {(1, False), (2, False)} <= set(seams_of(lines, column=29))
    assert (3, False) not in seams_of(lines, column=29)
    assert (1, False) not in seams_of(["增长了1.1个百分点，去年又增长了", "1.2个百分点，高于全国平均的水平"])
    assert (1, False) not in seams_of(["1.1. 需要的工具、", "1.2. 需要的文档"])  # the line before goes on
    money = ["1.5亿元，比前年增加了两成，今年的投资总额预计将达到了", "1.6亿元，增幅有所回落"]
    assert (1, False) not in seams_of(money, column=54)
    assert (1, False) not in seams_of([line.replace("亿", " 亿") for line in money], column=55)
