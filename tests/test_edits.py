"""Edits as a file: clean, write the edits, revert, and the same bytes are there; what does not fit is refused."""

import codecs
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleantext import Cleaner, Edit, Edits, Stage, Trace, decode
from cleantext._edits import SCHEMA
from cleantext._encodings import encode, written_as
from cleantext._exact import Side
from cleantext._trace import make_step
from cleantext.errors import EditsError
from corpora import clean_texts, pages, read, seeds
from strategies import any_text, mutated_pages, page_text, tries

CLEANER = Cleaner("page")
WRITTEN = {  # what a source may be: the codec's name, and the byte-order mark before its bytes
    "utf-8": b"",
    "utf-8-sig": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "gb18030": b"",
    "gbk": b"",
    "cp950": b"",
    "big5hkscs": b"",
    "cp932": b"",
    "euc_kr": b"",
    "hz": b"",
    "iso2022_jp": b"",
    "koi8-r": b"",
}
every_encoding = pytest.mark.parametrize("encoding", WRITTEN)


def edits_of(data: bytes, encoding: str | None = None, output_encoding: str = "utf-8") -> tuple[Edits, bytes]:
    """Return the edits of some bytes and what they became."""
    decoded = decode(data, encoding)
    trace = CLEANER.trace(decoded.text)
    result = encode(trace.text, output_encoding, bom=decoded.bom)
    mark, codec = written_as(output_encoding, decoded.bom)
    return Edits.of_bytes(trace, CLEANER.fingerprint(), (data, decoded), (result, codec, mark)), result


def check_way_back(data: bytes, encoding: str | None = None, output_encoding: str = "utf-8") -> None:
    edits, result = edits_of(data, encoding, output_encoding)
    read_back = Edits.loads(edits.dumps())
    assert read_back == edits
    assert read_back.revert(result) == data


@pytest.mark.parametrize("path", seeds() + pages() + clean_texts())
def test_every_file(path: Path) -> None:
    data = path.read_bytes()
    check_way_back(data, "utf-8")
    check_way_back(read(path).encode("gb18030"), "gb18030")


@every_encoding
@pytest.mark.parametrize("path", seeds())
def test_every_encoding(path: Path, encoding: str) -> None:
    for line_end in ("\n", "\r\n", "\r"):
        text = read(path).replace("\n", line_end)
        check_way_back(WRITTEN[encoding] + text.encode(encoding, "ignore"), encoding)


@every_encoding
@given(text=page_text | mutated_pages() | any_text, pieces=st.lists(st.binary(max_size=8), max_size=4))
@tries(40)
def test_fuzzed_text_and_bytes(encoding: str, text: str, pieces: list[bytes]) -> None:
    written = text.encode(encoding, "ignore")
    for data in (written, *(written + piece for piece in pieces)):  # bytes that decode may be written otherwise
        try:
            data.decode(encoding)
        except UnicodeError:
            continue
        check_way_back(WRITTEN[encoding] + data, encoding)


@given(text=any_text | page_text)
@example(text="\ud83d\ude00 \ud800\n\udc00")  # two halves that are not one character
@tries(200)
def test_any_text_and_its_lone_surrogates(text: str) -> None:
    trace = CLEANER.trace(text)
    edits = Edits.loads(Edits.of(trace).dumps())
    assert edits.revert_text(trace.text) == text


def test_edits_of_nothing_in_particular() -> None:
    side = Side.of_text("")
    edits = Edits((), (), side, side)
    assert (edits.line_ends, edits.fingerprint, edits.chosen) == ("none", "", "full")
    assert edits.revert_text("") == ""


def test_surrogates_side_by_side_stay_two() -> None:
    step = make_step("one", Stage.CHARACTERS, "a\ud83d\ude00b", [Edit(1, 3, "\ud83d\ude00\ud83d")])
    edits = Edits.of(Trace("a\ud83d\ude00b", "a\ud83d\ude00\ud83db", (step,)))
    line = json.loads(edits.dumps().split(b"\n")[1])
    assert (line["before"], line["after"]) == (["\ud83d", "\ude00"], ["\ud83d", "\ude00\ud83d"])
    assert Edits.loads(edits.dumps()).revert_text("a\ud83d\ude00\ud83db") == "a\ud83d\ude00b"


def test_the_four_codes_of_big5() -> None:
    """Each pair is one character, and only the second code is written again."""
    data = b"".join(bytes.fromhex(code) for code in ("a2cc", "a451", "a2ce", "a4ca", "f9e9", "a2a4", "f9f9", "f9f9"))
    text = data.decode("cp950")
    assert text.encode("cp950") != data
    side = Side.of_bytes(data, text, "cp950")
    assert [raw.data.hex() for raw in side.raw][:2] == ["a2cc", "a2ce"]
    assert side.write(text) == data
    check_way_back(data, "cp950")
    check_way_back(data + "\n⽂".encode("cp950", "ignore"), "cp950", "cp950")


def test_an_encoding_that_reads_what_it_wrote_as_something_else() -> None:
    """Shift JIS writes ¥ as the byte that it reads as a backslash."""
    data = "価格は¥100円\n".encode()
    edits, result = edits_of(data, "utf-8", "shift_jis")
    assert b"\\100" in result
    assert edits.changes[-1].rule == "output-encoding"
    assert Edits.loads(edits.dumps()).revert(result) == data


def test_what_the_lines_say() -> None:
    data = codecs.BOM_UTF8 + "一\r\n⽂化\r\n".encode()
    edits, result = edits_of(data)
    lines = [json.loads(line) for line in edits.dumps().decode().removesuffix("\n").split("\n")]
    head = lines[0]
    assert head["cleantext-edits"] == SCHEMA == 1
    assert head["fingerprint"] == CLEANER.fingerprint()
    assert head["edits"] == len(lines) - 1
    assert head["line-ends"] == "crlf"
    assert head["source"]["encoding"] == head["result"]["encoding"] == "utf-8"
    assert head["source"]["bom"] == "efbbbf"
    assert result == codecs.BOM_UTF8 + "一\r\n文化\r\n".encode()
    (radical,) = [line for line in lines[1:] if line["rule"] == "radical-form"]
    assert radical == {
        "step": 1, "rule": "radical-form", "stage": "characters", "start": 3, "end": 4, "before": "⽂", "after": "文",
        "at": 2, "confidence": None,
    }  # fmt: skip


def test_a_doubt_gives_its_confidence() -> None:
    found = [edit for path in seeds() for edit in edits_of(path.values[0].read_bytes())[0].changes]
    shares = [edit.confidence for edit in found if edit.confidence is not None]
    assert shares
    assert all(0.5 <= share < 0.7 for share in shares)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda data: data[: len(data) // 2], "cut off"),
        (lambda data: data[: data.rindex(b"\n", 0, -1) + 1], "the header says 4 edits, but 3 follow"),
        (lambda data: b"", "line 1 is no JSON object"),
        (lambda data: b"{}\n", "line 1 is no header of edits"),
        (lambda data: "⽂化\n".encode(), "line 1 is no JSON object"),
        (lambda data: b"\xff\xfe", "line 1 is no JSON object"),
        (lambda data: data.replace(b'edits": 1, "c', b'edits": 2, "c'), "of schema 2, this cleantext knows 1"),
        (lambda data: data.replace(b'edits": 1, "c', b'edits": "x", "c'), "of schema 'x'"),
        (lambda data: data.replace(b'"step": 0', b'"step": -1'), "line 2 is no edit"),
        (lambda data: data.replace(b'"at": 0', b'"at": null'), "line 2 is no edit"),
        (lambda data: data.replace(b'"stage": "characters"', b'"stage": "nowhere"'), "line 2 is no edit"),
        (lambda data: data.replace(b'"source": {', b'"sauce": {'), "line 1 is no header of edits"),
        (lambda data: data.replace(b'"encoding": "utf-8"', b'"encoding": "utf-99"'), "line 1 is no header of edits"),
        (lambda data: data + b"[]\n", "the header says|is no JSON object"),
        (lambda data: b"[" * 100_000, "line 1 is no JSON object"),
    ],
)  # fmt: skip
def test_lines_that_are_no_edits(change: Callable[[bytes], bytes], message: str) -> None:
    lines = edits_of("⽂化⼈⼀⻓\n".encode())[0].dumps()
    assert change(lines) != lines
    with pytest.raises(EditsError, match=message):
        Edits.loads(change(lines))


def test_text_and_edits_that_do_not_belong_together() -> None:
    edits, result = edits_of("⽂化⼈\n".encode())
    for other in (b"", result + b"\n", "⽂化⼈\n".encode()):
        with pytest.raises(EditsError, match="not the one that these edits led to"):
            edits.revert(other)
    with pytest.raises(EditsError, match="those of a file"):
        edits.revert_text("文化人\n")
    of_text = Edits.of(CLEANER.trace("⽂化"))
    with pytest.raises(EditsError, match="not the one that these edits led to"):
        of_text.revert_text("⽂化")
    with pytest.raises(EditsError, match="those of a str"):
        of_text.revert(b"")


@pytest.mark.parametrize(
    ("old", "new"),
    [('"before": "⽂"', '"before": "⼈"'), ('"at": 0', '"at": 999999'), ('"encoding": "utf-8"', '"encoding": "ascii"')],
)
def test_edits_that_somebody_changed(old: str, new: str) -> None:
    edits, result = edits_of("⽂化\n".encode())
    lines = edits.dumps().decode()
    assert old in lines
    with pytest.raises(EditsError, match="somebody changed them"):
        Edits.loads(lines.replace(old, new).encode()).revert(result)
