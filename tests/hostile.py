"""Long texts that punish quadratic rules, and the test that time grows with the text and no faster."""

import gc
import time
from collections.abc import Callable
from functools import cache

from cleantext import Form
from cleantext._layout.lines import Layout

UNITS = {
    "one character": "的",
    "spaces": " ",
    "ideographic spaces": "\u3000",
    "tabs": "\t",
    "line feeds": "\n",
    "lines of spaces": "  \n",
    "lines of one character": "的\n",
    "form feeds": "\f",
    "open brackets": "（",
    "closing brackets": "）",
    "open quotes": "“",
    "straight quotes": '"',
    "unclosed quotes": "“的",
    "nested brackets": "（《“",
    "letter-spaced": "的 ",
    "letter-spaced marks": "的 ，",
    "words set apart by wide gaps and by single ones": "总　则 王 明 李 丽 的\n",
    "other spaces between gaps": "的  \u202f  一\n",
    "digits": "1",
    "broken numbers": "1 . ",
    "digits and spaces": "1 ",
    "full-width digits": "１",
    "dots": ".",
    "full stops": "。",
    "dashes": "—",
    "hyphens": "-",
    "light lines": "─ ",
    "commas": ",",
    "Latin": "a",
    "Latin words": "ab ",
    "Han and Latin": "的a ",
    "combining marks": "\u0301",
    "letters with marks": "e\u0301",
    "radicals": "⼀",
    "compatibility": "\uf967",
    "zero width": "\u200b",
    "soft hyphens": "\u00ad",
    "surrogates": "\ud800",
    "NULs": "\0",
    "bullets": "■ ",
    "datelines": "本报讯 （记者 王培源） ",
    "bylines": "■ 本 报 记 者  胡磊 ",
    "byline words": "记者",
    "captions": "工人们将白菜打包装车",
    "captions on lines": "工人们将白菜打包装车\n",
    "numbered lines": "一、的\n",
    "column lines": "的一是在人有我他这个中来上大\n",
    "column lines and blank ones": "的一是在人有我他这个中来上大\n\n",
    "indented lines": "　　的一是在，\n的一是在人有。\n",
    "ampersands": "&",
    "URLs": "https://a.cn/",
    "lines that begin with a mark": "的一是在人有我\n，",
}
MAX_GROWTH = 3.0  # of the time when the text doubles; 2 is linear
SIZE = 12_000
# Under these seconds a measurement is noise; nothing quadratic stays under them with two times SIZE characters.
_NOISE = 0.004
# Seconds before each round: what else the machine does, or its host, may last a while and counts as our time.
_PAUSES = (0, 0, 0, 0.1, 0.2, 0.5, 1.0, 2.0)


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of one call, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
        if best < _NOISE:
            break
    return best


def growth(small: Callable[[], object], large: Callable[[], object]) -> float:
    """Return how many times as long as the small work the large one takes; 0 where it is too short to be measured.

    A burst on the machine only ever makes a call longer. So the shortest times of all rounds are compared, the two are
    measured in turn, and a ratio that is too high is looked at again after longer and longer pauses.
    """
    short = long = float("inf")
    for pause in _PAUSES:
        if pause:
            time.sleep(pause)
        long = min(long, seconds(large))
        if long < _NOISE:
            return 0.0
        short = min(short, seconds(small))
        if long < MAX_GROWTH * short:
            break
    return long / short


def check_growth(prepare: Callable[[int], Callable[[], object]], size: int = SIZE) -> None:
    """Assert that time grows less than three times when the text doubles.

    `prepare` returns the work over a text of so many characters. Where the time of one doubling is three times as long,
    a second doubling is the witness: what is quadratic takes four times as long at each (and the more the longer the
    text), while memory that no longer fits a cache, or is asked from the system anew, is one step.
    """
    works = [prepare(size), prepare(2 * size)]
    gc.disable()
    try:
        first = growth(*works)
        if first < MAX_GROWTH:
            return
        works.append(prepare(4 * size))
        second = growth(*works[1:])
    finally:
        gc.enable()
    assert second < MAX_GROWTH, f"twice the text took {first:.1f} times as long, and twice that {second:.1f} times"


def repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


@cache
def layout(unit: str, size: int, form: Form) -> Layout:
    """Return the layout of a text, measured once for all rules."""
    return Layout.of_form(repeated(unit, size), form)
