"""`cleantext inspect`: what the layout sees of files."""

from functools import partial
from typing import TYPE_CHECKING

import click

from cleantext.cli._inputs import decided, is_done, read_input
from cleantext.cli._options import cleaner_options, encoding_option, files_argument, make_cleaner
from cleantext.cli._terminal import FAILED, hand_out, show, title

if TYPE_CHECKING:
    from cleantext._inspect import Inspection

_FORMATS = ("table", "json")


@click.command("inspect")
@files_argument
@click.option(
    "--format", "format_", default="table", metavar="NAME", show_default=True, help="What comes out: table or json."
)
@cleaner_options
@encoding_option
def inspect_command(files: tuple[str, ...], format_: str, encoding: str | None, **options: object) -> int:
    """Say what the layout sees of files (or of standard input), and whether a page had better be read again.

    Form of the lines, script, widths of the columns (em), indents of first lines, signs of a text layer or an OCR
    engine, share of lost and private-use characters, doubts a page.
    """
    from cleantext._encodings import encoding_title, find_encoding
    from cleantext._formats import UnknownFormatError
    from cleantext._inspect import inspect, to_dicts, to_table
    from cleantext._json import to_json

    if format_ not in _FORMATS:
        raise UnknownFormatError(format_, _FORMATS)
    if encoding is not None:
        find_encoding(encoding)
    cleaner = make_cleaner(**options)
    found: list[Inspection] = []

    def work(name: str) -> None:
        source = read_input(name, encoding)
        trace = decided(cleaner, source).trace(source.decoded.text)
        found.append(inspect(title(name), encoding_title(source.decoded.encoding), trace))

    done = [is_done(name, partial(work, name)) for name in files or ("-",)]
    if format_ == "json":
        hand_out(to_json(to_dicts(found), indent=1) + "\n")
    elif found:
        show(to_table(found))
    return 0 if all(done) else FAILED
