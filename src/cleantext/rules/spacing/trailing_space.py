"""Delete the white space at the ends of lines."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import SPACE
from cleantext._frozen import frozen
from cleantext._layout.chars import EXOTIC_SPACES
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

_LAST_RE = pattern(f"[{SPACE}](?:[\n\f]|\\Z)")
_PLAIN_LAST_RE = pattern(" (?:[\n\f]|\\Z)")  # where there is no other space: found much sooner
# Two spaces before a line that is not blank are a line break of Markdown, where other marks show that it is one.
_BREAK_RE = pattern("[^ \t\n\f]  \n(?=[^ \t\n\f])")
_MARKDOWN_RE = pattern("(?:\\A|\n)(?:#{1,6} |```|> |[|])|[*]{2}[^*\n ][^*\n]*[*]{2}|\\]\\([^)\n ]+\\)")
_SPACES = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


@frozen
class TrailingSpace:
    """Delete white space of any kind at the ends of lines; a line that has nothing else becomes empty.

    Leaves alone: form feeds, white space in front of the content, and the two spaces of a line break in Markdown.

    Source: text layers of PDF files; U+3000 and NBSP at line ends of pages that were copied from a browser.
    """

    name: ClassVar = "trailing-space"
    stage: ClassVar = Stage.SPACING
    tier: ClassVar = Tier.ALWAYS
    effect: ClassVar = Effect.SPACE
    signs: ClassVar = EXOTIC_SPACES | {" "}
    summary: ClassVar = "delete white space at the ends of lines"
    examples: ClassVar = (
        Example("第一行  \n\u3000\n第二行\u00a0", "第一行\n\n第二行"),
        Example("**日期**：今天  \n**地点**：这里", why="a line break of Markdown"),
        Example("\u3000\u3000第一行", why="white space in front of the content"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a line that ends with white space."""
        string = text.string
        last_re = _LAST_RE if text.has_any(EXOTIC_SPACES) else _PLAIN_LAST_RE
        edits: list[Edit] = []
        position = 0
        kept: frozenset[int] | None = None
        for last in last_re.finditer(string):
            if kept is None:  # most texts have no such line
                kept = _breaks(text) if "  \n" in string else frozenset()
            # Backwards from the last space: a pattern for the whole run would start anew at each space of a long one.
            end = last.start() + 1
            if end in kept:
                continue
            position = max(position, string.rfind("\n", position, end) + 1)
            edits.append(Edit(position + len(string[position:end].rstrip(_SPACES)), end, ""))
            position = end
        return edits


def _breaks(text: Text) -> frozenset[int]:
    """Return the ends of lines that end with a line break of Markdown, which columns have none of."""
    string = text.string
    ends = [place.end() - 1 for place in _BREAK_RE.finditer(string)]
    if not ends or not _MARKDOWN_RE.search(string):
        return frozenset()
    return frozenset(end for end in ends if text.form_at(end) is not Form.COLUMNS)


RULE = TrailingSpace()
