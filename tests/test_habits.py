"""What a page shows by habit."""

from cleantext._layout.facts import line_facts
from cleantext._layout.width import width
from cleantext._paragraphs.families import FULL, FULL_HEAD, SHORT
from cleantext._paragraphs.habits import is_set_apart, line_reaches, set_apart_by_blanks

FULL_LINE = "老街的石板路，刚刚铺好了"


def reaches(lines: list[str]) -> list[int]:
    return line_reaches([width(line) for line in lines], [(24,)] * len(lines), line_facts(lines))[0]


def test_headlines_that_begin_with_lines_of_one_width_may_go_on() -> None:
    heads = ["石家庄开展专项", "治理", FULL_LINE, "话剧团首次进京", "演出", FULL_LINE]
    assert reaches(heads) == [FULL_HEAD, SHORT, FULL, FULL_HEAD, SHORT, FULL]


def test_a_headline_of_another_width_shows_nothing() -> None:
    heads = ["石家庄开展专项", "治理", FULL_LINE, "话剧团进京", FULL_LINE]
    assert reaches(heads) == [SHORT, SHORT, FULL, SHORT, FULL]
    assert reaches(["天很蓝，云很白", FULL_LINE] * 2) == [SHORT, FULL] * 2  # marks: no headlines


def test_blank_lines_after_nearly_every_line_say_nothing() -> None:
    lines = line_facts(["老街的石板路刚刚", "铺好了。孩子们放学", "以后在这里踢球。"] * 5)
    assert is_set_apart([1] * 14, lines)
    assert not is_set_apart([1, 1, 1, 1, 0] * 3, lines)
    assert not is_set_apart([1] * 10, lines[:11])  # too few
    assert not is_set_apart([1] * 14, line_facts(["老街的石板路铺好了。"] * 15))  # blocks


def test_a_blank_line_behind_each_paragraph_ends_one_behind_a_full_line_too() -> None:
    lines = line_facts(
        ["老街的石板路刚刚铺好", "孩子们在这里踢球。"] * 4 + ["老街的石板路，铺好了。", "孩子们放学以后"]
    )
    widths, columns = [22, 12] * 4 + [22, 14], [(22,)] * 10
    behind = [0, 1] * 4 + [1]
    assert set_apart_by_blanks(widths, lines, behind, columns) == [1, 3, 5, 7, 8]
    assert set_apart_by_blanks(widths, lines, [0, 0, *behind[2:]], columns) == []  # one short line has none
    assert set_apart_by_blanks(widths, lines, [1] * 9, columns) == []  # behind nearly every line
    within = line_facts(["老街的石板路刚刚铺好"] * 10)
    assert set_apart_by_blanks(widths, within, behind, columns) == []  # behind no end of a sentence


def test_blank_lines_of_which_none_stands_in_mid_sentence_end_blocks() -> None:
    text = ["老街的石板路刚刚铺好", "孩子们在这里踢球。"]
    lines = line_facts([*text * 7, "老街的石板路，铺好了。", "孩子们放学以后"])
    widths, columns = [*[22, 12] * 7, 22, 14], [(22,)] * 16
    behind = [*[0, 1] * 5, *[0, 0] * 2, 1]  # two short lines have none: items of a list
    assert set_apart_by_blanks(widths, lines, behind, columns) == [1, 3, 5, 7, 9, 14]
    assert set_apart_by_blanks(widths, lines, [1, *behind[1:]], columns) == []
