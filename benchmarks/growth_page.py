"""Write docs/growth.md and docs/growth.svg from the figures that `growth.py` keeps."""

import json
import math
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FIGURES = Path(__file__).with_name("figures")
DOCS = Path(__file__).parent.parent / "docs"
sys.path.append(str(DOCS.parent / "tools"))

from table import Table  # noqa: E402  (lies in tools/, where the other tables are made)

MAX_TIMES = 20  # peak memory over the text's own size, of a text of 100 MB
_SMALL = 2_000_000  # bytes: under this the text's share of a process cannot be told from the rest
INTRO = """# Growth

How time and memory grow with the text, default profile, each size in a process of its own. Memory is the most that the
process held while cleaning, over what it held before, as a multiple of what the text itself takes in memory (a `str` of
Chinese takes two bytes a character). Asked for: less than {max} times the text's own size for a text of 100 MB.

Measured by `make growth`, which writes this page.

"""
_NOTES = {
    "one text": "The seed pages again and again, a form feed after each, as one text of so many bytes of UTF-8.",
    "one paragraph": "One paragraph with nothing to do, of so many bytes of UTF-8.",
    "many calls": "So many short pages (thirty lines of the seed pages), each a call of `clean`; no result is kept.",
    "clean_pages": "The same pages in one call of `clean_pages`, results and all.",
}
_COLOURS = {"one text": "#0b6e99", "one paragraph": "#3f8f3f", "many calls": "#d9822b", "clean_pages": "#a0337a"}

Kept = Mapping[str, Mapping[str, Any]]


def times_own(row: Mapping[str, Any]) -> float | None:
    """Return the peak as a multiple of the text's own size; None where the text is too small to tell."""
    return row["peak_bytes"] / row["own_bytes"] if row["own_bytes"] >= _SMALL else None


def _name(series: str, size: int) -> str:
    if series in ("one text", "one paragraph"):
        return f"{size // 1000:,} KB" if size < 10**6 else f"{size // 10**6:,} MB"
    return f"{size:,} page{'s' * (size != 1)}"


def _table(build: str, series: str, rows: list[Mapping[str, Any]]) -> Table:
    cells = []
    for row in rows:
        times = times_own(row)
        cells.append(
            (
                _name(series, row["size"]),
                f"{row['characters']:,}",
                f"{row['seconds']:.4g}",
                f"{1e6 * row['seconds'] / row['characters']:.3g}",
                f"{row['peak_bytes'] / 1e6:,.1f}",
                "–" if times is None else f"{times:.1f}",
            )
        )
    head = ("size", "characters", "seconds", "microseconds a character", "peak, MB", "peak, times the text")
    return Table(f"{series[0].upper()}{series[1:]}, {build}", _NOTES[series], head, cells, texts=1)


def _verdict(build: str, kept: Mapping[str, Any]) -> str:
    said = []
    for series in ("one text", "one paragraph"):
        for row in kept["series"].get(series, ()):
            times = times_own(row)
            if row["size"] == 10**8 and times is not None:
                said.append(f"{series}: {times:.1f} times its own size ({'' if times < MAX_TIMES else 'not '}reached)")
    return f"- **{build}**, 100 MB: " + ("; ".join(said) or "not measured") + "."


def markdown(kept: Kept) -> str:
    """Return the page."""
    parts = [INTRO.format(max=MAX_TIMES) + "\n".join(_verdict(build, one) for build, one in kept.items()) + "\n"]
    parts.append("![Seconds and memory against the number of characters](growth.svg)\n")
    for build, one in kept.items():
        said = ", ".join(f"{what} {value}" for what, value in one["machine"].items() if what != "cleantext")
        parts.append(f"{build.capitalize()}: cleantext {one['machine']['cleantext']}; {said}.\n")
        parts += [_table(build, series, rows).markdown() + "\n" for series, rows in one["series"].items()]
    return "\n".join(parts)


def _plot(kept: Kept, top: int, title: str, key: str, low: float, high: float) -> list[str]:
    """Return a plot of something against the number of characters, both on logarithmic scales."""
    left, width, height, first, last = 70, 650, 250, 100.0, 1e8
    out = [f'<text x="{left}" y="{top - 10}">{title}</text>']

    def at(x: float, y: float) -> tuple[float, float]:
        along = math.log10(max(x, first) / first) / math.log10(last / first)
        up = math.log10(min(max(y, low), high) / low) / math.log10(high / low)
        return left + along * width, top + (1 - up) * height

    for power in range(round(math.log10(first)), round(math.log10(last)) + 1):
        x, bottom = at(10.0**power, low)
        out.append(f'<path d="M{x:.1f} {top}V{bottom:.1f}" stroke="#ddd"/>')
        out.append(f'<text x="{x:.1f}" y="{bottom + 16:.1f}" text-anchor="middle">{10**power:,}</text>')
    for power in range(round(math.log10(low)), round(math.log10(high)) + 1):
        x, y = at(first, 10.0**power)
        out.append(f'<path d="M{x:.1f} {y:.1f}h{width}" stroke="#ddd"/>')
        out.append(f'<text x="{x - 6:.1f}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    for build, one in kept.items():
        dash = ' stroke-dasharray="5 3"' if build == "compiled" else ""
        for series, rows in one["series"].items():
            points = [at(row["characters"], row[key]) for row in rows if row[key] > 0]
            path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
            out.append(f'<path d="{path}" fill="none" stroke="{_COLOURS[series]}" stroke-width="2"{dash}/>')
    return out


def draw(kept: Kept) -> str:
    """Return the picture: seconds above, memory below; a colour a series, dashes for the compiled build."""
    out = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 680" font-family="sans-serif" font-size="12">',
        '<rect width="760" height="680" fill="#fff"/>',
    ]
    for i, (series, colour) in enumerate(_COLOURS.items()):
        out.append(f'<path d="M{70 + 130 * i} 16h24" stroke="{colour}" stroke-width="2"/>')
        out.append(f'<text x="{100 + 130 * i}" y="20">{series}</text>')
    if len(kept) > 1:
        out.append('<text x="590" y="20">dashed: compiled</text>')
    out += _plot(kept, 60, "seconds, against characters", "seconds", 1e-4, 1e3)
    out += _plot(kept, 380, "peak memory over the rest of the process, bytes", "peak_bytes", 1e5, 1e10)
    return "\n".join([*out, "</svg>", ""])


def read() -> dict[str, dict[str, Any]]:
    """Return the figures that are kept, by build."""
    paths = {build: FIGURES / f"growth-{build}.json" for build in ("interpreted", "compiled")}
    return {build: json.loads(path.read_text(encoding="utf-8")) for build, path in paths.items() if path.exists()}


def write() -> None:
    """Write the page and its picture."""
    kept = read()
    (DOCS / "growth.md").write_text(markdown(kept), encoding="utf-8")
    (DOCS / "growth.svg").write_text(draw(kept), encoding="utf-8")
