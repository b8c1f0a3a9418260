"""Rules of other packages that are broken: said with package, rule and file, and the other files are done."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cleantext import Cleaner, Doubt, Edit, Effect, Stage, rule
from cleantext.errors import RuleError, SettingsError, UnknownRuleError
from cleantext.rules import get_rule
from command import Run, write

OFFERED = """
[cleantext.rules]
broken = no_such_module:lozenge
absent = five_rules:no_such_rule
five = five_rules:FIVE
kind = five_rules:Kind
failing = five_rules:failing
"""
MODULE = '''
from cleantext import Edit, Effect, Stage, rule
FIVE = 5

@rule(stage=Stage.CHARACTERS, effect=Effect.MARK)
def failing(text):
    """fail where the text says so"""
    if "败" in text.string:
        raise ValueError("boo")
    return []

class Kind(type(failing)):
    pass
'''


@pytest.fixture
def package(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command where an installed package offers rules, most of them broken."""
    write("site/five_rules.py", MODULE)
    write("site/five_rules-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: five-rules\nVersion: 1.0\n")
    write("site/five_rules-1.0.dist-info/entry_points.txt", OFFERED)
    monkeypatch.syspath_prepend(str(Path("site").resolve()))
    return run


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("broken", "no_such_module:lozenge, cannot be imported (ModuleNotFoundError: No module"),
        ("absent", "five_rules:no_such_rule, cannot be imported (AttributeError: "),
        ("five", "five_rules:FIVE: 5 is no rule; it needs name, "),
        ("kind", "five_rules:Kind: Kind is a class; give a rule made of it"),
    ],
)
def test_what_a_package_offers_is_no_rule(package: Run, name: str, said: str) -> None:
    write("a.txt", "⽂\n")
    message = f"cleantext: rule '{name}', which the package five-rules offers as {said}"
    for args in (("clean", "--with", name, "a.txt"), ("clean", "--check", "--with", name, "a.txt"), ("rules", name)):
        code, out, err = package(*args)
        assert (code, out) == (2, b"")
        assert err.startswith(message)
        assert err.count("\n") == 1
    with pytest.raises(SettingsError) as caught:
        Cleaner(with_=[name])
    assert caught.value.__cause__ is not None
    with pytest.raises(SettingsError) as alone:
        get_rule(name)
    assert str(alone.value) == str(caught.value)
    assert message in "cleantext: " + str(alone.value)
    with pytest.raises(UnknownRuleError, match="did you mean 'failing'"):
        Cleaner(with_=["failin"])


FAILS = "rule 'failing' fails with ValueError: boo; mend it, by `cleantext.testing.check_rule`\n"


@pytest.mark.parametrize(
    "args",
    [
        ("clean",),
        ("clean", "--format", "json"),
        ("clean", "--check"),
        ("clean", "--diff"),
        ("clean", "--in-place"),
        ("clean", "--edits", "edits.jsonl"),
        ("explain",),
        ("report",),
        ("doubts",),
        ("inspect",),
    ],
)
def test_a_rule_that_raises_is_said_with_the_file(package: Run, args: tuple[str, ...]) -> None:
    write("a.txt", "⽂败\n")
    code, _, err = package(*args, "--with", "failing", "a.txt")
    assert (code, err) == (2, "cleantext: a.txt: " + FAILS)
    assert Path("a.txt").read_text("utf-8") == "⽂败\n"


def test_the_other_files_are_cleaned(package: Run) -> None:
    for name, text in (("a", "⽂\n"), ("b", "⽂败\n"), ("c", "⽂\n")):
        write(f"{name}.txt", text)
    args = ("clean", "--with", "failing", "a.txt", "b.txt", "c.txt", "-o")
    assert package(*args, "out") == (2, b"", "cleantext: b.txt: " + FAILS)
    assert sorted(path.name for path in Path("out").iterdir()) == ["a.txt", "c.txt"]
    assert Path("out/c.txt").read_text("utf-8") == "文\n"
    # the pages of a document are cleaned together
    assert package(*args, "whole", "--as-document") == (2, b"", "cleantext: a.txt and 2 more: " + FAILS)
    assert not Path("whole").exists() or not list(Path("whole").iterdir())


def test_a_corpus_names_the_rule(package: Run) -> None:
    write("in/a.txt", "⽂\n")
    write("in/b.txt", "⽂败\n")
    assert package("corpus", "in", "-o", "out", "--with", "failing", "--quiet", "--jobs", "1")[0] == 2
    (item,) = map(json.loads, Path("out/errors.jsonl").read_text("utf-8").splitlines())
    assert (item["input"], item["row"], item["reason"] + "\n") == ("b.txt", 1, FAILS)
    assert Path("out/a.txt").read_text("utf-8") == "文\n"
    assert Path("out/b.txt").read_text("utf-8") == "⽂败\n"


@pytest.mark.parametrize("returned", [5, ["edit"], [(0, 1)], [Edit(0, "1", "")], [Doubt(0, 1, "join", "break", 0.6)]])
def test_what_are_no_edits(returned: Any) -> None:
    @rule(stage=Stage.CHARACTERS, effect=Effect.MARK)
    def odd(text: object) -> Any:
        """return what is no edits"""
        return returned

    cleaner = Cleaner(with_=[odd])
    runs: list[Callable[[str], object]] = [cleaner.clean, cleaner.trace, cleaner.blocks]
    for run in runs:
        with pytest.raises(RuleError, match=r"rule 'odd' fails with (TypeError|ValueError)") as caught:
            run("文化")
        assert isinstance(caught.value.__cause__, TypeError | ValueError)
