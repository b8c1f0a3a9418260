"""Join the lines that a column's width broke: `…行政审批⏎⏎服务局…` → `…行政审批服务局…`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from cleantext._layout.forms import Form
from cleantext._paragraphs.separator import BEYOND_WESTERN, ROLE_ENDS, separator
from cleantext._rule import Doubt, Edit, Effect, Example, Note, Stage, Tier
from cleantext._text import Text
from cleantext.errors import SettingsError

_SPACES = " \t\u3000\u00a0\v"
_INDENTS = _SPACES + "\f"
_LAST_HAN = "\u9fff"  # a line that ends in a character from BEYOND_WESTERN to here is joined without a separator


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """Join the lines of a paragraph, and put one blank line between the blocks of columns.

    The page decides as a whole: each line is the first, a middle or the last one of its block or a block of its own, in
    a column whose width is not known beforehand; the cheapest such reading is taken. A paragraph of flowing text is
    joined only where it was cut at the end of a column.

    Leaves alone: verse, lists, tables and code (lines that mean something by being lines), text that already flows.

    Settings:
        min_confidence: share (0.5-1); a seam that is less certain stays as the page has it and is noted as a doubt.

    Source: seed pages 000-004; the costs come from annotated pages (`tools/fit_costs.py`).
    """

    name: ClassVar = "broken-line"
    stage: ClassVar = Stage.PARAGRAPHS
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.LINES
    summary: ClassVar = "join the lines that a column's width broke"
    examples: ClassVar = (
        Example(
            "“小易”是来自东昌府区行政审批\n\n服务局的帮办专员。",
            "“小易”是来自东昌府区行政审批服务局的帮办专员。",
            form=Form.COLUMNS,
        ),
        Example("床前明月光，\n疑是地上霜。", form=Form.LINES, why="verse: its lines mean something"),
        Example("今天的会议到此结束。\n\n明天继续。", why="two paragraphs of flowing text"),
    )

    min_confidence: float = 0.5

    def __post_init__(self) -> None:
        if not 0.5 <= self.min_confidence <= 1:
            raise SettingsError(f"min_confidence is a share from 0.5 to 1, not {self.min_confidence!r}")

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a seam that is joined, or that ends a block of columns and does not look so yet."""
        string = text.string
        if "\n" not in string:
            return ()
        forms, path = text.layout.forms, text.path
        if not text.layout.has(Form.COLUMNS) and True not in path.joined:
            return ()
        numbers, starts, lines = path.numbers, text.starts(), text.line_list()
        is_sure = path.confidences if self.min_confidence > 0.5 else None
        edits: list[Edit] = []
        is_paged = "\f" in string

        def known_words(word: str) -> bool:
            return _stands_in(word, string)

        if numbers and forms[numbers[0]] is Form.COLUMNS:
            self._add(edits, string, 0, starts[numbers[0]] + _indent(lines[numbers[0]]), "")
        new = tuple.__new__  # half the time of `Edit(…)`
        owed = ""  # form feeds of pages that ended inside the paragraph: they follow it, on the same line
        for k, (joined, a, b) in enumerate(zip(path.settled(self.min_confidence), numbers, numbers[1:], strict=False)):
            before, after = lines[a], lines[b]
            start, end = starts[a] + len(before), starts[b]
            last = before[-1]
            is_plain = joined and not is_paged and "\u4e00" <= last <= _LAST_HAN and last not in ROLE_ENDS
            if is_plain and after[0] not in _INDENTS:  # most seams of a page
                edits.append(new(Edit, (start, end, "")))
                continue
            if is_sure is not None and is_sure[k] < self.min_confidence and not joined:
                continue
            if not joined and not (forms[a] is Form.COLUMNS and forms[b] is Form.COLUMNS):
                if owed:
                    edits.append(Edit(start, start, owed))
                    owed = ""
                continue
            if before[-1] in _SPACES:
                before = before.rstrip(_SPACES)
                start = starts[a] + len(before)
            if after[0] in _INDENTS:
                indent = _indent(after)
                after, end = after[indent:], end + indent
            if joined:
                between = ""
                if before[-1] < BEYOND_WESTERN or before[-1] in ROLE_ENDS or before[-1] > _LAST_HAN:
                    between, taken = separator(before.strip(), after, known_words)
                    start -= taken
                if is_paged:
                    owed += "\f" * string.count("\f", start, end)
            else:
                between = "\n\n"
                if is_paged:
                    between = owed + "\n\n" + "\f" * string.count("\f", start, end)
                    owed = ""
            if between != string[start:end]:
                edits.append(Edit(start, end, between))
        if numbers and forms[numbers[-1]] is Form.COLUMNS:
            start = starts[numbers[-1]] + len(lines[numbers[-1]].rstrip(_SPACES))
            rest = string[start:]
            tail = owed + ("\n" if "\n" in rest else "") + "\f" * rest.count("\f")
            self._add(edits, string, start, len(string), tail)
        return edits

    @staticmethod
    def _add(edits: list[Edit], string: str, start: int, end: int, replacement: str) -> None:
        if string[start:end] != replacement:
            edits.append(Edit(start, end, replacement))

    def notes(self, text: Text) -> Sequence[Note]:
        """Return a doubt for every seam under the limit, or under 0.7 where the limit is lower."""
        path, starts, lines = text.path, text.starts(), text.line_list()
        limit = max(self.min_confidence, 0.7)
        doubts: list[Note] = []
        for k, (joined, confidence) in enumerate(zip(path.joined, path.confidences, strict=True)):
            if confidence < limit:
                a, b = path.numbers[k], path.numbers[k + 1]
                chosen, other = ("join", "end of block") if joined else ("end of block", "join")
                if confidence < self.min_confidence:
                    chosen, other = "left as it is", chosen
                doubts.append(Doubt(starts[a] + len(lines[a]), starts[b], chosen, other, confidence))
        return doubts


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(_INDENTS))


def _stands_in(word: str, string: str) -> bool:
    """Tell whether a word stands on the page apart from the place it was asked for."""
    at = string.find(word)
    while at >= 0:
        before, after = string[at - 1 : at] if at else "", string[at + len(word) : at + len(word) + 1]
        if not ("a" <= before.lower() <= "z" or "a" <= after.lower() <= "z" or after == "-"):
            return True
        at = string.find(word, at + 1)
    return False


RULE = BrokenLine()
