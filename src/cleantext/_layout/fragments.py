"""Lines that were one line in print: glyphs of a vertical headline, and lines that an extractor broke at marks.

Where a line was squeezed to hold one more character, some extractors end a line behind each of its marks. What was one
line in print adds up to the width of a column; which column is found with it, as the cheapest way to cut a page up.
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import Final

from cleantext._layout.chars import BEGIN, COMMA_ENDS, END, IN_SENTENCE
from cleantext._layout.columns import MIN_LINES
from cleantext._layout.facts import Facts
from cleantext._layout.pattern import pattern
from cleantext._layout.pieces import FIRST, made_up, put_together

MIN_GLYPHS: Final = 3
"""So many lines of one glyph each are a headline that was set down the page."""
_MIN_BROKEN_SHARE: Final = 0.02  # of lines that end early in a comma: none on other pages
_MIN_BROKEN: Final = 3
_MIN_SIGNS: Final = 2
_MIN_PAIRS: Final = 3
# So many of the signs of a kind lie inside lines in print, or they are none; by chance one of five does.
_MIN_EARLY_INSIDE: Final = 0.6
_MIN_PAIRS_INSIDE: Final = 0.5
_AROUND: Final = 8  # lines before and behind a sign that are looked at where there are few
_EARLIER: Final = 7  # half em

TIGHT_RE: Final = pattern("[，。、：；！？”’）》」』](?=[“‘（《「『，。、：；！？”’）》」』])")
"""A mark that stands close to another one, and may be squeezed to half its width."""
_MIN_COLUMN: Final = 16  # half em; narrower lines are fragments
_MAX_COLUMN: Final = 100  # half em
_MIN_HELD: Final = 0.1  # of what the column of the page's most text holds
_MAX_COLUMNS: Final = 6  # of one page
_COMMA, _COLON = 1, 2
_SIGN_OF: Final = {END["COMMA"]: _COMMA, END["PAUSE"]: _COMMA, END["COLON"]: _COLON}
_SIGN: Final = bytes([_SIGN_OF.get(code, 0) for code in range(len(END))])  # by the end of a line
_NO_START: Final = BEGIN["NO_START"]
_NEARLY: Final = 3  # half em; a line so much narrower than its column is not full
_QUOTE: Final = BEGIN["QUOTE"]
_MAY_BEGIN: Final = "…%％"  # in print too
_NO_COLUMN: Final = 1 << 30  # half em; no line is as wide


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
    has_glyphs = widths.count(2) + widths.count(1) >= MIN_GLYPHS
    ends = list(range(1, count + 1))  # of the line in print that each line begins
    column_of = [_NO_COLUMN] * count
    signs = _signs(contents, widths, gaps, candidates, facts)
    columns = _columns(widths) if signs.count() else []
    while columns and (stretches := signs.stretches(count)):
        for a, b in stretches:
            joints = {
                i - a for kind in (signs.pairs, signs.sure) for i in kind[bisect_left(kind, a) : bisect_left(kind, b)]
            }
            tight = [len(TIGHT_RE.findall(content)) for content in contents[a:b]]
            found = put_together(
                widths[a:b], tight, gaps[a : b - 1], facts[a:b], columns, signs.is_often(count), joints
            )
            ends[a:b] = [a + end for end in found[0]]
            column_of[a:b] = found[1]
        if signs.are_merged(ends):
            break
        ends = list(range(1, count + 1))
        column_of = [_NO_COLUMN] * count
    if not (columns or has_glyphs):  # most pages
        return list(range(count)), widths
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
        # the marks where the line was broken may have been squeezed by half an em each
        made.append(min(total, max(column_of[i], total - 2 * (end - i - 1))))
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


@dataclass(slots=True)
class _Signs:
    """The numbers of the lines by which lines are seen to be broken at marks: before or behind them.

    Attributes:
        early: in columns, no line ends early in a comma.
        begun: in print, no line begins with a mark that closes.
        pairs: some extractors end a line between a colon and a quotation.
        sure: the same before any quotation, where its line ends too early in mid-sentence, and both make up a column.
    """

    early: list[int]
    begun: list[int]
    pairs: list[int]
    sure: list[int]

    def count(self) -> int:
        return len(self.early) + len(self.begun) + len(self.pairs) + len(self.sure)

    def is_often(self, count: int) -> bool:
        """Tell whether lines are broken all over a page of so many lines."""
        return len(self.early) >= max(_MIN_BROKEN, _MIN_BROKEN_SHARE * count)

    def stretches(self, count: int) -> list[tuple[int, int]]:
        """Return the stretches of lines around the signs: the first line of each, and the one behind its last."""
        if self.is_often(count):
            return [(0, count)]
        if not self.sure and self.count() < (_MIN_SIGNS if self.early or self.begun else _MIN_PAIRS):
            return []
        stretches: list[tuple[int, int]] = []
        for sign in sorted({*self.early, *self.begun, *self.pairs, *self.sure}):
            first, end = max(0, sign - _AROUND), min(count, sign + _AROUND + 1)
            if stretches and first <= stretches[-1][1]:
                stretches[-1] = stretches[-1][0], end
            else:
                stretches.append((first, end))
        return stretches

    def are_merged(self, ends: list[int]) -> bool:
        """Tell whether most signs of each kind lie inside lines in print; a kind of which few do is taken out."""
        inside = bytearray(len(ends))  # 1 where a line goes on in the next one
        i = 0
        while i < len(ends):
            inside[i : ends[i] - 1] = bytes([1]) * (ends[i] - 1 - i)
            i = ends[i]
        are_all = True
        # by chance two of four pairs, or three of six, are inside: alone they tell only where more are
        pairs = max(
            _MIN_PAIRS_INSIDE * len(self.pairs),
            0 if self.early or self.begun or self.sure else by_chance(len(self.pairs)),
        )
        for kind, needed in ((self.early, _MIN_EARLY_INSIDE * len(self.early)), (self.pairs, pairs)):
            if kind and sum([inside[i] for i in kind]) < needed:
                kind.clear()
                are_all = False
        return are_all


def by_chance(pairs: int) -> float:
    """Return how many of some pairs of colon and quotation must add up to a column, that it be no chance.

    One of five does by chance: of three all must, of six four, and of ten half of them (one page in fifty has so many).
    """
    return 0.3 * pairs + 2


def _signs(
    contents: list[str], widths: list[int], gaps: list[int], candidates: list[tuple[int, ...]], facts: list[Facts]
) -> _Signs:
    early: list[int] = []
    begun: list[int] = []
    pairs: list[int] = []
    sure: list[int] = []
    last = len(facts) - 1
    for i, fact in enumerate(facts):
        sign, begins = _SIGN[fact.end], fact.begin
        if begins == _QUOTE and i and not gaps[i - 1] and _is_torn_off(i, widths, candidates[i], facts):
            sure.append(i - 1)
        if sign and widths[i] < candidates[i][0] - _EARLIER:
            if sign == _COMMA:
                early.append(i)
                continue
            if i < last and facts[i + 1].begin == _QUOTE and not gaps[i]:
                pairs.append(i)
        if begins == _NO_START and contents[i][0] not in _MAY_BEGIN:
            begun.append(i)
    return _Signs(early, begun, pairs, sure)


def _is_torn_off(place: int, widths: list[int], columns: tuple[int, ...], facts: list[Facts]) -> bool:
    """Tell whether a quotation ends early in mid-sentence, and makes up a line in print with the line before it."""
    own, before = widths[place], widths[place - 1]
    if facts[place].end not in IN_SENTENCE:
        return False
    # one that is as wide as a first line without its indent may begin a paragraph
    room = _NEARLY if facts[place - 1].end in COMMA_ENDS else _EARLIER
    if own >= columns[0] - room or before >= columns[0] - _NEARLY:
        return False
    return any(0 <= made_up(before + own, 1, column) <= FIRST for column in columns)


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
