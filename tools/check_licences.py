"""Fail for a dependency of the package, direct or not, whose licence asks more than to be named.

python tools/check_licences.py
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import metadata, requires

NAME = "cleantext-zh"
PERMISSIVE = ("MIT", "BSD", "APACHE", "ISC", "PSF", "PYTHON", "CNRI-PYTHON")
_NAME_RE = re.compile(r"[A-Za-z0-9._-]+")


def needed(name: str, seen: set[str]) -> Iterator[str]:
    """Yield the names of what a distribution needs to run, and of what that needs."""
    for line in requires(name) or []:
        found = _NAME_RE.match(line)
        if found and "extra ==" not in line and "sys_platform ==" not in line and found[0].lower() not in seen:
            seen.add(found[0].lower())
            yield found[0]
            yield from needed(found[0], seen)


def licence(name: str) -> str:
    """Return what a distribution says of its licence, in one line."""
    data = metadata(name)
    said = [
        *(data.get_all("License-Expression") or []),
        *(line.split("\n")[0] for line in data.get_all("License") or []),
    ]
    said += [line.rsplit(" :: ", 1)[-1] for line in data.get_all("Classifier") or [] if line.startswith("License")]
    return "; ".join(filter(None, said))


def is_permissive(said: str) -> bool:
    """Tell whether every part of a licence expression is a permissive one.

    >>> is_permissive("Apache-2.0 AND CNRI-Python"), is_permissive("MIT AND GPL-3.0"), is_permissive("")
    (True, False, False)
    """
    parts = [part.upper().removeprefix("THE ") for part in re.split(r"; | AND | OR ", said)]
    return bool(said) and all(part.startswith(PERMISSIVE) for part in parts)


def main() -> int:
    names = sorted(needed(NAME, set()), key=str.lower)
    for name in names:
        print(f"{name:24}{licence(name) or 'says nothing'}")
    return 0 if names and all(is_permissive(licence(name)) for name in names) else 1


if __name__ == "__main__":
    sys.exit(main())
