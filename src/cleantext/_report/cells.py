"""The two cells of a row: the source with its marks, and the blocks with what the marks became."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from cleantext._report.groups import Group
from cleantext._report.names import named, shown
from cleantext._report.rows import Place, Row, line_starts
from cleantext._trace import Change, TracedNote

__all__ = ["Cells"]

_COLUMN = 24  # code points, the line end included
_SURE = 0.8  # a block under this share says how sure its ends are


class Cells:
    """What the rows of one page have in common.

    Args:
        source: the text as it was.
        groups: of its trace, in order.
        notes: of its trace, in the order of the source.
        rules: the names of the rules of the legend, in its order.
        language: of the text, as for `lang`.
    """

    def __init__(
        self, source: str, groups: Sequence[Group], notes: Sequence[TracedNote], rules: Sequence[str], language: str
    ) -> None:
        self._source, self._groups, self._notes, self._language = source, groups, notes, language
        self._rules = {rule: number for number, rule in enumerate(rules)}
        self._group_starts = [group.start for group in groups]
        self._note_starts = [note.start for note in notes]
        self._lines = line_starts(source)
        self.together: set[tuple[int, ...]] = set()  # the rules that share a group, for the legend's switches

    @property
    def lines(self) -> int:
        """The number of lines of the source; what follows the last line end is one where it is not empty."""
        return len(self._lines) - (self._lines[-1] == len(self._source))

    @property
    def is_in_columns(self) -> bool:
        """Whether most lines are as short as those of a newspaper's columns, so that the source needs less room."""
        lengths = sorted(end - start for start, end in pairwise(self._lines))
        return bool(lengths) and lengths[len(lengths) * 4 // 5] <= _COLUMN

    def line(self, offset: int) -> int:
        """Return the number, from 1, of the line of the source that has this offset (code points)."""
        return bisect_left(self._lines, offset + 1)

    def row(self, row: Row, page: int) -> str:
        """Return a row; `page` is its number where it is the first of a page, else 0."""
        head = f'<h2 class="page">Page {page}</h2>' if page else ""
        blocks = "".join(map(self._block, row.places))
        return (
            f'{head}<section class="row"><div class="src" lang="{self._language}">{"".join(self._source_of(row))}</div>'
            f'<div class="out">{blocks}</div></section>\n'
        )

    def _source_of(self, row: Row) -> Iterator[str]:
        position = row.start
        notes = self._within(self._note_starts, row)
        for number in self._within(self._group_starts, row):
            group = self._groups[number]
            while notes and self._notes[notes[0]].start < max(group.end, group.start + 1):
                note = notes.pop(0)
                at = max(position, min(self._notes[note].start, group.start))
                yield self._plain(position, at) + _anchor(note)
                position = at
            yield self._plain(position, group.start) + self._mark(group)
            position = group.end
        for note in notes:
            yield self._plain(position, self._notes[note].start) + _anchor(note)
            position = max(position, self._notes[note].start)
        yield self._plain(position, row.end)

    def _within(self, starts: Sequence[int], row: Row) -> list[int]:
        is_last = row.end == len(self._source)
        return list(range(bisect_left(starts, row.start), bisect_left(starts, row.end + is_last)))

    def _plain(self, start: int, end: int) -> str:
        """Return a span of the source, with the numbers of the lines that begin in it."""
        parts = []
        for i in range(bisect_left(self._lines, start), bisect_left(self._lines, end)):
            parts += [self._piece(start, self._lines[i]), f'<i data-n="{i + 1}"></i>']
            start = self._lines[i]
        return "".join(parts) + self._piece(start, end)

    def _piece(self, start: int, end: int) -> str:
        piece = self._source[start:end]
        is_line_end = piece.endswith("\r") and self._source[end : end + 1] != "\n"
        return shown(piece) + "\n" * is_line_end

    def _mark(self, group: Group) -> str:
        text = self._plain(group.start, group.end)
        if len(group.changes) == 1:
            return self._edit(group.changes[0], text, f' id="s{group.number}"')
        edits = "".join(self._edit(change, "") for change in group.changes)
        return f'<span id="s{group.number}" class="g {self._classes(group)}">{text}{edits}</span>'

    def _edit(self, change: Change, text: str, identity: str = "") -> str:
        gone = " x" if not change.after and change.before.strip() else ""
        rule = escape(change.rule)
        return (
            f'<mark{identity} class="c{change.stage.value} r{self._rules[change.rule]}{gone}" data-rule="{rule}" '
            f'title="{rule}: {named(change.before)} → {named(change.after)}">{text}</mark>'
        )

    def _classes(self, group: Group) -> str:
        rules = tuple(sorted({self._rules[change.rule] for change in group.changes}))
        stages = {change.stage.value for change in group.changes}
        stage = f"c{stages.pop() if len(stages) == 1 else 0}"
        if len(rules) == 1:
            return f"{stage} r{rules[0]}"
        self.together.add(rules)
        return f"{stage} m{'-'.join(map(str, rules))}"

    def _block(self, place: Place) -> str:
        block, n = place.block, place.number
        kind = escape(block.kind)
        unsure = f'<span class="sure">{block.confidence:.0%} sure</span>' if block.confidence < _SURE else ""
        return (
            f'<article class="k-{kind}"><header><a class="no" id="b{n}" href="#b{n}">{n}</a> '
            f'<span class="kind">{kind}</span>{unsure}</header>'
            f'<p lang="{self._language}">{"".join(self._result_of(place))}</p></article>'
        )

    def _result_of(self, place: Place) -> Iterator[str]:
        text, position, last_gap = place.block.text, 0, -1
        for group in place.groups:
            start = max(position, min(group.text_start - place.start, len(text)))
            end = max(start, min(group.text_end - place.start, len(text)))
            yield shown(text[position:start])
            beside = " n" if start == end == last_gap else ""  # two marks in one gap
            last_gap = start if start == end else -1
            changed = shown(text[start:end])
            yield f'<u id="t{group.number}" class="{self._classes(group)}{beside}">{changed}</u>'
            position = end
        yield shown(text[position:])


def _anchor(note: int) -> str:
    return f'<a class="q" id="d{note}" href="#l{note}" title="to the list of doubts">?</a>'
