r"""Words and patterns that every rule leaves as they are.

>>> unprotected([Edit(0, 1, "千"), Edit(4, 5, "")], spans("乾安县 路", ("乾安县",)))
[Edit(start=4, end=5, replacement='')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleantext._rule import Edit
from cleantext.errors import SettingsError

__all__ = ["Protected", "checked", "identity", "parse", "spans", "unprotected"]

Protected = str | re.Pattern[str]


def checked(items: Iterable[Protected]) -> tuple[Protected, ...]:
    """Return what is to be protected, each once.

    Raises:
        SettingsError: it is no collection, or something in it is neither a word nor a pattern of `re` for text.
    """
    if isinstance(items, str | bytes | re.Pattern) or not isinstance(items, Iterable):
        raise SettingsError(f"protect is one {type(items).__name__}, {items!r}; give a list of words and patterns")
    given = tuple(items)
    for item in given:
        if isinstance(item, re.Pattern) and isinstance(item.pattern, str):
            continue
        if not isinstance(item, str):
            raise SettingsError(f"protect holds {item!r}; give a word, or a pattern made with re.compile of a str")
        if not item:
            raise SettingsError("protect holds an empty word; leave it out")
    return tuple(dict.fromkeys(given))


def identity(item: Protected) -> str:
    """Return what tells a protected word or pattern from every other one, the same in every process."""
    return repr(item) if isinstance(item, str) else f"/{item.pattern!r}/{item.flags}"


def parse(text: str, name: str) -> tuple[Protected, ...]:
    r"""Read a list of words and patterns, one a line.

    A line between slashes is a pattern of `re` in which `^` and `$` are the ends of a line; what stands behind `#` at a
    line's start is a comment. White space around a line is not part of it.

    Args:
        text: the content of a file.
        name: what messages call the file.

    Raises:
        SettingsError: a line is no pattern; the message names the file and the line.

    >>> parse("# names\n乾安县\n/[甲乙]号楼/\n", "names.txt")
    ('乾安县', re.compile('[甲乙]号楼', re.MULTILINE))
    """
    found: list[Protected] = []
    for number, line in enumerate(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        item = line.strip(" \t\u3000")
        if not item or item.startswith("#"):
            continue
        if len(item) < 2 or not (item[0] == item[-1] == "/"):
            found.append(item)
            continue
        try:
            compiled = re.compile(item[1:-1], re.MULTILINE)
        except re.error as error:
            raise SettingsError(f"{name}: line {number}: {item} is no pattern ({error}); mend it") from error
        if item == "//":
            raise SettingsError(f"{name}: line {number}: // is an empty pattern; write one between the slashes")
        found.append(compiled)
    return tuple(dict.fromkeys(found))


def spans(string: str, protected: Iterable[Protected]) -> list[tuple[int, int]]:
    """Return the places (start, end) of protected words in a text, sorted, those that meet or overlap as one.

    Cost: one search a word; that of a pattern is its author's.
    """
    found: list[tuple[int, int]] = []
    for item in protected:
        if isinstance(item, str):
            at = string.find(item)
            while at >= 0:
                found.append((at, at + len(item)))
                at = string.find(item, at + 1)
        else:
            found += [match.span() for match in item.finditer(string) if match.end() > match.start()]
    found.sort()
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def unprotected(edits: Sequence[Edit], places: Sequence[tuple[int, int]]) -> Sequence[Edit]:
    """Return the edits that change nothing inside any of some places; what is put in beside one is outside.

    Args:
        edits: sorted, as a rule returns them.
        places: the answer of `spans`.
    """
    if not places:
        return edits
    left: list[Edit] = []
    i = 0
    for edit in edits:
        while i < len(places) and places[i][1] <= edit.start:
            i += 1
        if i == len(places) or edit.end <= places[i][0]:
            left.append(edit)
    return left
