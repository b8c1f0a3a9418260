"""Inputs one by one: read and decoded, and what goes wrong with one said while the others are done."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from cleantext.cli._terminal import say, title
from cleantext.errors import CleantextError, DecodeError

if TYPE_CHECKING:
    from cleantext._cleaner import Cleaner
    from cleantext._decisions import Decisions
    from cleantext._decode import Decoded


class Input(NamedTuple):
    """An input: its name (`-` for standard input), its bytes, and the text that they are."""

    name: str
    data: bytes
    decoded: "Decoded"


def read_input(name: str, encoding: str | None) -> Input:
    """Read an input, and say so where its encoding was guessed.

    Raises:
        FileError: it cannot be read.
        DecodeError: it is no text in this encoding, or in any that was tried.
    """
    from cleantext._decode import decode
    from cleantext._encodings import encoding_title
    from cleantext._files import read

    data = read(name)
    decoded = decode(data, encoding)
    if decoded.is_guessed:
        read_as = encoding_title(decoded.encoding)
        say(f"{title(name)}: read as {read_as} (guessed); give --encoding if that is wrong")
    return Input(name, data, decoded)


def read_words(name: str) -> str:
    """Return the text of a file that holds words.

    Raises:
        FileError, DecodeError: it cannot be read.
    """
    from cleantext._decode import decode
    from cleantext._encodings import encoding_title
    from cleantext._files import read

    data = read(name)
    try:
        source = decode(data)
    except DecodeError as error:
        what = str(error).partition("; ")[0]
        raise DecodeError(f"{title(name)}: {what}; write it in UTF-8") from error
    if source.is_guessed:
        say(f"{title(name)}: read as {encoding_title(source.encoding)} (guessed); write it in UTF-8")
    return source.text


def read_decisions(source: Input) -> "Decisions | None":
    """Return what a person decided for an input: the file that `cleantext review` keeps beside it.

    Raises:
        FileError, DecisionsError: it is there, but cannot be read.
    """
    from cleantext._beside import DECISIONS_ENDING, are_stale, decisions_beside
    from cleantext._files import STDIN

    decisions = None if source.name == STDIN else decisions_beside(source.name)
    if decisions is None:
        return None
    if are_stale(decisions, source.decoded.text):
        beside = title(source.name + DECISIONS_ENDING)
        say(f"{beside}: made for another version of this text; those hold whose seams are still there")
    return decisions


def decided(cleaner: "Cleaner", source: Input) -> "Cleaner":
    """Return the cleaner with what a person decided for an input."""
    decisions = read_decisions(source)
    return cleaner if decisions is None else cleaner.with_decisions(decisions)


def is_done(name: str, work: Callable[[], None], output_encoding: str = "utf-8") -> bool:
    """Do the work on one input; say what went wrong with it, and return whether nothing did."""
    from cleantext._files import FileError

    try:
        work()
    except FileError as error:
        say(str(error))
    except CleantextError as error:
        say(f"{title(name)}: {error}")
    except UnicodeEncodeError as error:
        character = error.object[error.start]
        line = error.object.count("\n", 0, error.start) + 1
        say(
            f"{title(name)}: {character} (U+{ord(character):04X}, line {line} of the result) cannot be written in "
            f"{output_encoding}; give another --output-encoding, utf-8 or gb18030"
        )
    else:
        return True
    return False
