"""`cleantext rules`: the list of the rules, or the page of one."""

from typing import TYPE_CHECKING

import click

from cleantext.cli._options import complete_rule
from cleantext.cli._terminal import FAILED, say, show

if TYPE_CHECKING:
    from cleantext._rule import Rule


@click.command()
@click.argument("name", required=False, shell_complete=complete_rule)
def rules(name: str | None) -> int:
    """List the rules, those of installed packages too, or show the page of one."""
    from cleantext._pages import rule_page, rule_table
    from cleantext.rules import all_rules, get_rule

    if name:
        show(rule_page(get_rule(name)))
        return 0
    offered, is_whole = _offered({rule.name for rule in all_rules()})
    # named by their entry points, whatever they call themselves
    packages = {
        rule.name: package if rule.name == name else f"{package}, named {name}"
        for name, (rule, package) in offered.items()
    }
    show(rule_table([*all_rules(), *(rule for rule, _ in offered.values())], packages) + "\n")
    return 0 if is_whole else FAILED


def _offered(built_in: set[str]) -> "tuple[dict[str, tuple[Rule, str]], bool]":
    """Return the rules of installed packages by their names, each with its package, and whether all could be loaded."""
    from importlib.metadata import entry_points

    from cleantext.errors import SettingsError
    from cleantext.rules import ENTRY_POINTS, get_rule

    found: dict[str, tuple[Rule, str]] = {}
    is_whole = True
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        if point.name in built_in or point.name in found:
            continue  # to name it gives the other one
        try:
            found[point.name] = get_rule(point.name), point.dist.name if point.dist is not None else point.value
        except SettingsError as error:
            say(str(error))
            is_whole = False
    return found, is_whole
