"""Conversion between scripts: gated, aligned with its source, stable, names spared."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cleantext
from cleantext import Cleaner, Form, Text, script_of
from cleantext._apply import apply
from cleantext._script import evidence
from cleantext.errors import SettingsError, UnknownOptionError
from cleantext.rules.variants import _conversion
from cleantext.rules.variants.script import Script
from cleantext.testing import run_rule
from corpora import clean_texts, pages, read, seeds
from strategies import any_text, mutated_pages, page_text, tries

TARGETS = ("s", "t", "tw", "hk")
every_target = pytest.mark.parametrize("to", TARGETS)

# --- what script a text is in -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("unknown", 0, 0)),
        ("2023 COVID-19", ("unknown", 0, 0)),
        ("乾隆、皇后、著名、藉此", ("unknown", 0, 0)),
        ("汉语", ("simplified", 2, 0)),
        ("漢語", ("traditional", 0, 2)),
        ("漢語和汉语", ("mixed", 2, 2)),
        ("汉" * 49 + "漢", ("simplified", 49, 1)),
        ("汉" * 48 + "漢", ("mixed", 48, 1)),
        ("漢" * 49 + "汉", ("traditional", 1, 49)),
        ("\ud800漢", ("traditional", 0, 1)),
    ],
)
def test_the_script_of_a_text(text: str, expected: tuple[str, int, int]) -> None:
    assert script_of(text) == expected


@pytest.mark.parametrize("path", seeds())
def test_the_seed_pages_are_simplified(path: Path) -> None:
    count = script_of(read(path))
    assert (count.script, count.traditional) == ("simplified", 0)


# --- on request ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("s", "汉语里面有软件，台湾、香港的群众在那里。"),
        ("t", "漢語裏面有軟件，臺灣、香港的羣衆在那裏。"),
        ("tw", "漢語裡面有軟件，臺灣、香港的群眾在那裡。"),
        ("hk", "漢語裏面有軟件，台灣、香港的羣眾在那裏。"),
    ],
)
def test_each_script(to: str, expected: str) -> None:
    assert cleantext.clean("汉语里面有软件，台湾、香港的群众在那里。", script=to) == expected
    assert Cleaner("text", script=to).clean(expected) == expected


def test_the_words_of_a_place_are_an_option() -> None:
    cleaner = Cleaner(script="tw", settings={"script": {"local_words": True}})
    assert cleaner.clean("这个U盘和软件、信息。") == "這個隨身碟和軟體、資訊。"
    assert Cleaner(script="tw").clean("这个软件") == "這個軟件"


def test_one_region_to_another() -> None:
    assert cleantext.clean("臺灣的裡面，為什麼穿著衣服", script="hk") == "台灣的裡面，為什麼穿著衣服"
    assert cleantext.clean("那裏的羣衆爲什麼著急", script="tw") == "那裡的群眾為什麼著急"


def test_nothing_is_converted_unasked() -> None:
    assert cleantext.clean("漢語和汉语") == "漢語和汉语"


def test_it_is_short_for_the_rule_and_its_option() -> None:
    long = Cleaner(with_=["script"], settings={"script": {"to": "tw"}})
    assert Cleaner(script="tw") == long
    assert Cleaner(script="tw").fingerprint() == long.fingerprint() != Cleaner(script="hk").fingerprint()
    assert Cleaner(Cleaner(script="tw").profile, script="hk").clean("台湾") == "台灣"


def test_joining_comes_first() -> None:
    """The word 頭髮 is torn by a seam: it is joined before it is looked up."""
    cleaner = Cleaner(script="t")
    assert cleaner.clean("“小易”说三十年过去，他的头\n\n发白了许多。") == "“小易”說三十年過去，他的頭髮白了許多。"
    assert cleaner.clean("他的头\f发") == "他的頭\n\f發"


@pytest.mark.parametrize("settings", [{"to": "x"}, {"to": "s", "local_words": True}, {"to": "t", "local_words": True}])
def test_a_wrong_setting(settings: dict[str, object]) -> None:
    with pytest.raises(SettingsError, match=r"; .*choose"):
        Cleaner(with_=["script"], settings={"script": settings})


def test_an_unknown_script_is_said_at_once() -> None:
    with pytest.raises(SettingsError, match="there is no script 'cn'; choose one of s, t, tw, hk"):
        cleantext.clean("", script="cn")
    with pytest.raises(UnknownOptionError):
        Cleaner(script="s", settings={"script": {"form": "s"}})


# --- names and words that stay --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("乾安县", "乾安县"),
        ("乾安縣", "乾安县"),
        ("乾隆", "乾隆"),
        ("徐乾學", "徐乾学"),
        ("徐乾学", "徐乾学"),
        ("魏徵", "魏徵"),
        ("朱儁", "朱儁"),
        ("沈吟", "沈吟"),
        ("不踰矩", "不踰矩"),
        ("著名", "著名"),
        ("瞭望", "瞭望"),
        ("藉此", "藉此"),
    ],
)
def test_known_over_conversions_to_simplified(before: str, after: str) -> None:
    assert cleantext.clean(before, script="s") == after
    simplified = f"我们说：{before}，这样。"
    assert cleantext.clean(simplified, script="s") == simplified.replace("乾安縣", "乾安县").replace("徐乾學", "徐乾学")
    if before != "藉此":
        assert cleantext.clean(f"說明：{before}，這樣說。", script="s") == f"说明：{after}，这样说。"


def test_in_a_traditional_text_a_merged_word_is_simplified() -> None:
    """`藉` became `借` in this sense; in a simplified text it stays (above), for there it is an edition's choice."""
    assert cleantext.clean("藉此說明餅乾的製作。", script="s") == "借此说明饼干的制作。"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("乾安县", "乾安縣"),
        ("乾隆", "乾隆"),
        ("徐乾学", "徐乾學"),
        ("徐乾學", "徐乾學"),
        ("魏徵", "魏徵"),
        ("朱儁", "朱儁"),
        ("沈吟", "沈吟"),
        ("不踰矩", "不踰矩"),
        ("著名", "著名"),
        ("瞭望", "瞭望"),
        ("藉此", "藉此"),
        ("记者 于洋", "記者 于洋"),
        ("皇后与余光中", "皇后與余光中"),
    ],
)
@pytest.mark.parametrize("to", ["t", "tw", "hk"])
def test_known_over_conversions_to_traditional(to: str, before: str, after: str) -> None:
    assert cleantext.clean(before, script=to) == after
    assert cleantext.clean(f"说明：{before}。", script=to) == f"{'說' if to != 'hk' else '説'}明：{after}。"


@pytest.mark.parametrize("path", clean_texts())
def test_a_simplified_text_keeps_what_both_scripts_have(path: Path) -> None:
    text = read(path)
    if script_of(text).script != "simplified":
        return
    for edit in Script().edits(Text(text)):
        assert set(text[edit.start : edit.end]) <= evidence().traditional


# --- the gate -------------------------------------------------------------------------------------------------------


def no_converter(config: str) -> object:
    raise AssertionError(f"OpenCC was asked for {config}")


@pytest.mark.parametrize(
    ("to", "text"), [("s", "乾安县的计划\n著名\n皇后"), ("t", "漢語\n皇后\n乾"), ("s", "English\n"), ("tw", "2023")]
)
def test_opencc_is_not_called_where_nothing_is_to_be_done(to: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_conversion, "_converter", no_converter)
    assert Cleaner(script=to).clean(text) == text


def test_opencc_is_loaded_when_it_is_needed() -> None:
    code = (
        "import sys, cleantext; c = cleantext.Cleaner(script='s'); c.clean('简体的计划'); "
        "assert 'opencc' not in sys.modules; c.clean('漢語'); assert 'opencc' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


# --- edits ------------------------------------------------------------------------------------------------------------


def test_every_change_is_in_the_trace() -> None:
    trace = Cleaner(script="s").trace("２０２３年，\r\n發展漢語")
    assert [(c.start, c.end, c.before, c.after) for c in trace.changes() if c.rule == "script"] == [
        (8, 9, "發", "发"),
        (10, 11, "漢", "汉"),
        (11, 12, "語", "语"),
    ]
    assert trace.revert() == "２０２３年，\r\n發展漢語"


# --- promises -----------------------------------------------------------------------------------------------------

SOME_HAN = st.text(
    "乾隆安县縣徐學学魏徵儁沈吟着著瞭藉后後发發髮里裏裡台臺么麽麼幺U盘盤软軟体體。，\n \ud800", max_size=40
)


@every_target
@given(text=any_text | page_text | mutated_pages() | SOME_HAN)
@tries(150)
def test_twice_is_once(to: str, text: str) -> None:
    cleaner = Cleaner(script=to)
    once = cleaner.clean(text)
    assert cleaner.clean(once) == once
    trace = cleaner.trace(text)
    assert trace.text == once
    assert trace.revert() == text


@every_target
@given(text=SOME_HAN)
@tries(300)
def test_the_rule_alone_twice_is_once(to: str, text: str) -> None:
    for is_local in {False, to in ("tw", "hk")}:
        rule = Script(to, is_local)
        once = run_rule(rule, text)
        assert run_rule(rule, once) == once


@every_target
@pytest.mark.parametrize("path", seeds() + pages() + clean_texts())
def test_every_file_is_converted_as_it_stands(to: str, path: Path) -> None:
    text = Cleaner().clean(read(path))
    rule = Script(to=to)
    converted = apply(Text(text), rule.edits(Text(text)), rule).string
    assert converted.count("\n") == text.count("\n")
    assert run_rule(rule, converted) == converted
    cleaner = Cleaner(script=to)
    trace = cleaner.trace(read(path))
    assert trace.chosen == "full"
    assert cleaner.clean(trace.text) == trace.text


@every_target
@pytest.mark.parametrize("path", seeds())
def test_a_seed_page_comes_back(to: str, path: Path) -> None:
    """What was converted and is converted back differs from the page in a few merged characters at most."""
    text = Cleaner().clean(read(path))
    there = Cleaner("text", script=to).clean(text)
    assert script_of(there).script == ("simplified" if to == "s" else "traditional")
    back = Cleaner("text", script="s").clean(there)
    assert len(back) == len(text)
    assert sum(old != new for old, new in zip(text, back, strict=True)) <= 0.002 * len(text)


def test_many_threads_share_a_converter() -> None:
    cleaner = Cleaner(script="s")
    texts = [f"第{number}個學生說漢語，發展經濟。" * 50 for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(cleaner.clean, texts)) == [
            f"第{number}个学生说汉语，发展经济。" * 50 for number in range(40)
        ]


def test_the_form_of_a_region_does_not_matter() -> None:
    for form in Form:
        assert run_rule(Script(), "漢語", form) == "汉语"
