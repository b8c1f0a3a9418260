"""Lines that were one line in print: glyphs of a vertical headline, and lines that an extractor broke at marks.

Where a line was squeezed to hold one more character, some extractors end a line behind each of its marks. What was one
line in print adds up to the width of a column; which column is found with it, as the cheapest way to cut a page up.
"""

from collections import Counter
from typing import Final

from cleantext._layout.chars import BEGIN, CLOSINGS, END, STOPPED
from cleantext._layout.columns import MIN_LINES
from cleantext._layout.facts import Facts

MIN_GLYPHS: Final = 3
"""So many lines of one glyph each are a headline that was set down the page."""
_MIN_BROKEN_SHARE: Final = 0.02  # of lines that end early in a comma: none on other pages
_MIN_BROKEN: Final = 3
_MIN_SIGNS: Final = 2
_AROUND: Final = 8  # lines before and behind a sign that are looked at where there are few
_EARLIER: Final = 7  # half em

_MAX_PIECES: Final = 24  # of one line: a bound, so that hostile text costs no more than its length
_MIN_COLUMN: Final = 16  # half em; narrower lines are fragments
_MAX_COLUMN: Final = 100  # half em
_MIN_HELD: Final = 0.1  # of what the column of the page's most text holds
_MAX_COLUMNS: Final = 6  # of one page
_INDENT: Final = 4  # half em; a first line that lost its own is as much narrower
# What a line in print costs; one that fills its column costs nothing.
_SHORT: Final = 100  # it is short and ends no sentence
_SHORT_AND_STOPPED: Final = 30
_WIDE: Final = 100  # it is wider than its column
_FIRST: Final = 4  # it is as narrow as a first line
_OFF: Final = 10  # each half em by which fragments do not add up
_CHANGE: Final = 150  # of the column

_EARLY: Final = frozenset((END["COMMA"], END["PAUSE"]))
_COMMAS: Final = frozenset((END["COMMA"], END["PAUSE"], END["SEMICOLON"]))
_CLOSED: Final = CLOSINGS | {END["COLON"]}
_OPENS: Final = frozenset((BEGIN["QUOTE"], BEGIN["BRACKET"], BEGIN["TITLE"], BEGIN["NO_START"]))
_BLOCK_BEGINS: Final = frozenset(BEGIN[name] for name in ("DATELINE", "BYLINE", "BULLET"))
_ITEM: Final = BEGIN["ITEM"]
_NO_START: Final = BEGIN["NO_START"]
_MAY_BEGIN: Final = "…%％"  # in print too
_NO_COLUMN: Final = 1 << 30  # half em; no line is as wide
_QUOTE: Final = END["QUOTE"]
_HAN: Final = END["HAN"]


def lines_in_print(
    contents: list[str], widths: list[int], gaps: list[int], candidates: list[tuple[int, ...]], facts: list[Facts]
) -> tuple[list[int], list[int]]:
    """Return the numbers of the lines that begin a line in print, and how wide those are (half em).

    Args:
        contents: the lines that are not blank, without indent.
        widths: theirs, in half em.
        gaps: the number of blank lines after each but the last.
        candidates: the widths the column of each line may have.
        facts: of each line.
    """
    count = len(widths)
    signs, is_often = _signs(contents, widths, candidates, facts)
    columns = _columns(widths) if signs else []
    has_glyphs = widths.count(2) + widths.count(1) >= MIN_GLYPHS
    if not (columns or has_glyphs):  # most pages
        return list(range(count)), widths
    ends = list(range(1, count + 1))  # of the line in print that each line begins
    column_of = [_NO_COLUMN] * count
    if columns:
        for a, b in [(0, count)] if is_often else _around(signs, count):
            found = _put_fragments_together(widths[a:b], gaps[a : b - 1], facts[a:b], columns, is_often)
            ends[a:b] = [a + end for end in found[0]]
            column_of[a:b] = found[1]
    if has_glyphs:
        _put_glyphs_together(widths, gaps, ends)
    if ends == list(range(1, count + 1)):
        return list(range(count)), widths
    starts: list[int] = []
    made: list[int] = []
    i = 0
    while i < count:
        end = ends[i]
        starts.append(i)
        total = sum(widths[i:end])
        # each mark behind which the line was broken may have been squeezed by half an em
        made.append(max(column_of[i], total - (end - i - 1)) if total > column_of[i] else total)
        i = end
    return starts, made


def _put_glyphs_together(widths: list[int], gaps: list[int], ends: list[int]) -> None:
    narrow = [i for i, w in enumerate(widths) if w <= 2]
    i = 0
    while i < len(narrow):
        j = i
        while j + 1 < len(narrow) and narrow[j + 1] == narrow[j] + 1 and gaps[narrow[j]] <= 1:
            j += 1
        if j - i + 1 >= MIN_GLYPHS:
            ends[narrow[i]] = narrow[j] + 1
        i = j + 1


def _signs(
    contents: list[str], widths: list[int], candidates: list[tuple[int, ...]], facts: list[Facts]
) -> tuple[list[int], bool]:
    """Return the numbers of the lines by which lines are seen to be broken at marks, and whether it is so all over.

    In columns, no line ends early in a comma, and in print no line begins with a mark that closes.
    """
    early: list[int] = []
    begun: list[int] = []
    for i, fact in enumerate(facts):
        if fact.end in _EARLY and widths[i] < candidates[i][0] - _EARLIER:
            early.append(i)
        elif fact.begin == _NO_START and contents[i][0] not in _MAY_BEGIN:
            begun.append(i)
    if len(early) >= max(_MIN_BROKEN, _MIN_BROKEN_SHARE * len(facts)):
        return early, True
    return (sorted(early + begun), False) if len(early) + len(begun) >= _MIN_SIGNS else ([], False)


def _around(signs: list[int], count: int) -> list[tuple[int, int]]:
    """Return stretches of lines around the signs: the first line of each, and the one behind its last."""
    stretches: list[tuple[int, int]] = []
    for sign in signs:
        first, end = max(0, sign - _AROUND), min(count, sign + _AROUND + 1)
        if stretches and first <= stretches[-1][1]:
            stretches[-1] = stretches[-1][0], end
        else:
            stretches.append((first, end))
    return stretches


def _columns(widths: list[int]) -> list[int]:
    """Return the widths (half em) that lines of the page share, those that hold most of its text first."""
    counts = Counter(widths)
    held: list[tuple[int, int]] = []
    for width, count in counts.items():
        if not _MIN_COLUMN <= width <= _MAX_COLUMN:
            continue
        near = counts.get(width - 1, 0) + counts.get(width + 1, 0)
        if count + near >= MIN_LINES:
            held.append(((2 * count + near) * width, -width))
    columns: list[int] = []
    held.sort(reverse=True)
    for share, negative in held:
        if share < _MIN_HELD * held[0][0]:
            break
        if all(not -3 < -negative - column < 3 for column in columns):
            columns.append(-negative)
    return columns[:_MAX_COLUMNS]


def _put_fragments_together(
    widths: list[int], gaps: list[int], facts: list[Facts], columns: list[int], is_often: bool
) -> tuple[list[int], list[int]]:
    """Return for each line the end of the line in print that it may begin, so that they cost least, and its column.

    Where few lines are broken (not `is_often`), fragments must add up exactly, and none goes on behind a stop.
    """
    count, choices = len(widths), range(len(columns))
    widest = max(columns)
    costs: list[list[int]] = [[0] * len(columns)] * (count + 1)  # of the lines from each on, in each column
    least = [0] * (count + 1)
    best_ends: list[list[int]] = [[]] * count
    costs_alone: dict[tuple[int, bool], list[int]] = {}
    for i in range(count - 1, -1, -1):
        own, changed = widths[i], least[i + 1] + _CHANGE
        shape = own, facts[i].end in STOPPED
        alone = costs_alone.get(shape)
        if alone is None:
            alone = costs_alone[shape] = [_alone(own - column, shape[1]) for column in columns]
        costs[i] = found = [line + (after if after < changed else changed) for line, after in zip(alone, costs[i + 1])]
        best_ends[i] = found_ends = [i + 1] * len(columns)
        for end, total in _ends(i, widths, gaps, facts, widest, is_often):
            after, changed = costs[end], least[end] + _CHANGE
            for c in choices:
                column = columns[c]
                if own >= column - 3:
                    continue
                line = _made_up(total, end - i - 1, column)
                if line > _FIRST and not is_often:
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
    i: int, widths: list[int], gaps: list[int], facts: list[Facts], widest: int, is_often: bool
) -> list[tuple[int, int]]:
    """Return where a line in print may end that was broken and begins with line `i`, and how wide it is up to there."""
    ends: list[tuple[int, int]] = []
    total = widths[i]
    is_certain = early_stop = False
    for j in range(i + 1, min(len(widths), i + _MAX_PIECES)):
        end, begin = facts[j - 1].end, facts[j].begin
        if end == _QUOTE and widths[j - 1] <= 2 and j - i > 1 and facts[j - 2].end in STOPPED:
            end = facts[j - 2].end  # a quote that was closed behind it
        total += widths[j]
        begins_block = begin in _BLOCK_BEGINS or (begin == _ITEM and end in STOPPED)
        if gaps[j - 1] or begins_block or total - (j - i) > widest + 2:
            break
        if end in _COMMAS or begin == _NO_START or (is_often and begin in _OPENS and end not in STOPPED):
            is_certain = True
        elif end in STOPPED:
            if not is_often:
                break
            early_stop = True
            # a quotation behind a stop may begin a paragraph; short lines of one do not end in mid-sentence
            is_certain |= begin in _OPENS and facts[j].end == _HAN
        elif end not in _CLOSED and begin not in _OPENS:
            break
        if is_certain or (early_stop and j - i > 1):
            ends.append((j + 1, total))
    return ends


def _alone(off: int, is_stopped: bool) -> int:
    """Return what a line in print costs that was not broken, by how much wider (half em) than its column it is."""
    if off > 3:
        return _WIDE
    if off >= -3:
        return _OFF * max(0, off - 1)
    if off >= -_INDENT - 1:
        return _FIRST
    return _SHORT_AND_STOPPED if is_stopped else _SHORT


def _made_up(total: int, joins: int, column: int) -> int:
    """Return what a line in print costs whose fragments add up to `total` half em, -1 where they make no such line."""
    off = max(0, column - total, total - joins - column)
    first = max(0, column - _INDENT - total, total - joins - column + _INDENT)
    if off > 2 and first > 1:
        return -1
    return min(_OFF * off, _OFF * first + _FIRST)
