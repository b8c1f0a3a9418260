"""What a line shows by its characters alone: how it begins and ends, its marks, what it leaves open."""

from collections.abc import Sequence
from dataclasses import dataclass

from cleantext._layout.chars import BEGIN, END, begin_class, end_class
from cleantext._layout.cues import CREDIT_RE, CUE_BEGINS, begin_cue
from cleantext._layout.pattern import pattern

SPACES = " \t\u3000\u00a0\f\v"
"""What may stand before and behind a line's content."""

NO_MARKS, COMMAS, STOPS = range(3)

_STOPS = "。！？；"
_COMMAS = "，、：,"
_OPENING = "“「《（"
_CLOSING = "”」》）"
_MARKS = _STOPS + _COMMAS + _OPENING + _CLOSING
_HAN = BEGIN["HAN"]
_GOING_ON = frozenset(END[n] for n in ("HAN", "COMMA", "PAUSE"))
_STOPPED = frozenset(END[n] for n in ("STOP", "STOP_CLOSED"))
_OTHERS_RE = pattern(f"[^{_MARKS}\n]+")
_CREDIT_ENDS = frozenset("摄攝影图圖道報报导導）)。")
_REMEMBERED = 8192  # shapes of lines; a bound, so that hostile text cannot fill the memory
_MAX_SHAPE = 64  # code points; longer shapes are not remembered


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
    """

    begin: int
    end: int
    inside: int
    has_credit: bool
    opened: int
    closed: int
    goes_on: bool
    runs: bool


def line_facts(contents: Sequence[str]) -> list[Facts]:
    """Return the facts of lines that are not blank, without the white space at their ends.

    >>> [facts] = line_facts(["天很蓝，“云"])
    >>> facts.inside, facts.opened
    (1, 1)
    """
    text = "\n".join(contents)
    shapes = _OTHERS_RE.sub("x", text).split("\n")
    has_news = "讯" in text or "訊" in text
    out = []
    for content, shape in zip(contents, shapes, strict=True):
        begin = begin_cue(content) if has_news or content[0] in CUE_BEGINS else -1
        if begin < 0:
            begin = begin_class(content)
        has_credit = content[-1] in _CREDIT_ENDS and CREDIT_RE.search(content, max(0, len(content) - 8)) is not None
        key = (begin, end_class(content), has_credit, shape)
        facts = _known.get(key)
        if facts is None:
            inside, opened, closed = _read(shape)
            goes_on = inside != NO_MARKS and key[1] in _GOING_ON
            runs = begin == _HAN and (inside != NO_MARKS or key[1] in _STOPPED)
            facts = Facts(begin, key[1], inside, has_credit, opened, closed, goes_on, runs)
            if len(shape) <= _MAX_SHAPE and len(_known) < _REMEMBERED:
                _known[key] = facts
        out.append(facts)
    return out


_known: dict[tuple[int, int, bool, str], Facts] = {}


def _read(shape: str) -> tuple[int, int, int]:
    """Return what a line's marks say (inside, opened, closed); anything between two marks stands as `x`."""
    before_end = shape.rstrip(_MARKS)
    inside = NO_MARKS
    for mark in before_end:
        if mark in _STOPS:
            inside = STOPS
            break
        if mark in _COMMAS:
            inside = COMMAS
    opened = closed = 0
    for mark in shape:
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
