"""Parquet: one column of a row group is cleaned, all others pass through; a row group is a unit and becomes a file."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import IO, Any

from cleantext._corpus.streams import FREE_BYTES, Output
from cleantext._corpus.units import Unit
from cleantext._corpus.work import Texts
from cleantext._pages import printable
from cleantext.errors import CorpusError

__all__ = ["convert_file", "convert_row_group", "row_group_ranges"]

_BATCH_BYTES = 1 << 20
# A dictionary may make a long page of every four bytes: few rows at a time bound what a batch decodes to.
_BATCH_ROWS = 64
_WRITTEN_BYTES = 16 << 20  # a row group of the output


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise CorpusError(
            "Parquet needs the package pyarrow, which is not installed; pip install 'cleantext-zh[corpus]'"
        ) from None
    return pyarrow, parquet


def _open(path: str) -> tuple[Any, Any, Any]:
    """Return pyarrow, its parquet module and a file.

    Raises:
        CorpusError: its footer cannot be read.
    """
    arrow, parquet = _pyarrow()
    try:
        return arrow, parquet, parquet.ParquetFile(path, memory_map=False, pre_buffer=False, buffer_size=_BATCH_BYTES)
    except (arrow.ArrowException, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise CorpusError(f"{printable(path)}: it is no Parquet file ({_first(error)}); get the whole file") from None


def row_group_ranges(path: str) -> list[tuple[int, int]]:
    """Return for each row group the bytes that hold it.

    Raises:
        CorpusError: the footer cannot be read.
        OSError: the file cannot.
    """
    _, _, file = _open(path)
    size = Path(path).stat().st_size
    ranges = []
    with file:
        meta = file.metadata
        for number in range(meta.num_row_groups):
            group = meta.row_group(number)
            columns = [group.column(k) for k in range(group.num_columns)]
            starts = [min(place for place in (c.data_page_offset, c.dictionary_page_offset) if place) for c in columns]
            ends = [s + c.total_compressed_size for s, c in zip(starts, columns, strict=True)]
            start, end = min(starts, default=0), max(ends, default=0)
            if not 0 <= start <= end <= size:
                raise CorpusError(f"{printable(path)}: its footer points outside of it; get the whole file")
            ranges.append((start, end))
    return ranges


def convert_row_group(unit: Unit, output: Output, texts: Texts) -> None:
    """Clean the column of a row group into a Parquet file of its own; the same columns, order, types and compression.

    Raises:
        CorpusError: there is no such column, it holds no text, or the data is damaged.
    """
    _convert(unit.source.path, [unit.part] if unit.part >= 0 else [], unit.size, output.stream, texts)


def convert_file(path: str, target: IO[bytes], texts: Texts) -> None:
    """Do the same with all row groups of a file.

    Raises:
        CorpusError: as for one.
    """
    groups = row_group_ranges(path)
    _convert(path, range(len(groups)), Path(path).stat().st_size, target, texts)


def _convert(path: str, parts: Sequence[int], size: int, target: IO[bytes], texts: Texts) -> None:
    arrow, parquet, file = _open(path)
    # one thread a worker: as many workers run as there are cores
    arrow.set_cpu_count(1)
    with file:
        try:
            _write(arrow, parquet, file, parts, size, target, texts)
        except arrow.ArrowException as error:
            raise CorpusError(f"its data is damaged ({_first(error)}); get the whole file") from None


def _write(
    arrow: Any, parquet: Any, file: Any, parts: Sequence[int], size: int, target: IO[bytes], texts: Texts
) -> None:
    schema, wanted = file.schema_arrow, texts.settings.column
    places = schema.get_all_field_indices(wanted)
    if len(places) != 1:
        raise CorpusError(
            f"it has {len(places) or 'no'} columns {wanted!r}, but {', '.join(map(repr, schema.names[:20]))}; "
            "name the one that holds the text with --column"
        )
    kind = schema.field(places[0]).type
    if not _is_text(arrow, kind):
        raise CorpusError(f"its column {wanted!r} holds {kind}, no text; name another with --column")
    meta = file.metadata
    codec = meta.row_group(0).column(0).compression if meta.num_row_groups else "SNAPPY"
    _check_size(sum(meta.row_group(part).total_byte_size for part in parts), size, texts)
    with parquet.ParquetWriter(target, schema, compression=_codec_name(codec)) as writer:
        waiting: list[Any] = []
        decoded = 0
        for batch in chain.from_iterable(_batches(file, part) for part in parts):
            column = batch.column(places[0])
            decoded += batch.nbytes + (column.dictionary_decode().nbytes if arrow.types.is_dictionary(kind) else 0)
            _check_size(decoded, size, texts)
            cleaned = _cleaned(arrow, column, kind, texts)
            waiting.append(
                arrow.RecordBatch.from_arrays(
                    [cleaned if k == places[0] else batch.column(k) for k in range(batch.num_columns)], schema=schema
                )
            )
            if sum(item.nbytes for item in waiting) >= _WRITTEN_BYTES:
                writer.write_table(arrow.Table.from_batches(waiting, schema))
                waiting = []
        if waiting:
            writer.write_table(arrow.Table.from_batches(waiting, schema))


def _batches(file: Any, part: int) -> Iterator[Any]:
    """Return the batches of a row group; how many rows one has follows from the file alone."""
    group = file.metadata.row_group(part)
    rows = max(1, min(_BATCH_ROWS, _BATCH_BYTES * group.num_rows // max(1, group.total_byte_size)))
    batches: Iterator[Any] = file.iter_batches(batch_size=rows, row_groups=[part], use_threads=False)
    return batches


def _check_size(size: int, packed: int, texts: Texts) -> None:
    """See to it that a row group does not decode to more than the limits: by its footer, and by what comes out of it.

    The footer knows nothing of a dictionary whose one long page stands in every row.
    """
    settings = texts.settings
    if size > settings.max_decoded:
        raise CorpusError(f"it decodes to more than {settings.max_decoded} bytes; raise --max-decoded if that is right")
    if size > FREE_BYTES and size > settings.max_ratio * max(1, packed):
        raise CorpusError(
            f"it decodes to more than {settings.max_ratio} times its size; raise --max-ratio if that is right"
        )


def _is_text(arrow: Any, kind: Any) -> bool:
    types = arrow.types
    if types.is_dictionary(kind):
        kind = kind.value_type
    return bool(types.is_string(kind) or types.is_large_string(kind))


def _cleaned(arrow: Any, column: Any, kind: Any, texts: Texts) -> Any:
    """Return a column of the same type, each text cleaned; bytes that are no UTF-8 stay as they are."""
    is_dictionary = arrow.types.is_dictionary(column.type)
    if is_dictionary:
        column = column.dictionary_decode()
    is_large = arrow.types.is_large_string(column.type)
    binary = arrow.large_binary() if is_large else arrow.binary()
    values = [_value(data, texts) for data in column.view(binary).to_pylist()]
    made = arrow.array(values, type=binary).view(arrow.large_string() if is_large else arrow.string())
    if arrow.types.is_dictionary(kind):
        made = made.dictionary_encode()
    return made if made.type == kind else made.cast(kind)


def _value(data: bytes | None, texts: Texts) -> bytes | None:
    if data is None:
        texts.passed()
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        texts.fail(f"it is no UTF-8 (byte {error.start + 1} of its text); mend it")
        return data
    return texts.clean(text).encode("utf-8", "surrogatepass")


def _codec_name(codec: str) -> str:
    return {"UNCOMPRESSED": "NONE"}.get(codec, codec)


def _first(error: Exception) -> str:
    return str(error).partition("\n")[0]
