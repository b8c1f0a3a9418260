"""Whether two characters stand side by side in words: a line that ends within a word goes on in the next one."""

from itertools import pairwise
from typing import Final

APART, SELDOM, OFTEN = range(3)
_SLASH: Final = "/"
_FEW: Final = 5  # characters of a row, with its slash
# What a seam between two Han says, in tenths of a natural logarithm: of 12,234 within blocks 30 % are OFTEN and 13 %
# SELDOM, of 2,241 between two blocks 0.9 % and 3.7 %.
_SAYS: Final = {OFTEN: 35, SELDOM: 12, APART: -5}
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


def tears(lines: list[str]) -> int:
    """Return how likely lines side by side are one text that was broken within words: tenths of a natural logarithm.

    >>> tears(["市民在新落", "成的科技馆", "体验模拟驾", "驶"]) > 30, tears(["红糖", "山药", "老姜"])
    (True, -10)
    """
    said = 0
    for before, behind in pairwise(lines):
        if "\u4e00" <= behind[:1] <= "\u9fff" and "\u4e00" <= before[-1:] <= "\u9fff":
            said += _SAYS[together(before[-1], behind[0])]
    return said


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
