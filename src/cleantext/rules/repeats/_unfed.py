"""Where the pages of a document end that were joined without form feeds: at page numbers that count on."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain

from cleantext._data.classes import DIGIT
from cleantext._layout.chars import END, STOPPED, end_class
from cleantext._layout.facts import SPACES
from cleantext._layout.pattern import pattern
from cleantext._text import Text

__all__ = ["NO_HEADS", "page_ends"]

NO_HEADS = STOPPED | {END["COMMA"]}
"""Ends of lines that are no heads."""

# Before a line of hardly more than a number: only these are looked at.
_NUMBERED_RE = pattern("\n(?= *+[ .~\\-\x80-\U0010ffff]{0,4}+[0-9]{1,4}+[ .~\\-\x80-\U0010ffff]{0,4}+(?:\n|\\Z))")
_DECORATED_RE = pattern(f"([·•—–―~～－-]) ?[{DIGIT}]{{1,4}} ?\\1|第 ?[{DIGIT}]{{1,4}} ?[页頁]")
_NUMBER_RE = pattern(f"[{DIGIT}]{{1,4}}")
_MARKS = f"{SPACES}·•—–―~～－-"
_FOLIO_RE = pattern(f"[{_MARKS}]*第?[{_MARKS}]*([{DIGIT}]{{1,4}})[{_MARKS}]*[页頁]?[{_MARKS}]*")
_MIN_LINES = 8  # from one page number to the next
_MAX_LINES = 400
_MAX_HEAD = 60  # code points
_EDGE = 3  # lines at the beginning of the text among which the number of its first page is


def page_ends(text: Text) -> list[int]:
    r"""Return the numbers of the lines behind which pages end, those before the last: none where no numbers show it.

    The numbers of pages are in lines of their own, between marks or with a head that comes again in a line beside them;
    chapters may be numbered as pages are, but bare.

    >>> page = "字\n" * 9
    >>> page_ends(Text(f"{page}— 7 —\n{page}— 8 —")), page_ends(Text(f"{page}7\n{page}8"))
    ([9], [])
    """
    string = text.string
    found = [numbered.end() for numbered in _NUMBERED_RE.finditer(string)]
    if _NUMBERED_RE.match("\n" + string[:_MAX_HEAD]):
        found.insert(0, 0)
    if len(found) < 2:
        return []
    lines, starts = text.line_list(), text.starts()
    runs: dict[int, list[int]] = {}  # by the page number that is last in each, the numbers of the lines
    longest: list[int] = []
    for at in found:
        number = bisect_right(starts, at) - 1
        if not (says := _FOLIO_RE.fullmatch(lines[number].strip(SPACES))):
            continue
        folio = int(says[1])
        run = runs.pop(folio - 1, [])
        if not run or not _MIN_LINES < number - run[-1] <= _MAX_LINES:
            run = []
        run.append(number)
        runs[folio] = run
        if len(run) > len(longest):
            longest = run
    if len(longest) < 2 or not _are_pages(lines, longest):
        return []
    solid = [i for i in chain(range(longest[0] + 1), range(longest[-1], len(lines))) if lines[i].strip(SPACES)]
    if longest[0] in solid[:_EDGE]:  # they stand at the heads
        return [number - 1 for number in longest if number > solid[0]]
    return [number for number in longest if number < solid[-1]]


def _are_pages(lines: Sequence[str], numbers: Sequence[int]) -> bool:
    """Tell whether numbers that count on are those of pages: by marks around them, or by what comes again with them."""
    if all(_DECORATED_RE.fullmatch(lines[number].strip(SPACES)) for number in numbers):
        return True
    beside = [_beside(lines, number) for number in numbers]
    return any(left & right for step in (1, 2) for left, right in zip(beside, beside[step:], strict=False))


def _beside(lines: Sequence[str], number: int) -> set[str]:
    """Return the heads that stand beside a page number, in the lines before and behind it."""
    near: list[int] = []
    for step in (-1, 1):
        other = number + step
        while 0 <= other < len(lines) and not lines[other].strip(SPACES):
            other += step
        near.append(other)
    heads = [lines[other].strip(SPACES) for other in near if 0 <= other < len(lines)]
    return {
        head
        for head in heads
        if 1 < len(head) <= _MAX_HEAD and end_class(head) not in NO_HEADS and not _NUMBER_RE.search(head)
    }
