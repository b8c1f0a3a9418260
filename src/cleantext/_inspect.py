"""What the layout sees of a text: form, script, widths, indents, signs of where it comes from, and what is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from cleantext._data.classes import PRIVATE
from cleantext._decisions import doubtful_seams
from cleantext._layout.columns import MIN_WIDTH
from cleantext._layout.facts import contents_of
from cleantext._layout.forms import Form
from cleantext._layout.pattern import pattern
from cleantext._layout.width import INDENT
from cleantext._paragraphs.features import extract
from cleantext._script import script_of
from cleantext._seams import aligned
from cleantext._text import Text
from cleantext._trace import Trace

__all__ = ["Inspection", "inspect", "to_dicts", "to_table"]

_PRIVATE_RE = pattern(f"[{PRIVATE}]")
_HABITS = ("unknown", "lost", "none", "kept")  # the codes of `Features.habit`
_LAYER_RULES = ("radical-form", "vertical-form", "latin-ligature", "letter-spacing", "fake-bold")
_OCR_RULES = ("year-zero", "misread-digit", "name-dot", "wrong-bracket-pair", "stray-space", "half-width-mark")
_MIN_WIDTH_SHARE = 0.1  # of the lines in columns; what fewer lines share is no column of the page
# From here on a page is worth more read again than cleaned: a lost character in five hundred, a private one in a
# hundred, and more seams in doubt than one in ten.
_MAX_LOST_SHARE = 0.002
_MAX_PRIVATE_SHARE = 0.01
_MAX_DOUBT_SHARE = 0.1
_MAX_IN_TURN = 0.1  # of the lines


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a text shows; shares are 0-1, widths in em, the commonest first.

    Attributes:
        forms: the share of each form among the lines that are not blank.
        script: that of `script_of`: `simplified`, `traditional`, `mixed`, or `unknown` where no character tells.
        indents: of first lines in columns: `kept`, `lost`, `none` (the page has none) or `unknown`.
        signs: how often the rules that repair a text layer's or an engine's damage found something.
        reread: why the page had better be read again; empty where it need not.
    """

    file: str
    encoding: str
    characters: int
    lines: int
    pages: int
    forms: dict[str, float]
    script: str
    widths: tuple[float, ...]
    indents: str
    signs: dict[str, int]
    lost_share: float
    private_share: float
    doubts_per_page: float
    reread: tuple[str, ...]


def inspect(file: str, encoding: str, trace: Trace) -> Inspection:
    r"""Return what a text shows.

    Args:
        file: its name, as it is to be shown.
        encoding: its name, as it is to be shown.
        trace: of a run over the text, whose doubts and changes count.

    >>> import cleantext
    >>> found = inspect("a.txt", "UTF-8", cleantext.Cleaner().trace("馆开放了。\n\ufffd"))
    >>> found.forms, found.script, found.lost_share, found.reread
    ({'flowing': 1.0}, 'simplified', 0.1667, ('1 in 6 characters is lost',))
    """
    string = trace.source.replace("\r\n", "\n").replace("\r", "\n")
    text = Text(string)
    layout = text.layout
    numbers = [n for n, width in enumerate(layout.widths) if width]
    columns = [n for n in numbers if layout.forms[n] is Form.COLUMNS]
    forms = Counter(layout.forms[n].name.lower() for n in numbers)
    pages = string.rstrip("\f\n").count("\f") + 1
    seen = max(1, sum(1 for c in string if c not in " \t\n\f\u3000"))
    lost = string.count("\ufffd") / seen
    private = len(_PRIVATE_RE.findall(string)) / seen
    doubts = len(doubtful_seams(trace))
    signs = Counter(change.rule for change in trace.changes() if change.rule in (*_LAYER_RULES, *_OCR_RULES))
    reasons = []
    if lost > _MAX_LOST_SHARE:
        reasons.append(f"1 in {round(1 / lost):,} characters is lost")
    if private > _MAX_PRIVATE_SHARE:
        reasons.append(f"1 in {round(1 / private):,} characters is one of a font's own")
    if doubts > _MAX_DOUBT_SHARE * max(10, len(columns)):
        reasons.append(f"{doubts} of {len(columns)} seams are in doubt")
    if len(layout.in_turn) > _MAX_IN_TURN * len(numbers):
        reasons.append(f"{len(layout.in_turn)} of {len(numbers)} lines are of several columns in turn")
    contents = contents_of(text.line_list(), columns)
    return Inspection(
        file,
        encoding,
        len(trace.source),
        len(numbers),
        pages,
        {name: round(count / len(numbers), 2) for name, count in forms.most_common()},
        script_of(string).script,
        _widths([layout.widths[n] for n in columns]),
        _HABITS[extract(contents, layout, columns).habit] if len(columns) > 1 else "unknown",
        dict(signs.most_common()),
        round(lost, 4),
        round(private, 4),
        round(doubts / pages, 1),
        tuple(reasons),
    )


def _widths(widths: Sequence[int]) -> tuple[float, ...]:
    """Return the widths in em that many lines share, half an em more or less."""
    counts = Counter(widths)
    found: list[int] = []
    for width, _ in counts.most_common():
        near = counts[width - 1] + counts[width] + counts[width + 1]
        is_new = all(abs(width - other) > INDENT for other in found)
        if width >= MIN_WIDTH and near >= _MIN_WIDTH_SHARE * len(widths) and is_new:
            found.append(width)
    return tuple(width / 2 for width in found[:4])


def to_table(found: Sequence[Inspection]) -> str:
    """Return one row a text, under a headline."""
    head = "file pages lines form script widths indents signs lost private doubts"
    rows = [(*head.split(), "read again")]
    for item in found:
        form = " ".join(f"{name} {share:.0%}" if share < 1 else name for name, share in item.forms.items())
        signs = " ".join(f"{rule} {count}" for rule, count in list(item.signs.items())[:2])
        rows.append(
            (
                item.file,
                str(item.pages),
                str(item.lines),
                form or "-",
                item.script,
                " ".join(f"{width:g}" for width in item.widths) or "-",
                item.indents,
                signs or "-",
                f"{item.lost_share:.2%}",
                f"{item.private_share:.2%}",
                f"{item.doubts_per_page:g}",
                "; ".join(item.reread) or "no",
            )
        )
    return aligned(rows)


def to_dicts(found: Sequence[Inspection]) -> list[dict[str, Any]]:
    """Return the texts as JSON holds them."""
    return [asdict(item) for item in found]
