"""The words that newspapers begin or end a block with: datelines, bylines, labels, picture credits, jump lines.

Each in simplified and traditional script. A dateline or byline may be letter-spaced (`本 报 记 者`).
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from cleantext._layout.chars import BEGIN, BULLETS
from cleantext._layout.pattern import pattern

_PAPER: Final = "(?:本 ?[报報网網]|新 ?[华華] ?社|中 ?新 ?(?:社|[网網])|又|[综綜]合|[据據])"
_NUMBER: Final = "[一二三四五六七八九十百]{1,3}"
_DAY: Final = "(?:[0-9]{1,2} ?月 ?[0-9]{1,2}|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}) ?日"

DATELINE_RE: Final = pattern(
    rf"{_PAPER} ?[^，。：；“”（()]{{0,18}}? ?(?:[讯訊]|[电電])[ 　（(“\n]"
    rf"|{_PAPER} ?[^，。：；“”（()]{{0,14}}?{_DAY} ?[讯訊电電]"
    rf"|(?:又 ?[讯訊]|本 ?[报報网網] ?[讯訊])"
)
"""`本报讯（`, `又讯 （`, `本报北京4月25日电（`: the start of a news item, as a paper or an agency writes it."""

_BRACKETED_RE: Final = pattern(
    "[〔【［\\[][^〔〕【】［］\\[\\]，。：；]{0,12}(?:[记記]者[^〔〕【】［］\\[\\]，。；]{2,20}|[讯訊]|[电電])[〕】］\\]]"
    "|[（(][^（）()，。：；]{0,8}[记記]者[^（）()，。；]{2,16}(?:[电電]|報導)[）)]"
)
"""`〔記者葛祐豪／高雄報導〕`, `【本報訊】`, `（中央社記者王小明台北12日電）`: the same in brackets."""

BYLINE_RE: Final = pattern(
    "(?:本 ?[报報刊网網台]|新 ?[华華] ?社) ?(?:[特约約派]{0,2}|[驻駐][^ ，。：；（）()]{1,6})"
    "(?:[记記] ?者|通 ?[讯訊] ?[员員]|[评評] ?[论論] ?[员員])"
    "|(?:[记記] ?者|通 ?[讯訊] ?[员員]|(?:摄|攝)影|[编編] ?[辑輯]|[实實][习習]生|特[派约約][记記]者)[ 　:：]"
    "|[记記]者[^ ，。：；（）()]{2,4}[／/]"
    "|(?:文|[图圖]|文/[图圖]|[图圖]/文|融媒[体體])[ 　:：/／_｜|]"
    "|(?:采[写寫访訪]|採[寫訪]|撰[文稿]|整理|[责責][编編]|校[对對]|美[编編]|[绘繪][图圖]|翻[译譯]|供稿)"
    "(?:[:：◎／/_｜|]|(?:[．·、]?[撰整][文稿理])?[ 　][^\x00-\x7f　]{2,4}(?:[ 　]|$))"
)
"""`本报记者 赵艳君`, `记者 王培源`, `記者李明珠／台北報導`, `文/图 `: who wrote it."""

# `737、747`, `1、2月` and `11、9比11` count things that are no items, and so do `一、二月` and `一、二、三产业`.
_COUNTED: Final = frozenset("一二三四五六七八九十百初0123456789")
_NO_ITEM_RE: Final = pattern(
    rf"00 ?、|[0-9]{{3}}、[0-9]|[0-9]{{1,2}} ?、 ?[0-9]{{1,2}} ?(?:月|比 ?[0-9])|{_NUMBER}、初"
    rf"|{_NUMBER}、{_NUMBER}[、月日号號线線楼樓层層级級类類等]"
)
ITEM_RE: Final = pattern(
    rf"(?:{_NUMBER}|[0-9]{{1,3}}) ?[、．](?=\S)"
    rf"|[0-9]{{1,2}} ?[.)](?=[^0-9\s]|\s\S)"
    rf"|第(?:[一二三四五六七八九十]{{1,3}}|[0-9]{{1,3}})[，,]"
    rf"|[（(] ?(?:{_NUMBER}|[0-9]{{1,3}}|[a-zA-Z]) ?[）)]"
    "|[①-⓿❶-➓⑴-⒛㈠-㈩]"
    rf"|第(?:{_NUMBER}|[0-9]{{1,4}})[章节節条條][ 　]"
    "|[〔［\\[][0-9]{1,3}[〕］\\]]"
    "|[a-zA-Z](?:[.)、](?=[^\\x00-\\x7f])|[.)] (?=\\S))"
    "|[A-E]．(?:(?=[^\\x00-\\x7f])|\\Z)"  # a choice; later letters begin names, too
)
"""`一、`, `1.`, `（2）`, `①`, `第三条　`, `〔4〕`: the label of an item."""

CREDIT_RE: Final = pattern(
    "(?:(?:摄|攝)(?:影)?|供[图圖]|[制製][图圖]|[资資]料[图圖照]片?|[华華]社[发發]|[报報]道|[报報][导導])"
    "(?: ?[）)])?[。 ]?$"
)
"""`受访者供图`, `何志强 摄`, `（林芳 供图）`: the end of a caption or byline."""

CREDIT_ENDS: Final = frozenset("摄攝影图圖片发發道報报导導）)。 ")
"""The characters that `CREDIT_RE` ends with."""

PICTURE_WORDS: Final = ("摄", "攝", "供图", "供圖", "制图", "製圖", "社发", "社發", "料图", "料圖")
"""Words that end a picture's credit."""

PICTURE_RE: Final = pattern("|".join(PICTURE_WORDS))

PICTURED_RE: Final = pattern("[上下左右]?[图圖](?:[为為:：]|[①-⑨] ?[为為:：]?)|[（(][上下左右][图圖][）)]")
"""`图为`, `上图：`, `图①`: the start of a caption."""

JUMP_RE: Final = pattern(r"[（(] ?(?:上接|下[转轉]|[转轉]|[紧緊]接)[^（）()]{1,10}[版页頁][^（）()]{0,6}[）)]")
"""`（上接1版）`, `（下转4版）`."""

_WRITTEN_BY_RE: Final = pattern("[（(](?:本[报報]|[记記]者|通[讯訊][员員]|特[约約派]|[实實][习習])")
_NUMERALS: Final = "一二三四五六七八九十百"
_MISREAD_BULLET: Final = "口"  # how OCR reads the □ before a byline
_BULLET_SET: Final = frozenset(BULLETS + _MISREAD_BULLET)
_NEWS, _GAPS, _COLONS = frozenset("讯訊"), frozenset(" 　"), frozenset(":：")
# First characters for which a pattern is worth a try: of a first page, few patterns are made.
_DATELINE_BEGINS: Final = frozenset("本新中又综綜据據")
_BRACKETS: Final = frozenset("（(〔【［[")
_BYLINE_BEGINS: Final = frozenset("本新记記通文图圖融摄攝编編实實特采採撰整责責校美绘繪翻供")
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ITEM_BEGINS: Final = frozenset(_NUMERALS + "第（([〔［0123456789" + _LETTERS).union(
    chr(c) for block in ((0x2460, 0x2500), (0x2776, 0x2794), (0x3220, 0x322A)) for c in range(*block)
)
_SPEAKERS: Final = frozenset("问問答")
_PICTURES: Final = frozenset("图圖上下左右（(")
CUE_BEGINS: Final = _DATELINE_BEGINS | _BYLINE_BEGINS | _ITEM_BEGINS | _BULLET_SET | _BRACKETS | _SPEAKERS | _PICTURES
"""First characters of lines that may begin with a cue; datelines of a place's name begin with any Han."""

# Behind some of them, the characters with which a cue can go on: by the second one nearly all other lines are told.
_GOING_ON: Final = {
    **dict.fromkeys(_NUMERALS, _NUMERALS + " 、．"),
    **dict.fromkeys("0123456789", "0123456789 、．.)"),
    **dict.fromkeys(_LETTERS, ".)、．"),
    **dict.fromkeys("上下左右", "图圖"),
    **dict.fromkeys("图圖", " 　:：/／_｜|为為①②③④⑤⑥⑦⑧⑨"),
    "文": " 　:：/／_｜|",
    **dict.fromkeys("综綜", "合"),
    **dict.fromkeys("记記", " 者"),
    **dict.fromkeys("编編", " 辑輯"),
    **dict.fromkeys("实實", "习習"),
    **dict.fromkeys("摄攝", "影"),
    "第": _NUMERALS + "0123456789",
    "本": " 报報刊网網台",
    "特": "派约約",
    **dict.fromkeys("问問答", ":："),
    "口": "本记記通特 ",
    "新": " 华華",
    "中": " 新",
    "通": " 讯訊",
    "采": "写寫访訪",
    "採": "寫訪",
    "撰": "文稿",
    "整": "理",
    **dict.fromkeys("责責", "编編"),
    "校": "对對",
    "美": "编編",
    **dict.fromkeys("绘繪", "图圖"),
    "翻": "译譯",
    "供": "稿",
    "融": "媒",
}


def may_begin_cue(line: str) -> bool:
    """Tell by its first two characters whether a line can begin with a cue; datelines of a place's name are not seen.

    >>> may_begin_cue("中新社北京"), may_begin_cue("中国的")
    (True, False)
    """
    behind = _GOING_ON.get(line[0])
    return line[0] in CUE_BEGINS if behind is None else line[1:2] in behind


def is_dateline(line: str) -> bool:
    """Tell whether a line begins a news item: as `DATELINE_RE` says, or with the name of a place (`东昌府讯 `).

    >>> is_dateline("晚报讯（记者 王培源）"), is_dateline("东昌府讯 今天"), is_dateline("通讯员 张三")
    (True, True, False)
    """
    if line[:1] in _DATELINE_BEGINS and DATELINE_RE.match(line):
        return True
    if line[:1] in _BRACKETS and _BRACKETED_RE.match(line):
        return True
    for at in range(2, 5):
        if line[at : at + 1] in _NEWS and (line[at + 1 : at + 2] in _GAPS or _WRITTEN_BY_RE.match(line, at + 1)):
            return all("\u3400" <= char <= "\u9fff" for char in line[:at])
    return False


class OwnCues(NamedTuple):
    """A user's own words, as patterns; None where there are none of a kind."""

    dateline_re: pattern | None
    byline_re: pattern | None
    credit_re: pattern | None

    def begin(self, line: str) -> int:
        """Return DATELINE or BYLINE for a line that begins with one of the words, else -1."""
        if self.dateline_re is not None and self.dateline_re.match(line):
            return BEGIN["DATELINE"]
        if self.byline_re is not None and self.byline_re.match(line.lstrip(BULLETS + " 　")):
            return BEGIN["BYLINE"]
        return -1

    def ends_credit(self, line: str) -> bool:
        """Tell whether a line ends with one of the words of a picture's credit."""
        return self.credit_re is not None and self.credit_re.search(line) is not None


@lru_cache(maxsize=32)
def own_cues(words: tuple[tuple[str, tuple[str, ...]], ...]) -> OwnCues | None:
    """Return the patterns of a lexicon, by kind `byline`, `credit`, `dateline`; None for an empty one.

    >>> own_cues((("byline", ("撰稿人",)),)).begin("撰 稿 人 高田") == BEGIN["BYLINE"]
    True
    """
    given = {kind: "|".join(" ?".join(map(re.escape, word)) for word in found) for kind, found in words if found}
    if not given:
        return None

    def made(kind: str, behind: str) -> pattern | None:
        return pattern(f"(?:{given[kind]}){behind}") if kind in given else None

    return OwnCues(
        made("dateline", "(?:[ 　（(“]|$)"), made("byline", "(?:[ 　:：/]|$)"), made("credit", "(?: ?[）)])?[。 ]?$")
    )


def ends_with_picture_credit(line: str) -> bool:
    """Tell whether a line ends with the credit of a picture, not of a text.

    >>> ends_with_picture_credit("看冰灯。受访者供图"), ends_with_picture_credit("记者王明 报道")
    (True, False)
    """
    return CREDIT_RE.search(line[-12:]) is not None and PICTURE_RE.search(line[-8:]) is not None


def _counts(behind: str) -> bool:
    """Tell whether a number may stand behind that of what looks like a label: few labels are asked further."""
    at = behind.find("、")
    return at >= 0 and behind[at + 1 : at + 3].strip()[:1] in _COUNTED


def begin_cue(line: str, own: OwnCues | None = None) -> int:
    """Return DATELINE, BYLINE or ITEM of `BEGIN` for a line that begins so, else -1.

    The line has no indent. A bullet before a byline (`■ 本报记者`) belongs to it. Who speaks in an interview (`问：`)
    and what points at a picture (`图为`) count as bylines. `own` are words known besides.

    >>> begin_cue("本报讯（记者 王培源） 11月2") == BEGIN["DATELINE"], begin_cue("2022年的工作")
    (True, -1)
    """
    if own is not None:
        cue = own.begin(line)
        if cue >= 0:
            return cue
    first = line[0]
    if (first in _SPEAKERS and line[1:2] in _COLONS) or (first in _PICTURES and PICTURED_RE.match(line)):
        return BEGIN["BYLINE"]
    if first in _BULLET_SET:
        return BEGIN["BYLINE"] if BYLINE_RE.match(line.lstrip(_MISREAD_BULLET + BULLETS + " 　")) else -1
    if first in _ITEM_BEGINS and ITEM_RE.match(line) and not (_counts(line[1:7]) and _NO_ITEM_RE.match(line)):
        return BEGIN["ITEM"]
    if is_dateline(line):
        return BEGIN["DATELINE"]
    if first in _BYLINE_BEGINS and BYLINE_RE.match(line):
        return BEGIN["BYLINE"]
    return -1
