"""A line through OpenCC, and what became of each of its characters: the one door to `opencc`."""

from functools import cache
from typing import Any

from cleantext._layout.pattern import pattern
from cleantext._rule import Edit

__all__ = ["changes", "converted", "spliced"]

_SURROGATES_RE = pattern("([\ud800-\udfff]+)")
_CLAUSE_RE = pattern("[^，。！？；：、,]*[，。！？；：、,]*")  # no word of OpenCC's goes over such a mark
_SPACE_RE = pattern(r"\s")
_MAX_COMPARED = 64  # code points; comparing is quadratic, so a longer clause is one edit


@cache
def _converter(config: str) -> Any:
    """Return the converter of an OpenCC configuration; it has no state and may be used by many threads."""
    from opencc import OpenCC

    return OpenCC(config)


def converted(string: str, config: str) -> str:
    """Return a string as OpenCC converts it; lone surrogates, which it cannot take, stay where they are.

    >>> converted("漢字", "t2s")
    '汉字'
    """
    convert = _converter(config).convert
    if string.isascii():
        return string
    if not _SURROGATES_RE.search(string):
        return str(convert(string))
    pieces = _SURROGATES_RE.split(string)
    pieces[::2] = [convert(piece) if piece else "" for piece in pieces[::2]]
    return "".join(pieces)


def changes(before: str, after: str) -> list[Edit]:
    """Return the edits that make a converted line of a line, one a character where a word keeps its length.

    Cost: linear.

    >>> [tuple(edit) for edit in changes("我的U盤坏了", "我的隨身碟壞了")]
    [(2, 5, '隨身碟壞')]
    >>> [tuple(edit) for edit in changes("硬盤坏了", "硬碟壞了")]
    [(1, 2, '碟'), (2, 3, '壞')]
    """
    if _is_aligned(before, after):
        return _by_character(before, after, 0)
    pairs = list(zip(_CLAUSE_RE.findall(before), _CLAUSE_RE.findall(after), strict=False))
    if "".join(old for old, _ in pairs) != before or "".join(new for _, new in pairs) != after:
        pairs = [(before, after)]
    edits: list[Edit] = []
    offset = 0
    for old, new in pairs:
        edits += _by_character(old, new, offset) if _is_aligned(old, new) else _by_word(old, new, offset)
        offset += len(old)
    return edits


def _is_aligned(before: str, after: str) -> bool:
    """Tell whether characters stand for each other one by one: spaces for spaces, if one word grew and one shrank."""
    if len(before) != len(after):
        return False
    spaces, new_spaces = ([found.start() for found in _SPACE_RE.finditer(line)] for line in (before, after))
    return spaces == new_spaces


def _by_character(before: str, after: str, offset: int) -> list[Edit]:
    if before == after:
        return []
    return [
        Edit(offset + i, offset + i + 1, new)
        for i, (old, new) in enumerate(zip(before, after, strict=True))
        if old != new
    ]


def _by_word(before: str, after: str, offset: int) -> list[Edit]:
    """Return the edits of a clause of which some word has become longer or shorter."""
    if max(len(before), len(after)) > _MAX_COMPARED:
        return [Edit(offset, offset + len(before), after)]
    from difflib import SequenceMatcher

    spans: list[list[int]] = []
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if start == end or new_start == new_end:  # nothing stands for nothing: take a neighbour along
            if start and new_start:
                start, new_start = start - 1, new_start - 1
            else:
                end, new_end = end + 1, new_end + 1
        if spans and start <= spans[-1][1]:
            spans[-1][1], spans[-1][3] = end, new_end
        else:
            spans.append([start, end, new_start, new_end])
    edits: list[Edit] = []
    for start, end, new_start, new_end in spans:
        old, new = before[start:end], after[new_start:new_end]
        if len(old.split()) != len(new.split()):  # the neighbour was a space, and a rule may not seem to add words
            return [Edit(offset, offset + len(before), after)]
        if _is_aligned(old, new):
            edits += _by_character(old, new, offset + start)
        else:
            edits.append(Edit(offset + start, offset + end, new))
    return edits


def spliced(string: str, edits: list[Edit]) -> str:
    """Return a line with sorted edits."""
    parts: list[str] = []
    position = 0
    for start, end, replacement in edits:
        parts += [string[position:start], replacement]
        position = end
    parts.append(string[position:])
    return "".join(parts)
