"""Show a text before and after cleaning, clipped to the terminal.

python tools/show.py BEFORE AFTER
"""

import shutil
import sys
from pathlib import Path
from unicodedata import east_asian_width

from cleantext._pages import printable

MIN_COLUMNS = 100  # narrower terminals show one text under the other
GAP = "  │  "


def width(line: str) -> int:
    """Return the columns that a line takes in most terminals: two for a Han character, one for a curly quote."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in line)


def clipped(line: str, columns: int) -> str:
    """Return a line cut to so many columns and padded to them."""
    line = printable(line.replace("\u3000", "  "))
    if width(line) > columns:
        while width(line) > columns - 1:
            line = line[:-1]
        line += "…"
    return line + " " * (columns - width(line))


def side_by_side(before: list[str], after: list[str], columns: int, rows: int) -> list[str]:
    """Return both texts as two columns."""
    left = min(max(map(width, before[:rows]), default=0) + 2, columns // 2)
    right = columns - left - len(GAP)
    pairs = [(before[i] if i < len(before) else "", after[i] if i < len(after) else "") for i in range(rows)]
    return [clipped(one, left) + GAP + clipped(two, right).rstrip() for one, two in pairs]


def main() -> None:
    """Print the two texts under headings."""
    source, target = map(Path, sys.argv[1:])
    before, after = (path.read_text(encoding="utf-8").split("\n") for path in (source, target))
    columns, lines = shutil.get_terminal_size((100, 40))
    rows = max(8, lines - 6)
    counts = f"{len(before)} lines before, {sum(map(bool, after))} blocks after"
    if columns >= MIN_COLUMNS:
        left = min(max(map(width, before[:rows]), default=0) + 2, columns // 2)
        print(clipped(f"BEFORE {source.name}", left) + GAP + f"AFTER {target}")
        print("─" * (left + 2) + "┼" + "─" * (columns - left - 3))
        print("\n".join(side_by_side(before, after, columns, rows)))
    else:
        for title, text in ((f"BEFORE {source}", before), (f"AFTER {target}", after)):
            print(clipped(f"── {title} ", columns).rstrip())
            print("\n".join(clipped(line, columns).rstrip() for line in text[: max(4, rows // 2)]), end="\n\n")
    print(f"{source.name}: {counts}; the five cleaned pages are in {target.parent}/")


if __name__ == "__main__":
    main()
