"""What is done with one unit: the same function in every runner; its output depends on unit and settings alone."""

import time
import zlib
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from gzip import BadGzipFile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from cleantext._beside import are_stale
from cleantext._corpus.keeper import Keeper
from cleantext._corpus.record import Failure, Record, Settings, names_of
from cleantext._corpus.streams import Output, Range, open_stream
from cleantext._corpus.units import Unit
from cleantext._rule import Doubt
from cleantext._trace import Trace
from cleantext.errors import CleantextError, CorpusError

if TYPE_CHECKING:
    from cleantext._cleaner import Cleaner
    from cleantext._decode import Decoded

__all__ = ["Pages", "Texts", "convert_stream", "do_unit", "reason_of"]

_MAX_LISTED = 100  # failed pages a unit that are named; the others are counted
_SLOWEST = 5


class Texts(Protocol):
    """What is done with the texts of a unit, one after the other, as a format gives them."""

    settings: Settings

    def clean(self, text: str, source: "tuple[bytes, Decoded] | None" = None) -> str:
        """Return what takes the place of the next text; of a file `source` has bytes and what they were read as."""

    def passed(self) -> None:
        """Count a text that is none."""

    def fail(self, reason: str) -> None:
        """Count a text that could not be read, and stays as it is."""


class Pages:
    """Cleans the pages of a unit one by one, and keeps count in its record."""

    def __init__(
        self, cleaner: "Cleaner", settings: Settings, record: Record, progress: Callable[[int, int, int], None]
    ) -> None:
        self._cleaner, self.settings, self._record = cleaner, settings, record
        self._progress = progress
        self._edits: Counter[str] = Counter()
        self._marks: Counter[str] = Counter()
        self._keeper: Keeper | None = None
        self.row = 0

    def keep_edits(self, stream: IO[bytes]) -> None:
        """Let the edits of each page be written there."""
        self._keeper = Keeper(stream, self._cleaner.fingerprint(), self.settings.column)

    def end_edits(self) -> None:
        """Write what ends them."""
        if self._keeper is not None:
            self._keeper.close(self.row)

    def clean(self, text: str, source: "tuple[bytes, Decoded] | None" = None) -> str:
        """Return the next page cleaned, or unchanged where that failed.

        Args:
            text: the page.
            source: of a page that is a file, its bytes and what they were read as.
        """
        self.row += 1
        decisions = self._cleaner.decisions
        if source is not None and decisions is not None:
            self._record.has_stale_decisions = are_stale(decisions, text)
        cleaned, trace = self._cleaned(text)
        if self._keeper is not None:
            self._keeper.keep(trace or Trace(text, text, ()), self.row, source)
        return cleaned

    def _cleaned(self, text: str) -> "tuple[str, Trace | None]":
        """Return a page cleaned with its trace, `None` where that was not asked for, or the page was left as it is."""
        record = self._record
        record.pages += 1
        # a code point has four bytes at the most
        if len(text) * 4 > self.settings.max_page:
            size = len(text.encode("utf-8", "surrogatepass"))
            if size > self.settings.max_page:
                self._fail(f"it has {size} bytes, --max-page is {self.settings.max_page}")
                return text, None
        began = time.perf_counter()
        doubts = 0
        trace = None
        try:
            if self.settings.doubts or self.settings.edits:
                trace = self._cleaner.trace(text)
                cleaned, counts, doubts = trace.text, trace.counts(), self._count_notes(trace)
            else:
                cleaned, counts = self._cleaner._counted(text)
        except (
            CleantextError,
            ArithmeticError,
            AttributeError,
            LookupError,
            RuntimeError,
            TypeError,
            ValueError,
        ) as error:
            # a rule of the user's own: ours take any text
            self._fail(reason_of(error))
            return text, None
        for name, count in counts.items():
            self._edits[name] += count
        taken = time.perf_counter() - began
        if len(record.slowest) < _SLOWEST or taken > record.slowest[-1][0]:
            record.slowest = sorted([*record.slowest, (round(taken, 4), self.row)], reverse=True)[:_SLOWEST]
        self._progress(1, doubts, 0)
        return cleaned, trace

    def _count_notes(self, trace: "Trace") -> int:
        """Count the marks of a page, and return the number of its doubts."""
        self._marks.update(trace.marked())
        doubts = sum(isinstance(note, Doubt) for step in trace.steps for note in step.notes)
        self._record.doubts = (self._record.doubts or 0) + doubts
        return doubts

    def passed(self) -> None:
        """Count a page that has nothing to clean."""
        self.row += 1
        self._record.pages += 1

    def fail(self, reason: str) -> None:
        """Count the next page as one that could not be read, and passes through unchanged."""
        self.row += 1
        self._record.pages += 1
        self._fail(reason)

    def _fail(self, reason: str) -> None:
        self._record.failed += 1
        if len(self._record.failures) < _MAX_LISTED:
            self._record.failures.append(Failure(self.row, reason))
        self._progress(1, 0, 1)

    def close(self) -> None:
        """Put the counts into the record."""
        self._record.edits = dict(sorted(self._edits.items()))
        if self.settings.doubts or self.settings.edits:
            self._record.marks = dict(sorted(self._marks.items()))
            self._record.doubts = self._record.doubts or 0


def do_unit(
    unit: Unit,
    folder: str,
    cleaner: "Cleaner",
    settings: Settings,
    fingerprint: str,
    *,
    may_finish: Callable[[], bool] = lambda: True,
    progress: Callable[[int, int, int], None] = lambda _pages, _doubts, _failures: None,
) -> Record:
    """Clean a unit into its output, which appears whole or not at all; doing it twice gives the same bytes.

    Args:
        unit: what.
        folder: the output folder, whose hidden folder exists.
        cleaner: how.
        settings: how, besides.
        fingerprint: the digest of both.
        may_finish: asked before the output takes its place.
        progress: called with pages, doubts and failures since the last call.

    Returns:
        The record for the manifest; what went wrong stands in it.
    """
    record = Record.of(unit, fingerprint)
    own = cleaner if unit.decisions is None else cleaner.with_decisions(unit.decisions)
    pages = Pages(own, settings, record, progress)
    began = time.perf_counter()
    outputs: list[Output] = []
    try:
        with Range(unit.source.path, unit.start, unit.end) as raw:
            for name in names_of(unit, settings):
                outputs.append(Output(folder, name, may_finish))
            if settings.edits:
                pages.keep_edits(outputs[-1].stream)
            record.input_digest = _convert(unit, raw, outputs[0], pages)
            pages.end_edits()
        if Path(unit.source.path).stat().st_mtime_ns != unit.mtime_ns:
            raise CorpusError("it was changed while it was read; run again")
        if settings.edits:  # first: no output stands there without them
            record.edits_file, record.edits_digest = unit.edits, outputs[-1].finish()
            record.edits_size = outputs[-1].size
        record.output_digest, record.output_size = outputs[0].finish(), outputs[0].size
    except MemoryError:
        record.error = "there is not enough memory for it; lower --max-page or --jobs"
    except (CleantextError, OSError, EOFError, ValueError, zlib.error) as error:
        record.error = reason_of(error)
    except Exception as error:
        # pyarrow and zstandard have their own; a bug of ours must not stop the others either
        record.error = f"{type(error).__name__}: {error}"
    finally:
        for output in outputs:
            with suppress(OSError):
                output.discard()
    pages.close()
    record.seconds = round(time.perf_counter() - began, 3)
    return record


def _convert(unit: Unit, raw: Range, output: Output, pages: Pages) -> str:
    """Clean the pages of a unit, and return the digest of its input."""
    # each format is loaded when it is met
    settings = pages.settings
    if unit.source.format == "parquet":
        from cleantext._corpus.parquet import convert_row_group

        convert_row_group(unit, output, pages)
        return raw.digest()
    stream = open_stream(raw, unit.source.codec, settings.max_decoded, settings.max_ratio)
    convert_stream(stream, output.stream, pages, unit.source.format)
    return raw.digest()  # while the stream is there, which closes it when it goes


def convert_stream(stream: IO[bytes], target: IO[bytes], texts: Texts, format_: str) -> None:
    """Do what is to be done with the texts of a stream of any format but Parquet."""
    if format_ == "text":
        from cleantext._corpus.texts import convert_text

        convert_text(stream, target, texts)
    elif format_ == "jsonl":
        from cleantext._corpus.jsonl import convert_jsonl

        convert_jsonl(stream, target, texts)
    else:
        from cleantext._corpus.delimited import convert_delimited

        convert_delimited(stream, target, texts, b"\t" if format_ == "tsv" else b",")


def reason_of(error: Exception) -> str:
    """Return what went wrong, for people."""
    if isinstance(error, BadGzipFile | EOFError | zlib.error):
        return f"its gzip data is damaged or cut off ({error}); get the whole file"
    if isinstance(error, CorpusError):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.strerror or error}; see to it and run again"
    return f"{error}" if isinstance(error, CleantextError) else f"{type(error).__name__}: {error}"
