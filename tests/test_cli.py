"""The command: files in and out, what it says, and how it ends."""

import codecs
from pathlib import Path
from typing import BinaryIO

import pytest

import cleantext
from cleantext._data.classes import UNICODE_VERSION
from command import Run, write

RAW = "⽂化馆今天开馆，市民可以免费参观。\n"
CLEAN = "文化馆今天开馆，市民可以免费参观。\n"
TRADITIONAL = "臺北市立圖書館週末舉辦讀書會，歡迎市民踴躍參加。\n"
RULE = "radical-form"


# --- in and out ---------------------------------------------------------------------------------------------------


def test_a_page_becomes_flowing_text(run: Run) -> None:
    write("a.txt", "“小易”是来自东昌府区行政审批\n\n服务局的帮办专员。\n")
    assert run("clean", "a.txt") == (0, "“小易”是来自东昌府区行政审批服务局的帮办专员。\n".encode(), "")


@pytest.mark.parametrize("args", [(), ("-",), ("-", "-o", "-")])
def test_standard_input(run: Run, args: tuple[str, ...]) -> None:
    assert run("clean", *args, stdin=b"\xe2\xbd\x82\xe5\x8c\x96") == (0, "文化".encode(), "")


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("⽂化", "文化"),
        ("⽂化\n", "文化\n"),
        ("⽂化\r\n第二行。\r\n", "文化\r\n第二行。\r\n"),
        ("⽂化\r\n第二行。", "文化\r\n第二行。"),
        ("\ufeff⽂化\r\n", "\ufeff文化\r\n"),
        ("", ""),
        ("\ufeff", "\ufeff"),
    ],
)
def test_line_ends_and_mark_are_kept(run: Run, raw: str, clean: str) -> None:
    write("a.txt", raw)
    assert run("clean", "--profile", "text", "a.txt") == (0, clean.encode(), "")
    assert run("clean", "--profile", "text", "a.txt", "-o", "b.txt") == (0, b"", "")
    assert Path("b.txt").read_bytes() == clean.encode()


@pytest.mark.parametrize(
    ("data", "text", "title"),
    [
        (CLEAN.encode("gb18030"), CLEAN, "GB18030"),
        (TRADITIONAL.encode("big5"), TRADITIONAL, "Big5"),
        (CLEAN.encode("utf-16-le"), CLEAN, "UTF-16 LE"),
        (CLEAN.encode("utf-16-be"), CLEAN, "UTF-16 BE"),
    ],
)
def test_what_is_guessed_is_said(run: Run, data: bytes, text: str, title: str) -> None:
    said = f"read as {title} (guessed); give --encoding if that is wrong\n"
    assert run("clean", write("页.txt", data)) == (0, text.encode(), f"cleantext: 页.txt: {said}")
    assert run("clean", stdin=data) == (0, text.encode(), f"cleantext: standard input: {said}")


@pytest.mark.parametrize(
    "data",
    [codecs.BOM_UTF16_LE + CLEAN.encode("utf-16-le"), codecs.BOM_UTF16_BE + CLEAN.encode("utf-16-be"), CLEAN.encode()],
)
def test_what_is_certain_is_not_said(run: Run, data: bytes) -> None:
    assert run("clean", write("a.txt", data)) == (0, CLEAN.encode(), "")


def test_encoding_given(run: Run) -> None:
    assert run("clean", "--encoding", "GBK", write("a.txt", CLEAN.encode("gb18030"))) == (0, CLEAN.encode(), "")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("gb18030", CLEAN.encode("gb18030")),
        ("utf-16", codecs.BOM_UTF16_LE + CLEAN.encode("utf-16-le")),
        ("utf-16-be", CLEAN.encode("utf-16-be")),
        ("utf-8-sig", codecs.BOM_UTF8 + CLEAN.encode()),
    ],
)
def test_output_encoding(run: Run, name: str, data: bytes) -> None:
    write("a.txt", codecs.BOM_UTF8 + RAW.encode())
    assert run("clean", "a.txt", "--output-encoding", name) == (0, data, "")


def test_several_files_to_standard_output(run: Run) -> None:
    files = (write("a", "\ufeff一。"), write("b", "\ufeff二。\n"), write("c", ""), write("d", "三。"))
    assert run("clean", "--profile", "text", *files) == (0, "\ufeff一。\n二。\n三。".encode(), "")


def test_rules_with_and_without(run: Run) -> None:
    assert run("clean", "--without", RULE, stdin="⽂化".encode())[1] == "⽂化".encode()
    assert run("clean", "--without", RULE, "--with", RULE, stdin="⽂化".encode())[0] == 0
    assert run("clean", "--with", RULE, stdin="⽂化".encode())[1] == "文化".encode()


def test_results_go_into_a_folder(run: Run) -> None:
    assert run("clean", write("a.txt", "⽂"), write("x/b.txt", "化"), "-o", "out") == (0, b"", "")
    assert {p.name: p.read_text("utf-8") for p in Path("out").iterdir()} == {"a.txt": "文", "b.txt": "化"}


def test_an_input_is_not_overwritten(run: Run) -> None:
    said = "cleantext: a.txt: the output would overwrite this input; give another -o\n"
    assert run("clean", write("a.txt", RAW), "-o", "a.txt") == (2, b"", said)
    write("in/b.txt", RAW)
    assert run("clean", "a.txt", "in/b.txt", "-o", "in")[0] == 2
    assert Path("in/a.txt").read_text("utf-8") == CLEAN
    assert Path("in/b.txt").read_text("utf-8") == RAW


# --- what goes wrong ----------------------------------------------------------------------------------------------


def test_the_other_files_are_done(run: Run) -> None:
    good = write("good.txt", "⽂化\n")
    write("bad.txt", "第一行\n".encode() * 9 + b"\xff\n")
    Path("folder").mkdir()
    code, out, err = run("clean", "missing.txt", "folder", "bad.txt", good, f"{good}/x")
    assert (code, out) == (2, "文化\n".encode())
    assert err.splitlines() == [
        "cleantext: missing.txt: there is no such file; check its name",
        "cleantext: folder: it is a folder; name the files in it",
        "cleantext: bad.txt: it looks like UTF-8, but byte 90 (line 10) is damaged; "
        "mend it, or name another encoding with --encoding NAME",
        "cleantext: good.txt/x: a part of its path is no folder; check its name",
    ]


def test_a_file_that_may_not_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_name: str, _mode: str) -> BinaryIO:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("cleantext._files.open", refuse, raising=False)
    assert run("clean", "a.txt") == (2, b"", "cleantext: a.txt: it may not be read; ask for the right to\n")


def test_bytes_that_are_not_in_the_given_encoding(run: Run) -> None:
    write("a.txt", b"ab\n\xff")
    said = "cleantext: a.txt: byte 3 (line 2) is not UTF-8; name the right encoding with --encoding NAME\n"
    assert run("clean", "--encoding", "utf-8", "a.txt") == (2, b"", said)


def test_a_character_the_output_encoding_has_no_place_for(run: Run) -> None:
    write("a.txt", "一\n东")
    code, out, err = run("clean", "--profile", "text", "a.txt", "--output-encoding", "big5", "-o", "b.txt")
    assert (code, out) == (2, b"")
    assert err == (
        "cleantext: a.txt: 东 (U+4E1C, line 2 of the result) cannot be written in big5; "
        "give another --output-encoding, utf-8 or gb18030\n"
    )
    assert not Path("b.txt").exists()


def test_an_output_that_cannot_be_written(run: Run) -> None:
    write("a.txt", RAW)
    said = "cleantext: no/b.txt: its folder does not exist; make it first\n"
    assert run("clean", "a.txt", "-o", "no/b.txt") == (2, b"", said)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("clean", "--profile", "pgae"), "there is no profile 'pgae'; did you mean 'page'?\n"),
        (("clean", "--with", "radical-fomr"), "there is no rule 'radical-fomr'; did you mean 'radical-form'"),
        (("clean", "--without", "radical-fomr"), "there is no rule 'radical-fomr'; did you mean 'radical-form'"),
        (("rules", "radical-fomr"), "there is no rule 'radical-fomr'; did you mean 'radical-form'"),
        (("clean", "--encoding", "gb18003"), "there is no encoding 'gb18003'; did you mean 'gb18030'"),
        (("clean", "--output-encoding", "utf-99"), "there is no encoding 'utf-99'; did you mean 'utf-"),
        (("clean", "--output-encoding", "rot13"), "there is no encoding 'rot13'; common ones are utf-8,"),
        (("clean", "--profil", "page", "--no"), "No such option"),
        (("claen",), "No such command 'claen'"),
        (("clean", "-o"), "Option '-o' requires an argument; see 'cleantext --help'\n"),
    ],
)
def test_wrong_usage(run: Run, args: tuple[str, ...], said: str) -> None:
    code, out, err = run(*args, stdin=b"text")
    assert (code, out) == (2, b"")
    assert err.startswith("cleantext: " + said)
    assert err.count("\n") == 1


def test_names_are_printed_with_escapes(run: Run) -> None:
    name = "\x1b[2J\u202ea\n\u2066b\udcff"
    said = "cleantext: \\x1b[2J\\u202ea\\n\\u2066b\\udcff: there is no such file; check its name\n"
    assert run("clean", name) == (2, b"", said)


# --- the rest of the command --------------------------------------------------------------------------------------


def test_version(run: Run) -> None:
    code, out, err = run("--version")
    assert (code, err) == (0, "")
    how = out.decode().rsplit(", ", 1)[1]
    assert how in ("interpreted)\n", "compiled)\n")
    assert out.decode() == f"cleantext {cleantext.__version__} (Unicode {UNICODE_VERSION}, {how}"


def test_help(run: Run) -> None:
    assert run("--help")[0] == run("clean", "-h")[0] == run("rules", "--help")[0] == 0
    code, out, err = run()
    assert (code, out) == (2, b"")
    assert err.startswith("Usage: cleantext")


def test_list_of_rules(run: Run) -> None:
    code, out, err = run("rules")
    lines = out.decode().splitlines()
    assert (code, err) == (0, "")
    assert lines[0].split() == ["rule", "stage", "tier", "what", "it", "does"]
    assert [line.split()[0] for line in lines[1:]] == [rule.name for rule in cleantext.rules.all_rules()]
    column = lines[0].index("what")
    assert [line[column:] for line in lines[1:]] == [rule.summary for rule in cleantext.rules.all_rules()]


def test_page_of_a_rule(run: Run) -> None:
    code, out, err = run("rules", RULE)
    page = out.decode()
    assert (code, err) == (0, "")
    assert page.startswith("# radical-form\n\n")
    assert "\n\nStage: characters. Tier: always. Effect: form. Profiles: page, text, search. Runs after: inv" in page
    assert "\n## Examples\n\n- `⽂化⻓江` → `文化长江`\n" in page


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("cleantext rules radical-f", RULE),
        ("cleantext clean --with radical-f", RULE),
        ("cleantext clean --profile pa", "page"),
    ],
)
def test_completion_of_names(run: Run, monkeypatch: pytest.MonkeyPatch, words: str, offered: str) -> None:
    monkeypatch.setenv("_CLEANTEXT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    assert run() == (0, f"plain,{offered}\n".encode(), "")
