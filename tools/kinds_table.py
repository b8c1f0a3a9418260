"""The kinds of blocks: those that the annotation gives against those that the cleaner finds."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from cleantext import Block
from scores import Gold, letters
from table import Table

OURS = {"kicker": "subhead", "subtitle": "subhead"}
"""Kinds of the annotation that are one for us."""


def kind_pairs(blocks: Sequence[Block], gold: Gold, kinds: Mapping[int, str]) -> list[tuple[str, str]]:
    """Return the kind that is due and the one that was found for each block of the gold whose kind is known.

    A block is found again by its letters; where the output has none like it, the kind found is empty. Of blocks with
    the same letters the first goes with the first.
    """
    found: dict[str, deque[str]] = defaultdict(deque)
    for block in blocks:
        found[letters(block.text)].append(block.kind)
    pairs = []
    before = 0
    for text, line in zip(gold.blocks, gold.lines, strict=True):
        same = found[letters(text)]
        kind = same.popleft() if same else ""
        if line in kinds and line != before:  # the kind of a line is that of the first block that begins on it
            due = kinds[line]
            pairs.append((OURS.get(due, due), kind))
        before = line
    return pairs


def kinds_table(pairs: Iterable[tuple[str, str]]) -> Table:
    """Return the confusion table: a row a kind that is due, a column a kind that was found."""
    counts = Counter(pairs)
    due = sorted({kind for kind, _ in counts})
    columns = sorted({kind for pair in counts for kind in pair if kind})
    rows: list[list[str]] = []
    for kind in due:
        matched = sum(counts[kind, other] for other in columns)
        share = f"{counts[kind, kind] / matched:.3f}" if matched else "–"
        rows.append([kind, *(str(counts[kind, other] or "·") for other in columns), str(counts[kind, ""]), share])
    matched = sum(count for (_, other), count in counts.items() if other)
    right = sum(count for (kind, other), count in counts.items() if kind == other)
    note = (
        f"Rows: the kind that the annotation gives; columns: the one that `Cleaner.blocks` gives. Of "
        f"{sum(counts.values())} blocks whose kind is known, {matched} stand in the output with the same letters, and "
        f"of these {right} ({right / max(1, matched):.1%}) have the right kind. Kickers and subtitles are "
        "subheads here."
    )
    return Table("Kinds of blocks", note, ("due", *columns, "no such block", "right"), rows, texts=1)
