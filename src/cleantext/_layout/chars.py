"""Classes of the characters that lines end and begin with, and the sets of marks that rules share.

The classes come from the tables of one pinned Unicode version (`_data`), so that every Python decides alike.
"""

from typing import Final

from cleantext._data.classes import CJK_MARK, DIGIT, HAN, KANA, LATIN
from cleantext._layout.pattern import pattern

__all__ = ["BEGIN", "BEGIN_OF", "DIGIT", "END", "END_OF", "HAN", "KANA", "LATIN", "begin_class", "end_class"]


def bmp_only(body: str) -> str:
    """Return the body of a character class without its code points above U+FFFF, which stand at its end.

    `re` looks a class up in one bitmap, but walks through a list of ranges for every character that is not below
    U+10000: a class that must be fast leaves those out and treats them apart.

    >>> bmp_only("a-z一\U00020000-\U0002a6df")
    'a-z一'
    """
    return body.rstrip("".join([char for char in set(body) if char > "\uffff"]) + "-")


def run_of(body: str) -> str:
    """Return a pattern of one or more characters of a class, which is found sooner than `[…]+`.

    `re` looks ahead for a class that begins a pattern, but tries a repeat of one at every character.

    >>> run_of("a-z")
    '[a-z][a-z]*'
    """
    return f"[{body}][{body}]*"


STOPS: Final = "。！？.!?．｡"
CLOSING_QUOTES: Final = "”’」』〞"
OPENING_QUOTES: Final = "“‘「『〝"
CLOSING_BRACKETS: Final = "）】》〉〕］｝〗)]}"
OPENING_BRACKETS: Final = "（【《〈〔［｛〖([{"
COMMAS: Final = "，,﹐"
EXOTIC_SPACES: Final = frozenset(
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
"""White space inside lines but for the ASCII space."""
BULLETS: Final = "■□◆◇●○▲△★☆※•▪◎▼▶►·"
DASHES: Final = "—─―–━"

END: Final = {
    name: code
    for code, name in enumerate(
        [
            "HAN",
            "DIGIT",
            "LATIN",
            "STOP",
            "STOP_CLOSED",
            "QUOTE",
            "BRACKET",
            "COMMA",
            "PAUSE",
            "SEMICOLON",
            "COLON",
            "OPEN",
            "DASH",
            "ELLIPSIS",
            "HYPHEN",
            "OTHER",
            "TITLE",
        ]
    )
}
"""What a line ends with. STOP_CLOSED is a stop behind which quotes or brackets close; HYPHEN also a soft one; TITLE is
the bracket behind the title of a work, with which few blocks end."""

BEGIN: Final = {
    name: code
    for code, name in enumerate(
        [
            "HAN",
            "DIGIT",
            "UPPER",
            "LOWER",
            "QUOTE",
            "BRACKET",
            "TITLE",
            "NO_START",
            "BULLET",
            "DASH",
            "ITEM",
            "DATELINE",
            "BYLINE",
            "OTHER",
        ]
    )
}
"""What a line begins with. NO_START is a mark that may not begin a line; ITEM a number or letter of a list."""

BEYOND_ASCII: Final = "[^\x00-\x7f]"
"""The class to ask for first where a Han is meant: of one with all Han `re` looks at each when it compiles it."""

_ONLY_HAN_RE: Final = pattern(f"[{HAN}]")
_HAN_RE: Final = pattern(f"[{HAN}{KANA}]")
_CJK_MARK_RE: Final = pattern(f"[{CJK_MARK}]")
_LATIN_RE: Final = pattern(f"[{LATIN}]")
_DIGIT_RE: Final = pattern(f"[{DIGIT}]")

# The characters that end most lines; all others are looked up once and remembered.
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ASCII_ALNUM: Final = "0123456789" + _LETTERS
_OTHERS: Final = "".join(map(chr, range(0x80))) + BULLETS  # of which the lines below take the most
# What becomes a Han or a letter when characters are repaired is one already: the layout is that of the raw page.
_FIRST_RADICAL, _LAST_RADICAL = "\u2e80", "\u2fd5"
_RADICALS: Final = "".join(map(chr, range(ord(_FIRST_RADICAL), ord(_LAST_RADICAL) + 1)))
_WIDE_UPPER: Final = "".join(map(chr, range(0xFF21, 0xFF3B)))
_WIDE_LOWER: Final = "".join(map(chr, range(0xFF41, 0xFF5B)))
END_OF: Final = {
    **dict.fromkeys(_OTHERS, END["OTHER"]),
    **dict.fromkeys(_RADICALS, END["HAN"]),
    **dict.fromkeys(_LETTERS + _WIDE_UPPER + _WIDE_LOWER, END["LATIN"]),
    **dict.fromkeys(STOPS, END["STOP"]),
    **dict.fromkeys(CLOSING_QUOTES + "\"'", END["QUOTE"]),
    **dict.fromkeys(CLOSING_BRACKETS, END["BRACKET"]),
    **dict.fromkeys("》〉", END["TITLE"]),
    **dict.fromkeys(COMMAS, END["COMMA"]),
    **dict.fromkeys("、､", END["PAUSE"]),
    **dict.fromkeys("；;", END["SEMICOLON"]),
    **dict.fromkeys("：:", END["COLON"]),
    **dict.fromkeys(OPENING_QUOTES + OPENING_BRACKETS, END["OPEN"]),
    **dict.fromkeys(DASHES, END["DASH"]),
    **dict.fromkeys("…", END["ELLIPSIS"]),
    **dict.fromkeys("-\u00ad\u2010\ufffe", END["HYPHEN"]),
    **dict.fromkeys("0123456789%％", END["DIGIT"]),
}
BEGIN_OF: Final = {
    **dict.fromkeys(_OTHERS, BEGIN["OTHER"]),
    **dict.fromkeys(_RADICALS, BEGIN["HAN"]),
    **dict.fromkeys(OPENING_QUOTES + "\"'", BEGIN["QUOTE"]),
    **dict.fromkeys("（(【〔［[｛{〖", BEGIN["BRACKET"]),
    **dict.fromkeys("《〈", BEGIN["TITLE"]),
    **dict.fromkeys(STOPS + CLOSING_QUOTES + CLOSING_BRACKETS + COMMAS + "、；：;:％%…", BEGIN["NO_START"]),
    **dict.fromkeys(BULLETS, BEGIN["BULLET"]),
    **dict.fromkeys(DASHES + "-", BEGIN["DASH"]),
    **dict.fromkeys("0123456789", BEGIN["DIGIT"]),
    **dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZ" + _WIDE_UPPER, BEGIN["UPPER"]),
    **dict.fromkeys("abcdefghijklmnopqrstuvwxyz" + _WIDE_LOWER, BEGIN["LOWER"]),
}
_REMEMBERED: Final = 4096  # characters seen; a bound, so that hostile text cannot fill the memory


def _class_of(char: str, table: dict[str, int], han: int, digit: int, latin: int, other: int) -> int:
    if "\u4e00" <= char <= "\u9fff" or _HAN_RE.match(char):
        code = han
    elif _DIGIT_RE.match(char):
        code = digit
    elif _LATIN_RE.match(char):
        code = latin
    else:
        code = other
    if len(table) < _REMEMBERED:
        table[char] = code
    return code


def last_class(char: str) -> int:
    """Return the code in `END` of one character, without a look at what stands before it."""
    code = END_OF.get(char)
    if code is None:
        return _class_of(char, END_OF, END["HAN"], END["DIGIT"], END["LATIN"], END["OTHER"])
    return code


def is_han(char: str) -> bool:
    """Tell whether a character is a Han.

    >>> is_han("々"), is_han("の")
    (True, False)
    """
    return "\u4e00" <= char <= "\u9fff" or (last_class(char) == _HAN and _ONLY_HAN_RE.match(char) is not None)


def is_han_or_kana(char: str) -> bool:
    """Tell whether a character is a Han or a kana.

    >>> is_han_or_kana("の"), is_han_or_kana("，")
    (True, False)
    """
    return "\u4e00" <= char <= "\u9fff" or (last_class(char) == _HAN and not _FIRST_RADICAL <= char <= _LAST_RADICAL)


def is_wide(char: str) -> bool:
    """Tell whether a character is a Han, a kana or a mark of Chinese text.

    >>> is_wide("，"), is_wide(",")
    (True, False)
    """
    return is_han_or_kana(char) or _CJK_MARK_RE.match(char) is not None


_HAN, _STOP_CLOSED = END["HAN"], END["STOP_CLOSED"]
CLOSINGS: Final = frozenset(END[name] for name in ("QUOTE", "BRACKET", "TITLE"))
"""Ends behind marks that close; a stop may stand before them."""
STOPPED: Final = frozenset((END["STOP"], END["STOP_CLOSED"]))
"""Ends of a sentence."""
COMMA_ENDS: Final = frozenset((END["COMMA"], END["PAUSE"]))
"""Ends in a comma."""
IN_SENTENCE: Final = COMMA_ENDS.union(END[name] for name in ("HAN", "DIGIT", "LATIN"))
"""Ends within a sentence."""
_ALL_CLOSING: Final = CLOSING_QUOTES + CLOSING_BRACKETS + "\"'"


def end_class(line: str) -> int:
    """Return the code in `END` for the end of a line without trailing space.

    >>> end_class("就成功办结了。”") == END["STOP_CLOSED"], end_class("the end.") == END["STOP"]
    (True, True)
    """
    code = END_OF.get(line[-1])
    if code is None:
        code = last_class(line[-1])
    if code in CLOSINGS:
        before = line.rstrip(_ALL_CLOSING)
        if before and before[-1] in "。！？!?…":
            return _STOP_CLOSED
    return code


def begin_class(line: str) -> int:
    """Return the code in `BEGIN` for the first character of a line without indent.

    Labels, datelines and bylines are recognised by `cues.begin_cue`.

    >>> begin_class("“小易”是谁？") == BEGIN["QUOTE"]
    True
    """
    code = BEGIN_OF.get(line[0])
    if code is None:
        return _class_of(line[0], BEGIN_OF, BEGIN["HAN"], BEGIN["DIGIT"], BEGIN["UPPER"], BEGIN["OTHER"])
    return code


WIDE_OPENING: Final = "“‘「『〝（【《〈〔［｛〖"
"""Full-width marks that stand before what they belong to."""
WIDE_CLOSING: Final = "”’」』〞）】》〉〕］｝〗"
"""Full-width marks that stand behind what they belong to."""
WIDE_POINTS: Final = "，。、；：！？"
"""Full-width marks between and behind sentences and clauses."""
_POINT_RE: Final = pattern(f"[{WIDE_POINTS}]|[,;:!?](?<={BEYOND_ASCII}.)")


def has_point(line: str) -> bool:
    """Tell whether a full-width point stands in a line, or one of ASCII behind a Han, which is made full-width later.

    >>> has_point("他说,好"), has_point("3:2")
    (True, False)
    """
    point = _POINT_RE.search(line)
    while point is not None and point[0] not in WIDE_POINTS and not is_han(line[point.start() - 1]):
        point = _POINT_RE.search(line, point.end())
    return point is not None


UNITS: Final = "%％‰℃℉°"
"""Marks that belong to the number before them."""
