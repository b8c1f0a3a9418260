"""Where the pages of a document begin: a form feed ends one."""

from bisect import bisect_right


def page_starts(lines: list[str]) -> list[int]:
    r"""Return the numbers of the lines that begin a page; a form feed in a line makes it one.

    >>> page_starts(["一", "\f二", "三"])
    [0, 1]
    """
    return [0, *(i for i, line in enumerate(lines) if i and "\f" in line)]


def page_of(starts: list[int], line: int) -> int:
    """Return the number (from 0) of the page that a line stands on."""
    return bisect_right(starts, line) - 1
