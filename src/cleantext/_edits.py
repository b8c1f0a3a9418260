"""A trace as a file: JSON Lines that say what was changed, and give the source back byte for byte.

docs/edits.md describes the lines; `SCHEMA` counts up whenever their meaning changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, islice
from typing import Any

from cleantext._decode import Decoded
from cleantext._edit_lines import (
    SCHEMA,
    change_item,
    cut_off,
    is_count,
    load_head,
    load_item,
    read_change,
    read_side,
    side_item,
)
from cleantext._exact import Side, digest
from cleantext._json import to_json
from cleantext._rule import Edit, Stage
from cleantext._trace import Change, Step, Trace, make_step
from cleantext._version import __version__
from cleantext.errors import EditsError

__all__ = ["SCHEMA", "Edits"]

_ENCODING = "output-encoding"  # the step for characters that the result's encoding reads as others


@dataclass(frozen=True, slots=True)
class Edits:
    """The edits of one run, with what is needed to see that a text belongs to them.

    Attributes:
        changes: as `Trace.changes` yields them; those of one rule and one run of it stand together.
        numbers: for each change the number of its step.
        source, result: the two ends of the way.
        line_ends: those of the source: `"lf"`, `"crlf"`, `"cr"`, `"mixed"` or `"none"`.
        fingerprint: that of the cleaner.
        chosen: as in `Trace`.
        version: that of cleantext.
        row, column: where a text of a table stands, rows from 1; 0 and nothing for one that stands alone.

    >>> import cleantext
    >>> cleaner = cleantext.Cleaner()
    >>> edits = Edits.of(cleaner.trace("⽂化"), cleaner.fingerprint())
    >>> Edits.loads(edits.dumps()).revert_text("文化")
    '⽂化'
    """

    changes: tuple[Change, ...]
    numbers: tuple[int, ...]
    source: Side
    result: Side
    line_ends: str = "none"
    fingerprint: str = ""
    chosen: str = "full"
    version: str = __version__
    row: int = 0
    column: str = ""

    @classmethod
    def of(cls, trace: Trace, fingerprint: str = "", *, row: int = 0, column: str = "") -> Edits:
        """Return the edits of a trace whose texts are `str`.

        Args:
            trace: what was done.
            fingerprint: of the cleaner.
            row: number of the text in its table, from 1; 0 for one that stands alone.
            column: where it stands there.
        """
        made = cls._of(trace, fingerprint, Side.of_text(trace.source), Side.of_text(trace.text))
        return replace(made, row=row, column=column)

    @classmethod
    def of_bytes(
        cls, trace: Trace, fingerprint: str, source: tuple[bytes, Decoded], result: tuple[bytes, str, bytes]
    ) -> Edits:
        """Return the edits of a trace between bytes.

        Args:
            trace: of the text of `source`.
            fingerprint: of the cleaner.
            source: the bytes that were read, and what `decode` made of them.
            result: the bytes that are written for the trace's text, their codec, and their byte-order mark.

        Raises:
            EditsError: the result cannot be read back from its encoding.
        """
        data, decoded = source
        written, encoding, bom = result
        text = written[len(bom) :].decode(encoding)
        steps = trace.steps
        if text != trace.text:
            # Shift JIS writes ¥ as the byte that it reads as a backslash
            if len(text) != len(trace.text):
                raise EditsError(f"the result cannot be read back from {encoding}; give another --output-encoding")
            pairs = enumerate(zip(trace.text, text, strict=True))
            other = [Edit(i, i + 1, read) for i, (wanted, read) in pairs if wanted != read]
            steps = (*steps, make_step(_ENCODING, Stage.VARIANTS, trace.text, other))
        whole = Trace(trace.source, text, steps, trace.chosen)
        ends = (
            Side.of_bytes(data, decoded.text, decoded.encoding, decoded.bom),
            Side.of_bytes(written, text, encoding, bom),
        )
        return cls._of(whole, fingerprint, *ends)

    @classmethod
    def _of(cls, trace: Trace, fingerprint: str, source: Side, result: Side) -> Edits:
        numbers = tuple(number for number, step in enumerate(trace.steps) for _ in step.edits)
        line_ends = _line_ends(trace.source)
        return cls(tuple(trace.changes()), numbers, source, result, line_ends, fingerprint, trace.chosen)

    def revert(self, data: bytes) -> bytes:
        """Return the bytes of the source.

        Args:
            data: the bytes of the result.

        Raises:
            EditsError: these edits belong to another text, or somebody changed them.
        """
        import hashlib

        if not self.result.encoding:
            raise EditsError("these edits are those of a str; give revert_text() the text")
        if hashlib.sha256(data).hexdigest() != self.result.sha256:
            raise EditsError(_OTHER_TEXT)
        try:
            source = self.source.write(self._undone(self.result.read(data)))
        except UnicodeError:
            raise EditsError(_CHANGED) from None
        if hashlib.sha256(source).hexdigest() != self.source.sha256:
            raise EditsError(_CHANGED)
        return source

    def revert_text(self, text: str) -> str:
        """Return the source of a text that has no bytes.

        Raises:
            EditsError: these edits belong to another text, or somebody changed them.
        """
        if self.result.encoding:
            raise EditsError("these edits are those of a file; give revert() its bytes")
        if digest(text) != self.result.sha256:
            raise EditsError(_OTHER_TEXT)
        source = self._undone(text)
        if digest(source) != self.source.sha256:
            raise EditsError(_CHANGED)
        return source

    def _undone(self, text: str) -> str:
        for step in reversed(list(self.steps())):
            text = step.undo(text)
        return text

    def steps(self) -> Iterator[Step]:
        """Yield the steps that the edits make, without their notes."""
        for _, group in groupby(zip(self.numbers, self.changes, strict=True), key=lambda pair: pair[0]):
            changes = [change for _, change in group]
            edits = tuple(Edit(c.at, c.at + len(c.before), c.after) for c in changes)
            yield Step(changes[0].rule, changes[0].stage, edits, tuple(c.before for c in changes))

    def dumps(self) -> bytes:
        """Return the lines, in UTF-8."""
        head = {
            "cleantext-edits": SCHEMA,
            "cleantext": self.version,
            "fingerprint": self.fingerprint,
            "chosen": self.chosen,
            "edits": len(self.changes),
            "line-ends": self.line_ends,
            "source": side_item(self.source),
            "result": side_item(self.result),
        }
        if self.row:
            head |= {"row": self.row, "column": self.column}
        items = [change_item(*pair) for pair in zip(self.numbers, self.changes, strict=True)]
        return "".join(to_json(item) + "\n" for item in (head, *items)).encode()

    @classmethod
    def loads(cls, data: bytes) -> Edits:
        """Return the edits that these lines say.

        Args:
            data: the bytes of the file.

        Raises:
            TypeError: `data` is no bytes.
            EditsError: they are no edits, of another version of the schema, or cut off; the message says where.
        """
        if not isinstance(data, bytes | bytearray):
            kind = type(data).__name__
            raise TypeError(f"Edits.loads() takes the bytes of a file, not {kind}; read it with Path.read_bytes()")
        # no str.splitlines(): U+2028 stands in strings
        lines = data.removesuffix(b"\n").split(b"\n")
        head = load_head(lines[0], 1)
        found = [load_item(line, number) for number, line in enumerate(lines[1:], 2)]
        if any("cleantext-edits" in item for item in found):
            raise EditsError("these are the edits of several texts; those of a table are read with Edits.loads_rows()")
        if head.get("edits") != len(found):
            raise cut_off(head, len(found))
        return cls._read(head, 1, found)

    @classmethod
    def loads_rows(cls, lines: Iterable[bytes]) -> Iterator[Edits]:
        r"""Yield the edits of each row of a table that was changed, as `cleantext corpus --edits` writes them.

        Nothing is kept of a row once the next one is asked for.

        Args:
            lines: of the file, each with its line feed, as a file opened for bytes gives them.

        Raises:
            EditsError: as for `loads`; also at the end, where the last line is missing.

        >>> import io, cleantext
        >>> from cleantext._edit_lines import end_of_rows
        >>> cleaner = cleantext.Cleaner()
        >>> made = [Edits.of(cleaner.trace(text), row=k) for k, text in enumerate(["⽂化", "生⽇"], 1)]
        >>> data = b"".join(edits.dumps() for edits in made) + end_of_rows(rows=2, changed=2)
        >>> [(edits.row, edits.changes[0].before) for edits in Edits.loads_rows(io.BytesIO(data))]
        [(1, '⽂'), (2, '⽇')]
        """
        return (item for item in cls._loads_all(lines) if isinstance(item, Edits))

    @classmethod
    def _loads_all(cls, lines: Iterable[bytes]) -> Iterator[Edits | int]:
        """Yield what `loads_rows` does, and at the end how many rows the table has."""
        numbered = enumerate(lines, 1)
        count = 0  # of the rows that were changed
        for first, line in numbered:
            head = load_head(line, first)
            if "rows" in head:
                if head.get("changed") != count or not is_count(head["rows"]):
                    raise EditsError(f"line {first} does not say how many rows are above it; get the file anew")
                if next(numbered, None) is not None:
                    raise EditsError(f"line {first + 1} follows what ends the file; get the file anew")
                yield head["rows"]
                return
            count += 1  # noqa: SIM113 - the lines are numbered, not the rows
            wanted = head.get("edits")
            found = [load_item(line, number) for number, line in islice(numbered, wanted if is_count(wanted) else 0)]
            if wanted != len(found):
                raise cut_off(head, len(found))
            made = cls._read(head, first, found)
            yield made
            if not made.row:  # the edits of one text are all there is, and need no line that ends them
                if next(numbered, None) is not None:
                    raise cut_off(head, len(found) + 1)
                return
        raise EditsError("the line that ends it is missing; the file is cut off, get it whole")

    @classmethod
    def _read(cls, head: dict[str, Any], line: int, found: list[dict[str, Any]]) -> Edits:
        """Return the edits of a header, which is this line, and of the lines behind it."""
        pairs = [read_change(item, number) for number, item in enumerate(found, line + 1)]
        try:
            source, result = read_side(head["source"]), read_side(head["result"])
            line_ends, *texts = (str(head[name]) for name in ("line-ends", "fingerprint", "chosen", "cleantext"))
            place = int(head.get("row", 0)), str(head.get("column", ""))
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            raise EditsError(f"line {line} is no header of edits ({error}); get the file anew") from None
        numbers, changes = tuple(n for n, _ in pairs), tuple(c for _, c in pairs)
        fingerprint, chosen, version = texts
        return cls(changes, numbers, source, result, line_ends, fingerprint, chosen, version, *place)


_OTHER_TEXT = (
    "this text is not the one that these edits led to (its digest is another); name the result and its own edits"
)
_CHANGED = "these edits do not lead back to their source (its digest is another): somebody changed them; get them anew"


def _line_ends(text: str) -> str:
    crlf = text.count("\r\n")
    counts = {"lf": text.count("\n") - crlf, "crlf": crlf, "cr": text.count("\r") - crlf}
    kinds = [name for name, count in counts.items() if count]
    return "mixed" if len(kinds) > 1 else kinds[0] if kinds else "none"
