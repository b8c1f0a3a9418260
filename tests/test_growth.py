"""Time grows with the text and no faster: pages said again and again, and hostile texts, through the whole cleaner."""

from collections.abc import Callable
from functools import partial
from itertools import cycle

import pytest

import cleantext
import hostile
from cleantext import Cleaner
from corpora import SEEDS, read
from hostile import SIZE, UNITS, check_growth, repeated

PAGES = {path.name[:3]: read(path) for path in SEEDS}
CLEANERS = {name: Cleaner(name) for name in ("page", "text", "search")}
PAGE_SIZE = 30_000


def cleaning(cleaner: Cleaner, unit: str, size: int) -> Callable[[], object]:
    return partial(cleaner.clean, repeated(unit, size))


@pytest.mark.parametrize("profile", CLEANERS)
@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str, profile: str) -> None:
    check_growth(partial(cleaning, CLEANERS[profile], PAGES[name]), PAGE_SIZE)


@pytest.mark.parametrize("name", PAGES)
def test_pages_in_a_document(name: str) -> None:
    check_growth(partial(cleaning, CLEANERS["page"], PAGES[name] + "\f"), PAGE_SIZE)


@pytest.mark.parametrize("profile", CLEANERS)
@pytest.mark.parametrize("name", UNITS)
def test_hostile_texts(name: str, profile: str) -> None:
    check_growth(partial(cleaning, CLEANERS[profile], UNITS[name]))


@pytest.mark.parametrize("name", UNITS)
def test_traces_and_blocks(name: str) -> None:
    def work(size: int) -> Callable[[], object]:
        text = repeated(UNITS[name], size)

        def run() -> None:
            CLEANERS["page"].trace(text).revert()
            CLEANERS["page"].blocks(text)

        return run

    check_growth(work)


@pytest.mark.parametrize("unit", ["的", "的 ", "“", "（", "\n", " ", "\u0301", "1", "a"])
def test_a_long_line_is_cleaned(unit: str) -> None:
    text = repeated(unit, 1_000_000)
    assert cleantext.clean(cleantext.clean(text)) == cleantext.clean(text)


def test_growth_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The judge judges, by a clock that the work moves: squares fail, also where bursts make single calls longer."""
    clock = [0.0]
    bursts = cycle((0.0, 0.0, 0.0, 3.0))
    monkeypatch.setattr(hostile.time, "process_time", lambda: clock[0])

    def growing(power: float, size: int) -> Callable[[], object]:
        def work() -> None:
            clock[0] += (size / SIZE) ** power + next(bursts)

        return work

    check_growth(partial(growing, 1))
    check_growth(partial(growing, 1.5))
    for power in (1.6, 2, 3):
        with pytest.raises(AssertionError, match="twice the text took"):
            check_growth(partial(growing, power))
