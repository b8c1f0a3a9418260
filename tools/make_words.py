"""Write `src/cleantext/_data/words.py`: which two characters stand side by side in words, often or seldom.

    pip download jieba==0.42.1 --no-deps --no-binary :all: && tar xzf jieba-0.42.1.tar.gz
    python tools/make_words.py jieba-0.42.1/jieba/dict.txt            # write the table
    python tools/make_words.py jieba-0.42.1/jieba/dict.txt --check    # exit 1 if the checked-in one differs

The dictionary has a word, how often it was counted and its part of speech in each line. What two characters side by
side have is the sum of what the words have that they stand in. The words are simplified; what OpenCC makes of them for
three sorts of traditional script counts as they do.

Exit codes: 0 done, 1 `--check` found a difference, 2 the dictionary is missing or another one.
"""

import argparse
import hashlib
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import opencc

OUT = Path(__file__).resolve().parents[1] / "src" / "cleantext" / "_data" / "words.py"
DIGEST = "7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8"
SCRIPTS = ("s2t", "s2tw", "s2hk")
MIN_OFTEN, MIN_SELDOM = 1000, 100
_ROW = 54  # characters, twice as wide as others

_MODULE = '''"""Which two characters stand side by side in words, often or seldom.

Written by tools/make_words.py; do not edit.

Source: dict.txt of jieba 0.42.1, under the MIT licence, copyright (c) 2013 Sun Junyi (LICENSE.jieba), and what OpenCC
makes of its words in traditional script. SHA-256:
    {digest}  dict.txt
"""

from typing import Final

FIRST: Final = (
{first}
)
"""Characters that others stand behind in words."""
ROWS: Final = (
{rows}
)
"""For each of them, with a space between, those that stand behind it in words that were counted {often} times or more
together, `/`, and those of words that were counted {seldom} times or more."""
'''


def counts(lines: list[str]) -> Counter[str]:
    """Return how often two Han of the main block stand side by side in the words of a dictionary."""
    words = [line.split(" ")[0] for line in lines]
    text = "\n".join(words)
    scripts = [text.split("\n"), *(opencc.OpenCC(script).convert(text).split("\n") for script in SCRIPTS)]
    found: Counter[str] = Counter()
    for number, line in enumerate(lines):
        count = int(line.split(" ")[1])
        for form in {script[number] for script in scripts}:
            for first, second in pairwise(form):
                if "\u4e00" <= first <= "\u9fff" and "\u4e00" <= second <= "\u9fff":
                    found[first + second] += count
    return found


def source(lines: list[str]) -> str:
    """Return the whole module as Python source."""
    behind: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for pair, count in counts(lines).items():
        if count >= MIN_SELDOM:
            behind[pair[0]][count < MIN_OFTEN].append(pair[1])
    firsts = sorted(behind)
    rows = ["/".join(["".join(sorted(part)) for part in behind[first]]) for first in firsts]
    return _MODULE.format(
        digest=DIGEST,
        often=MIN_OFTEN,
        seldom=MIN_SELDOM,
        first=_wrapped("".join(firsts)),
        rows=_wrapped(" ".join(rows)),
    )


def _wrapped(packed: str) -> str:
    return "\n".join([f'    "{packed[at : at + _ROW]}"' for at in range(0, len(packed), _ROW)])


def main() -> None:
    """Write the table, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    try:
        data = args.dictionary.read_bytes()
    except OSError as error:
        print(f"{args.dictionary}: {error.strerror}; see the head of this file for where it is from", file=sys.stderr)
        sys.exit(2)
    if hashlib.sha256(data).hexdigest() != DIGEST:
        print(f"{args.dictionary}: not the dict.txt of jieba 0.42.1", file=sys.stderr)
        sys.exit(2)
    made = source(data.decode("utf-8").splitlines())
    if not args.check:
        OUT.write_text(made, encoding="utf-8")
    elif OUT.read_text(encoding="utf-8") != made:
        print(f"{OUT.name} is not what {Path(__file__).name} makes", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
