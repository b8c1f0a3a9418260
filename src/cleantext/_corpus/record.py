"""What decides the outputs besides the cleaner, and what the manifest says of each unit."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from cleantext._corpus.units import Unit
from cleantext._data.classes import UNICODE_VERSION
from cleantext._version import __version__

if TYPE_CHECKING:
    from cleantext._cleaner import Cleaner

__all__ = ["Failure", "Record", "Settings", "Written", "fingerprint_of", "names_of"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides the output besides the cleaner.

    Attributes:
        column: the column or key that holds the text of a page.
        encoding: of text files; by default each is recognised. Tables are UTF-8.
        max_page: bytes of a page in UTF-8; a longer one passes through unchanged and is named among the failures.
        max_decoded, max_ratio: bytes that a compressed input may decode to, and how many times its size.
        part_bytes: where a JSONL file is cut.
        doubts: whether doubts and marks are counted too, which decides nothing but takes a trace of each page.
        edits: whether the edits of each page are kept beside its output; this takes a trace too.
    """

    column: str = "text"
    encoding: str | None = None
    max_page: int = 4 << 20
    max_decoded: int = 1 << 38
    max_ratio: int = 200
    part_bytes: int = 64 << 20
    doubts: bool = False
    edits: bool = False


class Failure(NamedTuple):
    """A page that passed through unchanged: its number in the unit, from 1, and the reason."""

    row: int
    reason: str


class Written(NamedTuple):
    """A file of the output folder: its name there, its bytes, and their SHA-256."""

    name: str
    size: int
    digest: str


@dataclass(slots=True)
class Record:
    """What the manifest says of a unit; `error` is empty where its output was written.

    `marks` and `doubts` are `None` where neither they nor edits were asked for; `decisions` is the digest of what a
    person decided, `has_stale_decisions` whether for another version of the text.
    `edits` counts those of each rule; the file that keeps them is `edits_file`, empty where none was asked for.
    """

    unit: str
    input: str
    part: int
    start: int
    end: int
    mtime_ns: int
    fingerprint: str
    version: str = __version__
    unicode: str = UNICODE_VERSION
    input_digest: str = ""
    output_size: int = 0
    output_digest: str = ""
    pages: int = 0
    edits: dict[str, int] = field(default_factory=dict)
    marks: dict[str, int] | None = None
    doubts: int | None = None
    failed: int = 0
    failures: list[Failure] = field(default_factory=list)
    slowest: list[tuple[float, int]] = field(default_factory=list)
    seconds: float = 0.0
    error: str = ""
    decisions: str = ""
    has_stale_decisions: bool = False
    edits_file: str = ""
    edits_size: int = 0
    edits_digest: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the record as JSON has it."""
        return asdict(self)

    def files(self) -> "list[Written]":
        """Return what was written for the unit."""
        output = Written(self.unit, self.output_size, self.output_digest)
        edits = Written(self.edits_file, self.edits_size, self.edits_digest)
        return [output, edits] if self.edits_file else [output]

    @classmethod
    def from_dict(cls, item: dict[str, Any]) -> "Record":
        """Return the record that JSON has; a key that is unknown raises a TypeError."""
        record = cls(**item)
        record.failures = [Failure(*failure) for failure in record.failures]
        record.slowest = [(seconds, row) for seconds, row in record.slowest]
        return record

    @classmethod
    def of(cls, unit: Unit, fingerprint: str) -> "Record":
        """Return the record of a unit of which nothing is done yet."""
        place = (unit.part, unit.start, unit.end, unit.mtime_ns)
        return cls(unit.output, unit.source.name, *place, fingerprint, decisions=unit.decided)


def names_of(unit: Unit, settings: Settings) -> list[str]:
    """Return the names of what is written for a unit: its output, and behind it what keeps its edits."""
    return [unit.output, unit.edits] if settings.edits else [unit.output]


def fingerprint_of(cleaner: "Cleaner", settings: Settings) -> str:
    """Return the digest of all that decides what comes out."""
    deciding = {name: value for name, value in asdict(settings).items() if name not in ("doubts", "edits")}
    if settings.edits:  # without them it is what it was before there were any
        deciding["edits"] = True
    said = cleaner.fingerprint() + json.dumps(deciding, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:32]
