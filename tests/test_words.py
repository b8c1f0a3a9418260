"""Words that a line ends within: what they show of a page's form and of a seam, and where they say nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from cleantext import Form, clean
from cleantext._data.words import FIRST, ROWS
from cleantext._layout.facts import line_facts
from cleantext._layout.lines import Layout
from cleantext._layout.structures import structured_lines
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
        ("一/", APART),
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
        assert (parts_words([0, 1, 2, 3], lines, [True] * 3 + [False], line_facts(lines)) > 0) is is_parted
    assert not parts_words([0, 1, 2, 3], parted, [False] * 4, line_facts(parted))
    assert not parts_words([0, 2, 4, 6], parted, [True] * 3 + [False], line_facts(parted))  # blank lines between
    headings = ["怎样照看老", "人和孩子自", "己动手做菜的时", "候切菜"]  # no stops: no paragraphs
    assert not parts_words([0, 1, 2, 3], headings, [True] * 4, line_facts(headings))


def test_a_chat_is_none_of_columns() -> None:
    asked = "唐建华 2021-03-04 12:22:03\n每星期四我们一起上跳舞的课，你来吗？\n"
    chat = f"{asked}俞淑华 2021-03-04 12:25:41\n我明天没办法来上课。\n" * 6
    assert clean(chat) == chat
    assert structured_lines(chat, chat.split("\n")) == list(range(0, 24, 2))


def test_a_paragraph_of_a_chat_goes_on_in_no_other_over_a_blank_line() -> None:
    first = (
        "最近压力挺大的，我有时候都觉得很烦，却只是因为几件小事，想喝奶茶却喝不到，可是见到你以后我就觉得什么都美好了"
    )
    for second in ("昨天晚上，我和你在家里聊着天。", "我想再去一次。", "真是奇怪的一天，谁都没有想到会这样。"):
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


@pytest.mark.parametrize(
    "text",
    [
        # a refrain: the same two characters again and again
        "我看见你站在那片大海上\n面朝远方等待归来的船只。\n" * 4,
        "风从遥远的北方吹过来了\n我看见你站在那片大海上\n面朝远方等待归来的船只\n我看见你站在那片大海上\n面朝远方等待归来的船只\n"
        "雨从寂静的南方飘过来了。\n我看见你站在那片大海上\n面朝远方等待归来的船只\n雪从洁白的梦里落下来了。",
        "公司在去年实现了快速的增长，其中销售收入比上年增\n长了百分之十五，净利润同比增长。\n\n" * 6,
        # items that begin and end alike, and verse: without a mark nothing shows that they go on
        "人体解剖学与组织胚胎学\n生物化学与分子生物学\n生态学基础与保护生物学\n生理学与病理生理学\n生物统计学与数量遗传学\n"
        "生药学与天然药物化学\n生命科学导论与细胞学\n生殖医学与发育生物学\n习题课。每周一次。\n考核方式为闭卷考试。",
        "我站在高高的山顶之上\n海面的风吹过我的脸庞\n我想起了远方的那个家\n乡间的小路弯弯又长长\n妈妈站在门口轻轻地说\n"
        "话语里满是温柔的忧伤\n孩子啊你何时才能回家\n家里的灯一直为你点亮\n啊，故乡。我的故乡。\n我永远不会把你遗忘。",
        # in a few lines: a title, a stamp, an address
        "　　　　送友人及第歸蘇州　　顧非熊\n　　見君先得意，希我命還通。\n",
        "秋日登吳公臺上寺遠眺寺即陳將軍戰場\n古臺搖落後，秋日望鄉心。\n",
        "唐建华 2021-03-04 12:22:03\n每星期四我们一起上跳舞的课。\n",
        "深度模型在这里：https://github.com/PyUnit/pyunit-ner\n建议两者一起使用，互相补足。\n",
        # talk, the end of a sentence, a list behind a colon, an address, Markdown
        "小红：你昨天说的那本书叫什么名字\n小明：三体。",
        "小红：你昨天说的书，叫做什么名字\n小明：三体。",
        "明天去爬山，你要不要一起来呀\n好的，我去。",
        "用料：面粉、鸡蛋、牛奶、白糖、黄油\n先把面粉过筛。",
        "官网：example.com/help/index.html\n更多请见官网。",
        "今天下午三点我们在学校门口集合一\n/记得带水杯。",
        "## 安装\n先下载安装包，然后再运行里面的安装程序，等待完\n成。\n## 使用\n双击图标。",
    ],
)
def test_what_only_resembles_lines_that_go_on_stays(text: str) -> None:
    assert clean(text).split() == text.split()


def test_verse_in_quotes_is_no_talk() -> None:
    verse = "“问君能有几多愁，\n“恰似一江春水流，\n“春花秋月何时了，\n“往事知多少。\n"
    page = "第一家在柳条巷，开门的是一个胖妇人，手里\n拿着一把锅铲，上上下下把我看了一遍，才肯\n放我进去。\n"
    assert Form.LINES in Layout(page * 4 + verse).forms


@pytest.mark.parametrize(
    ("line", "word"), [("第 一 章 总　则", "总则"), ("目　录 第 一 章", "目录"), ("总　则 王 明 的", "总则")]
)
def test_a_wide_gap_within_a_word_is_closed_once(line: str, word: str) -> None:
    """Beside it stand single gaps, which another reading of the line closes as well."""
    column = (
        "河水漫过了石阶他看见渡船停\n在柳树底下，船夫坐在船头补\n网，那张网破了很大的一个洞\n"
        "，补了三天也没有补好。他想\n到明年的春天。\n"
    )
    page = f"{column * 4}{line}\n{column * 4}"
    assert word in clean(page)
    assert clean(clean(page)) == clean(page)
