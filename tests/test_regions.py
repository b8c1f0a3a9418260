"""Pages whose form shows by few of their lines: plays, pages of a document, dialogue that an extractor broke."""

import pytest

from cleantext import Form, clean
from cleantext._layout.lines import Layout

# A play: most speeches have one line or two, of twenty characters at most.
PLAY = """\
售票员：末班船已经开走了。
老人：我知道。
售票员：那您还坐在这里，外头下着雨呢，要
不我给您叫一辆车？
老人：我等人。
售票员：等谁？这个时候码头上已经没有旅客
了。
老人：等一个说好要来的人。
女孩：爷爷，您等的人也是从白石渡那边过来
的吗？
老人：你怎么知道？
女孩：我也在等。妈妈说好了今天回来，我就
一直坐在这里。
售票员：都回去吧。
老人：再等一会儿。
女孩：再等一会儿。
"""


def test_a_play_is_one_of_columns() -> None:
    blocks = clean(PLAY).rstrip("\n").split("\n\n")
    assert len(blocks) == 12
    assert blocks[2] == "售票员：那您还坐在这里，外头下着雨呢，要不我给您叫一辆车？"
    assert blocks[8] == "女孩：我也在等。妈妈说好了今天回来，我就一直坐在这里。"


def test_lines_of_any_width_are_none() -> None:
    """The same speeches, each on one line: nothing ends where others do."""
    flat = clean(PLAY).replace("\n\n", "\n")
    assert clean(flat) == flat


def test_the_short_last_page_of_a_document_is_as_the_others() -> None:
    page = (
        "老街上的铺子关了一半，剩下的也不大开门。只有剃\n头的老周，还照老样子，天一亮就把炉子生起来，烧\n"
        "水，磨刀，等着头一个来的人。\n来的多半是老人，坐下来先不剃头，先说一阵子话，\n说谁家的儿子回来了。\n"
    )
    verse = "石板路\n通到水边去\n水边没有人\n只有一只\n旧木船\n自己摇着\n" * 3
    last = "下了一夜的雪。早上推开窗看，整条街都像刚刚写好的\n一页，还没有人读。一直到很晚，谁也不知道该往哪里\n走。\n"
    document = "\f".join([page * 6, *[verse] * 12, last])
    forms = Layout(document).forms
    assert forms[-2] is Form.COLUMNS
    assert set(forms[31:240]) == {Form.LINES}  # pages of verse
    assert "刚刚写好的一页" in clean(document)


def test_a_page_of_short_items_beside_one_of_columns_needs_less_evidence() -> None:
    text = (
        "使用一段时间以后，壶底会出现白色的斑点，这是水中的矿\n物质形成的水垢，对人体无害，但是会降低加热的效率，请\n"
        "每月除垢一次，用柠檬酸清洗。\n"
    )
    items = "".join(f"部件{k}：见图中标号{k}。\n" for k in range(4))
    listed = items * 3 + text + items * 3 + text
    assert set(Layout(text * 9 + "\f" + listed).forms[27:-1]) == {Form.COLUMNS}
    assert Form.COLUMNS not in Layout(listed).forms


def test_verse_is_not_broken_before_a_mark() -> None:
    full = "热力公司提前把管网检修了一遍，换上了新的阀门，老\n城区的暖气比往年早热了三天。居民们说，这个冬天不\n"
    talk = "“我姓秦，\n”年轻人说，\n“从白石渡来，\n”他说，\n“来送信。”\n"
    forms = Layout(full * 6 + talk + full * 6).forms
    assert forms[12:17] == [Form.COLUMNS] * 5
    verse = "“我姓秦，\n年轻人说，\n从白石渡来，\n他又说，\n来送信。”\n"
    assert Layout(full * 6 + verse + full * 6).forms[12:17] == [Form.LINES] * 5


@pytest.mark.parametrize(
    "lines",
    [
        [
            "但愿人长久，千里共婵娟",
            "出自苏轼。",
            "海内存知己，天涯若比邻",
            "出自王勃。",
            "欲穷千里目，更上一层楼",
            "出自王之涣。",
        ],
        [
            "会员卡丢了，还能补办吗",
            "可以，凭身份证补办。",
            "今天的馆，开到晚上几点",
            "开到九点。",
            "借的书，可以续借一次吗",
            "可以。",
        ],
    ],
)
def test_pairs_of_lines_are_no_column(lines: list[str]) -> None:
    """Sayings and who said them, questions and answers: each line of a pair is its own, however often it comes."""
    text = "\n".join(lines * 3) + "\n"
    assert clean(text) == text


def test_a_text_with_headlines_of_markdown_is_none_of_columns() -> None:
    wrapped = "修正非等宽版的字在竖排时显示成别的字的问题，\n等宽版没有变动。另外调整了三个字的写法，都\n以标准为准。\n"
    assert Form.COLUMNS in Layout(wrapped * 5).forms
    assert Form.COLUMNS not in Layout(f"## 1.2\n{wrapped}## 1.1\n{wrapped}" * 3).forms


def test_a_piece_under_the_end_of_its_line_has_no_indent() -> None:
    """`pdftotext -layout` gives each character a column, and puts what it took for another line under the end."""
    page = "  我说再想想。她说：\n          “先生想是不要紧的，只怕房\n子不等人想，这话\n        先生\n她说：\n"
    assert Layout(page).indents == [2, 0, 0, 8, 0, 0]
    near = "  环境保护法》\n       《水生野生动物保护实施条例》等法\n律、行政法规\n"
    assert Layout(near).indents == [2, 0, 0, 0]


def test_a_mark_that_hangs_over_is_no_wider_line() -> None:
    """Where most paragraphs have one line or two, a single line that is wider was enough for no columns."""
    told = "老人坐在门前的石阶上补他的渔网，一直补到太阳落下山\n去才停手。\n"
    hung = "老人坐在门前的石阶上补他的渔网，一直补到太阳落下山去。\n"
    page = "".join([told, "他不说话。\n", told, "风停了。\n", hung, told, "天黑了。\n", told, "灯亮了。\n"] * 3)
    assert set(Layout(page).forms[:-1]) == {Form.COLUMNS}
    assert Form.COLUMNS not in Layout(page.replace("去。\n", "去了又回来。\n")).forms


def test_names_and_values_are_no_columns() -> None:
    page = "".join(
        f"Basic_Training_-_Movement{k}.name=基本移動訓練\nx-{k}.text=新手從這裡開始，學習移動。\n" for k in range(9)
    )
    assert Form.COLUMNS not in Layout(page).forms


PARAGRAPH = (
    "公司建有企业技术中心，拥有研发人员312人，占员工总数的14.8%。"
    "截至报告期末，公司累计拥有授权专利287项，主持制定标准19项。"
)
REPORT = f"""\
第三节 经营讨论与分析
一、本期公司所处行业情况
{PARAGRAPH}
二、本期公司从事主要业务
{PARAGRAPH}
三、核心竞争力分析
1、技术研发优势
{PARAGRAPH}
2、完整产业链优势
{PARAGRAPH}
3、客户资源优势
公司与各地200余家客户长期合作，前五大客户合作年限均在8年以上。
四、主营业务分析
{PARAGRAPH}
（一）收入与成本
单位：万元
项目 本期数 上年同期数 变动比例（%）
营业收入 321,826.55 360,041.20 -8.13
营业成本 252,118.04 268,990.77 -4.57
销售费用 5,204.38 4,917.25 4.85
研发费用 18,873.61 17,402.96 7.99
营业收入变动原因说明：主要系产品价格下降所致。
研发费用变动原因说明：主要系公司加大项目研发投入所致。
（二）非股权投资
{PARAGRAPH}
五、公司面临的风险
{PARAGRAPH}
某材料股份有限公司董事会
二〇二六年三月二十七日"""


@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_heads_and_rows_beside_long_paragraphs_are_no_column(end: str) -> None:
    """Clean text of a report: much of its width stands in lines that no column is as wide as."""
    text = REPORT.replace("\n", end)
    assert Form.COLUMNS not in Layout(text).forms
    assert clean(text) == text


def test_a_page_of_bullets_is_none_of_columns() -> None:
    """Questions and answers as data: some lines have one width, and hardly one ends with a mark."""
    pairs = [
        ("你是什么语言编写的", "这很难说。我是用很多种语言写成的"),
        ("你像机器", "当然。所有的软件都能长久，我也是"),
        ("你不能动", "等我的身体长成。再说这件事情也行"),
        ("你能做饭吗", "不行。我会把菜谱念给你们听一听的"),
        ("弯腰", "我的身体还没有长成，弯不下去。嗯"),
    ]
    raw = "".join(f"- - {asked}\n  - {answer}\n" for asked, answer in pairs * 5)
    assert Form.COLUMNS not in Layout(raw).forms
    assert clean(raw) == raw


def test_marks_that_ocr_reads_as_those_of_ascii_are_as_wide_as_a_han() -> None:
    lines = ["與老鼠立約,本是笑談,讀到末句", "卻笑不出來;一個長夜不寐的人!"]
    assert Layout("\n".join(lines * 5)).widths == [30, 30] * 5
    assert Layout("\n".join(lines)).widths == [28, 28]  # few of them are no habit
    assert Layout("\n".join([*lines * 5, "知，"])).widths[:2] == [28, 28]


def test_lines_wider_than_their_column_may_be_are_none() -> None:
    """Riddles and what they mean, each on a line: some have one width by chance, and end in a Han."""
    riddles = [
        "小小一间房，只有一寸来长，里面住着人。（打一字）府",
        "上边毛，下边毛，中间夹着个黑葡萄。（打器官）眼睛",
        "左一片，右一片，隔着山头总不相见。（打器官）耳朵",
        "弟兄七八个，围着柱子坐，只要一分开，衣服就扯破。（打一植物）大蒜",
        "麻屋子，红帐子，里面住着个白胖子。（打植物）花生",
        "千条线，万条线，落到水里就看不见了。（打自然）雨",
        "小小诸葛亮，独坐军中帐，摆下八卦阵，专捉飞来将。（打动物）蜘蛛",
        "远看山有色，近听水无声，春去花还在，人来鸟不惊。（打一物）画",
        "半部春秋。（打一字）秦",
    ]
    raw = "\n".join(riddles) + "\n"
    assert clean(raw) == raw
