r"""Turn the raw text of Chinese newspaper and book pages into clean, flowing text.

>>> import cleantext
>>> print(cleantext.clean("“小易”是来自东昌府区行政审批\n\n服务局的帮办专员。"))
“小易”是来自东昌府区行政审批服务局的帮办专员。
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from cleantext import rules
from cleantext._block import Block
from cleantext._cleaner import Cleaner
from cleantext._decode import Decoded, decode
from cleantext._profile import Profile
from cleantext._report import html_report
from cleantext._rule import Doubt, Edit, Effect, Example, Form, Mark, Note, Rule, Stage, Tier, rule
from cleantext._script import ScriptCount, script_of
from cleantext._text import Text
from cleantext._version import __version__

if TYPE_CHECKING:
    from cleantext._decisions import Decision, Decisions, Key
    from cleantext._edits import Edits
    from cleantext._trace import Change, Trace

__all__ = [
    "Block",
    "Change",
    "Cleaner",
    "Decision",
    "Decisions",
    "Decoded",
    "Doubt",
    "Edit",
    "Edits",
    "Effect",
    "Example",
    "Form",
    "Key",
    "Mark",
    "Note",
    "Profile",
    "Rule",
    "ScriptCount",
    "Stage",
    "Text",
    "Tier",
    "Trace",
    "__version__",
    "clean",
    "decode",
    "html_report",
    "rule",
    "rules",
    "script_of",
]


def __getattr__(name: str) -> object:
    # most runs need no record, and no files of edits or decisions: imported when they are asked for
    if name in ("Change", "Trace"):
        from cleantext import _trace

        return getattr(_trace, name)
    if name == "Edits":
        from cleantext._edits import Edits

        return Edits
    if name in ("Decision", "Decisions", "Key"):
        from cleantext import _decisions

        return getattr(_decisions, name)
    raise AttributeError(f"module 'cleantext' has no attribute {name!r}")


# a program that makes a profile for each text must not keep all of them
@lru_cache(maxsize=32)
def _cleaner_of(profile: str | Profile, script: str | None) -> Cleaner:
    return Cleaner(profile, script=script)


def clean(text: str, profile: str | Profile = "page", *, script: str | None = None) -> str:
    """Return the cleaned text.

    Args:
        text: one page, or a document whose pages end with a form feed. Any `str` is accepted.
        profile: `"page"` for the raw text of pages, `"text"` for text that already flows, or a `Profile`.
        script: convert to this script: `"s"`, `"t"`, `"tw"` or `"hk"`; see `Cleaner`.

    Raises:
        TypeError: `text` is no `str`, or `profile` neither a profile nor a name.
        UnknownProfileError: there is no such profile.
        SettingsError: there is no such script.

    >>> clean("２０２３年，⽂化")
    '2023年，文化'
    >>> clean("發展中國家", script="s")
    '发展中国家'
    """
    try:
        hash((profile, script))
    except TypeError:  # a list for a name, or a profile with a setting that is no value
        return Cleaner(profile, script=script).clean(text)
    return _cleaner_of(profile, script).clean(text)
