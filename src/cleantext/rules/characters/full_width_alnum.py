"""Bring full-width letters and digits to ASCII: `２０２３年` → `2023年`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import FULLWIDTH_ALNUM
from cleantext._data.forms import FULLWIDTH
from cleantext._frozen import frozen
from cleantext._layout.chars import run_of
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

_FORMS = frozenset(FULLWIDTH)
_RUN_RE = pattern(run_of(FULLWIDTH_ALNUM))
_ASCII = str.maketrans(FULLWIDTH)
_GAP_RE = pattern("[^ \t\u3000\n](?:  |[\t\u3000])[ \t\u3000]*[^ \t\u3000\n]")
_MARK_RE = pattern("[，。；！？]")
_MAX_ROW = 120  # code points: a bound, so that one long line costs no more than its length


@frozen
class FullWidthAlnum:
    """Replace full-width digits and letters by the ASCII ones.

    Leaves alone: full-width marks (`％`, the `－` of a telephone number), pages whose lines mean something as lines and
    rows of cells on others, where full-width characters keep columns in step.

    Source: Unicode 15.0.0, U+FF10-FF19, U+FF21-FF3A and U+FF41-FF5A.
    """

    name: ClassVar = "full-width-alnum"
    stage: ClassVar = Stage.CHARACTERS
    tier: ClassVar = Tier.ALWAYS
    effect: ClassVar = Effect.FORM
    signs: ClassVar = _FORMS
    summary: ClassVar = "replace full-width letters and digits by ASCII ones"
    examples: ClassVar = (
        Example("２０２３年，ＥＯＤ", "2023年，EOD"),
        Example("８％", "8％"),
        Example("甲　１２\n乙　３４", form=Form.LINES, why="columns that are kept in step by width"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a run of full-width characters."""
        string = text.string
        if text.layout.only_form is Form.LINES:
            return ()
        return [
            Edit(run.start(), run.end(), run[0].translate(_ASCII))
            for run in _RUN_RE.finditer(string)
            if text.form_at(run.start()) is Form.COLUMNS or not _is_row(string, run.start())
        ]


def _is_row(string: str, at: int) -> bool:
    """Tell whether the line at an offset is a row of cells: it has a wide gap, and no mark of a sentence.

    Its form would not do: a row in the midst of columns stands in flowing text when they have been joined.
    """
    floor = max(0, at - _MAX_ROW)
    start, end = string.rfind("\n", floor, at) + 1, string.find("\n", at, at + _MAX_ROW)
    line = string[start or floor : end if end >= 0 else at + _MAX_ROW]
    return _GAP_RE.search(line) is not None and _MARK_RE.search(line) is None


RULE = FullWidthAlnum()
