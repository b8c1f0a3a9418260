"""Rules as users write them, in a module of their own so that other processes can import them too."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from cleantext import Edit, Effect, Example, Stage, Text, Tier, rule

LOZENGES = (Example("◆要闻", "要闻"), Example("要闻"))


@rule(stage=Stage.CHARACTERS, effect=Effect.MARK, examples=LOZENGES)
def lozenge(text: Text) -> list[Edit]:
    """delete lozenges"""
    return [Edit(i, i + 1, "") for i, c in enumerate(text.string) if c in {"◆", "◇", "❖"} or any(c == d for d in "◈")]


@dataclass(frozen=True, slots=True)
class Stars:
    """Delete runs of stars.

    Settings:
        min_chars: stars in a run.
    """

    name: ClassVar = "stars"
    stage: ClassVar = Stage.CHARACTERS
    tier: ClassVar = Tier.OPTION
    effect: ClassVar = Effect.MARK
    summary: ClassVar = "delete runs of stars"
    examples: ClassVar = (Example("★★★要闻", "要闻"), Example("★要闻", why="one star is a mark"))

    min_chars: int = 2

    def __post_init__(self) -> None:
        if self.min_chars < 1:
            raise ValueError(f"min_chars is {self.min_chars}; give 1 or more")

    def edits(self, text: Text) -> Sequence[Edit]:
        edits, string, start = [], text.string, 0
        while (start := string.find("★", start)) >= 0:
            end = start
            while string[end : end + 1] == "★":
                end += 1
            if end - start >= self.min_chars:
                edits.append(Edit(start, end, ""))
            start = end
        return edits
