"""What kind of block a cleaned block is, and by what evidence."""

from collections.abc import Sequence
from typing import Final

from cleantext._layout.chars import BEGIN, BULLETS, END, STOPPED, begin_class, end_class
from cleantext._layout.cues import BYLINE_RE, JUMP_RE, PICTURED_RE, OwnCues, begin_cue
from cleantext._layout.forms import Form
from cleantext._layout.pattern import pattern

KINDS: Final = (
    "headline",
    "subhead",
    "byline",
    "paragraph",
    "caption",
    "notice",
    "item",
    "verse",
    "table",
    "furniture",
)

_PICTURE_RE: Final = pattern("(?:摄|攝|供[图圖]|制[图圖]|製圖)[）)]?。?$")
_BESIDE_RE: Final = pattern("[（(]?[上下左右][图圖]")  # too loose for the beginning of a line; a block is one by it
_INSIDE_STOP_RE: Final = pattern("[。！？；](?!$)")
_MARKS_RE: Final = pattern("[，。；]")
_VERSE_RE: Final = pattern(
    "([\u3400-\u9fff]{3,9})[，、；：？！]([\u3400-\u9fff]{3,9})[。，！？；]?|[\u3400-\u9fff]{4,7}[，。！？；]?"
)
_CONTACT_RE: Final = pattern("电话|電話|热线|熱線|邮箱|郵箱|https?://|www\\.|@|咨询|諮詢|报名|報名|登录|登錄|地址")
_ENUMERATED_RE: Final = pattern("第[一二三四五六七八九十]{1,3}[，,]")
_NAME_RE: Final = pattern("[\u3400-\u9fff]{2,4}")
_FIGURES_RE: Final = pattern("[0-9].* ")
_CELLS_RE: Final = pattern(r"\t|\|.*\||.+ {2,}.+ {2,}.+")
_MAX_HEAD: Final = 45  # code points of a headline
_MAX_BYLINE: Final = 50
_MAX_ITEM: Final = 60  # code points; what is longer is a paragraph with a number
_MIN_VERSES: Final = 3
_MAX_KICKER: Final = 8


def kinds_of(
    blocks: Sequence[str], forms: Sequence[Form], captions: Sequence[int] = (), own: OwnCues | None = None
) -> list[str]:
    """Return the kind of each block of a page.

    Args:
        blocks: the cleaned blocks in order, without white space at their ends.
        forms: the form of the region that each stands in.
        captions: the numbers of the blocks that the page has twice.
        own: words of the user's, by which blocks are known besides.

    >>> kinds_of(["“小易”的新年首秀", "■ 本报记者 赵艳君", "天很蓝，云很白。"], [Form.COLUMNS] * 3)
    ['headline', 'byline', 'paragraph']
    """
    kinds = [_alone(text, form, own) for text, form in zip(blocks, forms, strict=True)]
    for i in captions:
        kinds[i] = "caption"
    _find_verse(blocks, kinds)
    _part_heads(blocks, kinds, own)
    return kinds


def _alone(text: str, form: Form, own: OwnCues | None) -> str:
    """Return the kind that a block shows by itself; `head` is parted later into headlines and subheads."""
    if JUMP_RE.fullmatch(text):
        return "notice"
    if form is Form.LINES:
        return "table" if _CELLS_RE.search(text) else "item" if begin_cue(text) == BEGIN["ITEM"] else "verse"
    cue = begin_cue(text, own)
    is_pictured = PICTURED_RE.match(text) is not None or _BESIDE_RE.match(text) is not None
    if cue == BEGIN["BYLINE"] and len(text) <= _MAX_BYLINE and end_class(text) not in STOPPED and not is_pictured:
        return "byline"
    is_credited = _PICTURE_RE.search(text) or is_pictured or (own is not None and own.ends_credit(text))
    if 6 < len(text) < 120 and is_credited:
        return "byline" if _is_credit_only(text) else "caption"
    if (
        cue == BEGIN["ITEM"]
        and len(text) <= _MAX_ITEM
        and not (_ENUMERATED_RE.match(text) and end_class(text) in STOPPED)
    ):
        return "item"
    if len(_CONTACT_RE.findall(text)) >= 2 and len(text) < 150:
        return "notice"
    if end_class(text) in STOPPED or len(text) > _MAX_HEAD or _INSIDE_STOP_RE.search(text):
        return "paragraph"
    if end_class(text) in (END["COLON"], END["COMMA"], END["SEMICOLON"], END["ELLIPSIS"]):
        return "paragraph"
    return "head"


def _is_credit_only(text: str) -> bool:
    """Tell a credit line (`本报记者 高田 摄`) from a caption that ends in one."""
    return BYLINE_RE.match(text.lstrip(BULLETS + " ")) is not None and not _MARKS_RE.search(text)


def _find_verse(blocks: Sequence[str], kinds: list[str]) -> None:
    """Make verse of runs of short blocks of one or two clauses of like length; a name before them is the poet's."""
    i = 0
    while i < len(blocks):
        j = i
        while j < len(blocks) and kinds[j] in ("paragraph", "head") and _VERSE_RE.fullmatch(blocks[j]):
            j += 1
        run = range(i, j)
        marked = [k for k in run if kinds[k] == "paragraph"]
        if len(marked) >= _MIN_VERSES and len({len(blocks[k]) for k in marked}) <= 1 + len(marked) // 4:
            for k in range(marked[0], j):
                kinds[k] = "verse"
            poet = marked[0] - 1
            if poet > 0 and kinds[poet] == "head" and kinds[poet - 1] == "head" and _NAME_RE.fullmatch(blocks[poet]):
                kinds[poet] = "byline"
        i = max(j, i + 1)


def _part_heads(blocks: Sequence[str], kinds: list[str], own: OwnCues | None) -> None:
    """Part runs of heads: one of a run is the headline, a head between paragraphs of one article a subhead."""
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
        starts_article = after == "byline" or (j < len(blocks) and begin_cue(blocks[j], own) == BEGIN["DATELINE"])
        is_inside = before in ("paragraph", "item", "verse") and after in ("paragraph", "item") and not starts_article
        main = -1 if j - i == 1 and is_inside else _main_head(blocks, range(i, j))
        for k in range(i, j):
            kinds[k] = "headline" if k == main else "subhead"
        i = j


def _main_head(blocks: Sequence[str], run: range) -> int:
    """Return the number of the headline: the first head that is neither a kicker nor a subtitle."""
    for k in run:
        following = blocks[k + 1] if k + 1 in run else ""
        is_kicker = len(blocks[k]) <= _MAX_KICKER and len(following) > len(blocks[k]) and not _is_subtitle(following)
        if not is_kicker and not _is_subtitle(blocks[k]):
            return k
    return run[0]


def _is_subtitle(text: str) -> bool:
    return begin_class(text) == BEGIN["DASH"] or _FIGURES_RE.search(text) is not None
