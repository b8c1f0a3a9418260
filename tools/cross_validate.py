"""Cross-validate the paragraph model: fit it without the pages of a template or engine, then decide those with it.

The solver that runs is the library's own, with the fold's costs.
"""

import argparse
import json
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from cleantext._layout.chars import BEGIN, STOPPED
from cleantext._paragraphs.families import LINE_AT
from cleantext._paragraphs.margins import margins
from cleantext._paragraphs.path import best
from cleantext._paragraphs.tables import Tables
from fit_costs import cost_tables, mean_fit
from pages import JOIN, OPEN, Page, load_pages
from typeset import Article, load_articles, make_pages

FULL = 3  # half em: a line so near to its column's width is full


def seam_class(page: Page, k: int) -> str:
    """Return the class of a seam, by what it shows."""
    f = page.features
    begin = f.looks[k + 1].places[0] - LINE_AT["begin"]
    end = f.looks[k].places[1] - LINE_AT["end"]
    gap = f.numbers[k + 1] - f.lasts[k] > 1
    column = f.candidates[k][0]
    is_full = abs(f.widths[k] - column) <= FULL
    has_stopped = end in STOPPED
    if column < 0.7 * max(c[0] for c in f.candidates):
        return "line beside a picture"
    if begin in (BEGIN["QUOTE"], BEGIN["TITLE"], BEGIN["BRACKET"]):
        return "led by a quote or bracket"
    if begin == BEGIN["DIGIT"]:
        return "led by a digit"
    if is_full and has_stopped:
        return "full line with a stop"
    if gap and not has_stopped:
        return "blank line, no stop"
    if is_full:
        return "plain wrap"
    return "short line with a stop" if has_stopped else "short line without a stop"


def main() -> None:
    """Print the table of the folds, of the seams' classes, and how far the confidences can be trusted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--by", choices=["template", "engine"], default="template")
    parser.add_argument("--made", type=int, default=260, help="set pages to train with")
    parser.add_argument("--printed", type=Path, nargs="*", default=[], help="folders of pages of other texts")
    parser.add_argument("--seams", type=Path, help="write [margin, right] of every seam there, as JSON")
    args = parser.parse_args()
    pages = load_pages(*args.pages)
    articles = {
        f.parent.name: load_articles(f.parent) for folder in args.pages for f in sorted(folder.glob("*/gold.tsv"))
    }
    printed = [replace(page, real=False) for page in load_pages(*args.printed)]
    groups: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    classes: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    seams: list[tuple[int, bool]] = []
    for value in sorted({getattr(p, args.by) for p in pages}):
        held = [p for p in pages if getattr(p, args.by) == value]
        names = {p.name for p in held}
        texts: list[Article] = [a for n, a in articles.items() if n not in names and not n.endswith("tesseract")]
        draws = [make_pages(texts, args.made, seed) + printed for seed in (1, 2)]
        tables = Tables(cost_tables(mean_fit([p for p in pages if p.name not in names], draws)))
        for page in held:
            features = page.features_with(tables)
            decided = best(features)
            for k, (gold, joined, margin) in enumerate(zip(page.answers, decided, margins(features), strict=True)):
                if gold == OPEN:
                    continue
                is_right = (gold == JOIN) == joined
                seams.append((margin, is_right))
                for name in (value, page.engine if args.by == "template" else page.template, "all"):
                    groups[name][0] += gold != JOIN and not joined
                    groups[name][1] += not joined
                    groups[name][2] += gold != JOIN
                row = classes[seam_class(page, k)]
                row[0] += is_right
                row[1] += 1
        print_group(value, groups[value])
    for name in sorted(groups):
        print_group(name, groups[name])
    for name, (right, count) in sorted(classes.items(), key=lambda item: -item[1][1]):
        print(f"{name:26} {count:6} seams, {right / count:.4f} right")
    if args.seams:
        args.seams.write_text(json.dumps(seams), encoding="utf-8")


def print_group(name: str, counts: list[int]) -> None:
    """Print precision, recall and F1 of block ends."""
    hits, found, there = counts
    score = 2 * hits / max(1, found + there)
    print(f"{name:16} p {hits / max(1, found):.4f} r {hits / max(1, there):.4f} f1 {score:.4f}", flush=True)


if __name__ == "__main__":
    main()
