"""Make round brackets of a pair of which an engine read one as angled: `〈吴桐 供图)` → `（吴桐 供图）`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._frozen import frozen
from cleantext._layout.chars import BEYOND_ASCII, is_han_or_kana, is_wide
from cleantext._layout.protected import form_spans, is_code, lines_with
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

_ANGLES = frozenset("〈〉")
_ANGLE_RE = pattern("[〈〉]")
_BRACKET_RE = pattern("[〈〉()（）]")
_NEEDLESS_RE = pattern(
    f" (?!本[报報]|新[华華]社|[记記]者|通[讯訊]|[摄攝]|特[约約])(?:[0-9]|{BEYOND_ASCII})"
)  # a credit keeps it
_OPENING = "〈(（"
_MAX_CHARS = 20  # between the two; more is the bracket of something else


@frozen
class WrongBracketPair:
    """Replace an angled bracket and the round one that closes or opens it by full-width round brackets.

    In columns the spaces beside the brackets go too, as they do beside brackets that were read well.

    Leaves alone: titles (`〈书名〉`) and round brackets that have a partner; a pair inside another one, with a bracket
    inside, without Chinese characters or more than 20 characters apart; code, and lines that mean something as lines.

    Source: OCR engines, which read a full-width bracket of a small font as `〈`; pages d04, d10, d13.
    """

    name: ClassVar = "wrong-bracket-pair"
    stage: ClassVar = Stage.PUNCTUATION
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.MARK
    signs: ClassVar = _ANGLES
    summary: ClassVar = "replace a pair of one angled and one round bracket by full-width round ones"
    examples: ClassVar = (
        Example("〈吴桐 供图)", "（吴桐 供图）", form=Form.COLUMNS),
        Example("(记者 刘伟〉报道", "（记者 刘伟）报道"),
        Example("〈书名〉(注)，(见〈论语〉)", why="pairs as they should be"),
        Example("（见〈论语)", why="the round bracket may have another partner"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return an edit for each bracket that changes."""
        string = text.string
        edits: list[Edit] = []
        for form in (Form.COLUMNS, Form.FLOWING):
            for start, end in form_spans(text, form):
                places = [angle.start() for angle in _ANGLE_RE.finditer(string, start, end)]
                for line_start, line_end in lines_with(places, string, start, end):
                    line = string[line_start:line_end]
                    if not is_code(line):
                        edits += _line_edits(line, line_start, form is Form.COLUMNS)
        return sorted(edits)


def _line_edits(line: str, offset: int, in_columns: bool) -> list[Edit]:
    """Return the edits of one line, which begins at `offset`."""
    edits: list[Edit] = []
    opened: list[int] = []
    for bracket in _BRACKET_RE.finditer(line):
        closing = bracket.start()
        if bracket[0] in _OPENING:
            opened.append(closing)
            continue
        if not opened:
            continue
        opening = opened.pop()
        is_mixed = (line[opening] == "〈") is not (bracket[0] == "〉")
        if not is_mixed or opened or not _is_note(line[opening + 1 : closing]):
            continue
        start, end = opening, closing + 1
        if in_columns:
            floor = edits[-1].end - offset if edits else 0
            start -= opening - 1 > floor and line[opening - 1] == " " and line[opening - 2] != " "
            if _NEEDLESS_RE.match(line, end) and (line[end + 1].isascii() or is_wide(line[end + 1])):
                end += 1
        for first, last, mark in ((start, opening + 1, "（"), (closing, end, "）")):
            if line[first:last] != mark:
                edits.append(Edit(offset + first, offset + last, mark))
    return edits


def _is_note(held: str) -> bool:
    return len(held) <= _MAX_CHARS and any(map(is_han_or_kana, held)) and not _BRACKET_RE.search(held)


RULE = WrongBracketPair()
