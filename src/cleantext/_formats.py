"""The formats of the result: blocks in one of them, and the names of the files that hold it."""

from collections.abc import Sequence
from os.path import normcase, splitext

from cleantext._block import Block
from cleantext._files import FileError, Job
from cleantext._pages import printable
from cleantext._render import FORMATS, blocks_to_json, to_markdown
from cleantext.errors import UnknownNameError

_ENDINGS = {"markdown": ".md", "json": ".json", "html": ".html"}


class UnknownFormatError(UnknownNameError):
    """The result cannot be written in a format of this name."""

    thing = "format"


def check_format(name: str) -> None:
    """See to it that a format has this name.

    Raises:
        UnknownFormatError: there is none; the message offers the nearest.
    """
    if name not in FORMATS:
        raise UnknownFormatError(name, FORMATS)


def render(blocks: Sequence[Block], name: str, file: str | None = None) -> str:
    """Return blocks as `markdown` or `json`; `file` is as for `blocks_to_json`.

    >>> render([], "markdown")
    ''
    """
    return blocks_to_json(blocks, file) if name == "json" else to_markdown(blocks)


def with_endings(jobs: Sequence[Job], output: str | None, name: str) -> list[Job]:
    """Give the files that go into a folder the ending of their format; a text keeps its own.

    Args:
        jobs: what `plan` made of `output`.
        output: a file, whose name stays, or a folder.
        name: of the format.

    Raises:
        FileError: two results would have one name.

    >>> with_endings([Job("a.txt", "out/a.txt")], "out", "markdown")[0].target
    'out/a.md'
    """
    if name == "text":
        return list(jobs)
    taken: dict[str, str] = {}
    out = []
    for job in jobs:
        if job.target is None or job.target == output:
            out.append(job)
            continue
        target = splitext(job.target)[0] + _ENDINGS[name]
        first = taken.setdefault(normcase(target), job.source)
        if len(taken) == len(out):
            raise FileError(
                f"{printable(first)} and {printable(job.source)} would both become {printable(target)}; "
                "clean them into two folders"
            )
        out.append(job._replace(target=target))
    return out
