"""The manifest: what is done, one line of JSON a unit, appended by the parent alone; and the lock on its folder."""

import json
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Self

from cleantext._corpus.names import HIDDEN, MANIFEST
from cleantext._corpus.record import Record
from cleantext._json import to_json
from cleantext._pages import printable
from cleantext.errors import CorpusError

__all__ = ["Lock", "Manifest"]

_SYNC_SECONDS = 1.0  # what a power cut may lose is done again
_BEGIN = b'{"unit": '  # of a line; a file that begins otherwise is none of ours that was cut off
_WAIT_SECONDS = 60.0  # for the workers of a run that was killed, to end the unit they are at


class Manifest:
    """The manifest of an output folder. In memory is only where the last record of each unit stands.

    A last line that was cut off is ignored, and removed before something is appended: its unit is done again.

    Args:
        folder: the output folder.
        is_read_only: nothing will be appended; a manifest that is missing is an empty one.
        anew: what is there is forgotten.

    Raises:
        CorpusError: a line that is not the last one cannot be read.
        OSError: the file cannot be opened.
    """

    def __init__(self, folder: str, *, is_read_only: bool = False, anew: bool = False) -> None:
        self._path = Path(folder, MANIFEST)
        self._places: dict[str, int] = {}
        self._log: IO[bytes] | None = None
        if not is_read_only:
            # without a buffer: what could not be written must not be written later, when the file is closed
            self._log = self._path.open("wb" if anew else "ab", buffering=0)
        self._file: IO[bytes] = self._path.open("rb") if self._path.exists() else BytesIO()
        try:
            self._end = self._read()
            if self._log is not None and self._log.seek(0, os.SEEK_END) > self._end:
                self._log.truncate(self._end)
                self._file.close()  # it still holds what was cut off
                self._file = self._path.open("rb")
        except (CorpusError, OSError):
            self._close()
            raise
        self._synced = time.monotonic()

    def _read(self) -> int:
        """Find the records; return where the last whole line ends."""
        place = 0
        for number, line in enumerate(self._file, 1):
            if not line.endswith(b"\n") and (number > 1 or _BEGIN.startswith(line[: len(_BEGIN)])):
                break
            try:
                item = json.loads(line)
                if item.get("gone"):
                    self._places.pop(item["unit"], None)
                else:
                    self._places[Record.from_dict(item).unit] = place
            except (ValueError, TypeError, KeyError, AttributeError):
                raise CorpusError(
                    f"{printable(str(self._path))}: line {number} is none that this version writes; "
                    "give --redo to do all again, or another -o"
                ) from None
            place += len(line)
        return place

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._places)

    def get(self, unit: str) -> Record | None:
        """Return the last record of a unit."""
        place = self._places.get(unit)
        if place is None:
            return None
        self._file.seek(place)
        return Record.from_dict(json.loads(self._file.readline()))

    def records(self) -> Iterator[Record]:
        """Yield the last record of each unit, one at a time."""
        for unit in list(self._places):
            record = self.get(unit)
            if record is not None:
                yield record

    def append(self, record: Record) -> None:
        """Add what became of a unit."""
        self._places[record.unit] = self._end
        self._write(record.to_dict())

    def forget(self, unit: str) -> None:
        """Add that the output of a unit is no more."""
        self._places.pop(unit, None)
        self._write({"unit": unit, "gone": True})

    def _write(self, item: dict[str, Any]) -> None:
        """Append a line whole; where that fails nothing of it stays.

        Raises:
            CorpusError: it cannot be written; a further run does this unit again.
        """
        assert self._log is not None
        line = memoryview(to_json(item).encode() + b"\n")
        try:
            written = 0
            while written < len(line):
                written += self._log.write(line[written:])
            self._end += len(line)
            if time.monotonic() - self._synced > _SYNC_SECONDS:
                os.fsync(self._log.fileno())
                self._synced = time.monotonic()
        except OSError as error:
            with suppress(OSError):
                self._log.truncate(self._end)
            raise self._failure(error) from None

    def _failure(self, error: OSError) -> CorpusError:
        reason = error.strerror or error
        return CorpusError(f"{printable(str(self._path))}: {reason}; see to it and run again to go on")

    def close(self) -> None:
        """Close it, all lines on the disk.

        Raises:
            CorpusError: they are not.
        """
        try:
            if self._log is not None and not self._log.closed:
                os.fsync(self._log.fileno())
        except OSError as error:
            raise self._failure(error) from None
        finally:
            self._close()

    def _close(self) -> None:
        self._file.close()
        if self._log is not None:
            self._log.close()


class Lock:
    """A lock on an output folder, which the system lifts when its holder ends, however it ends.

    The parent holds one of its own alone. Its workers share a second one, so that the next parent can wait for the
    workers of one that was killed: they might still put an output in its place.
    """

    def __init__(self, folder: str) -> None:
        hidden = Path(folder, HIDDEN)
        hidden.mkdir(parents=True, exist_ok=True)
        self._run = (hidden / "run.lock").open("ab")
        if not _lock(self._run, shared=False, seconds=0):
            self._run.close()
            raise CorpusError(f"{printable(folder)}: another run is at work there; wait for it, or give another -o")
        try:
            with (hidden / "workers.lock").open("ab") as workers:
                if not _lock(workers, shared=False, seconds=_WAIT_SECONDS):
                    raise CorpusError(
                        f"{printable(folder)}: workers of a run that was killed are still at work; wait for them"
                    )
            for draft in hidden.glob("*.tmp"):
                draft.unlink(missing_ok=True)
        except BaseException:
            self._run.close()
            raise

    @staticmethod
    def share(folder: str) -> object:
        """Take a worker's part of the lock; it lasts until what is returned is gone."""
        file = Path(folder, HIDDEN, "workers.lock").open("ab")  # noqa: SIM115 - held as long as the worker lives
        _lock(file, shared=True, seconds=_WAIT_SECONDS)
        return file

    def close(self) -> None:
        """Give the folder free."""
        self._run.close()


def _lock(file: IO[bytes], *, shared: bool, seconds: float) -> bool:
    """Lock a file and tell whether that came about in time; where the system has no such locks it always does."""
    try:
        import fcntl
    except ImportError:
        return True
    limit = time.monotonic() + seconds
    while True:
        with suppress(BlockingIOError):
            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
            return True
        if time.monotonic() >= limit:
            return False
        time.sleep(0.05)
