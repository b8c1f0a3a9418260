"""The contract: what the edits of a rule may do, which rules join, and what a cleaner refuses when it is made."""

import importlib.metadata
from collections.abc import Sequence
from dataclasses import dataclass
from types import SimpleNamespace

import pytest

import own_rules
from cleantext import Cleaner, Edit, Effect, Profile, Stage, Text, Tier, rule
from cleantext._apply import apply
from cleantext._text import signs_of
from cleantext.errors import (
    CleantextError,
    RuleError,
    SettingsError,
    UnknownOptionError,
    UnknownProfileError,
    UnknownRuleError,
)
from cleantext.rules import all_rules, get_rule


@dataclass(frozen=True)
class Fixed:
    """A rule that returns the edits it was made with."""

    made: tuple[Edit, ...]
    effect: Effect = Effect.MARK
    stage: Stage = Stage.CHARACTERS
    name: str = "fixed"
    tier: Tier = Tier.OPTION
    summary: str = "return fixed edits"
    examples: tuple[()] = ()

    def edits(self, text: Text) -> Sequence[Edit]:
        return self.made


def applied(string: str, rule: Fixed) -> str:
    return apply(Text(string), rule.edits(Text(string)), rule).string


def test_edits_are_spliced_in_one_pass() -> None:
    edits = (Edit(2, 3, "、"), Edit(3, 3, "-"), Edit(5, 6, ""), Edit(8, 8, "!"))
    assert applied(" 一, 二.。 ", Fixed(edits)) == " 一、- 二。 !"
    assert applied(" 一 ", Fixed(())) == " 一 "


NOT_IN_ORDER = "overlaps another, is out of order or out of range"
LINE_FEED = "touches a line feed outside the paragraphs stage"


@pytest.mark.parametrize(
    ("edits", "what"),
    [
        ([Edit(0, 2, ""), Edit(1, 3, "")], NOT_IN_ORDER),
        ([Edit(3, 4, ""), Edit(0, 1, "")], NOT_IN_ORDER),
        ([Edit(3, 2, "")], NOT_IN_ORDER),
        ([Edit(-1, 1, "")], NOT_IN_ORDER),
        ([Edit(4, 9, "")], NOT_IN_ORDER),
        ([Edit(0, 1, ",")], "changes nothing"),
        ([Edit(2, 2, "")], "changes nothing"),
        ([Edit(4, 5, "")], LINE_FEED),
        ([Edit(0, 0, "\n")], LINE_FEED),
        ([Edit(4, 5, "。\n")], LINE_FEED),
    ],
)
def test_edits_that_break_the_contract_name_their_rule(edits: list[Edit], what: str) -> None:
    with pytest.raises(RuleError, match="rule 'fixed'") as caught:
        applied(",，.。\n、", Fixed(tuple(edits)))
    assert what in str(caught.value)
    assert "check_rule" in str(caught.value)


def test_the_cleaner_raises_what_a_rule_does_wrong() -> None:
    with pytest.raises(RuleError, match="rule 'fixed' goes beyond the effect MARK"):
        Cleaner("text", with_=[Fixed((Edit(0, 1, "別"),))]).clean("文")


ALLOWED = [
    (Effect.SPACE, "一 二", Edit(1, 2, "")),
    (Effect.SPACE, "一\u3000二", Edit(1, 2, " ")),
    (Effect.SPACE, "一\u200b二", Edit(1, 2, "")),
    (Effect.MARK, "说,好", Edit(1, 2, "，")),
    (Effect.MARK, "“好 ”", Edit(2, 4, "”")),
    (Effect.MARK, "好，”", Edit(0, 3, "”好，")),
    (Effect.FORM, "⽂", Edit(0, 1, "文")),
    (Effect.FORM, "Ａ１", Edit(0, 2, "A1")),
    (Effect.FORM, "ﬁ", Edit(0, 1, "fi")),
    (Effect.SCRIPT, "鄉", Edit(0, 1, "乡")),
    (Effect.REMOVAL, "工人工人", Edit(2, 4, "")),
    (Effect.REMOVAL, "工人工人", Edit(0, 4, "工人")),
]
FORBIDDEN = [
    (Effect.SPACE, "一二", Edit(0, 1, "")),
    (Effect.SPACE, "一，二", Edit(1, 2, "")),
    (Effect.SPACE, "一 二", Edit(1, 2, "，")),
    (Effect.MARK, "说,好", Edit(0, 2, "")),
    (Effect.MARK, "3.5", Edit(0, 3, "5.3")),
    (Effect.MARK, "一", Edit(0, 1, "、")),
    (Effect.MARK, "①", Edit(0, 1, "")),
    (Effect.FORM, "文", Edit(0, 1, "⽊")),
    (Effect.FORM, "文", Edit(0, 1, "")),
    (Effect.FORM, "乡", Edit(0, 1, "鄉")),
    (Effect.SCRIPT, "鄉", Edit(0, 1, "")),
    (Effect.REMOVAL, "工人", Edit(0, 2, "农民")),
    (Effect.REMOVAL, "工人", Edit(2, 2, "农")),
]


@pytest.mark.parametrize(("effect", "string", "edit"), ALLOWED)
def test_what_an_effect_allows(effect: Effect, string: str, edit: Edit) -> None:
    expected = string[: edit.start] + edit.replacement + string[edit.end :]
    assert applied(string, Fixed((edit,), effect)) == expected


@pytest.mark.parametrize(("effect", "string", "edit"), FORBIDDEN)
def test_what_goes_beyond_an_effect(effect: Effect, string: str, edit: Edit) -> None:
    with pytest.raises(RuleError, match=f"beyond the effect {effect.name}"):
        applied(string, Fixed((edit,), effect))


def test_lines_may_be_joined_in_the_paragraphs_stage_and_nothing_else() -> None:
    joining = Fixed((Edit(1, 2, ""),), Effect.LINES, Stage.PARAGRAPHS)
    assert applied("一\n二", joining) == "一二"
    assert applied("r-\nx", Fixed((Edit(1, 3, ""),), Effect.LINES, Stage.PARAGRAPHS)) == "rx"
    with pytest.raises(RuleError, match="beyond the effect LINES"):
        applied("一，\n二", Fixed((Edit(1, 3, ""),), Effect.LINES, Stage.PARAGRAPHS))


def test_a_line_keeps_the_form_of_the_raw_line_that_begins_it() -> None:
    text = Text("一\n二\n三\n四")
    text = apply(
        text, (edits := [Edit(1, 2, ""), Edit(4, 4, "\n")]), Fixed(tuple(edits), Effect.LINES, Stage.PARAGRAPHS)
    )
    assert text.string == "一二\n\n三\n四"
    assert text.origins == [0, 2, 2, 3]


def test_names_that_stand_for_nothing_bring_the_nearest() -> None:
    with pytest.raises(UnknownProfileError, match="did you mean 'page'"):
        Cleaner("pgae")
    for wrong in ({"with_": ["radical-forms"]}, {"without": ["radical-forms"]}, {"settings": {"radical-forms": {}}}):
        with pytest.raises(UnknownRuleError, match="did you mean 'radical-form'"):
            Cleaner("page", **wrong)  # type: ignore[arg-type]
    with pytest.raises(UnknownOptionError, match="did you mean 'min_chars'"):
        Cleaner("page", with_=[own_rules.Stars()], settings={"stars": {"min_char": 3}})
    with pytest.raises(SettingsError, match="is no rule"):
        Cleaner("page", with_=[object()])  # type: ignore[list-item]


def test_a_setting_is_checked_when_the_cleaner_is_made() -> None:
    with pytest.raises(ValueError, match="min_chars"):
        Cleaner("page", with_=[own_rules.Stars()], settings={"stars": {"min_chars": 0}})


def test_rules_that_wait_for_each_other_are_named() -> None:
    def nothing(text: Text) -> Sequence[Edit]:
        """do nothing"""
        return ()

    first = rule(stage=Stage.CHARACTERS, effect=Effect.MARK, name="first", after=["second"])(nothing)
    second = rule(stage=Stage.CHARACTERS, effect=Effect.MARK, name="second", after=["first"])(nothing)
    with pytest.raises(SettingsError, match=r"first.*second|second.*first"):
        Cleaner("text", with_=[first, second])


def test_own_errors_are_also_built_in_ones() -> None:
    for error, base in (
        (UnknownRuleError, LookupError), (UnknownProfileError, LookupError), (UnknownOptionError, ValueError),
        (SettingsError, ValueError), (RuleError, RuntimeError),
    ):  # fmt: skip
        assert issubclass(error, CleantextError)
        assert issubclass(error, base)


def test_a_function_becomes_a_rule_of_a_profile() -> None:
    profile = Profile.make("mine", base="text", with_=[own_rules.lozenge])
    assert own_rules.lozenge.name == "lozenge"
    assert own_rules.lozenge.summary == "delete lozenges"
    assert Cleaner(profile).clean("◆要闻⽂") == "要闻文"
    assert Cleaner("text").clean("◆要闻") == "◆要闻"
    assert Cleaner(profile, without=["lozenge"]).clean("◆要闻") == "◆要闻"


def test_a_class_with_settings_becomes_a_rule_of_a_profile() -> None:
    cleaner = Cleaner("text", with_=[own_rules.Stars()], settings={"stars": {"min_chars": 3}})
    assert cleaner.clean("★★甲★★★乙") == "★★甲乙"


def test_rules_of_other_packages_join_only_when_they_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    offered = (SimpleNamespace(name="stars", load=own_rules.Stars),)

    def entry_points(*, group: str) -> tuple[SimpleNamespace, ...]:
        return offered if group == "cleantext.rules" else ()

    monkeypatch.setattr(importlib.metadata, "entry_points", entry_points)
    assert get_rule("stars") == own_rules.Stars()
    assert Cleaner("text").clean("★★甲") == "★★甲"
    assert Cleaner("text", with_=["stars"]).clean("★★甲") == "甲"
    with pytest.raises(UnknownRuleError, match="did you mean 'stars'"):
        get_rule("star")


def test_built_in_rules_are_found_in_the_order_of_their_stages() -> None:
    rules = all_rules()
    assert [(r.stage, r.name) for r in rules] == sorted((r.stage, r.name) for r in rules)
    assert len({r.name for r in rules}) == len(rules)


def test_signs_are_all_but_han_of_the_main_block() -> None:
    han = set(map(chr, range(0x4E00, 0xA000)))
    every = list(map(chr, range(0x110000)))
    assert signs_of("".join(every)) == set(every) - han
    for char in [*every[:0x3400], *every[0xFE00:0x10000], *every[::251]]:
        assert signs_of(f"文{char}化") == {char} - han
