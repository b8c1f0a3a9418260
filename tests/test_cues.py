"""The short cut before the patterns of cues: it may say yes too often, and never no where a cue can begin."""

from itertools import product

import regex

from cleantext import Form
from cleantext._layout.chars import BEGIN, BULLETS
from cleantext._layout.cues import (
    _BRACKETED_RE,
    BYLINE_RE,
    CUE_BEGINS,
    DATELINE_RE,
    ITEM_RE,
    begin_cue,
    is_dateline,
    may_begin_cue,
)
from cleantext._paragraphs.kinds import kinds_of

# Datelines of any place's name are found by the lines that have 讯 near their beginning, not by their first character.
OF_A_PLACE = r"[\u3400-\u9fff]{2,4}[讯訊](?:[ 　]|[（(](?:本[报報]|[记記]者|通[讯訊][员員]|特[约約派]|[实實][习習]))"


def source(of: object) -> str:
    return str(of._source)  # type: ignore[attr-defined]  # a private of `pattern`, which has no other way to its text


def test_no_cue_is_missed() -> None:
    patterns = [source(ITEM_RE), source(BYLINE_RE), source(DATELINE_RE), source(_BRACKETED_RE)]
    cue_re = regex.compile("|".join(f"(?:{pattern})" for pattern in patterns))
    seconds = sorted({*"".join(patterns), *" 　一二十百0123456789、．.，)）的国aZ"} - {"\n"})
    missed = [
        first + second
        for first in sorted(CUE_BEGINS)
        for second in seconds
        if cue_re.match(first + second, partial=True) and not may_begin_cue(first + second)
    ]
    assert missed == []


def test_it_says_no() -> None:
    more = ["采购的", "整天", "美丽的", "供暖", "校园里"]
    lines = [*more, "中国的", "一边操作", "第一次见", "文化站", "2月的", "图书馆", "本次活动", "新区街道"]
    assert [line for line in lines if may_begin_cue(line)] == ["第一次见"]
    assert all(begin_cue(line) < 0 for line in lines)


def test_datelines_of_places() -> None:
    """The loop says what the pattern would say."""
    place_re = regex.compile(OF_A_PLACE)
    lines = ["".join(line) for length in range(7) for line in product("东讯 （", repeat=length)]
    lines += [f"{line}今天" for line in lines] + ["\u3400訊讯\u3000", "東昌訊 今", "1月讯 ", "东の讯 ", "东々讯 "]
    lines += ["晚报讯（记者 王哲）", "晚報訊(通訊員 王哲)", "他的通讯（见四版）", "讯（记者 王哲）", "简讯（一）"]
    assert [is_dateline(line) for line in lines] == [place_re.match(line) is not None for line in lines]


def test_each_pattern_is_asked_where_it_can_match() -> None:
    """First characters choose the pattern, and none of those left out could have matched."""
    dateline = f"{source(DATELINE_RE)}|{source(_BRACKETED_RE)}|{OF_A_PLACE}"
    asked = {
        BEGIN[name]: regex.compile(pattern)
        for name, pattern in (("ITEM", source(ITEM_RE)), ("DATELINE", dateline), ("BYLINE", source(BYLINE_RE)))
    }
    ends = [
        "报讯（记者",
        "报记者 张",
        "华社北京3月1日电（",
        "新网 讯 ",
        "讯 ",
        "合讯 ",
        "者 张",
        "讯员 张",
        "影 张",
        "辑 张",
        "习生 张",
    ]
    ends += [" 张", "/图 张", "媒体 张", "、张", "1）张", "一，张", "三条 张", "1］张", "张"]
    for line in [first + end for first in sorted(CUE_BEGINS - set(BULLETS + "口")) for end in ends]:
        wanted = next((cue for cue, cue_re in asked.items() if cue_re.match(line)), -1)
        assert begin_cue(line) == wanted, line


def test_the_forms_of_papers_and_agencies() -> None:
    """Of the mainland, Hong Kong and Taiwan, and what OCR makes of a bullet."""
    datelines = [
        "〔記者葛祐豪／高雄報導〕連日",
        "【本報訊】",
        "【明報專訊】昨日",
        "（中央社記者王小明台北12日電）",
        "本网讯 今天",
    ]
    bylines = [
        "图为工人在车间",
        "上图：颗粒归仓",
        "图① 小麦",
        "问：为什么？",
        "答:因为",
        "口本报记者 林芳",
        "本刊记者 王强",
        "記者李明珠／台北報導",
        "特派記者 高田",
        "□ 本 报 记 者 林芳",
    ]
    items = ["第11，建议", "第一，建议", "1. 东", "（2）东"]
    assert [line for line in items if begin_cue(line) != BEGIN["ITEM"]] == []
    others = [
        "问题：无",
        "图书馆",
        "上下一心",
        "上图书馆",
        "（记者 王哲）",
        "（记者刘伟报道）今年",
        "口中说着话",
        "【注意】",
        "特别是记者",
        "本台阶",
        "〔4〕",
        "【通讯员之家",
    ]
    cues = {BEGIN["DATELINE"]: datelines, BEGIN["BYLINE"]: bylines}
    for cue, lines in cues.items():
        assert [line for line in lines if begin_cue(line) != cue] == []
    assert [line for line in others if begin_cue(line) in cues] == []


def test_a_block_that_points_at_a_picture_is_a_caption() -> None:
    captions = ["（上图为施工现场）工人在忙", "上图 工人在车间忙碌的样子", "图①：小麦丰收在望，颗粒归仓"]
    assert kinds_of(captions, [Form.COLUMNS] * 3) == ["caption"] * 3


def test_numbers_side_by_side_are_no_label() -> None:
    for line in (
        "11、9比11、11",
        "737、747-8、767",
        "1、2月份各项指标",
        "1、12 月",
        "一、二月的天气",
        "一、二、三产业",
        "一、初二",
        "三、四号线",
    ):
        assert begin_cue(line) != BEGIN["ITEM"], line
    for line in ("1、5克酵母", "1、2023年的计划", "12、两个月", "一、二手车", "二、三年级"):
        assert begin_cue(line) == BEGIN["ITEM"], line
