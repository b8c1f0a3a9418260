"""Join the lines that a column's width broke: `…行政审批⏎⏎服务局…` → `…行政审批服务局…`."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from cleantext._frozen import frozen
from cleantext._layout.facts import SPACES
from cleantext._layout.forms import Form
from cleantext._paragraphs.joins import seam_edits
from cleantext._rule import Doubt, Edit, Effect, Example, Mark, Note, Stage, Tier
from cleantext._text import Text
from cleantext.errors import SettingsError


@frozen
class BrokenLine:
    """Join the lines of a paragraph, and put one blank line between the blocks of columns.

    The page decides as a whole: each line is the first, a middle or the last one of its block or a block of its own, in
    a column whose width is not known beforehand; the cheapest such reading is taken. A paragraph of flowing text is
    joined only where it was cut at the end of a column.

    Leaves alone: verse, lists, tables and code (lines that mean something by being lines), text that already flows;
    lines of several columns that an extractor set side by side or gave in turn, which it marks.

    Settings:
        min_confidence: share (0.5-1); a seam that is less certain stays as the page has it and is noted as a doubt.

    Source: seed pages 000-004; the costs come from annotated pages (`tools/fit_costs.py`).
    """

    name: ClassVar = "broken-line"
    stage: ClassVar = Stage.PARAGRAPHS
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.LINES
    signs: ClassVar = frozenset("\n")
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
        if "\n" not in string:  # by now
            return ()
        forms, path = text.layout.forms, text.path
        if not text.layout.has(Form.COLUMNS) and True not in path.joined:
            return ()
        settled = path.settled(self.min_confidence)
        # a seam that is not certain enough stays as the page has it
        kept = [share < self.min_confidence for share in path.confidences] if self.min_confidence > 0.5 else None
        return seam_edits(string, text.line_list(), text.starts(), forms, path.numbers, settled, kept, Edit)

    def notes(self, text: Text) -> Sequence[Note]:
        """Return a doubt for every seam under the limit, or under 0.7 where it is lower, and what is in turn."""
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
        return [*_in_turn(text), *doubts]


def _in_turn(text: Text) -> Iterator[Mark]:
    """Yield one mark for each stretch of lines that are of several columns in turn, blank lines among them or not."""
    known, origins = set(text.layout.in_turn), text.origins
    if not known:
        return
    starts, lines = text.starts(), text.line_list()
    solid = [number for number, line in enumerate(lines) if line.strip(SPACES)]
    for is_known, run in groupby(solid, lambda n: (n if origins is None else origins[n]) in known):
        if is_known:
            numbers = list(run)
            last = numbers[-1]
            yield Mark(starts[numbers[0]], starts[last] + len(lines[last]), "line of several columns", len(numbers))


RULE = BrokenLine()
