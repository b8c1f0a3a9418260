"""Set flowing text into columns the way presses and extractors do, so that a page's right answers are known.

A page is made from articles (lists of blocks) by a seeded random generator: column width, lost or kept indents,
kinsoku, letter-spacing, widths that change beside a picture, column ends, blank lines in the wrong places or
missing, headlines of one or two lines or one glyph a line, captions, items, hyphens, marks that break lines, OCR's
half-width marks.
"""

import json
import random
import re
from pathlib import Path

from pages import Page, make_page
from presses import OCR_MARKS, Style, break_lines, random_style, space_out, squeeze

# Verse of the Tang, to be set a clause or a couplet a line.
POEMS = (
    ("静夜思", "李白", "床前明月光，疑是地上霜。举头望明月，低头思故乡。"),
    ("登鹳雀楼", "王之涣", "白日依山尽，黄河入海流。欲穷千里目，更上一层楼。"),
    ("春晓", "孟浩然", "春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。"),
    ("相思", "王维", "红豆生南国，春来发几枝。愿君多采撷，此物最相思。"),
    ("江雪", "柳宗元", "千山鸟飞绝，万径人踪灭。孤舟蓑笠翁，独钓寒江雪。"),
    ("早发白帝城", "李白", "朝辞白帝彩云间，千里江陵一日还。两岸猿声啼不住，轻舟已过万重山。"),
    ("枫桥夜泊", "张继", "月落乌啼霜满天，江枫渔火对愁眠。姑苏城外寒山寺，夜半钟声到客船。"),
    (
        "春望",
        "杜甫",
        "国破山河在，城春草木深。感时花溅泪，恨别鸟惊心。烽火连三月，家书抵万金。白头搔更短，浑欲不胜簪。",
    ),
    (
        "山居秋暝",
        "王維",
        "空山新雨後，天氣晚來秋。明月松間照，清泉石上流。竹喧歸浣女，蓮動下漁舟。隨意春芳歇，王孫自可留。",
    ),
    (
        "送友人",
        "李白",
        "青山横北郭，白水绕东城。此地一为别，孤蓬万里征。浮云游子意，落日故人情。挥手自兹去，萧萧班马鸣。",
    ),
)

Article = list[tuple[str, str]]  # (kind, text) of each block


def load_articles(folder: Path) -> Article:
    """Return the blocks of an annotated page as one article."""
    rows = [line.split("\t") for line in (folder / "gold.tsv").read_bytes().decode("utf-8").rstrip("\n").split("\n")]
    kinds = json.loads((folder / "meta.json").read_text(encoding="utf-8")).get("kinds", {})
    blocks: Article = []
    for number, label, text in ((r[0], r[1].strip(), r[2] if len(r) > 2 else "") for r in rows):
        if label[0] in "_D":
            continue
        if label[0] == "J" and blocks:
            blocks[-1] = (blocks[-1][0], blocks[-1][1] + text)
        else:
            blocks.append((kinds.get(number, "paragraph"), text.replace("␤", "")))
    return [(kind, text) for kind, text in blocks if text.strip()]


class Setter:
    """Sets articles into one page and keeps the label of each line."""

    def __init__(self, style: Style, rng: random.Random) -> None:
        self.style, self.rng = style, rng
        self.lines: list[str] = []
        self.labels: list[str] = []
        self.narrow = 0  # lines that are still to be set beside a picture

    def put(self, text: str, label: str) -> None:
        """Put one line with its label."""
        self.lines.append(text)
        self.labels.append(label)

    def blank(self, chance: float) -> None:
        """Put a blank line, or two, with this chance."""
        if self.rng.random() < chance:
            for _ in range(1 if self.rng.random() < 0.9 else 2):
                self.put("", "_")

    def block(self, lines: list[str], indent: str = "") -> None:
        """Put the lines of a block, with the blank lines that the extractor shows."""
        style, rng = self.style, self.rng
        lines = squeeze(lines, style, rng) if style.squeezed else lines
        for i, line in enumerate(lines):
            if style.ocr:
                line = line.translate(OCR_MARKS)
                line = re.sub(r"([,;:?!])(?=.)", lambda m: m[1] + (" " if rng.random() < 0.5 else ""), line)
            if i < len(lines) - 1 and len(line) > 4 and rng.random() < style.spaced:
                line = space_out(line)
            self.put((indent if i == 0 else "") + line, "J" if i else "B")
            if len(self.lines) % style.column == 0:
                self.blank(style.column_blank)
            elif i < len(lines) - 1:
                self.blank(style.blank_false)
        if self.lines and self.labels[-1] != "_":
            self.blank(style.blank_true)

    def paragraph(self, text: str, width: int) -> None:
        """Put a paragraph, now and then beside a picture."""
        style, rng = self.style, self.rng
        indent = {"kept": "　　", "spaces": "  "}.get(style.indent, "")
        first = width - (0 if style.indent == "none" else 2)
        if not self.narrow and rng.random() < style.float_share * 0.3:
            self.narrow = rng.randint(4, 14)
        if self.narrow:
            small = max(5, int(width * rng.choice([0.4, 0.5, 0.6])))
            part = break_lines(text, small - (width - first), small, style, rng)
            head = part[: self.narrow]
            rest = text[len("".join(head).replace(" ", "").replace("-", "")) :]
            self.narrow = max(0, self.narrow - len(head))
            if len(part) > len(head) and "".join(head) == text[: len("".join(head))]:
                head += break_lines(rest, width, width, style, rng)
            else:
                head = part
            self.block(head, indent)
        else:
            self.block(break_lines(text, first, width, style, rng), indent)

    def headline(self, text: str, width: int) -> None:
        """Put a headline: in lines, letter-spaced, or a glyph a line."""
        rng = self.rng
        kind = rng.random()
        if kind < 0.08 and 4 < len(text) < 24:
            for i, c in enumerate(text.replace(" ", "")):
                self.put(c, "J" if i else "B")
            return
        room = max(6, int(width * rng.choice([0.6, 0.8, 1.0, 1.0, 1.5, 2.0])))
        if kind < 0.2:
            self.block([space_out(text)] if len(text) <= room else break_lines(text, room, room, self.style, rng))
        else:
            self.block(break_lines(text, room, room, self.style, rng))

    def poem(self) -> None:
        """Put a poem with its title and poet."""
        title, poet, verse = self.rng.choice(POEMS)
        self.block([title])
        if self.rng.random() < 0.8:
            self.block([poet])
        stops = "，。" if self.rng.random() < 0.3 else "。"
        for line in re.findall(f"[^{stops}]+[{stops}]", verse):
            self.block([line])

    def caption(self, text: str, width: int) -> None:
        """Put a caption in lines narrower or wider than the column."""
        room = max(6, int(width * self.rng.choice([0.5, 0.8, 1.0, 1.3])))
        self.block(break_lines(text, room, room, self.style, self.rng))


def set_page(articles: list[Article], rng: random.Random, name: str) -> Page:
    """Return one page set from pieces of some articles."""
    setter = Setter(random_style(rng), rng)
    captions = [t for a in articles for k, t in a if k == "caption"]
    heads = [t for a in articles for k, t in a if k in ("headline", "subtitle", "subhead", "kicker")]
    target = rng.randint(1, 10) if rng.random() < 0.25 else rng.randint(90, 260)  # a snippet, or a page
    while len(setter.lines) < target:
        article = rng.choice(articles)
        start = rng.randrange(len(article))
        piece = article[start : start + (rng.randint(1, 2) if target <= 10 else rng.randint(3, 12))]
        width = max(8, setter.style.width + rng.choice([0, 0, 0, 0, -3, 4, 8]))
        group = _head_group(heads, rng)
        head_first = rng.random() < 0.6
        for head in group if head_first else ():
            setter.headline(head, width)
        for kind, text in piece:
            if kind in ("headline", "subtitle", "kicker"):
                continue
            if kind == "subhead":
                setter.headline(text, width)
            elif kind == "caption":
                setter.caption(text, width)
            elif kind in ("byline", "notice", "verse"):
                setter.block(break_lines(text, width, width, setter.style, rng))
            else:
                setter.paragraph(text, width)
            if captions and rng.random() < 0.03:
                setter.caption(rng.choice(captions), width)
        if rng.random() < 0.06:
            for _ in range(rng.randint(1, 3)):
                setter.poem()
        for head in group if not head_first else ():
            setter.headline(head, width)
    return make_page(name, "set", "set", "\n".join(setter.lines), setter.labels, real=False)


def _head_group(heads: list[str], rng: random.Random) -> list[str]:
    """Return the heads of one article: a kicker now and then, the headline, a subtitle, set below each other."""
    if not heads or rng.random() < 0.3:
        return []
    group = [rng.choice(heads)]
    if rng.random() < 0.35:
        second = rng.choice(heads)
        group.append(second if rng.random() < 0.6 else "——" + second.lstrip("—"))
    short = [h for h in heads if len(h) <= 8]
    if short and rng.random() < 0.2:
        group.insert(0, rng.choice(short))
    return group


def make_pages(articles: list[Article], count: int, seed: int) -> list[Page]:
    """Return `count` pages set from the articles; the same for the same seed."""
    rng = random.Random(seed)
    return [set_page([rng.choice(articles) for _ in range(4)], rng, f"set-{seed}-{i}") for i in range(count)]
