"""The command inside a test: files in the folder that it runs in."""

from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, bytes, str]]
"""Takes arguments and `stdin`, returns exit code, standard output, standard error: the fixture `run`."""


def write(name: str, text: str | bytes) -> str:
    """Write a file, its folder too where it is missing; return its name."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return name
