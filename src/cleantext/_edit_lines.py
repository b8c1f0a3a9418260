"""The lines of a file of edits: what the ends of a way and one change are as JSON, and what JSON says of them."""

from __future__ import annotations

import json
import re
from typing import Any

from cleantext._exact import Raw, Side
from cleantext._json import to_json
from cleantext._rule import Stage
from cleantext._trace import Change
from cleantext.errors import EditsError

__all__ = [
    "SCHEMA",
    "are_of_rows",
    "change_item",
    "cut_off",
    "end_of_rows",
    "is_count",
    "load_head",
    "load_item",
    "read_change",
    "read_side",
    "side_item",
]

SCHEMA = 1

_PAIR_RE = re.compile("(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")


def side_item(side: Side) -> dict[str, Any]:
    """Return one end of the way as JSON has it."""
    raw = [[start, end, data.hex()] for start, end, data in side.raw]
    return {
        "sha256": side.sha256,
        "characters": side.characters,
        "encoding": side.encoding,
        "bom": side.bom.hex(),
        "raw": raw,
    }


def read_side(item: Any) -> Side:
    """Return the end of a way that JSON has.

    Raises:
        AttributeError, LookupError, TypeError, ValueError: it is none.
    """
    from cleantext._encodings import find_encoding

    raw = tuple(Raw(int(start), int(end), bytes.fromhex(data)) for start, end, data in item["raw"])
    encoding = find_encoding(item["encoding"]) if item["encoding"] else ""
    return Side(str(item["sha256"]), int(item["characters"]), encoding, bytes.fromhex(item["bom"]), raw)


def change_item(number: int, change: Change) -> dict[str, Any]:
    """Return a change as JSON has it; `number` is that of its step."""
    return {
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


def _pieces(text: str) -> str | list[str]:
    """Return a text as JSON can hold it: two lone surrogates that would be read as one character are parted."""
    return _PAIR_RE.split(text) if _PAIR_RE.search(text) else text


def load_item(line: bytes, number: int) -> dict[str, Any]:
    """Return the object of a line.

    Raises:
        EditsError: it is none; the message has the number of the line.
    """
    try:
        item = json.loads(line.decode())
    except (ValueError, RecursionError):
        item = None
    if not isinstance(item, dict):
        raise EditsError(f"line {number} is no JSON object; the file is cut off or damaged, get it whole")
    return item


def read_change(item: dict[str, Any], line: int) -> tuple[int, Change]:
    """Return the change that JSON has, and the number of its step.

    Raises:
        EditsError: it is none; the message has the number of the line.
    """
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


def load_head(line: bytes, number: int) -> dict[str, Any]:
    """Return the header of the edits of a text.

    Raises:
        EditsError: the line is none, or of another version of the schema.
    """
    head = load_item(line, number)
    if "cleantext-edits" not in head:
        raise EditsError(f"line {number} is no header of edits; give the file that `cleantext clean --edits` wrote")
    if head["cleantext-edits"] != SCHEMA:
        raise EditsError(
            f"these edits are of schema {head['cleantext-edits']!r}, this cleantext knows {SCHEMA}; "
            "revert them with the version that wrote them"
        )
    return head


def is_count(value: object) -> bool:
    """Tell whether a value of JSON counts something."""
    return type(value) is int and value >= 0


def cut_off(head: dict[str, Any], count: int) -> EditsError:
    """Return the error of edits that are not as many as their header says."""
    said = head.get("edits")
    return EditsError(f"the header says {said!r} edits, but {count} follow; the file is cut off, get it whole")


def end_of_rows(rows: int, changed: int) -> bytes:
    """Return the line that ends the edits of a table: how many rows it has, and of how many there are edits."""
    return to_json({"cleantext-edits": SCHEMA, "rows": rows, "changed": changed}).encode() + b"\n"


def are_of_rows(line: bytes) -> bool:
    """Tell by the first line of edits whether they are those of a table, not of one text.

    Raises:
        EditsError: the line is no header of edits.
    """
    head = load_head(line, 1)
    return "row" in head or "rows" in head
