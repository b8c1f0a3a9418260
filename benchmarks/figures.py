"""The figures of one run: measured when they are asked for, kept as JSON in `benchmarks/figures/`."""

import json
import statistics
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import goals
import machine
import startup
import suites
from peers import PEERS, found
from rounds import Times, times_as_fast

FOLDER = Path(__file__).with_name("figures")
PARTS = ("seed pages", "labelled pages")  # the texts on which rules and stages are measured
START = "start-up"
BY_NAME = {suite.name: suite for suite in suites.SUITES}


class Figures:
    """What this process measures; each suite once, unless it is measured again."""

    def __init__(self) -> None:
        self.peers, self.absent = found()
        self._times: dict[str, Times | None] = {}
        self._parts: dict[str, Times | None] = {}

    def times(self, suite: str, *, again: bool = False) -> Times | None:
        """Return the seconds of everything in a suite; None where its texts are not here."""
        if again or suite not in self._times:
            if suite == START:
                rows = startup.measure()
                self._times[suite] = {name: [one.processor for one in row] for name, row in rows.items()} | {
                    f"{name} (wall)": [one.wall for one in row] for name, row in rows.items()
                }
            else:
                self._times[suite] = suites.measure(BY_NAME[suite], self.peers)
        return self._times[suite]

    def parts(self, suite: str) -> Times | None:
        """Return the seconds of each rule and stage; None where the texts are not here."""
        if suite not in self._parts:
            pages = BY_NAME[suite].find()
            self._parts[suite] = suites.measure_parts(pages, self.peers[suites.UNIT]) if pages else None
        return self._parts[suite]

    def ratio(self, goal: goals.Goal, *, again: bool = False) -> float | None:
        """Return the ratio of a goal; None where one of the two was not measured."""
        times = self.times(goal.suite, again=again)
        if times is None or goal.ours not in times or goal.theirs not in times:
            return None
        return times_as_fast(times[goal.ours], times[goal.theirs])

    def all(self) -> dict[str, Any]:
        """Return everything, as it is kept."""
        kept: dict[str, Any] = {
            "machine": machine.description(),
            "peers": {peer.name: peer.version() for peer in PEERS if peer.name in self.peers},
            "absent": self.absent,
            "suites": {},
            "ratios": {},
            "parts": {},
        }
        for suite in (*suites.SUITES, None):
            name = suite.name if suite is not None else START
            times = self.times(name)
            if times is None:
                continue
            kept["suites"][name] = _medians(times) | (
                {"texts": len(suite.find()), "characters": sum(map(len, suite.find()))} if suite is not None else {}
            )
            ours = suite.ours if suite is not None else [one for one in times if one.startswith(startup.OURS)]
            kept["ratios"] |= _ratios(name, times, ours)
        for name in PARTS:
            times = self.parts(name)
            if times is not None:
                kept["parts"][name] = _medians(times)
        return kept


def _medians(times: Times) -> dict[str, Any]:
    milliseconds = {name: round(1e3 * statistics.median(row), 4) for name, row in times.items()}
    return {"rounds": len(next(iter(times.values()))), "milliseconds": milliseconds}


def _ratios(suite: str, times: Times, ours: Iterable[str]) -> dict[str, float]:
    return {
        f"{suite}: {our} / {their}": round(times_as_fast(times[our], row), 4)
        for our in ours
        if our in times
        for their, row in times.items()
        if their != our
    }


def read() -> dict[str, dict[str, Any]]:
    """Return the figures that are kept, by build."""
    paths = (FOLDER / f"{build}.json" for build in ("interpreted", "compiled"))
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in paths if path.exists()}


def write(kept: Mapping[str, Any]) -> Path:
    """Keep the figures of the build that runs."""
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{machine.build()}.json"
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path
