"""The widths that a line's column may have."""

from cleantext._layout.columns import line_candidates

WIDE = ["重点工程要加强，"] * 16


def test_a_list_is_no_narrow_column() -> None:
    widths = [32] * 16 + [10] * 6
    beside = ["路刚刚铺好", "了，孩子们", "放学以后在", "这里踢球。", "也有人来放", "风筝，他们"]
    assert line_candidates(widths, WIDE + beside)[-1] == (32, 10)
    items = ["面粉二百克", "胡萝卜半根", "酱油三小勺", "白糖一小勺", "大葱一整根", "鸡蛋三四个"]
    assert line_candidates(widths, WIDE + items)[-1] == (32,)


def test_where_most_lines_are_first_lines_the_column_is_two_em_wider() -> None:
    talk = [40, 12, 40, 20, 40, 8, 40, 16] * 3
    assert line_candidates(talk, [""] * 24)[0] == (40,)
    text = [44] * 16
    assert line_candidates(talk + text, [""] * 40)[0] == (40, 44)
    # a width that hardly a line of the page has is none
    assert line_candidates(talk + text[:3], [""] * 27)[0] == (40,)


def test_the_same_candidates_are_the_same_object() -> None:
    talk = [40, 12, 40, 16, 40, 20, 40, 24, 40, 28, 40, 32]
    found = line_candidates(talk * 4 + [44] * 16, [""] * 64)
    assert found[0] == (40, 44)
    assert found[0] is found[8] is found[16]


def test_titles_in_brackets_are_no_running_text() -> None:
    titles = ["〈補鞋〉", "放在膝上", "（待續）", "一針一針", "「夜車」", "再下一站"]
    assert line_candidates([32] * 16 + [8] * 6, WIDE + titles)[-1] == (32,)


def test_where_paragraphs_are_short_a_wider_line_of_the_page_shows_the_column() -> None:
    text = [50] * 24
    talk = [34, 12, 50, 34, 20, 34, 8, 46] * 2
    assert line_candidates(text + talk, [""] * 40)[-1] == (34, 50)
    assert line_candidates([44] * 24 + talk, [""] * 40)[-1] == (34,)  # no other line is so wide
    assert line_candidates([50] * 3 + [44] * 80 + talk, [""] * 99)[-1] == (34,)  # few are


def test_narrow_lines_of_running_text_show_their_column() -> None:
    beside = [10, 14, 16, 12, 13]
    text = ["守桥的人姓", "阴，今年七十四", "岁。村里的人不叫", "他名字，只", "叫他老阴。"]
    widths, contents = [*[32] * 11, *beside, *[32] * 8], [*["老街的石板路铺好"] * 11, *text, *["老街的石板路铺好"] * 8]
    assert line_candidates(widths, contents)[12] == (32, 16)
    heads = ["守桥的人姓", "阴今年七十四岁", "岁村里的人不叫", "他名字只", "叫他老阴"]  # without marks: no running text
    assert line_candidates(widths, [*contents[:11], *heads, *contents[16:]])[12] == (32,)
    assert line_candidates([*[32] * 11, *beside[:3], *[32] * 10], contents)[12] == (32,)  # too few


def test_some_lines_of_one_width_an_em_off_are_a_column_too() -> None:
    """Beside a picture the text is thirty half em wide for some lines, thirty-two for others."""
    widths = [*[54] * 10, 34, *[30] * 7, 28, *[32] * 5, *[54] * 10]
    found = line_candidates(widths, [""] * len(widths))
    assert 30 in found[15]
    assert 32 in found[20]
    few = [*widths[:20], 50, *widths[21:]]  # three side by side
    assert 32 not in line_candidates(few, [""] * len(few))[20]


def test_narrow_lines_that_tear_words_are_one_text() -> None:
    """The caption of a picture has no marks; items of as many characters tear no words."""
    beside = ["市民在新落", "成的科技馆", "体验模拟驾", "驶"]
    items = ["胡萝卜半根", "酱油三小勺", "白糖一小勺", "葱"]
    page = ["老街的石板路铺好"] * 11
    for lines, found in ((beside, (32, 10)), (items, (32,))):
        widths = [*[32] * 11, 10, 10, 10, 2, *[32] * 9]
        assert line_candidates(widths, [*page, *lines, *page[2:]])[12] == found


def test_narrow_lines_without_marks_before_the_end_of_a_sentence_are_one_text() -> None:
    beside = ["老街商会会长", "石平、渔业合作社", "志远也看了新戏", "的戏。"]
    page = ["老街的石板路铺好"] * 11
    for lines, found in ((beside, (32, 16)), ([*beside[:3], "的会"], (32,))):
        widths = [*[32] * 11, 12, 16, 14, 6, *[32] * 9]
        assert line_candidates(widths, [*page, *lines, *page[2:]])[12] == found


def test_a_semicolon_at_the_end_of_a_narrow_line_is_one_inside_its_sentence() -> None:
    page = ["老街的石板路铺好"] * 11
    for end, found in (("；", (32, 16)), ("办", (32,))):
        beside = ["公司开办时间压缩了", f"大约半个工作{end}", "工程项目只要一张", "表单。"]
        widths = [*[32] * 11, 16, 14, 16, 6, *[32] * 9]
        assert line_candidates(widths, [*page, *beside, *page[2:]])[12] == found


def test_neighbours_of_another_width_say_nothing_of_a_narrow_one() -> None:
    """Lines of two columns in turn tear words by chance, none of which goes on in the next line."""
    turns = ["市民在新落成的科技馆", "成的重点工程要加强，不要等到明年"] * 8
    assert line_candidates([20, 32] * 8, turns)[0] == (32,)
