"""Settings of the command in a file: `cleantext.toml`, or `[tool.cleantext]` of a `pyproject.toml`."""

from __future__ import annotations

import os.path
import re
from collections.abc import Collection, Mapping
from typing import Any

from cleantext._pages import printable
from cleantext.errors import SettingsError, UnknownNameError

__all__ = ["find", "read_settings"]

_OWN, _SHARED = "cleantext.toml", "pyproject.toml"


class _UnknownKeyError(UnknownNameError):
    thing = "setting"


def find(start: str) -> str | None:
    """Return the nearest file of settings, from a folder upwards; a `pyproject.toml` without a table of ours is none.

    Raises:
        SettingsError: a file on the way cannot be read.
    """
    place, below = os.path.realpath(start), ""
    while place != below:  # above the topmost folder is that folder
        if os.path.isfile(own := os.path.join(place, _OWN)):
            return own
        if os.path.isfile(shared := os.path.join(place, _SHARED)) and _table(shared) is not None:
            return shared
        place, below = os.path.dirname(place), place
    return None


def read_settings(path: str, lists: Collection[str], words: Collection[str]) -> dict[str, Any]:
    """Return what a file of settings says.

    Args:
        path: a TOML file; of a `pyproject.toml` the table `tool.cleantext` is read.
        lists: the keys that take a list of strings.
        words: the keys that take one string. `settings` is known besides: for the name of a rule, its options.

    Raises:
        SettingsError: it cannot be read, has an unknown key, or a value of the wrong kind; the message has the nearest
            key.
    """
    table = _table(path)
    if table is None:
        raise SettingsError(f"{printable(path)}: it has no table [tool.cleantext]; add one, or leave out --config")
    found = {}
    for key, value in table.items():
        if key in lists:
            is_right, kind = isinstance(value, list) and all(isinstance(v, str) for v in value), "a list of strings"
        elif key in words:
            is_right, kind = isinstance(value, str), "a string"
        elif key == "settings":
            is_right = isinstance(value, Mapping) and all(isinstance(v, Mapping) for v in value.values())
            kind = "a table of rules, as in [settings.broken-line]"
        else:
            raise SettingsError(f"{printable(path)}: {_UnknownKeyError(key, (*lists, *words, 'settings'))}")
        if not is_right:
            raise SettingsError(f"{printable(path)}: {key} is {printable(repr(value))}; it must be {kind}")
        found[key] = value
    return found


# A table of ours is named in one line (`[tool.cleantext]`, `tool.cleantext.profile = …`) or below a line `[tool]`, or
# its name is spelt with escapes.
_MAY_BE_OURS_RE = re.compile(rb"tool.*cleantext|^[^\nA-Za-z0-9_-]*tool[^\nA-Za-z0-9_-]*(?:#.*)?$|\\[uUx]", re.MULTILINE)


def _table(path: str) -> Mapping[str, Any] | None:
    """Return our part of a file; None where it has none."""
    try:
        is_shared = os.path.basename(path) == _SHARED
        with open(path, "rb") as file:
            data = file.read()
        if is_shared and not _MAY_BE_OURS_RE.search(data):
            return None  # to read all of it takes longer than to clean a page
        import tomllib

        table: Any = tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise SettingsError(
            f"{printable(path)}: {error.strerror or error}; name another --config, or give --isolated"
        ) from None
    except ValueError as error:
        raise SettingsError(f"{printable(path)}: it is no TOML ({error}); mend it, or give --isolated") from None
    if is_shared:
        tool = table.get("tool", {})
        table = tool.get("cleantext") if isinstance(tool, Mapping) else None
        if table is not None and not isinstance(table, Mapping):
            raise SettingsError(f"{printable(path)}: tool.cleantext is no table; write [tool.cleantext]")
    return table  # type: ignore[no-any-return]
