"""Which files a corpus has, of what format each is, and what its output is called."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from cleantext._beside import DECISIONS_ENDING, EDITS_ENDING
from cleantext._pages import printable
from cleantext.errors import CorpusError

__all__ = [
    "ERRORS",
    "HIDDEN",
    "MANIFEST",
    "SUMMARY",
    "Found",
    "Source",
    "codec_of",
    "find_sources",
    "part_name",
    "refuse_collisions",
    "refuse_foreign",
    "source_of",
]

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


class Found(NamedTuple):
    """What a corpus has.

    Attributes:
        sources: its files in the order of their names.
        strange: how many files of a folder have no known ending.
        locked: the folders in a folder that cannot be read, and why; their names end with a slash.
        folders: the names of all other folders in one, in the same form.
    """

    sources: list[Source]
    strange: int
    locked: list[tuple[Source, str]]
    folders: set[str]


def find_sources(inputs: Sequence[str], output: str) -> Found:
    """Return the files of a corpus.

    Hidden files, links, the output folder and what a person decided for a text are left out of a folder. A file that is
    named itself is taken for text where its ending says nothing.

    Raises:
        CorpusError: an input is missing, no file, cannot be read, or would be written over.
    """
    out = os.path.realpath(output)
    found: dict[str, Source] = {}
    strange = 0
    locked: list[tuple[Source, str]] = []
    folders: set[str] = set()
    for given in inputs:
        if Path(given).is_dir():
            if os.path.realpath(given) == out:
                raise CorpusError(f"{printable(given)}: the output would overwrite this input; give another -o")
            files: Iterable[tuple[str, str]] = _walk(given, out, locked, folders)
        elif Path(given).is_file():
            files = [(given, Path(given).name)]
        else:
            raise CorpusError(f"{printable(given)}: there is no such file or folder; check its name")
        for path, name in files:
            if _goes_with_another(path, is_named=path == given):
                continue
            source = source_of(path, name, is_named=path == given)
            if source is None:
                strange += 1
                continue
            first = found.setdefault(name, source)
            if first is not source and not Path(first.path).samefile(path):
                raise CorpusError(_both(first.path, path, name))
            if os.path.realpath(path) == os.path.realpath(Path(output, name)):
                raise CorpusError(f"{printable(path)}: the output would overwrite this input; give another -o")
    return Found([found[name] for name in sorted(found)], strange, locked, folders)


def _goes_with_another(path: str, *, is_named: bool) -> bool:
    """Tell whether a file is no page, but what was decided for one, or changed in it."""
    text = path.removesuffix(DECISIONS_ENDING)
    if text != path:
        return not is_named or Path(text).exists()
    # other tables may end so too
    text = (path.removesuffix(f".{codec}") if (codec := codec_of(path)) else path).removesuffix(EDITS_ENDING)
    return EDITS_ENDING in path.removeprefix(text) and Path(text).exists()


def _walk(folder: str, out: str, locked: list[tuple[Source, str]], folders: set[str]) -> Iterator[tuple[str, str]]:
    """Yield path and name of each file of a folder; what is hidden, a link or the output is not entered.

    Folders in it are put into `locked` or `folders`, as `Found` has them.
    """

    def name_of(path: str) -> str:
        return Path(path).relative_to(folder).as_posix() + "/"

    def fail(error: OSError) -> None:
        path, reason = str(error.filename), f"{error.strerror or error}; see to it and run again"
        if path == folder or error.filename is None:
            raise CorpusError(f"{printable(path)}: {reason}")
        locked.append((Source(path, name_of(path), "folder", ""), reason))

    for here, below, files in os.walk(folder, onerror=fail):
        if here != folder:
            folders.add(name_of(here))
        below[:] = [
            name
            for name in below
            if not name.startswith(".")
            and not os.path.islink(Path(here, name))  # noqa: PTH114 - is_symlink() fails where nothing may be asked
            and os.path.realpath(Path(here, name)) != out
        ]
        for name in files:
            path = Path(here, name)
            if not name.startswith(".") and _may_be_file(path):
                yield str(path), path.relative_to(folder).as_posix()


def _may_be_file(path: Path) -> bool:
    """Tell whether a path is no link, pipe or device (which would be waited for without end), as far as one may ask."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return True  # to read it fails, and says why


def source_of(path: str, name: str, *, is_named: bool) -> Source | None:
    """Return what the name of a file says of it, `None` where that is nothing; if it is named itself it is text."""
    lowered = PurePosixPath(name.lower())
    codec = codec_of(name)
    ending = PurePosixPath(lowered.stem).suffix if codec else lowered.suffix
    format_ = _FORMATS.get(ending, "text" if is_named else "")
    return Source(path, name, format_, codec) if format_ else None


def codec_of(name: str) -> str:
    """Return how a file of this name is packed.

    >>> codec_of("pages.jsonl.GZ"), codec_of("pages.jsonl")
    ('gz', '')
    """
    return _CODECS.get(PurePosixPath(name.lower()).suffix, "")


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


def refuse_foreign(folder: str, outputs: Iterable[str]) -> None:
    """See to it that a first run into a folder takes the place of nothing that was there.

    Args:
        folder: the output folder.
        outputs: the names of the outputs.

    Raises:
        CorpusError: there is no manifest, but a file of a name that would be written.
    """
    if os.path.lexists(Path(folder, MANIFEST)):
        return
    for name in (*_OWN, *outputs):
        path = Path(folder, name)
        if os.path.lexists(path):
            raise CorpusError(
                f"{printable(str(path))}: it is there already, and no run wrote it (there is no {MANIFEST}); "
                "take it away, or give another -o"
            )


def _both(one: str, other: str, name: str) -> str:
    return f"{printable(one)} and {printable(other)} would both become {printable(name)}; clean them into two folders"
