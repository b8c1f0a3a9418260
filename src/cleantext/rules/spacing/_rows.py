"""Characters set apart that are cells, choices or names, and no word that was spread: `是 否`, `王 明 李 丽 张 强`."""

from cleantext._layout.chars import is_han_or_kana
from cleantext._layout.facts import SPACES
from cleantext._layout.pattern import pattern
from cleantext._layout.words import OFTEN, is_bound, together

__all__ = ["Rows", "is_row", "is_series", "is_word"]

# Characters of which each stands for itself where they stand in a row, though some are words together (`东南`, `是否`).
_SERIES = (
    "一二三四五六七八九十日",
    "个個十百千万萬亿億",
    "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥",
    "东東南西北中上下左右前后後内內外",
    "春夏秋冬",
    "优優良中差好坏壞",
    "男女老少幼",
    "是否有无無对對错錯真假",
    "年月日时時分秒周",
    "元角分厘",
    "省市区區县縣乡鄉镇鎮村",
    "金银銀铜銅木水火土",
    "红紅橙黄黃绿綠青蓝藍紫黑白灰",
    "大中小多少高低长長短宽寬窄厚薄轻輕重快慢远遠近深浅淺冷热熱干乾湿濕软軟硬新旧舊早午晚",
    "父母子女夫妻兄弟姐妹",
    "晴阴陰雨雪风風雾霧",
    "胜勝平负負输輸赢贏",
    "单單双雙奇偶正反",
    "进進出入收支买買卖賣开開关關升降增减減加乘除去留来來推拉",
    "中英俄日法德韩韓",
    "文理工农農医醫",
)
_SERIES_OF = {char: frozenset("".join(s for s in _SERIES if char in s)) for series in _SERIES for char in series}
_KNOWN_RE = pattern(
    "[总總分附][则則]|附[录錄]|目[录錄]|[序前引]言|[绪緒]論|绪论|[结結][语語]|[后後][记記]|摘要|通知|[公通]告|[声聲]明"
    "|[启啟]事|[讣訃]告|短[评評]|社[论論]|[简簡][讯訊]|[说說]明|正文|[注註][释釋]|[编編][后後]|[题題][记記]|[导導][语語读讀]"
    "|尾[声聲]|[关關][键鍵][词詞]"
)
_MAX_ASKED = 64  # of a text: a bound, as each is looked for in all of it
_SPACES = SPACES + "\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
_NO_SPACE = str.maketrans("", "", _SPACES)
_GAPS = ("", *_SPACES)
_PARTICLES = frozenset("的了着著过過们們与與和在把被将將从從向让讓这這那其之也都就还還很而吗嗎呢吧啊不")
_POINTS = frozenset("，。！？；、“”‘’「」『』《》")  # of running text: no cell has them


def is_series(word: str) -> bool:
    """Tell whether all characters are of one series, in which each stands for itself.

    >>> is_series("是否"), is_series("目录")
    (True, False)
    """
    return any(not set(word).difference(series) for series in _SERIES)


def is_word(word: str, string: str = "") -> bool:
    """Tell whether a word is known, or no series and stands closed up in a text.

    >>> is_word("目录"), is_word("灯下忆旧", "灯下忆旧，"), is_word("是否", "是否")
    (True, True, False)
    """
    return _KNOWN_RE.fullmatch(word) is not None or (not is_series(word) and word in string)


class Rows:
    """What looks like a row in a text, but for what stands closed up elsewhere in it."""

    def __init__(self, string: str) -> None:
        self._string = string
        self._asked = 0

    def has(self, line: str, start: int = 0, end: int | None = None) -> bool:
        """Tell whether a part of a line (code points; all of it) is a row."""
        end = len(line) if end is None else end
        if not is_row(line[max(0, start - 1) : end + 1]):
            return False
        self._asked += 1
        word = line[start:end].translate(_NO_SPACE)
        return not is_word(word, self._string if self._asked <= _MAX_ASKED else "")


def is_row(content: str) -> bool:
    """Tell whether nothing shows that characters set apart by single gaps are words: they may be a row of cells.

    Words show themselves by a mark of running text, a colon behind them, a particle, two characters beside a gap that
    often stand side by side in words, or wider gaps between several of them. Two characters alone are a word or a name,
    unless they are of one series.

    >>> is_row("王 明 李 丽 张 强"), is_row("晴 多云 阴 小雨"), is_row("活 动 公 布 了"), is_row("投 稿 邮 箱：")
    (True, True, False, False)
    """
    if not _POINTS.isdisjoint(content) or content[-1] == "：":
        return False
    if len(content) == len("是 否"):
        return is_series(content[0] + content[2])
    is_apart = "：" not in content
    for at, gap in enumerate(content[1:-1], 1):
        if gap in _SPACES and is_han_or_kana(content[at - 1]) and is_han_or_kana(content[at + 1]):
            # beside a word of two characters or more a gap may part it from another one
            are_single = content[at - 2 : at - 1] in _GAPS and content[at + 2 : at + 3] in _GAPS
            if _is_in_word(content[at - 1], content[at + 1], are_single=are_single):
                return False
            is_apart = True
    parts = [part.strip(SPACES) for part in content.replace("\u3000", "  ").split("  ")]
    return is_apart and sum([len(part) > 2 and part[1] in _SPACES for part in parts]) <= 1


def _is_in_word(before: str, behind: str, *, are_single: bool) -> bool:
    """Tell whether two characters seem to be of one word or sentence."""
    if before in _PARTICLES or behind in _PARTICLES:
        return True
    if not are_single or behind in _SERIES_OF.get(before, ""):
        return False
    return together(before, behind) == OFTEN or is_bound(before, behind)
