"""A piece of a cleaned text."""

from cleantext._frozen import frozen
from cleantext._layout.forms import Form

__all__ = ["Block"]


@frozen
class Block:
    """A piece of a cleaned text: a paragraph, a headline, a caption, a line of verse.

    Attributes:
        text: the cleaned block, without line feeds.
        kind: `headline`, `subhead`, `byline`, `paragraph`, `caption`, `notice`, `item`, `verse`, `table`, `furniture`.
        form: the form of the region that it stands in.
        start, end: its place in the source (code points, end exclusive).
        page: number of its page, from 1.
        confidence: share, 0-1, of the less certain one of its two seams.
    """

    text: str
    kind: str
    form: Form
    start: int
    end: int
    page: int
    confidence: float
