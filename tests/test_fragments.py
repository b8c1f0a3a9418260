"""Lines that were one line in print are put together: what adds up to the width of a column."""

import pytest

from cleantext import clean
from cleantext._layout.facts import line_facts
from cleantext._layout.fragments import lines_in_print
from cleantext._layout.width import width

FULL = "热力公司提前把管网检修了一遍，换上了新的"  # twenty characters
BROKEN = ["是管道堵了，", "就清管道，", "窗户漏风就贴封条，"]  # a line of as many in print
BEFORE = [FULL, *BROKEN, FULL]


def starts_of(lines: list[str], columns: list[int] | None = None) -> list[int]:
    candidates = [(column,) for column in columns or [40] * len(lines)]
    return lines_in_print(lines, list(map(width, lines)), [0] * (len(lines) - 1), candidates, line_facts(lines))[0]


def test_the_column_is_that_of_the_page_where_a_stretch_is_all_fragments() -> None:
    lines = [*[FULL] * 8, *BROKEN * 3, *[FULL] * 8]
    assert starts_of(lines, [*[40] * 11, *[12] * 6, *[40] * 8]) == [*range(8), 8, 11, 14, *range(17, 25)]


@pytest.mark.parametrize(
    ("lines", "starts"),
    [
        # a paragraph ends, and the next one's first line adds up without it
        (["好防灾。", "发展卫生事业，", "今年抓好三件事。", "一是防疫"], [0, 1]),
        (["——“加减乘除”", "保持经济平稳较快发展，", "必须缓解当前能源、"], [0, 1]),
        (["拈到的就是狗。", "“我怎么找到那象呢？我没"], [0]),
        (["拈到的就是狗了。", "“我怎么找到那象呢？我没有见过"], [0, 1]),  # too wide
        (["拈到的就是狗。", "“我怎么找到那象呢？没有。"], [0, 1]),  # a paragraph of one line
        (["就清管道，", "1.管道堵了，", "先清一遍管道的水垢"], [0]),  # an item inside a sentence
        (["就清管道。", "1.管道堵了，", "先清一遍管道的水垢"], [0, 1, 2]),  # and one that begins a block
        (["就清管道，", "记者 王小明说，换上", "备用的，一共三十根"], [0, 1, 2]),
    ],
)
def test_few_short_lines_are_left(lines: list[str], starts: list[int]) -> None:
    page = [*BEFORE, *BEFORE, *lines, FULL, FULL]
    at = 2 * len(BEFORE)
    assert [start - at for start in starts_of(page) if at <= start < at + len(lines)] == starts


def test_a_line_is_as_wide_as_its_column_where_its_marks_were_squeezed() -> None:
    lines = [*BEFORE, "是管道堵了，", "就清管道，", "窗户漏风就贴好封条，", FULL]  # 42 half em
    starts, widths = lines_in_print(lines, list(map(width, lines)), [0] * 8, [(40,)] * 9, line_facts(lines))
    assert list(zip(starts, widths, strict=True)) == [(0, 40), (1, 40), (4, 40), (5, 40), (8, 40)]


def test_few_signs_are_enough_where_fragments_add_up_exactly() -> None:
    torn = ["“先把管道清一遍。", "”老葛说着穿上了外套和"]  # no closing quote begins a line in print
    lines = [*[FULL] * 4, *torn, *[FULL] * 4, *torn, *[FULL] * 4]
    assert [n for n in range(len(lines)) if n not in starts_of(lines)] == [5, 11]
    off = ["“先把管道清一遍。", "”老葛说着穿上了"]
    assert starts_of([*[FULL] * 4, *off, *[FULL] * 4, *off, *[FULL] * 4]) == list(range(16))
    assert starts_of([*[FULL] * 4, *torn, *[FULL] * 4]) == list(range(10))  # once may be an error of the OCR


def test_other_pages_stay() -> None:
    lines = [FULL, "窗户漏风就贴封条。", FULL, FULL, "就清管道。", "——“加减乘除”", FULL, FULL]
    assert starts_of(lines) == list(range(8))
    assert starts_of([*BEFORE[:2], FULL, FULL]) == list(range(4))


# A column of fourteen characters, many of whose lines were broken at marks.
TORN = """\
老街上的铺子关了一半，剩下的
也不大开门，
只有剃头的老周，
还照
老样子。天刚亮就生炉子，烧一
壶水，把剪子推子都擦干净，等
着头一个来的人。
来的多半是老人，坐下来先不剃
头，
先说一阵子话，
说谁家的儿子
回来了，
谁家又走了，
说完才想起
来要剃头，老周也不催，只管听
着，有时候跟着笑。
铺子里的椅子是民国时候的，铁
脚上铸着外国字，谁也不认得。
老周说，
椅子比他大，
比他爹也
大，
他不敢换，
怕换了手就生了，
剃头的人也就不来了。
"""


def test_a_page_broken_at_marks_is_one_of_columns() -> None:
    assert clean(TORN).split("\n\n") == [
        "老街上的铺子关了一半，剩下的也不大开门，只有剃头的老周，还照老样子。"
        "天刚亮就生炉子，烧一壶水，把剪子推子都擦干净，等着头一个来的人。",
        "来的多半是老人，坐下来先不剃头，先说一阵子话，说谁家的儿子回来了，谁家又走了，"
        "说完才想起来要剃头，老周也不催，只管听着，有时候跟着笑。",
        "铺子里的椅子是民国时候的，铁脚上铸着外国字，谁也不认得。老周说，椅子比他大，"
        "比他爹也大，他不敢换，怕换了手就生了，剃头的人也就不来了。\n",
    ]


SAYING = ["他把锅炉房看过一遍，对人说：", "“管道换了。”"]  # 42 half em, squeezed between the marks


def test_lines_broken_between_a_colon_and_a_quotation() -> None:
    page = [FULL, FULL, *SAYING, FULL, FULL, FULL] * 4
    starts = starts_of(page)
    assert [n for n in range(len(page)) if n not in starts] == [3, 10, 17, 24]
    assert starts_of(page[:14]) == list(range(14))  # twice may be chance


def test_quotations_that_begin_a_paragraph_behind_a_colon() -> None:
    said = ["他说：", "又问：", "站长回到屋里，当着大家说：", "那个人在电话里，隔着风声说："]
    page = [line for saying in said for line in (FULL, FULL, saying, "“管道换新了，暖和。”", FULL)]
    assert starts_of(page) == list(range(20))


def test_colons_and_quotations_of_which_half_add_up_by_chance() -> None:
    apart = ["他看了一会儿，就说：", "“暖和。”"]
    page = [line for saying in (SAYING, apart) * 3 for line in (FULL, FULL, *saying, FULL)]
    assert starts_of(page) == list(range(len(page)))


def test_verse_among_columns_is_not_broken() -> None:
    verse = ["说：你也起来，", "你也起来，", "把红的手伸给浪头，", "问罗盘罢，", "罗盘也颤抖。"]
    assert starts_of([*[FULL] * 12, *verse, *[FULL] * 12]) == list(range(29))


def test_neither_the_head_of_a_part_nor_a_quote_alone_are_put_to_what_only_adds_up() -> None:
    torn = [*BEFORE, *BEFORE, *BEFORE]
    byline = ["通讯员 王小明", "【基本案情与争议焦点】"]  # as wide as a first line
    assert starts_of([*torn, *byline, FULL])[-3:] == [len(torn), len(torn) + 1, len(torn) + 2]
    quote = ["”", "这家成立很早的公司，", "最早只是码头边上的"]
    assert len(torn) + 1 in starts_of([*torn, *quote, FULL])
    said = ["窗户漏风就贴。", "”", "这家成立很早的公司的人，"]  # the saying ends there
    assert {len(torn), len(torn) + 2} <= set(starts_of([*torn, *said, FULL]))
