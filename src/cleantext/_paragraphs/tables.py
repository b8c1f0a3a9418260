"""The costs of the model made ready to be looked up: what lines and seams show, and what that costs.

What a line shows (`Facts`) is shared by the lines that show the same, and so is what it costs: each is worked out once.
"""

from dataclasses import dataclass
from operator import add
from typing import Final, Protocol

from cleantext._data import costs as _costs
from cleantext._layout.chars import BEGIN, END, STOPPED
from cleantext._layout.facts import NO_MARKS, Facts
from cleantext._paragraphs.families import BEGIN_GROUP, END_GROUP, FULL, LINE_AT, SEAM_AT, bucket

CAUTION: Final = 350
"""Thousandths by which a join must be better than a block's end: to run two articles together is the worse mistake."""

CAUTION_BARE: Final = 1300
"""As much more between two lines without a mark, the first of them not full: two headlines, or one and its subtitle."""

MAX_GLYPHS: Final = 3
"""Of a line that is told from longer ones by how few it has."""

SURE: Final = 1 << 30
"""What a seam of which there is no doubt costs, or saves."""

FAR: Final = 1 << 60
"""More than any path costs."""

Columns = tuple[int, ...]  # the widths (half em) that a line's column may have
Step = tuple[tuple[int, int, int, int], ...]  # for each candidate the cost of each role: single, first, last, middle

_BEGINS: Final = len(BEGIN)
_E_HAN, _B_HAN = END["HAN"], BEGIN["HAN"]
_WITHOUT_MARK: Final = frozenset(
    END[n] for n in ("HAN", "DIGIT", "LATIN", "QUOTE", "BRACKET", "TITLE", "OTHER", "HYPHEN")
)
_BARE_AND_SHORT: Final = frozenset(range(SEAM_AT["bare"] + 4, SEAM_AT["bare"] + 10))
_BARE_BEHIND: Final = (4, 1, 7)  # in the family `bare`, by how far the line reaches
_REMEMBERED: Final = 1 << 15  # entries of one table; a bound, so that hostile text cannot fill the memory
_MAX_STEPS: Final = 256  # entries for one look


class Costs(Protocol):
    """The numbers of the model; see `_data/costs.py`."""

    @property
    def WIDTH(self) -> tuple[tuple[tuple[int, ...], ...], ...]: ...  # noqa: N802
    @property
    def LINE(self) -> tuple[tuple[int, ...], ...]: ...  # noqa: N802
    @property
    def SEAM(self) -> tuple[int, ...]: ...  # noqa: N802
    @property
    def RANK(self) -> tuple[int, ...]: ...  # noqa: N802
    @property
    def SWITCH_INSIDE(self) -> int: ...  # noqa: N802
    @property
    def SWITCH_END(self) -> int: ...  # noqa: N802


@dataclass(slots=True, eq=False, repr=False)
class Pair:
    """What two facing lines cost at a seam of some shape, and what they show.

    Attributes:
        cost: to end a block there, but for what their characters and a page's end add.
        asks_known: whether their two characters are worth looking up.
        settles: whether a full line of running text goes on, so that nothing else is looked at: 0 no, 1 if the line
            behind the seam is full too, 2 in any case.
        places: of what they show, in `costs.SEAM`.
    """

    cost: int
    asks_known: bool
    settles: int
    places: tuple[int, ...]


class Look:
    """What a line shows, for one habit of the page, and what it costs in each role.

    Attributes:
        places: of what it shows, in `costs.LINE`.
        by_width: for each role what a width costs, by its bucket.
        steps: those already made, by the line's width, what is pulled and the widths that are possible.
    """

    __slots__ = ("_glyphs", "_rank", "base", "by_width", "places", "steps")

    def __init__(self, places: tuple[int, ...], habit: int, costs: Costs) -> None:
        self.places = places
        rows = [costs.LINE[place] for place in places]
        self.base = [sum([row[role] for row in rows]) for role in range(4)]
        self.by_width = costs.WIDTH[habit]
        self._rank = costs.RANK
        self._glyphs = (*costs.LINE[LINE_AT["glyphs"] : LINE_AT["glyphs"] + MAX_GLYPHS], (0, 0, 0, 0))
        self.steps: dict[tuple[int, int, tuple[int, ...]], Step] = {}

    def step(self, width: int, pull: int, candidates: tuple[int, ...]) -> Step:
        """Return for each candidate width what each of the four roles costs."""
        key = (width, pull, candidates)
        step = self.steps.get(key)
        if step is None:
            step = self._make(width, pull, candidates)
            if len(self.steps) < _MAX_STEPS:
                self.steps[key] = step
        return step

    def _make(self, width: int, pull: int, candidates: tuple[int, ...]) -> Step:
        single, first, last, middle = map(add, self.base, self._glyphs[glyphs(width)])
        singles, firsts, last_ones, middles = self.by_width
        steps = []
        for extra, column in zip(self._rank, candidates):
            difference = width - column
            b = bucket(difference)
            # a line that goes on may be as narrow as it is, or full but for what it had no room for
            room = difference + abs(pull)
            pulled = bucket(min(0, room)) if pull and difference < 0 else b
            whole = b if pull < 0 and room < 0 else pulled  # one that has no indent, either
            steps.append(
                (
                    single + singles[b] + extra,
                    first + min(firsts[b], firsts[pulled]) + extra,
                    last + last_ones[b] + extra,
                    middle + min(middles[b], middles[whole]) + extra,
                )
            )
        return tuple(steps)


def glyphs(width: int) -> int:
    """Return the value of the family `glyphs` for a line of so many half em, `MAX_GLYPHS` for one that has none.

    >>> [glyphs(width) for width in (1, 2, 4, 6, 7)]
    [0, 0, 1, 2, 3]
    """
    return min(MAX_GLYPHS, (width - 1) // 2)


class Tables:
    """All that the path looks up.

    Args:
        costs: the numbers, those of `_data/costs.py` for users.

    Attributes:
        pairs: what `pair` has worked out already.
        plain: for each habit the looks of lines without indent and gaps that `look` has worked out already.
    """

    def __init__(self, costs: Costs) -> None:
        self.costs = costs
        seam = costs.SEAM
        self.settled = seam[SEAM_AT["settled"] + 1] - CAUTION
        self.weak_end = {c: seam[SEAM_AT["weak_end"] + place] for c, place in END_GROUP.items()}
        self.weak_begin = {c: seam[SEAM_AT["weak_begin"] + place] for c, place in BEGIN_GROUP.items()}
        self.known = tuple(seam[SEAM_AT["known"] + k] for k in range(6))
        self.page_end = seam[SEAM_AT["page"] + 1]
        self.no_page_end = seam[SEAM_AT["page"]]
        self.plain: tuple[dict[Facts, Look], ...] = ({}, {}, {}, {})
        self._looks: dict[tuple[Facts, int], Look] = {}
        self.pairs: dict[tuple[Facts, Facts, int], Pair] = {}

    def look(self, fact: Facts, habit: int, indent: int = 0, is_spaced: bool = False, has_pause: bool = False) -> Look:
        """Return the look of a line; `indent` in half em."""
        shape = 0 if indent == 0 else 1 if indent < 2 else 2 if indent <= 6 else 3
        key = (fact, ((habit * 4 + shape) * 2 + is_spaced) * 2 + has_pause)
        look = self._looks.get(key)
        if look is None:
            places = (
                LINE_AT["begin"] + fact.begin,
                LINE_AT["end"] + fact.end,
                LINE_AT["inside"] + fact.inside,
                LINE_AT["credit"] + fact.has_credit,
                LINE_AT["spaced"] + is_spaced,
                LINE_AT["pause"] + has_pause,
                LINE_AT["indent"] + habit * 4 + shape,
            )
            look = Look(places, habit, self.costs)
            if len(self._looks) < _REMEMBERED:
                self._looks[key] = look
                if not (indent or is_spaced or has_pause):
                    self.plain[habit][fact] = look
        return look

    def pair(self, fact: Facts, following: Facts, shape: int) -> Pair:
        """Return what it costs to end a block between two lines, but for what their characters and a page's end add.

        Args:
            fact: of the line before the seam.
            following: of the line behind it.
            shape: of the seam: (the page's habit of blank lines (0-11) * 3 + blank lines here (0-2)) * 3 + how far the
                line before it reaches.
        """
        habit, rest = divmod(shape, 9)
        gap, reach = divmod(rest, 3)
        group = 0 if fact.end in STOPPED else 1 if fact.end == _E_HAN else 2
        bare = gap + _BARE_BEHIND[reach] if _is_bare(fact) and _is_bare(following) else 0
        places = (
            SEAM_AT["blank"] + (habit * 3 + group) * 3 + gap,
            SEAM_AT["pair"] + fact.end * _BEGINS + following.begin,
            SEAM_AT["open"] + _open_state(fact, following),
            SEAM_AT["bare"] + bare,
        )
        caution = CAUTION + (CAUTION_BARE if SEAM_AT["bare"] + bare in _BARE_AND_SHORT else 0)
        cost = sum([self.costs.SEAM[place] for place in places]) - caution
        asks_known = fact.end == _E_HAN and following.begin == _B_HAN
        goes_on = fact.goes_on and following.runs and reach == FULL and not gap
        settles = 0 if not goes_on else 2 if following.end in STOPPED else 1
        pair = Pair(cost, asks_known, settles, places)
        if len(self.pairs) < _REMEMBERED:
            self.pairs[fact, following, shape] = pair
        return pair


def _is_bare(fact: Facts) -> bool:
    return fact.inside == NO_MARKS and fact.end in _WITHOUT_MARK


def _open_state(fact: Facts, following: Facts) -> int:
    """Return what a seam lies inside of.

    0 nothing; 1 a quote is left open, 2 and the next line closes it; 3, 4 the same for a title or bracket; 5 the next
    line closes what this one did not open.
    """
    if fact.opened:
        closes = following.closed == fact.opened
        return (2 if closes else 1) if fact.opened <= 2 else (4 if closes else 3)
    return 5 if following.closed else 0


TABLES: Final = Tables(_costs)
"""Those of the model."""
