"""Which of the two Chinese scripts a text is written in, for the fonts of its page."""

from cleantext._layout.pattern import pattern
from cleantext._script import script_of

__all__ = ["language"]

_HAN_RE = pattern("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")


def language(text: str) -> str:
    """Return the value of `lang`: the script that has more characters of its own here; `und` where there is no Han.

    >>> language("东昌府"), language("東昌府"), language("小易"), language("page 1")
    ('zh-Hans', 'zh-Hant', 'zh', 'und')
    """
    _, simplified, traditional = script_of(text)
    if simplified != traditional:
        return "zh-Hans" if simplified > traditional else "zh-Hant"
    return "zh" if _HAN_RE.search(text) else "und"
