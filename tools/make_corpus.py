"""Write a corpus of varied pages as Parquet, as large as it is asked for; the same for the same size.

    python tools/make_corpus.py 1000 FOLDER      # megabytes of text, in files of some 100 MB

The pages are the seed pages, and those of ../shared/pages where they are there, cut and put together anew: some lines
of one page behind some of another, so that no two are the same and each looks like a page.
"""

import argparse
import random
from pathlib import Path

import pyarrow as arrow
from pyarrow import parquet

REPO = Path(__file__).parent.parent
FILE_BYTES = 100_000_000
GROUP_BYTES = 4_000_000


def sources() -> list[list[str]]:
    """Return the lines of each page."""
    paths = [*sorted((REPO / "seeds").glob("*.txt")), *sorted((REPO.parent / "shared" / "pages").glob("*/raw.txt"))]
    return [path.read_bytes().decode("utf-8").split("\n") for path in paths]


def page(pages: list[list[str]], chance: random.Random) -> str:
    """Return a page made of runs of lines of two pages."""
    lines: list[str] = []
    for source in chance.sample(pages, 2):
        begin = chance.randrange(len(source))
        lines += source[begin : begin + chance.randrange(20, 200)]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a corpus of varied pages as Parquet.")
    parser.add_argument("megabytes", type=int)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    pages, chance = sources(), random.Random(0)
    schema = arrow.schema([("id", arrow.int64()), ("text", arrow.string())])
    left, row, number = arguments.megabytes * 1_000_000, 0, 0
    while left > 0:
        room = min(left, FILE_BYTES)
        with parquet.ParquetWriter(
            arguments.folder / f"pages-{number:03}.parquet", schema, compression="zstd"
        ) as writer:
            while room > 0:
                rows, size = [], 0
                while size < min(GROUP_BYTES, room):
                    text = page(pages, chance)
                    rows.append({"id": row, "text": text})
                    size, row = size + len(text.encode()), row + 1
                writer.write_table(arrow.Table.from_pylist(rows, schema))
                room, left = room - size, left - size
        number += 1
    print(f"{row} pages in {number} files")


if __name__ == "__main__":
    main()
