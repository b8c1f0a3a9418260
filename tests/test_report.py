"""The page report: every edit one mark, nothing of the text lost, and nothing of it or its name that runs."""

import base64
import hashlib
import re
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

import cleantext
from cleantext import Cleaner, html_report
from cleantext._report.groups import groups_of
from cleantext._report.names import named
from cleantext._report.script import language
from cleantext.cli import main
from corpora import SEEDS, page_in_doubt, read, seeds
from hostile import UNITS, check_growth, repeated
from report_pages import Page
from strategies import mutated_pages, tries
from test_trace import traces

HOSTILE = "</script><img src=x onerror=alert(1)>“\u202e&amp;<b onmouseover='x'>\"--></title><style>"
CLEANER = Cleaner()


def one_place_several_rules() -> str:
    lines = read(SEEDS[0]).split("\n")[:60]
    lines[2] = "１ 月 ９ 日，腊月７ ． ８　活\u200b动，周一。这一 "
    lines[10] += "\u3000\xad "
    return "\n".join(lines)


TRAPS = {
    "empty": "",
    "blank": " \n\n",
    "one character": "的",
    "markup": f"{HOSTILE}\n{HOSTILE}",
    "CRLF": "⽂化馆今天开馆，\r\n市民可以免费参观。\r\n",
    "CR": "⽂化馆\r今天开馆。\r",
    "every line end": "一\r\n二\r三\n四\r",
    "pages": "第一页的字。\n\f第二页的字。\n\f\f第四页的字。",
    "surrogates": "\ud800文\udfff化\udc80",
    "controls": "文\0\x1b[31m化\x7f\x85\u2028\u2029。",
    "bidi": "\u202e文\u2066化\u2069 שלום \u200f",
    "private use": "文\ue000化\U000f0000\ufffe\ufdd0。",
    "wide spaces": "　　今天　　很好。\u00a0\n",
    "one place, several rules": one_place_several_rules(),
}


def assert_shows_all(text: str) -> Page:
    page = Page(html_report(text, CLEANER, title="页"))
    trace = CLEANER.trace(text)
    assert sorted(page.marks) == sorted(change.rule for change in trace.changes())
    assert page.source == text.replace("\r\n", "\n").replace("\r", "\n")
    blocks = CLEANER.blocks(text)
    assert [(pane.text, pane.kind) for pane in page.results] == [(block.text, block.kind) for block in blocks]
    lines = [number for pane in page.sources for number in pane.lines]
    assert lines == list(range(1, 1 + len(re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text))))
    return page


@pytest.mark.parametrize("path", seeds())
def test_a_seed_page(path: Path) -> None:
    page = assert_shows_all(read(path))
    assert len(page.html.encode()) < 400_000
    assert ("div", "lang", "zh-Hans") in page.attributes


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS)
def test_a_trap(text: str) -> None:
    page = assert_shows_all(text)
    page.html.encode()  # a lone surrogate stands as its name
    assert not re.search("[\0-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202f\u2066-\u2069\ufeff]", page.html)


@tries(40)
@given(mutated_pages())
def test_any_page(text: str) -> None:
    assert_shows_all(text)


@given(traces())
def test_groups_lie_apart_and_hold_each_edit_once(trace: cleantext.Trace) -> None:
    groups = groups_of(trace)
    assert sorted(c for group in groups for c in group.changes) == sorted(trace.changes())
    for group in groups:
        assert all(group.start <= c.start <= c.end <= group.end for c in group.changes)
        assert (group.text_start, group.text_end) == trace.to_text(group.start, group.end)
    for one, other in pairwise(groups):
        assert one.end <= other.start
        assert (one.start, one.end) != (other.start, other.end)


def test_edits_of_one_place_are_one_group_with_a_mark_each() -> None:
    text = TRAPS["one place, several rules"]
    shared = [group for group in groups_of(CLEANER.trace(text)) if len(group.changes) > 1]
    page = html_report(text, CLEANER)
    assert {2} == {len(group.changes) for group in shared}
    assert len(re.findall(r'<span id="s\d+" class="g ', page)) == len(shared)


@pytest.mark.parametrize("text", [read(SEEDS[0]), *TRAPS.values()], ids=["seed", *TRAPS])
def test_links_lead_somewhere_and_ids_are_given_once(text: str) -> None:
    page = Page(html_report(text, CLEANER))
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    became = {i for i in page.ids if re.fullmatch(r"t\d+", i)}
    assert {"s" + i[1:] for i in became} <= set(page.ids)
    if page.results:
        assert len(became) == len([i for i in page.ids if re.fullmatch(r"s\d+", i)])


@pytest.mark.parametrize("title", ["", HOSTILE, "\ud800.txt"])
def test_nothing_runs_and_nothing_is_fetched(title: str) -> None:
    page = Page(html_report(HOSTILE, CLEANER, title=title))
    assert page.tags.count("script") == page.tags.count("style") == 1
    assert not {"img", "link", "iframe", "object", "base", "form"} & set(page.tags)
    assert not {name for _, name, _ in page.attributes if name.startswith("on") or name in ("src", "style")}
    assert all(link.startswith("#") for link in page.links)
    (policy,) = [value for tag, name, value in page.attributes if tag == "meta" and value.startswith("default-src")]
    for kind in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.contents[kind][0].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "url(" not in page.contents["style"][0]
    assert "@import" not in page.contents["style"][0]


def test_doubts_come_first_the_least_sure_at_the_top() -> None:
    pages = [page_in_doubt("break", "break"), page_in_doubt("join")]
    for text in ("\f".join(pages), "\f".join(reversed(pages))):
        doubts = [note for note in CLEANER.trace(text).notes() if isinstance(note.note, cleantext.Doubt)]
        if min(doubts, key=lambda d: d.note.confidence) is not doubts[0]:
            break
    assert min(doubts, key=lambda d: d.note.confidence) is not doubts[0]
    assert len(doubts) > 2
    page = html_report(text, CLEANER)
    shares = [int(share) for share in re.findall(r"<b>(\d+)% sure</b>", page)]
    assert shares == sorted(round(100 * d.note.confidence) for d in doubts if isinstance(d.note, cleantext.Doubt))
    line = text.count("\n", 0, min(doubts, key=lambda d: d.note.confidence).start) + 1
    assert re.search(r'<li id="l\d+"><a href="#d\d+">line ([\d,]+)</a>', page)[1] == f"{line:,}"
    assert page.index('class="notes"') < page.index('class="legend"') < page.index('class="src"')


def test_the_legend_counts_the_edits_of_each_rule() -> None:
    text = read(SEEDS[4])
    page = html_report(text, CLEANER)
    rules = [change.rule for change in CLEANER.trace(text).changes()]
    found = re.findall(r'data-rule="([^"]+)" checked> [^<]+ <b>([\d,]+)</b>', page)
    assert dict(found) == {rule: f"{rules.count(rule):,}" for rule in set(rules)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("臺北市立圖書館", "zh-Hant"),
        ("东昌府区的帮办专员，寫", "zh-Hans"),
        ("小易", "zh"),
        ("page 1", "und"),
        ("", "und"),
    ],
)
def test_language(text: str, expected: str) -> None:
    assert language(text) == expected
    assert f'class="src" lang="{expected}"' in html_report(text)


def test_signs_for_attributes() -> None:
    assert named("\u202e<\n") == "‹RLO›&lt;⏎"
    assert named("一" * 30 + "二" * 30) == "一" * 20 + "…" + "二" * 20


@pytest.mark.timed
@pytest.mark.parametrize(
    "unit",
    ["column lines", "lines of one character", "spaces", "radicals", "zero width", "indented lines", "line feeds"],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    check_growth(lambda size: partial(html_report, repeated(UNITS[unit], size), CLEANER))


def test_bytes_are_refused() -> None:
    with pytest.raises(TypeError, match="decode"):
        html_report(b"x")


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    name = "<img src=x onerror=alert(1)>.txt"
    Path(name).write_text("⽂化\n", encoding="utf-8")
    Path("b.txt").write_text("生活\n", encoding="utf-8")
    assert main(["report", name, "b.txt", "-o", "out"]) == 0
    pages = sorted(path.name for path in Path("out").iterdir())
    assert pages == ["<img src=x onerror=alert(1)>.html", "b.html"]
    assert "img" not in Page((Path("out") / pages[0]).read_text("utf-8")).tags
    assert main(["report", "--without", "radical-form", name, "-o", "a.html"]) == 0
    assert Page(Path("a.html").read_text("utf-8")).marks == []
    assert main(["report", name]) == 0
    assert Page(capfd.readouterr().out).marks == ["radical-form"]
    assert main(["report", name, "b.txt"]) == 2
    assert "give -o DIR" in capfd.readouterr().err
    assert main(["report", "b.txt", "missing.txt", "-o", "out"]) == 2
    assert "missing.txt: there is no such file" in capfd.readouterr().err
    assert main(["report", "b.txt", "-o", "b.txt"]) == 2
    assert Path("b.txt").read_text("utf-8") == "生活\n"
