"""The rules that a cleaner is given, by name or as objects, and their settings: loaded, and checked at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from cleantext._rule import Rule
from cleantext.errors import SettingsError, UnknownOptionError
from cleantext.rules import check_is_rule

__all__ = ["checked_choice", "checked_settings", "with_options"]


def checked_choice(
    with_: Iterable[str | Rule], without: Iterable[str]
) -> tuple[tuple[str | Rule, ...], tuple[str, ...]]:
    """Return the rules to add and the names of those to leave out.

    Raises:
        SettingsError: one of them is no collection, or something in it is no rule or no name.
    """
    for option, given in (("with_", with_), ("without", without)):
        if isinstance(given, str | bytes) or not isinstance(given, Iterable):
            raise SettingsError(f"{option} is one {type(given).__name__}, {given!r}; give a list of rules")
    added, left_out = tuple(with_), tuple(without)
    for item in added:
        check_is_rule(item)
    for name in left_out:
        if not isinstance(name, str):
            raise SettingsError(f"without holds {name!r}; give the name of a rule")
    return added, left_out


def checked_settings(settings: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the options of rules; a list, as TOML has them, becomes a tuple: rules are values, and hashed.

    Raises:
        SettingsError: they are no dict, or those of one rule are none.
    """
    if not isinstance(settings, Mapping):
        raise SettingsError(f"settings is {settings!r}; give a dict: for the name of a rule, its options")
    found = {}
    for rule, options in settings.items():
        if not isinstance(options, Mapping):
            raise SettingsError(f"settings of {rule!r} is {options!r}; give a dict of its options")
        found[rule] = {name: tuple(value) if isinstance(value, list) else value for name, value in options.items()}
    return found


# What an option takes whose default is of a type; of others only their rule can tell.
_KINDS: Mapping[type, tuple[tuple[type, ...], str]] = {
    bool: ((bool,), "True or False"),
    int: ((int,), "a whole number"),
    float: ((int, float), "a number"),
    str: ((str,), "a str"),
    tuple: ((tuple,), "a list"),
}


def with_options(rule: Rule, options: dict[str, Any]) -> Rule:
    """Return a rule with some of its settings changed.

    Raises:
        UnknownOptionError: it has no setting of a name.
        SettingsError: a setting cannot take its value.

    >>> from cleantext.rules import get_rule
    >>> with_options(get_rule("broken-line"), {"min_confidence": 0.6}).min_confidence
    0.6
    """
    known: dict[str, Any] = {f.name: f for f in fields(rule) if f.init} if is_dataclass(rule) else {}
    for option, value in options.items():
        if option not in known:
            raise UnknownOptionError(option, known)
        types, kind = _KINDS.get(type(getattr(rule, option)), ((object,), ""))
        # a bool is an int to Python, and no number to anybody else
        is_right = isinstance(value, types) and not (isinstance(value, bool) and int in types)
        if str(known[option].type) == "tuple[str, ...]":
            is_right, kind = is_right and all(isinstance(word, str) for word in value), "a list of words"
        if not is_right:
            raise SettingsError(f"the setting {option} of {rule.name} is {value!r}; it takes {kind}")
    try:
        made: Rule = replace(rule, **options)  # type: ignore[type-var]
    except TypeError as error:  # of another package, which compares what it is given
        raise SettingsError(f"rule {rule.name!r} cannot take {options!r} ({error}); see its settings") from error
    return made
