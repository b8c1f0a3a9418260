"""Score what a cleaner makes of labelled pages: boundaries in the wrong place, blocks right to the character, losses.

    python tests/scoring.py [FOLDER]          the figures of the pages in a folder (tests/gold)
    python tests/scoring.py --pin [--lower]   write the figures of tests/gold into floors.json

A page is a folder with `raw.txt`, and `gold.tsv` with one row a line of it: number, label, the text that the line adds
to its block. Labels: `B` (or `B:kind`) begins a block, `J` goes on with it, `?` leaves open whether a block begins
before and after it, `_` is blank, `D` should go. `␤` in a text ends a block inside the line.
"""

import argparse
import hashlib
import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from math import floor
from pathlib import Path
from typing import Any

from rapidfuzz.distance import LCSseq

GOLD = Path(__file__).parent / "gold"
FLOORS = GOLD / "floors.json"
# A space between a character beyond ASCII and an ASCII mark is not scored.
_OPEN_SPACE_RE = re.compile(r"(?<=[!-/:-@\[-`{-~]) (?=[^\x00-\x7f])|(?<=[^\x00-\x7f]) (?=[!-/:-@\[-`{-~])")


def letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


@dataclass
class Gold:
    """What should come out: the letters in their order, where blocks end among them, and the blocks themselves."""

    letters: str = ""
    ends: set[int] = field(default_factory=set)
    open: set[int] = field(default_factory=set)
    blocks: list[str] = field(default_factory=list)
    unsure: set[int] = field(default_factory=set)
    """Numbers of the blocks with a line that an editor could place either way."""


def read_gold(path: Path) -> Gold:
    gold, was_open = Gold(), False
    for row in path.read_text(encoding="utf-8").split("\n"):
        if not row:
            continue
        _, label, text = [*row.split("\t"), ""][:3]
        if label in ("_", "D"):
            continue
        is_open = label == "?" or was_open
        for number, piece in enumerate(text.split("␤")):
            at = len(gold.letters)
            begins = not gold.blocks or number > 0 or label.startswith("B") or label == "?"
            if number == 0 and is_open:
                gold.open.add(at)
                gold.unsure |= {len(gold.blocks) - 1, len(gold.blocks) - (not begins)}
            elif begins:
                gold.ends.add(at)
            if begins:
                gold.blocks.append("")
            gold.blocks[-1] += piece
            gold.letters += letters(piece)
        was_open = label == "?"
    gold.open |= {0, len(gold.letters)}  # the ends of the page are no decision
    gold.ends -= gold.open
    return gold


@dataclass(frozen=True)
class Score:
    hits: int
    found: int
    due: int
    lost: int
    strict: float
    """Share (0-1) of the sure blocks that stand in the output to the character."""

    @property
    def wrong(self) -> int:
        return self.found + self.due - 2 * self.hits

    @property
    def f1(self) -> float:
        return 2 * self.hits / max(1, self.found + self.due)


def score(gold: Gold, output: str) -> Score:
    lines = [line.strip() for line in re.split("[\n\f]", output) if line.strip()]
    stream = letters("".join(lines))
    # for each number of letters of the output, how many of the gold's stand before that place
    places, kept = [0] * (len(stream) + 1), 0
    for tag, first, last, start, end in LCSseq.opcodes(gold.letters, stream):
        for i in range(start, end):
            places[i + 1] = first + i - start + 1 if tag == "equal" else places[i]
        kept += last - first if tag == "equal" else 0
    found, at = set(), 0
    for line in lines:
        at += len(letters(line))
        found.add(places[at])
    found -= gold.open
    sure = [block for number, block in enumerate(gold.blocks) if block and number not in gold.unsure]
    shown = {_OPEN_SPACE_RE.sub("", line) for line in lines}
    right = sum(_OPEN_SPACE_RE.sub("", block.strip()) in shown for block in sure)
    return Score(
        len(found & gold.ends), len(found), len(gold.ends), len(gold.letters) - kept, right / max(1, len(sure))
    )


def score_folder(folder: Path, clean: Callable[[str], str]) -> Score:
    raw = (folder / "raw.txt").read_bytes().decode("utf-8")
    return score(read_gold(folder / "gold.tsv"), clean(raw))


def total(scores: list[Score]) -> Score:
    """Return the score of several pages as of one; `strict` is their mean."""
    sums = (sum(getattr(s, name) for s in scores) for name in ("hits", "found", "due", "lost"))
    return Score(*sums, strict=sum(s.strict for s in scores) / max(1, len(scores)))


def digest(folder: Path) -> str:
    """Return the SHA-256 of a page and its labels."""
    return hashlib.sha256((folder / "raw.txt").read_bytes() + (folder / "gold.tsv").read_bytes()).hexdigest()


def pinned(folders: list[Path], clean: Callable[[str], str], old: dict[str, Any], *, may_lower: bool) -> dict[str, Any]:
    """Return the floors that the present figures give; a floor that would be lower stays, or falls where it may."""
    floors = {}
    for folder in folders:
        now, before = score_folder(folder, clean), old.get(folder.name)
        made = {
            "sha256": digest(folder),
            "wrong": now.wrong,
            "lost": now.lost,
            "strict": floor(now.strict * 1000) / 1000,
        }
        if before and not may_lower:
            made["wrong"], made["lost"] = (min(made[key], before[key]) for key in ("wrong", "lost"))
            made["strict"] = max(made["strict"], before["strict"])
        floors[folder.name] = made
    return floors


def main() -> None:
    from cleantext import clean

    parser = argparse.ArgumentParser(description="Score the cleaner on labelled pages.")
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--pin", action="store_true", help="write the figures of tests/gold into floors.json")
    parser.add_argument("--lower", action="store_true", help="also those that are worse than the floors")
    args = parser.parse_args()
    folders = sorted(path.parent for path in args.folder.glob("*/gold.tsv"))
    scores = [score_folder(folder, clean) for folder in folders]
    for name, s in [*((f.name, s) for f, s in zip(folders, scores, strict=True)), ("all", total(scores))]:
        print(f"{name:28} f1 {s.f1:.4f}  wrong {s.wrong:4}  of {s.due:4}  strict {s.strict:.4f}  lost {s.lost}")
    if args.pin and args.folder == GOLD:
        floors = json.loads(FLOORS.read_text(encoding="utf-8"))
        floors["gold"] = pinned(folders, clean, floors["gold"], may_lower=args.lower)
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
