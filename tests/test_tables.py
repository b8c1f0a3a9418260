"""The generated tables against facts that were written down by hand, not read from the generator."""

import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
import regex

from cleantext._data import classes, forms, scripts

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "src" / "cleantext" / "_data"
TOOL = ROOT / "tools" / "make_tables.py"
UCD = Path("/usr/share/unicode")

FORM_TABLES = {
    "KANGXI": forms.KANGXI,
    "RADICALS_SUPPLEMENT": forms.RADICALS_SUPPLEMENT,
    "COMPATIBILITY": forms.COMPATIBILITY,
    "VERTICAL": forms.VERTICAL,
    "SMALL": forms.SMALL,
    "FULLWIDTH": forms.FULLWIDTH,
    "LIGATURES": forms.LIGATURES,
    "COMPOSE": forms.COMPOSE,
}
BODIES = {name: body for name, body in vars(classes).items() if name.isupper() and name != "UNICODE_VERSION"}
# All that is assigned, and the ends of the planes that hold nothing else.
ENDS = [plane + offset for plane in range(0x40000, 0x110000, 0x10000) for offset in (0, 0xFFFD, 0xFFFE, 0xFFFF)]
EVERYTHING = "".join(map(chr, sorted({*range(0x32400), *range(0xE0000, 0xE0200), *ENDS})))


@pytest.mark.parametrize("name", BODIES)
def test_body_means_the_same_in_re_and_regex(name):
    body = BODIES[name]
    found = re.findall(f"[{body}]+", EVERYTHING)
    assert found
    assert regex.findall(f"[{body}]+", EVERYTHING, concurrent=False) == found
    assert regex.findall(f"(?xV1)[{body}]+", EVERYTHING, concurrent=False) == found


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("HAN", "一龥鿿㐀𠀀〇々〻豈﨎𰀀", "，a1ア⽂⺁〆〡가ㄅ"),
        ("RADICAL", "⺀⻳⼀⿕", "\u2e9a\u2ef4一"),
        ("KANA", "あアｱーｰゝヿ", "一・゠"),
        ("HANGUL", "가힣ᄀㄱ", "一あ"),
        ("BOPOMOFO", "ㄅㆠ", "一あ"),
        ("LETTER", "aZéжαあ가ㄅ〆Ａ", "一〇々1，\u0300"),
        ("LATIN", "azAZéǎⱥ", "αжＡ1"),
        ("FULLWIDTH_ALNUM", "０９ＡＺａｚ", "09AZ，－"),
        ("DIGIT", "09０９٣", "〇一½Ⅳ"),
        ("NUMBER", "09〇½Ⅳ①〡", "一a"),
        ("COMBINING", "\u0300\u030c\u20dd", "a一"),
        ("SPACE", " \t\u00a0\u2009\u3000", "\n\r\v\f\u0085\u2028\u2029\u200b\ufeff"),
        ("INVISIBLE", "\u00ad\u200b\u200d\u200e\u2060\ufeff\U000e0041", " \ufe0f\U000e0100a\u180f"),
        ("VARIATION_SELECTOR", "\ufe00\ufe0f\U000e0100\U000e01ef", "\u200d"),
        ("CONTROL", "\x00\x0b\x1b\x7f\x85\x9f", "\t\n\r\f \u00a0"),
        ("PRIVATE", "\ue000\uf8ff\U000f0000\U0010fffd", "\ufdd0\uffff豈"),
        ("SURROGATE", "\ud800\udfff", "\ue000"),
        ("NONCHARACTER", "\ufdd0\uffff\U0010ffff", "\ufffd"),
        ("TAG", "\U000e0001\U000e0020\U000e007f", "\U000e0100\U000e0002"),
        ("EXTENDED_PICTOGRAPHIC", "😀❤©", "a#1一"),
        ("OPENING_MARK", "([{（《「『【〔〈“‘«〝", ")》”’"),
        ("CLOSING_MARK", ")]}）》」』】〕〉”’»〞〟", "(《“‘"),
        ("NO_LINE_START", "、。，．：；！？”’）》」』】〕〉", "…—“‘（《々ーゝ一,.:;"),
        ("NO_LINE_END", "“‘（《「『【〔〈([{", "”’）》，。"),
        ("WIDE", "一，あ가😀　", "a“…ｱ"),
        ("AMBIGUOUS", "“”‘’…—·①α", "a一，"),
        ("ZERO_WIDTH", "\u0300\u200b\ufeff\u20dd\ufe0f", "a一 "),
        ("CJK_MARK", "、。〃〈】〔〟，．：；！？（）～︵﹐“”‘’…—·‧・", ",.!()一０Ａａ〒〓々"),
    ],
)
def test_class_holds_what_it_says(name, inside, outside):
    pattern = re.compile(f"[{BODIES[name]}]")
    assert [char for char in inside if not pattern.match(char)] == []
    assert [char for char in outside if pattern.match(char)] == []


def test_every_class_is_spot_checked():
    marks = [mark for mark in test_class_holds_what_it_says.pytestmark if mark.name == "parametrize"]
    assert {row[0] for row in marks[0].args[1]} == set(BODIES)


def test_han_and_letters_do_not_overlap():
    assert not set(re.findall(f"[{classes.HAN}]", EVERYTHING)) & set(re.findall(f"[{classes.LETTER}]", EVERYTHING))


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("KANGXI", 214),
        ("COMPATIBILITY", 460 + 542),
        ("FULLWIDTH", 62),
        ("LIGATURES", 7),
        ("VERTICAL", 28),
        ("SMALL", 25),
    ],
)
def test_size_of_table(name, size):
    assert len(FORM_TABLES[name]) == size


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("KANGXI", "⼀⽂⾦⿕", "一文金龠"),
        (
            "RADICALS_SUPPLEMENT",
            "⻓⻔⻋⻄⺠⻩⻅⻉⻘⻚⻛⻜⻝⻢⻥⻦⻬⻰⻮⻳⻨⻣⻤⺟⺎",
            "长门车西民黄见贝青页风飞食马鱼鸟齐龙齿龟麦骨鬼母兀",
        ),
        ("RADICALS_SUPPLEMENT", "⺅⺡⺖⺘⺌⻗", "亻氵忄扌小雨"),
        ("COMPATIBILITY", "\uf900\uf967\ufad9\U0002f800\U0002fa1d", "\u8c48\u4e0d\u9f8e\u4e3d\U0002a600"),
        (
            "VERTICAL",
            "︐︑︒︓︔︕︖︗︘︙︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
            "，、。：；！？〖〗…（）｛｝〔〕【】《》〈〉「」『』［］",
        ),
        (
            "SMALL",
            "﹐﹑﹒﹔﹕﹖﹗﹙﹚﹛﹜﹝﹞﹟﹠﹡﹢﹣﹤﹥﹦﹨﹩﹪﹫",
            "，、．；：？！（）｛｝〔〕＃＆＊＋－＜＞＝＼＄％＠",
        ),
        ("FULLWIDTH", "０９ＡＺａｚ", "09AZaz"),
    ],
)
def test_form_goes_to_character(name, before, after):
    assert [FORM_TABLES[name].get(char) for char in before] == list(after)


def test_ligatures_are_split_and_keep_the_long_s():
    assert list(forms.LIGATURES.values()) == ["ff", "fi", "fl", "ffi", "ffl", "\u017ft", "st"]


@pytest.mark.parametrize("char", list("\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27\ufa28\ufa29"))
def test_the_twelve_unified_ideographs_among_the_compatible_stay(char):
    assert char not in forms.COMPATIBILITY


@pytest.mark.parametrize("char", list("︰︱︲︳︴﹘﹉﹏"))
def test_dashes_and_rules_are_in_no_table(char):
    assert not any(char in table for table in FORM_TABLES.values())


def test_unsafe_radicals_are_known_ones():
    assert forms.RADICALS_SUPPLEMENT.keys() >= forms.UNSAFE_RADICALS
    assert set("⺌⺍⺈⺊⺁⺆⺗⺼⻏⻗⺧⺶⺴") <= forms.UNSAFE_RADICALS
    assert not forms.UNSAFE_RADICALS & set("⻓⻔⻋⻄⺠⻩⻅⻉⻘⻚⻛⻜⻝⻢⻥⻦⻬⻰⻮⻳⻨⻣⻤⺟⺎⻑⻆⻁⺅⺡⺖⺘")


def test_no_target_is_a_key_of_any_table():
    keys = {key for table in FORM_TABLES.values() for key in table}
    for name, table in FORM_TABLES.items():
        for target in table.values():
            assert target not in keys, name
            assert not keys & set(target), name


# Normalisation of an assigned code point never changes (Unicode's stability policy), so any Python may judge these.
def test_compatibility_is_nfc():
    assert {char: unicodedata.normalize("NFC", char) for char in forms.COMPATIBILITY} == forms.COMPATIBILITY


def test_compose_is_nfc():
    assert {pair: unicodedata.normalize("NFC", pair) for pair in forms.COMPOSE} == forms.COMPOSE
    assert forms.COMPOSE["a\u030c"] == "ǎ"
    assert forms.COMPOSE["ü\u0304"] == "ǖ"


def test_simplified_and_traditional():
    simplified, traditional = set(scripts.GB2312_SIMPLIFIED_ONLY), set(scripts.TRADITIONAL_ONLY)
    assert set("发国为门东说长龙") <= simplified
    assert set("發國為門東說這長龍雲鐘製") <= traditional
    assert not (simplified | traditional) & set("后里台面云干著乾瞭藉徵中文人")
    assert not simplified & set("这时个两")  # Unihan lists them as traditional too: rare old forms
    assert not simplified & traditional
    assert len(simplified) == len(scripts.GB2312_SIMPLIFIED_ONLY)
    assert len(traditional) == len(scripts.TRADITIONAL_ONLY)


@pytest.mark.parametrize("path", sorted(DATA.glob("*.py")), ids=lambda path: path.name)
def test_module_is_small(path):
    limit = 220_000 if path.name == "words.py" else 60_000  # read for columns only, in a millisecond
    assert path.stat().st_size <= limit


def run(tool, *arguments):
    return subprocess.run([sys.executable, tool, *arguments], capture_output=True, encoding="utf-8", check=False)


def has_the_version():
    readme = UCD / "ReadMe.txt"
    return readme.exists() and "Version 15.0.0" in readme.read_text(encoding="utf-8")


needs_ucd = pytest.mark.skipif(not has_the_version(), reason="needs Debian's package unicode-data, version 15.0.0")


@needs_ucd
def test_checked_in_tables_are_those_of_the_tool():
    done = run(TOOL, "--check")
    assert (done.returncode, done.stderr) == (0, "")


@needs_ucd
def test_check_finds_a_changed_table_and_leaves_it(tmp_path):
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    shutil.copytree(DATA, tmp_path / "src" / "cleantext" / "_data")
    changed = tmp_path / "src" / "cleantext" / "_data" / "forms.py"
    changed.write_text("", encoding="utf-8")
    done = run(tmp_path / "tools" / "make_tables.py", "--check")
    assert done.returncode == 1
    assert "forms.py" in done.stderr
    assert "classes.py" not in done.stderr
    assert changed.read_text(encoding="utf-8") == ""


def test_a_missing_source_is_named(tmp_path):
    done = run(TOOL, "--check", "--ucd", tmp_path)
    assert done.returncode == 2
    assert "cannot read a source file" in done.stderr
    assert str(tmp_path / "UnicodeData.txt") in done.stderr
    assert "unicode-data" in done.stderr


def test_another_version_is_refused(tmp_path):
    (tmp_path / "UnicodeData.txt").write_text("0041;LATIN CAPITAL LETTER A;Lu;0;L;;;;;N;;;;0061;\n", encoding="utf-8")
    done = run(TOOL, "--check", "--ucd", tmp_path)
    assert done.returncode == 2
    assert "not the file of Unicode 15.0.0" in done.stderr
    assert "--ucd" in done.stderr
