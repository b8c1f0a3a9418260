"""Mark characters that are lost: private use, U+FFFD, lone surrogates, `(cid:123)`, `锟斤拷`, `烫烫烫`, tags."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from cleantext._data.classes import PRIVATE, SURROGATE, TAG
from cleantext._frozen import frozen
from cleantext._rule import Edit, Effect, Example, Mark, Stage, Tier, pattern
from cleantext._text import Text

_TAGS_RE = pattern(f"(?<!\U0001f3f4)(?<![{TAG}])[{TAG}]+")  # those behind a flag spell its country
# What it is, what is cheap to ask for among the signs of the text, a run of it.
_RARE = (
    ("private-use character", pattern(f"[{PRIVATE}]"), pattern(f"[{PRIVATE}]+")),
    ("character replaced by U+FFFD", pattern("\ufffd"), pattern("\ufffd+")),
    ("half of a surrogate pair", pattern(f"[{SURROGATE}]"), pattern(f"[{SURROGATE}]+")),
    ("tag character", pattern(f"[{TAG}]"), _TAGS_RE),
)
# What it is, the sign to ask for, a run of it, what stands once for each character of the run.
_PLAIN = (
    ("character left as a glyph number", "(cid:", pattern("\\(cid:[0-9]{1,6}\\)(?: ?\\(cid:[0-9]{1,6}\\))*"), "("),
    ("character lost as 锟斤拷", "锟斤拷", pattern("(?:锟斤拷)+"), "锟"),
    ("character of unwritten memory", "烫烫烫", pattern("烫{3,}"), "烫"),
    ("character of unwritten memory", "屯屯屯", pattern("屯{3,}"), "屯"),
)


@frozen
class LostCharacter:
    """Mark each run of characters that cannot be known from the text alone, with their number; nothing is changed.

    `锟斤拷` counts once: it is what two lost characters became.

    Leaves alone: the flags among emoji, doubled words (`烫烫`), `(cid)` without a number.

    Source: fonts with private codes (Founder), PDF fonts without a ToUnicode table, UTF-8 saved as GBK.
    """

    name: ClassVar = "lost-character"
    stage: ClassVar = Stage.CHARACTERS
    tier: ClassVar = Tier.ALWAYS
    effect: ClassVar = Effect.SPACE
    signs: ClassVar[frozenset[str]] = frozenset()
    summary: ClassVar = "mark characters that are lost: private use, U+FFFD, (cid:n), 锟斤拷"
    examples: ClassVar = (
        Example("\ue000\ue001化，锟斤拷，(cid:12)", marks=("\ue000\ue001", "锟斤拷", "(cid:12)")),
        Example("水很烫烫", why="a doubled word"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:  # noqa: ARG002
        """Return none: what is lost is not guessed."""
        return ()

    def notes(self, text: Text) -> Sequence[Mark]:
        """Return one mark a run."""
        return sorted(_marks(text), key=lambda mark: mark.start)


def _marks(text: Text) -> Iterator[Mark]:
    string, signs = text.string, "".join(text.signs)
    for what, one_re, run_re in _RARE:
        if one_re.search(signs):
            for run in run_re.finditer(string):
                yield Mark(run.start(), run.end(), what, len(run[0]))
    for what, sign, run_re, one in _PLAIN:
        if sign in string:
            for run in run_re.finditer(string):
                yield Mark(run.start(), run.end(), what, run[0].count(one))


RULE = LostCharacter()
