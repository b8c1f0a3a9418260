"""Write tables of characters as Python source; used by `make_tables.py` only."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from ucd import DIGESTS, VERSION, Ucd

_MAX_NAMED_ROWS = 90  # above it a row holds several ranges; at 120 classes.py has 62 KB, at 700 it has 163
_ROW = 110  # columns of a packed row


class Table(Protocol):
    """One constant of a generated module."""

    def lines(self, ucd: Ucd, /) -> Iterator[str]:
        """Give the lines of source that define it."""
        ...


@dataclass(frozen=True)
class Module:
    """A generated module: its docstring, the files it comes from, its tables."""

    doc: str
    sources: tuple[str, ...]
    tables: Collection[Table]

    def source(self, ucd: Ucd) -> str:
        """Return the whole module as Python source."""
        head = [f'"""{self.doc}', "", "Written by tools/make_tables.py; do not edit.", ""]
        head += [f"Source: Unicode Character Database {VERSION}, SHA-256 of each file (unpacked):"]
        head += [f"    {DIGESTS[name]}  {name}" for name in self.sources]
        body = [line for table in self.tables for line in ("", *table.lines(ucd))]
        return "\n".join([*head, '"""', *body, ""])


@dataclass(frozen=True)
class Constant:
    """A plain string."""

    name: str
    value: str

    def lines(self, _ucd: Ucd) -> Iterator[str]:
        """Give the lines of source that define it."""
        yield f'{self.name}: str = "{self.value}"'


@dataclass(frozen=True)
class Body:
    """A set of code points as the inside of a regex set, for `re` and `regex` alike."""

    name: str
    note: str
    codes: set[int]

    def lines(self, ucd: Ucd) -> Iterator[str]:
        """Give the lines of source that define it."""
        ranges = list(_ranges(self.codes))
        yield f"# {self.note}"
        yield f"{self.name}: str = ("
        if len(ranges) > _MAX_NAMED_ROWS:
            yield from (f'    "{row}"' for row in _filled(_range_source(*pair) for pair in ranges))
        else:
            for first, last in ranges:
                names = ucd.name(first) if first == last else f"{ucd.name(first)} .. {ucd.name(last)}"
                yield f'    "{_range_source(first, last)}"  # {names}'
        yield ")"


@dataclass(frozen=True)
class Pairs:
    """A dict of characters, one row a code point with its name."""

    name: str
    note: str
    table: Mapping[int, int | str]

    def lines(self, ucd: Ucd) -> Iterator[str]:
        """Give the lines of source that define it."""
        yield f"# {self.note}"
        yield f"{self.name}: dict[str, str] = {{"
        for code, target in self.table.items():
            text = target if isinstance(target, str) else chr(target)
            yield f'    "{_escape(code)}": "{"".join(map(_literal, text))}",  # {ucd.name(code)}'
        yield "}"


@dataclass(frozen=True)
class Packed:
    """A large dict of strings of one length to single characters, built from one string."""

    name: str
    note: str
    table: Mapping[str, str]

    def lines(self, _ucd: Ucd) -> Iterator[str]:
        """Give the lines of source that define it."""
        size = len(next(iter(self.table)))
        items = ("".join(_escape(ord(char)) for char in key) + _literal(to) for key, to in self.table.items())
        yield f"_{self.name} = ("
        yield from (f'    "{row}"' for row in _filled(items))
        yield ")"
        yield f"# {self.note}"
        yield f"{self.name}: dict[str, str] = {{"
        key = "_PACKED[i]" if size == 1 else f"_PACKED[i : i + {size}]"
        row = f"    {key}: _PACKED[i + {size}] for i in range(0, len(_PACKED), {size + 1})"
        yield row.replace("_PACKED", f"_{self.name}")
        yield "}"


@dataclass(frozen=True)
class Reasons:
    """A frozenset of characters, one row a code point with its name and why it is in."""

    name: str
    note: str
    reasons: Mapping[int, str]

    def lines(self, ucd: Ucd) -> Iterator[str]:
        """Give the lines of source that define it."""
        yield f"# {self.note}"
        yield f"{self.name}: frozenset[str] = frozenset("
        yield "    {"
        for code, reason in self.reasons.items():
            yield f'        "{_escape(code)}",  # {ucd.name(code)}: {reason}'
        yield "    }"
        yield ")"


@dataclass(frozen=True)
class Run:
    """A long string of ideographs."""

    name: str
    note: str
    codes: Collection[int]

    def lines(self, _ucd: Ucd) -> Iterator[str]:
        """Give the lines of source that define it."""
        yield f"# {self.note}"
        yield f"{self.name}: str = ("
        text = "".join(map(chr, self.codes))
        for start in range(0, len(text), 40):
            row = text[start : start + 40]
            yield f'    "{"".join(map(_literal, row))}"  # U+{ord(row[0]):04X}'
        yield ")"


def _ranges(codes: set[int]) -> Iterator[tuple[int, int]]:
    """Give first and last of each run of code points."""
    first = last = -2
    for code in sorted(codes):
        if code != last + 1:
            if first >= 0:
                yield first, last
            first = code
        last = code
    if first >= 0:
        yield first, last


def _range_source(first: int, last: int) -> str:
    """Return a range as it stands in the source of a string that is the inside of a regex set."""
    # ASCII marks and the space get a backslash in the pattern: `[`, `^`, `-` mean something in a set, and
    # doubled `&`, `|`, `~` will in later versions of `re`.
    ends = [
        ("\\\\" if code < 0x80 and not chr(code).isalnum() and code >= 0x20 else "") + _escape(code)
        for code in (first, last)
    ]
    return ends[0] if first == last else "".join(ends) if last == first + 1 else "-".join(ends)


def _escape(code: int) -> str:
    """Return a character as an escape of a Python string; printable ASCII as it is."""
    if 0x20 <= code < 0x7F:
        return f"\\{chr(code)}" if chr(code) in '"\\' else chr(code)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _literal(char: str) -> str:
    """Return a character as it is where fonts have it and no normalisation touches it, else as an escape."""
    code = ord(char)
    plain = 0x3001 <= code <= 0x301F or 0x3400 <= code <= 0x9FFF or 0xFF01 <= code <= 0xFF5D
    return char if plain or 0x20000 <= code < 0x2F800 or code >= 0x30000 else _escape(code)


def _filled(items: Iterator[str]) -> Iterator[str]:
    """Give the items in rows of about one width."""
    row = ""
    for item in items:
        if row and len(row) + len(item) > _ROW:
            yield row
            row = ""
        row += item
    if row:
        yield row
