"""Fuzz the cleaner: coverage-guided by atheris where it is installed, else by random changes of the same texts.

    python tools/fuzz.py --seconds 600

Begins with the seed pages and the examples of the rules. What breaks a promise is kept in `fuzz-found/`, and the exit
code is then not 0; make it a case in `tests/cases/` or `tests/test_promises.py`.
"""

import argparse
import hashlib
import os
import random
import sys
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

REPO = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPO / "tests"))
FOUND = REPO / "fuzz-found"
CORPUS = REPO / "build" / "fuzz"
MAX_CHARS = 600
PROFILES = ("page", "text", "search")


@cache
def cleaner(name: str) -> Any:
    from cleantext import Cleaner

    return Cleaner(name)


def check(text: str) -> None:
    """Hold a text against the promises, by one of the profiles."""
    from promises import check_blocks, check_promises

    check_promises(text, cleaner(PROFILES[len(text) % len(PROFILES)]))
    check_blocks(text, cleaner("page"))


def beginnings() -> list[str]:
    """Return the texts to begin with."""
    from cleantext.rules import all_rules

    texts = [example.before for rule in all_rules() for example in rule.examples]
    for path in sorted((REPO / "seeds").glob("*.txt")):
        page = path.read_bytes().decode()
        texts += [page[i : i + MAX_CHARS] for i in range(0, len(page), MAX_CHARS)]
    return texts


def keep(text: str, error: BaseException) -> None:
    """Write down the text that broke a promise."""
    data = text.encode("utf-8", "surrogatepass")
    FOUND.mkdir(exist_ok=True)
    target = FOUND / (hashlib.sha256(data).hexdigest()[:16] + ".txt")
    target.write_bytes(data)
    print(f"{target.relative_to(REPO)}: {type(error).__name__}: {error}", file=sys.stderr)


def changed(draw: random.Random, texts: Sequence[str]) -> str:
    """Return a text with a few pieces taken out, put in from another one, or said twice."""
    text = draw.choice(texts)
    for _ in range(draw.randint(1, 6)):
        at = draw.randint(0, len(text))
        end = min(len(text), at + draw.choice((0, 1, 1, 2, 8, 40)))
        other = draw.choice(texts)
        first = draw.randint(0, len(other))
        piece = draw.choice(
            (other[first : first + draw.randint(1, 30)], text[at:end] * 2, draw.choice("\n\f \u3000\u200b，。“”（)1a"))
        )
        text = (text[:at] + piece + text[end:])[:MAX_CHARS]
    return text


def by_chance(seconds: float, seed: int) -> int:
    """Try texts until the time is up; return the exit code."""
    draw, texts, tried, broken = random.Random(seed), beginnings(), 0, 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        text = changed(draw, texts)
        tried += 1
        try:
            check(text)
        except Exception as error:
            broken += 1
            keep(text, error)
    print(f"{tried} texts in {seconds:.0f} s by chance, {broken} broke a promise")
    return 1 if broken else 0


def by_coverage(seconds: float) -> None:
    """Let atheris look for texts that reach new code; it ends the process."""
    import atheris

    CORPUS.mkdir(parents=True, exist_ok=True)
    for text in beginnings():
        data = text.encode("utf-8", "surrogatepass")
        (CORPUS / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)

    def one(data: bytes) -> None:
        text = data.decode("utf-8", "surrogateescape")
        try:
            check(text)
        except Exception as error:
            keep(text, error)
            raise

    options = [f"-max_total_time={int(seconds)}", f"-max_len={3 * MAX_CHARS}", "-timeout=20", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={FOUND}{os.sep}", str(CORPUS)], one)
    FOUND.mkdir(exist_ok=True)
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0, help="of the random changes")
    parser.add_argument("--by-chance", action="store_true", help="without atheris, also where it is installed")
    given = parser.parse_args()
    try:
        import atheris
    except ImportError:
        given.by_chance = True
    if given.by_chance:
        return by_chance(given.seconds, given.seed)
    with atheris.instrument_imports(include=["cleantext"]):
        # the rules are imported at the first cleaner
        for name in PROFILES:
            cleaner(name)
    by_coverage(given.seconds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
