"""Close the gap beside full-width marks in columns: `生产 ，` → `生产，`, `“ 有没有”` → `“有没有”`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import SPACE
from cleantext._frozen import frozen
from cleantext._layout.chars import (
    BEGIN,
    BEYOND_ASCII,
    BULLETS,
    WIDE_CLOSING,
    WIDE_OPENING,
    WIDE_POINTS,
    has_point,
    is_han_or_kana,
)
from cleantext._layout.cues import CREDIT_RE, begin_cue, ends_with_picture_credit
from cleantext._layout.protected import form_spans, lines_with, parts_label
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

_MARKS = f"{WIDE_OPENING}{WIDE_CLOSING}{WIDE_POINTS}…"
_GAP_RE = pattern(
    f" (?<=[^{SPACE}\n\f] )(?=[^{SPACE}\n\f])"
    f"(?:(?<=[{_MARKS}] )|(?=[{_MARKS}])|(?<=—— )(?={BEYOND_ASCII})|(?<={BEYOND_ASCII} )(?=——))"
)
_ANY_BRACKET = frozenset("（()）")
_BRACKETED_RE = pattern("[（(][^（()）]*+(?:[）)]|\\Z)|\\A[^（()）]*+[）)]")
_LOOSE_RE = pattern(f"[{WIDE_OPENING}] ")
_BLANK_RE = pattern("[（(][ 　][）)]")
_ITEM_RE = pattern("（(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})）[^ ]")
# The bullet or number of an item, up to the space behind it.
_LABEL_RE = pattern(f"\\A *(?:[*+-]|[{BULLETS}]|[0-9]{{1,3}}(?:[.][0-9]{{1,3}})*[.)]|[A-Za-z][.)]) ")
_MAX_LABEL = 24  # code points
_MAX_CAPTION = 70  # code points
_RUNNING_RE = pattern("[。，、；！？,;!?]")  # all points but a colon
_LISTED_RE = pattern("[）》] ")
_CREDIT_START_RE = pattern(
    "(?:本[报報]|新[华華]社|特约|特約)?(?:[记記]者|通[讯訊][员員]|[摄攝]影|文/|[图圖]/|[报報]道)|本[报報]"
)

_OPENING, _CLOSING = frozenset(WIDE_OPENING), frozenset(WIDE_CLOSING)
_STOPS, _PAUSES = frozenset("。！？…"), frozenset("，、；：")
_BRACKETS = frozenset("（〔［｛〖")


@frozen
class MarkGap:
    """Delete the space before or behind a full-width mark, in columns: the mark brings its own.

    Leaves alone: the space behind a dateline (`本报聊城讯 “教书`), behind the label, bullet or number of an item or a
    first word that the page sets apart by U+3000, before a credit or bullet behind a sentence (`…合影。 本报记者 …摄`:
    a caption or byline begins there) or before a caption whose credit stands in the next two lines, and beside quotes
    in lines that have no other mark of a sentence outside brackets, where it parts two halves of a headline or two
    names; behind the brackets and titles of a list (`书目：《家》 《春》`), behind a blank (`（ ） 高兴`) and before
    the number of an item (`壶盖 （2）按钮`).

    Source: seed pages 000 and 004; headlines whose quotes came from another font.
    """

    name: ClassVar = "mark-gap"
    stage: ClassVar = Stage.SPACING
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.SPACE
    after: ClassVar = ("column-indent", "letter-spacing", "script-gap", "trailing-space", "wide-space")
    signs: ClassVar = frozenset(" ")
    forms: ClassVar = (Form.COLUMNS,)
    summary: ClassVar = "close the gap beside full-width marks in columns"
    examples: ClassVar = (
        Example("又讯 （记者 王培源） 1月11", "又讯（记者 王培源）1月11", form=Form.COLUMNS),
        Example("从“ 有没有” 到“ 好不好”", "从“有没有”到“好不好”", form=Form.COLUMNS),
        Example("本报聊城讯 “教书育人从立德树人做", form=Form.COLUMNS, why="the space is the dateline's only mark"),
        Example("擦亮“金名片” 助企开新局", form=Form.COLUMNS, why="two halves of a headline"),
        Example("第三条 “市容”是指", form=Form.COLUMNS, why="the label of an item"),
        Example("6.5. “测试版”包含什么？", form=Form.COLUMNS, why="the number of an item"),
        Example("● “要说日子，好多了。”", form=Form.COLUMNS, why="its bullet"),
        Example("陈静（女，回族） 杨帆 赵军", form=Form.COLUMNS, why="a list of names"),
        Example("书目：《家》 《春》", form=Form.COLUMNS, why="a list"),
        Example("美丽（ ） 高兴（ ）", form=Form.COLUMNS, why="another item behind a blank"),
        Example("壶盖 （2）开盖按钮", form=Form.COLUMNS, why="the number of another item"),
        Example("他说： “好”", why="the author's space"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a gap."""
        string = text.string
        if not _GAP_RE.search(string):
            return ()
        edits: list[Edit] = []
        for start, end in form_spans(text, Form.COLUMNS):
            gaps = [gap.start() for gap in _GAP_RE.finditer(string, start, end)]
            for line_start, line_end in lines_with(gaps, string, start, end):
                line = _Line(string[line_start:line_end], string[line_end + 1 : line_end + 1 + _MAX_CAPTION])
                closed = [gap.start() for gap in _GAP_RE.finditer(line.line) if line.closes(gap.start())]
                edits += [
                    Edit(line_start + at, line_start + at + 1, "")
                    for at in closed
                    if not (line.may_part(at) and parts_label(text, line_start, line_start + at))
                ]
        return edits


class _Line:
    """One line with gaps, and what its whole says of them."""

    def __init__(self, line: str, following: str) -> None:
        self.line = line
        self._following = following
        # A comma in brackets says nothing of the line: a list of names has it too (`陈静（女，回族） 杨帆`).
        is_pointed = has_point(line) and (_ANY_BRACKET.isdisjoint(line) or has_point(_BRACKETED_RE.sub("", line)))
        self.is_text = _LOOSE_RE.search(line) is not None or (
            is_pointed and not (_LISTED_RE.search(line) and not _RUNNING_RE.search(line))
        )
        self.is_credit = bool(CREDIT_RE.search(line))
        self.is_dateline = bool(line) and begin_cue(line) == BEGIN["DATELINE"]
        first_close = line.find("）")
        # The bracket that an earlier line opened is that of a dateline or a note, not of a headline.
        self.old_close = first_close if "（" not in line[: max(first_close, 0)] else -1

    def may_part(self, at: int) -> bool:
        """Tell whether the space at this offset may part a label from its text."""
        behind = self.line[at + 1]
        return is_han_or_kana(self.line[at - 1]) and behind not in _CLOSING and behind not in WIDE_POINTS

    def _has_label(self, end: int) -> bool:
        """Tell whether the line begins with the bullet or number of an item, which ends at this offset."""
        label = _LABEL_RE.match(self.line)
        return label is not None and label.end() == end

    def closes(self, at: int) -> bool:
        """Tell whether the space at this offset goes."""
        line = self.line
        before, behind = line[at - 1], line[at + 1]
        if before in _OPENING and behind in _CLOSING:
            return False  # a blank to be filled in
        if behind in _OPENING and at < _MAX_LABEL and not is_han_or_kana(before) and self._has_label(at + 1):
            return False
        if (_BLANK_RE.match(line, at - 3) and behind not in WIDE_POINTS) or _ITEM_RE.match(line, at + 1):
            return False  # behind it is another item
        if (
            before in _OPENING
            or before in _PAUSES
            or behind in _CLOSING
            or behind in WIDE_POINTS
            or behind in _BRACKETS
        ):
            return True
        begins_credit = behind in BULLETS or bool(_CREDIT_START_RE.match(line, at + 1))
        if before in _STOPS:
            return not (self.is_credit or begins_credit or self._begins_caption(at))
        if before in _CLOSING:
            if line[at - 2] in _STOPS and self._begins_caption(at):
                return False
            is_dateline = before == "）" and (self.is_dateline or at - 1 == self.old_close)
            return is_dateline or (self.is_text and not begins_credit)
        if behind in _OPENING:
            return self.is_text and not (before in "讯訊电電" and self.is_dateline)
        return behind == "…" or is_han_or_kana(before if behind == "—" else behind)

    def _begins_caption(self, at: int) -> bool:
        """Tell whether a caption begins behind the space, and ends with its credit in one of the next two lines."""
        length = len(self.line) - at
        for line in self._following.split("\n")[:2]:
            length += len(line)
            if not line or length > _MAX_CAPTION:
                return False
            if ends_with_picture_credit(line):
                return True
        return False


RULE = MarkGap()
