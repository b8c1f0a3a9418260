"""Take running heads and folios out of a document: `老舍小说` at the head and `· 101 ·` at the foot of every page."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import ClassVar

from cleantext._data.classes import DIGIT
from cleantext._frozen import frozen
from cleantext._layout.chars import end_class
from cleantext._layout.facts import SPACES
from cleantext._layout.forms import Form
from cleantext._layout.width import width
from cleantext._rule import Edit, Effect, Example, Mark, Stage, Tier, pattern
from cleantext._text import Text
from cleantext.errors import SettingsError
from cleantext.rules.repeats._folios import is_folio, wanted
from cleantext.rules.repeats._heads import (
    Key,
    are_numbered,
    is_misread,
    keys_of,
    pages_needed,
    runs,
    titles_of,
)
from cleantext.rules.repeats._sheets import DEPTH, NO_LINE, Line, Page, edge_of, pages_of
from cleantext.rules.repeats._unfed import GOING_ON, NO_HEADS

# Between marks a page number; a folio; a date with its weekday.
_ALONE_RE = pattern(
    f"(?:[·•—–\\-] ?)?(?:第? ?[{DIGIT}]{{1,4}} ?[页頁版]?|[A-Z]?版 ?[{DIGIT}]{{1,3}}"
    f"|[{DIGIT}]{{4}}年[{DIGIT}]{{1,2}}月[{DIGIT}]{{1,2}}日 *星期[一二三四五六日](?: .{{1,20}})?)(?: ?[·•—–\\-])?"
)
_ROUNDS = 4  # of leaving pages out; where that is not enough, pages are alike in another way than furniture makes them
_PEELS = 16  # more are asked for by no book, but by pages made so that each shows what the next one hides
_BESIDE = 2  # pages
_MAX_WIDTH = 60  # half em
_FEW_PAGES = 5  # on every second of so many, a head may stand on two only


@frozen
class PageFurniture:
    """Take out the lines that repeat at the head or foot of the pages of one document.

    The evidence is the document's: at the same place of every page, or of every second one, the same line or a page
    number that counts on, with the same words beside it or alone. Three pages show it; two do in a document of two
    pages, or of five at most, each of which has the number after that of the one before: there what stands on the first
    of more than two pages stays, as it may be the title. What each of three pages has of its own outside of the number
    goes with it.
    Where OCR misread a character of such a head or number, it goes too, and so does a number in Han or Roman numerals
    among the others. Pages end with a form feed, or where numbers count on that say so (`第 3 页`), or that part
    sentences and stand between marks (`— 21 —`) or beside a head that comes again.

    A line at the edge of a single page that looks like a page number or a date with its weekday is marked only.

    Leaves alone: a title at the head of the first page that the others repeat, where the raw page sets it wider
    (`灯 下 忆 旧`); everything on a single page, long lines and lines that end a sentence; a line that comes again on a
    page here and there (`思考题`); what is said where it stands (a byline, a credit, a jump line, `亲爱的妈妈：`), and
    what numbers the text (`1、`, `2021`, `Chapter 1`); heads that differ in a name, a Han numeral (`第一单元 测试卷`,
    `第二单元 测试卷`) or in a number that does not count on with the pages.

    Settings:
        min_pages: pages that must share a line; in a document of two pages with numbers, two.
        min_similarity: share (0-1) at which two heads are alike, for OCR.

    Source: books and magazines read page by page.
    """

    name: ClassVar = "page-furniture"
    stage: ClassVar = Stage.REPEATS
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.REMOVAL
    signs: ClassVar = frozenset("\f0123456789")
    summary: ClassVar = "take out running heads and page numbers that repeat over the pages of a document"
    examples: ClassVar = (
        Example(
            "旧文新读\n第一页的字。\n23\n\f旧文新读\n第二页的字。\n24",
            "\n第一页的字。\n\n\f\n第二页的字。\n",
            form=Form.COLUMNS,
        ),
        Example("旧文新读\n只有一页的字。\n23", form=Form.COLUMNS, marks=("23",), why="one page is no evidence"),
        Example("一九二三年\n第一页。\n\f一九二四年\n第二页。", form=Form.COLUMNS, why="two headings that differ"),
        Example("收据\n收到李明。\n\f收据\n收到王明。", form=Form.COLUMNS, why="two pages without numbers"),
        Example("思考题\n一。\n\f二。\n\f思考题\n三。", form=Form.COLUMNS, why="on two pages of three"),
    )

    min_pages: int = 3
    min_similarity: float = 0.8

    def __post_init__(self) -> None:
        if self.min_pages < 2:
            raise SettingsError(f"min_pages is 2 or more, not {self.min_pages!r}")
        if not 0 < self.min_similarity <= 1:
            raise SettingsError(f"min_similarity is a share from 0 to 1, not {self.min_similarity!r}")

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return the edits that empty the lines of furniture."""
        pages = pages_of(text)
        held = [page.lines for page in pages]
        is_counted = 2 <= len(pages) <= _FEW_PAGES and all(are_numbered(two, DEPTH) for two in pairwise(held))
        if len(pages) < 2 or (len(pages) == 2 and not is_counted):
            return ()
        needed = 2 if is_counted else self.min_pages
        found: set[int] = set()
        for is_foot in (False, True):
            edges = [
                edge_of([line for line in page.lines if line[0] not in found], is_foot)
                if is_foot or page.has_head
                else [NO_LINE] * min(1, len(page.lines))
                for page in pages
            ]
            peeled = self._peeled(edges, self.min_pages)
            behind = set[int]() if peeled else self._behind_heads(edges, pages, is_foot)
            found |= behind or (self._peeled(edges, needed) if needed < self.min_pages else peeled)
            if not is_foot:
                found -= titles_of(text, held, found)
        return [Edit(start, start + len(line), "") for page in pages for start, line in page.lines if start in found]

    def notes(self, text: Text) -> Sequence[Mark]:
        """Return one mark a line at the head or the foot of a single page that may be furniture."""
        if "\f" in text.string or pages_of(text):
            return ()
        numbers = [i for i, line in enumerate(text.line_list()) if line.strip(SPACES)]
        edge = sorted({*numbers[:DEPTH], *numbers[-DEPTH:]}) if len(numbers) > DEPTH else []
        marks: list[Mark] = []
        for i in edge:
            line = text.line_list()[i]
            content = line.strip(SPACES)
            if len(content) <= _MAX_WIDTH and width(content) <= _MAX_WIDTH and _ALONE_RE.fullmatch(content):
                start = text.starts()[i] + line.index(content)
                marks.append(Mark(start, start + len(content), "line that may be page furniture"))
        return marks

    def _peeled(self, edges: Sequence[Sequence[Line]], needed: int) -> set[int]:
        """Return where the lines of furniture begin, on one side of the pages.

        What is found is peeled off, and what lies behind it is looked at in the same way, until nothing is found: a
        second run over the cleaned pages begins where this one ended. A page of which more would go than furniture has
        lines shares its text with another one, so it is left out.

        Args:
            edges: for each page its outermost lines, one more than furniture may have.
            needed: how many pages must share a line.
        """
        is_out = [False] * len(edges)
        for _ in range(_ROUNDS):
            depths = self._depths(edges, is_out, needed)
            if max(depths) <= DEPTH:
                return {edge[k].start for edge, depth in zip(edges, depths, strict=True) for k in range(depth)}
            is_out = [is_known or depth > DEPTH for is_known, depth in zip(is_out, depths, strict=True)]
        return set()

    def _behind_heads(self, edges: Sequence[Sequence[Line]], pages: Sequence[Page], is_foot: bool) -> set[int]:
        """Return where folios begin that stand behind heads of which each page has its own, as magazines have them.

        All pages must have one. With three pages and more what stands outside of them is furniture, too; of two, a head
        of the second one that cuts a sentence in two.
        """
        inner = [edge[1] if len(edge) > 1 else NO_LINE for edge in edges]
        keys = [keys_of(line.content, place) if line.content else () for place, line in enumerate(inner)]
        if not all(own and not own[0][0] for own in keys):
            return set()
        found = self._repeated(inner, self.min_pages)
        if len(found) < len(inner):
            return set()
        for place, edge in enumerate(edges):
            is_cut = not is_foot and place > 0 and end_class(pages[place - 1].lines[-1][1].strip(SPACES)) in GOING_ON
            if _is_short(edge[0].content) and (len(edges) >= self.min_pages or is_cut):
                found.add(edge[0].start)
        return found

    def _depths(self, edges: Sequence[Sequence[Line]], is_out: Sequence[bool], needed: int) -> list[int]:
        """Return how many lines can be peeled off each page."""
        depths = [0] * len(edges)
        for _ in range(_PEELS):
            # a page that holds nothing more is none: nor is it one when the result is cleaned again
            edge = [
                NO_LINE if out else e[d] for e, d, out in zip(edges, depths, is_out, strict=True) if out or d < len(e)
            ]
            found = self._repeated(edge, needed)
            if not found:
                break
            for place, (e, d) in enumerate(zip(edges, depths, strict=True)):
                depths[place] += d < len(e) and not is_out[place] and e[d].start in found
        return depths

    def _repeated(self, edge: Sequence[Line], needed: int) -> set[int]:
        """Return which lines of one place of each page are furniture, by where they begin."""
        if len(edge) == 2:
            needed = 2
        keys = [keys_of(line.content, place) if _is_short(line.content) else () for place, line in enumerate(edge)]
        shared: dict[Key, list[int]] = {}
        for place, own in enumerate(keys):
            for key in own:
                shared.setdefault(key, []).append(place)
        heads = {key: places for key, places in shared.items() if len(places) >= needed}
        misread = self._misread(keys, heads)
        found: set[int] = set()
        folios: dict[int, int] = {}
        for key, places in heads.items():
            others = misread.get(key, ())
            least = pages_needed(key, needed)
            for run in runs(sorted({*places, *others}) if others else places):
                equal = [edge[place] for place in run if place not in others]
                # the same page twice is one page
                if len(equal) >= least and (key[1] is not None or len({line.behind for line in equal}) >= least):
                    # two of more pages show no more than that the first one may have it for its title
                    first = int(len(equal) < self.min_pages and len(edge) > 2)
                    found.update(edge[place].start for place in run if place >= first)
                    if key[1] is not None:
                        folios |= {place: key[1] + place for place in run}
        for place, number in wanted(sorted(folios.items())):
            if keys[place] and is_folio(edge[place].content, number):
                found.add(edge[place].start)
        return found

    def _misread(self, keys: Sequence[Sequence[Key]], heads: Mapping[Key, object]) -> dict[Key, set[int]]:
        """Return for heads on which pages OCR read them differently: those beside pages that have them."""
        found: dict[Key, set[int]] = {}
        for place, own in enumerate(keys):
            near = {key for other in keys[max(0, place - _BESIDE) : place + _BESIDE + 1] for key in other} - {*own}
            for head in near:
                if head in heads and any(is_misread(key, head, self.min_similarity) for key in own):
                    found.setdefault(head, set()).add(place)
        return found


def _is_short(content: str) -> bool:
    """Tell whether a line is short enough for furniture, and ends no sentence."""
    return 0 < len(content) <= _MAX_WIDTH and width(content) <= _MAX_WIDTH and end_class(content) not in NO_HEADS


RULE = PageFurniture()
