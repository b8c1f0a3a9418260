"""Line ends: line feeds on the way through the rules, those that the text had in the result."""

from typing import Final

from cleantext._layout.facts import SPACES
from cleantext._layout.pattern import pattern
from cleantext._rule import Edit

_SPACES: Final = SPACES.replace("\f", "")
_INNER_RE: Final = pattern("\f(?<=[^\n\r\f].)")  # most form feeds begin a line, and are found by this at once
_FEED_RE: Final = pattern(f"(?<=[^{_SPACES}\f\n\r])[{_SPACES}]*+\f(?=[{_SPACES}\f]*+[^{_SPACES}\f\n\r])")


def with_line_feeds(text: str) -> tuple[str, str]:
    r"""Return the text with line feeds, and the line end to give it back with: the one it has throughout, else `\n`.

    A form feed ends a page, and so a line: where it stands between two pieces of text, a line feed is put before it.

    >>> with_line_feeds("一。\r\n二。\f三。")
    ('一。\n二。\n\x0c三。', '\r\n')
    """
    string, line_end = text, "\n"
    if "\r" in text:
        string = text.replace("\r\n", "\n")
        if "\r" in string:
            line_end = "\r" if "\n" not in string else "\n"
            string = string.replace("\r", "\n")
        elif text.count("\n") == text.count("\r\n"):
            line_end = "\r\n"
    if _INNER_RE.search(string):  # sooner than to ask whether there is one: a comma has the same low byte
        string = _FEED_RE.sub(lambda feed: f"{feed[0][:-1]}\n\f", string)
    return string, line_end


def with_line_ends(string: str, line_end: str) -> str:
    """Return a string of line feeds with another line end in their place."""
    return string if line_end == "\n" else string.replace("\n", line_end)


def line_end_edits(text: str) -> list[Edit]:
    """Return the edits by which `with_line_feeds` makes its string of a text, in order."""
    edits: list[Edit] = []
    if "\r" in text:
        edits = [
            Edit(i, i + 1, "") if text[i + 1 : i + 2] == "\n" else Edit(i, i + 1, "\n")
            for i, c in enumerate(text)
            if c == "\r"
        ]
    if _INNER_RE.search(text):
        edits = sorted([*edits, *(Edit(feed.end() - 1, feed.end() - 1, "\n") for feed in _FEED_RE.finditer(text))])
    return edits
