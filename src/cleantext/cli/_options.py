"""What several commands are asked in the same way."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from cleantext._cleaner import Cleaner

_Command = TypeVar("_Command", bound=Callable[..., Any])


def complete_rule(_context: click.Context, _option: click.Parameter, incomplete: str) -> list[str]:
    """Return the names of rules that begin so, for the shell."""
    from cleantext.rules import all_rules

    return [rule.name for rule in all_rules() if rule.name.startswith(incomplete)]


def _complete_profile(_context: click.Context, _option: click.Parameter, incomplete: str) -> list[str]:
    from cleantext._profile import PROFILES

    return [name for name in PROFILES if name.startswith(incomplete)]


_CLEANER = (
    click.option(
        "--profile",
        default="page",
        metavar="NAME",
        show_default=True,
        shell_complete=_complete_profile,
        help="The choice of rules.",
    ),
    click.option(
        "--with",
        "with_",
        multiple=True,
        metavar="RULE",
        shell_complete=complete_rule,
        help="Run this rule besides; may be given again.",
    ),
    click.option(
        "--without",
        multiple=True,
        metavar="RULE",
        shell_complete=complete_rule,
        help="Leave this rule out; may be given again.",
    ),
)


def cleaner_options(command: _Command) -> _Command:
    """Add the options that say how a `Cleaner` is made; each is an argument of it."""
    for option in reversed(_CLEANER):
        command = option(command)
    return command


def make_cleaner(**options: Any) -> "Cleaner":
    """Return the cleaner that the options of `cleaner_options` describe, each by its name."""
    from cleantext._cleaner import Cleaner

    return Cleaner(options.pop("profile"), **options)


# what cannot be read is said file by file
files_argument = click.argument("files", nargs=-1, type=click.Path(readable=False))
encoding_option = click.option(
    "--encoding", metavar="NAME", help="The encoding of the inputs; by default each is recognised."
)
