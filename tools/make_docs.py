"""Build the pages of docs/ that are made from the code: docs/rules/NAME.md and docs/cli.md.

    python tools/make_docs.py

They are not in git, so they cannot go stale. `cleantext rules NAME` prints the same page of a rule.
"""

from collections.abc import Iterator
from pathlib import Path

import click

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
        parts += [f"## {context.command_path}", f"```text\n{context.get_help()}\n```"]
    return "\n\n".join(parts) + "\n"


def main() -> None:
    """Write the pages, and take away those of rules that are gone."""
    folder = DOCS / "rules"
    folder.mkdir(parents=True, exist_ok=True)
    pages = {f"{rule.name}.md": rule_page(rule) for rule in all_rules()}
    for path in folder.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8", newline="\n")
    (DOCS / "cli.md").write_text(cli_page(), encoding="utf-8", newline="\n")
    print(f"docs: the pages of {len(pages)} rules and of the command")


if __name__ == "__main__":
    main()
