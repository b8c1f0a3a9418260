"""`cleantext revert`: the source of a cleaned file, by its edits."""

from functools import partial

import click

from cleantext.cli._inputs import is_done
from cleantext.cli._terminal import FAILED


@click.command()
@click.argument("cleaned", type=click.Path(readable=False))
@click.option(
    "--edits",
    required=True,
    metavar="FILE",
    type=click.Path(readable=False),
    help="What --edits of `cleantext clean` or `cleantext corpus` wrote for it.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(readable=False),
    help="Where the source goes; by default to standard output.",
)
def revert(cleaned: str, edits: str, output: str | None) -> int:
    """Give the source of a cleaned file (or -, standard input) back, byte for byte.

    It is refused where text and edits do not belong together, or the edits were cut off or changed. Of a table that
    `cleantext corpus --edits` cleaned each text comes back, and all else stays as it is.
    """

    def work() -> None:
        from cleantext._files import identities, refuse_overwriting, write, write_stdout

        source = _source(cleaned, edits, output)
        if output is None or output == "-":
            write_stdout(source)
        else:
            refuse_overwriting(output, identities((cleaned, edits)))
            write(output, source)

    if cleaned == edits == "-":
        raise click.UsageError("standard input is named twice; it can be read once")
    return 0 if is_done(cleaned, partial(work)) else FAILED


def _source(cleaned: str, edits: str, output: str | None) -> bytes:
    """Return the bytes of the source."""
    from cleantext._edit_lines import are_of_rows
    from cleantext._edits import Edits
    from cleantext._files import read
    from cleantext.cli._terminal import title
    from cleantext.errors import EditsError

    lines = read(edits)
    is_packed = edits.endswith((".gz", ".zst")) and not lines.startswith(b"{")  # what `clean` writes never is
    try:
        is_plain = not is_packed and not are_of_rows(lines.partition(b"\n")[0])
        record = Edits.loads(lines) if is_plain else None
    except EditsError as error:
        raise EditsError(f"{title(edits)}: {error}") from None
    if record is not None:
        return record.revert(read(cleaned))
    from cleantext._corpus.undo import revert_output

    return revert_output(cleaned, edits, None if is_packed else lines, output or "")
