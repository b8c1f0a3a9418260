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


@frozen
class FullWidthAlnum:
    """Replace full-width digits and letters by the ASCII ones.

    Leaves alone: full-width marks (`％`, the `－` of a telephone number), and lines that mean something as lines, where
    full-width characters keep columns in step.

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
        return [
            Edit(run.start(), run.end(), run[0].translate(_ASCII))
            for run in _RUN_RE.finditer(string)
            if text.form_at(run.start()) is not Form.LINES
        ]


RULE = FullWidthAlnum()
