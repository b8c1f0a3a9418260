"""Words of a user's own for the rules that look for bylines, credits and datelines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from cleantext._rule import Rule
from cleantext.errors import SettingsError, UnknownOptionError

__all__ = ["KINDS", "Lexicon", "checked_words", "parse", "settings_of", "with_words"]

Lexicon = Mapping[str, Iterable[str]]

KINDS: Mapping[str, str] = {
    "byline": "before a name: 本报记者, 通讯员",
    "credit": "behind the name of who took a picture: 摄, 供图",
    "dateline": "at the start of a news item: 本报讯",
}
"""The kinds of words, and where they stand. A rule that has a setting `KIND_words` is given the words of that kind."""


def checked_words(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Return the words of a lexicon by their kind, each once.

    Raises:
        UnknownOptionError: there is no kind of a name in it.
        SettingsError: it is no mapping, or its words are no list of words.

    >>> checked_words({"byline": ["特约撰稿人"]})
    {'byline': ('特约撰稿人',)}
    """
    if not isinstance(lexicon, Mapping):
        raise SettingsError(f"the lexicon is {lexicon!r}; give a dict with lists of words under {', '.join(KINDS)}")
    words: dict[str, tuple[str, ...]] = {}
    for kind, given in lexicon.items():
        if kind not in KINDS:
            raise UnknownOptionError(kind, KINDS)
        if isinstance(given, str) or not isinstance(given, Iterable):
            raise SettingsError(f"the lexicon's {kind} is {given!r}; give a list of words")
        own = tuple(given)
        for word in own:
            if not isinstance(word, str) or not word.strip():
                raise SettingsError(f"the lexicon's {kind} holds {word!r}; each word is a str that is not blank")
        words[kind] = tuple(dict.fromkeys(own))
    return words


def settings_of(rule: Rule, words: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, Any]:
    """Return the settings by which a rule gets the words of a profile, besides those that it has.

    Args:
        rule: with its other settings.
        words: those of a checked lexicon, by kind.

    >>> from cleantext.rules import get_rule
    >>> settings_of(get_rule("letter-spacing"), [("byline", ("特约撰稿人",))])
    {'byline_words': ('特约撰稿人',)}
    """
    known: set[str] = {field.name for field in fields(rule) if field.init} if is_dataclass(rule) else set()
    found: dict[str, Any] = {}
    for kind, given in words:
        if (name := f"{kind}_words") in known:
            own = getattr(rule, name)
            found[name] = tuple(dict.fromkeys((*own, *given))) if isinstance(own, tuple) else given
    return found


def with_words(
    known: tuple[tuple[str, tuple[str, ...]], ...], words: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the words of a profile and those of a checked lexicon, by kind.

    >>> with_words((("byline", ("撰稿人",)),), {"byline": ("特约撰稿人",)})
    (('byline', ('撰稿人', '特约撰稿人')),)
    """
    merged = {kind: list(own) for kind, own in known}
    for kind, own in words.items():
        merged.setdefault(kind, []).extend(own)
    return tuple((kind, tuple(dict.fromkeys(merged[kind]))) for kind in sorted(merged) if merged[kind])


def parse(text: str, name: str) -> Lexicon:
    """Read a lexicon: TOML, one list of words for each kind.

    Args:
        text: the content of a file.
        name: what messages call the file.

    Raises:
        SettingsError: it is no such TOML; the message names the file.

    >>> parse('byline = ["特约撰稿人"]', "words.toml")
    {'byline': ['特约撰稿人']}
    """
    import tomllib

    try:
        table = tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{name} is no TOML: {error}; mend it") from error
    for kind, words in table.items():
        if kind not in KINDS:
            raise SettingsError(f"{name} has a key {kind!r}; the keys are {', '.join(KINDS)}")
        if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
            raise SettingsError(f'{name}: {kind} is no list of words; write {kind} = ["…"]')
    return table
