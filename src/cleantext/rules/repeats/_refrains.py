"""Whether lines that say the same stand among lines of a song, a list or a table: there they are said twice."""

from itertools import pairwise

from cleantext._layout.chars import STOPPED, end_class, has_point
from cleantext._layout.cues import begin_cue
from cleantext._layout.facts import SPACES
from cleantext._layout.words import OFTEN, together
from cleantext._text import Text

__all__ = ["is_among_short_lines"]

_REACH = 4  # lines looked at on each side
_MIN_SHORT = 3  # of them; a headline and its deck are two
_MAX_SHARE = 0.95  # of the column's width; of running text most lines are as wide as the column


def is_among_short_lines(text: Text, first: int, last: int) -> bool:
    """Tell whether lines `first` to `last` have no mark, and those around are short and have none either.

    Lines that were broken within a word are none of a song. Lines around count up to the first other one or the
    second of two blank ones; over a blank line, only those of one side.
    """
    contents = text.line_list()
    if any(map(has_point, contents[first : last + 1])):
        return False
    above, close_above = _short_lines(text, range(first - 1, -1, -1))
    below, close_below = _short_lines(text, range(last + 1, len(contents)))
    if max(len(above), len(below)) < _MIN_SHORT and close_above + close_below < _MIN_SHORT:
        return False
    lines = [contents[number].strip(SPACES) for number in (*above[::-1], *range(first, last + 1), *below)]
    lines = [line for line in lines if line]
    return not any(together(before[-1], behind[0]) == OFTEN for before, behind in pairwise(lines))


def _short_lines(text: Text, numbers: range) -> tuple[list[int], int]:
    """Return the first of these lines that are short and have no mark, and how many stand before a blank one."""
    contents, layout = text.line_list(), text.layout
    found: list[int] = []
    close = -1
    for number in numbers:
        content = contents[number].strip(SPACES)
        if not content:
            if close >= 0 and close == len(found):  # two blank lines
                break
            close = len(found) if close < 0 else close
            continue
        column = max(layout.candidates_of([number])[0])
        is_short = layout.widths[number] <= _MAX_SHARE * column
        if not is_short or has_point(content) or end_class(content) in STOPPED or begin_cue(content, layout.own) >= 0:
            break
        found.append(number)
        if len(found) == _REACH:
            break
    return found, len(found) if close < 0 else close
