"""`cleantext review`: a person decides the seams in doubt, one key each."""

import sys
from typing import TYPE_CHECKING

import click

from cleantext.cli._inputs import is_done, read_decisions, read_input
from cleantext.cli._options import cleaner_options, encoding_option, make_cleaner
from cleantext.cli._terminal import FAILED, say, show, title

if TYPE_CHECKING:
    from cleantext._decisions import Decisions, Key, Seam
    from cleantext._places import Places

_LINES = 2  # that are shown on each side of a seam
_KEYS = "j join, b break, s skip, u undo, q quit"


@click.command()
@click.argument("file", type=click.Path(readable=False))
@click.option("--all", "all_", is_flag=True, help="Ask for the seams too that have an answer.")
@cleaner_options
@encoding_option
def review(file: str, all_: bool, encoding: str | None, **options: object) -> int:
    """Decide the seams of a file that are in doubt: join, break, skip or undo, one key each.

    Each answer is kept at once in FILE.decisions.json, and every later run over FILE holds to it.
    """
    if file == "-":
        raise click.UsageError("review needs a file to keep the answers beside; standard input has no place")
    if sys.stdin is None or not sys.stdin.isatty():
        raise click.UsageError("review asks in a terminal; `cleantext doubts` lists the seams without one")
    cleaner = make_cleaner(**options)

    def work() -> None:
        from cleantext._decisions import Decisions, doubtful_seams
        from cleantext._exact import digest
        from cleantext._places import Places

        source = read_input(file, encoding)
        text = source.decoded.text
        kept = read_decisions(source) or Decisions()
        kept = Decisions(kept.items, digest(text))
        # asked without the answers: what is decided is in doubt no more
        seams = doubtful_seams(cleaner.trace(text))
        keyed = [(seam, seam.key) for seam in seams if seam.key is not None]
        if len(keyed) < len(seams):
            say(f"{title(file)}: {len(seams) - len(keyed)} seams beside lines without a letter cannot be kept apart")
        waiting = [(seam, key) for seam, key in keyed if all_ or kept.answer(key) is None]
        if not waiting:
            show(f"{title(file)}: no seam is in doubt, or all have an answer; --all asks for those again\n")
            return
        _ask(file, Places(text), waiting, kept)

    return 0 if is_done(file, work) else FAILED


def _ask(file: str, places: "Places", waiting: "list[tuple[Seam, Key]]", kept: "Decisions") -> None:
    """Ask for one seam after the other; what is answered is on the disk before the next question."""
    from cleantext._beside import DECISIONS_ENDING
    from cleantext._files import write

    states: list[Decisions] = []  # the decisions before each question, for undo
    while True:
        number = len(states)
        if number < len(waiting):
            show(_question(places, waiting[number][0], number + 1, len(waiting)))
            keys, reminder = "jbsuq", _KEYS
        else:
            keys, reminder = "uq", "that was the last one; u undo, q quit"
            show(f"\n{reminder}: ")
        while not (key := _read_key()) or key not in keys:
            show(f"{reminder}: ")
        if key == "q":
            show("quit\n")
            break
        if key == "u":
            if not states:
                show("there is nothing to undo\n")
                continue
            show("undo\n")
            kept = states.pop()
        else:
            seam, seam_key = waiting[number]
            states.append(kept)
            word, joined = {"j": ("join", True), "b": ("break", False), "s": ("skip", None)}[key]
            show(word + "\n")
            if joined is not None:
                kept = kept.with_answer(seam_key, joined, places.of(seam.start).line)
        write(file + DECISIONS_ENDING, kept.dumps())
    show(f"\n{title(file)}: {len(kept.items)} answers in {title(file + DECISIONS_ENDING)}\n")


def _question(places: "Places", seam: "Seam", number: int, count: int) -> str:
    from cleantext._pages import printable

    first, after = places.of(seam.start).line, places.of(seam.end).line
    before = [printable(places.line(n)) for n in range(max(1, first - _LINES + 1), first + 1)]
    behind = [printable(places.line(n)) for n in range(after, min(len(places), after + _LINES - 1) + 1)]
    choice = "join" if seam.joined else "break"
    head = f"\n[{number}/{count}] line {first}, {choice} ({seam.doubt.confidence:.2f})\n"
    seam_line = "  " + "─" * 8 + "\n"
    return "".join((head, *(f"  {x}\n" for x in before), seam_line, *(f"  {x}\n" for x in behind), f"{_KEYS}: "))


def _read_key() -> str:
    """Return the key that was pressed; the end of the input quits."""
    try:
        return click.getchar().lower()
    except EOFError:
        return "q"
