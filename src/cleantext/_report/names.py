"""Text as HTML: markup is escaped, and what nobody can see or what turns text around stands as its name."""

from collections.abc import Iterator
from html import escape
from re import Match

from cleantext._layout.pattern import pattern
from cleantext._pages import UNSEEN

__all__ = ["named", "shown"]

_SPACE = "\u3000"
# what `printable` escapes, private use and noncharacters; not the line feed, which breaks the line here as well
_NAMED_RE = pattern(f"(?!\\n)(?:{_SPACE}+|[{UNSEEN}\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff])")


def _spread(first: int, names: str) -> Iterator[tuple[str, str]]:
    return ((chr(first + i), name) for i, name in enumerate(names.split()))


# the abbreviations of the Unicode Standard (NameAliases.txt)
_NAMES = {
    **dict(_spread(0x00, "NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI")),
    **dict(_spread(0x10, "DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US")),
    "\x7f": "DEL",
    "\x85": "NEL",
    "\xa0": "NBSP",
    "\xad": "SHY",
    "\u034f": "CGJ",
    "\u061c": "ALM",
    **dict(_spread(0x2000, "NQSP MQSP ENSP EMSP 3/MSP 4/MSP 6/MSP FSP PSP THSP HSP ZWSP ZWNJ ZWJ LRM RLM")),
    **dict(_spread(0x2028, "LSEP PSEP LRE RLE PDF LRO RLO NNBSP")),
    "\u205f": "MMSP",
    "\u2060": "WJ",
    **dict(_spread(0x2066, "LRI RLI FSI PDI")),
    **{chr(0xFE00 + i): f"VS{i + 1}" for i in range(16)},
    **{chr(0xE0100 + i): f"VS{i + 17}" for i in range(240)},
    "\ufeff": "BOM",
}


def shown(text: str) -> str:
    r"""Return text as HTML; line feeds stay, wide spaces get a frame, other unseen characters become their names.

    >>> print(shown("<i>\u202e\ue000"))
    &lt;i&gt;<b class="v" title="U+202E">RLO</b><b class="v" title="U+E000">U+E000</b>
    """
    html: str = _NAMED_RE.sub(_element, escape(text, quote=False))
    return html


def _element(found: Match[str]) -> str:
    if found[0][0] == _SPACE:
        return f'<b class="w">{found[0]}</b>'
    code = f"U+{ord(found[0]):04X}"
    return f'<b class="v" title="{code}">{_NAMES.get(found[0], code)}</b>'


def named(text: str, max_chars: int = 40, space: str = "␣") -> str:
    r"""Return text for one line or an attribute, its spaces, line feeds and unseen characters as signs and names.

    Args:
        text: part of a text.
        max_chars: code points; of what is longer the two ends are shown.
        space: what stands for a space.

    >>> named("文 化\n"), named("")
    ('文␣化⏎', 'nothing')
    """
    if len(text) > max_chars:
        half = max_chars // 2
        return f"{named(text[:half], half, space)}…{named(text[len(text) - half :], half, space)}"
    safe = _NAMED_RE.sub(_sign, text)
    return escape(safe.replace(" ", space).replace("\n", "⏎")) or "nothing"


def _sign(found: Match[str]) -> str:
    if found[0][0] == _SPACE:
        return "□" * len(found[0])
    return f"‹{_NAMES.get(found[0]) or f'U+{ord(found[0]):04X}'}›"
