"""What the command passes on to the cleaner: the script and the protected words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cleantext.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs `cleantext clean` in an empty folder: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("⽂化局的學生們說：⽂化。\n", encoding="utf-8")

    def call(*args: str) -> tuple[int, str, str]:
        code = main(["clean", *args])
        out, err = capfd.readouterr()
        return code, out, err

    return call


def write(name: str, text: str | bytes) -> str:
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def test_script(run: Run) -> None:
    assert run("--script", "s", "a.txt") == (0, "文化局的学生们说：文化。\n", "")
    write("b.txt", "台湾的软件\n")
    assert run("--script", "tw", "b.txt") == (0, "臺灣的軟件\n", "")
    assert run("--script", "hk", "b.txt") == (0, "台灣的軟件\n", "")
    assert run("--script", "t", "b.txt", "-o", "c.txt") == (0, "", "")
    assert Path("c.txt").read_text(encoding="utf-8") == "臺灣的軟件\n"


def test_an_unknown_script(run: Run) -> None:
    said = "cleantext: there is no script 'zh-tw'; choose one of s, t, tw, hk\n"
    assert run("--script", "zh-tw", "a.txt", "-o", "c.txt") == (2, "", said)
    assert not Path("c.txt").exists()


def test_protect(run: Run) -> None:
    write("words.txt", "# a name\n⽂化局\n")
    assert run("--protect", "words.txt", "a.txt") == (0, "⽂化局的學生們說：文化。\n", "")
    write("more.txt", "/⽂化(?=。)|學生/\r\n")
    more = ("--protect", "words.txt", "--protect", "more.txt", "a.txt")
    assert run("--script", "s", *more) == (0, "⽂化局的學生们说：⽂化。\n", "")


def test_words_in_another_encoding(run: Run) -> None:
    write("words.txt", "學生\n我們說的漢語和臺灣的國語\n".encode("utf-16"))
    assert run("--script", "s", "--protect", "words.txt", "a.txt") == (0, "文化局的學生们说：文化。\n", "")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "甲\n/(/\n",
            "words.txt: line 2: /(/ is no pattern (missing ), unterminated subpattern at position 0); mend it\n",
        ),
        (
            "第一行\n".encode() * 9 + b"\xff\n",
            "words.txt: it looks like UTF-8, but byte 90 (line 10) is damaged; write it in UTF-8\n",
        ),
    ],
)
def test_a_bad_list_of_words(run: Run, content: str | bytes, said: str) -> None:
    write("words.txt", content)
    code, out, err = run("--protect", "words.txt", "a.txt")
    assert (code, out) == (2, "")
    assert err.startswith("cleantext: " + said)
    assert "; " in err


def test_words_whose_encoding_is_guessed(run: Run) -> None:
    write("words.txt", "學生\n我們說的漢語和臺灣的國語\n".encode("big5"))
    code, out, err = run("--script", "s", "--protect", "words.txt", "a.txt")
    assert (code, out) == (0, "文化局的學生们说：文化。\n")
    assert err == "cleantext: words.txt: read as Big5 (guessed); write it in UTF-8\n"


def test_a_list_of_words_that_is_not_there(run: Run) -> None:
    said = "cleantext: none.txt: there is no such file; check its name\n"
    assert run("--protect", "none.txt", "a.txt") == (2, "", said)


def test_the_list_of_words_is_not_overwritten(run: Run) -> None:
    write("words.txt", "甲\n")
    code, _, err = run("--protect", "words.txt", "a.txt", "-o", "words.txt")
    assert (code, Path("words.txt").read_text(encoding="utf-8")) == (2, "甲\n")
    assert "would overwrite this input" in err
