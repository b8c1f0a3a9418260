"""Units of work: an input file, a range of a large JSONL file, or a row group of a Parquet file."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from cleantext._beside import EDITS_ENDING, decisions_beside
from cleantext._corpus.names import Source, part_name
from cleantext._pages import printable
from cleantext.errors import CorpusError

if TYPE_CHECKING:
    from cleantext._decisions import Decisions

__all__ = ["Unit", "units_of"]

_CHUNK = 1 << 20


class Unit(NamedTuple):
    """A piece of work whose result does not depend on the run.

    `output` is the name of its output below the output folder, and what it is known by. `start` and `end` are bytes of
    the input; a Parquet file's are those of the row group `part` (-1: the file has none). `decisions` are what a person
    decided for a file of text.
    """

    source: Source
    output: str
    part: int
    start: int
    end: int
    mtime_ns: int
    decisions: "Decisions | None" = None

    @property
    def size(self) -> int:
        """Bytes of input."""
        return self.end - self.start

    @property
    def edits(self) -> str:
        """Name of the file that keeps its edits: beside its output, and packed where that is."""
        packed = "gz" if self.source.format == "parquet" else self.source.codec
        return f"{self.output}{EDITS_ENDING}" + (f".{packed}" if packed else "")

    @property
    def decided(self) -> str:
        """Digest of what was decided, empty where nothing was."""
        return "" if self.decisions is None else hashlib.sha256(self.decisions.fingerprint().encode()).hexdigest()[:32]


def units_of(source: Source, part_bytes: int) -> Iterator[Unit]:
    """Yield the units of an input; where they are cut follows from its bytes alone.

    Raises:
        OSError: it cannot be read.
        CorpusError: it is a Parquet file with a footer that cannot be read.
        FileError, DecisionsError: what was decided for it cannot be read.
    """
    status = Path(source.path).stat()
    size, mtime = status.st_size, status.st_mtime_ns
    if source.format == "parquet":
        from cleantext._corpus.parquet import row_group_ranges

        if source.codec:
            raise CorpusError(
                f"{printable(source.path)}: a Parquet file inside .{source.codec} cannot be read in parts; "
                "decompress it first, its columns are compressed already"
            )
        ranges = row_group_ranges(source.path)
        if not ranges:
            yield Unit(source, source.name, -1, 0, size, mtime)
        for part, (start, end) in enumerate(ranges):
            name = source.name if len(ranges) == 1 else part_name(source.name, part)
            yield Unit(source, name, part, start, end, mtime)
        return
    if source.format == "text":
        yield Unit(source, source.name, 0, 0, size, mtime, decisions_beside(source.path))
        return
    if source.format != "jsonl" or source.codec or size <= part_bytes:
        yield Unit(source, source.name, 0, 0, size, mtime)
        return
    with Path(source.path).open("rb") as file:
        start = part = 0
        while start < size:
            end = _line_end(file, min(start + part_bytes, size), size)
            yield Unit(source, part_name(source.name, part), part, start, end, mtime)
            start, part = end, part + 1


def _line_end(file: BinaryIO, at: int, size: int) -> int:
    """Return the place behind the first line feed at or after the byte before `at`."""
    place = at - 1
    file.seek(place)
    while chunk := file.read(_CHUNK):
        found = chunk.find(b"\n")
        if found >= 0:
            return place + found + 1
        place += len(chunk)
    return size
