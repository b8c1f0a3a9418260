"""Whether the confidence of a seam means what it says: of those given 0.9, nine in ten should be right."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from cleantext import Cleaner
from table import Table

EDGES = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)

Seam = tuple[float, bool]
"""The confidence of a seam (0.5-1), and whether it was decided rightly."""


def seams_of(cleaner: Cleaner, raw: str, labels: Sequence[str]) -> list[Seam]:
    """Return the seams of a page whose answer is known.

    Args:
        cleaner: has the rules that run before lines are joined.
        raw: the text of the page.
        labels: those of its lines (B, J, ?, D, _).
    """
    text = cleaner._traced(raw)[1].before_joins
    if text is None:
        return []
    path = text.path
    decided = zip(pairwise(path.numbers), path.settled(0.5), path.confidences, strict=True)
    return [
        (confidence, joined == (labels[after][0] == "J"))
        for (before, after), joined, confidence in decided
        if labels[before][0] in "BJ" and labels[after][0] in "BJ"
    ]


def bins(seams: Iterable[Seam]) -> list[list[Seam]]:
    """Return the seams parted at EDGES; a confidence on an edge lies above it, the last one in the last bin."""
    parted: list[list[Seam]] = [[] for _ in EDGES[1:]]
    for seam in seams:
        parted[max(0, sum(seam[0] >= edge for edge in EDGES[:-1]) - 1)].append(seam)
    return parted


def mean_confidence(seams: Sequence[Seam]) -> float:
    """Return the share of seams that should be right."""
    return sum(confidence for confidence, _ in seams) / max(1, len(seams))


def right_share(seams: Sequence[Seam]) -> float:
    """Return the share of seams that are right."""
    return sum(is_right for _, is_right in seams) / max(1, len(seams))


def calibration_error(seams: Sequence[Seam]) -> float:
    """Return the expected calibration error: how far both shares lie apart in the bins, by their numbers of seams."""
    apart = sum(len(b) * abs(mean_confidence(b) - right_share(b)) for b in bins(seams))
    return apart / max(1, len(seams))


def certainty_table(seams: Sequence[Seam]) -> Table:
    """Return a row a bin, and the expected calibration error."""
    rows = []
    for low, high, part in zip(EDGES, EDGES[1:], bins(seams), strict=False):
        shares = [f"{mean_confidence(part):.4f}", f"{right_share(part):.4f}"] if part else ["–", "–"]
        rows.append([f"{low}-{high}", str(len(part)), *shares])
    rows.append(["all", str(len(seams)), f"{mean_confidence(seams):.4f}", f"{right_share(seams):.4f}"])
    note = (
        f"The seams between two lines whose answer is known, by the confidence that the path gives them. Expected "
        f"calibration error: {calibration_error(seams):.4f}. These are the pages that the costs were fitted "
        "to; the figures of pages left out of the fit come from `tools/cross_validate.py`."
    )
    return Table("How sure is sure", note, ("confidence", "seams", "mean confidence", "right"), rows, texts=1)
