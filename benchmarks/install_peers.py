"""Install the dependency groups `peers` and `peers-apart`; what cannot be installed is said and left out.

The package of clean-text has the name of ours, so it goes, alone, into a folder of its own: build/clean-text.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

REPO = Path(__file__).parent.parent
APART = REPO / "build" / "clean-text"


def install(*args: str) -> bool:
    """Run pip and tell whether it succeeded."""
    return subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", *args]).returncode == 0


def main() -> None:
    """Install all at once, or where that fails one after the other."""
    with (REPO / "pyproject.toml").open("rb") as file:
        groups: dict[str, list[str]] = tomllib.load(file)["dependency-groups"]
    if not install(*groups["peers"]):
        for peer in groups["peers"]:
            if not install(peer):
                print(f"{peer} cannot be installed here: it will be absent from the figures")
    for peer in groups["peers-apart"]:
        if not install("--upgrade", "--no-deps", "--target", str(APART), peer):
            print(f"{peer} cannot be installed here: it will be absent from the figures")


if __name__ == "__main__":
    main()
