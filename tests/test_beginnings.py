"""Seams of which there is no doubt by how lines begin and end: sayings, titles, terms."""

import pytest

from cleantext._layout.facts import line_facts
from cleantext._paragraphs.beginnings import begun_seams
from seams import ends_of, seams_of

# sixteen characters; the second line ends a sentence at its end
TOLD = ["河水漫过了石阶，渡船便停在柳树底", "下，船夫坐在船头补他的那张旧网。"]


@pytest.mark.parametrize(
    ("before", "saying", "is_block"),
    [
        (TOLD, "“还等么？”先生问。", True),
        (TOLD, "“还等么？”先生问他，船夫并不抬头", False),  # a full line may go on with a quotation
        (["“等。”船夫说着，把网又往上提了提。"], "“等到什么时候才算完？”先生又问他", True),
        (["他说：“等。”船夫说着，把网又提了提"], "“还等么？”先生问。", False),  # the line before is open
    ],
)
def test_a_saying_of_one_line_begins_a_block(before: list[str], saying: str, is_block: bool) -> None:
    assert ((len(before), False) in seams_of([*before, saying])) is is_block


def test_quotations_behind_colons_begin_blocks_where_they_do_all_over_the_page() -> None:
    told = ["船夫抬起头来，慢慢地说：", "先生问：", "那个女人在岸上喊他说："]
    page = [line for part in told for line in (part, "“河水还在涨，今天不会有船过来了吧", "，我们还是回去的好。”")]
    full = "船夫把缆绳解开，又对岸上的人们说："
    found = seams_of([*page, full, "“走罢。”"])
    assert [(k, False) in found for k in (1, 4, 7, 10)] == [True] * 4
    assert (4, True) in seams_of([*page[:3], full, "“走罢。”"])  # once is no habit
    chance = ["船夫抬起头来说：", "“河水还涨，没船。”"]  # two of four add up to a line
    both = seams_of([*page[:6], *chance, *chance], column=36)
    assert [(k, False) in both for k in (1, 4, 7, 9)] == [True] * 4


def test_a_quotation_that_ends_early_in_mid_sentence_goes_on_from_its_colon_or_comma() -> None:
    """An extractor broke the line before the quote, and behind it the sentence goes on."""
    for told in ("船夫抬起头来说：", "船夫抬起头来，"):
        assert {(1, True), (2, True)} <= set(seams_of([told, "“河水还在涨，没有船", "过来了。”"], column=60))
    page = [line for _ in range(4) for line in ("先生问：", "“今天河水还在涨，不会有船。”")]
    found = seams_of([*page, "船夫抬起头来说：", "“河水还在涨，没有船", "过来了。”"], column=60)
    assert [(k, False) in found for k in (1, 3, 5, 7)] == [True] * 4  # as all over the page
    assert (9, True) in found
    for told, said in (("船夫抬起头来说。", "“河水还在涨，没有船"), ("船夫抬起头来说：", "“河水还在涨，没有船。")):
        assert (1, True) not in seams_of([told, said, "过来了。”"], column=60)
    assert (2, True) not in seams_of(["船夫抬起头来说：", "“河水还在涨，没有船", "过来了。”"], [0, 1], column=60)


def test_lines_broken_at_several_colons_make_up_lines_of_the_column() -> None:
    """Each two of them add up to no line; three do, or two as a first line whose marks were squeezed."""
    three = ["进去，我轻轻地问：", "“大夫来过了吗？”她说：", "“来过了，给妈妈。"]
    assert {(1, True), (2, True)} <= set(seams_of(three, column=58))
    assert not {(1, True), (2, True)} & set(seams_of(three, column=70))
    assert (1, True) not in seams_of(three, column=22)  # one alone is as wide as a first line
    two = [
        "她又像安慰我似地说：",
        "“你放心，大夫明早还要来的。”我问：",
        "“她吃过东西吗？这锅里是什么？”她笑说：",
        "“红薯稀饭，我们的年",
    ]
    assert {(1, True), (2, True), (3, True)} <= set(seams_of(two, column=58))  # `。”` was squeezed
    assert (1, True) not in seams_of(two[:2], column=57)
    full = "先生进了屋，把帽子挂在门后，转过身来，看着床上的人，又问道："
    assert (2, True) in seams_of([full, two[1], "“她吃过东西吗？这锅里是什么"], column=62)


def test_what_one_of_the_next_two_lines_closes_goes_on() -> None:
    opened = ["（二〇二〇年十月二十八日市第十六", "届人民代表大会常务委员会第三十一", "次会议通过）"]
    assert {(1, True), (2, True)} <= set(seams_of(opened))
    assert (1, True) not in seams_of(opened, [1, 0])
    assert (1, True) not in seams_of(["“春天的故事", "市图书馆新馆开放", "读者点赞”"])  # headlines


@pytest.mark.parametrize(
    ("first", "second", "goes_on"),
    [
        ("三、一张欠条牵出三场官司的", "民间借贷案", True),
        ("三、一张欠条牵出三场官司", "民间借贷案", False),  # much shorter than the column
        ("三、一张欠条牵出三场官司的", "民间借贷案。", False),
        ("一张欠条牵出三场官司的案子", "民间借贷案", False),
    ],
)
def test_a_numbered_headline_of_two_lines(first: str, second: str, goes_on: bool) -> None:
    assert ((1, True) in seams_of([first, second])) is goes_on


@pytest.mark.parametrize(
    ("first", "second", "goes_on"),
    [
        ("市人民政府关于调整", "限行时间的通告", True),
        ("市人民政府關於調整", "限行時間的通告", True),
        ("市人民政府关于印发限行办法", "县人民政府的通告", False),  # ends as titles do
        ("市人民政府关于限行，调整", "限行时间的通告", False),  # a sentence
        ("市人民政府调整了", "限行时间的通告", False),
        ("市人民政府关于调整", "限行时间和路段", False),
    ],
)
def test_the_title_of_an_official_paper_in_two_lines(first: str, second: str, goes_on: bool) -> None:
    assert ((1, True) in seams_of([first, second])) is goes_on


def test_three_terms_in_latin_letters_begin_blocks() -> None:
    terms = ["onMounted：组件已经挂载在页面上。", "onUpdated：组件已更新。", "onBlur：失去了焦点。"]
    assert ends_of(["全部钩子一览", *terms]) == [2, 3]
    assert 1 not in ends_of(terms[:2])


@pytest.mark.parametrize(
    ("before", "line", "goes_on"),
    [
        ("五、猪油渣", "（可选）", True),
        ("猪油渣", "（可选）", False),
        ("五、猪油渣", "（上接3版）", False),  # a jump line is a block
        ("联系电话：", "0635-8258866", True),
        ("时间：", "12月15日", False),
        ("〔6〕", "《史记索隐》的作者", True),
        ("（六）", "《史记索隐》的作者", False),  # the number of a section
        ("C．", "《祝福》选自《呐喊》", True),  # a choice
        ("C．", "祝福选自呐喊", False),
    ],
)
def test_what_belongs_to_the_line_before(before: str, line: str, goes_on: bool) -> None:
    assert ((1, True) in seams_of([before, line, "后来人慢慢地多了。"])) is goes_on


def test_the_head_and_the_label_of_a_part_begin_a_block() -> None:
    lines = [
        "通讯员 甘露",
        "【基本案情】",
        "某日傍晚，阮某牵着狗在小区里散",
        "步。",
        "【拼音】bù mù zhī dì",
        "【释义】荒地，",
        "【不是",
    ]
    seams = begun_seams(lines, line_facts(lines), [0] * 6, [12, 12, 30, 4, 20, 14, 8], [(30,)] * 7, {0, 1, 3, 4, 5, 6})
    assert {(1, False), (2, False), (4, False), (5, False)} <= set(seams)
    assert not {(6, False), (6, True)} & set(seams)  # behind a comma nothing begins


def test_a_day_of_a_diary_is_a_block_and_a_share_goes_on_behind_its_point() -> None:
    lines = [
        "2019年10月10日　星期三　多云",
        "我听说你要开一个舞会，票价比上周下降9.",
        "3%。",
        "2019年10月11日 星期四",
        "他来了",
    ]
    seams = begun_seams(lines, line_facts(lines), [0] * 4, [28, 38, 4, 21, 6], [(38,)] * 5, {0, 2, 3, 4})
    assert {(1, False), (2, True), (3, False), (4, False)} <= set(seams)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("本文参考了许多标准，其中的一个是 ISO 9001.", "2015年修订的版本"),  # a year is no share
        ("会议原定于本月召开，后来因为天气的原因推迟到", "2019年10月10日 星期四"),  # a day within a sentence
        ("本手册的第三章已经写明，各单位必须先看一遍", "【安全须知】的说明"),
    ],
)
def test_a_number_a_day_and_a_bracket_within_a_sentence_show_nothing(before: str, after: str) -> None:
    assert begun_seams([before, after], line_facts([before, after]), [0], [44, 20], [(44,)] * 2, {1}) == []


def test_the_first_section_of_a_chapter_begins_a_block() -> None:
    lines = ["1. 基础", "7. 软件包管理系统基础", "7.1. 什么是软件包", "7.2. 什么是源码"]
    assert {2, 3} <= set(ends_of(lines))
    assert 2 not in ends_of(["1.2. 增长", "增长率为", "7.1. 万吨", "7.3. 万吨"])


def test_words_of_a_line_of_english_go_on_one_by_one() -> None:
    words = ["the", "phonetic", "relations", "which"]
    assert seams_of(["is twofold: to illustrate", *words, "exist between characters"], [0, 1, 1, 1, 1]) == [
        (place, True) for place in range(1, 6)
    ]
    assert seams_of(["水果的名字", *words]) == []  # a list
    assert seams_of(["to illustrate", "Cat", "Dog", "Cow"]) == []


def test_three_ascii_bullets_begin_blocks() -> None:
    items = ["* 帮助开发者建立档案库，以及", "* 帮助用户安装软件包", "的程序", "* 其他"]
    assert {1, 3} <= set(ends_of(items))
    assert 1 not in ends_of(items[:2])
    assert ends_of(["- 3 -", "天很蓝", "- 4 -", "云很白", "- 5 -"]) == []  # the numbers of pages


def test_the_volume_and_pages_of_an_article_that_is_cited_go_on() -> None:
    cited = "[2]林某．财政补贴与基层[J]．发展研究，2020，"
    for rest in ("27（11）：58-66．", "（9）：1802-1819．", "2020，58 (9): 18—19."):
        assert (1, True) in seams_of([cited, rest])
        assert (1, True) not in seams_of([cited.replace("[J]", ""), rest])
    assert (1, True) not in seams_of([cited, "（9）：见第58页"])


def test_who_wrote_it_behind_a_sign_is_a_block() -> None:
    assert {(1, False), (2, False)} <= set(
        seams_of(["新排的戏下月初上演", "◎ 林原", "昨天下午，记者走进排练厅"], column=18)
    )
    found = seams_of(["新排的戏下月初上演", "◎ 林原说", "昨天下午，记者走进排练厅"], column=18)
    assert (2, False) in found  # a name of three
    assert (2, False) not in seams_of(["新排的戏下月", "◎ 林原昨天下午说", "记者走进排练厅"], column=18)


@pytest.mark.parametrize(
    ("before", "behind", "ends"),
    [
        ("院子小，扫两遍就好。", "“好。你还给谁留了钥匙？", True),
        ("“好。", "“你还给谁留了钥匙？", True),
        ("院子小，扫两遍就好。", "傍晚，他们走到河边的茶馆里", True),
        ("“院子小，扫两遍就好。", "老赵笑着说", False),  # who said it
        ("院子小，扫两遍就好。", "，说完他就走了", False),
        ("院子小，扫两遍就好", "傍晚，他们走到河边的茶馆里", False),  # no end of a sentence
        ("院子不大，前后两进扫两遍也就好了。", "傍晚，他们走到河边的茶馆里", False),  # a full line
    ],
)
def test_a_saying_ends_with_a_quote_on_a_line_of_its_own(before: str, behind: str, ends: bool) -> None:
    assert ((2, False) in seams_of([before, "”", behind])) is ends
