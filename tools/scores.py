"""Score what a cleaner makes of labelled pages: boundaries in the wrong place, blocks right to the character, losses.

A page is a folder with `raw.txt`, and `gold.tsv` with one row a line of it: number, label, the text that the line adds
to its block. Labels: `B` (or `B:kind`) begins a block, `J` goes on with it, `?` leaves open whether a block begins
before and after it, `_` is blank, `D` should go. `␤` in a text ends a block inside the line.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from difflib import SequenceMatcher
from pathlib import Path

from rapidfuzz import fuzz

# A space between a character beyond ASCII and an ASCII mark is not scored.
_OPEN_SPACE_RE = re.compile(r"(?<=[!-/:-@\[-`{-~]) (?=[^\x00-\x7f])|(?<=[^\x00-\x7f]) (?=[!-/:-@\[-`{-~])")
_BLOCK_END_RE = re.compile("[\n\f\v\x85\u2028\u2029]")
_MIN_ALIKE = 80  # per cent of letters in common: two readings of one text
_MIN_LENGTH_SHARE = 0.7  # of the longer one


def letters(text: str) -> str:
    """Return the letters and digits of a text, each in its standard form."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


@dataclass
class Gold:
    """What should come out: the letters in their order, where blocks end among them, and the blocks themselves."""

    letters: str = ""
    ends: set[int] = field(default_factory=set)
    open: set[int] = field(default_factory=set)
    blocks: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    """For each block the number (from 1) of the line it begins on."""
    unsure: set[int] = field(default_factory=set)
    """Numbers of the blocks with a line that an editor could place either way, or that such a line may go on."""
    dropped: list[str] = field(default_factory=list)
    """The letters of each text that should go; lines with nothing but blank ones between them are one text."""
    has_exact_text: bool = True
    """Whether blocks are scored to the character; OCR pages are not."""

    def is_copy(self, text: str) -> bool:
        """Tell whether letters that should go stand in a block too, or nearly so; what does not is furniture."""
        return any(text in unit or _is_alike(text, unit) for unit in map(letters, self.blocks))


def _is_alike(one: str, other: str) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    return shorter > _MIN_LENGTH_SHARE * longer and fuzz.ratio(one, other) >= _MIN_ALIKE


def read_gold(path: Path, raw_lines: Sequence[str] = ()) -> Gold:
    """Return what should come out of a page; the lines that should go have their letters in the raw page only."""
    gold, was_open, was_dropped = Gold(), False, False
    rows = [row.split("\t") for row in path.read_text(encoding="utf-8").split("\n") if row]
    for line, (_, label, *rest) in enumerate(rows, 1):
        if label == "_":
            continue
        if label == "D":
            if not was_dropped:
                gold.dropped.append("")
            gold.dropped[-1] += letters(raw_lines[line - 1]) if line <= len(raw_lines) else ""
            was_dropped = True
            continue
        was_dropped = False
        is_open = label == "?" or was_open
        for number, piece in enumerate("".join(rest).split("␤")):
            at = len(gold.letters)
            begins = not gold.blocks or number > 0 or label.startswith("B") or label == "?"
            if number == 0 and is_open:
                gold.open.add(at)
                gold.unsure.add(len(gold.blocks) - 1)
            elif begins:
                gold.ends.add(at)
            if begins:
                gold.blocks.append("")
                gold.lines.append(line)
            if label == "?":
                gold.unsure.add(len(gold.blocks) - 1)
            gold.blocks[-1] += piece
            gold.letters += letters(piece)
        was_open = label == "?"
    gold.open |= {0, len(gold.letters)}  # the ends of the page are no decision
    gold.ends -= gold.open
    return gold


@dataclass(frozen=True)
class Score:
    """The counts of one page, or of several as of one: they are added up."""

    hits: int = 0
    """Boundaries of the output that the gold has too."""
    found: int = 0
    due: int = 0
    lost: int = 0
    right: int = 0
    """Sure blocks that stand in the output to the character."""
    sure: int = 0
    copies_left: int = 0
    copies_gone: int = 0
    furniture_left: int = 0
    furniture_gone: int = 0

    @property
    def wrong(self) -> int:
        """Boundaries that the output has too many, and those that it lacks."""
        return self.found + self.due - 2 * self.hits

    @property
    def precision(self) -> float:
        """Share (0-1) of the output's boundaries that are right."""
        return self.hits / max(1, self.found)

    @property
    def recall(self) -> float:
        """Share (0-1) of the gold's boundaries that the output has."""
        return self.hits / max(1, self.due)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.hits / max(1, self.found + self.due)

    @property
    def strict(self) -> float:
        """Share (0-1) of the sure blocks that stand in the output to the character."""
        return self.right / max(1, self.sure)


def score(gold: Gold, output: str) -> Score:
    """Return the counts of an output, whose blocks are its lines that are not blank."""
    lines = [line.strip() for line in _BLOCK_END_RE.split(output) if line.strip()]
    stream = letters("".join(lines))
    # for each number of letters of the output, how many of the gold's stand before that place
    places, kept, extra = [0] * (len(stream) + 1), 0, []
    for tag, first, last, start, end in SequenceMatcher(None, gold.letters, stream, autojunk=False).get_opcodes():
        for i in range(start, end):
            places[i + 1] = first + i - start + 1 if tag == "equal" else places[i]
        kept += last - first if tag == "equal" else 0
        if tag in ("insert", "replace"):
            extra.append(stream[start:end])
    found, at = set(), 0
    for line in lines:
        at += len(letters(line))
        found.add(places[at])
    found -= gold.open
    sure = [block for number, block in enumerate(gold.blocks) if block and number not in gold.unsure]
    if not gold.has_exact_text:
        sure = []
    shown = {_OPEN_SPACE_RE.sub("", line) for line in lines}
    right = sum(_OPEN_SPACE_RE.sub("", block.strip()) in shown for block in sure)
    counts = {(is_copy, is_left): 0 for is_copy in (True, False) for is_left in (True, False)}
    for text in filter(None, gold.dropped):
        counts[gold.is_copy(text), _take_from(extra, text)] += 1
    return Score(
        hits=len(found & gold.ends),
        found=len(found),
        due=len(gold.ends),
        lost=len(gold.letters) - kept,
        right=right,
        sure=len(sure),
        copies_left=counts[True, True],
        copies_gone=counts[True, False],
        furniture_left=counts[False, True],
        furniture_gone=counts[False, False],
    )


def _take_from(runs: list[str], text: str) -> bool:
    """Tell whether more than half of a text stands in one piece in one of the runs, and take it out of that."""
    half = len(text) // 2 + 1
    for number, run in enumerate(runs):
        for start in range(len(text) - half + 1):
            at = run.find(text[start : start + half])
            if at >= 0:
                size = half
                while start + size < len(text) and run[at + size : at + size + 1] == text[start + size]:
                    size += 1
                runs[number] = run[:at] + "\n" + run[at + size :]
                return True
    return False


def read_page(folder: Path) -> tuple[str, Gold]:
    """Return the raw text of a page and its gold; `meta.json` says what is scored of it."""
    raw = (folder / "raw.txt").read_bytes().decode("utf-8")
    gold = read_gold(folder / "gold.tsv", raw.split("\n"))
    meta = folder / "meta.json"
    if meta.exists():
        gold.has_exact_text = json.loads(meta.read_text(encoding="utf-8")).get("chars") == "scored"
    return raw, gold


def score_folder(folder: Path, clean: Callable[[str], str]) -> Score:
    """Return the counts of a cleaner on the page in a folder."""
    raw, gold = read_page(folder)
    return score(gold, clean(raw))


def total(scores: list[Score]) -> Score:
    """Return the score of several pages as of one."""
    return Score(*(sum(getattr(s, f.name) for s in scores) for f in fields(Score)))
