"""The built-in rules: one folder a stage, one file a rule, found and not listed."""

from functools import cache
from typing import TYPE_CHECKING

from cleantext._rule import Doubt, Edit, Effect, Example, Form, FunctionRule, Mark, Note, Rule, Stage, Tier, rule
from cleantext._text import Text
from cleantext.errors import SettingsError, UnknownRuleError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

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
        SettingsError: what the package offers cannot be imported, or is no rule; the message names the package.

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
            return _loaded(point)
    raise UnknownRuleError(name, [r.name for r in all_rules()] + [p.name for p in offered])


def _loaded(point: "EntryPoint") -> Rule:
    """Return the rule that a package offers."""
    try:
        loaded: Rule = point.load()
        check_is_rule(loaded)
    except Exception as error:  # of another package's code, which may do anything
        package = f"the package {point.dist.name}" if point.dist is not None else "a package"
        where = f"rule {point.name!r}, which {package} offers as {point.value}"
        if isinstance(error, SettingsError):
            raise SettingsError(f"{where}: {error}") from error
        what = f"{type(error).__name__}: {error}"
        raise SettingsError(f"{where}, cannot be imported ({what}); mend the package, or leave the rule out") from error
    return loaded


def check_is_rule(item: object) -> None:
    """See to it that something is a rule, or the name of one.

    Raises:
        SettingsError: it is neither.
    """
    if isinstance(item, type):  # it has all that a rule has, and cannot be asked
        raise SettingsError(f"{item.__name__} is a class; give a rule made of it: {item.__name__}()")
    if not isinstance(item, str | Rule):
        raise SettingsError(f"{item!r} is no rule; it needs name, stage, tier, effect, summary, examples and edits")
