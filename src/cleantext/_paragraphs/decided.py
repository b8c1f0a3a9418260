"""A path with some seams decided by a person."""

from collections.abc import Mapping

from cleantext._paragraphs.path import Path


class DecidedPath(Path):
    """The decisions of a path but for some seams, which are certain.

    Args:
        path: what the page showed.
        fixed: for the number of a seam, whether the block goes on.
    """

    __slots__ = ("_fixed",)

    def __init__(self, path: Path, fixed: Mapping[int, bool]) -> None:
        joined = [fixed.get(k, found) for k, found in enumerate(path.joined)]
        super().__init__(path.numbers, joined, path._lines, path._regions)
        self._fixed = fixed

    @property
    def confidences(self) -> list[float]:
        """As for any path; 1 for what a person decided."""
        return [1.0 if k in self._fixed else share for k, share in enumerate(super().confidences)]

    def settled(self, min_confidence: float) -> list[bool]:
        """As for any path, but for what a person decided."""
        return [self._fixed.get(k, joined) for k, joined in enumerate(super().settled(min_confidence))]
