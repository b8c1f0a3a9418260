"""Seams of which there is no doubt, whatever the widths of their lines say."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from cleantext._layout.chars import BEGIN, END
from cleantext._layout.cues import JUMP_RE, JUMP_WORDS
from cleantext._layout.facts import SPACES, Facts
from cleantext._layout.pattern import pattern

if TYPE_CHECKING:
    from cleantext._layout.lines import Layout

_LABEL_RE: Final = pattern("([（(〔［\\[]?) ?([0-9]{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z]) ?([、．.)）〕］\\]])")
_HAN_DIGITS: Final = ["", *"一二三四五六七八九"]
_HAN_NUMBERS: Final = {
    (_HAN_DIGITS[tens] if tens > 1 else "") + "十"[:tens] + _HAN_DIGITS[ones]: 10 * tens + ones
    for tens in range(10)
    for ones in range(10)
}
_MAX_APART: Final = 40  # lines from one item to the next
_GOES_ON: Final = frozenset(END[name] for name in ("COMMA", "PAUSE", "OPEN"))
_KEY: Final = 4  # letters that both copies of a text begin with
_NO_LETTERS: Final = dict.fromkeys(map(ord, SPACES + "，。、；：！？“”（）《》·—…,.:;()"))


def jump_lines(contents: list[str], facts: list[Facts], text: str) -> list[int]:
    """Return the places of the lines that are a jump line and nothing else: each is a block.

    `text` is all contents in one, to be asked first.

    >>> from cleantext._layout.facts import line_facts
    >>> jump_lines(["（上接3版）", "今年"], line_facts(["（上接3版）", "今年"]), "（上接3版）今年")
    [0]
    """
    if not any(word in text for word in JUMP_WORDS):
        return []
    bracketed = [k for k, fact in enumerate(facts) if fact.begin == BEGIN["BRACKET"] and fact.end == END["BRACKET"]]
    return [k for k in bracketed if JUMP_RE.fullmatch(contents[k])]


def next_items(contents: list[str], facts: list[Facts]) -> list[int]:
    """Return the places of the lines that begin the next item of a list: their label counts on from the one before.

    >>> from cleantext._layout.facts import line_facts
    >>> lines = ["十九、萝卜切块", "二十、羊排切好", "备用", "（一）盐", "（三）糖", "2.油"]
    >>> next_items(lines, line_facts(lines))
    [1]
    """
    found: list[int] = []
    seen: dict[tuple[str, str, str], tuple[int, int]] = {}  # the last number and its place, for each kind of label
    for k in [k for k, fact in enumerate(facts) if fact.begin == BEGIN["ITEM"]]:
        label = _LABEL_RE.match(contents[k])
        if not label:
            continue
        opening, written, closing = label[1], label[2], label[3]
        if written in _HAN_NUMBERS:
            number, numerals = _HAN_NUMBERS[written], "一"
        elif "0" <= written[0] <= "9":
            number, numerals = int(written), "1"
        elif written.isascii():
            number, numerals = ord(written), "a"
        else:
            continue
        before, place = seen.get((opening, numerals, closing), (0, 0))
        if before and number == before + 1 and k - place <= _MAX_APART and facts[k - 1].end not in _GOES_ON:
            found.append(k)
        seen[opening, numerals, closing] = number, k
    return found


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
        first, letters = k + 1, ""
        while first > free and len(letters) < len(copy):
            first -= 1
            letters = _letters(contents[first]) + letters
        if len(letters) == len(copy) >= _KEY and letters[:_KEY] == copy[:_KEY]:
            yield first, k
            free = k + 1


def _letters(text: str) -> str:
    return text.translate(_NO_LETTERS)
