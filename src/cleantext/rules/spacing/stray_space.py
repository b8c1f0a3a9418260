"""Delete a space that fell between two Han characters of a running line: `会留 有空间。` → `会留有空间。`."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import HAN
from cleantext._frozen import frozen
from cleantext._layout.chars import BEYOND_ASCII, BULLETS, END, WIDE_CLOSING, WIDE_OPENING, end_class, has_point, is_han
from cleantext._layout.facts import SPACES
from cleantext._layout.protected import form_spans, lines_with, parts_label
from cleantext._layout.words import APART, together
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text
from cleantext.errors import SettingsError

_GAP_RE = pattern(f" (?<={BEYOND_ASCII} )(?={BEYOND_ASCII})")
_OPENING, _CLOSING = f"{WIDE_OPENING}([", f"{WIDE_CLOSING})]"
_PRESS_RE = pattern(
    f"[{BULLETS}/讯訊电電摄攝]|本[报報]|[记記]者|通[讯訊]|供[图圖]|[报報][道导導]|[责責]任|[编編][辑輯]|[责責][编編]"
)
_HAN_RUN_RE = pattern(f"[{HAN}]*")
_MID_SENTENCE = frozenset(END[name] for name in ("HAN", "DIGIT", "LATIN", "COMMA", "PAUSE", "SEMICOLON"))
_MAX_NAME = 4  # characters


@frozen
class StraySpace:
    """Delete the only space between Han characters of a line that runs on in mid-sentence, where it parts a word.

    Leaves alone: everything a space may mean: two names, two halves of a slogan (of one length), the fields of a byline
    or caption, the label of an item and its text, a first word that the page sets apart by U+3000, what stands in
    brackets or quotes, lines that stand alone, several gaps in one line; a space between two characters that hardly
    ever stand side by side in words (`青阳市 环卫工人`); text that was not set in columns.

    Settings:
        max_width_gap: by how much (half em) the upper one of the two lines may be narrower than the lower one.

    Source: OCR engines; on the labelled pages all such spaces that mean something have one of these signs.
    """

    name: ClassVar = "stray-space"
    stage: ClassVar = Stage.SPACING
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.SPACE
    after: ClassVar = ("letter-spacing", "mark-gap", "script-gap", "wide-space")
    signs: ClassVar = frozenset(" ")
    forms: ClassVar = (Form.COLUMNS,)
    summary: ClassVar = "delete a space that fell between two Han characters of a running line"
    examples: ClassVar = (
        Example(
            "的主屏幕。这样在我的屏幕会留 有最大的\n空间，而且我可以在任何时候都看到它们。",
            "的主屏幕。这样在我的屏幕会留有最大的\n空间，而且我可以在任何时候都看到它们。",
            form=Form.COLUMNS,
        ),
        Example(
            "他说，矛盾化解在基层 问题解决在基层。\n这是我们今年要在全县推广的一个办法。",
            form=Form.COLUMNS,
            why="two halves of a slogan",
        ),
        Example(
            "第三条 市容环境卫生工作，实行统一领导\n和分区负责的原则，由市政府负责。",
            form=Form.COLUMNS,
            why="the label of an item",
        ),
        Example(
            "青阳市 环卫工人有了“歇脚屋”。入冬前，\n市里利用闲置岗亭改建的歇脚屋投入使用。",
            form=Form.COLUMNS,
            why="a first word and its text: no word is parted",
        ),
        Example("矛盾化解 在基层，好", why="the author's space"),
    )

    max_width_gap: int = 2

    def __post_init__(self) -> None:
        if self.max_width_gap < 0:
            raise SettingsError(f"max_width_gap is a number of half em, not {self.max_width_gap!r}; give 0 or more")

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a line."""
        string = text.string
        edits: list[Edit] = []
        for start, end in form_spans(text, Form.COLUMNS):
            gaps = _gaps(string, start, end)
            for line_start, line_end in lines_with(gaps, string, start, end):
                line = string[line_start:line_end]
                if has_point(line) and not _PRESS_RE.search(line):
                    places = _gaps(line, 0, len(line))
                    if len(places) != 1 or not _is_stray(line, places[0]):
                        continue
                    at = line_start + places[0]
                    if not parts_label(text, line_start, at) and self._runs_on(text, line_start):
                        edits.append(Edit(at, at + 1, ""))
        return edits

    def _runs_on(self, text: Text, line_start: int) -> bool:
        """Tell whether the line before or behind belongs to the same sentence, by its width and where it ends."""
        lines, widths = text.line_list(), text.layout.widths
        number = bisect_right(text.starts(), line_start) - 1
        for upper, lower in ((number - 1, number), (number, number + 1)):
            if upper >= 0 and lower < len(widths) and min(widths[upper], widths[lower]):
                is_full = widths[upper] >= widths[lower] - self.max_width_gap
                if is_full and end_class(lines[upper].rstrip(SPACES) or " ") in _MID_SENTENCE:
                    return True
        return False


def _gaps(string: str, start: int, end: int) -> list[int]:
    """Return the places of the single spaces between two Han."""
    places = [gap.start() for gap in _GAP_RE.finditer(string, start, end)]
    return [at for at in places if is_han(string[at - 1]) and is_han(string[at + 1])]


def _is_stray(line: str, at: int) -> bool:
    before, behind = line[:at], line[at + 1 :]
    is_opened = _last(before, _OPENING) > _last(before, _CLOSING)
    if is_opened or _first(behind, _CLOSING) < _first(behind, _OPENING):
        return False
    if together(line[at - 1], line[at + 1]) == APART:
        return False
    left, right = len(_HAN_RUN_RE.match(before[::-1])[0]), len(_HAN_RUN_RE.match(behind)[0])
    return left != right and max(left, right) > _MAX_NAME


def _last(string: str, marks: str) -> int:
    return max(map(string.rfind, marks))


def _first(string: str, marks: str) -> int:
    return min((at for at in map(string.find, marks) if at >= 0), default=len(string))


RULE = StraySpace()
