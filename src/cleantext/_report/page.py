"""The page put together: heading, doubts, legend, rows, and the policy that lets nothing else run."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files

from cleantext._block import Block
from cleantext._blocks import blocks_of
from cleantext._cleaner import Cleaner
from cleantext._report.cells import Cells
from cleantext._report.groups import Group, groups_of
from cleantext._report.names import named
from cleantext._report.rows import places_of, rows_of
from cleantext._report.script import language
from cleantext._rule import Doubt, Stage
from cleantext._trace import Trace, TracedNote
from cleantext._version import __version__

__all__ = ["page"]

_MAX_OPEN = 20  # notes of a list that stands open
_AROUND = 12  # code points beside a note in the list
_CHOSEN = {
    "run twice": "A second run would have changed the full result again, so what that run makes of it was taken.",
    "lines kept": "A second run would have changed the full result again, so the lines were kept as they were.",
    "characters": "A second run would have changed the lines again, so only characters and marks were repaired.",
    "unchanged": "A second run would have changed every result again, so the text was left as it was.",
}
_LINE_END = "line-end"


def page(text: str, cleaner: Cleaner, title: str) -> str:
    """Return the page of one text; see `cleantext.html_report`."""
    trace, record = cleaner._traced(text)  # one run gives the trace and the blocks
    blocks = blocks_of(trace, record)
    groups = groups_of(trace)
    notes = sorted(trace.notes(), key=lambda note: note.start)
    rules = _rules_of(groups)
    lang = language(text)
    cells = Cells(text, groups, notes, list(rules), lang)
    rows = []
    last = 1
    for row in rows_of(places_of(blocks, trace.text, groups), text, groups):
        number = row.places[0].block.page if row.places else last
        rows.append(cells.row(row, number if number != last else 0))
        last = number
    summaries = {rule.name: rule.summary for rule in cleaner.rules}
    summaries[_LINE_END] = "count CRLF and CR as one line end while cleaning, and put them back"
    heading = named(title, 200, " ") if title else "Page report"
    main = [
        f"<header><h1><bdi>{heading}</bdi></h1>{_lead(trace, blocks, groups, cells.lines)}</header>",
        *_lists(notes, cells, text, lang),
        _legend(rules, summaries),
        '<div class="heads" aria-hidden="true"><span>Source</span><span>Result</span></div>',
        f'<div id="rows">{"".join(rows)}</div>',
    ]
    room = ' class="columns"' if cells.is_in_columns else ""
    body = f"<main{room}>\n" + "\n".join(main) + "\n</main>"
    return _document(heading, body, _switches(len(rules), cells.together))


def _rules_of(groups: Sequence[Group]) -> dict[str, tuple[Stage, int]]:
    """Return the stage of each rule and the number of its edits, in the order of the stages."""
    counts = Counter(change.rule for group in groups for change in group.changes)
    stages: dict[str, Stage] = {}
    for group in groups:
        for change in group.changes:
            stages[change.rule] = min(stages.get(change.rule, change.stage), change.stage)
    return {rule: (stages[rule], counts[rule]) for rule in sorted(stages, key=lambda rule: (stages[rule], rule))}


def _number(count: int, thing: str) -> str:
    return f"<b>{count:,}</b> {thing}{'' if count == 1 else 's'}"


def _lead(trace: Trace, blocks: Sequence[Block], groups: Sequence[Group], lines: int) -> str:
    edits = sum(len(group.changes) for group in groups)
    kinds = Counter(block.kind for block in blocks).most_common()
    said = f'<p class="said">{_CHOSEN[trace.chosen]}</p>' if trace.chosen in _CHOSEN else ""
    return (
        f"<p>{_number(lines, 'line')} with {_number(len(trace.source), 'character')} became "
        f"{_number(len(blocks), 'block')} with {_number(sum(len(b.text) for b in blocks), 'character')} by "
        f"{_number(edits, 'edit')}.</p>"
        f'<ul class="kinds">{"".join(f"<li>{escape(kind)} <b>{count:,}</b></li>" for kind, count in kinds)}</ul>{said}'
    )


def _lists(notes: Sequence[TracedNote], cells: Cells, text: str, lang: str) -> Iterator[str]:
    """Yield the lists that come first: what was decided on little evidence, and what cannot be repaired."""
    sure = {n: traced.note.confidence for n, traced in enumerate(notes) if isinstance(traced.note, Doubt)}
    doubts = sorted(sure, key=lambda n: sure[n])
    marks = [n for n in range(len(notes)) if n not in sure]
    for name, what, numbers in (
        ("Doubts", "decided on little evidence, the least sure first", doubts),
        ("Beyond repair", "what a reader has to look at", marks),
    ):
        if numbers:
            items = "".join(_note(n, notes[n], cells, text, lang) for n in numbers)
            is_open = " open" if len(numbers) <= _MAX_OPEN else ""
            yield (
                f'<details class="notes"{is_open}><summary><h2>{name} <b>{len(numbers):,}</b></h2> {what}</summary>'
                f"<ol>{items}</ol></details>"
            )
    if not doubts:
        yield '<p class="notes none">No doubts: every decision had its evidence.</p>'


def _note(number: int, traced: TracedNote, cells: Cells, text: str, lang: str) -> str:
    before = text[max(0, traced.start - _AROUND) : traced.start]
    after = text[traced.end : traced.end + _AROUND]
    here = text[traced.start : traced.end]
    note = traced.note
    if isinstance(note, Doubt):
        said = f"{escape(note.chosen)}, not {escape(note.other)} <b>{note.confidence:.0%} sure</b>"
    else:
        said = escape(note.what)
    return (
        f'<li id="l{number}"><a href="#d{number}">line {cells.line(traced.start):,}</a> '
        f'<bdi lang="{lang}">{named(before) if before else ""}<em>{named(here) if here else "|"}</em>'
        f"{named(after) if after else ''}</bdi> <span>{said}</span></li>"
    )


def _legend(rules: dict[str, tuple[Stage, int]], summaries: dict[str, str]) -> str:
    if not rules:
        return '<p class="legend">Nothing was changed.</p>'
    chips: dict[Stage, list[str]] = {}
    for number, (rule, (stage, count)) in enumerate(rules.items()):
        checked = "" if rule == _LINE_END else " checked"
        chips.setdefault(stage, []).append(
            f'<label title="{escape(summaries.get(rule, ""))}"><input type="checkbox" id="r{number}" '
            f'data-rule="{escape(rule)}"{checked}> {escape(rule)} <b>{count:,}</b></label>'
        )
    stages = "".join(
        f'<li class="c{stage.value}"><span class="stage"><u class="c{stage.value}"></u>{stage.name.lower()}</span>'
        f"{''.join(labels)}</li>"
        for stage, labels in chips.items()
    )
    return f'<nav class="legend" aria-label="Rules"><ul>{stages}</ul></nav>'


def _switches(count: int, together: set[tuple[int, ...]]) -> str:
    """Return the style that hides the marks of a rule whose box in the legend is empty; it needs no script."""
    off = "{--c:transparent;--d:none;--s:none}"
    alone = [f":root:has(#r{n}:not(:checked)) main .r{n}{off}" for n in range(count)]
    shared = [
        f":root{''.join(f':has(#r{n}:not(:checked))' for n in rules)} main .m{'-'.join(map(str, rules))}{off}"
        for rules in sorted(together)
    ]
    return "\n".join(alone + shared)


def _document(heading: str, body: str, switches: str) -> str:
    """Return the HTML file: its style and script are the only ones that the policy lets run."""
    here = files("cleantext._report")
    style = here.joinpath("report.css").read_text("utf-8") + switches
    script = here.joinpath("report.js").read_text("utf-8")
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="cleantext {__version__}">
<title>{heading}</title>
<style>{style}</style>
</head>
<body>
{body}
<footer id="info" role="status" aria-live="polite" hidden></footer>
<script>{script}</script>
</body>
</html>
"""


def _digest(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
