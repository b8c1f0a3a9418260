"""Families of hostile texts, each a function of a size (code points), drawn alike in every run."""

import base64
import json
import random
import sys
import unicodedata
from collections.abc import Callable
from functools import cache, partial

from corpora import SEEDS, read
from hostile import UNITS, repeated

Family = Callable[[int], str]
# Each begins a script's main letters; what is drawn are the hundred code points from there.
SCRIPTS = {
    "Latin": 0x41, "Greek": 0x391, "Cyrillic": 0x410, "Armenian": 0x531, "Hebrew": 0x5D0, "Arabic": 0x621,
    "Syriac": 0x710, "Thaana": 0x780, "Devanagari": 0x905, "Bengali": 0x985, "Gurmukhi": 0xA05, "Gujarati": 0xA85,
    "Tamil": 0xB85, "Telugu": 0xC05, "Kannada": 0xC85, "Malayalam": 0xD05, "Sinhala": 0xD85, "Thai": 0xE01,
    "Lao": 0xE81, "Tibetan": 0xF40, "Myanmar": 0x1000, "Georgian": 0x10D0, "Hangul Jamo": 0x1100, "Ethiopic": 0x1200,
    "Cherokee": 0x13A0, "Ogham": 0x1680, "Runic": 0x16A0, "Khmer": 0x1780, "Mongolian": 0x1820, "Hiragana": 0x3041,
    "Katakana": 0x30A1, "Bopomofo": 0x3105, "Yi": 0xA000, "Hangul": 0xAC00, "Han": 0x4E00, "Han of plane 2": 0x20000,
    "radicals": 0x2F00, "Gothic": 0x10330, "cuneiform": 0x12000, "hieroglyphs": 0x13000, "Tangut": 0x17000,
}  # fmt: skip
CATEGORIES = (
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po",
    "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
)  # fmt: skip
EMOJI = "👨\u200d👩\u200d👧\u200d👦🏳️\u200d🌈👍🏽🇨🇳1️⃣🫡❤️🏴󠁧󠁢󠁥󠁮󠁧󠁿"
BIDI = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u202c\u2069\u200e\u200f\u061c"
CODE = "def clean(text):\n    # keep `x == y`\n    return [c for c in text if c != '\\t']\n\n\n"
MARKDOWN = "# Title\n\n- item *one*\n- item `two`\n\n```c\nint x = 7;\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"


@cache
def category(name: str) -> tuple[str, ...]:
    """Return the characters of a Unicode category, as this Python knows it; of a large one some thousands."""
    found = [i for i in range(sys.maxunicode + 1) if unicodedata.category(chr(i)) == name]
    return tuple(map(chr, found[:: len(found) // 4_000 + 1]))


def drawn(alphabet: Callable[[], object], size: int) -> str:
    return "".join(random.Random(size).choices(tuple(alphabet()), k=size))  # type: ignore[call-overload]


def of_script(first: int, size: int) -> str:
    """Words of a script in lines, with what stands between them there."""
    letters = [c for c in map(chr, range(first, first + 100)) if unicodedata.category(c)[0] in "LMS"]
    draw = random.Random(first)
    words = ["".join(draw.choices(letters, k=draw.randint(1, 9))) for _ in range(60)]
    line = " ".join(words[:12]) + ".\n" + " ".join(words[12:60])
    return repeated(line + "\n", size)


def as_json(size: int) -> str:
    row = {"名": "文化馆", "n": 7.8, "t": "10:30", "u": "https://a.cn/b?c=1", "a": [1, 2, {"b": None}]}
    return json.dumps([row] * (size // 90 + 1), ensure_ascii=False, indent=1)


def as_base64(size: int) -> str:
    data = base64.b64encode(random.Random(1).randbytes(size)).decode()
    return "\n".join(data[i : i + 76] for i in range(0, size, 76)) + "\n"


def mojibake(codec: str, size: int) -> str:
    return repeated(read(SEEDS[1]).encode()[:600].decode(codec, "replace"), size)


def around(piece: str, size: int) -> str:
    return "的" + piece * (size // 2) + "\n" + piece * (size // 2) + "一"


def long_lines(size: int) -> str:
    return ("的一是在人有我他，" * (size // 9)) + "\n" + ("ab, " * (size // 40))


def random_points(size: int) -> str:
    return "".join(map(chr, random.Random(3).choices(range(sys.maxunicode + 1), k=size)))


FAMILIES: dict[str, Family] = {
    **{f"unit {name}": partial(repeated, unit) for name, unit in UNITS.items()},
    **{f"category {name}": partial(drawn, partial(category, name)) for name in CATEGORIES},
    **{f"script {name}": partial(of_script, first) for name, first in SCRIPTS.items()},
    **{f"mojibake {codec}": partial(mojibake, codec) for codec in ("latin-1", "cp1252", "gb18030", "big5")},
    "emoji": partial(repeated, EMOJI),
    "emoji in any order": partial(drawn, lambda: EMOJI),
    "bidi": partial(repeated, BIDI),
    "bidi in text": partial(repeated, "的\u202eab\u2069，\n"),
    "terminal escapes": partial(repeated, "\x1b]0;的\x07\x1b[2J\x9b31m文"),
    "one base, many marks": lambda size: "e" + "\u0301\u0316" * (size // 2),
    "marks in unsorted order": lambda size: "的" + "\u0301\u0323\u05b0\u0345" * (size // 4),
    "Hangul letters": partial(repeated, "\u1112\u1161\u11ab"),
    "spaces around one line feed": partial(around, " "),
    "wide spaces around one line feed": partial(around, "\u3000"),
    "brackets around one line feed": partial(around, "（“"),
    "long lines": long_lines,
    "any code points": random_points,
    "JSON": as_json,
    "base64": as_base64,
    "code": partial(repeated, CODE),
    "Markdown": partial(repeated, MARKDOWN),
    "separators": partial(repeated, "一\x1c二\x1d\x85三\u2028四\u2029五\v六\r"),
    "page again and again": lambda size: repeated(read(SEEDS[0]), size),
    "pages of a document": lambda size: repeated(read(SEEDS[2]) + "\f", size),
    "page without line feeds": lambda size: repeated(read(SEEDS[0]).replace("\n", ""), size),
    "page, a character a line": lambda size: "\n".join(repeated(read(SEEDS[1]).replace("\n", ""), size // 2)),
    "page of unclosed quotes": lambda size: repeated(read(SEEDS[3]).replace("”", "“"), size),
}
# What is clean already: nothing but white space at line ends may go.
CLEAN = ("JSON", "base64", "code", "Markdown", *(f"script {n}" for n in ("Latin", "Greek", "Cyrillic", "Hebrew")))
# Few of the above, at sizes where everything quadratic shows itself.
LARGE: dict[str, tuple[str, int]] = {
    "one line of Han": ("unit one character", 1_000_000),
    "one line of Latin": ("unit Latin", 1_000_000),
    "one line, letter-spaced": ("unit letter-spaced", 1_000_000),
    "line feeds": ("unit line feeds", 300_000),
    "lines of one character": ("unit lines of one character", 300_000),
    "spaces around one line feed": ("spaces around one line feed", 1_000_000),
    "unclosed quotes": ("unit unclosed quotes", 1_000_000),
    "open brackets": ("unit open brackets", 1_000_000),
    "one base, many marks": ("one base, many marks", 1_000_000),
    "emoji": ("emoji", 1_000_000),
    "ten megabytes of pages": ("page again and again", 4_000_000),
    "ten megabytes of a document": ("pages of a document", 4_000_000),
}
