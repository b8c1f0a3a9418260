"""`cleantext clean`: files cleaned into files or to standard output."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from cleantext.cli._inputs import Input, is_done, read_input
from cleantext.cli._options import cleaner_options, encoding_option, files_argument
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
    help="Where the result goes. With several inputs a folder, made if it is missing; the files keep their names.",
)
@cleaner_options
@click.option("--as-document", is_flag=True, help="The files are the pages of one issue or book, in their order.")
@click.option(
    "--format",
    "format_",
    default="text",
    metavar="NAME",
    show_default=True,
    help="What comes out: text, or its blocks as markdown or json.",
)
@encoding_option
@click.option(
    "--output-encoding", default="utf-8", metavar="NAME", show_default=True, help="The encoding of the result."
)
def clean(
    files: tuple[str, ...],
    output: str | None,
    profile: str,
    with_: tuple[str, ...],
    without: tuple[str, ...],
    as_document: bool,
    format_: str,
    encoding: str | None,
    output_encoding: str,
) -> int:
    """Clean files, one page each, or standard input (no file, or -).

    The result goes to standard output unless -o is given; in a folder its files have the ending of their format.
    Line ends and a byte-order mark of UTF-8 stay as they are.
    """
    from cleantext._cleaner import Cleaner
    from cleantext._encodings import find_encoding
    from cleantext._files import identities, plan
    from cleantext._formats import check_format, with_endings

    for name in filter(None, (encoding, output_encoding)):
        find_encoding(name)
    check_format(format_)
    cleaner = Cleaner(profile, with_=with_, without=without)
    jobs = with_endings(plan(files or ("-",), output), output, format_)
    run = _Run(cleaner, format_, (encoding, output_encoding), identities(job.source for job in jobs))
    done = [run.do(group) for group in ([jobs] if as_document else [[job] for job in jobs])]
    return 0 if all(done) else FAILED


class _Run:
    """One call of `clean`: what holds for all its files, and what standard output has got so far."""

    def __init__(
        self, cleaner: "Cleaner", format_: str, encodings: tuple[str | None, str], inputs: frozenset[tuple[int, int]]
    ) -> None:
        self._cleaner, self._format, self._inputs = cleaner, format_, inputs
        self._encoding, self._output_encoding = encodings
        self._last = ""  # the last character written to standard output

    def do(self, jobs: "Sequence[Job]") -> bool:
        """Clean the pages of one document; say what went wrong and return whether all went well.

        A page that cannot be read is left out, and the others are cleaned all the same.
        """
        sources: list[tuple[Job, Input]] = []
        read = [is_done(job.source, partial(self._read, job, sources)) for job in jobs]
        results = self._results([source.decoded.text for _, source in sources])
        written = [
            is_done(job.source, partial(self._write, job, source, result), self._output_encoding)
            for (job, source), result in zip(sources, results, strict=True)
        ]
        return all(read) and all(written)

    def _results(self, pages: Sequence[str]) -> list[str]:
        from cleantext._formats import render

        if self._format == "text":
            return self._cleaner.clean_pages(pages)
        return [render(blocks, self._format) for blocks in self._cleaner.blocks_of_pages(pages)]

    def _read(self, job: "Job", sources: "list[tuple[Job, Input]]") -> None:
        from cleantext._files import refuse_overwriting

        if job.target is not None:
            refuse_overwriting(job.target, self._inputs)
        sources.append((job, read_input(job.source, self._encoding)))

    def _write(self, job: "Job", source: Input, text: str) -> None:
        from cleantext._encodings import encode
        from cleantext._files import write, write_stdout

        bom = source.decoded.bom if self._format == "text" else b""
        if job.target is not None:
            write(job.target, encode(text, self._output_encoding, bom=bom))
            return
        # what ends without a line end would run into the first line of the next file
        glue = "\n" if text and self._last not in ("", "\n", "\r", "\f") else ""
        if self._format == "markdown" and text and self._last:
            glue = "\n"  # two paragraphs
        write_stdout(encode(glue + text, self._output_encoding, bom=bom, is_first=not self._last))
        self._last = text[-1:] or self._last
