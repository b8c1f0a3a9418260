"""What the model sees of a page: for each line and each seam a few small numbers that index the table of costs.

The same function serves the solver and the tool that fits the table, so that the two cannot disagree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cleantext._layout.chars import BEGIN, END
from cleantext._layout.columns import line_candidates
from cleantext._layout.facts import NO_MARKS, SPACES, Facts
from cleantext._layout.pages import page_of
from cleantext._layout.pattern import pattern
from cleantext._paragraphs.families import BEGIN_GROUP, END_GROUP, LINE_AT, SEAM_AT
from cleantext._paragraphs.fragments import group_starts

if TYPE_CHECKING:
    from cleantext._layout.lines import Layout

_PAUSE_RE = pattern("[\u3400-\u9fff”》] +[\u3400-\u9fff“《]")
_TOKEN_RE = pattern("[0-9A-Za-z_.,:/%@#&+=~'-]+")
_STOP, _STOP_CLOSED = END["STOP"], END["STOP_CLOSED"]
_E_HAN = END["HAN"]
_B_HAN = BEGIN["HAN"]
_BEGINS = len(BEGIN)
_REACH = 1500  # code points on either side of a seam that are searched for its two characters: about an article
_STOPPED = frozenset((_STOP, _STOP_CLOSED))
_WITHOUT_MARK = frozenset(END[n] for n in ("HAN", "DIGIT", "LATIN", "QUOTE", "BRACKET", "OTHER", "HYPHEN"))
_WORD_BEGINS = frozenset((BEGIN["UPPER"], BEGIN["LOWER"], BEGIN["DIGIT"]))


@dataclass(slots=True)
class Features:
    """The page in numbers; every list has one entry a line in print (seams: between it and the next one).

    Attributes:
        numbers: the number on the page of the line in print's first line.
        lasts: the same of its last line; another one where an extractor broke it.
        widths: half em.
        pull: half em that the next line's first word, which could not be broken, would have added to the line.
        candidates: the widths its column may have.
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


def extract(lines: Sequence[str], layout: "Layout", numbers: Sequence[int]) -> Features:
    """Return the features of the lines `numbers` of a page, none of which is blank.

    Args:
        lines: the lines of the page as the rules before have left them.
        layout: of the raw page.
        numbers: of the lines to be looked at; the others are passed over.
    """
    widths = [layout.widths[i] for i in numbers]
    contents = []
    for i in numbers:
        line = lines[i]
        contents.append(line.strip(SPACES) if line[0] in SPACES or line[-1] in SPACES else line)
    facts = layout.facts(numbers, contents)
    candidates = [layout.candidates[i] for i in numbers]
    gaps = [min(2, b - a - 1) for a, b in pairwise(numbers)]
    lasts = list(numbers)
    starts = group_starts(contents, widths, gaps, candidates, facts)
    if len(starts) < len(numbers):
        groups = list(zip(starts, [*starts[1:], len(numbers)], strict=True))
        lasts = [numbers[b - 1] for _, b in groups]
        gaps = [gaps[b - 1] for _, b in groups[:-1]]
        widths = [sum(widths[a:b]) for a, b in groups]
        contents = ["".join(contents[a:b]) for a, b in groups]
        numbers = [numbers[a] for a, _ in groups]
        facts = layout.facts(numbers, contents)
        candidates = line_candidates(widths)
    habit = _first_line_habit(widths, facts, candidates, [layout.indents[i] for i in numbers])
    return Features(
        list(numbers),
        lasts,
        widths,
        _pull(contents, facts),
        candidates,
        _line_features(layout, numbers, contents, facts, habit),
        _seam_features(layout, contents, facts, gaps, _full(widths, candidates), lasts, numbers),
        habit,
    )


def _line_features(
    layout: "Layout", numbers: Sequence[int], contents: Sequence[str], facts: Sequence[Facts], habit: int
) -> list[tuple[int, ...]]:
    spaced, indents = layout.spaced, layout.indents
    plain: dict[Facts, tuple[int, ...]] = {}  # of lines without indent and gaps: nearly all
    out: list[tuple[int, ...]] = []
    for i, content, fact in zip(numbers, contents, facts, strict=True):
        if " " not in content and not indents[i]:
            places = plain.get(fact)
            if places is None:
                places = plain[fact] = _line_places(fact, habit, 0, False, False)
        else:
            pause = i not in spaced and _PAUSE_RE.search(content) is not None
            places = _line_places(fact, habit, indents[i], i in spaced, pause)
        out.append(places)
    return out


def _line_places(fact: Facts, habit: int, indent: int, is_spaced: bool, has_pause: bool) -> tuple[int, ...]:
    shape = 0 if indent == 0 else 1 if indent < 2 else 2 if indent <= 6 else 3
    return (
        LINE_AT["begin"] + fact.begin,
        LINE_AT["end"] + fact.end,
        LINE_AT["inside"] + fact.inside,
        LINE_AT["credit"] + fact.has_credit,
        LINE_AT["spaced"] + is_spaced,
        LINE_AT["pause"] + has_pause,
        LINE_AT["indent"] + habit * 4 + shape,
    )


def _seam_features(
    layout: "Layout",
    contents: Sequence[str],
    facts: Sequence[Facts],
    gaps: Sequence[int],
    full: Sequence[bool],
    lasts: Sequence[int],
    numbers: Sequence[int],
) -> list[tuple[int, ...]]:
    habit = _blank_habit(gaps, facts)
    weak_end_at, weak_begin_at, known_at = SEAM_AT["weak_end"], SEAM_AT["weak_begin"], SEAM_AT["known"]
    page_at = SEAM_AT["page"]
    text = "".join(contents)
    is_paged = len(layout.pages) > 1
    met: dict[tuple[Facts, Facts, int, bool], tuple[int, ...]] = {}
    out: list[tuple[int, ...]] = []
    indents, spaced = layout.indents, layout.spaced
    at = 0  # where the seam is in the text
    for k, gap in enumerate(gaps):
        at += len(contents[k])
        fact, following = facts[k], facts[k + 1]
        if fact.goes_on and following.runs and full[k] and (full[k + 1] or following.end in _STOPPED) and not gap:
            after = contents[k + 1]
            if " " not in after and not indents[numbers[k + 1]] and numbers[k] not in spaced:
                out.append(_SETTLED)
                continue
        pair = (fact, following, gap, full[k])
        places = met.get(pair)
        if places is None:
            places = met[pair] = _seam_places(*pair, habit)
        last, first = contents[k][-1], contents[k + 1][0]
        known = 0
        if fact.end == _E_HAN and following.begin == _B_HAN:
            two = last + first
            is_known = text.find(two, max(0, at - _REACH), at) >= 0 or text.find(two, at, at + _REACH) >= 0
            known = 2 if is_known else 1
        is_page_end = is_paged and page_of(layout.pages, lasts[k]) != page_of(layout.pages, numbers[k + 1])
        weak = weak_end_at + END_GROUP.get(last, 0), weak_begin_at + BEGIN_GROUP.get(first, 0)
        out.append((*places, *weak, known_at + known, page_at + is_page_end))
    return out


_SETTLED = (SEAM_AT["settled"] + 1,)


def _seam_places(fact: Facts, following: Facts, gap: int, is_full: bool, habit: int) -> tuple[int, ...]:
    group = 0 if fact.end in (_STOP, _STOP_CLOSED) else 1 if fact.end == _E_HAN else 2
    return (
        SEAM_AT["blank"] + (habit * 3 + group) * 3 + gap,
        SEAM_AT["pair"] + fact.end * _BEGINS + following.begin,
        SEAM_AT["open"] + _open_state(fact, following),
        SEAM_AT["bare"] + (gap + (1 if is_full else 4) if _is_bare(fact) and _is_bare(following) else 0),
    )


def _is_bare(fact: Facts) -> bool:
    return fact.inside == NO_MARKS and fact.end in _WITHOUT_MARK


def _full(widths: Sequence[int], candidates: Sequence[tuple[int, ...]]) -> list[bool]:
    """Tell for each line whether it has the likeliest width of its column, an em more or less."""
    return [-2 <= width - columns[0] <= 2 for width, columns in zip(widths, candidates, strict=True)]


def _pull(contents: Sequence[str], facts: Sequence[Facts]) -> list[int]:
    """Return for each line how much the next line's first word, which could not be broken, would have added."""
    pull = [0] * len(contents)
    for k in range(len(contents) - 1):
        if facts[k + 1].begin in _WORD_BEGINS:
            token = _TOKEN_RE.match(contents[k + 1])
            if token:
                pull[k] = min(40, token.end() - 1)
    return pull


def _blank_habit(gaps: Sequence[int], facts: Sequence[Facts]) -> int:
    """Return 0-11: how often the page has blank lines (4) and how many of them follow the end of a sentence (3)."""
    blanks = sum(1 for gap in gaps if gap)
    share = blanks / max(1, len(gaps))
    often = 0 if share < 0.02 else 1 if share < 0.12 else 2 if share < 0.35 else 3
    true = sum(1 for k, gap in enumerate(gaps) if gap and facts[k].end in (_STOP, _STOP_CLOSED)) / max(1, blanks)
    return often * 3 + (0 if true < 0.5 else 1 if true < 0.75 else 2)


def _first_line_habit(
    widths: Sequence[int], facts: Sequence[Facts], candidates: Sequence[tuple[int, ...]], indents: Sequence[int]
) -> int:
    """Look at the lines behind a short line that ends a sentence: they are first lines."""
    kept = lost = full = 0
    for k in range(len(widths) - 1):
        if facts[k].end in (_STOP, _STOP_CLOSED):
            column = candidates[k + 1][0]
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


def _open_state(fact: Facts, following: Facts) -> int:
    """Return what a seam lies inside of.

    0 nothing; 1 a quote is left open, 2 and the next line closes it; 3, 4 the same for a title or bracket; 5 the next
    line closes what this one did not open.
    """
    if fact.opened:
        closes = following.closed == fact.opened
        return (2 if closes else 1) if fact.opened <= 2 else (4 if closes else 3)
    return 5 if following.closed else 0
