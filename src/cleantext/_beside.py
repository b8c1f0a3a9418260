"""What a person decided for a text, kept in a file beside it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cleantext._files import read
from cleantext._pages import printable
from cleantext.errors import DecisionsError

if TYPE_CHECKING:
    from cleantext._decisions import Decisions

__all__ = ["DECISIONS_ENDING", "decisions_beside"]

DECISIONS_ENDING = ".decisions.json"
"""What `cleantext review` adds to the name of a text for the file that keeps the answers."""


def decisions_beside(name: str) -> Decisions | None:
    """Return what a person decided for a file: what `cleantext review` keeps beside it, or `None`.

    Raises:
        FileError, DecisionsError: it is there, but cannot be read; the message names it.
    """
    beside = name + DECISIONS_ENDING
    if not os.path.lexists(beside):
        return None
    from cleantext._decisions import Decisions

    try:
        return Decisions.loads(read(beside))
    except DecisionsError as error:
        raise DecisionsError(f"{printable(beside)}: {error}") from None
