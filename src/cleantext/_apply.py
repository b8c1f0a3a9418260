"""The only code that changes a text: edits are checked against the contract of their rule and spliced in."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Final

from cleantext._data.classes import (
    CONTROL,
    DIGIT,
    HAN,
    INVISIBLE,
    LETTER,
    NONCHARACTER,
    NUMBER,
    SPACE,
    VARIATION_SELECTOR,
)
from cleantext._layout.pattern import pattern
from cleantext._rule import Edit, Effect, Rule, Stage
from cleantext._text import PLAIN_MARKS, Text, signs_of
from cleantext.errors import RuleError

_NOT_SPACE_RE: Final = pattern(f"[^{SPACE}{INVISIBLE}{CONTROL}{NONCHARACTER}{VARIATION_SELECTOR}\\n\\f]")
_NOT_LETTER_RE: Final = pattern(f"[^{HAN}{LETTER}{DIGIT}{NUMBER}]+")
_MARKS: Final = frozenset(PLAIN_MARKS).difference("①②③④⑤⑥")  # none of which counts as a letter
_NOT_LINES_RE: Final = pattern(f"[^{SPACE}{INVISIBLE}\\n\\f\\v\\-\u2010\ufffe]")
# What most edits take out or put in, by whether their rule may touch line feeds, and the signs of it.
_PLAIN: Final = {False: frozenset(("", " ")), True: frozenset(("", " ", "\n", "\n\n"))}
_PLAIN_SIGNS: Final = frozenset(" \n")
_NOTHING: frozenset[str] = frozenset()


@cache
def _folding() -> dict[int, str]:
    """Return what brings all forms of a character to one."""
    from cleantext._data import forms as _forms  # the largest table; few runs come here

    tables = (
        _forms.KANGXI,
        _forms.RADICALS_SUPPLEMENT,
        _forms.COMPATIBILITY,
        _forms.VERTICAL,
        _forms.SMALL,
        _forms.FULLWIDTH,
        _forms.LIGATURES,
    )
    folding = {ord(char): to for table in tables for char, to in table.items()}
    folding.update(dict.fromkeys(map(ord, "⼾戶"), "户"))  # the radical is either, as the script of the text is
    folding.update({0x2329: "〈", 0x232A: "〉"})
    return folding


def _fold(string: str) -> str:
    """Bring all forms of a character to one, so that an edit of effect FORM can be told from a change of character."""
    from cleantext._data import forms as _forms

    folded = string.translate(_folding())
    if folded.isascii():
        return folded
    composed: list[str] = []
    for char in folded:
        whole = _forms.COMPOSE.get(composed[-1] + char) if composed else None
        if whole is None:
            composed.append(char)
        else:
            composed[-1] = whole
    return "".join(composed)


def _same_letters(before: str, after: str) -> bool:
    return _MARKS.issuperset(before + after) or bool(_NOT_LETTER_RE.sub("", before) == _NOT_LETTER_RE.sub("", after))


# For each effect: may `before` become `after`?
_ALLOWED: dict[Effect, Callable[[str, str], bool]] = {
    Effect.SPACE: lambda before, after: not _NOT_SPACE_RE.search(before + after),
    Effect.MARK: _same_letters,
    Effect.FORM: lambda before, after: _fold(before) == _fold(after),
    Effect.SCRIPT: lambda before, after: bool(after) and len(before.split()) == len(after.split()),
    Effect.REMOVAL: lambda before, after: after in before,
    Effect.LINES: lambda before, after: not _NOT_LINES_RE.search(before + after),
}


def apply(text: Text, edits: Sequence[Edit], rule: Rule) -> Text:
    """Return the text with the edits of one rule.

    Args:
        text: the text that the rule saw.
        edits: what the rule returned for it.
        rule: whose contract the edits must keep.

    Raises:
        RuleError: an edit overlaps the one before it, is out of order or range, changes nothing, touches a line feed
            outside the paragraphs stage or changes more than the rule's effect allows.

    >>> from cleantext.rules import get_rule
    >>> apply(Text("⽂化"), [Edit(0, 1, "文")], get_rule("radical-form")).string
    '文化'
    """
    string = text.string
    is_joining = rule.stage is Stage.PARAGRAPHS
    effect = rule.effect
    # most edits of a page are white space for white space: these are allowed without a further look
    plain = _PLAIN[is_joining] if effect is Effect.SPACE or effect is Effect.LINES else _NOTHING
    allowed = _ALLOWED[effect]
    parts: list[str] = []
    added: list[str] = []
    position, size = 0, len(string)
    for start, end, replacement in edits:
        if start < position or end < start or end > size:
            raise _error(
                rule, Edit(start, end, replacement), string, "overlaps another, is out of order or out of range"
            )
        if is_joining and not replacement and end == start + 1 and string[start] == "\n":  # nearly all that join lines
            parts.append(string[position:start])
            position = end
            continue
        before = string[start:end]
        if before == replacement:
            raise _error(rule, Edit(start, end, replacement), string, "changes nothing")
        if before not in plain or replacement not in plain:
            if not allowed(before, replacement):
                raise _error(rule, Edit(start, end, replacement), string, f"goes beyond the effect {effect.name}")
            if not is_joining and ("\n" in before or "\n" in replacement):
                raise _error(
                    rule, Edit(start, end, replacement), string, "touches a line feed outside the paragraphs stage"
                )
            added.append(replacement)
        parts.append(string[position:start])
        if replacement:
            parts.append(replacement)
        position = end
    parts.append(string[position:])
    signs = text.signs
    if not signs >= _PLAIN_SIGNS:
        added = [replacement for _, _, replacement in edits]
    if added and not (new := signs_of("".join(added))) <= signs:
        signs |= new
    origins = text.make_origins
    if is_joining:
        # of the text only its string is kept for this, not its lines and its path: they are most of the memory
        origins = partial(_origins, string, text.origins, edits)
    return Text("".join(parts), text.layout, origins, signs)


def _origins(string: str, before: Sequence[int] | None, edits: Sequence[Edit]) -> list[int]:
    """Return for each line after `edits` of `string` the raw line whose first character begins it.

    `before` are the raw lines of its lines, None where they are those of the raw page.
    """
    origins = [0]
    number, position = 0, 0
    count = string.count
    for start, end, replacement in edits:
        if kept := count("\n", position, start):
            origins += range(number + 1, number + kept + 1)
            number += kept
        number += count("\n", start, end)
        if replacement:
            origins += [number] * replacement.count("\n")
        position = end
    origins += range(number + 1, number + count("\n", position) + 1)
    return origins if before is None else [before[line] for line in origins]


def _error(rule: Rule, edit: Edit, string: str, what: str) -> RuleError:
    excerpt = string[max(0, edit.start - 8) : edit.end + 8]
    return RuleError(
        f"an edit of rule '{rule.name}' {what}: ({edit.start}, {edit.end}, {edit.replacement!r}) at {excerpt!r}; "
        "`cleantext.testing.check_rule` finds the example"
    )
