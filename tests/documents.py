"""What stands in the Markdown files: their code, by language or by the mark before it."""

import re
from pathlib import Path

_BLOCK_RE = re.compile(
    r"^(?:<!-- (?P<mark>[a-z ]+) -->\n)?```(?P<language>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL
)


def code(path: Path, language: str) -> list[str]:
    """Return the code of one language, block by block."""
    found = _BLOCK_RE.finditer(path.read_text(encoding="utf-8"))
    return [block["code"] for block in found if block["language"] == language]


def marked(path: Path, mark: str) -> str:
    """Return the one block of code under `<!-- mark -->`."""
    (block,) = [b["code"] for b in _BLOCK_RE.finditer(path.read_text(encoding="utf-8")) if b["mark"] == mark]
    return block
