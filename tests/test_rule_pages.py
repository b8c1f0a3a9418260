"""What people are shown of the rules: the page of one, the list, and names made safe to print."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import ClassVar

import pytest

import cleantext
from cleantext._pages import printable, rule_page, rule_table
from cleantext.rules import all_rules
from command import Run


@cleantext.rule(
    stage=cleantext.Stage.CHARACTERS,
    effect=cleantext.Effect.MARK,
    examples=[
        cleantext.Example("一\n二\u200b", "一二", form=cleantext.Form.COLUMNS),
        cleantext.Example(" `", why="no mark"),
        cleantext.Example("\ue000，★★", marks=("\ue000", "★★")),
    ],
)
def ornament(text: cleantext.Text) -> list[cleantext.Edit]:
    """Delete the ornaments between two items."""
    return []


def test_page_of_a_rule_made_by_a_user() -> None:
    assert rule_page(ornament) == (
        "# ornament\n\nDelete the ornaments between two items.\n\n"
        "Stage: characters. Tier: option. Effect: mark. Profiles: none, it runs when it is named.\n\n"
        "## Examples\n\n- before (in columns):\n\n  ```text\n  一\n  二\\u200b\n  ```\n\n"
        "  after:\n\n  ```text\n  一二\n  ```\n"
        "- `\\ue000，★★` stays; marked: `\\ue000`, `★★`\n\n"
        "## When it abstains\n\n- ``  ` `` stays (no mark)\n"
    )


@dataclass(frozen=True, slots=True)
class WideGap:
    """Delete wide gaps.

    Leaves alone: tables.

    Settings:
        max_gap_em: the widest gap that
            stays.
        filler, joiner: what stands in
            a gap.

    Source: synthetic.
    """

    name: ClassVar = "wide-gap"
    stage: ClassVar = cleantext.Stage.SPACING
    tier: ClassVar = cleantext.Tier.CONTEXT
    effect: ClassVar = cleantext.Effect.SPACE
    after: ClassVar = ("stray-space",)
    summary: ClassVar = "delete gaps that are too wide"
    examples: ClassVar = (cleantext.Example("一　　二", "一二"),)

    max_gap_em: float = 1.5
    filler: str = "\u3000"
    joiner: str = "-"

    def edits(self, text: cleantext.Text) -> list[cleantext.Edit]:
        return []


def test_page_with_settings() -> None:
    assert rule_page(WideGap(max_gap_em=2)) == (
        "# wide-gap\n\nDelete gaps that are too wide.\n\nDelete wide gaps.\n\nSource: synthetic.\n\n"
        "Stage: spacing. Tier: context. Effect: space. Profiles: none, it runs when it is named. "
        "Runs after: stray-space.\n\n"
        "## Settings\n\n- `max_gap_em` = `2`: the widest gap that stays.\n"
        "- `filler` = `'\\u3000'`: what stands in a gap.\n- `joiner` = `'-'`: what stands in a gap.\n\n"
        "## Examples\n\n- `一\\u3000\\u3000二` → `一二`\n\n"
        "## When it abstains\n\nLeaves alone: tables.\n"
    )


def test_pages_of_the_built_in_rules() -> None:
    for rule in cleantext.rules.all_rules():
        page = rule_page(rule)
        assert page.startswith(f"# {rule.name}\n\n{rule.summary[0].upper()}{rule.summary[1:]}.\n\n")
        assert page.count("```") % 2 == 0
        # a reader learns what it does and when it does nothing, in words and by examples
        examples, abstains = page.split("## Examples\n\n")[1].split("## When it abstains\n\n")
        assert " → " in examples or "after:" in examples or "marked: " in examples
        assert abstains.startswith("Leaves alone: ")
        assert "stays" in abstains
        assert "\nSource: " in page


def test_table() -> None:
    assert rule_table([WideGap(), ornament]) == (
        "rule      stage       tier     what it does\n"
        "wide-gap  spacing     context  delete gaps that are too wide\n"
        "ornament  characters  option   Delete the ornaments between two items."
    )


def test_rules_of_other_packages_are_listed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ImportError("no module of that name")

    def point(name: str, load: object, package: str | None = "stars-zh") -> SimpleNamespace:
        dist = None if package is None else SimpleNamespace(name=package)
        return SimpleNamespace(name=name, load=load, dist=dist, value="module:RULE")

    offered = [
        point("wide-gap", WideGap),
        point("radical-form", fail),  # hidden by the built-in one
        point("ornaments", lambda: ornament, None),
    ]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda *, group: offered)
    plain = rule_table(all_rules())
    code, out, err = run("rules")
    assert (code, err) == (0, "")
    lines = out.decode().splitlines()
    assert lines[:-2] == plain.splitlines()
    assert lines[-2].split()[0] == "ornament"
    assert lines[-2].endswith("  Delete the ornaments between two items. (from module:RULE, named ornaments)")
    assert lines[-1].split()[:3] == ["wide-gap", "spacing", "context"]
    assert lines[-1].endswith("  delete gaps that are too wide (from stars-zh)")
    assert run("rules", "wide-gap")[1].decode() == rule_page(WideGap())
    offered += [point("broken", fail), point("number", lambda: 3)]
    code, out, err = run("rules")
    assert (code, out.decode().splitlines()) == (2, lines)
    assert err == (
        "cleantext: rule 'broken', which the package stars-zh offers as module:RULE, cannot be imported "
        "(ImportError: no module of that name); mend the package, or leave the rule out\n"
        "cleantext: rule 'number', which the package stars-zh offers as module:RULE: 3 is no rule; it needs name, "
        "stage, tier, effect, summary, examples and edits\n"
    )


def test_printable() -> None:
    assert printable("第 1 版.txt") == "第 1 版.txt"
    assert printable("\x1b\x7f\x85\n\u202e\u2066\u200f\ufeff\u3000\udcff\U000e0041") == (
        r"\x1b\x7f\x85\n\u202e\u2066\u200f\ufeff\u3000\udcff\U000e0041"
    )
