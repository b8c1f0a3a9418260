"""The files of the command: where each input goes, and a write that happens whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TextIO

from cleantext._pages import printable
from cleantext.errors import CleantextError

if TYPE_CHECKING:
    from pathlib import Path  # imported where files are written: most runs of one page write none

__all__ = [
    "STDIN",
    "FileError",
    "Job",
    "drop_stdout",
    "identities",
    "plan",
    "read",
    "refuse_overwriting",
    "write",
    "write_all",
    "write_stdout",
]

STDIN = "-"

_READ_REMEDIES: Sequence[tuple[type[OSError], str]] = (
    (FileNotFoundError, "there is no such file; check its name"),
    (IsADirectoryError, "it is a folder; name the files in it"),
    (NotADirectoryError, "a part of its path is no folder; check its name"),
    (PermissionError, "it may not be read; ask for the right to"),
)
_WRITE_REMEDIES: Sequence[tuple[type[OSError], str]] = (
    (FileNotFoundError, "its folder does not exist; make it first"),
    (IsADirectoryError, "it is a folder; give -o the name of a file"),
    (FileExistsError, "it is a file; give -o the name of a folder, for several inputs need one"),
    (NotADirectoryError, "a part of its path is no folder; give another -o"),
    (PermissionError, "it may not be written; give another -o"),
)


class FileError(CleantextError, OSError):
    """A file that could not be read or written; the message says which, why, and what to do."""


class Job(NamedTuple):
    """One input, `-` for standard input, and where its result goes: `None` for standard output."""

    source: str
    target: str | None


def plan(sources: Sequence[str], output: str | None, option: str = "-o") -> list[Job]:
    """Say where the result of each input goes, and make the folder for the results if it is missing.

    Args:
        sources: names of files; `-` is standard input.
        output: a file; or a folder, if it is one, ends with a slash or has to take several results; `None` or `-` is
            standard output.
        option: the one that named `output`, for messages.

    Raises:
        FileError: two results would have one name, a result none, or the folder cannot be made.
    """
    if sources.count(STDIN) > 1:
        raise FileError("standard input is named twice; it can be read once")
    if output is None or output == "-":
        return [Job(source, None) for source in sources]
    ends_as_folder = output.endswith(tuple(filter(None, (os.sep, os.altsep))))
    from pathlib import Path

    if len(sources) == 1 and not ends_as_folder and not Path(output).is_dir():
        return [Job(sources[0], output)]
    folder = Path(output)
    taken: dict[str, str] = {}
    jobs: list[Job] = []
    for source in sources:
        if source == STDIN:
            raise FileError(
                f"{printable(output)}: standard input has no name for a file in it; give {option} the name of a file"
            )
        name = Path(source).name
        first = taken.setdefault(os.path.normcase(name), source)
        if len(taken) == len(jobs):
            raise FileError(
                f"{printable(first)} and {printable(source)} would both become {printable(str(folder / name))}; "
                "clean them into two folders"
            )
        jobs.append(Job(source, str(folder / name)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _failure(output, error, _WRITE_REMEDIES) from error
    return jobs


def read(source: str) -> bytes:
    """Return the bytes of a file or of standard input.

    Raises:
        FileError: it cannot be read.
    """
    try:
        if source != STDIN:
            with open(source, "rb") as file:
                return file.read()
        if sys.stdin is None:
            raise FileError("standard input: it is closed; name a file")
        return sys.stdin.buffer.read()
    except FileError:
        raise
    except OSError as error:
        raise _failure("standard input" if source == STDIN else source, error, _READ_REMEDIES) from error
    except ValueError as error:  # a NUL in the name, or what this system has no bytes for
        if source == STDIN:
            raise FileError("standard input: it is closed; name a file") from error
        raise FileError(f"{printable(source)}: no file can have this name; check it") from error


def identities(sources: Iterable[str]) -> frozenset[tuple[int, int]]:
    """Return device and number of the inputs that are regular files; one that is missing is left out."""
    found = set()
    for source in sources:
        with suppress(OSError, ValueError, AttributeError):  # a standard input that is closed or no file
            status = os.fstat(sys.stdin.fileno()) if source == STDIN else os.stat(source)
            if stat.S_ISREG(status.st_mode):
                found.add((status.st_dev, status.st_ino))
    return frozenset(found)


def refuse_overwriting(target: str, inputs: frozenset[tuple[int, int]]) -> None:
    """See to it that a result does not take the place of an input, whatever name it goes by.

    Raises:
        FileError: `target` is one of the files in `inputs`, the answer of `identities`.
    """
    with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
        status = os.stat(target)
        if (status.st_dev, status.st_ino) in inputs:
            raise FileError(f"{printable(target)}: the output would overwrite this input; give another -o")


def write(target: str, data: bytes) -> bool:
    """Write a file whole or not at all, as `write_all` does.

    Returns:
        Whether anything was written.

    Raises:
        FileError: it cannot be written; what stood there stands there still.
    """
    return write_all([(target, data)])


def write_all(files: Sequence[tuple[str, bytes]], like: Mapping[str, str] | None = None) -> bool:
    """Write files whole or not at all; none is replaced before all are on the disk.

    A file that has these bytes already is not touched; one that is replaced keeps its mode, and a link to it stays a
    link. A pipe or a device is written to as it is.

    Args:
        files: (name, bytes), in the order they are to appear.
        like: for the name of a file that may be new, the one whose mode it takes.

    Returns:
        Whether anything was written.

    Raises:
        FileError: one cannot be written; what stood there stands there still.
    """
    from pathlib import Path

    drafts: list[_Draft] = []
    name = ""
    try:
        try:
            for name, data in files:
                drafts += _draft(name, data, (like or {}).get(name))
            for draft in drafts:
                name = draft.name
                if draft.path is None:
                    Path(name).write_bytes(draft.data)
                else:
                    draft.path.replace(Path(name).resolve())
        finally:
            for draft in drafts:
                if draft.path is not None:
                    draft.path.unlink(missing_ok=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _failure(name, error, _WRITE_REMEDIES) from error
    return bool(drafts)


class _Draft(NamedTuple):
    """What will take the place of a file, written beside it; a pipe or a device has no `path` for it."""

    name: str
    path: Path | None
    data: bytes


def _draft(name: str, data: bytes, like: str | None) -> list[_Draft]:
    """Write what will replace a file; return nothing where it has these bytes already."""
    from pathlib import Path

    target = Path(name)
    try:
        old = target.stat()
    except FileNotFoundError:
        old = None
    if old is not None:
        if not stat.S_ISREG(old.st_mode):
            return [_Draft(name, None, data)]
        if old.st_size == len(data) and target.read_bytes() == data:
            return []
        if not os.access(target, os.W_OK):
            # replacing asks for the right to write the folder only
            raise PermissionError("read-only")
    path = target.resolve()
    draft = path.with_name(f".cleantext-{os.urandom(8).hex()}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        model = Path(like).stat() if old is None and like is not None else old
        if model is not None:
            draft.chmod(stat.S_IMODE(model.st_mode))
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return [_Draft(name, draft, data)]


def write_stdout(data: bytes) -> None:
    """Write bytes to standard output at once.

    Raises:
        BrokenPipeError: nobody reads it any more.
        FileError: it cannot be written.
    """
    if sys.stdout is None:
        raise FileError("standard output: it is closed; give -o FILE")
    stream: BinaryIO = sys.stdout.buffer
    try:
        stream.write(_harmless(data) if sys.stdout.isatty() else data)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        drop_stdout(sys.stdout)
        raise _failure("standard output", error, ()) from error


def _harmless(data: bytes) -> bytes:
    r"""Return bytes for a terminal, with escapes for what it would obey; a file or a pipe gets them as they are.

    >>> _harmless(b"a\x1b[2J\xc2\x9b31m\r\n")
    b'a\\x1b[2J\\x9b31m\r\n'
    """
    import re

    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        second = b""  # in other encodings these bytes are letters
    else:
        second = b"|\xc2[\x80-\x9f]"
    unsafe = re.compile(b"[\x00-\x08\x0b\x0e-\x1f\x7f]" + second)
    return unsafe.sub(lambda found: b"\\x%02x" % found[0][-1], data)


def drop_stdout(stream: TextIO) -> None:
    """Let what a stream still holds go nowhere: the interpreter writes it once more at its end, and would complain."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _failure(name: str, error: OSError, remedies: Sequence[tuple[type[OSError], str]]) -> FileError:
    reason = f"{error.strerror or error}; see to it and run again"
    return FileError(
        f"{printable(name)}: " + next((text for kind, text in remedies if isinstance(error, kind)), reason)
    )
