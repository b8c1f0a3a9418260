"""Numbers as Chinese writes them in words."""

from typing import Final

HAN_DIGITS: Final = "零一二三四五六七八九"
"""The digits, each at its own place."""


def in_words(number: int) -> str:
    """Return a number from 0 to 999 in words; 0 is no word.

    >>> [in_words(number) for number in (7, 10, 19, 20, 104, 112)]
    ['七', '十', '十九', '二十', '一百零四', '一百一十二']
    """
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = f"{HAN_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += "十" if tens == 1 and not hundreds else f"{HAN_DIGITS[tens]}十"
    elif hundreds and ones:
        words += "零"
    return words + (HAN_DIGITS[ones] if ones else "")
