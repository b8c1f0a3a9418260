"""Count instructions under valgrind, which a busy machine does not change, and compare them with ceilings.

    python benchmarks/instructions.py           count; the exit code is 1 if a count is above its ceiling
    python benchmarks/instructions.py --set     count, and write the ceilings of this build

Each work is run some rounds, and twice as many, in a process of its own; the difference is what the rounds cost,
without the start. It is told as a ratio to a unit of the same run (`str.translate` and a plain loop), so that another
processor breaks nothing. Starts are told as a ratio to `import click, regex`.

Pythons differ by up to a quarter in that ratio, with their version and how they were built: ceilings hold for the
Python that they were counted with, and under another one nothing is compared.

Cachegrind without its caches counts what callgrind counts, in half the time.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import machine
import startup
import texts

CEILINGS = Path(__file__).with_name("ceilings.toml")
HEADROOM = 1.04  # of what was counted: counts of the same code differ by less than 1 %
WORK = Path(__file__).with_name("instructions_work.py")
START_UNIT = "import click, regex"
STARTS = ("import cleantext", startup.OURS)
_COUNTED_RE = re.compile(r"I +refs: +([\d,]+)")


class Work(NamedTuple):
    """A work of `instructions_work.py`: its name there, its texts, and the rounds that are enough."""

    name: str
    find: Callable[[], Sequence[str]]
    rounds: int


UNIT = Work("unit", texts.seed_pages, 3)
WORKS = {
    "clean: seed pages": Work("clean", texts.seed_pages, 1),
    "trace: two seed pages": Work("trace", lambda: texts.seed_pages()[2:4], 1),
    "clean: strings of 200 characters": Work("clean", lambda: texts.short_strings()[::4], 1),
    "clean: one paragraph, nothing to do": Work("clean", texts.long_paragraph, 3),
}


def counted(command: list[str]) -> int:
    """Run a command under valgrind and return how many instructions it took.

    Raises:
        RuntimeError: it failed, or nothing was counted.
    """
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    # once without valgrind: a first run compiles what it imports to bytecode, and that is not to be counted
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, check=False)
    tool = ["valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={os.devnull}"]
    done = subprocess.run(
        [*tool, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=environment
    )
    found = _COUNTED_RE.search(done.stderr)
    if done.returncode or found is None:
        raise RuntimeError(f"{command} ended with {done.returncode}:\n{done.stderr}")
    return int(found[1].replace(",", ""))


def per_round(work: Work) -> float:
    """Return the instructions of one round of a work."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "texts.json")
        path.write_text(json.dumps(work.find()), encoding="utf-8")
        few, many = (
            counted([sys.executable, str(WORK), work.name, str(path), str(n)]) for n in (work.rounds, 2 * work.rounds)
        )
    return (many - few) / work.rounds


def count() -> dict[str, float]:
    """Return the ratio of each work and each start to its unit."""
    unit = per_round(UNIT)
    if unit <= 0:
        raise RuntimeError(f"the unit took {unit} instructions: the second of its runs did less than the first")
    found = {name: per_round(work) / unit for name, work in WORKS.items()}
    # by this Python itself: valgrind follows no other program
    commands = startup.commands()
    commands[startup.OURS] = [sys.executable, "-m", "cleantext", *commands[startup.OURS][1:]]
    for name in (START_UNIT, *STARTS):
        startup.taken(commands[name])  # writes bytecode
    nothing = counted(commands["python, nothing"])
    start = counted(commands[START_UNIT]) - nothing
    return found | {f"start: {name}": (counted(commands[name]) - nothing) / start for name in STARTS}


def above(ratios: Mapping[str, float], ceilings: Mapping[str, float]) -> list[str]:
    """Return what to say of each ratio that is above its ceiling, or that has none."""
    said = []
    for name, ratio in ratios.items():
        ceiling = ceilings.get(name)
        if ceiling is None:
            said.append(f"{name}: {ratio:.4g} units, and no ceiling is set; `make ceilings` sets it")
        elif ratio > ceiling:
            said.append(f"{name}: {ratio:.4g} units, the ceiling is {ceiling:g}; make it cheaper, or `make ceilings`")
    return said


def read_ceilings(path: Path = CEILINGS) -> dict[str, dict[str, float]]:
    """Return the ceilings of each build."""
    with path.open("rb") as file:
        return tomllib.load(file)


def write_ceilings(ceilings: Mapping[str, Mapping[str, float]], path: Path = CEILINGS) -> None:
    """Write the ceilings of all builds."""
    lines = [
        "# Instructions that a work may take, as a ratio to a unit of the same run, by build and Python.",
        f"# Written by `make ceilings`: {HEADROOM:g} of what was counted.",
    ]
    for build in sorted(ceilings):
        lines += ["", f'["{build}"]', *(f'"{name}" = {ceiling:.4g}' for name, ceiling in ceilings[build].items())]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def main() -> int:
    """Count, then compare or write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--set", action="store_true", help="write the ceilings of this build")
    is_setting = parser.parse_args().set
    build, ceilings = f"{machine.build()}, {machine.python()}", read_ceilings()
    ratios = count()
    for name, ratio in ratios.items():
        print(f"{name:<44} {ratio:9.4g} units, ceiling {ceilings.get(build, {}).get(name, float('nan')):.4g}")
    if is_setting:
        ceilings[build] = {name: HEADROOM * ratio for name, ratio in ratios.items()}
        write_ceilings(ceilings)
        return 0
    if build not in ceilings:
        known = "; ".join(sorted(ceilings))
        print(f"instructions: no ceilings for {build} (there are: {known}); `make ceilings` sets them", file=sys.stderr)
        return 0
    said = above(ratios, ceilings[build])
    print("\n".join(said) or f"instructions: all below their ceilings, {build}", file=sys.stderr)
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
