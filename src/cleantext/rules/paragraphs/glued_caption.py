"""Part a caption from the paragraph it was glued to: `…贡献力量。 陈永帅（右）在店门口。受访者供图`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._frozen import frozen
from cleantext._layout.cues import BYLINE_RE, CREDIT_ENDS, CREDIT_RE, PICTURE_WORDS, ends_with_picture_credit
from cleantext._layout.forms import Form
from cleantext._rule import Edit, Effect, Example, Stage, Tier, pattern
from cleantext._text import Text
from cleantext.errors import SettingsError

_SEAM_RE = pattern("(?<=[。！？”])[ \u3000]+(?=[^ \u3000])")
_MIN_BODY = 30  # code points before the seam: a paragraph, not a caption of two sentences
_MIN_CAPTION = 8  # without its credit
_MIN_NAMED = 4  # before one that says who took it (`井台旧影 本报记者 沈云飞 摄`)
_BODY = "大家依法纳税，诚信经营，服务群众，为推动经济社会高质量发展贡献自己的力量。"  # of the examples


@frozen
class GluedCaption:
    """Begin a new block where a paragraph's stop, a space and then a caption with its credit stand in one line.

    Leaves alone: a line without a picture credit at its end, a credit without a caption behind the space (it is that of
    the caption before it), a sentence behind a space that ends in one by its sense (`照片由他供图` without a stop and a
    space before it), flowing text.

    Settings:
        max_chars: code points of the caption (8 or more); a longer piece is a sentence of the paragraph.

    Source: seed page 002.
    """

    name: ClassVar = "glued-caption"
    stage: ClassVar = Stage.PARAGRAPHS
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.LINES
    forms: ClassVar = (Form.COLUMNS,)
    summary: ClassVar = "part a caption from the paragraph it was glued to"
    after: ClassVar = ("broken-line",)
    examples: ClassVar = (
        Example(
            _BODY + " 陈永帅（右）在店面门口和标识牌合影。受访者供图",
            _BODY + "\n\n陈永帅（右）在店面门口和标识牌合影。受访者供图",
            form=Form.COLUMNS,
        ),
        Example(
            "3月6日，菜农在智能大棚里采摘西红柿，地里是一片丰收的景象。 新华社发（李明 摄）",
            form=Form.COLUMNS,
            why="the credit of the caption before it",
        ),
        Example(
            _BODY + " 他们说到做到，从不食言。",
            form=Form.COLUMNS,
            why="no credit at the end",
        ),
    )

    max_chars: int = 70

    def __post_init__(self) -> None:
        if self.max_chars < _MIN_CAPTION:
            raise SettingsError(f"max_chars is {_MIN_CAPTION} or more, not {self.max_chars!r}")

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a caption: the space before it becomes the seam between two blocks."""
        string = text.string
        own = text.layout.own
        if own is None and not any(word in string for word in PICTURE_WORDS):
            return ()
        edits = []
        lines, shortest = text.line_list(), _MIN_BODY + _MIN_CAPTION
        for number in [n for n, line in enumerate(lines) if len(line) >= shortest and (own or line[-1] in CREDIT_ENDS)]:
            start, line = text.starts()[number], lines[number]
            if not ends_with_picture_credit(line) and not (own and own.ends_credit(line)):
                continue
            if text.form(number) is not Form.COLUMNS:
                continue
            begin = max(_MIN_BODY, len(line) - self.max_chars)
            seam = _SEAM_RE.search(line, begin, len(line) - _MIN_CAPTION)
            if seam and _has_caption(line[seam.end() :]):
                edits.append(Edit(start + seam.start(), start + seam.end(), "\n\n"))
        return edits


def _has_caption(line: str) -> bool:
    """Tell whether more than a credit stands in a line that ends with one."""
    # what begins the caption (`右图：`) is none
    credit = BYLINE_RE.search(line, 1) or CREDIT_RE.search(line)
    before = line[: credit.start()] if credit else line
    if line[-1] in "）)" and (opening := max(before.rfind("（"), before.rfind("("))) >= 0:
        before = before[:opening]
    is_named = credit is not None and "\u4e00" <= before[:1] <= "\u9fff" and before[-1:] in " \u3000"
    return len(before) >= (_MIN_NAMED if is_named else _MIN_CAPTION)


RULE = GluedCaption()
