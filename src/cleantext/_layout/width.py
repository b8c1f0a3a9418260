"""Widths of lines in half em: a Han character or full-width mark is 2, an ASCII character 1.

A line's width comes from one encoding of the whole page: UTF-8 takes three bytes for a Han character and one for an
ASCII character, so (bytes + characters) / 2 is its width in half em; Greek and Cyrillic letters count 1.
"""

from itertools import repeat
from operator import add, rshift
from typing import Final

from cleantext._layout.pattern import pattern

INDENT: Final = 4
"""Half em: the two em by which the first line of a paragraph is narrower than its column, where its indent was lost."""

_HALF_RE: Final = pattern("(?<=[^\x00-\x7f])[,;:!?](?=[^\x00-\x7f]|$)")
_MIN_HALF: Final = 10


def line_widths(text: str, lines: list[str]) -> list[int]:
    r"""Return the width of each line of `text` in half em, white space at its ends included.

    >>> line_widths("一二三\nab3\n", ["一二三", "ab3", ""])
    [6, 3, 0]
    """
    if len(lines) == 1:
        return [width(text)]
    encoded = text.encode("utf-8", "surrogatepass").split(b"\n")
    return list(map(rshift, map(add, map(len, encoded), map(len, lines)), repeat(1)))


def width(line: str) -> int:
    """Return the width of one line in half em.

    >>> width("1 月 9日，")
    10
    """
    return (len(line.encode("utf-8", "surrogatepass")) + len(line)) >> 1


def as_printed(widths: list[int], contents: list[str], page: str) -> list[int]:
    """Return the widths of lines on a page without full-width commas: OCR read its marks as those of ASCII.

    Such a mark was as wide as a Han in print; where a space stands behind it, that has the other half of its width.

    >>> as_printed([11, 10], ["他說,好,走!", "他說:「好!"], "他說,好,走!" * 5)
    [14, 12]
    """
    if len(_HALF_RE.findall(page)) < _MIN_HALF:
        return widths
    return [own + len(_HALF_RE.findall(content)) for own, content in zip(widths, contents)]
