"""Seams of which there is no doubt, by how their lines begin: with a cue, a number, a quotation, a mark that closes."""

from collections.abc import Iterator
from typing import Final

from cleantext._layout.chars import BEGIN, CLOSING_QUOTES, COMMA_ENDS, END, IN_SENTENCE, STOPPED, is_han
from cleantext._layout.facts import HAS_MARK, Facts
from cleantext._layout.numerals import in_words
from cleantext._layout.pattern import pattern
from cleantext._layout.width import INDENT
from cleantext._paragraphs.captions import RESTS, caption_seams
from cleantext._paragraphs.families import WEAK_ENDS
from cleantext._paragraphs.sayings import SLACK, sayings
from cleantext._paragraphs.told import (
    GOES_ON,
    Lines,
    told_by_bracket,
    told_by_byline,
    told_by_dateline,
    told_by_quote_alone,
)
from cleantext._paragraphs.torn import torn_number, torn_range, torn_word

_ITEM: Final = BEGIN["ITEM"]
_BRACKET: Final = BEGIN["BRACKET"]
_BULLET: Final = BEGIN["BULLET"]
_BYLINE: Final = BEGIN["BYLINE"]
_DATELINE: Final = BEGIN["DATELINE"]
_DIGIT: Final = BEGIN["DIGIT"]
_QUOTE: Final = BEGIN["QUOTE"]
_DASH: Final = BEGIN["DASH"]
_OPENED: Final = frozenset(BEGIN[name] for name in ("QUOTE", "TITLE"))
_HYPHEN: Final = END["HYPHEN"]
_COLON: Final = END["COLON"]
_STOP_CLOSED: Final = END["STOP_CLOSED"]
_HAN: Final = END["HAN"]
_B_HAN: Final = BEGIN["HAN"]
_LABEL_RE: Final = pattern("([（(〔［\\[]?) ?([0-9]{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z]) ?([、．.)）〕］\\]])")
_HAN_NUMBERS: Final = {in_words(number): number for number in range(1, 100)}
_FIRST_NUMBERS: Final = frozenset((1, ord("A"), ord("a")))
_MAX_APART: Final = 40  # lines from one item to the next
_MAX_SECTION: Final = 400  # the same where the item is a headline
_NOTE_RE: Final = pattern("[〔［\\[][0-9]{1,3}[〕］\\]]")  # the number of a note without its text
_NOTE_BEGINS: Final = frozenset("〔［[")
_MAX_NOTE: Final = 5
_REFERENCE_RE: Final = pattern("[〔［\\[][0-9]{1,3}[〕］\\]][，。、；：！？）”」』》〉]")  # and a mark
# the number of a section, and no decimal: a point or a space stands behind it, and no unit
_SECTION_RE: Final = pattern(
    "([0-9]{1,2}[.](?:[0-9]{1,2}[.])?)([0-9]{1,2})(?:[.] ?|[ \u3000]+)"
    "(?![千百万萬亿億元个個倍米公里吨噸亩畝人分度级級次年月日小时時])(?=[A-Za-z]|[^\\x00-\\x7f])"
)
_MIN_HEAD: Final = 0.8  # of the column's width
_MAX_HEAD: Final = 0.6
_DATE_RE: Final = pattern("[0-9]{4} ?年|[0-9]{1,2} ?月 ?[0-9]{1,2} ?日|[0-9]{1,2}[:：∶][0-9]{2}")
_BEFORE_TIME: Final = frozenset("日午晚晨天至到")
_DAY_RE: Final = pattern(  # of a diary, with its weather
    "(?:[0-9]{4} ?年 ?)?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日[ \u3000]*(?:星期|礼拜|禮拜|[周週])[一二三四五六日天]"
    "(?:[ \u3000]+[\u4e00-\u9fff]{1,4})?"
)
_MAX_NAME: Final = 4
_MIN_DATES: Final = 3
_MAX_BETWEEN: Final = 3  # lines from one date to the next
_NO_START: Final = "，。、；：！？》〉）」』】"  # no closing quote, which OCR reads for an opening one, and no ellipsis
_MIN_BULLETS: Final = 3
_MAX_OPEN: Final = 8  # lines


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
    lines = Lines(contents, facts, gaps, widths, candidates, not_full)
    telling = [k for k, fact in enumerate(facts) if fact.tells]
    credited = [k for k in telling if facts[k].has_credit or contents[k] in RESTS]
    found = list(caption_seams(credited, lines))
    items: list[int] = []
    sections: list[int] = []
    dated: list[int] = []
    quoted: list[int] = []
    bulleted: dict[str, list[int]] = {}
    for k in telling:
        fact = facts[k]
        begin = fact.begin
        is_next = k > 0 and not gaps[k - 1]
        # what a line leaves open and one of the next two closes is one: no block ends at any of 277 and of 710 seams
        if fact.closed and is_next:
            if facts[k - 1].opened == fact.closed:
                found.append((k, True))
            elif k > 1 and _spans(facts[k - 2 : k + 1]) and not gaps[k - 2] and not_full.isdisjoint((k - 2, k - 1)):
                found += (k - 1, True), (k, True)
        if fact.end == _HYPHEN:
            torn_word(lines, k, found)
        if begin == _ITEM:
            items.append(k)
        elif begin == _BRACKET:
            told_by_bracket(lines, k, found)
        elif begin == _BYLINE:
            told_by_byline(lines, k, found)
        elif begin == _DIGIT:
            if (date := _DATE_RE.match(contents[k])) is not None:
                # a time behind its day, broken by width, is no date of a calendar
                if date[0][-1] in "年月日" or not k or contents[k - 1][-1] not in _BEFORE_TIME:
                    dated.append(k)
                if (not k or facts[k - 1].end in STOPPED) and _DAY_RE.fullmatch(contents[k]):
                    found += (k, False), (k + 1, False)
            if "." in contents[k][1:3]:
                sections.append(k)
            if k:
                torn_number(lines, k, found)
        elif begin == _DASH:
            if k:
                torn_range(lines, k, found)
        elif begin == _DATELINE:
            told_by_dateline(lines, k, found)
        elif begin == _QUOTE:
            if k:
                quoted.append(k)
        elif begin == _BULLET:
            if _is_signed(contents[k]):
                found += (k, False), (k + 1, False)
            elif k:
                bulleted.setdefault(contents[k][0], []).append(k)
        elif is_next and contents[k] in CLOSING_QUOTES:
            told_by_quote_alone(lines, k, found)
        elif is_next and (contents[k][0] in _NO_START or _closes(contents, facts, k)):
            found.append((k, True))
    for places in bulleted.values():
        if len(places) >= _MIN_BULLETS:  # before all of 88 such lines a block ends
            found += [(k, False) for k in places]
    if items:
        found += _items(lines, items)
    if len(sections) > 1:
        found += _sections(lines, sections)
    if quoted:
        found += _quoted(lines, quoted)
    for k in [k for k in _calendar(dated) if k and not facts[k - 1].opened]:
        end = facts[k - 1].end
        # a first line that lost its indent is not full, either
        if end in STOPPED or (k - 1 in not_full and end not in GOES_ON and contents[k - 1][-1] not in WEAK_ENDS):
            found.append((k, False))
    return found


def _is_signed(content: str) -> bool:
    """Tell whether a line is a sign and the name of who wrote it (`◎ 林原`)."""
    name = content[1:].replace(" ", "")
    return 1 < len(name) <= _MAX_NAME and all(map(is_han, name))


def _items(lines: Lines, places: list[int]) -> Iterator[tuple[int, bool]]:
    """Yield the seams before items whose label counts on, and those within a headline that is an item."""
    facts, gaps, not_full = lines.facts, lines.gaps, lines.not_full
    seen: dict[tuple[str, str, str], tuple[int, int]] = {}  # the last number and its place, for each kind of label
    for k in places:
        fact, content = facts[k], lines.contents[k]
        if content[0] in _NOTE_BEGINS:
            if len(content) <= _MAX_NOTE and k < len(gaps) and not gaps[k] and _NOTE_RE.fullmatch(content):
                yield k + 1, True
            if k and not gaps[k - 1] and _REFERENCE_RE.match(content):
                yield k, True
                continue
        if len(content) == 2 and k < len(gaps) and not gaps[k] and _is_choice_alone(content, facts[k + 1]):
            yield k + 1, True
        if (label := _label(content)) is not None:
            kind, number = label
            last, place = seen.get(kind, (-9, 0))
            is_near = k - place <= (_MAX_SECTION if k in not_full and not fact.shown & HAS_MARK else _MAX_APART)
            if number == last + 1 and is_near and k and facts[k - 1].end not in GOES_ON:
                yield k, False
                if place and last in _FIRST_NUMBERS and _begins_list(facts[place - 1], place - 1 in not_full):
                    yield place, False
            seen[kind] = number, k
        column = lines.candidates[k][0]
        if k < len(gaps) and not gaps[k] and _is_headed(fact, facts[k + 1], lines.widths[k : k + 2], column):
            yield k + 1, True


def _sections(lines: Lines, places: list[int]) -> Iterator[tuple[int, bool]]:
    """Yield the seams before sections whose number counts on (`1.2. 工具` behind `1.1. 准备`): all of 26.

    So do those before the first of a chapter (`7.1.` right behind `7. 基础`).
    """
    seen: dict[str, tuple[int, int]] = {}  # the last number and its place, for each chapter
    for k in places:
        if (section := _SECTION_RE.match(lines.contents[k])) is None:
            continue
        chapter, number = section[1], int(section[2])
        last, place = seen.get(chapter, (-9, 0))
        counts_on = number == last + 1 and k - place <= _MAX_SECTION
        is_first = number == 1 and k > 0 and lines.contents[k - 1].startswith(chapter[:-1])
        if (counts_on or is_first) and lines.facts[k - 1].end not in GOES_ON:
            yield k, False
        seen[chapter] = number, k


def _quoted(lines: Lines, places: list[int]) -> Iterator[tuple[int, bool]]:
    """Yield the seams before quotations: a saying behind another one or a sentence, and what a colon announces."""
    contents, facts, widths = lines.contents, lines.facts, lines.widths
    said: list[int] = []
    torn: set[int] = set()
    for k in places:
        fact, before = facts[k], facts[k - 1]
        if before.end in STOPPED:
            # two of 633 sayings of one line were none, six of 586 behind another saying (docs/paragraphs.md)
            is_said = before.end == _STOP_CLOSED and k - 1 in lines.not_full and contents[k - 1][-1] in CLOSING_QUOTES
            is_saying = fact.end in STOPPED and widths[k] < lines.candidates[k][0] - INDENT
            if is_said or is_saying or (before.begin == _QUOTE and not before.closed):
                yield k, False
        elif not lines.gaps[k - 1] and (before.end == _COLON or before.end in COMMA_ENDS):
            # a saying that begins a block fills its line before it ends in mid-sentence: 104 such seams go on, one not
            is_open = fact.end in IN_SENTENCE and lines.not_full.issuperset((k - 1, k))
            if is_open:
                yield k, True
                if k < len(lines.gaps) and not lines.gaps[k]:
                    yield k + 1, True
            if before.end == _COLON:
                said.append(k)
                if is_open:
                    torn.add(k)
    if said:
        yield from sayings(said, torn, contents, widths, lines.candidates, lines.not_full)


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


def _is_choice_alone(content: str, following: Facts) -> bool:
    """Tell whether an extractor broke a line between the letter of a choice and a quote: `A．` / `《呐喊》`."""
    return following.begin in _OPENED and content[1] == "．"


def _spans(facts: list[Facts]) -> bool:
    """Tell whether the last of three lines closes what the first one left open."""
    first, between, last = facts
    return first.opened == last.closed and not (between.opened or between.closed)


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
