"""Time grows with the text and no faster: pages said again and again, and hostile texts, through the whole cleaner."""

from collections.abc import Callable
from functools import partial
from itertools import cycle

import pytest

import cleantext
import hostile
from cleantext import Cleaner, Form, Text
from cleantext._layout.facts import line_facts
from cleantext._layout.fragments import lines_in_print
from cleantext._layout.lines import Layout
from cleantext._paragraphs.certain import certain_seams
from cleantext._paragraphs.habits import line_reaches
from cleantext.rules import get_rule
from cleantext.rules.repeats._sheets import Line
from cleantext.rules.repeats.page_furniture import PageFurniture
from corpora import SEEDS, read
from hostile import SIZE, UNITS, check_growth, repeated

PAGES = {path.name[:3]: read(path) for path in SEEDS}
CLEANERS = {name: Cleaner(name) for name in ("page", "text", "search")}
PAGE_SIZE = 30_000
PAGES_OF_A_BOOK = 10_000
LINES = 20_000

pytestmark = pytest.mark.timed


def cleaning(cleaner: Cleaner, unit: str, size: int) -> Callable[[], object]:
    return partial(cleaner.clean, repeated(unit, size))


@pytest.mark.parametrize("profile", CLEANERS)
@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str, profile: str) -> None:
    check_growth(partial(cleaning, CLEANERS[profile], PAGES[name]), PAGE_SIZE)


@pytest.mark.parametrize("name", PAGES)
def test_pages_in_a_document(name: str) -> None:
    check_growth(partial(cleaning, CLEANERS["page"], PAGES[name] + "\f"), PAGE_SIZE)


@pytest.mark.parametrize("misread", ["", "某", "甲 1 2 3 "])
def test_heads_of_a_long_document(misread: str) -> None:
    """What is asked of a head does not grow with the number of the others; it is compared with those of four pages."""

    def work(pages: int) -> Callable[[], object]:
        heads = [f"{misread if n % 3 else ''}某书的{chr(0x4E00 + n)}卷" for n in range(pages)]
        heads[::2] = ["某书的上卷"] * len(heads[::2])
        edge = [Line(n, head, (), 0, is_foot=False) for n, head in enumerate(heads)]
        return partial(PageFurniture()._repeated, edge, PageFurniture().min_pages)

    check_growth(work, PAGES_OF_A_BOOK)


@pytest.mark.parametrize("kind", ["talk of many people", "headlines of many widths", "a list", "notices", "dates"])
def test_seams_without_doubt(kind: str) -> None:
    """Names that each begin three lines, headlines and items are counted once, however many there are."""

    def work(count: int) -> Callable[[], object]:
        if kind == "a list":
            lines = ["某" * (2 + n % 4) for n in range(count)]
        elif kind == "notices":
            lines = [f"{'时地票'[n % 3]}：天很蓝，云很白" for n in range(count)]
        elif kind == "dates":
            lines = [f"{n % 12 + 1}月1日 天很蓝，云很白" for n in range(count)]
        elif kind == "headlines of many widths":
            lines = [("天很蓝，云很白，路很长，风很大" if n % 2 else "某" * (5 + n % 8)) for n in range(count)]
        else:
            lines = [f"某{chr(0x4E00 + n // 3)}：天很蓝，云很白" for n in range(count)]
        widths, facts, columns = [2 * len(line) for line in lines], line_facts(lines), [(30,)] * count

        def settle() -> None:
            _, others = line_reaches(widths, columns, facts)
            certain_seams(lines, facts, [0] * (count - 1), widths, columns, others)

        return settle

    check_growth(work, LINES)


@pytest.mark.parametrize("every", [3, 80], ids=["all over the page", "here and there"])
def test_lines_broken_at_marks(every: int) -> None:
    """However many pieces there are of a line, and wherever the signs stand that it was broken."""

    def work(count: int) -> Callable[[], object]:
        full, pieces = (
            "热力公司提前把管网检修了一遍，换上了新的",
            ["堵了，", "就清，", "”他说，", "漏风，", "就贴封条，"],
        )
        lines = [full if n % every else pieces[n // every % 5] for n in range(count)]
        widths, facts = [2 * len(line) for line in lines], line_facts(lines)
        return partial(lines_in_print, lines, widths, [0] * (count - 1), [(40,)] * count, facts)

    check_growth(work, LINES)


def test_pages_that_each_hide_the_head_of_the_next() -> None:
    """Three pages begin alike only when the head of those before them is gone: a chain as long as the document."""

    def work(pages: int) -> Callable[[], object]:
        names = [f"某书{chr(0x4E00 + n)}" for n in range(pages // 2 + 1)]
        heads = [head for n in range(pages // 2) for head in (names[n], f"{names[n]}\n{names[n + 1]}")]
        string = "\n\f".join(f"{head}\n第{n}页。" for n, head in enumerate([names[0], *heads]))
        return partial(PageFurniture().edits, Text(string))

    check_growth(work, PAGES_OF_A_BOOK // 2)


def test_pages_of_short_paragraphs() -> None:
    """Where a page does not show that it is one of columns, how wide the document is was counted before."""
    talk = ["“你怎么找到这里来的？”", "他没有回答，只是笑。", "“山上的雪都化了。”", "她点了点头，走了。"]
    full = "傍晚的时候两个人一起走到河边的茶馆里坐下来要了一壶茶，谁也没有先开口说起那"
    page = [full, "件事情。", *talk * 2] * 3

    def work(pages: int) -> Callable[[], object]:
        string = "\n\f".join(["\n".join(page)] * pages)
        return lambda: Layout(string).forms

    check_growth(work, PAGES_OF_A_BOOK // 5)


def test_pages_that_lost_a_line() -> None:
    """What is known of the lines of one page is picked out of its own lines, not out of those of the whole document."""

    def work(pages: int) -> Callable[[], object]:
        lines = ["某书", "一个短的标题", "第一行的字。", "第二行的字。"]
        layout = Layout("\n".join(lines * pages))
        layout.facts(layout.solid, lines * pages)
        left = [[first, first + 2, first + 3] for first in range(0, 4 * pages, 4)]
        assert layout.candidates_of(left[0]) == [layout.candidates[n] for n in left[0]]

        def run() -> None:
            for numbers in left:
                layout.candidates_of(numbers)
                layout.facts(numbers, [lines[n % 4] for n in numbers])

        return run

    check_growth(work, PAGES_OF_A_BOOK // 2)


# What is looked for once a line or once a bracket costs little in a short text, however long the search: characters.
_IN_LONG_TEXTS = {
    "broken-line": ("他说起当时在那里看见的事abcde-\nfghi的时候，大家都说好。\n", 20_000),
    "letter-spacing": ("（活 动 公 布 了）的", 20_000),
    "mojibake": ("文「ä¸\xadæ–‡」", 200_000),
}


@pytest.mark.parametrize("name", _IN_LONG_TEXTS)
def test_a_rule_in_a_long_text(name: str) -> None:
    """Hyphens at the ends of lines; spread brackets, and mojibake in quotes, in a single line."""
    unit, size = _IN_LONG_TEXTS[name]

    def work(size: int) -> Callable[[], object]:
        text = Text.of_form(repeated(unit, size), Form.COLUMNS)
        assert text.signs  # asked for once a text
        return partial(get_rule(name).edits, text)

    check_growth(work, size)


@pytest.mark.parametrize("profile", CLEANERS)
@pytest.mark.parametrize("name", UNITS)
def test_hostile_texts(name: str, profile: str) -> None:
    check_growth(partial(cleaning, CLEANERS[profile], UNITS[name]))


@pytest.mark.parametrize("name", UNITS)
def test_traces_and_blocks(name: str) -> None:
    def work(size: int) -> Callable[[], object]:
        text = repeated(UNITS[name], size)

        def run() -> None:
            CLEANERS["page"].trace(text).revert()
            CLEANERS["page"].blocks(text)

        return run

    check_growth(work)


@pytest.mark.parametrize("unit", ["的", "的 ", "“", "（", "\n", " ", "\u0301", "1", "a"])
def test_a_long_line_is_cleaned(unit: str) -> None:
    text = repeated(unit, 1_000_000)
    assert cleantext.clean(cleantext.clean(text)) == cleantext.clean(text)


@pytest.fixture
def spend(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """A clock that the work moves, on a machine where every fourth call is made longer by something else."""
    clock = [0.0]
    bursts = cycle((0.0, 0.0, 0.0, 3.0))

    def spend(seconds: float) -> None:
        clock[0] += seconds + next(bursts)

    monkeypatch.setattr(hostile.time, "process_time", lambda: clock[0])
    monkeypatch.setattr(hostile.time, "sleep", lambda _: None)
    return spend


def test_growth_is_seen(spend: Callable[[float], None]) -> None:
    def growing(power: float, size: int) -> Callable[[], object]:
        return lambda: spend((size / SIZE) ** power)

    check_growth(partial(growing, 1))
    check_growth(partial(growing, 1.5))
    for power in (1.6, 2, 3):
        with pytest.raises(AssertionError, match="twice the text took"):
            check_growth(partial(growing, power))


def test_growth_that_begins_late_is_seen(spend: Callable[[float], None]) -> None:
    """Squares behind much linear work: they rule at the second doubling more than at the first."""

    def growing(share: float, size: int) -> Callable[[], object]:
        return lambda: spend(size / SIZE + share * (size / SIZE) ** 2)

    check_growth(partial(growing, 0.5))
    with pytest.raises(AssertionError, match="twice the text took"):
        check_growth(partial(growing, 1.1))


def test_a_single_step_is_no_growth(spend: Callable[[float], None]) -> None:
    check_growth(lambda size: lambda: spend(size / SIZE + 2 * (size > SIZE)))
    with pytest.raises(AssertionError, match="twice the text took"):
        check_growth(lambda size: lambda: spend(size / SIZE + 2 * (size > SIZE) + 20 * (size > 2 * SIZE)))


def test_a_noisy_minute_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the host of the machine takes for itself counts as our time, until the pauses have let it pass."""
    clock, waited = [0.0], [0.0]
    monkeypatch.setattr(hostile.time, "process_time", lambda: clock[0])
    monkeypatch.setattr(hostile.time, "sleep", lambda seconds: waited.append(waited[-1] + seconds))

    def growing(power: float, size: int) -> Callable[[], object]:
        def work() -> None:
            stolen = 2.0 if waited[-1] < 1 and size > SIZE else 1.0
            clock[0] += stolen * (size / SIZE) ** power

        return work

    check_growth(partial(growing, 1))
    assert waited[-1] > 1
    with pytest.raises(AssertionError, match="twice the text took"):
        check_growth(partial(growing, 2))
