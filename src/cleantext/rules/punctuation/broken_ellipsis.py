"""Make one ellipsis of dots: `他想......好吧` → `他想……好吧`."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from cleantext._data.classes import HAN, KANA
from cleantext._frozen import frozen
from cleantext._layout.chars import WIDE_CLOSING, WIDE_OPENING
from cleantext._layout.protected import form_spans, is_address, is_code, lines_with
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

_MIN_DOTS, _MAX_DOTS = 3, 6  # more are the leader of a table of contents
# Each sign and what makes it worth a look; a pattern that begins with one sign finds it much sooner than a set.
_WORTH = {sign: pattern(worth) for sign, worth in {"·": "· ?·", "・": "・ ?・", "‥": "‥", "…": "…(?= …)"}.items()}
_STOPS_RE = pattern("。 ?。")
_POINTS_RE = re.compile(rb"\. ?\.")
_RUN_RE = pattern("[.。·・](?: ?[.。·・]){2,}|‥ ?‥+|… …")
_BEFORE_RE = pattern(f"[{HAN}{KANA}{WIDE_CLOSING}，、,)]")
_BEHIND_RE = pattern(f"[{HAN}{KANA}{WIDE_OPENING}{WIDE_CLOSING}，。；！？,;!?()\n\f]")


@frozen
class BrokenEllipsis:
    """Replace three to six dots (`...`, `。。。`, `···`) or two halves (`‥‥`, `… …`) behind Chinese text by `……`.

    Leaves alone: a single `…`, longer leaders and dots before a page number (tables of contents), dots beside Latin
    words and in lines of code and data, dots that stand in quotes by themselves; pieces with spaces between them in
    text that was not set in columns.

    Source: GB/T 15834-2011, 4.11.
    """

    name: ClassVar = "broken-ellipsis"
    stage: ClassVar = Stage.PUNCTUATION
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.MARK
    after: ClassVar = ("straight-quote",)
    signs: ClassVar = frozenset(_WORTH) | {".", "。"}
    summary: ClassVar = "make one ellipsis of dots"
    examples: ClassVar = (
        Example("他想......好吧。。。", "他想……好吧……"),
        Example("第一章......12", why="the leader of a table of contents"),
        Example("使用...args", why="code"),
        Example('logger.info("处理中...")', why="code"),
        Example("符号“。。。”", why="dots that are shown as such"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit an ellipsis."""
        string, signs = text.string, text.signs
        if not (
            _STOPS_RE.search(string)
            or ("." in signs and _POINTS_RE.search(text.ascii))
            or any(sign in signs and worth.search(string) for sign, worth in _WORTH.items())
        ):
            return ()
        return sorted(
            Edit(start, end, "……")
            for form in (Form.COLUMNS, Form.FLOWING)
            for start, end in _runs(string, form_spans(text, form), form)
            if _is_ellipsis(string, start, end, form)
        )


def _runs(string: str, spans: Sequence[tuple[int, int]], form: Form) -> Iterator[tuple[int, int]]:
    """Yield the runs of dots, those in lines of code left out."""
    for start, end in spans:
        runs = [run.span() for run in _RUN_RE.finditer(string, start, end)]
        if form is Form.COLUMNS:
            yield from runs
            continue
        for line_start, line_end in lines_with([run[0] for run in runs], string, start, end):
            if not is_code(string[line_start:line_end]):
                yield from (run.span() for run in _RUN_RE.finditer(string, line_start, line_end))


def _is_ellipsis(string: str, start: int, end: int, form: Form) -> bool:
    run = string[start:end]
    dots = run.replace(" ", "")
    if len(set(dots)) > 1 or (len(dots) < len(run) and form is not Form.COLUMNS):
        return False
    if dots[0] not in "‥…" and not _MIN_DOTS <= len(dots) <= _MAX_DOTS:
        return False
    if not _BEFORE_RE.match(string[start - 1 : start]) or is_address(string, start):
        return False
    return end == len(string) or _BEHIND_RE.match(string, end) is not None


RULE = BrokenEllipsis()
