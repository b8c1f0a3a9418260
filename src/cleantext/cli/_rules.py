"""`cleantext rules`: the list of the rules, or the page of one."""

import click

from cleantext.cli._options import complete_rule
from cleantext.cli._terminal import show


@click.command()
@click.argument("name", required=False, shell_complete=complete_rule)
def rules(name: str | None) -> None:
    """List the rules, or show the page of one."""
    from cleantext._choice import load_rule
    from cleantext._pages import rule_page, rule_table
    from cleantext.rules import all_rules

    show(rule_page(load_rule(name)) if name else rule_table(all_rules()) + "\n")
