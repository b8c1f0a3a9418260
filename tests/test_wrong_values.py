"""Values that nothing can be done with are refused when they are given, each with what is right."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cleantext import Cleaner
from cleantext.errors import CleantextError, SettingsError
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
