"""A line through OpenCC and back to its own characters."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleantext import Text
from cleantext._apply import apply
from cleantext.rules.variants._conversion import changes, spliced
from cleantext.rules.variants.script import Script
from cleantext.testing import run_rule
from strategies import tries


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("漢字", "漢字", []),
        ("漢字", "汉字", [(0, 1, "汉")]),
        ("B超", "超音波", [(0, 2, "超音波")]),
        ("看U盤", "看隨身碟", [(1, 3, "隨身碟")]),
        ("對，U盤，對", "对，隨身碟，对", [(0, 1, "对"), (2, 4, "隨身碟"), (5, 6, "对")]),
        ("甲乙丙", "甲丙", [(0, 2, "甲")]),
        ("甲乙", "丙甲乙", [(0, 1, "丙甲")]),
        ("，，甲", "，甲乙，", [(0, 2, "，"), (2, 3, "甲乙，")]),
    ],
)
def test_alignment(before: str, after: str, expected: list[tuple[int, int, str]]) -> None:
    edits = changes(before, after)
    assert spliced(before, edits) == after
    assert [tuple(edit) for edit in edits] == expected


@given(
    before=st.text("甲乙丙丁，。 ", min_size=1, max_size=150), after=st.text("甲乙丙丁，。 ", min_size=1, max_size=150)
)
@tries(300)
def test_alignment_of_any_two_lines(before: str, after: str) -> None:
    edits = changes(before, after)
    assert spliced(before, edits) == after
    assert all(edit.end <= following.start for edit, following in pairwise(edits))
    assert all(before[edit.start : edit.end] != edit.replacement for edit in edits)


WORDS = st.lists(
    st.sampled_from(
        [
            ("U盤", "隨身碟"),
            ("B", "乙丙"),
            ("乙丙", "丁"),
            ("甲", "甲"),
            (" ", " "),
            ("\t\u3000", "\t\u3000"),
            ("學", "学"),
        ]
    )
)


@given(words=WORDS)
@tries(500)
def test_words_beside_spaces_keep_the_contract(words: list[tuple[str, str]]) -> None:
    before, after = ("".join(word[side] for word in words) for side in (0, 1))
    assert apply(Text(before), changes(before, after), Script()).string == after


def test_surrogates_part_what_is_converted() -> None:
    assert run_rule(Script(), "\ud800漢\udfff\ud800語\udc00") == "\ud800汉\udfff\ud800语\udc00"
    assert run_rule(Script(to="t"), "汉\ud800") == "漢\ud800"
