"""Fold quotes, dashes and dots of one meaning, for indexing: `「云」` and `“云”` → `"云"`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._frozen import frozen
from cleantext._rule import Edit, Effect, Example, Stage, Tier, pattern
from cleantext._text import Text

_TABLE = {
    **dict.fromkeys("“”„‟«»「」『』〝〞＂", '"'),
    **dict.fromkeys("‘’‚‛＇", "'"),
    **dict.fromkeys("—–―─━‐‑‒−－", "-"),
    **dict.fromkeys("・•‧∙⋅･", "·"),
    **dict.fromkeys("⋯‥", "…"),
}
_MARK_RE = pattern(f"[{''.join(_TABLE)}]")


@frozen
class FoldMark:
    """Replace quotes by straight ones, dashes by hyphens, and the dots of names and of an ellipsis by one form.

    Leaves alone: points and brackets, which have a meaning of their own each.

    Source: GB/T 15834-2011 and the quotes of Taiwan and Hong Kong.
    """

    name: ClassVar = "fold-mark"
    stage: ClassVar = Stage.VARIANTS
    tier: ClassVar = Tier.OPTION
    effect: ClassVar = Effect.MARK
    summary: ClassVar = "fold quotes, dashes and dots of one meaning, for indexing"
    examples: ClassVar = (
        Example("「云时代」——詹姆斯•邦德", '"云时代"--詹姆斯·邦德'),
        Example("（一）《书》，。", why="points and brackets"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a mark, so that offsets stay exact."""
        return [Edit(found.start(), found.end(), _TABLE[found[0]]) for found in _MARK_RE.finditer(text.string)]


RULE = FoldMark()
