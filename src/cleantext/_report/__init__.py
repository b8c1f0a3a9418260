"""The page report: what was done to a text, as one HTML file to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cleantext._cleaner import Cleaner

if TYPE_CHECKING:
    from cleantext._profile import Profile

__all__ = ["html_report"]


def html_report(text: str, cleaner: Cleaner | str | Profile = "page", *, title: str = "") -> str:
    """Return a page of HTML that shows a text as it was beside its cleaned blocks, with every change marked.

    The page fetches nothing, can be read without scripts, and treats the text as text. It has no lone surrogates, so
    it can be written as UTF-8.

    Args:
        text: as for `Cleaner.clean`.
        cleaner: a `Cleaner`, a `Profile` or the name of one.
        title: its heading, such as the name of the file.

    Raises:
        TypeError: `text` is no `str`.
        UnknownProfileError: there is no such profile.

    >>> page = html_report("２０２３年，⽂化", title="第1版")
    >>> page.count("<mark "), 'data-rule="radical-form"' in page
    (2, True)
    """
    from cleantext._report.page import page

    return page(text, cleaner if isinstance(cleaner, Cleaner) else Cleaner(cleaner), title)
