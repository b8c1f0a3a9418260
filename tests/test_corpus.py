"""`cleantext corpus`: what comes out of each format, the same for any number of jobs, and what a second run does."""

import csv
import io
import json
import os
import sys
from pathlib import Path

import pyarrow as arrow
import pytest
from pyarrow import parquet

import cleantext
from command import Run, write
from corpora import SEEDS, read

RAW, CLEAN = "⽂化２０２３\n", "文化2023\n"
OURS = {"manifest.jsonl", "errors.jsonl", "summary.json"}


def outputs(folder: str | Path) -> dict[str, bytes]:
    """The outputs of a run, without the files that say how it went."""
    root = Path(folder)
    return {
        name: path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and (name := path.relative_to(root).as_posix()) not in OURS and not name.startswith(".")
    }


def manifest(folder: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(folder, "manifest.jsonl").read_bytes().splitlines()]


def table(folder: Path, rows: int = 40) -> str:
    """Write pages as Parquet of several row groups."""
    pages = [read(path)[:900] for path in SEEDS]
    columns = {"id": list(range(rows)), "text": [pages[k % 5] for k in range(rows)], "tags": [["a", None]] * rows}
    parquet.write_table(arrow.table(columns), folder / "pages.parquet", row_group_size=9, compression="zstd")
    return str(folder / "pages.parquet")


def test_a_folder_of_texts_keeps_its_tree(run: Run) -> None:
    write("in/a.txt", RAW)
    write("in/b/c.txt", b"\xef\xbb\xbf" + RAW.encode())
    write("in/b/d.txt", "漢字和簡化字的關係是怎樣的呢，⽂化。".encode("utf-16"))
    write("in/.hidden.txt", RAW)
    write("in/.hidden/e.txt", RAW)
    write("in/picture.png", b"\x89PNG")
    Path("in/link.txt").symlink_to("a.txt")
    Path("in/b/loop").symlink_to("..")
    assert run("corpus", "in", "-o", "out", "--quiet", "--isolated")[0] == 0
    assert outputs("out") == {
        "a.txt": CLEAN.encode(),
        "b/c.txt": b"\xef\xbb\xbf" + CLEAN.encode(),
        "b/d.txt": "漢字和簡化字的關係是怎樣的呢，文化。".encode(),
    }


def test_other_bytes_of_a_line_of_json_stay(run: Run) -> None:
    lines = (
        '{"id": 1.50, "text": "⽂化", "n": {"text": "⽂"}, "id": 10000000000000000000000}\r\n'
        '\n{"text":null}\n  {"text" : "\\u2f42\\u5316\\n"}  \n{"text": "\\ud800⽂"}'
    )
    write("in.jsonl", lines)
    assert run("corpus", "in.jsonl", "-o", "out", "--quiet", "--isolated")[0] == 0
    assert Path("out/in.jsonl").read_bytes().decode() == (
        '{"id": 1.50, "text": "文化", "n": {"text": "⽂"}, "id": 10000000000000000000000}\r\n'
        '\n{"text":null}\n  {"text" : "\\u6587\\u5316\\n"}  \n{"text": "\\ud800文"}'
    )


@pytest.mark.parametrize(("name", "mark"), [("in.csv", ","), ("in.tsv", "\t")])
def test_other_fields_of_a_record_stay(run: Run, name: str, mark: str) -> None:
    raw = '\ufeffid,"text",n\r\n"1",⽂化,5" x\r\n2,"⽂,""化""\n\n⽂",\n\n3,abc,"""\n"\n4,⽂'.replace(",", mark)
    write(name, raw)
    assert run("corpus", name, "-o", "out", "--quiet", "--isolated")[0] == 0
    assert Path("out", name).read_bytes().decode() == raw.replace("⽂", "文").replace('""化""', "“化”")


def test_a_csv_says_what_python_reads(run: Run) -> None:
    pages = [read(path) for path in SEEDS]
    text = io.StringIO()
    csv.writer(text).writerows([["n", "text"], *([str(k), page] for k, page in enumerate(pages))])
    write("in.csv", text.getvalue())
    assert run("corpus", "in.csv", "-o", "out", "--quiet", "--isolated")[0] == 0
    with Path("out/in.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows == [["n", "text"], *([str(k), cleantext.clean(page)] for k, page in enumerate(pages))]


@pytest.mark.parametrize(
    "kind",
    [arrow.string(), arrow.large_string(), arrow.dictionary(arrow.int32(), arrow.string())],
    ids=["string", "large", "dictionary"],
)
def test_other_columns_of_parquet_stay(run: Run, tmp_path: Path, kind: arrow.DataType) -> None:
    schema = arrow.schema(
        [arrow.field("x", arrow.list_(arrow.float32())), arrow.field("page", kind), arrow.field("z", arrow.date32())],
        metadata={"made": "here"},
    )
    rows = [{"x": [1.5, None], "page": RAW, "z": None}, {"x": None, "page": None, "z": None}] * 3
    parquet.write_table(arrow.Table.from_pylist(rows, schema), tmp_path / "in.parquet", row_group_size=4)
    assert run("corpus", "in.parquet", "-o", "out", "--column", "page", "--quiet", "--isolated")[0] == 0
    assert set(outputs("out")) == {"in.part-00000.parquet", "in.part-00001.parquet"}
    parts = [parquet.ParquetFile(path).read() for path in sorted(Path("out").glob("*.parquet"))]
    assert [row for part in parts for row in part.to_pylist()] == [
        {**row, "page": CLEAN if row["page"] else None} for row in rows
    ]
    assert parts[0].schema.equals(schema, check_metadata=False)
    assert parts[0].schema.metadata[b"made"] == b"here"


def test_any_number_of_jobs_gives_the_same(run: Run, tmp_path: Path) -> None:
    table(tmp_path)
    for number in range(12):
        write(f"in/{number}.txt", read(SEEDS[number % 5]))
    made = []
    for jobs in ("1", "2", "3"):
        assert run("corpus", "in", "pages.parquet", "-o", jobs, "--jobs", jobs, "--quiet", "--isolated")[0] == 0
        made.append(outputs(jobs))
    assert made[0] == made[1] == made[2]
    assert len(made[0]) == 12 + 5
    assert made[0]["7.txt"].decode() == cleantext.clean(read(SEEDS[2]))
    first, second = (
        sorted(({**item, "seconds": 0, "slowest": []} for item in manifest(jobs)), key=lambda item: str(item["unit"]))
        for jobs in ("1", "2")
    )
    assert first == second


def test_a_large_jsonl_is_cut_at_line_ends(tmp_path: Path) -> None:
    from cleantext._corpus.names import find_sources
    from cleantext._corpus.units import units_of

    lines = [b"x" * (k % 37) + b"\n" for k in range(400)] + [b"the last one"]
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"".join(lines))
    (source,) = find_sources([str(path)], str(tmp_path / "out")).sources
    for part_bytes in (1, 7, 100, 1000):
        units = list(units_of(source, part_bytes))
        data = path.read_bytes()
        assert b"".join(data[unit.start : unit.end] for unit in units) == data
        assert all(data[unit.end - 1 : unit.end] == b"\n" for unit in units[:-1])
        assert len({unit.output for unit in units}) == len(units)
    assert [unit.output for unit in units_of(source, 1 << 20)] == ["in.jsonl"]


def test_a_second_run_does_only_what_is_new_or_changed(run: Run) -> None:
    for name in "abcd":
        write(f"in/{name}.txt", RAW)
    assert run("corpus", "in", "-o", "out", "--isolated")[0] == 0
    assert len(manifest("out")) == 4
    write("in/a.txt", RAW * 2)
    os.utime("in/b.txt")
    Path("out/c.txt").unlink()
    write("in/e.txt", RAW)
    code, _, err = run("corpus", "in", "-o", "out", "--isolated")
    assert code == 0
    assert "2 outputs were there already" in err
    assert {str(item["unit"]) for item in manifest("out")[4:]} == {"a.txt", "b.txt", "c.txt", "e.txt"}
    assert outputs("out") == {"a.txt": (CLEAN * 2).encode(), **{f"{name}.txt": CLEAN.encode() for name in "bcde"}}
    run("corpus", "in", "-o", "out", "--isolated")
    assert len(manifest("out")) == 8


def test_other_settings_are_refused(run: Run) -> None:
    write("in.txt", RAW)
    assert run("corpus", "in.txt", "-o", "out", "--quiet", "--isolated")[0] == 0
    code, _, err = run("corpus", "in.txt", "-o", "out", "--without", "radical-form", "--isolated")
    assert code == 2
    assert "other settings" in err
    assert "--redo" in err
    assert outputs("out") == {"in.txt": CLEAN.encode()}
    assert run("corpus", "in.txt", "-o", "out", "--without", "radical-form", "--redo", "--quiet", "--isolated")[0] == 0
    assert outputs("out") == {"in.txt": "⽂化2023\n".encode()}
    assert len(manifest("out")) == 1


def test_a_torn_last_line_is_ignored(run: Run) -> None:
    for name in "ab":
        write(f"in/{name}.txt", RAW)
    assert run("corpus", "in", "-o", "out", "--quiet", "--isolated")[0] == 0
    path = Path("out/manifest.jsonl")
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    assert run("corpus", "in", "-o", "out", "--quiet", "--isolated")[0] == 0
    assert sorted(item["unit"] for item in manifest("out")) == ["a.txt", "b.txt"]
    path.write_bytes(b"torn\n" + whole)
    code, _, err = run("corpus", "in", "-o", "out", "--isolated")
    assert code == 2
    assert "line 1" in err


def test_an_input_that_is_cut_otherwise_now_leaves_no_old_parts(run: Run, tmp_path: Path) -> None:
    name = table(tmp_path)
    assert run("corpus", name, "-o", "out", "--quiet", "--isolated")[0] == 0
    assert len(outputs("out")) == 5
    parquet.write_table(arrow.table({"text": [RAW]}), name)
    assert run("corpus", name, "-o", "out", "--quiet", "--isolated")[0] == 0
    assert set(outputs("out")) == {"pages.parquet"}
    assert run("corpus", "-o", "out", "--verify")[0] == 0


def test_status_and_verify_read_the_manifest(run: Run) -> None:
    for name in "abc":
        write(f"in/{name}.txt", RAW)
    assert run("corpus", "in", "-o", "out", "--quiet", "--isolated")[0] == 0
    code, out, _ = run("corpus", "-o", "out", "--status")
    assert code == 0
    assert "3 pages in 3 outputs" in out.decode()
    assert "radical-form 3" in out.decode()
    assert run("corpus", "-o", "out", "--verify")[:2] == (0, b"3 outputs are what was written\n")
    write("out/a.txt", CLEAN.replace("文", "丈"))
    Path("out/b.txt").unlink()
    code, _, err = run("corpus", "-o", "out", "--verify")
    assert code == 2
    assert "a.txt: it is not what was written" in err
    assert "b.txt: it is gone" in err
    assert "c.txt" not in err
    code, _, err = run("corpus", "-o", "elsewhere", "--status")
    assert (code, "no manifest" in err) == (2, True)


def test_the_summary_is_kept_as_json(run: Run) -> None:
    write("in.txt", RAW)
    code, _, err = run("corpus", "in.txt", "-o", "out", "--isolated")
    assert code == 0
    assert "1 pages in 1 outputs" in err
    summary = json.loads(Path("out/summary.json").read_bytes())
    assert (summary["pages"], summary["edits"]) == (1, {"full-width-alnum": 1, "radical-form": 1})
    assert [item["unit"] for item in summary["slowest"]] == ["in.txt"]
    assert not Path("out/errors.jsonl").exists()


def test_how_it_goes_on_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    from cleantext._corpus.progress import Meter
    from cleantext._corpus.run import Event

    for is_terminal in (True, False):
        text = io.StringIO()
        times = iter((0.0, 0.05, 0.5, 0.6, 11.0))
        meter = Meter(text, is_terminal=is_terminal, clock=lambda times=times: next(times))
        for _ in range(4):
            meter(Event(10, 1, 0, 1_000_000, 5_000_000))
        meter.close()
        shown = text.getvalue()
        assert shown.count("10 pages") == (2 if is_terminal else 1)
        assert ("\r" in shown, "cleantext: " in shown) == (is_terminal, not is_terminal)
        assert "0:44 left" in shown


def test_edits_are_counted_as_a_trace_does(run: Run) -> None:
    for path in SEEDS:
        write(f"in/{path.name}", path.read_bytes())
    assert run("corpus", "in", "-o", "out", "--quiet", "--isolated")[0] == 0
    assert run("corpus", "in", "-o", "more", "--quiet", "--isolated", "--doubts")[0] == 0
    for item, more in zip(
        *(sorted(manifest(name), key=lambda x: str(x["unit"])) for name in ("out", "more")), strict=True
    ):
        trace = cleantext.Cleaner().trace(read(SEEDS[0].parent / str(item["unit"])))
        assert item["edits"] == more["edits"] == dict(sorted(trace.counts().items()))
        assert (item["doubts"], item["marks"]) == (None, None)
        assert more["marks"] == dict(sorted(trace.marked().items()))
        assert more["doubts"] == sum(isinstance(note.note, cleantext.Doubt) for note in trace.notes())
    assert outputs("out") == outputs("more")
    # what is only counted is no other setting
    assert run("corpus", "in", "-o", "out", "--quiet", "--isolated", "--doubts")[0] == 0
    assert run("corpus", "in", "-o", "deep/er", "--isolated", "--doubts")[2].count(" doubts, ") == 1


def test_a_cluster_is_asked_for_with_its_engine(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    write("in.txt", RAW)
    code, _, err = run("corpus", "in.txt", "-o", "out", "--engine", "ray", "--isolated")
    assert (code, "pip install 'cleantext-zh[corpus,ray]'" in err) == (2, True)
    code, _, err = run("corpus", "in.txt", "-o", "out", "--address", "head:6379", "--isolated")
    assert (code, "--address goes with --engine ray" in err) == (2, True)
    assert not Path("out").exists()
