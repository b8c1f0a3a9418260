"""Fit the costs of the paragraph model to annotated pages and write `_data/costs.py`."""

import argparse
import time
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from cleantext._layout.columns import MAX_CANDIDATES
from cleantext._paragraphs.families import BUCKETS, LINE_FAMILIES, SEAM_FAMILIES
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
    decode,
    negative_log_likelihood,
)
from pages import JOIN, OPEN, Page, load_pages
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


def batches_of(pages: list[Page], size: int = 48) -> list[Batch]:
    """Return the pages in batches of like length."""
    pages = sorted((p for p in pages if len(p.features.numbers) > 1), key=lambda p: (len(p.features.numbers), p.name))
    out = []
    for i in range(0, len(pages), size):
        batch = Batch(pages[i : i + size])
        batch.weight = np.array([1.0 if p.real else SYNTHETIC_WEIGHT for p in batch.pages])
        out.append(batch)
    return out


SYNTHETIC_WEIGHT = 0.25


def fit(pages: list[Page], *, strength: float = 0.3, rounds: int = 60) -> Array:
    """Return the weights that make the pages' answers likeliest."""
    batches = batches_of(pages)
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


def f1(pages: list[Page], theta: Array) -> tuple[int, int, int]:
    """Return hits, ends found and ends there are."""
    hit = out = gold = 0
    for batch in batches_of(pages):
        for page, (answers, _) in zip(batch.pages, decode(batch, theta), strict=True):
            for a, b in zip(page.answers, answers, strict=True):
                if a == OPEN:
                    continue
                gold += a != JOIN
                out += b != JOIN
                hit += a != JOIN and b != JOIN
    return hit, out, gold


def score(h: int, o: int, g: int) -> float:
    return 2 * h / max(1, o + g)


def write_costs(theta: Array, real: int, made: int) -> None:
    """Write the table of costs: weights with the sign turned, in whole thousandths."""
    cost = [round(-1000 * float(x)) for x in theta]
    out = [
        '"""The costs of the paragraph model, in thousandths of a natural logarithm.',
        "",
        f"Written by tools/fit_costs.py from {real} annotated and {made} set pages; do not edit.",
        '"""',
        "",
        "# WIDTH[habit of first lines][role][bucket of (width - column's width)]; roles: single, first, last, middle",
        "WIDTH = (",
    ]
    for habit in range(HABITS):
        out.append("    (")
        for role in range(4):
            row = [
                cost[AT_WIDTH + role * BUCKETS + b] + cost[AT_HABIT_WIDTH + (habit * 4 + role) * BUCKETS + b]
                for b in range(BUCKETS)
            ]
            out.append(f"        {tuple(row)},")
        out.append("    ),")
    out += [")", "# LINE[feature]: what it costs in each role", "LINE = ("]
    at = 0
    for name, size in LINE_FAMILIES:
        out.append(f"    # {name}")
        for value in range(size):
            out.append(f"    {tuple(cost[AT_LINE + 4 * (at + value) + role] for role in range(4))},")
        at += size
    at = AT_SEAM
    out += [")", "# SEAM[feature]: what it costs to end a block there", "SEAM = ("]
    for name, size in SEAM_FAMILIES:
        out.append(f"    # {name}")
        values = cost[at : at + size]
        for i in range(0, size, 16):
            out.append("    " + ", ".join(map(str, values[i : i + 16])) + ",")
        at += size
    ranks = tuple(cost[AT_RANK + k] if k else 0 for k in range(MAX_CANDIDATES))
    out += [")", "# the candidate that is taken: the first, second, third", f"RANK = {ranks}"]
    out += ["# another column width: behind a joined seam, behind a block's end"]
    out += [f"SWITCH_INSIDE = {cost[AT_SWITCH]}", f"SWITCH_END = {cost[AT_SWITCH + 1]}", ""]
    target = Path(__file__).parent.parent / "src/cleantext/_data/costs.py"
    target.write_text("\n".join(out), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--cross", choices=["template", "engine"])
    parser.add_argument("--made", type=int, default=0)
    parser.add_argument("--strength", type=float, default=0.3)
    parser.add_argument("--rounds", type=int, default=60)
    args = parser.parse_args()
    pages = load_pages(*args.pages)
    articles = {
        f.parent.name: load_articles(f.parent) for folder in args.pages for f in sorted(folder.glob("*/gold.tsv"))
    }
    t = time.time()
    if args.cross:
        total = np.zeros(3, dtype=int)
        for value in sorted({getattr(p, args.cross) for p in pages}):
            held = [p for p in pages if getattr(p, args.cross) == value]
            names = {p.name for p in held}
            made = (
                make_pages(
                    [a for n, a in articles.items() if n not in names and not n.endswith("tesseract")], args.made, 1
                )
                if args.made
                else []
            )
            theta = fit([p for p in pages if p not in held] + made, strength=args.strength, rounds=args.rounds)
            h = np.array(f1(held, theta))
            total += h
            print(
                f"{value:16} {score(*h):.4f} p {h[0] / max(1, h[1]):.3f} r {h[0] / max(1, h[2]):.3f}",
                f"{time.time() - t:.0f} s",
                flush=True,
            )
        print(f"{'all':16} {score(*total):.4f}")
    else:
        made = make_pages(list(articles.values()), args.made, 1) if args.made else []
        theta = fit(pages + made, strength=args.strength, rounds=args.rounds)
        print("training", score(*f1(pages, theta)), time.time() - t)
        write_costs(theta, len(pages), len(made))


if __name__ == "__main__":
    main()
