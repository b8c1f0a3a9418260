"""Seams of which there is no doubt, around headlines, subheads and the heads of notices and chapters."""

import pytest

from cleantext._layout.facts import line_facts
from cleantext._paragraphs.certain import certain_seams
from cleantext._paragraphs.heads import Others, heads
from seams import ends_of, seams_of

WIDE = "3月16日，在新建的政务服务中心，办事的市民正在二十四小时自助大厅里办理各种业务"


def test_the_head_of_a_notice_begins_a_block_behind_a_full_line() -> None:
    full = "连日来，全市各级各部门以安全为主"
    assert ends_of([full, "遗失声明", full]) == [1, 2]
    assert ends_of([full, "的通知", full]) == ends_of([full, "坚持问题", full]) == [2]
    assert ends_of([full[:-1] + "的", "停电通知", full]) == [2]


def test_a_chapter_whose_halves_have_one_length_goes_on() -> None:
    assert seams_of(["第六回 鄉紳發病辣船家 寡婦含", "冤控大伯"]) == [(1, True)]
    assert seams_of(["第六回 鄉紳發病辣船家 寡婦含", "冤控大"]) == []
    assert seams_of(["第六回 鄉紳發病辣船家 寡婦含", "冤控。伯"]) == []


def test_a_headline_that_ends_within_a_word_goes_on() -> None:
    head = "专家指出脱贫在于改"
    assert seams_of([head, "善生态"]) == [(1, True)]
    for other in ("善生态环境才是长久之计", "善生态。", "一天天"):  # wider, with a mark, no word
        assert (1, True) not in seams_of([head, other])
    assert seams_of([head, "善生态"], [1]) == []
    assert (1, True) not in seams_of(["脱贫在于改", "善生态"])  # as narrow as items are
    verse = ["是支撑天空的一棵树", "天空依然是那个高度", "树桩上的雪像是嘴唇", "却不能把心事说出来"]
    assert (5, True) not in seams_of([*verse, head, "善生态"])


def test_a_short_line_without_a_mark_begins_a_block_behind_a_sentence() -> None:
    full = "法院审理认为，应当承担举证责任。"
    assert ends_of([full, "广播声", "冬夜"]) == [1]
    assert ends_of([full, "高田摄", "冬夜"]) == [2]  # the credit of a picture
    assert ends_of([full, "播》声道", "冬夜"]) == []
    assert ends_of([full, "广播声，", "冬夜"]) == ends_of([full[:-1] + "的", "广播声", "冬夜"]) == []
    lines = [full, "冬夜的小车站", "又到"]
    for columns, found in (((32,), [(1, False)]), ((32, 16), [])):  # nearly as wide as a narrow one
        assert (
            heads(lines, line_facts(lines), [0, 0], [32, 12, 4], [columns] * 3, Others([1, 2], {1, 2}, [1], [], []))
            == found
        )


def test_a_subhead_begins_a_block_behind_a_sentence_or_who_wrote_it() -> None:
    full = "2026年春天，家住澜湾小区的老人要"
    assert ends_of(["法院审理认为，应当承担举证责任。", "判决", full]) == [1, 2]
    assert ends_of(["本报记者 扈明远 通讯员 辛小晓晓", "案情", full])[-2:] == [1, 2]
    assert ends_of(["法院审理认为，应当承担举证责任的", "判决", full]) == [2]


def test_a_line_much_too_short_to_go_on_is_a_subhead() -> None:
    full = "连日来，全市各级各部门以安全为主"
    assert ends_of(["一、坚持问题导向", full, "做法", full, "● 规范经营", full]) == [1, 3, 4, 5]
    # torn off by an extractor, left open, or not so short
    for line in ("“十三五”时期", "他说“做法", "它的做法，", "做法”又改", "坚持问题导向问题导向改"):
        assert ends_of([line, full]) == [], line
    assert ends_of(["坚持问题导向", "《安全》，全市各级各部门以安全为"]) == []
    assert ends_of(["坚持问题导向", "连日来"]) == []  # a headline in two lines
    # a first line beside a picture, which ends within what may be a word
    for line, following in (("开馆之前，为欢", f"庆{full[1:]}"), ("开馆之前为欢", full), ("开馆之前，为首", full)):
        assert ends_of([line, following]) == ([] if following[0] == "庆" else [1])


def test_a_line_wider_than_any_column_does_not_go_on_from_headlines() -> None:
    assert ends_of(["问题都解决了。", "矛盾化解在门口 服务送到家", WIDE, "，不用排队。"]) == [2]
    assert ends_of(["矛盾化解在门口 服务送到家", WIDE]) == [1]


def test_a_wide_line_may_go_on_from_running_text() -> None:
    assert ends_of(["问题都解决了。", "大厅里，排队的人少，市民不等", WIDE]) == []
    assert ends_of(["问题，都解决在新落成的宽敞的", "城东门口的新建的市民服务大厅", WIDE]) == []  # no end before it
    # the end of a paragraph with something put behind it
    assert ends_of(["问题都解决了。", "矛盾化解在门口 服务送到家", "自助大厅。" + WIDE]) == []


def test_who_is_addressed_is_a_block() -> None:
    full = "我是一名跑夜班的出租车司机，每天"
    assert ends_of(["请给夜班司机留一盏灯", "编辑同志：", full]) == [1, 2]
    assert ends_of(["努力实现。", "今年经济社会发展的主要预期", "目标是：", full]) == [3]
    assert ends_of([full[:-1] + "。", "编辑同志：", full]) == [1, 2]
    assert ends_of(["那个人不动，简单地", "回答道：", full]) == [2]  # the sentence goes on
    assert ends_of(["编辑同志：", full[:9]]) == []
    assert ends_of(["编辑同志：", "一、" + full[:5]]) == [1]
    assert ends_of(["编辑同志们2：", full]) == []


def test_the_head_of_a_list_is_a_block() -> None:
    items = ["一、马斯卡彭芝士", "二、手指饼干"]
    assert ends_of(["六、最后根据喜好加冰", "原料清单", *items]) == [1, 2, 3]
    assert ends_of(["小炒黄牛肉是一道简单易做的湘菜。", "备料", *items]) == [1, 2, 3]
    assert ends_of(["关键词是清河流域；乡村；传递；乡村", "社会", *items]) == [2, 3]  # the word may go on
    assert ends_of(["六、最后根据喜好加冰", "原料清单", "二、手指饼干"]) == []
    assert ends_of(["六、最后根据喜好加冰", "原料，清单", *items]) == [2, 3]
    assert ends_of(["六、最后根据喜好加冰", "做这道菜的时候要用到的原料", *items]) == [2, 3]


def test_a_headline_that_cannot_end_goes_on() -> None:
    for head, following in (
        ("全国青少年航空模型锦标赛在", "江口落下帷幕"),
        ("开往山里的", "“爱心专列”"),
        ("河湖长上岗 清水绕村", "庄"),
        ("养蜂能手下乡团队到", "山区县"),
        ("让旧粮仓也成为", "“新书房”"),
        ("镇上志愿者为", "老人包饺子"),
        ("老区水利项目获投资16", "亿元"),
        ("公司开办时间压缩至", "0.5个工作日"),
        ("把平安送到", "三块礁"),
    ):
        assert (1, True) in seams_of([head, following]), head
    for head, following in (
        ("古城墙下的讲台实在", "江口落下帷幕"),  # a word that may end
        ("父亲的抽屉里找到的", "一"),  # the number of a part
        ("老街的春天又来到", "山区县"),  # a word that ends in such a one
        ("我们这个班毕业于2016", "年轻时的照片"),  # a number that is whole
        ("四季短札", "春"),  # short as the title of a poem
        ("江口落下", "全国青少年航空模型锦标赛"),
    ):
        assert (1, True) not in seams_of([head, following]), head
    assert (1, True) not in seams_of(["开往山里的", "“爱心专列”"], [1])


def test_a_headline_behind_a_blank_line_in_mid_sentence_begins_a_block() -> None:
    full = "的收成。今年的收成是靠全村人日夜"
    assert (1, False) in seams_of([full, "渡口来了新船工"], [1])
    assert (1, False) not in seams_of([full, "渡口来了新船工"])
    for before, head in (
        (full, "渡口来了。"),  # it ends a sentence
        (full, "社会"),  # as an item without a stop may
        (full[:-1] + "学", "校来了新船工"),  # a word goes on
        (full[:-1] + "的", "渡口来了新船工"),  # no block ends so
    ):
        assert (1, False) not in seams_of([before, head], [1]), (before, head)
    lines = [full, "渡口来了新船工"]
    paged = certain_seams(lines, line_facts(lines), [1], [32, 14], [(32,)] * 2, [1], is_paged=True)
    assert (1, False) not in paged  # it may be the head of a page


def test_the_first_line_of_a_paragraph_beside_a_picture_is_no_subhead() -> None:
    for narrow, full in (
        ("老人教孙学", "习新的木工手艺还有种"),  # it ends within a word
        ("在长街尽头", "上，第一家和第二家的"),  # no sentence begins so
        ("1956年4", "月县里在码头东边街设"),  # a date
    ):
        assert (1, False) not in seams_of([narrow, full], column=20), narrow
        assert (1, False) in seams_of([narrow[:-1] + "事", full.replace("，", "的")], column=20), narrow
    # in a narrow column first lines are as short as subheads
    for head, is_sure in (("在一场中", False), ("一场", True)):
        assert ((1, False) in seams_of([head, "战役里你会看到"], column=14)) is is_sure


def test_a_much_shorter_line_before_a_byline_is_the_rest_of_the_headline() -> None:
    head = "我市今年将新改建农村公路"
    for behind in ("本报记者 王哲", "本报讯（记者 王哲）昨天", "——访农科院专家"):
        assert (1, True) in seams_of([head, "三百二十公里", behind]), behind
    for lines in (
        [head, "三百二十公里长的公路", "本报记者 王哲"],  # hardly shorter: two headlines
        [head, "快递进村 货出深山", "本报记者 王哲"],
        [head, "三百二十公里", "昨天下午"],
        ["要闻 责编 司徒静 美编 古月 临海都市报 2016年5月10日 星期日", "雨后", "本报记者 王哲"],
    ):
        assert (1, True) not in seams_of(lines), lines
    assert (1, True) not in seams_of([head, "三百二十公里", "本报记者 王哲"], [1, 0])


HEADS = ["一把竹尺 三代人的手艺", "“老裁缝”的铺子还开着", "街坊说，量的是尺寸，也是人情"]


def test_headlines_before_a_byline_stay_apart_though_they_fill_a_column() -> None:
    for behind in ("□ 本报记者 王哲", "本报讯（记者 王哲）昨天", "采写/本报记者 王哲", "——走进老街"):
        assert {(1, False), (2, False)} <= set(seams_of([*HEADS, behind], column=22)), behind
    found = seams_of(["时间：周六", "地点：少年宫", "票价：免费", *HEADS, "□ 本报记者 王哲"], column=22)
    assert {(4, False), (5, False)} <= set(found)  # however many lines without a stop stand before them


@pytest.mark.parametrize(
    ("head", "following", "behind"),
    [
        (HEADS[0], HEADS[1], "编辑过的报告又长又难"),  # it only begins as a byline does
        (HEADS[0], HEADS[1], "校对：邱海"),
        ("街坊说老裁缝量的不只是衣", "服的尺寸，也是人情", "本报讯（记者 王哲）"),  # a word is torn
        ("街坊说老裁缝的铺子开到", "了第六十年", "本报讯（记者 王哲）"),  # half as long
        ("2.剪布的时候线要走得直", "缝扣子的时候要走得密", "本报讯（记者 王哲）"),  # an item that was broken
        ("他说，街坊要的不是衣裳。他", "要的是有人听他说几句", "本报讯（记者 王哲）"),  # running text
    ],
)
def test_lines_before_a_byline_that_may_be_one(head: str, following: str, behind: str) -> None:
    assert (1, False) not in seams_of([head, following, behind], column=22)


def test_a_line_that_seems_to_need_more_ends_before_a_wider_one() -> None:
    assert (1, False) in seams_of(["“老裁缝”是怎样炼成的", "一把竹尺量过了三代人的尺寸", "□ 本报记者 王哲"], column=22)
    assert (1, False) not in seams_of(["“老裁缝”的铺子是怎样的", "一把竹尺量过三代", "□ 本报记者 王哲"], column=22)
