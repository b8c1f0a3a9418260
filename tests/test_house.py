"""The house: imports go one way, heavy packages have one door, decisions stand on our own tables, files stay small."""

import ast
import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from corpora import REPO, in_git

SRC = REPO / "src" / "cleantext"
# A file imports only from lines above its own; what shares a line does not import each other.
ORDER = [
    ("errors",),
    ("_version", "_frozen"),
    ("_data",),
    ("_layout",),
    ("_paragraphs",),
    ("_block", "_text"),
    ("_rule",),
    ("_apply", "_trace", "_similarity", "_mojibake", "_script", "_protect", "_lexicon", "_line_ends"),
    ("rules",),
    ("_choice",),
    ("_profile",),
    ("_json",),
    ("_blocks", "_decisions", "_document", "_fingerprint"),
    ("_given", "_pipeline"),
    ("_cleaner",),
    ("_render",),
    ("_pages",),
    ("_encodings", "_settings"),
    ("_decode", "_exact"),
    ("_edit_lines",),
    ("_edits", "_places"),
    ("_hunks", "_explain", "_seams"),
    ("_inspect",),
    ("_files",),
    ("_formats", "_beside"),
    ("_report",),
    ("_corpus",),
    ("__init__",),
    ("testing", "cli", "adapters"),
    ("__main__",),
]
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
# Imports that go the other way, each with the reason why it may.
BACKWARD: dict[tuple[str, str], str] = {}
# Packages that `import cleantext` must not load: each is imported in one file, these in that room.
DOORS = {"click": "cli"}
HEAVY = {"opencc", "rapidfuzz", "ftfy", "charset_normalizer", "regex", "click", "rich", "pyarrow", "zstandard", "ray"}
# An adapter derives from classes of its package, and is imported by those who have it only.
ADAPTERS = {"langchain": {"langchain_core"}, "llama_index": {"llama_index", "pydantic"}, "haystack": {"haystack"}}
MAX_LINES = 300


class Import(NamedTuple):
    target: str
    is_lazy: bool
    line: int


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(SRC.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path, tree: ast.Module) -> Iterator[Import]:
    """Yield what a file imports, inside functions and under TYPE_CHECKING too."""
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, id(node) in inside, node.lineno)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno} imports by dots; write the whole name"
            for alias in node.names:
                submodule = f"{node.module}.{alias.name}"
                is_module = (SRC.parent / Path(*submodule.split("."))).with_suffix(".py").exists()
                is_package = (SRC.parent / Path(*submodule.split("."))).is_dir()
                yield Import(
                    submodule if is_module or is_package else str(node.module), id(node) in inside, node.lineno
                )


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def module_name(path: Path) -> str:
    parts = path.relative_to(SRC.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 2 else parts)


def is_rule(module: str) -> bool:
    """Tell whether a module is a rule or finds them; a file `_…` in a folder of rules is there for its neighbours."""
    return room(module) == "rules" and not module.rpartition(".")[2].startswith("_")


def test_imports_go_one_way() -> None:
    wrong = []
    for path, tree in modules():
        name = module_name(path)
        assert room(name) in RANK, f"{name} has no place in ORDER"
        for found in imports(path, tree):
            if not found.target.startswith("cleantext"):
                continue
            here, there = RANK[room(name)], RANK[room(found.target)]
            is_neighbour = room(name) == room(found.target) and not is_rule(found.target)
            if there >= here and not is_neighbour and (name, found.target) not in BACKWARD:
                wrong.append(f"{name}:{found.line} imports {found.target}")
    assert not wrong, "\n".join(wrong)


def test_no_exception_is_left_over() -> None:
    found = {(module_name(path), found.target) for path, tree in modules() for found in imports(path, tree)}
    assert set(BACKWARD) <= found


def test_a_heavy_package_has_one_door_and_is_imported_when_it_is_needed() -> None:
    doors: dict[str, set[str]] = {}
    for path, tree in modules():
        for found in imports(path, tree):
            package = found.target.partition(".")[0]
            if package == "cleantext" or package in sys.stdlib_module_names:
                continue
            if room(module_name(path)) == "adapters":
                assert package in ADAPTERS[path.stem], f"{path.name}:{found.line} imports {package}"
                continue
            assert package in HEAVY, f"{path.name}:{found.line} imports {package}, which is no dependency"
            doors.setdefault(package, set()).add("cli" if room(module_name(path)) == "cli" else path.name)
            assert found.is_lazy or package == "click", (
                f"{path.name}:{found.line} imports {package} when it is imported"
            )
    for package, files in doors.items():
        assert len(files) == 1, f"{package} is imported in {', '.join(sorted(files))}"
        assert DOORS.get(package, *files) in files


# What another Python may answer otherwise: its `unicodedata` and its `re` know another Unicode.
METHODS = {
    "isalnum", "isalpha", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace",
    "istitle", "isupper", "splitlines",
}  # fmt: skip
CLASS_RE = re.compile(r"\\[wWdDbBpPX]|\[:[a-z]+:\]")
# The same outside decisions about a text, each with the reason why it may.
UNDECIDED = {
    ("_pages.py", r"(\w+(?:, \w+)*): +(.*)"): "reads our own docstrings, whose setting names are ASCII",
}


def test_decisions_stand_on_our_own_tables() -> None:
    wrong = []
    for path, tree in modules():
        if path.parent.name == "_data":
            continue
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            where = f"{path.relative_to(SRC)}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Attribute) and node.attr in METHODS:
                wrong.append(f"{where} calls .{node.attr}()")
            is_string = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
            if is_string and CLASS_RE.search(node.value) and (path.name, node.value) not in UNDECIDED:
                wrong.append(f"{where} has a class of Python's own in {node.value!r}")
        wrong += [
            f"{path.relative_to(SRC)}:{found.line} imports unicodedata"
            for found in imports(path, tree)
            if found.target == "unicodedata"
        ]
    assert not wrong, "\n".join(wrong)


def test_no_file_is_longer_than_two_screens() -> None:
    folders = [REPO / name for name in ("src", "tests", "tools", "benchmarks")]
    files = [path for folder in folders for path in folder.rglob("*.py") if path.parent.name != "_data"]
    lengths = {path.relative_to(REPO).as_posix(): path.read_text(encoding="utf-8").count("\n") for path in files}
    assert len(lengths) > 30
    assert {name: length for name, length in lengths.items() if length > MAX_LINES} == {}


def test_files_are_named_for_what_lies_in_them() -> None:
    assert not {path.name for path in SRC.rglob("*.py")} & {"utils.py", "util.py", "common.py", "misc.py", "helpers.py"}


MACHINE_RE = re.compile(
    r"(?<![\w.])/(?:work|farm|tmp|root|home|opt|srv)/[\w.-]+|https?://(?:localhost|127\.|10\.|192\.168\.)"
    r"|(?:extra-)?index-url|find-links|file:///"
)


def test_no_file_in_git_knows_the_machine_it_was_written_on() -> None:
    wrong = []
    for name in in_git(others=True):
        if name.startswith(("seeds/", "tests/gold/")) or name == "tests/test_house.py":
            continue
        text = (REPO / name).read_bytes().decode("utf-8", "replace")
        wrong += [f"{name}: {found[0]}" for found in MACHINE_RE.finditer(text)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", ["LICENSE", "CHANGELOG.md", "README.md", "README.zh.md", "seeds/README.md", ".ci/run"])
def test_the_house_has_its_papers(name: str) -> None:
    assert (REPO / name).stat().st_size > 0


def test_the_seed_pages_are_what_they_were() -> None:
    """The hash in a seed page's name is not of its bytes, so the digests stand in seeds/README.md."""
    papers = (REPO / "seeds" / "README.md").read_text(encoding="utf-8")
    pages = sorted((REPO / "seeds").glob("*.txt"))
    assert len(pages) == 5
    for path in pages:
        assert path.name in papers
        assert hashlib.sha256(path.read_bytes()).hexdigest() in papers
