"""Where the pages of a document end that were joined without form feeds: at page numbers that count on."""

from bisect import bisect_right
from collections.abc import Sequence

from cleantext._data.classes import DIGIT
from cleantext._layout.chars import END, STOPPED, end_class
from cleantext._layout.facts import MID_SENTENCE, SPACES
from cleantext._layout.pattern import pattern
from cleantext._text import Text
from cleantext.rules.repeats._heads import FOLIO_MARKS

__all__ = ["GOING_ON", "NO_HEADS", "page_ends"]

NO_HEADS = STOPPED | {END["COMMA"]}
"""Ends of lines that are no heads."""
_NO_HEADS_HERE = NO_HEADS | {END["COLON"]}
GOING_ON = MID_SENTENCE | {END["COMMA"]}
"""Ends of lines whose sentence goes on."""

_BESIDE = r"[^\x00-\x1f!-,/-}\x7f]"  # a space, a point, a dash, or beyond ASCII
# Before a line of hardly more than a number: only these are looked at.
_NUMBERED_RE = pattern(f"\n(?= *+{_BESIDE}{{0,4}}+[0-9]{{1,4}}+{_BESIDE}{{0,4}}+(?:\n|\\Z))")
_DECORATED_RE = pattern(f"([·•—–―~～－-]) ?[{DIGIT}]{{1,4}} ?\\1|第 ?[{DIGIT}]{{1,4}} ?[页頁]")
_NUMBER_RE = pattern(f"[{DIGIT}]{{1,4}}")
_FOLIO_RE = pattern(f"[{FOLIO_MARKS}]*第?[{FOLIO_MARKS}]*([{DIGIT}]{{1,4}})[{FOLIO_MARKS}]*[页頁]?[{FOLIO_MARKS}]*")
_MIN_LINES = 8  # from one page number to the next
_MAX_LINES = 400
_MAX_HEAD = 60  # code points
_ABOVE = 12  # lines before a number, blank ones among them
_DEPTH = 3  # of them that hold something
_MIN_TEXT = 12  # code points of a line that is no head
_PAGE = ("页", "頁")
_LATE, _YEARS = 10, 1000  # chapters, rows and items begin with smaller numbers; from the second on they may be years
_MIN_PARTED = 0.3  # of the numbers
_EDGE = 3  # lines at the beginning of the text among which the number of its first page is


def page_ends(text: Text) -> list[int]:
    r"""Return the numbers of the lines behind which pages end, those before the last: none where no numbers show it.

    The numbers of pages are in lines of their own, between marks or with a head that comes again in a line beside them,
    and some part a sentence; chapters may be numbered as pages are, but do not.

    >>> one, two = ("".join(char * 13 + end + "\n" for end in "甲乙丙丁戊己庚辛壬癸") for char in "字文")
    >>> page_ends(Text(f"{one}— 7 —\n{two}— 8 —")), page_ends(Text(f"{one}7\n{two}8"))
    ([10], [])
    """
    string = text.string
    if len(text.line_list()) <= _MIN_LINES + 1:
        return []
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
        if not (says := _FOLIO_RE.fullmatch(_content(lines[number]))):
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
    solid = [number for number, line in enumerate(lines) if _content(line)]
    if longest[0] in solid[:_EDGE]:  # they stand at the heads
        return [number - 1 for number in longest if number > solid[0]]
    return [number for number in longest if number < solid[-1]]


def _are_pages(lines: Sequence[str], numbers: Sequence[int]) -> bool:
    """Tell whether numbers that count on are those of pages, and not of chapters, of rows or of the items of a list.

    They say so (`第 3 页`), or they are set between marks or beside a head that comes again, and part sentences; those
    that part none are between marks, beside such a head, and do not begin with the first ones.
    """
    contents = [_content(lines[number]) for number in numbers]
    if all(content.endswith(_PAGE) for content in contents):
        return True
    is_decorated = all(map(_DECORATED_RE.fullmatch, contents))
    beside = [_beside(lines, number) for number in numbers]
    has_heads = any(left & right for step in (1, 2) for left, right in zip(beside, beside[step:], strict=False))
    if not (is_decorated or has_heads):
        return False
    first = _NUMBER_RE.search(contents[0])
    is_late = first is not None and _LATE <= int(first[0]) < _YEARS
    return _part_sentences(lines, numbers) or (is_decorated and has_heads and is_late)


def _part_sentences(lines: Sequence[str], numbers: Sequence[int]) -> bool:
    """Tell whether some of the numbers stand in the midst of a sentence: those of chapters and rows do not.

    The line before a number, or the one before a head above it, is longer than heads are.
    """
    parted = 0
    for number in numbers:
        above = [line for line in map(_content, lines[max(0, number - _ABOVE) : number][::-1]) if line]
        before = next((line for line in above[:_DEPTH] if len(line) > _MIN_TEXT), "")
        parted += before != "" and end_class(before) in GOING_ON
    return parted >= max(1, _MIN_PARTED * len(numbers))


def _content(line: str) -> str:
    return line.strip(SPACES)


def _beside(lines: Sequence[str], number: int) -> set[str]:
    """Return the heads that stand beside a page number, in the lines before and behind it."""
    near: list[int] = []
    for step in (-1, 1):
        other = number + step
        while 0 <= other < len(lines) and not _content(lines[other]):
            other += step
        near.append(other)
    heads = [_content(lines[other]) for other in near if 0 <= other < len(lines)]
    return {head for head in heads if 1 < len(head) <= _MAX_HEAD and end_class(head) not in _NO_HEADS_HERE}
