"""The texts that speed is measured on."""

from functools import cache
from pathlib import Path

from cleantext import Cleaner

REPO = Path(__file__).parent.parent
SHARED = REPO.parent / "shared"
STRING_CHARS = 200
LONG_BYTES = 10_000_000


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


@cache
def seed_pages() -> tuple[str, ...]:
    """The five pages in `seeds/`."""
    return tuple(_read(path) for path in sorted((REPO / "seeds").glob("*.txt")))


@cache
def shared_pages() -> tuple[str, ...]:
    """The raw texts of the labelled pages beside the repository; none where they are not there."""
    return tuple(_read(path) for path in sorted((SHARED / "pages").glob("*/raw.txt")))


@cache
def short_strings() -> tuple[str, ...]:
    """The seed pages cut into strings of 200 characters."""
    starts = range(0, min(map(len, seed_pages())), STRING_CHARS)
    strings = (page[at : at + STRING_CHARS] for page in seed_pages() for at in starts)
    return tuple(string for string in strings if len(string) == STRING_CHARS)


@cache
def paragraphs() -> tuple[str, ...]:
    """The paragraphs of the cleaned seed pages, each a text with nothing to do."""
    blocks = (block for page in seed_pages() for block in Cleaner().blocks(page))
    return tuple(block.text for block in blocks if block.kind == "paragraph")


@cache
def long_paragraph() -> tuple[str, ...]:
    """One paragraph as long as the seed pages with nothing to do: theirs, set one after the other."""
    return ("".join(paragraphs()),)


def document(size_bytes: int) -> str:
    """Return the seed pages again and again, each ended by a form feed, as one text of about so many bytes of UTF-8."""
    unit = "".join(page + "\f" for page in seed_pages())
    return unit * max(1, round(size_bytes / len(unit.encode())))


@cache
def long_text() -> tuple[str, ...]:
    """One text of 10 MB."""
    return (document(LONG_BYTES),)


@cache
def simplified_pages() -> tuple[str, ...]:
    """The cleaned seed pages: what script conversion sees, simplified already."""
    return tuple(Cleaner().clean(page) for page in seed_pages())
