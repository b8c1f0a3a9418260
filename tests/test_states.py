"""Histories: corpora that change between runs that are cut short, answers that are given and taken back, ways back."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, precondition, rule

from cleantext import Cleaner, Decisions, Edits
from cleantext._corpus.check import status, verify
from cleantext._corpus.pool import Done, Plan
from cleantext._corpus.record import Settings
from cleantext._corpus.run import Outcome, run_corpus
from cleantext._corpus.units import Unit
from cleantext._corpus.work import do_unit
from cleantext._decisions import doubtful_seams
from cleantext.errors import CorpusError
from corpora import SEEDS, read
from strategies import mutated_pages, page_text, tries

CLEANERS = (Cleaner("page"), Cleaner("page", without=["radical-form"]))
NAMES = ("a.txt", "b.txt", "c.jsonl", "sub/d.csv", "e.jsonl", "f.csv")
TEXTS = ("⽂化", "２０２３年", "", "一", "“说”，⼈", "a\ud800")


class Killed(BaseException):
    """The run ends where it is, as by a kill: nothing after it is done."""


def body(name: str, texts: Sequence[str]) -> bytes:
    """Return a file of some pages; one whose column is missing fails."""
    if name.endswith(".txt"):
        return "\n".join(texts).encode("utf-8", "replace")
    if name.endswith(".csv"):
        return "".join(line + "\n" for line in ("n,text", *(f"1,{text}" for text in texts))).encode("utf-8", "replace")
    return b"".join(json.dumps({"text": text}).encode() + b"\n" for text in texts)


class CorpusRuns(RuleBasedStateMachine):
    """Files come, change and go between runs; some runs are killed, their manifest torn, their outputs spoilt.

    What must hold: a run that comes to its end leaves what a run into an empty folder would, and its manifest says so.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.files: dict[str, bytes] = {}
        self.made_by = -1
        (self.folder / "in").mkdir()

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.folder)

    def _run(self, name: str, cleaner: int, *, redo: bool = False, dies_at: int = -1) -> Outcome:
        def at_once(units: Sequence[Unit], _jobs: int, plan: Plan, _stop: Callable[[], bool]) -> Iterator[Done]:
            for number, unit in enumerate(units):
                if number == dies_at:
                    raise Killed
                yield Done(unit, do_unit(unit, plan.folder, plan.cleaner, plan.settings, plan.fingerprint))

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("cleantext._corpus.run.run_pool", at_once)
            patch.setattr("os.fsync", lambda _number: None)
            settings = Settings(part_bytes=60)  # so that a table is cut into several units
            inputs, output = [str(self.folder / "in")], str(self.folder / name)
            return run_corpus(inputs, output, CLEANERS[cleaner], settings, jobs=1, redo=redo)

    def _outputs(self, name: str) -> dict[str, bytes]:
        root = self.folder / name
        return {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in root.rglob("*")
            if path.is_file()
            and path.parts[len(root.parts)] not in (".cleantext", "manifest.jsonl", "errors.jsonl", "summary.json")
        }

    @rule(name=st.sampled_from(NAMES), texts=st.lists(st.sampled_from(TEXTS), max_size=9))
    def put(self, name: str, texts: list[str]) -> None:
        """Add a file, or change one."""
        path = self.folder / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(body(name, texts))
        self.files[name] = path.read_bytes()

    @precondition(lambda self: self.files)
    @rule(data=st.data())
    def spoil_input(self, data: st.DataObject) -> None:
        """Let a table have no column of texts: it fails."""
        name = data.draw(st.sampled_from(sorted(self.files)))
        if name.endswith(".csv"):
            (self.folder / "in" / name).write_bytes(b"n,other\n1,x\n")

    @rule(cleaner=st.sampled_from((0, 1)), at=st.integers(0, 6))
    def kill(self, cleaner: int, at: int) -> None:
        """Begin a run that is killed."""
        if self.made_by in (-1, cleaner):
            with suppress(Killed):
                self._run("out", cleaner, dies_at=at)
            if (self.folder / "out" / "manifest.jsonl").stat().st_size:
                self.made_by = cleaner

    @precondition(lambda self: (self.folder / "out" / "manifest.jsonl").exists())
    @rule(count=st.integers(1, 40))
    def tear(self, count: int) -> None:
        """Take the end of the manifest's last line away, as a machine without power does."""
        path = self.folder / "out" / "manifest.jsonl"
        data = path.read_bytes()
        last = len(data) - (data[:-1].rfind(b"\n") + 1)
        path.write_bytes(data[: len(data) - min(count, last)])

    @precondition(lambda self: (self.folder / "out").exists())
    @rule(data=st.data())
    def lose_output(self, data: st.DataObject) -> None:
        """Take an output away."""
        made = sorted(self._outputs("out"))
        if made:
            (self.folder / "out" / data.draw(st.sampled_from(made))).unlink()

    @rule(cleaner=st.sampled_from((0, 1)))
    def run_to_the_end(self, cleaner: int) -> None:
        """Go on, or do all again where the settings are others."""
        redo = self.made_by not in (-1, cleaner)
        outcome = self._run("out", cleaner, redo=redo)
        self.made_by = cleaner
        shutil.rmtree(self.folder / "whole", ignore_errors=True)
        whole = self._run("whole", cleaner)
        wanted = self._outputs("whole")
        # outputs of inputs that are gone are left: nobody said that they are wanted no more
        made = self._outputs("out")
        assert {name: made.get(name) for name in wanted} == wanted
        mine = {str(item["unit"]): item["reason"] for item in outcome.failures}
        assert mine.items() >= {str(item["unit"]): item["reason"] for item in whole.failures}.items()
        if wanted:
            assert not {line.partition(": ")[0] for line in verify(str(self.folder / "out"))} & set(wanted)
        # once more: nothing is left to be done but what failed
        again = self._run("out", cleaner)
        assert again.done == len(whole.failures)
        assert self._outputs("out") == made

    @invariant()
    def nothing_is_half_done(self) -> None:
        """See that drafts are where they belong, and that the manifest can be read."""
        out = self.folder / "out"
        if (out / "manifest.jsonl").exists() and (out / "manifest.jsonl").stat().st_size:
            with suppress(CorpusError):  # nothing is in it yet
                status(str(out))
        assert not [path for path in out.rglob("*.tmp") if path.parent.name != ".cleantext"]


class Answers(RuleBasedStateMachine):
    """A person joins, breaks, takes back and loads answers for the seams of a page, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = Decisions()
        self.said: dict[object, bool] = {}
        self.history: list[tuple[Decisions, dict[object, bool]]] = []

    @initialize(text=st.sampled_from([read(path) for path in SEEDS]) | mutated_pages())
    def open(self, text: str) -> None:
        """Ask for the seams in doubt of a text; all of them where few are."""
        self.text = text
        eager = Cleaner(settings={"broken-line": {"min_confidence": 0.99}})
        seams = doubtful_seams(eager.trace(text))
        self.keys = list(dict.fromkeys(seam.key for seam in seams if seam.key is not None))[:12]

    @precondition(lambda self: self.keys)
    @rule(data=st.data(), joined=st.sampled_from((True, False, None)), line=st.integers(0, 9))
    def answer(self, data: st.DataObject, joined: bool | None, line: int) -> None:
        """Decide a seam, anew or for the first time, or take the answer away."""
        key = data.draw(st.sampled_from(self.keys))
        self.history.append((self.kept, dict(self.said)))
        self.kept = self.kept.with_answer(key, joined, line)
        self.said.pop(key, None)
        if joined is not None:
            self.said[key] = joined

    @precondition(lambda self: self.history)
    @rule()
    def undo(self) -> None:
        """Take the last answer back."""
        self.kept, self.said = self.history.pop()

    @rule()
    def reload(self) -> None:
        """Write the file and read it."""
        assert Decisions.loads(self.kept.dumps()) == self.kept
        self.kept = Decisions.loads(self.kept.dumps())

    @rule()
    def clean(self) -> None:
        """See that the promises hold and the answers are held to."""
        cleaner = Cleaner(decisions=self.kept)
        trace = cleaner.trace(self.text)
        assert trace.revert() == self.text
        assert cleaner.clean(self.text) == trace.text
        assert cleaner.clean(trace.text) == trace.text
        if not self.said:
            assert trace.text == Cleaner().clean(self.text)
        if trace.chosen == "full":
            assert not {seam.key for seam in doubtful_seams(trace)} & set(self.said)

    @invariant()
    def answers_are_kept(self) -> None:
        """See that each key has its last answer, and no other has one."""
        assert {item.key: item.joined for item in self.kept.items} == self.said
        assert len(self.kept.items) == len(self.said)
        for key in getattr(self, "keys", ()):
            assert self.kept.answer(key) is self.said.get(key)


class WaysBack(RuleBasedStateMachine):
    """A file is cleaned, changed by hand, cleaned again and reverted; each state has its edits, and only those fit."""

    states = Bundle("states")

    def __init__(self) -> None:
        super().__init__()
        self.current = b""

    @initialize(text=page_text)
    def begin(self, text: str) -> None:
        """Write a file."""
        self.current = text.encode("utf-8", "replace")

    @rule(target=states, profile=st.sampled_from(("page", "text", "search")))
    def clean(self, profile: str) -> tuple[bytes, bytes, Edits]:
        """Clean the file in place and keep the edits."""
        cleaner, text = Cleaner(profile), self.current.decode()
        edits = Edits.of(cleaner.trace(text), cleaner.fingerprint())
        before, self.current = self.current, cleaner.clean(text).encode()
        assert edits.revert_text(self.current.decode()) == text
        return before, self.current, Edits.loads(edits.dumps())

    @rule(piece=st.sampled_from(("⽂", "，", "\n\n", "\r\n", "a b", "“")), share=st.floats(0, 1))
    def change(self, piece: str, share: float) -> None:
        """Change the file by hand."""
        text = self.current.decode()
        at = int(share * len(text))
        self.current = (text[:at] + piece + text[at:]).encode()

    @rule(state=states)
    def revert(self, state: tuple[bytes, bytes, Edits]) -> None:
        """Go back by the edits of some state: byte for byte where they fit, else not at all."""
        before, after, edits = state
        try:
            back = edits.revert_text(self.current.decode()).encode()
        except ValueError:
            assert self.current != after
        else:
            assert self.current == after
            assert back == before
            self.current = before


def _test(machine: type[RuleBasedStateMachine], count: int) -> type:
    case = machine.TestCase
    case.settings = tries(count)
    return case


TestCorpusRuns = _test(CorpusRuns, 25)
TestAnswers = _test(Answers, 15)
TestWaysBack = _test(WaysBack, 60)
