"""Bytes in and out of a unit: a range of a file, decompressed within limits; an output that appears whole or not."""

import gzip
import hashlib
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, cast

from cleantext._corpus.names import HIDDEN, codec_of
from cleantext._pages import printable
from cleantext.errors import CorpusError

__all__ = ["FREE_BYTES", "Output", "Range", "digest_of", "open_stream", "packed", "zstandard"]

_BUFFER = 1 << 18
# an RLE block of zstd makes 128 kB of four bytes: with 1 kB at a time 32 MB are the most that one step gives
_ZSTD_STEP = 1 << 10
_ZSTD_WINDOW = 1 << 27
_GZ_LEVEL, _ZSTD_LEVEL = 6, 3
FREE_BYTES = 1 << 24  # what is decoded before a ratio says anything: a short file of blanks is no bomb


class Range(io.RawIOBase):
    """A range of a file, hashed as it is read."""

    def __init__(self, path: str, start: int, end: int) -> None:
        self._file = Path(path).open("rb", buffering=0)  # noqa: SIM115 - closed by close()
        self._file.seek(start)
        self._left = end - start
        self.hash = hashlib.sha256()
        self.count = 0

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read into a buffer and return the number of bytes."""
        view = memoryview(buffer)[: max(0, self._left)]
        count = self._file.readinto(view) or 0
        self.hash.update(view[:count])
        self._left -= count
        self.count += count
        return count

    def digest(self) -> str:
        """Return the SHA-256 of the whole range, read to its end."""
        buffer = bytearray(_BUFFER)
        while self.readinto(buffer):
            pass
        return self.hash.hexdigest()

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()


def digest_of(path: str, start: int, end: int) -> str:
    """Return the SHA-256 of a range of a file."""
    with Range(path, start, end) as part:
        return part.digest()


def zstandard() -> Any:
    """Return the package of this name.

    Raises:
        CorpusError: it is not installed.
    """
    try:
        import zstandard as package
    except ImportError:
        raise CorpusError(
            ".zst needs the package zstandard, which is not installed; pip install 'cleantext-zh[corpus]'"
        ) from None
    return package


class _Zstd(io.RawIOBase):
    """Frames of zstd, one after the other; unlike the package's own reader it notices that the last one is cut off."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = raw
        self._make = zstandard().ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj
        self._frame: Any = None
        self._waiting = b""
        self._ready = b""

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read into a buffer and return the number of bytes."""
        while not self._ready:
            data = self._waiting or self._raw.read(_ZSTD_STEP)
            self._waiting = b""
            if not data:
                if self._frame is not None:
                    raise CorpusError("its zstd data is cut off; get the whole file")
                return 0
            if self._frame is None:
                self._frame = self._make()
            self._ready = self._frame.decompress(data)
            if self._frame.eof:
                self._waiting, self._frame = self._frame.unused_data, None
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count


class _Limited(io.RawIOBase):
    """Decompressed bytes, refused where there are too many or too many for what they came from."""

    def __init__(self, stream: Any, raw: Range, max_bytes: int, max_ratio: int) -> None:
        self._stream, self._raw = stream, raw
        self._max_bytes, self._max_ratio = max_bytes, max_ratio
        self._count = 0

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read into a buffer and return the number of bytes."""
        count: int = self._stream.readinto(buffer)
        self._count += count
        if self._count > self._max_bytes:
            raise CorpusError(f"it decodes to more than {self._max_bytes} bytes; raise --max-decoded if that is right")
        if self._count > FREE_BYTES and self._count > self._max_ratio * max(1, self._raw.count):
            raise CorpusError(
                f"it decodes to more than {self._max_ratio} times its size; raise --max-ratio if that is right"
            )
        return count


def open_stream(raw: Range, codec: str, max_bytes: int, max_ratio: int) -> io.BufferedReader:
    """Return the decoded bytes of a range.

    Raises:
        CorpusError: now where a package is missing; when it is read, where a limit is passed or the data is cut off.
    """
    if not codec:
        return io.BufferedReader(raw, _BUFFER)
    source = io.BufferedReader(raw, _BUFFER if codec == "gz" else _ZSTD_STEP)
    stream: Any = gzip.GzipFile(fileobj=source) if codec == "gz" else _Zstd(source)
    return io.BufferedReader(_Limited(stream, raw, max_bytes, max_ratio), _BUFFER)


def packed(data: bytes, codec: str) -> bytes:
    """Return bytes packed so; the same ones every time."""
    if codec == "zst":
        made: bytes = zstandard().ZstdCompressor(level=_ZSTD_LEVEL).compress(data)
        return made
    return gzip.compress(data, _GZ_LEVEL, mtime=0) if codec else data


class Output(io.RawIOBase):
    """An output on its way: an unfinished file beside the finished ones, hashed as it is written.

    Args:
        folder: the output folder.
        name: what it is called there; its ending says whether it is packed.
        may_finish: asked before it takes its place; a worker whose parent has died says no.
    """

    def __init__(self, folder: str, name: str, may_finish: Callable[[], bool]) -> None:
        self._target = Path(folder, name)
        codec = codec_of(name)
        self._may_finish = may_finish
        self._target.parent.mkdir(parents=True, exist_ok=True)
        if not self._target.parent.resolve().is_relative_to(Path(folder).resolve()):
            raise CorpusError(
                f"{printable(str(self._target))}: a link leads out of the output folder; remove it, or give another -o"
            )
        packer = zstandard().ZstdCompressor(level=_ZSTD_LEVEL) if codec == "zst" else None  # before a draft is there
        self._draft = Path(folder, HIDDEN, f"{os.urandom(8).hex()}.tmp")
        self._file = self._draft.open("xb")
        self._hash = hashlib.sha256()
        self.size = 0
        self._is_open = True
        self._packed: Any = self
        if codec == "gz":
            # no time and no name, so that the same text gives the same bytes
            self._packed = gzip.GzipFile("", "wb", _GZ_LEVEL, cast("IO[bytes]", self), 0)
        elif packer is not None:
            self._packed = packer.stream_writer(self, closefd=False)
        self.stream = io.BufferedWriter(self._packed, _BUFFER)

    def writable(self) -> bool:
        """Tell that it can be written."""
        return True

    def write(self, data: Any) -> int:
        """Write bytes as they are to stand in the file."""
        count = memoryview(data).nbytes
        if not self._is_open:  # what buffers still hold of an output that was given up
            return count
        self._file.write(data)
        self._hash.update(data)
        self.size += count
        return count

    def tell(self) -> int:
        """Return the number of bytes written."""
        return self.size

    def finish(self) -> str:
        """Put the output in its place and return its SHA-256."""
        self.stream.flush()
        if self._packed is not self:
            self._packed.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        if not self._may_finish():
            raise CorpusError("the run that this belongs to is gone; run again")
        self._draft.replace(self._target)
        self._is_open = False
        return self._hash.hexdigest()

    def discard(self) -> None:
        """Leave nothing behind of an output that was not finished."""
        if self._is_open:
            self._is_open = False
            try:
                self._file.close()  # which tries once more to write what could not be written
            finally:
                self._draft.unlink(missing_ok=True)
