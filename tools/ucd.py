"""Read the files of one pinned version of the Unicode Character Database; used by `make_tables.py` only."""

import bz2
import hashlib
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

VERSION = "15.0.0"
DEBIAN_FOLDER = Path("/usr/share/unicode")  # where Debian's package unicode-data puts the files

# SHA-256 of each file we read, after unpacking (Debian packs Unihan with bzip2). The digest is the version:
# UnicodeData.txt states none, and a patched file would make other tables on another machine.
DIGESTS = {
    "CompositionExclusions.txt": "3b019c0a33c3140cbc920c078f4f9af2680ba4f71869c8d4de5190667c70b6a3",
    "DerivedCoreProperties.txt": "d367290bc0867e6b484c68370530bdd1a08b6b32404601b8c7accaf83e05628d",
    "EastAsianWidth.txt": "743e7bc435c04ab1a8459710b1c3cad56eedced5b806b4659b6e69b85d0adf2a",
    "EquivalentUnifiedIdeograph.txt": "f2e04bae8c856fad3a16353a99d4cc2de6c72770260379f5e4974a97548aad2a",
    "LineBreak.txt": "012bca868e2c4e59a5a10a7546baf0c6fb1b2ef458c277f054915c8a49d292bf",
    "PropList.txt": "e05c0a2811d113dae4abd832884199a3ea8d187ee1b872d8240a788a96540bfd",
    "Scripts.txt": "cca85d830f46aece2e7c1459ef1249993dca8f2e46d51e869255be140d7ea4b0",
    "UnicodeData.txt": "806e9aed65037197f1ec85e12be6e8cd870fc5608b4de0fffd990f689f376a73",
    "Unihan_Variants.txt": "eaf54a2a5ea0df3e030cabe7917b04b7556e539874668eaaa106fce7c4b8bf46",
    "emoji/emoji-data.txt": "29071dba22c72c27783a73016afb8ffaeb025866740791f9c2d0b55cc45a3470",
}

_PACKAGE = f"install Debian's package unicode-data {VERSION}, or name another folder with --ucd"


class SourceError(Exception):
    """A source file is missing or not the pinned version, or two of them disagree."""


class Ucd:
    """The Unicode Character Database in a folder, read as sets and dicts of code points.

    Raises:
        SourceError: a file is missing, or its digest is not that of the pinned version.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _text(self, name: str) -> str:
        plain = self._folder / name
        packed = self._folder / f"{name}.bz2"
        try:
            data = plain.read_bytes() if plain.exists() else bz2.decompress(packed.read_bytes())
        except OSError as error:
            reason = error.strerror or "not a bzip2 file"
            raise SourceError(f"cannot read a source file ({reason}): {plain}; {_PACKAGE}") from error
        digest = hashlib.sha256(data).hexdigest()
        if digest != DIGESTS[name]:
            raise SourceError(f"not the file of Unicode {VERSION} (SHA-256 {digest[:16]}…): {plain}; {_PACKAGE}")
        return data.decode("utf-8")

    def _rows(self, name: str) -> Iterator[tuple[range, str]]:
        for line in self._text(name).split("\n"):
            row = line.partition("#")[0]
            if row.strip():
                codes, _, value = row.partition(";")
                first, _, last = codes.strip().partition("..")
                yield range(int(first, 16), int(last or first, 16) + 1), value.strip()

    def properties(self, name: str) -> dict[str, set[int]]:
        """Return the code points of each value in a file of two columns; a value without any gives an empty set."""
        found: dict[str, set[int]] = defaultdict(set)
        for codes, value in self._rows(name):
            found[value].update(codes)
        return found

    def equivalents(self) -> dict[int, int]:
        """Return Equivalent_Unified_Ideograph: CJK radicals and strokes to the ideograph that looks like them."""
        rows = self._rows("EquivalentUnifiedIdeograph.txt")
        return {code: int(target, 16) for codes, target in rows for code in codes}

    def composition_exclusions(self) -> set[int]:
        """Return the code points that normalisation never composes although they decompose."""
        return {code for codes, _ in self._rows("CompositionExclusions.txt") for code in codes}

    def variants(self, field: str) -> dict[int, list[int]]:
        """Return a field of Unihan, `kTraditionalVariant` or `kSimplifiedVariant`: each ideograph to its variants."""
        found: dict[int, list[int]] = {}
        for line in self._text("Unihan_Variants.txt").split("\n"):
            parts = line.split("\t")
            if len(parts) == 3 and parts[1] == field:
                found[int(parts[0][2:], 16)] = [int(item[2:].partition("<")[0], 16) for item in parts[2].split()]
        return found

    @cached_property
    def _characters(self) -> list[tuple[range, list[str]]]:
        rows: list[tuple[range, list[str]]] = []
        first = 0
        for line in self._text("UnicodeData.txt").split("\n"):
            fields = line.split(";")
            if len(fields) < 15:
                continue
            code = int(fields[0], 16)
            if fields[1].endswith(", First>"):  # two lines stand for a whole range
                first = code
            else:
                rows.append((range(first if fields[1].endswith(", Last>") else code, code + 1), fields))
        return rows

    @cached_property
    def categories(self) -> dict[str, set[int]]:
        """Code points by General_Category (`Lu`), and by its first letter (`L`)."""
        found: dict[str, set[int]] = defaultdict(set)
        for codes, fields in self._characters:
            found[fields[2]].update(codes)
            found[fields[2][0]].update(codes)
        return found

    @cached_property
    def assigned(self) -> set[int]:
        """Code points that stand in UnicodeData.txt."""
        return {code for codes, _ in self._characters for code in codes}

    @cached_property
    def decompositions(self) -> dict[int, tuple[str, tuple[int, ...]]]:
        """Decomposition mappings: tag (empty where canonical) and code points, one step, not resolved."""
        found = {}
        for codes, fields in self._characters:
            if fields[5]:
                tag, _, rest = fields[5].rpartition(">")
                found[codes[0]] = (tag.lstrip("<"), tuple(int(code, 16) for code in rest.split()))
        return found

    @cached_property
    def _names(self) -> dict[int, str]:
        # A control has no name; its name of Unicode 1.0 is the one people know.
        return {codes[0]: fields[10] if fields[1] == "<control>" else fields[1] for codes, fields in self._characters}

    def name(self, code: int) -> str:
        """Return the name of a code point; inside a range without names (Hangul, private use) just its number."""
        name = self._names.get(code, "")
        return name if name and not name.startswith("<") else f"U+{code:04X}"
