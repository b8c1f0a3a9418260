"""Read again as UTF-8 what was read as Latin-1 or Windows-1252: `ä¸­æ–‡` → `中文`."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from cleantext._data.classes import HAN
from cleantext._frozen import frozen
from cleantext._layout.pattern import pattern
from cleantext._mojibake import decoded_again
from cleantext._rule import Edit, Effect, Example, Stage, Tier
from cleantext._text import Text

_LEADS = frozenset("ãäåæçèé")
# A byte from 80 to BF, as Latin-1 and as Windows-1252 have it.
_TAIL = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
# Han, marks (、 ， “ as ã, ï, â), a middle dot. None of these comes out of a repair, so no run grows by one.
_UNIT = f"(?:[ãäåæçèéïâ]{_TAIL}{{2}}|Â[\xa1-\xbf])"
_UNIT_RE = pattern(_UNIT)
_RUN_RE = pattern(f"{_UNIT}+")
# What stands in one line with nothing but ASCII between its units.
_REGION_RE = pattern(f"{_UNIT}(?:[\t -~]*+{_UNIT})*+")
# Alone a unit is too little: `Pelé”——` would read as 镗, and `é »` of every French quotation as 頻.
_CERTAIN_RE = pattern(f"{_UNIT} ?{_UNIT}")
_HAN_RE = pattern(f"[{HAN}]")
_MIN_HAN = 2
_MIN_PAGE = 20  # certain characters to one that stands alone: then it is the last of a paragraph, and not French
_CHUNK = 100  # units; ftfy is given 300 characters at most
_QUOTES = frozenset("`\"'“”‘’「」『』")


@frozen
class Mojibake:
    """Replace a run of letters and marks that are the bytes of Chinese characters by those characters.

    Only where all such runs between other characters than ASCII are valid UTF-8 and hold two Han characters or more,
    and two of their characters stand side by side; where a whole text is mojibake, a lone one will do.

    Leaves alone: words of French, German and other languages; a single character; a run in quotes in a line that has
    Chinese text besides, which speaks of mojibake; bytes that were lost on the way.

    Cost: linear; the encoding repair of `ftfy` is given a few hundred characters at a time.

    Source: UTF-8 read as Latin-1 or Windows-1252.
    """

    name: ClassVar = "mojibake"
    stage: ClassVar = Stage.CHARACTERS
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.SCRIPT
    remeasures: ClassVar = True
    signs: ClassVar = _LEADS
    summary: ClassVar = "read UTF-8 again that was read as Latin-1"
    examples: ClassVar = (
        Example("ä¸\xadæ–‡ï¼Œä½\xa0å¥½", "中文，你好"),
        Example("Pelé”——，Müller, à côté", why="letters of other languages beside Chinese marks"),
        Example("中文成了“ä¸\xadæ–‡”", why="the text speaks of it"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a run, more where it has white space in it."""
        string = text.string
        found: list[tuple[int, int, str]] = []
        short: list[tuple[int, int, str]] = []
        first, stop, has_han = 0, -1, False  # of the line that the last region in quotes stands in
        for region in _REGION_RE.finditer(string):
            start, end = region.span()
            if not _CERTAIN_RE.search(string, start, end):
                short.append((start, end, ""))
                continue
            if _is_quoted(string, start, end):
                if start > stop:
                    first = max(first, string.rfind("\n", first, start) + 1)
                    stop = string.find("\n", end)
                    stop = stop if stop >= 0 else len(string)
                    has_han = bool(_HAN_RE.search(string, first, stop))
                if has_han:
                    continue
            meant = _meant(_UNIT_RE.findall(region[0]))
            is_long = len(_HAN_RE.findall(meant)) >= _MIN_HAN
            (found if is_long else short).append((start, end, meant))
        size = sum(len(meant) for _, _, meant in found)
        if size >= _MIN_PAGE * len(short) and not _HAN_RE.search(string):
            found += [(a, b, meant or _meant(_UNIT_RE.findall(string, a, b))) for a, b, meant in short]
        return [edit for start, end, meant in sorted(found) for edit in _region_edits(string, start, end, meant)]


def _region_edits(string: str, start: int, end: int, meant: str) -> Iterator[Edit]:
    position = 0
    for run in _RUN_RE.finditer(string, start, end) if meant else ():
        size = len(_UNIT_RE.findall(run[0]))
        yield from _aligned(string, run.start(), run.end(), meant[position : position + size])
        position += size


def _is_quoted(string: str, start: int, end: int) -> bool:
    before, behind = string[start - 1 : start], string[end : end + 1]
    return before in _QUOTES and behind in _QUOTES


def _meant(units: Sequence[str]) -> str:
    """Return the character of each unit, or an empty string where they are not certainly mojibake."""
    parts: list[str] = []
    # The last piece is longer by one or two: a single unit would not be believed.
    starts = range(0, max(len(units) - 2, 1), _CHUNK)
    for start in starts:
        piece = units[start : start + _CHUNK if start + _CHUNK in starts else None]
        part = decoded_again("".join(piece))
        if len(part) != len(piece):
            return ""
        parts.append(part)
    return "".join(parts)


def _aligned(string: str, start: int, end: int, meant: str) -> list[Edit]:
    """Return the edits that make `meant` of a run; each holds one word before and after.

    A byte A0 or 85 in the run is white space to Python, and so is U+3000 in what is meant.
    """
    cuts = _cuts(string[start:end], meant)
    if cuts is None and start and string[start - 1].strip():
        # More white space than characters: the one before it is taken in.
        start, meant = start - 1, string[start - 1] + meant
        cuts = _cuts(string[start:end], meant)
    edits: list[Edit] = []
    position = (0, 0)
    for cut in cuts or ():
        edits.append(Edit(start + position[0], start + cut[0], meant[position[1] : cut[1]]))
        position = cut
    return edits


def _cuts(run: str, meant: str) -> list[tuple[int, int]] | None:
    """Return where both strings are cut so that each part is one word of both, or None."""
    wanted = {at for at in range(1, len(run)) if run[at].strip() and not run[at - 1].strip()}
    indent = len(meant) - len(meant.lstrip())
    for at in range(indent + 1, len(meant)):
        if meant[at].strip() and not meant[at - 1].strip():
            wanted.add(at * len(run) // len(meant))
    cuts: list[tuple[int, int]] = []
    last = 0
    for left, at in enumerate(sorted(wanted)):
        last = max(last + 1, min(round(at * len(meant) / len(run)), len(meant) - len(wanted) + left))
        cuts.append((at, last))
    cuts.append((len(run), len(meant)))
    position = (0, 0)
    for cut in cuts:
        if len(run[position[0] : cut[0]].split()) != 1 or len(meant[position[1] : cut[1]].split()) != 1:
            return None
        position = cut
    return cuts


RULE = Mojibake()
