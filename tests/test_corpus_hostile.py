"""Inputs of a corpus that are broken, hostile or too large: each is named with its reason, and the rest goes on."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pyarrow as arrow
import pytest
import zstandard
from pyarrow import parquet

from command import Run, write
from test_corpus import CLEAN, RAW, outputs

GOOD = {"good.txt": CLEAN.encode()}


def failures(folder: str = "out") -> dict[tuple[str, int | None], str]:
    lines = Path(folder, "errors.jsonl").read_bytes().splitlines()
    return {(item["unit"], item["row"]): item["reason"] for item in map(json.loads, lines)}


def corpus(run: Run, *more: str) -> str:
    """Run over the folder `in`, to which a good page is added; something is to fail, and the good page is not."""
    write("in/good.txt", RAW)
    code, _, err = run("corpus", "in", "-o", "out", "--isolated", *more)
    assert code == 2
    assert outputs("out").items() >= GOOD.items()
    assert "errors.jsonl" in err
    assert not list(Path("out/.cleantext").glob("*.tmp"))
    return err


def row(text: str) -> bytes:
    return json.dumps({"text": text}).encode() + b"\n"


@pytest.mark.parametrize("ending", ["gz", "zst"])
def test_a_decompression_bomb_is_stopped(run: Run, ending: str) -> None:
    bomb = (b" " * 1023 + b"\n") * (64 << 10)
    data = gzip.compress(bomb) if ending == "gz" else zstandard.compress(bomb)
    assert len(bomb) > 400 * len(data)
    write(f"in/bomb.jsonl.{ending}", data)
    corpus(run)
    assert outputs("out") == GOOD
    assert "more than 200 times its size; raise --max-ratio" in failures()[f"bomb.jsonl.{ending}", None]
    corpus(run, "--max-ratio", "10000000", "--max-decoded", "1000000", "--redo")
    assert "more than 1000000 bytes; raise --max-decoded" in failures()[f"bomb.jsonl.{ending}", None]


@pytest.mark.parametrize("is_dictionary", [False, True], ids=["seen in the footer", "not seen there"])
def test_a_bomb_in_parquet_is_stopped(run: Run, is_dictionary: bool) -> None:
    Path("in").mkdir()
    table = arrow.table({"text": [" " * 100_000] * 400})
    parquet.write_table(table, "in/bomb.parquet", compression="zstd", use_dictionary=is_dictionary)
    footer = parquet.ParquetFile("in/bomb.parquet").metadata.row_group(0).total_byte_size
    assert (footer > 16 << 20) == (not is_dictionary)
    corpus(run)
    assert outputs("out") == GOOD
    assert "--max-ratio" in failures()["bomb.parquet", None]


def test_data_that_is_cut_off_or_damaged_is_named(run: Run) -> None:
    lines = b"".join(row(f"{RAW}{k}") for k in range(5000))
    write("in/cut.jsonl.gz", gzip.compress(lines)[:-2000])
    write("in/cut.jsonl.zst", zstandard.compress(lines)[:-20])
    damaged = bytearray(gzip.compress(lines))
    damaged[len(damaged) // 2] ^= 0xFF
    write("in/damaged.jsonl.gz", bytes(damaged))
    write("in/none.jsonl.gz", lines)
    write("in/none.txt.zst", RAW)
    write("in/packed.parquet.gz", gzip.compress(b"PAR1"))
    corpus(run)
    assert outputs("out") == GOOD
    found = failures()
    for name in ("cut.jsonl.gz", "damaged.jsonl.gz", "none.jsonl.gz"):
        assert "gzip data is damaged or cut off" in found[name, None]
    assert "zstd data is cut off" in found["cut.jsonl.zst", None]
    assert "zstd" in found["none.txt.zst", None].lower()
    assert "decompress it first" in found["packed.parquet.gz", None]


def test_a_broken_footer_is_named(run: Run) -> None:
    Path("in").mkdir()
    parquet.write_table(arrow.table({"text": [RAW] * 50}), "in/a.parquet")
    whole = Path("in/a.parquet").read_bytes()
    write("in/a.parquet", whole[:-5])
    write("in/b.parquet", whole[:-8] + b"\xff\xff\xff\x7fPAR1")
    write("in/c.parquet", b"")
    write("in/d.parquet", b"PAR1" + b"\0" * 500 + whole[504:])
    corpus(run)
    assert outputs("out") == GOOD
    assert set(failures()) == {(f"{name}.parquet", None) for name in "abcd"}
    assert "it is no Parquet file" in failures()["a.parquet", None]


def test_broken_utf8_in_one_row_leaves_the_others(run: Run) -> None:
    broken = b'{"text": "\xe6\x96"}\n'
    write("in/a.jsonl", row(RAW) + broken + b'{"text": 3}\n{"txet": "a"}\n{"text": \n[]\n{}{}\n' + row(RAW))
    write("in/b.csv", b"text,n\n\xe6\x96,1\n" + RAW.encode().rstrip() + b",2\n")
    write("in/d.txt", b"\x81\xff\x00\x81\xff\xfe\x80" * 3)
    table = arrow.table({"text": arrow.array([RAW.encode(), b"\xe6\x96", None]).view(arrow.string())})
    parquet.write_table(table, "in/c.parquet")
    assert "failed: 0 inputs or parts, 9 pages" in corpus(run)
    made = outputs("out")
    good = row(CLEAN)
    assert made["a.jsonl"] == good + broken + b'{"text": 3}\n{"txet": "a"}\n{"text": \n[]\n{}{}\n' + good
    assert made["b.csv"] == b"text,n\n\xe6\x96,1\n" + CLEAN.encode().rstrip() + b",2\n"
    column = parquet.ParquetFile("out/c.parquet").read().column("text").chunk(0)
    assert column.view(arrow.binary()).to_pylist() == [CLEAN.encode(), b"\xe6\x96", None]
    found = failures()
    assert [place for place in found if place[0] == "a.jsonl"] == [("a.jsonl", k) for k in (2, 3, 4, 5, 6, 7)]
    assert "no UTF-8" in found["a.jsonl", 2]
    assert "no string" in found["a.jsonl", 3]
    assert "--column" in found["a.jsonl", 4]
    assert "no JSON object" in found["a.jsonl", 5]
    assert {("b.csv", 1), ("c.parquet", 2)} <= set(found)


def test_a_missing_column_is_named(run: Run) -> None:
    write("in/a.csv", "id,body\n1,x\n")
    parquet.write_table(arrow.table({"id": [1], "body": ["x"]}), "in/b.parquet")
    parquet.write_table(arrow.table({"text": [1]}), "in/c.parquet")
    write("in/d.csv", 'text\n"never closed\n')
    write("in/e.tsv", "a\ttext\n1\n")
    corpus(run)
    found = failures()
    assert "no column 'text'" in found["a.csv", None]
    assert "no columns 'text', but 'id', 'body'" in found["b.parquet", None]
    assert "holds int64" in found["c.parquet", None]
    assert "begins a quote that nothing closes" in found["d.csv", None]
    assert "it has 1 fields" in found["e.tsv", 1]


def test_a_page_that_is_too_long_passes_through(run: Run) -> None:
    long = "⽂" * 1000
    write("in/a.txt", long)
    write("in/b.jsonl", row(long) + row(RAW) + row("⽂" * 9000) + row(RAW))
    parquet.write_table(arrow.table({"text": [long, RAW]}), "in/c.parquet")
    corpus(run, "--max-page", "2000")
    made = outputs("out")
    assert made["a.txt"] == long.encode()
    assert made["b.jsonl"] == row(long) + row(CLEAN) + row("⽂" * 9000) + row(CLEAN)
    assert parquet.ParquetFile("out/c.parquet").read().column("text").to_pylist() == [long, CLEAN]
    assert set(failures()) == {("a.txt", 1), ("b.jsonl", 1), ("b.jsonl", 3), ("c.parquet", 1)}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="left out: memory is read from /proc")
@pytest.mark.parametrize("name", ["page.txt", "page.jsonl", "page.csv"])
@pytest.mark.parametrize("megabytes", [512, pytest.param(2048, marks=pytest.mark.slow)])
def test_a_long_page_needs_little_memory(tmp_path: Path, name: str, megabytes: int) -> None:
    """Half a gigabyte is enough to see that it is not held in memory; the file is sparse, its copy is not."""
    path = tmp_path / name
    path.write_bytes(b'{"text": "' if name.endswith("jsonl") else b'text\n"' if name.endswith("csv") else b"")
    with path.open("r+b") as file:
        file.truncate(megabytes << 20)
    script = (
        "import sys, resource\n"
        "from cleantext import Cleaner\n"
        "from cleantext._corpus.run import run_corpus\n"
        "from cleantext._corpus.record import Settings\n"
        "if __name__ == '__main__':\n"
        f"    run_corpus([{str(path)!r}], 'out', Cleaner(), Settings(), jobs=1)\n"
        "    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    (tmp_path / "script.py").write_text(script, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "script.py"], cwd=tmp_path, capture_output=True, check=False, text=True, timeout=200
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 200_000, "kilobytes"
    (reason,) = failures(str(tmp_path / "out")).values()
    assert "--max-page" in reason


def test_links_lead_nowhere_out_of_the_output(run: Run) -> None:
    write("in/sub/a.txt", RAW)
    Path("elsewhere").mkdir()
    Path("out").mkdir()
    Path("out/sub").symlink_to("../elsewhere")
    corpus(run)
    assert "leads out of the output folder" in failures()["sub/a.txt", None]
    assert not list(Path("elsewhere").iterdir())


def test_names_that_collide_are_refused(run: Run) -> None:
    write("one/a.txt", RAW)
    write("two/a.txt", "other")
    code, _, err = run("corpus", "one", "two", "-o", "out")
    assert (code, "would both become a.txt" in err) == (2, True)
    lines = row("x") * 10
    write("three/manifest.jsonl", lines)
    code, _, err = run("corpus", "three", "-o", "out")
    assert (code, "cleantext's own manifest.jsonl" in err) == (2, True)
    write("four/a.part-00001.parquet", "")
    parquet.write_table(arrow.table({"text": ["x"] * 4}), "four/a.parquet", row_group_size=2)
    code, _, err = run("corpus", "four", "-o", "out")
    assert (code, "would both become" in err) == (2, True)
    assert not outputs("out")


def test_an_output_never_takes_the_place_of_an_input(run: Run) -> None:
    write("in/a.txt", RAW)
    for args in (["in", "-o", "in"], ["in/a.txt", "-o", "in"]):
        code, _, err = run("corpus", *args)
        assert (code, "would overwrite this input" in err) == (2, True)
    assert Path("in/a.txt").read_bytes().decode() == RAW
    # an output folder inside of the input is no input
    for _ in range(2):
        assert run("corpus", "in", "-o", "in/out", "--quiet", "--isolated")[0] == 0
    assert outputs("in/out") == {"a.txt": CLEAN.encode()}


def test_wrong_usage_is_said(run: Run) -> None:
    write("in.txt", RAW)
    for args, said in (
        (["-o", "out"], "no input"),
        (["missing", "-o", "out"], "no such file or folder"),
        (["in.txt", "-o", "in.txt"], "give another -o"),
        (["in.txt", "-o", "out", "--jobs", "none"], "a number of processes or auto"),
        (["in.txt", "-o", "out", "--encoding", "utf-9"], "no encoding 'utf-9'"),
    ):
        code, _, err = run("corpus", *args, "--isolated")
        assert (code, said in err) == (2, True), err


def test_an_input_that_fails_now_has_no_old_output(run: Run) -> None:
    write("in/a.csv", "text\n⽂\n")
    write("in/good.txt", RAW)
    assert run("corpus", "in", "-o", "out", "--quiet", "--isolated")[0] == 0
    write("in/a.csv", "body\n⽂\n")
    corpus(run)
    assert outputs("out") == GOOD
    write("in/a.csv", "text\n⽂⽂\n")
    assert run("corpus", "in", "-o", "out", "--quiet", "--isolated")[0] == 0
    assert outputs("out")["a.csv"].decode() == "text\n文文\n"
    assert not Path("out/errors.jsonl").exists()


def test_a_package_that_is_missing_is_named(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    parquet.write_table(arrow.table({"text": ["x"]}), tmp_path / "a.parquet")
    code, _, err = run("corpus", "a.parquet", "-o", "out", "--isolated")
    assert code == 2
    assert "pip install 'cleantext-zh[corpus]'" in err
