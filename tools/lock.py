"""Write requirements-dev.lock: the versions that the tools of development are known to work in.

    python tools/lock.py             ask pip what it would install today, and write that down
    python tools/lock.py --check     fail where a dependency that pyproject.toml names is not in it, or is too old there

Versions only, without hashes: a hash would bind the file to the wheels of one system. The package itself is not held to
these; what it needs has lower bounds only. `make LOCK=requirements-dev.lock test` installs them.
"""

import argparse
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

REPO = Path(__file__).resolve().parent.parent
LOCK = REPO / "requirements-dev.lock"
GROUPS = ("dev", "docs", "browser")
HEAD = "# Written by tools/lock.py, with Python {}.{}; do not edit. `make LOCK=requirements-dev.lock` installs these.\n"
_NEED_RE = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?>=([0-9.]+)")


def normal(name: str) -> str:
    """Return a name as the index compares it.

    >>> normal("Charset_Normalizer")
    'charset-normalizer'
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(project: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield name and lower bound of what pyproject.toml names for running and for these groups."""
    lines, waiting = list(project["project"]["dependencies"]), list(GROUPS)
    while waiting:
        for item in project["dependency-groups"][waiting.pop()]:
            if isinstance(item, str):
                lines.append(item)
            else:
                waiting.append(item["include-group"])
    for line in lines:
        found = _NEED_RE.match(line)
        if found is None:
            raise ValueError(f"{line} has no lower bound; give it one")
        yield normal(found[1]), found[2]


def locked(text: str) -> dict[str, str]:
    r"""Return the versions by name.

    >>> locked("# x\na==1.0\n")
    {'a': '1.0'}
    """
    pairs = (line.split("==") for line in text.splitlines() if line and not line.startswith("#"))
    return dict(pairs)


def is_as_new(version: str, bound: str) -> bool:
    """Tell whether a version is at least as new as a bound.

    >>> is_as_new("2.10", "2.9"), is_as_new("26.1", "26.1.0"), is_as_new("2023.12", "2023.12.25")
    (True, True, False)
    """

    def numbers(text: str) -> list[int]:
        found = [int(part) for part in re.findall(r"\d+", text)]
        return found + [0] * (4 - len(found))

    return numbers(version) >= numbers(bound)


def wrong(project: dict[str, Any], versions: dict[str, str]) -> list[str]:
    """Return what is missing or too old."""
    return sorted(
        f"{name} >= {bound}: the lock has {versions.get(name, 'none')}"
        for name, bound in needed(project)
        if name not in versions or not is_as_new(versions[name], bound)
    )


def resolved() -> dict[str, str]:
    """Ask pip what it would install into an empty environment."""
    groups = [word for group in GROUPS for word in ("--group", group)]
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet", "--report", "-"]
    done = subprocess.run([*command, ".", *groups], cwd=REPO, check=True, stdout=subprocess.PIPE)
    items = [item["metadata"] for item in json.loads(done.stdout)["install"]]
    return {normal(item["name"]): item["version"] for item in items if normal(item["name"]) != "cleantext-zh"}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true")
    project = tomllib.loads((REPO / "pyproject.toml").read_text("utf-8"))
    if not parser.parse_args(arguments).check:
        versions = sorted(resolved().items())
        head = HEAD.format(*sys.version_info[:2])
        LOCK.write_text(head + "".join(f"{name}=={version}\n" for name, version in versions), "utf-8")
    found = wrong(project, locked(LOCK.read_text("utf-8")))
    print("\n".join(found) or f"{LOCK.name} has all that pyproject.toml names")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
