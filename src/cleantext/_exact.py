"""From a text back to the very bytes it was read from."""

import codecs
import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import NamedTuple

__all__ = ["Raw", "Side", "digest"]


class Raw(NamedTuple):
    """A place of a text (code points, end exclusive) whose bytes its encoding would not write again."""

    start: int
    end: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Side:
    r"""One end of the way of a text: how it is told from others, and what its bytes are.

    Attributes:
        sha256: of the bytes; of a `str`, of its UTF-8 (lone surrogates passed on).
        characters: code points of the text.
        encoding: the codec, or nothing for a `str`.
        bom: the byte-order mark.
        raw: the places whose bytes the encoding would write otherwise.

    >>> side = Side.of_bytes(b"\xa2\xcc\xa4\x51", "十十", "cp950")
    >>> side.raw, side.write("十十")
    ((Raw(start=0, end=1, data=b'\xa2\xcc'),), b'\xa2\xcc\xa4Q')
    """

    sha256: str
    characters: int
    encoding: str = ""
    bom: bytes = b""
    raw: tuple[Raw, ...] = ()

    @classmethod
    def of_text(cls, text: str) -> "Side":
        """Return the side of a text that has no bytes."""
        return cls(digest(text), len(text))

    @classmethod
    def of_bytes(cls, data: bytes, text: str, encoding: str, bom: bytes = b"") -> "Side":
        """Return the side of a text that was read from `data`."""
        side = cls(hashlib.sha256(data).hexdigest(), len(text), encoding, bom)
        with suppress(UnicodeError):
            if side.write(text) == data:
                return side
        # codecs with escape sequences write a piece otherwise than the whole, and some read no pieces at all
        with suppress(LookupError, UnicodeError):
            exact = replace(side, raw=tuple(_unlike(data[len(bom) :], encoding)))
            if exact.write(text) == data:
                return exact
        return replace(side, raw=(Raw(0, len(text), data[len(bom) :]),))

    def read(self, data: bytes) -> str:
        """Return the text of these bytes.

        Raises:
            UnicodeError: they are none of this encoding, so none of this text.
        """
        return data[len(self.bom) :].decode(self.encoding)

    def write(self, text: str) -> bytes:
        """Return the bytes of the text, to the last one as they were read.

        Raises:
            UnicodeError: it was not read from this encoding.
        """
        if not self.encoding:
            return text.encode("utf-8", "surrogatepass")
        parts, position = [self.bom], 0
        for start, end, data in self.raw:
            parts += (text[position:start].encode(self.encoding), data)
            position = end
        return b"".join((*parts, text[position:].encode(self.encoding)))


def _unlike(data: bytes, encoding: str) -> Iterator[Raw]:
    """Yield the characters that would be written in other bytes than they were read from."""
    decoder = codecs.getincrementaldecoder(encoding)()
    start = at = 0
    for number in range(len(data)):
        characters = decoder.decode(data[number : number + 1], number == len(data) - 1)
        if not characters:
            continue
        read = data[start : number + 1]
        try:
            is_same = characters.encode(encoding) == read
        except UnicodeEncodeError:
            is_same = False
        if not is_same:
            yield Raw(at, at + len(characters), read)
        start, at = number + 1, at + len(characters)


def digest(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8; any `str` has one."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
