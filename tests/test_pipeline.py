"""Rules that are not asked would have had nothing to do, and what edits put in wakes the rules behind them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import pytest

import corpora
from cleantext import Cleaner, Edit, Effect, Form, Rule, Stage, Text, Tier
from cleantext._pipeline import Pipeline
from cleantext.errors import SettingsError
from cleantext.rules import all_rules, get_rule

RULES = Pipeline(all_rules())
NEVER_ASKED = ["lost-character", "missing-space", "misread-han", "ruby", "unpaired-quote"]  # they have notes alone


def not_asked(text: Text) -> Iterator[Rule]:
    asked = dict(RULES.asked(text))
    return (rule for place, rule in RULES.all if place not in asked)


def test_rules_that_are_not_asked_have_no_edits_on_pages() -> None:
    pages = [*map(corpora.read, corpora.SEEDS)]
    lines = [line for page in pages for line in page.split("\n")[:60]]
    for string in [*pages, *map(Cleaner().clean, pages), *lines]:
        text = Text(string)
        assert [rule.name for rule in not_asked(text) if rule.edits(text)] == []


def test_rules_that_are_not_asked_have_no_edits_on_examples_of_others() -> None:
    for rule in all_rules():
        for example in rule.examples:
            for form in Form:
                text = Text.of_form(example.before, form)
                assert [other.name for other in not_asked(text) if other.edits(text)] == []


@pytest.mark.parametrize("rule", [rule for rule in all_rules() if hasattr(rule, "signs")], ids=lambda rule: rule.name)
def test_signs_are_all_that_a_rule_acts_on(rule: Rule) -> None:
    """Every character of the plane but its signs, alone and in runs, between Han, digits, letters and marks."""
    signs: Any = rule.signs  # type: ignore[attr-defined]
    is_sign: Callable[[str], Any] = signs.__contains__ if isinstance(signs, frozenset) else signs.match
    others = [char for char in map(chr, [*range(0x4E00), *range(0xA000, 0x10000)]) if not is_sign(char)]
    around = ("文{}化{}{}{}", "一{}年{}9{}日", "a{}b{}{} {}", "“{}”，{}。")
    there = [piece for piece in around if not any(map(is_sign, piece))]
    string = "".join(piece.replace("{}", char) for char in others for piece in there)
    assert len(string) > 3 * len(others)
    for form in Form:
        text = Text.of_form(string, form)
        assert list(rule.edits(text)) == []


def test_which_rules_a_clean_paragraph_is_worth_asking() -> None:
    text = Text("培训中，急救人员着重讲述了如何防溺水，在面对溺水患者时，如何正确地帮助他们。")
    assert [rule.name for _, rule in Pipeline(Cleaner().rules).asked(text)] == ["broken-ellipsis"]
    assert [rule.name for rule in all_rules() if getattr(rule, "signs", None) == frozenset()] == NEVER_ASKED


@dataclass(frozen=True)
class Swap:
    """A rule that puts one character in the place of another."""

    name: str
    before: str
    behind: str
    signs: Any = None
    forms: Any = None
    stage: Stage = Stage.CHARACTERS
    effect: Effect = Effect.SCRIPT
    tier: ClassVar = Tier.OPTION
    summary: ClassVar = "swap a character"
    examples: ClassVar = ()
    remeasures: bool = False

    def edits(self, text: Text) -> Sequence[Edit]:
        return [Edit(i, i + 1, self.behind) for i, char in enumerate(text.string) if char == self.before]


def run(string: str, *rules: Any) -> str:
    return Pipeline(rules).run(Text(string)).string


def test_what_an_edit_puts_in_wakes_the_rules_behind_it() -> None:
    first, second = Swap("first", "甲", "☆"), Swap("second", "☆", "★", signs=frozenset("☆"))
    third = Swap("third", "★", "乙", signs=re.compile("★"))
    assert run("甲", first, second, third) == "乙"
    assert run("甲", third, second, first) == "☆"  # and none before it
    assert run("☆甲", first, second, third) == "乙乙"
    assert run("☆甲", second, first, third) == "乙☆"


def test_spaces_and_line_feeds_that_an_edit_puts_in_are_signs_too() -> None:
    spaced = Swap("spaced", "☆", " ", signs=frozenset("☆"), effect=Effect.MARK)
    closed = Swap("closed", " ", "-", signs=frozenset(" "), effect=Effect.MARK)
    assert run("甲☆", spaced, closed) == "甲-"
    assert " " in Pipeline((spaced,)).run(Text("甲☆")).signs


def test_a_text_that_is_measured_again_is_asked_by_its_new_forms() -> None:
    """What wakes by its form alone is asked once the raw page has that form."""
    lines = [f"今天下午，本市召开了一次会议{'，' if n % 3 else '。'}讨论了许多问题" for n in range(30)]
    page, spoilt = ("\n".join(line + stars * (n * n % 7) for n, line in enumerate(lines)) for stars in ("", "☆☆☆"))
    drop = Swap("drop", "☆", "", signs=frozenset("☆"), effect=Effect.MARK, remeasures=True)
    in_columns = Swap("in-columns", "会", "令", forms=(Form.COLUMNS,))
    assert "令" in run(page, in_columns)
    assert "令" not in run(spoilt, in_columns)
    assert run(spoilt, drop, in_columns) == run(page, in_columns)
    assert "令" not in run(spoilt, replace(drop, remeasures=False), in_columns)


def test_a_user_s_rule_without_signs_is_always_asked() -> None:
    assert run("甲", Swap("plain", "甲", "乙")) == "乙"


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ({"signs": "☆"}, "rule 'odd': its `signs` are '☆'; give a frozenset"),
        ({"signs": frozenset({"☆☆"})}, "not all one character; give the first"),
        ({"signs": frozenset("☆甲乙")}, "Han in them (乙甲); leave `signs` out"),
        ({"forms": Form.COLUMNS}, "give a tuple of cleantext.Form"),
    ],
)
def test_a_rule_that_says_it_wrongly_is_refused_when_the_cleaner_is_made(said: dict[str, Any], what: str) -> None:
    odd: Any = Swap("odd", "甲", "乙", **said)
    with pytest.raises(SettingsError, match=re.escape(what)):
        Cleaner("page", with_=[odd])


def test_what_signs_wake_is_bounded_in_memory() -> None:
    pipeline = Pipeline(all_rules())
    for start in range(0xA000, 0xD800, 0x400):
        pipeline.asked(Text("".join(map(chr, range(start, start + 0x400)))))
    for char in map(chr, range(0xE000, 0x10000)):
        pipeline.asked(Text(char))
    assert len(pipeline._idle) <= 4096
    assert len(pipeline._chosen) <= 4096


def test_a_run_lets_go_of_what_was_made_of_the_text_before() -> None:
    """Of a text of 100 MB the lines of each version that is still held would take three times its own size."""
    text = Text("⽂\n化")
    assert text.starts() == [0, 2]
    assert Pipeline([get_rule("radical-form")]).run(text).string == "文\n化"
    assert text._lines is text._starts is None
