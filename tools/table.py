"""A table of figures, as plain text and as Markdown."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """A table with a title and a few sentences; its first `texts` columns are texts, the others figures."""

    title: str
    note: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    texts: int

    def plain(self) -> str:
        """Return the table for a terminal."""
        # a text among the figures, such as that something is not installed, runs over the cells behind it
        widths = [
            max(len(row[i]) for row in (self.head, *self.rows) if not any(row[i].startswith(n) for n in ("not ",)))
            for i in range(len(self.head))
        ]
        lines = [
            "  ".join(
                cell.ljust(width) if i < self.texts else cell.rjust(width)
                for i, (cell, width) in enumerate(zip(row, widths, strict=True))
            ).rstrip()
            for row in (self.head, *self.rows)
        ]
        lines.insert(1, "-" * sum(widths, 2 * (len(widths) - 1)))
        return "\n".join([self.title.upper(), "", *textwrap.wrap(self.note, 110), "", *lines])

    def markdown(self) -> str:
        """Return the table as a section of a Markdown page."""
        rule = ["---" if i < self.texts else "--:" for i in range(len(self.head))]
        rows = ["| " + " | ".join(row) + " |" for row in (self.head, rule, *self.rows)]
        return "\n".join([f"## {self.title}", "", self.note, "", *rows])
