"""One call of `cleantext clean`: documents from files to files, and what goes wrong on the way."""

from collections.abc import Callable, Sequence
from functools import partial

from cleantext._cleaner import Cleaner
from cleantext._decode import Decoded, decode
from cleantext._encodings import encode, encoding_title
from cleantext._files import STDIN, FileError, Job, read, refuse_overwriting, write, write_stdout
from cleantext._formats import render
from cleantext._pages import printable
from cleantext.errors import CleantextError

__all__ = ["Run"]


class Run:
    """What holds for all files of one call, and what standard output has got so far.

    Args:
        cleaner: cleans the pages.
        format_: `text`, `markdown` or `json`.
        encodings: of the inputs (`None`: each is recognised) and of the result.
        inputs: the answer of `identities` for all inputs.
        say: tells people what went wrong.
    """

    def __init__(
        self,
        cleaner: Cleaner,
        format_: str,
        encodings: tuple[str | None, str],
        inputs: frozenset[tuple[int, int]],
        say: Callable[[str], None],
    ) -> None:
        self._cleaner, self._format, self._inputs, self._say = cleaner, format_, inputs, say
        self._encoding, self._output_encoding = encodings
        self._last = ""  # the last character written to standard output

    def do(self, jobs: Sequence[Job]) -> bool:
        """Clean the pages of one document; say what went wrong and return whether all went well.

        A page that cannot be read is left out, and the others are cleaned all the same.
        """
        sources: list[tuple[Job, Decoded]] = []
        were_read = [self._is_done(job, partial(self._read, job, sources)) for job in jobs]
        results = self._results([source.text for _, source in sources])
        written = [
            self._is_done(job, partial(self._write, job, source, result))
            for (job, source), result in zip(sources, results, strict=True)
        ]
        return all(were_read) and all(written)

    def _results(self, pages: Sequence[str]) -> list[str]:
        if self._format == "text":
            return self._cleaner.clean_pages(pages)
        return [render(blocks, self._format) for blocks in self._cleaner.blocks_of_pages(pages)]

    def _is_done(self, job: Job, work: Callable[[], None]) -> bool:
        name = _title(job)
        try:
            work()
        except FileError as error:
            self._say(str(error))
        except CleantextError as error:
            self._say(f"{name}: {error}")
        except UnicodeEncodeError as error:
            character = error.object[error.start]
            line = error.object.count("\n", 0, error.start) + 1
            self._say(
                f"{name}: {character} (U+{ord(character):04X}, line {line} of the result) cannot be written in "
                f"{self._output_encoding}; give another --output-encoding, utf-8 or gb18030"
            )
        else:
            return True
        return False

    def _read(self, job: Job, sources: list[tuple[Job, Decoded]]) -> None:
        if job.target is not None:
            refuse_overwriting(job.target, self._inputs)
        source = decode(read(job.source), self._encoding)
        if source.is_guessed:
            self._say(
                f"{_title(job)}: read as {encoding_title(source.encoding)} (guessed); give --encoding if that is wrong"
            )
        sources.append((job, source))

    def _write(self, job: Job, source: Decoded, text: str) -> None:
        bom = source.bom if self._format == "text" else b""
        if job.target is not None:
            write(job.target, encode(text, self._output_encoding, bom=bom))
            return
        # what ends without a line end would run into the first line of the next file
        glue = "\n" if text and self._last not in ("", "\n", "\r", "\f") else ""
        if self._format == "markdown" and text and self._last:
            glue = "\n"  # two paragraphs
        write_stdout(encode(glue + text, self._output_encoding, bom=bom, is_first=not self._last))
        self._last = text[-1:] or self._last


def _title(job: Job) -> str:
    return "standard input" if job.source == STDIN else printable(job.source)
