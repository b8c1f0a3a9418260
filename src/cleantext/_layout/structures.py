"""Lines that look like a table, code, data or contents: what is written in them is no running text."""

from collections.abc import Iterator
from typing import Final

from cleantext._layout.pattern import pattern

# One of these stands in every line of a structure: looked for in the whole page first.
_STRUCTURE_SIGNS: Final = (
    *"\t|{}[]<>#$`=;:",
    *("----", "++++", "+-", "-+", ".....", "…………", "·····", "//"),
)


_INDENTS: Final = " \t\u3000\u00a0"
_BEYOND_ASCII: Final = "…·"  # what stands in them besides ASCII
_NO_SIGNS: Final = bytes(set(range(128)) - set("".join(_STRUCTURE_SIGNS).encode("ascii", "ignore")))
# A line of a structure begins like this, has one of these in it, or ends like this.
_BEGIN_RE: Final = pattern(
    r"(?:\|.*\| *$|[-=+|:]{4,} *$|[{}\[\]<>]|#|//|\$ |>>> |```|[0-9]{1,2}:[0-9]{2}|\"[^\"]*\" *:"
    r"|[A-Za-z_][A-Za-z0-9_.-]* *[=:] *[^ ]+ *$)"
)
_INSIDE: Final = ("\t", "-->", ".....", "…………", "·····")
_ENDS: Final = frozenset("{};")
_BARS: Final = "│┃║"  # of a drawn table: one stands in it, and its lines begin and end with those of its frame
_FRAMED_RE: Final = pattern("[│┃║┌├└┏┣┗╔╠╚╟╭╰╞].*[│┃║┐┤┘┓┫┛╗╣╝╢╮╯╡]")
_STAMP_RE: Final = pattern("[0-9]{1,2}:[0-9]{2}:[0-9]{2}\\)?\\Z")  # of a message


def structured_lines(page: str, lines: list[str]) -> list[int]:
    """Return the numbers of the lines that look like a table, code, data or contents."""
    # one pass instead of one a sign
    shown = set(page.encode("ascii", "replace").translate(None, _NO_SIGNS).decode("ascii"))
    shown.update([sign for sign in _BEYOND_ASCII if sign in page])
    is_drawn = any(bar in page for bar in _BARS)
    if not (shown or is_drawn):
        return []
    signs = [sign for sign in _STRUCTURE_SIGNS if shown.issuperset(sign)]
    places = sorted([place for sign in signs for place in _places(page, sign)])
    if not (places or is_drawn):
        return []
    inside = [sign for sign in _INSIDE if sign in page]
    found: list[int] = []
    number, counted, checked = 0, 0, -1
    for place in places:
        number += page.count("\n", counted, place)
        counted = place
        if number != checked:
            checked = number
            line = lines[number]
            if (
                _BEGIN_RE.match(line.lstrip(_INDENTS))
                or _ends_code(line.rstrip(" "))
                or any(sign in line for sign in inside)
                or _STAMP_RE.search(line.rstrip(" "))
                or _opens_block(lines, number)
            ):
                found.append(number)
    if is_drawn:
        found = sorted({*found, *[n for n, line in enumerate(lines) if _FRAMED_RE.fullmatch(line.strip(_INDENTS))]})
    return found


def _ends_code(line: str) -> bool:
    """Tell whether a line ends as code does; a sentence may end with `;`, too."""
    return line[-1:] in _ENDS and (line[-1:] != ";" or line.rstrip("; ")[-1:].isascii())


def _opens_block(lines: list[str], number: int) -> bool:
    """Tell whether a line is a head of code (`for x in xs:`): it ends in a colon, the next one is set in further."""
    line = lines[number].rstrip(" ")
    if line[-1:] != ":" or not line.isascii() or number + 1 == len(lines):
        return False
    following = lines[number + 1]
    return len(following) - len(following.lstrip(" ")) > len(line) - len(line.lstrip(" "))


def _places(page: str, sign: str) -> Iterator[int]:
    """Yield where a sign stands first in a line: no more of them than lines, however many a line has."""
    place = page.find(sign)
    while place >= 0:
        yield place
        end = page.find("\n", place)
        place = page.find(sign, end) if end >= 0 else -1
