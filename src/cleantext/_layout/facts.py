"""What a line shows by its characters alone: how it begins and ends, its marks, what it leaves open."""

from codecs import charmap_build, charmap_encode
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import repeat
from operator import attrgetter, itemgetter
from typing import Final, cast

from cleantext._layout.chars import BEGIN, CLOSINGS, END, STOPPED, begin_class, end_class, last_class
from cleantext._layout.cues import CREDIT_ENDS, CREDIT_RE, CUE_BEGINS, OwnCues, begin_cue, may_begin_cue

SPACES: Final = " \t\u3000\u00a0\f\v"
"""What may stand before and behind a line's content."""

NO_MARKS, COMMAS, STOPS = range(3)
HAS_MARK, IS_OPEN, HAS_STOP, IS_VERSE, IS_ITEM, IS_STOPPED, IS_RULE = 1, 2, 4, 8, 16, 32, 64

_STOPS: Final = "。！？；"
_COMMAS: Final = "，、：,"
_OPENING: Final = "“「《（"
_CLOSING: Final = "”」》）"
_MARKS: Final = _STOPS + _COMMAS + _OPENING + _CLOSING
_HAN, _ITEM = BEGIN["HAN"], BEGIN["ITEM"]
_TELLING: Final = frozenset(
    BEGIN[n] for n in ("ITEM", "BULLET", "BRACKET", "NO_START", "BYLINE", "DATELINE", "QUOTE", "DIGIT", "DASH")
)
_GOING_ON: Final = frozenset(END[n] for n in ("HAN", "COMMA", "PAUSE"))
_SENTENCE_MARKS: Final = STOPPED.union(END[n] for n in ("COMMA", "PAUSE", "SEMICOLON", "COLON"))
VERSE_ENDS: Final = STOPPED.union(END[n] for n in ("COMMA", "SEMICOLON", "ELLIPSIS"))
MID_SENTENCE: Final = frozenset(END[n] for n in ("HAN", "DIGIT", "LATIN", "OPEN", "PAUSE", "HYPHEN"))
_RULE_BEGINS: Final = frozenset(BEGIN[n] for n in ("DASH", "OTHER"))
_RULE_ENDS: Final = frozenset(END[n] for n in ("DASH", "HYPHEN", "OTHER"))
_MARK_SET: Final = frozenset(_MARKS)
# The marks of a page and its line feeds as one byte each, all else left out: one pass in C over all its lines.
_FIRST_CODE: Final = ord("\n") + 1
_MARKS_MAP: Final = charmap_build(("\0" + "\ufffe" * 9 + "\n" + _MARKS).ljust(256, "\ufffe"))
_BEHIND_CREDIT: Final = frozenset("）)。")  # they end other lines too, and are preceded by one of the next
_BEFORE_MARK: Final = frozenset("摄攝影图圖片道导導）) ")
_MARK_OR_CREDIT: Final = _MARK_SET | _BEFORE_MARK
_ASKING_ENDS: Final = CREDIT_ENDS - {"。"}  # whether a credit ends with "。" is seen by the character before it
_MARKED: Final = 100  # added to the class of an end that is a mark
_REMEMBERED: Final = 8192  # shapes of lines; a bound, so that hostile text cannot fill the memory
_MAX_SHAPE: Final = 64  # code points; longer shapes are not remembered
_first_of: Final = itemgetter(0)
_last_of: Final = itemgetter(-1)
_shown_of: Final = attrgetter("shown")


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """A line's facts; lines that show the same mostly share one object, and it is told from others by identity.

    Attributes:
        begin, end: codes in `chars.BEGIN` and `chars.END`.
        inside: the marks that stand before those at its end: `NO_MARKS`, `COMMAS` only, or `STOPS`.
        has_credit: whether it ends as captions and bylines do.
        opened: 1-4 for the last “ 「 《 （ that it leaves open, else 0.
        closed: 1-4 for the first ” 」 》 ） that it closes without having opened it, else 0.
        goes_on: whether it is running text (has marks inside) and ends in mid-sentence, behind a Han or a comma.
        runs: whether it begins with a Han and is running text, or the end of a sentence.
        tells: whether it may say for certain that a block ends or goes on before it or behind it: a cue, an item, a
            number, a quote, a bracket, a dash or a mark at its beginning, a mark that closes what is open, a hyphen or
            a credit at its end.
        shown: what it says of the page's form: the sum of `HAS_MARK`, a mark of a sentence inside it or at its end,
            `IS_OPEN`, an end in mid-sentence, `HAS_STOP`, a stop inside it, `IS_VERSE`, a mark at its end as verse has
            them, `IS_ITEM`, the number or bullet of an item at its beginning, `IS_STOPPED`, a stop at its end, and
            `IS_RULE`, no mark of a sentence and signs at both ends.
    """

    begin: int
    end: int
    inside: int
    has_credit: bool
    opened: int
    closed: int
    goes_on: bool
    runs: bool
    tells: bool
    shown: int


def shown_by(facts: list[Facts]) -> bytes:
    """Return what lines show of the page's form, one byte a line: what is asked of all lines is asked at once.

    >>> list(shown_by(line_facts(["天很蓝，", "1. 云"]))) == [HAS_MARK + IS_VERSE, IS_OPEN + IS_ITEM]
    True
    """
    return bytes(map(_shown_of, facts))


def contents_of(lines: list[str], numbers: list[int]) -> list[str]:
    """Return the lines of these numbers, none of which is blank, without the white space at their ends.

    >>> contents_of(["一", "", " 二"], [0, 2])
    ['一', '二']
    """
    return list(map(str.strip, map(lines.__getitem__, numbers), repeat(SPACES)))


def line_facts(contents: list[str], own: OwnCues | None = None) -> list[Facts]:
    """Return the facts of lines that are not blank, without the white space at their ends.

    `own` are words to know besides.

    >>> [facts] = line_facts(["天很蓝，“云"])
    >>> facts.inside, facts.opened
    (1, 1)
    """
    text = "\n".join(contents)
    shapes: list[bytes] = charmap_encode(text, "ignore", _MARKS_MAP)[0].split(b"\n")
    if own is not None:
        return [_facts(content, shape, True, own) for content, shape in zip(contents, shapes)]
    # nearly all lines: no cue can begin them, no credit ends them, and one mark at most stands at their end
    begins = map(_PLAIN_BEGINS.get, map(_first_of, contents))
    ends = list(map(_PLAIN_ENDS.get, map(_last_of, contents)))
    keys: Iterable[tuple[int | None, int | None, bytes]] = zip(begins, ends, shapes)
    found: list[Facts | None] = list(map(_plain.get, keys))
    others = [k for k, end in enumerate(ends) if found[k] is None or end is None or end >= _MARKED]
    for k in others:
        content, end = contents[k], ends[k]
        if end is not None and end >= _MARKED and content[-2:-1] in _MARK_OR_CREDIT:
            found[k] = _facts(content, shapes[k])
        elif found[k] is None:
            found[k] = _less_plain(content, shapes[k], end)
    for number in _with_news(text):
        found[number] = _facts(contents[number], shapes[number], True)
    return cast("list[Facts]", found)


def _facts(content: str, shape: bytes, is_cue: bool = False, own: OwnCues | None = None) -> Facts:
    """Return the facts of one line; with `is_cue` it may begin with a cue although its first character begins none."""
    first, last = content[0], content[-1]
    begin = begin_cue(content, own) if is_cue or first in CUE_BEGINS else -1
    if begin < 0:
        begin = begin_class(content)
    end = end_class(content)
    has_credit = (
        last in CREDIT_ENDS
        and (last not in _BEHIND_CREDIT or content[-2:-1] in _BEFORE_MARK)
        and CREDIT_RE.search(content, max(0, len(content) - 8)) is not None
    ) or (own is not None and own.ends_credit(content))
    trail = len(content) - len(content.rstrip(_MARKS)) if last in _MARK_SET else 0
    key = (begin, end, has_credit, trail, shape)
    facts = _known.get(key)
    if facts is None:
        inside, opened, closed = _read(shape, trail)
        goes_on = inside != NO_MARKS and end in _GOING_ON
        runs = begin == _HAN and (inside != NO_MARKS or end in STOPPED)
        shown = HAS_MARK if inside != NO_MARKS or end in _SENTENCE_MARKS else 0
        shown += (IS_OPEN if end in MID_SENTENCE else 0) + (HAS_STOP if inside == STOPS else 0)
        shown += (IS_VERSE if end in VERSE_ENDS else 0) + (IS_ITEM if begin == _ITEM else 0)
        shown += IS_STOPPED if end in STOPPED else 0
        shown += IS_RULE if inside == NO_MARKS and begin in _RULE_BEGINS and end in _RULE_ENDS else 0
        tells = begin in _TELLING or closed > 0 or end == END["HYPHEN"] or has_credit
        facts = Facts(begin, end, inside, has_credit, opened, closed, goes_on, runs, tells, shown)
        if len(shape) <= _MAX_SHAPE and len(_known) < _REMEMBERED:
            _known[key] = facts
    return facts


def _less_plain(content: str, shape: bytes, end: int | None) -> Facts:
    """Return the facts of a line that the tables of plain ones do not have, and put there what belongs there.

    `end` is what the table of ends says of its last character, and no mark or credit stands before that one.
    """
    if may_begin_cue(content) or (end is None and (end := _learn_end(content)) is None):
        return _facts(content, shape)
    first = content[0]
    begin = begin_class(first)
    if first not in CUE_BEGINS and len(_PLAIN_BEGINS) < _REMEMBERED:
        _PLAIN_BEGINS[first] = begin
    facts = _plain.get((begin, end, shape))
    if facts is None:
        facts = _facts(content, shape)
        if len(shape) <= _MAX_SHAPE and len(_plain) < _REMEMBERED:
            _plain[begin, end, shape] = facts
    return facts


def _learn_end(content: str) -> int | None:
    """Return the class of a line's end, as the table of plain ends has it from now on; None where it is no such end."""
    last = content[-1]
    if last in _ASKING_ENDS or (end := last_class(last)) in CLOSINGS:  # its class lies in what stands before
        return None
    if last in _MARK_SET:
        end += _MARKED
    if len(_PLAIN_ENDS) < _REMEMBERED:
        _PLAIN_ENDS[last] = end
    return None if end >= _MARKED and content[-2:-1] in _MARK_OR_CREDIT else end


_known: dict[tuple[int, int, bool, int, bytes], Facts] = {}
# Characters at the ends of lines by which alone their class is known, and the facts of lines that both ends are such.
_PLAIN_BEGINS: dict[str, int] = {}
_PLAIN_ENDS: dict[str, int] = {}
_plain: dict[tuple[int | None, int | None, bytes], Facts] = {}  # no key has None


def _with_news(text: str) -> set[int]:
    """Return the numbers of the lines that may be a dateline by what stands at their third to fifth place."""
    numbers: set[int] = set()
    for sign in "讯訊":
        number, counted = 0, 0
        at = text.find(sign)
        while at >= 0:
            number += text.count("\n", counted, at)
            counted = at
            if 1 < at - text.rfind("\n", max(0, at - 5), at) - 1 < 5:
                numbers.add(number)
            at = text.find(sign, at + 1)
    return numbers


def _read(shape: bytes, trail: int) -> tuple[int, int, int]:
    """Return what a line's marks say (inside, opened, closed); `trail` of them stand at its end."""
    marks = "".join([_MARKS[code - _FIRST_CODE] for code in shape])
    inside = NO_MARKS
    for mark in marks[: len(marks) - trail]:
        if mark in _STOPS:
            inside = STOPS
            break
        if mark in _COMMAS:
            inside = COMMAS
    opened = closed = 0
    for mark in marks:
        at = _OPENING.find(mark)
        if at >= 0:
            opened = at + 1
            continue
        at = _CLOSING.find(mark) + 1
        if not at:
            continue
        if opened == at:
            opened = 0
        elif not opened and not closed:
            closed = at
    return inside, opened, closed
