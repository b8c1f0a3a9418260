"""What a release promises: its public names, snippets that type-check, a tool that shows what a change does."""

import ast
import inspect
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import cleantext
from cleantext.rules import all_rules
from corpora import REPO, SEEDS
from documents import code

# A name is taken from here only with a new major version; a new one is added here on purpose, that of a rule at the
# release that has it.
PUBLIC = {
    "cleantext": (
        "Block", "Change", "Cleaner", "Decision", "Decisions", "Decoded", "Doubt", "Edit", "Edits", "Effect",
        "Example", "Form", "Key", "Mark", "Note", "Profile", "Rule", "ScriptCount", "Stage", "Text", "Tier",
        "Trace", "__version__", "clean", "decode", "html_report", "rule", "rules", "script_of",
    ),
    "Cleaner": (
        "blocks", "blocks_of_pages", "clean", "clean_many", "clean_pages", "fingerprint", "trace", "with_decisions",
    ),
    "Trace": ("changes", "counts", "marked", "notes", "revert", "to_source", "to_source_of_step", "to_text"),
    "profiles": ("page", "search", "text"),
    "commands": ("clean", "corpus", "doubts", "explain", "inspect", "report", "revert", "review", "rules"),
}  # fmt: skip
RULES = (
    "broken-dash", "broken-ellipsis", "broken-line", "broken-number", "column-indent", "decomposed-letter",
    "doubled-caption", "fake-bold", "fold-case", "fold-mark", "fold-space", "fold-width", "footnote-mark",
    "full-width-alnum", "full-width-mark-in-number", "glued-caption", "half-width-bracket", "half-width-mark",
    "invisible-character", "latin-ligature", "letter-spacing", "lost-character", "mark-gap", "markup-remains",
    "misread-digit", "misread-han", "missing-space", "mojibake", "name-dot", "page-furniture", "radical-form",
    "repeated-caption", "ruby", "script", "script-gap", "straight-quote", "stray-space", "trailing-space",
    "unpaired-quote", "variation-selector", "vertical-form", "wide-space", "wrong-bracket-pair", "year-zero",
    "z-variant",
)  # fmt: skip


def methods(kind: type) -> list[str]:
    return sorted(n for n, _ in inspect.getmembers(kind, inspect.isfunction) if not n.startswith("_"))


def test_public_names_are_frozen() -> None:
    from cleantext._profile import PROFILES
    from cleantext.cli import cli

    assert tuple(sorted(cleantext.__all__)) == PUBLIC["cleantext"]
    assert tuple(methods(cleantext.Cleaner)) == PUBLIC["Cleaner"]
    assert tuple(methods(cleantext.Trace)) == PUBLIC["Trace"]
    assert tuple(sorted(PROFILES)) == PUBLIC["profiles"]
    assert tuple(sorted(cli.commands)) == PUBLIC["commands"]


def test_names_of_rules_are_frozen() -> None:
    """One that is gone breaks the settings of those who named it; a new rule stays one file, until its release."""
    assert sorted(set(RULES) - {rule.name for rule in all_rules()}) == []


def test_first_parameters_are_frozen() -> None:
    assert list(inspect.signature(cleantext.clean).parameters)[:2] == ["text", "profile"]
    assert list(inspect.signature(cleantext.Cleaner).parameters)[:7] == [
        "profile", "with_", "without", "settings", "script", "protect", "lexicon",
    ]  # fmt: skip


SNIPPETS = ("README.md", "README.zh.md", "docs/profiles.md", "docs/trace.md", "docs/script.md", "docs/retrieval.md")


def test_snippets_type_check(tmp_path: Path) -> None:
    """What a user copies from the pages passes `mypy --strict`, against the types that the package ships."""
    assert ast.parse(plain(">>> import cleantext\n>>> cleantext.clean(1)\n'x'\n"))
    (tmp_path / "wrong.py").write_text("import cleantext\ncleantext.clean(1)\n", "utf-8")
    for name in SNIPPETS:
        snippets = [plain(snippet) for snippet in code(REPO / name, "python")]
        assert snippets, name
        # each block may go on with the names of the one before
        module = name.replace("/", "_").replace(".", "_")
        (tmp_path / f"{module}.py").write_text("\n".join(snippets), encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--allow-untyped-calls", "--ignore-missing-imports"]
    command += ["--config-file=", "--cache-dir", str(tmp_path / "cache"), "--disable-error-code=no-redef"]
    done = subprocess.run(
        [*command, *sorted(path.name for path in tmp_path.glob("*.py"))],
        env={"MYPYPATH": str(REPO / "src"), "PATH": ""},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=280,
    )
    found = [line for line in done.stdout.splitlines() if ": error" in line and "/" not in line.partition(":")[0]]
    # an error is seen, and there is no other
    assert len(found) == 1, done.stdout
    assert found[0].startswith("wrong.py:2: error")


def plain(snippet: str) -> str:
    """Return the code of a session without its prompts and answers."""
    if ">>>" not in snippet:
        return snippet
    return "\n".join(line[4:] for line in snippet.split("\n") if line.startswith((">>> ", "... ")))


def test_output_diff(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.syspath_prepend(str(REPO / "tools"))
    from output_diff import main

    one, two = str(tmp_path / "one"), str(tmp_path / "two")
    for folder in (one, two):
        assert main(["--keep", folder, str(SEEDS[0]), str(SEEDS[1])]) == 0
    assert main([one, two]) == 0
    assert capsys.readouterr().out == "0 results differ, in 0 lines\n"
    changed = next(Path(two, "page").iterdir())
    changed.write_bytes(changed.read_bytes().replace("。".encode(), b".", 1))
    assert main([one, two]) == 1
    out = capsys.readouterr().out
    assert out.startswith(f"=== page/{changed.name}\n@@")
    assert out.endswith("1 results differ, in 2 lines\n")


def test_the_lock_has_what_development_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(REPO / "tools"))
    from lock import LOCK, locked, wrong

    project = tomllib.loads((REPO / "pyproject.toml").read_text("utf-8"))
    text = LOCK.read_text("utf-8")
    versions = locked(text)
    assert wrong(project, versions) == []
    assert "cleantext-zh" not in versions
    assert "://" not in text
    del versions["pytest"]
    assert wrong(project, {**versions, "mypy": "0.9"}) == [
        "mypy >= 1.11: the lock has 0.9", "pytest >= 8: the lock has none",
    ]  # fmt: skip
