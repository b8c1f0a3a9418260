"""The way back of an output: its texts become what they were, by the edits that were kept beside it."""

import shutil
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

from cleantext._corpus.names import codec_of, source_of
from cleantext._corpus.record import Settings
from cleantext._corpus.streams import Range, open_stream, packed
from cleantext._corpus.work import convert_stream, reason_of
from cleantext._edits import Edits
from cleantext._files import FileError, read
from cleantext._pages import printable
from cleantext.errors import CleantextError, CorpusError, EditsError

if TYPE_CHECKING:
    from cleantext._decode import Decoded

__all__ = ["revert_output"]

_OWN = "name the output and its own edits"
_MAX_BYTES, _MAX_RATIO = 1 << 38, 1 << 12  # edits say much the same again and again


class _Rows:
    """Takes the place of what cleans: gives each text that was changed back."""

    def __init__(self, first: Edits, others: Iterator[Edits | int]) -> None:
        # what was no page for the run, too long or no text, has no edits and stays
        self.settings = Settings(first.column, max_page=_MAX_BYTES, max_decoded=_MAX_BYTES, max_ratio=_MAX_RATIO)
        self._next: Edits | int = first
        self._others = others
        self._row = 0

    def clean(self, text: str, source: "tuple[bytes, Decoded] | None" = None) -> str:  # noqa: ARG002 - as `Texts` has it
        """Return what the next text was."""
        self._row += 1
        edits = self._next
        if isinstance(edits, int) or edits.row != self._row:
            return text
        self._next = next(self._others)
        try:
            return edits.revert_text(text)
        except EditsError as error:
            raise EditsError(f"row {self._row}: {error}") from None

    def passed(self) -> None:
        """Count a text that is none."""
        self._row += 1

    def fail(self, _reason: str) -> None:
        """Count a text that the run could not read either."""
        self._row += 1

    def close(self) -> None:
        """See to it that all edits were used.

        Raises:
            EditsError: some were not, or the table has another number of rows.
        """
        if not isinstance(self._next, int):
            raise EditsError(f"there are edits of row {self._next.row}, but no text in it; {_OWN}")
        if self._next != self._row:
            raise EditsError(f"it has {self._row} rows, the table of these edits has {self._next}; {_OWN}")


def revert_output(name: str, edits: str, lines: bytes | None, source: str) -> bytes:
    """Return the source of an output: of a table with each text that was changed as it was, all else as it is.

    Args:
        name: of the output of `cleantext corpus`.
        edits: the name of what was kept beside it.
        lines: its bytes, where they were read already.
        source: what the source will be called: it is packed if this says so, and the output is.

    Raises:
        EditsError: output and edits do not belong together, or the edits are damaged.
        FileError, CorpusError: one of them cannot be read.
    """
    records = _records(edits, _unpacked(edits) if lines is None else BytesIO(lines))
    first = next(records)
    target = BytesIO()
    try:
        if isinstance(first, int):  # nothing was changed, so that there is nothing to compare either
            shutil.copyfileobj(_unpacked(name), target)
        elif not first.row:
            target.write(first.revert(_unpacked(name).read()))
        else:
            _revert_rows(name, _Rows(first, records), target)
    except (CleantextError, MemoryError):
        raise
    except Exception as error:
        # pyarrow and zstandard have their own
        raise CorpusError(reason_of(error)) from None
    return packed(target.getvalue(), codec_of(source) if codec_of(name) else "")


def _records(name: str, lines: Iterable[bytes]) -> Iterator[Edits | int]:
    """Yield what a file of edits holds; what is wrong with it is said with its name."""
    try:
        yield from Edits._loads_all(lines)
    except Exception as error:
        reason = str(error) if isinstance(error, EditsError) else reason_of(error)
        raise EditsError(f"{printable(name)}: {reason}") from None


def _unpacked(name: str) -> IO[bytes]:
    """Open a file, or standard input; one whose name says so is unpacked.

    Raises:
        FileError: it cannot be read.
    """
    codec = codec_of(name)
    if not codec:
        return BytesIO(read(name))
    try:
        raw = Range(name, 0, Path(name).stat().st_size)
    except OSError as error:
        raise FileError(f"{printable(name)}: {error.strerror or error}; see to it and run again") from None
    return open_stream(raw, codec, _MAX_BYTES, _MAX_RATIO)


def _revert_rows(name: str, rows: _Rows, target: IO[bytes]) -> None:
    source = source_of(name, name, is_named=True)
    if source is None or source.format == "text":
        raise EditsError(f"these are the edits of a table, and this is none by its name; {_OWN}")
    if source.format == "parquet":
        from cleantext._corpus.parquet import convert_file

        convert_file(name, target, rows)
    else:
        convert_stream(_unpacked(name), target, rows, source.format)
    rows.close()
