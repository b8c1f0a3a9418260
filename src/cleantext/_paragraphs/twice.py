"""Texts that stood on the raw page twice in a row: what is left when the second copy was taken out is a block."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from cleantext._layout.facts import SPACES

if TYPE_CHECKING:
    from cleantext._layout.lines import Layout

_KEY: Final = 4  # letters that both copies of a text begin with
_MAX_LETTERS: Final = 240  # of a copy: a bound, so that hostile text costs no more than its length
_MAX_LINES: Final = 24  # of a copy at the page's end
_NO_LETTERS: Final = dict.fromkeys(map(ord, SPACES + "，。、；：！？“”（）《》·—…,.:;()"))


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
    following = [*numbers[1:], lasts[-1] + _MAX_LINES]  # behind the last line, too
    for k in [k for k in range(len(numbers)) if following[k] - lasts[k] > 1]:
        taken_out = solid[bisect_right(solid, lasts[k]) : bisect_left(solid, following[k])]
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


def doubled_in_line(layout: "Layout", contents: list[str], lasts: list[int]) -> list[int]:
    r"""Return the places of lines that held a text twice on the raw page: each is a block.

    >>> from cleantext._layout.lines import Layout
    >>> layout = Layout("今年\n工人打包白菜工人打包白菜\n明年")
    >>> doubled_in_line(layout, ["今年", "工人打包白菜", "明年"], [0, 1, 2])
    [1]
    """
    raw = list(map(layout.contents.__getitem__, lasts))
    longer = [k for k, (given, left) in enumerate(zip(map(len, raw), map(len, contents))) if given >= 2 * left > _KEY]
    return [k for k in longer if _letters(raw[k]) == 2 * _letters(contents[k])]


def _letters(text: str) -> str:
    return text.translate(_NO_LETTERS)
