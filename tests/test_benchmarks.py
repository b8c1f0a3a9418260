"""The benchmarks measure what they say: ratios, floors, a tool that is absent, and a page that is in step."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

import cleantext
from corpora import REPO

sys.path.append(str(REPO / "benchmarks"))

import figures
import goals
import growth_page
import growth_work
import instructions
import page
import peers
import rounds
import suites
import texts


def test_a_ratio_is_the_median_of_the_rounds() -> None:
    # the second round is that of a machine that was busy while ours ran
    assert rounds.times_as_fast([1, 9, 2], [2, 2, 6]) == 2


def test_things_are_taken_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, order = [0.0], []
    monkeypatch.setattr(rounds.time, "process_time", lambda: clock[0])

    def work(name: str, takes: float) -> None:
        order.append(name)
        clock[0] += takes

    times = rounds.interleaved({"a": lambda: work("a", 1), "b": lambda: work("b", 2)}, budget=12)
    assert order == ["a", "b"] * 5  # the first run is not counted
    assert times == {"a": [1] * 4, "b": [2] * 4}


def test_floors_rise_and_sink_only_when_asked() -> None:
    old = {"a": 1.0, "b": 2.0}
    assert goals.new_floors(old, {"a": 2.0, "b": 2.0, "c": 0.123}, is_lowering=False) == {"a": 1.7, "b": 2.0, "c": 0.1}
    assert goals.new_floors(old, {"b": 2.0}, is_lowering=True) == {"a": 1.0, "b": 1.7}


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    floors = {"compiled": {"a: clean / b": 0.25}, "interpreted": {"a: clean / b": 12.0}}
    goals.write_floors(floors, tmp_path / "floors.toml")
    assert goals.read_floors(tmp_path / "floors.toml") == floors


def test_floors_are_those_of_goals() -> None:
    keys = {goal.key for goal in goals.GOALS}
    assert len(keys) == len(goals.GOALS)
    for floors in goals.read_floors().values():
        assert set(floors) <= keys


def test_ceilings_are_read_as_they_were_written(tmp_path: Path) -> None:
    ceilings = {"compiled": {"clean: a": 0.25}, "interpreted": {"clean: a": 2.5, "start: b": 4.125}}
    instructions.write_ceilings(ceilings, tmp_path / "ceilings.toml")
    assert instructions.read_ceilings(tmp_path / "ceilings.toml") == ceilings


def test_what_is_above_its_ceiling_is_said() -> None:
    assert instructions.above({"a": 2.0, "b": 1.0}, {"a": 2.0, "b": 1.0}) == []
    above, new = instructions.above({"a": 2.1, "b": 1.0}, {"a": 2.0})
    assert above == "a: 2.1 units, the ceiling is 2; make it cheaper, or `make ceilings`"
    assert new == "b: 1 units, and no ceiling is set; `make ceilings` sets it"


def test_ceilings_hold_for_the_python_they_were_counted_with(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["instructions.py"])
    monkeypatch.setattr(instructions, "count", lambda: {"clean: seed pages": 1000.0})
    monkeypatch.setattr(instructions.machine, "build", lambda: "interpreted")
    monkeypatch.setattr(instructions.machine, "python", lambda: "CPython 3.11.7")
    assert instructions.main() == 1
    assert "make it cheaper" in capsys.readouterr().err
    monkeypatch.setattr(instructions.machine, "python", lambda: "CPython 2.7.18")
    assert instructions.main() == 0
    assert "no ceilings for interpreted, CPython 2.7.18 (there are: " in capsys.readouterr().err


def test_a_round_is_what_more_rounds_cost_more(monkeypatch: pytest.MonkeyPatch) -> None:
    # a start of 1000, and 70 a round
    monkeypatch.setattr(instructions, "counted", lambda command: 1000 + 70 * int(command[-1]))
    assert instructions.per_round(instructions.Work("clean", lambda: ["一"], 3)) == 70


def test_every_work_has_a_ceiling() -> None:
    for ceilings in instructions.read_ceilings().values():
        assert set(ceilings) == {*instructions.WORKS, *(f"start: {name}" for name in instructions.STARTS)}


def test_a_work_runs(tmp_path: Path) -> None:
    path = tmp_path / "texts.json"
    path.write_text('["⽂化"]', encoding="utf-8")
    for name in ("unit", "clean", "trace"):
        subprocess.run([sys.executable, str(instructions.WORK), name, str(path), "1"], check=True)


def test_growth_is_of_texts_of_the_size_that_is_said() -> None:
    assert len(growth_work.one_text(100_000).encode()) in range(99_997, 100_001)
    assert len(growth_work.one_paragraph(100_000).encode()) in range(99_997, 100_001)
    pages = list(growth_work.pages(3))
    assert [page.split("\n")[0] for page in pages] == ["第1版", "第2版", "第3版"]
    assert len(set(pages)) == 3
    for series in ("one text", "one paragraph"):
        assert growth_work.run(series, 3000).characters in range(1000, 1800)
    for series in ("many calls", "clean_pages"):
        taken = growth_work.run(series, 3)
        assert taken.characters == sum(map(len, pages))
        assert taken.own_bytes == sum(map(sys.getsizeof, pages))
        assert taken.seconds > 0


def test_growth_is_told_in_multiples_of_the_text() -> None:
    row = {"size": 10**8, "characters": 30_000_000, "own_bytes": 60_000_000, "seconds": 30.0, "peak_bytes": 1.5e9}
    kept = {"machine": {"cleantext": "1, interpreted", "Python": "CPython 3"}, "series": {"one text": [row]}}
    said = growth_page.markdown({"interpreted": kept})
    assert "one text: 25.0 times its own size (not reached)" in said
    assert "| 100 MB | 30,000,000 | 30 | 1 | 1,500.0 | 25.0 |" in said
    row["peak_bytes"] = 6e8
    assert "one text: 10.0 times its own size (reached)" in growth_page.markdown({"interpreted": kept})
    row["own_bytes"] = 1000  # cannot be told from the rest of the process
    assert growth_page.times_own(row) is None


def test_the_page_of_growth_is_in_step_with_the_figures() -> None:
    kept = growth_page.read()
    assert (REPO / "docs" / "growth.md").read_text(encoding="utf-8") == growth_page.markdown(kept)
    assert (REPO / "docs" / "growth.svg").read_text(encoding="utf-8") == growth_page.draw(kept)


def test_goals_name_what_is_measured() -> None:
    known = {
        suite.name: {*suite.ours, *(suite.peers or (peer.name for peer in peers.PEERS))} for suite in suites.SUITES
    }
    for goal in goals.GOALS:
        if goal.suite != figures.START:
            assert {goal.ours, goal.theirs} <= known[goal.suite], goal.key


def test_a_tool_that_is_absent_is_said_plainly() -> None:
    def broken() -> peers.Work:
        raise ImportError("no such library")

    assert peers.Peer("x", "no-such-distribution", broken, "").version() == "absent"
    with pytest.raises(peers.AbsentError, match="not installed"):
        peers.Peer("x", "no-such-distribution", broken, "").load()
    with pytest.raises(peers.AbsentError, match=r"does not start.*no such library"):
        peers.Peer("x", "", broken, "").load()


def test_ours_is_not_shadowed_by_a_package_of_its_name() -> None:
    peers.found()
    spec = importlib.util.find_spec("cleantext")
    assert spec is not None
    assert spec.origin == cleantext.__file__
    assert str(peers.CLASHING) not in str(spec.origin)
    assert cleantext.Cleaner().clean("２０２３年，⽂化") == "2023年，文化"


def test_texts_are_what_they_are_called() -> None:
    assert {len(string) for string in texts.short_strings()} == {200}
    (paragraph,) = texts.long_paragraph()
    assert "\n" not in paragraph
    assert len(paragraph) > 20_000
    cleaner = suites.Cleaner()
    assert all(cleaner.clean(text) == text for text in (*texts.paragraphs(), paragraph))
    assert 9.9e6 < len(texts.document(10_000_000).encode()) < 10.1e6


def test_parts_of_a_clean_are_its_rules() -> None:
    parts = suites.Parts(texts.seed_pages()[:1])
    spent = parts.run()
    assert set(spent) == {"asked", "apply", *(rule.name for rule in parts.rules)}
    assert sum(parts.stages(spent).values()) == pytest.approx(
        sum(spent.values()) - spent["asked"] - spent["apply"], rel=1e-6
    )


def test_the_page_is_in_step_with_the_figures() -> None:
    kept = figures.read()
    assert kept
    assert (REPO / "docs" / "speed.md").read_text(encoding="utf-8") == page.markdown(kept)
    assert (REPO / "docs" / "speed.svg").read_text(encoding="utf-8") == page.bars.draw(kept)


def test_the_page_says_what_is_not_reached_and_what_is_absent() -> None:
    one = json.loads(json.dumps(figures.read()["interpreted"]))
    goal = goals.GOALS[0]
    one["absent"] = {"pangu": "not installed"}
    one["ratios"] = {goal.key: goal.interpreted / 2}
    said = page.markdown({"interpreted": one})
    assert f"| {goal.interpreted:g} | {goal.interpreted / 2:.3g} | **not reached** |" in said
    assert "absent: not installed" in said
    one["ratios"] = {goal.key: goal.stretch}
    assert f"| {goal.interpreted:g} | {goal.stretch:.3g} | reached, and the stretch |" in page.markdown(
        {"interpreted": one}
    )
