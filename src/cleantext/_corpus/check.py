"""What a folder holds that runs wrote: what its manifest comes to, and whether the files are what was written."""

from pathlib import Path

from cleantext._corpus.manifest import Manifest
from cleantext._corpus.record import Written
from cleantext._corpus.streams import digest_of
from cleantext._corpus.summary import Summary, failures_of, summary_of
from cleantext._pages import printable
from cleantext.errors import CorpusError

__all__ = ["status", "verify"]


def status(folder: str) -> tuple[Summary, list[dict[str, object]]]:
    """Return what the manifest of a folder says.

    Raises:
        CorpusError: there is none, or it cannot be read.
    """
    with _existing(folder) as manifest:
        return summary_of(manifest.records()), failures_of(manifest.records())


def verify(folder: str) -> list[str]:
    """Return what is wrong with the outputs of a folder: one that is missing, or not what was written.

    Raises:
        CorpusError: there is no manifest, or it cannot be read.
    """
    wrong = []
    with _existing(folder) as manifest:
        records = list(manifest.records())
    for record in records:
        name = record.unit
        if record.error:
            wrong.append(f"{printable(name)}: it failed ({printable(record.error)}); run again")
            continue
        wrong += filter(None, (_fault(folder, file) for file in record.files()))
    return sorted(wrong)


def _fault(folder: str, file: Written) -> str:
    """Return what is wrong with a file that was written, nothing where all is well."""
    path, name = Path(folder, file.name), printable(file.name)
    try:
        size = path.stat().st_size
        if size == file.size and digest_of(str(path), 0, size) == file.digest:
            return ""
    except FileNotFoundError:
        return f"{name}: it is gone; run again"
    except OSError as error:
        return f"{name}: {error.strerror or error}; see to it"
    return f"{name}: it is not what was written; remove it and run again"


def _existing(folder: str) -> Manifest:
    manifest = Manifest(folder, is_read_only=True)
    if not len(manifest):
        manifest.close()
        raise CorpusError(f"{printable(folder)}: there is no manifest in it; give the folder that a run wrote with -o")
    return manifest
