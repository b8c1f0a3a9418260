"""Delete characters that nobody sees: zero-width spaces, stray joiners and marks of direction, controls."""

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from cleantext._data.classes import (
    BOPOMOFO,
    COMBINING,
    CONTROL,
    EXTENDED_PICTOGRAPHIC,
    FULLWIDTH_ALNUM,
    HAN,
    HANGUL,
    INVISIBLE,
    KANA,
    LATIN,
    LETTER,
    NONCHARACTER,
    SPACE,
    TAG,
    VARIATION_SELECTOR,
)
from cleantext._frozen import frozen
from cleantext._rule import Edit, Effect, Example, Stage, Tier, pattern
from cleantext._text import Text

# A superset that is made and tried fast: the exact class has many ranges above U+FFFF.
_SIGN_RE = pattern(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\ufffe\uffff\U00010000-\U0010ffff]"
)
_RUN_RE = pattern(f"[{INVISIBLE}{CONTROL}{NONCHARACTER}{VARIATION_SELECTOR}]+")
_FEW = 16
_EDGE_RE = pattern(f"[{SPACE}\n\f]")
_LINE_END_RE = pattern(f"[{SPACE}]*+(?:[\n\f]|\\Z)")
# Emoji, and letters of scripts that join or have no spaces between words: Arabic, Indic scripts, Thai, Mongolian.
_PLAIN = f"{HAN}{KANA}{HANGUL}{BOPOMOFO}{LATIN}{FULLWIDTH_ALNUM}\u0300-\u036f"
_JOINING_RE = pattern(f"(?![{_PLAIN}])[{EXTENDED_PICTOGRAPHIC}{COMBINING}{LETTER}]")
_RIGHT_TO_LEFT_RE = pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]")
_MOJIBAKE_RE = pattern("[\xa1-\xaf\xb1-\xb6\xb8-\xd6\xd8-\xf6\xf8-\xff]")  # no ° · × ÷: those stand in Chinese text

_HYPHEN_RE = pattern("[\xad\ufffe]")  # pdfium gives U+FFFE for the hyphen of a broken word
_DIRECTION_RE = pattern("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_JOINER_RE = pattern(f"[\u180e\u200b-\u200d{TAG}]")
_SELECTOR_RE = pattern(f"[{VARIATION_SELECTOR}]")
_BYTE_RE = pattern("[\x80-\x9f\xad]")
# Invisible operators of formulas, formats of shorthand and of musical notation.
_NOTATION_RE = pattern("[\u2061-\u2064\U0001bca0-\U0001bca3\U0001d173-\U0001d17a]")


@frozen
class InvisibleCharacter:
    """Delete zero-width characters, marks of direction, soft hyphens in mid-line, controls and noncharacters.

    A line break of another system (U+000B, U+0085) in mid-line becomes a space.

    Leaves alone: a soft hyphen and pdfium's U+FFFE at the end of a line (they tell how the line is joined); joiners,
    tags and zero-width spaces beside emoji and in scripts that need them (Arabic, Indic scripts, Thai, Mongolian);
    marks of direction where the text has letters that run from right to left; variation selectors behind a character;
    controls beside Latin-1 letters, which are what is left of another encoding; operators of formulas.

    Source: Unicode 15.0.0, General_Category Cf and Cc; text layers of PDF files.
    """

    name: ClassVar = "invisible-character"
    stage: ClassVar = Stage.CHARACTERS
    tier: ClassVar = Tier.ALWAYS
    effect: ClassVar = Effect.SPACE
    after: ClassVar = ("lost-character",)  # which counts tags before they go
    signs: ClassVar = _SIGN_RE
    summary: ClassVar = "delete zero-width characters, stray joiners and directions, controls"
    examples: ClassVar = (
        Example("\ufeff中\u200b文", "中文"),
        Example("inter\u00adnet", "internet"),
        Example("第一\x0b第二", "第一 第二"),
        Example("inter\u00ad\nnet", why="the hyphen of a line end tells how to join the line"),
        Example("👩\u200d👩\u200d👧 می\u200cخواهم", why="joiners that mean something"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a run of characters that go."""
        string = text.string
        edits: list[Edit] = []
        there = "".join(sorted(filter(_RUN_RE.match, text.signs)))
        if not there:
            return edits
        # a class of the few that are there is tried much faster than that of all, and one that is there alone is found
        # at once if the pattern begins with it
        run_re = re.compile(f"[{re.escape(there)}][{re.escape(there)}]*") if len(there) <= _FEW else _RUN_RE
        runs = list(run_re.finditer(string))
        has_directions = bool(_DIRECTION_RE.search(there)) and bool(_RIGHT_TO_LEFT_RE.search(string))
        for run in runs:
            start, end = run.span()
            before, behind = string[start - 1 : start], string[end : end + 1]
            at_start = not before or bool(_EDGE_RE.match(before))
            keeps_bytes = bool(_MOJIBAKE_RE.match(before) or _MOJIBAKE_RE.match(behind))
            if not at_start and behind and not _EDGE_RE.match(behind) and _breaks(run[0], keeps_bytes):
                edits.append(Edit(start, end, " "))
                continue
            kept = [
                test
                for test, holds in (
                    (_NOTATION_RE.match, True),
                    (_DIRECTION_RE.match, has_directions),
                    (_JOINER_RE.match, _JOINING_RE.match(before) or _JOINING_RE.match(behind)),
                    (_HYPHEN_RE.match, _HYPHEN_RE.search(run[0]) and _LINE_END_RE.match(string, end)),
                    (_SELECTOR_RE.match, not at_start),
                    (_BYTE_RE.match, keeps_bytes),
                )
                if holds
            ]
            edits += _deletions(string, start, end, kept)
        return edits


def _breaks(run: str, keeps_bytes: bool) -> bool:
    return "\x0b" in run or ("\x85" in run and not keeps_bytes)


def _deletions(string: str, start: int, end: int, kept: Sequence[Callable[[str], object]]) -> list[Edit]:
    """Return the edits that delete what none of the tests keeps; neighbours go together."""
    edits: list[Edit] = []
    first = start
    for at in range(start, end):
        if any(test(string[at]) for test in kept):
            if first < at:
                edits.append(Edit(first, at, ""))
            first = at + 1
    if first < end:
        edits.append(Edit(first, end, ""))
    return edits


RULE = InvisibleCharacter()
