"""What the command says to people: messages, names and excerpts that are safe to look at."""

import os
import sys
from contextlib import suppress

import click

CHANGED = 1
"""The exit code where `--check` found a text that would change."""

FAILED = 2
"""The exit code where the command was called wrongly, or some input could not be read or written."""


def say(message: str) -> None:
    """Say something on standard error, safe to look at; where nobody listens any more the work goes on all the same."""
    from cleantext._pages import printable

    with suppress(OSError):
        click.echo("cleantext: " + "\n".join(map(printable, message.split("\n"))), err=True)


def show(text: str) -> None:
    """Print text for people; a character that the terminal's encoding has no place for becomes an escape."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    click.echo(text.encode(encoding, "backslashreplace").decode(encoding), nl=False, color=has_colour())


def hand_out(data: str) -> None:
    """Write JSON or HTML to standard output, in UTF-8 whatever the encoding of the terminal: programs read it so.

    Raises:
        BrokenPipeError: nobody reads it any more.
        FileError: it cannot be written.
    """
    from cleantext._files import write_stdout

    write_stdout(data.encode())


def has_colour() -> bool:
    """Tell whether standard output takes colours: a terminal does, unless `NO_COLOR` or `FORCE_COLOR` decides."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout is not None and sys.stdout.isatty())


def title(source: str) -> str:
    """Return the name of an input as messages give it."""
    from cleantext._files import STDIN
    from cleantext._pages import printable

    return "standard input" if source == STDIN else printable(source)
