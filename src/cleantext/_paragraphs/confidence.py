"""From the margin of a decision to the probability that it is right."""

from typing import Final

# Share of right decisions by margin, in steps of half a natural logarithm (500 thousandths): the logistic function.
STEP: Final = 500
# The type is spelt out: of a bare tuple of floats mypyc makes a constant that it later takes to be unset.
TABLE: Final[tuple[float, ...]] = (
    0.5,
    0.622,
    0.731,
    0.818,
    0.881,
    0.924,
    0.953,
    0.971,
    0.982,
    0.989,
    0.993,
    0.996,
    0.998,
)


def confidence(margin: int) -> float:
    """Return the probability (0.5-0.998) that a decision is right.

    Args:
        margin: thousandths of a natural logarithm by which the best path beats the best one that decides otherwise.

    >>> confidence(0), confidence(250), confidence(100_000)
    (0.5, 0.561, 0.998)
    """
    place, rest = divmod(margin, STEP)
    if place >= len(TABLE) - 1:
        return TABLE[-1]
    return round(TABLE[place] + (TABLE[place + 1] - TABLE[place]) * rest / STEP, 3)
