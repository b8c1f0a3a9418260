"""Fit the costs of the paragraph model to annotated pages and write `_data/costs.py`."""

import argparse
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from cleantext._layout.columns import MAX_CANDIDATES
from cleantext._paragraphs.families import BUCKETS, LINE_FAMILIES, LINE_VALUES, SEAM_FAMILIES, SEAM_VALUES
from crf import (
    AT_HABIT_WIDTH,
    AT_LINE,
    AT_RANK,
    AT_SEAM,
    AT_SWITCH,
    AT_WIDTH,
    HABITS,
    SIZE,
    Array,
    Batch,
    negative_log_likelihood,
)
from pages import Page, load_pages
from typeset import load_articles, make_pages


def prior() -> Array:
    """Return where the search begins: full lines inside a paragraph, any width for the others."""
    theta = np.zeros(SIZE)
    for role in (1, 3):
        for b in range(BUCKETS):
            d = b - 14
            theta[AT_WIDTH + role * BUCKETS + b] = -0.25 * abs(d)
    theta[AT_SWITCH] = -3.0
    theta[AT_SWITCH + 1] = -1.0
    return theta


def batches_of(pages: list[Page], *, knows_sure: bool, size: int = 48) -> list[Batch]:
    """Return the pages in batches of like length."""
    pages = sorted((p for p in pages if len(p.features.numbers) > 1), key=lambda p: (len(p.features.numbers), p.name))
    out = []
    for i in range(0, len(pages), size):
        batch = Batch(pages[i : i + size], knows_sure=knows_sure)
        batch.weight = np.array([weight_of(p) for p in batch.pages])
        out.append(batch)
    return out


SET_WEIGHT = 0.12  # of a page that was set by the generator, or printed; an annotated one has 1
SNIPPET_WEIGHT = 0.25  # of a few lines: there are none among the annotated pages
SNIPPET_LINES = 12


def weight_of(page: Page) -> float:
    """Return how much a page counts."""
    if page.real:
        return 1.0
    return SNIPPET_WEIGHT if len(page.features.numbers) <= SNIPPET_LINES else SET_WEIGHT


def fit(pages: list[Page], *, knows_sure: bool = False, strength: float = 0.7, rounds: int = 60) -> Array:
    """Return the weights that make the pages' answers likeliest.

    With `knows_sure`, the seams without doubt are given: the costs then say what others are.
    """
    batches = batches_of(pages, knows_sure=knows_sure)
    start = prior()
    result = minimize(
        lambda theta: negative_log_likelihood(batches, theta, start, strength),
        start,
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": rounds, "maxcor": 12},
    )
    weights: Array = result.x
    return weights


def mean_fit(pages: list[Page], draws: list[list[Page]]) -> Array:
    """Return the mean of one fit a draw of other pages; every second one is given the seams without doubt.

    One draw alone moves seams without much evidence this way or that. Where the seams without doubt are given, the
    costs say what the others are; where they are not, the costs hold on a page that lacks what made them so.
    """
    weights: Array = np.mean([fit(pages + some, knows_sure=k % 2 > 0) for k, some in enumerate(draws)], axis=0)
    return weights


@dataclass
class Tables:
    """The costs as the solver takes them; see `_data/costs.py`."""

    WIDTH: tuple[tuple[tuple[int, ...], ...], ...]
    LINE: tuple[tuple[int, ...], ...]
    SEAM: tuple[int, ...]
    RANK: tuple[int, ...]
    SWITCH_INSIDE: int
    SWITCH_END: int


def cost_tables(theta: Array) -> Tables:
    """Return the costs: weights with the sign turned, in whole thousandths."""
    cost = [round(-1000 * float(x)) for x in theta]
    return Tables(
        WIDTH=tuple(
            tuple(
                tuple(
                    cost[AT_WIDTH + role * BUCKETS + b] + cost[AT_HABIT_WIDTH + (habit * 4 + role) * BUCKETS + b]
                    for b in range(BUCKETS)
                )
                for role in range(4)
            )
            for habit in range(HABITS)
        ),
        LINE=tuple(tuple(cost[AT_LINE + 4 * value + role] for role in range(4)) for value in range(LINE_VALUES)),
        SEAM=tuple(cost[AT_SEAM : AT_SEAM + SEAM_VALUES]),
        RANK=tuple(cost[AT_RANK + k] if k else 0 for k in range(MAX_CANDIDATES)),
        SWITCH_INSIDE=cost[AT_SWITCH],
        SWITCH_END=cost[AT_SWITCH + 1],
    )


def write_costs(theta: Array, real: int, made: int, printed: int) -> None:
    """Write the table of costs."""
    tables = cost_tables(theta)
    out = [
        '"""The costs of the paragraph model, in thousandths of a natural logarithm.',
        "",
        f"Written by tools/fit_costs.py from {real} annotated, {made} set and {printed} printed pages; do not edit.",
        '"""',
        "",
        "# WIDTH[habit of first lines][role][bucket of (width - column's width)]; roles: single, first, last, middle",
        "WIDTH = (",
    ]
    for habit in tables.WIDTH:
        out += ["    (", *(f"        {row}," for row in habit), "    ),"]
    out += [")", "# LINE[feature]: what it costs in each role", "LINE = ("]
    rows = iter(tables.LINE)
    for name, size in LINE_FAMILIES:
        out += [f"    # {name}", *(f"    {next(rows)}," for _ in range(size))]
    out += [")", "# SEAM[feature]: what it costs to end a block there", "SEAM = ("]
    at = 0
    for name, size in SEAM_FAMILIES:
        out.append(f"    # {name}")
        values = tables.SEAM[at : at + size]
        out += ["    " + ", ".join(map(str, values[i : i + 16])) + "," for i in range(0, size, 16)]
        at += size
    out += [")", "# the candidate that is taken: the first, second, third", f"RANK = {tables.RANK}"]
    out += ["# another column width: behind a joined seam, behind a block's end"]
    out += [f"SWITCH_INSIDE = {tables.SWITCH_INSIDE}", f"SWITCH_END = {tables.SWITCH_END}", ""]
    target = Path(__file__).parent.parent / "src/cleantext/_data/costs.py"
    target.write_text("\n".join(out), encoding="utf-8")


def main() -> None:
    """Fit the model to all pages and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--made", type=int, default=260, help="set pages to train with")
    parser.add_argument("--printed", type=Path, nargs="*", default=[], help="folders of pages that weigh less")
    parser.add_argument("--draws", type=int, default=6, help="fits, each with other set pages, whose mean is taken")
    args = parser.parse_args()
    pages = load_pages(*args.pages)
    articles = [load_articles(f.parent) for folder in args.pages for f in sorted(folder.glob("*/gold.tsv"))]
    printed = [replace(page, real=False) for page in load_pages(*args.printed)]
    made = [make_pages(articles, args.made, seed) + printed for seed in range(1, args.draws + 1)]
    theta = mean_fit(pages, made)
    write_costs(theta, len(pages), sum(map(len, made)) - len(made) * len(printed), len(printed))


if __name__ == "__main__":
    main()
