"""Delete variation selectors, for indexing: `葛` + U+E0100 → `葛`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import VARIATION_SELECTOR
from cleantext._frozen import frozen
from cleantext._layout.chars import run_of
from cleantext._rule import Edit, Effect, Example, Stage, Tier, pattern
from cleantext._text import Text

_SELECTOR_RE = pattern(run_of(VARIATION_SELECTOR))


@frozen
class VariationSelector:
    """Delete the characters that choose among the drawings of the one before them.

    Leaves alone: the characters themselves; asked for, since the selector is part of how a name is written.

    Source: Unicode 15.0.0, PropList.txt, Variation_Selector; Ideographic Variation Database.
    """

    name: ClassVar = "variation-selector"
    stage: ClassVar = Stage.VARIANTS
    tier: ClassVar = Tier.OPTION
    effect: ClassVar = Effect.SPACE
    summary: ClassVar = "delete variation selectors, for indexing"
    examples: ClassVar = (
        Example("葛\U000e0100城❤\ufe0f", "葛城❤"),
        Example("葛城❤", why="none there"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a run of selectors."""
        return [Edit(run.start(), run.end(), "") for run in _SELECTOR_RE.finditer(text.string)]


RULE = VariationSelector()
