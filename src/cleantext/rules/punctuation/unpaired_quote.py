"""Mark quotes without a partner: `”小易”`, `他说“好。`, an odd number of straight ones."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from cleantext._data.classes import HAN, LATIN
from cleantext._frozen import frozen
from cleantext._layout.protected import form_spans, is_code, lines_with
from cleantext._rule import Edit, Effect, Example, Form, Mark, Stage, Tier, pattern
from cleantext._text import Text

_CLOSING = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_QUOTE_RE = pattern(f'[“”‘’「」『』]|(?<![0-9{LATIN}])"|"(?![{HAN}])')  # 55"电视: inches
_APOSTROPHE_RE = pattern(f"(?<=[{LATIN}])’(?=[{LATIN}])")
_HAN_RE = pattern(f"[{HAN}]")
_WHAT = "quote without a partner"


@frozen
class UnpairedQuote:
    """Mark the quotes of a paragraph that have no partner or stand on the wrong side, and straight ones of odd number.

    Leaves alone: the opening quote that begins a paragraph of a longer speech where the next paragraph begins with one
    too; apostrophes, inches, lines with marks of code, lines that mean something as lines, lines without Chinese.

    Source: GB/T 15834-2011, 4.8.
    """

    name: ClassVar = "unpaired-quote"
    stage: ClassVar = Stage.PUNCTUATION
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.MARK
    after: ClassVar = ("straight-quote",)
    signs: ClassVar[frozenset[str]] = frozenset()
    summary: ClassVar = "mark quotes without a partner or on the wrong side"
    examples: ClassVar = (
        Example("”小易”是谁？", marks=("”", "”")),
        Example("他说“好。", marks=("“",)),
        Example('他说"好"，"走吧。', marks=('"', '"', '"')),
        Example("“他说‘好’，”她说。", why="one quotation in another"),
        Example("“我们要坚持。\n“还要走得更远。”", why="each paragraph of a speech opens again"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:  # noqa: ARG002
        """Return none: where a quotation ends is not guessed."""
        return ()

    def notes(self, text: Text) -> Sequence[Mark]:
        """Return one mark a quote."""
        string = text.string
        marks: list[Mark] = []
        for start, end in form_spans(text, Form.COLUMNS, Form.FLOWING):
            places = [quote.start() for quote in _QUOTE_RE.finditer(string, start, end)]
            for line_start, line_end in lines_with(places, string, start, end):
                line = string[line_start:line_end]
                if not "".join(_QUOTE_RE.findall(line)).replace("“”", ""):  # most lines with quotes
                    continue
                if not _HAN_RE.search(line) or is_code(line):
                    continue
                goes_on = line[0] in _CLOSING and string.startswith((f"\n{line[0]}", f"\n\n{line[0]}"), line_end)
                marks += [Mark(line_start + at, line_start + at + 1, _WHAT) for at in _unpaired(line, goes_on=goes_on)]
        return marks


def _unpaired(line: str, *, goes_on: bool) -> list[int]:
    """Return the places of the quotes of a paragraph that have no partner."""
    straight = [found.start() for found in _QUOTE_RE.finditer(line) if found[0] == '"']
    alone = straight if len(straight) % 2 else []
    return sorted([*alone, *_unpaired_curly(line, goes_on=goes_on)])


def _unpaired_curly(line: str, *, goes_on: bool) -> Iterator[int]:
    open_places: list[int] = []
    count = dict.fromkeys(_CLOSING, 0)  # how often each kind stands open, so that nothing is looked for in vain
    apostrophes = {found.start() for found in _APOSTROPHE_RE.finditer(line)}
    for found in _QUOTE_RE.finditer(line):
        at, quote = found.start(), found[0]
        if quote in _CLOSING:
            open_places.append(at)
            count[quote] += 1
        elif quote in _OPENING and at not in apostrophes:
            if not count[_OPENING[quote]]:
                yield at
                continue
            while True:
                last = open_places.pop()
                count[line[last]] -= 1
                if line[last] == _OPENING[quote]:
                    break
                yield last
    yield from (at for at in open_places if at or not goes_on)


RULE = UnpairedQuote()
