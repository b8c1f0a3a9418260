"""Mark Han characters that are easily misread for another: `己经`, `末来`, `1月9曰`, `进人大厅`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._frozen import frozen
from cleantext._rule import Edit, Effect, Example, Mark, Stage, Tier, pattern
from cleantext._text import Text

# What is no word, with the words in which the same characters stand side by side left out.
_MISREAD_RE = pattern(
    "|".join(
        (
            "(?<![自知异克])己(?=经)",  # 已经, but 自己经营
            "(?<=而)己(?=[。，、；！？”])",
            "(?<![亲独各来])自[已巳](?=[的。，、；！？”])",
            "(?<=[早而不])巳|巳(?=[经被有])",
            "(?<![周年月期岁世季本始文])末(?=[来必曾免婚])",  # 未来, but 周末来
            "周未(?=[。，、；的上])",
            "(?<=[0-9]月[0-9])曰|(?<=[0-9]月[0-9]{2})曰|(?<=星期)曰|曰(?=[报本常]社?[，。、的记])",
            "(?<!引)进人(?=[大会公社学市新企家了])",
            "(?<![资高])深人(?=[学贯开推实基社研了])",
            "(?<![接容采])纳人(?=[规计范考])",
            "(?<![投])投人(?=[0-9使运资])",
            "入(?=民[政法检日群医])",
        )
    )
)
_GATE_RE = pattern("己经|而己|自[已巳]|巳|末[来必曾免婚]|周未|曰|[进深纳投]人|入民")


@frozen
class MisreadHan:
    """Mark Han characters in a place where only one that looks like them makes a word; nothing is changed.

    Pairs: 己 已 巳, 末 未, 曰 日, 人 入.

    Leaves alone: words in which the same characters happen to stand side by side (`自己经营`, `周末来`, `引进人才`),
    and whatever else is misread: without a dictionary and the image that cannot be known.

    Source: confusions of OCR engines; the list is short and reviewed by hand.
    """

    name: ClassVar = "misread-han"
    stage: ClassVar = Stage.PUNCTUATION
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.MARK
    signs: ClassVar[frozenset[str]] = frozenset()
    summary: ClassVar = "mark Han characters that are easily misread, where they make no word"
    examples: ClassVar = (
        Example("他己经来了，1月9曰，末来", marks=("己", "曰", "末")),
        Example("自己经营，子曰，周末来，引进人才", why="words in which they stand side by side"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:  # noqa: ARG002
        """Return none: no word is corrected."""
        return ()

    def notes(self, text: Text) -> Sequence[Mark]:
        """Return one mark a place."""
        if not _GATE_RE.search(text.string):
            return ()
        found = (found.span() for found in _MISREAD_RE.finditer(text.string))
        return [Mark(start, end, "Han character that may be misread") for start, end in found]


RULE = MisreadHan()
