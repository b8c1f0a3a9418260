"""Pages of each form whose lines mean something: they stay line for line, alone and between two articles."""

import pytest

import cleantext
from cleantext._layout.islands import _subtitles
from cleantext._layout.wrapped import _has_stops
from corpora import SEEDS, read

# Written for these tests.
FORMS = {
    "verse": (
        "春来江水绿，\n"
        "风过柳枝轻。\n"
        "远山云作伴，\n"
        "近水月为邻。\n"
        "\n"
        "夜静虫声细，\n"
        "窗明灯影清。\n"
        "故人书未到，\n"
        "又听雁南行。\n"
    ),
    "lyrics": (
        "我从山中来，\n带着一朵花。\n啦啦啦，带着一朵花。\n\n我向海边去，\n带着一把沙。\n啦啦啦，带着一朵花。\n"
    ),
    "list": ("出门要带的东西\n- 雨伞\n- 身份证\n- 充电器\n- 一本旧书\n- 两双袜子\n- 保温杯\n- 感冒药\n"),
    "recipe": (
        "番茄炒蛋\n"
        "番茄 3个\n"
        "鸡蛋 4枚\n"
        "盐 2克\n"
        "1. 番茄切块，鸡蛋打散。\n"
        "2. 热锅下油，先炒鸡蛋。\n"
        "3. 下番茄，炒出汁水。\n"
        "4. 放盐，翻匀出锅。\n"
    ),
    "pipes": (
        "| 车站 | 到达 | 开出 |\n"
        "|---|---|---|\n"
        "| 东城 | 08:10 | 08:14 |\n"
        "| 西河 | 08:52 | 08:55 |\n"
        "| 南山 | 09:30 | 09:33 |\n"
    ),
    "tabs": (
        "姓名\t部门\t分机\n林小雨\t编辑部\t8012\n周大海\t发行部\t8035\n吴晓梅\t广告部\t8047\n郑立\t印刷厂\t8051\n"
    ),
    "cells set apart by spaces": (
        "县区      面积    单产    总产\n"
        "东城区    85.2    512.3   43.65\n"
        "西河市    78.6    498.7   39.20\n"
        "南山县    101.5   505.0   51.26\n"
    ),
    "cells set apart by wide spaces": (
        "排名　　球队　　积分\n1　　东城队　　25\n2　　西河队　　22\n3　　南山队　　20\n"
    ),
    "weather": ("今天 多云 南风3～4级 12℃～24℃\n明天 小雨 东风2～3级 10℃～18℃\n后天 阴 北风3级 9℃～16℃\n"),
    "quotes": ("东城股份 1758.00 -0.85% 35.2亿\n西河银行 395.66 +1.23% 48.7亿\n南山矿业 44.10 -0.50% 16.4亿\n"),
    "python with blocks only": "with open('data.txt') as f:\n    for line in f:\n        print(line.strip())\n",
    "python with a comment": "def add(a, b):\n    # 两数相加\n    return a + b\nprint(add(1, 2))\n",
    "a rule": "————————————————\n",
    "a rule of stars": "* * *\n",
    "python": (
        "def count(words):\n"
        "    seen = {}\n"
        "    for word in words:\n"
        "        seen[word] = seen.get(word, 0) + 1\n"
        "    return seen\n"
        "\n"
        "\n"
        "print(count(['一', '二', '一']))\n"
    ),
    "chat": (
        "[09:01] 小林：今天几点开会？\n"
        "[09:01] 老周：十点，三楼。\n"
        "[09:02] 小林：要带什么材料\n"
        "[09:03] 老周：带上月的报表就行\n"
        "[09:03] 小林：好\n"
    ),
    "subtitles": (
        "1\n"
        "00:00:01,000 --> 00:00:03,200\n"
        "你听见雨声了吗\n"
        "\n"
        "2\n"
        "00:00:03,600 --> 00:00:05,900\n"
        "听见了\n"
        "是从山那边来的\n"
        "\n"
        "3\n"
        "00:00:06,400 --> 00:00:08,000\n"
        "我们回家吧\n"
    ),
    "contents": (
        "第一章 起程………………………1\n"
        "第二章 渡口………………………15\n"
        "第三章 山雨………………………38\n"
        "第四章 归人………………………62\n"
        "后记………………………………90\n"
    ),
    "json": ('{\n  "name": "东城站",\n  "lines": [1, 2],\n  "open": true,\n  "note": "周末停运"\n}\n'),
    "yaml": ("name: 东城站\nlines:\n  - 一号线\n  - 二号线\nopen: true\nnote: 周末停运\n"),
    "html": (
        '<ul class="nav">\n'
        '  <li><a href="/a">首页</a></li>\n'
        '  <li><a href="/b">新闻</a></li>\n'
        "</ul>\n"
        "<p>欢迎来访。</p>\n"
    ),
    "csv": ("日期,城市,气温\n2023-03-01,东城,12\n2023-03-02,东城,14\n2023-03-03,西河,11\n2023-03-04,西河,9\n"),
}
ARTICLE = "\n".join(read(SEEDS[0]).split("\n")[:30])
every_form = pytest.mark.parametrize("name", FORMS)


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


@every_form
def test_alone_it_stays_line_for_line(name: str) -> None:
    assert cleantext.clean(FORMS[name]) == FORMS[name]


@every_form
def test_with_crlf_it_stays_line_for_line(name: str) -> None:
    text = FORMS[name].replace("\n", "\r\n")
    assert cleantext.clean(text) == text


@every_form
def test_between_two_articles_it_keeps_its_lines(name: str) -> None:
    cleaned = lines(cleantext.clean(f"{ARTICLE}\n\n{FORMS[name]}\n\n{ARTICLE}\n"))
    kept, wanted = [line for line in cleaned if line in lines(FORMS[name])], lines(FORMS[name])
    assert kept == wanted


@every_form
def test_between_two_articles_nothing_is_lost(name: str) -> None:
    page = f"{ARTICLE}\n\n{FORMS[name]}\n\n其他。\n"
    assert letters(cleantext.clean(page)) == letters(page)


@every_form
def test_the_article_is_joined_all_the_same(name: str) -> None:
    cleaned = cleantext.clean(f"{ARTICLE}\n\n{FORMS[name]}\n\n{ARTICLE}\n")
    assert "“他”是来自东昌府区行政审批服务局的帮办专员，群众在办事过程中遇到的关于政策依据" in cleaned


def letters(text: str) -> str:
    """Return what is no white space and no mark that a rule of the profile may set in another form."""
    return "".join(c for c in text if c.isalnum())


def test_each_line_of_a_stretch_of_subtitles_is_found_once() -> None:
    """However many of its lines show a time: the work grows with the lines, not with their square."""
    times = ["00:00:01,000 --> 00:00:03,200"] * 50
    assert list(_subtitles(["", *times, ""], list(range(1, 51)))) == list(range(1, 51))


def test_a_part_of_a_page_with_long_sentences_is_joined() -> None:
    # 16 of its 234 lines have a stop inside, which is fewer than 7 in 100; 31 end with one, and 150 are wrapped
    part = read(SEEDS[0])[:3576]
    cleaned = cleantext.clean(part)
    assert "在山东鑫亚工业股份有限公司，刘昌松看望慰问了困难职工李秀清、李春英" in cleaned
    assert len(cleaned.split("\n\n")) < len(part.split("\n")) / 4


@pytest.mark.parametrize(
    ("count", "wrapped", "inside", "ended", "expected"),
    [
        (100, 25, 8, 0, True),
        (100, 60, 6, 12, True),
        (100, 60, 3, 30, False),  # hardly a sentence ends inside a line
        (100, 60, 6, 5, False),  # lines that are open at their ends, and no stops elsewhere: slogans
        (100, 30, 6, 30, False),  # few lines are wrapped: mostly one sentence a line
        (59, 29, 3, 0, False),
        (20, 15, 0, 4, False),
    ],
)
def test_running_text_has_stops(count: int, wrapped: int, inside: int, ended: int, expected: bool) -> None:
    assert _has_stops(count, wrapped, inside, ended) is expected


REGULATION = (
    "第一条　为了加强古树名木保护，维护\n生态环境，根据有关法律，结合本市实\n际，制定本条例。\n"
    "第二条　本条例适用于本市行政区域内\n古树名木的养护、迁移、保护和其他管\n理活动，以及与此有关的经费保障和法\n"
    "律责任。\n"
    "第三条　有下列情形之一的，责令改正：\n"
    "（一）在树干上刻划，或者悬挂重物，\n影响其生长的；\n（二）擅自移植，或者在保护范围内修\n建房屋的。\n"
    "第四条　单位和个人发现古树生长异常\n的，应当向主管部门报告。\n"
)


def test_regulations_whose_sentences_end_at_the_ends_of_lines_only() -> None:
    cleaned = cleantext.clean(REGULATION)
    assert "第一条 为了加强古树名木保护，维护生态环境，根据有关法律，结合本市实际，制定本条例。\n\n第二条" in cleaned
    assert "（一）在树干上刻划，或者悬挂重物，影响其生长的；" in cleaned


def test_headlines_with_a_paragraph_behind_each_are_no_column() -> None:
    """A cleaned page: headlines of one width, open at their ends, and paragraphs behind them that end with a stop."""
    titles = ["把编译器写进周末，词法", "第一个周末，读字符的人", "第二个周末，语法和括号", "最后一个周末，收尾工作"]
    bodies = ["，".join(["把那些字一个一个读进来"] * count) + "。" for count in (2, 4, 3, 6)]
    text = "\n\n".join([part for pair in zip(titles, bodies, strict=True) for part in pair] * 3) + "\n"
    assert cleantext.clean(text) == text


def test_briefs_whose_sentences_end_at_the_ends_of_lines() -> None:
    page = (
        "本市新增两所公办幼儿园\n本报讯（记者 刘敏）近日，记者从\n教育局获悉，今年秋季学期城区将新\n"
        "增两所公办幼儿园，可提供学位七\n百个。\n开发区举办职工运动会\n本报讯（通讯员 张伟）开发区第三\n"
        "届职工运动会在体育公园开幕，来自\n四十八家企业，参加了接力等十二\n个项目的比赛。\n"
    )
    cleaned = cleantext.clean(page)
    assert "新增两所公办幼儿园，可提供学位七百个。\n\n开发区举办职工运动会\n\n本报讯" in cleaned


def test_slogans_of_one_width_without_stops_stay() -> None:
    halves = ["严抓安全促发展，", "同心同德开新局，", "人人参与保平安，", "家家防火享安宁，"]
    ends = ["警钟长鸣记心间", "众志成城筑防线", "生命至上重如山", "责任落实抓到边"]
    slogans = "\n".join(halves[k % 4] + ends[k * 3 % 4] for k in range(40))
    assert cleantext.clean(slogans) == slogans


def test_radicals_and_wide_letters_show_what_they_stand_for() -> None:
    """The form is told from the raw page, before characters are repaired."""
    page = (
        "文化惠民进万家\n近日，市文旅局组织开展“文化\n下乡”活动，把门票送到老人手中，\n让大家在家门口就能看上大戏。截至\n"
        "目前，已演出百余场次，观众二十三\n万人次。\n据介绍，无线网络已覆盖市内全部ＡＢ\n二百一十六个村级文化广场，山区的人\n也能用手机收看。\n"
    )
    raw = page.translate(str.maketrans("文民门人大手日目山", "⽂⺠⻔⼈⼤⼿⽇⽬⼭"))
    trace = cleantext.Cleaner().trace(raw)
    assert trace.chosen == "full"
    assert trace.text == cleantext.clean(page.replace("ＡＢ", "AB"))
    assert "“文化下乡”活动" in trace.text
    assert "全部AB二百" in trace.text


_COLUMN = (
    "连日来，全市各级各部门以安全生产\n月为契机，组织开展形式多样的宣传\n教育活动，普及安全知识，提升公众\n"
    "的安全意识和自救互救能力。据统计，\n共举办各类活动三百余场，发放资料\n两万余份，营造了良好氛围。\n"
)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "第二条\u3000在本市城区内，一切单位和个\n人都必须遵守本条例。",
            "第二条 在本市城区内，一切单位和个人都必须遵守本条例。",
        ),
        (
            "第三条\u3000“市容”是指街道的样子，由市\n人民政府负责管理。",
            "第三条 “市容”是指街道的样子，由市人民政府负责管理。",
        ),
        (
            "闸北火警\u3000昨夜十时许，闸北宝山路某\n号洋货店失火，延烧房屋七幢。",
            "闸北火警 昨夜十时许，闸北宝山路某号洋货店失火，延烧房屋七幢。",
        ),
        (
            "何维贵\u3000“好，我明天早上就到县里去\n看一看他们的新房子。”",
            "何维贵 “好，我明天早上就到县里去看一看他们的新房子。”",
        ),
        (
            "本报讯\u3000（记者 王培源）昨天上午，全\n市安全生产会议在县城召开。",
            "本报讯（记者 王培源）昨天上午，全市安全生产会议在县城召开。",
        ),
        (
            "今年以来，大家都坚持把群 众的事放在第\n一位，办成了一百二十件实事。",
            "今年以来，大家都坚持把群众的事放在第一位，办成了一百二十件实事。",
        ),
    ],
)
def test_what_a_wide_space_parts_at_the_start_of_a_line_stays_apart(raw: str, expected: str) -> None:
    cleaned = cleantext.clean(_COLUMN + raw)
    assert cleaned.splitlines()[2:] == [expected]
    assert cleantext.clean(cleaned) == cleaned
