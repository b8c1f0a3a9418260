"""The scoreboard: what the cleaner makes of the annotated pages, and what simpler rules make of them.

    python tools/scoreboard.py                                  print the tables
    python tools/scoreboard.py --markdown docs/scoreboard.md    write them as a page, too

The pages are those of tests/gold, and those of ../shared/pages and ../shared/gold where this machine has them.
"""

import argparse
import json
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from itertools import groupby
from pathlib import Path

from certainty import certainty_table, seams_of
from cleantext import Cleaner
from kinds_table import kind_pairs, kinds_table
from scores import Gold, Score, read_page, score, total
from table import Table

REPO = Path(__file__).parent.parent
GOLD = REPO / "tests" / "gold"
SHARED = (REPO.parent / "shared" / "pages", REPO.parent / "shared" / "gold")
COMMAND = "python tools/scoreboard.py --markdown docs/scoreboard.md"
NOT_INSTALLED = "not installed: pip install unstructured"
COLUMNS = (
    *("precision", "recall", "F1", "exact"),
    *("letters lost", "duplicates left", "duplicates removed", "furniture left", "furniture removed"),
)
EXPLAINED = (
    "Precision, recall and F1 are those of the ends of blocks. `exact` is the share of blocks that stand in the output "
    "to the character; pages from OCR are not scored for it (–). `letters lost` counts letters and digits that should "
    "be in the output. Duplicates are texts that the page says twice, furniture is what belongs to the printed page "
    "and not to its text."
)


@dataclass(frozen=True)
class Page:
    """An annotated page."""

    name: str
    engine: str
    template: str
    raw: str
    gold: Gold
    labels: tuple[str, ...]
    kinds: dict[int, str]
    """By the number (from 1) of the line that a block begins on; empty where they are not known."""


def load_page(folder: Path) -> Page:
    """Return the page in a folder."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    raw, gold = read_page(folder)
    rows = (folder / "gold.tsv").read_text(encoding="utf-8").split("\n")
    labels = tuple(row.split("\t")[1] for row in rows if row)
    kinds = {int(line): kind for line, kind in meta.get("kinds", {}).items()}
    return Page(meta["id"], meta["engine"], meta["template"], raw, gold, labels, kinds)


def load_pages(folders: Iterable[Path]) -> tuple[list[Page], list[Path]]:
    """Return the pages below some folders, each once, and the folders that are not there."""
    pages: list[Page] = []
    left_out: list[Path] = []
    seen = set()
    for folder in folders:
        if not folder.exists():
            left_out.append(folder)
        for labels in sorted(folder.glob("*/gold.tsv")):
            content = (labels.parent / "raw.txt").read_bytes(), labels.read_bytes()
            if content not in seen:
                pages.append(load_page(labels.parent))
            seen.add(content)
    return pages, left_out


def each_line(text: str) -> str:
    """Make each line a block."""
    return text


def blank_lines(text: str) -> str:
    """Join the lines between two blank ones."""
    runs = groupby(text.split("\n"), key=lambda line: not line.strip())
    return "\n".join("".join(line.strip() for line in run) for is_blank, run in runs if not is_blank)


def until_stop(text: str) -> str:
    """Join a line to the next one unless it ends a sentence."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return "".join(line + "\n" * line.endswith(tuple("。！？”’…")) for line in lines)


def rivals() -> dict[str, Callable[[str], str] | None]:
    """Return what the cleaner is compared with, by name; None for what is not installed."""
    found: dict[str, Callable[[str], str] | None] = {
        "each line a block": each_line,
        "blank lines end blocks": blank_lines,
        "join unless the line ends a sentence": until_stop,
    }
    try:
        from unstructured.cleaners.core import group_broken_paragraphs

        found[f"unstructured {version('unstructured')}, group_broken_paragraphs"] = group_broken_paragraphs
    except (ImportError, PackageNotFoundError):
        found["unstructured, group_broken_paragraphs"] = None
    return found


def figures(s: Score) -> list[str]:
    """Return the cells of a score, in the order of COLUMNS."""
    shares = [f"{share:.4f}" for share in (s.precision, s.recall, s.f1)]
    counts = (s.lost, s.copies_left, s.copies_gone, s.furniture_left, s.furniture_gone)
    return [*shares, f"{s.strict:.4f}" if s.sure else "–", *map(str, counts)]


def pages_table(pages: Sequence[Page], scores: Sequence[Score]) -> Table:
    """Return a row a page, then the totals by engine and by template, and that of all."""
    by_page = list(zip(pages, scores, strict=True))
    rows = [[p.name, p.engine, p.template, *figures(s)] for p, s in by_page]
    for engine in sorted({p.engine for p in pages}):
        rows.append(["all of", engine, "", *figures(total([s for p, s in by_page if p.engine == engine]))])
    for template in sorted({p.template for p in pages}):
        rows.append(["all of", "", template, *figures(total([s for p, s in by_page if p.template == template]))])
    rows.append(["TOTAL", "", "", *figures(total(list(scores)))])
    return Table("The pages", EXPLAINED, ("page", "engine", "template", *COLUMNS), rows, texts=3)


def rivals_table(pages: Sequence[Page], ours: Score, others: dict[str, Callable[[str], str] | None]) -> Table:
    """Return the total of the cleaner and of each rival."""
    rows = [["cleantext", *figures(ours)]]
    for name, clean in others.items():
        if clean is None:
            rows.append([name, NOT_INSTALLED])
        else:
            rows.append([name, *figures(total([score(page.gold, clean(page.raw)) for page in pages]))])
    note = "The totals of all pages above. The rules of one line each are written out in `tools/scoreboard.py`."
    return Table("Compared with", note, ("cleaner", *COLUMNS), rows, texts=1)


def commit() -> str:
    """Return the commit that stands checked out and its date, and whether the code has been changed since."""

    def git(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=REPO, capture_output=True, check=False, text=True)
        return done.stdout.strip() if done.returncode == 0 else ""

    if not (REPO / ".git").exists():
        return "a copy that is no git clone"
    changed = ", with changes that are not in it yet" if git("status", "--porcelain", "--", "src") else ""
    return f"commit {git('log', '-1', '--format=%h of %cs')}{changed}"


def tables(pages: Sequence[Page], others: dict[str, Callable[[str], str] | None]) -> list[Table]:
    """Return all tables of the scoreboard."""
    cleaner = Cleaner()
    scores = [score(page.gold, cleaner.clean(page.raw)) for page in pages]
    seams = [seam for page in pages for seam in seams_of(cleaner, page.raw, page.labels)]
    pairs = [p for page in pages if page.kinds for p in kind_pairs(cleaner.blocks(page.raw), page.gold, page.kinds)]
    return [
        pages_table(pages, scores),
        rivals_table(pages, total(scores), others),
        kinds_table(pairs),
        certainty_table(seams),
    ]


def markdown(made: Sequence[Table], left_out: Sequence[Path]) -> str:
    """Return the page of the scoreboard."""
    names = ", ".join(f"`../{folder.relative_to(REPO.parent)}`" for folder in left_out)
    parts = [
        "# The scoreboard",
        f"Made by `{COMMAND}`, with `unstructured` installed, from {commit()}. `make score` prints the same tables. "
        "Do not edit.",
        "The costs of the [paragraph model](paragraphs.md) were fitted to these annotated pages: the figures say how "
        "well it does on pages that it knows, not on others.",
    ]
    if left_out:
        parts.append(f"Left out, since they were not on the machine: {names}.")
    return "\n\n".join([*parts, *(table.markdown() for table in made)]) + "\n"


def main() -> None:
    """Print the tables, and write them where that is asked for."""
    parser = argparse.ArgumentParser(description="Score the cleaner on the annotated pages.")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables there as Markdown")
    args = parser.parse_args()
    pages, left_out = load_pages([GOLD, *SHARED])
    made = tables(pages, rivals())
    print("\n\n".join(table.plain() for table in made))
    for folder in left_out:
        print(f"\nleft out: the pages of ../{folder.relative_to(REPO.parent)}, which is not on this machine")
    if args.markdown:
        args.markdown.write_text(markdown(made, left_out), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
