"""Switch each rule off and see that a named test fails.

    python tools/check_rules_matter.py            # a table: rule, the test that fails, what shows it in a profile
    python tools/check_rules_matter.py NAME…      # of these rules

A rule is switched off where it stands: its class returns no edits and no notes. The tests are those that pytest runs,
`tests/test_rules.py::test_alone`, called in this process. "In a profile" names a case, or else a seed page, that comes
out otherwise from `page` with the rule than without it: there no other rule does the same work. A `-` is for rules that
need a page which is no case and no seed.

Exit codes: 0 each rule is missed by a test, 1 one is not, 2 there is no rule of that name.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from cleantext import Cleaner
from cleantext._rule import Rule
from cleantext.errors import UnknownRuleError
from cleantext.rules import all_rules, get_rule
from cleantext.testing import Case

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

_TESTS = import_module("test_rules")
_CORPORA = import_module("corpora")
cases_of, test_alone, with_rule = _TESTS.cases_of, _TESTS.test_alone, _TESTS.with_rule


class Missed(NamedTuple):
    """What goes wrong without a rule: the tests that fail, and the first text that a profile cleans otherwise."""

    tests: list[str]
    in_profile: str


@contextmanager
def switched_off(rule: Rule) -> Iterator[None]:
    """Make every rule of this class do and say nothing."""
    kind = type(rule)
    members = {name: getattr(kind, name) for name in ("edits", "notes") if hasattr(kind, name)}
    for name in members:
        setattr(kind, name, lambda _self, _text: ())
    try:
        yield
    finally:
        for name, member in members.items():
            setattr(kind, name, member)


def holds(rule: Rule, case: Case) -> bool:
    """Tell whether the test of a case passes."""
    try:
        test_alone(rule, case)
    except AssertionError:
        return False
    return True


def missed(rule: Rule) -> Missed:
    """Return what goes wrong without a rule; the cases are those that go well with it."""
    cases = [case for case in cases_of(rule) if case.expect == "pass" and holds(rule, case)]
    with switched_off(rule):
        tests = [f"test_alone[{rule.name}: {case.label}]" for case in cases if not holds(rule, case)]
    on, off = with_rule(rule), Cleaner("page", without=[rule.name])
    texts = [(case.label, case.before) for case in cases]
    texts += [(f"seed page {path.name[:3]}", _CORPORA.read(path)) for path in _CORPORA.SEEDS]
    return Missed(tests, next((label for label, text in texts if _result(on, text) != _result(off, text)), "-"))


def _result(cleaner: Cleaner, text: str) -> tuple[str, dict[str, int]]:
    trace = cleaner.trace(text)
    return trace.text, trace.marked()


def main(names: Sequence[str]) -> int:
    """Print the table and return the exit code."""
    try:
        rules = [get_rule(name) for name in names] or list(all_rules())
    except UnknownRuleError as error:
        print(error, file=sys.stderr)
        return 2
    width = max(len(rule.name) for rule in rules)
    unmissed = []
    for rule in rules:
        found = missed(rule)
        if not found.tests:
            unmissed.append(rule.name)
        shown = found.tests[0] if found.tests else "no test fails"
        print(f"{rule.name:{width}}  {len(found.tests):2} fail: {shown}; in a profile: {found.in_profile}")
    if unmissed:
        print(f"no test fails without {', '.join(unmissed)}; write a case that shows what it does", file=sys.stderr)
    return bool(unmissed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
