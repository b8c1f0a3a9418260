"""Take out the second print of each glyph where bold type was faked so: `工工人人们们将将白白菜菜` → `工人们将白菜`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from cleantext._data.classes import DIGIT, HAN, LETTER
from cleantext._frozen import frozen
from cleantext._layout.chars import bmp_only
from cleantext._layout.facts import SPACES
from cleantext._layout.forms import Form
from cleantext._layout.words import OFTEN, together
from cleantext._rule import Edit, Effect, Example, Stage, Tier, pattern
from cleantext._text import Text
from cleantext.errors import SettingsError

_HAN = bmp_only(HAN)
_RUN_RE = pattern(rf"(?:([{_HAN}{bmp_only(LETTER)}])\1){{4,}}")
_DOUBLED_RE = re.compile(rb"\0.\0.\0.\0", re.DOTALL)
_HAN_RE = pattern(f"[{_HAN}]")
_LETTER_RE = pattern(f"[{_HAN}{bmp_only(LETTER)}{DIGIT}\U00010000-\U0010ffff]")
_DIGIT_RE = pattern(f"[{DIGIT}]")
_NUMERALS = frozenset("一二三四五六七八九十〇零百千万亿壹贰叁肆伍陆柒捌玖拾甲乙丙丁戊己庚辛壬癸")
_MIN_HAN = 4  # Han in the text itself that are no numerals: rhyme schemes (AABBCC) and counts have none
# The commonest words that are doubled as AABB; fake bold of one of them alone looks the same and is left.
_DOUBLED_WORDS = frozenset(
    pair
    for line in (
        "高兴 快乐 平安 健康 清楚 热闹 干净 认真 踏实 安静 大方 辛苦 明白 红火 风雨 日夜 方面 来往 进出 点滴",
        "家户 世代 年月 时刻 千万 老实 仔细 顺利 整齐 漂亮 欢喜 和气 团圆 甜蜜 恩爱 兴旺 轰烈 堂正 战兢 勤恳",
        "浩荡 口声 形色 林总 沸扬 轻松 舒服 痛快 普通 完整 匆忙 急忙 慌张 模糊 严实 规矩 简单 长久 上下 里外",
        "前后 左右 分秒 山水 花草 吵闹 说笑 哭啼 打闹 吃喝 蹦跳 摇晃 断续 起落 反复 祖辈 男女 老少 子孙 婆妈",
        "星点 条块 字句 唯诺 熙攘 密麻 郁葱 原本 彻底 实在 真切 陆续 纷扬 洋洒 磕绊 跌撞 躲闪 拉扯 缝补 修补",
        "敲打 指点 比划 商量 研究 高興 快樂 熱鬧 乾淨 認真 踏實 靜悄 紅火 來往 點滴 歡喜 團圓 順利 整齊 歲月",
        "歲年 闹哄 滴答 叮当 叮咚 淅沥 哗啦",
    )
    for pair in line.split()
)
# Characters that are doubled by themselves: kin, small things, manner; and those of the best known line of such verse.
_DOUBLED_ALONE = frozenset(
    "爸妈爷奶哥姐弟妹叔伯姑舅姨婶嫂公婆太宝娃星猩虫草花鸟山水常渐慢轻静悄匆天年月人家处时刻寻觅冷清凄惨戚开心快乐平安健康高兴"
    "媽爺嬸寶蟲鳥漸慢輕靜處時尋覓淒慘開樂興"
)


@frozen
class FakeBold:
    """Take out every second character of a text in which each one is printed twice, as some presses fake bold type.

    Either the whole line is doubled, its marks too, or a run of letters between marks, spaces or the line's ends.

    Leaves alone: reduplication (高高兴兴), laughter and sounds, everything with a digit in it, texts with a character
    that stands once or in which no two characters often stand side by side in words, verse, lists and tables.

    Settings:
        min_pairs: pairs of letters of a line that is doubled as a whole (4 or more); a run within a line has one more.

    Source: headlines of PDF files whose fonts have no bold face; issue 4.
    """

    name: ClassVar = "fake-bold"
    stage: ClassVar = Stage.REPEATS
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.REMOVAL
    forms: ClassVar = (Form.COLUMNS,)
    summary: ClassVar = "take out the second print of each character of a text that was printed twice to look bold"
    examples: ClassVar = (
        Example("工工人人们们将将白白菜菜", "工人们将白菜", form=Form.COLUMNS),
        Example("孩孩子子们们，，看看", "孩子们，看", form=Form.COLUMNS),
        Example("大家高高兴兴、快快乐乐地走了。", form=Form.COLUMNS, why="reduplication"),
        Example("高高兴兴快快乐乐", form=Form.COLUMNS, why="two words doubled in a row"),
        Example("爸爸妈妈爷爷奶奶", form=Form.COLUMNS, why="kin are called so"),
        Example("妞妞丫丫豆豆毛毛乐乐", form=Form.COLUMNS, why="children are called so"),
        Example("噼噼啪啪轰轰隆隆嘻嘻哈哈", form=Form.COLUMNS, why="sounds"),
        Example("寻寻觅觅冷冷清清凄凄惨惨戚戚", form=Form.COLUMNS, why="verse"),
        Example("2222333344445555", form=Form.COLUMNS, why="a number"),
    )

    min_pairs: int = 4

    def __post_init__(self) -> None:
        if self.min_pairs < 4:
            raise SettingsError(f"min_pairs is 4 or more, not {self.min_pairs!r}")

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return the edits that take the second prints out."""
        if not _has_doubled(text.string):
            return ()
        edits: list[Edit] = []
        forms = text.layout.forms
        for number, (start, line) in enumerate(text.lines()):
            if len(line) < 2 * _MIN_HAN or forms[number] is not Form.COLUMNS:
                continue
            content = line.strip(SPACES)
            if len(content) >= 2 * self.min_pairs and content[0] == content[1] and content[::2] == content[1::2]:
                if self._is_bold(content[::2], self.min_pairs):
                    edits += _halved(start + line.index(content), content)
                continue
            for run in _RUN_RE.finditer(line):
                before, after = line[run.start() - 1 : run.start()], line[run.end() : run.end() + 1]
                if not _LETTER_RE.match(before) and not _LETTER_RE.match(after):
                    once = run[0][::2]
                    if self._is_bold(once, self.min_pairs + 1):
                        edits += _halved(start + run.start(), run[0])
        return edits

    def _is_bold(self, once: str, min_pairs: int) -> bool:
        """Tell whether a text that stands there with each character doubled is one, printed to look bold."""
        letters = _LETTER_RE.findall(once)
        han = [c for c in _HAN_RE.findall(once) if c not in _NUMERALS]
        if len(letters) < min_pairs or len(han) < _MIN_HAN or _DIGIT_RE.search(once):
            return False
        # a character four times over, or a text that is itself a repeat, is a sound or a chant
        if any(a == b for a, b in pairwise(letters)) or (once + once).find(once, 1) < len(once):
            return False
        if 2 * sum([letter in _DOUBLED_ALONE for letter in letters]) > len(letters):
            return False
        if not any(
            together(a, b) == OFTEN for a, b in pairwise(letters)
        ):  # names and sounds: nothing says what it says
            return False
        in_words = 2 * sum(a + b in _DOUBLED_WORDS for a, b in pairwise(letters))
        return 2 * in_words < len(letters)


def _has_doubled(string: str) -> bool:
    """Tell whether four characters in a row may be doubled: the cheap question.

    The low bytes as one number, against itself moved by one of them: there is zero where two neighbours are the same,
    and hardly ever four times where they are not.
    """
    low = string.encode("utf-16-le", "surrogatepass")[::2]
    number = int.from_bytes(low, "little")
    return _DOUBLED_RE.search((number ^ (number >> 8)).to_bytes(len(low), "little")) is not None


def _halved(start: int, content: str) -> Iterator[Edit]:
    for i in range(1, len(content), 2):
        yield Edit(start + i, start + i + 1, "")


RULE = FakeBold()
