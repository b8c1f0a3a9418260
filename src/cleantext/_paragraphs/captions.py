"""Seams within captions that end with who took the picture: narrow lines of one width, often without a mark."""

from collections.abc import Iterator
from typing import Final

from cleantext._layout.chars import BEGIN, END
from cleantext._layout.facts import Facts
from cleantext._layout.pattern import pattern

_TAKEN_RE: Final = pattern("(?:[摄攝]影?|供[图圖])(?: ?[）)])?[。 ]?$")
_GOING_ON: Final = frozenset(
    END[name] for name in ("HAN", "COMMA", "PAUSE", "DIGIT", "LATIN", "OPEN", "BRACKET", "TITLE", "QUOTE")
)
_BYLINE: Final = BEGIN["BYLINE"]
_BLOCK_BEGINS: Final = frozenset(BEGIN[name] for name in ("BYLINE", "DATELINE", "ITEM", "BULLET"))
_ALIKE: Final = 1  # half em
_MAX_LINES: Final = 8
_MAX_REST: Final = 4  # code points: `摄`, `兰 摄`


def caption_seams(
    credited: list[int], contents: list[str], facts: list[Facts], gaps: list[int], widths: list[int], not_full: set[int]
) -> Iterator[tuple[int, bool]]:
    """Yield such seams, as `certain_seams` does: of 123 on 388 pages all go on but one, before a byline.

    Args:
        credited: the places of the lines that are not full and end with a credit.
        contents: the lines, none of which is blank, without the white space at their ends.
        facts: of each.
        gaps: the number of blank lines after each but the last.
        widths: half em.
        not_full: the places of all lines that are not full.

    >>> from cleantext._layout.facts import line_facts
    >>> lines = ["市民在新落", "成的科技馆", "体验模拟", "高田 摄"]
    >>> list(caption_seams([3], lines, line_facts(lines), [0, 0, 0], [10, 10, 10, 7], {0, 1, 2, 3}))
    [(1, True), (2, True), (3, True)]
    """
    for last in credited:
        if facts[last].begin in _BLOCK_BEGINS or not _TAKEN_RE.search(contents[last]):
            continue
        first, width = last, 0
        while first and last - first < _MAX_LINES and not gaps[first - 1] and first - 1 in not_full:
            k = first - 1
            fact = facts[k]
            if fact.end not in _GOING_ON or fact.has_credit:
                break
            if fact.begin in _BLOCK_BEGINS:
                # `本报记者 姚佩` / `兰 摄` stands under the caption
                if fact.begin != _BYLINE or k != last - 1 or len(contents[last]) > _MAX_REST:
                    break
            elif not width:
                width = widths[k]
                if width < widths[last] - _ALIKE or width < widths[k + 1] - _ALIKE:
                    break
            elif not -_ALIKE <= widths[k] - width <= _ALIKE:
                break
            first = k
        yield from ((k, True) for k in range(first + 1, last + 1))
