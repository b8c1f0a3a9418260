"""`make bench-check`: no ratio is below its floor in `floors.toml`."""

import pytest

import figures
import goals
import machine
from peers import TABLE

TRIES = 3


def test_the_unit_is_the_agreed_one() -> None:
    assert len(TABLE) == 214 + 62
    assert "⽂２".translate(TABLE) == "文2"


@pytest.mark.parametrize("goal", goals.GOALS, ids=lambda goal: goal.key)
def test_floors(measured: figures.Figures, goal: goals.Goal) -> None:
    """A burst on the machine can spoil a round of measurements, so there are several; all must fail for a failure."""
    floors = goals.read_floors().get(machine.build(), {})
    if goal.key not in floors:
        pytest.skip(f"left out: no floor is set for the {machine.build()} build")
    seen = []
    for number in range(TRIES):
        ratio = measured.ratio(goal, again=number > 0)
        if ratio is None:
            pytest.skip(f"left out: {measured.absent.get(goal.theirs, 'its texts are not on this machine')}")
        if ratio >= floors[goal.key]:
            return
        seen.append(ratio)
    raise AssertionError(f"{goal.key}: the floor is {floors[goal.key]}, measured were {seen}")
