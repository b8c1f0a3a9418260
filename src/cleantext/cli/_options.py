"""What several commands are asked in the same way, on the command line or by a file of settings."""

from collections.abc import Callable
from functools import wraps
from os.path import dirname, isdir, join
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cleantext.errors import CleantextError, SettingsError

if TYPE_CHECKING:
    from cleantext._cleaner import Cleaner

_Command = Callable[..., int]


class FromFile(NamedTuple):
    """What a file of settings says that no flag overrides: its path, and the names of the options."""

    path: str
    names: frozenset[str]


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
    click.option("--script", metavar="NAME", help="Convert to this script: s, t, tw (of Taiwan) or hk (of Hong Kong)."),
    click.option(
        "--protect",
        multiple=True,
        metavar="FILE",
        help="No rule touches the words in this file, one a line, or /pattern/; may be given again.",
    ),
    click.option("--lexicon", metavar="FILE", help="TOML with words to know besides: lists byline, credit, dateline."),
)
_FILE = (
    click.option(
        "--config",
        metavar="FILE",
        type=click.Path(readable=False),
        help="The file of settings; by default the nearest cleantext.toml or [tool.cleantext] from the first input up.",
    ),
    click.option("--isolated", is_flag=True, help="Read no file of settings."),
)
_OTHERS = ("encoding", "output_encoding")  # options of single commands that a file of settings may give too


def cleaner_options(command: _Command) -> _Command:
    """Add the options that say how a `Cleaner` is made, and the file that may say so too.

    The command gets each by its name, and for `make_cleaner` also `settings`, those of rules, and `said`, what the file
    is to blame for.
    """

    @click.pass_context
    @wraps(command)
    def run(context: click.Context, /, config: str | None, isolated: bool, **values: Any) -> int:
        first = next(iter(values.get("files", ())), values.get("file", "-"))
        values["settings"] = None
        path, found = _from_file(first, config, isolated)
        flags = {n for n in values if context.get_parameter_source(n) is click.core.ParameterSource.COMMANDLINE}
        taken = {name: value for name, value in found.items() if name in values and name not in flags}
        for name in taken.keys() & set(_OTHERS):
            _check_encoding(path, name, taken[name])
        values |= taken
        # a flag wins over what the file says to the contrary
        if "script" in flags and "without" in taken:
            values["without"] = [name for name in taken["without"] if name != "script"]
        if "script" in taken and "without" in flags and "script" in values["without"]:
            values["script"] = None
        return command(**values, said=FromFile(path, frozenset(taken)))

    made: _Command = run
    for option in reversed((*_CLEANER, *_FILE)):
        made = option(made)
    return made


def _check_encoding(path: str, name: str, value: str) -> None:
    """See to it that a file of settings names an encoding; those of the command line are the command's to check."""
    from cleantext._encodings import UnknownEncodingError, find_encoding
    from cleantext._pages import printable

    try:
        find_encoding(value)
    except UnknownEncodingError as error:
        raise SettingsError(f"{printable(path)}: {_key(name)}: {error}") from None


def _from_file(first: str, config: str | None, isolated: bool) -> tuple[str, dict[str, Any]]:
    """Return the path of the file of settings and what it says, by the names of parameters; nothing without one."""
    from cleantext._settings import find, read_settings

    if isolated:
        if config is not None:
            raise click.UsageError("--isolated reads no file of settings; leave out --config")
        return "", {}
    start = "" if first == "-" else first if isdir(first) else dirname(first)
    path = config if config is not None else find(start)
    if path is None:
        return "", {}
    names = {_key(option.name or ""): option.name or "" for option in _known_options()}
    lists = [_key(option.name or "") for option in _known_options() if option.multiple]
    said = read_settings(path, lists, [*(key for key in names if key not in lists), *map(_key, _OTHERS)])
    # a file that a file of settings names stands beside it
    if "protect" in said:
        said["protect"] = [join(dirname(path), name) for name in said["protect"]]
    if "lexicon" in said:
        said["lexicon"] = join(dirname(path), said["lexicon"])
    return path, {names.get(key, key.replace("-", "_")): value for key, value in said.items()}


def _known_options() -> list[click.Option]:
    """Return the options of `_CLEANER`, as click reads them."""

    def plain() -> None: ...

    made: Any = plain
    for option in reversed(_CLEANER):
        made = option(made)
    return [param for param in click.command()(made).params if isinstance(param, click.Option)]


def _key(name: str) -> str:
    """Return the key of a parameter in a file of settings: the option without its hyphens."""
    return name.rstrip("_").replace("_", "-")


def make_cleaner(**options: Any) -> "Cleaner":
    """Return the cleaner that the options of `cleaner_options` describe, each by its name.

    Raises:
        CleantextError: one of them stands for nothing, or a rule cannot take a setting; where a file of settings is to
            blame the message begins with its name.
    """
    from cleantext._cleaner import Cleaner
    from cleantext._lexicon import parse as parse_lexicon
    from cleantext._pages import printable
    from cleantext._protect import parse as parse_protected

    said = options.pop("said")
    protect, lexicon = options.pop("protect", ()), options.pop("lexicon", None)
    options["protect"] = [
        item for name in protect for item in parse_protected(_words(name, "protect", said), printable(name))
    ]
    options["lexicon"] = parse_lexicon(_words(lexicon, "lexicon", said), printable(lexicon)) if lexicon else None
    try:
        return Cleaner(**options)
    except CleantextError as error:
        from cleantext.cli._culprit import blamed

        raise blamed(error, options, said) from None


def _words(name: str, key: str, said: FromFile) -> str:
    """Return the text of a file of words; where it cannot be read, the message has the file of settings too."""
    from cleantext._pages import printable
    from cleantext.cli._inputs import read_words

    try:
        return read_words(name)
    except CleantextError as error:
        if key not in said.names:
            raise
        raise SettingsError(f"{printable(said.path)}: {key}: {error}") from None


# what cannot be read is said file by file
files_argument = click.argument("files", nargs=-1, type=click.Path(readable=False))
encoding_option = click.option(
    "--encoding", metavar="NAME", help="The encoding of the inputs; by default each is recognised."
)
