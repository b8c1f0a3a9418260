"""What a line shows by its characters alone: how it begins and ends, its marks, what it leaves open."""

import re
from typing import NamedTuple

from cleantext._layout.chars import begin_class, end_class
from cleantext._layout.cues import CREDIT_RE, begin_cue

SPACES = " \t\u3000\u00a0\f\v"
"""What may stand before and behind a line's content."""

NO_MARKS, COMMAS, STOPS = range(3)

_STOP_RE = re.compile("[。！？；]")
_COMMA_RE = re.compile("[，、：,]")
_BRACKETS_RE = re.compile("[“”「」《》（）]")
_CREDIT_ENDS = frozenset("摄攝影图圖道报報导導）)。")
_OPENING = "“「《（"
_CLOSING = "”」》）"


class Facts(NamedTuple):
    """A line's facts.

    Attributes:
        begin, end: codes in `chars.BEGIN` and `chars.END`.
        inside: the marks before its last two characters: `NO_MARKS`, `COMMAS` only, or `STOPS`.
        has_credit: whether it ends as captions and bylines do.
        opened: 1-4 for the last “ 「 《 （ that it leaves open, else 0.
        closed: 1-4 for the first ” 」 》 ） that it closes without having opened it, else 0.
    """

    begin: int
    end: int
    inside: int
    has_credit: bool
    opened: int
    closed: int


def line_facts(content: str) -> Facts:
    """Return the facts of a line that is not blank, without the white space at its ends.

    >>> facts = line_facts("天很蓝，“云")
    >>> facts.inside, facts.opened
    (1, 1)
    """
    begin = begin_cue(content)
    if begin < 0:
        begin = begin_class(content)
    before_end = len(content) - 2
    if _STOP_RE.search(content, 0, before_end):
        inside = STOPS
    else:
        inside = COMMAS if _COMMA_RE.search(content, 0, before_end) else NO_MARKS
    opened = closed = 0
    for mark in _BRACKETS_RE.findall(content):
        at = _OPENING.find(mark)
        if at >= 0:
            opened = at + 1
        else:
            at = _CLOSING.find(mark) + 1
            if opened == at:
                opened = 0
            elif not opened and not closed:
                closed = at
    has_credit = content[-1] in _CREDIT_ENDS and CREDIT_RE.search(content, max(0, before_end - 6)) is not None
    return Facts(begin, end_class(content), inside, has_credit, opened, closed)
