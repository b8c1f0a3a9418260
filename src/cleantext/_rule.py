"""The contract of a rule: what it is, what it may do, and what it says."""

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import Any, NamedTuple, Protocol, runtime_checkable

from cleantext._frozen import frozen
from cleantext._layout.forms import Form
from cleantext._layout.pattern import pattern
from cleantext._text import Text
from cleantext.errors import SettingsError

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
    "Tier",
    "pattern",
    "rule",
]


_NAME_RE = pattern("[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class Stage(IntEnum):
    """The place of a rule in the order. Up to `REPEATS` lines stay lines; after `PARAGRAPHS` blocks stay blocks."""

    CHARACTERS = 1
    SPACING = 2
    REPEATS = 3
    PARAGRAPHS = 4
    PUNCTUATION = 5
    VARIANTS = 6


class Tier(IntEnum):
    """How a rule is chosen: always, by its own test of the context, or only when it is asked for."""

    ALWAYS = 1
    CONTEXT = 2
    OPTION = 3


class Effect(IntEnum):
    """What the edits of a rule may change; everything else about the text stays, and `apply` sees to it."""

    SPACE = 1
    """White space and invisible characters, no line feeds."""
    MARK = 2
    """Marks and spaces; letters and digits stay."""
    FORM = 3
    """Characters become another form of the same character."""
    SCRIPT = 4
    """Characters become other characters that stand for them."""
    REMOVAL = 5
    """Text that is said twice, and page furniture, goes."""
    LINES = 6
    """Line feeds, and the spaces and hyphens beside them."""


class Edit(NamedTuple):
    """One change: the code points from `start` up to but not including `end` become `replacement`."""

    start: int
    end: int
    replacement: str


@frozen
class Doubt:
    """A seam or an edit that was decided on little evidence.

    `start` and `end` are offsets (code points) in the text that the rule saw; `chosen` is what was done, in words, and
    `other` what else could have been; `confidence` is a share, 0.5-1.
    """

    start: int
    end: int
    chosen: str
    other: str
    confidence: float


@frozen
class Mark:
    """Something that cannot be repaired: lost characters, private use, an unpaired quote.

    `start` and `end` are offsets (code points) in the text that the rule saw; `what` names one such thing, in words
    that are the same wherever it stands, and `count` is how many there are.
    """

    start: int
    end: int
    what: str
    count: int = 1


Note = Doubt | Mark


@frozen
class Example:
    """A text before and after a rule; without `after` it must stay as it is.

    `form` is the form of the region that the text stands in; `why` says what makes a negative example one; `marks` are
    the pieces of `before` that the rule marks in its notes, in order.
    """

    before: str
    after: str | None = None
    form: Form = Form.FLOWING
    why: str = ""
    marks: tuple[str, ...] = ()


@runtime_checkable
class Rule(Protocol):
    """A pure function from a text to its edits, with a name, a place in the order and examples."""

    @property
    def name(self) -> str:
        """The damage that the rule repairs, in kebab-case."""

    @property
    def stage(self) -> Stage:
        """When it runs."""

    @property
    def tier(self) -> Tier:
        """Whether it runs without being asked for."""

    @property
    def effect(self) -> Effect:
        """What its edits may change."""

    @property
    def summary(self) -> str:
        """One line for lists, as an order."""

    @property
    def examples(self) -> Sequence[Example]:
        """At least one that changes or is marked, and one that must stay."""

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return the edits of this text: sorted, apart from each other, none that changes nothing."""


def after_of(rule: Rule) -> tuple[str, ...]:
    """Return the names of the rules of the same stage that must have run before `rule`."""
    return tuple(getattr(rule, "after", ()))


def fault_of(rule: Rule) -> tuple[str, str] | None:
    """Return what is wrong with what `rule` says of itself, and the remedy; None where all is right."""
    name, summary, examples = rule.name, rule.summary, rule.examples
    if not isinstance(name, str) or not _NAME_RE.fullmatch(name):
        return "its name is not in kebab-case", "write it in small letters and hyphens: 'dropped-cap'"
    for member, kind in ((rule.stage, Stage), (rule.tier, Tier), (rule.effect, Effect)):
        if not isinstance(member, kind):
            title = kind.__name__
            return f"its {title.lower()} is {member!r}", f"choose one of cleantext.{title}"
    if not isinstance(summary, str) or not summary or summary != summary.strip() or "\n" in summary:
        remedy = "write one line that says what the rule does, as the docstring of a function"
        return f"its summary is {summary!r}", remedy
    if rule.effect is Effect.LINES and rule.stage is not Stage.PARAGRAPHS:
        return "it changes lines outside the stage `paragraphs`", "move it or choose another effect"
    others: Any = getattr(rule, "after", ())
    is_list = isinstance(others, Sequence) and not isinstance(others, str)
    if not is_list or any(not isinstance(other, str) or other == name for other in others):
        return f"its `after` is {others!r}", "name other rules of the same stage in it, in a tuple"
    if not isinstance(examples, Sequence) or not all(isinstance(example, Example) for example in examples):
        return f"its examples are {examples!r}", "make a tuple of cleantext.Example"
    return None


def is_remeasured(rule: Rule) -> bool:
    """Tell whether the layout is measured again once `rule` has changed a text.

    So it is for a rule of the stage `characters` that says `remeasures = True`: what it repairs changes the widths of
    the lines. Such rules run first in their stage, so that all others see what is meant.
    """
    return rule.stage is Stage.CHARACTERS and bool(getattr(rule, "remeasures", False))


def notes_of(rule: Rule, text: Text) -> Sequence[Note]:
    """Return what `rule` has to say of `text` besides its edits; most rules say nothing."""
    notes: Callable[[Text], Sequence[Note]] | None = getattr(rule, "notes", None)
    return notes(text) if notes else ()


def marks_of(rule: Rule, text: Text) -> tuple[str, ...]:
    """Return the pieces of a text that `rule` marks, in the order of its notes."""
    return tuple(text.string[note.start : note.end] for note in notes_of(rule, text) if isinstance(note, Mark))


def is_marking(rule: Rule) -> bool:
    """Tell whether the examples of `rule` say what it marks; then each of them says all of it."""
    return any(example.marks for example in rule.examples)


@frozen
class FunctionRule:
    """A rule made from a function by `rule`; calling it calls the function."""

    function: Callable[[Text], Sequence[Edit]]
    name: str
    stage: Stage
    effect: Effect
    tier: Tier = Tier.OPTION
    summary: str = ""
    examples: tuple[Example, ...] = ()
    after: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if fault := fault_of(self):
            raise SettingsError(f"rule {self.name!r}: {fault[0]}; {fault[1]}")

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return what the function returns."""
        return self.function(text)

    def __repr__(self) -> str:
        shown = [f"{name}={getattr(self, name)!r}" for name in self.__match_args__ if name != "function"]
        return f"FunctionRule({', '.join(shown)})"

    def __call__(self, text: Text) -> Sequence[Edit]:
        return self.function(text)

    def __reduce__(self) -> tuple[Callable[[str, str], Any], tuple[str, str]]:
        # the decorated name now stands for this rule: pickled by that name, as a function would be
        return _load, (self.function.__module__, self.function.__qualname__)


def _load(module: str, name: str) -> Any:
    from importlib import import_module

    found: Any = import_module(module)
    for part in name.split("."):
        found = getattr(found, part)
    return found


def rule(
    *,
    stage: Stage,
    effect: Effect,
    name: str = "",
    tier: Tier = Tier.OPTION,
    examples: Sequence[Example] = (),
    after: Sequence[str] = (),
) -> Callable[[Callable[[Text], Sequence[Edit]]], FunctionRule]:
    """Make a rule of a function that takes a `Text` and returns edits.

    Args:
        stage: when it runs.
        effect: what its edits may change.
        name: kebab-case; the function's name by default.
        tier: `Tier.OPTION` runs where the rule is named.
        examples: before and after, checked by `cleantext.testing.check_rule`.
        after: names of rules of the same stage that must have run.

    Raises:
        SettingsError: one of them is of another type, the name is not in kebab-case, or the function has no docstring,
            whose first line is the summary; the message names the rule.

    >>> @rule(stage=Stage.CHARACTERS, effect=Effect.MARK)
    ... def ornament(text):
    ...     '''Delete the lozenges between two items.'''
    ...     return [Edit(i, i + 1, "") for i, c in enumerate(text.string) if c == "◆"]
    >>> ornament.name, ornament.summary
    ('ornament', 'Delete the lozenges between two items.')
    """

    def make(function: Callable[[Text], Sequence[Edit]]) -> FunctionRule:
        summary = (function.__doc__ or "").strip().split("\n")[0]
        made = name or getattr(function, "__name__", "").replace("_", "-")
        return FunctionRule(function, made, stage, effect, tier, summary, _tuple(examples), _tuple(after))

    return make


def _tuple(items: Any) -> Any:
    """Return a collection as a tuple, anything else as it is, for `fault_of` to find."""
    return tuple(items) if isinstance(items, Iterable) and not isinstance(items, str) else items
