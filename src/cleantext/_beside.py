"""What lies beside a text: what a person decided for it, and what was changed in it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cleantext._files import read
from cleantext._pages import printable
from cleantext.errors import DecisionsError

if TYPE_CHECKING:
    from cleantext._decisions import Decisions

__all__ = ["DECISIONS_ENDING", "EDITS_ENDING", "are_stale", "decisions_beside"]

DECISIONS_ENDING = ".decisions.json"
"""What `cleantext review` adds to the name of a text for the file that keeps the answers."""

EDITS_ENDING = ".edits.jsonl"
"""What is added to the name of a result for the file that keeps its edits."""


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


def are_stale(decisions: Decisions, text: str) -> bool:
    """Tell whether decisions were made for another version of a text; those hold whose seams are still there.

    >>> from cleantext import Decisions
    >>> from cleantext._exact import digest
    >>> are_stale(Decisions((), digest("文")), "文"), are_stale(Decisions((), digest("文")), "字")
    (False, True)
    """
    from cleantext._exact import digest  # few texts have decisions

    return decisions.source != digest(text)
