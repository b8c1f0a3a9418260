"""Bytes to text: every encoding that is recognised, the way back, and what is said when bytes fit none."""

import codecs

import pytest

import cleantext
from cleantext._decode import Decoded, decode
from cleantext._encodings import UnknownEncodingError, encode, encoding_title, find_encoding
from cleantext.errors import CleantextError, DecodeError

SHORT_HANS = "市民代表走进行政审批服务局，体验“一窗受理”的办事流程。"
LONG_HANS = (
    "为了让群众少跑路，区里把三十二个窗口并成六个，材料交一次就够了。\n"
    "家住城东的张师傅上午九点来办营业执照，不到四十分钟就拿到了手。“以前要跑三趟，现在坐着等就行。”他说。\n"
    "工作人员介绍，今年以来窗口共受理业务１２８０件，群众满意率达到百分之九十九。\n"
) * 40
SHORT_HANT = "臺北市立圖書館週末舉辦讀書會，歡迎市民踴躍參加。"
LONG_HANT = (
    "圖書館館長表示，閱讀是一輩子的事，從小培養習慣最為重要。\n"
    "活動當天除了說故事時間，還有舊書交換與作家簽名會，現場備有茶點。「希望每個人都能帶一本書回家。」他說。\n"
    "報名從即日起開始，額滿為止，詳情請洽各分館服務臺。\n"
) * 40


@pytest.mark.parametrize("text", [SHORT_HANS, LONG_HANS, SHORT_HANT, LONG_HANT], ids=["s", "s-long", "t", "t-long"])
@pytest.mark.parametrize(
    ("written", "read", "bom", "is_guessed"),
    [
        ("utf-8", "utf-8", b"", False),
        ("utf-8", "utf-8", codecs.BOM_UTF8, False),
        ("utf-16-le", "utf-16-le", codecs.BOM_UTF16_LE, False),
        ("utf-16-be", "utf-16-be", codecs.BOM_UTF16_BE, False),
        ("utf-32-le", "utf-32-le", codecs.BOM_UTF32_LE, False),
        ("utf-32-be", "utf-32-be", codecs.BOM_UTF32_BE, False),
        ("gb18030", "gb18030", b"\x84\x31\x95\x33", False),
        ("gb18030", "gb18030", b"", True),
        ("utf-16-le", "utf-16-le", b"", True),
        ("utf-16-be", "utf-16-be", b"", True),
    ],
)
def test_recognised(text: str, written: str, read: str, bom: bytes, is_guessed: bool) -> None:
    data = bom + text.encode(written)
    decoded = decode(data)
    assert decoded == Decoded(text, read, bom, is_guessed)
    assert decoded.encode(text) == data


@pytest.mark.parametrize("text", [SHORT_HANT, LONG_HANT, "臺北的春天", "一\n" + LONG_HANT], ids=len)
def test_big5(text: str) -> None:
    assert decode(text.encode("cp950")) == Decoded(text, "cp950", b"", is_guessed=True)


def test_big5_with_hong_kong_characters() -> None:
    text = "嘅啲嘢冇人識，呢度係香港，我哋去邊度飲茶好呢？"
    assert decode(text.encode("big5hkscs")) == Decoded(text, "big5hkscs", b"", is_guessed=True)


@pytest.mark.parametrize("text", ["人民日报", "本报讯（记者 李明）", "2023年6月\n第3版\n", "⽂化⻓江，千里之行"])
def test_short_gb18030(text: str) -> None:
    assert decode(text.encode("gb18030")) == Decoded(text, "gb18030", b"", is_guessed=True)


@pytest.mark.parametrize("head", ["中", "中a"])
def test_a_character_is_cut_by_the_end_of_the_sample(head: str) -> None:
    text = head + "国" * 100_000
    assert decode(text.encode("gb18030")) == Decoded(text, "gb18030", b"", is_guessed=True)


def test_chinese_begins_after_the_first_sample() -> None:
    text = "plain words\n" * 10_000 + SHORT_HANS
    assert decode(text.encode("gb18030")) == Decoded(text, "gb18030", b"", is_guessed=True)


@pytest.mark.parametrize("text", ["plain words\n", "明月幾時有"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_that_is_utf8_as_well(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    data.decode("utf-8")
    assert decode(data) == Decoded(text, encoding, b"", is_guessed=True)


@pytest.mark.parametrize(
    "text", ["", "\n", "a", "a\0", "\0\0\0\0\0\0\0\0", "第一版\0\0\r\n", "\x1b[31mred\x1b[0m", "中文\r\n"]
)
def test_utf8_comes_first(text: str) -> None:
    assert decode(text.encode()) == Decoded(text, "utf-8", b"", is_guessed=False)


def test_only_one_mark_goes() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"a").text == "\ufeffa"
    assert decode(codecs.BOM_UTF16_LE + "\0中".encode("utf-16-le")).text == "\0中"


def test_something_else_is_left_to_charset_normalizer() -> None:
    text = "Сегодня в городе открылась новая библиотека. Читатели пришли с детьми и остались до самого вечера. " * 5
    decoded = decode(text.encode("cp1251"))
    assert decoded.is_guessed
    assert decoded.text == text


@pytest.mark.parametrize(
    ("data", "encoding", "text", "codec", "bom"),
    [
        (SHORT_HANS.encode("gb18030"), "GB18030", SHORT_HANS, "gb18030", b""),
        ("镕——·".encode("gbk"), "gb2312", "镕——·", "gb18030", b""),
        ("‧恒".encode("cp950"), "big5", "‧恒", "cp950", b""),
        ("嘅啲".encode("big5hkscs"), "big5", "嘅啲", "big5hkscs", b""),
        ("中文".encode("utf-16-be"), "utf-16", "中文", "utf-16-be", b""),
        ("ab".encode("utf-16-le"), "utf-16", "ab", "utf-16-le", b""),
        (codecs.BOM_UTF16_BE + "中".encode("utf-16-be"), "utf-16", "中", "utf-16-be", codecs.BOM_UTF16_BE),
        (codecs.BOM_UTF8 + b"a", "utf-8", "a", "utf-8", codecs.BOM_UTF8),
        (b"a", "utf-8-sig", "a", "utf-8", b""),
        ("é".encode("latin-1"), "latin-1", "é", "iso8859-1", b""),
    ],
)
def test_encoding_given(data: bytes, encoding: str, text: str, codec: str, bom: bytes) -> None:
    assert decode(data, encoding) == Decoded(text, codec, bom, is_guessed=False)


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (
            b"ab\nc\xe4\xb8",
            "utf-8",
            "byte 4 (line 2) is not UTF-8; name the right encoding with --encoding NAME",
        ),
        (
            "第一\n\n第二".encode("gb18030") + b"\xff",
            "gbk",
            "byte 10 (line 3) is not GB18030; name the right encoding with --encoding NAME",
        ),
        (
            "上\n下".encode("utf-16-le") + b"\x00",
            "utf-16-le",
            "byte 6 (line 2) is not UTF-16 LE; name the right encoding with --encoding NAME",
        ),
        (
            codecs.BOM_UTF8 + b"a\r\n\xff",
            None,
            "its byte-order mark says UTF-8, but byte 6 (line 2) is not; "
            "mend it, or name another encoding with --encoding NAME",
        ),
        (
            SHORT_HANS.encode() + b"\n\xff",
            None,
            "it looks like UTF-8, but byte 85 (line 2) is damaged; "
            "mend it, or name another encoding with --encoding NAME",
        ),
        (
            SHORT_HANS.encode("gb18030") + b"\n\xff\n" + SHORT_HANS.encode("gb18030"),
            None,
            "it looks like GB18030, but byte 57 (line 2) is damaged; "
            "mend it, or name another encoding with --encoding NAME",
        ),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0",
            None,
            "byte 0 (line 1) is not UTF-8, and with NULs among the bytes this is hardly a text; "
            "if it is one, name its encoding with --encoding NAME",
        ),
        (
            bytes(range(0x80, 0x100)),
            None,
            "byte 0 (line 1) is not UTF-8, and no other encoding fits; name the right one with --encoding NAME",
        ),
    ],
    ids=["utf-8", "gbk", "utf-16", "mark", "like utf-8", "like gb18030", "binary", "anything"],
)
def test_undecodable(data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(DecodeError) as caught:
        decode(data, encoding)
    assert str(caught.value) == message
    assert isinstance(caught.value, CleantextError)
    assert isinstance(caught.value, ValueError)


def test_a_str_is_no_bytes() -> None:
    with pytest.raises(TypeError, match=r"^decode\(\) takes bytes, not str; a str needs no decoding$"):
        decode("text")  # type: ignore[arg-type]
    assert decode(bytearray(b"text")).text == "text"


def test_unknown_encoding() -> None:
    with pytest.raises(UnknownEncodingError, match=r"^there is no encoding 'gb18300'; did you mean 'gb18030'"):
        decode(b"a", "gb18300")
    with pytest.raises(LookupError, match=r"^there is no encoding 'rot13'; common ones are utf-8"):
        find_encoding("rot13")
    with pytest.raises(LookupError, match=r"^there is no encoding"):
        find_encoding("a\0")
    assert find_encoding("GB-18030") == "gb18030"
    assert find_encoding("utf-16") == "utf-16"


@pytest.mark.parametrize(
    ("encoding", "bom", "is_first", "data"),
    [
        ("utf-8", b"", True, b"\xe4\xb8\xad"),
        ("utf-8", codecs.BOM_UTF8, True, b"\xef\xbb\xbf\xe4\xb8\xad"),
        ("utf-8", codecs.BOM_UTF8, False, b"\xe4\xb8\xad"),
        ("utf-8", codecs.BOM_UTF16_LE, True, b"\xe4\xb8\xad"),
        ("utf-8-sig", codecs.BOM_UTF8, True, b"\xef\xbb\xbf\xe4\xb8\xad"),
        ("utf-16", codecs.BOM_UTF8, True, b"\xff\xfe\x2d\x4e"),
        ("utf-16", b"", False, b"\x2d\x4e"),
        ("utf-16-be", b"", True, b"\x4e\x2d"),
        ("gb18030", codecs.BOM_UTF8, True, b"\xd6\xd0"),
        ("big5", b"", True, b"\xa4\xa4"),
    ],
)
def test_encode(encoding: str, bom: bytes, is_first: bool, data: bytes) -> None:
    assert encode("中", encoding, bom=bom, is_first=is_first) == data


def test_names_mean_the_same_both_ways() -> None:
    for text, encoding in (("——“·”", "gb2312"), ("‧～、", "big5"), ("中", "utf-16"), ("中", "utf-32")):
        assert decode(encode(text, encoding), encoding).text == text


def test_titles() -> None:
    assert [encoding_title(name) for name in ("gb18030", "cp950", "utf-16-le", "utf-8", "koi8-r")] == [
        "GB18030",
        "Big5",
        "UTF-16 LE",
        "UTF-8",
        "koi8-r",
    ]


def test_public() -> None:
    assert cleantext.decode is decode
