"""Blocks as Markdown and JSON. The text form of a cleaned text is what `Cleaner.clean` returns."""

from collections.abc import Sequence
from itertools import groupby

from cleantext._block import Block
from cleantext._layout.pattern import pattern

FORMATS = ("text", "markdown", "json")

JSON_VERSION = 1
"""Goes up when a field of the JSON changes its meaning or goes."""

_SPECIAL_RE = pattern(r"([\\`*_\[\]<>|~])")
_LINE_START_RE = pattern(r"(#{1,6}(?= |$)|[-+](?= )|[0-9]{1,9}(?=[.)] ))")


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
            pieces += [_PATTERNS.get(kind, "{}").format(_escaped(t)) for t in texts]
    return "\n\n".join(pieces) + "\n" if pieces else ""


_PATTERNS = {"headline": "## {}", "subhead": "### {}", "byline": "*{}*", "caption": "> {}"}


def _escaped(text: str) -> str:
    escaped: str = _SPECIAL_RE.sub(r"\\\1", text)
    start = _LINE_START_RE.match(escaped)
    if start and start[1][0] in "0123456789":
        return escaped[: start.end()] + "\\" + escaped[start.end() :]
    return "\\" + escaped if start else escaped


def to_json(blocks: Sequence[Block], file: str | None = None) -> str:
    """Return blocks as JSON: an object with a version and one object a block, in the order of the source.

    Args:
        blocks: those of one text.
        file: where one output has several texts, the name of this one; then the object has it, and stands in one line.

    >>> import json
    >>> from cleantext import Cleaner
    >>> data = json.loads(to_json(Cleaner().blocks("天很蓝，云很白。")))
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
    # lone surrogates cannot be written as UTF-8: they stay escapes, everything else is readable
    import json  # most runs write none

    head = {} if file is None else {"file": file}
    indent = 1 if file is None else None
    text = json.dumps({**head, "version": JSON_VERSION, "blocks": rows}, ensure_ascii=False, indent=indent)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
