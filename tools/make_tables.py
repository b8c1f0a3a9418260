"""Write `src/cleantext/_data/` out of one pinned version of the Unicode Character Database.

    python tools/make_tables.py            # write the tables
    python tools/make_tables.py --check    # exit 1 if a checked-in table differs, write nothing

Exit codes: 0 done, 1 `--check` found a difference, 2 a source is missing, is of another version, or contradicts
another one.

**Which radicals are safe.** EquivalentUnifiedIdeograph.txt maps a CJK radical to the ideograph that is "visually
identical or near-identical". For U+2E80-2EF3 that is two things. *Safe*: the radical is printed as its target is, so a
font has one glyph for both, and a text layer can name the wrong one of the two: a whole character (⻓ 长, ⺠ 民, ⻝ 食)
or a component that is encoded in that very shape (⺅ 亻, ⻊ 𧾷). *Unsafe*: the radical is printed otherwise than its
target (⺌ is not 小, ⺼ not 肉), so the target is a guess at what was meant. The sign of an unsafe one is a target that
another radical has as well, of the supplement or of Kangxi: the second was encoded because it looks different. Each
such radical was judged by its name, its notes in NamesList.txt ("form used at top") and what is known of its shape (no
font was compared), and stands in `UNSAFE` with the reason in a word, or in `REVIEWED` where the difference is one of
type design and the character is read as its target. `supplement` stops at one in neither. ⺩ and ⺴ are unsafe without
that sign. "shared": several radicals have the target, and nothing in the files says which of them looks like it.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from emit import Body, Constant, Module, Packed, Pairs, Reasons, Run, Table
from ucd import DEBIAN_FOLDER, VERSION, SourceError, Ucd

OUT = Path(__file__).resolve().parents[1] / "src" / "cleantext" / "_data"

UNSAFE = {
    0x2E81: "slanted", 0x2E84: "hook", 0x2E86: "slanted", 0x2E88: "top", 0x2E8A: "top", 0x2E8C: "top", 0x2E8D: "top",
    0x2E90: "enclosing", 0x2E93: "variant", 0x2E97: "bottom", 0x2E9C: "hat", 0x2E9D: "dotted", 0x2EA4: "shared",
    0x2EA5: "shared", 0x2EA7: "top", 0x2EA9: "left", 0x2EAB: "top", 0x2EAC: "left", 0x2EB4: "lookalike", 0x2EB6: "left",
    0x2EBB: "top", 0x2EBC: "moonlike", 0x2EBE: "shared", 0x2EBF: "shared", 0x2EC0: "shared", 0x2ECD: "shared",
    0x2ECE: "shared", 0x2ECF: "right", 0x2ED7: "top",
}  # fmt: skip
REVIEWED = {0x2EC6, 0x2ECC, 0x2ED1, 0x2EDD, 0x2EE3, 0x2EE4, 0x2EF1}  # ⻆ ⻌ ⻑ ⻝ ⻣ ⻤ ⻱

# No horizontal form: dashes, low lines and overlines may be rules of a table; sesame dots are emphasis.
NO_VERTICAL = {0xFE30, 0xFE31, 0xFE32, 0xFE33, 0xFE34}
NO_SMALL = {0xFE58}  # SMALL EM DASH: half of a Chinese dash or a hyphen, context must say

LINE_BREAKS = {0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029}
CLOSING_QUOTES = {0x2019, 0x201D}  # UAX #14 has the curly quotes in QU, which may stand on both sides
OPENING_QUOTES = {0x2018, 0x201C}
HAN_SIGNS = {0x3005, 0x3007, 0x303B}  # 々 〇 〻
KANA_SIGNS = {0x30FC, 0xFF70, 0xFF9E, 0xFF9F}  # ー and half-width marks: letters, but their script is Common
CHINESE_MARKS = {0xB7, 0x2014, 0x2015, 0x2018, 0x2019, 0x201C, 0x201D, 0x2025, 0x2026, 0x2027, 0x22EF, 0x2E3A, 0x30FB}


def span(first: int, last: int) -> set[int]:
    return set(range(first, last + 1))


FULLWIDTH = span(0xFF10, 0xFF19) | span(0xFF21, 0xFF3A) | span(0xFF41, 0xFF5A)
TAGS = span(0xE0000, 0xE007F)


def classes(ucd: Ucd) -> Module:
    """Classes of characters as bodies of a regex set."""
    gc, script, props = ucd.categories, ucd.properties("Scripts.txt"), ucd.properties("PropList.txt")
    lb, eaw = ucd.properties("LineBreak.txt"), ucd.properties("EastAsianWidth.txt")
    compatibility = (span(0xF900, 0xFAFF) | span(0x2F800, 0x2FA1F)) & ucd.assigned
    ignorable = ucd.properties("DerivedCoreProperties.txt")["Default_Ignorable_Code_Point"]
    selectors = props["Variation_Selector"]
    pictographic = ucd.properties("emoji/emoji-data.txt")["Extended_Pictographic"]
    wide, letters = eaw["W"] | eaw["F"], gc["L"]
    han = props["Unified_Ideograph"] | compatibility | HAN_SIGNS
    cjk_mark = (
        span(0x3001, 0x3003) | span(0x3008, 0x3011) | span(0x3014, 0x301F) | span(0xFF01, 0xFF65) | span(0xFE10, 0xFE19)
        | span(0xFE30, 0xFE6B) | CHINESE_MARKS
    ) & ucd.assigned - FULLWIDTH  # fmt: skip
    no_start = lb["CL"] | lb["CP"] | lb["EX"] | lb["IS"] & wide | lb["NS"] & gc["P"] | CLOSING_QUOTES
    tables: list[tuple[str, set[int], str]] = [
        ("HAN", han, "Unified and compatibility ideographs, 々 〇 〻. No radicals, no 〆, no Hangzhou numerals."),
        ("RADICAL", span(0x2E80, 0x2FD5) & ucd.assigned, "CJK radicals: supplement and Kangxi."),
        (
            "KANA",
            (script["Hiragana"] | script["Katakana"]) & letters | KANA_SIGNS,
            "Kana letters, half-width too, ー.",
        ),
        ("HANGUL", script["Hangul"] & letters, "Hangul syllables and jamo."),
        ("BOPOMOFO", script["Bopomofo"] & letters, "Bopomofo letters."),
        (
            "LETTER",
            letters - han,
            "General_Category L, less HAN; holds KANA, HANGUL, BOPOMOFO, LATIN and full-width letters.",
        ),
        ("LATIN", script["Latin"] & letters - FULLWIDTH, "Letters of the Latin script, full-width ones left out."),
        ("FULLWIDTH_ALNUM", FULLWIDTH, "Full-width ASCII digits and letters."),
        ("DIGIT", gc["Nd"], "Decimal digits of all scripts (Nd)."),
        ("NUMBER", gc["N"], "Digits, letter numbers, other numbers (Nd, Nl, No); holds 〇, which is HAN too."),
        ("COMBINING", gc["M"], "Combining marks (Mn, Mc, Me)."),
        (
            "SPACE",
            props["White_Space"] - LINE_BREAKS,
            "White_Space, less line breaks (LF VT FF CR U+0085 U+2028 U+2029).",
        ),
        (
            "INVISIBLE",
            (ignorable & gc["Cf"] | {0xAD, 0xFEFF}) - selectors,
            "Default-ignorable format characters; holds TAG, ZWJ.",
        ),
        ("VARIATION_SELECTOR", selectors, "Variation selectors."),
        ("CONTROL", gc["Cc"] - {0x09, 0x0A, 0x0C, 0x0D}, "Controls (Cc), less tab, LF, FF and CR."),
        ("PRIVATE", gc["Co"], "Private use."),
        ("SURROGATE", gc["Cs"], "Surrogates, which in a str are always lone."),
        ("NONCHARACTER", props["Noncharacter_Code_Point"], "Noncharacters."),
        ("TAG", TAGS & ucd.assigned, "Tags: the letters of a flag emoji."),
        ("EXTENDED_PICTOGRAPHIC", pictographic, "Pictographs and code points reserved for them; also © ® ‼."),
        ("OPENING_MARK", gc["Ps"] | gc["Pi"] | {0x301D}, "Opening brackets and quotes (Ps, Pi)."),
        ("CLOSING_MARK", gc["Pe"] | gc["Pf"] | {0x301E, 0x301F}, "Closing brackets and quotes (Pe, Pf); holds ’."),
        ("NO_LINE_START", no_start, "UAX #14: CL, CP, EX, wide IS, marks of NS; with ” ’. No … and no ASCII , . : ;"),
        ("NO_LINE_END", lb["OP"] | OPENING_QUOTES, "UAX #14: OP; with “ ‘."),
        ("WIDE", wide, "East_Asian_Width W or F; holds the code points reserved for ideographs."),
        ("AMBIGUOUS", eaw["A"], "East_Asian_Width A; overlaps ZERO_WIDTH, which decides."),
        ("ZERO_WIDTH", gc["Mn"] | gc["Me"] | gc["Cf"], "Mn, Me and Cf."),
        (
            "CJK_MARK",
            cjk_mark,
            "Marks of Chinese text: ideographic, full-width, vertical, small; “”‘’ … — · and their like.",
        ),
    ]
    sources = ("UnicodeData.txt", "Scripts.txt", "PropList.txt", "DerivedCoreProperties.txt", "LineBreak.txt",
               "EastAsianWidth.txt", "emoji/emoji-data.txt")  # fmt: skip
    bodies = [Body(name, note, codes) for name, codes, note in tables]
    return Module(classes.__doc__ or "", sources, [Constant("UNICODE_VERSION", VERSION), *bodies])


def single(ucd: Ucd, code: int) -> int | None:
    """Return what a code point is canonically one other code point for, resolved to the end; else None."""
    tag, target = ucd.decompositions.get(code, ("", ()))
    if tag or len(target) != 1:
        return None
    return single(ucd, target[0]) or target[0]


def kangxi(ucd: Ucd) -> dict[int, int]:
    equivalents = ucd.equivalents()
    table = {code: equivalents[code] for code in span(0x2F00, 0x2FD5)}
    for code, target in table.items():
        if ucd.decompositions.get(code) != ("compat", (target,)):
            raise SourceError(
                f"two sources disagree: U+{code:04X}; compare UnicodeData.txt with EquivalentUnifiedIdeograph.txt"
            )
    return table


def supplement(ucd: Ucd, taken: dict[int, int]) -> dict[int, int]:
    table = {code: target for code, target in ucd.equivalents().items() if 0x2E80 <= code <= 0x2EF3}
    shared = Counter([*table.values(), *taken.values()])
    for code, target in table.items():
        if shared[target] > 1 and code not in UNSAFE and code not in REVIEWED:
            raise SourceError(
                f"a radical shares its target and was not judged: U+{code:04X}; put it in UNSAFE or REVIEWED"
            )
    return table


def chinese_form(code: int) -> int:
    """Return the full-width form of an ASCII mark, any other character as it is."""
    return code + 0xFEE0 if 0x21 <= code <= 0x7E else code


def tagged(ucd: Ucd, tag: str, codes: set[int]) -> dict[int, int]:
    found = {code: ucd.decompositions[code] for code in sorted(codes) if code in ucd.decompositions}
    return {code: chinese_form(target[0]) for code, (kind, target) in found.items() if kind == tag}


def compositions(ucd: Ucd) -> dict[str, str]:
    script, excluded = ucd.properties("Scripts.txt"), ucd.composition_exclusions()
    bases = (script["Latin"] | script["Greek"] | script["Cyrillic"]) & ucd.categories["L"]
    found = {}
    for code, (tag, target) in ucd.decompositions.items():
        if not tag and len(target) == 2 and target[0] in bases and code not in excluded:
            found[chr(target[0]) + chr(target[1])] = chr(code)
    return found


def forms(ucd: Ucd) -> Module:
    """Characters that are another form of one character, and that character."""
    radicals = kangxi(ucd)
    more = supplement(ucd, radicals)
    singles = {code: single(ucd, code) for code in sorted(span(0xF900, 0xFAFF) | span(0x2F800, 0x2FA1F))}
    ligatures = {code: "".join(map(chr, ucd.decompositions[code][1])) for code in span(0xFB00, 0xFB06)}
    fullwidth = {code: code - 0xFEE0 for code in sorted(FULLWIDTH)}
    tables: list[Table] = [
        Pairs("KANGXI", "Kangxi radicals to unified ideographs.", radicals),
        Pairs("RADICALS_SUPPLEMENT", "Radicals of the supplement to unified ideographs, safe or not.", more),
        Reasons("UNSAFE_RADICALS", "Those printed otherwise than their target, with the reason.", UNSAFE),
        Packed("COMPATIBILITY", "Compatibility ideographs to unified ideographs, by canonical decomposition.",
               {chr(code): chr(target) for code, target in singles.items() if target}),
        Pairs("VERTICAL", "Vertical forms of marks to horizontal Chinese marks; no dashes, no low lines.",
              tagged(ucd, "vertical", (span(0xFE10, 0xFE19) | span(0xFE30, 0xFE48)) - NO_VERTICAL)),
        Pairs("SMALL", "Small forms of marks to full-width Chinese marks; no dash.",
              tagged(ucd, "small", span(0xFE50, 0xFE6B) - NO_SMALL)),
        Pairs("FULLWIDTH", "Full-width digits and letters to ASCII.", fullwidth),
        Pairs("LIGATURES", "Latin ligatures to letters.", ligatures),
        Packed("COMPOSE", "Latin, Greek, Cyrillic letter and mark to one letter; one step, marks are not reordered.",
               compositions(ucd)),
    ]  # fmt: skip
    sources = ("UnicodeData.txt", "EquivalentUnifiedIdeograph.txt", "Scripts.txt", "CompositionExclusions.txt")
    return Module(forms.__doc__ or "", sources, tables)


def in_gb2312(code: int) -> bool:
    try:
        chr(code).encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def scripts(ucd: Ucd) -> Module:
    """Characters that only one of the two Chinese scripts has."""

    def converted(field: str) -> list[int]:
        return sorted(code for code, targets in ucd.variants(field).items() if code not in targets)

    simplified = [code for code in converted("kTraditionalVariant") if in_gb2312(code)]
    traditional = [code for code in converted("kSimplifiedVariant") if not in_gb2312(code)]
    tables: list[Table] = [
        Run(
            "GB2312_SIMPLIFIED_ONLY",
            "Have a traditional variant, are not one themselves, and stand in GB 2312.",
            simplified,
        ),
        Run(
            "TRADITIONAL_ONLY",
            "Have a simplified variant, are not one themselves, and do not stand in GB 2312.",
            traditional,
        ),
    ]
    return Module(scripts.__doc__ or "", ("Unihan_Variants.txt",), tables)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Write src/cleantext/_data/ from the Unicode Character Database.")
    parser.add_argument("--ucd", type=Path, default=DEBIAN_FOLDER, metavar="DIR", help=f"files of Unicode {VERSION}")
    parser.add_argument("--check", action="store_true", help="exit 1 if a table differs; write nothing")
    options = parser.parse_args(arguments)
    ucd = Ucd(options.ucd)
    try:
        made = {f"{make.__name__}.py": make(ucd).source(ucd) for make in (classes, forms, scripts)}
    except SourceError as error:
        print(f"make_tables: {error}", file=sys.stderr)
        return 2
    differing = []
    for name, source in made.items():
        path, data = OUT / name, source.encode("utf-8")
        if not path.exists() or path.read_bytes() != data:
            differing.append(name)
            if not options.check:
                path.write_bytes(data)
                print(f"{name}: written, {len(data):,} bytes")
    if options.check and differing:
        print(
            f"make_tables: checked-in tables differ: {', '.join(differing)}; run tools/make_tables.py", file=sys.stderr
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
