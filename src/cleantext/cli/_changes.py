"""The ways of `cleantext clean` that go by the trace: `--diff`, `--check`, `--in-place`, `--edits`."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from cleantext.cli._inputs import Input, decided, is_done, read_input
from cleantext.cli._terminal import CHANGED, FAILED, say, show, title

if TYPE_CHECKING:
    from cleantext._cleaner import Cleaner
    from cleantext._edits import Edits
    from cleantext._files import Job
    from cleantext._hunks import Row
    from cleantext._trace import Trace


def compare(files: Sequence[str], cleaner: "Cleaner", encoding: str | None, *, has_diff: bool, is_check: bool) -> int:
    """Show what would change, or say which files would; return the exit code."""
    changed: list[str] = []

    def look(name: str) -> None:
        source = read_input(name, encoding)
        trace = decided(cleaner, source).trace(source.decoded.text)
        if trace.text == trace.source:
            return
        changed.append(name)
        if has_diff:
            show("".join(_diff(name, trace)))
        else:
            count = sum(len(step.edits) for step in trace.steps)
            say(f"{title(name)}: it would change ({count} edit{'s' * (count != 1)}); see them with --diff")

    done = [is_done(name, partial(look, name)) for name in files]
    return FAILED if not all(done) else CHANGED if changed and is_check else 0


def _diff(name: str, trace: "Trace") -> Iterator[str]:
    from cleantext._hunks import hunks

    yield click.style(f"--- {title(name)}\n+++ {title(name)}, cleaned\n", bold=True)
    found = hunks(trace)
    for hunk in found:
        first = (hunk.before or hunk.after)[0].number
        last = (hunk.before or hunk.after)[-1].number
        lines = f"line {first}" if first == last else f"lines {first}-{last}"
        yield click.style(f"@@ {lines}: {', '.join(hunk.rules)} @@\n", fg="cyan")
        yield from (_row("-", "red", row) for row in hunk.before)
        yield from (_row("+", "green", row) for row in hunk.after)
    if not found:
        yield click.style("@@ only blank lines and line ends between blocks change @@\n", fg="cyan")


def _row(sign: str, colour: str, row: "Row") -> str:
    """Return a line of the diff; what changed stands out in it."""
    from cleantext._pages import printable

    parts, position = [click.style(sign, fg=colour)], 0
    for start, end in row.spans:
        start = max(start, position)
        if start < end:
            parts.append(click.style(printable(row.text[position:start]), fg=colour))
            parts.append(click.style(printable(row.text[start:end]), fg=colour, reverse=True))
            position = end
    return "".join((*parts, click.style(printable(row.text[position:]), fg=colour), "\n"))


def clean_with_edits(
    files: Sequence[str], cleaner: "Cleaner", encodings: tuple[str | None, str], output: str | None, edits: str
) -> int:
    """Clean files and write the edits of each beside its result; return the exit code."""
    from cleantext._files import identities, plan

    if len(files) > 1 and output in (None, "-"):
        raise click.UsageError("--edits of several files needs a result each; give -o the name of a folder")
    jobs, records = plan(files, output), _plan_edits(files, edits)
    inputs = identities(files)

    def work(job: "Job", record: str) -> None:
        from cleantext._encodings import encode
        from cleantext._files import refuse_overwriting, write_all, write_stdout

        for target in filter(None, (job.target, record)):
            refuse_overwriting(target, inputs)
        _refuse_same(job.target, records)
        source = read_input(job.source, encodings[0])
        own = decided(cleaner, source)
        trace = own.trace(source.decoded.text)
        data = encode(trace.text, encodings[1], bom=source.decoded.bom)
        lines = _edits(own, trace, source, data, encodings[1]).dumps()
        if job.target is not None:
            write_all([(record, lines), (job.target, data)])
        else:
            write_all([(record, lines)])
            write_stdout(data)

    done = [
        is_done(job.source, partial(work, job, record), encodings[1]) for job, record in zip(jobs, records, strict=True)
    ]
    return 0 if all(done) else FAILED


def replace(
    files: Sequence[str],
    cleaner: "Cleaner",
    encodings: tuple[str | None, str | None],
    *,
    has_backup: bool,
    edits: str | None,
) -> int:
    """Put the result in the place of each file; return the exit code."""
    if not files or "-" in files:
        raise click.UsageError("--in-place needs files; standard input has no place")
    records = _plan_edits(files, edits) if edits is not None else [None] * len(files)

    def work(name: str, record: str | None) -> None:
        from cleantext._encodings import encode
        from cleantext._files import FileError, identities, read, refuse_overwriting, write_all

        source = read_input(name, encodings[0])
        own = decided(cleaner, source)
        wanted = encodings[1] or source.decoded.encoding
        trace = own.trace(source.decoded.text)
        data = encode(trace.text, wanted, bom=source.decoded.bom)
        if encodings[1] is None:
            # what is not changed keeps its bytes, those that its encoding would write otherwise too
            data = source.data if trace.text == trace.source else source.decoded.encode(trace.text)
        kept = _edits(own, trace, source, data, wanted)
        _verify(name, own, source, kept, data)
        outputs: list[tuple[str, bytes]] = []
        if record is not None:
            refuse_overwriting(record, identities(files))
            # a second run changes nothing: the record of the first is the way back
            if data != source.data or not _leads_here(record, data):
                outputs.append((record, kept.dumps()))
        if has_backup and data != source.data:
            outputs.append((_backup(name, source.data), source.data))
        if read(name) != source.data:
            raise FileError(f"{title(name)}: it was changed by somebody while it was cleaned; run again")
        write_all([*outputs, (name, data)], like={output: name for output, _ in outputs})

    done = [
        is_done(name, partial(work, name, record), encodings[1] or "its own encoding")
        for name, record in zip(files, records, strict=True)
    ]
    return 0 if all(done) else FAILED


def _edits(cleaner: "Cleaner", trace: "Trace", source: Input, data: bytes, encoding: str) -> "Edits":
    from cleantext._edits import Edits
    from cleantext._encodings import written_as

    mark, codec = written_as(encoding, source.decoded.bom)
    if source.decoded.bom and data.startswith(source.decoded.bom) and codec == source.decoded.encoding:
        mark = source.decoded.bom
    return Edits.of_bytes(trace, cleaner.fingerprint(), (source.data, source.decoded), (data, codec, mark))


def _verify(name: str, cleaner: "Cleaner", source: Input, edits: "Edits", data: bytes) -> None:
    """See to it that the source can be had again, and that a second run would change nothing."""
    from cleantext._files import FileError

    text = edits.result.read(data)
    if edits.revert(data) != source.data or cleaner.clean(text) != text:
        raise FileError(
            f"{title(name)}: its result does not lead back to it, or would change again; it stays as it is. "
            "Give another --output-encoding, or report it"
        )


def _leads_here(record: str, data: bytes) -> bool:
    """Tell whether a file of edits is there that gives the source of these bytes back."""
    from pathlib import Path

    from cleantext._edits import Edits
    from cleantext._files import read
    from cleantext.errors import EditsError

    if not Path(record).is_file():
        return False
    try:
        Edits.loads(read(record)).revert(data)
    except EditsError:
        return False
    return True


def _backup(name: str, data: bytes) -> str:
    """Return the name of the file that keeps `data`."""
    from pathlib import Path

    from cleantext._files import FileError, read

    backup = f"{name}.bak"
    if Path(backup).exists() and read(backup) != data:
        raise FileError(f"{title(backup)}: it keeps another text already; move it away, or leave out --backup")
    return backup


def _plan_edits(files: Sequence[str], edits: str) -> list[str]:
    """Return the names of the files that the edits go to."""
    from cleantext._beside import EDITS_ENDING
    from cleantext._files import plan

    jobs = plan(files, edits, "--edits")
    targets = [str(job.target if job.target is not None else edits) for job in jobs]
    return [target if target == edits else target + EDITS_ENDING for target in targets]


def _refuse_same(target: str | None, records: Sequence[str]) -> None:
    from pathlib import Path

    from cleantext._files import FileError

    if target is not None and Path(target).resolve() in {Path(record).resolve() for record in records}:
        raise FileError(f"{title(target)}: edits would overwrite this result; give another --edits")
