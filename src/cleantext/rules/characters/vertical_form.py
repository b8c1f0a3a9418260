"""Set the marks of vertical and small forms upright: `﹁小易﹂` → `「小易」`, `说﹐好` → `说，好`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import CLOSING_MARK, DIGIT, OPENING_MARK, SPACE
from cleantext._data.forms import SMALL, VERTICAL
from cleantext._frozen import frozen
from cleantext._layout.chars import run_of
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

# Small forms of anything but marks of a sentence are symbols in tables and prices (﹩ ﹪): they stay.
_ANGLES = {"\u2329": "〈", "\u232a": "〉"}  # of technical texts, and the same characters by Unicode's own word
_TABLE = {**VERTICAL, **_ANGLES, **{c: to for c, to in SMALL.items() if to in "，、；：？！（）｛｝〔〕"}}
_UPRIGHT = str.maketrans(_TABLE)
_FORMS = frozenset(_TABLE)
_FORM_RE = pattern(run_of("".join(_TABLE)))
_DIGIT_RE = pattern(f"[{DIGIT}]")
_OPENING_RE = pattern(f'[{OPENING_MARK}"]')
_CLOSING_RE = pattern(f'[{CLOSING_MARK}"]')
_DRAWN_RE = pattern("[\u2500-\u257f]")  # a table that is thrown over: `(╯°□°)╯︵┻━┻`
_GAP_RE = pattern(f"[{SPACE}\n\f]|\\Z")


@frozen
class VerticalForm:
    """Replace the vertical and small forms of Chinese marks by the marks, and U+2329 and U+232A by `〈〉`.

    Leaves alone: `︱ ︳` (rules of tables, or dashes), small forms of symbols (`﹩`), a mark between two digits
    (`1﹐000`) or beside a drawn line, and one in quotes or, outside columns, between spaces: writing about typography
    shows it as an object.

    Source: Unicode 15.0.0, U+FE10-FE19, U+FE30-FE48, U+FE50-FE6B and, as UnicodeData.txt decomposes them, U+2329 and
    U+232A; text layers of pages that were set vertically.
    """

    name: ClassVar = "vertical-form"
    stage: ClassVar = Stage.CHARACTERS
    tier: ClassVar = Tier.ALWAYS
    effect: ClassVar = Effect.FORM
    remeasures: ClassVar = True
    signs: ClassVar = _FORMS
    summary: ClassVar = "replace vertical and small forms of marks by the marks"
    examples: ClassVar = (
        Example("他說﹕﹁好。﹂", "他說：「好。」"),
        Example("第一︵上︶", "第一（上）"),
        Example("\u2329我的歌\u232a", "〈我的歌〉"),
        Example("括号 ︵ ︶ 用于直排", why="marks that are shown as objects"),
        Example("(╯°□°)╯︵┻━┻", why="a face"),
        Example("1﹐000 ﹩5", why="inside a number, and a price"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a run of forms."""
        string = text.string
        edits: list[Edit] = []
        for run in _FORM_RE.finditer(string):
            start, end = run.span()
            before, behind = string[start - 1 : start], string[end : end + 1]
            if (_DIGIT_RE.match(before) and _DIGIT_RE.match(behind)) or _DRAWN_RE.search(before + behind):
                continue
            if _OPENING_RE.match(before) and _CLOSING_RE.match(behind):
                continue
            # In columns a space beside a mark says nothing, and nor does it where characters are set apart.
            is_between_gaps = _GAP_RE.match(before) and _GAP_RE.match(behind)
            if is_between_gaps and not _is_apart(string, start) and text.form_at(start) is not Form.COLUMNS:
                continue
            edits.append(Edit(start, end, run[0].translate(_UPRIGHT)))
        return edits


def _is_apart(string: str, at: int) -> bool:
    """Tell whether the character before the space before this offset stands by itself too, and is no such form."""
    if at < 2 or string[at - 1] != " " or string[at - 2] in _FORMS:
        return False
    return _GAP_RE.match(string[max(0, at - 3) : at - 2]) is not None


RULE = VerticalForm()
