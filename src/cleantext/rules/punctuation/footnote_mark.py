"""Take out the marks of footnotes: `问题[1]` → `问题`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import HAN
from cleantext._frozen import frozen
from cleantext._layout.chars import WIDE_CLOSING, WIDE_POINTS
from cleantext._layout.protected import form_spans
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

_CIRCLED = "①-⑳"
_RAISED = "¹²³⁰⁴-⁹"
_SIGNS = frozenset("[¹²³⁰⁴⁵⁶⁷⁸⁹①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_NOTE = f"(?:\\[[0-9]{{1,3}}(?:[-–,，][0-9]{{1,3}})*\\]|[{_RAISED}]+)"
_BEHIND = f"(?=[{WIDE_POINTS}{WIDE_CLOSING}\n\f]|\\Z)"
# `[12]号` is part of a document's number, `[1](` a link, `米²` a unit; a circled number before a word is an item's.
_NOTE_RE = pattern(
    f"(?<=[{HAN}{WIDE_POINTS}{WIDE_CLOSING}])(?<!米)"
    f"(?:{_NOTE}*+[{_CIRCLED}]+{_BEHIND}|{_NOTE}++(?![{_CIRCLED}\\[(号號]))"
)


@frozen
class FootnoteMark:
    """Take out numbers in square brackets, raised numbers and circled numbers that point from a word to a footnote.

    Leaves alone: circled numbers before a word (items), years and numbers of documents (`[2023]12号`), units (`米²`),
    links, what does not stand behind Han or a mark, and lines that mean something as lines. The notes stay.

    Source: books and encyclopaedias; asked for where a text is to be read aloud or searched.
    """

    name: ClassVar = "footnote-mark"
    stage: ClassVar = Stage.PUNCTUATION
    tier: ClassVar = Tier.OPTION
    effect: ClassVar = Effect.REMOVAL
    signs: ClassVar = _SIGNS
    summary: ClassVar = "take out the numbers that point to footnotes"
    examples: ClassVar = (
        Example("这个问题[1]很老②。", "这个问题很老。"),
        Example("①准备②检查，5米²，鲁政发[2023]12号", why="items, a unit, the number of a document"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a run of marks."""
        string = text.string
        return [
            Edit(found.start(), found.end(), "")
            for start, end in form_spans(text, Form.COLUMNS, Form.FLOWING)
            for found in _NOTE_RE.finditer(string, start, end)
        ]


RULE = FootnoteMark()
