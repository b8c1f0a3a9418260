"""Whether two characters stand side by side in words: a line that ends within a word goes on in the next one."""

from typing import Final

from cleantext._data.words import BEHIND

APART, SELDOM, OFTEN = range(3)
_SLASH: Final = "/"


def together(before: str, behind: str) -> int:
    """Return how often two characters stand side by side in words: `APART` (hardly ever), `SELDOM` or `OFTEN`.

    >>> together("老", "人") == OFTEN, together("动", "为") == APART
    (True, True)
    """
    row = BEHIND.get(before, "")
    at = row.find(behind, 1)
    if at < 0:
        return APART
    return SELDOM if row.find(_SLASH, 1, at) >= 0 else OFTEN
