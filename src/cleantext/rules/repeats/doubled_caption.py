"""Drop the second half of a text that is printed twice in a row: `工人打包白菜工人打包白菜` → `工人打包白菜`."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import ClassVar

from cleantext._data.classes import DIGIT, HAN, LETTER
from cleantext._frozen import frozen
from cleantext._layout.again import begun_again
from cleantext._layout.chars import WIDE_OPENING, bmp_only, is_han
from cleantext._layout.facts import SPACES
from cleantext._layout.forms import Form
from cleantext._rule import Edit, Effect, Example, Stage, Tier, pattern
from cleantext._text import PLAIN_MARK_RE, PLAIN_SIGNS, Text
from cleantext.errors import SettingsError
from cleantext.rules.repeats._refrains import is_among_short_lines

# All code points above U+FFFF count as letters here: equal ones are equal, whatever they are.
_LETTERS = bmp_only(HAN) + bmp_only(LETTER) + bmp_only(DIGIT) + "\U00010000-\U0010ffff"
_NOT_LETTER_RE = pattern(f"[^{_LETTERS}\n]")  # no run: `re` looks ahead for a class only
_KEY = 4  # letters that must come again before anything else is compared
_NEXT = 8  # characters behind these letters that say whether the text goes on alike
_ALIKE = 3  # of them: two may have been misread, others stand behind marks
_PAUSES = ("，", "、", "；", "：", ",", ";", ":")  # behind them a sentence goes on: the copy is a part of it
# Behind these a text goes on (`2023年5月1日—2023年5月1日`, `os.path.join(os.path`), or somebody has spoken or cried.
_NO_CAPTION_ENDS = (*_PAUSES, *"—–-(（.·=/”」』！？!?")
_GAPS = frozenset(SPACES)
_SPEAKER_RE = pattern("[^，。、：图圖 ]{1,4}：|（[^（）图圖]{1,3}）")  # who speaks; `上图：` is the label of a caption
_MIN_HAN = 6
_MIN_HAN_SHARE = 0.6
_BETWEEN = frozenset("\n 　，。、“”（）")  # of every text
_MAX_CHARS = 120  # of one copy: a bound, so that hostile text costs no more than its length
_REACH = 240  # code points in which the second copy begins, spaces and marks among them
_MAX_MISREAD = 2  # letters of a copy
# What OCR reads for each other, where mostly one alone makes sense: 贷 货 and 日 目 are not here, nor are numerals.
_LOOKALIKES = (
    "己已巳 末未 日曰 人入 土士 干于 天夭 乌鸟 烏鳥 问间 問間 今令 鸣呜 读渎续犊 讀瀆續犢 折拆析 拔拨 候侯 免兔 准淮 "
    "狠狼 幻幼 茶荼 治冶 洒酒 第笫 辨辩辫 辨辯辮 燥躁 署暑 蓝篮 藍籃 形彤 钩钧 竟竞 微徽 祟崇 裁栽 遗遣 遺遣 "
    "环坏 環壞 谦歉 渴喝 扬场 揚場 沐沭 毫亳 惜借 仑仓 晴睛 奖桨 獎槳"
)
_GROUP_OF = {char: group for group in _LOOKALIKES.split() for char in group}
_BYLINE_RE = pattern("[记記]者|通[讯訊][员員]|[摄攝]影")
_CREDIT_RE = pattern("(?:[摄攝]|供[图圖]|[制製][图圖])$")
_MAX_NAME = 3  # letters before the last word of a credit
_MAX_LINES = 6  # of both copies together, twice the longest caption seen


@frozen
class DoubledCaption:
    """Drop the second copy of a text that follows its first one at once, in the same line or in the next lines.

    The first copy begins a line and the second one ends a line; only letters and digits are compared, so the two may be
    broken, spaced and punctuated differently. A copy goes too in which OCR read one or two letters for others that look
    alike (`读` for `渎`), or others in the name of who took the picture: any other difference is another fact.

    Leaves alone: reduplication and chants (a text that is itself a repeat), a repeat behind whose comma the sentence
    goes on, what was said or cried, short texts, verse, lists and tables; without a credit also two copies with a space
    between them in a line, and lines without a mark among short ones (a refrain).

    Settings:
        min_chars: letters and digits of one copy (2 or more).
        min_similarity: share (0-1) of equal letters at which two copies are one text; 1 allows no difference.

    Source: captions set above and below their pictures; seed page 000, last line.
    """

    name: ClassVar = "doubled-caption"
    stage: ClassVar = Stage.REPEATS
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.REMOVAL
    after: ClassVar = ("fake-bold",)
    forms: ClassVar = (Form.COLUMNS,)
    summary: ClassVar = "drop the second copy of a caption that is printed twice"
    examples: ClassVar = (
        Example("工人们将白菜打包装车工人们将白菜打包装车", "工人们将白菜打包装车", form=Form.COLUMNS),
        Example(
            "民警在路口疏导\n交通（林芳供图）\n\n民警在路口疏导交\n通（林芳 供图）",
            "民警在路口疏导\n交通（林芳供图）\n\n\n",
            form=Form.COLUMNS,
        ),
        Example(
            "优秀党员王建国同志先进事迹\n优秀党员王建军同志先进事迹",
            form=Form.COLUMNS,
            why="another name is another person",
        ),
        Example("国有国法家有家规，国有国法家有家规", form=Form.COLUMNS, why="a comma stands between them"),
        Example("研究研究，商量商量", form=Form.COLUMNS, why="reduplication"),
        Example("加油加油加油加油加油加油加油加油", form=Form.COLUMNS, why="a chant: the text is itself a repeat"),
        Example("中国人民站起来了中国人民站起来了，\n他们都在欢呼。", form=Form.COLUMNS, why="the sentence goes on"),
        Example("我不知道风是在哪一个方向吹\n我不知道风是在哪一个方向吹", form=Form.LINES, why="a refrain"),
        Example("“快把这件事情办好。”\n\n“快把这件事情办好。”", form=Form.COLUMNS, why="two have said it"),
        Example("甲：你从哪里来？\n乙：我从北京来。\n" * 2, form=Form.COLUMNS, why="a talk"),
        Example("小小少年很少烦恼 小小少年很少烦恼", form=Form.COLUMNS, why="a space between two halves"),
    )

    min_chars: int = 8
    min_similarity: float = 0.88

    def __post_init__(self) -> None:
        if self.min_chars < 2:
            raise SettingsError(f"min_chars is 2 or more, not {self.min_chars!r}")
        if not 0 < self.min_similarity <= 1:
            raise SettingsError(f"min_similarity is a share from 0 to 1, not {self.min_similarity!r}")

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return the edits that take the second copies out; their line feeds stay."""
        forms = text.layout.forms
        contents = text.line_list()
        # a copy may begin at a line's end: its first letters are looked for in the lines put together
        # a form feed stands before the first letters of a page
        heads = [line.lstrip("\f") for line in contents] if "\f" in text.signs else contents
        stream, places = "".join(heads), list(accumulate(map(len, heads), initial=0))
        edits: list[Edit] = []
        free = 0  # lines before this one are part of a copy already
        ahead = self.min_chars
        not_letter_re = PLAIN_MARK_RE if text.signs <= PLAIN_SIGNS else _NOT_LETTER_RE
        for number in begun_again(stream, heads, places, _KEY, ahead, _REACH):
            if number < free or forms[number] is not Form.COLUMNS:
                continue
            if not _goes_on_alike(stream, places[number], places[number] + ahead):
                continue
            lines = "\n".join(contents[number : number + 2 * _MAX_LINES])
            window = not_letter_re.sub("", lines).split("\n")
            found = self._copy(window)
            if not found or not _is_caption(letters := "".join(window)[: found[0]]):
                continue
            before = _before(contents[number : number + len(window)], window, not_letter_re, found[0])
            last = number + next(k for k, end in enumerate(accumulate(map(len, window))) if end >= found[1])
            if before.rstrip(SPACES).endswith(_NO_CAPTION_ENDS) or contents[last].rstrip(SPACES).endswith(_PAUSES):
                continue
            if _SPEAKER_RE.match(contents[number]):
                continue
            has_credit = _CREDIT_RE.search(letters) or _BYLINE_RE.search(letters)
            if has_credit or not (before[-1:] in _GAPS or is_among_short_lines(text, number, last)):
                edits += _removal(text, number, window, not_letter_re, *found)
                free = last + 1
        return edits

    def _copy(self, lines: Sequence[str]) -> tuple[int, int] | None:
        """Return where the second copy of what the first line begins stands, in letters, or None."""
        stream = "".join(lines)
        ends = list(accumulate(map(len, lines)))
        key = stream[:_KEY]
        if len(key) < _KEY or len(lines[0]) < _KEY:
            return None
        limit = min(ends[min(_MAX_LINES, len(ends) - 1)], _MAX_CHARS)
        at = stream.find(key, self.min_chars, limit)
        while at >= 0:
            end = self._end(stream, at, ends)
            if end:
                return at, end
            at = stream.find(key, at + 1, limit)
        return None

    def _end(self, stream: str, middle: int, ends: Sequence[int]) -> int:
        """Return the offset in letters where the second copy ends, or 0 where there is none."""
        first = stream[:middle]
        if (first + first).find(first, 1) < len(first):
            return 0
        end = 2 * middle
        return end if end in ends and self._is_same(first, stream[middle:end]) else 0

    def _is_same(self, first: str, second: str) -> bool:
        """Tell whether two texts of one length are equal, but for a few letters that OCR reads for each other."""
        if first == second:
            return True
        places = [at for at, letter in enumerate(first) if letter != second[at]]
        if len(places) > _MAX_MISREAD or len(first) - len(places) < self.min_similarity * len(first):
            return False
        name = _credit_start(first)
        return all((at >= name >= self.min_chars) or second[at] in _GROUP_OF.get(first[at], "") for at in places)


def _is_caption(letters: str) -> bool:
    """Tell whether most letters of a text are Han: a number, a row of a table or code is said twice for a reason."""
    han = sum(map(is_han, letters))
    return han >= max(_MIN_HAN, _MIN_HAN_SHARE * len(letters))


def _before(contents: Sequence[str], lines: Sequence[str], not_letter_re: pattern, start: int) -> str:
    """Return what stands before a copy that begins at `start` (letters): in its line, or the last one not blank."""
    line_start = 0
    for number, letters in enumerate(lines):
        if line_start + len(letters) > start:
            content = contents[number]
            if line_start == start:
                return next(filter(None, (line.rstrip(SPACES) for line in contents[number - 1 :: -1])), "")
            return content[: _place(content, start - line_start, not_letter_re)]
        line_start += len(letters)
    return ""


def _place(content: str, letter: int, not_letter_re: pattern) -> int:
    """Return the offset of a line's letter, which is given by how many letters stand before it."""
    marks = {mark.start() for mark in not_letter_re.finditer(content)}
    return [at for at in range(len(content)) if at not in marks][letter]


def _credit_start(letters: str) -> int:
    """Return where the name of who took the picture may begin in the letters of a caption; its end, where none is."""
    if byline := _BYLINE_RE.search(letters):
        return int(byline.end())
    credit = _CREDIT_RE.search(letters)
    return int(credit.start()) - _MAX_NAME if credit else len(letters)


def _goes_on_alike(string: str, start: int, ahead: int) -> bool:
    """Tell whether the characters at `start` come again from `ahead` on, with three of the next few behind them."""
    key, following = string[start : start + _KEY], set(string[start + _KEY : start + _KEY + _NEXT]) - _BETWEEN
    enough = _ALIKE if len(following) > _ALIKE else _ALIKE - 1
    at = string.find(key, ahead, start + _REACH)
    while at >= 0:
        if len(following.intersection(string[at + _KEY : at + _KEY + _NEXT])) >= enough:
            return True
        at = string.find(key, at + 1, start + _REACH)
    return False


def _removal(
    text: Text, first: int, lines: Sequence[str], not_letter_re: pattern, start: int, end: int
) -> Iterator[Edit]:
    """Yield the edits that take the letters `start` to `end`, with their marks, out of the lines from `first` on."""
    contents, starts = text.line_list(), text.starts()
    line_start = 0
    for number, letters in enumerate(lines, first):
        content = contents[number]
        if line_start >= end:
            return
        if letters and line_start + len(letters) > start:
            cut = 1 if content.startswith("\f") else 0
            if line_start < start:
                # with a mark that opens the copy (`《…》书影《…》书影`)
                cut = len(content[: _place(content, start - line_start, not_letter_re)].rstrip(SPACES + WIDE_OPENING))
            yield Edit(starts[number] + cut, starts[number] + len(content), "")
        line_start += len(letters)


RULE = DoubledCaption()
