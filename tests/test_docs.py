"""The documents: every example runs, what they show is what comes out, and they name all there is."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import click
import pytest

import cleantext
from cleantext._profile import PROFILES
from cleantext.cli import cli
from cleantext.rules import all_rules
from corpora import REPO, read
from documents import code, marked

READMES = [REPO / "README.md", REPO / "README.zh.md"]
GUIDE = [REPO / "docs" / "index.md", REPO / "docs" / "rules.md"]
PAGE = REPO / "seeds" / "000_2456a79ffd27d133.txt"

every_readme = pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
every_document = pytest.mark.parametrize("path", READMES + GUIDE, ids=lambda path: path.name)


@every_readme
def test_before_and_after_are_what_the_code_gives(path: Path) -> None:
    before, after, page = marked(path, "before"), marked(path, "after"), read(PAGE)
    assert page.startswith(before)
    assert cleantext.clean(page).startswith(after)
    assert cleantext.clean(before) == after


@every_document
def test_python_examples_run(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples of a document share their names; they run in a module, so that what they define can be pickled."""
    module = ModuleType("example")
    monkeypatch.setitem(sys.modules, "example", module)
    runner, parser = doctest.DocTestRunner(), doctest.DocTestParser()
    said: list[str] = []
    blocks = [block for block in code(path, "python") if ">>>" in block]
    assert blocks
    for block in blocks:
        test = parser.get_doctest(block, vars(module), path.name, str(path), 0)
        assert test.examples
        test.globs = vars(module)
        runner.run(test, out=said.append, clear_globs=False)
    assert not said, "".join(said)


def test_both_readmes_show_the_same_code() -> None:
    one, two = READMES
    for language in ("python", "text"):
        assert code(one, language) == code(two, language)
    commands = [[re.sub(" *#.*", "", block) for block in code(path, "sh")] for path in READMES]
    assert commands[0] == commands[1]


@pytest.mark.skipif(shutil.which("bash") is None, reason="left out: there is no bash on this machine")
@every_readme
def test_commands_run(path: Path, tmp_path: Path) -> None:
    blocks = [block for block in code(path, "sh") if "cleantext clean" in block]
    assert blocks
    (tmp_path / "pages").mkdir()
    for number in (1, 2):
        (tmp_path / "pages" / f"{number}.txt").write_text("⽂化\n", encoding="utf-8")
    (tmp_path / "page.txt").write_bytes(PAGE.read_bytes())
    environment = {**os.environ, "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))}
    for block in blocks:
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", block], cwd=tmp_path, env=environment, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "clean" / "2.txt").read_text(encoding="utf-8") == "文化\n"
    assert (tmp_path / "clean.txt").read_bytes().decode() == cleantext.clean(read(PAGE))


@every_document
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))
    assert links or path.name == "rules.md"
    for link in links:
        assert (path.parent / link).exists(), link


def test_the_guide_names_all_commands_and_profiles() -> None:
    text = GUIDE[0].read_text(encoding="utf-8")
    assert isinstance(cli, click.Group)
    for command in cli.commands:
        assert f"`cleantext {command}`" in text, command
    for profile in PROFILES:
        assert f"\n- `{profile}`" in text, profile
    for tier in cleantext.Tier:
        assert f"`{tier.name}`" in text, tier


def test_the_guide_to_rules_names_all_stages_and_effects() -> None:
    text = GUIDE[1].read_text(encoding="utf-8")
    for stage in cleantext.Stage:
        assert f"| `{stage.name.lower()}` |" in text, stage
    for effect in cleantext.Effect:
        assert f"`{effect.name}` " in text, effect


def test_the_pages_made_from_the_code_name_all_rules_and_commands(tmp_path: Path) -> None:
    for name in ("tools", "src"):
        shutil.copytree(REPO / name, tmp_path / name)
    (tmp_path / "docs" / "rules").mkdir(parents=True)
    (tmp_path / "docs" / "rules" / "gone.md").write_text("of a rule that is gone", encoding="utf-8")
    made = subprocess.run(
        [sys.executable, "tools/make_docs.py"], cwd=tmp_path, capture_output=True, check=False, text=True
    )
    assert made.returncode == 0, made.stderr
    pages = {path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / "docs" / "rules").glob("*.md")}
    assert set(pages) == {rule.name for rule in all_rules()}
    for rule in all_rules():
        assert pages[rule.name].startswith(f"# {rule.name}\n")
        assert rule.summary[1:] in pages[rule.name]
    page = (tmp_path / "docs" / "cli.md").read_text(encoding="utf-8")
    assert isinstance(cli, click.Group)
    for name, command in cli.commands.items():
        assert f"## cleantext {name}\n" in page
        for option in command.params:
            assert option.opts[-1] in page or option.param_type_name == "argument", option.opts


def test_the_changelog_has_its_first_section() -> None:
    text = (REPO / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## Unreleased\n\n### Output\n\n- ", text, re.MULTILINE)
