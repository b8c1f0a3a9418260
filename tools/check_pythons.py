"""Install the wheel into an empty environment of every Python that is here, and see that all give the same output.

    python tools/check_pythons.py dist/*.whl

Looks for Python 3.11 and later on the path, in the usual place of Debian's, and among those of pyenv. In each: the
wheel and what it needs, the command, a corpus, and the digest of what three profiles make of the seed pages and of the
hostile families. Exit code: 1 where one fails or gives something else.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

REPO = Path(__file__).resolve().parent.parent
OLDEST, NEWEST = 11, 15
SCRIPT = """
import hashlib, sys
from pathlib import Path
import cleantext
assert "site-packages" in cleantext.__file__, cleantext.__file__
texts = [path.read_bytes().decode() for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
texts += [path.read_bytes().decode("utf-8", "surrogatepass") for path in sorted(Path(sys.argv[2]).iterdir())]
digest, prints = hashlib.sha256(), set()
for profile in ("page", "text", "search"):
    cleaner = cleantext.Cleaner(profile)
    for text in texts:
        digest.update(cleaner.clean(text).encode("utf-8", "surrogatepass"))
print(digest.hexdigest(), len(texts))
"""


def pythons() -> Iterator[tuple[str, str]]:
    """Yield version and path of each Python that is new enough, each version once."""
    names = [f"python3.{minor}" for minor in range(OLDEST, NEWEST)]
    found = [shutil.which(name) for name in names]
    found += map(str, sorted((Path.home() / ".pyenv" / "versions").glob("3.*/bin/python")))
    found += ["/usr/bin/python3", sys.executable]
    seen = set()
    for path in found:
        if path is None or not os.access(path, os.X_OK):
            continue
        ask = "import sys; print('.'.join(map(str, sys.version_info[:3]))); sys.exit(sys.version_info < (3, 11))"
        done = subprocess.run([path, "-c", ask], capture_output=True, text=True, check=False)
        # the same version may have been built twice: Debian's is not that of pyenv
        version = done.stdout.strip() + (" (of the system)" if path.startswith("/usr/bin") else "")
        if done.returncode == 0 and version not in seen:
            seen.add(version)
            yield version, path


def hostile_texts(folder: Path) -> None:
    """Write one text of each hostile family: another Python would draw others."""
    sys.path.insert(0, str(REPO / "tests"))
    from hostile_families import FAMILIES

    for name, family in FAMILIES.items():
        (folder / f"{name.replace(' ', '_')}.txt").write_bytes(family(1_500).encode("utf-8", "surrogatepass"))


def tried(python: str, wheels: Sequence[str], place: Path, texts: Path) -> str:
    """Install wheels with a Python, run them, and return what came out."""
    environment = place / "environment"
    subprocess.run([python, "-m", "venv", str(environment)], check=True)
    own = str(environment / "bin" / "python")
    subprocess.run([own, "-m", "pip", "install", "--quiet", *wheels], check=True, stderr=subprocess.DEVNULL)
    command = str(environment / "bin" / "cleantext")
    seeds = str(REPO / "seeds")
    for args in (
        ["--version"],
        ["corpus", seeds, "-o", "out", "--quiet", "--isolated"],
        ["corpus", "-o", "out", "--verify"],
    ):
        subprocess.run([command, *args], cwd=place, check=True, stdout=subprocess.DEVNULL)
    done = subprocess.run([own, "-c", SCRIPT, seeds, str(texts)], cwd=place, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("wheels", nargs="+")
    wheels = [str(Path(name).resolve()) for name in parser.parse_args(arguments).wheels]
    results: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder, "texts")
        texts.mkdir()
        hostile_texts(texts)
        for number, (version, python) in enumerate(pythons()):
            place = Path(folder, str(number))
            place.mkdir()
            try:
                results[version] = tried(python, wheels, place, texts)
            except subprocess.CalledProcessError as error:
                results[version] = f"failed: {error}"
            print(f"{version:28}{results[version]}", flush=True)
    return 0 if len(set(results.values())) == 1 and "failed" not in next(iter(results.values())) else 1


if __name__ == "__main__":
    sys.exit(main())
