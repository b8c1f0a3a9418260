"""Seams of which there is no doubt, around lines that begin with a cue: a dateline, a byline, a bracket."""

from typing import Final, NamedTuple

from cleantext._layout.chars import BEGIN, END, STOPPED
from cleantext._layout.cues import JUMP_RE
from cleantext._layout.facts import HAS_MARK, Facts
from cleantext._layout.pattern import pattern
from cleantext._layout.writers import names_who, says_who, who_goes_on
from cleantext._paragraphs.heads import FIRST

GOES_ON: Final = frozenset(END[name] for name in ("COMMA", "PAUSE", "OPEN"))
"""Ends behind which a sentence goes on."""

_ITEM, _QUOTE, _NO_START = BEGIN["ITEM"], BEGIN["QUOTE"], BEGIN["NO_START"]
_DATELINE: Final = BEGIN["DATELINE"]
_E_BRACKET: Final = END["BRACKET"]
_HAN: Final = END["HAN"]
_REPORTER_RE: Final = pattern("[记記]者[^ ，。：；（）()／/]{2,6}[／/][^ ，。：；（）()／/]{2,6}[报報][导導道]")
_DATELINE_RE: Final = pattern("[^，。：；“”（()]{1,14}[讯訊电電](?:[（(][^（）()，。]{2,30}[）)])?")
_DATELINE_ENDS: Final = frozenset("讯訊电電）)")
_REMARK_RE: Final = pattern(  # on an item
    "[（(](?:可[选選]|可省略?|可不加|[选選]用|[备備]用|[适適]量|少[许許]|任[选選]|[选選]填|必填)[）)]。?"
)
_MARKS_RE: Final = pattern("[（(](?:共 ?)?[0-9]{1,3} ?分[）)]")  # what an answer counts
_CREDIT_RE: Final = pattern(  # of the picture whose caption stands before it; `（本版图片…）` is of all
    "[（(](?!本版|以上|文中)[^（）()，。；]{0,12}(?:摄|攝|供[图圖]|[图圖]片|照片|提供|社[发發]) ?[）)]"
)
# GB/T 7714: what is cited, and the point behind it; `[A] …` begins an option
_KIND_RE: Final = pattern("[［\\[](?:[MCNJDRSPGAZ]|DB|CP|EB)(?:[/∕]OL)?[］\\]](?=[.．,，]|//|\\Z)")
_PART_RE: Final = pattern("【[^【】]{1,12}】")  # the head of a part
_LABEL_OF_RE: Final = pattern("【[^【】]{1,8}】(?![，。、；：的和与及等])")
_PLAIN_BEGINS: Final = frozenset("本新中又〔【［[（(")
_PICTURE_RE: Final = pattern("[上下左右][图圖][：:为為]")
_CUES: Final = frozenset(BEGIN[name] for name in ("DATELINE", "BYLINE", "ITEM", "BULLET", "BRACKET"))
_BARE_ROLES: Final = frozenset("记記通")
_PAPERS: Final = frozenset("报報刊网網台社体體约約派见見习習席")  # a byline may be broken behind them


class Lines(NamedTuple):
    """The lines of a page, none of which is blank, and what is known of them: as for `certain_seams`."""

    contents: list[str]
    facts: list[Facts]
    gaps: list[int]
    widths: list[int]
    candidates: list[tuple[int, ...]]
    not_full: set[int]


def told_by_bracket(lines: Lines, k: int, found: list[tuple[int, bool]]) -> None:
    """Add the seams around a line that begins with a bracket: a jump line, the head of a part, a remark on an item."""
    contents, facts, gaps, not_full = lines.contents, lines.facts, lines.gaps, lines.not_full
    fact, before = facts[k], facts[k - 1] if k else None
    is_next = before is not None and not gaps[k - 1]
    is_free = before is None or k - 1 in not_full or before.end in STOPPED
    if fact.end == _E_BRACKET and (JUMP_RE.fullmatch(contents[k]) or (is_free and _PART_RE.fullmatch(contents[k]))):
        found += (k, False), (k + 1, False)
    elif before is None:
        return
    elif is_next and (
        _is_remark(contents[k], before)
        or (before.end not in STOPPED and _KIND_RE.match(contents[k]))
        or _MARKS_RE.fullmatch(contents[k])
        or (fact.end == _E_BRACKET and _CREDIT_RE.fullmatch(contents[k]))
    ):
        found.append((k, True))
    elif is_next and before.begin == _DATELINE and _is_dateline_only(contents[k - 1]):
        if fact.end == _E_BRACKET and k < len(gaps) and not gaps[k]:  # `本报讯` / `（记者 王哲）` / the text
            found.append((k + 1, True))
    elif is_free and _LABEL_OF_RE.match(contents[k]) and may_end(contents[k - 1], before):
        found.append((k, False))


def told_by_byline(lines: Lines, k: int, found: list[tuple[int, bool]]) -> None:
    """Add the seams around a line that says who wrote, took or spoke."""
    contents, fact, not_full = lines.contents, lines.facts[k], lines.not_full
    if (fact.has_credit and _REPORTER_RE.fullmatch(contents[k])) or says_who(contents[k]):
        found += (k, False), (k + 1, False)
        return
    if (
        fact.end == _HAN
        and k < len(lines.gaps)
        and not lines.gaps[k]
        and lines.facts[k + 1].begin not in _CUES
        and _PICTURE_RE.match(contents[k])
    ):
        found.append((k + 1, True))  # all of 9 go on
    is_who = names_who(contents[k])
    # behind a full line `记者 王哲` may go on from the name of a paper
    is_line = is_who and k in not_full and contents[k][0] not in _BARE_ROLES
    if (
        k
        and (k - 1 in not_full or is_line)
        and may_end(contents[k - 1], lines.facts[k - 1])
        and (
            lines.facts[k - 1].begin != fact.begin or lines.gaps[k - 1] or not who_goes_on(contents[k - 1], contents[k])
        )
    ):
        found.append((k, False))
    is_before = k < len(lines.gaps)
    if (
        is_before
        and not lines.gaps[k]
        and not lines.facts[k + 1].shown & HAS_MARK
        and who_goes_on(*contents[k : k + 2])
    ):
        found.append((k + 1, True))
    elif is_who and is_before and lines.widths[k + 1] >= lines.candidates[k + 1][0] - FIRST:
        found.append((k + 1, False))


def told_by_dateline(lines: Lines, k: int, found: list[tuple[int, bool]]) -> None:
    """Add the seams around a line that begins with a dateline."""
    contents, gaps = lines.contents, lines.gaps
    if k < len(gaps) and not gaps[k] and _is_dateline_only(contents[k]):
        found.append((k + 1, True))  # it says who reports from where: all of 14 such lines go on
    if not k:
        return
    before = lines.facts[k - 1]
    # what only resembles a dateline (`使用腾讯 QQ`) may stand behind a full line
    is_free = k - 1 in lines.not_full or before.end in STOPPED or _is_plain(contents[k])
    if is_free and may_end(contents[k - 1], before):
        found.append((k, False))


def told_by_quote_alone(lines: Lines, k: int, found: list[tuple[int, bool]]) -> None:
    """Add the seams around a closing quote that an extractor set on a line of its own.

    It belongs to the line before it. Where that one ends a sentence and is not full, a saying ends: before another one
    (11 of 11), and where it did not begin in the same line (36 of 40; behind a short one who said it often follows).
    """
    found.append((k, True))
    before = lines.facts[k - 1]
    if before.end in STOPPED and k - 1 in lines.not_full and k < len(lines.gaps):
        begin = lines.facts[k + 1].begin
        if begin == _QUOTE or (before.begin != _QUOTE and begin != _NO_START):
            found.append((k + 1, False))


def may_end(content: str, fact: Facts) -> bool:
    """Tell whether a block may end with a line, before one that begins as blocks do."""
    return not fact.opened and fact.end not in GOES_ON and content[-1] not in _PAPERS


def _is_dateline_only(content: str) -> bool:
    """Tell whether nothing stands behind the dateline that a line begins with."""
    return content[-1] in _DATELINE_ENDS and _DATELINE_RE.fullmatch(content) is not None


def _is_remark(content: str, before: Facts) -> bool:
    """Tell whether a line is a remark in brackets on the item before it."""
    return before.begin == _ITEM and before.end == _HAN and _REMARK_RE.fullmatch(content) is not None


def _is_plain(content: str) -> bool:
    """Tell whether a dateline can be nothing else: its paper or agency, or who wrote it, is named."""
    return content[0] in _PLAIN_BEGINS or content[3:6].find("（") >= 0
