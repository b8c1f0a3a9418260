"""Seams decided by a person: a small file beside the text, found again by the letters on both sides."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from cleantext._data.classes import DIGIT, HAN, LETTER, NUMBER
from cleantext._json import to_json
from cleantext._layout.pattern import pattern
from cleantext._rule import Doubt, Stage
from cleantext._text import Text
from cleantext._trace import Trace
from cleantext._version import __version__
from cleantext.errors import DecisionsError

__all__ = ["SCHEMA", "Decision", "Decisions", "Key", "Seam", "doubtful_seams"]

SCHEMA = 1
_CHARS = 12  # letters on each side: enough to tell most seams of a page from each other
_LETTER_RE = pattern(f"[{HAN}{LETTER}{DIGIT}{NUMBER}]")
_CHOICES = {"join": True, "break": False}


class Key(NamedTuple):
    """How a seam is found again: the letters before and behind it; where they stand several times, which time.

    `before` and `after` hold letters and digits only: cleaning changes the marks and spaces beside a seam, and a second
    run must find it.
    `nth` counts from 0, `of` is how often the letters stand in the text; where that has changed nobody can say which
    place was meant.

    >>> from cleantext import Key
    >>> Key("行政审批", "服务局的帮办专员", nth=0, of=1).after
    '服务局的帮办专员'
    """

    before: str
    after: str
    nth: int
    of: int


class Decision(NamedTuple):
    """A person's answer for a seam.

    `key` is how the seam is found again, `joined` says whether the block goes on over it, and `line` (from 1; 0: not
    known) is for people.

    >>> from cleantext import Decision, Key
    >>> Decision(Key("行政审批", "服务局的帮办专员", nth=0, of=1), joined=False).line
    0
    """

    key: Key
    joined: bool
    line: int = 0


class Seam(NamedTuple):
    """A seam in doubt: its place in the source, what was chosen, and its key, None where it has none of its own."""

    start: int
    end: int
    doubt: Doubt
    key: Key | None

    @property
    def joined(self) -> bool:
        """Whether it was joined."""
        return self.doubt.chosen == "join"


class _Letters:
    """The letters of a text, and where in it they stand."""

    def __init__(self, string: str) -> None:
        found = list(_LETTER_RE.finditer(string))
        self.offsets = [letter.start() for letter in found]
        self.string = "".join(letter[0] for letter in found)

    def key(self, offset: int) -> Key:
        """Return the key of a seam at an offset of the text."""
        at = bisect_left(self.offsets, offset)
        before, after = self.string[max(0, at - _CHARS) : at], self.string[at : at + _CHARS]
        places = self.places(before, after)
        return Key(before, after, places.index(at), len(places))

    def seams(self, lines: Sequence[str], starts: Sequence[int]) -> list[int]:
        """Return behind how many letters each seam between two lines that are not blank stands."""
        ends = [start + len(line) for start, line in zip(starts, lines, strict=True) if line.strip()]
        return [bisect_left(self.offsets, end) for end in ends[:-1]]

    def places(self, before: str, after: str) -> list[int]:
        """Return behind how many letters `before` ends and `after` begins."""
        both, places = before + after, []
        at = self.string.find(both)
        while at >= 0 and both:
            places.append(at + len(before))
            at = self.string.find(both, at + 1)
        return places or [0]


@dataclass(frozen=True, slots=True)
class Decisions:
    r"""What a person decided for the seams of a text.

    Attributes:
        items: one a seam.
        source: digest of the text they were made for; they hold for others too, as far as their seams are there.

    >>> from cleantext import Cleaner, Decision, Decisions, Key
    >>> text = "“小易”是来自东昌府区行政审批\n\n服务局的帮办专员。"
    >>> key = Key("易是来自东昌府区行政审批", "服务局的帮办专员", 0, 1)
    >>> Cleaner(decisions=Decisions((Decision(key, joined=False),))).clean(text) == text
    True
    """

    items: tuple[Decision, ...] = ()
    source: str = ""

    def settle(self, text: Text) -> None:
        """Let the path of a text be as it was decided, as far as its seams are there."""
        if not self.items or "\n" not in text.string or text.make_origins is not None:
            return  # once lines are joined, the page has no path any more
        letters = _Letters(text.string)
        numbers, starts, lines = text.path.numbers, text.starts(), text.line_list()
        seams: dict[int, int] = {}
        for k, number in enumerate(numbers[:-1]):
            at = bisect_left(letters.offsets, starts[number] + len(lines[number]))
            seams[at] = -1 if at in seams else k  # two seams with no letter between them: neither is meant
        fixed = {}
        for key, joined, _ in self.items:
            places = letters.places(key.before, key.after)
            if len(places) == key.of and (k := seams.get(places[key.nth], -1)) >= 0:
                fixed[k] = joined
        if fixed:
            text.decide(fixed)

    def fingerprint(self) -> str:
        """Return what decides: the seams and the answers, in any order."""
        return repr(sorted((*key, joined) for key, joined, _ in self.items))

    def answer(self, key: Key) -> bool | None:
        """Return what was decided for a seam, None where nothing was."""
        return next((item.joined for item in self.items if item.key == key), None)

    def with_answer(self, key: Key, joined: bool | None, line: int = 0) -> Decisions:
        """Return these decisions with another one for a seam; None takes it away."""
        kept = [item for item in self.items if item.key != key]
        if joined is not None:
            kept.append(Decision(key, joined, line))
        return replace(self, items=tuple(sorted(kept, key=lambda item: (item.line, item.key))))

    def with_those_of(self, other: Decisions) -> Decisions:
        """Return these decisions and those for another page of the same document."""
        return Decisions((*self.items, *other.items))

    def dumps(self) -> bytes:
        """Return the file, in UTF-8."""
        words = {joined: word for word, joined in _CHOICES.items()}
        rows = [{**key._asdict(), "choice": words[joined], "line": line} for key, joined, line in self.items]
        head = {"cleantext-decisions": SCHEMA, "cleantext": __version__, "source": self.source, "decisions": rows}
        return (to_json(head, indent=1) + "\n").encode()

    @classmethod
    def loads(cls, data: bytes) -> Decisions:
        """Return the decisions that a file holds.

        Args:
            data: the bytes of the file.

        Raises:
            TypeError: `data` is no bytes.
            DecisionsError: it holds none, is of another version of the schema, or damaged; the message says where.
        """
        if not isinstance(data, bytes | bytearray):
            kind = type(data).__name__
            raise TypeError(f"Decisions.loads() takes the bytes of a file, not {kind}; read it with Path.read_bytes()")
        try:
            head = json.loads(data.decode())
        except (ValueError, RecursionError):
            head = None
        if not isinstance(head, dict) or "cleantext-decisions" not in head:
            raise DecisionsError("these are no decisions; take the file away, or get it whole")
        if head["cleantext-decisions"] != SCHEMA:
            raise DecisionsError(
                f"these decisions are of schema {head['cleantext-decisions']!r}, this cleantext knows {SCHEMA}; "
                "use the version that wrote them"
            )
        rows = head.get("decisions")
        if not isinstance(rows, list) or not isinstance(head.get("source"), str):
            raise DecisionsError("the decisions or the digest of their source are missing; get the file whole")
        return cls(tuple(_decision(row, number) for number, row in enumerate(rows, 1)), head["source"])


def _decision(row: Any, number: int) -> Decision:
    try:
        key = Key(row["before"], row["after"], row["nth"], row["of"])
        is_key = isinstance(key.before, str) and isinstance(key.after, str)
        if not is_key or {type(key.nth), type(key.of), type(row["line"])} != {int} or not 0 <= key.nth < key.of:
            raise ValueError("its place is none")
        return Decision(key, _CHOICES[row["choice"]], row["line"])
    except (KeyError, TypeError, ValueError) as error:
        raise DecisionsError(f"decision {number} is none ({error}); mend it or take it away") from None


def doubtful_seams(trace: Trace) -> list[Seam]:
    """Return the seams in doubt, in the order of the source."""
    found: list[Seam] = []
    for number, step in enumerate(trace.steps):
        doubts = [note for note in step.notes if isinstance(note, Doubt)]
        if step.stage is not Stage.PARAGRAPHS or not doubts:
            continue
        string = trace.text
        for later in reversed(trace.steps[number:]):
            string = later.undo(string)
        letters = _Letters(string)
        text = Text(string)
        counts = Counter(letters.seams(text.line_list(), text.starts()))
        for doubt in doubts:
            at = bisect_left(letters.offsets, doubt.start)
            start, end = trace.to_source_of_step(number, doubt.start, doubt.end)
            found.append(Seam(start, end, doubt, letters.key(doubt.start) if counts[at] == 1 else None))
    return sorted(found, key=lambda seam: seam.start)
