"""The source and the blocks cut into rows: what stands side by side on the page."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cleantext._block import Block
from cleantext._layout.pattern import pattern
from cleantext._report.groups import Group

__all__ = ["Place", "Row", "line_starts", "places_of", "rows_of"]

_LINE_END_RE = pattern(r"\r\n?|\n")


def line_starts(source: str) -> list[int]:
    r"""Return the offset (code points) of each line; CRLF, CR and the line feed end one.

    >>> line_starts("一\r\n二")
    [0, 3]
    """
    return [0, *(found.end() for found in _LINE_END_RE.finditer(source))]


@dataclass(slots=True)
class Place:
    """A block, its offset in the cleaned text (code points), and the groups that show in it."""

    number: int
    block: Block
    start: int
    groups: list[Group] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Offset in the cleaned text (code points), exclusive."""
        return self.start + len(self.block.text)


@dataclass(slots=True)
class Row:
    """A span of the source (code points, end exclusive) and the blocks that were made of it, mostly one."""

    start: int
    end: int
    places: list[Place]


def places_of(blocks: Sequence[Block], text: str, groups: Sequence[Group]) -> list[Place]:
    """Return the places of the blocks in the cleaned text, each with its groups.

    What changed between two blocks shows at the end of the first of them.
    """
    places: list[Place] = []
    position = 0
    for number, block in enumerate(blocks, 1):
        position = text.index(block.text, position)  # only white space stands between blocks
        places.append(Place(number, block, position))
        position += len(block.text)
    starts = [place.start for place in places]
    for group in groups if places else ():
        i = max(0, bisect_right(starts, group.text_start) - 1)
        if i + 1 < len(places) and group.text_start > places[i].end and group.text_end > places[i + 1].start:
            i += 1
        places[i].groups.append(group)
    return places


def rows_of(places: Sequence[Place], source: str, groups: Sequence[Group]) -> list[Row]:
    """Return rows that hold the whole source: each begins with the line or the place in it where a block begins."""
    cuts = list(_cuts(places, source, groups))
    if not cuts or cuts[0][0] > 0:
        cuts.insert(0, (0, -1))
    rows: list[Row] = []
    for cut, index in cuts:
        place = [places[index]] if index >= 0 else []
        if rows and cut <= rows[-1].start:
            rows[-1].places += place
            continue
        if rows:
            rows[-1].end = cut
        rows.append(Row(cut, len(source), place))
    return rows


def _cuts(places: Sequence[Place], source: str, groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Yield the offset where the row of each block begins: at the start of its line, outside of groups."""
    starts = [group.start for group in groups]
    lines = line_starts(source)
    for index, place in enumerate(places):
        cut = 0
        if index:
            line = lines[bisect_right(lines, place.block.start) - 1]
            cut = place.block.start if source[line : place.block.start].strip() else line
            i = bisect_right(starts, cut) - 1
            if i >= 0 and groups[i].start < cut < groups[i].end:
                cut = groups[i].start
        yield cut, index
