"""Seams of which there is no doubt, whatever the widths of their lines say."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from cleantext._layout.chars import BEGIN, END, STOPPED, last_class
from cleantext._layout.cues import JUMP_RE
from cleantext._layout.facts import HAS_MARK, SPACES, STOPS, Facts
from cleantext._layout.numerals import in_words
from cleantext._layout.pattern import pattern

if TYPE_CHECKING:
    from cleantext._layout.lines import Layout

_MIN_LISTED: Final = 5  # lines without a mark
_HYPHEN: Final = END["HYPHEN"]
_LATIN: Final = frozenset(BEGIN[name] for name in ("UPPER", "LOWER"))
_WORD: Final = frozenset(END[name] for name in ("LATIN", "DIGIT"))
_WORDS: Final = _LATIN | {BEGIN["DIGIT"]}
_MAX_LISTED: Final = 12  # half em
_MIN_BESIDE: Final = 2 * _MAX_LISTED  # half em, of the column; lines beside a picture may be narrow too
_MAX_ALIKE: Final = 0.5  # of the items of a list have one width; lines of a narrow column mostly have
_GLYPH: Final = 2  # half em
_SUBHEAD_BEGINS: Final = frozenset(BEGIN[name] for name in ("HAN", "ITEM", "BULLET"))
_MAX_SUBHEAD: Final = 0.66  # of the column's width
_NEARLY: Final = 4  # half em
_WIDER: Final = 8  # half em
_MAX_HEADS: Final = 4  # lines of headlines side by side
_MAX_SPEAKER: Final = 6  # code points
_MIN_SPEECHES: Final = 3
_SPEAKER_RE: Final = pattern("[^，。；：、！？…“”‘’「」《》（）() \u3000]+")
_REPORTER_RE: Final = pattern("[记記]者[^ ，。：；（）()／/]{2,6}[／/][^ ，。：；（）()／/]{2,6}[报報][导導道]")
_LABEL_RE: Final = pattern("([（(〔［\\[]?) ?([0-9]{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z]) ?([、．.)）〕］\\]])")
_HAN_NUMBERS: Final = {in_words(number): number for number in range(1, 100)}
_MAX_APART: Final = 40  # lines from one item to the next
_NO_START: Final = "，。、；：！？》〉）」』】"  # no closing quote, which OCR reads for an opening one, and no ellipsis
_ASKED: Final = frozenset(BEGIN[name] for name in ("ITEM", "BRACKET", "NO_START", "BYLINE"))
_GOES_ON: Final = frozenset(END[name] for name in ("COMMA", "PAUSE", "OPEN"))
_KEY: Final = 4  # letters that both copies of a text begin with
_MAX_LETTERS: Final = 240  # of a copy: a bound, so that hostile text costs no more than its length
_NO_LETTERS: Final = dict.fromkeys(map(ord, SPACES + "，。、；：！？“”（）《》·—…,.:;()"))


def certain_seams(
    contents: list[str],
    facts: list[Facts],
    gaps: list[int],
    widths: list[int],
    candidates: list[tuple[int, ...]],
    others: list[int],
) -> list[tuple[int, bool]]:
    """Return seams of which there is no doubt: the place of the line behind each, and whether the block goes on there.

    A jump line that stands alone is a block, as is who reports from where; a line whose label counts on from the item
    before begins one, as does each line of a list (short, without marks, of many widths), each speech of a talk, what
    follows a subhead, a line wider than all columns behind headlines, and a glyph alone behind the end of a sentence.
    A line that begins with a mark which cannot begin one, with no blank line before it, goes on, as does a word from
    its hyphen.

    Args:
        contents: the lines, none of which is blank, without the white space at their ends.
        facts: of each.
        gaps: the number of blank lines after each but the last.
        widths: half em.
        candidates: the widths that the column of each may have.
        others: the places of the lines that are not full.

    >>> from cleantext._layout.facts import line_facts
    >>> lines = ["十九、萝卜切块", "二十、羊排切好", "，备用", "（上接3版）", "（一）盐", "（三）糖"]
    >>> certain_seams(lines, line_facts(lines), [0] * 5, [14] * 6, [(20,)] * 6, list(range(6)))
    [(1, False), (2, True), (3, False), (4, False)]
    """
    found = [
        *_listed(facts, widths, candidates, others),
        *_spoken(contents, facts),
        *_wide(facts, widths, candidates, others),
    ]
    found += [(k + 1, False) for k in _subheads(facts, widths, candidates, others)]
    # a glyph without a mark ends no paragraph: behind the end of a sentence it is a numeral, or dirt that OCR read
    glyphs = [k for k in others if widths[k] <= _GLYPH and k and facts[k].end == END["HAN"]]
    found += [(k, False) for k in glyphs if facts[k - 1].end in STOPPED]
    seen: dict[tuple[str, str, str], tuple[int, int]] = {}  # the last number and its place, for each kind of label
    for k in [k for k, fact in enumerate(facts) if fact.begin in _ASKED or fact.end == _HYPHEN]:
        begin = facts[k].begin
        if facts[k].end == _HYPHEN and k < len(gaps) and not gaps[k] and _parts_word(contents[k], facts[k + 1]):
            found.append((k + 1, True))
        if begin == BEGIN["ITEM"]:
            if (label := _label(contents[k])) is None:
                continue
            kind, number = label
            before, place = seen.get(kind, (-9, 0))
            if number == before + 1 and k - place <= _MAX_APART and facts[k - 1].end not in _GOES_ON:
                found.append((k, False))
            seen[kind] = number, k
        elif begin == BEGIN["BRACKET"]:
            if facts[k].end == END["BRACKET"] and JUMP_RE.fullmatch(contents[k]):
                found += (k, False), (k + 1, False)
        elif begin == BEGIN["BYLINE"]:
            if facts[k].has_credit and _REPORTER_RE.fullmatch(contents[k]):
                found += (k, False), (k + 1, False)
        elif k and not gaps[k - 1] and contents[k][0] in _NO_START:
            found.append((k, True))
    return found


def _parts_word(content: str, following: Facts) -> bool:
    """Tell whether the hyphen at a line's end stands in a word or number that the next line goes on with."""
    return following.begin in _WORDS and len(content) > 1 and last_class(content[-2]) in _WORD


def _subheads(
    facts: list[Facts], widths: list[int], candidates: list[tuple[int, ...]], others: list[int]
) -> Iterator[int]:
    """Yield the places of lines that are much too short to go on: no mark at their end, nothing open, a full line next.

    Of 134 such lines on 99 pages, the annotated ones and 57 others, none goes on; of those that begin or end with a
    mark many do, torn off by an extractor.
    """
    last = len(facts) - 1
    for k in [k for k in others if widths[k] < _MAX_SUBHEAD * candidates[k][0]]:
        fact = facts[k]
        if k == last or fact.end != END["HAN"] or fact.begin not in _SUBHEAD_BEGINS or fact.opened or fact.closed:
            continue
        column = min(*candidates[k], *candidates[k + 1])
        is_full = facts[k + 1].begin == BEGIN["HAN"] and widths[k + 1] >= candidates[k + 1][0] - _NEARLY
        if is_full and widths[k] < _MAX_SUBHEAD * column:
            yield k


def _wide(
    facts: list[Facts], widths: list[int], candidates: list[tuple[int, ...]], others: list[int]
) -> Iterator[tuple[int, bool]]:
    """Yield the seams between headlines and lines that are wider than any column near them: those had no such room.

    A line with a stop inside may be wide because something was put behind the end of a paragraph.
    """
    for k in [k for k in others if widths[k] > candidates[k][0] + _WIDER]:
        if not k or facts[k].inside == STOPS or widths[k] <= max(widths[k - 1], *candidates[k]) + _WIDER:
            continue
        first = k
        while first and k - first < _MAX_HEADS and not facts[first - 1].shown & HAS_MARK:
            first -= 1
        if first < k and (not first or facts[first - 1].end in STOPPED):
            yield k, False


def _listed(
    facts: list[Facts], widths: list[int], candidates: list[tuple[int, ...]], others: list[int]
) -> Iterator[tuple[int, bool]]:
    """Yield the seams between the items of lists: five lines or more that are short, have no marks and many widths."""
    short = [
        k for k in others if widths[k] <= _MAX_LISTED and not facts[k].shown & HAS_MARK and facts[k].begin not in _LATIN
    ]
    if len(short) < _MIN_LISTED or max([columns[0] for columns in candidates]) < _MIN_BESIDE:
        return
    for _, run in groupby(enumerate(short), lambda item: item[1] - item[0]):
        places = [k for _, k in run]
        alike = max(Counter([widths[k] for k in places]).values())
        if len(places) >= _MIN_LISTED and alike <= _MAX_ALIKE * len(places):
            yield from ((k, False) for k in places[1:])


def _spoken(contents: list[str], facts: list[Facts]) -> Iterator[tuple[int, bool]]:
    """Yield the seams before the speeches of a talk: a name and a colon begin three lines, and stand nowhere else."""
    text = "\n" + "\n".join(contents)
    if ":" in text:
        text = text.replace(":", "：")
    if text.count("：") < _MIN_SPEECHES:
        return
    places: dict[str, list[int]] = {}
    number = counted = 0
    at = text.find("：")
    while at >= 0:
        start = text.rfind("\n", max(0, at - _MAX_SPEAKER - 1), at)
        if start >= 0 and _SPEAKER_RE.fullmatch(text, start + 1, at):
            number += text.count("\n", counted, start)
            counted = start
            places.setdefault(text[start + 1 : at], []).append(number)
        at = text.find("：", at + 1)
    spoken = {name: found for name, found in places.items() if len(found) >= _MIN_SPEECHES}
    if not spoken:
        return
    said = Counter(_before_colons(text, spoken))
    for name, found in spoken.items():
        if said[name] == len(found):
            yield from ((k, False) for k in found if k and facts[k - 1].end not in _GOES_ON)


def _before_colons(text: str, names: dict[str, list[int]]) -> Iterator[str]:
    """Yield the names that stand before colons, however the line begins."""
    at = text.find("：")
    while at >= 0:
        for first in range(max(0, at - _MAX_SPEAKER), at):
            if text[first:at] in names:
                yield text[first:at]
        at = text.find("：", at + 1)


def _label(content: str) -> tuple[tuple[str, str, str], int] | None:
    """Return the kind (its marks and numerals) and the number of the label that a line begins with."""
    label = _LABEL_RE.match(content)
    if not label:
        return None
    opening, written, closing = label[1], label[2], label[3]
    if written in _HAN_NUMBERS:
        return (opening, "一", closing), _HAN_NUMBERS[written]
    if "0" <= written[0] <= "9":
        return (opening, "1", closing), int(written)
    return ((opening, "a", closing), ord(written)) if written.isascii() else None


def printed_twice(
    layout: "Layout", contents: list[str], numbers: list[int], lasts: list[int]
) -> Iterator[tuple[int, int]]:
    r"""Yield the places of the first and the last line of texts that stood on the raw page twice in a row.

    The second copy was taken out by then; each of these texts is a block.

    Args:
        layout: of the raw page.
        contents: the lines as the rules before have left them, none of which is blank.
        numbers: those of the lines on the page, in order.
        lasts: the same of their last lines, where an extractor broke a line.

    >>> from cleantext._layout.lines import Layout
    >>> layout = Layout("今年\n工人打\n包白菜\n工人打包白菜\n明年")
    >>> list(printed_twice(layout, ["今年", "工人打", "包白菜", "明年"], [0, 1, 2, 4], [0, 1, 2, 4]))
    [(1, 2)]
    """
    solid = layout.solid
    free = 0  # the first line that belongs to no such text yet
    for k in [k for k in range(len(numbers) - 1) if numbers[k + 1] - lasts[k] > 1]:
        taken_out = solid[bisect_right(solid, lasts[k]) : bisect_left(solid, numbers[k + 1])]
        if not taken_out:
            continue
        raw, content = layout.contents[lasts[k]], contents[k]
        tail = raw[len(content) :] if raw.startswith(content) else ""  # the copy may begin in the same line
        copy = _letters(tail + "".join([layout.contents[i] for i in taken_out]))
        if not _KEY <= len(copy) <= _MAX_LETTERS:
            continue
        first, letters = k + 1, ""
        while first > free and len(letters) < len(copy):
            first -= 1
            letters = _letters(contents[first]) + letters
        if len(letters) == len(copy) and letters[:_KEY] == copy[:_KEY]:
            yield first, k
            free = k + 1


def _letters(text: str) -> str:
    return text.translate(_NO_LETTERS)
