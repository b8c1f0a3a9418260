"""A table of figures, as plain text and as Markdown."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """A table with a title and a few sentences; its first `texts` columns are texts, the others figures.

    The last cell of a row that is too short is a remark in place of the figures.
    """

    title: str
    note: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    texts: int

    def plain(self) -> str:
        """Return the table for a terminal, its head in two lines."""
        count = len(self.head)
        above, below = zip(*(name.rpartition(" ")[::2] for name in self.head), strict=True)
        full = [above, below, *(row for row in self.rows if len(row) == count)]
        widths = [max(len(row[i]) for row in full) for i in range(count)]
        widths[0] = max(widths[0], *(len(row[0]) for row in self.rows))
        lines = []
        for row in (above, below, *self.rows):
            is_short = len(row) < count
            cells = [
                cell.ljust(width) if i < self.texts or is_short else cell.rjust(width)
                for i, (cell, width) in enumerate(zip(row, widths, strict=False))
            ]
            lines.append("  ".join(cells).rstrip())
        lines.insert(2, "-" * (sum(widths) + 2 * (count - 1)))
        return "\n".join([self.title.upper(), "", *textwrap.wrap(self.note, 110), "", *lines])

    def markdown(self) -> str:
        """Return the table as a section of a Markdown page."""
        count = len(self.head)
        rule = ["---" if i < self.texts else "--:" for i in range(count)]
        full = ([*row, *[""] * (count - len(row))] for row in (self.head, rule, *self.rows))
        return "\n".join([f"## {self.title}", "", self.note, "", *("| " + " | ".join(row) + " |" for row in full)])
