"""The command: arguments to a `Cleaner`, bytes from files to files."""

import sys
from collections.abc import Sequence
from typing import TextIO

import click

from cleantext.errors import CleantextError, DecodeError

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
@click.option("--script", metavar="NAME", help="Convert to this script: s, t, tw (of Taiwan) or hk (of Hong Kong).")
@click.option(
    "--protect",
    multiple=True,
    metavar="FILE",
    help="No rule touches the words in this file, one a line, or /pattern/; may be given again.",
)
@click.option("--lexicon", metavar="FILE", help="TOML with words to know besides: lists byline, credit, dateline.")
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
    script: str | None,
    protect: tuple[str, ...],
    lexicon: str | None,
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
    from cleantext._lexicon import parse as parse_lexicon
    from cleantext._pages import printable
    from cleantext._protect import parse as parse_protected
    from cleantext._run import Run

    for name in filter(None, (encoding, output_encoding)):
        find_encoding(name)
    check_format(format_)
    cleaner = Cleaner(
        profile,
        with_=with_,
        without=without,
        script=script,
        protect=[item for name in protect for item in parse_protected(_words(name), printable(name))],
        lexicon=parse_lexicon(_words(lexicon), printable(lexicon)) if lexicon else None,
    )
    jobs = with_endings(plan(files or ("-",), output), output, format_)
    inputs = identities([*(job.source for job in jobs), *protect, *filter(None, (lexicon,))])
    run = Run(cleaner, format_, (encoding, output_encoding), inputs, _say)
    done = [run.do(group) for group in ([jobs] if as_document else [[job] for job in jobs])]
    return 0 if all(done) else _FAILED


def _words(name: str) -> str:
    """Return the text of a file that holds words."""
    from cleantext._decode import decode
    from cleantext._encodings import encoding_title
    from cleantext._files import read
    from cleantext._pages import printable

    data = read(name)
    try:
        source = decode(data)
    except DecodeError as error:
        what = str(error).partition("; ")[0]
        raise DecodeError(f"{printable(name)}: {what}; write it in UTF-8") from error
    if source.is_guessed:
        _say(f"{printable(name)}: read as {encoding_title(source.encoding)} (guessed); write it in UTF-8")
    return source.text


@cli.command()
@click.argument("name", required=False, shell_complete=_complete_rule)
def rules(name: str | None) -> None:
    """List the rules, or show the page of one."""
    from cleantext._pages import rule_page, rule_table
    from cleantext.rules import all_rules, get_rule

    _show(rule_page(get_rule(name)) if name else rule_table(all_rules()) + "\n")
