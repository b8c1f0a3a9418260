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
    help="What `cleantext clean --edits` wrote for it.",
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

    It is refused where text and edits do not belong together, or the edits were cut off or changed.
    """

    def work() -> None:
        from cleantext._edits import Edits
        from cleantext._files import identities, read, refuse_overwriting, write, write_stdout
        from cleantext.cli._terminal import title
        from cleantext.errors import EditsError

        data = read(cleaned)
        lines = read(edits)
        try:
            record = Edits.loads(lines)
        except EditsError as error:
            raise EditsError(f"{title(edits)}: {error}") from None
        source = record.revert(data)
        if output is None or output == "-":
            write_stdout(source)
        else:
            refuse_overwriting(output, identities((cleaned, edits)))
            write(output, source)

    if cleaned == edits == "-":
        raise click.UsageError("standard input is named twice; it can be read once")
    return 0 if is_done(cleaned, partial(work)) else FAILED
