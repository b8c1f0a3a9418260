"""Every rule against the contract, its own examples, its table of cases, and hostile texts."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from cleantext import Cleaner, Form, Rule, Text
from cleantext._apply import apply
from cleantext._rule import is_marking, marks_of, notes_of
from cleantext.rules import all_rules
from cleantext.testing import Case, check_rule, load_cases, run_again, run_rule
from corpora import in_git
from hostile import UNITS, check_growth, layout

CASES = Path(__file__).parent / "cases"
RULES = {rule.name: rule for rule in all_rules()}
TABLES = {path.stem: path for path in sorted(CASES.glob("*.toml"))}


def cases_of(rule: Rule) -> list[Case]:
    """Return the cases of a rule's table and its own examples, which run in the same ways."""
    own = [
        Case(f"example {number}", example.before, example.after, example.form, marks=example.marks)
        for number, example in enumerate(rule.examples, 1)
    ]
    return own + (load_cases(TABLES[rule.name]) if rule.name in TABLES else [])


every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
PAIRS = [(rule, case) for rule in RULES.values() for case in cases_of(rule)]


def every_case(*, is_strict: bool = False) -> pytest.MarkDecorator:
    """Run a test once a case; with `is_strict` a known failure must fail, so that a cured one is seen."""
    xfail = [pytest.mark.xfail(strict=True, raises=AssertionError)]
    params = [
        pytest.param(
            rule,
            case,
            id=f"{rule.name}: {case.label}",
            marks=xfail if is_strict and case.expect == "known-failure" else [],
        )
        for rule, case in PAIRS
    ]
    return pytest.mark.parametrize(("rule", "case"), params)


def with_rule(rule: Rule) -> Cleaner:
    """Return the profile `page`, with the rule where it has to be asked for."""
    return Cleaner("page", with_=[rule.name])


@every_rule
def test_a_rule_keeps_the_contract(rule: Rule) -> None:
    check_rule(rule)


@every_rule
def test_a_rule_stands_where_its_name_says(rule: Rule) -> None:
    module = type(rule).__module__.split(".")
    assert module[-1] == rule.name.replace("-", "_")
    assert module[-2] == rule.stage.name.lower()
    assert type(rule).__name__ == rule.name.title().replace("-", "")


def test_every_rule_in_git_has_a_table() -> None:
    """A new rule is tested from its first line by its own examples; when it is committed its table is there too."""
    folder = "src/cleantext/rules"
    committed = in_git(folder)
    names = {name for name, rule in RULES.items() if f"{folder}/{path_of(rule)}" in committed}
    assert names <= set(TABLES), f"write tests/cases/NAME.toml for {', '.join(sorted(names - set(TABLES)))}"


def path_of(rule: Rule) -> str:
    return f"{rule.stage.name.lower()}/{rule.name.replace('-', '_')}.py"


def test_every_table_belongs_to_a_rule() -> None:
    assert set(TABLES) <= set(RULES)


@pytest.mark.parametrize("path", TABLES.values(), ids=TABLES)
def test_a_table_has_cases_of_both_kinds(path: Path) -> None:
    cases = load_cases(path)
    assert any(case.after is not None or case.marks for case in cases)
    assert any(case.after is None and not case.marks for case in cases)
    assert all(case.source for case in cases)


@every_case(is_strict=True)
def test_alone(rule: Rule, case: Case) -> None:
    assert run_rule(rule, case.before, case.form) == case.expected
    if is_marking(rule):
        assert marks_of(rule, Text.of_form(case.before, case.form)) == case.marks


@every_case()
def test_twice(rule: Rule, case: Case) -> None:
    once = run_rule(rule, case.before, case.form)
    assert run_again(rule, once, case.form) == once


@every_case()
def test_in_its_profile_twice(rule: Rule, case: Case) -> None:
    cleaner = with_rule(rule)
    once = cleaner.clean(case.before)
    assert cleaner.clean(once) == once
    assert cleaner.trace(case.before).chosen == "full"


@every_case()
def test_marked_in_its_profile(rule: Rule, case: Case) -> None:
    if case.marks and case.form is Form.FLOWING:
        found = [
            case.before[n.start : n.end] for n in with_rule(rule).trace(case.before).notes() if n.rule == rule.name
        ]
        assert found == list(case.marks)


@every_case()
def test_with_crlf(rule: Rule, case: Case) -> None:
    text, cleaner = case.before + "\n", with_rule(rule)
    if "\r" not in text:
        assert cleaner.clean(text.replace("\n", "\r\n")) == cleaner.clean(text).replace("\n", "\r\n")


@every_case()
def test_reverted(rule: Rule, case: Case) -> None:
    trace = with_rule(rule).trace(case.before)
    assert trace.revert() == case.before
    assert trace.text == with_rule(rule).clean(case.before)


@every_case()
def test_every_other_rule_is_stable_on_it(rule: Rule, case: Case) -> None:
    for other in RULES.values():
        once = run_rule(other, case.before, case.form)
        assert run_again(other, once, case.form) == once, other.name
        notes_of(other, Text.of_form(case.before, case.form))


@pytest.mark.timed
@pytest.mark.parametrize("form", [Form.COLUMNS, Form.FLOWING], ids=["columns", "flowing"])
@every_rule
def test_time_grows_with_the_text(rule: Rule, form: Form) -> None:
    def prepare(unit: str, size: int) -> Callable[[], object]:
        measured = layout(unit, size, form)

        def work() -> None:
            text = Text(measured.raw, measured)
            apply(text, rule.edits(text), rule)
            notes_of(rule, text)

        return work

    for name, unit in UNITS.items():
        try:
            check_growth(partial(prepare, unit))
        except AssertionError as error:
            raise AssertionError(f"{rule.name} on {name}: {error}") from None
