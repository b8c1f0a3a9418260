"""Profiles: which rules run, chosen by stage and tier, and in what order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from cleantext._frozen import frozen
from cleantext._lexicon import Lexicon, checked_words, settings_of, with_words
from cleantext._protect import Protected, checked
from cleantext._rule import Rule, Stage, Tier, after_of, is_remeasured
from cleantext.errors import SettingsError, UnknownOptionError, UnknownProfileError, UnknownRuleError
from cleantext.rules import all_rules, get_rule

__all__ = ["PROFILES", "Profile"]


@frozen
class Profile:
    """A named choice of rules.

    Settings:
        name: what it is called.
        summary: one line for lists, as an order.
        stages: the stages whose rules run.
        tiers: the tiers whose rules run.
        with_rules: rules that run besides, by name or as objects (also of tiers and stages left out above).
        without: names of rules that do not run.
        settings: ((rule name, ((option, value), …)), …); `Profile.make` takes dicts.
        protect: words, and patterns made with `re.compile`, that every rule leaves as they are.

    >>> Profile.make("mine", base="page", without=["doubled-caption"]).without
    ('doubled-caption',)
    """

    name: str
    summary: str = ""
    stages: tuple[Stage, ...] = tuple(Stage)
    tiers: tuple[Tier, ...] = (Tier.ALWAYS, Tier.CONTEXT)
    with_rules: tuple[str | Rule, ...] = ()
    without: tuple[str, ...] = ()
    settings: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = ()
    protect: tuple[Protected, ...] = ()
    lexicon: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def make(
        cls,
        name: str,
        *,
        base: str | Profile = "page",
        with_: Iterable[str | Rule] = (),
        without: Iterable[str] = (),
        settings: Mapping[str, Mapping[str, Any]] | None = None,
        script: str | None = None,
        protect: Iterable[Protected] = (),
        lexicon: Lexicon | None = None,
    ) -> Profile:
        """Return a profile that goes out from another one.

        Args:
            name: what the new one is called.
            base: the profile it goes out from, or its name.
            with_: rules to add, by name or as objects.
            without: names of rules to leave out.
            settings: for the name of a rule, its options.
            script: convert to this script: `"s"` (simplified), `"t"` (traditional), `"tw"` (of Taiwan) or `"hk"` (of
                Hong Kong); short for the rule `script` and its option `to`.
            protect: words, and patterns made with `re.compile`, that every rule leaves as they are, besides the base's.
            lexicon: words for rules to know besides their own: lists under `"byline"`, `"credit"` and `"dateline"`.

        Raises:
            TypeError: `base` is neither a profile nor a name.
            UnknownProfileError: `base` is no profile.
            UnknownOptionError: the lexicon has another kind of words.
            SettingsError: something in `with_` is no rule, or in `without` no name; `settings` or a rule's options are
                no dict; something in `protect` is neither a word nor a pattern, or a lexicon's words are no words.
        """
        start = get_profile(base)
        with_, without = checked_choice(with_, without)
        if script is not None:
            with_ = (*with_, "script")
        added = {r if isinstance(r, str) else r.name: r for r in (*start.with_rules, *with_)}
        merged = {rule: dict(options) for rule, options in start.settings}
        words = checked_words(lexicon or {})
        known = settings_of(words, (*all_rules(), *(r for r in with_ if not isinstance(r, str)))) if words else {}
        target = {} if script is None else {"script": {"to": script}}
        for given in (_checked_settings(settings or {}), known, target):
            for rule, options in given.items():
                merged[rule] = {**merged.get(rule, {}), **options}
        return replace(
            start,
            name=name,
            with_rules=tuple(added[n] for n in sorted(added)),
            without=tuple(sorted((set(start.without) - set(added)) | set(without))),
            settings=tuple((rule, tuple(sorted(merged[rule].items()))) for rule in sorted(merged)),
            protect=checked((*start.protect, *checked(protect))),
            lexicon=with_words(start.lexicon, words),
        )

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules in the order they run, with their settings.

        Raises:
            UnknownRuleError: a name in `with_rules`, `without` or `settings` is no rule.
            UnknownOptionError: a rule has no setting of a name in `settings`.
            SettingsError: a setting cannot take its value.
        """
        chosen = {r.name: r for r in all_rules() if r.stage in self.stages and r.tier in self.tiers}
        for item in self.with_rules:
            _check_rule(item)
            rule = get_rule(item) if isinstance(item, str) else item
            chosen[rule.name] = rule
        known = {r.name for r in all_rules()} | set(chosen)
        for name in self.without:
            if name not in known:
                raise UnknownRuleError(name, sorted(known))
            chosen.pop(name, None)
        for name, options in self.settings:
            if name not in known:
                raise UnknownRuleError(name, sorted(known))
            if name in chosen:
                chosen[name] = _with_options(chosen[name], dict(options))
        return ordered(chosen.values())


def _check_rule(item: object) -> None:
    if isinstance(item, type):  # it has all that a rule has, and cannot be asked
        raise SettingsError(f"{item.__name__} is a class; give a rule made of it: {item.__name__}()")
    if not isinstance(item, str | Rule):
        raise SettingsError(f"{item!r} is no rule; it needs name, stage, tier, effect, summary, examples and edits")


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
        _check_rule(item)
    for name in left_out:
        if not isinstance(name, str):
            raise SettingsError(f"without holds {name!r}; give the name of a rule")
    return added, left_out


def _checked_settings(settings: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the options of rules; a list, as TOML has them, becomes a tuple: rules are values, and hashed."""
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


def _with_options(rule: Rule, options: dict[str, Any]) -> Rule:
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


def ordered(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return rules by stage, inside a stage after those they name in `after`, else as they are given.

    Those that have the text measured again come first in their stage.

    Raises:
        SettingsError: rules of one stage wait for each other.
    """
    waiting = sorted(rules, key=lambda r: (r.stage, not is_remeasured(r)))
    done: list[Rule] = []
    while waiting:
        for i, rule in enumerate(waiting):
            stage_mates = {r.name for r in waiting if r.stage is rule.stage}
            if rule.stage is waiting[0].stage and not stage_mates & set(after_of(rule)):
                done.append(waiting.pop(i))
                break
        else:
            names = ", ".join(r.name for r in waiting if r.stage is waiting[0].stage)
            raise SettingsError(f"these rules wait for each other: {names}; take one out of the other's `after`")
    return tuple(done)


_NO_JOINS: Sequence[Stage] = (Stage.CHARACTERS, Stage.SPACING, Stage.PUNCTUATION, Stage.VARIANTS)

PROFILES: Mapping[str, Profile] = {
    p.name: p
    for p in (
        Profile("page", "clean the raw text of pages: columns are joined, captions said twice go"),
        Profile("text", "clean text that already flows: no line is joined, nothing said twice goes", tuple(_NO_JOINS)),
        Profile(
            "search",
            "fold the text of pages for indexing: widths, variants, case, marks and spaces; not for reading",
            with_rules=(
                "fold-case",
                "fold-mark",
                "fold-space",
                "fold-width",
                "variation-selector",
                "z-variant",
            ),
        ),
    )
}
"""The built-in profiles by name."""


def get_profile(profile: str | Profile) -> Profile:
    """Return the profile of this name.

    Raises:
        TypeError: `profile` is neither a profile nor a name.
        UnknownProfileError: there is none; the message has the nearest names.
    """
    if isinstance(profile, Profile):
        return profile
    if not isinstance(profile, str):
        raise TypeError(f"profile is {profile!r}; give a Profile, or the name of one ({', '.join(sorted(PROFILES))})")
    try:
        return PROFILES[profile]
    except KeyError:
        raise UnknownProfileError(profile, PROFILES) from None
