"""The manifest: what is done, one line of JSON a unit, appended by the parent alone; and the lock on its folder."""

import json
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from cleantext._corpus.names import HIDDEN, MANIFEST
from cleantext._corpus.work import Record
from cleantext._json import to_json
from cleantext._pages import printable
from cleantext.errors import CorpusError

__all__ = ["Lock", "Manifest", "read_manifest"]

_SYNC_SECONDS = 1.0  # what a power cut may lose is done again
_WAIT_SECONDS = 60.0  # for the workers of a run that was killed, to end the unit they are at


def read_manifest(folder: str) -> dict[str, Record]:
    """Return the last record of each unit; nothing where no manifest is.

    A last line that was cut off is ignored: its unit is done again.

    Raises:
        CorpusError: another line cannot be read.
    """
    records: dict[str, Record] = {}
    path = Path(folder, MANIFEST)
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return records
    with file:
        for number, line in enumerate(file, 1):
            if not line.endswith(b"\n"):
                break
            try:
                item = json.loads(line)
                if item.get("gone"):
                    records.pop(item["unit"], None)
                else:
                    records[item["unit"]] = Record.from_dict(item)
            except (ValueError, TypeError, KeyError, AttributeError):
                raise CorpusError(
                    f"{printable(str(path))}: line {number} is none that this version writes; "
                    "give --redo to do all again, or another -o"
                ) from None
    return records


class Manifest:
    """The manifest of an output folder, open for appending."""

    def __init__(self, folder: str, *, anew: bool = False) -> None:
        self._path = Path(folder, MANIFEST)
        self._file: IO[bytes] = self._path.open("wb" if anew else "ab")
        if not anew:
            self._cut_torn_line()
        self._synced = time.monotonic()

    def _cut_torn_line(self) -> None:
        size = self._path.stat().st_size
        with self._path.open("rb+") as file:
            end = size
            while end:
                start = max(0, end - (1 << 16))
                file.seek(start)
                found = file.read(end - start).rfind(b"\n")
                if found >= 0:
                    end = start + found + 1
                    break
                end = start
            file.truncate(end)
        self._file.seek(0, os.SEEK_END)

    def append(self, record: Record) -> None:
        """Add what became of a unit."""
        self._write(record.to_dict())

    def forget(self, unit: str) -> None:
        """Add that the output of a unit is no more."""
        self._write({"unit": unit, "gone": True})

    def _write(self, item: dict[str, Any]) -> None:
        self._file.write(to_json(item).encode() + b"\n")
        self._file.flush()
        if time.monotonic() - self._synced > _SYNC_SECONDS:
            os.fsync(self._file.fileno())
            self._synced = time.monotonic()

    def close(self) -> None:
        """Close it, all lines on the disk."""
        os.fsync(self._file.fileno())
        self._file.close()


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
        with (hidden / "workers.lock").open("ab") as workers:
            if not _lock(workers, shared=False, seconds=_WAIT_SECONDS):
                self._run.close()
                raise CorpusError(
                    f"{printable(folder)}: workers of a run that was killed are still at work; wait for them"
                )
        for draft in hidden.glob("*.tmp"):
            draft.unlink(missing_ok=True)

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
