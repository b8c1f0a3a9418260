"""What the model sees of a page: for each line and each seam what it shows, and what that costs.

The same function serves the solver and the tool that fits the costs, so that the two cannot disagree.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import compress, repeat
from operator import contains, itemgetter, sub
from typing import TYPE_CHECKING, Final, cast

from cleantext._layout.chars import BEGIN, BEYOND_ASCII, STOPPED
from cleantext._layout.columns import line_candidates
from cleantext._layout.facts import Facts, line_facts
from cleantext._layout.fragments import lines_in_print
from cleantext._layout.pages import page_of
from cleantext._layout.pattern import pattern
from cleantext._layout.width import width
from cleantext._layout.words import OFTEN, together
from cleantext._paragraphs.certain import certain_seams
from cleantext._paragraphs.families import BEGIN_GROUP, END_GROUP, FULL, SEAM_AT, STRONG_BEGINS, STRONG_ENDS
from cleantext._paragraphs.habits import blank_habit, first_line_habit, is_set_apart, line_reaches
from cleantext._paragraphs.tables import CAUTION, SURE, TABLES, Look, Tables
from cleantext._paragraphs.twice import doubled_in_line, printed_twice

if TYPE_CHECKING:
    from cleantext._layout.lines import Layout

_GAP_RE: Final = pattern(f"{BEYOND_ASCII} +(?={BEYOND_ASCII})")
_TOKEN_RE: Final = pattern("[（“《「『]*[0-9A-Za-z_.,:/%@#&+=~'-]+[，。、；：！？）”》」』]*")
_REACH: Final = 800  # code points on either side of a seam that are searched for its two characters; 1,500 give no more
_FEW: Final = 8  # lines; a text of fewer is hardly two articles, which caution keeps apart
_INDENTED: Final = 2  # half em; a line that kept so much may begin a block, whatever else it shows
_NO_START: Final = frozenset("，。、；：！？）”》」』〉】")
_B_HAN: Final = BEGIN["HAN"]
_second_of: Final = itemgetter(slice(1, 2))
_WORD_BEGINS: Final = frozenset(BEGIN[n] for n in ("UPPER", "LOWER", "DIGIT", "BRACKET", "QUOTE", "TITLE"))


@dataclass(slots=True)
class Features:
    """The page in numbers; every list has one entry a line in print (seams: between it and the next one).

    Attributes:
        numbers: the number on the page of the line in print's first line.
        lasts: the same of its last line; another one where an extractor broke it.
        widths: half em.
        pull: half em that what the next line begins with, and could not be broken, would have added to the line; below
            0 for a character with its marks.
        candidates: the widths its column may have.
        looks: for each line what it shows, and costs.
        seams: for each seam what it costs to end a block there, less the caution.
        caution: what a join must save beyond the evidence (thousandths); 0 in a text of few lines.
        habit: how the page shows the first lines of paragraphs: 0 unknown, 1 indent lost, 2 no indent, 3 indent kept.
        tables: where the costs are from.
    """

    numbers: list[int]
    lasts: list[int]
    widths: list[int]
    pull: list[int]
    candidates: list[tuple[int, ...]]
    looks: list[Look]
    seams: list[int]
    caution: int
    habit: int
    tables: Tables


def extract(
    contents: list[str],
    layout: "Layout",
    numbers: list[int],
    tables: Tables = TABLES,
    record: list[tuple[int, ...]] | None = None,
) -> Features:
    """Return the features of some lines of a page, none of which is blank.

    Args:
        contents: the lines to be looked at, as the rules before have left them, without the white space at their ends.
        layout: of the raw page.
        numbers: those of the lines on the page.
        tables: what the costs are looked up in.
        record: a list that takes for each seam the places of its features in `costs.SEAM`.
    """
    widths = list(map(layout.widths.__getitem__, numbers))
    facts = layout.facts(numbers, contents)
    candidates = layout.candidates_of(numbers)
    gaps = [ahead - 1 if ahead < 3 else 2 for ahead in map(sub, numbers[1:], numbers)]
    if is_set_apart(gaps, facts):
        gaps = [max(0, gap - 1) for gap in gaps]
    lasts = list(numbers)
    within = bisect_right(layout.solid, numbers[-1]) - bisect_left(layout.solid, numbers[0])
    may_have_lost = within > len(numbers) or layout.solid[-1] > numbers[-1]  # or those behind are of another form
    starts, printed = lines_in_print(contents, widths, gaps, candidates, facts)
    if len(starts) < len(numbers):
        groups = list(zip(starts, [*starts[1:], len(numbers)]))
        lasts = [numbers[b - 1] for _, b in groups]
        gaps = [gaps[b - 1] for _, b in groups[:-1]]
        widths = printed
        contents = ["".join(contents[a:b]) for a, b in groups]
        numbers = [numbers[a] for a, _ in groups]
        facts = [facts[a] for a, _ in groups]
        new = [k for k, (a, b) in enumerate(groups) if b - a > 1]
        for k, fact in zip(new, line_facts([contents[k] for k in new], layout.own)):
            facts[k] = fact
        candidates = line_candidates(widths, contents)
    indented = list(compress(range(len(numbers)), map(layout.indents.__getitem__, numbers)))
    habit = first_line_habit(widths, facts, candidates, layout, numbers, indented)
    uneven = {*indented, *_with_gaps(contents)}
    reaches, others = line_reaches(widths, candidates, facts)
    seams = _seams(layout, contents, facts, gaps, reaches, lasts, numbers, tables, record, uneven)
    caution = CAUTION
    if len(layout.solid) < _FEW:
        caution, seams = 0, [cost + CAUTION for cost in seams]
    for k, goes_on in certain_seams(contents, facts, gaps, widths, candidates, others, len(layout.pages) > 1):
        if 0 < k < len(contents) and not (goes_on and layout.indents[numbers[k]] >= _INDENTED):
            seams[k - 1] = SURE if goes_on else -SURE
    for k in indented:
        # behind the end of a sentence in a line without an indent: 316 such seams end a block, and none goes on
        own, before = layout.indents[numbers[k]], layout.indents[numbers[k - 1]] if k else _INDENTED
        if own >= _INDENTED > before and facts[k - 1].end in STOPPED:
            seams[k - 1] = -SURE
    for k in doubled_in_line(layout, contents, lasts):
        seams[max(0, k - 1) : k + 1] = [-SURE] * len(seams[max(0, k - 1) : k + 1])
    if may_have_lost:
        for first, last in printed_twice(layout, contents, numbers, lasts):
            if first:
                seams[first - 1] = -SURE
            seams[first:last] = [SURE] * (last - first)
            if last < len(seams):
                seams[last] = -SURE
    return Features(
        list(numbers),
        lasts,
        widths,
        _pull(contents, facts),
        candidates,
        _looks(layout, numbers, contents, facts, habit, tables, uneven),
        seams,
        caution,
        habit,
        tables,
    )


def _with_gaps(contents: list[str]) -> list[int]:
    """Return the places of the lines with a space."""
    return list(compress(range(len(contents)), map(contains, contents, repeat(" "))))


def _looks(
    layout: "Layout",
    numbers: list[int],
    contents: list[str],
    facts: list[Facts],
    habit: int,
    tables: Tables,
    uneven: set[int],
) -> list[Look]:
    """Return for each line what it shows; `uneven` are the places of those with an indent or gaps."""
    spaced, indents, look = layout.spaced, layout.indents, tables.look
    found = list(map(tables.plain[habit].get, facts))
    for k in uneven:
        i = numbers[k]
        pause = i not in spaced and _has_pause(contents[k])
        found[k] = look(facts[k], habit, indents[i], i in spaced, pause)
    if not all(found):
        return [seen or look(fact, habit) for seen, fact in zip(found, facts)]
    return cast("list[Look]", found)


def _has_pause(content: str) -> bool:
    """Tell whether spaces stand between two Han, quotations or titles."""
    gap = _GAP_RE.search(content)
    while gap is not None:
        before, behind = content[gap.start()], content[gap.end()]
        if ("\u3400" <= before <= "\u9fff" or before in "”》") and ("\u3400" <= behind <= "\u9fff" or behind in "“《"):
            return True
        gap = _GAP_RE.search(content, gap.end())
    return False


def _seams(
    layout: "Layout",
    contents: list[str],
    facts: list[Facts],
    gaps: list[int],
    reaches: list[int],
    lasts: list[int],
    numbers: list[int],
    tables: Tables,
    record: list[tuple[int, ...]] | None,
    uneven: set[int],
) -> list[int]:
    habit = blank_habit(gaps, facts)
    text = "".join(contents)
    is_paged = len(layout.pages) > 1
    settled = tables.settled
    shape_of_gap = [(habit * 3 + gap) * 3 for gap in range(3)]
    shapes = [shape_of_gap[gap] + reach for gap, reach in zip(gaps, reaches)]
    pairs = map(tables.pairs.get, zip(facts, facts[1:], shapes))
    weak_end, weak_begin = tables.weak_end, tables.weak_begin
    known_costs = tables.known
    are_few = len(layout.solid) < _FEW
    rest, not_asked = tables.no_page_end, known_costs[0]
    out: list[int] = []
    spaced = layout.spaced
    at = 0  # where the seam is in the text
    for k, (pair, before, after) in enumerate(zip(pairs, contents, contents[1:])):
        at += len(before)
        if pair is None:
            pair = tables.pair(facts[k], facts[k + 1], shapes[k])
        if (
            pair.settles
            and (pair.settles == 2 or reaches[k + 1] == FULL)
            and k + 1 not in uneven
            and not (spaced and numbers[k] in spaced)
        ):
            out.append(settled)
            if record is not None:
                record.append(_SETTLED)
            continue
        last, first = before[-1], after[0]
        if last not in weak_end or before[-2:] in STRONG_ENDS:
            last = ""
        if first not in weak_begin or after[:2] in STRONG_BEGINS:
            first = ""
        cost = pair.cost + rest + weak_end[last] + weak_begin[first]
        known = 0
        if pair.asks_known:
            rank = together(before[-1], after[0])
            known = 1 + 2 * rank
            if rank != OFTEN:
                two = before[-1] + after[0]
                start = at - _REACH if at > _REACH else 0
                # the same answer as by `find` in half the time, for two characters
                if text.rfind(two, start, at) >= 0 or text.rfind(two, at, at + _REACH) >= 0:
                    known += 1
                elif known == 1 and are_few:  # words speak for going on only
                    known = 0
            cost += known_costs[known]
        else:
            cost += not_asked
        is_page_end = is_paged and page_of(layout.pages, lasts[k]) != page_of(layout.pages, numbers[k + 1])
        if is_page_end:
            cost += tables.page_end - rest
        out.append(cost)
        if record is not None:
            weak = SEAM_AT["weak_end"] + END_GROUP[last], SEAM_AT["weak_begin"] + BEGIN_GROUP[first]
            record.append((*pair.places, *weak, SEAM_AT["known"] + known, SEAM_AT["page"] + is_page_end))
    return out


_SETTLED: Final = (SEAM_AT["settled"] + 1,)


def _pull(contents: list[str], facts: list[Facts]) -> list[int]:
    """Return for each line how much of what the next one begins with, and could not be broken, it had no room for.

    That is a Latin word or a number, and, below 0, a character with the marks behind it that cannot begin a line: one
    that has no indent is no narrower than by those.
    """
    pull = [0] * len(contents)
    for k in [k for k, fact in enumerate(facts) if fact.begin in _WORD_BEGINS and k]:
        token = _TOKEN_RE.match(contents[k])
        if token:
            pull[k - 1] = min(40, width(token[0]) - 1)
    for k in compress(range(len(contents)), map(_NO_START.__contains__, map(_second_of, contents))):
        if k and facts[k].begin == _B_HAN:
            pull[k - 1] = 1 - width(contents[k][:3] if contents[k][2:3] in _NO_START else contents[k][:2])
    return pull
