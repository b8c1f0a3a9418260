"""Write docs/speed.md and docs/speed.svg from the figures that are kept."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import bars
import figures
import goals
import suites
from peers import PEERS

DOCS = Path(__file__).parent.parent / "docs"
sys.path.append(str(DOCS.parent / "tools"))

from table import Table  # noqa: E402  (lies in tools/, where the other tables are made)

INTRO = """# Speed

How fast a text is cleaned, beside tools that do a part of the job, over the same text in the same process. A figure of
2 means *twice as fast*, 0.5 means *half as fast*. Milliseconds say something of the machine, ratios of the code; the
tools are measured in turn, round by round, and a ratio is the median of those of the rounds (seconds of the processor;
the garbage collector runs between rounds, not in them).

Measured by `make bench`, which writes this page; `make bench-check` compares the ratios with floors. How it is done
stands in `benchmarks/README.md`. How time and memory grow with the text: [Growth](growth.md).

"""
_CLEAN_SUITES = tuple(suite for suite in suites.SUITES if suites.OURS in suite.ours)

Kept = Mapping[str, Mapping[str, Any]]


def number(value: float | None) -> str:
    """Return a ratio with three figures, or what stands where none was measured."""
    if value is None:
        return "–"
    return f"{value:.3g}" if value < 100 else f"{value:.0f}"


def _machine(kept: Kept) -> Iterator[str]:
    for build, one in kept.items():
        said = ", ".join(f"{what} {value}" for what, value in one["machine"].items() if what != "cleantext")
        peers = ", ".join(f"{name} {version}" for name, version in one["peers"].items() if "Python" not in version)
        absent = "; ".join(f"{name} ({why})" for name, why in one["absent"].items())
        yield f"- **{build}**: cleantext {one['machine']['cleantext']}; {said}. Beside it: {peers}."
        yield f"  {'Absent: ' + absent if absent else 'No tool was absent'}."


def _state(goal: goals.Goal, build: str, ratio: float | None) -> str:
    if ratio is None:
        return "not measured"
    if ratio >= goal.stretch and goal.stretch > goal.asked(build):
        return "reached, and the stretch"
    return "reached" if ratio >= goal.asked(build) else "**not reached**"


def _goals(kept: Kept) -> Table:
    head = ["what", "on"]
    for build in kept:
        head += [f"asked, {build}", f"is, {build}", ""]
    rows = []
    for goal in goals.GOALS:
        row = [f"{goal.ours} against {goal.theirs}", goal.suite]
        for build, one in kept.items():
            ratio = one["ratios"].get(goal.key)
            row += [number(goal.asked(build)), number(ratio), _state(goal, build, ratio)]
        rows.append(row)
    note = (
        "What the project asks of itself, and what is. `trace` is a clean that keeps a record of every change; the "
        "start-up is that of `cleantext clean` with one page, which is to take no more than 2.5 times as long as the "
        "import alone (0.4)."
    )
    return Table("What is asked for", note, head, rows, texts=2)


def _peers(build: str, one: Mapping[str, Any]) -> Table:
    shown = [suite for suite in _CLEAN_SUITES if suite.name in one["suites"]]
    rows = []
    for name, does in [
        *((peer.name, peer.does) for peer in PEERS),
        (suites.TRACED, "our own clean with a record"),
        (suites.MANY, "our own, many in one call"),
    ]:
        ratios = [one["ratios"].get(f"{suite.name}: {suites.OURS} / {name}") for suite in shown]
        if any(ratio is not None for ratio in ratios):
            rows.append([name, does, *map(number, ratios)])
        elif name in one["absent"]:
            rows.append([name, does, f"absent: {one['absent'][name]}"])
    times = [one["suites"][suite.name]["milliseconds"][suites.OURS] for suite in shown]
    rows.append(["*ours, milliseconds*", "", *(f"{time:.4g}" for time in times)])
    counts = [one["suites"][suite.name]["characters"] for suite in shown]
    rows.append(["*characters*", "", *(f"{count:,}" for count in counts)])
    rows.append(["*calls*", "", *(f"{one['suites'][suite.name]['texts']:,}" for suite in shown)])
    note = "How many times as fast as each the whole clean is, default profile. " + "; ".join(
        f"*{suite.name}*: {suite.note}" for suite in shown
    )
    head = ["", "what is called", *(suite.name for suite in shown)]
    return Table(f"Beside other tools, {build}", note + ".", head, rows, texts=2)


def _parts(build: str, one: Mapping[str, Any]) -> Table:
    shown = list(one["parts"])
    every = [one["parts"][name]["milliseconds"] for name in shown]
    sums = [sum(t for name, t in row.items() if not name.startswith("stage ") and name != suites.UNIT) for row in every]
    names = [name for name in every[0] if name != suites.UNIT] if every else []
    stages = [name for name in names if name.startswith("stage ")]
    rules = sorted((name for name in names if name not in stages), key=lambda name: -every[0][name])
    rows = []
    for name in (*stages, *rules):
        cells = []
        for row, whole in zip(every, sums, strict=True):
            if row[name]:
                cells += [f"{row[name]:.3f}", number(row[suites.UNIT] / row[name]), f"{100 * row[name] / whole:.1f} %"]
            else:  # no page was worth asking
                cells += ["–", "–", "–"]
        rows.append([name, *cells])
    head = [""]
    for name in shown:
        head += [f"{name}, milliseconds", "times as fast as `str.translate`", "share"]
    note = (
        "Each rule over the text that the ones before it left, one run over all pages. What a rule is the first to ask "
        "for is counted to it; `asked` tells which rules are worth asking, by the text's signs and the page's forms; "
        "`apply` splices the edits of all. The whole clean runs the rules once more over what comes out, to see "
        "that it stays."
    )
    return Table(f"Rules and stages, {build}", note, head, rows, texts=1)


def markdown(kept: Kept) -> str:
    """Return the page."""
    parts = [INTRO + "\n".join(_machine(kept)) + "\n", "![Times as fast as each tool](speed.svg)\n"]
    parts.append(_goals(kept).markdown() + "\n")
    for build, one in kept.items():
        parts += [_peers(build, one).markdown() + "\n", _parts(build, one).markdown() + "\n"]
    return "\n".join(parts)


def write() -> None:
    """Write the page and its picture."""
    kept = figures.read()
    (DOCS / "speed.md").write_text(markdown(kept), encoding="utf-8")
    (DOCS / "speed.svg").write_text(bars.draw(kept), encoding="utf-8")


if __name__ == "__main__":
    write()
