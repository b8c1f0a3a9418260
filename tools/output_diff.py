"""Show what a change of the sources does to the output of all pages: run it before a change and after.

    python tools/output_diff.py --keep before FILE|FOLDER ...      clean all texts and keep the results in a folder
    python tools/output_diff.py before after                       compare two such folders

or at once, against another version in git:

    python tools/output_diff.py --against HEAD~3 FILE|FOLDER ...

Exit code: 0 where nothing differs, 1 where something does.
"""

import argparse
import difflib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from cleantext._pages import printable

REPO = Path(__file__).resolve().parent.parent
PROFILES = ("page", "text", "search")


def inputs(names: Iterable[str]) -> Iterator[Path]:
    """Yield the files that are named, and the texts of the folders."""
    for name in names:
        path = Path(name)
        yield from sorted(path.rglob("*.txt")) if path.is_dir() else [path]


def keep(folder: Path, names: Iterable[str]) -> None:
    """Clean texts with the package that is on the path, one folder a profile."""
    from cleantext import Cleaner, decode

    for profile in PROFILES:
        cleaner = Cleaner(profile)
        target = folder / profile
        target.mkdir(parents=True, exist_ok=True)
        for path in inputs(names):
            name = "_".join(path.resolve().parts[-3:])
            result = cleaner.clean(decode(path.read_bytes()).text)
            (target / name).write_bytes(result.encode("utf-8", "surrogatepass"))


def keep_version(version: str, folder: Path, names: Iterable[str]) -> None:
    """Do the same with the sources of another version."""
    with tempfile.TemporaryDirectory() as place:
        tree = subprocess.run(["git", "archive", version, "src"], cwd=REPO, check=True, capture_output=True).stdout
        subprocess.run(["tar", "-x", "-C", place], input=tree, check=True)
        environment = {**os.environ, "PYTHONPATH": f"{place}/src"}
        command = [sys.executable, str(Path(__file__).resolve()), "--keep", str(folder), *names]
        subprocess.run(command, env=environment, check=True)


def differences(before: Path, after: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the name of each text whose result differs, and the lines of the difference."""
    names = {path.relative_to(folder) for folder in (before, after) for path in folder.rglob("*") if path.is_file()}
    for name in sorted(names):
        old, new = _lines(before / name), _lines(after / name)
        if old != new:
            yield str(name), list(difflib.unified_diff(old, new, lineterm="", n=0))[2:]


def _lines(path: Path) -> list[str]:
    return path.read_bytes().decode("utf-8", "surrogatepass").split("\n") if path.exists() else []


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--keep", metavar="FOLDER")
    parser.add_argument("--against", metavar="VERSION")
    parser.add_argument("names", nargs="+")
    given = parser.parse_args(arguments)
    if given.keep:
        keep(Path(given.keep), given.names)
        return 0
    with tempfile.TemporaryDirectory() as place:
        if given.against:
            before, after = Path(place, "before"), Path(place, "after")
            keep_version(given.against, before, given.names)
            keep(after, given.names)
        elif len(given.names) == 2 and all(Path(name).is_dir() for name in given.names):
            before, after = map(Path, given.names)
        else:
            parser.error("name two folders made with --keep, or give --against a version")
        total = lines = 0
        for name, found in differences(before, after):
            print(f"=== {printable(name)}")
            print("\n".join(map(printable, found)))
            total += 1
            lines += sum(line[:1] in "+-" for line in found)
        print(f"{total} results differ, in {lines} lines")
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
