"""The short cut before the patterns of cues: it may say yes too often, and never no where a cue can begin."""

import regex

from cleantext._layout.cues import BYLINE_RE, CUE_BEGINS, DATELINE_RE, ITEM_RE, begin_cue, may_begin_cue

# Datelines of any place's name are found by the lines that have 讯 near their beginning, not by their first character.
OF_A_PLACE = r"|[\u3400-\u9fff]{2,4}[讯訊][ 　]"


def source(of: object) -> str:
    return str(of._source)  # type: ignore[attr-defined]  # a private of `pattern`, which has no other way to its text


def test_no_cue_is_missed() -> None:
    dateline = source(DATELINE_RE)
    assert OF_A_PLACE in dateline
    patterns = [source(ITEM_RE), source(BYLINE_RE), dateline.replace(OF_A_PLACE, "")]
    cue_re = regex.compile("|".join(f"(?:{pattern})" for pattern in patterns))
    seconds = sorted({*"".join(patterns), *" 　一二十百0123456789、．.，)）的国aZ"} - {"\n"})
    missed = [
        first + second
        for first in sorted(CUE_BEGINS)
        for second in seconds
        if cue_re.match(first + second, partial=True) and not may_begin_cue(first + second)
    ]
    assert missed == []


def test_it_says_no() -> None:
    lines = ["中国的", "一边操作", "第一次见", "文化站", "2月的", "图书馆", "本次活动", "新区街道"]
    assert [line for line in lines if may_begin_cue(line)] == ["第一次见"]
    assert all(begin_cue(line) < 0 for line in lines)
