"""JSON of any text: readable, and what is not safe to look at as an escape."""

import re
from functools import cache
from typing import Any

__all__ = ["to_json"]

# A lone surrogate has no place in UTF-8; C1 controls are obeyed by terminals, and marks of direction reorder a line.
_UNSHOWN_RE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@cache
def _encoder(indent: int | None) -> Any:
    """Return what makes JSON, which `json.dumps` would make anew each time."""
    import json  # most runs write none

    return json.JSONEncoder(ensure_ascii=False, indent=indent)


def to_json(item: Any, indent: int | None = None) -> str:
    r"""Return JSON whose characters stand as they are, but for what UTF-8 or a terminal would not show as it is.

    >>> to_json({"a": "文\ud800"})
    '{"a": "文\\ud800"}'
    """
    text = _encoder(indent).encode(item)
    return _UNSHOWN_RE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
