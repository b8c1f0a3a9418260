"""Replace what is left of HTML in Chinese text by its characters: `&ldquo;云时代&rdquo;` → `“云时代”`."""

from collections.abc import Sequence
from typing import ClassVar

from cleantext._data.classes import CJK_MARK, HAN, KANA, LETTER, NUMBER
from cleantext._frozen import frozen
from cleantext._layout.protected import has_address, is_address, is_code
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

_NAMED = {
    "amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": " ", "ensp": "\u2002", "emsp": "\u2003",
    "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "hellip": "…", "mdash": "—", "ndash": "–", "middot": "·",
    "bull": "•", "times": "×", "divide": "÷", "plusmn": "±", "deg": "°", "permil": "‰", "laquo": "«", "raquo": "»",
    "copy": "©", "reg": "®", "trade": "™", "yen": "¥", "pound": "£", "euro": "€", "sect": "§", "eacute": "é",
}  # fmt: skip
# `&amp;nbsp;` was escaped twice, and half undone it would be an entity again.
_ENTITY = f"&(?!amp;#?[A-Za-z0-9]{{1,12}};)(?:{'|'.join(_NAMED)}|#[0-9]{{2,6}}|#[xX][0-9A-Fa-f]{{2,5}});"
_ENTITY_RE = pattern(_ENTITY)
_CLUSTER_RE = pattern(f"(?:{_ENTITY})+")
_ANY_RE = pattern("&#?[A-Za-z0-9]{1,12};")
_TAG_RE = pattern("<[A-Za-z/!?]|&(?:lt|#60|#[xX]3[cC]);[A-Za-z/!?]")
_CHINESE_RE = pattern(f"[{HAN}{KANA}{CJK_MARK}]")
# By number: letters above ASCII and marks that are seen; what a reference is made of could make a new one.
_PLAIN_RE = pattern(f'[!"$-/:<-@\\[-`{{-~\xa1-\xac\xae-\xbf‐-‧‰-›※−≈≠≤≥{HAN}{KANA}{LETTER}{NUMBER}{CJK_MARK}]')
_ASCII_RE = pattern("[A-Za-z0-9#;&]")
_OPENING, _CLOSING = "“‘「『\"'`", "”’」』\"'`"
_SPOKEN_OF = frozenset(("", "<", ">", "&", '"', "'"))  # in quotes; dots and dashes there are a saying
_WORD_RE = pattern(f"[{HAN}{KANA}{LETTER}{NUMBER}]")
_SPACE_CODES = frozenset((0xA0, 0x20))


@frozen
class MarkupRemains:
    """Replace the character references of HTML that stand beside Chinese text by the characters; `&nbsp;` by a space.

    Leaves alone: a text with tags, or with tags that are escaped; lines that mean something as lines, and lines with
    marks of code; addresses of the web; what was escaped twice (`&amp;nbsp;`), references without Chinese beside them,
    names that are none; one that is spoken of, in quotes or with nothing beside it (`写成“&nbsp;”，&lt; 表示小于`).

    Source: HTML 4.01, character entity references; pages saved from the web.
    """

    name: ClassVar = "markup-remains"
    stage: ClassVar = Stage.CHARACTERS
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.SCRIPT
    remeasures: ClassVar = True
    after: ClassVar = ("mojibake",)
    signs: ClassVar = frozenset("&")
    summary: ClassVar = "replace character references of HTML beside Chinese text by the characters"
    examples: ClassVar = (
        Example("进入&ldquo;云时代&#8221;&hellip;&hellip;", "进入“云时代”……"),
        Example("研究&amp;开发&nbsp;中心", "研究&开发 中心"),
        Example("<p>研究&amp;开发</p>", why="a text with tags"),
        Example("空格写作&amp;nbsp;，R&amp;D", why="escaped twice, and no Chinese beside it"),
        Example("空格写成“&nbsp;”，&lt; 表示小于", why="the text speaks of them"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a run of references; a neighbour is taken in where a run is nothing but space."""
        string = text.string
        if not _ENTITY_RE.search(string) or _TAG_RE.search(string):
            return ()
        edits: list[Edit] = []
        for number, (offset, line) in enumerate(text.lines()):
            if "&" in line and text.form(number) is not Form.LINES and not is_code(_ANY_RE.sub("", line)):
                edits += _line_edits(line, offset)
        return edits


def _line_edits(line: str, offset: int) -> list[Edit]:
    """Return the edits of one line, which begins at `offset`."""
    edits: list[Edit] = []
    holds_address = has_address(line)
    for cluster in _CLUSTER_RE.finditer(line):
        start, end = cluster.span()
        if holds_address and is_address(line, start):
            continue
        after = _ENTITY_RE.sub(lambda entity: _character(entity[0]), cluster[0])
        if after == cluster[0] or not _is_beside_chinese(line, start, end, after) or _is_named(line, start, end, after):
            continue
        if not after.strip():
            # An edit that is nothing but space would lose a word to `apply`, so that a neighbour goes with it.
            if line[end : end + 1].strip():
                after, end = after + line[end], end + 1
            elif edits and edits[-1].end > offset + start - 1:
                last = edits.pop()
                start, after = last.start - offset, last.replacement + after
            elif line[start - 1 : start].strip():
                start, after = start - 1, line[start - 1] + after
        if len(line[start:end].split()) == len(after.split()) and after:
            edits.append(Edit(offset + start, offset + end, after))
    return edits


def _is_beside_chinese(line: str, start: int, end: int, after: str) -> bool:
    before = line[start - 1 : start] if start else ""
    return bool(_CHINESE_RE.match(before) or _CHINESE_RE.match(line, end) or _CHINESE_RE.search(after))


def _is_named(line: str, start: int, end: int, after: str) -> bool:
    """Tell whether a reference is spoken of: in quotes, or as a sign of markup with nothing beside it."""
    before, behind = line[start - 1 : start] if start else "", line[end : end + 1]
    if before and behind and before in _OPENING and behind in _CLOSING and after.strip() in _SPOKEN_OF:
        return True
    return after in ("<", ">", "&") and not (_WORD_RE.match(before) or _WORD_RE.match(behind) or before == " ")


def _character(entity: str) -> str:
    """Return what a reference stands for, or the reference where that is not certain."""
    name = entity[1:-1]
    if name in _NAMED:
        return _NAMED[name]
    code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    if code in _SPACE_CODES:
        return " "
    if code > 0x10FFFF:
        return entity
    character = chr(code)
    return character if _PLAIN_RE.match(character) and not _ASCII_RE.match(character) else entity


RULE = MarkupRemains()
