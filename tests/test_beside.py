"""Verse, lists and rows beside paragraphs: lines of one width that have no mark inside are no column of their own."""

import pytest

from cleantext import Cleaner, clean

BESIDE = {
    "four lines of five": "国破山河在，\n城春草木深。\n感时花溅泪，\n恨别鸟惊心。",
    "eight lines of seven": "风急天高猿啸哀，\n渚清沙白鸟飞回。\n无边落木萧萧下，\n不尽长江滚滚来。\n"
    "万里悲秋常作客，\n百年多病独登台。\n艰难苦恨繁霜鬓，\n潦倒新停浊酒杯。",
    "verse without marks": "我在黄昏的河边走来\n看见灯火一盏盏亮了\n听见有人喊我的名字\n却没有人在桥那一头\n"
    "只有风把芦苇压低了\n像母亲弯腰洗着衣裳\n水声里有多年的月亮\n多年没有回来的孩子",
    "prices": "白菜 1.50元\n萝卜 1.20元\n土豆 2.00元\n芹菜 2.30元",
    "books": "《红楼梦》 曹雪芹\n《西游记》 吴承恩\n《水浒传》 施耐庵\n《三国志》 陈寿",
    "an oath": "拥护党的纲领，\n遵守党的章程，\n履行党员义务，\n执行党的决定，\n严守党的纪律，\n对党忠诚。",
    "medals": "冠军：王明\n亚军：李丽\n季军：张强",
}
PARAGRAPHS = (
    "这首诗写得平白如话，却意味深长，读来如饮清泉。诗人的朋友们后来回忆说，他写诗从来不打草稿，常常是走着走着就停下来，"
    "在路边的石头上写几句，回家以后再抄到本子上。",
    "据统计，措施推出半个月以来，中心共办理各类业务三千二百多件，群众满意率达到百分之九十九以上，没有接到一起投诉。下一步，"
    "中心还将延长服务时间，把窗口开到社区去。",
)


def wrapped(paragraph: str, size: int, indent: str) -> str:
    """Return a paragraph in lines of so many Han; a mark that may not begin a line stays in the one before."""
    rest, lines = indent + paragraph, []
    while rest:
        end = size + (rest[size : size + 1] in tuple("，。、；：！？”）"))
        lines.append(rest[:end])
        rest = rest[end:]
    return "\n".join(lines)


@pytest.mark.parametrize("indent", ["", "　　"], ids=["indent lost", "indent kept"])
@pytest.mark.parametrize("size", range(16, 41, 4))
@pytest.mark.parametrize("name", BESIDE)
def test_short_lines_of_one_width_beside_paragraphs_stay_lines(name: str, size: int, indent: str) -> None:
    lines, (first, second) = BESIDE[name], (wrapped(text, size, indent) for text in PARAGRAPHS)
    for page in (f"{lines}\n{first}\n", f"{first}\n{lines}\n{second}\n", f"{first}\n{lines}\n"):
        cleaned = clean(page)
        blocks = {line.replace(" ", "") for line in cleaned.split("\n")}
        assert blocks >= {line.replace(" ", "") for line in lines.split("\n")}
        assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("读者 张卫国\n2023年3月5日", "本月以来，我市连续出现高温天气，最高气\n温达到三十九度。"),
        (
            "基本号：02 06 09 14 18 23 29",
            "中奖彩民请于六十日之内到市福彩中心兑奖，逾期视为弃奖。彩\n票有风险。",
        ),
    ],
    ids=["a date", "numbers"],
)
def test_a_short_line_does_not_go_on_for_the_word_that_the_seam_spells(before: str, after: str) -> None:
    assert f"{before.splitlines()[-1]}\n\n{after.replace(chr(10), '')}" in clean(f"{before}\n{after}\n")


@pytest.mark.parametrize("indent", ["　　", "    ", "　"])
@pytest.mark.parametrize("size", [18, 21])
def test_two_paragraphs_whose_indents_are_kept_are_two(indent: str, size: int) -> None:
    page = "\n".join(wrapped(text, size, indent) for text in PARAGRAPHS)
    assert Cleaner().clean(page).split("\n\n") == list(PARAGRAPHS)
