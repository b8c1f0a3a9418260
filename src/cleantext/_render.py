"""Blocks as Markdown and JSON. The text form of a cleaned text is what `Cleaner.clean` returns."""

from collections.abc import Sequence
from itertools import groupby

from cleantext._block import Block
from cleantext._json import to_json
from cleantext._layout.pattern import pattern

FORMATS = ("text", "markdown", "json")

JSON_VERSION = 1
"""Goes up when a field of the JSON changes its meaning or goes."""

_SPECIAL_RE = pattern(r"([\\`*_\[\]<>|~]|&(?=#?[0-9A-Za-z]+;))")
# a heading, an item (an empty one too), a rule or the line under a heading
_LINE_START_RE = pattern(r"(#{1,6}(?=[ \t]|$)|[-+](?=[ \t]|$)|-(?=[- \t]*$)|=(?==*$)|[0-9]{1,9}(?=[.)](?:[ \t]|$)))")


def to_markdown(blocks: Sequence[Block]) -> str:
    r"""Return blocks as Markdown: headings by kind, items as a list, verse with its line breaks, tables as they stand.

    >>> from cleantext import Cleaner
    >>> print(to_markdown(Cleaner().blocks("活动启动\n\n■ 本报记者 朱海波\n\n天很蓝，云很白。")), end="")
    ## 活动启动
    <BLANKLINE>
    *■ 本报记者 朱海波*
    <BLANKLINE>
    天很蓝，云很白。
    """
    pieces = []
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        texts = [block.text for block in run]
        if kind == "table":
            fence = "`" * max(3, 1 + max((t.count("`") for t in texts), default=0))
            pieces.append("\n".join([fence, *texts, fence]))
        elif kind == "verse":
            pieces.append("  \n".join(map(_escaped, texts)))
        elif kind == "item":
            pieces.append("\n".join("- " + _escaped(t) for t in texts))
        else:
            escaped = _heading if kind in ("headline", "subhead") else _escaped
            pieces += [_PATTERNS.get(kind, "{}").format(escaped(t)) for t in texts]
    return "\n\n".join(pieces) + "\n" if pieces else ""


_PATTERNS = {"headline": "## {}", "subhead": "### {}", "byline": "*{}*", "caption": "> {}"}


def _escaped(text: str) -> str:
    escaped: str = _SPECIAL_RE.sub(r"\\\1", text.strip(" \t"))  # Markdown takes a wide indent for code
    start = _LINE_START_RE.match(escaped)
    if start and start[1][0] in "0123456789":
        return escaped[: start.end()] + "\\" + escaped[start.end() :]
    return "\\" + escaped if start else escaped


def _heading(text: str) -> str:
    """Return a text escaped for a heading, whose end Markdown takes signs `#` from."""
    escaped = _escaped(text)
    before = escaped.rstrip("#")
    if before == escaped or before[-1:] not in ("", " ", "\t"):
        return escaped
    return before + "\\" + escaped[len(before) :]


def blocks_to_json(blocks: Sequence[Block], file: str | None = None) -> str:
    """Return blocks as JSON: an object with a version and one object a block, in the order of the source.

    Args:
        blocks: those of one text.
        file: where one output has several texts, the name of this one; then the object has it, and stands in one line.

    >>> import json
    >>> from cleantext import Cleaner
    >>> data = json.loads(blocks_to_json(Cleaner().blocks("天很蓝，云很白。")))
    >>> data["blocks"][0]["kind"], data["blocks"][0]["end"]
    ('paragraph', 8)
    """
    rows = [
        {
            "kind": block.kind,
            "form": block.form.name.lower(),
            "text": block.text,
            "start": block.start,
            "end": block.end,
            "page": block.page,
            "confidence": block.confidence,
        }
        for block in blocks
    ]
    head = {} if file is None else {"file": file}
    return to_json({**head, "version": JSON_VERSION, "blocks": rows}, indent=1 if file is None else None) + "\n"
