"""The page of artefacts says what is so: each row is a rule, a case that it acts on, one that it leaves."""

import re

import pytest

from cleantext import Cleaner, Tier
from cleantext.rules import get_rule
from corpora import REPO
from test_rules import cases_of

_ROW_RE = re.compile(r"^\| (.+?) \| (.+?) \| `([a-z-]+)` \| (.+?) \| (.+?) \|$", re.MULTILINE)
ROWS = _ROW_RE.findall((REPO / "docs" / "artefacts.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("artefact", "tier", "name", "acts", "stays"), ROWS, ids=[row[0] for row in ROWS])
def test_a_row_has_its_cases(artefact: str, tier: str, name: str, acts: str, stays: str) -> None:
    cases = {case.label: case for case in cases_of(get_rule(name)) if case.expect == "pass"}
    assert acts in cases, artefact
    assert stays in cases, artefact
    if "marked" in tier:
        assert cases[acts].marks
    else:
        assert cases[acts].after is not None
    assert cases[stays].after is None
    assert not cases[stays].marks


@pytest.mark.parametrize(("artefact", "tier", "name"), [row[:3] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_is_left_to_options_is_not_done_by_default(artefact: str, tier: str, name: str) -> None:
    assert ("on request" in tier) == (get_rule(name).tier is Tier.OPTION), artefact


def test_jump_lines_and_page_ends_stay() -> None:
    text = "市民在大厅里办事。\n（下转4版）\n\f（上接1版）\n他们都很满意。"
    assert Cleaner().clean(text).count("\f") == 1
    assert [block.text for block in Cleaner().blocks(text) if block.kind == "notice"] == ["（下转4版）", "（上接1版）"]
