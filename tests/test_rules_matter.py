"""Each rule is missed by a test when it is switched off, and the tool that says so can find one that is not."""

import sys

import pytest

from cleantext import Text
from cleantext.rules import all_rules, get_rule
from corpora import REPO

sys.path.insert(0, str(REPO / "tools"))

import check_rules_matter


def test_each_rule_is_missed(capsys: pytest.CaptureFixture[str]) -> None:
    assert check_rules_matter.main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.name for rule in all_rules()]
    assert all(f"fail: test_alone[{line.split()[0]}: " in line for line in lines)


def test_a_rule_that_nothing_misses_is_found(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    every_case = check_rules_matter.cases_of

    def unchanged(rule: check_rules_matter.Rule) -> list[check_rules_matter.Case]:
        return [case for case in every_case(rule) if case.after is None and not case.marks]

    monkeypatch.setattr(check_rules_matter, "cases_of", unchanged)
    assert check_rules_matter.main(["radical-form"]) == 1
    assert "no test fails without radical-form; write a case" in capsys.readouterr().err
    assert check_rules_matter.main(["radical-from"]) == 2
    assert "radical-form" in capsys.readouterr().err


def test_a_rule_is_switched_on_again() -> None:
    rule = get_rule("radical-form")
    text = Text("⽂")
    with check_rules_matter.switched_off(rule):
        assert not rule.edits(text)
    assert rule.edits(text)
