"""Run a work some rounds, so that its instructions can be counted:  instructions_work.py WORK TEXTS.json ROUNDS

The work is `unit`, or the method of a `Cleaner` that is called.
"""

import gc
import json
import sys
from collections.abc import Callable
from pathlib import Path

from cleantext import Cleaner
from cleantext._data.forms import KANGXI

_TABLE = {ord(char): to for char, to in KANGXI.items()}


def unit(text: str) -> object:
    """Do what the works are compared with: a translation in C, and a plain loop."""
    counts: dict[str, int] = {}
    for char in text.translate(_TABLE):
        counts[char] = counts.get(char, 0) + 1
    return counts


def main() -> None:
    """Do the work once, which makes whatever is made at first use, and then the rounds."""
    name, texts, rounds = sys.argv[1:]
    found = json.loads(Path(texts).read_text(encoding="utf-8"))
    work: Callable[[str], object] = unit if name == "unit" else getattr(Cleaner(), name)
    gc.disable()
    for _ in range(1 + int(rounds)):
        for text in found:
            work(text)


if __name__ == "__main__":
    main()
