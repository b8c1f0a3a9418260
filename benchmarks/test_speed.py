"""`make bench`: everything is measured in turn, in one process, and what was measured is shown by pytest-benchmark.

pytest-benchmark would take one thing after the other, so that a busy minute spoils what is measured in it. So the
rounds are made by `rounds.interleaved`, and pytest-benchmark gets their seconds through a clock that replays them.
"""

from typing import Any

import pytest

import figures
import page
import suites
from peers import PEERS
from rounds import Times

RULES = suites.Parts(()).names


class Replay:
    """A clock that goes on by what was measured."""

    __name__ = "replay"

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


CLOCK = Replay()


def replay(benchmark: Any, times: Times | None, name: str) -> None:
    """Hand the seconds of one thing to pytest-benchmark."""
    if times is None:
        pytest.skip("left out: its texts are not on this machine")
    if name not in times:
        pytest.skip(f"left out: there is no {name}")
    rows = iter(times[name])

    def take() -> None:
        CLOCK.now += next(rows)

    benchmark.pedantic(take, rounds=len(times[name]), iterations=1)


def cases() -> list[Any]:
    """Return a parameter for each thing that is measured on each kind of text."""
    found = []
    for suite in suites.SUITES:
        theirs = [peer.name for peer in PEERS if suite.peers is None or peer.name in suite.peers]
        for name in (*suite.ours, *theirs):
            mark = pytest.mark.benchmark(group=suite.name, timer=CLOCK)
            found.append(pytest.param(suite.name, name, marks=mark, id=f"{suite.name}-{name}"))
    return found


@pytest.mark.parametrize(("suite", "name"), cases())
def test_speed(benchmark: Any, measured: figures.Figures, suite: str, name: str) -> None:
    if name in measured.absent:
        pytest.skip(f"{name} is absent: {measured.absent[name]}")
    replay(benchmark, measured.times(suite), name)


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize(
    "suite",
    [pytest.param(one, marks=pytest.mark.benchmark(group=f"rules, {one}", timer=CLOCK)) for one in figures.PARTS],
)
def test_rules(benchmark: Any, measured: figures.Figures, suite: str, name: str) -> None:
    replay(benchmark, measured.parts(suite), name)


def test_the_page_is_written(measured: figures.Figures, request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--write-figures"):
        pytest.skip("left out: --write-figures is not given")
    figures.write(measured.all())
    page.write()
