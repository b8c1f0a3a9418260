"""What is written at the seams of a page: lines of a block are put together, blocks of columns are set apart."""

from collections.abc import Callable
from typing import Final, TypeVar

from cleantext._layout.forms import Form
from cleantext._paragraphs.separator import BEYOND_WESTERN, CLOSING, ROLE_BEGINS, ROLE_ENDS, latin_words, separator

_SPACES: Final = " \t\u3000\u00a0\v"
_INDENTS: Final = _SPACES + "\f"
_ASKING: Final = ROLE_BEGINS.union(_INDENTS)
_LAST_HAN: Final = "\u9fff"  # a line that ends in a character from BEYOND_WESTERN to here is joined without a separator
_Made = TypeVar("_Made")  # without a bound: a compiled tuple would forget which kind of tuple it is


def seam_edits(
    string: str,
    lines: list[str],
    starts: list[int],
    forms: list[Form],
    numbers: list[int],
    joined: list[bool],
    kept: list[bool] | None,
    make: type[_Made],
) -> list[_Made]:
    r"""Return what changes at the seams of a page, in order.

    Args:
        string: the page.
        lines: of the page.
        starts: their offsets (code points).
        forms: theirs.
        numbers: of the lines that are not blank.
        joined: for the seam behind each of them but the last, whether the block goes on.
        kept: for each seam, whether it stays as the page has it where it is not joined; None if none does.
        make: the type of an edit, a named tuple of start, end and replacement, or `tuple`.

    >>> seam_edits("一\n二", ["一", "二"], [0, 2], [Form.COLUMNS] * 2, [0, 1], [True], None, tuple)
    [(1, 2, '')]
    """
    edits: list[_Made] = []
    if not numbers:
        return edits
    new: Callable[[type[_Made], tuple[int, int, str]], _Made] = tuple.__new__  # type: ignore[assignment]  # half the time
    is_paged = "\f" in string
    columns = Form.COLUMNS

    words: list[set[str]] = []  # of the page, found at the first question: few pages have a hyphen at a line's end

    def is_known(word: str) -> bool:
        if not words:
            words.append(latin_words(string))
        return word in words[0]

    b = numbers[0]
    after = lines[b]
    if forms[b] is columns:
        start = starts[b] + _indent(after)
        if start:
            edits.append(new(make, (0, start, "")))
    owed = ""  # form feeds of pages that ended inside the paragraph: they follow it, on the same line
    for k in range(len(joined)):
        a, b = b, numbers[k + 1]
        before, after = after, lines[b]
        start, end = starts[a] + len(before), starts[b]
        is_joined = joined[k]
        if is_joined and not is_paged and after[0] not in _ASKING:  # most seams of a page
            last = before[-1]
            if "\u4e00" <= last <= _LAST_HAN and last not in ROLE_ENDS:
                edits.append(new(make, (start, end, "")))
                continue
        if not is_joined:
            if kept is not None and kept[k]:
                continue
            if forms[a] is not columns or forms[b] is not columns:
                if owed:
                    edits.append(new(make, (start, start, owed)))
                    owed = ""
                continue
        content = before
        if content[-1] in _INDENTS:
            content = content.rstrip(_INDENTS)
            start = starts[a] + len(content)
        following = after
        if following[0] in _INDENTS:
            indent = _indent(following)
            following = following[indent:]
            end += indent
        if is_joined:
            between = ""
            last = content[-1]
            is_plain = BEYOND_WESTERN <= last <= _LAST_HAN and last not in ROLE_ENDS and last not in CLOSING
            if not is_plain or following[0] in ROLE_BEGINS:
                between, taken = separator(content.strip(), following, is_known)
                start -= taken
            if is_paged:
                owed += "\f" * string.count("\f", start, end)
        else:
            between = "\n\n"
            if is_paged:
                between = owed + "\n\n" + "\f" * string.count("\f", start, end)
                owed = ""
        if between != string[start:end]:
            edits.append(new(make, (start, end, between)))
    if forms[b] is columns:
        start = starts[b] + len(after.rstrip(_SPACES))
        rest = string[start:]
        tail = owed + ("\n" if "\n" in rest else "") + "\f" * rest.count("\f")
        if rest != tail:
            edits.append(new(make, (start, len(string), tail)))
    return edits


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(_INDENTS))
