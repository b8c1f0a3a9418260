"""`check_rule` finds each way to break the contract, and `load_cases` each fault of a table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest

import own_rules
from cleantext import Doubt, Edit, Effect, Example, Form, Mark, Stage, Text, Tier, rule
from cleantext.errors import SettingsError
from cleantext.testing import Case, check_rule, load_cases, run_rule

STARS = own_rules.Stars()
GOOD: dict[str, Any] = {
    "name": "stars",
    "stage": Stage.CHARACTERS,
    "tier": Tier.OPTION,
    "effect": Effect.MARK,
    "summary": "delete runs of stars",
    "examples": (Example("★★甲", "甲"), Example("★甲")),
    "after": (),
    "edits": STARS.edits,
    "notes": lambda text: (),
}
_calls = count()


def first_star(text: Text) -> Sequence[Edit]:
    return [Edit(0, 1, "")] if text.string.startswith("★★") else []


GOOD_SIGNS = {"signs": re.compile("[★☆]"), "forms": (Form.FLOWING, Form.COLUMNS)}

# What is wrong, what the message says of it, and the members that are so.
BROKEN: dict[str, tuple[str, dict[str, Any]]] = {
    "name in capitals": ("not in kebab-case", {"name": "dropStars"}),
    "name with a line": ("not in kebab-case", {"name": "drop_stars"}),
    "no name": ("not in kebab-case", {"name": None}),
    "stage is a number": ("its stage is 1; choose one of cleantext.Stage", {"stage": 1}),
    "effect is a word": ("its effect is 'mark'", {"effect": "mark"}),
    "summary of two lines": ("write one line", {"summary": "two\nlines"}),
    "no summary": ("write one line", {"summary": ""}),
    "joins lines too early": ("outside the stage `paragraphs`", {"effect": Effect.LINES}),
    "waits for itself": ("its `after` is", {"after": ("stars",)}),
    "after as a word": ("its `after` is 'letter-spacing'; name other rules", {"after": "letter-spacing"}),
    "examples as pairs": ("its examples are (('★★甲', '甲'),); make a tuple", {"examples": (("★★甲", "甲"),)}),
    "nothing changes": ("no example of a text that it changes or marks", {"examples": (Example("★甲"),)}),
    "nothing stays": ("no example of a text that it leaves alone", {"examples": (Example("★★", ""),)}),
    "equal after": ("has an equal `after`", {"examples": (Example("甲", "甲"), *GOOD["examples"])}),
    "wrong example": ("becomes '甲', not '★甲'", {"examples": (Example("★★甲", "★甲"), Example("★甲"))}),
    "wrong negative example": ("becomes '', not '★★'", {"examples": (*GOOD["examples"], Example("★★"))}),
    "letters lost": ("beyond the effect", {"edits": lambda text: [Edit(0, 3, "")] if len(text.string) > 2 else []}),
    "overlap": ("overlaps", {"edits": lambda text: [Edit(0, 1, ""), Edit(0, 2, "")] if len(text.string) > 2 else []}),
    "tuples": ("return cleantext.Edit", {"edits": lambda text: [tuple(edit) for edit in STARS.edits(text)]}),
    "raises": ("any text must be accepted", {"edits": lambda text: [text.string[9]]}),
    "raises on no text": ("a text of one character or none", {"edits": lambda t: t.string[0] and STARS.edits(t)}),
    "remembers": ("a second call gives other", {"edits": lambda text: STARS.edits(text)[: (next(_calls) + 1) % 2]}),
    "does half": ("a second run", {"edits": first_star, "examples": (Example("★★★甲", "★★甲"), Example("★甲"))}),
    "marks too much": (
        "it marks ('★★',) of the example '★★甲', not ('★',)",
        {
            "edits": lambda text: [],
            "notes": lambda text: [Mark(0, 2, "star", 2)] if text.string.startswith("★★") else [],
            "examples": (Example("★★甲", marks=("★",)), Example("★甲")),
        },
    ),
    "marks what must stay": (
        "it marks ('★',) of the example '★甲', not ()",
        {
            "edits": lambda text: [],
            "notes": lambda text: [Mark(0, 1, "star")] if text.string else [],
            "examples": (Example("★", marks=("★",)), Example("★甲")),
        },
    ),
    "note outside": ("is no note", {"notes": lambda text: [Mark(0, 99, "stars")]}),
    "no note": ("is no note", {"notes": lambda text: ["stars"]}),
    "signs as a string": ("its `signs` are '★'", {"signs": "★"}),
    "signs with Han": ("have Han in them (甲)", {"signs": frozenset("★甲")}),
    "signs of two characters": ("not all one character", {"signs": frozenset({"★★"})}),
    "forms as a form": ("its `forms` are", {"forms": Form.FLOWING}),
    "signs that are not there": ("is not asked for the example '★★甲'", {"signs": frozenset("☆")}),
    "forms that are not there": ("is not asked for the example '★★甲'", {"forms": (Form.COLUMNS,)}),
    "sure to 90": ("no share", {"notes": lambda text: [Doubt(0, 1, "join", "split", 90)]}),
}


@dataclass(frozen=True)
class Made:
    """A rule with the members of `GOOD`, but for those that `BROKEN` gives another value under this key."""

    key: str = ""

    def __getattr__(self, member: str) -> Any:
        members = {**GOOD, **(GOOD_SIGNS if self.key == "good signs" else BROKEN[self.key][1] if self.key else {})}
        if member not in members:
            raise AttributeError(member)
        return members[member]


def test_good_rules_pass() -> None:
    check_rule(Made())  # type: ignore[arg-type]
    check_rule(STARS)
    check_rule(Made("good signs"))  # type: ignore[arg-type]
    check_rule(own_rules.Stars(min_chars=2))
    check_rule(own_rules.lozenge)


@pytest.mark.parametrize("key", BROKEN)
def test_a_broken_rule_is_told_what_to_do(key: str) -> None:
    with pytest.raises(AssertionError) as caught:
        check_rule(Made(key))  # type: ignore[arg-type]
    message = str(caught.value)
    assert BROKEN[key][0] in message
    assert message.startswith("rule ")
    assert "; " in message


@dataclass(eq=True, unsafe_hash=True)
class Open:
    """A rule that can be changed once it is made."""

    min_chars: int = 2

    def __getattr__(self, member: str) -> Any:
        return getattr(STARS, member)


class Unequal(Made):
    """A rule that is never equal to another one."""

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = object.__hash__


@dataclass(frozen=True)
class WithList(Made):
    """A rule with a setting that cannot be hashed."""

    words: list[str] | tuple[str, ...] = ()


def test_a_rule_must_be_a_value() -> None:
    with pytest.raises(AssertionError, match="can be changed once it is made"):
        check_rule(Open())  # type: ignore[arg-type]
    with pytest.raises(AssertionError, match="it is not equal to its own pickled copy"):
        check_rule(Unequal())  # type: ignore[arg-type]
    with pytest.raises(AssertionError, match="it cannot be hashed"):
        check_rule(WithList(words=[]))  # type: ignore[arg-type]

    @rule(stage=Stage.CHARACTERS, effect=Effect.MARK, examples=GOOD["examples"])
    def stars(text: Text) -> Sequence[Edit]:
        """delete runs of stars"""
        return STARS.edits(text)

    with pytest.raises(AssertionError, match="define it at the top of a module"):
        check_rule(stars)


def stars(text: Text) -> Sequence[Edit]:
    """delete runs of stars"""
    return STARS.edits(text)


def bare(text: Text) -> Sequence[Edit]:
    return STARS.edits(text)


# What is given to `rule`, the function it is given for, and what is said of it.
REFUSED: list[tuple[dict[str, Any], Any, str]] = [
    ({"stage": "characters"}, stars, "rule 'stars': its stage is 'characters'; choose one of cleantext.Stage"),
    ({"effect": "mark"}, stars, "rule 'stars': its effect is 'mark'; choose one of cleantext.Effect"),
    ({"tier": 3}, stars, "rule 'stars': its tier is 3; choose one of cleantext.Tier"),
    ({"effect": Effect.LINES}, stars, "rule 'stars': it changes lines outside the stage `paragraphs`; "),
    ({}, lambda text: (), "rule '<lambda>': its name is not in kebab-case; write it in small letters"),
    ({}, partial(stars), "rule '': its name is not in kebab-case; "),
    ({"name": "dropStars"}, stars, "rule 'dropStars': its name is not in kebab-case; "),
    ({"name": "bare"}, lambda text: (), "rule 'bare': its summary is ''; write one line that says what the rule does"),
    ({}, bare, "rule 'bare': its summary is ''; write one line that says what the rule does, as the docstring"),
    ({"after": "letter-spacing"}, stars, "rule 'stars': its `after` is 'letter-spacing'; name other rules"),
    ({"examples": Example("★★甲", "甲")}, stars, "rule 'stars': its examples are Example("),
    ({"examples": [("★★甲", "甲")]}, stars, "rule 'stars': its examples are (('★★甲', '甲'),); make a tuple"),
]


@pytest.mark.parametrize(("given", "function", "message"), REFUSED, ids=[message[:60] for _, _, message in REFUSED])
def test_a_function_that_makes_no_rule_is_refused_at_once(given: dict[str, Any], function: Any, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        rule(**{"stage": Stage.CHARACTERS, "effect": Effect.MARK, **given})(function)
    assert str(caught.value).startswith(message)


def test_something_that_is_no_rule_is_told_what_it_lacks() -> None:
    with pytest.raises(AssertionError, match="it has no name, stage, tier, effect, summary, examples, edits"):
        check_rule(object())  # type: ignore[arg-type]


def test_a_rule_runs_alone_in_the_form_it_is_given() -> None:
    assert run_rule(STARS, "★★甲★") == "甲★"
    for form in Form:
        seen = []

        def look(text: Text, seen: list[Form] = seen) -> Sequence[Edit]:
            """see the forms"""
            seen.extend(text.form(number) for number in range(len(text.line_list())))
            return ()

        run_rule(rule(stage=Stage.CHARACTERS, effect=Effect.MARK, name="look")(look), "甲\n\n乙", form)
        assert seen == [form] * 3


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "stars.toml"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_a_table_is_read(tmp_path: Path) -> None:
    text = """
        [[case]]
        label = "run of stars"
        before = "★★\\u3000甲"
        after = "\\u3000甲"
        form = "columns"
        source = "000, line 1"

        [[case]]
        label = "one star"
        before = "★甲"
        expect = "known-failure"
        comment = "a wish"
    """
    first, second = load_cases(table(tmp_path, text))
    assert first == Case("run of stars", "★★\u3000甲", "\u3000甲", Form.COLUMNS, source="000, line 1")
    assert second == Case("one star", "★甲", expect="known-failure", comment="a wish")
    assert (first.expected, second.expected) == ("\u3000甲", "★甲")


ONE = '[[case]]\nlabel = "a"\nbefore = "b"\n'


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[[case]\n", "stars.toml is no TOML in UTF-8"),
        ("", "stars.toml is no case table"),
        ("case = 1", "stars.toml is no case table"),
        (ONE + "[other]\n", "stars.toml is no case table"),
        (ONE + 'befor = "c"\n', "case 1 of stars.toml has a key 'befor'"),
        (ONE + "after = 1\n", "case 1 of stars.toml: after is 1"),
        ('[[case]]\nlabel = "a"\n', "case 1 of stars.toml has no 'before'"),
        (ONE + 'expect = "fail"\n', "expects 'fail'; write one of pass, known-failure"),
        (ONE + 'form = "column"\n', "has the form 'column'; write one of columns, flowing, lines"),
        (ONE + 'after = "b"\n', "has an `after` that is its `before`"),
        (ONE + 'marks = "b"\n', "case 1 of stars.toml: marks is 'b'; write a list of strings"),
        (ONE + ONE, "two cases of stars.toml have the label 'a'"),
    ],
)
def test_a_faulty_table_is_told_what_to_do(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_cases(table(tmp_path, text))
    assert what in str(caught.value)
    assert "; " in str(caught.value)
