"""One hostile text against the promises, in a process of its own: `python hostile_worker.py FAMILY SIZE [all|clean]`.

Prints a digest of what came out, the seconds of one run and the peak of memory (bytes) of one run. `clean` makes only
that run; `all` (left out: the same) also checks the promises, every rule on its own, and how time grows.
"""

import hashlib
import re
import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from cleantext import Cleaner, Form, Text
from cleantext._apply import apply
from cleantext.rules import all_rules
from hostile import check_growth
from hostile_families import CLEAN, FAMILIES
from promises import check_blocks, check_promises, trimmed

MAX_ADDRESSES = 4 << 30  # bytes; a run that asks for more dies and does not take the machine with it
_GROWTH_SIZE = 8_000


def peak() -> int:
    """Return the peak of this process's memory, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():  # `ru_maxrss` of a child begins with what its parent held
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
        assert found
        return int(found[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def check_rules(text: str) -> None:
    """See that each rule's edits of this text are in order, inside it, change something, and are the same again."""
    for form in (Form.COLUMNS, Form.FLOWING, Form.LINES):
        seen = Text.of_form(text, form)
        for rule in all_rules():
            edits = rule.edits(seen)
            position = 0
            for start, end, replacement in edits:
                assert position <= start <= end <= len(text), (rule.name, form)
                assert text[start:end] != replacement, (rule.name, form)
                position = end
            assert list(rule.edits(Text.of_form(text, form))) == list(edits), (rule.name, form)
            if edits:
                apply(seen, edits, rule)


def growing(make: Callable[[int], str], size: int) -> Callable[[], object]:
    # the radical is always changed, so that a size at which nothing else is does not save itself the second run
    return partial(Cleaner().clean, make(size) + "\n⽂ \n")


def main(name: str, size: int, what: str = "all") -> None:
    """Check one text of a family and print what came of it."""
    resource.setrlimit(resource.RLIMIT_AS, (MAX_ADDRESSES, MAX_ADDRESSES))
    text = FAMILIES[name](size)
    start = time.process_time()
    cleaned = Cleaner().clean(text)
    seconds, memory = time.process_time() - start, peak()
    digest = hashlib.sha256(cleaned.encode("utf-8", "surrogatepass")).hexdigest()
    print(digest, f"{seconds:.3f}", memory, len(text.encode("utf-8", "surrogatepass")), flush=True)
    if what == "clean":
        assert Cleaner().clean(cleaned) == cleaned
        return
    for profile in ("page", "text", "search"):
        check_promises(text, Cleaner(profile))
    check_blocks(text, Cleaner())
    check_rules(text[:4_000])
    if name in CLEAN:
        assert trimmed(cleaned) == trimmed(text)
    check_growth(partial(growing, FAMILIES[name]), _GROWTH_SIZE)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
