"""`cleantext report`: what was done to each file, as a page of HTML to look at."""

from functools import partial
from typing import TYPE_CHECKING

import click

from cleantext.cli._inputs import decided, is_done, read_input
from cleantext.cli._options import cleaner_options, encoding_option, files_argument, make_cleaner
from cleantext.cli._terminal import FAILED

if TYPE_CHECKING:
    from cleantext._cleaner import Cleaner
    from cleantext._files import Job


@click.command()
@files_argument
@click.option(
    "-o",
    "--output",
    metavar="FILE|DIR",
    type=click.Path(readable=False),
    help="Where the report goes. With several inputs a folder, made if it is missing: a report for each file.",
)
@cleaner_options
@encoding_option
def report(
    files: tuple[str, ...],
    output: str | None,
    encoding: str | None,
    **options: object,
) -> int:
    """Show what cleaning does to files, or to standard input (no file, or -): one page of HTML each.

    It has the source beside its blocks, every change marked, and the doubts first. It needs no network.
    """
    from cleantext._encodings import find_encoding
    from cleantext._files import FileError, identities, plan
    from cleantext._formats import with_endings

    if encoding:
        find_encoding(encoding)
    cleaner = make_cleaner(**options)
    names = files or ("-",)
    if len(names) > 1 and output in (None, "-"):
        raise FileError(f"{len(names)} reports cannot go to standard output, each is a page of its own; give -o DIR")
    jobs = with_endings(plan(names, output), output, "html")
    inputs = identities(job.source for job in jobs)
    done = [is_done(job.source, partial(_report, job, cleaner, encoding, inputs)) for job in jobs]
    return 0 if all(done) else FAILED


def _report(job: "Job", cleaner: "Cleaner", encoding: str | None, inputs: frozenset[tuple[int, int]]) -> None:
    from cleantext._files import STDIN, refuse_overwriting, write, write_stdout
    from cleantext._report import html_report

    if job.target is not None:
        refuse_overwriting(job.target, inputs)
    source = read_input(job.source, encoding)
    title = "standard input" if job.source == STDIN else job.source
    page = html_report(source.decoded.text, decided(cleaner, source), title=title).encode()
    if job.target is None:
        write_stdout(page)
    else:
        write(job.target, page)
