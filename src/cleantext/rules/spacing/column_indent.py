"""Delete the white space before the lines of a column."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import SPACE
from cleantext._frozen import frozen
from cleantext._layout.chars import EXOTIC_SPACES
from cleantext._layout.protected import form_spans
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

_INDENT_RE = pattern(f"[{SPACE}](?<![^\n\f].)[{SPACE}]*")
_SPACE_RE = pattern(f"[{SPACE}]")
_PLAIN_RE = pattern(f"\n([{SPACE}]+)")  # of most pages: found much sooner, by the line feed


@frozen
class ColumnIndent:
    """Delete the white space in front of lines that were set to a width.

    The paragraphs stage knows the indents all the same: the layout was measured on the raw page.

    Leaves alone: flowing text, verse, lists, tables and code, where an indent is the author's.

    Source: seed page 004, whose paragraphs begin with two spaces.
    """

    name: ClassVar = "column-indent"
    stage: ClassVar = Stage.SPACING
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.SPACE
    signs: ClassVar = EXOTIC_SPACES | {" "}
    forms: ClassVar = (Form.COLUMNS,)
    summary: ClassVar = "delete white space in front of the lines of a column"
    examples: ClassVar = (
        Example("\u3000\u3000今年4月份，\n  作为全市", "今年4月份，\n作为全市", form=Form.COLUMNS),
        Example("\u3000\u3000今年4月份，", why="the author's indent"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit an indent."""
        string = text.string
        begins_elsewhere = string.find("\f", 0, -1) >= 0 or _SPACE_RE.match(string)
        indent_re, group = (_INDENT_RE, 0) if begins_elsewhere else (_PLAIN_RE, 1)
        if not indent_re.search(string):
            return ()
        return [
            Edit(indent.start(group), indent.end(group), "")
            for start, end in form_spans(text, Form.COLUMNS)
            for indent in indent_re.finditer(string, max(0, start - group), end)  # with the line feed before it
        ]


RULE = ColumnIndent()
