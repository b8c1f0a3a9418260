r"""Lines and columns of a source, as editors count them: from 1, `\n`, `\r\n` and `\r` end a line."""

import re
from bisect import bisect_right
from typing import NamedTuple

__all__ = ["Place", "Places"]

_END_RE = re.compile("\r\n|[\r\n]")


class Place(NamedTuple):
    """A line and a column (code points), both from 1."""

    line: int
    column: int


class Places:
    r"""The lines of a text.

    >>> places = Places("一\r\n二三")
    >>> places.of(4), places.line(1)
    (Place(line=2, column=2), '一')
    """

    def __init__(self, text: str) -> None:
        self.text = text
        ends = [(found.start(), found.end()) for found in _END_RE.finditer(text)]
        self.starts = [0, *(end for _, end in ends)]
        self.ends = [*(start for start, _ in ends), len(text)]

    def of(self, offset: int) -> Place:
        """Return the place of an offset (code points)."""
        number = bisect_right(self.starts, offset)
        return Place(number, offset - self.starts[number - 1] + 1)

    def line(self, number: int) -> str:
        """Return a line (from 1) without its end."""
        return self.text[self.starts[number - 1] : self.ends[number - 1]]

    def around(self, start: int, end: int, chars: int = 12) -> tuple[str, str]:
        """Return what stands before and behind a span: at most so many code points each."""
        return self.text[max(0, start - chars) : start], self.text[end : end + chars]

    def __len__(self) -> int:
        return len(self.starts)
