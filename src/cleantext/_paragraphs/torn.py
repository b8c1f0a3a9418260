"""Seams within what the end of a line tore: a word with its hyphen, a number, a range, a reference."""

from typing import Final

from cleantext._layout.chars import BEGIN, DASHES, END, last_class
from cleantext._layout.facts import Facts
from cleantext._layout.pattern import pattern
from cleantext._paragraphs.told import Lines

_COLON: Final = END["COLON"]
_HYPHEN: Final = END["HYPHEN"]
_DIGIT: Final = END["DIGIT"]
_DASH: Final = BEGIN["DASH"]
_B_DIGIT: Final = BEGIN["DIGIT"]
_BRACKET: Final = BEGIN["BRACKET"]
_WORD: Final = frozenset(END[name] for name in ("LATIN", "DIGIT"))
_WORDS: Final = frozenset(BEGIN[name] for name in ("UPPER", "LOWER", "DIGIT"))
_NOTE_RE: Final = pattern("[〔［\\[][0-9]{1,3}[〕］\\]]")  # the number of a note without its text
_MAX_NOTE: Final = 5
REFERENCE_RE: Final = pattern("[〔［\\[][0-9]{1,3}[〕］\\]][，。、；：！？）”」』》〉]")
"""The number of a note, and a mark behind it that begins no line."""
_KIND_RE: Final = pattern("[［\\[](?:[MCNJDRSPGAZ]|DB|CP|EB)(?:[/∕]OL)?[］\\]]")  # GB/T 7714: what is cited
_POINT_RE: Final = pattern("[^0-9.][0-9]{1,4}\\.\\Z")  # a share goes on behind its point
_SHARE_RE: Final = pattern("[0-9]{1,2}(?:[%％万萬亿億]|[个個]百分[点點])")
_NUMBER_RE: Final = pattern("[0-9][0-9-]{6,}(?![0-9年月日])")
_REACHED_RE: Final = pattern("(?:电话|電話|热线|熱線|传真|傳真|邮编|郵編|手机|手機|QQ|微信)[：:]$")
_RANGE_RE: Final = pattern(f"[{DASHES}-]{{1,2}} ?[0-9]")
_RANGE_ENDS: Final = DASHES + "-~～－"
_RANGES: Final = frozenset(_RANGE_ENDS)


def torn(lines: Lines, k: int, found: list[tuple[int, bool]]) -> None:
    """Add the seams before and behind a line at which a word, a number or a reference was torn.

    Of ranges in whose midst a line ends all of 30 go on, and all of 6 works before the sign that says of what kind.
    """
    contents, facts, gaps = lines.contents, lines.facts, lines.gaps
    content, fact = contents[k], facts[k]
    if k < len(gaps) and not gaps[k]:
        if fact.end == _HYPHEN and _parts_word(content, facts[k + 1]):
            found.append((k + 1, True))
        if len(content) <= _MAX_NOTE and _NOTE_RE.fullmatch(content):
            found.append((k + 1, True))
    if not k:
        return
    before = facts[k - 1]
    if fact.begin == _B_DIGIT:
        if before.end == _COLON and _NUMBER_RE.match(content) and _REACHED_RE.search(contents[k - 1]):
            found.append((k, True))
        if gaps[k - 1]:
            return
        if k - 1 not in lines.not_full and _POINT_RE.search(contents[k - 1]) and _SHARE_RE.match(content):
            found.append((k, True))
        if contents[k - 1][-1] in _RANGES and "0" <= contents[k - 1].rstrip(_RANGE_ENDS)[-1:] <= "9":
            found.append((k, True))
    elif gaps[k - 1]:
        return
    elif fact.begin == _DASH:
        if before.end == _DIGIT and _RANGE_RE.match(content):
            found.append((k, True))
    elif fact.begin == _BRACKET and _KIND_RE.match(content):
        found.append((k, True))


def _parts_word(content: str, following: Facts) -> bool:
    """Tell whether the hyphen at a line's end stands in a word or number that the next line goes on with."""
    return following.begin in _WORDS and len(content) > 1 and last_class(content[-2]) in _WORD
