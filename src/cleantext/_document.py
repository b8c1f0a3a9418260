"""The pages of one issue or book as one document: joined by form feeds, and taken apart again."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from cleantext._block import Block

_SPACES = " \t\u3000\u00a0\v\ufeff"
_BLANK = _SPACES + "\n\f"


def clean_parts(pages: Sequence[str], clean: Callable[[str], str]) -> Iterator[tuple[list[int], list[str]]]:
    r"""Yield the numbers of the pages that were cleaned together, and what became of each.

    All pages are one part, and each blank one is a part of its own. Where a form feed was lost, so that nobody can say
    where a page ended, the pages are halved until it is there, at last each alone.

    Args:
        pages: line feeds as `\n`.
        clean: cleans a document whose pages end with a form feed.

    Cost: linear where no form feed is lost, else n log n.

    >>> list(clean_parts(["一。\n", "", "二。"], str.strip))
    [([1], ['']), ([0, 2], ['一。\n', '二。'])]
    """
    full = []
    for number, page in enumerate(pages):
        if page.strip(_BLANK):
            full.append(number)
        else:
            yield [number], [clean(page)]
    waiting = [full] if full else []
    while waiting:
        part = waiting.pop()
        chosen = [pages[i] for i in part]
        cleaned = [clean(chosen[0])] if len(chosen) == 1 else _taken_apart(clean(_joined(chosen)), chosen)
        if cleaned is not None:
            yield part, cleaned
        else:
            half = len(part) // 2
            waiting += [part[half:], part[:half]]


def blocks_of_part(pages: Sequence[str], blocks: Callable[[str], list[Block]]) -> list[list[Block]]:
    """Return the blocks of each of the pages that are cleaned together, their places counted from the page's start.

    A block that goes on over a page's end belongs to the page it began on, and its place ends there.
    """
    found: list[list[Block]] = [[] for _ in pages]
    if len(pages) == 1:
        found[0] = blocks(pages[0])
        return found
    document = _joined(pages)
    begins = [0, *accumulate(len(_with_end(page)) for page in pages)]
    for block in blocks(document):
        number = bisect_right(begins, block.start, 0, len(pages)) - 1
        # the form feeds that a page itself begins with are left out of the document
        shift = len(_feeds_before(pages[number])) - begins[number]
        end = min(block.end + shift, len(pages[number]))
        found[number].append(replace(block, start=block.start + shift, end=end))
    return found


def _feeds_before(page: str) -> str:
    return page[: len(page) - len(page.lstrip("\f"))]


def _with_end(page: str) -> str:
    """Return a page as it stands in the document: its end is one form feed, on a line of its own."""
    page = page.strip("\f")
    return page + ("\f" if page.endswith(("\n", "\r")) else "\n\f")


def _joined(pages: Sequence[str]) -> str:
    return "".join(map(_with_end, pages))[:-1]


def _taken_apart(cleaned: str, pages: Sequence[str]) -> list[str] | None:
    """Return what became of each page, or None where the form feeds do not show it."""
    pieces = cleaned.split("\f")
    own = [page.strip("\f").count("\f") for page in pages]  # form feeds inside a page stay there
    if len(pieces) != sum(own) + len(pages):
        return None
    out = []
    at = 0
    is_after_join = False
    for page, count in zip(pages, own, strict=True):
        body = page.strip("\f")
        piece = "\f".join(pieces[at : at + count + 1])
        at += count + 1
        if is_after_join:
            piece = piece.lstrip("\n")
        content = piece.rstrip("\n")
        # the form feed stands directly behind a paragraph that went on over the page's end
        is_after_join = piece == content and at < len(pieces)
        if content.strip(_BLANK):
            wanted = len(body) - len(body.rstrip(_BLANK))
            ends = min(body.count("\n", len(body) - wanted), max(1, len(piece) - len(content)))
            content += "\n" * ends
        else:
            content = ""
        behind = page[len(page.rstrip("\f")) :]
        out.append(_feeds_before(page) + content + behind)
    return out
