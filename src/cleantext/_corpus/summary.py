"""What a run or a folder comes to: counts, the slowest pages and the failures, as text and as JSON."""

import heapq
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from cleantext._corpus.record import Record
from cleantext._pages import printable

__all__ = ["Slow", "Summary", "failures_of", "summary_of", "summary_text"]

_SLOWEST = 10
_NAMED = 20  # failures that the text names; all stand in the file of errors


@dataclass(frozen=True, slots=True)
class Slow:
    """A page that took long: seconds, its unit, and its number there (from 1)."""

    seconds: float
    unit: str
    row: int


@dataclass(slots=True)
class Summary:
    """What the manifest comes to. `input_bytes` are those of the units done, as they lie on the disk.

    `doubts` is `None` where no run was asked to count them or to keep edits; `edits_files` and `edits_bytes` are
    of what keeps the edits; `stale_decisions` names the texts whose decisions were made for another version of them.
    """

    units: int = 0
    failed_units: int = 0
    pages: int = 0
    failed_pages: int = 0
    input_bytes: int = 0
    output_bytes: int = 0
    edits_files: int = 0
    edits_bytes: int = 0
    doubts: int | None = None
    edits: dict[str, int] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)
    stale_decisions: list[str] = field(default_factory=list)
    seconds: float = 0.0
    slowest: list[Slow] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing failed."""
        return not self.failed_units and not self.failed_pages

    def to_dict(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return asdict(self)


def summary_of(records: Iterable[Record]) -> Summary:
    """Return what these records come to."""
    summary = Summary()
    edits: Counter[str] = Counter()
    marks: Counter[str] = Counter()
    slowest: list[tuple[float, str, int]] = []
    for record in records:
        if record.error:
            summary.failed_units += 1
            continue
        summary.units += 1
        summary.pages += record.pages
        summary.failed_pages += record.failed
        summary.input_bytes += record.end - record.start
        summary.output_bytes += record.output_size
        if record.has_stale_decisions:
            summary.stale_decisions.append(record.unit)
        summary.edits_files += bool(record.edits_file)
        summary.edits_bytes += record.edits_size
        if record.doubts is not None:
            summary.doubts = (summary.doubts or 0) + record.doubts
        summary.seconds += record.seconds
        edits.update(record.edits)
        marks.update(record.marks or {})
        slowest = heapq.nlargest(_SLOWEST, [*slowest, *((s, record.unit, row) for s, row in record.slowest)])
    summary.stale_decisions.sort()
    summary.seconds = round(summary.seconds, 3)
    summary.edits, summary.marks = (dict(sorted(c.items(), key=lambda x: (-x[1], x[0]))) for c in (edits, marks))
    summary.slowest = [Slow(*item) for item in slowest]
    return summary


def failures_of(records: Iterable[Record]) -> list[dict[str, object]]:
    """Return what the file of errors says: a unit that has no output, or a page that passed through unchanged.

    A unit names its first hundred pages; for the others there is one item with their number.
    """
    items: list[dict[str, object]] = []
    for record in sorted(records, key=lambda record: record.unit):
        where = {"unit": record.unit, "input": record.input, "start": record.start}
        if record.error:
            items.append({**where, "row": None, "reason": record.error})
            continue
        items += [{**where, "row": row, "reason": reason} for row, reason in record.failures]
        if record.failed > len(record.failures):
            more = record.failed - len(record.failures)
            items.append({**where, "row": None, "reason": f"{more} more pages passed through unchanged"})
    return items


def summary_text(summary: Summary, failures: list[dict[str, object]], errors: str) -> str:
    """Return a summary for people, without a last line feed.

    Args:
        summary: what it comes to.
        failures: what failed, as `failures_of` gives it.
        errors: the name of the file that has all of them.
    """
    lines = [
        f"{summary.pages} pages in {summary.units} outputs, {summary.input_bytes / 1e6:.1f} MB in, "
        f"{summary.output_bytes / 1e6:.1f} MB out, "
        f"{'doubts not counted' if summary.doubts is None else f'{summary.doubts} doubts'}, "
        f"{summary.seconds:.0f} s of work"
    ]
    if summary.edits:
        lines.append("edits: " + ", ".join(f"{name} {count}" for name, count in summary.edits.items()))
    if summary.edits_files:
        lines.append(f"edits kept beside {summary.edits_files} outputs, {summary.edits_bytes / 1e6:.1f} MB")
    if summary.marks:
        lines.append("marked: " + ", ".join(f"{name} {count}" for name, count in summary.marks.items()))
    if summary.slowest:
        slow = ", ".join(
            f"{printable(item.unit)} page {item.row} ({item.seconds:.2f} s)" for item in summary.slowest[:5]
        )
        lines.append("slowest: " + slow)
    if summary.stale_decisions:
        named = ", ".join(printable(name) for name in summary.stale_decisions[:_NAMED])
        more = ", …" if len(summary.stale_decisions) > _NAMED else ""
        lines.append(
            f"decisions of {len(summary.stale_decisions)} texts made for another version of the text ({named}{more}); "
            "those hold whose seams are still there"
        )
    if failures:
        lines.append(
            f"failed: {summary.failed_units} inputs or parts, {summary.failed_pages} pages; see {printable(errors)}"
        )
        for item in failures[:_NAMED]:
            row = f" page {item['row']}" if item["row"] is not None else ""
            lines.append(f"  {printable(str(item['unit']))}{row}: {printable(str(item['reason']))}")
        if len(failures) > _NAMED:
            lines.append(f"  and {len(failures) - _NAMED} more")
    return "\n".join(lines)
