"""Clean texts of one size, and print what it took as JSON:  growth_work.py SERIES SIZE"""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import texts
from cleantext import Cleaner

_PAGE_LINES = 30  # of a page of the two series of pages: a hundred thousand of them are to fit into memory


class Taken(NamedTuple):
    """What a run took.

    Attributes:
        characters: of all texts.
        own_bytes: what the texts themselves take in memory, as Python holds them.
        seconds: of the processor.
        peak_bytes: the most that the process held while cleaning, over what it held before.
    """

    characters: int
    own_bytes: int
    seconds: float
    peak_bytes: int


def one_text(size: int) -> str:
    """Return the seed pages again and again, as a text of so many bytes of UTF-8, cut at its end."""
    unit = texts.document(1)
    count, rest = divmod(size, len(unit.encode()))
    return unit * count + unit.encode()[:rest].decode("utf-8", "ignore")


def one_paragraph(size: int) -> str:
    """Return a paragraph with nothing to do of so many bytes of UTF-8."""
    (unit,) = texts.long_paragraph()
    count, rest = divmod(size, len(unit.encode()))
    return unit * count + unit.encode()[:rest].decode("utf-8", "ignore")


def pages(count: int) -> Iterator[str]:
    """Yield so many short pages, each with its number at the top."""
    lines = "".join(texts.seed_pages()).split("\n")
    for number in range(count):
        at = number * _PAGE_LINES % (len(lines) - _PAGE_LINES)
        yield "\n".join([f"第{number + 1}版", "", *lines[at : at + _PAGE_LINES], ""])


def _peak() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _taken(work: Callable[[], object], sizes: list[tuple[int, int]]) -> Taken:
    Cleaner().clean(texts.seed_pages()[0])  # loads rules and compiles patterns
    before, start = _peak(), time.process_time()
    work()
    seconds = time.process_time() - start
    return Taken(sum(n for n, _ in sizes), sum(own for _, own in sizes), seconds, _peak() - before)


def _size(text: str) -> tuple[int, int]:
    return len(text), sys.getsizeof(text)


def run(series: str, size: int) -> Taken:
    """Clean a text of so many bytes, or so many pages, and return what it took."""
    cleaner = Cleaner()
    if series in ("one text", "one paragraph"):
        text = one_text(size) if series == "one text" else one_paragraph(size)
        return _taken(lambda: cleaner.clean(text), [_size(text)])
    if series == "many calls":

        def work() -> None:
            for page in pages(size):
                cleaner.clean(page)

        return _taken(work, [_size(page) for page in pages(size)])
    given = list(pages(size))
    return _taken(lambda: cleaner.clean_pages(given), [_size(page) for page in given])


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1], int(sys.argv[2]))._asdict()))
