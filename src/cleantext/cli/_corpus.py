"""`cleantext corpus`: folders and tables of pages into a folder, by worker processes."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleantext.cli._options import cleaner_options, make_cleaner
from cleantext.cli._terminal import FAILED, say, show

if TYPE_CHECKING:
    from cleantext._corpus.engine import Engine
    from cleantext._corpus.run import Outcome
    from cleantext._corpus.summary import Summary

_INTERRUPTED = 130


@click.command()
@click.argument("files", metavar="IN...", nargs=-1, type=click.Path(readable=False))
@click.option("-o", "--output", metavar="DIR", required=True, type=click.Path(readable=False), help="Where it goes.")
@click.option("--column", default="text", metavar="NAME", show_default=True, help="The column that holds the text.")
@click.option("--jobs", default="auto", metavar="N|auto", show_default=True, help="How many processes work.")
@click.option(
    "--engine",
    type=click.Choice(("processes", "ray")),
    default="processes",
    show_default=True,
    help="Whether they are processes of this machine, or tasks of a Ray cluster.",
)
@click.option("--address", metavar="HOST:PORT", help="Where the Ray cluster is; by default the one of this machine.")
@cleaner_options
@click.option("--encoding", metavar="NAME", help="The encoding of text files; by default each is recognised.")
@click.option("--doubts", is_flag=True, help="Count doubts and marks too, which takes half as long again.")
@click.option("--edits", is_flag=True, help="Keep the edits of each page beside its output, for `cleantext revert`.")
@click.option("--redo", is_flag=True, help="Do all again, also with other settings.")
@click.option("--status", is_flag=True, help="Say what is done in DIR; nothing is cleaned.")
@click.option("--verify", is_flag=True, help="Compare the outputs in DIR with its manifest; nothing is cleaned.")
@click.option("--quiet", is_flag=True, help="Show neither progress nor a summary.")
@click.option(
    "--max-page",
    default=4 << 20,
    metavar="BYTES",
    type=click.IntRange(1),
    show_default=True,
    help="A longer page passes through unchanged.",
)
@click.option(
    "--max-decoded",
    default=1 << 38,
    metavar="BYTES",
    type=click.IntRange(1),
    show_default=True,
    help="What a compressed input may decode to.",
)
@click.option(
    "--max-ratio",
    default=200,
    metavar="N",
    type=click.IntRange(1),
    show_default=True,
    help="How many times its size a compressed input may decode to.",
)
def corpus(
    files: tuple[str, ...],
    output: str,
    column: str,
    jobs: str,
    engine: str,
    address: str | None,
    encoding: str | None,
    doubts: bool,
    edits: bool,
    redo: bool,
    status: bool,
    verify: bool,
    quiet: bool,
    max_page: int,
    max_decoded: int,
    max_ratio: int,
    **options: object,
) -> int:
    """Clean a corpus into a folder: folders of text files, JSON Lines, CSV, TSV, Parquet, also .gz and .zst.

    A page is a file or a row. A second run goes on where the first one was stopped, and redoes what was changed. What
    fails is named in errors.jsonl, and the others are done.
    """
    if status or verify:
        return _look(output, is_status=status, is_verify=verify)
    if not files:
        raise click.UsageError("there is no input; name folders or files")
    from cleantext._corpus.progress import Meter
    from cleantext._corpus.record import Settings
    from cleantext._corpus.run import run_corpus
    from cleantext._encodings import find_encoding

    encoding = find_encoding(encoding) if encoding else None
    cleaner = make_cleaner(**options)
    settings = Settings(column, encoding, max_page, max_decoded, max_ratio, doubts=doubts, edits=edits)
    meter = None
    if not quiet and sys.stderr is not None:
        meter = Meter(sys.stderr, is_terminal=sys.stderr.isatty())
    try:
        outcome = run_corpus(
            files,
            output,
            cleaner,
            settings,
            jobs=_jobs(jobs),
            redo=redo,
            report=meter or (lambda _event: None),
            engine=_engine(engine, address),
        )
    finally:
        if meter is not None:
            meter.close()
    if not quiet:
        _say_outcome(outcome, output)
    if outcome.is_interrupted:
        return _INTERRUPTED
    return 0 if outcome.summary.is_whole else FAILED


def _jobs(jobs: str) -> int | None:
    """Return how many workers there are, `None` where the engine is to know."""
    if jobs == "auto":
        return None
    try:
        number = int(jobs)
    except ValueError:
        number = 0
    if number < 1:
        raise click.UsageError(f"--jobs takes a number of processes or auto, not {jobs!r}")
    return number


def _engine(engine: str, address: str | None) -> "Engine | None":
    if engine == "ray":
        from cleantext._corpus.cluster import ray_engine

        return ray_engine(address)
    if address is not None:
        raise click.UsageError("--address goes with --engine ray")
    return None


def _say_outcome(outcome: "Outcome", output: str) -> None:
    if outcome.strange:
        say(f"{outcome.strange} files of other formats were left out; name one that is text yourself")
    if outcome.skipped:
        say(f"{outcome.skipped} outputs were there already")
    say(_text(outcome.summary, outcome.failures, output))
    if outcome.is_interrupted:
        say("stopped before the end; run again to go on")


def _look(output: str, *, is_status: bool, is_verify: bool) -> int:
    from cleantext._corpus.check import status, verify

    summary, failures = status(output)
    if is_status:
        show(_text(summary, failures, output) + "\n")
    if not is_verify:
        return 0 if summary.is_whole else FAILED
    wrong = verify(output)
    for line in wrong:
        say(line)
    if not wrong:
        show(f"{summary.units} outputs are what was written\n")
    return FAILED if wrong else 0


def _text(summary: "Summary", failures: list[dict[str, object]], output: str) -> str:
    from cleantext._corpus.names import ERRORS
    from cleantext._corpus.summary import summary_text

    return summary_text(summary, failures, str(Path(output, ERRORS)))
