"""The five promises as checks of one text: for the corpora, for random text and for hostile text."""

import unicodedata

from cleantext import Cleaner, Effect, Trace
from cleantext.rules import all_rules

EFFECTS = {rule.name: rule.effect for rule in all_rules()}
CHANGES_LETTERS = {Effect.FORM, Effect.SCRIPT, Effect.REMOVAL}


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def check_nothing_lost(trace: Trace) -> None:
    assert trace.revert() == trace.source
    string = trace.source
    for step in trace.steps:
        parts, position = [], 0
        for start, end, replacement in step.edits:
            assert position <= start <= end, step.rule
            parts += [string[position:start], replacement]
            position = end
        changed = "".join(parts) + string[position:]
        effect = EFFECTS.get(step.rule)
        if effect not in CHANGES_LETTERS:
            assert letters(changed) == letters(string), step.rule
        elif effect is Effect.FORM:
            for edit, removed in zip(step.edits, step.removed, strict=True):
                check_same_character(removed, edit.replacement)
        string = changed
    assert string == trace.text


def check_same_character(before: str, after: str) -> None:
    """See that an edit of effect FORM keeps the character; NFKC knows all forms but the radicals supplement's.

    `⼾` is 户 in a text of simplified script, which NFKC does not ask for.
    """
    after = after.replace("户", "戶")
    if any("\u2e80" <= c <= "\u2eff" for c in before):
        assert len(letters(after)) <= len(before)
    else:
        assert letters(unicodedata.normalize("NFKC", before)) == letters(unicodedata.normalize("NFKC", after))


def check_promises(text: str, cleaner: Cleaner) -> Trace:
    trace = cleaner.trace(text)
    check_nothing_lost(trace)
    assert cleaner.clean(text) == trace.text
    assert cleaner.clean(trace.text) == trace.text
    assert Cleaner(cleaner.profile).clean(text) == trace.text
    return trace


def check_blocks(text: str, cleaner: Cleaner) -> None:
    blocks = cleaner.blocks(text)
    assert letters("".join(block.text for block in blocks)) == letters(cleaner.clean(text))
    starts = [block.start for block in blocks]
    assert starts == sorted(starts)
    for block in blocks:
        assert not {"\n", "\f"} & {*block.text}
        assert 0 <= block.start <= block.end <= len(text)


def trimmed(text: str) -> str:
    """Return the text without the white space that ends a line or the whole, which may go."""
    return "\n".join(line.rstrip() for line in text.split("\n")).rstrip("\n")
