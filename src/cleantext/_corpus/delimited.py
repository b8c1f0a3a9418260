"""CSV and TSV: one field of each record is cleaned, and all other bytes stay as they are."""

import re
from collections.abc import Iterator
from typing import IO, NamedTuple

from cleantext._corpus.work import Texts
from cleantext.errors import CorpusError

__all__ = ["convert_delimited"]

_BOM = b"\xef\xbb\xbf"
_INSIDE_RE = re.compile(rb'(?:[^"]|"")*+')
_RECORD_SHARE = 8  # as for a line of JSON


class _Field(NamedTuple):
    """Where a field stands in its record."""

    start: int
    end: int


def convert_delimited(stream: IO[bytes], target: IO[bytes], texts: Texts, delimiter: bytes) -> None:
    """Clean the column that the first record names; a field that is no UTF-8 passes through as it is.

    Raises:
        CorpusError: there is no such column, or a record without end.
    """
    column = texts.settings.column
    records = _records(stream, delimiter, texts.settings.max_page * _RECORD_SHARE)
    place = -1
    for record, fields in records:
        if place < 0:
            names = [_value(record[start:end].removeprefix(_BOM)) for start, end in fields]
            try:
                place = names.index(column.encode("utf-8", "surrogatepass"))
            except ValueError:
                raise CorpusError(
                    f"its first record has no column {column!r}; name the one that holds the text with --column"
                ) from None
            target.write(record)
        elif not record.strip(b"\r\n"):
            target.write(record)
        elif place >= len(fields):
            texts.fail(f"it has {len(fields)} fields, {column!r} is number {place + 1}")
            target.write(record)
        else:
            start, end = fields[place]
            target.write(record[:start] + _converted(record[start:end], delimiter, texts) + record[end:])


def _converted(field: bytes, delimiter: bytes, texts: Texts) -> bytes:
    try:
        text = _value(field).decode("utf-8")
    except UnicodeDecodeError as error:
        texts.fail(f"it is no UTF-8 (byte {error.start + 1} of its field); mend it, or convert the file")
        return field
    cleaned = texts.clean(text)
    if cleaned == text:
        return field
    data = cleaned.encode("utf-8", "surrogatepass")
    if field.startswith(b'"') or any(mark in data for mark in (delimiter, b'"', b"\n", b"\r")):
        return b'"' + data.replace(b'"', b'""') + b'"'
    return data


def _value(field: bytes) -> bytes:
    """Return what a field says, without its quotes."""
    if not field.startswith(b'"'):
        return field
    end = _INSIDE_RE.match(field, 1).end()  # type: ignore[union-attr]
    return field[1:end].replace(b'""', b'"') + field[end + 1 :]


def _records(stream: IO[bytes], delimiter: bytes, limit: int) -> Iterator[tuple[bytes, list[_Field]]]:
    """Yield each record with its line end, and its fields; one in quotes may go over lines (RFC 4180).

    A quote inside a field that does not begin with one is a character like others, as in the `csv` module.

    Raises:
        CorpusError: a record is longer than `limit` bytes: mostly a quote that is never closed.
    """
    plain = re.compile(rb"[^\r\n" + re.escape(delimiter) + rb"]*+")
    number = 0
    lines: list[bytes] = []
    fields: list[_Field] = []
    base = start = size = 0  # of the line and of the field, in the record; `size` is what has been read of it
    is_inside = False
    while line := stream.readline(limit):
        lines.append(line)
        base, size = size, size + len(line)
        if size >= limit:
            raise CorpusError(
                f"record {number + 1} has more than {limit} bytes, {_RECORD_SHARE} times --max-page; "
                "is there a quote that nothing closes?"
            )
        at = 0
        if not is_inside:
            start = base
            if not number and line.startswith(_BOM):
                at = len(_BOM)
        while True:
            if is_inside or line[at : at + 1] == b'"':
                at = _INSIDE_RE.match(line, at if is_inside else at + 1).end()  # type: ignore[union-attr]
                is_inside = at == len(line)
                if is_inside:
                    break
                at += 1
            at = plain.match(line, at).end()  # type: ignore[union-attr]
            fields.append(_Field(start, base + at))
            if line[at : at + 1] != delimiter:
                if line[at:] not in (b"", b"\n", b"\r\n"):
                    raise CorpusError(
                        f"record {number + 1} has a carriage return that ends no line; mend its line ends"
                    )
                break
            at += 1
            start = base + at
        if not is_inside:
            yield b"".join(lines), fields
            number += 1
            lines, fields, size = [], [], 0
    if lines:
        raise CorpusError(f"record {number + 1} begins a quote that nothing closes; mend it")
