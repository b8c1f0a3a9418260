"""Close up letter-spaced lines, words and bylines: `活 动 公 布 了` → `活动公布了`."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import dropwhile, groupby
from typing import ClassVar, NamedTuple

from cleantext._data.classes import CJK_MARK, HAN, SPACE
from cleantext._frozen import frozen
from cleantext._layout.chars import ASCII_ALNUM, BEYOND_ASCII, is_han_or_kana, is_wide, run_of
from cleantext._layout.facts import SPACES
from cleantext._layout.lines import is_letter_spaced
from cleantext._layout.protected import form_spans, lines_with
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text
from cleantext.errors import SettingsError
from cleantext.rules.spacing._rows import Rows
from cleantext.rules.spacing._words import pair_edits, wide_edits

_GAP = "[ \u00a0\u2002-\u200a\u202f]"  # what may stand between two letter-spaced characters; U+3000 is wider
_EXOTIC_GAPS = frozenset("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f")
_GAPS = _EXOTIC_GAPS | {" "}


def _sign_re(gap: str) -> pattern:
    """Match the first gap of three characters set apart, a line of two, or a capital and two letters."""
    return pattern(
        f"{gap}(?:(?<={BEYOND_ASCII}.)(?={BEYOND_ASCII}(?:{gap}{BEYOND_ASCII}|[{SPACE}]*+(?:[\n\f]|\\Z)))"
        f"|(?<=[A-Z].)(?=[a-z]{gap}[a-z](?![A-Za-z])))"
    )


_SIGN_RE = _sign_re(_GAP)
_PLAIN_SIGN_RE = _sign_re(" ")  # where there is no other gap: found much sooner, and made much sooner
_LINE_END_RE = pattern(f"[{SPACE}]*+(?:[\n\f]|\\Z)")
_SPREAD_LINE_RE = pattern(f"{BEYOND_ASCII}(?:{_GAP}{BEYOND_ASCII})+(?<![摄攝])")
_BRACKETS_RE = pattern("（[^（）]{7,40}）")
_BLANKS = ("（）", "()")  # what is filled in stands between
_MIN_SPREAD = 4  # characters set apart that are a word of them
_ASCII = frozenset(ASCII_ALNUM + ",.:;!?()%")
_GAPS_RE = pattern(run_of(SPACE))
_MARK_RE = pattern(f"[{CJK_MARK}]")
_LETTERS_RE = pattern("[A-Za-z](?<![A-Za-z]{2}).[A-Za-z](?![A-Za-z])")


def _known(gap: str) -> tuple[str, str, str]:
    """Return what matches the known words of bylines, credits and datelines, closed up or set apart."""
    g = f"{gap}?"
    role = (
        f"(?:本{g}[报報]{g})?(?:特{g}[约約]{g})?"
        f"(?:[记記]{g}者|通{g}[讯訊]{g}[员員]|[评評]{g}[论論]{g}[员員]|[编編]{g}[辑輯])"
    )
    return role, f"[摄攝]|供{g}[图圖]|[报報]{g}[道导導]", f"本{g}[报報]{g}[讯訊]|又{gap}[讯訊]|文{g}/{g}[图圖]"


class _Res(NamedTuple):
    """The patterns for a line: characters set apart, a Latin word of them, a word of bylines, and a name behind one."""

    run: pattern
    latin: pattern
    word: pattern
    name: pattern


@lru_cache(maxsize=64)
def _res(gap: str, *own: tuple[str, ...]) -> _Res:
    """Return the patterns for lines whose gaps `gap` matches; `own` are a user's words, of each kind of `_known`."""
    role, credit, dateline = (
        "|".join([*(f"{gap}?".join(map(re.escape, "".join(word.split()))) for word in _longest_first(words)), known])
        for words, known in zip(own, _known(gap), strict=True)
    )
    char = f"(?!{gap}){BEYOND_ASCII}"
    name = f"(?:{gap}?[{HAN}]){{2,4}}?"
    return _Res(
        pattern(f"{char}(?:{gap}{char}){{{_MIN_SPREAD - 1},}}"),
        pattern(f"(?<![A-Za-z])[A-Z](?:{gap}[a-z])+(?![A-Za-z])"),
        pattern(f"{role}|{credit}|{dateline}"),
        pattern(
            f"(?:{role})({gap})(?!{gap}){name}"
            f"(?:({gap})(?:(?=(?:{role})|文{gap}?/)|(?:{credit})(?![{HAN}]))|(?={gap}?[）)]|[{SPACE}]{{2}}|[{SPACE}]*\\Z))"
        ),
    )


def _longest_first(words: tuple[str, ...]) -> list[str]:
    return sorted(words, key=len, reverse=True)


@frozen
class LetterSpacing:
    """Delete the single spaces of a line, or part of one, whose characters were spread to fill its column.

    A wider gap in such a line parts two words and becomes one space. What stands in brackets is such a part, as is a
    word of two or three Han set apart by U+3000 that is known (`总　则`) or stands closed up elsewhere in the text, and
    two Han that are the title of a chapter or begin three speeches (`小 满：`).

    Leaves alone: the gap between two names, between a byline's word and its name, between two digits or two Latin
    words, choices and cells (`是 否`, `王 明 李 丽`: no two characters beside a gap stand side by side in words, or all
    are of one series), and text that was not set in columns.

    Settings:
        min_spaced_share: share (0-1) of a line's pairs of wide characters that must have a space between them.
        byline_words, credit_words, dateline_words: words besides those that are known, `特约撰稿人`, `图源`, `晨报讯`:
            spread ones are closed up, and the name beside a byline's or credit's stays apart.

    Source: justified lines and headlines of text layers; seed pages 002 and 004.
    """

    name: ClassVar = "letter-spacing"
    stage: ClassVar = Stage.SPACING
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.SPACE
    signs: ClassVar = _GAPS | {"\u3000"}
    forms: ClassVar = (Form.COLUMNS,)
    summary: ClassVar = "close up lines and words whose characters are spread apart by spaces"
    examples: ClassVar = (
        Example("活 动 公 布 了《聊 城 市", "活动公布了《聊城市", form=Form.COLUMNS),
        Example("□ 本 报 记 者  胡磊 薛良诚", "□ 本报记者 胡磊 薛良诚", form=Form.COLUMNS),
        Example("■ 本 报 记 者 刘 伟", "■ 本报记者 刘伟", form=Form.COLUMNS),
        Example("本报记者 全 永 年 文/图", "本报记者 全永年 文/图", form=Form.COLUMNS),
        Example("本报讯（记 者 苗 青）店里", "本报讯（记者 苗青）店里", form=Form.COLUMNS),
        Example("（责任编辑 艾　青）", "（责任编辑 艾青）", form=Form.COLUMNS),
        Example("第一章 总　则", "第一章 总则", form=Form.COLUMNS),
        Example("戴　雪　舫\n戴雪舫，名医之后。", "戴雪舫\n戴雪舫，名医之后。", form=Form.COLUMNS),
        Example("第二章 附 则", "第二章 附则", form=Form.COLUMNS),
        Example("小 满：来。\n小 满：走。\n小 满：好。", "小满：来。\n小满：走。\n小满：好。", form=Form.COLUMNS),
        Example("小 满：来。\n大 春：走。", form=Form.COLUMNS, why="too few to tell"),
        Example("简　　讯\n第二章　附　则", "简讯\n第二章　附则", form=Form.COLUMNS),
        Example("摘　要：本文", "摘要：本文", form=Form.COLUMNS),
        Example("本 报 记 者　冯 天 霖　通 讯 员　董 毅", "本报记者 冯天霖 通讯员 董毅", form=Form.COLUMNS),
        Example("是　否\n男　女\n是 否", form=Form.COLUMNS, why="two choices"),
        Example("填 空 ： （ ） 里 是 几 。", "填空：（ ）里是几。", form=Form.COLUMNS),
        Example("王 明 李 丽 张 强", form=Form.COLUMNS, why="three names"),
        Example("晴 多云 阴 小雨", form=Form.COLUMNS, why="cells"),
        Example("政 府 工 作 报 告", "政府工作报告", form=Form.COLUMNS),
        Example("一　夜", form=Form.COLUMNS, why="a number and a title"),
        Example("日　一　二　三　四　五　六", form=Form.COLUMNS, why="the cells of a row"),
        Example("提升V i m 技能", "提升Vim 技能", form=Form.COLUMNS),
        Example("胡磊 薛良诚 商贺", form=Form.COLUMNS, why="the only gaps part names"),
        Example("选项 A B C D，共 1 2 3 页", form=Form.COLUMNS, why="letters and numbers that stand by themselves"),
        Example("活 动 公 布 了", why="the author's spaces"),
    )

    min_spaced_share: float = 0.6
    byline_words: tuple[str, ...] = ()
    credit_words: tuple[str, ...] = ()
    dateline_words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.min_spaced_share <= 1:
            raise SettingsError(
                f"min_spaced_share is a share from 0 to 1, not {self.min_spaced_share!r}; give 0.6 or so"
            )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a gap."""
        string = text.string
        gap, sign_re = (_GAP, _SIGN_RE) if text.has_any(_EXOTIC_GAPS) else (" ", _PLAIN_SIGN_RE)
        wide = wide_edits(text) if "\u3000" in text.signs else []
        if pairs := pair_edits(text):
            wide = sorted([*wide, *pairs])
        if not sign_re.search(string):
            return wide
        edits: list[Edit] = []
        res = _res(gap, self.byline_words, self.credit_words, self.dateline_words)
        rows = Rows(string)
        last_end = -2  # of the line before, if that is running text whose characters are set apart
        for start, end in form_spans(text, Form.COLUMNS):
            places = [sign.start() for sign in sign_re.finditer(string, start, end)]
            signs = [at for at in places if _is_sign(string, at, end)]
            for line_start, line_end in lines_with(signs, string, start, end):
                line = string[line_start:line_end]
                content = line.strip(SPACES)
                is_spread = self._is_set_apart(content)
                if is_spread and line_start != last_end + 1 and rows.has(content):
                    is_spread = res.name.search(content) is not None
                last_end = line_end if is_spread else -2
                edits += self._line_edits(line, line_start, res, rows, is_line_spread=is_spread)
        if wide:  # what closes a word up goes before what leaves a space in its place
            ends = {edit.start: edit.end for edit in wide}
            edits = sorted([*wide, *(edit for edit in edits if ends.get(edit.start) != edit.end)])
        return edits

    def _line_edits(self, line: str, offset: int, res: _Res, rows: Rows, *, is_line_spread: bool) -> list[Edit]:
        spread = [(-1, -1)]  # none, and then the brackets that are
        if not is_line_spread:
            spread += [b.span() for b in _BRACKETS_RE.finditer(line) if self._is_set_apart(b[0])]
        names = list(res.name.finditer(line))
        words = [
            word
            for run in res.run.finditer(line)
            for word in _spread_words(line, *run.span())
            if is_line_spread or names or not rows.has(line, *word)
        ]
        words += [word.span() for word_re in (res.word, res.latin) for word in word_re.finditer(line)]
        closed = {at for word in words for at in range(*word)}
        kept = {name.start(group) for name in names for group in (1, 2)}
        edits: list[Edit] = []
        for gap in _GAPS_RE.finditer(line):
            start, end = gap.span()
            if start == 0 or end == len(line) or start in kept or line[start - 1] + line[end] in _BLANKS:
                continue
            is_spread = is_line_spread or start < spread[bisect_left(spread, (start, 0)) - 1][1]
            if end - start > 1 or gap[0] == "\u3000":
                if is_spread:
                    is_marked = _MARK_RE.match(line, start - 1) or _MARK_RE.match(line, end)
                    edits.append(Edit(offset + start, offset + end, "" if is_marked else " "))
            elif start in closed or (is_spread and (_is_closed(line, start) or _LETTERS_RE.match(line, start - 1))):
                edits.append(Edit(offset + start, offset + end, ""))
        return edits

    def _is_set_apart(self, content: str) -> bool:
        return is_letter_spaced(content, self.min_spaced_share) or _is_spread(content)


def _is_sign(string: str, at: int, end: int) -> bool:
    """Tell whether the gap at this offset, which a sign's pattern found, stands between wide characters or letters."""
    behind = string[at + 1]
    if behind.isascii():
        return True
    if not (is_wide(string[at - 1]) and is_wide(behind)):
        return False
    is_third = at + 3 < end and string[at + 2] in _GAPS and is_wide(string[at + 3])
    return is_third or _LINE_END_RE.match(string, at + 2, end) is not None


def _spread_words(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a run of characters set apart that are words: a Han or kana, and wide ones behind it."""
    for are_wide, part in groupby(range(start, end, 2), lambda at: is_wide(line[at])):
        places = list(dropwhile(lambda at: not is_han_or_kana(line[at]), part))
        if are_wide and len(places) >= _MIN_SPREAD:
            yield places[0], places[-1] + 1


def _is_spread(content: str) -> bool:
    """Tell whether every second character of a line is a gap, and all others are wide."""
    return bool(_SPREAD_LINE_RE.fullmatch(content)) and all(map(is_wide, content[::2]))


def _is_closed(line: str, at: int) -> bool:
    """Tell whether the gap at this offset is one of letter-spacing: a mark or a single character is beside it."""
    before, behind = line[at - 1], line[at + 1]
    if not is_wide(before):
        return before in _ASCII and is_wide(behind)
    if not is_wide(behind):
        return behind in _ASCII
    is_single = at < 2 or not (is_han_or_kana(before) and is_han_or_kana(line[at - 2]))
    return is_single or not (at + 2 < len(line) and is_han_or_kana(line[at + 2]))


RULE = LetterSpacing()
