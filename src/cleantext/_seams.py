"""The seams in doubt, shown to people: as a table, and as tasks for Label Studio."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from cleantext._decisions import doubtful_seams
from cleantext._layout.width import width
from cleantext._pages import printable
from cleantext._places import Place, Places
from cleantext._trace import Trace
from cleantext._version import __version__

__all__ = ["ShownSeam", "shown_seams", "tasks", "to_table"]

_CONTEXT_LINES = 3  # of a task: what a person needs to judge a seam
_SIDE_CHARS = 16


class ShownSeam(NamedTuple):
    """A seam in doubt: its place, the lines on its two sides and around it, what was chosen and how surely."""

    file: str
    place: Place
    before: str
    after: str
    context: tuple[str, str]
    joined: bool
    confidence: float

    @property
    def choice(self) -> str:
        """What was chosen, in one word."""
        return "join" if self.joined else "break"


def shown_seams(file: str, trace: Trace) -> Iterator[ShownSeam]:
    """Yield the seams in doubt of a text, in the order of the source."""
    places = Places(trace.source)
    for seam in doubtful_seams(trace):
        place = places.of(seam.start)
        after = places.of(seam.end).line
        around = (
            "\n".join(places.line(n) for n in range(max(1, place.line - _CONTEXT_LINES + 1), place.line + 1)),
            "\n".join(places.line(n) for n in range(after, min(len(places), after + _CONTEXT_LINES - 1) + 1)),
        )
        sides = places.line(place.line).strip(), places.line(after).strip()
        yield ShownSeam(file, place, *sides, around, seam.joined, seam.doubt.confidence)


def to_table(seams: Sequence[ShownSeam]) -> str:
    """Return the seams as an aligned table under a headline, or nothing where there is none."""
    if not seams:
        return ""
    rows = [("file", "line", "before", "after", "choice", "confidence")]
    for seam in seams:
        before, after = printable(seam.before[-_SIDE_CHARS:]), printable(seam.after[:_SIDE_CHARS])
        rows.append((seam.file, str(seam.place.line), before, after, seam.choice, f"{seam.confidence:.2f}"))
    return aligned(rows)


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows with their columns under each other; a Han takes two places.

    >>> print(aligned([("a", "b"), ("文", "c")]), end="")
    a   b
    文  c
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)]
        lines.append("  ".join(cells).rstrip() + "\n")
    return "".join(lines)


def tasks(seams: Sequence[ShownSeam]) -> list[dict[str, Any]]:
    """Return the seams as tasks of Label Studio, each with what was chosen as its prediction."""
    return [
        {
            "data": {
                "text": "\n⏎\n".join(seam.context),
                "file": seam.file,
                "line": seam.place.line,
                "before": seam.before,
                "after": seam.after,
                "choice": seam.choice,
                "confidence": seam.confidence,
            },
            "predictions": [
                {
                    "model_version": f"cleantext {__version__}",
                    "score": seam.confidence,
                    "result": [
                        {
                            "from_name": "seam",
                            "to_name": "text",
                            "type": "choices",
                            "value": {"choices": [seam.choice]},
                        }
                    ],
                }
            ],
        }
        for seam in seams
    ]
