"""Annotated pages: read them, and turn each into the features and the answers that the model is fitted to."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from cleantext import Cleaner, Stage, Text
from cleantext._apply import apply
from cleantext._layout.facts import contents_of
from cleantext._paragraphs.features import Features, extract
from cleantext._paragraphs.tables import Tables

JOIN, BREAK, OPEN = 1, 0, -1


@dataclass
class Page:
    """A page with the answer for each of its seams: 1 joined, 0 a block ends, -1 either way.

    `seams` has for each seam the places of its features in `costs.SEAM`.
    """

    name: str
    template: str
    engine: str
    features: Features
    seams: list[tuple[int, ...]]
    answers: list[int]
    text: Text = field(repr=False)
    numbers: list[int] = field(repr=False)
    real: bool = True

    def features_with(self, tables: Tables) -> Features:
        """Return the page's features with the costs of other tables."""
        return extract(contents_of(self.text.line_list(), self.numbers), self.text.layout, self.numbers, tables)


_BEFORE = tuple(rule for rule in Cleaner("page").rules if rule.stage <= Stage.SPACING)


def as_joined(raw: str) -> Text:
    """Return the text as the paragraph rule will see it, but with the texts said twice: the labels take those out."""
    text = Text(raw)
    for rule in _BEFORE:
        edits = rule.edits(text)
        if edits:
            text = apply(text, edits, rule)
    return text


def make_page(name: str, template: str, engine: str, raw: str, labels: list[str], *, real: bool = True) -> Page:
    """Return the page of a raw text and the label (B, J, ?, D, _) of each of its lines."""
    text = as_joined(raw)
    lines, layout = text.line_list(), text.layout
    numbers = [i for i, label in enumerate(labels) if layout.widths[i] and lines[i].strip() and label[0] not in "D_"]
    seams: list[tuple[int, ...]] = []
    features = extract(contents_of(lines, numbers), layout, numbers, record=seams)
    answers = []
    for a, b in zip(features.lasts, features.numbers[1:], strict=False):
        if labels[b][0] == "?" or labels[a][0] == "?":
            answers.append(OPEN)
        else:
            answers.append(JOIN if labels[b][0] == "J" else BREAK)
    return Page(name, template, engine, features, seams, answers, text, numbers, real)


def load_page(folder: Path) -> Page:
    """Return the annotated page in a folder (raw.txt, gold.tsv, meta.json)."""
    raw = (folder / "raw.txt").read_bytes().decode("utf-8")
    rows = [line.split("\t") for line in (folder / "gold.tsv").read_bytes().decode("utf-8").rstrip("\n").split("\n")]
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return make_page(meta["id"], meta["template"], meta["engine"], raw, [row[1].strip() for row in rows])


def load_pages(*folders: Path) -> list[Page]:
    """Return the annotated pages below some folders, in the order of their names."""
    return [load_page(f.parent) for folder in folders for f in sorted(folder.glob("*/gold.tsv"))]
