"""The page report in Chromium: opened, hovered over, switched, jumped in; nothing is fetched and nothing complains.

`make browser` installs what this needs and runs it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cleantext import Cleaner, html_report
from corpora import SEEDS, read
from test_report import HOSTILE, one_place_several_rules

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WIDE, NARROW = (1280, 900), (400, 800)
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    found = [path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path]
    assert found, "there is no Chromium; `make browser` installs it"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found[0])
        yield chromium
        chromium.close()


@pytest.fixture
def open_report(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens the report of a text; at the end nothing may have been fetched or complained."""
    complaints: list[str] = []
    fetched: list[str] = []
    contexts = []

    def call(text: str, size: tuple[int, int] = WIDE, title: str = "", **settings: object) -> Page:
        path = tmp_path / "report.html"
        path.write_text(html_report(text, title=title), encoding="utf-8", newline="")
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, offline=True, **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: fetched.append(request.url))
        page.goto(path.as_uri())
        return page

    yield call
    for context in contexts:
        context.close()
    assert complaints == []
    assert set(fetched) == {(tmp_path / "report.html").as_uri()}


def colour(page: Page, selector: str) -> str:
    return str(page.eval_on_selector(selector, "node => getComputedStyle(node).textDecorationColor"))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_every_edit_is_a_mark_and_the_page_opens_in_a_second(open_report: Open, path: Path) -> None:
    text = read(path)
    page = open_report(text)
    assert page.locator("mark").count() == len(list(Cleaner().trace(text).changes()))
    times = []
    for _ in range(3):
        page.reload()
        times.append(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
        if times[-1] < 1000:
            break
    assert 0 < min(times) < 1000


def test_hovering_lights_up_the_other_side_and_says_what_was_done(open_report: Open) -> None:
    page = open_report(read(SEEDS[0]))
    mark = page.locator("mark[data-rule=doubled-caption]")
    mark.hover()
    number = str(mark.get_attribute("id"))[1:]
    assert page.eval_on_selector_all(".on", "nodes => nodes.map(node => node.id)") == [f"s{number}", f"t{number}"]
    assert "工人们将白菜打包装车 → nothing" in page.locator("#info").inner_text()
    page.locator(f"article:has(#t{number}) .kind").hover()
    assert page.locator(".on").count() == 0
    page.locator(f"#t{number}").dispatch_event("pointerover")
    assert page.locator(f"#s{number}.on").count() == 1
    shadow = "node => getComputedStyle(node).boxShadow"
    assert page.eval_on_selector(f".src:has(#s{number})", shadow) == page.eval_on_selector(
        f".out:has(#t{number})", shadow
    )
    assert page.eval_on_selector(f".src:has(#s{number})", shadow) != page.eval_on_selector(".src", shadow)


def test_a_place_that_several_rules_changed_says_all_of_them(open_report: Open) -> None:
    page = open_report(one_place_several_rules())
    page.locator(".g").first.hover()
    assert [line.split(" ")[0] for line in page.locator("#info p").all_inner_texts()] == ["wide-space", "script-gap"]


def test_keys_go_from_change_to_change_and_doubt_to_doubt(open_report: Open) -> None:
    page = open_report(read(SEEDS[2]))
    here = "document.activeElement.id"
    seen = []
    for key in ("n", "n", "n", "p"):
        page.keyboard.press(key)
        seen.append(page.evaluate(here))
    assert seen == ["s0", "s1", "s2", "s1"]
    assert page.locator("#t1.on").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".on").count() == 0
    page.keyboard.press("d")
    assert page.evaluate(here) == "d0"
    page.keyboard.press("d")
    assert page.evaluate(here) == "d1"
    assert page.locator("#d1").evaluate("node => node.getBoundingClientRect().top") < WIDE[1]
    note = page.locator(".notes a").first  # the doubt that is the least sure
    note.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == note.get_attribute("href")
    assert str(note.get_attribute("href")).startswith("#d")


def test_a_block_is_reached_by_tab_and_lights_up_its_source(open_report: Open) -> None:
    page = open_report(read(SEEDS[3]))
    page.locator("#b3").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "b4"
    shadow = "node => getComputedStyle(node.closest('.row').querySelector('.src')).boxShadow"
    assert page.eval_on_selector("#b4", shadow) != page.eval_on_selector("#b3", shadow)


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no script"])
def test_the_legend_switches_a_rule_off_and_on(open_report: Open, has_script: bool) -> None:
    page = open_report(read(SEEDS[3]), java_script_enabled=has_script)
    box = page.get_by_label("half-width-bracket")
    colours = [colour(page, "mark[data-rule=half-width-bracket]")]
    box.uncheck()
    colours.append(colour(page, "mark[data-rule=half-width-bracket]"))
    box.check()
    colours.append(colour(page, "mark[data-rule=half-width-bracket]"))
    assert colours[1] == "rgba(0, 0, 0, 0)"
    assert colours[0] == colours[2] != colours[1]
    if has_script:
        page.get_by_role("button", name="none").click()
        page.locator("mark[data-rule=half-width-bracket]").first.hover()
        assert page.locator(".on").count() == 0


def test_a_doubt_is_jumped_to_without_script(open_report: Open) -> None:
    page = open_report(read(SEEDS[0]), java_script_enabled=False)
    page.locator(".notes a").last.click()
    box = page.locator(":target").bounding_box()
    assert box is not None
    assert 0 < box["y"] < WIDE[1]


def test_markup_in_the_text_and_in_its_name_is_text(open_report: Open) -> None:
    page = open_report(f"{HOSTILE}\n⽂化{HOSTILE}", title=HOSTILE)
    page.locator("mark").first.hover()
    assert page.locator("img, #rows script, [onmouseover]").count() == 0
    assert "<img src=x onerror=alert(1)>" in page.locator("h1").inner_text()
    assert page.evaluate("document.scripts.length") == 1


def test_the_policy_refuses_a_handler_even_if_one_got_in(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(html_report("⽂化").replace("<mark ", '<mark onclick="document.title=1" '), encoding="utf-8")
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(path.as_uri())
    page.locator("mark").first.click()
    assert page.title() == "Page report"
    assert "inline event handler violates" in complaints[0]
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nothing_stands_out_at_the_side_and_the_ink_is_seen(
    open_report: Open, size: tuple[int, int], scheme: str
) -> None:
    page = open_report(read(SEEDS[2]), size, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    ink, ground = page.evaluate("(s => [s.color, s.backgroundColor])(getComputedStyle(document.body))")
    assert (ink, ground) == (
        ("rgb(28, 27, 25)", "rgb(251, 250, 247)") if scheme == "light" else ("rgb(232, 229, 223)", "rgb(22, 23, 25)")
    )
    source, result = (page.locator(f".row:nth-of-type(2) .{pane}").bounding_box() for pane in ("src", "out"))
    assert source is not None
    assert result is not None
    assert (source["y"] == result["y"]) == (size is WIDE)


def test_a_book_of_two_hundred_pages_is_usable(open_report: Open) -> None:
    page = open_report("\n\f".join([read(path) for path in SEEDS[1:]] * 50))
    assert page.locator("mark").count() > 50_000
    assert page.evaluate("performance.getEntriesByName('first-paint')[0].startTime") < 3000
    assert page.locator("h2.page").count() == 199
    took = page.evaluate(
        """async () => {
            const start = performance.now();
            document.querySelector(".legend input").click();
            location.hash = "#b" + document.querySelectorAll("article").length;
            await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            return performance.now() - start;
        }"""
    )
    assert took < 5000
    assert page.locator(":target").is_visible()
