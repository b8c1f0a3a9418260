"""Seams of which there is no doubt, around headlines, subheads, titles and who is addressed."""

from typing import Final, NamedTuple

from cleantext._layout.chars import BEGIN, END, IN_SENTENCE, STOPPED, is_han
from cleantext._layout.facts import HAS_MARK, STOPS, Facts
from cleantext._layout.pattern import pattern
from cleantext._layout.words import APART, OFTEN, together
from cleantext._layout.writers import names_who
from cleantext._paragraphs.broken_heads import broken_heads, heads_apart, is_second_half, is_title
from cleantext._paragraphs.families import WEAK_ENDS

MAX_SUBHEAD: Final = 0.66
"""Of the column's width."""
WIDER: Final = 8
"""Half em by which a line is wider than its column: it stands in none."""
FIRST: Final = 6
"""Half em by which a first line may be narrower than its column, where marks were squeezed too."""

_HAN: Final = END["HAN"]
_BYLINE: Final = BEGIN["BYLINE"]
_ITEM: Final = BEGIN["ITEM"]
_COLON: Final = END["COLON"]
_B_HAN: Final = BEGIN["HAN"]
_QUOTE: Final = BEGIN["QUOTE"]
_SUBHEAD_BEGINS: Final = frozenset(BEGIN[name] for name in ("HAN", "ITEM", "BULLET", "DIGIT"))
_DIGIT: Final = BEGIN["DIGIT"]
_E_DIGIT: Final = END["DIGIT"]
_BEHIND_ONE: Final = frozenset("，。、；：！？")  # a sentence hardly begins with one character and a mark
_OF_DATES: Final = frozenset("年月日时時分")
_NUMBERED: Final = frozenset((END["DIGIT"], END["LATIN"]))
_TEXT_BEGINS: Final = frozenset(
    BEGIN[name] for name in ("HAN", "DIGIT", "ITEM", "BULLET", "BRACKET", "BYLINE", "DATELINE")
)
_NEARLY: Final = 4  # half em
_MAX_HEADS: Final = 4  # lines of headlines side by side
_MIN_INTERRUPTING: Final = 4  # code points; shorter lines end items without a stop, too
_MAX_LIST_HEAD: Final = 10  # code points
_FIRST_ITEMS: Final = (
    *("一、", "一．", "一.", "1、", "1．", "1.", "A、", "A．", "A."),
    *("（一）", "（1）", "(一)", "(1)", "①", "第一，", "第一,"),
)
_NOTICE_RE: Final = pattern("[\u4e00-\u9fff]{2,6}(?:启事|啟事|声明|聲明|公告|通告|通知|讣告|訃告)")
_NOTICE_ENDS: Final = frozenset("事明告知")


class Others(NamedTuple):
    """The places of the lines that are not full, in order and as a set; those that are narrow, too wide, title-like."""

    all: list[int]
    not_full: set[int]
    low: list[int]
    wide: list[int]
    titled: list[int]


def heads(
    contents: list[str],
    facts: list[Facts],
    gaps: list[int],
    widths: list[int],
    candidates: list[tuple[int, ...]],
    others: Others,
    is_paged: bool = False,
) -> list[tuple[int, bool]]:
    """Return such seams, as `certain_seams` does.

    >>> from cleantext._layout.facts import line_facts
    >>> lines = ["法院认为，应当归还。", "判决", "据此，法院判决拆除立柱，返"]
    >>> heads(lines, line_facts(lines), [0, 0], [20, 4, 26], [(26,)] * 3, Others([0, 1], {0, 1}, [1], [], []))
    [(2, False), (1, False)]
    """
    found = [(k, True) for k in others.titled if k and not gaps[k - 1] and is_title(contents[k - 1], contents[k])]
    found += [(k, False) for k in others.wide if k and _had_no_room(k, facts, widths, candidates)]
    for k in others.low:
        fact, before = facts[k], facts[k - 1] if k else None
        if fact.end == _HAN:
            if before is not None and gaps[k - 1] and not is_paged and _interrupts(k, contents, facts, others.not_full):
                found.append((k, False))
            if _is_subhead(k, contents, facts, widths, candidates):
                found.append((k + 1, False))
                if before is not None and _ends_before_head(contents[k - 1], before, contents[k]):
                    found.append((k, False))
            if _heads_list(k, contents, facts):
                found.append((k + 1, False))
                if before is not None and (before.begin == _ITEM or before.end in STOPPED or k - 1 in others.not_full):
                    found.append((k, False))
            if before is None:
                continue
            if before.end in STOPPED and _is_bare_head(fact, widths[k], candidates[k]):
                found.append((k, False))
            if contents[k - 1][0] == "第" and is_second_half(contents[k - 1 : k + 1]):
                found.append((k, True))
        elif fact.end in _NUMBERED:
            if before is not None and before.end in STOPPED and _is_bare_head(fact, widths[k], candidates[k]):
                found.append((k, False))
            if _is_subhead(k, contents, facts, widths, candidates):  # a date, a row, a score
                found.append((k + 1, False))
        elif fact.end == _COLON and _is_address(k, contents, facts, widths, candidates):
            found.append((k + 1, False))
            # a line as wide as a first one goes on: `今年的主要目` / `标是：`
            if before is not None and (
                before.end in STOPPED
                or (widths[k - 1] < candidates[k - 1][0] - FIRST and _stand_behind_a_sentence(facts, k))
            ):
                found.append((k, False))
    found += [(k + 1, False) for k in heads_apart(contents, facts, widths)]
    for k in broken_heads(contents, facts, gaps, widths, others.all):
        found.append((k + 1, True))
        if k - 1 in others.not_full and facts[k - 1].end in STOPPED:
            found.append((k, False))
    return found


def _is_bare_head(fact: Facts, width: int, columns: tuple[int, ...]) -> bool:
    """Tell whether a line without a mark is so short that it begins a block behind the end of a sentence.

    Of 633 such lines one does not (a mark was lost there), but for credits of pictures.
    """
    return (
        not fact.shown & HAS_MARK
        and fact.begin != _QUOTE
        and not (fact.opened or fact.closed or fact.has_credit)
        and width < MAX_SUBHEAD * min(columns)
    )


def _interrupts(place: int, contents: list[str], facts: list[Facts], not_full: set[int]) -> bool:
    """Tell whether a short line without a mark stands behind a full one in mid-sentence and a blank line.

    All of 12 such lines are headlines, put where the text left its column: no paragraph ends without a stop. In a
    document of several pages they may be heads of pages, behind which it goes on.
    """
    fact, before = facts[place], facts[place - 1]
    return (
        place - 1 not in not_full
        and before.end in IN_SENTENCE
        and contents[place - 1][-1] not in WEAK_ENDS
        and fact.begin == _B_HAN
        and not (fact.shown & HAS_MARK or fact.opened or fact.closed)
        and len(contents[place]) >= _MIN_INTERRUPTING
        and together(contents[place - 1][-1], contents[place][0]) == APART
    )


def _heads_list(place: int, contents: list[str], facts: list[Facts]) -> bool:
    """Tell whether a short line that ends in a Han and has no mark stands before a first item (`备料` / `一、…`).

    All of 60 such lines are blocks, but for one behind a full line.
    """
    return (
        place + 1 < len(facts)
        and facts[place + 1].begin == _ITEM
        and facts[place].begin == _B_HAN
        and not facts[place].shown & HAS_MARK
        and len(contents[place]) <= _MAX_LIST_HEAD
        and contents[place + 1].startswith(_FIRST_ITEMS)
    )


def _is_address(
    place: int, contents: list[str], facts: list[Facts], widths: list[int], candidates: list[tuple[int, ...]]
) -> bool:
    """Tell whether a short line with a colon at its end is all Han (`编辑同志：`), before a full line or an item.

    Behind all of 56 such lines a block begins.
    """
    if place + 1 == len(facts) or not all(map(is_han, contents[place][:-1])):
        return False
    begin = facts[place + 1].begin
    return begin == _ITEM or (begin == _B_HAN and _fills(widths[place + 1], candidates[place + 1]))


def _stand_behind_a_sentence(facts: list[Facts], place: int) -> bool:
    """Tell whether lines without marks stand before a line, and before them the page begins, or a sentence ends."""
    first = place
    while first and place - first < _MAX_HEADS and not facts[first - 1].shown & HAS_MARK:
        first -= 1
    return first < place and (not first or facts[first - 1].end in STOPPED)


def _fills(width: int, columns: tuple[int, ...]) -> bool:
    """Tell whether a line is as wide as one of some columns, or narrower by an indent; or wider than the likeliest."""
    return width >= columns[0] - _NEARLY or any(-_NEARLY <= width - other <= 2 for other in columns)


def _ends_before_head(content: str, fact: Facts, head: str) -> bool:
    """Tell whether a block ends with a line before a subhead: it says who wrote the text, or a notice begins."""
    if fact.begin == _BYLINE and names_who(content):
        return True
    return head[-1] in _NOTICE_ENDS and content[-1] not in WEAK_ENDS and _NOTICE_RE.fullmatch(head) is not None


def _is_subhead(
    place: int, contents: list[str], facts: list[Facts], widths: list[int], candidates: list[tuple[int, ...]]
) -> bool:
    """Tell whether a line without a mark at its end is much too short to go on: nothing is open, a full line follows.

    Of 757 such lines on 285 pages two go on, of 41 that begin or end with a number or a Latin word, before a Han, none;
    of those that begin or end with a mark, or before a title or Latin word, many do, torn off, and beside a picture
    those that end within a word (`老人坐在屋` / `檐下补网，孩`) or a date.
    """
    fact = facts[place]
    if place + 1 == len(facts) or fact.begin not in _SUBHEAD_BEGINS or fact.opened or fact.closed:
        return False
    if facts[place + 1].begin not in _TEXT_BEGINS:
        return False
    if (fact.begin == _DIGIT or fact.end != _HAN) and facts[place + 1].begin != _B_HAN:
        return False
    last, first = contents[place][-1], contents[place + 1][0]
    if fact.begin == _B_HAN:
        bond = together(last, first)
        if bond == OFTEN or (bond != APART and fact.shown & HAS_MARK) or contents[place + 1][1:2] in _BEHIND_ONE:
            return False
    if fact.end == _E_DIGIT and first in _OF_DATES:
        return False
    column = min(*candidates[place], *candidates[place + 1])
    # a first line that lost its indent may lack a character and its mark, too
    return widths[place] < min(MAX_SUBHEAD * column, column - FIRST) and _fills(
        widths[place + 1], candidates[place + 1]
    )


def _had_no_room(k: int, facts: list[Facts], widths: list[int], candidates: list[tuple[int, ...]]) -> bool:
    """Tell whether headlines stand before a line that is wider than any column near them: they end there.

    A line with a stop inside may be wide because something was put behind the end of a paragraph.
    """
    if facts[k].inside == STOPS or widths[k] <= max(widths[k - 1], *candidates[k]) + WIDER:
        return False
    return _stand_behind_a_sentence(facts, k)
