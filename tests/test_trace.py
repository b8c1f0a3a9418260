"""Traces: offsets both ways against a model of single characters, and the way back to the source."""

import itertools
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext import Cleaner, Doubt, Edit, Effect, Mark, Stage, Text, Tier, Trace
from cleantext._line_ends import line_end_edits, with_line_feeds
from cleantext._rule import Note
from cleantext._trace import Step, make_step
from cleantext.errors import RuleError
from corpora import read, seeds
from strategies import mutated_pages, tries

Span = tuple[int, int]


def splice(string: str, edits: Sequence[Edit]) -> str:
    for start, end, replacement in reversed(edits):
        string = string[:start] + replacement + string[end:]
    return string


@st.composite
def edits_of(draw: st.DrawFn, string: str) -> list[Edit]:
    """Sorted edits that touch at most: removals, insertions, replacements shorter and longer than what they replace."""
    bounds = sorted(draw(st.lists(st.integers(0, len(string)), max_size=12)))
    edits = []
    for start, end in itertools.pairwise(bounds):
        replacement = draw(st.none() | st.text("xyz", max_size=4))
        if replacement is not None and replacement != string[start:end]:
            edits.append(Edit(start, end, replacement))
    return edits


@st.composite
def traces(draw: st.DrawFn) -> Trace:
    source = string = draw(st.text("abcdef", max_size=24))
    steps: list[Step] = []
    for number in range(draw(st.integers(0, 4))):
        edits = draw(edits_of(string))
        steps.append(make_step(f"rule-{number}", Stage.CHARACTERS, string, edits))
        string = splice(string, edits)
    return Trace(source, string, tuple(steps))


class Model:
    """One step, character by character: to which span each character and each gap moves, forward and back.

    A character in an edited place stands for the whole place. A gap in front of an edited place or inside it stands for
    its beginning, the one behind it for its end; where two places touch, the gap belongs to the second one.
    """

    def __init__(self, step: Step, length: int) -> None:
        self.old: list[Span] = []
        self.new: list[Span] = []
        self.old_gaps: dict[int, int] = {}
        self.new_gaps: dict[int, int] = {}
        for start, end, replacement in step.edits:
            self._keep(start)
            at, size = len(self.new), len(replacement)
            self.old_gaps.update(dict.fromkeys(range(start, max(end, start + 1)), at))
            self.new_gaps.update(dict.fromkeys(range(at, at + max(size, 1)), start))
            self.old += [(at, at + size)] * (end - start)
            self.new += [(start, end)] * size
            if end > start:
                self.old_gaps[end] = at + size
            if size:
                self.new_gaps[at + size] = end
        self._keep(length)
        self.old_gaps.setdefault(length, len(self.new))
        self.new_gaps.setdefault(len(self.new), length)

    def _keep(self, end: int) -> None:
        """Go on to `end` through characters that stay."""
        for i in range(len(self.old), end):
            at = len(self.new)
            self.old_gaps.setdefault(i, at)
            self.new_gaps.setdefault(at, i)
            self.old.append((at, at + 1))
            self.new.append((i, i + 1))

    def forward(self, start: int, end: int) -> Span:
        if start == end:
            return self.old_gaps[start], self.old_gaps[start]
        return self.old[start][0], self.old[end - 1][1]

    def back(self, start: int, end: int) -> Span:
        if start == end:
            return self.new_gaps[start], self.new_gaps[start]
        return self.new[start][0], self.new[end - 1][1]


def models(trace: Trace) -> list[Model]:
    made, string = [], trace.source
    for step in trace.steps:
        made.append(Model(step, len(string)))
        string = splice(string, step.edits)
    return made


def spans(text: str) -> list[Span]:
    return list(itertools.combinations_with_replacement(range(len(text) + 1), 2))


@given(traces())
@tries(400)
def test_spans_move_as_their_characters_do(trace: Trace) -> None:
    steps = models(trace)
    for span in spans(trace.source):
        moved = span
        for model in steps:
            moved = model.forward(*moved)
        assert trace.to_text(*span) == moved
    for span in spans(trace.text):
        moved = span
        for model in reversed(steps):
            moved = model.back(*moved)
        assert trace.to_source(*span) == moved


@given(traces())
@tries(500)
def test_revert_rebuilds_the_source(trace: Trace) -> None:
    assert trace.revert() == trace.source


def check_untouched(trace: Trace) -> int:
    """See that each character of the source which no change covers stands in the text, and maps there and back."""
    covered = {i for change in trace.changes() for i in range(change.start, change.end)}
    kept = [i for i in range(len(trace.source)) if i not in covered]
    for i in kept:
        start, end = trace.to_text(i, i + 1)
        assert trace.text[start:end] == trace.source[i]
        assert trace.to_source(start, end) == (i, i + 1)
    return len(kept)


@given(traces())
@tries(500)
def test_characters_that_no_change_covers_stay(trace: Trace) -> None:
    check_untouched(trace)


@given(mutated_pages())
@tries(60)
def test_characters_of_pages_that_no_change_covers_stay(text: str) -> None:
    check_untouched(Cleaner("page").trace(text))


@pytest.mark.parametrize("path", seeds())
def test_most_of_a_seed_page_is_untouched(path: Path) -> None:
    trace = Cleaner("page").trace(read(path))
    assert check_untouched(trace) > 0.8 * len(trace.source)


def test_changes_say_what_the_rule_saw_and_where_the_source_has_it() -> None:
    steps = (
        make_step("one", Stage.CHARACTERS, "ab c", [Edit(0, 1, "")]),
        make_step("two", Stage.SPACING, "b c", [Edit(1, 2, ""), Edit(2, 3, "C!")]),
    )
    trace = Trace("ab c", "bC!", steps)
    assert [tuple(change) for change in trace.changes()] == [
        ("one", Stage.CHARACTERS, 0, 1, "a", "", 0, None),
        ("two", Stage.SPACING, 2, 3, " ", "", 1, None),
        ("two", Stage.SPACING, 3, 4, "c", "C!", 2, None),
    ]
    assert trace.to_text(3, 4) == (1, 3)
    assert trace.to_source(2, 3) == (3, 4)
    assert trace.to_text(0, 1) == (0, 0)
    assert trace.revert() == "ab c"


def test_a_change_has_the_confidence_of_its_doubt() -> None:
    notes: list[Note] = [Doubt(3, 4, "join", "end of block", 0.6), Mark(0, 1, "lost character")]
    step = make_step("one", Stage.PARAGRAPHS, "ab\ncd\nef", [Edit(2, 3, ""), Edit(5, 6, "")], notes)
    assert [change.confidence for change in Trace("ab\ncd\nef", "abcdef", (step,)).changes()] == [None, None]
    step = make_step(
        "one", Stage.PARAGRAPHS, "ab\ncd\nef", [Edit(2, 3, ""), Edit(5, 6, "")], [notes[1], Doubt(5, 6, "", "", 0.6)]
    )
    assert [change.confidence for change in Trace("ab\ncd\nef", "abcdef", (step,)).changes()] == [None, 0.6]


def test_notes_stand_in_the_source() -> None:
    notes: list[Note] = [Mark(1, 2, "lost character")]
    steps = (
        make_step("one", Stage.CHARACTERS, "--a�", [Edit(0, 2, "")]),
        make_step("two", Stage.CHARACTERS, "a�", [], notes),
    )
    (note,) = Trace("--a�", "a�", steps).notes()
    assert (note.rule, note.start, note.end, note.note) == ("two", 3, 4, notes[0])


def test_a_cleaner_asks_for_notes_when_it_traces() -> None:
    class Asked:
        name, stage, tier, effect = "asked", Stage.CHARACTERS, Tier.OPTION, Effect.MARK
        summary, examples = "mark stars", ()

        def edits(self, text: Text) -> Sequence[Edit]:
            return ()

        def notes(self, text: Text) -> Sequence[Note]:
            return [Mark(i, i + 1, "star") for i, c in enumerate(text.string) if c == "★"]

    (note,) = Cleaner("text", with_=[Asked()]).trace("⽂★").notes()
    assert (note.rule, note.start, note.end) == ("asked", 1, 2)


def test_what_is_lost_is_counted_and_not_changed() -> None:
    source = "\ue000\ue001⽂化\r\n今\ufffd天锟斤拷，(cid:12)(cid:3)\U000e0041"
    trace = Cleaner().trace(source)
    assert trace.marked() == {
        "private-use character": 2,
        "character replaced by U+FFFD": 1,
        "character left as a glyph number": 2,
        "character lost as 锟斤拷": 1,
        "tag character": 1,
    }
    assert trace.counts() == {"line-end": 2, "invisible-character": 1, "radical-form": 1}
    assert trace.text == "\ue000\ue001文化\r\n今\ufffd天锟斤拷，(cid:12)(cid:3)"
    assert [source[n.start : n.end] for n in trace.notes() if n.rule == "lost-character"] == [
        "\ue000\ue001",
        "\ufffd",
        "锟斤拷",
        "(cid:12)(cid:3)",
        "\U000e0041",
    ]


def test_a_plain_clean_asks_for_no_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Sequence[Note]:
        raise AssertionError("notes were asked for")

    monkeypatch.setattr("cleantext._blocks.notes_of", refuse)
    assert Cleaner().clean("\ue000今天⽂化") == "\ue000今天文化"
    assert Cleaner()._counted("今天⽂化") == ("今天文化", {"radical-form": 1})
    with pytest.raises(RuleError, match="notes were asked for"):
        Cleaner().trace("今天")


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (1, 0), (0, 4), (4, 4)])
def test_spans_outside_the_text_are_refused(start: int, end: int) -> None:
    trace = Trace("abc", "abc", ())
    for move in (trace.to_text, trace.to_source):
        with pytest.raises(ValueError, match="no span of a text of 3 code points"):
            move(start, end)


@given(st.text("一a \u3000\r\n\f\v", max_size=16))
def test_line_ends_and_page_ends_are_edits_too(source: str) -> None:
    string, _ = with_line_feeds(source)
    assert splice(source, line_end_edits(source)) == string
    assert with_line_feeds(string) == (string, "\n")
    assert not any(piece.strip() and rest.strip() for piece, _, rest in (x.partition("\f") for x in string.split("\n")))


def test_line_ends_are_traced_and_reverted() -> None:
    for source in ("⽂\r\n化\r\n", "⽂\r化", "一\r\n⽂\r化\n", "\r", "\r\r\n\n"):
        trace = Cleaner("text").trace(source)
        assert trace.revert() == source
        assert trace.text == Cleaner("text").clean(source)


@pytest.mark.timed
def test_a_trace_costs_at_most_twice_a_plain_run() -> None:
    cleaner, texts = Cleaner("page"), [read(path.values[0]) for path in seeds()]

    def seconds(run: Callable[[str], object]) -> float:
        start = time.process_time()
        for text in texts:
            run(text)
        return time.process_time() - start

    seconds(cleaner.trace)  # patterns are compiled at first use
    # a busy machine is slow, never fast: the quickest of some runs of each, in turn, and more of them before a failure
    plain, traced = float("inf"), float("inf")
    for run in range(30):
        plain, traced = min(plain, seconds(cleaner.clean)), min(traced, seconds(cleaner.trace))
        if run >= 5 and traced < 2 * plain:
            break
    assert traced < 2 * plain
