"""What several commands are asked in the same way, on the command line or by a file of settings."""

from collections.abc import Callable
from functools import wraps
from os.path import dirname, join
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from cleantext._cleaner import Cleaner

_Command = Callable[..., int]


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

    The command gets each by its name, and `settings`: those of rules, for `make_cleaner`.
    """

    @click.pass_context
    @wraps(command)
    def run(context: click.Context, /, config: str | None, isolated: bool, **values: Any) -> int:
        first = next(iter(values.get("files", ())), values.get("file", "-"))
        values["settings"] = None
        for name, value in _from_file(first, config, isolated).items():
            if name == "settings" or (
                name in values and context.get_parameter_source(name) is not click.core.ParameterSource.COMMANDLINE
            ):
                values[name] = value
        return command(**values)

    made: _Command = run
    for option in reversed((*_CLEANER, *_FILE)):
        made = option(made)
    return made


def _from_file(first: str, config: str | None, isolated: bool) -> dict[str, Any]:
    """Return what the file of settings says, by the names of parameters; nothing where there is none."""
    from cleantext._settings import find, read_settings

    if isolated:
        if config is not None:
            raise click.UsageError("--isolated reads no file of settings; leave out --config")
        return {}
    path = config if config is not None else find("" if first == "-" else dirname(first))
    if path is None:
        return {}
    names = {_key(option.name or ""): option.name or "" for option in _known_options()}
    lists = [_key(option.name or "") for option in _known_options() if option.multiple]
    said = read_settings(path, lists, [*(key for key in names if key not in lists), *map(_key, _OTHERS)])
    # a file that a file of settings names stands beside it
    if "protect" in said:
        said["protect"] = [join(dirname(path), name) for name in said["protect"]]
    if "lexicon" in said:
        said["lexicon"] = join(dirname(path), said["lexicon"])
    return {names.get(key, key.replace("-", "_")): value for key, value in said.items()}


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
        CleantextError: one of them stands for nothing, or a rule cannot take a setting.
    """
    from cleantext._cleaner import Cleaner
    from cleantext._lexicon import parse as parse_lexicon
    from cleantext._pages import printable
    from cleantext._protect import parse as parse_protected
    from cleantext.cli._inputs import read_words

    protect, lexicon = options.pop("protect", ()), options.pop("lexicon", None)
    options["protect"] = [item for name in protect for item in parse_protected(read_words(name), printable(name))]
    options["lexicon"] = parse_lexicon(read_words(lexicon), printable(lexicon)) if lexicon else None
    return Cleaner(options.pop("profile"), **options)


# what cannot be read is said file by file
files_argument = click.argument("files", nargs=-1, type=click.Path(readable=False))
encoding_option = click.option(
    "--encoding", metavar="NAME", help="The encoding of the inputs; by default each is recognised."
)
