"""Measure things in turn, round by round, and compare them within a round: what slows the machine slows them all."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping, Sequence

Times = dict[str, list[float]]


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that a call takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def over(function: Callable[[str], object], texts: Sequence[str]) -> Callable[[], None]:
    """Return a call that gives a function each text once."""

    def work() -> None:
        for text in texts:
            function(text)

    return work


def interleaved(
    works: Mapping[str, Callable[[], object]], budget: float, most: int = 41, *, is_warm: bool = False
) -> Times:
    """Return the seconds of each call in each round.

    Args:
        works: what is called, by name; each once a round, in their order.
        budget: seconds that all rounds may take, the first run apart, which is not counted; at least three are made.
        most: rounds that are enough.
        is_warm: whether whatever is made at first use has been made; then there is no first run, and three rounds.
    """
    first = budget if is_warm else sum(seconds(work) for work in works.values())
    times: Times = {name: [] for name in works}
    count = max(3, min(most, int(budget / max(first, 1e-9))))
    gc.collect()
    gc.freeze()  # what was loaded before is nobody's to search
    gc.disable()
    try:
        for _ in range(count):
            for name, work in works.items():
                times[name].append(seconds(work))
            gc.collect()
    finally:
        gc.enable()
        gc.unfreeze()
    return times


def times_as_fast(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return how many times as fast as another we are: the median over rounds of what they took for what we took."""
    return statistics.median(their / our for our, their in zip(ours, theirs, strict=True))
