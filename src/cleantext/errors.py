"""What `cleantext` raises. Each error is also the built-in one that it resembles."""

from collections.abc import Iterable


class CleantextError(Exception):
    """The base of all errors of this package."""


class SettingsError(CleantextError, ValueError):
    """A profile, rule or option was given a value that it cannot take."""


class UnknownNameError(CleantextError, LookupError):
    """A name that stands for nothing; the message offers the nearest ones.

    Args:
        thing: what was looked for, as it reads in a sentence ("rule").
        name: the name that was given.
        known: the names that exist.

    >>> print(UnknownRuleError("dobled-caption", ["doubled-caption", "kangxi-radical"]))
    there is no rule 'dobled-caption'; did you mean 'doubled-caption'?
    """

    thing = "name"
    remedy = ""

    def __init__(self, name: str, known: Iterable[str] = ()) -> None:
        super().__init__(name, tuple(known))
        self.name = name
        self.known = tuple(known)

    def __str__(self) -> str:
        from difflib import get_close_matches

        # a name of another type has nothing near it, and must not keep the message from being read
        near = get_close_matches(self.name, self.known, n=3, cutoff=0.5) if isinstance(self.name, str) else []
        if near:
            hint = "did you mean " + " or ".join(repr(n) for n in near) + "?"
        else:
            hint = self.remedy or "known are: " + ", ".join(sorted(self.known))
        return f"there is no {self.thing} {self.name!r}; {hint}"


class UnknownRuleError(UnknownNameError):
    """No built-in rule and no installed package has a rule of this name."""

    thing = "rule"
    remedy = "`cleantext rules` lists them"


class UnknownProfileError(UnknownNameError):
    """No profile has this name."""

    thing = "profile"


class UnknownOptionError(UnknownNameError, SettingsError):
    """A rule has no setting of this name."""

    thing = "option"


class RuleError(CleantextError, RuntimeError):
    """A rule broke the contract: it raises, or its edits overlap, are out of order or range, or beyond its effect."""


class DecodeError(CleantextError, ValueError):
    """Bytes that are no text in any encoding that was tried."""


class EditsError(CleantextError, ValueError):
    """Edits that cannot be read, or that do not belong to the text they were given with."""


class DecisionsError(CleantextError, ValueError):
    """Decisions that cannot be read."""


class CorpusError(CleantextError, OSError):
    """An input of a corpus, or its output folder, that cannot be worked with."""
