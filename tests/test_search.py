"""The profile `search`: one query finds all ways to write a thing, and a hit leads back to the source."""

import hashlib
from pathlib import Path

import pytest

from cleantext import Cleaner
from cleantext._data.classes import FULLWIDTH_ALNUM, LETTER
from cleantext._layout.pattern import pattern
from cleantext.rules import all_rules
from corpora import SEEDS, read

SEARCH = Cleaner("search")
# Ways to write one thing; each is found by the query that any other of them makes.
VARIANTS = {
    "width": ("2023年EOD", "２０２３年ＥＯＤ", "2023年ＥＯＤ"),
    "case": ("Python", "PYTHON", "ｐｙｔｈｏｎ"),
    "spaces": ("1月9日使用Python", "1 月 9日使用 Python", "1月9日　使用\u00a0Python"),
    "variants": ("青岛高铁", "靑岛髙铁", "青岛⾼铁"),
    "selectors": ("葛城", "葛\U000e0100城"),
    "quotes": ("“云时代”", "「云时代」", '"云时代"', "﹁云时代﹂"),
    "brackets": ("（记者", "(记者", "（ 记者"),
    "names": ("詹姆斯·邦德", "詹姆斯•邦德", "詹姆斯・邦德", "詹姆斯.邦德"),
    "dashes": ("城——产", "城──产", "城———产"),
    "accents": ("hǎo", "ha\u030co"),
}
PAIRS = [(name, one, two) for name, forms in VARIANTS.items() for one in forms for two in forms]


@pytest.mark.parametrize(("name", "written", "asked"), PAIRS)
def test_a_query_finds_every_way_to_write_it(name: str, written: str, asked: str) -> None:
    source = f"今天我们说{written}的事，大家都来听。"
    trace = SEARCH.trace(source)
    query = SEARCH.clean(asked)
    at = trace.text.find(query)
    assert at >= 0, (name, trace.text, query)
    start, end = trace.to_source(at, at + len(query))
    assert source[start:end] == written


def test_a_hit_over_the_end_of_a_line_leads_back() -> None:
    page = read(SEEDS[0])
    trace = SEARCH.trace(page)
    query = SEARCH.clean("行政审批服务局")
    at = trace.text.index(query)
    start, end = trace.to_source(at, at + len(query))
    assert page[start:end] == "行政审批\n\n服务局"


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_each_character_of_a_seed_page_leads_back_to_itself(path: Path) -> None:
    page = read(path)
    trace = SEARCH.trace(page)
    assert SEARCH.clean(trace.text) == trace.text
    for at, character in enumerate(trace.text):
        start, end = trace.to_source(at, at + 1)
        if "\u4e00" <= character <= "\u9fff":
            assert character in SEARCH.clean(page[start:end])


def test_folding_is_asked_for() -> None:
    folding = {rule.name for rule in all_rules() if rule.name.startswith("fold-")}
    assert len(folding) == 4
    assert folding <= {rule.name for rule in SEARCH.rules}
    for profile in ("page", "text"):
        assert folding.isdisjoint(rule.name for rule in Cleaner(profile).rules)


def test_case_folding_is_the_same_in_every_python() -> None:
    """`str.casefold` has the Unicode version of its Python; of the letters of the pinned version it folds all alike."""
    letter = pattern(f"[{LETTER}{FULLWIDTH_ALNUM}]")
    folded = "".join(c + c.casefold() for c in map(chr, range(0x110000)) if c != c.casefold() and letter.match(c))
    assert hashlib.sha256(folded.encode()).hexdigest()[:16] == "bb9f2ab4876d1695"
