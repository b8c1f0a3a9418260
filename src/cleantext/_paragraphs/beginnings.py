"""Seams of which there is no doubt, by how their lines begin: with a cue, a number, a quotation, a mark that closes."""

from collections.abc import Iterator
from typing import Final

from cleantext._layout.chars import BEGIN, CLOSING_QUOTES, END, STOPPED, last_class
from cleantext._layout.cues import JUMP_RE, names_who
from cleantext._layout.facts import HAS_MARK, Facts
from cleantext._layout.numerals import in_words
from cleantext._layout.pattern import pattern
from cleantext._layout.width import INDENT
from cleantext._paragraphs.heads import FIRST
from cleantext._paragraphs.sayings import SLACK, sayings

_ITEM: Final = BEGIN["ITEM"]
_BRACKET: Final = BEGIN["BRACKET"]
_BULLET: Final = BEGIN["BULLET"]
_BYLINE: Final = BEGIN["BYLINE"]
_DATELINE: Final = BEGIN["DATELINE"]
_DIGIT: Final = BEGIN["DIGIT"]
_QUOTE: Final = BEGIN["QUOTE"]
_HYPHEN: Final = END["HYPHEN"]
_COLON: Final = END["COLON"]
_STOP_CLOSED: Final = END["STOP_CLOSED"]
_E_BRACKET: Final = END["BRACKET"]
_WORD: Final = frozenset(END[name] for name in ("LATIN", "DIGIT"))
_WORDS: Final = frozenset(BEGIN[name] for name in ("UPPER", "LOWER", "DIGIT"))
GOES_ON: Final = frozenset(END[name] for name in ("COMMA", "PAUSE", "OPEN"))
"""Ends behind which a sentence goes on."""
_REPORTER_RE: Final = pattern("[记記]者[^ ，。：；（）()／/]{2,6}[／/][^ ，。：；（）()／/]{2,6}[报報][导導道]")
_LABEL_RE: Final = pattern("([（(〔［\\[]?) ?([0-9]{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z]) ?([、．.)）〕］\\]])")
_HAN_NUMBERS: Final = {in_words(number): number for number in range(1, 100)}
_MAX_APART: Final = 40  # lines from one item to the next
_MAX_SECTION: Final = 400  # the same where the item is a headline
_DATE_RE: Final = pattern("[0-9]{4} ?年|[0-9]{1,2} ?月 ?[0-9]{1,2} ?日|[0-9]{1,2}[:：∶][0-9]{2}")
_BEFORE_TIME: Final = frozenset("日午晚晨天至到")
_DATELINE_RE: Final = pattern("[^，。：；“”（()]{1,14}[讯訊电電](?:[（(][^（）()，。]{2,30}[）)])?")
_DATELINE_ENDS: Final = frozenset("讯訊电電）)")
_NOTE_RE: Final = pattern("[〔［\\[][0-9]{1,3}[〕］\\]]")  # the number of a note without its text
_MAX_NOTE: Final = 5
_REMARK_RE: Final = pattern(  # on an item
    "[（(](?:可[选選]|可省略?|可不加|[选選]用|[备備]用|[适適]量|少[许許]|任[选選]|[选選]填|必填)[）)]。?"
)
_PART_RE: Final = pattern("【[^【】]{1,12}】")  # the head of a part
_LABEL_OF_RE: Final = pattern("【[^【】]{1,8}】(?![，。、；：的和与及等])")
_DAY_RE: Final = pattern(  # of a diary, with its weather
    "(?:[0-9]{4} ?年 ?)?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日[ \u3000]*(?:星期|礼拜|禮拜|[周週])[一二三四五六日天]"
    "(?:[ \u3000]+[\u4e00-\u9fff]{1,4})?"
)
_POINT_RE: Final = pattern("[^0-9.][0-9]{1,4}\\.\\Z")  # a share goes on behind its point
_SHARE_RE: Final = pattern("[0-9]{1,2}(?:[%％万萬亿億]|[个個]百分[点點])")
_NUMBER_RE: Final = pattern("[0-9][0-9-]{6,}(?![0-9年月日])")
_REACHED_RE: Final = pattern("(?:电话|電話|热线|熱線|传真|傳真|邮编|郵編|手机|手機|QQ|微信)[：:]$")
_HAN: Final = END["HAN"]
_B_HAN: Final = BEGIN["HAN"]
_MIN_HEAD: Final = 0.8  # of the column's width
_MAX_HEAD: Final = 0.6
_MIN_DATES: Final = 3
_MAX_BETWEEN: Final = 3  # lines from one date to the next
_NO_START: Final = "，。、；：！？》〉）」』】"  # no closing quote, which OCR reads for an opening one, and no ellipsis
_PLAIN_BEGINS: Final = frozenset("本新中又〔【［[（(")
_FIRST_NUMBERS: Final = frozenset((1, ord("A"), ord("a")))
_MIN_BULLETS: Final = 3
_MAX_OPEN: Final = 8  # lines
_BARE_ROLES: Final = frozenset("记記通")
_PAPERS: Final = frozenset("报報刊网網台社体體约約派见見习習席")  # a byline may be broken behind them


def begun_seams(
    contents: list[str],
    facts: list[Facts],
    gaps: list[int],
    widths: list[int],
    candidates: list[tuple[int, ...]],
    not_full: set[int],
) -> list[tuple[int, bool]]:
    """Return such seams, as `certain_seams` does; `not_full` are the places of the lines that are not full.

    >>> from cleantext._layout.facts import line_facts
    >>> lines = ["猫的“工", "牌”", "本报讯（记者 王哲）"]
    >>> begun_seams(lines, line_facts(lines), [0, 0], [8, 4, 19], [(20,)] * 3, {0, 1})
    [(1, True), (2, False)]
    """
    found: list[tuple[int, bool]] = []
    seen: dict[tuple[str, str, str], tuple[int, int]] = {}  # the last number and its place, for each kind of label
    dated: list[int] = []
    said: list[int] = []
    bulleted: dict[str, list[int]] = {}
    for k in [k for k, fact in enumerate(facts) if fact.tells]:
        fact, before = facts[k], facts[k - 1] if k else None
        is_next = before is not None and not gaps[k - 1]
        begin = fact.begin
        # what a line leaves open and one of the next two closes is one: no block ends at any of 277 and of 710 seams
        if fact.closed and is_next and before is not None:
            if before.opened == fact.closed:
                found.append((k, True))
            elif k > 1 and _spans(facts[k - 2 : k + 1]) and not gaps[k - 2] and not_full.isdisjoint((k - 2, k - 1)):
                found += (k - 1, True), (k, True)
        if fact.end == _HYPHEN and k < len(gaps) and not gaps[k] and _parts_word(contents[k], facts[k + 1]):
            found.append((k + 1, True))
        if len(contents[k]) <= _MAX_NOTE and k < len(gaps) and not gaps[k] and _NOTE_RE.fullmatch(contents[k]):
            found.append((k + 1, True))
        if begin == _ITEM:
            if (label := _label(contents[k])) is not None:
                kind, number = label
                last, place = seen.get(kind, (-9, 0))
                is_near = k - place <= (_MAX_SECTION if k in not_full and not fact.shown & HAS_MARK else _MAX_APART)
                if number == last + 1 and is_near and before is not None and before.end not in GOES_ON:
                    found.append((k, False))
                    if place and last in _FIRST_NUMBERS and _begins_list(facts[place - 1], place - 1 in not_full):
                        found.append((place, False))
                seen[kind] = number, k
            if k < len(gaps) and not gaps[k] and _is_headed(fact, facts[k + 1], widths[k : k + 2], candidates[k][0]):
                found.append((k + 1, True))
        elif begin == _BRACKET:
            is_free = before is None or k - 1 in not_full or before.end in STOPPED
            if fact.end == _E_BRACKET and (
                JUMP_RE.fullmatch(contents[k]) or (is_free and _PART_RE.fullmatch(contents[k]))
            ):
                found += (k, False), (k + 1, False)
            elif is_next and before is not None and _is_remark(contents[k], before):
                found.append((k, True))
            elif is_next and before is not None and before.begin == _DATELINE and _is_dateline_only(contents[k - 1]):
                if fact.end == _E_BRACKET and k < len(gaps) and not gaps[k]:  # `本报讯` / `（记者 王哲）` / the text
                    found.append((k + 1, True))
            elif (
                before is not None and is_free and _LABEL_OF_RE.match(contents[k]) and _may_end(contents[k - 1], before)
            ):
                found.append((k, False))
        elif begin == _BYLINE:
            if fact.has_credit and _REPORTER_RE.fullmatch(contents[k]):
                found += (k, False), (k + 1, False)
                continue
            is_who = names_who(contents[k])
            # behind a full line `记者 王哲` may go on from the name of a paper
            is_line = is_who and k in not_full and contents[k][0] not in _BARE_ROLES
            is_free = k - 1 in not_full or is_line
            if before is not None and is_free and _may_end(contents[k - 1], before):
                found.append((k, False))
            if is_who and k < len(gaps) and widths[k + 1] >= candidates[k + 1][0] - FIRST:
                found.append((k + 1, False))
        elif begin == _DIGIT:
            if (date := _DATE_RE.match(contents[k])) is not None:
                # a time behind its day, broken by width, is no date of a calendar
                if date[0][-1] in "年月日" or before is None or contents[k - 1][-1] not in _BEFORE_TIME:
                    dated.append(k)
                if (before is None or before.end in STOPPED) and _DAY_RE.fullmatch(contents[k]):
                    found += (k, False), (k + 1, False)
            is_number = before is not None and before.end == _COLON and _NUMBER_RE.match(contents[k]) is not None
            if is_number and _REACHED_RE.search(contents[k - 1]):
                found.append((k, True))
            if is_next and k - 1 not in not_full and _POINT_RE.search(contents[k - 1]) and _SHARE_RE.match(contents[k]):
                found.append((k, True))
        elif begin == _DATELINE:
            if k < len(gaps) and not gaps[k] and _is_dateline_only(contents[k]):
                found.append((k + 1, True))  # it says who reports from where: all of 14 such lines go on
            if before is None:
                continue
            # what only resembles a dateline (`使用腾讯 QQ`) may stand behind a full line
            is_free = k - 1 in not_full or before.end in STOPPED or _is_plain(contents[k])
            if is_free and _may_end(contents[k - 1], before):
                found.append((k, False))
        elif before is None:
            continue
        elif begin == _QUOTE:
            if before.end in STOPPED:
                # two of 633 sayings of one line were none, six of 586 behind another saying (docs/paragraphs.md)
                is_said = before.end == _STOP_CLOSED and k - 1 in not_full and contents[k - 1][-1] in CLOSING_QUOTES
                is_saying = fact.end in STOPPED and widths[k] < candidates[k][0] - INDENT
                if is_said or is_saying or (before.begin == _QUOTE and not before.closed):
                    found.append((k, False))
            elif before.end == _COLON and is_next:
                said.append(k)
        elif begin == _BULLET:
            bulleted.setdefault(contents[k][0], []).append(k)
        elif is_next and (contents[k][0] in _NO_START or contents[k] in CLOSING_QUOTES or _closes(contents, facts, k)):
            found.append((k, True))
    for places in bulleted.values():
        if len(places) >= _MIN_BULLETS:  # before all of 88 such lines a block ends
            found += [(k, False) for k in places]
    if said:
        found += sayings(said, contents, widths, candidates, not_full)
    for k in [k for k in _calendar(dated) if k and not facts[k - 1].opened]:
        end = facts[k - 1].end
        if end in STOPPED or (k - 1 in not_full and end not in GOES_ON):
            found.append((k, False))
    return found


def _calendar(dated: list[int]) -> Iterator[int]:
    """Yield the places of dates that begin three lines or more, with at most two others from one to the next."""
    run: list[int] = []
    for k in dated:
        if run and k - run[-1] > _MAX_BETWEEN:
            run = []
        run.append(k)
        if len(run) == _MIN_DATES:
            yield from run
        elif len(run) > _MIN_DATES:
            yield k


def _may_end(content: str, fact: Facts) -> bool:
    """Tell whether a block may end with a line, before one that begins as blocks do."""
    return not fact.opened and fact.end not in GOES_ON and content[-1] not in _PAPERS


def _is_dateline_only(content: str) -> bool:
    """Tell whether nothing stands behind the dateline that a line begins with."""
    return content[-1] in _DATELINE_ENDS and _DATELINE_RE.fullmatch(content) is not None


def _begins_list(before: Facts, is_short: bool) -> bool:
    """Tell whether a first item begins a block behind a line, as 132 of 133 with a second one do.

    Behind the colon of a full line it may go on.
    """
    return before.end not in GOES_ON and (is_short or before.end != _COLON)


def _closes(contents: list[str], facts: list[Facts], place: int) -> bool:
    """Tell whether a line begins with the quote that closes what one of the last lines left open: all of 23 go on."""
    if contents[place][0] not in CLOSING_QUOTES:
        return False
    for fact in facts[max(0, place - _MAX_OPEN) : place][::-1]:
        if fact.opened or fact.closed:
            return fact.opened > 0
    return False


def _is_headed(item: Facts, following: Facts, widths: list[int], column: int) -> bool:
    """Tell whether an item is a headline that goes on in the next line: nearly full, and a short one without a mark."""
    return (
        item.end == _HAN
        and following.begin == _B_HAN
        and not following.shown & HAS_MARK
        and _MIN_HEAD * column <= widths[0] < column - SLACK
        and widths[1] < _MAX_HEAD * column
    )


def _spans(facts: list[Facts]) -> bool:
    """Tell whether the last of three lines closes what the first one left open."""
    first, between, last = facts
    return first.opened == last.closed and not (between.opened or between.closed)


def _is_remark(content: str, before: Facts) -> bool:
    """Tell whether a line is a remark in brackets on the item before it."""
    return before.begin == _ITEM and before.end == _HAN and _REMARK_RE.fullmatch(content) is not None


def _is_plain(content: str) -> bool:
    """Tell whether a dateline can be nothing else: its paper or agency, or who wrote it, is named."""
    return content[0] in _PLAIN_BEGINS or content[3:6].find("（") >= 0


def _parts_word(content: str, following: Facts) -> bool:
    """Tell whether the hyphen at a line's end stands in a word or number that the next line goes on with."""
    return following.begin in _WORDS and len(content) > 1 and last_class(content[-2]) in _WORD


def _label(content: str) -> tuple[tuple[str, str, str], int] | None:
    """Return the kind (its marks and numerals) and the number of the label that a line begins with."""
    label = _LABEL_RE.match(content)
    if not label:
        return None
    opening, written, closing = label[1], label[2], label[3]
    if written in _HAN_NUMBERS:
        return (opening, "一", closing), _HAN_NUMBERS[written]
    if "0" <= written[0] <= "9":
        return (opening, "1", closing), int(written)
    return ((opening, "a", closing), ord(written)) if written.isascii() else None
