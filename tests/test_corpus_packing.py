"""`cleantext corpus` over files packed with gzip or Zstandard: they come out packed, with what the plain ones give."""

import csv
import gzip
import io
import json

import pytest
import zstandard

from command import Run, write
from test_corpus import CLEAN, RAW, outputs


def test_compressed_files_stay_compressed(run: Run) -> None:
    line = json.dumps({"text": RAW}).encode() + b"\n"
    write("in/a.jsonl.gz", gzip.compress(line * 3) + gzip.compress(line))
    write("in/b.txt.zst", zstandard.compress(RAW.encode()) + zstandard.compress(b"!"))
    assert run("corpus", "in", "-o", "out", "--quiet", "--isolated")[0] == 0
    made = outputs("out")
    assert gzip.decompress(made["a.jsonl.gz"]) == json.dumps({"text": CLEAN}).encode().join([b"", b"\n"]) * 4
    with zstandard.ZstdDecompressor().stream_reader(made["b.txt.zst"]) as stream:
        assert stream.read().decode() == CLEAN + "!"


@pytest.mark.parametrize("packing", ["", ".gz", ".zst"])
@pytest.mark.parametrize("kind", ["txt", "jsonl", "csv", "tsv"])
def test_every_format_in_every_packing(run: Run, kind: str, packing: str) -> None:
    """What is packed gives, unpacked, what the same gives as it is."""

    def page(text: str) -> bytes:
        if kind == "txt":
            return text.encode()
        if kind == "jsonl":
            return (json.dumps({"id": 1, "text": text, "tail": ["x"]}, ensure_ascii=False) + "\n").encode() * 2
        made = io.StringIO()
        rows = [["id", "text", "tail"], ["1", text, "x"], ["2", text, ""]]
        csv.writer(made, delimiter="," if kind == "csv" else "\t", lineterminator="\n").writerows(rows)
        return made.getvalue().encode()

    pack = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.compress}[packing]
    write(f"in/a.{kind}{packing}", pack(page(RAW)))
    assert run("corpus", "in", "-o", "out", "--quiet", "--isolated")[0] == 0
    (made,) = outputs("out").values()
    if packing == ".gz":
        made = gzip.decompress(made)
    elif packing == ".zst":
        with zstandard.ZstdDecompressor().stream_reader(made) as stream:
            made = stream.read()
    assert made == page(CLEAN)
