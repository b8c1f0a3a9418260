"""Which of the two Chinese scripts a text is in, by the characters that only one of them has."""

from typing import NamedTuple

from cleantext._data.scripts import GB2312_SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from cleantext._layout.pattern import pattern

__all__ = ["SIMPLIFIED", "TRADITIONAL", "ScriptCount", "script_of"]

# The rarest characters stand outside the first plane; a pattern with them is a hundred times as slow.
_COMMON_TRADITIONAL = "".join(char for char in TRADITIONAL_ONLY if char <= "\uffff")
SIMPLIFIED = frozenset(GB2312_SIMPLIFIED_ONLY)
"""Characters that show that a text is simplified."""
TRADITIONAL = frozenset(_COMMON_TRADITIONAL)
"""Characters that show that a text is traditional."""
SIMPLIFIED_RE = pattern(f"[{GB2312_SIMPLIFIED_ONLY}]")
TRADITIONAL_RE = pattern(f"[{_COMMON_TRADITIONAL}]")

_MAX_STRAY_PERCENT = 2  # OCR misreads one in a few hundred; a quotation in the other script is more than that


class ScriptCount(NamedTuple):
    """The script of a text, and the evidence for it.

    Attributes:
        script: `"simplified"`, `"traditional"`, `"mixed"` (more than one in fifty of the characters below is of the
            other script), or `"unknown"` (there are none).
        simplified: how many characters only simplified script has.
        traditional: how many characters only traditional script has.
    """

    script: str
    simplified: int
    traditional: int


def script_of(text: str) -> ScriptCount:
    """Tell in which script a text is written.

    Characters that both scripts have (`文`, `乾`, `后`) say nothing, nor do those of other languages.

    Args:
        text: any text; Japanese is counted like Chinese, for its characters are found in both scripts.

    >>> script_of("汉语")
    ScriptCount(script='simplified', simplified=2, traditional=0)
    >>> script_of("乾隆").script
    'unknown'
    """
    simplified, traditional = len(SIMPLIFIED_RE.findall(text)), len(TRADITIONAL_RE.findall(text))
    few = (simplified + traditional) * _MAX_STRAY_PERCENT // 100
    if not simplified + traditional:
        script = "unknown"
    elif traditional <= few:
        script = "simplified"
    elif simplified <= few:
        script = "traditional"
    else:
        script = "mixed"
    return ScriptCount(script, simplified, traditional)
