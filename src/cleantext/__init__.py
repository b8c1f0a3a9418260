r"""Turn the raw text of Chinese newspaper and book pages into clean, flowing text.

>>> import cleantext
>>> print(cleantext.clean("“小易”是来自东昌府区行政审批\n\n服务局的帮办专员。"))
“小易”是来自东昌府区行政审批服务局的帮办专员。
"""

from cleantext import rules
from cleantext._cleaner import Cleaner
from cleantext._decode import Decoded, decode
from cleantext._profile import Profile
from cleantext._report import html_report
from cleantext._rule import Doubt, Edit, Effect, Example, Form, Mark, Note, Rule, Stage, Tier, rule
from cleantext._text import Block, Text
from cleantext._trace import Change, Trace
from cleantext._version import __version__

__all__ = [
    "Block",
    "Change",
    "Cleaner",
    "Decoded",
    "Doubt",
    "Edit",
    "Effect",
    "Example",
    "Form",
    "Mark",
    "Note",
    "Profile",
    "Rule",
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
]

_cleaners: dict[str | Profile, Cleaner] = {}


def clean(text: str, profile: str | Profile = "page") -> str:
    """Return the cleaned text.

    Args:
        text: one page, or a document whose pages end with a form feed. Any `str` is accepted.
        profile: `"page"` for the raw text of pages, `"text"` for text that already flows, or a `Profile`.

    Raises:
        TypeError: `text` is no `str`.
        UnknownProfileError: there is no such profile.

    >>> clean("２０２３年，⽂化")
    '2023年，文化'
    """
    cleaner = _cleaners.get(profile)
    if cleaner is None:
        cleaner = _cleaners[profile] = Cleaner(profile)
    return cleaner.clean(text)
