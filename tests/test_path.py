"""The search for the cheapest path, and how sure it is, against all possible readings of short pages."""

import random
from dataclasses import replace
from itertools import pairwise, product
from types import SimpleNamespace

import pytest

from cleantext._data import costs
from cleantext._layout.facts import SPACES, contents_of
from cleantext._layout.lines import Layout
from cleantext._paragraphs.families import BUCKETS, LINE_AT, SEAM_AT, bucket
from cleantext._paragraphs.features import Features, extract
from cleantext._paragraphs.margins import margins
from cleantext._paragraphs.search import best
from cleantext._paragraphs.tables import CAUTION_BARE, SURE, TABLES, Tables, glyphs
from cleantext._text import Text
from corpora import REPO
from corpora import read as read_file

SEEDS = sorted((REPO / "seeds").glob("*.txt"))
LINES = 6
BARE_AND_SHORT = range(SEAM_AT["bare"] + 4, SEAM_AT["bare"] + 10)


def short_pages(count: int, size: int = LINES) -> list[str]:
    """Return pieces of seed pages, with lines of many widths one behind the other."""
    chance = random.Random(4)
    pages = [read_file(path).split("\n") for path in SEEDS]
    made = []
    for number in range(count):
        lines = chance.choice(pages)
        at = chance.randrange(len(lines) - size)
        chosen = lines[at : at + size]
        if number % 2:  # as wild as can be
            chosen = [line[: chance.randrange(1, 30)] for line in chance.sample(lines, size)]
        made.append("\n".join(chosen))
    return [page for page in made if sum(1 for line in page.split("\n") if line.strip(SPACES)) > 1]


def wild(chance: random.Random) -> SimpleNamespace:
    """Return costs under which another width is cheap and every role has its day."""
    names = {name: getattr(costs, name) for name in ("LINE", "SEAM")}
    roles = [[tuple(chance.randrange(2000) for _ in range(BUCKETS)) for _ in range(4)] for _ in range(4)]
    width = tuple(map(tuple, roles))
    rank = tuple(chance.randrange(300) for _ in range(3))
    inside, end = chance.randrange(900), chance.randrange(400)
    return SimpleNamespace(WIDTH=width, RANK=rank, SWITCH_INSIDE=inside, SWITCH_END=end, **names)


def read(page: str, tables: Tables) -> tuple[Features, list[tuple[int, ...]]]:
    """Return the features of a page, and for each seam the places of what it shows in the table of costs."""
    lines, places = page.split("\n"), []
    numbers = [i for i, line in enumerate(lines) if line.strip(SPACES)]
    return extract(contents_of(lines, numbers), Layout(page), numbers, tables, places), places


def cost(f: Features, places: list[tuple[int, ...]], joined: tuple[bool, ...], columns: tuple[int, ...]) -> int:
    """Add up the cost of one reading as the model has it: the table of costs, nothing made ready."""
    seams = (False, *joined, False)
    total = sum(line(f, i, choice, seams[i], seams[i + 1]) for i, choice in enumerate(columns))
    return total + sum(seam(f, places, i, a, b, joined[i]) for i, (a, b) in enumerate(pairwise(columns)))


def line(f: Features, i: int, choice: int, is_open: bool, goes_on: bool) -> int:
    """Return what a line costs in a role and with a width."""
    costs, role = f.tables.costs, is_open * 2 + goes_on
    difference, by_width = f.widths[i] - f.candidates[i][choice], costs.WIDTH[f.habit][role]
    width = by_width[bucket(difference)]
    room = difference + abs(f.pull[i])
    if goes_on and difference < 0 and (room >= 0 or f.pull[i] > 0 or not is_open):
        width = min(width, by_width[bucket(min(0, room))])  # what the next line begins with may not have fitted
    places = list(f.looks[i].places)
    if f.widths[i] <= 6:
        places.append(LINE_AT["glyphs"] + glyphs(f.widths[i]))
    look = sum(costs.LINE[place][role] for place in places)
    return look + width + costs.RANK[choice]


def seam(f: Features, places: list[tuple[int, ...]], i: int, a: int, b: int, is_joined: bool) -> int:
    """Return what the seam behind a line costs, between two widths."""
    costs, total = f.tables.costs, 0
    if abs(f.candidates[i][a] - f.candidates[i + 1][b]) > 1:
        total += costs.SWITCH_INSIDE if is_joined else costs.SWITCH_END
    if not is_joined and abs(f.seams[i]) == SURE:  # no doubt, whatever the table says
        total += f.seams[i]
    elif not is_joined:
        total += sum(costs.SEAM[place] for place in places[i]) - f.caution
        total -= CAUTION_BARE * any(place in BARE_AND_SHORT for place in places[i])
    return total


def lowest(f: Features, places: list[tuple[int, ...]], joined: list[bool] | None = None) -> int:
    """Return what the cheapest reading costs, of those that join these seams only: by a table, for longer pages."""
    last = len(f.numbers) - 1
    reached: dict[tuple[int, bool], int] = {}
    for i, columns in enumerate(f.candidates):
        now: dict[tuple[int, bool], int] = {}
        for choice, goes_on in product(range(len(columns)), (False, True)):
            if (i == last and goes_on) or (joined is not None and i < last and goes_on != joined[i]):
                continue
            ways = [total + seam(f, places, i - 1, a, choice, is_open) + line(f, i, choice, is_open, goes_on)
                    for (a, is_open), total in reached.items()]  # fmt: skip
            now[choice, goes_on] = min(ways) if i else line(f, 0, choice, False, goes_on)
        reached = now
    return min(reached.values())


def cheapest(f: Features, places: list[tuple[int, ...]]) -> dict[tuple[bool, ...], int]:
    """Return for each choice of seams what its best reading costs."""
    choices = list(product(*(range(len(c)) for c in f.candidates)))
    return {
        joined: min(cost(f, places, joined, columns) for columns in choices)
        for joined in product((False, True), repeat=len(f.numbers) - 1)
    }


COLUMNS = ((30,), (20,), (30, 20), (20, 30, 12), (31, 24), (12, 24, 30), (30, 12, 20))  # half em


def with_columns(f: Features, chance: random.Random) -> Features:
    """Return features whose lines may stand in several columns: short pages have none by themselves."""
    candidates: list[tuple[int, ...]] = []
    while len(candidates) < len(f.numbers):
        candidates += [chance.choice(COLUMNS)] * chance.randrange(1, 6)
    return replace(f, candidates=candidates[: len(f.numbers)])


@pytest.mark.parametrize(("number", "page"), list(enumerate(short_pages(300))))
def test_the_path_is_the_cheapest_of_all_readings(number: int, page: str) -> None:
    chance = random.Random(number)
    f, places = read(page, Tables(wild(chance)) if number % 3 == 1 else TABLES)
    f = with_columns(f, chance) if number % 3 else f
    readings = cheapest(f, places)
    assert readings[tuple(best(f))] == min(readings.values()) == lowest(f, places)
    for k, margin in enumerate(margins(f)):
        ended = min(c for joined, c in readings.items() if not joined[k])
        joined_to = min(c for joined, c in readings.items() if joined[k])
        # without the caution, which is no evidence
        difference = ended + f.caution - joined_to
        assert margin == max(0, difference if joined_to < ended else -difference)


@pytest.mark.parametrize(("number", "page"), list(enumerate(short_pages(150, 40))))
def test_the_path_over_many_lines_is_the_cheapest(number: int, page: str) -> None:
    """Long stretches of the same two and three widths, between which a change is cheap."""
    chance = random.Random(number)
    f, places = read(page, Tables(wild(chance)))
    f = with_columns(f, chance)
    assert lowest(f, places, best(f)) == lowest(f, places)


def test_a_text_with_fewer_lines_than_the_raw_page_has_a_path_too() -> None:
    page = "第一行的字，\n第二行的字，\n\n第三行的字。\n"
    for count in range(page.count("\n") + 1):
        text = Text(page.replace("\n", "", count), Layout(page))
        assert len(text.path.joined) == max(0, len(text.path.numbers) - 1)


def test_a_subhead_may_end_with_a_noun_whose_last_character_is_a_particle_elsewhere() -> None:
    body = (
        "连日来，全市各级各部门以安全生产\n月为契机，组织开展形式多样的宣传\n教育活动，普及安全知识，提升公众\n"
        "的安全意识和自救互救能力。据统计，\n共举办各类活动三百余场，发放资料\n两万余份。\n"
    )
    for subhead in ("一、坚持问题导向", "建设示范基地", "● 规范经营行为"):
        path = Text(f"{body}{subhead}\n{body}").path
        assert [not path.joined[5], not path.joined[6]] == [True, True], subhead


def test_what_a_line_had_no_room_for() -> None:
    """A Latin word, a number, a character with the mark behind it that cannot begin a line; no label of an item."""
    page = "河水漫过了石阶他看见\n说，渡船停在柳树底下\n完。”船夫坐在船头\n2024年的春天他补网\n一、旧网\n那张网破了"
    features, _ = read(page, TABLES)
    assert features.pull == [-3, -5, 3, 0, 0, 0]
    look, columns = features.looks[0], (24,)
    free, full, near = (look.step(width, 0, columns)[0] for width in (20, 24, 23))
    assert look.step(20, 3, columns)[0] == (free[0], min(free[1], near[1]), free[2], min(free[3], near[3])) != free
    assert look.step(20, -5, columns)[0] == (free[0], min(free[1], full[1]), free[2], min(free[3], full[3])) != free
    # four half em are more than a character and a mark leave free, but for those of an indent
    assert look.step(20, -3, columns)[0] == (free[0], min(free[1], near[1]), free[2], free[3])
