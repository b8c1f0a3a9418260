"""The form of a region: whether its lines are to be joined, are paragraphs, or mean something as lines."""

from enum import IntEnum
from itertools import groupby


class Form(IntEnum):
    """What the lines of a region are."""

    COLUMNS = 1
    """Set to a width: the lines are to be joined."""
    FLOWING = 2
    """A line is a paragraph."""
    LINES = 3
    """Verse, lists, tables, code, subtitles: a line means something by being one."""


def stretches_of(found: list[Form], forms: tuple[Form, ...]) -> list[tuple[int, int]]:
    """Return the runs of items that are one of `forms`: where each begins, and where it has ended.

    >>> stretches_of([Form.LINES, Form.COLUMNS, Form.COLUMNS], (Form.COLUMNS,))
    [(1, 3)]
    """
    wanted = sum(map(found.count, forms))
    if not wanted or wanted == len(found):
        return [(0, len(found))] if wanted else []
    stretches: list[tuple[int, int]] = []
    number = 0
    for is_wanted, run in groupby(map(forms.__contains__, found)):
        first, number = number, number + len(list(run))
        if is_wanted:
            stretches.append((first, number))
    return stretches
