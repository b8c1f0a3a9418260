"""Bring the marks inside numbers and times to ASCII: `3．5` → `3.5`, `10：30` → `10:30`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._frozen import frozen
from cleantext._layout.protected import form_spans
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

_POINT = frozenset("．")
_COLON_RE = pattern("：(?<=[0-9].)(?=[0-9])")
# No other point within three digits before it or behind its number: `1．2．3` is a section.
_NUMBER_RE = pattern("．(?<=[0-9].)(?<![．.][0-9].)(?<![．.][0-9]{2}.)(?<![．.][0-9]{3}.)(?=[0-9]{1,4}(?![0-9．.]))")
_TIME_RE = pattern("：(?<=[0-9].)(?<![0-9]{3}.)(?<![：:][0-9].)(?=[0-5][0-9](?![0-9：:]))")
_HOUR_RE = pattern("(?:[01]?[0-9]|2[0-4])")
_CLOCK_BEFORE_RE = pattern("(?:[日号號午晨晚间間时時点點至到从從—~～-]|[于於在] ?)$")
_RATIO_RE = pattern("(?:比[例分率值重]?|第[一二三四五六七八九十0-9]局|[胜勝负負])[为為是]? ?$")
_MAX_RATIO = 5  # code points of it
_RESULT_RE = pattern("[0-9]{2}的?(?:[获獲取险險小大]?[胜勝]|[战戰][胜勝平]|[击擊][败敗]|落[败敗]|[险險]?[负負])")
# No time of day has an hour of 25 or a minute of one digit; where one colon is none of a time, the others may be none.
_NO_TIME_RE = pattern(
    "比[例分率值重]|(?<![0-9：])(?:2[5-9]|[3-9][0-9]|[0-9]{3,})：[0-9]"
    "|[0-9]：(?:[0-9](?![0-9])|[6-9][0-9](?![0-9])|[0-9]{3})"
)
_MAX_LINE = 60  # code points before and behind
_CLOCK_BEHIND_RE = pattern("[0-9]{2}(?:[许許左整开開前后後至到分]| ?[—~～-])")


@frozen
class FullWidthMarkInNumber:
    """Replace the full-width point of a decimal and the full-width colon of a time of day by ASCII ones.

    Leaves alone: the point of a label (`1．标题`, `1．2．3`), one at the start of a line, the colon of a score or a
    ratio (`3：2`, `比例为1：20`), and in text that was not set in columns a colon without a word that speaks of time.

    Source: GB/T 15835-2011, 5.1.4 (the point of decimals); pages whose typesetter had no ASCII marks.
    """

    name: ClassVar = "full-width-mark-in-number"
    stage: ClassVar = Stage.PUNCTUATION
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.MARK
    after: ClassVar = ("broken-dash",)
    signs: ClassVar = _POINT | {"："}
    summary: ClassVar = "replace full-width points and colons inside numbers and times"
    examples: ClassVar = (
        Example("增长3．5%，上午10：30开会", "增长3.5%，上午10:30开会"),
        Example("1．标题", why="a label"),
        Example("以3：2获胜", why="a score"),
        Example("总比分3：2，15：13、25：20", form=Form.COLUMNS, why="scores, of which some cannot be times"),
        Example("第三局15：13，比例为1：20", form=Form.COLUMNS, why="a score and a ratio"),
        Example("以13：11获胜", form=Form.COLUMNS, why="a score"),
        Example("教育局9：00上班，以9：30为准", "教育局9:00上班，以9:30为准", form=Form.COLUMNS),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a mark."""
        string = text.string
        if not text.has_any(_POINT) and not _COLON_RE.search(string):
            return ()
        edits: list[Edit] = []
        for form in (Form.COLUMNS, Form.FLOWING):
            for start, end in form_spans(text, form):
                for point in _NUMBER_RE.finditer(string, start, end):
                    if not _begins_line(string, point.start()):
                        edits.append(Edit(point.start(), point.end(), "."))
                for colon in _TIME_RE.finditer(string, start, end):
                    if _is_time(string, colon.start(), form):
                        edits.append(Edit(colon.start(), colon.end(), ":"))
        return sorted(edits)


def _digits_before(string: str, at: int) -> str:
    before = string[max(0, at - 8) : at]
    return before[len(before.rstrip("0123456789")) :]


def _begins_line(string: str, at: int) -> bool:
    first = at - len(_digits_before(string, at))
    return string[first - 1 : first] in ("", "\n", "\f")


def _is_time(string: str, at: int, form: Form) -> bool:
    hour = _digits_before(string, at)
    if not _HOUR_RE.fullmatch(hour):
        return False
    first = at - len(hour)
    if _RATIO_RE.search(string[max(0, first - _MAX_RATIO) : first]) or _RESULT_RE.match(string, at + 1):
        return False
    return (
        (form is Form.COLUMNS and not _has_ratios(string, at))
        or bool(_CLOCK_BEFORE_RE.search(string[max(0, first - 2) : first]))
        or bool(_CLOCK_BEHIND_RE.match(string, at + 1))
    )


def _has_ratios(string: str, at: int) -> bool:
    """Tell whether the line around this offset speaks of a ratio, or has colons between numbers that are no time."""
    floor = max(0, at - _MAX_LINE)
    start, end = string.rfind("\n", floor, at) + 1, string.find("\n", at, at + _MAX_LINE)
    return _NO_TIME_RE.search(string, start or floor, end if end >= 0 else at + _MAX_LINE) is not None


RULE = FullWidthMarkInNumber()
