"""Captions whose lines are narrower than the column, and bylines that were broken by width."""

import pytest

from cleantext import clean
from cleantext._layout.writers import who_goes_on
from seams import seams_of

BODY = (
    "去年秋天我回到老屋，那时候院里的枣\n树已经很高了，父亲说是他年轻的时候\n"
    "种下的，后来他离开家，再也没有回来\n看过这棵树，树却一直长着，没有人管。\n"
)
CAPTION = ["市民在新落", "成的文化馆", "里看展览", "高田 摄"]


def test_a_caption_is_one_block_up_to_who_took_the_picture() -> None:
    assert {(1, True), (2, True), (3, True)} <= set(seams_of([*CAPTION[:2], "里看了展览", "高田 摄"]))
    assert (1, True) not in seams_of(["雨中", *CAPTION[:2], "里看了展览", "高田 摄"])  # a headline of another width


@pytest.mark.parametrize(
    ("lines", "gaps"),
    [
        (["市民来了。", "成的文化馆", "高田 摄"], [0, 0]),  # the end of a sentence
        (["市民在新落", "成的文化馆", "高田 摄"], [1, 0]),
        (["前天 林芳摄", "成的文化馆", "高田 摄"], [0, 0]),  # another picture
    ],
    ids=["a sentence", "a blank line", "a credit"],
)
def test_a_caption_begins_behind(lines: list[str], gaps: list[int]) -> None:
    found = seams_of(lines, gaps)
    assert (1, True) not in found
    assert (2, True) in found


def test_a_line_that_lacks_what_could_not_be_broken_is_one_of_the_caption() -> None:
    lines = ["医务人员在", "流动诊疗车", "上为牧民", "（丁学军", "供图）"]
    assert {(k, True) for k in range(1, 5)} <= set(seams_of(lines))
    assert (2, True) not in seams_of(["医务人员在", "流动诊疗车", "为牧民查", "丁学军", "供图"])


def test_a_caption_goes_on_from_the_name_of_the_paper() -> None:
    lines = ["志愿者教居民辨", "认可回收物 本报", "记者 廖长青 摄"]
    assert {(1, True), (2, True)} <= set(seams_of(lines, column=30))
    lines[1] = "认可回收物 昨天"
    assert (1, True) not in seams_of(lines, column=30)


def test_who_took_a_picture_may_stand_behind_the_end_of_its_caption() -> None:
    caption = ["检修工人冒雪登", "上110千伏输电", "铁塔排除隐患。"]
    for credit in ("范小米摄", "范小米 摄", "新华社发（范小米 摄）"):
        assert {(1, True), (2, True), (3, True)} <= set(seams_of([*caption, credit])), credit
    assert (3, True) not in seams_of([*caption, "范小米想"])
    assert (1, True) not in seams_of(["铁塔排除隐患。", "范小米摄"])  # it may be the end of a paragraph


def test_a_caption_begins_a_block_and_ends_one() -> None:
    before = "村里的孩子们在用歌声向老人道谢。"
    found = seams_of([before, "图为改造后的北", "岭老粮仓，如今", "成了书吧 高田摄", "岭上的风从老粮仓"])
    assert {(1, False), (2, True), (3, True), (4, False)} <= set(found)
    full = "村里的孩子们在用歌声。尹望舒 摄"
    assert (1, False) in seams_of([full, "晒伞的院子成了"])  # full lines, too
    assert (1, False) not in seams_of(["昨天，退休的老人拿出相机，正在拍摄", "影师把它们全部放"])
    assert (1, False) not in seams_of(["老人拿出相机，正在拍摄", "晒伞的院子成了"])


def test_a_picture_of_the_archive_has_a_credit_too() -> None:
    caption, behind = "旅客在老站旧房门口", "步行的学生们"
    for credit in ("留影。（资料图片）", "留影。（資料圖）", "摆姿势。新华社发"):
        assert {(1, True), (2, False)} <= set(seams_of([caption, credit, behind], column=60)), credit
    assert (2, False) not in seams_of([caption, "翻看着一张老图片", behind], column=60)


def test_a_caption_printed_twice_in_a_line_is_a_block_though_both_fill_the_column() -> None:
    caption = "乡亲们在老屋前拍照"  # twice as wide as the column, give or take half an em
    behind = "雨停了以后，院子里的石阶上长出一\n层青苔。我坐在门槛上，对着井台看\n着，直到天黑下来，才慢慢走回去。\n"
    cleaned = clean(BODY + caption * 2 + "\n" + behind)
    assert f"没有人管。\n\n{caption}\n\n雨停了" in cleaned


@pytest.mark.parametrize("torn", [("（资", "料图片）"), ("（资料", "图片）"), ("（资料图", "片）")])
def test_a_credit_that_its_width_broke_is_one(torn: tuple[str, str]) -> None:
    lines = ["服务员在门前", f"分喜糖{torn[0]}", torn[1], "步行的学生们"]
    assert {(2, True), (3, False)} <= set(seams_of(lines, column=60))


def test_a_caption_begins_behind_who_wrote_the_text() -> None:
    lines = ["金三铜。（王哲）", "大风里清扫落叶", "李丽 摄"]
    assert (1, True) not in seams_of(lines)
    assert (2, True) in seams_of(lines)


def test_a_caption_that_says_where_its_picture_is_goes_on() -> None:
    assert (1, True) in seams_of(["左图：工人正在换上", "老化的立管。"])
    assert (1, True) not in seams_of(["左图：工人正在换上", "□ 本报记者 王哲"])
    assert (1, True) not in seams_of(["左图：工人正在换上。", "老化的立管。"])


GLUED = "雨停了以后，院子里的石阶上长出一\n层青苔。我坐在门槛上，对着井台看了\n很久。 {}\n云飞 摄\n"


def test_a_caption_behind_a_paragraph_may_end_in_the_next_line() -> None:
    for caption in ("井台旧影 本报记者 沈", "图为雪里的井台。本报记者 沈"):
        cleaned = clean(BODY + GLUED.format(caption))
        assert "看了很久。\n\n" + caption + "云飞 摄\n" in cleaned
    cleaned = clean(BODY + GLUED.format("这一坐就坐到了天黑，一句话").replace("云飞 摄", "也没有说。"))
    assert "看了很久。这一坐就坐到了天黑，一句话也没有说。" in cleaned  # no caption


def test_the_title_of_a_picture_stands_before_its_day() -> None:
    lines = ["摊主为顾客称菜", "5月21日，早市的", "人很多。王哲 摄"]
    assert (1, True) not in seams_of(lines)
    assert (2, True) in seams_of(lines)
    assert (1, True) in seams_of(["摊主为顾客称菜", "在老街，早市的", "人很多。王哲 摄"])


def test_what_a_reporter_wrote_is_no_caption() -> None:
    assert (1, True) not in seams_of(["市府斥资修复老街", "记者彭郁文／新庄报导"])
    assert (1, True) not in seams_of(["市府", "记者彭郁文摄于新庄溪畔的老街摄"])  # wider than what stands above


def test_the_photographer_under_a_caption_belongs_to_it() -> None:
    lines = ["云泽县志愿者为", "独居老人包饺子", "本报记者 姚佩", "兰 摄"]
    assert {(1, True), (2, True), (3, True)} <= set(seams_of(lines))


@pytest.mark.parametrize(
    ("line", "following", "goes_on"),
    [
        ("■ 本报记者 贺子轩 实习生", "孟凡舟", True),
        ("□本报驻江口记者", "傅青", True),
        ("本报记者 韩雪松 通讯", "员 汤圆 钱塘月", True),
        ("● 本报记者 罗少华 实", "习生 邱海波", True),
        ("本报记者 程远 通讯员 董", "小禾", True),
        ("□ 本报通讯员 魏然 苏", "静 文/图", True),
        ("本报记者 程铁柱 万里", "鹏", True),
        ("□本报通讯员 白瑞 葛明", "文/图", True),
        ("□本报通讯员 顾晓棠 苏静 文/", "图", True),
        ("■ 本报通讯员 韩雪松", "孟凡舟文/图", True),
        ("本报记者 程铁柱 万里", "鹏 文/图", True),
        ("本报记者 钱塘月 通讯员程", "铁柱葛明", True),  # letter-spaced
        ("本报记者 王明 文/图", "孟凡舟 文/图", False),  # two articles
        ("本报记者 钱塘月 通讯员程", "铁柱葛明的菜园", False),
        ("本报记者 程铁柱", "万里鹏", False),  # it may be a headline
        ("本报记者 程远 通讯员 董", "小禾的菜园", False),
        ("记者 何志强 摄", "雨中", False),
        ("本报记者 程铁柱", "一", False),
        ("本报记者 贺子轩 实习生", "本报讯 昨天，孟凡舟", False),
        ("本报记者 贺子轩 实习生", "孟凡舟。", False),
    ],
)
def test_a_byline_goes_on_where_a_name_is_missing(line: str, following: str, goes_on: bool) -> None:
    assert who_goes_on(line, following) is goes_on


def test_a_broken_byline_is_one_block() -> None:
    page = [
        "县城里的第一座科技馆",
        "本报记者 程铁柱 通讯员",
        "万里鹏",
        "刚过而立之年的黄斌，出生于一个",
        "中医世家，从小就跟着父亲上山采",
        "药。他说，那时候什么都不懂，只",
        "觉得山里好玩。",
    ]
    assert "\n本报记者 程铁柱 通讯员 万里鹏\n" in clean("\n".join([*page, *page[3:]]))
