"""What a line at the edge of a page says: a page number, or a head with one or without; and which heads are one."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from cleantext._data.classes import DIGIT, HAN, LETTER
from cleantext._layout.chars import BEGIN
from cleantext._layout.cues import CREDIT_RE, begin_cue
from cleantext._layout.facts import SPACES
from cleantext._layout.pattern import pattern
from cleantext._similarity import is_alike
from cleantext._text import Text

__all__ = [
    "FOLIO_MARKS",
    "NOT_LETTER_RE",
    "Key",
    "are_numbered",
    "is_misread",
    "keys_of",
    "pages_needed",
    "runs",
    "titles_of",
]

Key = tuple[str, int | None]
"""What pages share: a text, and where a number in it counts on with the pages, that number less the page's place."""

_NUMERALS = "〇零○一二三四五六七八九"
_MARKS = f"[^{HAN}{LETTER}{DIGIT}○]{{0,4}}"
NOT_LETTER_RE = pattern(f"[^{HAN}{LETTER}{DIGIT}]+")
# Two numerals at least: one alone may number a poem or a section.
_HAN_NUMBER = f"[{_NUMERALS}]{{2,3}}"
_FOLIO_RE = pattern(
    f"{_MARKS}(?:第|[Pp](?:age|AGE)?|[版A-D])?{_MARKS}([{DIGIT}]{{1,4}}|{_HAN_NUMBER}){_MARKS}"
    f"(?:[页頁版]|[/／] ?[{DIGIT}]{{1,4}})?{_MARKS}"
    f"|一 ?([{DIGIT}]{{1,4}}) ?一"  # what OCR reads for two dashes
)
_GAP = f"{SPACES}·•|｜—–"
# A number set off from the head by a gap, or at its end or beginning beside a Han character: `旧文新读23`.
_COUNTED_RE = pattern(
    f"(?:^|(?<=[{_GAP}]))(?:第 ?|[Pp]\\.? ?)?([{DIGIT}]{{1,4}}|{_HAN_NUMBER})(?: ?[页頁版])?(?=[{_GAP}]|$)"
    f"|^([{DIGIT}]{{1,4}})(?=[{HAN}])(?![年月日号號期卷章节節回课課题題条條元个個人届次组組级級班岁歲年代])"
    f"|(?<=[{HAN}])([{DIGIT}]{{1,4}})$"
)
_MAX_NUMBERS = 4  # in one head; a line with more is a row of a table
# What is numbered by itself, so that the number behind it is not the page's: `练习 1`.
_LABELS = frozenset("图圖表题題例课課章节節卷件习習篇组組")
_LABEL_RE = pattern(
    "(?i:(?:^|[^a-z])(?:chapter|unit|lesson|part|table|fig|figure|section|room|exercise|question|problem|step|week|day|no"
    "|vol|volume|appendix|module|test|[qab])[.-]?)$"
)
_ITEM_RE = pattern("[（(][0-9]{1,2}[）)]|[0-9]{1,2}[、．.)）]")  # of a list, which may go on from page to page
FOLIO_MARKS = f"{SPACES}·•—–―~～－-"
"""What may stand on both sides of a page number: the body of a class."""
_SIDES = f"[{FOLIO_MARKS}]*"
_NUMBERED_RE = pattern(
    f"{_SIDES}(?:第 ?|[Pp][.]? ?)?([{DIGIT}]{{1,3}}|{_HAN_NUMBER})(?: ?[页頁]| ?[/／] ?[{DIGIT}]{{1,4}})?{_SIDES}"
)
_LATE = 3  # at a head smaller ones may number parts of the text
_YEAR_RE = pattern("(?:1[5-9]|20|21)[0-9]{2}")
_MIN_LETTERS = 2  # beside the number
_COUNTED_WITHIN_RE = pattern("[0-9]")  # `第41卷`
_MIN_HEAD = 3
_SURE_LETTERS = 4  # beside it: fewer may be what is numbered, so more pages must have it
# Numbers and names of order: heads that differ in one of them are two.
_FACT_RE = pattern(f"[{DIGIT}{_NUMERALS}十百千万萬两兩上中下甲乙丙丁戊己庚辛壬癸:：]")
_MIN_ALIKE = 4  # letters of a head that OCR may have misread
_CUES = frozenset((BEGIN["BYLINE"], BEGIN["DATELINE"]))
_NEAR = 4  # pages: two occurrences that are further apart belong to two runs
_SECOND = 2  # a head of the left or the right pages


def keys_of(content: str, place: int) -> Sequence[Key]:
    """Return what a line may share with lines of other pages; nothing but its number where it is a page number.

    Args:
        content: a short line.
        place: the number of its page.

    >>> keys_of("· 23 ·", 3), keys_of("旧文新读", 3), keys_of("旧文新读 二三", 3)
    ([('', 20)], [('旧文新读', None)], [('旧文新读 二三', None), ('旧文新读 #', 20)])
    >>> keys_of("24 旧文新读", 4)[-1], keys_of("一24 一", 4)
    (('旧文新读 #', 20), [('', 20)])
    """
    folio = _FOLIO_RE.fullmatch(content)
    if folio and not (_ITEM_RE.fullmatch(content) or _YEAR_RE.fullmatch(content)):
        return [("", _number(folio[1] or folio[2]) - place)]
    if _is_said(content):
        return ()
    keys: list[Key] = [(content, None)]
    numbers = list(_COUNTED_RE.finditer(content))
    if len(numbers) <= _MAX_NUMBERS:
        for match in numbers:
            start, end = match.span(match.lastindex)
            before = content[:start].rstrip(_GAP)
            behind = content[match.end() :].lstrip(_GAP)
            # left and right pages have the number on their outer sides
            text = f"{content[:start]}#{content[end:]}" if before and behind else f"{before or behind} #"
            if (
                before[-1:] not in _LABELS
                and not _LABEL_RE.search(before)
                and len(NOT_LETTER_RE.sub("", text)) >= _MIN_LETTERS
            ):
                keys.append((text, _number(content[start:end]) - place))
    return keys


def _is_said(content: str) -> bool:
    """Tell whether a line is said where it stands, and is no head: who wrote it, a jump line, whom it is written to.

    >>> [_is_said(line) for line in ("（下转第4版）", "本报记者 王明", "亲爱的妈妈：", "李明 摄", "```", "旧文新读")]
    [True, True, True, True, True, False]
    """
    return (
        content[-1] in ":：、"
        or (content[0] in "（(【" and content[-1] in "）)】")
        or begin_cue(content) in _CUES
        or CREDIT_RE.search(content) is not None
        or len(NOT_LETTER_RE.sub("", content)) < _MIN_LETTERS
    )


def pages_needed(key: Key, needed: int) -> int:
    """Return how many pages must share a key, where `needed` must share a head that is equal.

    >>> [pages_needed(key, 2) for key in (("", 20), ("旧文新读", None), ("旧文新读 #", 20), ("呐喊 #", 20))]
    [2, 2, 3, 6]
    """
    if key[1] is None or not key[0]:
        return needed
    return max(needed, 3) * (1 if len(NOT_LETTER_RE.sub("", key[0])) >= _SURE_LETTERS else 2)


def is_misread(key: Key, head: Key, min_similarity: float) -> bool:
    """Tell whether one head may be the other with characters that OCR misread: as long, with the same numbers.

    A head with a colon (`姓名：张三`) and a byline are of a name, and another name is no misreading.

    >>> is_misread(("鲁迅小说远集", None), ("鲁迅小说选集", None), 0.8)
    True
    >>> is_misread(("秋兴八首 其二", None), ("秋兴八首 其一", None), 0.8)
    False
    """
    text, other = key[0], head[0]
    return (
        key[1] == head[1]
        and text != other
        and min(len(text), len(other)) >= _MIN_ALIKE
        and is_alike(text, other, min_similarity)
        and len(NOT_LETTER_RE.sub("", text)) == len(NOT_LETTER_RE.sub("", other))
        and (facts := _FACT_RE.findall(text)) == _FACT_RE.findall(other)
        and ":" not in facts
        and "：" not in facts
        and begin_cue(text) != BEGIN["BYLINE"]
    )


def are_numbered(pages: Sequence[Sequence[tuple[int, str]]], depth: int) -> bool:
    """Tell whether the second of two pages has the number after that of the first one, at its head or foot as that.

    Two pages alone show no head by what they share: so do two receipts, two letters and two stanzas.

    Args:
        pages: the lines of each that hold something, with their offsets.
        depth: how many lines at the head and the foot are looked at.

    >>> [are_numbered([[(0, "收据"), (3, a)], [(9, "收据"), (12, b)]], 2) for a, b in (("23", "24"), ("李丽", "李丽"))]
    [True, False]
    >>> two = [(20, "第一行"), (30, "第二行")]
    >>> [are_numbered([[(0, head), (5, "1"), *two], [(9, head), (14, "2"), *two]], 2) for head in ("旧文新读", "练习")]
    [True, False]
    """
    for is_foot in (True, False):
        numbers: list[set[int]] = []
        edges = [[line.strip(SPACES) for _, line in (page[-depth:] if is_foot else page[:depth])] for page in pages]
        is_sure = is_foot or any(map(_is_head, {*edges[0]}.intersection(edges[1])))
        for edge in edges:
            found = [(folio[1] == line, _number(folio[1])) for line in edge if (folio := _NUMBERED_RE.fullmatch(line))]
            numbers.append({number for is_bare, number in found if is_sure or number >= _LATE or not is_bare})
        if {number + 1 for number in numbers[0]} & numbers[1]:
            return True
    return False


def _is_head(line: str) -> bool:
    """Tell whether a line that stands at the head of two pages is none that the numbers beside it number."""
    is_label = line[-1] in _LABELS and not _COUNTED_WITHIN_RE.search(line)
    return len(NOT_LETTER_RE.sub("", line)) >= _MIN_HEAD and not is_label and not _is_said(line)


def titles_of(text: Text, pages: Sequence[Sequence[tuple[int, str]]], found: set[int]) -> set[int]:
    """Return where a head of the first page is what the others were taken from: a title, set wider than they are.

    It has more white space in it on the raw page (`灯 下 忆 旧`), and the others are all written in one way.

    Args:
        text: a document.
        pages: the lines of each of its pages that hold something, with their offsets.
        found: where the heads begin that are taken for furniture.
    """
    heads: dict[str, list[int]] = {}
    for page in pages[1:]:
        for start, line in page:
            if start in found:
                heads.setdefault(line.strip(SPACES), []).append(start)
    titles: set[int] = set()
    for start, line in pages[0]:
        content = line.strip(SPACES)
        if start in found and content in heads:
            written = {_on_raw_page(text, other, content) for other in heads[content]}
            if len(written) == 1 and len(_on_raw_page(text, start, content)) > len(written.pop()):
                titles.add(start)
    return titles


def _on_raw_page(text: Text, start: int, content: str) -> str:
    """Return how the raw page has the content of a line that begins at `start`; a form feed may part it from others."""
    number = bisect_right(text.starts(), start) - 1
    origins = text.origins
    pieces = text.layout.contents[number if origins is None else origins[number]].split("\f")
    letters = "".join(content.split())
    return next((piece.strip(SPACES) for piece in pieces if "".join(piece.split()) == letters), content)


def runs(places: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield the runs of pages on which a head stands: on each, or on every second one, with a few left out.

    Args:
        places: numbers of pages, in order.

    >>> list(runs([1, 2, 3, 30])), list(runs([1, 3, 5, 7, 11])), list(runs([1, 5, 9]))
    ([[1, 2, 3], [30]], [[1, 3, 5, 7, 11]], [[1], [5], [9]])
    """
    for run in _parted(places, _NEAR):
        steps = _parted(run, _SECOND)
        # between two pages of a run one more may lack the head, as the first page of a chapter does
        if 3 * (len(steps) - 1) < len(run):
            yield run
        else:
            yield from steps


def _parted(places: Sequence[int], step: int) -> list[list[int]]:
    """Return the numbers in groups, in each of which the next is at most a step away."""
    groups: list[list[int]] = []
    for place in places:
        if groups and place - groups[-1][-1] <= step:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _number(string: str) -> int:
    """Return what a number in digits, or in Han numerals that stand for digits, says."""
    found = 0
    for char in string:
        at = _NUMERALS.find(char)
        found = 10 * found + (int(char) if at < 0 else max(0, at - 2))
    return found
