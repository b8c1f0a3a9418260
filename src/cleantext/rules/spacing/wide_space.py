"""Make one ASCII space of no-break, wide and repeated spaces inside the lines of a column."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import SPACE
from cleantext._frozen import frozen
from cleantext._layout.chars import EXOTIC_SPACES, is_han
from cleantext._layout.protected import form_spans
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

_EXOTIC = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_WIDE_RE = pattern(f"[{SPACE}](?<=[^{SPACE}\n\f].)(?:[{SPACE}]++|(?<=[{_EXOTIC}]))(?=[^{SPACE}\n\f])")
_PADDING = frozenset(("  ", "\u3000"))


@frozen
class WideSpace:
    """Replace the white space between two words of a column by one ASCII space.

    Leaves alone: a name of two characters that was padded to three (`高　田`), indents, flowing text and lists, where
    the width of a space is the author's choice.

    Source: seed page 004, where two spaces part the fields of a byline.
    """

    name: ClassVar = "wide-space"
    stage: ClassVar = Stage.SPACING
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.SPACE
    after: ClassVar = ("letter-spacing",)
    signs: ClassVar = EXOTIC_SPACES | {" "}
    forms: ClassVar = (Form.COLUMNS,)
    summary: ClassVar = "replace no-break, wide and repeated spaces in columns by one space"
    examples: ClassVar = (
        Example("记者\u3000胡磊  薛良诚\u00a0报道", "记者 胡磊 薛良诚 报道", form=Form.COLUMNS),
        Example("记者 高\u3000田", form=Form.COLUMNS, why="a name padded to three characters"),
        Example("第一条\u3000为了", why="the author's space"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a gap."""
        string = text.string
        if "  " not in string and not text.has_any(EXOTIC_SPACES):
            return ()
        return [
            Edit(gap.start(), gap.end(), " ")
            for start, end in form_spans(text, Form.COLUMNS)
            for gap in _WIDE_RE.finditer(string, start, end)
            if not _is_padded(string, *gap.span())
        ]


def _is_padded(string: str, start: int, end: int) -> bool:
    """Tell whether a gap pads a name of two Han: none stands before the first or behind the second of them."""
    return (
        string[start:end] in _PADDING
        and is_han(string[start - 1])
        and is_han(string[end])
        and not (start > 1 and is_han(string[start - 2]))
        and not (end + 1 < len(string) and is_han(string[end + 1]))
    )


RULE = WideSpace()
