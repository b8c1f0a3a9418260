"""The form of a region: whether its lines are to be joined, are paragraphs, or mean something as lines."""

from enum import IntEnum


class Form(IntEnum):
    """What the lines of a region are."""

    COLUMNS = 1
    """Set to a width: the lines are to be joined."""
    FLOWING = 2
    """A line is a paragraph."""
    LINES = 3
    """Verse, lists, tables, code, subtitles: a line means something by being one."""
