"""Make one dash of pieces: `身份——— 阳谷` → `身份——阳谷`, `说--好` → `说——好`; and two pieces of `⸺`."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from cleantext._frozen import frozen
from cleantext._layout.chars import is_han_or_kana, is_wide
from cleantext._layout.protected import is_address
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

_LONG = "—─―━"
_PIECES = frozenset(f"{_LONG}－")
_WHOLE = "⸺"  # what some fonts have for two pieces: one character of a text layer
_DASHES = _PIECES | {_WHOLE}
_HYPHENS_RE = re.compile(rb"- ?[-?]")  # before another one, or any character beyond ASCII
_OTHERS = _PIECES - {"—"}
_LONG_RUN_RE = pattern("—(?: ?[—-])+")  # the usual dash alone: found at once by its first character
_RUN_RE = pattern(f"[{_LONG}－-](?: ?[{_LONG}－-])+")
_WHOLE_RE = pattern(_WHOLE)
_OPTION_RE = re.compile(rb"(?<![-0-9A-Za-z])--[a-z]{2}")  # of a command, which `--` ends the list of
_BOX_RE = pattern("[\u2500-\u257f]")
_MAX_PIECES = 3  # four are two dashes, or a rule


@frozen
class BrokenDash:
    """Replace two or three pieces of a dash (`— —`, `───`, `－－`, `--`) beside Chinese text by `——`.

    A two-em dash of one character (`⸺`) beside Chinese text becomes two.

    Leaves alone: a single `—` (`城—人—产`, `6:00—20:30`), rules of four pieces and more, dashes between digits or Latin
    words, `--` unless both its neighbours are Chinese (`使用--query`) or where a text speaks of options (`使用 --
    来结束 --all`), and lines that mean something as lines.

    Source: GB/T 15834-2011, 4.13; seed page 004 (`———`); OCR engines read a dash as `--`.
    """

    name: ClassVar = "broken-dash"
    stage: ClassVar = Stage.PUNCTUATION
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.MARK
    after: ClassVar = ("half-width-bracket", "half-width-mark", "straight-quote")
    signs: ClassVar = _PIECES | {"-", _WHOLE}
    summary: ClassVar = "make one dash of two or three pieces"
    examples: ClassVar = (
        Example("新身份——— 阳谷县", "新身份——阳谷县", form=Form.COLUMNS),
        Example("他说--好— —再见", "他说——好——再见"),
        Example("他回过头来⸺先生", "他回过头来——先生"),
        Example("使用 -- 来结束选项 --all", form=Form.COLUMNS, why="the end of the options of a command"),
        Example("城—人—产，6:00—20:30，使用 --query", why="connectors, and an option of a command"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a dash."""
        if _WHOLE in text.signs:
            return sorted([*_whole(text), *self._broken(text)])
        return self._broken(text)

    def _broken(self, text: Text) -> Sequence[Edit]:
        string = text.string
        has_hyphens = "-" in text.signs and _HYPHENS_RE.search(text.ascii) is not None
        if not has_hyphens and not text.has_any(_PIECES):
            return ()
        run_re = _RUN_RE
        if not has_hyphens and not text.has_any(_OTHERS):
            run_re = _LONG_RUN_RE
        runs = [run.span() for run in run_re.finditer(string) if run[0] != "——"]
        if not runs:
            return ()
        edits: list[Edit] = []
        is_manual = has_hyphens and _OPTION_RE.search(text.ascii) is not None
        for start, end in runs:
            if is_manual and string[start - 1 : end + 1] == " -- ":
                continue
            form = text.form_at(start)
            edit = _dash(string, start, end, form) if form is not Form.LINES else None
            if edit and edit.replacement != string[edit.start : edit.end]:
                edits.append(edit)
        return edits


def _whole(text: Text) -> Iterator[Edit]:
    """Yield the edits of dashes of one character, beside Chinese text and no other dash."""
    string = text.string
    for dash in _WHOLE_RE.finditer(string):
        start, end = dash.span()
        beside = string[start - 1 : start] + string[end : end + 1]
        if text.form_at(start) is not Form.LINES and any(map(is_wide, beside)) and _DASHES.isdisjoint(beside):
            yield Edit(start, end, "——")


def _dash(string: str, start: int, end: int, form: Form) -> Edit | None:
    pieces = string[start:end].replace(" ", "")
    if len(pieces) > _MAX_PIECES:
        return None
    if form is Form.COLUMNS:
        # The typesetter's spaces go with the dash, unless Latin words or numbers stand there.
        start -= start > 1 and string[start - 1] == " " and is_wide(string[start - 2])
        end += end + 1 < len(string) and string[end] == " " and is_wide(string[end + 1])
    before, behind = string[start - 1 : start], string[end : end + 1]
    is_behind, is_ahead = before != "" and is_wide(before), behind != "" and is_wide(behind)
    if "-" in pieces or "－" in pieces:
        begins = form is Form.COLUMNS and before in ("", "\n", "\f")
        if not ((is_behind or begins) and is_ahead) or " " in string[start:end].strip() or is_address(string, start):
            return None
    else:
        is_beside = (is_behind and is_han_or_kana(before)) or (is_ahead and is_han_or_kana(behind))
        if not is_beside or _BOX_RE.match(before) or _BOX_RE.match(behind):
            return None
    return Edit(start, end, "——")


RULE = BrokenDash()
