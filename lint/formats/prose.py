"""Prose built piece by piece from a marked-up source: text, collapsed space, line ends and blocks, each with its place in the source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date

from ..document import Mark, Segment, Unit

#: Stands in the prose where the source has inline code: words on both sides stay apart, and no rule finds anything in code.
OBJECT = "\ufffc"


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a format makes of a source: the prose, its segments, what the markup declares of the whole text and of parts of it."""

    prose: str
    segments: tuple[Segment, ...]
    language: str | None = None
    date: Date | None = None
    units: tuple[Unit, ...] = ()
    marks: tuple[Mark, ...] = ()


class Broken(Exception):
    """A source that isn't of its format: the line (1-based), and what was expected there."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class Prose:
    """Collects prose in source order. Offsets are 0-based code points of the source.

    Space, line ends and blocks are held back until text follows, so that prose neither begins nor ends with them and no block holds a
    space at its edges; a block absorbs line ends and a line end absorbs spaces.
    """

    __slots__ = ("_at", "_block", "_length", "_lines", "_origin", "_pieces", "_segments", "_size", "_spaced", "_start", "_waiting")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._segments: list[Segment] = []
        self._waiting: list[tuple[str, int, int]] = []
        self._block = self._lines = self._spaced = False
        self._start = self._at = self._size = self._origin = self._length = 0

    def copy(self, text: str, origin: int) -> None:
        """Text that stands in the source as it is, at `origin`."""
        self._flush(origin)
        self._add(text, origin, len(text))

    def put(self, text: str, origin: int, length: int) -> None:
        """Text that source[origin:origin+length] stands for: an entity, an escape."""
        self._flush(origin)
        self._add(text, origin, length)

    def space(self, origin: int, length: int) -> None:
        """Space that shows as one blank, unless it stands beside other space or at an edge of a line."""
        if self._pieces and not (self._block or self._lines or self._spaced):
            self._waiting.append((" ", origin, length))
            self._spaced = True

    def line(self, origin: int, length: int) -> None:
        """A line end inside a block."""
        if self._pieces and not self._block:
            if self._spaced:
                self._waiting.pop()
                self._spaced = False
            self._waiting.append(("\n", origin, length))
            self._lines = True

    def block(self) -> None:
        """The edge of a block: what follows is separated by a blank line, which has no counterpart in the source."""
        self._block = bool(self._pieces)
        self._waiting.clear()
        self._lines = self._spaced = False

    @property
    def size(self) -> int:
        """Code points of the prose so far, what is held back not counted."""
        return self._at

    def finish(self) -> tuple[str, tuple[Segment, ...]]:
        """The prose and its segments; space at the end is dropped."""
        self._close()
        return "".join(self._pieces), tuple(self._segments)

    def _flush(self, before: int) -> None:
        if self._block:
            self._block = False
            self._add("\n\n", self._origin + self._length, 0)
        for text, origin, length in self._waiting:
            self._add(text, origin, min(length, before - origin))
        self._waiting.clear()
        self._lines = self._spaced = False

    def _add(self, text: str, origin: int, length: int) -> None:
        size = len(text)
        self._pieces.append(text)
        if size == length and self._size == self._length and origin == self._origin + self._length:
            self._size += size
            self._length += size
        else:
            self._close()
            self._start, self._size, self._origin, self._length = self._at, size, origin, length
        self._at += size

    def _close(self) -> None:
        if self._size:
            self._segments.append(Segment(self._start, self._size, self._origin, self._length))
