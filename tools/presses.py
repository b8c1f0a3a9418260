"""How presses and extractors set text: the style of a page, and the breaking of a block into lines."""

import random
import re
from dataclasses import dataclass

NO_START = "，。、；：？！”’）》〉】」』…％%,.;:?!)"
NO_END = "“‘（《〈【「『("
OCR_MARKS = str.maketrans({"，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "？": "?", "！": "!"})
_TOKEN_RE = re.compile(r"[A-Za-z]+|[0-9][0-9.,:%]*|.", re.DOTALL)


@dataclass
class Style:
    """How one page is set and extracted."""

    width: int  # em
    indent: str  # lost, kept, spaces, none
    hang: bool  # a mark may hang over the end of a line
    gap: float  # em between Han and Latin
    compress: float  # share of marks set half wide
    blank_true: float  # share of block ends with a blank line
    blank_false: float  # share of other seams with one
    column: int  # lines
    column_blank: float
    squeezed: float  # share of lines broken at a mark
    space: float  # share of gaps that the extractor shows as a space
    ocr: bool
    spaced: float  # share of full lines that come out letter-spaced
    float_share: float


def random_style(rng: random.Random) -> Style:
    """Return a page's style."""
    width = rng.choice(
        [rng.randint(9, 14), rng.randint(12, 20), rng.randint(15, 24), rng.randint(22, 30), rng.randint(28, 40)]
    )
    mode = rng.choice(["none", "none", "few", "true", "messy", "all"])
    true = {"none": 0.0, "few": 0.15, "true": 0.97, "messy": 0.6, "all": 1.0}[mode] * rng.uniform(0.8, 1.0)
    false = {"none": 0.0, "few": 0.01, "true": 0.004, "messy": 0.05, "all": 0.02}[mode] * rng.uniform(0.3, 1.5)
    return Style(
        width=width,
        indent=rng.choice(["lost", "lost", "lost", "lost", "kept", "spaces", "none"]),
        hang=rng.random() < 0.3,
        gap=rng.choice([0.0, 0.25, 0.5]),
        compress=rng.choice([0.0, 0.3, 1.0]),
        blank_true=true,
        blank_false=false,
        column=rng.randint(20, 60),
        column_blank=rng.random() if mode != "none" else 0.0,
        squeezed=rng.uniform(0.1, 0.35) if rng.random() < 0.12 else 0.0,
        space=rng.choice([0.0, 0.5, 1.0]),
        ocr=rng.random() < 0.2,
        spaced=rng.choice([0.0, 0.0, 0.01]),
        float_share=rng.choice([0.0, 0.0, 0.2, 0.5]),
    )


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def break_lines(text: str, first: float, width: float, style: Style, rng: random.Random) -> list[str]:
    """Break a block into lines; `first` is the width (em) of the first one."""
    lines: list[str] = []
    line, used, room = "", 0.0, first
    last = ""
    for token in _TOKEN_RE.findall(text):
        size = sum(1.0 if ord(c) > 0x2000 else 0.5 for c in token)
        if token in NO_START + NO_END and rng.random() < style.compress:
            size = 0.5 if last and last in NO_START else size
        lead = (
            style.gap
            if last and (_is_han(last) != _is_han(token[0])) and (token[0].isalnum() and last.isalnum())
            else 0.0
        )
        if used + lead + size > room + 0.01 and line:
            can_hang = token in NO_START and (style.hang or used + 0.5 <= room + 0.5)
            if token in NO_START and (can_hang or rng.random() < 0.6):
                line += token
                lines.append(line)
                line, used, room, last = "", 0.0, width, ""
                continue
            if token in NO_START:
                moved = line[-1]
                line, rest = line[:-1], moved
                while line and (line[-1] in NO_END or rest[0] in NO_START):
                    line, rest = line[:-1], line[-1] + rest
                lines.append(line or rest)
                line = rest if lines[-1] is not rest else ""
                used = float(len(line))
            elif len(token) > 6 and token.isalpha() and room - used > 2.5 and rng.random() < 0.4:
                cut = max(2, int((room - used - 0.5) / 0.5) - 1)
                cut = min(cut, len(token) - 2)
                lines.append(line + (" " if lead and rng.random() < style.space else "") + token[:cut] + "-")
                token = token[cut:]
                line, used = "", 0.0
                size = 0.5 * len(token)
            else:
                rest = ""
                while line and line[-1] in NO_END:
                    line, rest = line[:-1], line[-1] + rest
                if line:
                    lines.append(line)
                line, used = rest, float(len(rest))
            room, lead = width, 0.0
            if token == " ":
                last = ""
                continue
        if lead and line and rng.random() < style.space:
            line += " "
        line += token
        used += lead + size
        last = token[-1]
    if line:
        lines.append(line)
    return [x for x in lines if x.strip()]


def squeeze(lines: list[str], style: Style, rng: random.Random) -> list[str]:
    """Break lines at their marks, as some extractors do where a mark was set narrow."""
    out = []
    for line in lines:
        if rng.random() < style.squeezed:
            pieces = re.split(r"(?<=[，。、；：”》）])(?![，。、；：”》）])|(?=[“《（])", line)
            out += [p for p in pieces if p]
        else:
            out.append(line)
    return out


def space_out(text: str) -> str:
    """Put a space between all characters."""
    return " ".join(text)
