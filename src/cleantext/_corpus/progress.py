"""How a run goes on, on standard error: one line that is written over on a terminal, a line now and then elsewhere."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from cleantext._corpus.run import Event

__all__ = ["Meter"]

_TERMINAL_SECONDS = 0.2
_PLAIN_SECONDS = 10.0


class Meter:
    """Shows the events of a run.

    Args:
        stream: where.
        is_terminal: whether a line can be written over there.
        clock: seconds, for tests.
    """

    def __init__(self, stream: TextIO, *, is_terminal: bool, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._is_terminal, self._clock = stream, is_terminal, clock
        self._begin = self._shown = clock()
        self._width = 0

    def __call__(self, event: Event) -> None:
        """Show an event, if the last one was shown long enough ago."""
        now = self._clock()
        if now - self._shown < (_TERMINAL_SECONDS if self._is_terminal else _PLAIN_SECONDS):
            return
        self._shown = now
        line = progress_line(event, now - self._begin)
        if self._is_terminal:
            self._write("\r" + line.ljust(self._width))
            self._width = len(line)
        else:
            self._write(f"cleantext: {line}\n")

    def _write(self, text: str) -> None:
        with suppress(OSError):  # nobody looks any more, and the run goes on
            self._stream.write(text)
            self._stream.flush()

    def close(self) -> None:
        """Leave an empty line for what is said next."""
        if self._width:
            self._write("\r" + " " * self._width + "\r")


def progress_line(event: Event, seconds: float) -> str:
    """Return pages, speed, doubts, failures and the time left, which is known once a unit is done.

    >>> progress_line(Event(1200, 7, 0, 3_000_000, 9_000_000), 2.0)
    '1200 pages, 3.0 of 9.0 MB, 1.5 MB/s, 7 doubts, 0 failures, 0:04 left'
    """
    speed = event.bytes / max(seconds, 1e-9)
    left = ""
    if event.bytes:
        rest = int((event.total - event.bytes) / speed)
        left = (
            f", {rest // 3600}:{rest // 60 % 60:02}:{rest % 60:02} left"
            if rest >= 3600
            else (f", {rest // 60}:{rest % 60:02} left")
        )
    doubts = f"{event.doubts} doubts, " if event.doubts else ""
    return (
        f"{event.pages} pages, {event.bytes / 1e6:.1f} of {event.total / 1e6:.1f} MB, {speed / 1e6:.1f} MB/s, "
        f"{doubts}{event.failures} failures{left}"
    )
