"""Encodings by name: what a name means, how people write it, and text back to bytes."""

import codecs

from cleantext.errors import UnknownNameError

__all__ = ["READ_AS", "UnknownEncodingError", "encode", "encoding_title", "find_encoding", "written_as"]

# Files labelled with the older name often hold characters of the newer set; browsers read them so too (WHATWG
# Encoding). Python's gb2312 also turns — into ― and · into ・.
READ_AS = {"gb2312": ("gb18030",), "gbk": ("gb18030",), "big5": ("cp950", "big5hkscs")}
_WRITTEN_AS = {  # little-endian on every machine
    "big5": (b"", "cp950"),
    "gb2312": (b"", "gbk"),
    "utf-16": (codecs.BOM_UTF16_LE, "utf-16-le"),
    "utf-32": (codecs.BOM_UTF32_LE, "utf-32-le"),
    "utf-8-sig": (codecs.BOM_UTF8, "utf-8"),
}
_TITLES = {
    "big5hkscs": "Big5-HKSCS",
    "cp950": "Big5",
    "gb18030": "GB18030",
    "utf-16-be": "UTF-16 BE",
    "utf-16-le": "UTF-16 LE",
}


class UnknownEncodingError(UnknownNameError):
    """Python has no text encoding of this name."""

    thing = "encoding"
    remedy = "common ones are utf-8, gb18030, big5, utf-16"


def encode(text: str, encoding: str = "utf-8", *, bom: bytes = b"", is_first: bool = True) -> bytes:
    r"""Write a text in any encoding, the names meaning what they mean to `decode`.

    Args:
        text: what is written.
        encoding: "utf-16", "utf-32" and "utf-8-sig" begin with a byte-order mark.
        bom: the byte-order mark of the source; kept where source and result are both UTF-8.
        is_first: whether the bytes begin a file; elsewhere no byte-order mark is written.

    Raises:
        UnknownEncodingError: no codec has this name.
        UnicodeEncodeError: the encoding has no place for a character.

    >>> encode("文", "utf-16"), encode("文", bom=b"\xef\xbb\xbf")
    (b'\xff\xfe\x87e', b'\xef\xbb\xbf\xe6\x96\x87')
    """
    mark, name = written_as(encoding, bom)
    return (mark if is_first else b"") + text.encode(name)


def written_as(encoding: str, bom: bytes = b"") -> tuple[bytes, str]:
    r"""Return the byte-order mark and the codec that `encode` writes in.

    Raises:
        UnknownEncodingError: no codec has this name.

    >>> written_as("utf-16")
    (b'\xff\xfe', 'utf-16-le')
    """
    found = find_encoding(encoding)
    mark, name = _WRITTEN_AS.get(found, (b"", found))
    return (bom if name == "utf-8" and bom == codecs.BOM_UTF8 else mark), name


def find_encoding(name: str) -> str:
    """Return Python's own name of a text encoding.

    Raises:
        UnknownEncodingError: there is none of this name, or it is no text encoding; the message offers the nearest.

    >>> find_encoding("GB-18030"), find_encoding("UTF8")
    ('gb18030', 'utf-8')
    """
    for spelling in (name, name.replace("-", "").replace("_", "")):  # GB-18030, Big-5
        try:
            found = codecs.lookup(spelling).name
        except (LookupError, ValueError):  # ValueError: a NUL in the name, or half of a character
            continue
        try:
            b" ".decode(found)
        except UnicodeError:
            return found  # one space is not enough for UTF-16
        except LookupError:  # a codec, and none of text
            continue
        return found
    from encodings.aliases import aliases

    texts = {alias: codec for alias, codec in aliases.items() if codec != "rot_13" and not codec.endswith("_codec")}
    known = {alias.replace("_", "-") for alias in (*texts, *texts.values())}
    raise UnknownEncodingError(name.lower(), sorted(known))


def encoding_title(encoding: str) -> str:
    """Return the name of an encoding as people write it.

    >>> encoding_title("cp950"), encoding_title("utf-8"), encoding_title("koi8-r")
    ('Big5', 'UTF-8', 'koi8-r')
    """
    return _TITLES.get(encoding, encoding.upper() if encoding.startswith("utf") else encoding)
