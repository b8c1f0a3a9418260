"""Columns that an extractor gave line by line in turn, or side by side in one line: nothing can be joined there.

Of full lines of running text between two Han three in ten end within a word, which the next line takes up. Where none
does for a while, but the line after the next one does again and again, lines of two columns stand in turn; where what
stands behind a gap in the next line does, or what stands before a gap goes on there, they stand side by side.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from cleantext._layout.words import OFTEN, together

_REACH: Final = 16  # lines of which none ends within a word that the next one takes up: of running text few are so
_MIN_FULL: Final = 6  # of them
_MIN_TOLD: Final = 3  # words that go on elsewhere, each counted once
_NEAR: Final = 24  # lines among which they stand
_MIN_SHARE: Final = 0.12  # of the seams; 0.01 to 0.03 of those between other lines
_COLUMNS: Final = (2, 3, 4)
_MAX_PIECES: Final = 4
_MIN_PIECE: Final = 5  # code points; what stands between names is shorter
_MIN_ROWS: Final = 6  # before another one
_TIMES: Final = 3  # as many words as go on in the next line
_APART: Final = 8  # lines between two with a gap, as where one column is the longer one

_Pair = tuple[str, str]  # the characters on both sides of a seam


def lines_in_turn(contents: list[str], full: list[bool], with_spaces: list[int]) -> list[int]:
    """Return the places of lines of several columns that stand in turn or side by side, in order.

    On 523 pages and texts that were extracted column by column there is none; of 96 extracts of pages of two to four
    columns that were not, 80 are seen.

    Args:
        contents: of the lines, none of which is blank, without the white space at its ends.
        full: whether each reaches the width of its column.
        with_spaces: the places of those with a space inside, in order.

    >>> left = ["这一天来办理业务的市", "民并不多，服务中心主", "任开玩笑地说，以后来", "办业务的人应该会更少"]
    >>> right = ["他的车停在路边，老李", "在车里等了半天才看见", "那个提着篮子的人，他", "们一起回家去了，一路"]
    >>> rows = [f"{a} {b}" for a, b in zip(left, right)] * 2
    >>> len(lines_in_turn(rows, [True] * 8, list(range(8))))
    8
    """
    found: set[int] = set()
    for run in _quiet_runs(contents, full):
        places = [k for k in run if full[k]]
        if len(places) < _MIN_FULL:
            continue
        for step in _COLUMNS:
            seams = [(k, (contents[k][-1], contents[k + step][0])) for k in places if k + step < len(contents)]
            if _is_told([(k, pair) for k, pair in seams if together(*pair) == OFTEN], len(seams)):
                found.update(range(run.start, run.stop + 1))
                break
    for run in _rows(contents, with_spaces):
        found.update(run)
    return sorted(found)


def _is_told(told: list[tuple[int, _Pair]], asked: int) -> bool:
    """Tell whether enough words, each counted once, go on elsewhere: among a few lines, or of all `asked`."""
    if len(told) < _MIN_TOLD:
        return False
    places: dict[_Pair, int] = {}
    for k, pair in told:
        places.setdefault(pair, k)
    at = sorted(places.values())
    return len(at) >= max(_MIN_TOLD, _MIN_SHARE * asked) or any(
        last - first <= _NEAR for first, last in zip(at, at[_MIN_TOLD - 1 :])
    )


def _quiet_runs(contents: list[str], full: list[bool]) -> Iterator[range]:
    """Yield runs of lines of which none ends within a word that the next one takes up; a line in three is looked at."""
    first, last = 0, len(contents) - 1
    while first + _REACH <= last:
        k = first + _REACH - 1
        while k >= first and not (full[k] and together(contents[k][-1], contents[k + 1][0]) == OFTEN):
            k -= 1
        if k >= first:
            first = k + 1
            continue
        end = first + _REACH
        while end < last and not (full[end] and together(contents[end][-1], contents[end + 1][0]) == OFTEN):
            end += 1
        yield range(first, end)
        first = end + 1


def _rows(contents: list[str], with_spaces: list[int]) -> Iterator[range]:
    """Yield the lines of columns that stand side by side."""
    gaps = {k: found for k in with_spaces if (found := _gaps(contents[k]))}
    if sum([k + 1 in gaps for k in gaps]) < _MIN_ROWS:  # nearly all pages
        return
    told: list[tuple[int, _Pair]] = []
    flowing: set[_Pair] = set()
    first = before = -1
    for k in [*gaps, len(contents) + _APART + 1]:  # the last one ends what runs
        if before < 0 or k - before > _APART:
            if _is_told(told, len(contents)) and len({pair for _, pair in told}) >= _TIMES * len(flowing):
                yield range(first, before + 1)
            told, flowing, first = [], set(), k
        elif k - before == 1:
            last, begin = contents[before][-1], contents[k][0]
            if together(last, begin) == OFTEN:
                flowing.add((last, begin))
            pairs = [(front, begin) for front, _ in gaps[before]] + [(last, behind) for _, behind in gaps[k]]
            told += [(before, pair) for pair in pairs if together(*pair) == OFTEN]
        before = k


def _gaps(content: str) -> list[_Pair]:
    """Return what stands before and behind each gap of a line that may be one of several columns."""
    # where columns are set apart by wide gaps, a single space is one of the text
    pieces = list(filter(None, map(str.strip, content.split("  ")))) if "  " in content else content.split()
    if not 0 < len(pieces) <= _MAX_PIECES or len(pieces[0]) < _MIN_PIECE or len(pieces[-1]) < _MIN_PIECE:
        return []
    pairs = [(before[-1], behind[0]) for before, behind in pairwise(pieces)]
    return [pair for pair in pairs if not (pair[0].isascii() or pair[1].isascii())]
