"""Profiles: which rules run, chosen by stage and tier, and in what order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from cleantext._choice import checked_choice, checked_settings, with_options
from cleantext._frozen import frozen
from cleantext._lexicon import Lexicon, checked_words, settings_of, with_words
from cleantext._protect import Protected, checked
from cleantext._rule import Rule, Stage, Tier, after_of, is_remeasured
from cleantext.errors import SettingsError, UnknownProfileError, UnknownRuleError
from cleantext.rules import all_rules, check_is_rule, get_rule

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
        lexicon: ((kind, words), …): words that the paragraph model and the rules know besides their own; a rule gets
            those of the kinds that it has a setting for (`byline_words`), whenever it joins.

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
            lexicon: words for rules to know besides their own and the base's: lists under `"byline"`, `"credit"` and
                `"dateline"`.

        Raises:
            TypeError: `base` is neither a profile nor a name.
            UnknownProfileError: `base` is no profile.
            UnknownOptionError: the lexicon has another kind of words.
            SettingsError: `name` is no str; something in `with_` is no rule, or in `without` no name; `settings` or a
                rule's options are no dict, or have a key that is no name; something in `protect` is neither a word nor
                a pattern, or a lexicon's words are no words; or `without` leaves out the rule that `script` asks for.
        """
        start = get_profile(base)
        if not isinstance(name, str):
            raise SettingsError(f"the name of the profile is {name!r}; give a str")
        with_, without = checked_choice(with_, without)
        if script is not None:
            with_ = (*with_, "script")
            if "script" in without:
                raise SettingsError(
                    f"script asks for {script!r}, and without leaves out the rule that converts; give only one of them"
                )
        added = {r if isinstance(r, str) else r.name: r for r in (*start.with_rules, *with_)}
        merged = {rule: dict(options) for rule, options in start.settings}
        words = checked_words(lexicon or {})
        target = {} if script is None else {"script": {"to": script}}
        asked = checked_settings(settings or {})
        _check_names(asked)
        for given in (asked, target):
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
            SettingsError: a setting cannot take its value, or a rule of another package cannot be loaded.
        """
        chosen = {r.name: r for r in all_rules() if r.stage in self.stages and r.tier in self.tiers}
        for item in self.with_rules:
            check_is_rule(item)
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
                chosen[name] = with_options(chosen[name], dict(options))
        for name, rule in chosen.items() if self.lexicon else ():
            if words := settings_of(rule, self.lexicon):
                chosen[name] = with_options(rule, words)
        return ordered(chosen.values())


def _check_names(settings: Mapping[Any, Mapping[Any, Any]]) -> None:
    """See to it that settings name rules and their options by a str, so that they can be sorted and looked for.

    Raises:
        SettingsError: one is named by something else.
    """
    for rule, options in settings.items():
        if not isinstance(rule, str):
            raise SettingsError(f"settings has a key {rule!r}; give the name of a rule")
        for option in options:
            if not isinstance(option, str):
                raise SettingsError(f"settings of {rule!r} has a key {option!r}; give the name of an option")


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
