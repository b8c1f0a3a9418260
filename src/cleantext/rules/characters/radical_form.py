"""Bring radicals and compatibility forms back to the characters they stand for: `⽂化` → `文化`."""

from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

from cleantext._data.classes import RADICAL
from cleantext._data.forms import COMPATIBILITY, KANGXI, RADICALS_SUPPLEMENT, UNSAFE_RADICALS
from cleantext._frozen import frozen
from cleantext._rule import Edit, Effect, Example, Mark, Stage, Tier, pattern
from cleantext._script import script_of
from cleantext._text import Text

_TABLE = {**KANGXI, **{c: to for c, to in RADICALS_SUPPLEMENT.items() if c not in UNSAFE_RADICALS}, **COMPATIBILITY}
_COMPATIBILITY = "\uf900-\ufad9\U0002f800-\U0002fa1d"
_FORMS = frozenset(_TABLE)
_RUN_RE = pattern(f"[{RADICAL}](?:[ 、，,/]?[{RADICAL}])*|[{_COMPATIBILITY}]")
_PARTS = frozenset(UNSAFE_RADICALS)
_PART_RE = pattern(f"[{''.join(sorted(UNSAFE_RADICALS))}]")
_DOOR = "⼾"  # in fonts of simplified script the glyph of 户, for which the tables of Unicode have 戶
_SEPARATORS = " 、，,/"
_MIN_LIST = 4  # three in a row happen in words: ⼈⼤⼀; a date (⼗⼆⽉⼀⽇) is longer, but not in dictionary order


@frozen
class RadicalForm:
    """Replace Kangxi radicals, radicals of the supplement and compatibility ideographs by the unified ideograph.

    Leaves alone: four radicals or more that stand in the order of the dictionary or are set apart by marks (a list of
    radicals, where they mean themselves), and the radicals of the supplement that are parts of characters rather than
    characters: those are marked.

    `⼾` is `户` in a text of simplified script, else `戶`.

    Source: Unicode 15.0.0, EquivalentUnifiedIdeograph.txt and the canonical decompositions of UnicodeData.txt; pages
    that Chromium printed with Noto Sans CJK SC (`⼾`).
    """

    name: ClassVar = "radical-form"
    stage: ClassVar = Stage.CHARACTERS
    tier: ClassVar = Tier.ALWAYS
    effect: ClassVar = Effect.FORM
    after: ClassVar = ("invisible-character",)
    signs: ClassVar = _FORMS
    summary: ClassVar = "replace radicals and compatibility forms by the characters they stand for"
    examples: ClassVar = (
        Example("⽂化⻓江", "文化长江"),
        Example("⼗⼆⽉⼀⽇", "十二月一日"),
        Example("\uf900 \uf967", "豈 不"),
        Example("⽤⼾的电话", "用户的电话"),
        Example("⽤⼾的電話", "用戶的電話"),
        Example("⺌字头", marks=("⺌",), why="a part of characters"),
        Example("部首：⼀⼁⼂⼃⼄", why="a list of radicals in the order of the dictionary"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a form."""
        string = text.string
        table = _TABLE
        if _DOOR in string and script_of(string).script == "simplified":
            table = {**_TABLE, _DOOR: "户"}
        return [
            Edit(at, at + 1, table[string[at]])
            for run in _RUN_RE.finditer(string)
            if not _is_list(run[0])
            for at in range(run.start(), run.end())
            if string[at] in table
        ]

    def notes(self, text: Text) -> Sequence[Mark]:
        """Return one mark a radical that is left because it is no character."""
        if not text.has_any(_PARTS):
            return ()
        return [Mark(p.start(), p.end(), "radical that is no character") for p in _PART_RE.finditer(text.string)]


def _is_list(run: str) -> bool:
    if len(run) < _MIN_LIST:
        return False
    radicals = [c for c in run if c not in _SEPARATORS]
    if len(radicals) < _MIN_LIST:
        return False
    apart = len(run) - run.count(" ") - len(radicals)
    return apart == len(radicals) - 1 or all(a < b for a, b in pairwise(radicals))


RULE = RadicalForm()
