"""What kind of block a cleaned block is, and by what evidence."""

import re
from collections.abc import Sequence

from cleantext._layout.chars import BEGIN, BULLETS, END, begin_class, end_class
from cleantext._layout.cues import BYLINE_RE, JUMP_RE, begin_cue
from cleantext._layout.forms import Form

KINDS = ("headline", "subhead", "byline", "paragraph", "caption", "notice", "item", "verse", "table", "furniture")

_STOPPED = frozenset(END[n] for n in ("STOP", "STOP_CLOSED"))
_PICTURE_RE = re.compile("(?:摄|攝|供[图圖]|制[图圖]|製圖)[）)]?。?$")
_PICTURED_RE = re.compile("^(?:[上下左右]?[图圖][为為]|[（(]?[上下左右][图圖])")
_INSIDE_STOP_RE = re.compile("[。！？；](?!$)")
_MARKS_RE = re.compile("[，。；]")
_CELLS_RE = re.compile(r"\t|\|.*\||.+ {2,}.+ {2,}.+")
_MAX_HEAD = 45  # code points of a headline
_MAX_BYLINE = 50


def kinds_of(blocks: Sequence[str], forms: Sequence[Form]) -> list[str]:
    """Return the kind of each block of a page.

    Args:
        blocks: the cleaned blocks in order, without white space at their ends.
        forms: the form of the region that each stands in.

    >>> kinds_of(["“小易”的新年首秀", "■ 本报记者 赵艳君", "天很蓝，云很白。"], [Form.COLUMNS] * 3)
    ['headline', 'byline', 'paragraph']
    """
    kinds = [_alone(text, form) for text, form in zip(blocks, forms, strict=True)]
    _part_heads(blocks, kinds)
    return kinds


def _alone(text: str, form: Form) -> str:
    """Return the kind that a block shows by itself; `head` is parted later into headlines and subheads."""
    if JUMP_RE.fullmatch(text):
        return "notice"
    if form is Form.LINES:
        return "table" if _CELLS_RE.search(text) else "item" if begin_cue(text) == BEGIN["ITEM"] else "verse"
    cue = begin_cue(text)
    if cue == BEGIN["BYLINE"] and len(text) <= _MAX_BYLINE and end_class(text) not in _STOPPED:
        return "byline"
    if len(text) > 6 and (_PICTURE_RE.search(text) or _PICTURED_RE.match(text)) and len(text) < 120:
        return "byline" if _is_credit_only(text) else "caption"
    if cue == BEGIN["ITEM"]:
        return "item"
    if end_class(text) in _STOPPED or len(text) > _MAX_HEAD or _INSIDE_STOP_RE.search(text):
        return "paragraph"
    if end_class(text) in (END["COLON"], END["COMMA"], END["SEMICOLON"], END["ELLIPSIS"]):
        return "paragraph"
    return "head"


def _is_credit_only(text: str) -> bool:
    """Tell a credit line (`本报记者 高田 摄`) from a caption that ends in one."""
    return BYLINE_RE.match(text.lstrip(BULLETS + " ")) is not None and not _MARKS_RE.search(text)


def _part_heads(blocks: Sequence[str], kinds: list[str]) -> None:
    """Part runs of heads: the longest of a run is the headline, a head between paragraphs of one article a subhead."""
    i = 0
    while i < len(kinds):
        if kinds[i] != "head":
            i += 1
            continue
        j = i
        while j < len(kinds) and kinds[j] == "head":
            j += 1
        before = kinds[i - 1] if i else ""
        after = kinds[j] if j < len(kinds) else ""
        starts_article = after == "byline" or (j < len(blocks) and begin_cue(blocks[j]) == BEGIN["DATELINE"])
        run = range(i, j)
        main = max(run, key=lambda k: (not _is_subtitle(blocks[k]), min(len(blocks[k]), 16), -k))
        if len(run) == 1 and before in ("paragraph", "item", "verse") and after in ("paragraph", "item") and not starts_article:
            main = -1
        for k in run:
            kinds[k] = "headline" if k == main else "subhead"
        i = j


def _is_subtitle(text: str) -> bool:
    return begin_class(text) == BEGIN["DASH"] or len(text) <= 5


