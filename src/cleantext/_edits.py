"""A trace as a file: JSON Lines that say what was changed, and give the source back byte for byte.

docs/edits.md describes the lines; `SCHEMA` counts up whenever their meaning changes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from cleantext._decode import Decoded
from cleantext._exact import Raw, Side, digest
from cleantext._json import to_json
from cleantext._rule import Edit, Stage
from cleantext._trace import Change, Step, Trace, make_step
from cleantext._version import __version__
from cleantext.errors import EditsError

__all__ = ["SCHEMA", "Edits"]

SCHEMA = 1
_ENCODING = "output-encoding"  # the step for characters that the result's encoding reads as others
_PAIR_RE = re.compile("(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")


@dataclass(frozen=True, slots=True)
class Edits:
    """The edits of one run, with what is needed to see that a text belongs to them.

    Attributes:
        changes: as `Trace.changes` yields them; those of one rule and one run of it stand together.
        numbers: for each change the number of its step.
        source, result: the two ends of the way.
        fingerprint: that of the cleaner.
        chosen: as in `Trace`.

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

    @classmethod
    def of(cls, trace: Trace, fingerprint: str = "") -> Edits:
        """Return the edits of a trace whose texts are `str`."""
        return cls._of(trace, fingerprint, Side.of_text(trace.source), Side.of_text(trace.text))

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
            "source": _side(self.source),
            "result": _side(self.result),
        }
        lines = [to_json(head)]
        for number, change in zip(self.numbers, self.changes, strict=True):
            lines.append(
                to_json(
                    {
                        "step": number,
                        "rule": change.rule,
                        "stage": change.stage.name.lower(),
                        "start": change.start,
                        "end": change.end,
                        "before": _pieces(change.before),
                        "after": _pieces(change.after),
                        "at": change.at,
                        "confidence": change.confidence,
                    }
                )
            )
        return "".join(line + "\n" for line in lines).encode()

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
        head = _load(lines[0], 1)
        if "cleantext-edits" not in head:
            raise EditsError("line 1 is no header of edits; give the file that `cleantext clean --edits` wrote")
        if head["cleantext-edits"] != SCHEMA:
            raise EditsError(
                f"these edits are of schema {head['cleantext-edits']!r}, this cleantext knows {SCHEMA}; "
                "revert them with the version that wrote them"
            )
        found = [_load(line, number) for number, line in enumerate(lines[1:], 2)]
        if head.get("edits") != len(found):
            said = head.get("edits")
            raise EditsError(
                f"the header says {said!r} edits, but {len(found)} follow; the file is cut off, get it whole"
            )
        pairs = [_change(item, number) for number, item in enumerate(found, 2)]
        try:
            source, result = _read_side(head["source"]), _read_side(head["result"])
            texts = [str(head[name]) for name in ("line-ends", "fingerprint", "chosen", "cleantext")]
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            raise EditsError(f"line 1 is no header of edits ({error}); get the file anew") from None
        return cls(tuple(c for _, c in pairs), tuple(n for n, _ in pairs), source, result, *texts)


_OTHER_TEXT = (
    "this text is not the one that these edits led to (its digest is another); name the result and its own edits"
)
_CHANGED = "these edits do not lead back to their source (its digest is another): somebody changed them; get them anew"


def _line_ends(text: str) -> str:
    crlf = text.count("\r\n")
    counts = {"lf": text.count("\n") - crlf, "crlf": crlf, "cr": text.count("\r") - crlf}
    kinds = [name for name, count in counts.items() if count]
    return "mixed" if len(kinds) > 1 else kinds[0] if kinds else "none"


def _side(side: Side) -> dict[str, Any]:
    raw = [[start, end, data.hex()] for start, end, data in side.raw]
    return {
        "sha256": side.sha256,
        "characters": side.characters,
        "encoding": side.encoding,
        "bom": side.bom.hex(),
        "raw": raw,
    }


def _read_side(item: Any) -> Side:
    from cleantext._encodings import find_encoding

    raw = tuple(Raw(int(start), int(end), bytes.fromhex(data)) for start, end, data in item["raw"])
    encoding = find_encoding(item["encoding"]) if item["encoding"] else ""
    return Side(str(item["sha256"]), int(item["characters"]), encoding, bytes.fromhex(item["bom"]), raw)


def _pieces(text: str) -> str | list[str]:
    """Return a text as JSON can hold it: two lone surrogates that would be read as one character are parted."""
    return _PAIR_RE.split(text) if _PAIR_RE.search(text) else text


def _load(line: bytes, number: int) -> dict[str, Any]:
    try:
        item = json.loads(line.decode())
    except (ValueError, RecursionError):
        item = None
    if not isinstance(item, dict):
        raise EditsError(f"line {number} is no JSON object; the file is cut off or damaged, get it whole")
    return item


def _change(item: dict[str, Any], line: int) -> tuple[int, Change]:
    try:
        before, after = ("".join(item[name]) for name in ("before", "after"))
        numbers = [item[name] for name in ("step", "start", "end", "at")]
        if not all(type(number) is int and number >= 0 for number in numbers):
            raise ValueError("a place is no number")
        step, start, end, at = numbers
        stage = Stage[item["stage"].upper()]
        return step, Change(str(item["rule"]), stage, start, end, before, after, at, item["confidence"])
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise EditsError(f"line {line} is no edit ({error}); get the file anew") from None
