"""Seams of which there is no doubt: items that count on, jump lines, texts whose second copy was taken out."""

import pytest

from cleantext import clean
from cleantext._layout.lines import Layout
from cleantext._paragraphs.twice import printed_twice
from seams import ends_of, seams_of

ABOVE = "市民在家门口就能借到想看的书\n籍，周末还可以带着孩子参加读书\n活动。为了方便上班的读者，夜里\n"
STOPPED, OPEN = "九点以后仍有两间阅览室开放。\n", "九点以后仍有两间阅览室开放，欢\n"
BELOW = """\
书房里的桌椅都是居民自己动手做
的，灯光也重新换过，看书的时候
眼睛不累，孩子们最喜欢靠窗的座
位，常常一坐就是一个下午。
"""
CAPTION = "读者在新开的\n书房里挑选图\n书\n"


def blocks(page: str) -> list[str]:
    return clean(page).split("\n\n")


def joined(lines: str) -> str:
    return lines.replace("\n", "")


def test_a_text_that_stood_twice_is_a_block_however_narrow_its_lines() -> None:
    assert blocks(ABOVE + STOPPED + CAPTION + CAPTION + BELOW)[1] == joined(CAPTION)


def test_a_text_that_stood_twice_at_the_end_of_the_page_is_a_block() -> None:
    caption = "新书房的第一批小读者\n和他们的图书管理员\n"
    assert blocks(ABOVE + STOPPED + BELOW + caption + caption)[-1].strip() == joined(caption)


def test_the_second_copy_may_begin_at_the_end_of_a_line() -> None:
    copies = "读者在新开的\n书房里挑选图\n书读者在新开\n的书房里挑选\n图书\n"
    found = blocks(ABOVE + STOPPED + copies + BELOW)
    assert found[1] == joined(CAPTION)
    assert len(found) == 3


def test_lines_of_which_one_copy_stands_there_show_nothing() -> None:
    other = "市民在新开的\n食堂里挑选饭\n菜\n"
    for taken_out, found in ((CAPTION, [(4, 6)]), (other, [])):
        lines = (ABOVE + STOPPED + CAPTION + taken_out + BELOW).rstrip("\n").split("\n")
        places = [*range(7), *range(10, len(lines))]
        page = Layout("\n".join(lines))
        assert list(printed_twice(page, [lines[n] for n in places], places, places)) == found


@pytest.mark.parametrize("jump", ["（下转4版）", "（上接第3版）", "(下轉 A2 版)"])
def test_a_jump_line_alone_is_a_block(jump: str) -> None:
    found = blocks(ABOVE + OPEN + jump + "\n" + BELOW)
    assert [block for block in found if "版" in block] == found[1:2]
    assert found[2].startswith("书房里")


def test_a_jump_line_with_other_text_is_none() -> None:
    found = blocks(ABOVE + OPEN + "迎读者（见4版报道）常来坐坐，一\n起读书。\n" + BELOW)
    assert "欢迎读者（见4版报道）常来坐坐，一起读书。" in found[0]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["九、萝卜去皮", "备用", "十、羊排切好", "十一、下锅"], [2, 3]),
        (["1.清洗", "2.焯水", "3)装盘", "4)上桌"], [1, 3]),
        (["（一）盐", "（二）糖", "（四）醋"], [1]),
        (["（a）甲", "（b）乙", "（C）丙", "(D)丁"], [1]),
        (["一、总则", "（一）目的", "二、分则"], [2]),
        (["1.清洗", "二、焯水", "（2）装盘"], []),  # of other kinds
        (["他家有三，", "四、五口人"], []),
        (["一、清洗，", "二、焯水"], []),  # the sentence goes on
        (["第一，要快", "第二，要好"], []),  # running text counts so too
        (["①盐", "②糖"], []),
        (["1.甲", *["乙"] * 40, "2.丙是一句话，"], []),
        (["1.甲", *["乙"] * 40, "2.丙"], [41]),  # of headlines
        (["1.甲", *["乙"] * 400, "2.丙"], []),
    ],
)
def test_a_label_that_counts_on_begins_an_item(lines: list[str], found: list[int]) -> None:
    assert [place for place, goes_on in seams_of(lines) if not goes_on] == found


def test_items_are_not_joined_though_their_lines_are_full() -> None:
    items = "八、剪下的枝条长短合适，刮净备用\n九、花盆里先铺一层碎瓦片，再装土\n"
    assert [block[:2] for block in blocks(ABOVE + STOPPED + items + BELOW)][1:3] == ["八、", "九、"]


@pytest.mark.parametrize(("mark", "goes_on"), [("，", True), ("》", True), ("）", True), ("”", False), ("…", False)])
def test_marks_that_cannot_begin_a_line(mark: str, goes_on: bool) -> None:
    lines = ["重点工程", mark + "要加强", "明年"]
    assert ((1, True) in seams_of(lines)) is goes_on
    assert seams_of(lines, [1, 0]) == []  # behind a blank line it may be a piece of something


INGREDIENTS = ["面粉200克", "盐3克", "酱油5克", "大葱一根", "胡萝卜半根", "油30毫升"]


def test_lines_that_begin_and_end_alike_are_blocks() -> None:
    letters = [f"第{name}次来信，附邮票两枚与信纸五张整" for name in "一二三四"]
    assert ends_of(letters) == [1, 2, 3]
    assert ends_of(letters[:2]) == []
    assert ends_of([*letters[:2], "第五次来信，附邮票两枚与信纸五张半"]) == []
    assert ends_of([*letters[:2], "其五次来信，附邮票两枚与信纸五张整"]) == []


def test_each_line_of_a_list_is_a_block() -> None:
    assert ends_of(INGREDIENTS) == [1, 2, 3, 4, 5]
    assert ends_of(INGREDIENTS[:4]) == []  # four lines may be headlines


def test_lines_of_a_narrow_column_are_no_list() -> None:
    assert ends_of(["老街的石板", "路刚刚铺好", "孩子们放学", "以后在这里", "踢球和放风", "筝"]) == []  # of one width
    assert ends_of(INGREDIENTS, column=16) == []  # beside such a column they are not short
    assert ends_of([*INGREDIENTS[:3], "酱油，5克", *INGREDIENTS[3:]]) == []  # marks
    assert ends_of(["A", "Byte", "of", "Vim", "is", "a book"]) == []  # words of a line that an extractor broke


SPEECHES = [
    "记者：您是哪年来的",
    "谷怀安：八三年。那一年店里只有三个",
    "人",
    "谷怀安：后来人多了",
    "谷怀安：现在又少了",
]


@pytest.mark.parametrize("colon", ["：", ":"])
def test_each_speech_of_a_talk_is_a_block(colon: str) -> None:
    assert ends_of([line.replace("：", colon) for line in SPEECHES]) == [1, 3, 4]


def test_a_name_and_a_colon_in_the_midst_of_lines_are_no_talk() -> None:
    assert ends_of([*SPEECHES, "后来", "他学谷怀安：慢慢来"]) == []
    assert ends_of([*SPEECHES, "后来", "老谷怀安：慢慢来"]) == []  # of the beginning of another name
    assert ends_of(SPEECHES[:4]) == []  # twice may be chance
    assert ends_of(["甲说，", *SPEECHES[1:]]) == [3, 4]  # the sentence goes on


FULL = "馆长助理上岗了一只流浪猫的工牌。"  # thirty-two half em


def test_who_speaks_behind_the_end_of_a_sentence_begins_a_block() -> None:
    assert ends_of(["后来人多了。", "谷怀安：人多了"]) == ends_of(["人多了。", "步骤3: 装回"]) == [1]
    assert ends_of([FULL, "会议强调：人多"]) == []  # a sentence of the same paragraph may begin so
    assert ends_of(["人多了，", "谷怀安：人多了"]) == []
    ended = "后来人慢慢地多了。"
    talk = [ended, "甲：人慢慢地多了。", ended, "乙：人慢慢地多了。", ended, "丙：是吗？", FULL, "丁：是。", FULL]
    assert ends_of([*talk, "他说：是"]) == [1, 3, 5, 7]


@pytest.mark.parametrize(
    ("quotation", "goes_on"),
    [
        ("“后来人多了，店。", True),  # together as wide as the column
        ("“后来人多了。", True),  # as a first line
        ("“后来人多了，店里。", False),
        ("“后来人多了。”店。", True),  # two marks side by side were squeezed
        ("“后来人多起来。", False),
        ("“后来人多了，店里的", True),  # it ends early in mid-sentence
        ("“后来人多了，店里的冬天很冷，大家都", False),  # it is as wide as a full line
    ],
)
def test_a_quotation_behind_a_colon(quotation: str, goes_on: bool) -> None:
    told = "老谷说了好一会儿："  # eighteen
    assert ((1, True) in seams_of([told, quotation], column=36)) is goes_on
    assert (1, True) in seams_of(["馆长助理上岗的一只流浪猫的工牌：", quotation])  # a full line
    assert seams_of([told, quotation], [1], column=36) == []


def test_a_line_of_names_is_a_block_before_a_full_line() -> None:
    text = "流浪猫的工牌上写着馆长助理的名字"
    for names in ("本报记者 邹一鸣 通讯员 童雪松", "採訪．撰文 溫芷珊 攝影 卓文彬", "□本报记者 游牧野"):
        assert ends_of([names, text]) == [1]
        assert ends_of([names, text[:3]]) == []  # who knows whether the name ends there
    assert ends_of(["记者 昨天 体验 了", text]) == ends_of(["本报记者 何志强 李", text]) == []


def test_the_first_item_of_a_list_begins_a_block_where_there_is_a_second_one() -> None:
    full = "他最可能看到的现象是，水面上漂着"
    assert ends_of([full, "A. 圈越画越大", "B. 圈越画越小"]) == [1, 2]
    assert ends_of([full, "一、圈越画越大，", full, "二、圈越画越小"]) == [1, 3]
    assert ends_of([full, "A. 圈越画越大", "C. 圈越画越小"]) == []
    assert ends_of([full[:-1] + "，", "A. 圈越画越大", "B. 圈越画越小"]) == [2]  # the sentence goes on
    assert ends_of([full[:-1] + "：", "A. 圈越画越大", "B. 圈越画越小"]) == [2]
    assert ends_of([full[:-2] + "着：", "A. 圈越画越大", "B. 圈越画越小"], column=40) == [1, 2]
    assert ends_of([full, "A.I.时代的人", "B.I.时代的人"]) == []


def test_days_of_a_diary_are_blocks() -> None:
    text = "風大，吐了兩次，老金說這是石頭，"
    assert ends_of([text, "四月五日 小雨", text, "四月初六", text]) == [1, 2, 3, 4]
    assert ends_of([text, "四月五日 小雨", text]) == [2]  # once it is a subhead at most
    assert ends_of([text, "四月五日的雨", text, "四月六日的雨", text]) == [2, 4]


def test_three_lines_with_one_bullet_begin_blocks() -> None:
    full = "○工作时壶身温度可达九十度，请握住"
    assert ends_of(["水位过高。沸水可能溢出，不要触摸。", *[full] * 3]) == [1, 2, 3]
    assert ends_of(["水位过高。沸水可能溢出，不要触摸。", *[full] * 2]) == []


def test_a_quote_that_closes_what_a_line_before_left_open_goes_on() -> None:
    lines = ["他说：“看上去是七块钱", "的事，其实是一趟山路", "的事。", "”院长说，病人", "来自"]
    assert (3, True) in seams_of(lines)
    assert (3, True) not in seams_of(lines, [0, 0, 1, 0])
    assert (3, True) not in seams_of(["他说看上去是七块钱", *lines[1:]])  # an opening one, misread
    assert (3, True) not in seams_of([lines[0], "的事”，其实是一趟山路", *lines[2:]])


def test_a_time_behind_its_day_is_no_date_of_a_calendar() -> None:
    times = ["5月15日", "7:00至17:30，下列区域停电，", "5月16日", "8:00至16:30，港城路停电，", "5月17日"]
    assert ends_of(times) == []
    assert ends_of(["7:30 早操", "8∶00 上课", "11:30 午饭"]) == [1, 2]


def test_dates_that_begin_lines_nearby_are_a_calendar() -> None:
    dates = ["3月8日 给妈妈写信", "3月12日 植树节，上午", "九点", "3月15日 家长会", "都来"]
    assert ends_of(dates) == [1, 3]
    assert ends_of(["近期安排", *dates]) == [1, 2, 4]
    assert ends_of(dates[:3]) == []
    assert ends_of([dates[0], *["又"] * 3, *dates[1:]]) == []  # too far apart
    assert ends_of(["1911 年：出生", "1924年入学，", "1957年 退休"]) == [1]  # the sentence goes on


def test_who_reports_from_where_is_a_block() -> None:
    assert ends_of(["灯海里的笑声", "記者葉書瑋／台北報導", "今年的燈節"]) == [1, 2]
    assert ends_of(["灯海里的笑声", "記者葉書瑋／台北報導，今年的燈節", "明天开始"]) == [1]


@pytest.mark.parametrize("begun", ["报名邮箱是ab@jiang.", "请登录https://www.jiang.", "请登录www.jiang.cn/"])
def test_an_address_goes_on_behind_its_marks(begun: str) -> None:
    page = ABOVE + STOPPED + begun + "\nexample.cn/fw，报名到月底为止。\n" + BELOW
    assert begun + "example.cn/fw，报名到月底为止。" in clean(page)


def test_addresses_in_a_row_stay_apart() -> None:
    assert seams_of(["https://www.ab.cn/", "ef.cn/"]) == seams_of(["见http://ab.cn/", "https://cd.cn/"]) == []
    found = clean(ABOVE + STOPPED + "https://www.ab.cn/\nhttps://www.cd.cn/\nef.cn/\n" + BELOW).split("\n")
    assert not [line for line in found if line.count(".cn") > 1]


@pytest.mark.parametrize("behind", ["19，后来", "transport"])
def test_the_hyphen_of_a_word_goes_on(behind: str) -> None:
    assert seams_of(["叫COVID-", behind]) == [(1, True)]
    assert seams_of(["叫COVID-", behind], [1]) == []
    assert seams_of(["叫病毒-", behind]) == seams_of(["叫COVID-", "后来"]) == []


def test_a_glyph_behind_the_end_of_a_sentence_is_no_part_of_it() -> None:
    assert ends_of(["问题都解决了。", "二", "他又来了"]) == [1]
    assert ends_of(["问题都解决", "了", "他又来了"]) == []


@pytest.mark.parametrize(
    "dateline",
    ["本报讯（记者 王哲）昨天", "晚报讯（通讯员 王哲）昨天", "〔記者王哲／台北報導〕", "新华社东京1月6日电长野的火炬"],
)
def test_a_dateline_begins_a_block(dateline: str) -> None:
    full = "馆长助理上岗了一只流浪猫的工牌号"
    assert ends_of([full, dateline]) == ends_of(["猫的工牌", dateline]) == [1]
    assert ends_of(["据", "去年的消息，", dateline])[-1:] != [2]  # the sentence goes on
    assert ends_of(["（据", dateline]) == []


@pytest.mark.parametrize("dateline", ["本报讯", "新华社北京3月1日电（记者 王哲）", "又讯"])
def test_a_dateline_with_nothing_behind_it_goes_on(dateline: str) -> None:
    assert (1, True) in seams_of([dateline, "（通讯员 罗毅）昨天"])
    assert (1, True) not in seams_of([dateline, "昨天"], [1])
    assert {(1, True), (2, True)} <= set(seams_of([dateline, "（通讯员 罗毅）", "昨天，龙舟赛开赛。"]))
    assert (1, True) not in seams_of([dateline + "昨天，", "又到"])


def test_a_byline_begins_a_block_behind_a_line_that_is_not_full() -> None:
    assert ends_of(["猫的工牌", "采写：祝青禾"]) == ends_of(["猫的工牌", "记者 王哲"]) == [1]
    full = "馆长助理上岗了一只流浪猫的工牌号"
    assert ends_of([full, "记者 王哲"]) == []
    assert ends_of([full, "本报记者王哲实习生陈一"]) == [1]
    assert ends_of([full, "文/王哲 图/受访者提供", full]) == [1, 2]  # and a block ends with it
    assert ends_of([full + "“", "本报记者 王哲"]) == []
    assert ends_of([full, "本报记者 王哲 通讯员 陈一鸣 童雪"]) == []  # as full
    assert ends_of(["江州大桥施工现场 本报", "记者 王哲 摄"]) == []
    assert ends_of(["大桥施工现场（本报记者 何志强", "通讯员 赵明远）"]) == []


def test_two_speeches_in_a_row_are_two_blocks() -> None:
    assert ends_of(["素秋問：「什麼這麼要緊？」", "「一架鐘。」"]) == [1]
    assert ends_of(["他常去“老地方”", "“老地方”是一间茶馆"]) == []  # no end of a sentence
    assert ends_of(["他常去那里（说是老地方。）", "“老地方”是一间茶馆"]) == []


def test_a_closing_quote_alone_belongs_to_what_is_before() -> None:
    assert (1, True) in seams_of(["“人也一样。", "”"])
    assert (1, True) not in seams_of(["“人也一样。", "”"], [1])
