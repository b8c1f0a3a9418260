"""A page report read back: its marks, its two panes as text, and all that a browser would fetch or run."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "input", "br", "img", "link"}
CODES = ("title", "U+")


@dataclass
class Pane:
    """The text of one cell, names of characters turned back into the characters."""

    text: str = ""
    lines: list[int] = field(default_factory=list)
    kind: str = ""


class Page(HTMLParser):
    """What stands in a report.

    >>> Page('<section class="row"><div class="src"><mark data-rule="a">x</mark></div></section>').marks
    ['a']
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.marks: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.sources: list[Pane] = []
        self.results: list[Pane] = []
        self.contents: dict[str, list[str]] = {"style": [], "script": [], "title": [], "h1": [], "li": []}
        self._open: list[str] = []
        self._pane: Pane | None = None
        self._depth = 0
        self._named: str | None = None
        self._kind = ""
        self.feed(html)
        self.close()
        assert self._open == [], "tags that are not closed"

    @property
    def source(self) -> str:
        """The text of the left pane, its line ends as line feeds."""
        return "".join(pane.text for pane in self.sources).replace("\r\n", "\n").replace("\r", "\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in values.items()]
        if tag not in VOID:
            self._open.append(tag)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a":
            self.links.append(values["href"])
        if tag == "article":
            self._kind = values["class"].removeprefix("k-")
        if tag in self.contents:
            self.contents[tag].append("")
        if values.get("class") == "src" or (tag == "p" and "article" in self._open):
            self._pane, self._depth = Pane(kind=self._kind), len(self._open)
            (self.sources if tag == "div" else self.results).append(self._pane)
        elif self._pane is not None:
            if tag == "mark":
                self.marks.append(values["data-rule"])
            elif tag == "i":
                self._pane.lines.append(int(values["data-n"]))
            elif tag == "b" and values["class"] == "v":
                self._named = chr(int(values["title"].removeprefix("U+"), 16))
            elif tag == "a":
                self._named = ""

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1] == tag, f"</{tag}> where </{self._open[-1]}> is due"
        if self._pane is not None:
            if len(self._open) == self._depth:
                self._pane = None
            elif tag in ("b", "a") and self._named is not None:
                self._pane.text += self._named
                self._named = None
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for tag in self._open:
            if tag in self.contents:
                self.contents[tag][-1] += data
        if self._pane is not None and self._named is None:
            self._pane.text += data
