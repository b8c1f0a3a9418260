"""What data must not do: reach a terminal, be run, or bring a licence with it. The report is in test_report_browser."""

import ast
import io
import sys
import unicodedata
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest

from cleantext import Cleaner
from cleantext._files import write_stdout
from cleantext._profile import PROFILES
from command import Run
from corpora import REPO

ESCAPES = "\x1b]0;title\x07\x1b[2J\x9b31m\u202e\u2066\b\x7f"
TEXT = f"“小易”是来自东昌府区{ESCAPES}行政审批\n\n服务局的⽂化帮办专员。\n1{ESCAPES}．5\n{ESCAPES}\ue000锟斤拷\n"
NAME = "\x1b[2J\u202e\n\x9ba.txt"
CONTROLS = [c for c in map(chr, range(0x110000)) if unicodedata.category(c) == "Cc" and c not in "\t\n\v\f\r\x85"]


def obeyed(text: str) -> set[str]:
    """Return the characters of a text that a terminal obeys or that reorder what it shows."""
    return {c for c in text if c in CONTROLS or c in "\u200e\u200f\u061c" or unicodedata.category(c) == "Cf"}


@pytest.mark.parametrize("profile", ["page", "text"])
@pytest.mark.parametrize(
    "args",
    [
        ("clean", "--diff"), ("clean", "--check"), ("explain",), ("doubts",), ("inspect",), ("clean", "--config"),
        ("clean", "--protect"), ("clean", "--lexicon"), ("clean", "-o", "a/b", "--edits"), ("revert", "--edits"),
        ("report", "-o", "out.html"), ("review",), ("clean", "--encoding", NAME), ("clean", "--profile", NAME),
        ("clean", "--with", NAME), ("rules", NAME), (NAME,), ("explain", "--format", "json"),
        ("inspect", "--format", "json"),
    ],
    ids=lambda args: " ".join(args).encode("unicode_escape").decode(),
)  # fmt: skip
def test_no_escape_of_a_name_or_a_text_is_printed(run: Run, args: tuple[str, ...], profile: str) -> None:
    Path(NAME).write_text(TEXT, "utf-8")
    options = ("--profile", profile) if args[0] in ("clean", "explain", "doubts", "inspect", "report") else ()
    _, out, err = run(args[0], *options, *args[1:], NAME)
    assert obeyed(out.decode() + err) == set()


@pytest.mark.parametrize("profile", PROFILES)
def test_a_cleaned_text_holds_no_control(profile: str) -> None:
    for control in CONTROLS:
        assert Cleaner(profile).clean(f"文{control}化\n") in ("文化\n", "文 化\n"), hex(ord(control))


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("文\x1b[2J\x9b\t化\r\n".encode(), r"文\x1b[2J\x9b".encode() + "\t化\r\n".encode()),
        ("文\x1b化\n".encode("gb18030"), "文\\x1b化\n".encode("gb18030")),
    ],
)
def test_a_terminal_gets_escapes_and_a_pipe_the_text(
    monkeypatch: pytest.MonkeyPatch, data: bytes, shown: bytes
) -> None:
    for kind, wanted in ((Terminal, shown), (io.TextIOWrapper, data)):
        raw = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", kind(raw))
        write_stdout(data)
        assert raw.getvalue() == wanted


DANGEROUS = {"marshal", "shelve", "subprocess", "ctypes", "code", "runpy", "socket", "http", "urllib", "webbrowser"}


def test_nothing_is_run_or_unpickled() -> None:
    """`import_module` finds our own rules and commands, and a decorated rule by the name that it was defined under.

    The one socket asks whether the Ray cluster that was named answers.
    """
    found = set()
    for path in (REPO / "src").rglob("*.py"):
        name = path.relative_to(REPO / "src" / "cleantext").as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name.split(".")[0] for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [(node.module or "").split(".")[0], *(alias.name for alias in node.names)]
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                names = [node.func.id] if node.func.id in ("eval", "exec", "compile", "__import__") else []
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
                names = [node.attr] if node.attr in ("system", "popen", "execv", "spawnv") else []
            risky = {*DANGEROUS, "pickle", "import_module", "eval", "exec", "compile", "__import__", "system", "popen"}
            found |= {(name, n) for n in names if n in risky}
    imported = {
        ("_rule.py", "import_module"),
        ("rules/__init__.py", "import_module"),
        ("cli/__init__.py", "import_module"),
    }
    assert found == {("testing.py", "pickle"), ("_corpus/cluster.py", "socket"), *imported}


def test_settings_name_rules_and_never_code(run: Run) -> None:
    Path("a.txt").write_text("文化\n", "utf-8")
    for line in (
        'with = ["os:system"]',
        'profile = "os.system"',
        'with = ["./evil.py"]',
        "[settings.broken-line]\nx = 1",
    ):
        Path("cleantext.toml").write_text(line + "\n", "utf-8")
        Path("evil.py").write_text("raise SystemExit(7)", "utf-8")
        code, out, err = run("clean", "a.txt")
        assert (code, out) == (2, b""), line
        assert err.startswith("cleantext: ")


def test_dependencies_have_lower_bounds_and_no_upper_ones() -> None:
    try:
        lines = [line for line in requires("cleantext-zh") or [] if "extra" not in line]
    except PackageNotFoundError:
        pytest.skip("left out: the package is not installed, so nobody knows what it requires")
    assert len(lines) > 3
    for line in lines:
        assert ">=" in line, line
        assert "<" not in line, line
        assert "==" not in line, line


def test_licences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(REPO / "tools"))
    from check_licences import main

    assert main() == 0
