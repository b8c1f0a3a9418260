"""Close up numbers that were pulled apart: `7 . 8亿元` → `7.8亿元`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._frozen import frozen
from cleantext._layout.protected import form_spans
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

# A space before the mark is the sign: `3. 5月` is a label and a date.
_BROKEN_RE = pattern(" (?<=[0-9] )(?:[.．:：] ?(?=[0-9])|, ?(?=[0-9]{3}(?![0-9]))|(?=[%％‰℃]))")


@frozen
class BrokenNumber:
    """Delete the spaces around the point or colon inside a number, and before its unit, in columns.

    Leaves alone: a space between two digits (two numbers), a mark that has a space only behind it (`3. 5月`), and text
    that was not set in columns.

    Source: seed page 004, `7 . 8` at the end of a line.
    """

    name: ClassVar = "broken-number"
    stage: ClassVar = Stage.SPACING
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.SPACE
    after: ClassVar = ("wide-space",)
    signs: ClassVar = frozenset(" ")
    forms: ClassVar = (Form.COLUMNS,)
    summary: ClassVar = "close up numbers that were pulled apart in columns"
    examples: ClassVar = (
        Example("总量达7 . 8\n亿元，10 : 30，1 , 000件，8 %", "总量达7.8\n亿元，10:30，1,000件，8%", form=Form.COLUMNS),
        Example("3. 5月，12 34", form=Form.COLUMNS, why="a label, and two numbers"),
        Example("7 . 8", why="the author's spaces"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a space."""
        string = text.string
        if not _BROKEN_RE.search(string):
            return ()
        edits: list[Edit] = []
        for start, end in form_spans(text, Form.COLUMNS):
            for gap in _BROKEN_RE.finditer(string, start, end):
                edits.append(Edit(gap.start(), gap.start() + 1, ""))
                if gap[0].endswith(" ") and len(gap[0]) > 1:
                    edits.append(Edit(gap.end() - 1, gap.end(), ""))
        return edits


RULE = BrokenNumber()
