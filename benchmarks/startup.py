"""How long the command takes to start: one page cleaned by it, against the imports it cannot do without."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

REPO = Path(__file__).parent.parent
OURS, UNIT = "cleantext clean, one page", "import click, regex"
PAGE = REPO / "seeds" / "000_2456a79ffd27d133.txt"
# Bytecode is written in the first round, as it is when a package is installed.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Taken(NamedTuple):
    """Seconds of one process: of the processor (user and system), and by the clock on the wall."""

    processor: float
    wall: float


def commands() -> dict[str, list[str]]:
    """Return what is started, by name."""
    script = Path(sys.executable).with_name("cleantext")
    return {
        OURS: [str(script), "clean", str(PAGE)],
        UNIT: [sys.executable, "-c", "import click, regex"],
        "python, nothing": [sys.executable, "-c", "pass"],
        "import cleantext": [sys.executable, "-c", "import cleantext"],
    }


def taken(command: list[str]) -> Taken:
    """Run a command to its end and return what it took.

    Raises:
        RuntimeError: it failed.
    """
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=_ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return Taken(usage.ru_utime + usage.ru_stime, wall)


def measure(rounds: int = 31) -> dict[str, list[Taken]]:
    """Return what each command took, round by round; a first round, which may write bytecode, is not counted."""
    every = commands()
    found: dict[str, list[Taken]] = {name: [] for name in every}
    for number in range(rounds + 1):
        for name, command in every.items():
            one = taken(command)
            if number:
                found[name].append(one)
    return found
