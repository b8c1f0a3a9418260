"""Mark readings in kana that stand behind each character: `漢かん字じ`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import HAN
from cleantext._frozen import frozen
from cleantext._rule import Edit, Effect, Example, Mark, Stage, Tier, pattern
from cleantext._text import Text

# The shape of a reading that came from China: か, かん, きょう, がく; no particle and no ending.
_PARTICLE = "のをにはがとでもへ"
_READING = (
    f"(?![{_PARTICLE}](?![ゃゅょんういくつちき]))[あ-おか-ぢつ-もや-ろわ][ゃゅょ]?[んういくつちき]?"
    f"(?=[{_PARTICLE}]|[^ぁ-ゖ]|\\Z)"
)
_RUBY_RE = pattern(f"(?<![{HAN}])(?:[{HAN}]{_READING}){{2,}}")
_TWO_RE = pattern("[ぁ-ん]{2}")
_KANA_RE = pattern("[ぁ-ん]")


@frozen
class Ruby:
    """Mark two Han characters or more that each have their reading behind them, where a page had it above them.

    Leaves alone: Japanese, as far as its endings and particles tell it apart; a single character with its reading.

    Source: Japanese pages with furigana, which a text layer puts into the line.
    """

    name: ClassVar = "ruby"
    stage: ClassVar = Stage.PUNCTUATION
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.MARK
    signs: ClassVar[frozenset[str]] = frozenset()
    summary: ClassVar = "mark readings in kana that stand behind each character"
    examples: ClassVar = (
        Example("漢かん字じの本", marks=("漢かん字じ",)),
        Example("食べ物は高い、本が新しい", why="endings and particles"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:  # noqa: ARG002
        """Return none: in Japanese a reading cannot be told from a word with certainty."""
        return ()

    def notes(self, text: Text) -> Sequence[Mark]:
        """Return one mark a word."""
        if not _KANA_RE.search(text.string):
            return ()
        found = (found for found in _RUBY_RE.finditer(text.string) if _TWO_RE.search(found[0]))
        return [Mark(word.start(), word.end(), "word with its reading in it") for word in found]


RULE = Ruby()
