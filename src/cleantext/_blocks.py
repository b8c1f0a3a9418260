"""The blocks of a cleaned text with their places in the source."""

from cleantext._text import Block
from cleantext._trace import Trace


def blocks_of(trace: Trace) -> list[Block]:
    """Return the blocks of a traced run, in the order of the source."""
    return []
