"""Set the floors of the build that runs from the figures that `make bench` kept.

python benchmarks/set_floors.py             floors that are exceeded rise
python benchmarks/set_floors.py --lower     others sink
"""

import argparse

import figures
import goals
import machine


def main() -> None:
    """Read the figures and write `floors.toml`."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--lower", action="store_true", help="let floors sink, too")
    is_lowering = parser.parse_args().lower
    build = machine.build()
    ratios = figures.read()[build]["ratios"]
    floors = goals.read_floors()
    asked = {goal.key: ratios[goal.key] for goal in goals.GOALS if goal.key in ratios}
    floors[build] = goals.new_floors(floors.get(build, {}), asked, is_lowering=is_lowering)
    goals.write_floors(floors)


if __name__ == "__main__":
    main()
