"""Running text among lines that stay lines: what is said of a poem below it, a paragraph between lists."""

from collections import Counter
from typing import Final

from cleantext._layout.chars import BEGIN, END, STOPPED
from cleantext._layout.facts import MID_SENTENCE, NO_MARKS, Facts
from cleantext._layout.width import INDENT
from cleantext._layout.words import together
from cleantext._layout.wrapped import MAX_COLUMN_WIDTH, MIN_PARTED, MIN_WRAPPED, SLACK, is_manual, parts_words

MIN_AMONG_WIDTH: Final = 40
"""Half em; narrower lines among others may be verse."""
_MIN_AMONG: Final = 4
_MIN_OF_WIDE: Final = 0.6  # of the lines that are so wide
_GOING_ON: Final = MID_SENTENCE.union((END["COMMA"],))
_BEGUN: Final = frozenset(BEGIN[name] for name in ("ITEM", "BULLET", "DATELINE", "BYLINE"))


def prose_among_lines(
    numbers: list[int],
    widths: list[int],
    contents: list[str],
    facts: list[Facts],
    candidates: list[tuple[int, ...]],
) -> list[int]:
    """Return the places of running text among lines that stay lines, as what is said of a poem below it.

    Its lines are much wider than those, nearly all as wide as a column or narrower by an indent; four and more of them
    go on, half of these have marks inside, and one ends within a word that is often, or two within others. Where other
    lines are as wide, nothing is said.

    >>> from cleantext._layout.facts import line_facts
    >>> poem, note = ["明月照高楼", "流光正徘徊"], ["这首诗写于一九二八年的冬天，作者那时从北京回到故"] * 3
    >>> note += ["乡已经半年，很少出门，只同几个学生来往，也写一些文", "章。"]
    >>> lines = [*poem, *note]
    >>> widths = [2 * len(line) for line in lines]
    >>> prose_among_lines(list(range(7)), widths, lines, line_facts(lines), [(10, 50)] * 7)
    [2, 3, 4, 5, 6]
    """
    found: list[int] = []
    run: list[int] = []  # the lines that go on, and the last ones between them

    def end_run() -> None:
        seams = [k for k in run[:-1] if _reaches(widths[k], candidates[k]) and facts[k].end not in STOPPED]
        marked = sum([facts[k].inside != NO_MARKS for k in seams])
        parted = sum([together(contents[k][-1], contents[k + 1][0]) for k in seams])
        if len(seams) >= _MIN_AMONG and 2 * marked >= len(seams) and parted >= MIN_PARTED:
            found.extend(run)
        run.clear()

    for k, fact in enumerate(facts):
        if run and numbers[k] - numbers[k - 1] > 1:
            end_run()
        is_open = _reaches(widths[k], candidates[k]) and fact.end in _GOING_ON and k + 1 < len(facts)
        goes_on = bool(run) and facts[k - 1].end not in STOPPED
        if is_open or (goes_on and fact.end in STOPPED):
            run.append(k)
        elif goes_on:
            run.append(k)
            end_run()
        else:
            end_run()
    end_run()
    wide = sum(map(MIN_AMONG_WIDTH.__le__, widths))
    return found if sum([widths[k] >= MIN_AMONG_WIDTH for k in found]) >= _MIN_OF_WIDE * wide else []


def _reaches(width: int, columns: tuple[int, ...]) -> bool:
    """Tell whether a line is as wide as the widest of some columns, or narrower by an indent."""
    column = max(columns)
    return column >= MIN_AMONG_WIDTH and -INDENT - 2 <= width - column <= SLACK


def prose_at_edge(
    numbers: list[int], widths: list[int], contents: list[str], facts: list[Facts]
) -> tuple[int, list[int]]:
    """Return the page's width (half em) and the places of running text as wide as it, with the lines behind.

    Where few paragraphs stand among lists, the page is as wide as no column. Three lines at least are so wide, give or
    take a mark, and enough of them end within words. 0 and no places where nothing shows.

    >>> from cleantext._layout.facts import line_facts
    >>> note = ["这道菜的难点是掌", "握好火候，要想成", "功，就得用心去练", "习，慢慢就好。"]
    >>> lines = ["盐，油", "葱。", "姜", *note]
    >>> prose_at_edge(list(range(7)), [2 * len(line) for line in lines], lines, line_facts(lines))
    (16, [3, 4, 5, 6])
    """
    counts = Counter(widths)
    for edge in sorted(counts, reverse=True):
        if sum([counts[edge - less] for less in range(SLACK + 1)]) >= MIN_WRAPPED:
            break
    else:
        return 0, []
    full = [edge - SLACK <= width <= edge for width in widths]
    if edge > MAX_COLUMN_WIDTH or is_manual(contents) or not parts_words(numbers, contents, full, facts):
        return 0, []
    found: list[int] = []
    run: list[int] = []
    parted = 0
    for k, fact in enumerate(facts):
        if full[k] and fact.end in _GOING_ON and _has_next(numbers, facts, k):
            run.append(k)
            parted += together(contents[k][-1], contents[k + 1][0])
            continue
        if run and (parted or fact.end in STOPPED):
            found += [*run, k]
        run = []
        parted = 0
    return edge, found


def _has_next(numbers: list[int], facts: list[Facts], k: int) -> bool:
    """Tell whether the next line stands right below, and begins as one within a paragraph may."""
    return k + 1 < len(facts) and numbers[k + 1] - numbers[k] == 1 and facts[k + 1].begin not in _BEGUN
