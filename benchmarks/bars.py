"""Draw how many times as fast the whole clean is as each tool: bars on a logarithmic scale."""

import math
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

import goals
import suites
from peers import PEERS

SUITE = "seed pages"
COLOURS = {"interpreted": "#0b6e99", "compiled": "#d9822b"}
LEFT, RIGHT, WIDE, ROW, BAR = 120, 30, 760, 34, 12
LOW, HIGH = 0.01, 100.0


def _x(ratio: float) -> float:
    share = (math.log10(min(max(ratio, LOW), HIGH)) - math.log10(LOW)) / (math.log10(HIGH) - math.log10(LOW))
    return LEFT + share * (WIDE - LEFT - RIGHT)


def draw(kept: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the picture: a row a tool, a bar a build, and a tick where what is asked of that build stands."""
    names = [
        peer.name
        for peer in PEERS
        if any(f"{SUITE}: {suites.OURS} / {peer.name}" in one["ratios"] for one in kept.values())
    ]
    asked = {goal.theirs: goal for goal in goals.GOALS if (goal.suite, goal.ours) == (SUITE, suites.OURS)}
    top, height = 44, 44 + ROW * len(names) + 30
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {height}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDE}" height="{height}" fill="#fff"/>',
        '<text x="10" y="18">Times as fast as each tool, five seed pages, default profile</text>',
    ]
    for i, build in enumerate(kept):
        left = 400 + 100 * i
        out.append(f'<rect x="{left}" y="9" width="{BAR}" height="{BAR}" fill="{COLOURS[build]}"/>')
        out.append(f'<text x="{left + BAR + 5}" y="19">{build}</text>')
    out.append('<path d="M606 8v14" stroke="#000" stroke-width="2"/><text x="614" y="19">asked for</text>')
    bottom = height - 30
    for tick in (0.01, 0.1, 1, 10, 100):
        x = _x(tick)
        stroke = "#555" if tick == 1 else "#ccc"
        out.append(f'<path d="M{x:.1f} {top - 8}V{bottom}" stroke="{stroke}"/>')
        out.append(f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{tick:g} ×</text>')
    for row, name in enumerate(names):
        y = top + row * ROW
        out.append(f'<text x="{LEFT - 8}" y="{y + 16}" text-anchor="end">{escape(name)}</text>')
        for i, (build, one) in enumerate(kept.items()):
            ratio = one["ratios"].get(f"{SUITE}: {suites.OURS} / {name}")
            if ratio is None:
                continue
            at = y + i * (BAR + 1)
            start, end = sorted((_x(1), _x(ratio)))
            out.append(
                f'<rect x="{start:.1f}" y="{at}" width="{end - start:.1f}" height="{BAR}" fill="{COLOURS[build]}">'
                f"<title>{escape(name)}, {build}: {ratio:.3g}</title></rect>"
            )
            if name in asked:
                out.append(
                    f'<path d="M{_x(asked[name].asked(build)):.1f} {at - 1}v{BAR + 2}" stroke="#000" stroke-width="2"/>'
                )
    return "\n".join([*out, "</svg>", ""])
