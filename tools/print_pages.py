"""Print flowing text by a real typesetter and take it out of the PDF again, so that a page's right answers are known.

    python tools/print_pages.py build/printed ../shared/clean --share 0.3

Texts are files of one paragraph a line, or annotated pages, whose headlines are set larger. Each is set by Typst in
four layouts; pdfminer, pypdf, pdfplumber, PyMuPDF, PDFium, and what is on the path of Poppler, MuPDF and Ghostscript
extract it. A page is kept where all letters come out in their order. `fit_costs.py --printed` fits the costs to them.
"""

import argparse
import json
import random
import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import pdfplumber
import pymupdf
import pypdf
import pypdfium2
import typst
from pdfminer.high_level import extract_text

from typeset import Article, load_articles

FLOWING = ("prose-", "legal-", "tech-", "mixed-", "interview-", "dialogue-")  # of the files of clean texts
FONTS = ("Noto Serif CJK SC", "WenQuanYi Zen Hei")
MAX_LETTERS = 1600  # of one page
HEADS = ("headline", "subhead", "subtitle", "kicker")
_MARKUP_RE = re.compile(r"^(#+|>|\*|-|[0-9]+\.) +|\*\*|`")
_NO_PROSE_RE = re.compile(r"<!--|```|---|\||!\[|<|\{|\}|:::|//")
_LINK_RE = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
_GAP_RE = re.compile(r"(?<=[^\x00-\x7f]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) (?=[^\x00-\x7f])")


class Layout(NamedTuple):
    """A page: the width of its columns (em), how many there are, the size (pt) and the first lines' indent (em)."""

    width: int
    columns: int
    size: int
    indent: int


LAYOUTS = {
    "newspaper": Layout(13, 3, 9, 2),
    "magazine": Layout(20, 2, 9, 2),
    "book": Layout(28, 1, 10, 2),
    "web": Layout(36, 1, 10, 0),
}


def on_path(*command: str) -> Callable[[str], str]:
    """Return what extracts by a program on the path; `PDF` stands for the file."""

    def extract(path: str) -> str:
        filled = [path if part == "PDF" else part for part in command]
        return subprocess.run(filled, capture_output=True, check=True).stdout.decode("utf-8", "replace")

    return extract


def by_pdfplumber(path: str) -> str:
    """Return the text of a PDF, by pdfplumber."""
    with pdfplumber.open(path) as pages:
        return "\n".join(page.extract_text() or "" for page in pages.pages)


ENGINES: dict[str, Callable[[str], str]] = {
    "pdfminer": extract_text,
    "pypdf": lambda path: "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages),
    "pdfplumber": by_pdfplumber,
    "pymupdf-sorted": lambda path: "\n".join(page.get_text("text", sort=True) for page in pymupdf.open(path)),
    "pypdfium2": lambda path: "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)),
    "poppler": on_path("pdftotext", "PDF", "-"),
    "mutool": on_path("mutool", "draw", "-q", "-F", "text", "PDF"),
    "gs": on_path("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=txtwrite", "-sOutputFile=-", "PDF"),
}
PROGRAMS = {"poppler": "pdftotext", "mutool": "mutool", "gs": "gs"}


def articles_of(folder: Path) -> Iterator[tuple[str, Article]]:
    """Yield the texts below a folder: flowing ones, or those of annotated pages."""
    for gold in sorted(folder.glob("*/gold.tsv")):
        yield gold.parent.name, load_articles(gold.parent)
    for path in sorted(folder.glob("*.txt")):
        if path.name.startswith(FLOWING):
            lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n")]
            lines = [_MARKUP_RE.sub("", line) for line in lines if line and not _NO_PROSE_RE.match(line)]
            lines = [_GAP_RE.sub("", _LINK_RE.sub(r"\1", line)) for line in lines]
            yield path.stem, [("paragraph", line) for line in lines if 2 * len(_han(line)) >= len(line)]


def _han(line: str) -> str:
    return "".join(char for char in line if "\u3400" <= char <= "\u9fff")


def cut(article: Article, start: int) -> Article:
    """Return as many blocks from one on as fill a page."""
    sizes = accumulate(len(text) for _, text in article[start:])
    return [block for block, size in zip(article[start:], sizes, strict=True) if size <= MAX_LETTERS]


def source(article: Article, layout: Layout, font: str) -> bytes:
    """Return what Typst sets."""
    blocks = []
    for kind, text in article:
        escaped = re.sub(r"""([#$*_`\\<>@=+/~\[\]"'-])""", r"\\\1", text)
        blocks.append(f"#text(size: 1.4em)[#par(first-line-indent: 0em)[{escaped}]]" if kind in HEADS else escaped)
    width = layout.width * layout.size * layout.columns + 14 * (layout.columns - 1) + 60
    indent = f"first-line-indent: (amount: {layout.indent}em, all: true), " if layout.indent else ""
    head = (
        f"#set page(width: {width}pt, height: 560pt, margin: 30pt, columns: {layout.columns})\n"
        f'#set columns(gutter: 14pt)\n#set text(font: "{font}", size: {layout.size}pt, lang: "zh", region: "cn")\n'
        f"#set par(justify: true, {indent}leading: 0.65em, spacing: {0.65 if layout.indent else 1.2}em)\n"
    )
    return (head + "\n\n".join(blocks) + "\n").encode()


def letters(text: str) -> str:
    """Return the letters and digits of a text, whatever their form."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def labels(raw: str, article: Article) -> list[str] | None:
    """Return the label of each line, None where the letters do not come out in their order."""
    if letters(raw) != letters("".join(text for _, text in article)):
        return None
    ends = set(accumulate(len(letters(text)) for _, text in article))
    found = []
    at, begins = 0, True
    for line in raw.split("\n"):
        count = len(letters(line))
        found.append("_" if not count else "B" if begins else "J")
        at += count
        begins = at in ends if count else begins
    return found


def write(folder: Path, raw: str, found: list[str], engine: str, template: str) -> None:
    """Write an annotated page."""
    folder.mkdir(parents=True)
    (folder / "raw.txt").write_bytes(raw.encode("utf-8"))
    rows = [
        f"{n}\t{label}\t{line.strip()}" for n, (label, line) in enumerate(zip(found, raw.split("\n"), strict=True), 1)
    ]
    (folder / "gold.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    meta = {"id": folder.name, "template": template, "engine": engine, "chars": "unscored", "kinds": {}}
    (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")


def main() -> None:
    """Print all texts in all layouts, and write what each engine makes of a part of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pages go; it must not be there")
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--share", type=float, default=0.4, help="of the engines for each text and layout")
    args = parser.parse_args()
    engines = {name: engine for name, engine in ENGINES.items() if shutil.which(PROGRAMS.get(name, "env"))}
    rng = random.Random(1)
    count = 0
    with tempfile.TemporaryDirectory() as scratch:
        for number, (name, article) in enumerate(pair for folder in args.texts for pair in articles_of(folder)):
            for template, layout in LAYOUTS.items():
                page = cut(article, rng.randrange(max(1, len(article) // 2)))
                pdf = f"{scratch}/{name}.pdf"
                typst.compile(source(page, layout, FONTS[number % len(FONTS)]), output=pdf)
                for engine in [engine for engine in engines if rng.random() < args.share]:
                    raw = engines[engine](pdf).replace("\r\n", "\n")
                    if (found := labels(raw, page)) is not None:
                        write(args.folder / f"{name}-{template}-{engine}", raw, found, engine, template)
                        count += 1
    print(f"{count} pages in {args.folder}")


if __name__ == "__main__":
    main()
