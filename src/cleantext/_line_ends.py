"""Line ends: line feeds on the way through the rules, those that the text had in the result."""

from cleantext._rule import Edit


def with_line_feeds(text: str) -> tuple[str, str]:
    r"""Return the text with line feeds, and the line end to give it back with: the one it has throughout, else `\n`."""
    if "\r" not in text:
        return text, "\n"
    string = text.replace("\r\n", "\n")
    if "\r" in string:
        line_end = "\r" if "\n" not in string else "\n"
        return string.replace("\r", "\n"), line_end
    return string, "\r\n" if text.count("\n") == text.count("\r\n") else "\n"


def with_line_ends(string: str, line_end: str) -> str:
    """Return a string of line feeds with another line end in their place."""
    return string if line_end == "\n" else string.replace("\n", line_end)


def line_end_edits(text: str) -> list[Edit]:
    """Return the edits that make line feeds of all line ends of a text."""
    return [
        Edit(i, i + 1, "") if text[i + 1 : i + 2] == "\n" else Edit(i, i + 1, "\n")
        for i, c in enumerate(text)
        if c == "\r"
    ]
