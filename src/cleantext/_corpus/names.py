"""Which files a corpus has, of what format each is, and what its output is called."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cleantext._pages import printable
from cleantext.errors import CorpusError

__all__ = ["ERRORS", "HIDDEN", "MANIFEST", "SUMMARY", "Source", "find_sources", "part_name", "refuse_collisions"]

MANIFEST, ERRORS, SUMMARY = "manifest.jsonl", "errors.jsonl", "summary.json"
HIDDEN = ".cleantext"  # the folder in the output folder for locks and unfinished files
_OWN = (MANIFEST, ERRORS, SUMMARY)
_FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
}
_CODECS = {".gz": "gz", ".zst": "zst"}


class Source(NamedTuple):
    """An input file: its path, its name below the output folder (with `/`), format, compression (`""`: none)."""

    path: str
    name: str
    format: str
    codec: str


def find_sources(inputs: Sequence[str], output: str) -> tuple[list[Source], int]:
    """Return the files of a corpus in the order of their names, and how many of a folder have no known ending.

    Hidden files, links and the output folder are left out of a folder. A file that is named itself is taken for text
    where its ending says nothing.

    Raises:
        CorpusError: an input is missing, no file, or would be written over.
    """
    out = os.path.realpath(output)
    found: dict[str, Source] = {}
    strange = 0
    for given in inputs:
        if Path(given).is_dir():
            if os.path.realpath(given) == out:
                raise CorpusError(f"{printable(given)}: the output would overwrite this input; give another -o")
            files: Iterable[tuple[str, str]] = _walk(given, out)
        elif Path(given).is_file():
            files = [(given, Path(given).name)]
        else:
            raise CorpusError(f"{printable(given)}: there is no such file or folder; check its name")
        for path, name in files:
            source = _source(path, name, is_named=path == given)
            if source is None:
                strange += 1
                continue
            first = found.setdefault(name, source)
            if first is not source and not Path(first.path).samefile(path):
                raise CorpusError(_both(first.path, path, name))
            if os.path.realpath(path) == os.path.realpath(Path(output, name)):
                raise CorpusError(f"{printable(path)}: the output would overwrite this input; give another -o")
    return [found[name] for name in sorted(found)], strange


def _walk(folder: str, out: str) -> Iterator[tuple[str, str]]:
    """Yield path and name of each file of a folder; what is hidden, a link or the output is not entered."""

    def fail(error: OSError) -> None:
        raise CorpusError(f"{printable(str(error.filename))}: {error.strerror}; see to it and run again")

    for here, folders, files in os.walk(folder, onerror=fail):
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".")
            and not Path(here, name).is_symlink()
            and os.path.realpath(Path(here, name)) != out
        ]
        for name in files:
            path = Path(here, name)
            # a pipe would be waited for without end
            if not name.startswith(".") and not path.is_symlink() and path.is_file():
                yield str(path), path.relative_to(folder).as_posix()


def _source(path: str, name: str, *, is_named: bool) -> Source | None:
    lowered = PurePosixPath(name.lower())
    codec = _CODECS.get(lowered.suffix, "")
    ending = PurePosixPath(lowered.stem).suffix if codec else lowered.suffix
    format_ = _FORMATS.get(ending, "text" if is_named else "")
    return Source(path, name, format_, codec) if format_ else None


def part_name(name: str, part: int) -> str:
    """Return the name of a part of an input.

    >>> part_name("2023/pages.jsonl", 3)
    '2023/pages.part-00003.jsonl'
    """
    path = PurePosixPath(name)
    ending = path.suffix
    if ending.lower() in _CODECS:
        ending = PurePosixPath(path.stem).suffix + ending
    return f"{name.removesuffix(ending)}.part-{part:05}{ending}"


def refuse_collisions(outputs: Iterable[tuple[str, str]]) -> None:
    """See to it that no two outputs, and no output and a file of ours, have one name.

    Args:
        outputs: (name of the output, path of its input); names that differ in case only are one on some machines.

    Raises:
        CorpusError: two have.
    """
    taken: dict[str, str] = {}
    for name, path in outputs:
        key = os.path.normcase(name)
        if key.split("/", 1)[0] in (*_OWN, HIDDEN):
            raise CorpusError(f"{printable(path)}: its output would have the name of cleantext's own {name}; rename it")
        if taken.setdefault(key, path) != path:
            raise CorpusError(_both(taken[key], path, name))


def _both(one: str, other: str, name: str) -> str:
    return f"{printable(one)} and {printable(other)} would both become {printable(name)}; clean them into two folders"
