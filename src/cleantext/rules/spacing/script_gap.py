"""Close the gap between Han characters and digits or Latin letters in columns: `1 月 9日` → `1月9日`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import LATIN
from cleantext._frozen import frozen
from cleantext._layout.chars import BEYOND_ASCII, UNITS, is_han_or_kana, is_wide
from cleantext._layout.protected import LABEL_ENDS, form_spans, parts_label
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text
from cleantext.rules.spacing._labels import COUNTED, Labels

_GAP_RE = pattern(f" (?:(?<={BEYOND_ASCII} )(?=[0-9{LATIN}])|(?<=[0-9{LATIN}{UNITS}] )(?={BEYOND_ASCII}))")
_MAX_DATELINE = 24  # characters; the longest is that of an agency with place and date
_DATELINE_RE = pattern("[^，。、；：（）]*(?:(?<![通资資简簡短音喜问問死噩捷])[讯訊]|[日社][电電])")
# A row of words and numbers in turn (`语文 98 数学 100`): the gaps are all that parts them.
_MAX_ROW = 100  # code points before and behind
_WORD = "[^\x00-\x7f，。、；：！？（）“”《》]{1,8}"  # a class of all Han takes `re` a millisecond to make
_IN_ROW_RE = pattern(f"[0-9%] {_WORD} [0-9]")
_NUMBER = "[+-]?[0-9][0-9.,%:：-]*"
_FIRST = "[^ ，。、；：！？（）“”《》\n]{1,10}"
_ROW_RE = pattern(f"{_FIRST} {_NUMBER}(?: {_WORD} [A-Z]?{_NUMBER})+ *")
# Other spaces show that spaces part cells: those between two Han or two numbers, two numbers with one unit behind them
# (`20 元 30 元`), or two dates.
_AGAIN = "(?<=([^\x00-\x7f]) )(?=[0-9A-Z][0-9A-Z.]{0,7} ?\\1)"
_CELLS_RE = pattern(
    f" (?:(?<=[^\x00-\x7f] )(?=[^\x00-\x7f])|(?<=[0-9%] )(?=[+-]?[0-9])|{_AGAIN}|(?<=日 )(?=[0-9]{{1,2}} ?月))"
)
_AGAIN_RE = pattern(f" {_AGAIN}")
_FIELD_RE = pattern(f"(?:\\A|[0-9A-Za-z] ){_WORD} ?[:：]")  # two of them are a row: `电话：8888 传真：6666`
_RUNNING_RE = pattern("[，。；！？、（）“”《》…—]|[记記]者|通[讯訊]|[报報][道导導]|[讯訊电電摄攝](?: |\\Z)")
_POINT_RE = pattern("[，。；！？]")
# The labels of items in a row, of which one is in front or behind a colon: `A．急躁 B．暴躁`.
_LABEL = "(?:[0-9]{1,2}|[A-Ha-h])[.．、:：)）-] ?(?=[^\x00-\x7f])"
_LABEL_RE = pattern(_LABEL)
_FIRST_LABEL_RE = pattern(f"(?:\\A|[：:] ?){_LABEL}")
_TEXT_BEHIND = LABEL_ENDS.union("讯訊电電")
_COUNTING = frozenset("年月第")  # behind them a date or a count goes on


@frozen
class ScriptGap:
    """Delete the space between a Han character and a digit or Latin letter, in columns, where the typesetter put it.

    Leaves alone: flowing text and lists, where the author put it; a space between two digits or two words; the space
    that is all there is to mark a dateline (`本报阳谷讯 8月8日`), or behind the label of an item (`第三条 2008年`) or
    before one (`松懈 B．暴躁`); a row of words and numbers (`语文 98 数学 100`), a line without a mark in which other
    spaces part cells (`红球 03 08 蓝球 12`), and the next field of a line (`电话：8888 传真：6666`); three things in a
    row with their measures (`冰糖 40克`). On a page that closes nearly all other gaps also the space behind the number
    of a picture (`图1 水温`) or of sections that count on.

    Source: seed pages 000 to 002; pages typeset with automatic spacing between scripts.
    """

    name: ClassVar = "script-gap"
    stage: ClassVar = Stage.SPACING
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.SPACE
    after: ClassVar = ("broken-number", "letter-spacing", "wide-space")
    signs: ClassVar = frozenset(" ")
    forms: ClassVar = (Form.COLUMNS,)
    summary: ClassVar = "close the gap between Han characters and digits or Latin letters in columns"
    examples: ClassVar = (
        Example("1 月 9日，12345 市民热线", "1月9日，12345市民热线", form=Form.COLUMNS),
        Example("使用 Python 3 写的", "使用Python 3写的", form=Form.COLUMNS),
        Example("本报阳谷讯 8月8日，", form=Form.COLUMNS, why="the space is the dateline's only mark"),
        Example("第三条 2008年以前的房屋，", form=Form.COLUMNS, why="the label of an item"),
        Example("语文 98 数学 100 英语 95", form=Form.COLUMNS, why="a row of words and numbers"),
        Example("一班 45 人 二班 43 人", "一班 45人 二班 43人", form=Form.COLUMNS),
        Example("红球 03 08 蓝球 12", form=Form.COLUMNS, why="other spaces part cells"),
        Example("冰糖 40克\n黄酒 30毫升\n莲藕 2节（粗壮）", form=Form.COLUMNS, why="what is needed, three in a row"),
        Example("图1 水温与时间", form=Form.COLUMNS, why="what a picture is named by"),
        Example("3.1 烧水\n3.2 保温", form=Form.COLUMNS, why="sections that count on"),
        Example("3.1 烧水\n倒入 3 升水\n3.2 保温", "3.1烧水\n倒入3升水\n3.2保温", form=Form.COLUMNS),
        Example("A．急躁 松懈 B．暴躁 松弛", form=Form.COLUMNS, why="the label of another item"),
        Example("使用 Python 写的", why="the author's spaces"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a gap."""
        string = text.string
        rows = _rows(string)
        labels = Labels(string)
        edits: list[Edit] = []
        line_start, line_end, line, has_cells = -1, -1, "", False  # of the line looked at last
        for start, end in form_spans(text, Form.COLUMNS):
            for gap in _GAP_RE.finditer(string, start, end):
                at = gap.start()
                before, behind = string[at - 1], string[at + 1]
                if at in rows or not (is_han_or_kana(before) or is_han_or_kana(behind)):
                    continue
                if at >= line_end:
                    span = _line_at(string, at)
                    line_start, line_end = span if span else (at, at)
                    line = string[line_start:line_end]
                    has_cells = _has_cells(line)
                is_kept = (has_cells and _parts_cells(string, at)) or (
                    behind.isascii() and _LABEL_RE.match(string, at + 1) and _FIRST_LABEL_RE.search(line)
                )
                if not is_kept and not (before in _TEXT_BEHIND and _parts_more(text, at)):
                    edits.append(Edit(at, at + 1, ""))
                    if line:
                        labels.look(line, line_start, at)
        parting = labels.parting(len(edits))
        return [edit for edit in edits if edit.start not in parting] if parting else edits


def _has_cells(line: str) -> bool:
    """Tell whether a line has no mark and spaces that part cells."""
    if line.count("：") + line.count(":") > 1 and not _POINT_RE.search(line) and len(_FIELD_RE.findall(line)) > 1:
        return True
    if _RUNNING_RE.search(line):
        return False
    beside = ((line[cell.start() - 1], line[cell.end()]) for cell in _CELLS_RE.finditer(line))
    return any(all(char.isascii() or is_wide(char) for char in pair) for pair in beside)


def _parts_cells(string: str, at: int) -> bool:
    """Tell whether the space at this offset parts two cells: a number and what it counts are in one."""
    if string[at - 1] in _COUNTING:
        return _AGAIN_RE.match(string, at) is not None and string[at - 1] != "第"
    return string[at + 1] not in COUNTED


def _parts_more(text: Text, at: int) -> bool:
    """Tell whether the space at this offset parts a dateline or a label from its text."""
    string = text.string
    before = string[at - 1]
    return (before in "讯訊电電" and _ends_dateline(string, at)) or (
        before in LABEL_ENDS and parts_label(text, string.rfind("\n", max(0, at - 13), at) + 1, at)
    )


def _rows(string: str) -> set[int]:
    """Return the places of the characters of rows of words and numbers."""
    found: set[int] = set()
    for part in _IN_ROW_RE.finditer(string):
        if part.start() in found or not (span := _line_at(string, part.start())):
            continue
        # a date is none: `截至 11 月 5`
        if _ROW_RE.fullmatch(string, *span) and COUNTED.isdisjoint(string[slice(*span)].split(" ")[2::2]):
            found.update(range(*span))
    return found


def _line_at(string: str, at: int) -> tuple[int, int] | None:
    """Return the span of the line at an offset, if that is no longer than rows are."""
    start, end = string.rfind("\n", max(0, at - _MAX_ROW), at) + 1, string.find("\n", at, at + _MAX_ROW)
    if (end < 0 and at + _MAX_ROW < len(string)) or (not start and at > _MAX_ROW):
        return None
    return start, end if end >= 0 else len(string)


def _ends_dateline(string: str, at: int) -> bool:
    start = string.rfind("\n", max(0, at - _MAX_DATELINE), at) + 1
    if not start and at > _MAX_DATELINE:
        return False
    return _DATELINE_RE.fullmatch(string, start, at) is not None


RULE = ScriptGap()
