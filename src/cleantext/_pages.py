"""What people are shown of the rules: the list, the page of a rule, and names made safe to print."""

import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass

from cleantext._layout.pattern import pattern
from cleantext._profile import PROFILES
from cleantext._rule import Example, Form, FunctionRule, Rule, after_of

__all__ = ["UNSEEN", "printable", "rule_page", "rule_table"]

# What a terminal obeys, reorders or does not show: controls, format characters and bidi marks, variation selectors,
# tags, blank letters, white space but U+0020, surrogates, private use.
UNSEEN = (
    "\\x00-\\x1f\\x7f-\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f"
    "\\u205f-\\u206f\\u3000\\u3164\\ud800-\\uf8ff\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\U000e0000-\\U000e0fff"
    "\\U000f0000-\\U0010ffff"
)
_UNSEEN_RE = pattern(f"[{UNSEEN}]")
_SETTING_RE = pattern(r"(\w+(?:, \w+)*): +(.*)")


def printable(text: str) -> str:
    r"""Return `text` with escapes for what a terminal would obey, reorder or not show.

    Args:
        text: a file's name or an excerpt; a line feed is escaped as well.

    >>> print(printable("第1版\u202etxt.\x1b[2J\udcff\n"))
    第1版\u202etxt.\x1b[2J\udcff\n
    """
    escaped: str = _UNSEEN_RE.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)
    return escaped


def rule_table(rules: Sequence[Rule], packages: Mapping[str, str] | None = None) -> str:
    """Return the rules as an aligned table, one a line under a headline, in the order given.

    Args:
        rules: what stands in it.
        packages: for the name of a rule that is not built in, the package that it comes from.
    """
    origins = {name: f" (from {package})" for name, package in (packages or {}).items()}
    rows = [("rule", "stage", "tier", "what it does")]
    rows += [(r.name, r.stage.name.lower(), r.tier.name.lower(), r.summary + origins.get(r.name, "")) for r in rules]
    widths = [max(len(row[i]) for row in rows) for i in range(3)]
    return "\n".join(
        "  ".join((*(cell.ljust(w) for cell, w in zip(row, widths, strict=False)), row[3])) for row in rows
    )


def rule_page(rule: Rule) -> str:
    """Return the page of a rule in Markdown: what it does, its settings and profiles, examples, and when it abstains.

    The text is that of the rule's docstring; its settings stand with the values that `rule` has, for a built-in rule
    its defaults.
    """
    text, explained = _docstring(rule)
    text, abstains = _without_abstention(text)
    profiles = [name for name, profile in PROFILES.items() if any(r.name == rule.name for r in profile.rules())]
    facts = (
        f"Stage: {rule.stage.name.lower()}. Tier: {rule.tier.name.lower()}. Effect: {rule.effect.name.lower()}. "
        f"Profiles: {', '.join(profiles) or 'none, it runs when it is named'}."
    )
    parts = [f"# {rule.name}", f"{rule.summary[:1].upper()}{rule.summary[1:].rstrip('.')}."]
    # a one-line docstring often says what the summary says
    if text and text.rstrip(".").lower() != rule.summary.rstrip(".").lower():
        parts.append(text)
    if names := after_of(rule):
        facts += f" Runs after: {', '.join(names)}."
    parts.append(facts)
    if settings := _settings(rule):
        rows = [
            f"- `{name}` = `{value}`" + (f": {explained[name]}" if name in explained else "")
            for name, value in settings
        ]
        parts += ["## Settings", "\n".join(rows)]
    acting = [example for example in rule.examples if example.after is not None or example.marks]
    staying = [example for example in rule.examples if example not in acting]
    if acting:
        parts += ["## Examples", _examples(acting)]
    if abstains or staying:
        parts += ["## When it abstains", *filter(None, (abstains, _examples(staying)))]
    return "\n\n".join(parts) + "\n"


def _without_abstention(text: str) -> tuple[str, str]:
    """Return a docstring without its paragraph on what the rule leaves alone, and that paragraph."""
    paragraphs = text.split("\n\n")
    left = [paragraph for paragraph in paragraphs if paragraph.startswith("Leaves alone:")]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph not in left), "\n\n".join(left)


def _examples(examples: Sequence[Example]) -> str:
    return "\n".join(line for example in examples for line in _example(example))


def _settings(rule: Rule) -> list[tuple[str, str]]:
    if isinstance(rule, FunctionRule) or not is_dataclass(rule):
        return []
    return [(field.name, printable(repr(getattr(rule, field.name)))) for field in fields(rule) if field.init]


def _docstring(rule: Rule) -> tuple[str, dict[str, str]]:
    """Return a rule's docstring without its settings, and what it says of each setting."""
    source = rule.function if isinstance(rule, FunctionRule) else type(rule)
    kept: list[str] = []
    explained: dict[str, str] = {}
    is_setting, is_code = False, False
    names: list[str] = []
    for line in inspect.cleandoc(source.__doc__ or "").split("\n"):
        if line in ("Settings:", "Args:"):
            is_setting = True
        elif is_setting and line.startswith(" "):
            if found := _SETTING_RE.fullmatch(line.strip()):
                names = found[1].split(", ")
                explained |= dict.fromkeys(names, found[2])
            else:
                explained |= {name: f"{explained[name]} {line.strip()}" for name in names}
        else:
            is_setting = is_setting and not line
            if (not is_code and line.startswith(">>>")) or (is_code and not line):
                kept.append("```python" if not is_code else "```")
                is_code = not is_code
            kept.append(line)
    if is_code:
        kept.append("```")
    return re.sub("\n{3,}", "\n\n", "\n".join(kept)).strip(), explained


def _example(example: Example) -> Iterator[str]:
    remarks = [] if example.form is Form.FLOWING else [f"in {example.form.name.lower()}"]
    remarks += [example.why] if example.why else []
    tail = f" ({'; '.join(remarks)})" if remarks else ""
    if "\n" not in example.before:
        after = _stays(example) if example.after is None else "→ " + _code(example.after)
        yield f"- {_code(example.before)} {after}{tail}"
        return
    yield f"- {'before' if example.after is not None else _stays(example)}{tail}:"
    yield from _fenced(example.before)
    if example.after is not None:
        yield "\n  after:"
        yield from _fenced(example.after)


def _stays(example: Example) -> str:
    return f"stays; marked: {', '.join(map(_code, example.marks))}" if example.marks else "stays"


def _fenced(text: str) -> Iterator[str]:
    yield "\n  ```text"
    yield from ("  " + printable(line) for line in text.split("\n"))
    yield "  ```"


def _code(text: str) -> str:
    """Return a code span that shows `text` to the last space."""
    shown = printable(text)
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    # Markdown takes one space off each end
    pad = " " if shown.strip(" ") and shown != shown.strip(" `") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"
