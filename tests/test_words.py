"""Words that a line ends within: what they show of a page's form and of a seam, and where they say nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from cleantext import Form, clean
from cleantext._data.words import FIRST, ROWS
from cleantext._layout.facts import line_facts
from cleantext._layout.lines import Layout
from cleantext._layout.words import APART, OFTEN, SELDOM, together
from cleantext._layout.wrapped import parts_words

TOOL = Path(__file__).parents[1] / "tools" / "make_words.py"


@pytest.mark.parametrize(
    ("two", "rank"),
    [
        ("我们", OFTEN),
        ("中国", OFTEN),
        ("經濟", OFTEN),  # traditional script counts too
        ("伞伞", APART),
        ("胡萝", SELDOM),
        ("动为", APART),
        ("了昨", APART),
        ("，我", APART),
        ("我，", APART),
        ("a我", APART),
    ],
)
def test_two_characters(two: str, rank: int) -> None:
    assert together(*two) == rank


def test_rows_have_han_and_one_slash() -> None:
    assert list(FIRST) == sorted(set(FIRST))
    for first, row in zip(FIRST, ROWS.split(" "), strict=True):
        assert row.count("/") == 1
        assert "\u4e00" <= min(first + row.replace("/", "")) <= max(first + row) <= "\u9fff"


def test_another_dictionary_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dict.txt").write_text("老人 3 n\n", encoding="utf-8")
    for name, said in (("dict.txt", "not the dict.txt of jieba"), ("none.txt", "No such file")):
        done = subprocess.run(
            [sys.executable, TOOL, tmp_path / name], capture_output=True, encoding="utf-8", check=False
        )
        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr


# Short paragraphs of fourteen characters at most: too few lines are wrapped to be known as columns by their marks.
RECIPES = """\
小朋友，放学回家肚子饿了，自
己动手做一份吧！
准备什么
米饭一碗
胡萝卜半根
鸡蛋一个
怎么做
胡萝卜擦成细丝，鸡蛋打散，摊
成薄薄的蛋皮。
米饭和所有的菜拌在一起，再滴
两滴香油。
海苔剪成长条，给饭团系上，像
腰带一样。
完成啦！
用火的时候，请大人站在旁边看
着。
想一想
哪一种颜色最好看？为什么大家
都喜欢红色？
为什么米饭要放凉了以后，才可
以捏成团？
"""


def test_lines_that_end_within_words_are_those_of_columns() -> None:
    assert set(Layout(RECIPES).forms) == {Form.COLUMNS}
    blocks = clean(RECIPES).split("\n\n")
    assert blocks[0] == "小朋友，放学回家肚子饿了，自己动手做一份吧！"
    assert blocks[1:6] == ["准备什么", "米饭一碗", "胡萝卜半根", "鸡蛋一个", "怎么做"]


def test_lines_that_end_between_words_show_nothing() -> None:
    parted = ["孩子放学回家肚子饿了，自", "己动手做。菠菜洗干", "净，切的时", "候要小心。"]
    whole = ["孩子放学回家肚子饿了，", "自己动手做。菠菜洗干净，", "切菜的时候", "要小心。"]
    for lines, is_parted in ((parted, True), (whole, False)):
        assert parts_words(lines, [True] * 3 + [False], line_facts(lines)) is is_parted
    assert not parts_words(parted, [False] * 4, line_facts(parted))
    headings = ["怎样照看老", "人和孩子自", "己动手做菜的时", "候切菜"]  # no stops: no paragraphs
    assert not parts_words(headings, [True] * 4, line_facts(headings))


@pytest.mark.parametrize(
    "text",
    [
        "　　　　送友人及第歸蘇州　　顧非熊\n　　見君先得意，希我命還通。\n",
        "秋日登吳公臺上寺遠眺寺即陳將軍戰場\n古臺搖落後，秋日望鄉心。\n",
        "唐建华 2021-03-04 12:22:03\n每星期四我们一起上跳舞的课。\n",
        "深度模型在这里：https://github.com/PyUnit/pyunit-ner\n建议两者一起使用，互相补足。\n",
    ],
)
def test_a_title_a_stamp_and_an_address_are_no_lines_that_go_on(text: str) -> None:
    """A line before the end of a sentence is no column yet: it is running text, or ends within a word."""
    assert clean(text).split() == text.split()


def test_a_chat_is_none_of_columns() -> None:
    asked = "唐建华 2021-03-04 12:22:03\n每星期四我们一起上跳舞的课，你来吗？\n"
    chat = f"{asked}俞淑华 2021-03-04 12:25:41\n我明天没办法来上课。\n" * 6
    assert clean(chat) == chat


def test_a_paragraph_of_a_chat_goes_on_in_no_other_over_a_blank_line() -> None:
    first = (
        "最近压力挺大的，我有时候都觉得很烦，却只是因为几件小事，想喝奶茶却喝不到，可是见到你以后我就觉得什么都美好了"
    )
    for second in ("昨天晚上，我和你在家里聊着天。", "我想再去一次。"):
        assert clean(f"{first}\n\n{second}") == f"{first}\n\n{second}"


APART_BY_BLANKS = """\
四月的平川，麦子刚刚没过脚踝。村东
头的六座大棚里，却已经是一片金黄。
一年种三茬。

让种子跑步，一个新品种从杂交到稳定
要八到十年；在大棚里四年就够了。

听上去像变戏法，干起来全是慢工夫。

第一年照着论文把温度定在二十二度，
一夜烧掉了八千元。

第二年换了热泵，偏又碰上蚜虫，三座
棚的材料全部报废，两年赔了三十万。

父亲劝他改种草莓，村里人也说，粮食
哪有种在大棚里的。

他没有改，却改了账本，过去的账按年
记，年年都是赤字。
"""


def test_a_blank_line_behind_each_paragraph_ends_full_ones_too() -> None:
    assert clean(APART_BY_BLANKS).count("\n\n") == 6
    assert "两年赔了三十万。\n\n父亲劝他改种草莓" in clean(APART_BY_BLANKS)


def test_short_talk_with_a_comma_is_no_verse() -> None:
    talk = "“教书。”\n“教什么书？”\n“国文。”\n“喔，国文。”她说，\n“前楼那位先生是教洋文的。”\n"
    page = "第一家在柳条巷，开门的是一个胖妇人，手里\n拿着一把锅铲，上上下下把我看了一遍，才肯\n放我进去。\n"
    assert Form.LINES not in Layout(page * 4 + talk).forms
