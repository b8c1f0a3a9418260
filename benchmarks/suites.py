"""What is measured on which texts: the whole clean, its rules and stages, and the peers."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import texts
from cleantext import Cleaner, Rule, Text
from cleantext._apply import apply
from cleantext._layout.lines import Layout
from cleantext._pipeline import Pipeline
from cleantext.rules import get_rule
from peers import Work
from rounds import Times, interleaved, over

OURS, TRACED, MANY, GATED = "clean", "trace", "clean_many", "script, simplified already"
UNIT = "str.translate"
_MOST = 41  # rounds


@dataclass(frozen=True)
class Suite:
    """One kind of text, and what is measured on it.

    Attributes:
        name: what the text is called in tables.
        find: makes the texts; empty where they are not on this machine.
        note: one sentence on what they are.
        budget: seconds for all rounds; 0 is three rounds and no run before, for what takes long.
        ours: what of this library is measured, by name.
        peers: names of the peers that are measured; None is all.
    """

    name: str
    find: Callable[[], Sequence[str]]
    note: str
    budget: float
    ours: tuple[str, ...] = (OURS, TRACED)
    peers: tuple[str, ...] | None = None


SUITES = (
    Suite("seed pages", texts.seed_pages, "the five pages in `seeds/`, each a call", 25),
    Suite("labelled pages", texts.shared_pages, "forty pages of six presses, in no repository, each a call", 60),
    Suite(
        "strings of 200 characters",
        texts.short_strings,
        "the seed pages cut into strings of 200 characters, each a call",
        20,
        (OURS, TRACED, MANY),
    ),
    Suite(
        "one paragraph, nothing to do",
        texts.long_paragraph,
        "the paragraphs of the cleaned seed pages as a single one, in one call",
        15,
    ),
    Suite(
        "real paragraphs, nothing to do",
        texts.paragraphs,
        "the paragraphs of the cleaned seed pages, each a call",
        15,
    ),
    Suite(
        "10 MB",
        texts.long_text,
        "the seed pages again and again as one text of 10 MB, a form feed after each",
        0,
        (OURS,),
    ),
    Suite(
        "simplified pages",
        texts.simplified_pages,
        "the cleaned seed pages; the rule `script` alone, which is to find that they are simplified already",
        5,
        (GATED,),
        (UNIT, "opencc t2s"),
    ),
)


def _gated(pages: Sequence[str]) -> Callable[[], None]:
    """Return a call of the rule `script` on pages whose layout is known, as it is when the rule's turn comes."""
    rule = get_rule("script")
    known = [(page, Layout(page)) for page in pages]

    def work() -> None:
        for page, layout in known:
            rule.edits(Text(page, layout))

    return work


def _ours(name: str, pages: Sequence[str]) -> Callable[[], object] | None:
    """Return a call of something of this library; None where it has no such thing."""
    cleaner = Cleaner()
    if name == GATED:
        return _gated(pages)
    if name == MANY:
        many = getattr(cleaner, MANY, None)
        return None if many is None else lambda: list(many(pages))
    return over(getattr(cleaner, name), pages)


def measure(suite: Suite, peers: Mapping[str, Work]) -> Times | None:
    """Return the seconds of everything in a suite, round by round; None where its texts are not here."""
    found = suite.find()
    if not found:
        return None
    works: dict[str, Callable[[], object]] = {}
    for name in suite.ours:
        work = _ours(name, found)
        if work is not None:
            works[name] = work
    for name, peer in peers.items():
        if suite.peers is None or name in suite.peers:
            works[name] = over(peer, found)
    return interleaved(works, suite.budget, _MOST, is_warm=not suite.budget)


class Parts:
    """The rules of the standard profile, one after the other over some pages, each timed.

    What a rule is the first to ask for (the path) is counted to it; `asked` is what tells which rules are worth asking
    (the signs of the text, the forms of the page), `apply` is all splicing of edits. A clean runs this once, and again
    on what comes out.
    """

    def __init__(self, pages: Sequence[str]) -> None:
        self.pages = pages
        self.rules: Sequence[Rule] = Cleaner().rules
        self.pipeline = Pipeline(self.rules)
        self.names = ["asked", "apply", *(rule.name for rule in self.rules)]

    def run(self) -> dict[str, float]:
        """Return the seconds of each part."""
        clock = time.process_time
        spent = dict.fromkeys(self.names, 0.0)
        for page in self.pages:
            begin = clock()
            text = Text(page)
            asked: Sequence[tuple[int, Rule]] = self.pipeline.asked(text)
            end = clock()
            spent["asked"] += end - begin
            while asked:
                (place, rule), *asked = asked
                begin = clock()
                edits = rule.edits(text)
                end = clock()
                spent[rule.name] += end - begin
                if edits:
                    before, text = text, apply(text, edits, rule)
                    begin, end = end, clock()
                    spent["apply"] += end - begin
                    if text.signs is not before.signs:
                        asked = self.pipeline.asked(text, place + 1)
                        spent["asked"] += clock() - end
        return spent

    def stages(self, spent: Mapping[str, float]) -> dict[str, float]:
        """Return the seconds of each stage: those of its rules."""
        found: dict[str, float] = {}
        for rule in self.rules:
            stage = rule.stage.name.lower()
            found[stage] = found.get(stage, 0.0) + spent[rule.name]
        return found


def measure_parts(pages: Sequence[str], unit: Work, most: int = _MOST) -> Times:
    """Return the seconds of each rule, of each stage (`stage spacing`) and of the unit, round by round."""
    parts = Parts(pages)
    spent: list[dict[str, float]] = []
    units = interleaved({UNIT: over(unit, pages), "parts": lambda: spent.append(parts.run())}, 20, most)
    del spent[0]  # the first run is not counted
    times: Times = {UNIT: units[UNIT], **{name: [one[name] for one in spent] for name in parts.names}}
    stages = [parts.stages(one) for one in spent]
    return times | {f"stage {stage}": [one[stage] for one in stages] for stage in stages[0]}


__all__ = ["GATED", "MANY", "OURS", "SUITES", "TRACED", "UNIT", "Parts", "Suite", "measure", "measure_parts"]
