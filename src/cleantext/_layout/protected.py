"""Spans of a text that a rule may enter, and spans that it may not: URLs, e-mail addresses, file paths, code."""

from collections.abc import Sequence
from itertools import compress, groupby
from typing import Protocol

from cleantext._layout.forms import Form
from cleantext._layout.lines import Layout

__all__ = ["form_spans", "is_address", "is_code"]

_CODE_CHARS = frozenset("`{}\\$<>|=#*_~^@")
"""Marks of code and markup; Chinese prose has next to none of them."""


class _Lined(Protocol):
    """What `form_spans` needs to know of a text."""

    string: str
    layout: Layout
    origins: Sequence[int] | None

    def starts(self) -> list[int]: ...


def form_spans(text: _Lined, *forms: Form) -> list[tuple[int, int]]:
    """Return the spans (code points, end exclusive) of the neighbouring lines that stand in one of these forms.

    A span ends at the line feed behind its last line, or at the end of the text; the empty list if there is none.

    >>> from cleantext._text import Text
    >>> form_spans(Text("一"), *Form)
    [(0, 1)]
    """
    found: Sequence[Form] = text.layout.forms
    if text.origins is not None:
        found = [found[line] for line in text.origins]
    wanted = sum(map(found.count, forms))
    if wanted == len(found):
        return [(0, len(text.string))]
    if not wanted:
        return []
    starts = text.starts()
    spans: list[tuple[int, int]] = []
    number = 0
    for is_wanted, run in groupby(form in forms for form in found):
        first, number = number, number + sum(1 for _ in run)
        if is_wanted:
            spans.append((starts[first], starts[number] - 1 if number < len(starts) else len(text.string)))
    return spans
