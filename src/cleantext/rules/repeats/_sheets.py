"""The pages of a document, and the lines at their edges."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from cleantext._layout.facts import SPACES
from cleantext._layout.forms import Form
from cleantext._text import Text
from cleantext.rules.repeats._heads import NOT_LETTER_RE
from cleantext.rules.repeats._unfed import page_ends

__all__ = ["DEPTH", "NO_LINE", "Line", "Page", "edge_of", "pages_of"]

_ENDS = SPACES + "\n"  # SPACES has the form feed
_BEHIND = 48  # letters: more than a second line of furniture has, so that two pages with equal ones are one page twice
DEPTH = 2
"""Lines at the head and the foot of a page where furniture stands."""


class Line:
    """A line at the edge of a page: the `depth`th of its lines, counted from the edge inwards (`order`)."""

    __slots__ = ("_behind", "content", "depth", "is_foot", "order", "start")

    def __init__(self, start: int, content: str, order: Sequence[tuple[int, str]], depth: int, is_foot: bool) -> None:
        self.start, self.content, self.order, self.depth, self.is_foot = start, content, order, depth, is_foot
        self._behind: str | None = None

    @property
    def behind(self) -> str:
        """The letters and digits that stand next to it inside the page, up to `_BEHIND`."""
        if self._behind is None:
            letters: list[str] = []
            count = 0
            for _, inner in islice(self.order, self.depth + 1, None):
                piece = NOT_LETTER_RE.sub("", inner)
                # from the foot upwards what is next to the edge is the end of each line
                letters.append(piece[::-1] if self.is_foot else piece)
                count += len(piece)
                if count >= _BEHIND:
                    break
            self._behind = "".join(letters)[:_BEHIND]
        return self._behind


NO_LINE = Line(-1, "", (), 0, False)


class Page(NamedTuple):
    """The lines of a page that hold something, with their offsets.

    `has_head` is false where the form feed before the page ends a line that holds something and a blank line follows:
    so a cleaned document shows a paragraph that went on over the page's end, and took what stood at the head with it.
    """

    lines: list[tuple[int, str]]
    has_head: bool


def pages_of(text: Text) -> list[Page]:
    """Return the pages of a document, none where it is a page alone."""
    string = text.string
    if "\f" in text.signs and "\f" in string.strip(_ENDS):  # a form feed may end a page alone
        return _pages(string)
    if text.layout.only_form is Form.FLOWING or not (ends := page_ends(text)):
        return []
    lines, starts = text.line_list(), text.starts()
    pages: list[Page] = []
    first = 0
    for end in [*ends, len(lines) - 1]:
        held = [(starts[i], lines[i]) for i in range(first, end + 1) if lines[i].strip(SPACES)]
        pages.append(Page(held, has_head=True))
        first = end + 1
    return pages


def _pages(string: str) -> list[Page]:
    """Return the pages; a form feed may stand anywhere in a line."""
    pages = []
    at = 0
    is_behind_text = False
    for page in string.split("\f"):
        lines = []
        has_head = not is_behind_text or not page.startswith("\n\n")
        for line in page.split("\n"):
            is_behind_text = bool(line.strip(SPACES))
            if is_behind_text:
                lines.append((at, line))
            at += len(line) + 1
        pages.append(Page(lines, has_head))
    return pages


def edge_of(page: Sequence[tuple[int, str]], is_foot: bool) -> list[Line]:
    """Return the outermost lines of a page, from its edge inwards."""
    order = page[::-1] if is_foot else page
    return [
        Line(start, line.strip(SPACES), order, depth, is_foot) for depth, (start, line) in enumerate(order[: DEPTH + 1])
    ]
