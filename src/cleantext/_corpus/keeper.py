"""The record of every change: the edits of the pages of a unit, in the lines that `cleantext clean --edits` writes."""

from typing import IO, TYPE_CHECKING

from cleantext._edit_lines import end_of_rows
from cleantext._edits import Edits
from cleantext._encodings import encode, written_as

if TYPE_CHECKING:
    from cleantext._decode import Decoded
    from cleantext._trace import Trace

__all__ = ["Keeper"]

_ENCODING = "utf-8"  # of every output


class Keeper:
    """Writes the edits of one page after the other.

    Args:
        stream: where.
        fingerprint: of the cleaner.
        column: the column of the table that the pages stand in.
    """

    def __init__(self, stream: IO[bytes], fingerprint: str, column: str) -> None:
        self._stream, self._fingerprint, self._column = stream, fingerprint, column
        self._changed = 0
        self._is_file = False

    def keep(self, trace: "Trace", row: int, source: "tuple[bytes, Decoded] | None") -> None:
        """Write the edits of a page; of a row that stays as it is nothing is written.

        Args:
            trace: what was done.
            row: number of the page in the unit, from 1.
            source: of a page that is a file, its bytes and what they were read as.
        """
        if source is not None:
            self._is_file = True
            bom = source[1].bom
            mark, codec = written_as(_ENCODING, bom)
            result = encode(trace.text, _ENCODING, bom=bom), codec, mark
            self._stream.write(Edits.of_bytes(trace, self._fingerprint, source, result).dumps())
        elif trace.text != trace.source:
            self._changed += 1
            self._stream.write(Edits.of(trace, self._fingerprint, row=row, column=self._column).dumps())

    def close(self, rows: int) -> None:
        """End the edits of a table of so many rows; those of a file of text are whole, unless it could not be read."""
        if not self._is_file:
            self._stream.write(end_of_rows(rows, self._changed))
