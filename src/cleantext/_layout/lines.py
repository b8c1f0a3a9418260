"""The layout: what the raw page shows, line by line, measured once before any edit."""

from bisect import bisect_left, bisect_right
from itertools import compress, repeat
from operator import contains, is_not, ne
from typing import Final

from cleantext._layout.columns import MAX_CANDIDATES, line_candidates
from cleantext._layout.cues import OwnCues
from cleantext._layout.facts import SPACES, Facts, line_facts
from cleantext._layout.forms import Form, stretches_of
from cleantext._layout.pages import page_starts
from cleantext._layout.pattern import pattern
from cleantext._layout.regions import line_forms
from cleantext._layout.width import as_printed, line_widths, width

_MIN_SPACED: Final = 3  # fewer gaps than this are no letter-spacing
_BEYOND: Final = 0.1  # of the lines are set in further than the margin
_OUTSIDE: Final = 0.15  # of the lines begin before the margin: heads, page numbers
_GAP_RE: Final = pattern("[^\x00-\x7f] (?=[^\x00-\x7f])")
_PAIR_RE: Final = pattern("[^\x00-\x7f](?=[^\x00-\x7f])")
_FAR: Final = 6  # code points before a line's content
_BREAKING: Final = frozenset("，。、：；！？”’）》」』")
_FLOWING: Final = frozenset((Form.FLOWING,))  # the forms of a line alone


class Layout:
    r"""Widths, indents, ends and beginnings of the lines of a raw page, and the form of its regions.

    Every list has one entry a line (`text.split("\n")`), in half em where it is a length. Lines are measured when
    somebody asks for it: of a paragraph alone, nobody does.

    Attributes:
        lines: the lines themselves, until the forms are known.
        contents: the lines without the white space at their ends.
        solid: the numbers of the lines that are not blank.
        in_turn: once the forms are known, the numbers of the lines that are of several columns in turn, in order.
        pages: the numbers of the lines that begin a page.
        own: words of the user's, by which lines are known besides.

    >>> layout = Layout("　　今年\n\n活 动 公 布 了")
    >>> layout.widths, layout.indents, sorted(layout.spaced)
    ([4, 0, 10], [4, 0, 0], [2])
    """

    __slots__ = (
        "_candidates",
        "_form_set",
        "_forms",
        "_gapped",
        "_indents",
        "_seen",
        "_spaced",
        "_stretches",
        "_widths",
        "_with_spaces",
        "contents",
        "in_turn",
        "lines",
        "own",
        "pages",
        "raw",
        "solid",
    )

    def __init__(self, raw: str, own: OwnCues | None = None) -> None:
        self.raw = raw
        self.own = own
        lines = raw.split("\n")
        self.lines: list[str] | None = lines
        self.contents = contents = [line.strip(SPACES) for line in lines]
        self.solid = list(compress(range(len(lines)), contents))
        self.in_turn: list[int] = []
        self.pages = page_starts(lines) if raw.count("\f") else [0]
        self._candidates: list[tuple[int, ...]] | None = None
        self._seen: tuple[list[int], list[str], list[Facts]] | None = None  # lines, their contents and their facts
        self._forms: list[Form] | None = None
        self._form_set: frozenset[Form] | None = None
        self._stretches: dict[tuple[Form, ...], list[tuple[int, int]]] | None = None
        self._widths: list[int] | None = None
        self._indents: list[int] = []
        self._spaced: set[int] = set()
        self._gapped: list[int] = []
        self._with_spaces: list[int] = []

    @property
    def widths(self) -> list[int]:
        """Width of the content, without indent, trailing space and the gaps of letter-spacing; 0 is a blank line."""
        return self._measured() if self._widths is None else self._widths

    @property
    def indents(self) -> list[int]:
        """Width of the white space before the content, beyond the margin that most lines have before theirs."""
        if self._widths is None:
            self._measured()
        return self._indents

    @property
    def spaced(self) -> set[int]:
        """The numbers of the lines that are letter-spaced."""
        if self._widths is None:
            self._measured()
        return self._spaced

    @property
    def gapped(self) -> list[int]:
        """The numbers of the other lines with two gaps or more, which may be rows of cells, in order."""
        if self._widths is None:
            self._measured()
        return self._gapped

    def _measured(self) -> list[int]:
        raw, contents, lines = self.raw, self.contents, self.lines or self.raw.split("\n")
        widths = line_widths(raw, lines)
        indents = [0] * len(lines)
        # `strip` gives the same object back where there is nothing to strip
        for i in compress(range(len(lines)), map(is_not, lines, contents)):
            line, content = lines[i], contents[i]
            widths[i] = width(content)
            if content:
                before = line.index(content[0])
                if before < _FAR or not _is_displaced(lines[i - 1] if i else "", before):
                    indents[i] = width(line[:before])
        if "，" not in raw:
            widths = as_printed(widths, contents, raw)
        if self.solid and len(indents) - indents.count(0) > (1 - _OUTSIDE) * len(self.solid):
            own = sorted([indents[i] for i in self.solid])
            margin = own[int(_OUTSIDE * len(own))]
            # not the indent of first lines, to the left of which some lines stand and to the right hardly any
            if own[0] == margin or own[-1 - int(_BEYOND * len(own))] > margin:
                indents = [max(0, indent - margin) for indent in indents]
        self._with_spaces = list(compress(range(len(contents)), map(contains, contents, repeat(" "))))
        for i in self._with_spaces:
            content = contents[i]
            if (count := content.count(" ")) >= _MIN_SPACED and is_letter_spaced(content):
                self._spaced.add(i)
                widths[i] -= count
            elif count > 1:
                self._gapped.append(i)
        if "\u3000" in self.raw:
            wide = [i for i, content in enumerate(contents) if content.count("\u3000") > 1]
            self._gapped = sorted({*wide, *self._gapped})
            self._with_spaces = sorted({*self._with_spaces, *[i for i in self.solid if "\u3000" in contents[i]]})
        self._widths, self._indents = widths, indents
        return widths

    @property
    def with_spaces(self) -> list[int]:
        """The numbers of the lines with a space or an ideographic space inside, in order."""
        if self._widths is None:
            self._measured()
        return self._with_spaces

    @classmethod
    def of_form(cls, raw: str, form: Form) -> "Layout":
        r"""Return the layout of a text of which every line is of this form, whatever it looks like.

        >>> Layout.of_form("一\n二", Form.COLUMNS).forms == [Form.COLUMNS, Form.COLUMNS]
        True
        """
        layout = cls(raw)
        layout._forms = [form] * len(layout.contents)
        return layout

    @property
    def forms(self) -> list[Form]:
        """The form of each line's region."""
        if self._forms is None:
            self._forms = line_forms(self, self.lines or self.raw.split("\n"))
            self.lines = None  # in a large document they are a good part of the memory
        return self._forms

    def has(self, form: Form) -> bool:
        """Tell whether a line of this form stands on the page: what a rule for one form asks first.

        >>> Layout("一").has(Form.COLUMNS)
        False
        """
        return form in self.form_set

    @property
    def only_form(self) -> Form | None:
        """The form of all lines, as most pages have it; None where they differ.

        >>> Layout("一").only_form is Form.FLOWING
        True
        """
        there = self.form_set
        return next(iter(there)) if len(there) == 1 else None

    @property
    def form_set(self) -> frozenset[Form]:
        """The forms that stand on the page."""
        if self._form_set is None:
            self._form_set = _FLOWING if len(self.contents) == 1 and self._forms is None else frozenset(self.forms)
        return self._form_set

    def stretches(self, forms: tuple[Form, ...]) -> list[tuple[int, int]]:
        """Return where neighbouring lines stand in one of these forms: the first one, and the one behind the last.

        >>> Layout("一").stretches((Form.FLOWING, Form.LINES))
        [(0, 1)]
        """
        if self._stretches is None:
            self._stretches = {}
        if forms not in self._stretches:
            self._stretches[forms] = stretches_of(self.forms, forms)
        return self._stretches[forms]

    @property
    def candidates(self) -> list[tuple[int, ...]]:
        """The widths (half em) that the column of each line that is not blank may have, the likeliest first."""
        if self._candidates is None:
            self._candidates = line_candidates(list(filter(None, self.widths)), list(filter(None, self.contents)))
        return self._candidates

    def widen(self, width: int) -> None:
        r"""Let the column of any line have this width (half em), too: the page's, which few lines show.

        >>> layout = Layout("一二三四")
        >>> layout.widen(40)
        >>> layout.candidates
        [(40, 8)]
        """
        wider: dict[tuple[int, ...], tuple[int, ...]] = {}  # lines of one block have the same tuple
        for columns in self.candidates:
            if columns not in wider:
                wider[columns] = (width, *columns[: MAX_CANDIDATES - 1]) if max(columns) + 2 < width else columns
        self._candidates = list(map(wider.__getitem__, self.candidates))

    def candidates_of(self, numbers: list[int]) -> list[tuple[int, ...]]:
        r"""Return the candidates of some lines, none of which is blank, in order.

        >>> Layout("一\n\n二三四五").candidates_of([2])
        [(8,)]
        """
        span = _span(self.solid, numbers)
        solid, candidates = self.solid[span], self.candidates[span]
        if solid == numbers:
            return candidates
        return list(compress(candidates, map(set(numbers).__contains__, solid)))  # a rule has taken lines out

    def facts(self, numbers: list[int], contents: list[str]) -> list[Facts]:
        """Return the facts of some lines, worked out anew only where a rule has changed what stands there.

        Args:
            numbers: of the lines, none of which is blank, in order.
            contents: what stands there now, without the white space at its ends.
        """
        if self._seen is None:
            self._seen = numbers, contents, line_facts(contents, self.own)
            return list(self._seen[2])
        span = _span(self._seen[0], numbers)
        known, before, found = self._seen[0][span], self._seen[1][span], self._seen[2][span]
        if known != numbers:  # a rule has taken lines out
            left = list(map(set(numbers).__contains__, known))
            before, found = list(compress(before, left)), list(compress(found, left))
            if len(found) < len(numbers):
                return line_facts(contents, self.own)
        new = list(compress(range(len(numbers)), map(ne, before, contents)))
        if not new:
            return found
        for k, facts in zip(new, line_facts([contents[k] for k in new], self.own)):
            found[k] = facts
        return found


def _span(known: list[int], numbers: list[int]) -> slice:
    """Return where the first to the last of some numbers stand among the known ones, both in order."""
    if not numbers:
        return slice(0, 0)
    return slice(bisect_left(known, numbers[0]), bisect_right(known, numbers[-1]))


def _is_displaced(line: str, before: int) -> bool:
    """Tell whether the next line, with so many characters before its content, goes on where a line ends in a mark.

    An extractor that keeps places gives each character one column, and puts what it took for a line of its own under
    the end of the one it belongs to.
    """
    line = line.rstrip(SPACES)
    return line[-1:] in _BREAKING and -2 <= len(line) - before <= 2


def is_letter_spaced(line: str, min_spaced_share: float = 0.6) -> bool:
    """Tell whether most neighbouring Han characters and marks of a line have one space between them.

    The words of an English sentence and the names of a list do not count: theirs are the only gaps they have.

    >>> is_letter_spaced("活 动 公 布 了《聊 城 市"), is_letter_spaced("胡磊 薛良诚 商贺 翟雪")
    (True, False)
    """
    if "\u3000" in line:
        line = line.replace("\u3000", "  ")  # it parts two words, and no pair of characters
    spaces, ascii_count = line.count(" "), len(line.encode("ascii", "ignore"))
    # Beyond ASCII all characters but as many as there are of ASCII stand side by side: mostly enough to say no.
    if spaces < _MIN_SPACED or spaces < min_spaced_share * (spaces + len(line) - 2 * ascii_count - 1):
        return False
    gaps = len(_GAP_RE.findall(line))
    return gaps >= _MIN_SPACED and gaps >= min_spaced_share * (gaps + len(_PAIR_RE.findall(line)))
