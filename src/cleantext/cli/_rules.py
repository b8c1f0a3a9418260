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
    from cleantext._choice import load_rule
    from cleantext._pages import rule_page, rule_table
    from cleantext.rules import all_rules

    if name:
        show(rule_page(load_rule(name)))
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

    from cleantext._rule import Rule
    from cleantext.rules import ENTRY_POINTS

    found: dict[str, tuple[Rule, str]] = {}
    is_whole = True
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        if point.name in built_in or point.name in found:
            continue  # to name it gives the other one
        package = point.dist.name if point.dist is not None else point.value
        try:
            rule = point.load()
            reason = "" if isinstance(rule, Rule) else "it is no rule"
        except Exception as error:  # what another package does when it is loaded is its own
            reason = f"{type(error).__name__}: {error}"
        if reason:
            say(f"{point.name}: this rule of the package {package} cannot be loaded ({reason}); mend or remove it")
            is_whole = False
        else:
            found[point.name] = (rule, package)
    return found, is_whole
