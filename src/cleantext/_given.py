"""What a cleaner is given, checked at once: a value of a wrong type is refused with what is right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleantext._decisions import Decisions  # few runs need them

__all__ = ["checked_decisions", "checked_pages", "checked_text"]


def checked_decisions(decisions: Decisions | None) -> Decisions | None:
    """Return the decisions, `None` where there are none.

    Raises:
        TypeError: they are something else.
    """
    if decisions is None:
        return None
    from cleantext._decisions import Decisions

    if isinstance(decisions, Decisions):
        return decisions
    raise TypeError(f"decisions is {decisions!r}; make them with cleantext.Decisions, or read them by its loads()")


def checked_text(text: str) -> str:
    """Return the text.

    Raises:
        TypeError: it is no `str`.
    """
    if isinstance(text, str):
        return text
    if isinstance(text, bytes | bytearray):
        raise TypeError("clean() takes a str, not bytes; make one with cleantext.decode(data).text")
    raise TypeError(f"clean() takes a str, not {type(text).__name__}; clean the items of a collection one by one")


def checked_pages(pages: Iterable[str]) -> list[str]:
    """Return the pages as a list.

    Raises:
        TypeError: they are one `str`, or one of them is no `str`.
    """
    if isinstance(pages, str | bytes | bytearray):
        kind = type(pages).__name__
        raise TypeError(f"clean_pages() takes the pages as a list of str, not one {kind}; clean() takes a single page")
    return [checked_text(page) for page in pages]
