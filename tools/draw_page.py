"""Draw how the paragraph model reads a page: the lines as bars, their roles by shade, the ends of blocks as ticks.

python tools/draw_page.py [PAGE] [SVG]     seed page 000, docs/page.svg
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from cleantext import Cleaner

REPO = Path(__file__).parent.parent
ROLES = ("single", "first", "middle", "last")
SHADES = ("#12304f", "#2f6ca3", "#c3d9ea", "#7fb0d6")
END, WIDTH, BLANK, INK = "#c62828", "#d98e04", "#9a9a9a", "#333333"
STRIPS = 5
PITCH = 7  # pixels from one line to the next
BAR = 5
UNIT = 3  # pixels a half em
STRIP = 168  # pixels from one strip to the next
LEFT, TOP = 20, 60


@dataclass(frozen=True)
class Line:
    """A line that is not blank; lengths in half em."""

    role: int
    width: int
    indent: int
    candidates: tuple[int, ...]
    ends_block: bool
    has_blank_behind: bool


def read_lines(raw: str) -> list[Line]:
    """Return the lines of a page as the model reads them."""
    text = Cleaner()._traced(raw)[1].before_joins
    if text is None:
        return []
    layout, numbers = text.layout, text.path.numbers
    candidates = layout.candidates_of(numbers)
    joined = [False, *text.path.settled(0.5), False]
    gaps = [b - a > 1 for a, b in pairwise(numbers)] + [False]
    return [
        Line(
            {(False, False): 0, (False, True): 1, (True, True): 2, (True, False): 3}[joined[k], joined[k + 1]],
            layout.widths[n],
            layout.indents[n],
            candidates[k],
            not joined[k + 1],
            gaps[k],
        )
        for k, n in enumerate(numbers)
    ]


def draw(lines: Sequence[Line], title: str) -> str:
    """Return the picture as SVG."""
    rows = -(-len(lines) // STRIPS)
    bars: list[list[str]] = [[] for _ in ROLES]
    ends, widths, blanks = [], [], []
    for k, line in enumerate(lines):
        x, y = LEFT + k // rows * STRIP, TOP + k % rows * PITCH
        bars[line.role].append(f"M{x + line.indent * UNIT} {y + BAR / 2:g}h{line.width * UNIT}")
        if line.ends_block:
            ends.append(f"M{x - 10} {y + PITCH - 1}h8")
        widths += [f"M{x + column * UNIT} {y - 1}v{PITCH}" for column in line.candidates]
        if line.has_blank_behind:
            blanks.append(f"M{x + STRIP - 26} {y + PITCH - 1}h6")
    height = TOP + rows * PITCH + 14
    across = LEFT + STRIPS * STRIP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{across}" height="{height}" viewBox="0 0 {across} {height}" '
        'font-family="sans-serif" font-size="12">',
        f"<title>{title}</title>",
        f'<rect width="{across}" height="{height}" fill="#ffffff"/>',
        *(_path(found, shade, BAR) for found, shade in zip(bars, SHADES, strict=True)),
        _path(widths, WIDTH, 1),
        _path(ends, END, 2),
        _path(blanks, BLANK, 1.5),
        *_legend(title),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _path(pieces: Sequence[str], colour: str, thickness: float) -> str:
    return f'<path d="{"".join(pieces)}" stroke="{colour}" stroke-width="{thickness:g}" fill="none"/>'


def _legend(title: str) -> list[str]:
    parts = [f'<text x="{LEFT}" y="18" fill="{INK}" font-weight="bold">{title}</text>']
    x = LEFT
    marks = [
        *((f"{role} line", shade, BAR, 18) for role, shade in zip(ROLES, SHADES, strict=True)),
        ("width that a column may have", WIDTH, 10, 1),
        ("end of a block", END, 2, 8),
        ("blank line", BLANK, 1.5, 6),
    ]
    for name, colour, thickness, length in marks:
        parts.append(_path([f"M{x} 38h{length}"], colour, thickness))
        parts.append(f'<text x="{x + length + 5}" y="42" fill="{INK}">{name}</text>')
        x += length + 12 + 6 * len(name)
    return parts


def main() -> None:
    """Draw a page."""
    default = next((REPO / "seeds").glob("000_*.txt"))
    page = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else REPO / "docs" / "page.svg"
    lines = read_lines(page.read_bytes().decode("utf-8"))
    title = f"Page {page.stem.split('_')[0]}: {len(lines)} lines, {sum(line.ends_block for line in lines)} blocks"
    target.write_text(draw(lines, title), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
