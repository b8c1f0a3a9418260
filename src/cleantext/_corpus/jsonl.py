"""JSON Lines: one value of each object is cleaned, and all other bytes of the line stay as they are."""

import json
from collections.abc import Iterator
from json.decoder import WHITESPACE  # type: ignore[attr-defined]
from typing import IO, Any, NamedTuple

from cleantext._corpus.work import Texts
from cleantext._json import to_json

__all__ = ["convert_jsonl"]

# numbers are only passed over, whatever their length
_DECODER = json.JSONDecoder(strict=False, parse_int=str, parse_float=str)
_LINE_SHARE = 8  # a page in `\u` escapes has three times its bytes; then there are the other columns
_BOM = "\ufeff"


class _Value(NamedTuple):
    start: int
    end: int
    value: Any


def convert_jsonl(stream: IO[bytes], target: IO[bytes], texts: Texts) -> None:
    """Clean the column of each row; a row that is no JSON, no UTF-8, or has no such column passes through as it is."""
    column, limit = texts.settings.column, texts.settings.max_page * _LINE_SHARE
    while line := stream.readline(limit):
        if len(line) == limit and not line.endswith(b"\n"):
            texts.fail(f"its line has more than {limit} bytes, {_LINE_SHARE} times --max-page")
            while line and not line.endswith(b"\n"):
                target.write(line)
                line = stream.readline(limit)
            target.write(line)
            continue
        target.write(_converted(line, column, texts) if line.strip() else line)


def _converted(line: bytes, column: str, texts: Texts) -> bytes:
    try:
        text = line.decode("utf-8")
        found = [value for key, value in _values(text) if key == column]
    except UnicodeDecodeError as error:
        texts.fail(f"it is no UTF-8 (byte {error.start + 1} of its line); mend it, or convert the file")
        return line
    except (ValueError, RecursionError) as error:
        texts.fail(f"it is no JSON object ({error})")
        return line
    if not found:
        texts.fail(f"it has no key {column!r}; name the one that holds the text with --column")
        return line
    start, end, value = found[-1]  # of a key that is there twice, readers of JSON take the last one
    if text.startswith("null", start):
        texts.passed()
        return line
    if text[start] != '"':  # a number was read as one too
        texts.fail(f"its {column!r} is no string")
        return line
    cleaned = texts.clean(value)
    if cleaned == value:
        return line
    is_escaped = text[start:end].isascii() and not value.isascii()
    token = json.dumps(cleaned) if is_escaped else to_json(cleaned)
    return (text[:start] + token + text[end:]).encode("utf-8")


def _values(text: str) -> Iterator[tuple[str, _Value]]:
    """Yield the keys of an object with their values and where these stand; raise ValueError where it is no object."""
    at = _skip(text, 1 if text.startswith(_BOM) else 0)
    if text[at : at + 1] != "{":
        raise ValueError("it does not begin with {")
    at = _skip(text, at + 1)
    while text[at : at + 1] != "}":
        key, at = _DECODER.raw_decode(text, at)
        at = _skip(text, at)
        if not isinstance(key, str) or text[at : at + 1] != ":":
            raise ValueError(f"a key with a colon is wanted at character {at + 1}")
        start = _skip(text, at + 1)
        value, at = _DECODER.raw_decode(text, start)
        yield key, _Value(start, at, value)
        at = _skip(text, at)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "}":
            raise ValueError(f"a comma or }} is wanted at character {at + 1}")
    if _skip(text, at + 1) != len(text):
        raise ValueError(f"something follows its end at character {at + 2}")


def _skip(text: str, at: int) -> int:
    end: int = WHITESPACE.match(text, at).end()
    return end
