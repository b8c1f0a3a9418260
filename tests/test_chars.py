"""What is told of a character without a class of all Han is what the classes of the pinned Unicode say."""

import itertools
import re

import pytest

from cleantext import Form
from cleantext._apply import _MARKS
from cleantext._data.classes import CJK_MARK, DIGIT, FULLWIDTH_ALNUM, HAN, KANA, LATIN, LETTER, NUMBER
from cleantext._layout.chars import BEGIN, BEGIN_OF, END, END_OF, bmp_only, has_point, is_han, is_han_or_kana, is_wide
from cleantext._paragraphs.separator import separator
from cleantext._text import PLAIN_MARK_RE, PLAIN_SIGNS, Text
from cleantext.rules import get_rule
from cleantext.rules.spacing.letter_spacing import _is_closed

BMP = [chr(code) for code in range(0x10000) if chr(code) != "\n"]
SEEN = [*BMP, "𠀀", "𱍐", "𛀁", "😀", "🈀"]


def of_class(body: str) -> set[str]:
    return set(re.findall(f"[{body}]", "".join(SEEN)))


@pytest.mark.parametrize(
    ("holds", "body"),
    [(is_han, HAN), (is_han_or_kana, HAN + KANA), (is_wide, HAN + KANA + CJK_MARK)],
    ids=["Han", "Han or kana", "wide"],
)
def test_a_character_is_of_the_class(holds: object, body: str) -> None:
    assert callable(holds)
    assert {char for char in SEEN if holds(char)} == of_class(body)


def test_tables_of_ends_and_beginnings_agree_with_the_classes() -> None:
    for table, codes, han, latin in ((END_OF, END, "HAN", {"LATIN"}), (BEGIN_OF, BEGIN, "HAN", {"UPPER", "LOWER"})):
        latins = {char for char, code in table.items() if char in SEEN and code in {codes[name] for name in latin}}
        assert {char for char in table if char.isascii()} & of_class(LATIN) <= latins
        assert latins <= of_class(LATIN + FULLWIDTH_ALNUM)
        # the tables remember characters beyond those of SEEN that other tests have shown them
        hans = {char for char, code in table.items() if code == codes[han] and char in SEEN}
        assert hans - of_class("\u2e80-\u2fd5") <= of_class(HAN + KANA)
        others = {char for char, code in table.items() if code == codes["OTHER"]}
        assert others & of_class(HAN + KANA + LATIN + DIGIT) == set()


def test_plain_marks_are_the_plain_signs_that_are_no_letters() -> None:
    letters = of_class(HAN + LETTER + DIGIT)
    assert {sign for sign in PLAIN_SIGNS if PLAIN_MARK_RE.match(sign)} == PLAIN_SIGNS - letters - {"\n"}
    assert PLAIN_SIGNS & letters
    assert {sign for sign in _MARKS if sign != "\n"} == PLAIN_SIGNS - letters - of_class(NUMBER) - {"\n"}


def test_a_point_is_one_of_chinese() -> None:
    chinese = ["他说，好", "他说,好", "々;", "é,文,"]
    assert [line for line in [*chinese, "", "é,", "の,", "1,2", ",文", "好。"] if has_point(line)] == [*chinese, "好。"]


def test_a_gap_is_closed_as_the_pattern_of_it_would() -> None:
    han, wide, ascii_signs = f"{HAN}{KANA}", f"{HAN}{KANA}{CJK_MARK}", "A-Za-z0-9,.:;!?()%"
    closed_re = re.compile(
        f"[{wide}](?<![{han}]{{2}}).[{wide}]|[{wide}].(?:[{wide}](?![{han}])|[{ascii_signs}])|[{ascii_signs}].[{wide}]"
    )
    for before, behind in itertools.product(itertools.product("文の，a-", repeat=2), repeat=2):
        for line in ("".join(before) + " " + "".join(behind), before[1] + " " + behind[0]):
            at = line.index(" ")
            assert _is_closed(line, at) == bool(closed_re.match(line, at - 1)), line


@pytest.mark.parametrize("space", ["\x1c", "\x85", "\u2028", "\u3000", "\u2009"])
def test_a_western_word_ends_at_white_space(space: str) -> None:
    assert separator(f"http://a{space}ab", "cd", lambda _: False) == (" ", 0)
    assert separator("http://ab", f"c/d{space}e", lambda _: False) == ("", 0)
    assert separator("http://ab", f"cd{space}e/f", lambda _: False) == (" ", 0)


@pytest.mark.parametrize(
    ("rule", "line", "after"),
    [
        ("script-gap", "é 文 3 の é 5 ■ 5", "é文3のé 5 ■ 5"),
        ("stray-space", "他说，我们都要去看一看这个 地方吗", None),
        ("mark-gap", "他说 —— 好，■ —— 又 —— ■", "他说——好，■ ——又—— ■"),
        ("half-width-mark", "é,b ■;文;■", "é,b ■;文；■"),
        ("half-width-mark", '他说"好" ,a ■,b', None),
        ("letter-spacing", "本 报记者 刘伟 ■", None),
        ("letter-spacing", "要 闻 ① ②", None),
        ("letter-spacing", "é 文 字 中 a", "é 文字中a"),
    ],
)
def test_what_is_beyond_ascii_is_not_always_chinese(rule: str, line: str, after: str | None) -> None:
    text = Text.of_form(line, Form.COLUMNS)
    string, edits = line, get_rule(rule).edits(text)
    for edit in reversed(edits):
        string = string[: edit.start] + edit.replacement + string[edit.end :]
    assert string == (line if after is None else after)


def test_what_is_beyond_the_bitmap_stands_at_the_end_of_a_class() -> None:
    for body in (HAN, LETTER, DIGIT):
        low = bmp_only(body)
        assert max(low) <= "\uffff"
        assert body.startswith(low)
        assert of_class(low) == {char for char in of_class(body) if char <= "\uffff"}


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("02 08 15 19", "24 31，", " "),
        ("电话：13800001111", "13900002222，", " "),
        ("电话0635", "8277092", ""),
        ("公元20", "23年", ""),
        ("共有1", "200 元", ""),
        ("东经115°", "58′", ""),
        ("10÷", "2", ""),
        ("cm", "²", ""),
        ("“Break a leg!”", "said Tom", " "),
        ("he said,", "“Thank you", " "),
        ("“苹果”", "iPhone", ""),
        ("使用GPT", "“大模型”", ""),
        ("（记者", "王立彬、张辛欣）", " "),
        ("本报记者", "在现场，看到", ""),
        ("意见可发至xi", "nwen@donghe.cn", ""),
        ("联系Email", "xinwen@donghe.cn", " "),
        ("write to xi", "nwen@donghe.cn", " "),
        ("安装apt-", "transport-https包", ""),
        ("state-of-the-", "art设备", ""),
    ],
)
def test_what_stands_between_two_lines(before: str, after: str, between: str) -> None:
    assert separator(before, after, lambda _: False) == (between, 0)
