"""The benchmarks measure what they say: ratios, floors, a tool that is absent, and a page that is in step."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from corpora import REPO

sys.path.append(str(REPO / "benchmarks"))

import figures
import goals
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
    spec = importlib.util.find_spec("cleantext")
    assert spec is not None
    assert spec.origin == str(REPO / "src" / "cleantext" / "__init__.py")


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
    assert set(spent) == {"layout", "apply", *(rule.name for rule in parts.rules)}
    assert sum(parts.stages(spent).values()) == pytest.approx(
        sum(spent.values()) - spent["layout"] - spent["apply"], rel=1e-6
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
