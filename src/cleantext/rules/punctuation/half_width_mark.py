"""Set the marks of Chinese sentences full-width: `说,“好”;走!` → `说，“好”；走！`."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from cleantext._data.classes import HAN, LATIN
from cleantext._frozen import frozen
from cleantext._layout.chars import BEYOND_ASCII, UNITS, WIDE_OPENING, is_han_or_kana, is_wide
from cleantext._layout.protected import form_spans, has_address, is_address, is_code, lines_with, prefers_full_width
from cleantext._rule import Edit, Effect, Example, Form, Mark, Stage, Tier, pattern
from cleantext._text import Text

_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_SLASH = "∕"  # which fonts show as the full-width one: text layers have it for that
_SLASH_RE = pattern(f"{_SLASH}(?<=[文影源供理者图圖摄攝導导訪访報报].)")  # behind what bylines and credits name
_NEAR = f"(?:(?<={BEYOND_ASCII}.)|(?<={BEYOND_ASCII} .)|(?<={BEYOND_ASCII}[\"'].)|(?= ?[\"']?{BEYOND_ASCII}))"
# For each mark where it may stand beside Chinese: a pattern that begins with one sign finds it sooner than a set.
_NEAR_RES = {mark: pattern(re.escape(mark) + _NEAR) for mark in _FULL}
_LIST_RE = pattern(f"(?<![{HAN},])[{HAN}]{{1,4}}(?:,[{HAN}]{{1,4}}){{2,}}(?![{HAN},])")
_MARK_RE = pattern("[,;:!?]")
_LATIN_RE = pattern(f"[{LATIN}0-9]")
_NUMBER_RE = pattern(f"[0-9{UNITS})）]")
_WORD_RE = pattern(f"[{LATIN}0-9{UNITS})）]")
# The type of a document in a list of references, whose marks are ASCII ones (GB/T 7714): `论语言[M]. 北京: …`.
_REFERENCE_RE = pattern("\\[[A-Z]{1,2}(?:/[A-Z]{2})?\\] ?[.．,，]")
# A command or a face behind a space: `:wq`, `:!dir`, `:%s/…`, `:-)`.
_COMMAND_RE = pattern("[a-z]+!?(?![^\\x00-\\x7f])|[!#%-][!-~]|!(?= )")
_FIELD_RE = pattern(" *:[^:： ]{1,20}:(?: |\\Z)")  # of reStructuredText
# What names a sign before it, or says behind it what it is: `感叹号 ! 这个字符`, `按 : 键`.
_NAMED_RE = pattern("(?:[分问問逗叹嘆][号號]|[输輸键鍵]入|按下|保留字|[运運]算[子符]|字[符元]|符[号號]) +\\Z")
_COLON_RE = pattern("冒[号號] +\\Z")  # the others may announce what stands behind a colon
_NAMING_RE = pattern(" (?:命令|指令|字[符元]|[键鍵]|[这這][个個]字[符元])")
_MAX_NAMED = 8  # code points
_CURLY = frozenset("“”‘’")
_OPENING, _CLOSING = frozenset("“‘「『《（\"'"), frozenset("”’」』》）\"'")
_ENTITY_RE = pattern("&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,7})\\Z")  # `&nbsp;`, without its end
_MAX_ENTITY = 10  # code points


@frozen
class HalfWidthMark:
    """Replace ASCII commas, semicolons, colons, question and exclamation marks beside Han by full-width ones.

    So is a division slash (`∕`) behind a word of bylines and credits, which text layers have for `／`.

    The space behind a replaced mark goes. Commas between short items of columns are marked: they may have been `、`.

    Leaves alone: marks inside numbers, times, Latin words, addresses, code and references (`1,000`, `println! 宏`), one
    that stands in quotes by itself (`“:”`) or is named (`感叹号 !`), that of a command (`:wq`) or field, every `.`,
    lines that mean something as lines; in flowing text a page whose author writes ASCII marks beside Han.

    Source: GB/T 15834-2011; OCR engines read `，` as `,`.
    """

    name: ClassVar = "half-width-mark"
    stage: ClassVar = Stage.PUNCTUATION
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.MARK
    after: ClassVar = ("broken-ellipsis", "half-width-bracket", "straight-quote")
    signs: ClassVar = frozenset(_NEAR_RES) | {_SLASH}
    summary: ClassVar = "replace ASCII marks beside Han by full-width ones"
    examples: ClassVar = (
        Example("说,“好”; 又说:走!", "说，“好”；又说：走！", form=Form.COLUMNS),
        Example("增长8.0%,其中", "增长8.0%，其中", form=Form.COLUMNS),
        Example("一，二，三，四，五,六", "一，二，三，四，五，六"),
        Example("他說：The “GPL”, “BSD” and “X”, too.", form=Form.COLUMNS, why="an English sentence"),
        Example("文∕記者 高寒", "文／記者 高寒", form=Form.COLUMNS),
        Example("速度的单位是千米∕小时", form=Form.COLUMNS, why="a division"),
        Example("王伟, 李丽. 论语言[M]. 北京: 商务印书馆, 2020: 12.", form=Form.COLUMNS, why="a reference"),
        Example("1,000，12:30，println! 宏，a,b", form=Form.COLUMNS, why="marks inside numbers and Latin words"),
        Example("字段以“:”分隔，输入 :wq 退出", form=Form.COLUMNS, why="a sign that is spoken of, a command"),
        Example("输入感叹号 ! 这个字符，试试 :!dir", form=Form.COLUMNS, why="a sign that is named"),
        Example(":翻译: 王哲", form=Form.COLUMNS, why="a field of reStructuredText"),
        Example("苹果,梨,桃", "苹果，梨，桃", form=Form.COLUMNS, marks=("苹果,梨,桃",)),
        Example("说,好,又说:行,走", why="the author of this page writes ASCII marks"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a mark."""
        string = text.string
        near_res = [near_re for mark, near_re in _NEAR_RES.items() if mark in text.signs and near_re.search(string)]
        edits = list(_slashes(text)) if _SLASH in text.signs else []
        if not near_res:
            return edits
        for form in (Form.COLUMNS, Form.FLOWING):
            spans = form_spans(text, form)
            if form is Form.FLOWING and not (spans and prefers_full_width(string, spans)):
                continue
            for start, end in spans:
                found = sorted(near.start() for near_re in near_res for near in near_re.finditer(string, start, end))
                places = [at for at in found if _is_near(string, at, end)]
                for line_start, line_end in lines_with(places, string, start, end):
                    line = string[line_start:line_end]
                    if (form is Form.COLUMNS or not is_code(line)) and not _REFERENCE_RE.search(line):
                        edits += _line_edits(line, line_start, form is Form.COLUMNS)
        return sorted(edits)

    def notes(self, text: Text) -> Sequence[Mark]:
        """Return one mark a list whose commas may have been enumeration commas, which cannot be known."""
        if "," not in text.string:
            return ()
        return [
            Mark(items.start(), items.end(), "comma that may be an enumeration comma", items[0].count(","))
            for start, end in form_spans(text, Form.COLUMNS)
            for items in _LIST_RE.finditer(text.string, start, end)
        ]


def _slashes(text: Text) -> Iterator[Edit]:
    """Yield the edits of division slashes between Chinese characters, outside of lines that mean something as lines."""
    string = text.string
    for slash in _SLASH_RE.finditer(string, 1, len(string) - 1):
        at = slash.start()
        if is_han_or_kana(string[at - 1]) and is_han_or_kana(string[at + 1]) and text.form_at(at) is not Form.LINES:
            yield Edit(at, at + 1, "／")


def _is_near(string: str, at: int, end: int) -> bool:
    """Tell whether Chinese stands beside the mark at this offset, with a space or quote between them at most."""
    before = string[at - 1 : at]
    if _ends_chinese(before) or (before in (" ", '"', "'") and _ends_chinese(string[at - 2 : at - 1])):
        return True
    behind = at + 1 + (string[at + 1 : at + 2] == " ")
    behind += string[behind : behind + 1] in ('"', "'")
    return behind < end and _begins_chinese(string[behind])


def _line_edits(line: str, offset: int, in_columns: bool) -> list[Edit]:
    """Return the edits of one line, which begins at `offset`."""
    edits: list[Edit] = []
    holds_address = has_address(line)
    position = -1  # where the last replaced mark ended
    for mark in _MARK_RE.finditer(line):
        at = start = mark.start()
        if _is_sign(line, at):
            continue
        if in_columns and line[at - 1 : at] == " " and at != position:
            start = at - 1
        before = "，" if start == position else line[start - 1 : start]
        if before and before in "\"'":
            before = "，" if start - 1 == position else line[start - 2 : start - 1]
        if start < at and not _ends_chinese(before):
            start, before = at, " "
        gap = line[at + 1 : at + 2] == " "
        behind = line[at + 1 + gap : at + 2 + gap]
        if behind and behind in "\"'":
            behind = line[at + 2 + gap : at + 3 + gap]
        if not _is_chinese(mark[0], before, behind, gap, in_columns) or (holds_address and is_address(line, at)):
            continue
        if gap and before in _CURLY and _LATIN_RE.match(line[: start - 1].rstrip(".")[-1:]):
            following = line[at + 3 : at + 4] if behind in _CURLY else behind
            if _LATIN_RE.match(following):
                continue  # of an English sentence, set with the quotes that Chinese has too
        if mark[0] == ";" and _ENTITY_RE.search(line, max(0, at - _MAX_ENTITY), at):
            continue
        end = at + 1 + (gap and bool(behind))
        edits.append(Edit(offset + start, offset + end, _FULL[mark[0]]))
        position = end
    return edits


def _is_sign(line: str, at: int) -> bool:
    """Tell whether a mark stands for itself: in quotes, named, of a command, an operator or a field."""
    mark, before, behind = line[at], line[at - 1 : at], line[at + 1 : at + 2]
    if before in _OPENING and behind in _CLOSING:
        return True
    if mark == ":" and (behind == "=" or ((line[0] in ": ") and _FIELD_RE.match(line))):
        return True
    if before != " ":
        return False
    if mark == ":" and _COMMAND_RE.match(line, at + 1):
        return True
    if behind != " ":
        return False
    if _NAMING_RE.match(line, at + 1):
        return True
    return (_COLON_RE if mark == ":" else _NAMED_RE).search(line, max(0, at - _MAX_NAMED), at) is not None


def _ends_chinese(char: str) -> bool:
    """Tell whether Chinese text can end with a character."""
    return char != "" and (char in "─━" or is_wide(char))


def _begins_chinese(char: str) -> bool:
    """Tell whether Chinese text can begin with a character."""
    return char != "" and (char in WIDE_OPENING or is_han_or_kana(char))


def _is_chinese(mark: str, before: str, behind: str, gap: bool, in_columns: bool) -> bool:
    if not _ends_chinese(before):
        # Behind a number or Latin word a mark is Chinese if the sentence goes on in Chinese.
        if mark in ",;" and _begins_chinese(behind):
            return bool((_WORD_RE if mark == "," else _NUMBER_RE).match(before))
        return False
    if mark == ":":
        return behind not in ("/", "\\", ":") and (in_columns or not gap or _begins_chinese(behind))
    if mark in "!?":
        return gap or not (behind == "_" or _LATIN_RE.match(behind))
    return True


RULE = HalfWidthMark()
