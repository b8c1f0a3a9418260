"""Words and patterns that every rule leaves as they are."""

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext import Cleaner, Edit, Profile
from cleantext._protect import Protected, parse, spans, unprotected
from cleantext.errors import CleantextError, SettingsError
from strategies import any_text, mutated_pages, page_text, tries

WORDS: tuple[Protected, ...] = ("２０２３", "活 动", re.compile("⽂.|，,"), "“", "学", re.compile(r"\d[ .]"))


@pytest.mark.parametrize(
    ("before", "protect", "after"),
    [
        ("２０２３年，２０２４年", ["２０２３"], "２０２３年，2024年"),
        ("⽂化⽂物", [re.compile("⽂(?=化)")], "⽂化文物"),
        ("他说,“好”.", ["说,"], "他说,“好”."),
        ("⽂⽂⽂", ["⽂⽂"], "⽂⽂⽂"),
        ("⽂化", ["化"], "文化"),
        ("⽂化", ["不在"], "文化"),
    ],
)
def test_what_is_protected_stays(before: str, protect: list[Protected], after: str) -> None:
    cleaner = Cleaner("text", protect=protect)
    assert cleaner.clean(before) == after
    assert cleaner.trace(before).text == after
    assert cleaner.trace(before).revert() == before


def test_from_conversion_too() -> None:
    assert Cleaner(script="s", protect=["陳學聖"]).clean("陳學聖說漢語") == "陳學聖说汉语"
    assert Cleaner(script="t", protect=["后海"]).clean("后海，以后") == "后海，以後"


def test_from_the_joining_of_lines_too() -> None:
    text = "“小易”是来自东昌府区行政审批\n\n服务局的帮办专员。"
    assert Cleaner().clean(text) == text.replace("\n\n", "")
    assert Cleaner(protect=[re.compile("审批\n+服务")]).clean(text) == text
    assert Cleaner(protect=["审批服务局"]).clean(text) == text.replace("\n\n", "")  # it is no word until it is joined


def test_a_word_is_no_pattern() -> None:
    assert Cleaner("text", protect=["2.5"]).clean("２.５和2.5和２a５") == "2.5和2.5和2a5"
    assert Cleaner("text", protect=["[⽂]"]).clean("⽂[⽂]") == "文[⽂]"


def test_a_trace_has_nothing_of_a_dropped_edit() -> None:
    trace = Cleaner("text", protect=["⽂化"]).trace("⽂化，⽂物")
    assert [(change.start, change.before) for change in trace.changes()] == [(3, "⽂")]


def test_a_profile_carries_it() -> None:
    profile = Profile.make("mine", base="text", protect=["⽂化"])
    assert Cleaner(profile).clean("⽂化") == "⽂化"
    assert Cleaner(profile, protect=["⽂物"]).clean("⽂化⽂物⽂") == "⽂化⽂物文"
    assert Cleaner(profile, without=["radical-form"]).profile.protect == ("⽂化",)


def test_it_is_part_of_the_cleaner() -> None:
    cleaner = Cleaner(protect=["⽂化", re.compile("⽂物")])
    copy = pickle.loads(pickle.dumps(cleaner))
    assert copy == cleaner
    assert copy.fingerprint() == cleaner.fingerprint()
    assert copy.clean("⽂化⽂物⽂") == "⽂化⽂物文"
    others = [Cleaner(), Cleaner(protect=["⽂化"]), Cleaner(protect=["⽂化", "⽂物"]), Cleaner(protect=["/⽂物/0"])]
    others.append(Cleaner(protect=["⽂化", re.compile("⽂物", re.IGNORECASE)]))
    long = "字" * 300
    others += [Cleaner(protect=[re.compile(long + end)]) for end in "甲乙"]
    assert len({cleaner.fingerprint(), *(other.fingerprint() for other in others)}) == len(others) + 1
    assert Cleaner(protect=[]).fingerprint() == Cleaner().fingerprint()


@pytest.mark.parametrize("protect", ["⽂化", re.compile("⽂"), [b"x"], [re.compile(b"x")], [""], [None]])
def test_what_cannot_be_protected(protect: object) -> None:
    with pytest.raises(SettingsError, match=r"^protect .*; |^protect .*, .*; "):
        Cleaner(protect=protect)  # type: ignore[arg-type]


def test_surrogates_may_be_protected() -> None:
    cleaner = Cleaner("text", protect=["\ud800⽂"])
    assert cleaner.clean("\ud800⽂⽂") == "\ud800⽂文"
    assert len(cleaner.fingerprint()) == 32


# --- places -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("protected", "expected"),
    [
        ((), []),
        (("aa",), [(0, 3), (4, 6)]),
        (("ab", "ba"), [(2, 5)]),
        ((re.compile("b?"),), [(3, 4)]),
        (("x",), []),
    ],
)
def test_places(protected: tuple[Protected, ...], expected: list[tuple[int, int]]) -> None:
    assert spans("aaabaa", protected) == expected


@pytest.mark.parametrize(
    ("edit", "stays"),
    [
        (Edit(0, 2, ""), True),
        (Edit(2, 2, "x"), True),
        (Edit(1, 3, ""), False),
        (Edit(3, 3, "x"), False),
        (Edit(2, 4, ""), False),
        (Edit(0, 6, ""), False),
        (Edit(4, 4, "x"), True),
        (Edit(4, 5, ""), True),
    ],
)
def test_an_edit_at_the_edge_of_a_place(edit: Edit, stays: bool) -> None:
    assert list(unprotected([edit], [(2, 4)])) == ([edit] if stays else [])


def test_each_edit_meets_its_place() -> None:
    edits = [Edit(i, i + 1, "") for i in range(10)]
    assert [e.start for e in unprotected(edits, [(1, 3), (3, 4), (8, 20)])] == [0, 4, 5, 6, 7]


# --- files ------------------------------------------------------------------------------------------------------------


def test_a_file_of_words() -> None:
    text = "\ufeff# names\r\n乾安县\r\n\r\n  徐乾學\u3000\n/第.号/\n/\na/b\n乾安县\n"
    assert parse(text, "f") == ("乾安县", "徐乾學", re.compile("第.号", re.MULTILINE), "/", "a/b")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("甲\n/[/\n", r"^f\.txt: line 2: /\[/ is no pattern \(.*\); mend it$"),
        ("//", r"^f\.txt: line 1: // is an empty pattern; write one between the slashes$"),
    ],
)
def test_a_bad_pattern_in_a_file(text: str, message: str) -> None:
    with pytest.raises(CleantextError, match=message):
        parse(text, "f.txt")


# --- promises ---------------------------------------------------------------------------------------------------------

CLEANERS = {name: Cleaner(name, protect=WORDS) for name in ("page", "text")}


@pytest.mark.parametrize("profile", CLEANERS)
@given(text=any_text | page_text | mutated_pages() | st.text("２０３活 动⽂，,“”学\n1.", max_size=30))
@tries(200)
def test_promises_hold(profile: str, text: str) -> None:
    cleaner = CLEANERS[profile]
    trace = cleaner.trace(text)
    assert trace.revert() == text
    assert cleaner.clean(text) == trace.text
    assert cleaner.clean(trace.text) == trace.text


@given(text=st.text("２０３活 动⽂化，,“”学1.", max_size=30))
@tries(200)
def test_no_protected_word_is_lost(text: str) -> None:
    cleaned = CLEANERS["text"].clean(text)
    for word in (word for word in WORDS if isinstance(word, str)):
        assert cleaned.count(word) >= text.count(word)
