"""Take running heads and folios out of a document: `老舍小说` at the head and `· 101 ·` at the foot of every page."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from cleantext._data.classes import DIGIT
from cleantext._layout.chars import END, end_class
from cleantext._layout.forms import Form
from cleantext._rule import Edit, Effect, Example, Mark, Stage, Tier, pattern
from cleantext._text import Text
from cleantext.errors import SettingsError

_DIGITS_RE = pattern(f"[{DIGIT}]+")
_FOLIO_RE = pattern(rf"[^{DIGIT}]{{0,4}}([{DIGIT}]{{1,4}})[^{DIGIT}]{{0,4}}")
# Between marks a page number; a folio; a date with its weekday.
_ALONE_RE = pattern(
    f"(?:[·•—–\\-] ?)?(?:第? ?[{DIGIT}]{{1,4}} ?[页頁版]?|[A-Z]?版 ?[{DIGIT}]{{1,3}}"
    f"|[{DIGIT}]{{4}}年[{DIGIT}]{{1,2}}月[{DIGIT}]{{1,2}}日 *星期[一二三四五六日](?: .{{1,20}})?)(?: ?[·•—–\\-])?"
)
_SPACES = " \t\u3000\u00a0\f\v"
_STOPPED = frozenset((END["STOP"], END["STOP_CLOSED"], END["COMMA"]))
_DEPTH = 2  # lines at the head and the foot of a page where furniture stands
_MAX_WIDTH = 60  # half em


@dataclass(frozen=True, slots=True)
class PageFurniture:
    """Take out the lines that repeat at the head or foot of the pages of one document.

    The evidence is the document's: the same line at the same place of two pages, page numbers that count on from page
    to page, or heads that are alike but not equal on three. Pages end with a form feed.

    A line at the edge of a single page that looks like a page number or a date with its weekday is marked only.

    Leaves alone: everything on a single page, and long lines or lines that end a sentence.

    Settings:
        min_pages: pages that must share a line.
        min_similarity: share (0-1) at which two heads are alike, for OCR.

    Source: books and magazines read page by page.
    """

    name: ClassVar = "page-furniture"
    stage: ClassVar = Stage.REPEATS
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.REMOVAL
    summary: ClassVar = "take out running heads and page numbers that repeat over the pages of a document"
    examples: ClassVar = (
        Example(
            "旧文新读\n第一页的字。\n23\n\f旧文新读\n第二页的字。\n24",
            "\n第一页的字。\n\n\f\n第二页的字。\n",
            form=Form.COLUMNS,
        ),
        Example("旧文新读\n只有一页的字。\n23", form=Form.COLUMNS, marks=("23",), why="one page is no evidence"),
        Example("一九二三年\n第一页。\n\f一九二四年\n第二页。", form=Form.COLUMNS, why="two headings that differ"),
    )

    min_pages: int = 2
    min_similarity: float = 0.8

    def __post_init__(self) -> None:
        if self.min_pages < 2:
            raise SettingsError(f"min_pages is 2 or more, not {self.min_pages!r}")
        if not 0 < self.min_similarity <= 1:
            raise SettingsError(f"min_similarity is a share from 0 to 1, not {self.min_similarity!r}")

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return the edits that empty the lines of furniture."""
        if "\f" not in text.string:
            return ()
        lines, starts = text.line_list(), text.starts()
        bounds = [*text.layout.pages, len(lines)]
        pages = [[i for i in range(a, b) if lines[i].strip(_SPACES)] for a, b in pairwise(bounds)]
        found: set[int] = set()
        for is_foot in (False, True):
            for depth in range(_DEPTH):
                # a line behind one that stays is no furniture
                edge = [_nth(page, depth, is_foot, found) for page in pages]
                found.update(self._repeated([(i, lines[i].strip(_SPACES) if i >= 0 else "") for i in edge]))
        edits = []
        for i in sorted(found):
            line = lines[i]
            cut = line.index("\f") + 1 if "\f" in line else 0
            if line[cut:]:
                edits.append(Edit(starts[i] + cut, starts[i] + len(line), ""))
        return edits

    def notes(self, text: Text) -> Sequence[Mark]:
        """Return one mark a line at the head or the foot of a single page that may be furniture."""
        if "\f" in text.string:
            return ()
        numbers = [i for i, line in enumerate(text.line_list()) if line.strip(_SPACES)]
        edge = sorted({*numbers[:_DEPTH], *numbers[-_DEPTH:]}) if len(numbers) > _DEPTH else []
        marks: list[Mark] = []
        for i in edge:
            line = text.line_list()[i]
            content = line.strip(_SPACES)
            if 2 * len(content) <= _MAX_WIDTH and _ALONE_RE.fullmatch(content):
                start = text.starts()[i] + line.index(content)
                marks.append(Mark(start, start + len(content), "line that may be page furniture"))
        return marks

    def _repeated(self, edge: Sequence[tuple[int, str]]) -> list[int]:
        """Return the line numbers of one place of each page that are furniture."""
        fit = {i: c for i, c in edge if c and 2 * len(c) <= _MAX_WIDTH and end_class(c) not in _STOPPED}
        found: set[int] = set()
        by_text: dict[str, list[int]] = {}
        for i, content in fit.items():
            by_text.setdefault(content, []).append(i)
        for content, numbers in by_text.items():
            if len(numbers) >= self.min_pages and not _FOLIO_RE.fullmatch(content):
                found.update(numbers)
        found.update(_counting(edge, fit))
        rest = [i for i in fit if i not in found]
        masked = {i: _DIGITS_RE.sub("#", fit[i]) for i in fit if len(fit[i]) >= 4}
        known = [masked[i] for i in found if i in masked]
        for i in rest:
            if i in masked and (
                known.count(masked[i]) >= self.min_pages or self._alike(masked[i], known or list(masked.values())) >= 3
            ):
                found.add(i)
        return sorted(found)

    def _alike(self, content: str, others: Sequence[str]) -> int:
        """Return how many heads are like this one, itself included if it stands among them."""
        from cleantext._similarity import similarity

        return sum(1 for other in others[:12] if similarity(content, other) >= self.min_similarity)


def _nth(page: Sequence[int], depth: int, is_foot: bool, found: set[int]) -> int:
    """Return the line at a depth from the head or foot of a page, or -1 where the lines before it stay."""
    order = page[::-1][: depth + 1] if is_foot else page[: depth + 1]
    if len(order) <= depth or any(i not in found for i in order[:depth]):
        return -1
    return order[depth]


def _counting(edge: Sequence[tuple[int, str]], fit: dict[int, str]) -> set[int]:
    """Return the lines that hold a page number which counts on from page to page."""
    numbers = []
    for place, (i, content) in enumerate(edge):
        match = _FOLIO_RE.fullmatch(content) if i in fit else None
        numbers.append((place, i, int(match[1]) - place) if match else None)
    found: set[int] = set()
    known = [n for n in numbers if n]
    for a, b in pairwise(known):
        if a[2] == b[2]:
            found.update((a[1], b[1]))
    return found


RULE = PageFurniture()
