"""A profile made ready to run: rules in order over a text, with or without a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from cleantext._block import Block
from cleantext._choice import checked_choice
from cleantext._document import blocks_of_part, clean_parts
from cleantext._given import checked_decisions, checked_pages, checked_text
from cleantext._layout.cues import own_cues
from cleantext._layout.lines import Layout
from cleantext._lexicon import Lexicon
from cleantext._line_ends import with_line_ends, with_line_feeds
from cleantext._pipeline import Pipeline
from cleantext._profile import Profile, get_profile
from cleantext._protect import Protected, checked, identity
from cleantext._rule import Effect, Rule, Stage
from cleantext._text import Text

if TYPE_CHECKING:
    from cleantext._blocks import Record  # what a record needs is imported when one is asked for
    from cleantext._decisions import Decisions
    from cleantext._trace import Trace

_OF_LAYOUT = frozenset((Stage.SPACING, Stage.REPEATS, Stage.PARAGRAPHS))  # their rules go by the layout


class Cleaner:
    r"""Clean texts by one profile; made once, run many times, from any thread.

    Args:
        profile: a `Profile` or the name of one.
        with_, without, settings, script, protect, lexicon: as for `Profile.make`.
        decisions: the seams that a person decided (`cleantext review` writes them).

    Raises:
        TypeError: `profile` is neither a profile nor a name, or `decisions` are no `Decisions`.
        UnknownProfileError, UnknownRuleError, UnknownOptionError: a name that stands for nothing.
        SettingsError: a value that cannot be taken, or a rule that cannot be loaded.

    >>> cleaner = Cleaner("page")
    >>> cleaner("“小易”是来自东昌府区行政审批\n\n服务局的帮办专员。")
    '“小易”是来自东昌府区行政审批服务局的帮办专员。'
    """

    def __init__(
        self,
        profile: str | Profile = "page",
        *,
        with_: Iterable[str | Rule] = (),
        without: Iterable[str] = (),
        settings: Mapping[str, Mapping[str, Any]] | None = None,
        script: str | None = None,
        protect: Iterable[Protected] = (),
        lexicon: Lexicon | None = None,
        decisions: Decisions | None = None,
    ) -> None:
        base = get_profile(profile)
        with_, without = checked_choice(with_, without)
        protect = checked(protect)
        if with_ or without or settings or protect or lexicon or script is not None:
            base = Profile.make(
                base.name,
                base=base,
                with_=with_,
                without=without,
                settings=settings,
                script=script,
                protect=protect,
                lexicon=lexicon,
            )
        self.profile = base
        self.rules = base.rules()
        self._own = own_cues(base.lexicon)
        self._full = Pipeline(self.rules)
        self.decisions = checked_decisions(decisions)

    def __repr__(self) -> str:
        return f"Cleaner({self.profile.name!r}, {len(self.rules)} rules)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cleaner) and (self.profile, self.decisions) == (other.profile, other.decisions)

    def __hash__(self) -> int:
        return hash((self.profile, self.decisions))

    def __reduce__(self) -> tuple[partial[Cleaner], tuple[Profile]]:
        return partial(Cleaner, decisions=self.decisions), (self.profile,)

    def with_decisions(self, decisions: Decisions | None) -> Cleaner:
        """Return this cleaner with other decisions; `None` is without any.

        Raises:
            TypeError: they are no `Decisions`.
        """
        other = copy(self)
        other.decisions = checked_decisions(decisions)
        return other

    def __call__(self, text: str) -> str:
        """Return `clean(text)`, so that a cleaner fits wherever a function of a text is wanted."""
        return self.clean(text)

    def fingerprint(self) -> str:
        """Return a digest of all that decides what comes out: rules, settings, protected words and versions.

        >>> Cleaner("page").fingerprint() == Cleaner("page").fingerprint() != Cleaner("text").fingerprint()
        True
        """
        from cleantext._fingerprint import fingerprint

        said = [f"protect {identity(item)}" for item in self.profile.protect]
        said += [f"lexicon {kind} {words!r}" for kind, words in self.profile.lexicon]
        if self.decisions is not None:
            said.append(self.decisions.fingerprint())
        return fingerprint(self.rules, said)

    def clean(self, text: str) -> str:
        """Return the cleaned text.

        Args:
            text: one page, or a document whose pages end with a form feed. Any `str` is accepted.

        Raises:
            TypeError: `text` is no `str`.

        >>> Cleaner("text").clean("⽂化")
        '文化'
        """
        string, line_end = with_line_feeds(checked_text(text))
        return with_line_ends(self._settled(string), line_end)

    def clean_many(self, texts: Iterable[str]) -> Iterator[str]:
        """Yield the cleaned texts one by one, in their order: for streams of short ones.

        Nothing is kept of a text once it is done; the next one is taken when it is asked for.

        Args:
            texts: each as for `clean`, and independent of the others (pages of one document: `clean_pages`).

        Raises:
            TypeError: `texts` is one `str`, or one of them is no `str`.

        >>> list(Cleaner("text").clean_many(["⽂化", "生活"]))
        ['文化', '生活']
        """
        if isinstance(texts, str | bytes | bytearray):
            kind = type(texts).__name__
            raise TypeError(f"clean_many() takes an iterable of str, not one {kind}; clean() takes a single text")
        return map(self.clean, texts)

    def clean_pages(self, pages: Iterable[str]) -> list[str]:
        r"""Return the cleaned pages of one issue or book, one string a page.

        Furniture and paragraphs over a page's end are decided over all pages; such a paragraph is of its first page.

        Args:
            pages: each as for `clean`, in their order.

        Raises:
            TypeError: `pages` is one `str`, or one of them is no `str`.

        >>> Cleaner().clean_pages(["旧文新读\n第一页的字。\n23\n", "旧文新读\n第二页的字。\n24\n"])
        ['\n第一页的字。\n', '\n第二页的字。\n']
        """
        given = [with_line_feeds(page) for page in checked_pages(pages)]
        cleaned = [""] * len(given)
        for numbers, part in clean_parts([string for string, _ in given], self._settled):
            for number, text in zip(numbers, part, strict=True):
                cleaned[number] = with_line_ends(text, given[number][1])
        return cleaned

    def _settled(self, string: str, record: Record | None = None) -> str:
        """Return the first of five results that a further run leaves alone: full, run twice, lines kept and so on.

        With a `record`, what the run that stands has done is kept there.
        """
        for chosen in ("full", "lines kept"):
            if record is not None:
                record.begin(chosen)
            pipeline = self._full if chosen == "full" else self._keeping_lines
            text = self._run(Text(string, Layout(string, self._own)), pipeline, record)
            # what was in the text and is in it no more does no harm in the set of its signs
            if text.string == string:
                return string
            text = text.anew()  # which lets the layout of the raw text go
            again = self._run(text, self._full)
            if again.string == text.string:
                return text.string
            # in a document of many pages there is always a spot that only a second run can see as it will be; for a
            # page alone it is better to abstain, unless the lines are settled but for one seam
            is_near = "\f" in string or abs(again.string.count("\n") - text.string.count("\n")) <= 2
            if chosen == "full" and is_near and self._run(again.anew(), self._full).string == again.string:
                if record is not None:
                    record.go_on("run twice")
                    self._run(text.anew(), self._full, record)
                return again.string
        if record is not None:
            record.begin("characters")
        text = self._run(Text(string, Layout(string, self._own)), self._characters, record)
        if text.string != string and self._stays(text.string):
            return text.string
        if record is not None:
            record.begin("unchanged")
            record.result = Text(string)
        return string

    def _stays(self, string: str) -> bool:
        """Tell whether a further run leaves alone what the rules of characters and marks have made."""
        text = Text(string, Layout(string, self._own))
        return self._run(text, self._characters).string == string and self._settled(string) == string

    @cached_property
    def _keeping_lines(self) -> Pipeline:
        """The pipeline without the rules that join lines: few texts need it."""
        return Pipeline([rule for rule in self.rules if rule.effect is not Effect.LINES])

    @cached_property
    def _characters(self) -> Pipeline:
        """The pipeline of the rules that look at no layout but for where they may enter; few texts need it either."""
        return Pipeline([rule for rule in self.rules if rule.stage not in _OF_LAYOUT])

    def _run(self, text: Text, pipeline: Pipeline, record: Record | None = None) -> Text:
        return pipeline.run(text, self.profile.protect, self.decisions, record)

    def _counted(self, text: str) -> tuple[str, dict[str, int]]:
        """Return the cleaned text and how many edits each rule made that made any."""
        from cleantext._blocks import Counts

        string, line_end = with_line_feeds(checked_text(text))
        counts = Counts()
        cleaned = self._settled(string, counts)
        return with_line_ends(cleaned, line_end), counts.edits

    def trace(self, text: str) -> Trace:
        r"""Return the cleaned text with the record of every change.

        Args:
            text: as for `clean`.

        Raises:
            TypeError: `text` is no `str`.

        >>> trace = Cleaner().trace("２０２３年\r\n")
        >>> trace.text, trace.revert()
        ('2023年\r\n', '２０２３年\r\n')
        """
        return self._traced(text)[0]

    def _traced(self, text: str) -> tuple[Trace, Record]:
        from cleantext._blocks import Record, traced

        string, line_end = with_line_feeds(checked_text(text))
        record = Record()
        result = self._settled(string, record)
        return traced(text, result, line_end, record), record

    def blocks(self, text: str) -> list[Block]:
        """Return the blocks of the cleaned text, in the order of the source.

        Args:
            text: as for `clean`.

        Raises:
            TypeError: `text` is no `str`.

        >>> [(b.kind, b.text) for b in Cleaner().blocks("■ 本报记者 朱海波")]
        [('byline', '■ 本报记者 朱海波')]
        """
        from cleantext._blocks import blocks_of

        return blocks_of(*self._traced(text))

    def blocks_of_pages(self, pages: Iterable[str]) -> list[list[Block]]:
        """Return the blocks of the pages of one issue or book, page by page, as `clean_pages` cleans them.

        Places count from the start of their page; a block that goes on over its end is given up to there.

        Args:
            pages: as for `clean_pages`.

        Raises:
            TypeError: as for `clean_pages`.

        >>> [[block.text for block in page] for page in Cleaner().blocks_of_pages(["⽂化。", "生活。"])]
        [['文化。'], ['生活。']]
        """
        given = checked_pages(pages)
        found: list[list[Block]] = [[] for _ in given]
        for numbers, _ in clean_parts([with_line_feeds(page)[0] for page in given], self._settled):
            part = blocks_of_part([given[number] for number in numbers], self.blocks)
            for number, blocks in zip(numbers, part, strict=True):
                found[number] = [replace(block, page=number + 1) for block in blocks]
        return found
