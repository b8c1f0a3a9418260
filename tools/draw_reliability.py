"""Draw how far the confidences of seams can be trusted: docs/reliability.svg, from `cross_validate.py --seams FILE`."""

import json
import sys
from pathlib import Path

from cleantext._paragraphs.confidence import confidence

BINS = 10  # from 0.5 to 1
SIDE = 320  # pixels of the square
MARGIN = 46


def bins(seams: list[tuple[int, bool]]) -> list[tuple[float, float, int]]:
    """Return for each bin that has seams their mean confidence, the share that is right, and how many there are."""
    found: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for margin, is_right in seams:
        c = confidence(margin)
        found[min(BINS - 1, int((c - 0.5) * 2 * BINS))].append((c, is_right))
    return [
        (sum(c for c, _ in rows) / len(rows), sum(right for _, right in rows) / len(rows), len(rows))
        for rows in found
        if rows
    ]


def draw(points: list[tuple[float, float, int]]) -> str:
    """Return the diagram: a dot a bin, its share of right decisions above its mean confidence, and the diagonal."""

    def at(x: float, y: float) -> tuple[float, float]:
        return MARGIN + (x - 0.4) / 0.6 * SIDE, MARGIN + (1.0 - y) / 0.6 * SIDE

    total = sum(n for _, _, n in points)
    error = sum(abs(c - r) * n for c, r, n in points) / total
    size = SIDE + 2 * MARGIN
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="12">',
        f'<rect width="{size}" height="{size}" fill="#fff"/>',
        '<path d="M{:.1f} {:.1f}L{:.1f} {:.1f}" stroke="#999" stroke-dasharray="4 3"/>'.format(
            *at(0.4, 0.4), *at(1.0, 1.0)
        ),
    ]
    for tick in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0):
        x, bottom = at(tick, 0.4)
        left, y = at(0.4, tick)
        out.append(f'<text x="{x:.0f}" y="{bottom + 16:.0f}" text-anchor="middle">{tick}</text>')
        out.append(f'<text x="{left - 6:.0f}" y="{y + 4:.0f}" text-anchor="end">{tick}</text>')
    for c, r, n in points:
        x, y = at(c, max(0.4, r))
        radius = 3 + 6 * (n / total) ** 0.5
        out.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#0b6e99"><title>{n} seams</title></circle>'
        )
    middle = MARGIN + SIDE / 2
    out.append(f'<text x="{middle}" y="{size - 6}" text-anchor="middle">confidence</text>')
    out.append(
        f'<text x="14" y="{middle}" text-anchor="middle" transform="rotate(-90 14 {middle})">share that is right</text>'
    )
    out.append(
        f'<text x="{MARGIN}" y="20">{total} seams of pages not fitted to; expected calibration error {error:.4f}</text>'
    )
    return "\n".join([*out, "</svg>", ""])


def main() -> None:
    """Read the seams and write the diagram."""
    seams = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    target = Path(__file__).parent.parent / "docs/reliability.svg"
    target.write_text(draw(bins([(int(m), bool(r)) for m, r in seams])), encoding="utf-8")


if __name__ == "__main__":
    main()
