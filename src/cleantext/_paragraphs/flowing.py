"""Seams of flowing text: a paragraph that was cut where a column of the page ended.

Decided by the two facing lines alone, so that joining one seam never changes another's decision.
"""

from typing import Final

from cleantext._layout.chars import BEGIN, END, STOPPED, begin_class, end_class
from cleantext._layout.cues import CREDIT_RE, begin_cue
from cleantext._layout.facts import SPACES
from cleantext._layout.pattern import pattern
from cleantext._layout.width import width

_MIN_WIDTH: Final = 60  # half em; nothing shorter is a paragraph that could have been cut
_MIN_CHARS: Final = 2 * _MIN_WIDTH // 5  # code points; none is wider than two and a half half em
_MIN_SAID: Final = 8  # code points, of a quotation that was cut
_QUOTES: Final = (("“", "”"), ("「", "」"))
MID_SENTENCE: Final = frozenset(END[n] for n in ("HAN", "DIGIT", "COMMA", "PAUSE", "OPEN"))
_GOES_ON: Final = frozenset(BEGIN[n] for n in ("HAN", "DIGIT", "NO_START"))
# Where a writer sets no stops, as in chats, sentences end with the first ones and begin with the others.
_LAST_WORDS: Final = frozenset("了吗嗎呢吧啊呀嘛啦哦喔哈")
_FIRST_WORDS: Final = frozenset("我你您他她它咱這这那但")
_FIRST_PAIRS_RE: Final = pattern(
    "[昨今明前]天|[今去明]年|最近|现在|現在|其实|其實|不过|不過|后来|後來|然[后後]|所以|因[为為]|如果|[虽雖]然"
)
_COMMA_RE: Final = pattern("[，；,;]")
_STOP_RE: Final = pattern("[。！？!?]")  # of both widths: another rule makes one of the other later
_MIN_UNSTOPPED: Final = 80  # half em of one without any stop; captions and decks end so, and are shorter
# A name behind a space, but for one that OCR put behind a mark.
_SIGNED_RE: Final = pattern("[^，、；：,;:][ \u3000][^ \u3000]{1,8}$")
STOPS: Final = frozenset("。！？”")
"""The ends of nearly all paragraphs, none of which is cut: asked for first."""


def may_be_cut(before: str) -> bool:
    """Tell whether a line may be the first of two pieces of a paragraph, by its length and its last character."""
    if before[-1:] in STOPS:  # most
        return False
    length = len(before)
    return length >= _MIN_CHARS or (length >= _MIN_SAID and ("“" in before or "「" in before))


def _closes(before: str, after: str) -> bool:
    """Tell whether a long line closes, in its midst, the quotation that the line before it leaves open."""
    return width(after) >= _MIN_WIDTH and any(
        before.count(opening) > before.count(closing)
        and 0 <= after.find(closing) < len(after) - 1
        and not 0 <= after.find(opening) < after.find(closing)
        for opening, closing in _QUOTES
    )


def is_cut(before: str, after: str) -> bool:
    """Tell whether two lines of flowing text are one paragraph that was cut between them.

    >>> is_cut("为进一步深化改革、优化营商环境，街道负责人到便民服务中心体验窗口服务，办理了部分", "业务，了解了难点。")
    True
    >>> is_cut("5月18日，在东昌府区堂邑镇，工人在车间加工葫芦工艺品，产品远销日本、韩国", "近年来，产业发展。")
    False
    """
    if not after or before[-1:] in STOPS or not may_be_cut(before) or before[0] in SPACES or after[0] in SPACES:
        return False
    before, after = before.rstrip(SPACES), after.rstrip(SPACES)
    if not before or not after or end_class(before) not in MID_SENTENCE:
        return False
    commas = len(_COMMA_RE.findall(before))
    return (
        begin_class(after) in _GOES_ON
        and begin_cue(after) < 0
        and (
            (
                end_class(after) in STOPPED
                and width(before) >= _MIN_WIDTH
                and commas >= 2
                and (width(before) >= _MIN_UNSTOPPED or _STOP_RE.search(before) is not None)
            )
            or (commas > 0 and _closes(before, after))
        )
        and _SIGNED_RE.search(before) is None
        and begin_cue(before) != BEGIN["ITEM"]
        and CREDIT_RE.search(before) is None
        and not (before[-1] in _LAST_WORDS or after[0] in _FIRST_WORDS or _FIRST_PAIRS_RE.match(after))
    )
