"""Build the pages of docs/ that are made from the code: docs/rules/NAME.md and their list, docs/cli.md and docs/api.md.

    python tools/make_docs.py

They are not in git, so they cannot go stale. `cleantext rules NAME` prints the same page of a rule. `make docs` builds
the site of these pages and of those written by hand.
"""

import inspect
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType, UnionType

import click

import cleantext
from cleantext import Stage, errors, testing
from cleantext._pages import rule_page
from cleantext.cli import cli
from cleantext.rules import all_rules

DOCS = Path(__file__).parent.parent / "docs"
COLUMNS = 88


def commands(context: click.Context) -> Iterator[click.Context]:
    """Yield a command and what it holds, each with its help."""
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            if command is not None:
                yield from commands(click.Context(command, parent=context, info_name=name, terminal_width=COLUMNS))


def cli_page() -> str:
    """Return the page of the command: the help of each of its parts."""
    top = click.Context(cli, info_name="cleantext", terminal_width=COLUMNS)
    parts = ["# The command"]
    for context in commands(top):
        parts += [f"## {context.command_path}", f"```none\n{context.get_help()}\n```"]
    return "\n\n".join(parts) + "\n"


def rule_list() -> str:
    """Return the page that lists the rules, stage by stage, each with a link to its own page."""
    parts = [
        "# Rules",
        f"The {len(all_rules())} rules in the order of their stages; inside a stage the order does not matter. "
        "`ALWAYS` loses nothing, `CONTEXT` has a test of its context, `OPTION` runs only where it is named. "
        "`cleantext rules NAME` prints the same page of a rule.",
    ]
    for stage in Stage:
        rows = [
            f"| [{rule.name}]({rule.name}.md) | {rule.tier.name} | {rule.summary.replace('|', chr(92) + '|')} |"
            for rule in all_rules()
            if rule.stage is stage
        ]
        parts += [f"## {stage.name.lower()}", "\n".join(["| rule | tier | what it does |", "|---|---|---|", *rows])]
    names = "\n".join(rule.name for rule in all_rules())
    parts.append(f"```{{toctree}}\n:hidden:\n\n{names}\n```")
    return "\n\n".join(parts) + "\n"


def api_page() -> str:
    """Return the page of the public names, which autodoc fills from their docstrings."""
    parts = ["# Python reference", "All that is public: what is not named here may change without a word."]
    names = [name for name in cleantext.__all__ if not name.startswith("_")]
    values = {name: getattr(cleantext, name) for name in names}
    functions = [name for name in names if inspect.isfunction(values[name])]
    classes = [name for name in names if inspect.isclass(values[name])]
    parts += ["## Functions", _directives("cleantext", functions), "## Classes", _directives("cleantext", classes)]
    types = [name for name in names if isinstance(values[name], UnionType)]
    parts += ["## Types", "\n\n".join(f"`{name}` is {_either(values[name])}." for name in types)]
    for name in names:
        if isinstance(values[name], ModuleType):
            parts += _module(values[name])
    for module in (errors, testing):
        parts += _module(module)
    return "\n\n".join(parts) + "\n"


def _either(kind: UnionType) -> str:
    return " or ".join(f"`{one.__name__}`" for one in kind.__args__)


def _module(module: ModuleType) -> list[str]:
    """Return the section of a module: what it makes itself or offers, without what `cleantext` offers too."""
    names = getattr(module, "__all__", None) or [
        name for name, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__
    ]
    return [
        f"## {module.__name__}",
        _directives(module.__name__, [name for name in names if name not in cleantext.__all__]),
    ]


def _directives(module: str, names: Sequence[str]) -> str:
    """Return the directives of autodoc for the names of a module."""
    lines = ["```{eval-rst}"]
    values = import_module(module)
    for name in names:
        is_class = inspect.isclass(getattr(values, name))
        lines.append(f".. auto{'class' if is_class else 'function'}:: {module}.{name}")
        lines += ["   :members:"] if is_class else []
        lines.append("")
    return "\n".join([*lines[:-1], "```"])


def main() -> None:
    """Write the pages, and take away those of rules that are gone."""
    folder = DOCS / "rules"
    folder.mkdir(parents=True, exist_ok=True)
    pages = {"index.md": rule_list(), **{f"{rule.name}.md": rule_page(rule) for rule in all_rules()}}
    for path in folder.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8", newline="\n")
    (DOCS / "cli.md").write_text(cli_page(), encoding="utf-8", newline="\n")
    (DOCS / "api.md").write_text(api_page(), encoding="utf-8", newline="\n")
    print(f"docs: the pages of {len(all_rules())} rules, of the command and of the public names")


if __name__ == "__main__":
    main()
