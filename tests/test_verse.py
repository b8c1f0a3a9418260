"""Verse without stops in a page of columns, and running text among verse."""

import pytest

from cleantext import Form, clean
from cleantext._layout.facts import line_facts, shown_by
from cleantext._layout.lines import Layout
from cleantext._layout.verse import verse_lines
from cleantext._layout.width import width

COLUMN = (
    "入秋以后，河边的芦苇一天比一天白。摆渡的老人把\n船系在柳树下，坐在船头补网，有人喊他，他就放下\n"
    "梭子，慢慢地把船撑过来。一天里总有十几个来回，\n他从来不数。到了傍晚，他就收了桨回家去。\n"
)
VERSE = [
    "渡口的灯还没有亮",
    "船已经不等人了",
    "我听见水在木板底下说话",
    "说的都是旧事",
    "有人从对岸走来",
    "肩上落满了芦花，像雪",
    "他不说去哪里",
    "也不问我等谁",
    "只把手伸进风里",
    "好像那里有一根绳子",
]


def _forms(lines: list[str]) -> list[Form]:
    return Layout(COLUMN * 3 + "\n".join(lines) + "\n" + COLUMN * 3).forms[12 : 12 + len(lines)]


def test_verse_without_stops_stays_lines() -> None:
    """The lines are as many and as narrow as those beside a picture, but of many widths, and end between words."""
    assert _forms(VERSE) == [Form.LINES] * 10
    page = COLUMN * 3 + "\n" + "\n".join(VERSE) + "\n\n" + COLUMN * 3
    assert "\n" + "\n".join(VERSE) + "\n" in clean(page)


def test_a_title_between_blank_lines_is_no_stanza() -> None:
    stanzas = [*VERSE[:5], "", "芦 花", "", *VERSE[5:]]
    forms = _forms(stanzas)
    assert forms[6] is Form.COLUMNS
    assert forms[4] is forms[8] is Form.LINES


def test_few_lines_of_many_widths_are_no_verse() -> None:
    assert _forms(VERSE[:7]) == [Form.COLUMNS] * 7


def test_the_wide_first_line_of_what_follows_is_none_of_verse() -> None:
    assert _forms([*VERSE, "父亲打电话来，说院子里的柿子熟了，问"])[-1] is Form.COLUMNS


def test_lines_of_one_width_are_no_verse() -> None:
    beside = ["这些年来他一直住在", "河对岸的小镇上，开", "一间修理自行车的铺", "子，门口挂着一只旧"]
    assert set(_forms([*beside, *beside, *beside])) == {Form.COLUMNS}


def test_lines_that_end_within_words_are_no_verse() -> None:
    parted = [
        "渡口的灯还没有点燃，河",
        "水已经不等人了，听说镇",
        "上的人都从对岸",
        "走过来，肩上落满白雪，像",
        "花一样，那个从来",
        "不说去哪里的老头",
        "子，只把手伸进风",
        "里，好像那里有一根",
        "绳子系着",
    ]
    assert set(_forms(parted)) == {Form.COLUMNS}


def test_a_line_with_a_colon_at_its_end_parts_the_lines() -> None:
    assert set(_forms([*VERSE[:5], "去对岸的人都要知道：", *VERSE[5:]])) == {Form.COLUMNS}


def test_a_full_line_parts_the_lines() -> None:
    assert set(_forms([*VERSE[:5], "梭子在网眼里一上一下地走着老人的手一刻也没有停过", *VERSE[5:]])) == {Form.COLUMNS}


def test_lines_that_begin_with_numbers_are_no_verse() -> None:
    assert set(_forms([f"{30 + k}路{line}" for k, line in enumerate(VERSE)])) == {Form.COLUMNS}


def test_couplets_of_one_width_are_left_to_the_path() -> None:
    even = ["深山藏古寺门前", "一水绕孤村外流", "白鹭飞时秧正绿", "黄梅落处雨初收"]
    assert set(_forms(even * 3)) == {Form.COLUMNS}


# Nearly all of the page is verse, so that it is none of columns as a whole.
POEM = [f"{first}，\n{second}。\n" for first, second in zip(VERSE[::2], VERSE[1::2], strict=True)]
NOTE = (
    "这首诗写于一九二八年的冬天，作者那时刚从北京回到故\n乡，住在祖父留下的老屋里，很少出门，只同几个学生来\n"
    "往，也写一些文章。后来这些文章都收进了他的第一本集\n子，诗却没有收。又过了三年，他离开家乡，再也没有回来\n过。\n"
)


def test_a_note_below_a_poem_is_running_text() -> None:
    page = "".join(POEM) * 2 + NOTE
    assert NOTE.replace("\n", "") in clean(page)
    assert VERSE[0] + "，\n" in clean(page)


def test_lines_that_end_between_words_are_no_note() -> None:
    windows = [f"左边的窗子一直向着{where}边开，右边的窗子又一直关着不动" for where in "河山路桥田村"]
    page = "".join(POEM) * 2 + "\n".join(windows)
    assert [line for line in clean(page).split("\n") if line] == page.split("\n")


def test_where_other_lines_are_as_wide_they_stay_and_words_tell_the_note() -> None:
    listed = "".join(f"致友人的第{'三十' * (k % 3)}封信，写于渡口的灯下，寄往北方。\n" for k in range(12))
    cleaned = clean("".join(POEM) * 2 + listed + NOTE)
    assert listed in cleaned
    assert NOTE.replace("\n", "") in cleaned


@pytest.mark.parametrize("gap", ["", "\n"], ids=["no blank line", "a blank line"])
def test_the_last_line_of_a_paragraph_before_a_poem_is_the_paragraphs(gap: str) -> None:
    before = (
        "记者在采访中了解到，为解决农民贷款难的问题\n，当地信用社推出了信用贷款业务，凭一张身份\n"
        "证就可以办理，最高额度为五万元。\n"
    )
    last = "有人问他为什么不离开这座小城，他总是笑一笑\n，许多事情无法改变，只能默默接受这一切安排，\n继续往前走。\n"
    poem = "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n"
    cleaned = clean(before * 3 + last + gap + poem)
    assert last.replace("\n", "") + "\n" in cleaned
    assert cleaned.endswith(poem)


def test_couplets_of_one_line_each_are_verse() -> None:
    """As wide as the column, and with stops at their ends as sentences have: three side by side are no chance."""
    verse = [
        "与女游兮九河，冲风起兮水扬波。",
        "乘水车兮荷盖，驾两龙兮骖螭。",
        "登昆仑兮四望，心飞扬兮浩荡。",
        "灵何惟兮水中。",
    ]
    before = ["那天我们坐船去了河边的小镇，", "看了看老街上的书店，就回去。"]
    after = ["后来下起雨来，我们在桥下面等", "了好久，雨也没有停。"]

    def found(lines: list[str]) -> list[int]:
        facts = line_facts(lines)
        widths = [width(line) for line in lines]
        return list(verse_lines(lines, list(range(len(lines))), widths, facts, shown_by(facts), lambda: 28))

    assert found([*before, *verse, *after]) == [2, 3, 4, 5]
    assert found([*before, *verse[:2], *after]) == []  # two may be chance
    assert found([*before, "了好久呢。", *verse[:3]]) == [3, 4, 5]  # the end of a paragraph is no half
    assert found([f"“{line[1:]}" for line in verse]) == []  # talk
    assert found([line.replace("，", "来，去，") for line in verse]) == []
