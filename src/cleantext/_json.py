"""JSON of any text: readable, and a lone surrogate as an escape."""

import json
import re
from typing import Any

__all__ = ["to_json"]

_SURROGATE_RE = re.compile("[\ud800-\udfff]")


def to_json(item: Any, indent: int | None = None) -> str:
    r"""Return JSON whose characters stand as they are, but for lone surrogates, which UTF-8 has no place for.

    >>> to_json({"a": "文\ud800"})
    '{"a": "文\\ud800"}'
    """
    text = json.dumps(item, ensure_ascii=False, indent=indent)
    return _SURROGATE_RE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
