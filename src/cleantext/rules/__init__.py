"""The built-in rules: one folder a stage, one file a rule, found and not listed."""

from functools import cache

from cleantext._rule import Doubt, Edit, Effect, Example, Form, FunctionRule, Mark, Note, Rule, Stage, Tier, rule
from cleantext._text import Text
from cleantext.errors import UnknownRuleError

__all__ = [
    "Doubt",
    "Edit",
    "Effect",
    "Example",
    "Form",
    "FunctionRule",
    "Mark",
    "Note",
    "Rule",
    "Stage",
    "Text",
    "Tier",
    "all_rules",
    "get_rule",
    "rule",
]

ENTRY_POINTS = "cleantext.rules"
"""The group under which other packages offer rules; they join only when they are named."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return the built-in rules in the order of their stages, then of their names.

    >>> "broken-line" in [rule.name for rule in all_rules()]
    True
    """
    from importlib import import_module
    from pkgutil import iter_modules

    found: list[Rule] = []
    for stage in Stage:
        package = import_module(f"{__name__}.{stage.name.lower()}")
        for module in iter_modules(package.__path__):
            if not module.name.startswith("_"):
                found.append(import_module(f"{package.__name__}.{module.name}").RULE)
    return tuple(sorted(found, key=lambda r: (r.stage, r.name)))


def get_rule(name: str) -> Rule:
    """Return the rule of this name, built in or offered by an installed package.

    Raises:
        UnknownRuleError: there is none; the message has the nearest names.

    >>> get_rule("radical-form").stage.name
    'CHARACTERS'
    """
    for known in all_rules():
        if known.name == name:
            return known
    from importlib.metadata import entry_points

    offered = entry_points(group=ENTRY_POINTS)
    for point in offered:
        if point.name == name:
            loaded: Rule = point.load()
            return loaded
    raise UnknownRuleError(name, [r.name for r in all_rules()] + [p.name for p in offered])
