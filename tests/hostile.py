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
_TRIES = 6


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


def check_growth(prepare: Callable[[int], Callable[[], object]], size: int = SIZE) -> None:
    """Assert that twice the text takes less than three times as long.

    `prepare` returns the work over a text of so many characters. A burst on the machine only ever makes a call longer,
    so the shortest times of all rounds are compared, and there are several rounds before a failure.
    """
    small, large = prepare(size), prepare(2 * size)
    short = long = float("inf")
    gc.disable()
    try:
        for _ in range(_TRIES):
            long = min(long, seconds(large))
            if long < _NOISE:
                return
            short = min(short, seconds(small))
            if long < MAX_GROWTH * short:
                return
    finally:
        gc.enable()
    raise AssertionError(f"twice the text took {long / short:.1f} times as long")


def repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


@cache
def layout(unit: str, size: int, form: Form) -> Layout:
    """Return the layout of a text, measured once for all rules."""
    return Layout.of_form(repeated(unit, size), form)
