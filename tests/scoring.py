"""Pin the figures of the labelled pages in tests/gold; what is counted, and how, stands in `tools/scores.py`.

python tests/scoring.py [FOLDER]          the figures of the pages in a folder (tests/gold)
python tests/scoring.py --pin [--lower]   write the figures of tests/gold into floors.json
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Callable
from math import floor
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parent.parent / "tools"))

from scores import Gold, Score, read_gold, score, score_folder, total

__all__ = ["FLOORS", "GOLD", "Gold", "Score", "digest", "pinned", "read_gold", "score", "score_folder", "total"]

GOLD = Path(__file__).parent / "gold"
FLOORS = GOLD / "floors.json"


def digest(folder: Path) -> str:
    """Return the SHA-256 of a page and its labels."""
    return hashlib.sha256((folder / "raw.txt").read_bytes() + (folder / "gold.tsv").read_bytes()).hexdigest()


def pinned(folders: list[Path], clean: Callable[[str], str], old: dict[str, Any], *, may_lower: bool) -> dict[str, Any]:
    """Return the floors that the present figures give; a floor that would be lower stays, or falls where it may."""
    floors = {}
    for folder in folders:
        now, before = score_folder(folder, clean), old.get(folder.name)
        made = {
            "sha256": digest(folder),
            "wrong": now.wrong,
            "lost": now.lost,
            "strict": floor(now.strict * 1000) / 1000,
        }
        if before and not may_lower:
            made["wrong"], made["lost"] = (min(made[key], before[key]) for key in ("wrong", "lost"))
            made["strict"] = max(made["strict"], before["strict"])
        floors[folder.name] = made
    return floors


def main() -> None:
    from cleantext import clean

    parser = argparse.ArgumentParser(description="Score the cleaner on labelled pages.")
    parser.add_argument("folder", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--pin", action="store_true", help="write the figures of tests/gold into floors.json")
    parser.add_argument("--lower", action="store_true", help="also those that are worse than the floors")
    args = parser.parse_args()
    folders = sorted(path.parent for path in args.folder.glob("*/gold.tsv"))
    scores = [score_folder(folder, clean) for folder in folders]
    for name, s in [*((f.name, s) for f, s in zip(folders, scores, strict=True)), ("all", total(scores))]:
        print(f"{name:28} f1 {s.f1:.4f}  wrong {s.wrong:4}  of {s.due:4}  strict {s.strict:.4f}  lost {s.lost}")
    if args.pin and args.folder == GOLD:
        floors = json.loads(FLOORS.read_text(encoding="utf-8"))
        floors["gold"] = pinned(folders, clean, floors["gold"], may_lower=args.lower)
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
