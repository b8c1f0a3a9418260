"""The cheapest way to cut a page's lines up into lines in print, each as wide as a column, whichever these are."""

from typing import Final

from cleantext._layout.chars import BEGIN, CLOSINGS, END, STOPPED
from cleantext._layout.facts import Facts
from cleantext._layout.width import INDENT

_CLOSED: Final = CLOSINGS | {END["COLON"]}
_MAX_PIECES: Final = 24  # of one line: a bound, so that hostile text costs no more than its length
# What a line in print costs; one that fills its column costs nothing.
_SHORT: Final = 100  # it is short and ends no sentence
_SHORT_AND_STOPPED: Final = 30
_WIDE: Final = 100  # it is wider than its column
FIRST: Final = 4  # it is as narrow as a first line
_OFF: Final = 10  # each half em by which fragments do not add up
_CHANGE: Final = 150  # of the column

_COMMAS: Final = frozenset((END["COMMA"], END["PAUSE"], END["SEMICOLON"]))
_BLOCK_BEGINS: Final = frozenset(BEGIN[name] for name in ("DATELINE", "BYLINE", "BULLET"))
_ITEM: Final = BEGIN["ITEM"]
_BRACKET: Final = BEGIN["BRACKET"]
_E_BRACKET: Final = END["BRACKET"]
_B_QUOTE: Final = BEGIN["QUOTE"]
_BYLINE: Final = BEGIN["BYLINE"]
_NO_START: Final = BEGIN["NO_START"]
_OPENS: Final = frozenset((BEGIN["QUOTE"], BEGIN["BRACKET"], BEGIN["TITLE"], _NO_START))
_QUOTE: Final = END["QUOTE"]
_HAN: Final = END["HAN"]


def put_together(
    widths: list[int],
    tight: list[int],
    gaps: list[int],
    facts: list[Facts],
    columns: list[int],
    is_often: bool,
    joints: set[int],
) -> tuple[list[int], list[int]]:
    """Return for each line the end of the line in print that it may begin, so that they cost least, and its column.

    Args:
        widths: of the lines, in half em.
        tight: how many marks of each stand close to another one, and were squeezed.
        gaps: the number of blank lines after each but the last.
        facts: of each.
        columns: the widths that lines in print may have.
        is_often: whether lines are broken all over; else fragments must add up exactly, and none goes on behind a stop.
        joints: the numbers of lines that may go on in the next.
    """
    count, choices = len(widths), range(len(columns))
    widest = max(columns)
    costs: list[list[int]] = [[0] * len(columns)] * (count + 1)  # of the lines from each on, in each column
    least = [0] * (count + 1)
    best_ends: list[list[int]] = [[]] * count
    costs_alone: dict[tuple[int, int, bool], list[int]] = {}
    for i in range(count - 1, -1, -1):
        own, changed = widths[i], least[i + 1] + _CHANGE
        shape = own, tight[i], facts[i].end in STOPPED
        alone = costs_alone.get(shape)
        if alone is None:
            alone = costs_alone[shape] = [_alone(own - column, shape[1], shape[2]) for column in columns]
        costs[i] = found = [line + (after if after < changed else changed) for line, after in zip(alone, costs[i + 1])]
        best_ends[i] = found_ends = [i + 1] * len(columns)
        for end, total in _ends(i, widths, gaps, facts, widest, is_often, joints):
            squeezed = end - i - 1 + sum(tight[i:end]) + sum([j in joints for j in range(i, end - 1)])
            after, changed = costs[end], least[end] + _CHANGE
            for c in choices:
                column = columns[c]
                if own >= column - 3:
                    continue
                line = made_up(total, squeezed, column)
                if line > FIRST and not is_often:
                    continue
                if line >= 0 and (cost := line + min(after[c], changed)) < found[c]:
                    found[c], found_ends[c] = cost, end
        least[i] = min(found)
    ends = list(range(1, count + 1))
    column_of: list[int] = []
    i, c = 0, costs[0].index(least[0])
    while i < count:
        if costs[i][c] > least[i] + _CHANGE:
            c = costs[i].index(least[i])
        ends[i] = best_ends[i][c]
        column_of += [columns[c]] * (ends[i] - i)
        i = ends[i]
    return ends, column_of


def _ends(
    i: int, widths: list[int], gaps: list[int], facts: list[Facts], widest: int, is_often: bool, joints: set[int]
) -> list[tuple[int, int]]:
    """Return where a line in print may end that was broken and begins with line `i`, and how wide it is up to there."""
    ends: list[tuple[int, int]] = []
    total = widths[i]
    if total <= 2 and facts[i].begin == _NO_START and facts[i].end in CLOSINGS:
        return ends  # a quote alone belongs to what is before it
    is_certain = early_stop = False
    pieces = 1
    for j in range(i + 1, min(len(widths), i + _MAX_PIECES)):
        end, begin = facts[j - 1].end, facts[j].begin
        if end == _QUOTE and widths[j - 1] <= 2 and j - i > 1 and facts[j - 2].end in STOPPED:
            end = facts[j - 2].end  # a quote that was closed behind it
        total += widths[j]
        begins_block = begin in _BLOCK_BEGINS or (begin == _ITEM and end in STOPPED)
        begins_block |= begin == _BRACKET and facts[j - 1].begin == _BYLINE  # the head of a part: `【案情】`
        if gaps[j - 1] or begins_block or total - (j - i) > widest + 2:
            break
        if widths[j] <= 2 and begin == _NO_START and facts[j].end == _QUOTE and facts[j - 1].end in STOPPED:
            ends.append((j + 1, total))  # which says nothing of what stands behind it
            continue
        pieces += 1
        if (
            j - 1 in joints
            or end in _COMMAS
            or begin == _NO_START
            or (is_often and begin in _OPENS and end not in STOPPED)
        ):
            is_certain = True
        elif end in STOPPED:
            # a saying of its own, or a line in brackets (`（下转第6版）`)
            if not is_often or (begin == _B_QUOTE and facts[j].end in STOPPED):
                break
            if begin == _BRACKET and facts[j].end == _E_BRACKET:
                break
            early_stop = True
            # a quotation behind a stop may begin a paragraph; short lines of one do not end in mid-sentence
            is_certain |= begin in _OPENS and facts[j].end == _HAN
        elif end not in _CLOSED and begin not in _OPENS:
            break
        if is_certain or (early_stop and pieces > 2):
            ends.append((j + 1, total))
    return ends


def _alone(off: int, tight: int, is_stopped: bool) -> int:
    """Return what a line in print costs that was not broken, by how much wider (half em) than its column it is."""
    if off > 0:
        off = max(0, off - tight)
    if off > 3:
        return _WIDE
    if off >= -3:
        return _OFF * max(0, off - 1)
    if off >= -INDENT - 1:
        return FIRST
    return _SHORT_AND_STOPPED if is_stopped else _SHORT


def made_up(total: int, squeezed: int, column: int) -> int:
    """Return what a line in print costs whose fragments add up to `total` half em, -1 where they make no such line.

    Up to `squeezed` half em of them may have been squeezed out of the marks.
    """
    off = max(0, column - total, total - squeezed - column)
    first = max(0, column - INDENT - total, total - squeezed - column + INDENT)
    if off > 2 and first > 1:
        return -1
    return min(_OFF * off, _OFF * first + FIRST)
