"""Seams of which there is no doubt, in lines of one column."""

from cleantext._layout.facts import line_facts
from cleantext._layout.width import width
from cleantext._paragraphs.certain import certain_seams


def seams_of(lines: list[str], gaps: list[int] | None = None, column: int = 32) -> list[tuple[int, bool]]:
    close = [0] * (len(lines) - 1)
    widths = [width(line) for line in lines]
    others = [k for k, own in enumerate(widths) if not -2 <= own - column <= 2]
    return certain_seams(
        lines, line_facts(lines), close if gaps is None else gaps, widths, [(column,)] * len(lines), others
    )


def ends_of(lines: list[str], column: int = 32) -> list[int]:
    return sorted({place for place, goes_on in seams_of(lines, column=column) if not goes_on})
