"""A trace told to people and programs: the doubts first, then rule by rule what was changed where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cleantext._pages import printable
from cleantext._places import Place, Places
from cleantext._rule import Doubt, Mark
from cleantext._trace import Change, Trace

__all__ = ["Explanation", "explain", "to_dict", "to_text"]


@dataclass(frozen=True, slots=True)
class Explained:
    """One change or note: its place in the source, and what stands before and behind it there."""

    rule: str
    place: Place
    start: int
    end: int
    left: str
    right: str
    what: Change | Doubt | Mark


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a run did.

    Attributes:
        doubts: the least certain first.
        changes: for the name of each rule, in the order they ran.
        marks: what cannot be repaired, in the order of the source.
        chosen: as in `Trace`.
    """

    doubts: tuple[Explained, ...]
    changes: dict[str, tuple[Explained, ...]]
    marks: tuple[Explained, ...]
    chosen: str = "full"


def explain(trace: Trace, rule: str | None = None) -> Explanation:
    """Return what a run did, all of it or by one rule.

    >>> import cleantext
    >>> print(to_text(explain(cleantext.Cleaner("text").trace("一⽂化")), "a.txt"), end="")
    a.txt: 1 change by 1 rule, 0 doubts
    <BLANKLINE>
    radical-form: 1 change
      1:2  一⟨⽂ → 文⟩化
    """
    places = Places(trace.source)
    changes: dict[str, list[Explained]] = {}
    for change in trace.changes():
        if rule in (None, change.rule):
            changes.setdefault(change.rule, []).append(
                _explained(places, change.rule, change.start, change.end, change)
            )
    notes = [_explained(places, n.rule, n.start, n.end, n.note) for n in trace.notes() if rule in (None, n.rule)]
    doubts = [note for note in notes if isinstance(note.what, Doubt)]
    doubts.sort(key=lambda note: note.what.confidence if isinstance(note.what, Doubt) else 1)
    marks = sorted((note for note in notes if isinstance(note.what, Mark)), key=lambda note: note.start)
    # a rule may run twice, as `line-end` does: its changes stand in the order of the source
    by_rule = {name: tuple(sorted(found, key=lambda item: item.start)) for name, found in changes.items()}
    return Explanation(tuple(doubts), by_rule, tuple(marks), trace.chosen)


def _explained(places: Places, rule: str, start: int, end: int, what: Change | Doubt | Mark) -> Explained:
    return Explained(rule, places.of(start), start, end, *places.around(start, end), what)


def to_text(explanation: Explanation, title: str) -> str:
    """Return an explanation as lines to read; white space and controls stand as signs and escapes."""
    return "".join(line + "\n" for line in _lines(explanation, title))


def _lines(explanation: Explanation, title: str) -> Iterator[str]:
    changes = explanation.changes
    count = sum(map(len, changes.values()))
    counts = f"{_count(count, 'change')} by {_count(len(changes), 'rule')}, {_count(len(explanation.doubts), 'doubt')}"
    if explanation.marks:
        counts += f", {_count(len(explanation.marks), 'mark')}"
    yield f"{title}: {counts}"
    if explanation.chosen != "full":
        yield f"The full result would have changed under a second run; chosen: {explanation.chosen}."
    if explanation.doubts:
        yield "\ndoubts, the least certain first"
        for item in explanation.doubts:
            if isinstance(item.what, Doubt):
                what = f"{item.what.chosen} ({item.what.confidence:.2f}), else {item.what.other}"
                yield f"  {_place(item)}  {item.rule}: {what}"
                yield f"      {_seen(item.left)}⟨{_source(item)}⟩{_seen(item.right)}"
    for rule, found in changes.items():
        yield f"\n{rule}: {_count(len(found), 'change')}"
        for item in found:
            if isinstance(item.what, Change):
                before, after = (_seen(text).replace(" ", "␠") for text in (item.what.before, item.what.after))
                what = f"⟨{before} → {after}⟩"
                yield f"  {_place(item)}  {_seen(item.left)}{what}{_seen(item.right)}"
    if explanation.marks:
        yield "\nmarks, what cannot be repaired"
        for item in explanation.marks:
            if isinstance(item.what, Mark):
                yield f"  {_place(item)}  {item.rule}: {printable(item.what.what)}"


def _place(item: Explained) -> str:
    return f"{item.place.line}:{item.place.column}"


def _source(item: Explained) -> str:
    """Return the sign of a seam: what a doubt is about is mostly a line feed or two."""
    return "⏎" * (item.end - item.start) if isinstance(item.what, Doubt) else ""


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'s' * (number != 1)}"


def _seen(text: str) -> str:
    return "⏎".join(map(printable, text.replace("\r\n", "\n").split("\n")))


def to_dict(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation as JSON holds it; lines and columns count from 1, `start` and `end` are code points."""
    changes = explanation.changes
    return {
        "chosen": explanation.chosen,
        "counts": {
            "changes": sum(map(len, changes.values())),
            "doubts": len(explanation.doubts),
            "marks": len(explanation.marks),
        },
        "doubts": [_item(item) for item in explanation.doubts],
        "rules": [
            {"rule": rule, "changes": [_item(item) for item in found]} for rule, found in explanation.changes.items()
        ],
        "marks": [_item(item) for item in explanation.marks],
    }


def _item(item: Explained) -> dict[str, Any]:
    what: dict[str, Any]
    if isinstance(item.what, Change):
        what = {"before": item.what.before, "after": item.what.after, "confidence": item.what.confidence}
    elif isinstance(item.what, Doubt):
        what = {"chosen": item.what.chosen, "other": item.what.other, "confidence": item.what.confidence}
    else:
        what = {"what": item.what.what, "count": item.what.count}
    return {
        "rule": item.rule,
        "line": item.place.line,
        "column": item.place.column,
        "start": item.start,
        "end": item.end,
        "left": item.left,
        "right": item.right,
        **what,
    }
