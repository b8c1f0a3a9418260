"""The text on its way through the rules, with its layout and what is worked out from it."""

from __future__ import annotations

import re
from bisect import bisect_right
from codecs import charmap_build, charmap_encode, utf_16_le_encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from operator import add
from typing import Final

from cleantext._layout.chars import ASCII_ALNUM
from cleantext._layout.forms import Form
from cleantext._layout.lines import Layout
from cleantext._layout.pattern import pattern
from cleantext._paragraphs.path import Path, solve

__all__ = ["Text"]


# A few passes in C find the signs of a text: characters of this table come out as a byte each, all but Han of nearly
# every page; where these and the Han are not all there is, the others are looked for.
_ASCII: Final = "\t\n\f" + "".join(map(chr, range(0x20, 0x7F)))
_MARKS: Final = "，。、：；？！“”‘’（）《》"
_WIDE: Final = "".join(map(chr, range(0xFF01, 0xFF5F)))  # marks, digits and letters of full width
_OFTEN: Final = "—…·•「」『』【】〈〉〔〕〇\u3000\u00a0■□●○▲△▶★☆◆◇※℃①②③④⑤⑥°×÷‧\u00ad"
PLAIN_SIGNS: Final = frozenset(_ASCII + _MARKS + _WIDE + _OFTEN)
"""The signs of nearly every page."""
_WIDE_ALNUM: Final = "".join([chr(ord(sign) + 0xFEE0) for sign in ASCII_ALNUM])
PLAIN_MARKS: Final = sorted(PLAIN_SIGNS.difference(ASCII_ALNUM, _WIDE_ALNUM, "〇\n"))
"""Those of them that are no letters and no digits, but for the line feed."""
PLAIN_MARK_RE: Final = pattern(f"[{re.escape(''.join(PLAIN_MARKS))}]")
"""What is no letter in a text without other signs: of the class of all letters `re` takes long to make a pattern."""
_TABLE: Final = ["\0", *sorted(PLAIN_SIGNS)]
_MAP: Final = charmap_build("".join(_TABLE).ljust(256, "\ufffe"))
_BYTES: Final = bytes(range(256))
_HAN_HIGH: Final = bytes(range(0x4E, 0xA0))  # the first byte of the code points of the main block
_OTHER_RE: Final = pattern(f"[^{re.escape(''.join(_TABLE[1:]))}\u4e00-\u9fff]")


def signs_of(string: str) -> frozenset[str]:
    """Return the signs of a string: all its characters but Han of the main block.

    >>> sorted(signs_of("⽂化，a-20—"))
    ['-', '0', '2', 'a', '—', '⽂', '，']
    """
    codes: bytes = charmap_encode(string, "ignore", _MAP)[0]
    absent = _BYTES.translate(None, codes)  # so each byte is looked up once, much sooner than by a set of them
    signs = frozenset(map(_TABLE.__getitem__, _BYTES.translate(None, absent)))
    found = len(codes)
    del codes  # what is as long as a text is dear while another one is there
    high = utf_16_le_encode(string, "surrogatepass")[0][1::2]
    if found + len(high) - len(high.translate(None, _HAN_HIGH)) == len(string):
        return signs
    return signs.union(_OTHER_RE.findall(string))


class Text:
    r"""The string at one point of the way, with the layout of the raw page.

    What is worked out from it is worked out once, and only when a rule asks.

    Args:
        string: one page or document, line feeds as `\n`.
        layout: of the raw page; measured from `string` where it is left out.
        origins: makes the list that has for each line the number of the raw line it begins with; left out, they are the
            same.
        signs: a set that holds every sign of `string`, and maybe more.

    >>> [line for _, line in Text("一\n二").lines()]
    ['一', '二']
    """

    __slots__ = ("_ascii", "_lines", "_origins", "_path", "_signs", "_starts", "layout", "make_origins", "string")

    def __init__(
        self,
        string: str,
        layout: Layout | None = None,
        origins: Callable[[], Sequence[int]] | None = None,
        signs: frozenset[str] | None = None,
    ) -> None:
        self.string = string
        self.layout = layout if layout is not None else Layout(string)
        self.make_origins = origins
        self._origins: Sequence[int] | None = None
        self._signs = signs
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
        return Text(self.string, Layout(self.string, self.layout.own), signs=self._signs)

    @property
    def signs(self) -> frozenset[str]:
        """A set of the string's signs, and maybe some that edits have taken out of it.

        Signs are all characters but Han of the main block: what most damage shows itself by.
        """
        if self._signs is None:
            self._signs = signs_of(self.string)
        return self._signs

    def has_any(self, characters: frozenset[str]) -> bool:
        """Tell whether one of some signs may stand in the string: the cheap question to ask first.

        >>> Text("文化").has_any(frozenset("⽂⼈"))
        False
        """
        return not characters.isdisjoint(self.signs if self._signs is None else self._signs)

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

    def let_go(self) -> None:
        r"""Let go of what was made of the string: of a long text it takes many times what the string takes.

        >>> text = Text("一\n二")
        >>> text.starts(), text.let_go(), text.starts()
        ([0, 2], None, [0, 2])
        """
        self._lines = self._starts = self._path = self._ascii = None

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
        return self.form(bisect_right(self.starts(), offset) - 1)

    @property
    def path(self) -> Path:
        """The decision for every seam of the page; `edits` and `notes` of a rule read the same one."""
        if self._path is None:
            self._path = solve(self.line_list(), self.layout)
        return self._path

    def decide(self, fixed: Mapping[int, bool]) -> None:
        """Let some seams of the path (number to whether the block goes on) be what a person decided."""
        from cleantext._paragraphs.decided import DecidedPath

        self._path = DecidedPath(self.path, fixed)
