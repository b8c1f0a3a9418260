"""Patterns that are compiled at their first use."""

import re
from typing import Any


class pattern:  # noqa: N801  (used like re.compile)
    """A regular expression that is compiled at first use, so that importing a rule costs nothing.

    With `context=True` it is compiled by the `regex` package (look-behind of any length, set operations, possessives).

    >>> pattern("[0-9]+").sub("#", "a1b22")
    'a#b#'
    """

    __slots__ = ("_context", "_flags", "_source", "findall", "finditer", "fullmatch", "match", "search", "split", "sub")
    _methods = frozenset(("findall", "finditer", "fullmatch", "match", "search", "split", "sub"))

    def __init__(self, source: str, *, context: bool = False, flags: int = 0) -> None:
        self._source, self._context, self._flags = source, context, flags

    def __getattr__(self, name: str) -> Any:
        # reached only until the methods of the compiled pattern are put in their slots
        if name not in self._methods:
            raise AttributeError(name)
        if self._context:
            import regex

            compiled: Any = regex.compile(self._source, self._flags | regex.V1)
        else:
            compiled = re.compile(self._source, self._flags)
        for method in self._methods:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
