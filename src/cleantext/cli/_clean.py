"""`cleantext clean`: files cleaned into files or to standard output."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from cleantext.cli._inputs import Input, is_done, read_decisions, read_input
from cleantext.cli._options import cleaner_options, encoding_option, files_argument, make_cleaner
from cleantext.cli._terminal import FAILED, title

if TYPE_CHECKING:
    from cleantext._cleaner import Cleaner
    from cleantext._decisions import Decisions
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
    "--output-encoding", metavar="NAME", help="The encoding of the result.  [default: utf-8; with --in-place its own]"
)
@click.option("--diff", is_flag=True, help="Show the blocks before and after; nothing is written.")
@click.option("--check", is_flag=True, help="Write nothing; the exit code is 1 if a text would change.")
@click.option("--in-place", is_flag=True, help="Put the result in the place of each file, once it is verified.")
@click.option("--backup", is_flag=True, help="With --in-place: keep what stood there as FILE.bak.")
@click.option(
    "--edits",
    metavar="FILE|DIR",
    type=click.Path(readable=False),
    help="Where the edits go, for `cleantext revert`. With several inputs a folder.",
)
def clean(
    files: tuple[str, ...],
    output: str | None,
    as_document: bool,
    format_: str,
    encoding: str | None,
    output_encoding: str | None,
    diff: bool,
    check: bool,
    in_place: bool,
    backup: bool,
    edits: str | None,
    **options: Any,
) -> int:
    """Clean files, one page each, or standard input (no file, or -).

    The result goes to standard output unless -o is given; in a folder its files have the ending of their format.
    Line ends and a byte-order mark of UTF-8 stay as they are. With --in-place a file keeps its encoding too.
    """
    from cleantext._encodings import find_encoding
    from cleantext._files import identities, plan
    from cleantext._formats import check_format, with_endings

    for name in filter(None, (encoding, output_encoding)):
        find_encoding(name)
    check_format(format_)
    cleaner = make_cleaner(**options)
    protect, lexicon = options["protect"], options["lexicon"]
    lists = [*protect, *([lexicon] if lexicon else [])]
    if diff or check or in_place or edits is not None:
        _refuse_mixtures(diff or check, in_place, backup, edits, output, as_document or format_ != "text")
        from cleantext.cli._changes import clean_with_edits, compare, replace

        if diff or check:
            return compare(files or ("-",), cleaner, encoding, has_diff=diff, is_check=check)
        if in_place:
            return replace(files, cleaner, (encoding, output_encoding), has_backup=backup, edits=edits)
        return clean_with_edits(files or ("-",), cleaner, (encoding, output_encoding or "utf-8"), output, str(edits))
    if backup:
        raise click.UsageError("--backup goes with --in-place")
    jobs = with_endings(plan(files or ("-",), output), output, format_)
    inputs = identities([*(job.source for job in jobs), *lists])
    is_shared = len(jobs) > 1 and jobs[0].target is None
    run = _Run(cleaner, format_, (encoding, output_encoding or "utf-8"), inputs, is_shared=is_shared)
    done = [run.do(group) for group in ([jobs] if as_document else [[job] for job in jobs])]
    return 0 if all(done) else FAILED


def _refuse_mixtures(
    is_looking: bool, in_place: bool, backup: bool, edits: str | None, output: str | None, has_blocks: bool
) -> None:
    """See to it that the ways to write a result do not stand in each other's way."""
    if is_looking and (in_place or edits is not None or output is not None):
        raise click.UsageError("--diff and --check write nothing; leave out -o, --in-place and --edits")
    if in_place and output is not None:
        raise click.UsageError("--in-place writes into the files; leave out -o")
    if backup and not in_place:
        raise click.UsageError("--backup goes with --in-place")
    if has_blocks:
        raise click.UsageError(
            "--diff, --check, --in-place and --edits go by the text of each file; leave out --as-document and --format"
        )


def _names(jobs: "Sequence[Job]") -> str:
    """Return what messages call the pages of one document."""
    first = jobs[0].source
    return first if len(jobs) == 1 else f"{title(first)} and {len(jobs) - 1} more"


class _Run:
    """One call of `clean`: what holds for all its files, and what standard output has got so far.

    With `is_shared` it gets the results of several inputs.
    """

    def __init__(
        self,
        cleaner: "Cleaner",
        format_: str,
        encodings: tuple[str | None, str],
        inputs: frozenset[tuple[int, int]],
        *,
        is_shared: bool,
    ) -> None:
        self._cleaner, self._format, self._inputs = cleaner, format_, inputs
        self._encoding, self._output_encoding = encodings
        self._is_shared = is_shared
        self._decisions: Decisions | None = None  # those for the pages of one document
        self._last = ""  # the last character written to standard output

    def do(self, jobs: "Sequence[Job]") -> bool:
        """Clean the pages of one document; say what went wrong and return whether all went well.

        A page that cannot be read is left out, and the others are cleaned all the same.
        """
        sources: list[tuple[Job, Input]] = []
        self._decisions = None
        read = [is_done(job.source, partial(self._read, job, sources)) for job in jobs]
        results: list[str] = []
        pages = [(source.name, source.decoded.text) for _, source in sources]
        if not is_done(_names(jobs), lambda: results.extend(self._results(pages))):
            return False
        written = [
            is_done(job.source, partial(self._write, job, source, result), self._output_encoding)
            for (job, source), result in zip(sources, results, strict=True)
        ]
        return all(read) and all(written)

    def _results(self, named: Sequence[tuple[str, str]]) -> list[str]:
        from cleantext._formats import render

        cleaner = self._cleaner if self._decisions is None else self._cleaner.with_decisions(self._decisions)
        pages = [text for _, text in named]
        if self._format == "text":
            return cleaner.clean_pages(pages)
        return [
            render(blocks, self._format, title(name) if self._is_shared else None)
            for (name, _), blocks in zip(named, cleaner.blocks_of_pages(pages), strict=True)
        ]

    def _read(self, job: "Job", sources: "list[tuple[Job, Input]]") -> None:
        from cleantext._files import refuse_overwriting

        if job.target is not None:
            refuse_overwriting(job.target, self._inputs)
        source = read_input(job.source, self._encoding)
        decisions = read_decisions(source)
        if decisions is not None:
            self._decisions = decisions if self._decisions is None else self._decisions.with_those_of(decisions)
        sources.append((job, source))

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
