"""All texts of one and two characters of a hostile alphabet: what random texts reach by luck only."""

import sys
import unicodedata

import pytest

from cleantext import Cleaner
from cleantext._profile import PROFILES
from promises import check_promises
from strategies import FORMS, MARKS, SPACES, UNSEEN

# A few Han, the stroke and the marks that rules look at, line ends, and one character of each kind that has a rule.
ALPHABET = "".join(dict.fromkeys("一了人零〇年月日版摄" + MARKS + FORMS + UNSEEN + SPACES + "\n\r\f0aA·■□①"))
FEW = ALPHABET[::4]
CLEANERS = {name: Cleaner(name) for name in PROFILES}


@pytest.mark.parametrize("profile", PROFILES)
def test_two_characters_of_few(profile: str) -> None:
    for first in FEW:
        for second in FEW:
            check_promises(first + second, CLEANERS[profile])


@pytest.mark.hostile
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("part", range(8))
def test_two_characters(profile: str, part: int) -> None:
    """Alone, and with a line feed between them: a seam."""
    cleaner = CLEANERS[profile]
    for first in ALPHABET[part::8]:
        for second in ALPHABET:
            check_promises(first + second, cleaner)
            check_promises(f"{first}\n{second}", cleaner)


@pytest.mark.hostile
@pytest.mark.parametrize("profile", PROFILES)
def test_one_character(profile: str) -> None:
    """Code points alone and among Han: all that are assigned, but of Han and Hangul each sixteenth."""
    clean = CLEANERS[profile].clean
    for number in range(sys.maxunicode + 1):
        character = chr(number)
        if number % 64 and unicodedata.category(character) in ("Cn", "Co", "Cs"):
            continue
        if number % 16 and 0x3400 < number < 0xD7A3:  # Han and Hangul are alike
            continue
        for text in (character, f"文{character}化。"):
            once = clean(text)
            assert clean(once) == once, hex(number)
