"""What stands in the Markdown files: their code, by language or by the mark before it, and the folder it runs in."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from corpora import REPO, SEEDS, read
from pdf import pdf

READMES = [REPO / "README.md", REPO / "README.zh.md"]
# those that tools/make_docs.py makes from the code are not in git
MADE = ("docs/cli.md", "docs/api.md", "docs/rules/")
PAGES = [
    path for path in sorted((REPO / "docs").rglob("*.md")) if not path.relative_to(REPO).as_posix().startswith(MADE)
]

_BLOCK_RE = re.compile(
    r"^(?:<!-- (?P<mark>[^\n]+) -->\n)?```(?P<language>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL
)
_COMMAND_RE = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Block(NamedTuple):
    """Code between two fences, and what the comment above them says."""

    language: str
    code: str
    mark: str

    def needs(self) -> str:
        """Return the program that it needs besides ours, mostly none."""
        return self.mark.removeprefix("needs ") if self.mark.startswith("needs ") else ""

    def runs(self) -> bool:
        return not self.mark.startswith("not run: ")


def blocks(path: Path) -> list[Block]:
    """Return all code of a file, block by block."""
    found = _BLOCK_RE.finditer(path.read_text(encoding="utf-8"))
    return [Block(block["language"], block["code"], block["mark"] or "") for block in found]


def code(path: Path, language: str) -> list[str]:
    """Return the code of one language, block by block."""
    return [block.code for block in blocks(path) if block.language == language]


def marked(path: Path, mark: str) -> str:
    """Return the one block of code under `<!-- mark -->`."""
    (block,) = [block.code for block in blocks(path) if block.mark == mark]
    return block


def commands(path: Path) -> list[Block]:
    """Return the blocks of commands that can be run here."""
    return [block for block in blocks(path) if block.language in ("sh", "console") and block.runs()]


def sessions(block: Block) -> list[tuple[str, str | None]]:
    """Return the commands of a block, each with its output, which is `None` where the block shows none."""
    if block.language == "sh":
        return [(block.code, None)]
    found = [(match[1], match[2]) for match in _COMMAND_RE.finditer(block.code)]
    assert "".join(f"$ {command}\n{output}" for command, output in found) == block.code
    return found


def lay_out(folder: Path) -> None:
    """Put into a folder what the documents speak of: a page, the same as a PDF, and five pages."""
    (folder / "pages").mkdir()
    for number, seed in enumerate(SEEDS, 1):
        (folder / "pages" / f"{number}.txt").write_bytes(seed.read_bytes())
    (folder / "page.txt").write_bytes(SEEDS[0].read_bytes())
    lines = [line.strip() for line in read(SEEDS[0]).split("\n") if line.strip()]
    (folder / "page.pdf").write_bytes(pdf(lines[:100]))


def run(command: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run commands in a folder, as bash does with a user who has installed cleantext."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
