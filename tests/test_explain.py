"""`cleantext explain`: what was changed where, with its context, as text and as JSON."""

import json
from pathlib import Path

import pytest
from hypothesis import given

from cleantext import Cleaner, Doubt, Edit, Mark, Stage, Trace
from cleantext._explain import explain, to_dict, to_text
from cleantext._json import to_json
from cleantext._places import Places
from cleantext._trace import make_step
from command import Run, write
from corpora import read, seeds
from strategies import any_text, page_text, tries

SOURCE = "⽂\r\n一 \r二。\n\u202e三\n"
TOLD = """a.txt: 5 changes by 4 rules, 0 doubts

line-end: 2 changes
  1:2  ⽂⟨\\r → ⟩⏎一 \\r二。⏎\\u202e三⏎
  2:3  ⽂⏎一 ⟨\\r → ⏎⟩二。⏎\\u202e三⏎

invisible-character: 1 change
  4:1  ⽂⏎一 \\r二。⏎⟨\\u202e → ⟩三⏎

radical-form: 1 change
  1:1  ⟨⽂ → 文⟩⏎一 \\r二。⏎\\u202e三⏎

trailing-space: 1 change
  2:2  ⽂⏎一⟨␠ → ⟩\\r二。⏎\\u202e三⏎
"""


def test_the_text(run: Run) -> None:
    write("a.txt", SOURCE)
    assert run("explain", "--profile", "text", "a.txt") == (0, TOLD.encode(), "")


def test_one_rule(run: Run) -> None:
    out = run("explain", "--profile", "text", "--rule", "radical-form", "-", stdin=SOURCE.encode())[1].decode()
    assert (
        out == "standard input: 1 change by 1 rule, 0 doubts\n" + TOLD[TOLD.index("\nradical") : TOLD.index("\ntrai")]
    )
    assert run("explain", "--rule", "mojibake", "-", stdin=SOURCE.encode())[:2] == (
        0,
        b"standard input: 0 changes by 0 rules, 0 doubts\n",
    )


def test_json(run: Run) -> None:
    write("a.txt", "一\n⽂化")
    code, out, err = run("explain", "--profile", "text", "--format", "json", "a.txt")
    assert (code, err) == (0, "")
    change = {"rule": "radical-form", "line": 2, "column": 1, "start": 2, "end": 3, "left": "一\n", "right": "化"}
    assert json.loads(out) == {
        "file": "a.txt",
        "chosen": "full",
        "counts": {"changes": 1, "doubts": 0, "marks": 0},
        "doubts": [],
        "rules": [{"rule": "radical-form", "changes": [{**change, "before": "⽂", "after": "文", "confidence": None}]}],
        "marks": [],
    }


def test_json_says_how_many_a_mark_stands_for(run: Run) -> None:
    out = json.loads(run("explain", "--format", "json", "-", stdin="\ue000\ue001化".encode())[1])
    assert [(mark["what"], mark["count"]) for mark in out["marks"]] == [("private-use character", 2)]


def test_doubts_come_first_and_the_least_certain_of_them() -> None:
    notes = (Doubt(1, 2, "join", "end of block", 0.65), Doubt(3, 4, "end of block", "join", 0.51), Mark(0, 1, "lost"))
    trace = Trace(
        "一\n二\n三", "一二\n三", (make_step("one", Stage.PARAGRAPHS, "一\n二\n三", [Edit(1, 2, "")], notes),)
    )
    assert to_text(explain(trace), "a").splitlines() == [
        "a: 1 change by 1 rule, 2 doubts, 1 mark",
        "",
        "doubts, the least certain first",
        "  2:2  one: end of block (0.51), else join",
        "      一⏎二⟨⏎⟩三",
        "  1:2  one: join (0.65), else end of block",
        "      一⟨⏎⟩二⏎三",
        "",
        "one: 1 change",
        "  1:2  一⟨⏎ → ⟩二⏎三",
        "",
        "marks, what cannot be repaired",
        "  1:1  one: lost",
    ]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("explain",), "Missing argument 'FILE'"),
        (
            ("explain", "a.txt", "--rule", "radical-fomr"),
            "there is no rule 'radical-fomr'; did you mean 'radical-form'",
        ),
        (("explain", "a.txt", "--format", "jsn"), "there is no format 'jsn'; did you mean 'json'?"),
        (("explain", "a.txt", "--profile", "pgae"), "there is no profile 'pgae'"),
        (("explain", "a.txt", "--encoding", "utf-99"), "there is no encoding 'utf-99'"),
        (("explain", "b.txt"), "b.txt: there is no such file"),
    ],
)
def test_what_is_wrong_is_said(run: Run, args: tuple[str, ...], said: str) -> None:
    write("a.txt", SOURCE)
    code, out, err = run(*args)
    assert (code, out) == (2, b"")
    assert err.startswith(f"cleantext: {said}")


@pytest.mark.parametrize("path", seeds())
def test_every_change_is_told_with_its_place(path: Path) -> None:
    trace = Cleaner().trace(read(path))
    lines = trace.source.split("\n")
    found = to_dict(explain(trace))
    told = [change for rule in found["rules"] for change in rule["changes"]]
    assert len(told) == found["counts"]["changes"] == len(list(trace.changes())) > 0
    for change in told:
        # the context that is told stands at the line and column that are told
        behind = lines[change["line"] - 1][: change["column"] - 1]
        assert behind.endswith(change["left"].rpartition("\n")[2])
        assert trace.source[change["end"] :].startswith(change["right"])


@given(text=any_text | page_text)
@tries(150)
def test_any_text_is_told(text: str) -> None:
    trace = Cleaner().trace(text)
    found = explain(trace)
    assert to_text(found, "a").encode().decode()  # nothing that a terminal cannot show
    assert json.loads(to_json(to_dict(found)).encode())["counts"]["changes"] == len(list(trace.changes()))


def test_lines_end_as_in_editors() -> None:
    places = Places("a\r\nb\rc\n\nd\u2028e")
    assert [places.line(number) for number in range(1, len(places) + 1)] == ["a", "b", "c", "", "d\u2028e"]
    assert [tuple(places.of(offset)) for offset in (0, 1, 3, 5, 7, 8, 10)] == [
        (1, 1), (1, 2), (2, 1), (3, 1), (4, 1), (5, 1), (5, 3),
    ]  # fmt: skip


def test_as_html_it_is_the_page_report(run: Run) -> None:
    write("a.txt", "２０２３年，⽂化")
    code, out, _ = run("explain", "--format", "html", "a.txt")
    assert (code, out.count(b"<mark ")) == (0, 2)
    assert run("report", "a.txt")[1] == out


def test_html_shows_all_rules(run: Run) -> None:
    code, _, err = run("explain", "--format", "html", "--rule", "radical-form", "-", stdin="⽂化".encode())
    assert (code, "legend" in err) == (2, True)
