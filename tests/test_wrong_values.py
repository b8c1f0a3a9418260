"""Values that nothing can be done with are refused when they are given, each with what is right."""

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, ClassVar

import pytest

import own_rules
from cleantext import Cleaner, Decisions, Edits, Profile, clean, decode
from cleantext._encodings import UnknownEncodingError
from cleantext.errors import CleantextError, SettingsError, UnknownRuleError
from cleantext.rules import get_rule
from command import Run, write

WRONG: list[tuple[str, dict[str, object], str]] = [
    ("fake-bold", {"min_pairs": 3}, "min_pairs is 4 or more, not 3"),
    ("repeated-caption", {"min_chars": 1}, "not 1"),
    ("repeated-caption", {"max_lines": 0}, "not "),
    ("doubled-caption", {"min_chars": 1}, "min_chars is 2 or more, not 1"),
    ("doubled-caption", {"min_similarity": 0}, "a share from 0 to 1, not 0"),
    ("doubled-caption", {"min_similarity": 1.5}, "a share from 0 to 1, not 1.5"),
    ("page-furniture", {"min_pages": 1}, "min_pages is 2 or more, not 1"),
    ("page-furniture", {"min_similarity": -1}, "a share from 0 to 1, not -1"),
    ("glued-caption", {"max_chars": 1}, "or more, not 1"),
    ("broken-line", {"min_confidence": 0.4}, "not 0.4"),
    ("stray-space", {"max_width_gap": -1}, "not -1"),
    ("letter-spacing", {"min_spaced_share": 1.1}, "not 1.1"),
]


@pytest.mark.parametrize(("name", "values", "message"), WRONG, ids=[f"{n} {v}" for n, v, _ in WRONG])
def test_a_setting_out_of_its_range(name: str, values: dict[str, object], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        replace(get_rule(name), **values)  # type: ignore[type-var]
    with pytest.raises(SettingsError, match=message):
        Cleaner(settings={name: values})


@pytest.mark.parametrize("profile", [None, 3, ["page"], {}])
def test_a_profile_that_is_none(profile: Any) -> None:
    with pytest.raises(TypeError, match=r"profile is .*; give a Profile, or the name of one \(page, search, text\)"):
        Cleaner(profile)
    with pytest.raises(TypeError, match="give a Profile"):
        Profile.make("mine", base=profile)


@pytest.mark.parametrize("name", [None, 3, ["page"]])
def test_a_name_of_a_profile_that_is_none(name: Any) -> None:
    with pytest.raises(SettingsError, match=r"the name of the profile is .*; give a str"):
        Profile.make(name)


@pytest.mark.parametrize("profile", [[], {}, {"page"}])
def test_what_cannot_be_looked_up_is_refused_as_everything_else(profile: Any) -> None:
    with pytest.raises(TypeError, match=r"profile is .*; give a Profile"):
        clean("⽂", profile)
    with pytest.raises(SettingsError, match=r"the setting to of script is .*; it takes a str"):
        clean("⽂", script=profile)


def test_a_name_of_another_type_can_be_printed() -> None:
    with pytest.raises(TypeError, match="profile is 3; "):
        clean("⽂", 3)  # type: ignore[arg-type]
    with pytest.raises(UnknownRuleError) as caught:
        get_rule(3)  # type: ignore[arg-type]
    assert str(caught.value) == "there is no rule 3; `cleantext rules` lists them"


# What is given to a cleaner, and what it says of it.
NO_CHOICE: list[tuple[dict[str, Any], str]] = [
    ({"with_": "z-variant"}, "with_ is one str, 'z-variant'; give a list of rules"),
    ({"without": "z-variant"}, "without is one str, 'z-variant'; give a list of rules"),
    ({"without": 3}, "without is one int, 3; give a list of rules"),
    ({"with_": own_rules.Stars()}, "with_ is one Stars, Stars(min_chars=2); give a list of rules"),
    ({"with_": [own_rules.Stars]}, "Stars is a class; give a rule made of it: Stars()"),
    ({"with_": [3]}, "3 is no rule; it needs name, "),
    ({"without": [3]}, "without holds 3; give the name of a rule"),
    ({"without": [own_rules.Stars()]}, "without holds Stars(min_chars=2); give the name of a rule"),
    ({"protect": 3}, "protect is one int, 3; give a list of words and patterns"),
    ({"lexicon": [3]}, "the lexicon is [3]; give a dict with lists of words under byline, credit, dateline"),
    ({"settings": [1]}, "settings is [1]; give a dict: for the name of a rule, its options"),
    ({"settings": {"broken-line": 3}}, "settings of 'broken-line' is 3; give a dict of its options"),
    ({"settings": {3: {}, "broken-line": {}}}, "settings has a key 3; give the name of a rule"),
    ({"settings": {"b": {3: 1, "c": 1}}}, "settings of 'b' has a key 3; give the name of an option"),
    ({"protect": [["a"]]}, "protect holds ['a']; give a word, or a pattern made with re.compile of a str"),
    ({"lexicon": {"byline": [["a"]]}}, "the lexicon's byline holds ['a']; each word is a str that is not blank"),
]


@pytest.mark.parametrize(("given", "message"), NO_CHOICE, ids=[message for _, message in NO_CHOICE])
def test_what_is_no_choice_of_rules(given: dict[str, Any], message: str) -> None:
    for make in (Cleaner, lambda **options: Profile.make("mine", **options)):
        with pytest.raises(SettingsError) as caught:
            make(**given)
        assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("name", "option", "value", "kind"),
    [
        ("broken-line", "min_confidence", "x", "a number"),
        ("broken-line", "min_confidence", True, "a number"),
        ("broken-line", "min_confidence", None, "a number"),
        ("fake-bold", "min_pairs", 4.5, "a whole number"),
        ("fake-bold", "min_pairs", True, "a whole number"),
        ("script", "local_words", 1, "True or False"),
        ("script", "to", 3, "a str"),
        ("letter-spacing", "byline_words", "abc", "a list of words"),
        ("letter-spacing", "byline_words", (3,), "a list of words"),
        ("stars", "min_chars", "3", "a whole number"),
    ],
)
def test_a_setting_of_a_wrong_kind(name: str, option: str, value: object, kind: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Cleaner(with_=["script", own_rules.Stars()], settings={name: {option: value}})
    assert str(caught.value) == f"the setting {option} of {name} is {value!r}; it takes {kind}"


@dataclass(frozen=True)
class Odd(own_rules.Stars):
    """A rule with settings of which only it knows what they take."""

    name: ClassVar = "odd"
    only: frozenset[str] | None = None
    depths: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        self.only is None or sorted(self.only)


def test_a_setting_of_another_kind_is_left_to_its_rule() -> None:
    cleaner = Cleaner("text", with_=[Odd()], settings={"odd": {"only": frozenset("★"), "depths": [1, 2]}})
    (odd,) = (rule for rule in cleaner.rules if rule.name == "odd")
    assert odd == Odd(only=frozenset("★"), depths=(1, 2))
    with pytest.raises(SettingsError, match=r"rule 'odd' cannot take \{'only': 3\} \('int' object is not iterable\); "):
        Cleaner(with_=[Odd()], settings={"odd": {"only": 3}})


def test_a_list_of_words_is_a_tuple() -> None:
    made = [Cleaner(settings={"letter-spacing": {"byline_words": kind(["撰稿人"])}}) for kind in (list, tuple)]
    assert made[0] == made[1]
    assert hash(made[0]) == hash(made[1])
    assert made[0].clean("撰 稿 人") == made[1].clean("撰 稿 人")


@pytest.mark.parametrize("kind", [Decisions, Edits])
def test_files_are_read_from_bytes(kind: type[Decisions] | type[Edits]) -> None:
    with pytest.raises(TypeError, match=rf"{kind.__name__}.loads\(\) takes the bytes .*, not str; .*read_bytes"):
        kind.loads("{}")  # type: ignore[arg-type]


def test_decisions_that_are_none() -> None:
    for wrong in ({}, [], b"{}"):
        with pytest.raises(TypeError, match=r"decisions is .*; make them with cleantext\.Decisions"):
            Cleaner(decisions=wrong)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="decisions is "):
            Cleaner().with_decisions(wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("command", [("doubts",), ("inspect",), ("explain",), ("report", "-o", "b.html")])
def test_an_encoding_or_a_format_that_is_none(run: Run, command: tuple[str, ...]) -> None:
    write("a.txt", "⽂\n")
    code, out, err = run(*command, "--encoding", "utf-9", "a.txt")
    assert (code, out) == (2, b"")
    assert "no encoding 'utf-9'" in err
    assert not Path("b.html").exists()
    if command[0] != "report":
        code, out, err = run(*command, "--format", "yaml", "a.txt")
        assert (code, out) == (2, b"")
        assert "there is no format 'yaml'" in err


@pytest.mark.parametrize("name", ["\udcff", "gb\udcff18030", "utf\x008", "hex"])
def test_an_encoding_with_a_name_that_none_can_have(run: Run, name: str) -> None:
    with pytest.raises(UnknownEncodingError, match="there is no encoding "):
        decode(b"abc", name)
    code, out, err = run("clean", "--encoding", name, "--output-encoding", "utf-8", stdin=b"abc")
    assert (code, out) == (2, b"")
    assert err.startswith("cleantext: there is no encoding '")


@pytest.mark.parametrize(("key", "value"), [("protect", r'["a\u0000b"]'), ("lexicon", r'"a\u0000b"')])
def test_a_file_with_a_name_that_none_can_have(run: Run, key: str, value: str) -> None:
    write("cleantext.toml", f"{key} = {value}\n")
    settings, words = Path.cwd() / "cleantext.toml", Path.cwd() / "a"
    said = f"cleantext: {settings}: {key}: {words}\\x00b: no file can have this name; check it\n"
    assert run("clean", stdin=b"abc") == (2, b"", said)


def test_an_error_that_nobody_thought_of_is_no_text_that_would_change(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a \x1b[2J in it")

    monkeypatch.setattr(Cleaner, "trace", broken)
    code, out, err = run("clean", "--check", stdin=b"abc")
    assert (code, out) == (2, b"")
    first, *lines = err.splitlines()
    assert first == "cleantext: an error that nobody thought of; please report it with these lines"
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[-1] == r"ZeroDivisionError: a \x1b[2J in it"


def test_a_table_of_settings_that_is_none(run: Run) -> None:
    write("a.txt", "⽂\n")
    write("pyproject.toml", "[tool]\ncleantext = 1\n")
    said = run("clean", "a.txt")[2]
    assert said.endswith("pyproject.toml: tool.cleantext is no table; write [tool.cleantext]\n")


def test_files_that_settings_name_stand_beside_them(run: Run) -> None:
    write("sub/cleantext.toml", 'protect = ["words"]\nlexicon = "w.toml"\n')
    write("sub/words", "⽂化\n")
    write("sub/w.toml", 'byline = ["撰稿人"]\n')
    write("sub/a.txt", "⽂化，⽂人\n")
    assert run("clean", "sub/a.txt") == (0, "⽂化，文人\n".encode(), "")
    Path("sub/w.toml").unlink()
    settings, words = Path.cwd() / "sub/cleantext.toml", Path.cwd() / "sub/w.toml"
    assert run("clean", "sub/a.txt")[2] == (
        f"cleantext: {settings}: lexicon: {words}: there is no such file; check its name\n"
    )
    assert run("clean", "sub/a.txt", "--lexicon", "none")[2].startswith("cleantext: none: there is no such file")


def test_standard_input_is_read_once(run: Run) -> None:
    code, _, err = run("revert", "-", "--edits", "-", stdin=b"x")
    assert (code, "standard input is named twice" in err) == (2, True)


def test_streams_that_are_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    from cleantext._files import read, write_stdout

    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(CleantextError, match="standard input: it is closed; name a file"):
        read("-")
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(CleantextError, match="standard output: it is closed; give -o FILE"):
        write_stdout(b"x")


def test_what_a_cleaner_is_called() -> None:
    cleaner = Cleaner("text")
    assert repr(cleaner) == f"Cleaner('text', {len(cleaner.rules)} rules)"
