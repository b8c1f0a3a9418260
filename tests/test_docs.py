"""The documents: every example runs, what they show is what comes out, and they name all there is."""

import doctest
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest

import cleantext
import cleantext.errors
import cleantext.testing
from cleantext._profile import PROFILES
from cleantext.cli import cli
from cleantext.rules import all_rules
from corpora import REPO, SEEDS, read
from documents import MADE, PAGES, READMES, Block, blocks, code, commands, lay_out, marked, run, sessions

DOCS = REPO / "docs"
DOCUMENTS = [*READMES, *PAGES]
SEED = SEEDS[0]
# pages in two languages show the same code, so that the commands of one are run
PAIRS = [READMES, *([DOCS / path.name, path] for path in PAGES if path.parent.name == "zh")]
TWINS = [twin for _, twin in PAIRS]


def name(path: Path) -> str:
    return path.relative_to(REPO).as_posix()


def with_examples(path: Path) -> bool:
    return any(">>>" in block for block in code(path, "python"))


def those(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=name)


needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="left out: there is no bash on this machine")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@those(READMES)
def test_before_and_after_are_what_the_code_gives(path: Path) -> None:
    before, after, page = marked(path, "before"), marked(path, "after"), read(SEED)
    assert page.startswith(before)
    assert cleantext.clean(page).startswith(after)
    assert cleantext.clean(before) == after


@those([path for path in DOCUMENTS if with_examples(path)])
def test_python_examples_run(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples of a document share their names; they run in a module, so that what they define can be pickled."""
    module = ModuleType("example")
    monkeypatch.setitem(sys.modules, "example", module)
    runner, parser = doctest.DocTestRunner(), doctest.DocTestParser()
    said: list[str] = []
    for block in [block for block in code(path, "python") if ">>>" in block]:
        test = parser.get_doctest(block, vars(module), path.name, str(path), 0)
        assert test.examples
        test.globs = vars(module)
        runner.run(test, out=said.append, clear_globs=False)
    assert not said, "".join(said)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: name(pair[1]))
def test_both_languages_show_the_same_code(pair: list[Path]) -> None:
    one, two = ([block._replace(code=re.sub(" *#.*", "", block.code)) for block in blocks(path)] for path in pair)
    assert one
    assert one == two


def check_commands(block: Block, folder: Path) -> None:
    for command, output in sessions(block):
        done = run(command, folder)
        assert done.returncode == 0, f"{command}\n{done.stdout}"
        if output is not None:
            said = done.stdout
            assert doctest.OutputChecker().check_output(output, said, doctest.ELLIPSIS), f"{command}\n{said}"


@needs_bash
@those([path for path in DOCUMENTS if path not in TWINS and any(not block.needs() for block in commands(path))])
def test_commands_run(path: Path, folder: Path) -> None:
    for block in commands(path):
        if not block.needs():
            check_commands(block, folder)
    written = [(folder / "clean" / f"{number}.txt", seed) for number, seed in enumerate(SEEDS, 1)]
    written.append((folder / "clean.txt", SEED))
    for target, seed in written:
        assert not target.exists() or read(target) == cleantext.clean(read(seed)), target.name


@needs_bash
@pytest.mark.parametrize(
    "block", [block for path in PAGES for block in commands(path) if block.needs()], ids=lambda block: block.needs()
)
def test_commands_that_need_a_program_run(block: Block, folder: Path) -> None:
    if shutil.which(block.needs()) is None:
        pytest.skip(f"left out: {block.needs()} is not on this machine")
    check_commands(block, folder)
    assert "东昌府区行政审批服务局的帮办专员" in read(folder / "clean.txt")


@those(DOCUMENTS)
def test_no_code_is_left_out_without_a_reason(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"^ +```", text, re.MULTILINE), "indented code is not found by these tests"
    for block in blocks(path):
        assert block.language in ("python", "sh", "console", "text", "toml"), block.language
        assert re.fullmatch(r"not run: .{10,}|needs [a-z]+|[a-z ]*", block.mark), block.mark
        # a file of a rule, tried in test_new_rule.py, is the only Python that is no example
        is_example = ">>>" in block.code or block.mark == "rule file" or block.mark.startswith("not run")
        assert block.language != "python" or is_example
        assert block.language != "toml" or tomllib.loads(block.code)


def test_the_settings_of_the_guide_are_read(folder: Path) -> None:
    (folder / "cleantext.toml").write_text(marked(DOCS / "profiles.md", "settings"), encoding="utf-8")
    (folder / "page.txt").write_text("⽂化，靑岛\n", encoding="gb18030")
    (folder / "words.txt").write_text("陳學聖\n", encoding="utf-8")
    (folder / "lexicon.toml").write_text('byline = ["撰稿人"]\n', encoding="utf-8")
    assert run("cleantext clean page.txt", folder).stdout == "文化，青岛\n"


@those(DOCUMENTS)
def test_links_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        target = (path.parent / link).resolve()
        if name(target).startswith(MADE):  # whoever reads it where it is not made is told why the link is dead
            assert re.search("by `make docs`, so (it is|these three pages are) not in git", text), link
        else:
            assert target.exists(), link


def test_every_page_is_in_the_contents() -> None:
    # `search` would be taken for Sphinx's own page of that name
    assert "search" not in {path.stem for path in PAGES}
    listed = re.findall(
        r"^(?:[A-Z][a-z ]+<)?([a-z/-]+)>?$", (DOCS / "index.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    pages = [path.relative_to(DOCS).with_suffix("").as_posix() for path in PAGES]
    assert sorted([*listed, "index"]) == sorted([*pages, "rules/index", "cli", "api"])


def test_the_guide_names_all_commands_and_profiles() -> None:
    text = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert isinstance(cli, click.Group)
    for command in cli.commands:
        assert f"| `cleantext {command}` |" in text, command
    text = (DOCS / "profiles.md").read_text(encoding="utf-8")
    for profile in PROFILES:
        assert f"\n- `{profile}`" in text, profile
    for tier in cleantext.Tier:
        assert f"`{tier.name}`" in text, tier


def test_the_guide_to_rules_names_all_stages_and_effects() -> None:
    text = (DOCS / "rules.md").read_text(encoding="utf-8")
    for stage in cleantext.Stage:
        assert f"| `{stage.name.lower()}` |" in text, stage
    for effect in cleantext.Effect:
        assert f"`{effect.name}` " in text, effect


def test_the_pages_made_from_the_code_name_all_rules_and_commands(tmp_path: Path) -> None:
    for room in ("tools", "src"):
        shutil.copytree(REPO / room, tmp_path / room)
    (tmp_path / "docs" / "rules").mkdir(parents=True)
    (tmp_path / "docs" / "rules" / "gone.md").write_text("of a rule that is gone", encoding="utf-8")
    made = subprocess.run(
        [sys.executable, "tools/make_docs.py"], cwd=tmp_path, capture_output=True, check=False, text=True
    )
    assert made.returncode == 0, made.stderr
    pages = {path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / "docs" / "rules").glob("*.md")}
    listed = pages.pop("index")
    assert set(pages) == {rule.name for rule in all_rules()}
    for rule in all_rules():
        assert f"| [{rule.name}]({rule.name}.md) | {rule.tier.name} | " in listed
        assert f"\n{rule.name}\n" in listed
        assert pages[rule.name].startswith(f"# {rule.name}\n")
        assert rule.summary[1:] in pages[rule.name]
    page = (tmp_path / "docs" / "cli.md").read_text(encoding="utf-8")
    assert isinstance(cli, click.Group)
    for called, command in cli.commands.items():
        assert f"## cleantext {called}\n" in page
        for option in command.params:
            assert option.opts[-1] in page or option.param_type_name == "argument", option.opts
    page = (tmp_path / "docs" / "api.md").read_text(encoding="utf-8")
    for public in cleantext.__all__:
        shown = rf"(:: |## )cleantext\.{public}\n|^`{public}` is "
        assert re.search(shown, page, re.MULTILINE) or public.startswith("_"), public
    for module in (cleantext.errors, cleantext.testing):
        for public, value in vars(module).items():
            if getattr(value, "__module__", "") == module.__name__ and not public.startswith("_"):
                assert f":: {module.__name__}.{public}\n" in page


DOCUMENTED = [
    value
    for module in (cleantext, cleantext.testing)
    for value in (getattr(module, public) for public in module.__all__)
    if isinstance(value, type) and (is_dataclass(value) or hasattr(value, "_fields"))
]


@pytest.mark.parametrize("documented", [*DOCUMENTED, *map(type, all_rules())], ids=lambda found: found.__name__)
def test_a_docstring_names_every_field(documented: Any) -> None:
    """What a class holds, and what a rule can be set to, is said in its docstring, each by its name."""
    names = documented._fields if issubclass(documented, tuple) else [field.name for field in fields(documented)]
    for field in names:
        named = rf"`{field}`|^ +(?:[a-z_]+, )*{field}(?:, [a-z_]+)*: "
        assert re.search(named, str(documented.__doc__), re.MULTILINE), field


def test_the_changelog_has_its_first_section() -> None:
    text = (REPO / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## Unreleased\n\n### Output\n\n- ", text, re.MULTILINE)
