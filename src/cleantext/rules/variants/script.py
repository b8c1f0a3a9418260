"""Convert a text to the script that is asked for: `漢字` → `汉字`, `汉字` → `漢字`."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import ClassVar

from cleantext._data.classes import KANA
from cleantext._frozen import frozen
from cleantext._rule import Edit, Effect, Example, Stage, Tier, pattern
from cleantext._script import evidence
from cleantext._text import Text
from cleantext.errors import SettingsError
from cleantext.rules.variants._conversion import changes, converted, spliced
from cleantext.rules.variants._kept import KEPT_RES

# OpenCC's configuration for a text in the other script, for the same with the words of the place, and for a text in
# traditional script already, whose characters become those of the place.
_CONFIGS: Mapping[str, tuple[str, str, str]] = {
    "s": ("t2s", "", ""),
    "t": ("s2t", "", ""),
    "tw": ("s2tw", "s2twp", "t2tw"),
    "hk": ("s2hk", "s2hkp", "t2hk"),
}
# Have a meaning, or are names, in which they were never simplified: alone they do not show that a text is traditional.
_IN_BOTH = frozenset("乾夥徵沈瞭著藉")
# Standard in one traditional region and in no other, or simplified elsewhere: `t2tw` and `t2hk` put one for another, so
# they may not decide what happens to other lines.
_REGIONAL = (
    "兌脫說銳閱稅蛻悅戶溫蔥衛敘線強啟詠韻沖恆匯繡姍證臘寧臺檯竈纔慍搵挩梲榲蘊轀熅縕醞氳膃囪媼叄悦氲腽蜕税囱媪脱叁"
)
# Simplified forms made by analogy (輗 → 𫐐) that few fonts have: editions print the traditional one.
_UNPRINTED_RE = pattern("[\U00010000-\U0010ffff]")
_KANA_RE = pattern(f"[{KANA}]")
_MIN_KANA_SHARE = 0.1  # of a line; the の of a shop's name does not make a line Japanese


class _Way(IntEnum):
    """How much of a line is converted."""

    NOTHING = 0
    STRAYS = 1
    EVERYTHING = 2


@frozen
class Script:
    """Convert a text by OpenCC, line by line, where it is in another script than the one that is asked for.

    A line in the other script is converted by words. In a line of which most is in the script already, only the
    characters that the script does not have are; what both scripts have (`乾`, `后`) stays. A line that shows no
    script is converted where the text is mostly in the other one, or shows none either; but characters that were not
    simplified in all their meanings (`乾`, `藉`) are no reason to simplify such a text.

    Leaves alone: names such as `乾安县`, `徐乾學`, `朱儁`, the words of a place (`软件` becomes `軟件` for Taiwan too,
    unless `local_words`), characters whose other form few fonts have (`輗`), Japanese lines. A text that is simplified
    already never reaches OpenCC.

    Settings:
        to: `s` (simplified), `t` (traditional, OpenCC's standard), `tw` (of Taiwan), `hk` (of Hong Kong).
        local_words: with `tw` and `hk`, put the words of the place for those of the mainland (`软件` → `軟體`).

    Source: OpenCC's dictionaries; exceptions in `_kept.py`, each with its reason.
    """

    name: ClassVar = "script"
    stage: ClassVar = Stage.VARIANTS
    tier: ClassVar = Tier.OPTION
    effect: ClassVar = Effect.SCRIPT
    after: ClassVar = ("z-variant",)
    summary: ClassVar = "convert to simplified script, or to another by the option `to`"
    examples: ClassVar = (
        Example("發展中國家", "发展中国家"),
        Example("徐乾學是乾隆以前的人，著書甚多。", "徐乾学是乾隆以前的人，著书甚多。"),
        Example("他是我的同鄉，我们几个人这样说。", "他是我的同乡，我们几个人这样说。"),
        Example("乾安县的瞭望台很著名。", why="simplified already"),
        Example("藉此", why="shows no script"),
        Example("図書館の本を読む", why="Japanese"),
    )

    to: str = "s"
    local_words: bool = False

    def __post_init__(self) -> None:
        if self.to not in _CONFIGS:
            raise SettingsError(f"there is no script {self.to!r}; choose one of {', '.join(_CONFIGS)}")
        if self.local_words and not _CONFIGS[self.to][1]:
            raise SettingsError(f"the script {self.to!r} has no local_words; leave them out, or choose tw or hk")

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return the edits of each line that is to be converted; most are of one character."""
        other_re, own_re = self._evidence()
        is_local = bool(_CONFIGS[self.to][2])
        if not is_local and not other_re.search(text.string) and own_re.search(text.string):
            return ()
        if _is_japanese(text.string):
            return ()
        lines = [(offset, line) for offset, line in text.lines() if not line.isascii() and not _is_japanese(line)]
        counts = [(len(other_re.findall(line)), len(own_re.findall(line))) for _, line in lines]
        others, owns = (sum(count) for count in zip(*counts, strict=True)) if counts else (0, 0)
        default = _Way.EVERYTHING if others > owns or not others + owns else _Way.NOTHING
        edits: list[Edit] = []
        for (offset, line), (other, own) in zip(lines, counts, strict=True):
            way = _way(other, own, default)
            if way is not _Way.NOTHING or is_local:
                result = self._settled(line, way, is_sure=bool(others + owns))
                edits += [Edit(offset + start, offset + end, new) for start, end, new in changes(line, result)]
        return edits

    def _evidence(self) -> tuple[pattern, pattern]:
        """Return what finds a character that only the other script has, and one that only the one asked for has."""
        known = evidence(_REGIONAL if _CONFIGS[self.to][2] else "")
        found = known.simplified_re, known.traditional_re
        return found[::-1] if self.to == "s" else found

    def _settled(self, line: str, way: _Way, *, is_sure: bool) -> str:
        """Return a line as this rule leaves it alone in a second run; one that it would not is left as it was.

        OpenCC itself goes on: `么麽` becomes `幺麽` and then `幺么`.
        """
        first = self._converted(line, way, is_sure)
        if first == line:
            return line
        second = self._again(first, is_sure)
        return first if second == first else second if self._again(second, is_sure) == second else line

    def _again(self, line: str, is_sure: bool) -> str:
        """Return what a second run makes of a line; where the rest of the text decides, the most that it may make."""
        other_re, own_re = self._evidence()
        way = _way(len(other_re.findall(line)), len(own_re.findall(line)), _Way.EVERYTHING)
        return self._converted(line, way, is_sure)

    def _converted(self, line: str, way: _Way, is_sure: bool) -> str:
        plain, with_words, local = _CONFIGS[self.to]
        if way is _Way.EVERYTHING:
            result = self._by(with_words if self.local_words else plain, line)
            if self.to == "s" and not is_sure and _IN_BOTH.issuperset(_changed(line, result)):
                return line
            line = result
        elif way is _Way.STRAYS:
            others = evidence().traditional if self.to == "s" else evidence().simplified
            edits = changes(line, self._by(plain, line))
            line = spliced(line, [edit for edit in edits if line[edit.start : edit.end] in others])
        return self._by(local, line) if local else line

    def _by(self, config: str, line: str) -> str:
        """Return a line as OpenCC converts it, but for the names and words that are to stay."""
        result = converted(line, config)
        kept = {place for found in KEPT_RES[self.to].finditer(line) for place in range(*found.span())}
        if result == line or not (kept or _UNPRINTED_RE.search(result)):
            return result
        edits = changes(line, result)
        return spliced(
            line,
            [e for e in edits if kept.isdisjoint(range(e.start, e.end)) and not _UNPRINTED_RE.search(e.replacement)],
        )


def _changed(line: str, result: str) -> set[str]:
    return {char for edit in changes(line, result) for char in line[edit.start : edit.end]}


def _way(other: int, own: int, default: _Way) -> _Way:
    """Say how much of a line is converted.

    Args:
        other: how many of its characters only the script to be converted has.
        own: how many only the script that is asked for has.
        default: what is done where there are neither.
    """
    if not other:
        return _Way.NOTHING if own else default
    return _Way.STRAYS if own > other else _Way.EVERYTHING


def _is_japanese(line: str) -> bool:
    return len(_KANA_RE.findall(line)) > _MIN_KANA_SHARE * len(line)


RULE = Script()
