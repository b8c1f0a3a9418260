"""What a page shows by habit: where it leaves lines blank, how it begins paragraphs, how wide its headlines are."""

from collections import Counter
from itertools import compress
from typing import TYPE_CHECKING, Final

from cleantext._layout.chars import STOPPED
from cleantext._layout.facts import HAS_MARK, Facts
from cleantext._paragraphs.families import FULL, FULL_HEAD, SHORT

if TYPE_CHECKING:
    from cleantext._layout.lines import Layout

_MIN_INDENTED: Final = 3  # lines behind a sentence's end that keep an indent
_MAX_ELSEWHERE: Final = 0.1  # of all that have one
_MIN_HEAD: Final = 10  # half em
_MAX_CLOSE: Final = 0.15  # of the lines have no blank one behind them, where an extractor put one after each
_MIN_APART: Final = 12  # lines
_SHORTER: Final = 6  # half em; the last line of a paragraph that is as much narrower than the column shows its end
_MIN_PARAGRAPHS: Final = 4
_MIN_SET_APART: Final = 0.96  # of them have a blank line behind them
_MIN_TRUE: Final = 0.5  # of the blank lines stand behind the end of a sentence; others set headlines apart
_NEARLY_FULL: Final = 3  # half em
_MAX_TORN: Final = 0.05  # of the blank lines stand in mid-sentence
_MAX_ENDED: Final = 0.5  # of them end a sentence; of blocks set apart by blank lines most do


def line_reaches(
    widths: list[int], candidates: list[tuple[int, ...]], facts: list[Facts]
) -> tuple[list[int], list[int]]:
    """Return for each line how far it reaches, and the places of those that are not full.

    FULL is the likeliest width of the column, an em more or less. Headlines are set larger: where several begin with
    lines of one width that is less, they may go on.
    """
    reaches = [FULL if -2 <= width - columns[0] <= 2 else SHORT for width, columns in zip(widths, candidates)]
    others = [k for k, reach in enumerate(reaches) if reach == SHORT]
    heads: list[int] = []
    before = -2
    for k in others:
        if _MIN_HEAD <= widths[k] < candidates[k][0] and not facts[k].shown & HAS_MARK:
            if k - before > 1:
                heads.append(k)
            before = k
    seen = Counter([widths[k] for k in heads])
    for k in heads:
        if seen[widths[k]] > 1:
            reaches[k] = FULL_HEAD
    return reaches, others


def is_set_apart(gaps: list[int], facts: list[Facts]) -> bool:
    """Tell whether blank lines stand behind nearly all lines and say nothing, as most of these end in mid-sentence."""
    if len(gaps) < _MIN_APART or gaps.count(0) >= _MAX_CLOSE * len(gaps):
        return False
    return sum([fact.end in STOPPED for fact in facts]) < _MAX_ENDED * len(facts)


def set_apart_by_blanks(
    widths: list[int], facts: list[Facts], gaps: list[int], candidates: list[tuple[int, ...]]
) -> list[int]:
    """Return the places of lines behind which a blank line ends a block, on a page that has one behind each paragraph.

    It has one behind nearly all short lines that end a sentence, and at least half of its blank lines stand behind the
    end of one: of 211 full lines with a stop and a blank line behind them 205 end a paragraph there. Or none, one in
    twenty at most, stands behind a full line in mid-sentence: then all of 51 do.
    """
    blanks = list(compress(range(len(gaps)), gaps))
    behind = [k for k in blanks if facts[k].end in STOPPED]
    if len(behind) < _MIN_PARAGRAPHS or len(blanks) >= (1 - _MAX_CLOSE) * len(gaps):
        return []
    ends = [k for k in range(len(gaps)) if facts[k].end in STOPPED and widths[k] < candidates[k][0] - _SHORTER]
    set_apart = sum([gaps[k] > 0 for k in ends])
    if set_apart < _MIN_PARAGRAPHS:
        return []
    if len(behind) >= _MIN_TRUE * len(blanks) and set_apart >= _MIN_SET_APART * len(ends):
        return behind
    torn = sum([facts[k].end not in STOPPED and widths[k] >= min(candidates[k]) - _NEARLY_FULL for k in blanks])
    return behind if torn <= _MAX_TORN * len(blanks) else []


def blank_habit(gaps: list[int], facts: list[Facts]) -> int:
    """Return 0-11: how often the page has blank lines (4) and how many of them follow the end of a sentence (3)."""
    blanks = len(gaps) - gaps.count(0)
    share = blanks / max(1, len(gaps))
    often = 0 if share < 0.02 else 1 if share < 0.12 else 2 if share < 0.35 else 3
    true = sum([fact.end in STOPPED for fact in compress(facts, gaps)]) / max(1, blanks)
    return often * 3 + (0 if true < 0.5 else 1 if true < 0.75 else 2)


def first_line_habit(
    widths: list[int],
    facts: list[Facts],
    candidates: list[tuple[int, ...]],
    layout: "Layout",
    numbers: list[int],
    indented: list[int],
) -> int:
    """Look at the lines behind a short line that ends a sentence: they are first lines.

    Where the page's indents stand behind sentences, and hardly ever elsewhere, its first lines keep theirs.
    """
    behind = [facts[k - 1].end in STOPPED for k in indented if k and layout.indents[numbers[k]] >= 2]
    if sum(behind) >= _MIN_INDENTED and len(behind) - sum(behind) <= _MAX_ELSEWHERE * len(behind):
        return 3
    kept = lost = full = 0
    for k, fact in enumerate(facts[:-1]):
        if fact.end in STOPPED:
            column = candidates[k + 1][0]
            if widths[k] < column - 6:
                if layout.indents[numbers[k + 1]] >= 2:
                    kept += 1
                elif -6 <= widths[k + 1] - column <= -3:
                    lost += 1
                elif -1 <= widths[k + 1] - column <= 2:
                    full += 1
    if kept >= 2 and kept > lost + full:
        return 3
    if lost + full < 3:
        return 0
    return 1 if lost > full else 2
