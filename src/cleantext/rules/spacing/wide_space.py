"""Make one ASCII space of no-break, wide and repeated spaces inside the lines of a column."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import HAN, SPACE
from cleantext._frozen import frozen
from cleantext._layout.chars import EXOTIC_SPACES
from cleantext._layout.protected import form_spans
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

_EXOTIC = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_WIDE_RE = pattern(f"[{SPACE}](?<=[^{SPACE}\n\f].)(?:[{SPACE}]++|(?<=[{_EXOTIC}]))(?=[^{SPACE}\n\f])")
_PADDED_RE = pattern(f"[{HAN}](?<![{HAN}]{{2}})(?:  |\u3000)[{HAN}](?![{HAN}])")


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
            if not _PADDED_RE.match(string, gap.start() - 1)
        ]


RULE = WideSpace()
