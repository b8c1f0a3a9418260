"""The command: arguments to a `Cleaner`, bytes from files to files."""

import sys
from collections.abc import Iterator, MutableMapping, Sequence
from importlib import import_module
from typing import TextIO

import click

from cleantext.cli._terminal import FAILED, say, show
from cleantext.errors import CleantextError

__all__ = ["cli", "main"]

_INTERRUPTED = 130


def main(args: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        args: what follows its name; by default that of this process.

    Returns:
        The exit code: 0 done; 1 `--check` found a text that would change; 2 wrong usage, some input could not be read
        or written (the others were done), or an error that nobody thought of; 130 Ctrl-C.
    """
    stdout = sys.stdout
    try:
        code = cli.main(args, prog_name="cleantext", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.ClickException as error:
        path = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "cleantext"
        say(f"{error.format_message().rstrip('.')}; see '{path} --help'")
        return FAILED
    except CleantextError as error:
        say(str(error))
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except BrokenPipeError:
        _drop_output(stdout)
        return 0
    except OSError as error:
        say(f"{error}; see to it and run again")
        _drop_output(stdout)
        return FAILED
    except SystemExit as end:
        # click ends so when the shell asks for completions, and when a pipe is closed: then it has replaced stdout
        if sys.stdout is stdout:
            return end.code if isinstance(end.code, int) else 0
        sys.stdout = stdout
        _drop_output(stdout)
        return 0
    except Exception:  # left alone it would end with 1, which says that a text would change
        from traceback import format_exc

        say(f"an error that nobody thought of; please report it with these lines\n{format_exc().rstrip()}")
        return FAILED
    finally:
        _let_go_of_messages()
    return code if isinstance(code, int) else 0


def _let_go_of_messages() -> None:
    """Drop what standard error still holds for nobody: the interpreter would try again, and end with its own code."""
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
    except OSError:
        _drop_output(sys.stderr)


def _drop_output(stdout: TextIO) -> None:
    from cleantext._files import drop_stdout

    drop_stdout(stdout)


def _show_version(context: click.Context, _option: click.Parameter, is_wanted: bool) -> None:
    if not is_wanted or context.resilient_parsing:
        return
    from cleantext._data.classes import UNICODE_VERSION
    from cleantext._layout import width
    from cleantext._version import __version__

    how = "interpreted" if str(width.__file__).endswith((".py", ".pyc")) else "compiled"
    show(f"cleantext {__version__} (Unicode {UNICODE_VERSION}, {how})\n")
    context.exit()


class _Commands(MutableMapping[str, click.Command]):
    """The commands by their names; each is imported when it is asked for, so that a run loads the one it is."""

    def __init__(self) -> None:
        self._found: dict[str, click.Command | None] = dict.fromkeys(
            ("clean", "corpus", "doubts", "explain", "inspect", "report", "revert", "review", "rules")
        )

    def __getitem__(self, name: str) -> click.Command:
        command = self._found[name]
        if command is None:
            module = import_module(f"{__name__}._{name}")
            found = (made for made in vars(module).values() if isinstance(made, click.Command) and made.name == name)
            command = self._found[name] = next(found)
        return command

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._found[name] = command

    def __delitem__(self, name: str) -> None:
        del self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


@click.group(
    commands=_Commands(), context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True
)
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
        context.exit(FAILED)
