"""The contract of a rule as a check for anybody's rule, and the loader of case tables.

>>> from cleantext.rules import get_rule
>>> check_rule(get_rule("radical-form"))
"""

import pickle
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, is_dataclass
from os import PathLike
from pathlib import Path
from typing import Any

from cleantext._apply import apply
from cleantext._pipeline import Pipeline
from cleantext._rule import (
    Doubt,
    Edit,
    Example,
    Form,
    Mark,
    Rule,
    Stage,
    fault_of,
    is_marking,
    marks_of,
    notes_of,
)
from cleantext._text import Text
from cleantext.errors import RuleError, SettingsError

__all__ = ["Case", "check_rule", "load_cases", "run_again", "run_rule"]

_MEMBERS = ("name", "stage", "tier", "effect", "summary", "examples", "edits")
_EXPECTATIONS = ("pass", "known-failure")
_KEYS = frozenset(("label", "before", "after", "form", "expect", "source", "comment", "marks"))


@dataclass(frozen=True, slots=True)
class Case:
    """One row of a case table: a text before and after a rule, and where it comes from.

    `label` tells it from the others of its table; `form` is the form of the region that the text stands in; `after` is
    `None` where the text must stay; `marks` are the pieces of `before` that the rule marks; `expect` is `"pass"`, or
    `"known-failure"` for a wish; `source` is a seed page and its line, an issue, or `"synthetic"`; `comment` says more.
    """

    label: str
    before: str
    after: str | None = None
    form: Form = Form.FLOWING
    expect: str = "pass"
    source: str = ""
    comment: str = ""
    marks: tuple[str, ...] = ()

    @property
    def expected(self) -> str:
        """What must come out."""
        return self.before if self.after is None else self.after


def load_cases(path: str | PathLike[str]) -> list[Case]:
    """Read a case table: TOML with one `[[case]]` a case.

    Args:
        path: the file. Each case has `label` and `before`; `after` (left out where the text must stay), `form`
            (`"flowing"`, `"columns"` or `"lines"`), `expect`, `source`, `comment` and `marks` (a list) may be left out.

    Raises:
        SettingsError: the file is no such table; the message names the file and the case.
        OSError: the file cannot be read.
    """
    file = Path(path)
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file.name} is no TOML in UTF-8: {error}; mend it") from error
    rows = table.get("case")
    if not isinstance(rows, list) or set(table) != {"case"}:
        raise SettingsError(f"{file.name} is no case table; it holds one [[case]] or more and nothing else")
    cases = [_case(row, f"case {number} of {file.name}") for number, row in enumerate(rows, 1)]
    labels = [case.label for case in cases]
    for label in labels:
        if labels.count(label) > 1:
            raise SettingsError(f"two cases of {file.name} have the label {label!r}; rename one")
    return cases


def _case(row: dict[str, Any], where: str) -> Case:
    for key in row:
        if key not in _KEYS:
            raise SettingsError(f"{where} has a key {key!r}; the keys are {', '.join(sorted(_KEYS))}")
    marks = row.get("marks", [])
    if not isinstance(marks, list) or not all(isinstance(mark, str) for mark in marks):
        raise SettingsError(f"{where}: marks is {marks!r}; write a list of strings, the pieces that are marked")
    for key, value in row.items():
        if key != "marks" and not isinstance(value, str):
            raise SettingsError(f"{where}: {key} is {value!r}; write it as a string")
    for key in ("label", "before"):
        if key not in row:
            raise SettingsError(f"{where} has no {key!r}; add one")
    if row.get("expect", "pass") not in _EXPECTATIONS:
        raise SettingsError(f"{where} expects {row['expect']!r}; write one of {', '.join(_EXPECTATIONS)}")
    forms = {form.name.lower(): form for form in Form}
    if row.get("form", "flowing") not in forms:
        raise SettingsError(f"{where} has the form {row['form']!r}; write one of {', '.join(forms)}")
    if row.get("after") == row["before"]:
        raise SettingsError(f"{where} has an `after` that is its `before`; leave `after` out where the text must stay")
    return Case(**{**row, "form": forms[row.get("form", "flowing")], "marks": tuple(marks)})


def run_rule(rule: Rule, string: str, form: Form = Form.FLOWING) -> str:
    """Return what one rule alone makes of a text that stands in a region of this form.

    Raises:
        RuleError: the rule's edits break its contract.

    >>> from cleantext.rules import get_rule
    >>> run_rule(get_rule("radical-form"), "⽂化")
    '文化'
    """
    text = Text.of_form(string, form)
    return apply(text, rule.edits(text), rule).string


def run_again(rule: Rule, string: str, form: Form = Form.FLOWING) -> str:
    """Return what a rule makes of its own result, which must be that result.

    What a rule of the stage `paragraphs` has joined is in columns no more: there the form is measured anew.
    """
    if rule.stage is Stage.PARAGRAPHS:
        text = Text(string)
        return apply(text, rule.edits(text), rule).string
    return run_rule(rule, string, form)


def check_rule(rule: Rule) -> None:
    """Check a rule against the contract, by its own examples.

    Its name is in kebab-case; its edits are sorted, apart from each other, in range, within its effect, none without
    a change, and before the stage `paragraphs` none on a line feed; the same text gives the same edits; each example
    comes out as it is written, and a second run leaves it; what `signs` and `forms` say of texts without edits holds
    for them; the rule is a value: frozen, hashable, picklable.

    Raises:
        AssertionError: the rule breaks it; the message says where and what to do.
    """
    _check_members(rule)
    _check_asked(rule)
    _check_value(rule)
    for example in rule.examples:
        _check_example(rule, example)
    for string in ("", "\n", " ", "\ud800", "\0"):
        _edits(rule, Text.of_form(string, Form.FLOWING), "a text of one character or none")


def _broken(rule: Rule, what: str, remedy: str) -> AssertionError:
    return AssertionError(f"rule {getattr(rule, 'name', rule)!r}: {what}; {remedy}")


def _check_asked(rule: Rule) -> None:
    """Check what the rule says of the texts that it has nothing to do with."""
    try:
        pipeline = Pipeline((rule,))
    except SettingsError as error:
        raise AssertionError(str(error)) from error
    for example in rule.examples:
        if example.after is not None and not pipeline.asked(Text.of_form(example.before, example.form)):
            what = f"it is not asked for the example {example.before!r}"
            raise _broken(rule, what, "add to its `signs` or `forms` what stands there")


def _check_members(rule: Rule) -> None:
    missing = [member for member in _MEMBERS if not hasattr(rule, member)]
    if missing:
        raise _broken(rule, f"it has no {', '.join(missing)}", "add them, or make the rule with @cleantext.rule")
    if fault := fault_of(rule):
        raise _broken(rule, *fault)
    acting = [example for example in rule.examples if example.after is not None or example.marks]
    if not acting:
        remedy = "add an Example with `before` and `after`, or with `marks`"
        raise _broken(rule, "it has no example of a text that it changes or marks", remedy)
    if len(acting) == len(rule.examples):
        raise _broken(rule, "it has no example of a text that it leaves alone", "add an Example with `before` alone")


def _check_value(rule: Rule) -> None:
    remedy = "make it a frozen dataclass, or a function with @cleantext.rule"
    if is_dataclass(rule) and not type(rule).__dataclass_params__.frozen:
        raise _broken(rule, "its settings can be changed once it is made", remedy)
    try:
        hash(rule)
    except TypeError as error:
        raise _broken(rule, f"it cannot be hashed ({error})", remedy + ", with tuples for lists") from error
    try:
        copy = pickle.loads(pickle.dumps(rule))
    except Exception as error:
        raise _broken(rule, f"it cannot be pickled ({error})", "define it at the top of a module") from error
    if copy != rule or hash(copy) != hash(rule):
        raise _broken(rule, "it is not equal to its own pickled copy", remedy)


def _check_example(rule: Rule, example: Example) -> None:
    where = f"the example {example.before!r}"
    if example.after == example.before:
        raise _broken(rule, f"{where} has an equal `after`", "leave `after` out where the text must stay")
    text, fresh = (Text.of_form(example.before, example.form) for _ in range(2))
    edits = _edits(rule, text, where)
    for other, what in ((text, "a second call"), (fresh, "an equal text")):
        if _edits(rule, other, where) != edits:
            remedy = "let it depend on nothing but the text and its settings"
            raise _broken(rule, f"{what} gives other edits for {where}", remedy)
    _check_notes(rule, fresh, where)
    marks = marks_of(rule, fresh)
    if is_marking(rule) and marks != example.marks:
        raise _broken(rule, f"it marks {marks!r} of {where}, not {example.marks!r}", "mend the rule or the example")
    result = _apply(rule, text, edits, where)
    expected = example.before if example.after is None else example.after
    if result != expected:
        raise _broken(rule, f"{where} becomes {result!r}, not {expected!r}", "mend the rule or the example")
    try:
        second = run_again(rule, result, example.form)
    except RuleError as error:
        raise _broken(rule, f"on its own result of {where}, {error}", "mend its edits") from error
    if second != result:
        remedy = "look at the whole of what it repairs, so that one run is enough"
        raise _broken(rule, f"a second run over {where} makes {second!r} of {result!r}", remedy)


def _edits(rule: Rule, text: Text, where: str) -> list[Edit]:
    try:
        edits = list(rule.edits(text))
    except Exception as error:
        raise _broken(rule, f"it raises {error!r} on {where}", "any text must be accepted") from error
    if not all(isinstance(edit, Edit) for edit in edits):
        raise _broken(rule, f"its edits of {where} are {edits!r}", "return cleantext.Edit(start, end, replacement)")
    _apply(rule, text, edits, where)
    return edits


def _apply(rule: Rule, text: Text, edits: Sequence[Edit], where: str) -> str:
    try:
        return apply(text, edits, rule).string
    except RuleError as error:
        raise _broken(rule, f"it breaks the contract on {where}: {error}", "mend its edits") from error


def _check_notes(rule: Rule, text: Text, where: str) -> None:
    for note in notes_of(rule, text):
        if not isinstance(note, Doubt | Mark) or not 0 <= note.start <= note.end <= len(text.string):
            raise _broken(rule, f"{note!r} is no note on {where}", "return Doubt or Mark with offsets of what it saw")
        if isinstance(note, Doubt) and not 0 <= note.confidence <= 1:
            raise _broken(rule, f"{note!r} has no share as its confidence", "give a number from 0 to 1")
