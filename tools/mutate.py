"""Mutation testing: change the core in one place at a time, and see that a test fails.

    python tools/mutate.py --sample 40                all files of the core, 40 mutants of each
    python tools/mutate.py --only _trace.py --all     every mutant of one file

A mutant is the module with one comparison, operator, constant or statement changed; which ones are drawn follows from
the seed. Each is run in a process of its own against the tests that are named for its file, until the first one fails.
Prints the survivors and the score. Exit code: 1 where the score is under --floor.
"""

import argparse
import ast
import importlib
import importlib.abc
import importlib.util
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

REPO = Path(__file__).resolve().parent.parent
SRC = REPO / "src" / "cleantext"
MAX_SECONDS = 600
_PAGES = ("test_pages.py", "test_promises.py")
_LAYOUT = ("test_forms.py", "test_contract.py", "test_path.py", "test_cleaner.py", *_PAGES)
# The tests of a file, the likeliest first. Of random texts few are tried.
TARGETS: dict[str, tuple[str, ...]] = {
    "_apply.py": ("test_contract.py", "test_testing.py", "test_trace.py", *_PAGES),
    "_trace.py": ("test_trace.py", "test_edits.py", "test_explain.py", "test_search.py"),
    "_edits.py": ("test_edits.py", "test_cli_edits.py"),
    "_exact.py": ("test_edits.py", "test_cli_edits.py"),
    "_decisions.py": ("test_decisions.py", "test_states.py"),
    "_cleaner.py": ("test_cleaner.py", "test_document.py", "test_decisions.py", "test_trace.py", *_PAGES),
    "_protect.py": ("test_protect.py",),
    "_files.py": ("test_files.py", "test_faults.py", "test_cli.py", "test_cli_edits.py"),
    "_corpus/manifest.py": ("test_corpus.py", "test_corpus_faults.py", "test_states.py"),
    "_paragraphs/separator.py": ("test_path.py", *_LAYOUT),
    "_layout/width.py": _LAYOUT,
    "_layout/columns.py": _LAYOUT,
}
_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Add: ast.Sub, ast.Sub: ast.Add,
    ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.And: ast.Or,
    ast.Or: ast.And,
}  # fmt: skip


class Mutant(NamedTuple):
    """One change of a module."""

    file: str
    number: int
    line: int
    what: str


def sites(tree: ast.Module) -> Iterator[tuple[int, str, Callable[[], None]]]:
    """Yield line, description and the function that makes it for each change of a tree, in its order."""
    for parent, field, node in _walk(tree):
        line = getattr(node, "lineno", getattr(parent, "lineno", 0))
        if isinstance(node, ast.Compare):
            for k, op in enumerate(node.ops):
                if type(op) in _SWAPS:
                    yield line, _swap_name(op), partial(_put, node.ops, k, _SWAPS[type(op)]())
        elif isinstance(node, ast.BinOp | ast.BoolOp | ast.AugAssign):
            if type(node.op) in _SWAPS:
                yield line, _swap_name(node.op), partial(setattr, node, "op", _SWAPS[type(node.op)]())
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
            yield line, f"no {type(node.op).__name__}", partial(_set, parent, field, node, node.operand)
        elif isinstance(node, ast.Constant):
            other = _other(node.value)
            if other is not None:
                yield line, f"{node.value!r} → {other!r}", partial(setattr, node, "value", other)
        elif isinstance(node, ast.Continue | ast.Break):
            swapped: ast.stmt = ast.Break() if isinstance(node, ast.Continue) else ast.Continue()
            yield line, f"{type(node).__name__} → {type(swapped).__name__}", partial(_set, parent, field, node, swapped)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            yield line, f"no {ast.unparse(node)[:50]}", partial(_set, parent, field, node, ast.Pass())
        if isinstance(node, ast.If | ast.While | ast.IfExp):
            test = node.test
            if isinstance(test, ast.Name | ast.Call | ast.Attribute):
                yield line, "test negated", partial(setattr, node, "test", ast.UnaryOp(ast.Not(), test))


def _walk(node: ast.AST) -> Iterator[tuple[ast.AST, str, ast.AST]]:
    """Yield each node that decides something, with its parent; no types, docstrings or texts of messages."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "type_comment"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or isinstance(
                child, ast.JoinedStr | ast.Import | ast.ImportFrom | ast.Raise
            ):
                continue
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                continue
            if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
                continue
            if isinstance(child, ast.Assign) and ast.unparse(child.targets[0]) == "__all__":
                continue
            yield node, field, child
            yield from _walk(child)


def _swap_name(op: ast.AST) -> str:
    return f"{type(op).__name__} → {_SWAPS[type(op)].__name__}"


def _put(items: list[Any], place: int, item: Any) -> None:
    items[place] = item


def _set(parent: ast.AST, field: str, old: ast.AST, new: ast.AST) -> None:
    value = getattr(parent, field)
    if isinstance(value, list):
        value[value.index(old)] = new
    else:
        setattr(parent, field, new)


def _other(value: object) -> object:
    """Return what takes the place of a constant, None where it is left: long strings are messages and patterns."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, str) and len(value) <= 2:
        return "XX" if value else "X"
    return None


def mutants(file: str) -> list[Mutant]:
    found = sites(ast.parse((SRC / file).read_text("utf-8")))
    return [Mutant(file, number, line, what) for number, (line, what, _) in enumerate(found)]


def source_of(mutant: Mutant) -> str:
    """Return the module with its change."""
    tree = ast.parse((SRC / mutant.file).read_text("utf-8"))
    for number, (_, _, change) in enumerate(list(sites(tree))):
        if number == mutant.number:
            change()
    return ast.unparse(ast.fix_missing_locations(tree))


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds one module with its change, and leaves all others to the next finder."""

    def __init__(self, mutant: Mutant) -> None:
        self.name = "cleantext." + mutant.file.removesuffix(".py").replace("/", ".")
        self.path, self.source = str(SRC / mutant.file), source_of(mutant)

    def find_spec(self, fullname: str, _path: object, _target: object = None) -> Any:
        """Return the module's own specification, with this as its loader."""
        if fullname != self.name:
            return None
        spec = importlib.util.spec_from_loader(fullname, self, origin=self.path)
        if spec is not None:
            spec.has_location = True
        return spec

    def exec_module(self, module: Any) -> None:
        """Run the changed source."""
        exec(compile(self.source, self.path, "exec"), module.__dict__)


def begin(mutant: Mutant | None, tests: Sequence[str]) -> int:
    """Run tests in a process of their own; return its number."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        os.setpgid(0, 0)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for number in (0, 1, 2):
            os.dup2(nowhere, number)
        if mutant is not None:
            sys.meta_path.insert(0, Finder(mutant))
        import pytest

        left_out = "not browser and not hostile and not slow and not timed"
        # hypothesis is there already
        options = ["-x", "-q", "-p", "no:xdist", "-W", "ignore::pytest.PytestAssertRewriteWarning", "-m", left_out]
        code = pytest.main([*options, *tests])
    finally:
        os._exit(int(code))


def end(pid: int) -> bool:
    """Wait for the tests, and tell whether all passed; what takes too long has failed."""
    limit = time.monotonic() + MAX_SECONDS
    while time.monotonic() < limit:
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            return status == 0
        time.sleep(0.02)
    os.killpg(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return False


def survives(mutant: Mutant) -> bool:
    return end(begin(mutant, _paths(mutant.file)))


def _paths(file: str) -> list[str]:
    return [str(path) for name in dict.fromkeys(TARGETS[file]) if (path := REPO / "tests" / name).exists()]


def preload() -> None:
    """Import what all processes need, and nothing of ours."""
    sys.path[:0] = [str(REPO / "src"), str(REPO / "tests")]
    os.environ["HYPOTHESIS_PROFILE"] = "few"
    os.chdir(REPO)
    for name in ("hypothesis.strategies", "pyarrow.parquet", "pytest", "regex", "opencc", "ftfy"):
        importlib.import_module(name)
    assert "cleantext" not in sys.modules


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--only", action="append", choices=TARGETS, help="a file of the core; may be given again")
    parser.add_argument("--sample", type=int, default=30, help="mutants a file")
    parser.add_argument("--all", action="store_true", help="all mutants")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--floor", type=float, default=0.0, help="the least score, 0-1")
    given = parser.parse_args(arguments)
    preload()
    killed = tried = there = 0
    for file in given.only or TARGETS:
        found = mutants(file)
        drawn = found if given.all else random.Random(given.seed).sample(found, min(given.sample, len(found)))
        if not end(begin(None, _paths(file))):
            print(f"{file}: its tests fail without a mutant", file=sys.stderr)
            return 1
        alive = []
        for mutant in sorted(drawn, key=lambda mutant: mutant.number):
            if survives(mutant):
                alive.append(mutant)
                print(f"  {file}:{mutant.line}: {mutant.what}", flush=True)
        print(f"{file}: {len(drawn) - len(alive)} of {len(drawn)} found, {len(found)} there are", flush=True)
        killed, tried, there = killed + len(drawn) - len(alive), tried + len(drawn), there + len(found)
    print(f"score: {killed} of {tried} mutants were found ({killed / tried:.1%}), drawn from {there}")
    return 1 if killed < given.floor * tried else 0


if __name__ == "__main__":
    sys.exit(main())
