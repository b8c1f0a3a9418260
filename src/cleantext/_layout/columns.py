"""The widths that lines nearby share: the candidates for the width of the column a line was set in."""

import re
from collections import Counter
from itertools import chain, pairwise, repeat
from typing import Final

from cleantext._layout.width import INDENT
from cleantext._layout.words import tears

BLOCK_LINES: Final = 8
"""Lines that share their candidates."""
REACH_LINES: Final = 8
"""Lines further on both sides that the candidates are looked for in."""
_TOO_WIDE: Final = 160  # half em; no column is so wide
MIN_LINES: Final = 3
"""A width is a candidate when at least so many lines of the window have it, half an em more or less."""
MIN_WIDTH: Final = 8
"""Half em: four characters; nothing narrower is set in lines."""
MAX_CANDIDATES: Final = 3
MIN_SHARE: Final = 0.2
"""Of the support of the likeliest width; each further candidate costs time on every line."""
_NARROW: Final = 16  # half em; lines of a list and of verse are as narrow, but have no marks inside
_LISTED: Final = 24  # half em; so are these, beside lines that are so many times as wide
_BESIDE: Final = 1.5
_MIN_MARKED: Final = 0.2  # of the lines of a narrow column; about half of them have one
_TEXT: Final = frozenset("，。、；！？,;!?abcdefghijklmnopqrstuvwxyz")
_MAX_NARROW: Final = 0.7  # of the likeliest width; lines beside a picture are as narrow
_RUN: Final = b"\1" * 2  # so many of them side by side
_MIN_RUN: Final = 4  # lines, where their marks show that they are running text
_SAME_RE: Final = re.compile(b"([^\\x00])\\1{3,}", re.DOTALL)
_MIN_RUNNING: Final = 0.4  # of them have a mark inside, as neither headlines nor verse have
_MIN_TORN: Final = 30  # so much their seams say (`words.tears`): one falls within a word, or several may
_INSIDE: Final = frozenset("，。、；：！？")
_PAUSES: Final = frozenset("，、；")
_STOPS: Final = frozenset("。！？”")
_narrow_tables: Final[dict[int, bytes]] = {}  # by the width of a column
_WIDER: Final = 3  # half em
_MIN_WHOLE: Final = 5  # lines, and a tenth of the page's, show a column two em wider than first lines that lost theirs
_MIN_WHOLE_SHARE: Final = 0.1


def line_candidates(widths: list[int], contents: list[str]) -> list[tuple[int, ...]]:
    """Return for each line the widths its column may have, the likeliest first.

    Lines of one block have the same candidates (the same tuple). Where no width is shared, the nearest block's hold,
    and the widest line's where no block has any.

    Args:
        widths: of the lines, in half em; none is blank.
        contents: of the lines.

    >>> line_candidates([30, 32, 32, 12, 32, 31, 18, 32], [""] * 8)[3:5]
    [(32,), (32,)]
    """
    return list(chain.from_iterable(map(repeat, _blocks(widths, contents), repeat(BLOCK_LINES))))[: len(widths)]


def _blocks(widths: list[int], contents: list[str]) -> list[tuple[int, ...]]:
    """Return the candidates of each block of lines."""
    widest = max(widths, default=0)
    if widest >= _TOO_WIDE:
        widths = [width if width < _TOO_WIDE else 0 for width in widths]
    counts = [0] * (_TOO_WIDE + 1)  # of each width among the lines in the window
    first, end = 0, 0  # of the window
    found: list[tuple[int, ...]] = []
    wider: list[tuple[int, set[int]]] = []  # blocks near lines wider than their candidates, and all widths there
    before: tuple[int, ...] = ()
    for start in range(0, len(widths), BLOCK_LINES):
        new_first, new_end = max(0, start - REACH_LINES), start + BLOCK_LINES + REACH_LINES
        for width in widths[end:new_end]:
            counts[width] += 1
        for width in widths[first:new_first]:
            counts[width] -= 1
        first, end = new_first, new_end
        ranked: list[tuple[int, int]] = []
        near = set(widths[first:end])
        for width in near:
            same = counts[width]
            support = same + counts[width - 1] + counts[width + 1]
            if support >= MIN_LINES and width >= MIN_WIDTH:
                ranked.append((support + same, width))
        candidates = _chosen(ranked)
        while candidates and (narrowest := min(candidates)) <= _LISTED:
            limit = max(_NARROW, min(_LISTED, int(max(near) / _BESIDE)))
            if narrowest > limit:
                break
            window = contents[first:end], widths[first:end]
            listed = [width for width in candidates if width <= limit and not _is_narrow_text(*window, width)]
            if not listed:
                break
            ranked = [item for item in ranked if item[1] not in listed]
            candidates = _chosen(ranked)
        if candidates == before:
            candidates = before  # the same object, so that the solver sees at once that nothing changes
        found.append(candidates)
        before = candidates
        if candidates and widest > (beyond := max(candidates) + _WIDER) and max(near) > beyond:
            wider.append((len(found) - 1, near))
    found = _with_whole(found, widths, wider)
    coded = bytes(widths)  # none is as wide as `_TOO_WIDE`
    _add_narrow(found, widths, contents, coded)
    _add_runs(found, contents, coded)
    if () not in found:
        return found
    fallback = (widest,)
    for order in (range(len(found)), range(len(found) - 1, -1, -1)):
        last: tuple[int, ...] = ()
        for i in order:
            if found[i]:
                last = found[i]
            elif last:
                found[i] = last
    return [f or fallback for f in found]


def _add_narrow(found: list[tuple[int, ...]], widths: list[int], contents: list[str], coded: bytes) -> None:
    """Add the widest of some narrow lines of one text side by side, beside a picture: few may have one width."""
    tables = [_narrow_table(columns[0] if columns else 0) for columns in found]
    blocks = range(0, len(widths), BLOCK_LINES)
    narrow = b"".join([coded[k : k + BLOCK_LINES].translate(table) for k, table in zip(blocks, tables)])
    first = narrow.find(_RUN)
    while first >= 0:
        end = narrow.find(b"\0", first)
        if end < 0:
            end = len(narrow)
        if _is_one_text(contents, first, end):
            widest = max(widths[first:end])
            for block in range(first // BLOCK_LINES, (end - 1) // BLOCK_LINES + 1):
                columns = found[block]
                if all(not -3 < widest - column < 3 for column in columns):
                    found[block] = (*columns[: MAX_CANDIDATES - 1], widest)
        first = narrow.find(_RUN, end)


def _is_one_text(contents: list[str], first: int, end: int) -> bool:
    """Tell whether narrow lines are one text: by the marks inside them, by words they tear, by the stop that ends it.

    Neither items nor headlines have such a stop behind some lines that have none.
    """
    if end - first >= _MIN_RUN:
        running = sum([not _INSIDE.isdisjoint(content[:-1]) for content in contents[first:end]])
        if running >= _MIN_RUNNING * (end - first):
            return True
    lines = contents[first : end + 1]
    if tears(lines) >= _MIN_TORN:
        return True
    for k, content in enumerate(lines):
        if content[-1:] in _STOPS:
            # a comma or semicolon that ends one of them is inside the sentence, too
            return k > 1 and not all(_INSIDE.isdisjoint(other) for other in lines[:k])
        if not ("\u4e00" <= content[-1:] <= "\u9fff" or content[-1:] in _PAUSES):
            return False
    return False


def _add_runs(found: list[tuple[int, ...]], contents: list[str], coded: bytes) -> None:
    """Add the width of lines side by side that is an em off all candidates there: the column changed for a few lines.

    Candidates are an em and a half apart, as a line may be an em too short for a word or a mark. Of narrow lines, which
    may be items, words must be torn.
    """
    for run in _SAME_RE.finditer(coded):
        first, end = run.span()
        width = coded[first]
        if width <= _NARROW and (width < MIN_WIDTH or tears(contents[first : end + 1]) < _MIN_TORN):
            continue
        for block in range(first // BLOCK_LINES, (end - 1) // BLOCK_LINES + 1):
            columns = found[block]
            if width not in columns and columns and all(not -2 < width - column < 2 for column in columns):
                found[block] = (*columns[: MAX_CANDIDATES - 1], width)


def _narrow_table(column: int) -> bytes:
    """Return a table that makes 1 of a width that is much narrower than a column, and 0 of others."""
    table = _narrow_tables.get(column)
    if table is None:
        last = int(_MAX_NARROW * column)
        table = _narrow_tables[column] = bytes([MIN_WIDTH <= width <= last for width in range(256)])
    return table


def _is_narrow_text(contents: list[str], widths: list[int], width: int) -> bool:
    """Tell whether lines of a width (half an em more or less) are text: marks inside, Latin words, torn words."""
    lines = [content[:-1] for content, own in zip(contents, widths) if -1 <= own - width <= 1]
    if len(lines) - sum(map(_TEXT.isdisjoint, lines)) >= _MIN_MARKED * len(lines):
        return True
    seams = [k for k, (a, b) in enumerate(pairwise(widths)) if -1 <= a - width <= 1 >= b - width]
    return sum([tears(contents[k : k + 2]) for k in seams]) >= _MIN_TORN


def _with_whole(
    found: list[tuple[int, ...]], widths: list[int], wider: list[tuple[int, set[int]]]
) -> list[tuple[int, ...]]:
    """Return the candidates of each block, with the column's width where the likeliest is that of first lines.

    In talk most lines are first lines; where their indent was lost, they are two em narrower than the page's others.
    Where paragraphs are short, few lines of a window may be full: a wider line that others of the page are as wide as
    shows the column.
    """
    seen = Counter(widths)
    counts = [0] * (_TOO_WIDE + INDENT + 2)
    for width, count in seen.items():
        counts[width] = count
    least = max(_MIN_WHOLE, _MIN_WHOLE_SHARE * len(widths))
    with_whole: dict[tuple[int, ...], tuple[int, ...]] = {}
    for columns in {columns for columns in found if 0 < len(columns) < MAX_CANDIDATES}:
        whole = columns[0] + INDENT
        is_common = counts[whole] and counts[whole - 1] + counts[whole] + counts[whole + 1] >= least
        if is_common and all(not -3 < whole - width < 3 for width in columns):
            with_whole[columns] = (*columns, whole)
    if with_whole:
        found = [with_whole.get(columns, columns) for columns in found]
    if wider:
        shared = {w for w in seen if counts[w - 1] + counts[w] + counts[w + 1] >= least}
        for i, near in wider:
            columns = found[i]
            beyond = max(columns) + _WIDER
            common = [width for width in near & shared if width > beyond]
            if common and len(columns) < MAX_CANDIDATES:
                found[i] = (*columns, max(common, key=lambda width: (counts[width], width)))
                if i and found[i - 1] == found[i]:
                    found[i] = found[i - 1]
    return found


def _chosen(ranked: list[tuple[int, int]]) -> tuple[int, ...]:
    """Return the likeliest widths, each unlike the others; `ranked` has a score and a width each."""
    if len(ranked) < 2:
        return tuple([width for _, width in ranked])
    ranked.sort(reverse=True)
    best, likeliest = ranked[0]
    chosen = [likeliest]
    for score, width in ranked[1:]:
        if score < MIN_SHARE * best:
            break
        for other in chosen:
            if -3 < width - other < 3:
                break
        else:
            chosen.append(width)
            if len(chosen) == MAX_CANDIDATES:
                break
    return tuple(chosen)
