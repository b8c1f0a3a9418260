"""Lines that begin with a word and a colon (the speeches of a talk, the lines of a notice), and lists of contents."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from cleantext._layout.chars import END, STOPPED
from cleantext._layout.facts import Facts
from cleantext._layout.pattern import pattern
from cleantext._paragraphs.told import GOES_ON

_DIGIT: Final = END["DIGIT"]
_MIN_LINES: Final = 3
_MAX_SPEAKER: Final = 6  # code points
_MAX_WORD: Final = 9  # code points
_WORD_RE: Final = pattern("[^，。；：、！？…“”‘’「」《》\u3000]+")
_SPEAKER_RE: Final = pattern("[^，。；：、！？…“”‘’「」《》（）() \u3000]+")
# What begins the parts of a paper.
_PARTS: Final = frozenset(
    (
        *(
            "摘要",
            "内容摘要",
            "內容摘要",
            "提要",
            "内容提要",
            "关键词",
            "關鍵詞",
            "关键字",
            "關鍵字",
            "主题词",
            "主題詞",
        ),
        *("中图分类号", "中圖分類號", "文献标识码", "文獻標識碼", "文章编号", "文章編號", "基金项目", "基金項目"),
        *("收稿日期", "作者简介", "作者簡介", "参考文献", "參考文獻", "Abstract", "Keywords"),
    )
)
# What the fields of a notice end with: `截稿日期：`, `联系电话：`.
_FIELDS: Final = (
    *("时间", "時間", "日期", "地点", "地點", "地址", "电话", "電話", "热线", "熱線", "邮箱", "郵箱", "网址", "網址"),
    *("联系人", "聯絡人", "票价", "票價", "方式", "主办", "主辦", "承办", "承辦"),
)
_MAX_TERM: Final = 32  # code points
_TERM_RE: Final = pattern("[A-Za-z_][A-Za-z0-9_.()$-]+")
_LEADER_RE: Final = pattern("(?:…{2,}|[.]{5,}|·{5,}) ?[0-9]{1,4}\\Z")  # to the page number of a contents list
_SAID: Final = frozenset("说說道问問答喊叫称稱示诉訴写寫想")
_NO_WORD_RE: Final = pattern("[0-9]：[0-9]|.：//")


def labelled(contents: list[str], facts: list[Facts], not_full: set[int]) -> Iterator[tuple[int, bool]]:
    """Yield the seams before lines that begin so, as `certain_seams` does.

    Who speaks begins a block behind a line that ends a sentence and is not full (`not_full` are the places of such
    lines); where three do, also behind full ones. In a talk one name begins three lines or more and stands before no
    other colon. In a notice three lines in a row begin with some word, and its fields (`截稿日期：`) a block behind
    a line that is not full: all of 38. The parts of a paper begin with their names (`摘要：`). Three terms in Latin
    letters (`onMounted：`) begin a block each behind the end of a sentence. Three lines and more that end with a leader
    and a page number end one each: all of 132.

    >>> from cleantext._layout.facts import line_facts
    >>> lines = ["影讯", "时间：今晚七点", "地点：文化馆", "票价：三元", "欢迎前来"]
    >>> list(labelled(lines, line_facts(lines), {0, 1, 2, 3, 4}))
    [(2, False), (3, False)]
    """
    text = "\n" + "\n".join(contents)
    if "……" in text or "....." in text or "·····" in text:
        entries = [k for k, fact in enumerate(facts) if fact.end == _DIGIT and _LEADER_RE.search(contents[k])]
        if len(entries) >= _MIN_LINES:
            yield from ((k + 1, False) for k in entries)
    for sign in ":｜":
        if sign in text:
            text = text.replace(sign, "：")
    if "：" not in text:
        return
    speeches: dict[str, list[int]] = {}
    found: list[int] = []
    parts: list[int] = []
    fields: list[int] = []
    terms: list[int] = []
    number = counted = 0
    at = text.find("：")
    while at >= 0:
        start = text.rfind("\n", max(0, at - _MAX_WORD - 1), at)
        if start >= 0 and _WORD_RE.fullmatch(text, start + 1, at) and not _NO_WORD_RE.match(text, at - 1):
            number += text.count("\n", counted, start)
            counted = start
            found.append(number)
            if text[start + 1 : at].strip("【】〔〕[]").replace(" ", "") in _PARTS:
                parts.append(number)
            if text.endswith(_FIELDS, start + 1, at):
                fields.append(number)
            if at - start - 1 <= _MAX_SPEAKER and _SPEAKER_RE.fullmatch(text, start + 1, at):
                speeches.setdefault(text[start + 1 : at], []).append(number)
        if "!" <= text[at - 1] <= "~":
            start = text.rfind("\n", max(0, at - _MAX_TERM - 1), at)
            if start >= 0 and _TERM_RE.fullmatch(text, start + 1, at):
                number += text.count("\n", counted, start)
                counted = start
                terms.append(number)
        at = text.find("：", at + 1)
    if len(terms) >= _MIN_LINES:
        yield from ((k, False) for k in terms if k and facts[k - 1].end in STOPPED)
    yield from ((k, False) for k in parts if k and facts[k - 1].end not in GOES_ON)
    noticed: set[int] = set()
    for _, run in groupby(enumerate(found), lambda item: item[1] - item[0]):
        lines = [k for _, k in run]
        if len(lines) >= _MIN_LINES:
            # a full line with a comma may be text that goes on with a word broken before its colon
            is_long = len(lines) > _MIN_LINES
            free = [k for k in lines[1:] if is_long or k - 1 in not_full or "，" not in contents[k - 1]]
            yield from ((k, False) for k in free if _is_over(facts[k - 1]))
            noticed.update(lines)
    yield from ((k, False) for k in fields if k not in noticed and k - 1 in not_full and _is_over(facts[k - 1]))
    begun = [(name, k) for name, places in speeches.items() for k in places if k and facts[k - 1].end in STOPPED]
    apart = [k for _, k in begun if k - 1 in not_full]
    if len(apart) >= _MIN_LINES:  # a talk; there, too, `他说：` may begin a sentence of the paragraph
        apart += [k for name, k in begun if k - 1 not in not_full and name[-1] not in _SAID]
    yield from ((k, False) for k in apart)
    spoken = {name: places for name, places in speeches.items() if len(places) >= _MIN_LINES}
    if spoken:
        said = Counter(_before_colons(text, spoken))
        for name, places in spoken.items():
            if said[name] == len(places):
                yield from ((k, False) for k in places if k and facts[k - 1].end not in GOES_ON)


def _is_over(before: Facts) -> bool:
    return not before.opened and before.end not in GOES_ON


def _before_colons(text: str, names: dict[str, list[int]]) -> Iterator[str]:
    """Yield the names that stand before colons, however the line begins."""
    at = text.find("：")
    while at >= 0:
        for first in range(max(0, at - _MAX_SPEAKER), at):
            if text[first:at] in names:
                yield text[first:at]
        at = text.find("：", at + 1)
