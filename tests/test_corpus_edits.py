"""`cleantext corpus --edits`: the record of every change beside each output, and the way back by it."""

import csv
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as arrow
import pytest
import zstandard
from pyarrow import parquet

from cleantext import Edits
from cleantext.errors import EditsError
from command import Run, write
from corpora import SEEDS, read
from test_corpus import CLEAN, RAW, manifest, outputs
from test_corpus_faults import at_once
from test_corpus_hostile import failures

PAGES = [read(path)[:900] for path in SEEDS]
TEXTS = {
    "a.txt": RAW.encode(),
    "b.txt": b"\xef\xbb\xbf" + RAW.replace("\n", "\r\n").encode(),
    "sub/c.txt": "漢字和簡化字的關係是怎樣的呢，⽂化。\r\n".encode("utf-16"),
    "d.txt": "漢字和簡化字的關係是怎樣的呢，１２。".encode("big5"),
    "e.txt": "这里没有什么可以改动的，一句也没有。\n".encode(),
    "f.txt": b"",
}


def go(run: Run, *more: str, inputs: tuple[str, ...] = ("in",), output: str = "out") -> tuple[int, str]:
    code, out, err = run("corpus", *inputs, "-o", output, "--isolated", *more)
    assert out == b""
    return code, err


@pytest.fixture
def _in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleantext._corpus.run.run_pool", at_once)


def table() -> arrow.Table:
    texts = [*PAGES, None, "一句也没有。", *PAGES[:2]]
    return arrow.table({"id": list(range(len(texts))), "text": texts})


def packed_tables() -> dict[str, bytes]:
    """A table of each kind, and bytes of it; its rows are those of `table`."""
    rows = table().to_pylist()
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    records = io.StringIO()
    csv.writer(records).writerows([["id", "text"], *([row["id"], row["text"]] for row in rows)])
    escaped = "".join(json.dumps(row) + "\r\n" for row in rows)
    return {
        "a.jsonl": ("\n" + lines).encode(),
        "b.jsonl.gz": gzip.compress(escaped.encode(), mtime=0),
        "c.csv": records.getvalue().encode(),
        "d.tsv.zst": zstandard.compress(("text\tn\n" + "".join(f"⽂化{k}\t２\n" for k in range(5))).encode(), 3),
    }


def unpacked(data: bytes, codec: str) -> bytes:
    unpack = {".gz": gzip.decompress, ".zst": zstandard.decompress}
    return unpack[codec](data) if codec else data


@pytest.mark.usefixtures("_in_process")
def test_the_edits_of_texts_are_those_of_clean_and_give_the_source_back(run: Run) -> None:
    for name, data in TEXTS.items():
        write(f"in/{name}", data)
    code, err = go(run, "--edits")
    assert (code, "edits kept beside 6 outputs" in err, " 0 doubts" in err) == (0, True, True)
    for name, data in TEXTS.items():
        assert run("clean", f"in/{name}", "-o", "one.txt", "--edits", "one.jsonl", "--isolated")[0] == 0
        assert Path("out", name).read_bytes() == Path("one.txt").read_bytes()
        assert Path(f"out/{name}.edits.jsonl").read_bytes() == Path("one.jsonl").read_bytes()
        assert run("revert", f"out/{name}", "--edits", f"out/{name}.edits.jsonl") == (0, data, "")
    summary = json.loads(Path("out/summary.json").read_bytes())
    sizes = [len(data) for name, data in outputs("out").items() if name.endswith(".edits.jsonl")]
    assert (summary["edits_files"], summary["edits_bytes"]) == (6, sum(sizes))


def test_the_edits_of_rows_give_each_text_back_for_any_number_of_jobs(run: Run) -> None:
    for name, data in packed_tables().items():
        write(f"in/{name}", data)
    parquet.write_table(table(), "in/e.parquet", row_group_size=4)
    made = []
    for jobs in ("1", "2"):
        assert go(run, "--edits", "--jobs", jobs, "--quiet", output=jobs)[0] == 0
        made.append(outputs(jobs))
    assert made[0] == made[1]
    assert len(made[0]) == 2 * (4 + 3)
    for name, data in packed_tables().items():
        codec = Path(name).suffix if name.endswith((".gz", ".zst")) else ""
        Path("back").mkdir(exist_ok=True)
        how = ("revert", f"1/{name}", "--edits", f"1/{name}.edits.jsonl{codec}")
        assert run(*how, "-o", f"back/{name}") == (0, b"", "")
        assert unpacked(Path("back", name).read_bytes(), codec) == unpacked(data, codec)
        assert run(*how) == (0, unpacked(data, codec), "")
    # by hand
    cleaned = [json.loads(line) for line in Path("1/a.jsonl").read_bytes().splitlines() if line]
    with Path("1/a.jsonl.edits.jsonl").open("rb") as file:
        for edits in Edits.loads_rows(file):
            row = cleaned[edits.row - 1]
            assert edits.column == "text"
            row["text"] = edits.revert_text(row["text"])
    assert cleaned == table().to_pylist()


@pytest.mark.usefixtures("_in_process")
@pytest.mark.parametrize("kind", [arrow.large_string(), arrow.dictionary(arrow.int32(), arrow.string())])
def test_the_texts_of_parquet_come_back(run: Run, kind: arrow.DataType) -> None:
    schema = arrow.schema([arrow.field("id", arrow.int64()), arrow.field("body", kind)])
    source = table().rename_columns(["id", "body"]).cast(schema)
    Path("in").mkdir()
    parquet.write_table(source, "in/a.parquet")
    assert go(run, "--edits", "--column", "body", "--quiet")[0] == 0
    assert set(outputs("out")) == {"a.parquet", "a.parquet.edits.jsonl.gz"}
    assert run("revert", "out/a.parquet", "--edits", "out/a.parquet.edits.jsonl.gz", "-o", "back.parquet")[0] == 0
    assert parquet.read_table("back.parquet").equals(source)
    assert not parquet.read_table("out/a.parquet").equals(source)


@pytest.mark.usefixtures("_in_process")
def test_a_page_that_failed_has_no_edits_and_comes_back_too(run: Run) -> None:
    raw = b"\x81\xff\xfe\x00\x00\xff\x80\x00"
    rows = '{"text": "⽂"}\n{bad\n{"text": 3}\n{"text": "⽇"}\n{"text": "' + "⽂" * 200 + '"}\n'
    write("in/a.txt", raw)
    write("in/b.txt", RAW * 90)
    write("in/c.jsonl", rows)
    assert go(run, "--edits", "--max-page", "500", "--quiet")[0] == 2
    assert [where[1] for where in sorted(failures())] == [1, 1, 2, 3, 5]
    assert [edits.row for edits in Edits.loads_rows(io.BytesIO(outputs("out")["c.jsonl.edits.jsonl"]))] == [1, 4]
    for name, data in (("a.txt", raw), ("b.txt", (RAW * 90).encode()), ("c.jsonl", rows.encode())):
        assert run("revert", f"out/{name}", "--edits", f"out/{name}.edits.jsonl") == (0, data, "")


@pytest.mark.usefixtures("_in_process")
def test_a_run_with_another_choice_is_refused_and_says_how_to_go_on(run: Run) -> None:
    write("in/a.txt", RAW)
    write("in/b.txt", RAW)
    assert go(run, "--quiet")[0] == 0
    code, err = go(run, "--edits")
    assert (code, "made without --edits; leave it out to go on, give --redo" in err) == (2, True)
    assert set(outputs("out")) == {"a.txt", "b.txt"}
    assert go(run, "--edits", "--redo", "--quiet")[0] == 0
    code, err = go(run)
    assert (code, "made with --edits; give it to go on, --redo" in err) == (2, True)
    code, err = go(run, "--without", "radical-form", "--edits")
    assert (code, "made with other settings" in err) == (2, True)
    # an input that is not named any more keeps its output, and with it the way back
    assert go(run, "--redo", "--quiet", inputs=("in/a.txt",))[0] == 0
    assert set(outputs("out")) == {"a.txt", "b.txt", "b.txt.edits.jsonl"}


@pytest.mark.usefixtures("_in_process")
def test_edits_that_are_gone_or_changed_are_noticed(run: Run) -> None:
    for name in "abc":
        write(f"in/{name}.txt", RAW)
    assert go(run, "--edits", "--quiet")[0] == 0
    whole = outputs("out")
    assert run("corpus", "-o", "out", "--verify")[:2] == (0, b"3 outputs are what was written\n")
    Path("out/a.txt.edits.jsonl").unlink()
    write("out/b.txt.edits.jsonl", whole["b.txt.edits.jsonl"].replace("⽂".encode(), "⽇".encode()))
    code, _, err = run("corpus", "-o", "out", "--verify")
    assert (code, "c.txt" in err) == (2, False)
    assert "a.txt.edits.jsonl: it is gone; run again" in err
    assert "b.txt.edits.jsonl: it is not what was written; remove it and run again" in err
    Path("out/b.txt.edits.jsonl").unlink()
    assert go(run, "--edits", "--quiet")[0] == 0
    assert {item["unit"] for item in manifest("out")[3:]} == {"a.txt", "b.txt"}
    assert outputs("out") == whole
    # what fails now leaves neither output nor edits
    write("in/a.txt.decisions.json", "{")
    assert go(run, "--edits", "--quiet")[0] == 2
    assert {name for name in outputs("out") if name.startswith("a.")} == set()


@pytest.mark.usefixtures("_in_process")
def test_an_input_that_is_cut_otherwise_leaves_no_old_edits(run: Run) -> None:
    Path("in").mkdir()
    parquet.write_table(table(), "in/a.parquet", row_group_size=4)
    assert go(run, "--edits", "--quiet")[0] == 0
    assert len(outputs("out")) == 6
    parquet.write_table(table(), "in/a.parquet")
    assert go(run, "--edits", "--quiet")[0] == 0
    assert set(outputs("out")) == {"a.parquet", "a.parquet.edits.jsonl.gz"}


@pytest.mark.usefixtures("_in_process")
def test_edits_are_no_pages(run: Run) -> None:
    for name in ("a.txt", "b.jsonl.gz"):
        write(f"in/{name}", RAW if name == "a.txt" else gzip.compress(b'{"text": "1"}\n'))
    assert go(run, "--edits", "--quiet")[0] == 0
    # what was cleaned is cleaned again
    write("out/alone.edits.jsonl", '{"text": "⽂"}')
    assert go(run, "--quiet", inputs=("out/a.txt", "out/a.txt.edits.jsonl"), output="named")[0] == 0
    assert set(outputs("named")) == {"a.txt"}
    for name in ("manifest.jsonl", "summary.json"):
        Path("out", name).unlink()
    assert go(run, "--quiet", inputs=("out",), output="again")[0] == 0
    assert set(outputs("again")) == {"a.txt", "b.jsonl.gz", "alone.edits.jsonl"}
    assert outputs("again")["alone.edits.jsonl"] == '{"text": "文"}'.encode()


@pytest.mark.usefixtures("_in_process")
def test_edits_take_the_place_of_nothing_else(run: Run) -> None:
    write("in/a.txt", RAW)
    write("out/a.txt.edits.jsonl", "mine")
    code, err = go(run, "--edits")
    assert (code, "out/a.txt.edits.jsonl: it is there already, and no run wrote it" in err) == (2, True)
    assert outputs("out") == {"a.txt.edits.jsonl": b"mine"}
    assert go(run, "--quiet")[0] == 0  # without them nothing is in the way
    write("other/a.txt.edits.jsonl", '{"text": "⽂"}')
    code, err = go(run, "--edits", inputs=("in", "other"), output="both")
    assert (code, "would both become a.txt.edits.jsonl" in err) == (2, True)


def shorten(data: bytes) -> bytes:
    return data[: data.rindex(b"\n", 0, -1) + 1]


def last_row_twice(data: bytes) -> bytes:
    return data + data[data.rindex(b"\n", 0, -1) + 1 :]


@pytest.mark.usefixtures("_in_process")
@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda _: b"", "line 1 is no JSON object"),
        (shorten, "the line that ends it is missing; the file is cut off"),
        (lambda data: shorten(shorten(data)), "says 1 edits, but 0 follow; the file is cut off"),
        (lambda data: data.replace(b'"changed": 2', b'"changed": 1'), "line 5 does not say how many rows"),
        (last_row_twice, "line 6 follows what ends the file"),
        (lambda data: data.replace(b'"rows": 3', b'"rows": 4'), "it has 3 rows, the table of these edits has 4"),
        (lambda data: data.replace(b'"row": 3', b'"row": 4'), "there are edits of row 4, but no text in it"),
        (lambda data: data.replace("⽇".encode(), "⽉".encode()), "row 3: these edits do not lead back"),
        (lambda data: data.replace(b'"row": 3', b'"row": "x"'), "line 3 is no header of edits"),
    ],
)
def test_edits_that_are_damaged_are_refused(run: Run, harm: Callable[[bytes], bytes], said: str) -> None:
    write("in/a.jsonl", '{"text": "⽂"}\n{"text": "1"}\n{"text": "⽇"}\n')
    assert go(run, "--edits", "--quiet")[0] == 0
    data = outputs("out")["a.jsonl.edits.jsonl"]
    assert run("revert", "out/a.jsonl", "--edits", write("b.jsonl", data))[1] == Path("in/a.jsonl").read_bytes()
    code, out, err = run("revert", "out/a.jsonl", "--edits", write("b.jsonl", harm(data)))
    assert (code, out) == (2, b"")
    assert said in err


@pytest.mark.usefixtures("_in_process")
def test_another_table_is_refused(run: Run) -> None:
    write("in/a.jsonl", '{"text": "⽂"}\n')
    write("in/b.jsonl.gz", gzip.compress('{"text": "⽇"}\n'.encode()))
    write("in/c.csv", "text\n1\n")
    assert go(run, "--edits", "--quiet")[0] == 0
    edits = "out/a.jsonl.edits.jsonl"
    for name, said in (
        ("out/b.jsonl.gz", "row 1: this text is not the one that these edits led to"),
        (write("a.txt", CLEAN), "these are the edits of a table, and this is none by its name"),
        ("out/nothing.jsonl", "there is no such file"),
        ("out/nothing.jsonl.gz", "No such file or directory; see to it"),
        (write("d.jsonl.gz", b"no gzip"), "its gzip data is damaged or cut off"),
    ):
        code, out, err = run("revert", name, "--edits", edits)
        assert (code, out, said in err) == (2, b"", True), err
    # where nothing was changed any table is its own source
    assert run("revert", "out/c.csv", "--edits", "out/c.csv.edits.jsonl") == (0, b"text\n1\n", "")
    code, _, err = run("revert", "out/b.jsonl.gz", "--edits", write("e.jsonl.gz", b"\x1f\x8b"))
    assert (code, "e.jsonl.gz: its gzip data is damaged" in err) == (2, True)
    code, _, err = run("revert", "out/b.jsonl.gz", "--edits", "nothing.edits.jsonl.gz")
    assert (code, "nothing.edits.jsonl.gz: there is no such file; check its name" in err) == (2, True)
    with pytest.raises(EditsError, match="several texts"):
        Edits.loads(Path(edits).read_bytes())


def test_the_edits_of_one_text_may_have_any_name(run: Run) -> None:
    write("a.txt", RAW)
    assert run("clean", "a.txt", "-o", "b.gz", "--edits", "c.gz", "--isolated")[0] == 0
    assert run("revert", "b.gz", "--edits", "c.gz") == (0, RAW.encode(), "")
