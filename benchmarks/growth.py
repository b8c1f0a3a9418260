"""How time and memory grow with the text: one text of 1 KB to 100 MB, and 1 to 100,000 pages.

    python benchmarks/growth.py                 measure all and write docs/growth.md and docs/growth.svg: some minutes
    python benchmarks/growth.py "many calls"    measure one series, keep the figures of the others
    python benchmarks/growth.py --draw          draw the figures again that are kept

Each size is a process of its own, since the most that a process held does not sink again.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import growth_page
import machine

FOLDER = Path(__file__).with_name("figures")
WORK = Path(__file__).with_name("growth_work.py")
_BYTES = [10**power for power in range(3, 9)]
_PAGES = [10**power for power in range(6)]
SERIES = {"one text": _BYTES, "one paragraph": _BYTES, "many calls": _PAGES, "clean_pages": _PAGES}


def measure(series: str) -> list[dict[str, Any]]:
    """Return what each size of a series took."""
    rows = []
    for size in SERIES[series]:
        command = [sys.executable, str(WORK), series, str(size)]
        said = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
        rows.append({"size": size, **json.loads(said)})
        print(series, rows[-1], flush=True)
    return rows


def main() -> None:
    """Measure and draw."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("series", nargs="*", help=f"of {', '.join(SERIES)}; all where none is named")
    parser.add_argument("--draw", action="store_true", help="measure nothing")
    args = parser.parse_args()
    path = FOLDER / f"growth-{machine.build()}.json"
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"series": {}}
    for series in () if args.draw else args.series or SERIES:
        kept["machine"] = machine.description()
        kept["series"][series] = measure(series)
        path.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    growth_page.write()


if __name__ == "__main__":
    main()
