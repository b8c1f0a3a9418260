"""Close the gap between Han characters and digits or Latin letters in columns: `1 月 9日` → `1月9日`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import LATIN
from cleantext._frozen import frozen
from cleantext._layout.chars import BEYOND_ASCII, UNITS, is_han_or_kana
from cleantext._layout.protected import LABEL_ENDS, form_spans, parts_label
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

_GAP_RE = pattern(f" (?:(?<={BEYOND_ASCII} )(?=[0-9{LATIN}])|(?<=[0-9{LATIN}{UNITS}] )(?={BEYOND_ASCII}))")
_MAX_DATELINE = 24  # characters; the longest is that of an agency with place and date
_DATELINE_RE = pattern("[^，。、；：（）]*(?:(?<![通资資简簡短音喜问問死噩捷])[讯訊]|[日社][电電])")
# A row of words and numbers in turn (`语文 98 数学 100`): the gaps are all that parts them.
_MAX_ROW = 100  # code points before and behind
_WORD = "[^\x00-\x7f，。、；：！？（）“”《》]{1,8}"  # a class of all Han takes `re` a millisecond to make
_IN_ROW_RE = pattern(f"[0-9%] {_WORD} [0-9]")
_ROW_RE = pattern(f"{_WORD} [0-9][0-9.,%:-]*(?: {_WORD} [0-9][0-9.,%:-]*)+ *")


@frozen
class ScriptGap:
    """Delete the space between a Han character and a digit or Latin letter, in columns, where the typesetter put it.

    Leaves alone: flowing text and lists, where the author put it; a space between two digits or two words; the space
    that is all there is to mark a dateline (`本报阳谷讯 8月8日`), or behind the label of an item (`第三条 2008年`);
    a row of words and numbers (`语文 98 数学 100`).

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
        Example("使用 Python 写的", why="the author's spaces"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a gap."""
        string = text.string
        rows = _rows(string)
        return [
            Edit(at, at + 1, "")
            for start, end in form_spans(text, Form.COLUMNS)
            for gap in _GAP_RE.finditer(string, start, end)
            if gap.start() not in rows
            and (
                (is_han_or_kana(string[(at := gap.start()) - 1]) or is_han_or_kana(string[at + 1]))
                and (string[at - 1] not in "讯訊电電" or not _ends_dateline(string, at))
                and (
                    string[at - 1] not in LABEL_ENDS
                    or not parts_label(text, string.rfind("\n", max(0, at - 13), at) + 1, at)
                )
            )
        ]


def _rows(string: str) -> set[int]:
    """Return the places of the characters of rows of words and numbers."""
    found: set[int] = set()
    for part in _IN_ROW_RE.finditer(string):
        at = part.start()
        start, end = string.rfind("\n", max(0, at - _MAX_ROW), at) + 1, string.find("\n", at, at + _MAX_ROW)
        if at in found or (end < 0 and at + _MAX_ROW < len(string)) or (not start and at > _MAX_ROW):
            continue
        end = end if end >= 0 else len(string)
        if _ROW_RE.fullmatch(string, start, end):
            found.update(range(start, end))
    return found


def _ends_dateline(string: str, at: int) -> bool:
    start = string.rfind("\n", max(0, at - _MAX_DATELINE), at) + 1
    if not start and at > _MAX_DATELINE:
        return False
    return _DATELINE_RE.fullmatch(string, start, at) is not None


RULE = ScriptGap()
