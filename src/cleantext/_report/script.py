"""Which of the two Chinese scripts a text is written in, for the fonts of its page."""

from collections import Counter

from cleantext._data.scripts import GB2312_SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from cleantext._layout.pattern import pattern

__all__ = ["language"]

_SIMPLIFIED = frozenset(GB2312_SIMPLIFIED_ONLY)
_TRADITIONAL = frozenset(TRADITIONAL_ONLY)
_HAN_RE = pattern("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")


def language(text: str) -> str:
    """Return the value of `lang`: the script that has more characters of its own here; `und` where there is no Han.

    >>> language("东昌府"), language("東昌府"), language("小易"), language("page 1")
    ('zh-Hans', 'zh-Hant', 'zh', 'und')
    """
    counts = Counter(text)
    simplified = sum(counts[char] for char in counts.keys() & _SIMPLIFIED)
    traditional = sum(counts[char] for char in counts.keys() & _TRADITIONAL)
    if simplified != traditional:
        return "zh-Hans" if simplified > traditional else "zh-Hant"
    return "zh" if _HAN_RE.search(text) else "und"
