"""Standard output for reports and standard error for everything else, as bytes that any file name fits into; progress on a terminal."""

from __future__ import annotations

import os
import sys
import time
from typing import BinaryIO

from .errors import OutputError
from .reports.text import escaped

PATIENCE = 2.0
"""Seconds that a run goes on before its progress is shown."""


def encoded(text: str) -> bytes:
    """UTF-8, with the bytes of a file name that is not UTF-8 as they were."""
    return text.encode("utf-8", "surrogateescape")


def say(text: str) -> None:
    """Print lines on standard error, with whatever a terminal would act on escaped. A standard error that is closed is no fault."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.flush()
        lines = "".join(f"{escaped(line)}\n" for line in text.split("\n"))
        _buffer(sys.stderr).write(encoded(lines))
        _buffer(sys.stderr).flush()
    except (OSError, ValueError):
        return


class ReaderGone(Exception):
    """Whoever read standard output went away. Not an OSError, because click ends the program on a broken pipe by itself."""


def put(text: str) -> None:
    """Write a piece of a report to standard output. Raises ReaderGone or OutputError."""
    put_bytes(encoded(text), flush=sys.stdout is not None and sys.stdout.isatty())


def put_bytes(data: bytes, *, flush: bool = True) -> None:
    """Write bytes to standard output as they are. Raises OutputError; ReaderGone when its reader left or it was never open."""
    if sys.stdout is None:
        raise ReaderGone
    out = _buffer(sys.stdout)
    try:
        out.write(data)
        if flush:
            out.flush()
    except BrokenPipeError as error:
        raise ReaderGone from error
    except OSError as error:
        raise unwritten(error) from error


def finish() -> None:
    """Write out what standard output still holds back. Raises ReaderGone or OutputError: a report that isn't whole is no report."""
    if sys.stdout is not None:
        put_bytes(b"")


def unwritten(error: OSError) -> OutputError:
    """What to say when standard output takes no more."""
    return OutputError(f"standard output can't be written: {error.strerror}; the report is not whole")


def _buffer(stream: object) -> BinaryIO:
    buffer: BinaryIO = stream.buffer  # type: ignore[attr-defined]
    return buffer


def fall_silent() -> None:
    """Send what is still to be printed nowhere, because its reader went away or the disk is full."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def colour() -> bool:
    """Whether standard output is a terminal whose user hasn't asked for plain text (NO_COLOR, TERM=dumb)."""
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class Progress:
    """One line on standard error, `123 of 1734 texts`, once a run is long and if it goes to a terminal."""

    def __init__(self, total: int | None, *, wanted: bool, what: str = "texts") -> None:
        """Prepare for `total` texts, or for so many of something else as will come (None)."""
        self._done, self._shown = 0, False
        self._what = what if total is None else f"of {total} {what}"
        self._wanted = wanted and sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + PATIENCE

    def step(self, done: int | None = None) -> None:
        """One more text is done, or `done` of them are."""
        self._done = self._done + 1 if done is None else done
        if self._wanted and time.monotonic() >= self._next:
            self._next = time.monotonic() + 0.1
            self._shown = True
            sys.stderr.write(f"\r\x1b[K{self._done} {self._what}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away, before something else is printed."""
        if self._shown:
            self._shown = False
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
