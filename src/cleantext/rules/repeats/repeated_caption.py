"""Drop a caption that stands a second time elsewhere on the page, as it does below and above a picture."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import DIGIT, HAN, LETTER
from cleantext._frozen import frozen
from cleantext._layout.cues import BYLINE_RE, CREDIT_ENDS, CREDIT_RE, PICTURE_RE, PICTURE_WORDS, is_dateline
from cleantext._layout.facts import SPACES
from cleantext._layout.forms import Form
from cleantext._layout.pages import page_of
from cleantext._rule import Edit, Effect, Example, Stage, Tier, pattern
from cleantext._text import PLAIN_MARK_RE, PLAIN_SIGNS, Text
from cleantext.errors import SettingsError

_NOT_LETTER_RE = pattern(f"[^{HAN}{LETTER}{DIGIT}]+")


@frozen
class RepeatedCaption:
    """Drop the second of two equal lines of one page that end in a picture credit.

    Leaves alone: credit lines without a caption (`本报记者 高田 摄` under two pictures), the heads of news in brief,
    lines that differ in a digit or a name, verse, lists and tables.

    Settings:
        min_chars: letters and digits of the line without its credit.
        max_lines: lines from the first copy to the second.

    Source: captions set above and below their pictures, and in a picture's box.
    """

    name: ClassVar = "repeated-caption"
    stage: ClassVar = Stage.REPEATS
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.REMOVAL
    signs: ClassVar = frozenset("\n")
    forms: ClassVar = (Form.COLUMNS,)
    summary: ClassVar = "drop a caption with its credit that stands a second time on the page"
    after: ClassVar = ("doubled-caption",)
    examples: ClassVar = (
        Example(
            "社区医生为居民测血压（高田 摄）\n今天天气很好。\n社区医生为居民测血压（高田 摄）",
            "社区医生为居民测血压（高田 摄）\n今天天气很好。\n",
            form=Form.COLUMNS,
        ),
        Example("本报记者 高田 摄\n图一\n本报记者 高田 摄", form=Form.COLUMNS, why="the credit of two pictures"),
        Example(
            "第1届展销会现场。高田摄\n第2届展销会现场。高田摄", form=Form.COLUMNS, why="another digit is another fact"
        ),
    )

    min_chars: int = 8
    max_lines: int = 80

    def __post_init__(self) -> None:
        if self.min_chars < 2 or self.max_lines < 1:
            raise SettingsError(
                f"min_chars is 2 or more and max_lines 1 or more, not {self.min_chars!r}, {self.max_lines!r}"
            )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return the edits that empty the second copies."""
        string = text.string
        own = text.layout.own
        if own is None and not any(word in string for word in PICTURE_WORDS):
            return ()
        seen: dict[str, int] = {}
        not_letter_re = PLAIN_MARK_RE if text.signs <= PLAIN_SIGNS else _NOT_LETTER_RE
        edits = []
        forms, pages = text.layout.forms, text.layout.pages
        lines = text.line_list()
        for number in [n for n, line in enumerate(lines) if line and (own or line[-1] in CREDIT_ENDS)]:
            line = lines[number]
            is_known = PICTURE_RE.search(line[-4:]) and CREDIT_RE.search(line)
            if forms[number] is not Form.COLUMNS or not (is_known or (own and own.ends_credit(line))):
                continue
            key = not_letter_re.sub("", line)
            if (
                key in seen
                and number - seen[key] <= self.max_lines
                and page_of(pages, seen[key]) == page_of(pages, number)
            ):
                cut = len(line) - len(line.lstrip(SPACES))
                start = text.starts()[number]
                edits.append(Edit(start + cut, start + len(line), ""))
            elif len(key) >= self.min_chars + 2 and self._has_caption(line, not_letter_re):
                seen[key] = number
        return edits

    def _has_caption(self, line: str, not_letter_re: pattern) -> bool:
        """Tell whether something besides the credit stands in the line."""
        byline = BYLINE_RE.search(line)
        before = line[: byline.start()] if byline else line[: -min(8, len(line) // 2)]
        return len(not_letter_re.sub("", before)) >= self.min_chars and not is_dateline(line)


RULE = RepeatedCaption()
