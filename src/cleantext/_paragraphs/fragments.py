"""Lines that were one line in print: glyphs of a vertical headline, and lines that an extractor broke at a mark."""

from typing import Final

from cleantext._layout.chars import BEGIN, END
from cleantext._layout.columns import BLOCK_LINES
from cleantext._layout.facts import Facts

MIN_GLYPHS: Final = 3
"""So many lines of one glyph each are a headline that was set down the page."""
_MIN_BROKEN_SHARE: Final = 0.02  # of lines that end early in a comma: none on other pages
_MIN_BROKEN: Final = 3

_EARLY: Final = frozenset((END["COMMA"], END["PAUSE"]))
_COMMAS: Final = frozenset((END["COMMA"], END["PAUSE"], END["SEMICOLON"]))
_STOPS: Final = frozenset((END["STOP"], END["STOP_CLOSED"]))
_CLOSED: Final = frozenset((END["QUOTE"], END["BRACKET"], END["COLON"]))
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
    """Glue runs of fragments that add up to the width of the column."""
    i, count = 0, len(widths)
    while i < count:
        # where a stretch is all fragments, the width of the lines around it is the column's
        column = max(max(candidates[k]) for k in (max(0, i - BLOCK_LINES), i, min(count - 1, i + BLOCK_LINES)))
        total, j, is_certain, early_stop = widths[i], i, False, False
        while j + 1 < count and total < column - 3 and not gaps[j]:
            end, begin = facts[j].end, facts[j + 1].begin
            if end in _COMMAS or (begin in _OPENS and end not in _STOPS):
                is_certain = True
            elif end in _STOPS:
                early_stop = True
            elif end not in _CLOSED and begin not in _OPENS:
                break
            if total + widths[j + 1] > column + 5:
                break
            total += widths[j + 1]
            j += 1
        if j > i and column - 4 <= total <= column + 5 and (is_certain or (early_stop and j - i > 1)):
            glued[i + 1 : j + 1] = [True] * (j - i)
            i = j + 1
        else:
            i += 1
