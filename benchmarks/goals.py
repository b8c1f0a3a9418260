"""The ratios that are asked for: on which texts, against what, and how much of it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")
HEADROOM = 0.85  # of what was measured: a floor stands so far below, for a busy machine takes that much off
_PAGES = ("seed pages", "labelled pages")


@dataclass(frozen=True)
class Goal:
    """A ratio: `ours` is to be so many times as fast as `theirs` on some texts.

    Attributes:
        suite: the name of the texts (`suites.SUITES`), or `start-up`.
        ours, theirs: names of what is measured there.
        interpreted, compiled, stretch: how many times as fast is asked for.
    """

    suite: str
    ours: str
    theirs: str
    interpreted: float
    compiled: float
    stretch: float

    @property
    def key(self) -> str:
        """The name that the goal has in `floors.toml`."""
        return f"{self.suite}: {self.ours} / {self.theirs}"

    def asked(self, build: str) -> float:
        """Return what is asked of a build."""
        return self.compiled if build == "compiled" else self.interpreted


def _on_pages(theirs: str, interpreted: float, compiled: float, stretch: float) -> list[Goal]:
    return [Goal(suite, "clean", theirs, interpreted, compiled, stretch) for suite in _PAGES]


GOALS = (
    *_on_pages("str.translate", 0.25, 0.8, 2),
    *_on_pages("ftfy", 7, 20, 60),
    *_on_pages("clean-text", 7, 20, 60),
    *_on_pages("unstructured", 0.4, 1.25, 3),
    *_on_pages("autocorrect-py", 0.6, 2, 5),
    *_on_pages("jionlp", 1.5, 5, 12),
    *_on_pages("pangu", 2.5, 8, 20),
    *(Goal(suite, "trace", "clean", 0.5, 0.5, 0.65) for suite in _PAGES),
    Goal("one paragraph, nothing to do", "clean", "str.translate", 8, 10, 20),
    Goal("strings of 200 characters", "clean", "ftfy", 15, 25, 50),
    Goal("simplified pages", "script, simplified already", "opencc t2s", 2.5, 2.5, 3.5),
    # 2.5 times as long as the import is asked for
    Goal("start-up", "cleantext clean, one page", "import click, regex", 0.4, 0.4, 0.4),
)


def read_floors(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """Return the floors of each build by the key of their goal."""
    with path.open("rb") as file:
        return tomllib.load(file)


def new_floors(old: Mapping[str, float], ratios: Mapping[str, float], *, is_lowering: bool) -> dict[str, float]:
    """Return the floors that measured ratios give: those that are exceeded rise.

    Args:
        old: the floors there are.
        ratios: what was measured.
        is_lowering: whether others may sink.
    """
    found = dict(old)
    for key, ratio in ratios.items():
        floor = float(f"{HEADROOM * ratio:.2g}")
        if key not in old or floor > old[key] or is_lowering:
            found[key] = floor
    return found


def write_floors(floors: Mapping[str, Mapping[str, float]], path: Path = FLOORS) -> None:
    """Write the floors of all builds."""
    lines = [
        "# How many times as fast `make bench-check` asks for, by build; a build without floors is not checked.",
        "# Written by `make bench-floors`: 0.85 of what was measured, none lower than before unless LOWER=1 is given.",
    ]
    for build in sorted(floors):
        lines += ["", f"[{build}]", *(f'"{key}" = {floor:g}' for key, floor in floors[build].items())]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
