"""`cleantext inspect`: what the layout sees, as a table and as JSON."""

import json
from pathlib import Path

import pytest
from hypothesis import given

from cleantext import Cleaner
from cleantext._inspect import Inspection, inspect
from cleantext._json import to_json
from command import Run, write
from corpora import SEEDS, pages, read
from strategies import any_text, page_text, tries


def look(text: str) -> Inspection:
    return inspect("a.txt", "UTF-8", Cleaner().trace(text))


def test_the_seed_pages() -> None:
    found = [look(read(path)) for path in SEEDS]
    assert [next(iter(item.forms)) for item in found] == ["columns", "columns", "columns", "flowing", "columns"]
    assert {item.script for item in found} == {"simplified"}
    # seed 000 is set in columns of 16 em; seed 004 is the one that kept its indents
    assert found[0].widths[0] == 16
    assert [item.indents for item in found] == ["lost", "lost", "lost", "unknown", "kept"]
    assert found[0].doubts_per_page > 0
    assert all(item.doubts_per_page < 6 for item in found)  # of up to 430 seams
    assert not any(item.reread for item in found)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("国家图书馆开放了。", "simplified"),
        ("國家圖書館開放了。", "traditional"),
        ("国家圖書館开放了。", "mixed"),
        ("一二三。", "unknown"),
        ("", "unknown"),
    ],
)
def test_script(text: str, script: str) -> None:
    assert look(text).script == script


def test_what_is_lost_speaks_for_reading_again() -> None:
    text = "文" * 499
    assert look(text + "\ufffd").reread == ()
    assert look(text[1:] + "\ufffd" * 2).reread == ("1 in 250 characters is lost",)
    assert look("文" * 99 + "\ue000").reread == ()
    assert look("文" * 98 + "\ue000\U000f0001").reread == ("1 in 50 characters is one of a font's own",)


def test_pages_lines_and_signs() -> None:
    found = look("⽂化馆。\n\n第二行。\n\f第三行。\n")
    assert (found.pages, found.lines, found.characters) == (2, 3, 17)
    assert found.signs == {"radical-form": 1}


@pytest.mark.parametrize("path", pages())
def test_the_script_of_every_page(path: Path) -> None:
    """The names of the pages say which are traditional; poems stand in both scripts."""
    name = path.parent.name
    if "poem" not in name:
        assert look(read(path)).script == ("traditional" if "trad" in name else "simplified")


@given(text=any_text | page_text)
@tries(150)
def test_any_text(text: str) -> None:
    found = look(text)
    assert 0 <= found.lost_share <= 1
    assert 0 <= found.private_share <= 1
    assert found.lines == 0 or abs(sum(found.forms.values()) - 1) < 0.05
    assert to_json(found.file)


def test_the_command(run: Run) -> None:
    write("a.txt", read(SEEDS[0]).encode("gb18030"))
    write("b.txt", "")
    code, out, err = run("inspect", "a.txt", "b.txt", "missing.txt")
    lines = out.decode().splitlines()
    assert code == 2
    assert err.splitlines()[1:] == ["cleantext: missing.txt: there is no such file; check its name"]
    assert lines[0].split()[:5] == ["file", "pages", "lines", "form", "script"]
    assert lines[1].split()[:5] == ["a.txt", "1", "371", "columns", "simplified"]
    assert lines[2].split()[:4] == ["b.txt", "1", "0", "-"]
    code, out, _ = run("inspect", "--format", "json", "a.txt")
    (item,) = json.loads(out)
    assert (code, item["encoding"], item["widths"][0], item["reread"]) == (0, "GB18030", 16, [])
    assert run("inspect", "--format", "jsn")[2].startswith("cleantext: there is no format 'jsn'; did you mean 'json'?")
