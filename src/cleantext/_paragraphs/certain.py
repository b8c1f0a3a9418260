"""Seams of which there is no doubt, whatever the widths of their lines say."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from cleantext._layout.chars import BEGIN, END
from cleantext._layout.cues import JUMP_RE
from cleantext._layout.facts import SPACES, Facts
from cleantext._layout.numerals import in_words
from cleantext._layout.pattern import pattern

if TYPE_CHECKING:
    from cleantext._layout.lines import Layout

_LABEL_RE: Final = pattern("([（(〔［\\[]?) ?([0-9]{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z]) ?([、．.)）〕］\\]])")
_HAN_NUMBERS: Final = {in_words(number): number for number in range(1, 100)}
_MAX_APART: Final = 40  # lines from one item to the next
_NO_START: Final = "，。、；：！？》〉）」』】"  # no closing quote, which OCR reads for an opening one, and no ellipsis
_ASKED: Final = frozenset(BEGIN[name] for name in ("ITEM", "BRACKET", "NO_START"))
_GOES_ON: Final = frozenset(END[name] for name in ("COMMA", "PAUSE", "OPEN"))
_KEY: Final = 4  # letters that both copies of a text begin with
_MAX_LETTERS: Final = 240  # of a copy: a bound, so that hostile text costs no more than its length
_NO_LETTERS: Final = dict.fromkeys(map(ord, SPACES + "，。、；：！？“”（）《》·—…,.:;()"))


def certain_seams(contents: list[str], facts: list[Facts], gaps: list[int]) -> list[tuple[int, bool]]:
    """Return seams of which there is no doubt: the place of the line behind each, and whether the block goes on there.

    A jump line that stands alone is a block; a line whose label counts on from the item before begins one; one that
    begins with a mark which cannot begin a line, with no blank line before it, goes on.

    >>> from cleantext._layout.facts import line_facts
    >>> lines = ["十九、萝卜切块", "二十、羊排切好", "，备用", "（上接3版）", "（一）盐", "（三）糖"]
    >>> certain_seams(lines, line_facts(lines), [0] * 5)
    [(1, False), (2, True), (3, False), (4, False)]
    """
    found: list[tuple[int, bool]] = []
    seen: dict[tuple[str, str, str], tuple[int, int]] = {}  # the last number and its place, for each kind of label
    for k in [k for k, fact in enumerate(facts) if fact.begin in _ASKED]:
        begin = facts[k].begin
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
        elif k and not gaps[k - 1] and contents[k][0] in _NO_START:
            found.append((k, True))
    return found


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
