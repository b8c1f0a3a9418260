"""`cleantext doubts`: the seams that were decided on little evidence."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

import click

from cleantext.cli._inputs import decided, is_done, read_input
from cleantext.cli._options import cleaner_options, encoding_option, files_argument, make_cleaner
from cleantext.cli._terminal import FAILED, hand_out, show, title

if TYPE_CHECKING:
    from cleantext._seams import ShownSeam


def _table(seams: "list[ShownSeam]") -> str:
    from cleantext._seams import to_table

    return to_table(seams)


def _label_studio(seams: "list[ShownSeam]") -> str:
    from cleantext._json import to_json
    from cleantext._seams import tasks

    return to_json(tasks(seams), indent=1) + "\n"


_FORMATS: "Mapping[str, Callable[[list[ShownSeam]], str]]" = {"table": _table, "label-studio": _label_studio}


@click.command()
@files_argument
@click.option(
    "--format",
    "format_",
    default="table",
    metavar="NAME",
    show_default=True,
    help="What comes out: a table, or the tasks of label-studio (JSON).",
)
@cleaner_options
@encoding_option
def doubts(files: tuple[str, ...], format_: str, encoding: str | None, **options: object) -> int:
    """List the seams of files (or of standard input) that were decided on little evidence.

    What `cleantext review` has an answer for is no doubt any more.
    """
    from cleantext._encodings import find_encoding
    from cleantext._formats import UnknownFormatError
    from cleantext._seams import shown_seams

    if format_ not in _FORMATS:
        raise UnknownFormatError(format_, _FORMATS)
    if encoding is not None:
        find_encoding(encoding)
    cleaner = make_cleaner(**options)
    found: list[ShownSeam] = []

    def work(name: str) -> None:
        source = read_input(name, encoding)
        found.extend(shown_seams(title(name), decided(cleaner, source).trace(source.decoded.text)))

    done = [is_done(name, partial(work, name)) for name in files or ("-",)]
    put = show if format_ == "table" else hand_out
    put(_FORMATS[format_](found))
    return 0 if all(done) else FAILED
