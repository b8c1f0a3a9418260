"""Corpus runs over texts beside which lies what a person decided: they hold to it, and notice where it changes."""

import json
from pathlib import Path

import pytest

import cleantext
from cleantext import Cleaner, Decisions
from cleantext._corpus.summary import Summary, summary_text
from command import Run, write
from corpora import page_in_doubt
from test_corpus import CLEAN, RAW, manifest, outputs
from test_corpus_faults import at_once
from test_corpus_hostile import failures
from test_decisions import opposite

PAGE = page_in_doubt("break", "break")
PLAIN = cleantext.clean(PAGE).encode()
DECIDED = Cleaner(decisions=opposite(PAGE)).clean(PAGE).encode()
ANSWERS = "in/a.txt.decisions.json"


@pytest.fixture(autouse=True)
def _a_page(run: Run) -> None:
    write("in/a.txt", PAGE)
    write("in/b.txt", RAW)


def go(run: Run, *more: str) -> tuple[int, str]:
    code, out, err = run("corpus", *(more or ("in",)), "-o", "out", "--isolated")
    assert out == b""
    return code, err


def done(of: int) -> list[str]:
    """The units of a run behind the first `of` records."""
    return [str(item["unit"]) for item in manifest("out")[of:]]


def test_what_was_decided_holds_for_any_worker(run: Run) -> None:
    write(ANSWERS, opposite(PAGE).dumps())
    code, err = go(run)
    assert (code, "other formats" in err) == (0, False)
    assert outputs("out") == {"a.txt": DECIDED, "b.txt": CLEAN.encode()}
    assert DECIDED != PLAIN


def test_what_was_decided_is_noticed_by_a_later_run(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleantext._corpus.run.run_pool", at_once)
    assert go(run)[0] == 0
    assert outputs("out")["a.txt"] == PLAIN
    write(ANSWERS, opposite(PAGE).dumps())
    assert go(run)[0] == 0
    assert (done(2), outputs("out")["a.txt"]) == (["a.txt"], DECIDED)
    assert go(run)[0] == 0
    assert done(3) == []
    write(ANSWERS, Decisions(opposite(PAGE).items[:1]).dumps())
    assert go(run)[0] == 0
    assert done(3) == ["a.txt"]
    assert outputs("out")["a.txt"] not in (PLAIN, DECIDED)
    Path(ANSWERS).unlink()
    assert go(run)[0] == 0
    assert (done(4), outputs("out")["a.txt"]) == (["a.txt"], PLAIN)


def test_answers_are_no_pages(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleantext._corpus.run.run_pool", at_once)
    write(ANSWERS, opposite(PAGE).dumps())
    write("in/c.json", "{}")
    code, err = go(run)
    assert (code, "1 files of other formats were left out" in err) == (0, True)
    assert go(run, "in/a.txt", ANSWERS, "in/b.txt")[0] == 0  # as a shell puts in/*
    assert set(outputs("out")) == {"a.txt", "b.txt"}
    # a file without its text is what it was named as
    write("alone.txt.decisions.json", "⽂")
    assert go(run, "alone.txt.decisions.json")[0] == 0
    assert outputs("out")["alone.txt.decisions.json"] == "文".encode()


def test_answers_that_cannot_be_read_fail_their_text(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleantext._corpus.run.run_pool", at_once)
    write(ANSWERS, "{")
    assert go(run)[0] == 2
    assert failures() == {("a.txt", None): f"{ANSWERS}: these are no decisions; take the file away, or get it whole"}
    assert set(outputs("out")) == {"b.txt"}
    Path(ANSWERS).unlink()
    Path(ANSWERS).mkdir()
    assert go(run)[0] == 2
    assert failures()["a.txt", None].startswith(f"{ANSWERS}: it is a folder")
    Path(ANSWERS).rmdir()
    assert go(run)[0] == 0
    assert outputs("out")["a.txt"] == PLAIN


def test_decisions_for_another_version_of_a_text_are_told(run: Run) -> None:
    """As `cleantext clean` tells them; also by a later run that finds all done, and by `--status`."""
    write(ANSWERS, opposite(PAGE).dumps())
    write("in/a.txt", PAGE + "多了一行。\n")
    write("in/b.txt.decisions.json", opposite(RAW).dumps())  # for this very text
    said = "decisions of 1 texts made for another version of the text (a.txt); those hold whose seams are still there"
    assert run("clean", "in/a.txt", "-o", "one.txt", "--isolated")[2] == (
        f"cleantext: {ANSWERS}: made for another version of this text; those hold whose seams are still there\n"
    )
    for _ in range(2):
        code, err = go(run)
        assert (code, err.count(said)) == (0, 1)
    assert outputs("out")["a.txt"] == Path("one.txt").read_bytes()
    assert json.loads(Path("out/summary.json").read_bytes())["stale_decisions"] == ["a.txt"]
    assert said in run("corpus", "-o", "out", "--status")[1].decode()
    write("in/a.txt", PAGE)
    code, err = go(run)
    assert (code, "another version" in err) == (0, False)
    assert json.loads(Path("out/summary.json").read_bytes())["stale_decisions"] == []


def test_many_stale_decisions_are_not_all_named() -> None:
    names = [f"{k:03}.txt" for k in range(25)]
    text = summary_text(Summary(stale_decisions=names), [], "errors.jsonl")
    assert "decisions of 25 texts" in text
    assert "018.txt, 019.txt, …);" in text
