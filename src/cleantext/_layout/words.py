"""Whether two characters stand side by side in words: a line that ends within a word goes on in the next one."""

from typing import Final

APART, SELDOM, OFTEN = range(3)
_SLASH: Final = "/"
_FEW: Final = 5  # characters of a row, with its slash
_tables: Final[list[dict[str, str]]] = []  # one, made at the first question: flowing text has none


def together(before: str, behind: str) -> int:
    """Return how often two characters stand side by side in words: `APART` (hardly ever), `SELDOM` or `OFTEN`.

    >>> together("老", "人") == OFTEN, together("动", "为") == APART
    (True, True)
    """
    if not "\u4e00" <= behind <= "\u9fff":
        return APART
    row = (_tables[0] if _tables else _load()).get(before, "")
    at = row.find(behind)
    if at < 0:
        return APART
    return SELDOM if row.find(_SLASH, 0, at) >= 0 else OFTEN


def is_bound(before: str, behind: str) -> bool:
    """Tell whether a character stands in words behind one that hardly any other one stands behind.

    >>> is_bound("骆", "驼"), is_bound("王", "明")
    (True, False)
    """
    row = (_tables[0] if _tables else _load()).get(before, "")
    return len(row) <= _FEW and behind in row and behind != _SLASH


def _load() -> dict[str, str]:
    from cleantext._data.words import FIRST, ROWS

    found = dict(zip(FIRST, ROWS.split(" ")))
    _tables.append(found)
    return found
