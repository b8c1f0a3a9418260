"""Which of the two Chinese scripts a text is in, by the characters that only one of them has."""

from functools import cache
from typing import NamedTuple

from cleantext._layout.pattern import pattern

__all__ = ["Evidence", "ScriptCount", "evidence", "script_of"]


class Evidence(NamedTuple):
    """The characters that only simplified script has, those that only traditional script has, and what finds them."""

    simplified: frozenset[str]
    traditional: frozenset[str]
    simplified_re: pattern
    traditional_re: pattern


@cache
def evidence(without: str = "") -> Evidence:
    """Return what shows in which script a text is; the table is loaded when this is asked for first.

    Args:
        without: characters that are not to count.
    """
    from cleantext._data.scripts import GB2312_SIMPLIFIED_ONLY, TRADITIONAL_ONLY

    simplified = frozenset(GB2312_SIMPLIFIED_ONLY).difference(without)
    # the rarest characters stand outside the first plane; a pattern with them is a hundred times as slow
    traditional = frozenset(char for char in TRADITIONAL_ONLY if char <= "\uffff").difference(without)
    res = [pattern(f"[{''.join(sorted(script))}]") for script in (simplified, traditional)]
    return Evidence(simplified, traditional, *res)


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
    known = evidence()
    simplified, traditional = len(known.simplified_re.findall(text)), len(known.traditional_re.findall(text))
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
