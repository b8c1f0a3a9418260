"""Words of two or three Han set apart that stand by themselves: `总　则`, `小 满：`, `第一章 附 则`."""

from collections import Counter
from itertools import islice

from cleantext._data.classes import SPACE
from cleantext._layout.chars import BEYOND_ASCII, is_han_or_kana
from cleantext._rule import Edit, Form, pattern
from cleantext._text import Text
from cleantext.rules.spacing._rows import is_series, is_word

__all__ = ["pair_edits", "wide_edits"]

_MAX_WIDE_WORDS = 64  # of a text: a bound, as each is looked for in all of it
_NUMERALS = frozenset("一二三四五六七八九十甲乙丙丁")  # `一　夜` is the number of a section and its title
# The gaps of a word of two or three characters that stands alone, or behind a space: `第一章 总　则`. Three characters
# with a gap each are the cells of a row.
_WIDE_WORD_RE = pattern(
    f"\u3000(?<={BEYOND_ASCII}.)(?<![^ \u3000\n\f]..)(?<![{SPACE}\n\f].\u3000..)"
    f"(?:\u3000?(?={BEYOND_ASCII}(?:[ \n\f）：]|\\Z))"
    f"|(?!\u3000){BEYOND_ASCII}\u3000(?={BEYOND_ASCII}(?:[ \n\f）：]|\\Z)))"
)
# A name of two Han set apart by a plain space before what its bearer says (`小 满：`), or the title of a chapter.
_PAIR_RE = pattern(
    f"\n(第[^\x00-\x7f ]{{1,4}}[章节節编編篇] )?({BEYOND_ASCII} {BEYOND_ASCII})(?=([：:（(])|[{SPACE}]*(?:[\n\f]|\\Z))"
)
_MIN_SPEECHES = 3
# What stands before a name: who does what, and maybe other names.
_NAMED_RE = pattern(
    "(?:[记記]者|通[讯訊][员員]|[编編][辑輯]|[责責美主][编編]|[摄攝]影|作者|校[对對]|[評评][论論][员員])"
    "(?:[ \u3000][^ \u3000\n（）]{2,4})*[ \u3000]\\Z"
)
_MAX_NAMES = 40  # code points of them


def wide_edits(text: Text) -> list[Edit]:
    """Return the edits that close up words of two or three Han with an ideographic space between them.

    What is set apart so may also be two choices (`是　否`): a word is known, stands closed up elsewhere on the page, or
    is a name behind what its bearer does (`记者 王　明`).
    """
    string = text.string
    edits: list[Edit] = []
    for gaps in islice(_WIDE_WORD_RE.finditer(string), _MAX_WIDE_WORDS):
        start, end = gaps.span()
        word = string[start - 1 : end + 1].replace("\u3000", "")
        if (
            len(word) > 1  # what stands beside the gaps of a longer run are gaps too
            and text.form_at(start) is Form.COLUMNS
            and all(map(is_han_or_kana, word))
            and (
                (is_word(word, string) and (word[0] not in _NUMERALS or is_word(word)))
                or _NAMED_RE.search(string, max(0, start - _MAX_NAMES), start - 1)
            )
        ):
            middle = start + 1 if len(word) > 2 else end  # the place of the Han between two gaps
            edits += [Edit(start, middle, ""), Edit(end - 1, end, "")][: len(word) - 1]
    return edits


def pair_edits(text: Text) -> list[Edit]:
    """Return the edits that close up two Han with a plain space between them: a speaker's name, a chapter's title.

    What is set apart so may be two names or choices: who speaks says something three times at least.
    """
    lined = "\n" + text.string  # a pattern that begins with a line feed is found soonest
    pairs = [pair for pair in _PAIR_RE.finditer(lined) if (pair[1] is None) is not (pair[3] is None)]
    said = Counter([pair[2] for pair in pairs if pair[1] is None])
    return [
        Edit(pair.start(2), pair.start(2) + 1, "")  # of the text without that line feed
        for pair in pairs
        if (pair[1] or said[pair[2]] >= _MIN_SPEECHES)
        and is_han_or_kana(pair[2][0])
        and is_han_or_kana(pair[2][2])
        and not is_series(pair[2][::2])
        and text.form_at(pair.start(2)) is Form.COLUMNS
    ]
