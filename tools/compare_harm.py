"""What cleaners do to texts that are already clean: files broken and letters lost, for this one and its peers.

    python tools/compare_harm.py ../shared                                    print the table
    python tools/compare_harm.py ../shared --markdown docs/comparison.md      write it as a page, too

The folder holds `clean/` (texts and their conditions in `index.tsv`) and `tools/harm.py`, whose measure is used. A peer
that is not installed is left out, and the table says so.

Exit codes: 0 done, 2 the folder is not there or has no such files.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from table import Table

COMMAND = "python tools/compare_harm.py ../shared --markdown docs/comparison.md"
NOTE = (
    "{count} texts that need no cleaning, of {kinds} kinds: verse, code, tables, dialogue, legal texts, names and "
    "Japanese. A file is broken where its condition does not hold: `same` (it comes out as it went in), `lines` "
    "(lines stay lines) or `letters` (all letters and digits stay, in order); characters may be brought to their "
    "standard form. Letters lost are letters, digits and accents that are gone or changed."
)
INTRO = """# Comparison

What cleaners do to texts that are already clean, where the best thing to do is nothing. The peers were made for
something else: `ftfy` mends encodings and brings widths and quotes to one form, `autocorrect` and `pangu` put spaces
between Han and Latin. The table does not say that they are wrong; it says what happens to a corpus when they are run
over all of it.

Measured by `{command}`; the texts are not part of this repository.
"""
_GAP_RE = re.compile("(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])")

Clean = Callable[[str], str]


@dataclass
class Count:
    """What one cleaner did: edits, letters lost, files broken."""

    characters: int = 0
    edits: int = 0
    lost: int = 0
    broken: int = 0


@dataclass(frozen=True)
class Peer:
    """A cleaner: its title, the distribution that it comes from, and how its function is found."""

    title: str
    distribution: str
    find: Callable[[], Clean]


def _function(module: str, *names: str) -> Callable[[], Clean]:
    """Return what finds the first of some names that a module has."""

    def find() -> Clean:
        found = import_module(module)
        function: Clean = next(getattr(found, name) for name in names if hasattr(found, name))
        return function

    return find


PEERS = (
    Peer("cleantext, profile `page`", "", _function("cleantext", "clean")),
    Peer("cleantext, profile `text`", "", lambda: import_module("cleantext").Cleaner("text").clean),
    Peer("spaces between Han deleted", "", lambda: lambda text: _GAP_RE.sub("", text)),
    Peer("`ftfy.fix_text`", "ftfy", _function("ftfy", "fix_text")),
    Peer("`autocorrect_py.format`", "autocorrect-py", _function("autocorrect_py", "format")),
    Peer("`pangu.space_text`", "pangu", _function("pangu", "space_text", "spacing_text")),
)


def load_harm(shared: Path) -> Any:
    """Return the module that measures harm."""
    spec = spec_from_file_location("harm", shared / "tools" / "harm.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "tools" / "harm.py")
    harm = module_from_spec(spec)
    spec.loader.exec_module(harm)
    return harm


def read_texts(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield kind, condition and text of each file of the index."""
    for row in (folder / "index.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name, kind, condition = row.split("\t")[:3]
        yield kind, condition, (folder / name).read_bytes().decode("utf-8")


def measure(harm: Any, clean: Clean, texts: list[tuple[str, str, str]]) -> Count:
    """Run a cleaner over all texts; one that raises has broken the text and lost its letters."""
    count = Count()
    for kind, condition, before in texts:
        count.characters += len(before)
        letters = harm.letters(before)
        try:
            after = clean(before)
        except Exception as error:
            print(f"{kind}: {error!r}", file=sys.stderr)
            count.broken += 1
            count.lost += len(letters)
            continue
        count.edits += len(harm.opcodes(harm.trimmed(before), harm.trimmed(after)))
        count.lost += sum(end - start for start, end, _, _ in harm.opcodes(letters, harm.letters(after)))
        count.broken += not harm.holds(condition, before, after)
    return count


def compare(shared: Path) -> Table:
    """Return the table of all cleaners."""
    harm, texts = load_harm(shared), list(read_texts(shared / "clean"))
    kinds = {kind for kind, _, _ in texts}
    rows: list[tuple[str, ...]] = []
    for peer in PEERS:
        try:
            which = f" {version(peer.distribution)}" if peer.distribution else ""
        except PackageNotFoundError:
            rows.append((peer.title, f"left out: `pip install {peer.distribution}`"))
            continue
        count = measure(harm, peer.find(), texts)
        edits = f"{1e4 * count.edits / count.characters:.1f}"
        rows.append((peer.title + which, str(count.broken), edits, f"{count.lost:,}"))
    head = ("cleaner", "files broken", "edits per 10,000", "letters lost")
    note = NOTE.format(count=len(texts), kinds=len(kinds))
    return Table("Harm to clean texts", note, head, rows, texts=1)


def main() -> int:
    """Print the table; write it as a page where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder that holds clean/ and tools/harm.py")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table as a page, too")
    args = parser.parse_args()
    for path in (args.shared / "clean" / "index.tsv", args.shared / "tools" / "harm.py"):
        if not path.is_file():
            print(f"compare_harm: {path} is not there; give the folder that holds clean/ and tools/", file=sys.stderr)
            return 2
    table = compare(args.shared)
    print(table.plain())
    if args.markdown:
        page = "\n\n".join([INTRO.format(command=COMMAND).strip(), table.markdown()])
        args.markdown.write_text(page.rstrip("\n") + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
