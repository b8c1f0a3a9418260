"""The command: arguments to a `Cleaner`, bytes from files to files."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TextIO

import click

from cleantext.errors import CleantextError

if TYPE_CHECKING:
    from cleantext._cleaner import Cleaner
    from cleantext._decode import Decoded
    from cleantext._files import Job

__all__ = ["cli", "main"]

_FAILED = 2
_INTERRUPTED = 130


def main(args: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        args: what follows its name; by default that of this process.

    Returns:
        The exit code: 0 done; 2 wrong usage, or some input could not be read or written (the others were done);
        130 Ctrl-C.
    """
    stdout = sys.stdout
    try:
        code = cli.main(args, prog_name="cleantext", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.ClickException as error:
        path = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "cleantext"
        _say(f"{error.format_message().rstrip('.')}; see '{path} --help'")
        return _FAILED
    except CleantextError as error:
        _say(str(error))
        return _FAILED
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except BrokenPipeError:
        _drop_output(stdout)
        return 0
    except OSError as error:
        _say(f"{error}; see to it and run again")
        _drop_output(stdout)
        return _FAILED
    except SystemExit as end:
        # click ends so when the shell asks for completions, and when a pipe is closed: then it has replaced stdout
        if sys.stdout is stdout:
            return end.code if isinstance(end.code, int) else 0
        sys.stdout = stdout
        _drop_output(stdout)
        return 0
    return code if isinstance(code, int) else 0


def _drop_output(stdout: TextIO) -> None:
    from cleantext._files import drop_stdout

    drop_stdout(stdout)


def _say(message: str) -> None:
    """Say something on standard error, safe to look at."""
    from cleantext._pages import printable

    click.echo("cleantext: " + "\n".join(map(printable, message.split("\n"))), err=True)


def _show(text: str) -> None:
    """Print text; a character that the terminal's encoding has no place for becomes an escape."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    click.echo(text.encode(encoding, "backslashreplace").decode(encoding), nl=False)


def _show_version(context: click.Context, _option: click.Parameter, is_wanted: bool) -> None:
    if not is_wanted or context.resilient_parsing:
        return
    from cleantext._data.classes import UNICODE_VERSION
    from cleantext._layout import width
    from cleantext._version import __version__

    how = "interpreted" if str(width.__file__).endswith((".py", ".pyc")) else "compiled"
    _show(f"cleantext {__version__} (Unicode {UNICODE_VERSION}, {how})\n")
    context.exit()


def _complete_rule(_context: click.Context, _option: click.Parameter, incomplete: str) -> list[str]:
    from cleantext.rules import all_rules

    return [rule.name for rule in all_rules() if rule.name.startswith(incomplete)]


def _complete_profile(_context: click.Context, _option: click.Parameter, incomplete: str) -> list[str]:
    from cleantext._profile import PROFILES

    return [name for name in PROFILES if name.startswith(incomplete)]


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the versions and exit.",
)
@click.pass_context
def cli(context: click.Context) -> None:
    """Turn the raw text of a page into clean, flowing text."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(_FAILED)


@cli.command()
@click.argument("files", nargs=-1, type=click.Path(readable=False))  # what cannot be read is said file by file
@click.option(
    "-o",
    "--output",
    metavar="FILE|DIR",
    type=click.Path(readable=False),
    help="Where the result goes. With several inputs a folder, made if it is missing; the files keep their names.",
)
@click.option(
    "--profile",
    default="page",
    metavar="NAME",
    show_default=True,
    shell_complete=_complete_profile,
    help="The choice of rules.",
)
@click.option(
    "--with",
    "with_",
    multiple=True,
    metavar="RULE",
    shell_complete=_complete_rule,
    help="Run this rule besides; may be given again.",
)
@click.option(
    "--without",
    multiple=True,
    metavar="RULE",
    shell_complete=_complete_rule,
    help="Leave this rule out; may be given again.",
)
@click.option("--as-document", is_flag=True, help="The files are the pages of one issue or book, in their order.")
@click.option(
    "--format",
    "format_",
    default="text",
    metavar="NAME",
    show_default=True,
    help="What comes out: text, or its blocks as markdown or json.",
)
@click.option("--encoding", metavar="NAME", help="The encoding of the inputs; by default each is recognised.")
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
    return 0 if all(done) else _FAILED


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
        sources: list[tuple[Job, Decoded]] = []
        read = [self._is_done(job, partial(self._read, job, sources)) for job in jobs]
        results = self._results([source.text for _, source in sources])
        written = [
            self._is_done(job, partial(self._write, job, source, result))
            for (job, source), result in zip(sources, results, strict=True)
        ]
        return all(read) and all(written)

    def _results(self, pages: Sequence[str]) -> list[str]:
        from cleantext._formats import render

        if self._format == "text":
            return self._cleaner.clean_pages(pages)
        return [render(blocks, self._format) for blocks in self._cleaner.blocks_of_pages(pages)]

    def _is_done(self, job: "Job", work: "Callable[[], None]") -> bool:
        from cleantext._files import FileError

        name = _title(job)
        try:
            work()
        except FileError as error:
            _say(str(error))
        except CleantextError as error:
            _say(f"{name}: {error}")
        except UnicodeEncodeError as error:
            character = error.object[error.start]
            line = error.object.count("\n", 0, error.start) + 1
            _say(
                f"{name}: {character} (U+{ord(character):04X}, line {line} of the result) cannot be written in "
                f"{self._output_encoding}; give another --output-encoding, utf-8 or gb18030"
            )
        else:
            return True
        return False

    def _read(self, job: "Job", sources: "list[tuple[Job, Decoded]]") -> None:
        from cleantext._decode import decode
        from cleantext._encodings import encoding_title
        from cleantext._files import read, refuse_overwriting

        if job.target is not None:
            refuse_overwriting(job.target, self._inputs)
        source = decode(read(job.source), self._encoding)
        if source.is_guessed:
            _say(
                f"{_title(job)}: read as {encoding_title(source.encoding)} (guessed); give --encoding if that is wrong"
            )
        sources.append((job, source))

    def _write(self, job: "Job", source: "Decoded", text: str) -> None:
        from cleantext._encodings import encode
        from cleantext._files import write, write_stdout

        bom = source.bom if self._format == "text" else b""
        if job.target is not None:
            write(job.target, encode(text, self._output_encoding, bom=bom))
            return
        # what ends without a line end would run into the first line of the next file
        glue = "\n" if text and self._last not in ("", "\n", "\r", "\f") else ""
        if self._format == "markdown" and text and self._last:
            glue = "\n"  # two paragraphs
        write_stdout(encode(glue + text, self._output_encoding, bom=bom, is_first=not self._last))
        self._last = text[-1:] or self._last


def _title(job: "Job") -> str:
    from cleantext._files import STDIN
    from cleantext._pages import printable

    return "standard input" if job.source == STDIN else printable(job.source)


@cli.command()
@click.argument("name", required=False, shell_complete=_complete_rule)
def rules(name: str | None) -> None:
    """List the rules, or show the page of one."""
    from cleantext._pages import rule_page, rule_table
    from cleantext.rules import all_rules, get_rule

    _show(rule_page(get_rule(name)) if name else rule_table(all_rules()) + "\n")
