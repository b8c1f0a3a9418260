"""Whether a line is the page number that is wanted on its page, read a little differently or in other numerals."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleantext._data.classes import DIGIT, HAN, LETTER
from cleantext._layout.numerals import HAN_DIGITS, in_words
from cleantext._layout.pattern import pattern

__all__ = ["is_folio", "wanted"]

_FAR = 12  # pages between two that show where the numbers are
_LOOSE_RE = pattern(f"[^{HAN}{DIGIT}]{{0,4}}([{DIGIT}]{{1,4}})[^{HAN}{DIGIT}]{{0,4}}")
_NOT_LETTER_RE = pattern(f"[^{HAN}{LETTER}{DIGIT}○|]+")
# What OCR reads for a digit.
_DIGITS = str.maketrans("lIi|oOQ〇○zZsSB", "11110000022558")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MAX_NUMBER = 400  # numbers above are not written in Roman numerals; Han ones have no thousands here


def wanted(folios: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pages between two with a page number that lack one, with the number wanted on them.

    Args:
        folios: pages in order, each with its page number.

    >>> list(wanted([(0, 21), (1, 22), (4, 25), (5, 90)]))
    [(2, 23), (3, 24)]
    """
    for (place, number), (after, last) in pairwise(folios):
        if after - place <= _FAR and last - number == after - place:
            yield from ((between, number + between - place) for between in range(place + 1, after))


def is_folio(content: str, number: int) -> bool:
    """Tell whether a line is this page number; a numeral alone may number a poem or a section.

    >>> [is_folio(line, 112) for line in ("i 112", "l12", "11Z", "一一二", "一百一十二", "CXII", "第112节", "113")]
    [True, True, True, True, True, True, False, False]
    """
    if (loose := _LOOSE_RE.fullmatch(content)) and int(loose[1]) == number:
        return True
    letters = _NOT_LETTER_RE.sub("", content)
    if len(letters) < 2:
        return False
    return letters.translate(_DIGITS) == str(number) or letters.lower() in _written(number)


def _written(number: int) -> Sequence[str]:
    """Return how a number is written in Han numerals and in Roman ones.

    >>> _written(20), _written(104)
    (('二〇', '二零', '二○', '二十', 'xx'), ('一〇四', '一零四', '一○四', '一百零四', 'civ'))
    """
    if not 0 < number < _MAX_NUMBER:
        return ()
    digits = "".join(map(HAN_DIGITS.__getitem__, map(int, str(number))))
    roman, left = "", number
    for value, sign in _ROMAN:
        roman += sign * (left // value)
        left %= value
    return digits.replace("零", "〇"), digits, digits.replace("零", "○"), in_words(number), roman
