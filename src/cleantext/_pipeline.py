"""Rules in the order they run, and which of them a text is worth asking.

A rule may say by what it can be known to have nothing to do. On a clean text nearly all do, and are not asked:

- `signs`: the rule has edits only where one of these characters stands, a frozenset or a pattern of one character. They
  are no Han of the main block, which every text is full of.
- `forms`: the rule has edits only where a line of the raw page stands in one of these forms.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from cleantext._apply import apply
from cleantext._layout.forms import Form
from cleantext._layout.pattern import pattern
from cleantext._protect import Protected, spans, unprotected
from cleantext._rule import Rule, Stage, is_remeasured
from cleantext._text import Text
from cleantext.errors import RuleError, SettingsError

if TYPE_CHECKING:
    from cleantext._blocks import Record  # what a record needs is imported when one is asked for
    from cleantext._decisions import Decisions

Signs = frozenset[str] | pattern
"""What a rule says by `signs`."""

Asked = tuple[tuple[int, Rule], ...]
"""Rules with their places in the order."""

_REMEMBERED: Final = 4096  # a bound, so that hostile text cannot fill the memory


class Pipeline:
    """Rules in order. What they say of themselves is read once; made once, used from any thread.

    Raises:
        SettingsError: a rule's `signs` or `forms` are not what they may be.

    >>> from cleantext.rules import get_rule
    >>> pipeline = Pipeline([get_rule("radical-form"), get_rule("year-zero")])
    >>> [rule.name for _, rule in pipeline.asked(Text("⽂化"))]
    ['radical-form']
    """

    __slots__ = ("_chosen", "_formed", "_idle", "_of_forms", "_of_sign", "_patterns", "_signs", "_unsigned", "all")

    def __init__(self, rules: Sequence[Rule]) -> None:
        # sets of rules are numbers here, with one bit a rule
        self.all: Asked = tuple(enumerate(rules))
        self._unsigned = self._mask(lambda rule: getattr(rule, "signs", None) is None)
        self._formed = self._mask(lambda rule: _forms(rule) is not None)
        said: list[Signs | None] = [_signs(rule) for rule in rules]
        self._signs = frozenset[str]().union(*[signs for signs in said if isinstance(signs, frozenset)])
        self._patterns = [signs for signs in said if signs is not None and not isinstance(signs, frozenset)]
        self._of_sign: dict[str, int] = {}
        self._idle: set[str] = set()
        self._of_forms: dict[frozenset[Form], int] = {}
        self._chosen: dict[int, Asked] = {}

    def asked(self, text: Text, begin: int = 0) -> Asked:
        """Return the rules from place `begin` on that may have edits for a text, in order."""
        mask, of_sign = self._unsigned, self._of_sign
        for sign in text.signs.difference(self._idle):
            mask |= of_sign.get(sign) or self._learn(sign)
        mask &= -1 << begin
        if mask & self._formed:
            there = text.layout.form_set
            acting = self._of_forms.get(there)
            if acting is None:
                acting = self._of_forms[there] = self._mask(lambda rule: _acts_in(rule, there))
            mask &= acting
        chosen = self._chosen.get(mask)
        if chosen is None:
            chosen = tuple([(place, rule) for place, rule in self.all if mask >> place & 1])
            if len(self._chosen) < _REMEMBERED:
                self._chosen[mask] = chosen
        return chosen

    def run(
        self,
        text: Text,
        protect: tuple[Protected, ...] = (),
        decisions: Decisions | None = None,
        record: Record | None = None,
    ) -> Text:
        """Run the rules over a text; with a `record`, keep what they did there. There is no other loop over rules.

        Raises:
            RuleError: a rule raises an error, or its edits break its contract.
        """
        sees_all = record is not None and record.is_asked_of_all
        begin = 0
        while begin >= 0:
            asked = pairs = self.asked(text, begin)
            if sees_all:
                pairs = self.all[begin:]
            awake = dict(asked) if sees_all else None
            begin = -1
            for place, rule in pairs:
                if decisions is not None and rule.stage is Stage.PARAGRAPHS:
                    decisions.settle(text)
                try:
                    edits = rule.edits(text) if awake is None or place in awake else ()
                    if not edits and not sees_all:  # most rules on most texts
                        continue
                    if edits and protect:
                        edits = unprotected(edits, spans(text.string, protect))
                    if record is not None:
                        record.see(rule, text, edits)
                    if not edits:
                        continue
                    if record is None:  # whoever called holds the text still
                        text.let_go()
                    before, text = text, apply(text, edits, rule)
                except (MemoryError, RuleError):
                    raise
                except Exception as error:  # of a rule of somebody's own, or of what it returns: ours take any text
                    raise _raised(rule, error) from error
                if is_remeasured(rule):
                    text = text.anew()
                if text.signs is not before.signs or text.layout is not before.layout:  # which may wake others
                    begin = place + 1
                    break
        if record is not None:
            record.result = text
        return text

    def _learn(self, sign: str) -> int:
        """Return the rules that a sign wakes, and remember it."""
        if sign not in self._signs and not any(signs.match(sign) for signs in self._patterns):
            if len(self._idle) < _REMEMBERED:
                self._idle.add(sign)
            return 0
        mask = self._mask(lambda rule: _is_woken(rule, sign))
        if len(self._of_sign) < _REMEMBERED:
            self._of_sign[sign] = mask
        return mask

    def _mask(self, holds: Callable[[Rule], bool]) -> int:
        return sum(1 << place for place, rule in self.all if holds(rule))


def _signs(rule: Rule) -> Signs | None:
    signs: Any = getattr(rule, "signs", None)
    if not (signs is None or isinstance(signs, frozenset) or hasattr(signs, "match")):
        raise _error(rule, f"its `signs` are {signs!r}", "give a frozenset of characters, or a pattern of one")
    if isinstance(signs, frozenset):
        if any(len(sign) != 1 for sign in signs):
            raise _error(rule, "its `signs` are not all one character", "give the first one of each")
        if han := sorted(sign for sign in signs if "\u4e00" <= sign <= "\u9fff"):
            raise _error(rule, f"its `signs` have Han in them ({''.join(han[:3])})", "leave `signs` out")
    found: Signs | None = signs
    return found


def _forms(rule: Rule) -> tuple[Form, ...] | None:
    forms: Any = getattr(rule, "forms", None)  # of another type the compiled build would say so in its own words
    if forms is not None and not (isinstance(forms, tuple) and all(isinstance(form, Form) for form in forms)):
        raise _error(rule, f"its `forms` are {forms!r}", "give a tuple of cleantext.Form")
    found: tuple[Form, ...] | None = forms
    return found


def _error(rule: Rule, what: str, remedy: str) -> SettingsError:
    return SettingsError(f"rule {rule.name!r}: {what}; {remedy}")


def _raised(rule: Rule, error: Exception) -> RuleError:
    what = f"{type(error).__name__}: {error}"
    raised = RuleError(f"rule {rule.name!r} fails with {what}; mend it, by `cleantext.testing.check_rule`")
    raised.__cause__ = error  # mypyc leaves out what stands behind the `from` of a raise
    return raised


def _is_woken(rule: Rule, sign: str) -> bool:
    signs: Signs | None = getattr(rule, "signs", None)
    if isinstance(signs, frozenset):
        return sign in signs
    return signs is not None and signs.match(sign) is not None


def _acts_in(rule: Rule, forms: frozenset[Form]) -> bool:
    own: Sequence[Form] | None = getattr(rule, "forms", None)
    return own is None or not forms.isdisjoint(own)
