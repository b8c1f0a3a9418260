"""Texts for Hypothesis: any string, page-like text made of what rules look for, mutated seed pages; and how many."""

import os

from hypothesis import settings
from hypothesis import strategies as st

from corpora import SEEDS, read

HAN = "的一是在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里的研究市民区委"
MARKS = "，。、；：？！“”‘’（）《》〈〉【】「」『』〔〕—…·－～％,.;:?!\"'()[]{}<>-–―─━~%/\\+*=#@&_|`$^"
FORMS = "０１２９ＡＺａｚ．，！（）⽂⼈⼀⻓⻔⻩⺌豈\uf967\ufa0e︵︶﹁﹂︙︱﹐﹑﹔ﬁﬂé㎡½①Ⅳ々〇○ＯOlI丨ア한"
UNSEEN = (
    "\u200b\u200c\u200d\u200e\u202e\ufeff\u00ad\u2060\ufe0f\u0301\u030c\x00\x07\x1b\x85\u2028\ufffd\ue000\ud800\udfff"
)
SPACES = " \t\u3000\u00a0\u2003\u202f\v"
PIECES = (
    "本报讯 （记者 王培源） 11月2", "本报讯（记者 夏旭光）", "又讯 （记者 王培源）", "东昌府讯 ",
    "■ 文/图 本报记者 赵艳君", "□ 本 报 记 者  胡磊 薛良诚", "通讯员 商贺 翟雪", "（上接1版）", "（下转4版）",
    "受访者供图", "何志强 摄", "新区街道宣", "活 动 公 布 了《聊 城 市",
    "工人们将白菜打包装车工人们将白菜打包装车", "7 . 8", "1 月 9日", "2023 年 1 月", "20/23年", "12345 市民",
    "一、", "（二）", "1.", "第三条　", "①", "——", "— —", "───", "--", "......", "。。。", "……",
    "扫即连·点即通", "https://a.cn/b?c=1", "a.b@c.cn", "COVID-19", "inter-", "national", "3.5%", "10:30",
    "1,000", "Python 3", "GPT－4", "说,”好”", "二O二三年", "二0二三年", "l月", "高　田", "&amp;", "<b>",
    "```", "| a | b |", "\t值", "    缩进", "矛盾化解在基层 问题解决在基层",
)  # fmt: skip
BREAKS = ("\n", "\n", "\n", "\n\n", "\n\n\n", "\n　　", "\n  ", " \n", "\r\n", "\r", "\f", "\n\f")

_MOST = 20 if os.environ.get("HYPOTHESIS_PROFILE") == "few" else 1_000_000


def tries(count: int) -> settings:
    """Say how many texts a test tries; fewer where only the lines that they reach are counted."""
    return settings(max_examples=min(count, _MOST))


any_text = st.text(st.characters(), max_size=200)
"""Any code points: surrogates and controls too."""

_character = st.sampled_from(HAN) | st.sampled_from(MARKS) | st.sampled_from(FORMS + UNSEEN) | st.sampled_from(SPACES)
_piece = (
    st.sampled_from(PIECES) | st.text(st.sampled_from(HAN), min_size=1, max_size=12) | st.sampled_from("0123456789")
)
_line = st.lists(_piece | _character, max_size=8).map("".join)
_loose = st.lists(_line | st.sampled_from(BREAKS), max_size=16).map("".join)


def _set(text: str, width: int, gap: str) -> str:
    """Set a text in lines of one width; `gap` is what stands between two of them."""
    return gap.join(text[i : i + width] for i in range(0, len(text), width))


_body = st.lists(_piece | st.sampled_from("，。、“”？！"), min_size=4, max_size=40).map("".join)
_column = st.builds(_set, _body, st.integers(4, 24), st.sampled_from(BREAKS[:8]))
_doubled = _line.map(lambda line: line + line) | _line.map(lambda line: f"{line}\n{line}\n")
page_text = st.lists(_column | _doubled | _loose, max_size=5).flatmap(
    lambda parts: st.sampled_from(BREAKS).map(lambda gap: gap.join(parts))
)
"""Columns, doubled lines and loose pieces, made of what rules look for."""

short_text = st.text(st.sampled_from("一了，。“”（ ） 0.-aA■\n\f\r　⽂\u200b"), max_size=12)
"""Few characters of a hostile alphabet, so that all their combinations come up."""

_PAGES = [read(path) for path in SEEDS]


@st.composite
def mutated_pages(draw: st.DrawFn) -> str:
    """Some lines of a seed page with a few characters taken out, put in, doubled or moved."""
    lines = draw(st.sampled_from(_PAGES)).split("\n")
    first = draw(st.integers(0, len(lines) - 1))
    text = "\n".join(lines[first : first + draw(st.integers(1, 40))])
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        end = min(len(text), at + draw(st.integers(0, 12)))
        kind = draw(st.sampled_from(("out", "in", "twice", "swap")))
        piece = text[at:end]
        if kind == "out":
            text = text[:at] + text[end:]
        elif kind == "in":
            text = text[:at] + draw(_character | _piece | st.sampled_from(BREAKS)) + text[at:]
        elif kind == "twice":
            text = text[:end] + piece + text[end:]
        else:
            text = text[:at] + text[end : end + 12] + piece + text[end + 12 :]
    return text


COLUMN = (
    "记者在采访中了解到，为解决农民贷款难的问题\n，当地信用社推出了信用贷款业务，凭一张身份\n"
    "证就可以办理，最高额度为五万元。\n"
)
_gaps = st.sampled_from([" ", "  ", "\u3000", "\u3000\u3000", "\u3000\u3000\u3000\u3000", "\t", "\u00a0"])
_few = st.sampled_from("简讯文化一二，。：（）“”《》—·1290aB")
lines_in_columns = st.lists(_gaps | _few | _few | _few, min_size=1, max_size=24).map(
    lambda pieces: COLUMN + "".join(pieces) + "\n" + COLUMN
)
"""A line of gaps, marks and few characters in the midst of a page of columns, where most rules act."""
