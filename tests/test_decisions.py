"""Seams decided by a person: they override the path, hold in later runs, and a terminal asks for them."""

import json
import os
import pickle
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext import Cleaner, Decision, Decisions, Key, html_report
from cleantext._decisions import doubtful_seams
from cleantext._exact import digest
from cleantext.errors import DecisionsError
from command import Run, write
from corpora import SEEDS, page_in_doubt, pages, read, seeds
from strategies import mutated_pages, page_text, tries

PAGE = read(SEEDS[0])  # one of its seams is in doubt, and joined
TWO = page_in_doubt("break", "break")
PLAIN = Cleaner()
DOUBTS = doubtful_seams(PLAIN.trace(TWO))
FIRST, SECOND = (TWO.count("\n", 0, seam.start) + 1 for seam in DOUBTS)  # the lines before them


def opposite(text: str) -> Decisions:
    """Decide each doubtful seam of a text the other way."""
    kept = Decisions(source=digest(text))
    for seam in doubtful_seams(PLAIN.trace(text)):
        if seam.key is not None:
            kept = kept.with_answer(seam.key, not seam.joined, seam.start)
    return kept


def check(text: str, decisions: Decisions) -> None:
    cleaner = Cleaner(decisions=decisions)
    trace = cleaner.trace(text)
    assert trace.revert() == text
    assert cleaner.clean(text) == trace.text
    assert cleaner.clean(trace.text) == trace.text  # a second run finds the seams in what the first one made
    assert Cleaner(decisions=Decisions.loads(decisions.dumps())).clean(text) == trace.text


@pytest.mark.parametrize("path", seeds() + pages())
def test_every_page_decided_the_other_way(path: Path) -> None:
    text = read(path)
    decisions = opposite(text)
    check(text, decisions)
    decided = Cleaner(decisions=decisions).trace(text)
    assert decided.chosen == "full"
    keys = {seam.key for seam in doubtful_seams(decided)}
    assert not keys & {item.key for item in decisions.items}  # what is decided is in doubt no more
    if decisions.items:
        assert decided.text != PLAIN.clean(text)


@given(text=page_text | mutated_pages())
@tries(150)
def test_the_promises_hold_with_decisions(text: str) -> None:
    check(text, opposite(text))


@given(text=mutated_pages(), joined=st.booleans())
@tries(60)
def test_all_seams_decided_alike(text: str, joined: bool) -> None:
    seen = [seam.key for seam in doubtful_seams(Cleaner(settings={"broken-line": {"min_confidence": 1.0}}).trace(text))]
    check(text, Decisions(tuple(Decision(key, joined) for key in dict.fromkeys(seen) if key is not None)))


def test_a_seam_is_as_it_was_decided() -> None:
    before, after = "位山灌区管理办法》", "正式施行"
    (seam, *_) = doubtful_seams(PLAIN.trace(PAGE))
    assert PAGE[: seam.start].endswith(before)
    assert seam.key is not None
    assert before + after in PLAIN.clean(PAGE)
    parted = Decisions().with_answer(seam.key, joined=False)
    assert before + "\n\n" + after in Cleaner(decisions=parted).clean(PAGE)
    assert Cleaner(decisions=parted.with_answer(seam.key, None)).clean(PAGE) == PLAIN.clean(PAGE)


def test_a_decision_is_found_in_another_version_of_the_text() -> None:
    (seam, *_) = doubtful_seams(PLAIN.trace(PAGE))
    assert seam.key is not None
    cleaner = Cleaner(decisions=Decisions().with_answer(seam.key, joined=False))
    later = "新的一行，在前面。\n" + PAGE.replace("灌区管理办法》\n", "灌区 管理办法》\n")
    assert "管理办法》\n\n正式施行" in cleaner.clean(later)
    # where the same letters stand twice, nobody can say which place was meant
    twice = PAGE + "\n" + PAGE
    assert cleaner.clean(twice) == PLAIN.clean(twice)


def test_a_person_may_break_flowing_text_that_was_cut() -> None:
    text = "“小易”是来自东昌府区行政审批\n\n服务局的帮办专员。"
    key = Key("易是来自东昌府区行政审批", "服务局的帮办专员", 0, 1)
    assert Cleaner(decisions=Decisions((Decision(key, False),))).clean(text) == text
    other = Decisions((Decision(key._replace(of=2, nth=1), False),))
    assert Cleaner(decisions=other).clean(text) == PLAIN.clean(text) != text


def test_decisions_belong_to_the_cleaner() -> None:
    decisions = opposite(PAGE)
    cleaner = Cleaner(decisions=decisions)
    copied = pickle.loads(pickle.dumps(cleaner))
    assert copied == cleaner == PLAIN.with_decisions(decisions) != PLAIN
    assert hash(copied) == hash(cleaner)
    assert copied.fingerprint() == cleaner.fingerprint() != PLAIN.fingerprint()
    moved = Decisions(tuple(item._replace(line=0) for item in reversed(decisions.items)))
    assert PLAIN.with_decisions(moved).fingerprint() == cleaner.fingerprint()
    assert cleaner.with_decisions(None).fingerprint() == PLAIN.fingerprint()
    assert copied.clean(PAGE) == cleaner.clean(PAGE) != PLAIN.clean(PAGE)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"cleantext-decisions": 1', '"cleantext-decisions": 2', "of schema 2, this cleantext knows 1"),
        ('"cleantext-decisions"', '"something"', "these are no decisions"),
        ("}", "", "these are no decisions"),
        ('"decisions": [', '"others": [', "are missing"),
        ('"source": "', '"sauce": "', "are missing"),
        ('"choice": "break"', '"choice": "perhaps"', "decision 1 is none"),
        ('"nth": 0', '"nth": 7', "decision 1 is none"),
        ('"nth": 0', '"nth": "0"', "decision 1 is none"),
        ('"before"', '"bevor"', "decision 1 is none"),
        ('"line": ', '"line": 0.', "decision 1 is none"),
    ],
)
def test_files_that_are_no_decisions(old: str, new: str, message: str) -> None:
    text = opposite(PAGE).dumps().decode()
    assert old in text
    with pytest.raises(DecisionsError, match=message):
        Decisions.loads(text.replace(old, new).encode())


# --- the command --------------------------------------------------------------------------------------------------


def test_later_runs_hold_to_what_was_decided(run: Run) -> None:
    write("a.txt", PAGE)
    write("a.txt.decisions.json", opposite(PAGE).dumps())
    wanted = Cleaner(decisions=opposite(PAGE)).clean(PAGE).encode()
    assert run("clean", "a.txt") == (0, wanted, "")
    assert run("clean", "--as-document", "a.txt") == (0, wanted, "")
    assert run("clean", "a.txt", "-o", "b.txt", "--edits", "e") == (0, b"", "")
    assert Path("b.txt").read_bytes() == wanted
    assert run("doubts", "a.txt") == (0, b"", "")
    assert b", 0 doubts\n" in run("explain", "a.txt")[1]
    page = html_report(PAGE, Cleaner(decisions=opposite(PAGE)), title="a.txt").encode()
    assert run("report", "a.txt") == run("explain", "--format", "html", "a.txt") == (0, page, "")
    assert page != html_report(PAGE, PLAIN, title="a.txt").encode()
    assert run("clean", "--in-place", "a.txt") == (0, b"", "")
    assert Path("a.txt").read_bytes() == wanted
    said = "made for another version of this text; those hold whose seams are still there\n"
    assert run("clean", "--check", "a.txt") == (0, b"", f"cleantext: a.txt.decisions.json: {said}")
    assert run("clean", "-", stdin=PAGE.encode()) == (0, PLAIN.clean(PAGE).encode(), "")


def test_decisions_that_cannot_be_read_stop_the_file(run: Run) -> None:
    write("a.txt", PAGE)
    write("a.txt.decisions.json", "{")
    said = "cleantext: a.txt: a.txt.decisions.json: these are no decisions; take the file away, or get it whole\n"
    for command in (("clean",), ("clean", "--check"), ("clean", "--in-place"), ("explain",), ("report",)):
        assert run(*command, "a.txt") == (2, b"", said)
    assert Path("a.txt").read_bytes() == PAGE.encode()


def test_doubts_as_a_table(run: Run) -> None:
    write("a.txt", TWO)
    lines = run("doubts", "a.txt")[1].decode().splitlines()
    assert [line.split()[:2] + line.split()[-2:] for line in lines[:1]] == [["file", "line", "choice", "confidence"]]
    assert [line.split()[:2] + line.split()[-2:-1] for line in lines[1:]] == [
        ["a.txt", str(FIRST), "break"],
        ["a.txt", str(SECOND), "break"],
    ]
    assert all(0.5 <= float(line.split()[-1]) < 0.7 for line in lines[1:])
    assert DOUBTS[0].key is not None
    assert DOUBTS[0].key.before[-5:] in "".join(filter(str.isalnum, lines[1]))
    code, out, err = run("doubts", "missing.txt", "a.txt")
    assert (code, len(out.splitlines()), err.count("\n")) == (2, 3, 1)
    assert run("doubts", stdin="一行。\n".encode()) == (0, b"", "")


def test_doubts_as_tasks(run: Run) -> None:
    write("a.txt", TWO)
    code, out, err = run("doubts", "a.txt", "--format", "label-studio")
    assert (code, err) == (0, "")
    first, second = json.loads(out)
    assert first["data"]["line"] == FIRST
    assert (first["data"]["choice"], second["data"]["choice"]) == ("break", "break")
    before, after = first["data"]["text"].split("\n⏎\n")
    assert before.endswith(first["data"]["before"])
    assert after.startswith(first["data"]["after"])
    assert first["predictions"][0]["result"][0]["value"] == {"choices": ["break"]}
    assert first["predictions"][0]["score"] == first["data"]["confidence"]


# --- the terminal -------------------------------------------------------------------------------------------------

pty = pytest.importorskip("pty", reason="left out: this system has no pseudo-terminals")


def review(keys: list[str], *args: str) -> tuple[int, str]:
    """Press one key at each question of `cleantext review a.txt`; return the exit code and what was shown."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "cleantext", "review", "a.txt", *args]
    environment = {**os.environ, "PYTHONUTF8": "1", "TERM": "xterm"}
    shown = b""
    with subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment) as running:
        os.close(slave)
        waiting, asked, end = list(keys), 0, time.monotonic() + 60
        while time.monotonic() < end:
            ready, _, _ = select.select([master], [], [], 0.2)
            if ready:
                try:
                    piece = os.read(master, 4096)
                except OSError:
                    break  # the other side is closed
                if not piece:
                    break
                shown += piece
            elif shown.count(b"quit: ") > asked and waiting:
                asked = shown.count(b"quit: ")
                os.write(master, waiting.pop(0).encode())
            elif running.poll() is not None:
                break
        running.kill()
    os.close(master)
    assert not waiting
    return running.returncode, shown.decode().replace("\r\n", "\n")


@pytest.fixture
def _page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write("a.txt", TWO)


def answers() -> list[tuple[int, str]]:
    found = json.loads(Path("a.txt.decisions.json").read_bytes())["decisions"]
    return [(item["line"], item["choice"]) for item in found]


@pytest.mark.usefixtures("_page")
def test_review_keeps_one_answer_a_key() -> None:
    code, shown = review(["j", "j", "q"])
    assert code == 0
    assert re.search(rf"\[1/2\] line {FIRST}, break \(0\.[56]\d\)\n", shown)
    assert re.search(rf"\[2/2\] line {SECOND}, break \(0\.[56]\d\)\n", shown)
    assert shown.endswith("a.txt: 2 answers in a.txt.decisions.json\n")
    assert answers() == [(FIRST, "join"), (SECOND, "join")]
    assert Decisions.loads(Path("a.txt.decisions.json").read_bytes()) == Decisions(
        tuple(item._replace(line=line) for item, line in zip(opposite(TWO).items, (FIRST, SECOND), strict=True)),
        digest(TWO),
    )
    assert "all have an answer" in review([])[1]


@pytest.mark.usefixtures("_page")
def test_review_skips_undoes_and_quits() -> None:
    review(["u", "j", "u", "s", "q"])
    assert answers() == []
    review(["x", "s", "b", "q"])  # a key that means nothing is asked again
    assert answers() == [(SECOND, "break")]
    code, shown = review(["q"])  # the one that has an answer is not asked for again
    assert (code, f"[1/1] line {FIRST}," in shown) == (0, True)
    review(["j", "j", "u", "u", "q"], "--all")
    assert answers() == [(SECOND, "break")]
    review(["s", "j", "u", "s", "u", "j", "q"], "--all")
    assert answers() == [(SECOND, "join")]


@pytest.mark.usefixtures("_page")
def test_ctrl_c_keeps_the_answers_before_it() -> None:
    code, _ = review(["j", "\x03"])
    assert code == 130
    assert answers() == [(FIRST, "join")]


def test_review_needs_a_terminal_and_a_file(run: Run) -> None:
    write("a.txt", TWO)
    assert run("review", "a.txt")[2].startswith("cleantext: review asks in a terminal; `cleantext doubts` lists")
    assert run("review", "-")[2].startswith("cleantext: review needs a file to keep the answers beside")
