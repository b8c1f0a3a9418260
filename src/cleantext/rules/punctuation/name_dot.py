"""Write the dot in a foreign name as `·`: `詹姆斯.邦德` → `詹姆斯·邦德`."""

import re
from collections.abc import Sequence
from typing import ClassVar

from cleantext._frozen import frozen
from cleantext._layout.protected import form_spans, has_address, is_code, lines_with
from cleantext._rule import Edit, Effect, Example, Form, Stage, Tier, pattern
from cleantext._text import Text

_DOTS = ".．•・‧∙⋅･"
# Characters that write the sounds of foreign names. Those of the first line write hardly anything else.
_SURE = "斯姆尔爾勒弗伊娜茨埃蒂莎洛纳納萨薩戈柯佩琳娅婭玛瑪诺諾丝絲黛妮琪蕾珀撒瑟菲芬艾澤泽茜兹茲詹"
_SOUND = _SURE + (
    "阿安奥奧巴贝貝本比彼别別宾賓波伯博布查达達戴丹德迪杜多顿頓恩法费費福盖蓋冈岡格古哈汉漢赫亨霍基吉加杰傑卡凯凱坎康考科克肯库庫拉"
    "莱萊兰蘭朗劳勞雷里利莉丽麗林卢盧鲁魯路伦倫罗羅马馬迈邁麦麥曼梅门門蒙米密莫穆内內尼涅努帕皮普奇乔喬切丘让讓瑞若塞桑沙舍史思司苏蘇索塔"
    "泰坦汤湯特提廷图圖托瓦万萬威韦韋维維温溫沃乌烏西希夏香辛休雪雅亚亞扬揚耶因英尤约約扎邦翰肖居契堡根金夫士隆爱愛治京列廉白叶葉泊代"
)
_WIDE_DOTS = frozenset(_DOTS) - {"."}
_BETWEEN_RE = re.compile(rb"\.(?<=\?\.)\?")  # between two characters beyond ASCII
_NAME_RE = pattern(f"[{_DOTS}](?<=[{_SOUND}]{{2}}.)(?=[{_SOUND}]{{2}})")
_SURE_RE = pattern(f"[{_SURE}]")
_SOUND_RE = pattern(f"[{_SOUND}]+")
_MAX_CHARS = 6  # of a part of a name
_MANY = 6  # so many characters that write sounds are no chance


@frozen
class NameDot:
    """Replace the full stop, bullet or Japanese dot between two parts of a foreign name by the middle dot.

    A foreign name is two characters or more on each side that write sounds, six in all or one that hardly ever writes
    anything else.

    Leaves alone: dots between Chinese words (`读书.连载`, `扫即连•点即通`), decimals, list marks, addresses, code,
    lines that mean something as lines, and names with a part of one character (`达.芬奇`).

    Source: GB/T 15834-2011, 4.14: the dot that parts foreign names is ·.
    """

    name: ClassVar = "name-dot"
    stage: ClassVar = Stage.PUNCTUATION
    tier: ClassVar = Tier.CONTEXT
    effect: ClassVar = Effect.MARK
    signs: ClassVar = frozenset(_DOTS)
    summary: ClassVar = "write the dot in a foreign name as ·"
    examples: ClassVar = (
        Example("詹姆斯.邦德和威廉・莎士比亚", "詹姆斯·邦德和威廉·莎士比亚"),
        Example("约翰•费茨杰拉德•肯尼迪", "约翰·费茨杰拉德·肯尼迪"),
        Example("读书.连载，扫即连•点即通，3.5", why="no names"),
    )

    def edits(self, text: Text) -> Sequence[Edit]:
        """Return one edit a dot."""
        string = text.string
        is_worth = text.has_any(_WIDE_DOTS) or ("." in text.signs and _BETWEEN_RE.search(text.ascii) is not None)
        if not is_worth or not _NAME_RE.search(string):
            return ()
        edits: list[Edit] = []
        for start, end in form_spans(text, Form.COLUMNS, Form.FLOWING):
            places = [dot.start() for dot in _NAME_RE.finditer(string, start, end)]
            for line_start, line_end in lines_with(places, string, start, end):
                line = string[line_start:line_end]
                if not is_code(line) and not has_address(line):
                    edits += [
                        Edit(line_start + dot.start(), line_start + dot.end(), "·")
                        for dot in _NAME_RE.finditer(line)
                        if _is_name(line, dot.start())
                    ]
        return edits


def _is_name(line: str, at: int) -> bool:
    before = line[max(0, at - _MAX_CHARS) : at]
    first = _SOUND_RE.match(before[::-1])
    last = _SOUND_RE.match(line, at + 1, at + 1 + _MAX_CHARS)
    if not first or not last:
        return False
    name = first[0] + last[0]
    return len(name) >= _MANY or bool(_SURE_RE.search(name))


RULE = NameDot()
