"""The edits of a page, counted rule by rule without a trace, which would take half as long again."""

from copy import copy
from typing import TYPE_CHECKING, Any

from cleantext._rule import Rule

if TYPE_CHECKING:
    from cleantext._cleaner import Cleaner

__all__ = ["CountingCleaner"]


class _CountingRule:
    """A rule that adds the number of its edits to the last pass; it is the rule in everything else."""

    def __init__(self, rule: Rule, passes: list[dict[str, int]], *, is_first: bool) -> None:
        self._rule, self._passes, self._is_first = rule, passes, is_first

    def __getattr__(self, name: str) -> Any:
        return getattr(self._rule, name)

    def edits(self, text: Any) -> Any:
        """Return the edits of the rule."""
        if self._is_first:
            self._passes.append({})
        edits = self._rule.edits(text)
        if edits:
            self._passes[-1][self._rule.name] = len(edits)
        return edits


class CountingCleaner:
    """Cleans as `cleaner` does, and knows how many edits each rule made.

    >>> from cleantext import Cleaner
    >>> CountingCleaner(Cleaner()).clean("⽂化⼈")
    ('文化人', {'radical-form': 2})
    """

    def __init__(self, cleaner: "Cleaner") -> None:
        self._passes: list[dict[str, int]] = []
        self._cleaner: Any = copy(cleaner)
        for name in ("rules", "_keeping_lines"):
            rules = [
                _CountingRule(rule, self._passes, is_first=number == 0)
                for number, rule in enumerate(getattr(cleaner, name))
            ]
            setattr(self._cleaner, name, tuple(rules))

    def clean(self, text: str) -> tuple[str, dict[str, int]]:
        """Return the cleaned text and the edits of each rule that made any."""
        self._passes.clear()
        cleaned: str = self._cleaner.clean(text)
        if cleaned == text or not self._passes:
            return cleaned, {}
        # the second pass looks whether the first result is stable; where it was not, the third made the one that is
        return cleaned, self._passes[0 if len(self._passes) < 3 else 2]
