"""The text on its way through the rules, with its layout and what is worked out from it."""

from __future__ import annotations

from codecs import charmap_build, charmap_encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING, Final

from cleantext._layout.forms import Form
from cleantext._layout.lines import Layout
from cleantext._layout.pattern import pattern

if TYPE_CHECKING:
    from cleantext._paragraphs.path import Path

__all__ = ["Block", "Text"]


# A few passes in C answer for every rule that looks for something rare: characters of this table come out as a byte
# each, all but Han of nearly every page; where these and the Han are not all there is, the others are looked for.
_COMMON: Final = "\n 0123456789，。、：；？！“”‘’（）《》"
_ASCII_RARE: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_WIDE: Final = "".join(map(chr, range(0xFF0D, 0xFF5F)))  # the hyphen, digits and letters of full width, some marks
_OFTEN: Final = "—…·•「」『』【】〈〉〔〕〇\u3000\u00a0■□●○▲△▶★☆◆◇※℃①②③④⑤⑥"
_TABLE: Final = "\0" + "".join(dict.fromkeys(_COMMON + _ASCII_RARE + _WIDE + _OFTEN))
_MAP: Final = charmap_build(_TABLE.ljust(256, "\ufffe"))
_COMMON_CODES: Final = bytes(map(_TABLE.index, _COMMON))
_HAN_HIGH: Final = bytes(range(0x4E, 0xA0))  # the first byte of the code points of the main block
_RARE_RE: Final = pattern(f"[^{_COMMON}\u4e00-\u9fff]")


def rare_characters(string: str) -> frozenset[str]:
    """Return the rare characters of a string (see `Text.rare`).

    >>> sorted(rare_characters("⽂化，a-2023—"))
    ['-', 'a', '—', '⽂']
    """
    codes: bytes = charmap_encode(string, "ignore", _MAP)[0]
    high = string.encode("utf-16-le", "surrogatepass")[1::2]
    rare = frozenset([_TABLE[code] for code in set(codes.translate(None, _COMMON_CODES))])
    if len(codes) + len(high) - len(high.translate(None, _HAN_HIGH)) == len(string):
        return rare
    return rare.union(_RARE_RE.findall(string))


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a cleaned text: a paragraph, a headline, a caption, a line of verse.

    Attributes:
        text: the cleaned block, without line feeds.
        kind: `headline`, `subhead`, `byline`, `paragraph`, `caption`, `notice`, `item`, `verse`, `table`, `furniture`.
        form: the form of the region that it stands in.
        start, end: its place in the source (code points, end exclusive).
        page: number of its page, from 1.
        confidence: share, 0-1, of the less certain one of its two seams.
    """

    text: str
    kind: str
    form: Form
    start: int
    end: int
    page: int
    confidence: float


class Text:
    r"""The string at one point of the way, with the layout of the raw page.

    What is worked out from it is worked out once, and only when a rule asks.

    Args:
        string: one page or document, line feeds as `\n`.
        layout: of the raw page; measured from `string` where it is left out.
        origins: makes the list that has for each line the number of the raw line it begins with; left out, they are the
            same.
        rare: a set that holds every rare character of `string`, and maybe more.

    >>> [line for _, line in Text("一\n二").lines()]
    ['一', '二']
    """

    __slots__ = ("_ascii", "_lines", "_origins", "_path", "_rare", "_starts", "layout", "make_origins", "string")

    def __init__(
        self,
        string: str,
        layout: Layout | None = None,
        origins: Callable[[], Sequence[int]] | None = None,
        rare: frozenset[str] | None = None,
    ) -> None:
        self.string = string
        self.layout = layout if layout is not None else Layout(string)
        self.make_origins = origins
        self._origins: Sequence[int] | None = None
        self._rare = rare
        self._ascii: bytes | None = None
        self._lines = self.layout.lines if self.layout.raw is string else None
        self._starts: list[int] | None = None
        self._path: Path | None = None

    @classmethod
    def of_form(cls, string: str, form: Form) -> Text:
        """Return a text of which every line is of this form: what a rule sees of it in the midst of such a page.

        >>> Text.of_form("活 动", Form.COLUMNS).form(0) is Form.COLUMNS
        True
        """
        return cls(string, Layout.of_form(string, form))

    def anew(self) -> Text:
        """Return the same string as a raw text, to be measured again."""
        return Text(self.string, Layout(self.string, self.layout.own), rare=self._rare)

    @property
    def rare(self) -> frozenset[str]:
        """A set of the string's rare characters, and maybe some that edits have taken out of it.

        Rare is all but digits, spaces, the main block of Han and the marks of running text: what most damage shows
        itself by.
        """
        if self._rare is None:
            self._rare = rare_characters(self.string)
        return self._rare

    def has_any(self, characters: frozenset[str]) -> bool:
        """Tell whether one of some rare characters may stand in the string: the cheap question a rule asks first.

        >>> Text("文化").has_any(frozenset("⽂⼈"))
        False
        """
        return not characters.isdisjoint(self.rare if self._rare is None else self._rare)

    @property
    def ascii(self) -> bytes:
        """The string with `?` for every character beyond ASCII: offsets are the same, and signs are found much sooner.

        >>> Text("一。..二").ascii
        b'??..?'
        """
        if self._ascii is None:
            self._ascii = self.string.encode("ascii", "replace")
        return self._ascii

    @property
    def origins(self) -> Sequence[int] | None:
        """For each line the number of the raw line it begins with; None where lines are those of the raw page."""
        if self._origins is None and self.make_origins is not None:
            self._origins = self.make_origins()
        return self._origins

    def line_list(self) -> list[str]:
        """Return the lines, without their line feeds."""
        if self._lines is None:
            self._lines = self.string.split("\n")
        return self._lines

    def starts(self) -> list[int]:
        """Return the offset (code points) of each line."""
        if self._starts is None:
            lines = self.line_list()
            self._starts = list(map(add, accumulate(map(len, lines), initial=0), range(len(lines))))
        return self._starts

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield (offset, line) for each line, blank ones too."""
        return zip(self.starts(), self.line_list(), strict=True)

    def form(self, number: int) -> Form:
        """Return the form of the region of line `number` (from 0)."""
        if (only := self.layout.only_form) is not None:
            return only
        origins = self.origins
        return self.layout.forms[number if origins is None else origins[number]]

    def form_at(self, offset: int) -> Form:
        """Return the form of the region at an offset (code points)."""
        if (only := self.layout.only_form) is not None:
            return only
        from bisect import bisect_right

        return self.form(bisect_right(self.starts(), offset) - 1)

    @property
    def path(self) -> Path:
        """The decision for every seam of the page; `edits` and `notes` of a rule read the same one."""
        if self._path is None:
            from cleantext._paragraphs.path import solve

            self._path = solve(self.line_list(), self.layout)
        return self._path

    def decide(self, fixed: Mapping[int, bool]) -> None:
        """Let some seams of the path (number to whether the block goes on) be what a person decided."""
        from cleantext._paragraphs.decided import DecidedPath

        self._path = DecidedPath(self.path, fixed)
