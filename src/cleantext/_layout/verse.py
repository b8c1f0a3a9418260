"""Verse in the midst of a page that is set in columns: short lines with marks at their ends, or none at all."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import compress, groupby
from typing import Final

from cleantext._layout.chars import BEGIN, COMMA_ENDS, END, STOPPED
from cleantext._layout.facts import HAS_STOP, IS_ITEM, IS_STOPPED, IS_VERSE, MID_SENTENCE, SPACES, Facts
from cleantext._layout.words import OFTEN, together

_MIN_VERSE: Final = 4  # lines
_MAX_VERSE_SHARE: Final = 0.75  # of the column's width; wrapped lines are wider
_MAX_EARLY: Final = (
    3  # short lines that end with a comma elsewhere on the page: then an extractor breaks lines at marks
)
# Verse without stops: no line is as wide as the column, most have widths of their own, and none ends within a word.
_MIN_FREE: Final = 8  # lines
_MAX_FREE_SHARE: Final = 0.95  # of the column's width
_MAX_ALIKE: Final = 0.4  # of them have one width; lines beside a picture have 0.7 and more
_MIN_HAN_SEAMS: Final = 0.7  # of their seams lie between two Han
_MIN_PER_WORD: Final = 15  # such seams for each that lies within a word; of running text every third does
_IS_VERSE: Final = bytes([shown & IS_VERSE > 0 for shown in range(256)])
_IS_FREE: Final = bytes([not shown & (HAS_STOP | IS_STOPPED | IS_ITEM) for shown in range(256)])
# Couplets, each on a line: `与女游兮九河，冲风起兮水扬波。`
_IS_ENDED: Final = bytes([shown & IS_STOPPED > 0 and not shown & (HAS_STOP | IS_ITEM) for shown in range(256)])
_ENDED_RE: Final = re.compile(b"\\x01{3,}")
_MIN_COUPLETS: Final = 3
_MAX_UNLIKE: Final = 2  # code points by which one half is longer
_MAX_HALF: Final = 10  # code points
_FREE_RE: Final = re.compile(b"\\x01{%d,}" % _MIN_FREE)
_GOING_ON: Final = MID_SENTENCE.union(COMMA_ENDS)
_NO_START: Final = BEGIN["NO_START"]
_QUOTE: Final = BEGIN["QUOTE"]
_B_HAN: Final = BEGIN["HAN"]
_HAN: Final = END["HAN"]
_FREE_ENDS: Final = frozenset(END[name] for name in ("HAN", "COMMA", "SEMICOLON", "ELLIPSIS", "DASH", "QUOTE"))
_RUN_RE: Final = re.compile(b"\\x01+")


def verse_lines(
    lines: list[str], numbers: list[int], widths: list[int], facts: list[Facts], shown: bytes, column: Callable[[], int]
) -> Iterator[int]:
    """Yield the numbers of the lines that are verse.

    Args:
        lines: of the raw page.
        numbers: of the lines that are not blank; the next three have one entry for each.
        widths: half em.
        facts: of each.
        shown: what `facts.shown_by` says of them.
        column: returns the width that most lines of the page may have.

    >>> from cleantext._layout.facts import line_facts, shown_by
    >>> verse = ["明月出天山，", "苍茫云海间。", "长风几万里，", "吹度玉门关。"]
    >>> facts = line_facts(verse)
    >>> list(verse_lines(verse, [0, 1, 2, 3], [12] * 4, facts, shown_by(facts), lambda: 40))
    [0, 1, 2, 3]
    """
    marked = shown.translate(_IS_VERSE)
    has_marked = marked.count(1) >= _MIN_VERSE
    runs = list(_FREE_RE.finditer(shown.translate(_IS_FREE))) if len(facts) >= _MIN_FREE else []
    for ended in _ENDED_RE.finditer(shown.translate(_IS_ENDED)):
        places = range(ended.start(), ended.end())
        yield from [numbers[k] for k in _couplets([lines[numbers[k]].strip(SPACES) for k in places], facts, places)]
    if not (has_marked or runs):
        return
    width = column()
    if has_marked:
        yield from [numbers[k] for k in _marked_verse([lines[n] for n in numbers], widths, facts, marked, width)]
    for run in runs:
        yield from _free_verse(lines, numbers, widths, facts, range(run.start(), run.end()), width)


def _couplets(contents: list[str], facts: list[Facts], places: range) -> list[int]:
    """Return the places of lines of one couplet or half of one each: three couplets and more side by side."""
    found: list[int] = []
    run: list[int] = []
    couplets = 0
    for content, k in zip([*contents, ""], [*places, -1]):
        at, length = content.find("，"), len(content) - 1
        is_couplet = 2 < at <= _MAX_HALF and -_MAX_UNLIKE <= length - 1 - 2 * at <= _MAX_UNLIKE
        is_couplet = is_couplet and content.count("，") == 1 and facts[k].begin == _B_HAN
        # a half before the first couplet may be the end of a paragraph
        if is_couplet or (couplets and at < 0 < length <= _MAX_HALF and facts[k].begin == _B_HAN):
            run.append(k)
            couplets += is_couplet
            continue
        if couplets >= _MIN_COUPLETS:
            found += run
        run, couplets = [], 0
    return found


def _marked_verse(lines: list[str], widths: list[int], facts: list[Facts], marked: bytes, column: int) -> list[int]:
    """Return the places of runs of short lines that end with marks (1 in `marked`), some with a comma."""
    limit = _MAX_VERSE_SHARE * column
    found: list[int] = []
    early = 0
    is_short = bytearray(len(marked))
    for k in compress(range(len(marked)), marked):
        is_short[k] = widths[k] <= limit
    for run in _RUN_RE.finditer(is_short):
        first = run.start()
        if first and facts[first].end in STOPPED and facts[first - 1].end in _GOING_ON:
            first += 1  # the last line of the paragraph before
        places = range(first, run.end())
        commas = sum(facts[p].end in COMMA_ENDS for p in places)
        # verse is never broken before a mark, but for dots that it may begin with
        is_torn = any(facts[p].begin == _NO_START and lines[p].lstrip(SPACES)[0] != "…" for p in places)
        # lines of talk are as short, and one may end with a comma before what is said: that is none of a broken line
        if 2 * sum(facts[p].begin == _QUOTE and not facts[p].opened for p in places) >= len(places):
            continue
        if len(places) >= _MIN_VERSE and commas and not is_torn:
            found += places
        else:
            early += commas
    # where lines are broken at marks all over the page, short lines with a comma say nothing
    return found if early < _MAX_EARLY else []


def _free_verse(
    lines: list[str], numbers: list[int], widths: list[int], facts: list[Facts], places: range, column: int
) -> Iterator[int]:
    """Yield the lines of verse among lines without stops: stanzas of two lines or more, in runs of eight."""
    limit = _MAX_FREE_SHARE * column
    if sum([width <= limit for width in widths[places.start : places.stop]]) < _MIN_FREE:  # nearly all
        return
    is_free = [widths[p] <= limit and facts[p].end in _FREE_ENDS for p in places]
    for free, group in groupby(zip(is_free, places), lambda item: item[0]):
        run = [p for _, p in group]
        while free and run and widths[run[-1]] > _MAX_VERSE_SHARE * column:  # the first line of what follows
            run.pop()
        if not free or len(run) < _MIN_FREE:
            continue
        counts = Counter([widths[p] for p in run])
        alike = max([counts[width - 1] + counts[width] + counts[width + 1] for width in list(counts)])
        if alike > _MAX_ALIKE * len(run):
            continue
        seams = [p for p in run[:-1] if facts[p].end == _HAN and facts[p + 1].begin == _B_HAN]
        if len(seams) < _MIN_HAN_SEAMS * (len(run) - 1):
            continue
        facing = [(lines[numbers[p]].rstrip(SPACES)[-1], lines[numbers[p + 1]].lstrip(SPACES)[0]) for p in seams]
        parted = sum([together(before, behind) == OFTEN for before, behind in facing])
        if parted * _MIN_PER_WORD <= len(seams):
            known = {numbers[p] for p in run}
            yield from (number for number in known if number - 1 in known or number + 1 in known)
