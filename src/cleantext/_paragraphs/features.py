"""What the model sees of a page: for each line and each seam a few small numbers that index the table of costs.

The same function serves the solver and the tool that fits the table, so that the two cannot disagree.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cleantext._layout.chars import BEGIN, END, begin_class, end_class
from cleantext._layout.columns import BLOCK_LINES, width_candidates
from cleantext._layout.cues import CREDIT_RE, begin_cue
from cleantext._paragraphs.fragments import group_starts

if TYPE_CHECKING:
    from cleantext._layout.lines import Layout

SPACES = " \t\u3000\u00a0\f\v"

# Roles of a line, by (the seam before it is joined) * 2 + (the seam after it is joined).
SINGLE, FIRST, LAST, MIDDLE = range(4)

# Differences between a line's width and its column's (half em) fall into buckets: exact near 0, coarse far off.
_LOWEST, _HIGHEST = -64, 24


def _bucket(difference: int) -> int:
    if difference < -40:
        return 0
    if difference < -24:
        return 1
    if difference < -16:
        return 2
    if difference < -12:
        return 3
    if difference < -9:
        return 4
    if difference <= 7:
        return difference + 14
    if difference <= 12:
        return 22
    return 23


BUCKETS = 24
BUCKET_OF = tuple(_bucket(d) for d in range(_LOWEST, _HIGHEST + 1))


def bucket(difference: int) -> int:
    """Return the bucket (0-23) of a difference in half em.

    >>> bucket(0), bucket(-4), bucket(-1000)
    (14, 10, 0)
    """
    if difference < _LOWEST:
        return 0
    return BUCKET_OF[difference - _LOWEST] if difference <= _HIGHEST else BUCKETS - 1


# Characters that seldom end a headline or a paragraph, and seldom begin one: particles, conjunctions, prepositions.
WEAK_ENDS = "的地得和与與及或在是为為对對从從向由于於以把将將被让讓给給使而但并並且又也都就还還再更最很不没沒有这這那其该該各每第个個之所"
WEAK_BEGINS = "的地得了着著过過们們么麼吗嗎呢吧啊性化者等间間中里裡上下内內后後前时時年月日元们名个個人员員"
_END_GROUP = {c: 1 + i for i, c in enumerate(WEAK_ENDS)}
_BEGIN_GROUP = {c: 1 + i for i, c in enumerate(WEAK_BEGINS)}

_INSIDE_RE = re.compile("([。！？；])|[，、：,]")
_TOKEN_RE = re.compile("[0-9A-Za-z_.,:/%@#&+=~'-]+")
_STOP, _STOP_CLOSED = END["STOP"], END["STOP_CLOSED"]
_E_HAN = END["HAN"]
_B_HAN = BEGIN["HAN"]
_UPPER, _LOWER, _B_DIGIT = BEGIN["UPPER"], BEGIN["LOWER"], BEGIN["DIGIT"]


@dataclass(slots=True)
class Features:
    """The page in numbers; every list has one entry a line in print (seams: between it and the next one).

    Attributes:
        numbers: the number on the page of the line in print's first line.
        lasts: the same of its last line; another one where an extractor broke it.
        widths: half em.
        pull: half em that the next line's first word, which could not be broken, would have added to the line.
        candidates: for each block of `BLOCK_LINES` lines, the widths of its column.
        line: for each line its features, as places in `costs.LINE`.
        seam: for each seam its features, as places in `costs.SEAM`.
        habit: how the page shows the first lines of paragraphs: 0 unknown, 1 indent lost, 2 no indent, 3 indent kept.
    """

    numbers: list[int]
    lasts: list[int]
    widths: list[int]
    pull: list[int]
    candidates: list[tuple[int, ...]]
    line: list[tuple[int, ...]]
    seam: list[tuple[int, ...]]
    habit: int


# Families of line features: name, number of values. Each value has one weight a role.
LINE_FAMILIES = (
    ("begin", len(BEGIN)),
    ("end", len(END)),
    ("inside", 3),  # marks inside: none, only commas, a stop
    ("credit", 2),  # ends as captions and bylines do
    ("spaced", 2),
    ("indent", 16),  # habit * 4 + none, small, about two em, more
)
# Families of seam features: name, number of values. Each value has one weight, for the block's end.
SEAM_FAMILIES = (
    ("blank", 3 * 4 * 3 * 3),  # blank lines here (none, one, more) * how often * how truly the page has them * end group
    ("pair", len(END) * len(BEGIN)),
    ("open", 6),  # what is left open by this line, and closed by the next
    ("weak_end", 1 + len(WEAK_ENDS)),
    ("weak_begin", 1 + len(WEAK_BEGINS)),
    ("known", 3),  # the two characters at the seam stand together elsewhere on the page: not Han, no, yes
    ("page", 2),  # a page ends here
)


def _offsets(families: Sequence[tuple[str, int]], start: int, times: int) -> tuple[dict[str, int], int]:
    places = {}
    for name, size in families:
        places[name] = start
        start += size * times
    return places, start


LINE_AT, LINE_VALUES = _offsets(LINE_FAMILIES, 0, 1)
SEAM_AT, SEAM_VALUES = _offsets(SEAM_FAMILIES, 0, 1)


def extract(lines: Sequence[str], layout: "Layout", numbers: Sequence[int]) -> Features:
    """Return the features of the lines `numbers` of a page, none of which is blank.

    Args:
        lines: the lines of the page as the rules before have left them.
        layout: of the raw page.
        numbers: of the lines to be looked at; the others are passed over.
    """
    widths = [layout.widths[i] for i in numbers]
    contents = [lines[i].strip(SPACES) for i in numbers]
    lasts = list(numbers)
    gaps = [min(2, b - a - 1) for a, b in zip(numbers, numbers[1:], strict=False)]
    starts = group_starts(contents, widths, gaps, width_candidates(widths))
    if len(starts) < len(numbers):
        groups = list(zip(starts, [*starts[1:], len(numbers)], strict=True))
        lasts = [numbers[b - 1] for _, b in groups]
        gaps = [gaps[b - 1] for _, b in groups[:-1]]
        widths = [sum(widths[a:b]) for a, b in groups]
        contents = ["".join(contents[a:b]) for a, b in groups]
        numbers = [numbers[a] for a, _ in groups]
    ends = [end_class(c) for c in contents]
    begins = []
    for content in contents:
        cue = begin_cue(content)
        begins.append(cue if cue >= 0 else begin_class(content))
    count = len(numbers)
    blank_base = _blank_habit(gaps, ends)
    candidates = width_candidates(widths)
    habit = _first_line_habit(widths, ends, candidates, [layout.indents[i] for i in numbers])
    page = "\n".join(contents)

    at = LINE_AT
    line_features = []
    for k, i in enumerate(numbers):
        content = contents[k]
        marks = _INSIDE_RE.findall(content, 0, len(content) - 1)
        inside = 0 if not marks else 2 if any(marks) else 1
        indent = layout.indents[i]
        shape = 0 if indent == 0 else 1 if indent < 2 else 2 if indent <= 6 else 3
        line_features.append(
            (
                at["begin"] + begins[k],
                at["end"] + ends[k],
                at["inside"] + inside,
                at["credit"] + (CREDIT_RE.search(content) is not None),
                at["spaced"] + (i in layout.spaced),
                at["indent"] + habit * 4 + shape,
            )
        )
    at = SEAM_AT
    seam_features = []
    pull = [0] * count
    for k in range(count - 1):
        before, after = contents[k], contents[k + 1]
        end, begin = ends[k], begins[k + 1]
        group = 0 if end == _STOP or end == _STOP_CLOSED else 1 if end == _E_HAN else 2
        known = 0
        if end == _E_HAN and begin == _B_HAN:
            known = 1 + (before[-1] + after[0] in page)
        if begin == _LOWER or begin == _UPPER or begin == _B_DIGIT:
            token = _TOKEN_RE.match(after)
            if token:
                pull[k] = min(40, token.end() - 1)
        seam_features.append(
            (
                at["blank"] + (blank_base * 3 + group) * 3 + gaps[k],
                at["pair"] + end * len(BEGIN) + begin,
                at["open"] + _open_state(before, after),
                at["weak_end"] + _END_GROUP.get(before[-1], 0),
                at["weak_begin"] + _BEGIN_GROUP.get(after[0], 0),
                at["known"] + known,
                at["page"] + ("\f" in lines[numbers[k + 1]]),
            )
        )
    return Features(list(numbers), lasts, widths, pull, candidates, line_features, seam_features, habit)


def _blank_habit(gaps: Sequence[int], ends: Sequence[int]) -> int:
    """Return 0-11: how often the page has blank lines (4) and how many of them follow the end of a sentence (3)."""
    blanks = sum(1 for gap in gaps if gap)
    share = blanks / max(1, len(gaps))
    often = 0 if share < 0.02 else 1 if share < 0.12 else 2 if share < 0.35 else 3
    true = sum(1 for k, gap in enumerate(gaps) if gap and ends[k] in (_STOP, _STOP_CLOSED)) / max(1, blanks)
    return often * 3 + (0 if true < 0.5 else 1 if true < 0.75 else 2)


def _first_line_habit(
    widths: Sequence[int], ends: Sequence[int], candidates: Sequence[tuple[int, ...]], indents: Sequence[int]
) -> int:
    """Look at the lines behind a short line that ends a sentence: they are first lines."""
    kept = lost = full = 0
    for k in range(len(widths) - 1):
        if ends[k] in (_STOP, _STOP_CLOSED):
            column = candidates[(k + 1) // BLOCK_LINES][0]
            if widths[k] < column - 6:
                if indents[k + 1] >= 2:
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


_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("「", "」"))


def _open_state(before: str, after: str) -> int:
    """Return what a seam lies inside of.

    0 nothing; 1 a quote is left open, 2 and the next line closes it; 3, 4 the same for a title or bracket; 5 the next
    line closes what this one did not open.
    """
    for i, (opening, closing) in enumerate(_PAIRS):
        at = before.rfind(opening)
        is_open = at >= 0 and at > before.rfind(closing)
        end = after.find(closing)
        closes = end >= 0 and not 0 <= after.find(opening) < end
        if is_open:
            quote = i in (0, 3)
            return (2 if closes else 1) if quote else (4 if closes else 3)
        if closes:
            return 5
    return 0
