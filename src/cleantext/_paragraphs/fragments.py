"""Lines that were one line in print: glyphs of a vertical headline, and lines that an extractor broke at a mark."""

from typing import Final

from cleantext._layout.chars import BEGIN, CLOSINGS, END, STOPPED
from cleantext._layout.columns import BLOCK_LINES
from cleantext._layout.facts import Facts

MIN_GLYPHS: Final = 3
"""So many lines of one glyph each are a headline that was set down the page."""
_MIN_BROKEN_SHARE: Final = 0.02  # of lines that end early in a comma: none on other pages
_MIN_BROKEN: Final = 3

_MAX_PIECES: Final = 24  # of one line: a bound, so that hostile text costs no more than its length
_SHORT: Final = 100  # the cost of a line that is short and ends no sentence; of a fragment half an em off it is 1
_SHORT_AND_STOPPED: Final = 30

_EARLY: Final = frozenset((END["COMMA"], END["PAUSE"]))
_COMMAS: Final = frozenset((END["COMMA"], END["PAUSE"], END["SEMICOLON"]))
_CLOSED: Final = CLOSINGS | {END["COLON"]}
_OPENS: Final = frozenset((BEGIN["QUOTE"], BEGIN["BRACKET"], BEGIN["TITLE"], BEGIN["NO_START"]))


def group_starts(
    contents: list[str],
    widths: list[int],
    gaps: list[int],
    candidates: list[tuple[int, ...]],
    facts: list[Facts],
) -> list[int]:
    """Return the numbers of the lines that begin a line in print.

    Args:
        contents: the lines that are not blank, without indent.
        widths: theirs, in half em.
        gaps: the number of blank lines after each but the last.
        candidates: the widths the column of each line may have.
        facts: of each line.
    """
    count = len(contents)
    glued = [False] * count  # to the line before
    _glue_glyphs(widths, gaps, glued)
    if _breaks_at_marks(widths, candidates, facts):
        _glue_fragments(widths, gaps, candidates, facts, glued)
    return [i for i in range(count) if not glued[i]] if True in glued else list(range(count))


def _glue_glyphs(widths: list[int], gaps: list[int], glued: list[bool]) -> None:
    if min(widths) > 2:
        return
    narrow = [i for i, w in enumerate(widths) if w <= 2]
    i = 0
    while i < len(narrow):
        j = i
        while j + 1 < len(narrow) and narrow[j + 1] == narrow[j] + 1 and gaps[narrow[j]] <= 1:
            j += 1
        if j - i + 1 >= MIN_GLYPHS:
            glued[narrow[i] + 1 : narrow[j] + 1] = [True] * (j - i)
        i = j + 1


def _breaks_at_marks(widths: list[int], candidates: list[tuple[int, ...]], facts: list[Facts]) -> bool:
    early = 0
    for i, fact in enumerate(facts):
        if fact.end in _EARLY and widths[i] < candidates[i][0] - 7:
            early += 1
    return early >= max(_MIN_BROKEN, _MIN_BROKEN_SHARE * len(facts))


def _glue_fragments(
    widths: list[int],
    gaps: list[int],
    candidates: list[tuple[int, ...]],
    facts: list[Facts],
    glued: list[bool],
) -> None:
    """Glue runs of fragments that add up to the width of the column, so that few lines are left that are short."""
    count = len(widths)
    costs = [0] * (count + 1)  # of the lines from each on
    ends = list(range(1, count + 1))  # of the line in print that each line begins, at that cost
    for i in range(count - 1, -1, -1):
        # where a stretch is all fragments, the width of the lines around it is the column's
        column = max(max(candidates[k]) for k in (max(0, i - BLOCK_LINES), i, min(count - 1, i + BLOCK_LINES)))
        total = widths[i]
        costs[i] = costs[i + 1]
        if total >= column - 3:
            continue
        costs[i] += _SHORT_AND_STOPPED if facts[i].end in STOPPED else _SHORT
        is_certain = early_stop = False
        for j in range(i + 1, min(count, i + _MAX_PIECES)):
            end, begin = facts[j - 1].end, facts[j].begin
            total += widths[j]
            if gaps[j - 1] or total > column + 5:
                break
            if end in _COMMAS or (begin in _OPENS and end not in STOPPED):
                is_certain = True
            elif end in STOPPED:
                early_stop = True
                # a quotation behind a stop may begin a paragraph; short lines of one do not end in mid-sentence
                is_certain |= begin in _OPENS and facts[j].end == END["HAN"] and -2 <= total - column <= 2
            elif end not in _CLOSED and begin not in _OPENS:
                break
            if total < column - 4 or not (is_certain or (early_stop and j - i > 1)):
                continue
            cost = costs[j + 1] + abs(total - column)
            if cost < costs[i]:
                costs[i], ends[i] = cost, j + 1
    i = 0
    while i < count:
        glued[i + 1 : ends[i]] = [True] * (ends[i] - i - 1)
        i = ends[i]
