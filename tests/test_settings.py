"""Settings in a file: found from the first input upwards, flags win, what is wrong is said with the nearest name."""

from pathlib import Path

import pytest

from command import Run, write

RAW = "２０２３年，⽂化\n"
NO_RADICALS = 'without = ["radical-form"]\n'


def cleaned(run: Run, *args: str, stdin: bytes = b"") -> str:
    code, out, err = run("clean", *args, stdin=stdin)
    assert (code, err) == (0, "")
    return out.decode()


def test_the_nearest_file_from_the_first_input_upwards(run: Run) -> None:
    write("a/b/c.txt", RAW)
    write("d.txt", RAW)
    assert cleaned(run, "a/b/c.txt") == "2023年，文化\n"
    write("a/cleantext.toml", NO_RADICALS)
    assert cleaned(run, "a/b/c.txt") == "2023年，⽂化\n"
    assert cleaned(run, "d.txt") == "2023年，文化\n"
    assert cleaned(run, "a/b/c.txt", "d.txt") == "2023年，⽂化\n2023年，⽂化\n"
    assert cleaned(run, "d.txt", "a/b/c.txt") == "2023年，文化\n2023年，文化\n"
    write("a/b/pyproject.toml", '[tool.cleantext]\nwithout = ["full-width-alnum"]\n')
    assert cleaned(run, "a/b/c.txt") == "２０２３年，文化\n"
    write("a/b/pyproject.toml", "[tool.other]\nx = 1\n")  # has nothing for us
    assert cleaned(run, "a/b/c.txt") == "2023年，⽂化\n"
    write("a/b/pyproject.toml", '[tool.cleantext]\nwithout = ["full-width-alnum"]\n')
    write("a/b/cleantext.toml", "")  # stands before the shared one, and settles nothing
    assert cleaned(run, "a/b/c.txt") == "2023年，文化\n"


@pytest.mark.parametrize("folder", ["pages", "pages/", "pages/.", "./pages"])
def test_those_of_a_folder_hold_for_the_folder(run: Run, folder: str) -> None:
    write("pages/a.txt", RAW)
    write("cleantext.toml", 'without = ["full-width-alnum"]\n')
    write("pages/cleantext.toml", NO_RADICALS)
    assert run("corpus", "--quiet", folder, "-o", "out")[0] == 0
    assert Path("out/a.txt").read_bytes() == "2023年，⽂化\n".encode()


def test_standard_input_stands_in_the_working_folder(run: Run) -> None:
    write("cleantext.toml", "\ufeff" + NO_RADICALS)
    assert cleaned(run, stdin=RAW.encode()) == cleaned(run, "-", stdin=RAW.encode()) == "2023年，⽂化\n"


def test_flags_win(run: Run) -> None:
    write("cleantext.toml", NO_RADICALS + 'output-encoding = "gb18030"\nencoding = "utf-16-le"\n')
    assert run(
        "clean", "--without", "full-width-alnum", "--output-encoding", "utf-8", stdin=RAW.encode("utf-16-le")
    ) == (
        0,
        "２０２３年，文化\n".encode(),
        "",
    )
    assert run("clean", stdin=RAW.encode("utf-16-le"))[1] == "2023年，⽂化\n".encode("gb18030")
    assert cleaned(run, "--isolated", stdin=RAW.encode()) == "2023年，文化\n"


def test_config_names_another_file(run: Run) -> None:
    write("cleantext.toml", "nonsense")
    write("other.toml", NO_RADICALS)
    write("pyproject.toml", '[tool.cleantext]\nprofile = "text"\n')
    assert cleaned(run, "--config", "other.toml", stdin=RAW.encode()) == "2023年，⽂化\n"
    assert cleaned(run, "--config", "pyproject.toml", stdin="一\n\n\n二\n".encode()) == "一\n\n\n二\n"


def test_settings_of_rules(run: Run) -> None:
    page = "“小易”是来自东昌府区行政审批\n\n服务局的帮办专员。\n"
    write("cleantext.toml", "[settings.broken-line]\nmin_confidence = 1.0\n")
    assert cleaned(run, stdin=page.encode()) == page
    assert cleaned(run, "--isolated", stdin=page.encode()) != page


@pytest.mark.parametrize("command", ["clean", "explain", "doubts", "inspect"])
def test_every_command_that_makes_a_cleaner_reads_it(run: Run, command: str) -> None:
    write("a.txt", RAW)
    write("cleantext.toml", 'profile = "pgae"\n')
    code, _, err = run(command, "a.txt")
    said = f"{Path.cwd() / 'cleantext.toml'}: profile: there is no profile 'pgae'; did you mean 'page'?"
    assert (code, err) == (2, f"cleantext: {said}\n")
    assert run(command, "a.txt", "--profile", "text")[0] == 0
    assert run(command, "a.txt", "--isolated")[0] == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('profil = "page"', "there is no setting 'profil'; did you mean 'profile'?"),
        ("in-place = true", "there is no setting 'in-place'; known are: "),
        ("profile = 3", "profile is 3; it must be a string"),
        ('with = "radical-form"', "with is 'radical-form'; it must be a list of strings"),
        ("without = [1]", "without is [1]; it must be a list of strings"),
        ("settings = 1", "settings is 1; it must be a table of rules"),
        ("[settings]\nbroken-line = 1", "it must be a table of rules"),
        ("profile = ", "it is no TOML ("),
        (b"\xff", "it is no TOML ("),
    ],
)
def test_what_is_wrong_in_it_is_said(run: Run, text: str | bytes, said: str) -> None:
    write("a.txt", RAW)
    write("cleantext.toml", text)
    code, out, err = run("clean", "a.txt", "-o", "b.txt")
    assert (code, out) == (2, b"")
    assert err.startswith(f"cleantext: {Path.cwd() / 'cleantext.toml'}: ")
    assert said in err
    assert not Path("b.txt").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('profile = "pages"', "profile: there is no profile 'pages'; did you mean 'page'"),
        ('with = ["fake-bold", "zvariant"]', "with: there is no rule 'zvariant'; did you mean 'z-variant'"),
        ('without = ["zvariant"]', "without: there is no rule 'zvariant'; did you mean 'z-variant'"),
        ('encoding = "nope"', "encoding: there is no encoding 'nope'; "),
        ('output-encoding = "nope"', "output-encoding: there is no encoding 'nope'; "),
        ('script = "zh"', "script: there is no script 'zh'; choose one of s, t, tw, hk"),
        ('script = "s"\nwithout = ["script"]', "script: script asks for 's', and without leaves out"),
        ("[settings.broken-lien]\nx = 1", "settings.broken-lien: there is no rule 'broken-lien'; "),
        ("[settings.broken-line]\nmin_confidense = 1", "settings.broken-line: there is no option 'min_confidense'; "),
        ("[settings.broken-line]\nmin_confidence = 7", "settings.broken-line: min_confidence is a share from 0.5 to 1"),
        (
            '[settings.broken-line]\nmin_confidence = "x"',
            "settings.broken-line: the setting min_confidence of broken-line is 'x'; it takes a number",
        ),
        (
            'with = ["script"]\n[settings.script]\nlocal_words = true\nto = "zh"',
            "settings.script.to: there is no script 'zh'",
        ),
        ("[settings.fake-bold]\nmin_pairs = 9\n[settings.broken-line]\nmin_confidence = 7", "settings.broken-line: "),
    ],
)  # fmt: skip
def test_settings_that_a_rule_cannot_take(run: Run, text: str, said: str) -> None:
    write("cleantext.toml", text)
    code, out, err = run("clean", stdin=RAW.encode())
    assert (code, out) == (2, b"")
    assert err.startswith(f"cleantext: {Path.cwd() / 'cleantext.toml'}: {said}")
    assert err.count("\n") == 1


def test_a_file_is_not_blamed_for_a_flag(run: Run) -> None:
    write("cleantext.toml", 'profile = "text"\nwith = ["z-variant"]\nencoding = "nope"\n')
    said = "there is no rule 'zvariant'; did you mean 'z-variant'"
    assert run("clean", "--without", "zvariant", "--encoding", "utf-8", stdin=b"")[2].startswith(f"cleantext: {said}")
    assert "no encoding 'nop'" in run("clean", "--encoding", "nop", stdin=b"")[2]
    assert "toml" not in run("clean", "--encoding", "nop", stdin=b"")[2]


def test_script_and_without_it(run: Run) -> None:
    text = "漢語\n".encode()
    code, out, err = run("clean", "--script", "s", "--without", "script", stdin=text)
    assert (code, out) == (2, b"")
    assert err == (
        "cleantext: script asks for 's', and without leaves out the rule that converts; give only one of them\n"
    )
    # a flag wins over the file
    write("cleantext.toml", 'script = "s"\n')
    assert cleaned(run, stdin=text) == "汉语\n"
    assert cleaned(run, "--without", "script", stdin=text) == "漢語\n"
    write("cleantext.toml", 'without = ["script"]\n')
    assert cleaned(run, "--script", "s", stdin=text) == "汉语\n"


def test_config_that_cannot_be_read(run: Run) -> None:
    assert run("clean", "--config", "missing.toml", stdin=b"a") == (
        2,
        b"",
        "cleantext: missing.toml: No such file or directory; name another --config, or give --isolated\n",
    )
    write("pyproject.toml", "[tool.other]\n")
    assert "it has no table [tool.cleantext]" in run("clean", "--config", "pyproject.toml", stdin=b"a")[2]
    assert "leave out --config" in run("clean", "--isolated", "--config", "pyproject.toml", stdin=b"a")[2]


SPELLINGS = [
    "[tool.cleantext]\nprofile = 'text'\n",
    "\ufeff[tool.cleantext]\nprofile = 'text'\n",
    "[ tool . 'cleantext' ]\r\nprofile = 'text'\r\n",
    '["tool"."cleantext"]\nprofile = "text"\n',
    "tool.cleantext.profile = 'text'\n",
    "tool = {cleantext = {profile = 'text'}}\n",
    "[tool]\ncleantext.profile = 'text'\n",
    "\ufeff [ 'tool' ] # ours\n[other]\n[tool.x]\n[tool.cleantext]\nprofile = 'text'\n",
    "[tool]\nx = 1\ncleantext = {profile = 'text'}\n",
    '["t\\u006fol"."cleante\\u0078t"]\nprofile = "text"\n',
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_shared_file_names_us_in_any_spelling_of_toml(run: Run, spelling: str) -> None:
    write("pyproject.toml", spelling)
    page = "“小易”是来自东昌府区行政审批\n\n服务局的帮办专员。\n"
    assert cleaned(run, stdin=page.encode()) == page
    assert cleaned(run, "--isolated", stdin=page.encode()) != page


def test_a_shared_file_that_does_not_name_us_is_not_read(run: Run) -> None:
    write("pyproject.toml", "[tool.other]\nthis is no TOML, and none of our business\n[project]\nname = 'cleantext'\n")
    assert cleaned(run, stdin=RAW.encode()) == "2023年，文化\n"
    write("pyproject.toml", "[tool.cleantext]\nthis is no TOML\n")
    assert run("clean", stdin=RAW.encode())[0] == 2
