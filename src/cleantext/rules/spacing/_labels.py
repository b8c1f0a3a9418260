"""Gaps before or behind a number that part a label or a name from what stands beside it: `图1 水温`, `冰糖 40克`."""

from cleantext._layout.chars import is_han
from cleantext._layout.pattern import pattern

__all__ = ["COUNTED", "Labels"]

COUNTED = frozenset(
    "年月日号號时時分秒点點元角万萬亿億千百克斤吨噸米里升度级級岁歲人名个個件位次家户戶项項条條台辆輛架套只隻头頭册冊版期章节節卷页頁课課"
    "届屆回集班楼樓层層室栋棟路站场場局轮輪周天倍成折亩畝公毫厘平份篇幅支瓶盒箱袋包桌本种種组組排座"
)
"""What a number may count: in a row, too, it belongs to the number before it."""
_SUMS = frozenset("万萬亿億千百")
_NAMED_RE = pattern(  # a picture, a table, a part of a journey or of a book
    "(?:附?[图圖表]|[图圖]表)[0-9]{1,3}(?:[-–.][0-9]{1,3})?"
    "|(?:Day|DAY|Step|STEP|Part|PART|Chapter|Lesson|Unit|Fig[.]|Figure|Table) [0-9]{1,3}(?:[—–-][0-9]{1,3})?"
)
_NAMED_BEGINS = frozenset("附图圖表DSPCLUFT")
_SECTION_RE = pattern("((?:[0-9]{1,2}[.]){0,3})([0-9]{1,2})")
_MAX_LABEL = 12  # code points
_GO_ON = frozenset("的了是在和與与及或为為中上下里裡所显顯列给給")  # a sentence, from `图1`
_OTHER = "[^\x00-\x7f，。；：！？、（）“”]"
# What is needed of a thing: `莲藕 2节（粗壮）`. A typesetter's gap would stand behind the number, too.
_GOODS_RE = pattern(
    f"{_OTHER}{{1,8}}(?:（[^（）]{{1,12}}）)? [0-9]{{1,4}}(?:[.][0-9])?{_OTHER}{{1,3}}(?:（[^（）]*）)?"
)
_BETWEEN_RE = pattern(f"\\s*(?:{_OTHER}{{1,8}} {_OTHER}{{1,4}}\\s*)?")  # `胡萝卜 半根`
_MARKS = frozenset("，。；：！？“”")
_MIN_GOODS = 3
_POINT_RE = pattern("[，。；！？]")
_CLOSED_RE = pattern(f"[0-9A-Za-z](?={_OTHER})|{_OTHER}(?=[0-9A-Za-z])")
_MAX_SPACED = 0.1  # of the places where scripts meet: where more have a gap, gaps are the typesetter's


class Labels:
    """What of the gaps of a text, looked at in order, part a label from its text."""

    def __init__(self, string: str) -> None:
        self._string = string
        self._named: list[int] = []  # gaps
        self._sections: list[tuple[str, int, int]] = []  # chapter, number, and the gap behind it
        self._goods: list[tuple[int, int, int]] = []  # the line's start and end, and its gap

    def look(self, line: str, start: int, at: int) -> None:
        """Look at a gap (its offset in the text) and the line that it stands in, which begins at `start`."""
        before, behind = line[: at - start], line[at - start + 1]
        if not is_han(behind):
            if "0" <= behind <= "9" and _MARKS.isdisjoint(line) and line.count(" ") == 1 and _GOODS_RE.fullmatch(line):
                self._goods.append((start, start + len(line), at))
        elif len(before) <= _MAX_LABEL and behind not in _GO_ON:
            if "0" <= before[0] <= "9":
                if behind in COUNTED and "." not in before:
                    return
                section = _SECTION_RE.fullmatch(before)
                if section and behind not in _SUMS and not _POINT_RE.search(line):
                    self._sections.append((section[1], int(section[2]), at))
            elif before[0] in _NAMED_BEGINS and _NAMED_RE.fullmatch(before):
                self._named.append(at)

    def parting(self, gaps: int) -> set[int]:
        """Return the gaps that part labels; `gaps` is the number of all.

        Sections must count on, and goods stand in three lines in a row. Behind sections and what is named by its number
        a gap is the author's where the page closes nearly all others.
        """
        found = _goods(self._string, self._goods)
        others = gaps - len(self._named) - len(self._sections)
        if (self._named or self._sections) and others <= _MAX_SPACED * len(_CLOSED_RE.findall(self._string)):
            found.update(self._named)
            found.update(_counting_on(self._sections))
        return found


def _goods(string: str, goods: list[tuple[int, int, int]]) -> set[int]:
    """Return the gaps of goods that stand in three lines in a row."""
    found: set[int] = set()
    if len(goods) < _MIN_GOODS:
        return found
    run: list[int] = []
    line_end = 0
    for start, end, at in goods:
        if not _BETWEEN_RE.fullmatch(string, line_end, start):
            run = []
        run.append(at)
        line_end = end
        if len(run) >= _MIN_GOODS:
            found.update(run)
    return found


def _counting_on(sections: list[tuple[str, int, int]]) -> set[int]:
    """Return the gaps of sections of which another one counts on."""
    found: set[int] = set()
    last: dict[str, tuple[int, int]] = {}
    for chapter, number, at in sections:
        before, place = last.get(chapter, (-1, -1))
        if number == before + 1:
            found.update((place, at))
        last[chapter] = number, at
    return found
