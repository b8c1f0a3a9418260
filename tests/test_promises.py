"""The five promises: over any text, page-like text, mutated seed pages, and every file of the corpora."""

import os
import random
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given

import cleantext
import cleantext._profile as profile_module
from cleantext import Cleaner
from cleantext._profile import PROFILES, ordered
from cleantext.rules import all_rules
from corpora import SEEDS, SHARED, clean_texts, pages, read, seeds
from promises import check_blocks, check_promises, letters, trimmed
from strategies import COLUMN, any_text, lines_in_columns, mutated_pages, page_text, short_text, tries

CLEANERS = {name: Cleaner(name) for name in PROFILES}
# The seam cases on which a draft of this design failed at once.
SEAMS = ("…部\n，\n街", "一\n  \n二", "\f", "\n", "", "\r", "a\r\nb\rc\n", "一\f\n二", "“\n”", " \n ", "\ud800", "0\n0")

every_profile = pytest.mark.parametrize("profile", CLEANERS)


def with_seams(test: Callable[..., None]) -> Callable[..., None]:
    for text in SEAMS:
        test = example(text=text)(test)
    return test


@every_profile
@with_seams
@given(text=any_text)
@tries(300)
def test_any_text(profile: str, text: str) -> None:
    check_promises(text, CLEANERS[profile])


@every_profile
@with_seams
@given(text=short_text)
@tries(600)
def test_short_text(profile: str, text: str) -> None:
    check_promises(text, CLEANERS[profile])


@every_profile
@given(text=page_text)
@tries(400)
def test_page_like_text(profile: str, text: str) -> None:
    check_promises(text, CLEANERS[profile])


@every_profile
@given(text=lines_in_columns)
@example(text="签名：\u3000\u3000\u3000\u3000\n" + COLUMN)  # an index out of range, once
@tries(400)
def test_a_line_in_the_midst_of_columns(profile: str, text: str) -> None:
    check_promises(text, CLEANERS[profile])


@every_profile
@given(text=mutated_pages())
@tries(200)
def test_mutated_seed_pages(profile: str, text: str) -> None:
    check_promises(text, CLEANERS[profile])


@with_seams
@given(text=any_text | page_text | mutated_pages())
@tries(200)
def test_blocks_hold_all_letters_in_order(text: str) -> None:
    check_blocks(text, CLEANERS["page"])


@every_profile
@pytest.mark.parametrize("path", seeds() + pages() + clean_texts())
def test_every_file(profile: str, path: Path) -> None:
    text = read(path)
    trace = check_promises(text, CLEANERS[profile])
    assert trace.chosen == "full"  # the guard is for hostile text; on real pages the first candidate must stand
    check_blocks(text, CLEANERS[profile])


@pytest.mark.parametrize("path", clean_texts("same"))
def test_clean_text_stays(path: Path) -> None:
    text = read(path)
    assert trimmed(cleantext.clean(text)) == trimmed(text)


@pytest.mark.parametrize("path", clean_texts("lines"))
def test_lines_of_line_structured_text_stay_lines(path: Path) -> None:
    text = read(path)
    before, after = (trimmed(t).split("\n") for t in (text, cleantext.clean(text)))
    assert [bool(line) for line in after] == [bool(line) for line in before]
    assert [letters(unicodedata.normalize("NFKC", line)) for line in after] == [
        letters(unicodedata.normalize("NFKC", line)) for line in before
    ]


@pytest.mark.parametrize("path", clean_texts("letters"))
def test_letters_stay(path: Path) -> None:
    text = read(path)
    before, after = (letters(unicodedata.normalize("NFKC", t)) for t in (text, cleantext.clean(text)))
    assert after == before


@pytest.mark.parametrize("path", seeds())
def test_line_ends_are_kept(path: Path) -> None:
    text = read(path)
    for line_end in ("\r\n", "\r"):
        assert cleantext.clean(text.replace("\n", line_end)) == cleantext.clean(text).replace("\n", line_end)


def test_wrong_types_are_named() -> None:
    with pytest.raises(TypeError, match=r"cleantext\.decode"):
        cleantext.clean(b"abc")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="list"):
        cleantext.clean(["abc"])  # type: ignore[arg-type]


_DIGEST = """
import hashlib, sys
from pathlib import Path
import cleantext
digest = hashlib.sha256()
for name in sys.argv[1:]:
    text = Path(name).read_bytes().decode()
    for profile in ("page", "text", "search"):
        digest.update(cleantext.clean(text, profile).encode())
print(digest.hexdigest())
"""


def test_every_process_gives_the_same() -> None:
    paths = SEEDS + sorted((SHARED / "pages").glob("*/raw.txt"))
    digests = set()
    for seed in ("0", "1", "4242"):
        command = [sys.executable, "-c", _DIGEST, *map(str, paths)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        digests.add(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
    assert len(digests) == 1


@pytest.mark.parametrize("seed", range(8))
def test_the_order_inside_a_stage_does_not_matter(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    shuffled = list(all_rules())
    random.Random(seed).shuffle(shuffled)
    monkeypatch.setattr(profile_module, "all_rules", lambda: tuple(shuffled))
    cleaner = Cleaner("page")
    assert cleaner.rules == ordered(cleaner.rules)
    for path in [*SEEDS, *sorted((SHARED / "pages").glob("*/raw.txt"))]:
        text = read(path)
        assert cleaner.clean(text) == CLEANERS["page"].clean(text), path.name


def test_the_shuffle_shuffles(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without this the test above could pass on a profile that sorts its rules by name."""
    rules = all_rules()
    monkeypatch.setattr(profile_module, "all_rules", lambda: rules[::-1])
    turned = Cleaner("page").rules
    assert [rule.stage for rule in turned] == sorted(rule.stage for rule in turned)
    assert [rule.name for rule in turned] != [rule.name for rule in CLEANERS["page"].rules]
