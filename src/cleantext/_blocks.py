"""The blocks of a cleaned text: their kinds, their places in the source, and how sure their seams are."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from cleantext._block import Block
from cleantext._layout.facts import SPACES
from cleantext._line_ends import line_end_edits, with_line_ends
from cleantext._rule import Edit, Rule, Stage, notes_of
from cleantext._text import Text
from cleantext._trace import Step, Trace, make_step

_LINE_END = "line-end"  # under this name a trace lists the change of CRLF and CR to line feeds and back, and page ends


@dataclass(slots=True)
class Record:
    """What a run leaves besides its result: the steps, the text before lines were joined, and the last text."""

    steps: list[Step] = field(default_factory=list)
    before_joins: Text | None = None
    result: Text | None = None
    chosen: str = "full"
    is_asked_of_all: ClassVar[bool] = True
    """Whether rules without edits are seen too: they may have notes."""

    def see(self, rule: Rule, text: Text, edits: Sequence[Edit]) -> None:
        """Keep what a rule has done to a text, and what it has to say of it."""
        notes = notes_of(rule, text)
        if edits or notes:
            self.steps.append(make_step(rule.name, rule.stage, text.string, edits, notes))
        if rule.stage is Stage.PARAGRAPHS and self.before_joins is None:
            self.before_joins = text

    def begin(self, chosen: str) -> None:
        """Forget the run before; `chosen` is the name of the one that begins."""
        self.steps, self.before_joins, self.result, self.chosen = [], None, None, chosen

    def go_on(self, chosen: str) -> None:
        """Keep the steps of the run before: its result is the text of the one that begins."""
        self.before_joins, self.result, self.chosen = None, None, chosen


@dataclass(slots=True)
class Counts(Record):
    """Only how many edits each rule made: next to no time, where steps would take half as long again."""

    edits: dict[str, int] = field(default_factory=dict)
    is_asked_of_all: ClassVar[bool] = False

    def see(self, rule: Rule, text: Text, edits: Sequence[Edit]) -> None:  # noqa: ARG002 - the signature of `Record`
        """Count the edits of a rule."""
        if edits:  # a protected word may have kept all of them off
            self.edits[rule.name] = self.edits.get(rule.name, 0) + len(edits)

    def begin(self, chosen: str) -> None:
        """Forget the run before."""
        self.edits, self.chosen = {}, chosen


def traced(text: str, result: str, line_end: str, record: Record) -> Trace:
    """Return the trace of a run over `text`, whose result has line feeds, and is to have `line_end` again."""
    steps = list(record.steps)
    if ends := line_end_edits(text):
        steps.insert(0, make_step(_LINE_END, Stage.CHARACTERS, text, ends))
    if line_end != "\n":
        back = [Edit(i, i + 1, line_end) for i, c in enumerate(result) if c == "\n"]
        steps.append(make_step(_LINE_END, Stage.VARIANTS, result, back))
    return Trace(text, with_line_ends(result, line_end), tuple(steps), record.chosen)


def blocks_of(trace: Trace, record: Record) -> list[Block]:
    """Return the blocks of a traced run, in the order of the source."""
    from cleantext._paragraphs.kinds import kinds_of

    result = record.result
    if result is None:
        return []
    numbers = [n for n, line in enumerate(result.line_list()) if line.strip(SPACES)]
    contents = [result.line_list()[n].strip(SPACES) for n in numbers]
    forms = [result.form(n) for n in numbers]
    origins = [result.origins[n] if result.origins is not None else n for n in numbers]
    certain = _confidences(record.before_joins, origins)
    feeds = [i for i, c in enumerate(trace.source) if c == "\f"]
    extra = (len(trace.text) - len(result.string)) // max(1, result.string.count("\n"))  # CRLF counts two
    spans = []
    for n, content in zip(numbers, contents, strict=True):
        line = result.line_list()[n]
        at = result.starts()[n] + n * extra + len(line) - len(line.lstrip(SPACES))
        spans.append(trace.to_source(at, at + len(content)))
    kinds = kinds_of(contents, forms, _said_twice(trace, spans), result.layout.own)
    return [
        Block(content, kind, form, start, end, bisect_right(feeds, start) + 1, confidence)
        for content, kind, form, (start, end), confidence in zip(contents, kinds, forms, spans, certain, strict=True)
    ]


def _said_twice(trace: Trace, spans: list[tuple[int, int]]) -> list[int]:
    """Return the numbers of the blocks whose second copy was dropped behind them."""
    ends = [end for _, end in spans]
    places = [change.start for change in trace.changes() if change.rule == "doubled-caption" and change.before.strip()]
    return sorted({bisect_right(ends, start) - 1 for start in places if ends and start >= ends[0]})


def _confidences(text: Text | None, origins: list[int]) -> list[float]:
    """Return for each block the confidence of the less certain one of its two ends."""
    if text is None:
        return [1.0] * len(origins)
    path = text.path
    certain = []
    for place, origin in enumerate(origins):
        first = bisect_left(path.numbers, origin)
        last = bisect_left(path.numbers, origins[place + 1]) - 1 if place + 1 < len(origins) else len(path.numbers) - 1
        seams = [path.confidences[k] for k in (first - 1, last) if 0 <= k < len(path.confidences)]
        certain.append(min(seams, default=1.0))
    return certain
