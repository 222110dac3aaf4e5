"""Passages of a bilingual file: pieces of a source text and of its translation become units, the translations become the prose."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from ..document import Unit
from ..lazyregex import regex
from ..model import Span
from .prose import OBJECT, Prose

_LINE_END = regex(r"\r\n|\n|\r")
_SPACE = regex(r"\s+")


class Piece(NamedTuple):
    """Text that source[origin:origin+length] stands for."""

    text: str
    origin: int
    length: int


class Passages:
    """Collects the units of a file; passages come in the order of their translations."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.prose = Prose()
        self.units: list[Unit] = []
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(source))]

    def line(self, offset: int) -> int:
        """The line (1-based) of an offset."""
        return bisect_right(self._starts, offset)

    def add(self, original: Sequence[Piece], translation: Sequence[Piece], unit: Unit, *, place: Span, keep: bool = True) -> None:
        """One passage; `unit` brings what is neither text nor span. `place` stands for the translation where that is missing.

        With `keep` line ends are those of the text, else they are spaces, as in XML. A passage that is empty on both sides is left out.
        """
        text, lines = self._text(original, keep=keep)
        if not text:
            self._show(translation, keep=keep)
            return
        span = self._show(translation, keep=keep)
        missing = span.start == span.end
        if missing:
            self.prose.block()
            # Never of one code point: a placeholder is not a copy of what stands in its place.
            self.prose.put(OBJECT, place.start, max(2, place.end - place.start))
            span = Span(self.prose.size - 1, self.prose.size)
        here = self.line(place.start if missing else translation[0].origin)
        if all(line == here for _, line in lines):
            lines = ()
        self.units.append(unit._replace(source=text, span=span, missing=missing, lines=lines))

    def _text(self, pieces: Sequence[Piece], *, keep: bool) -> tuple[str, tuple[tuple[int, int], ...]]:
        out = ""
        lines: list[tuple[int, int]] = []
        for piece in pieces:
            text = piece.text if keep else _SPACE.sub(" ", piece.text)
            if not out:
                text = text.lstrip()
            if text:
                line = self.line(piece.origin)
                if not lines or lines[-1][1] != line:
                    lines.append((len(out), line))
                out += text
        return out.rstrip(), tuple(lines)

    def _show(self, pieces: Sequence[Piece], *, keep: bool) -> Span:
        """The translation as a block of the prose; its span, an empty one for an empty translation."""
        before = self.prose.size
        self.prose.block()
        for piece in pieces:
            self._piece(piece, keep=keep)
        self.prose.block()
        if self.prose.size == before:
            return Span(before, before)
        return Span(before + 2 if before else 0, self.prose.size)

    def _piece(self, piece: Piece, *, keep: bool) -> None:
        words = piece.text.strip()
        if len(piece.text) != piece.length or self.source[piece.origin : piece.origin + piece.length] != piece.text:
            if words:
                self.prose.put(piece.text, piece.origin, piece.length)
            else:
                self._space(piece.text, piece.origin, piece.length, keep=keep)
            return
        at = len(piece.text) - len(piece.text.lstrip())
        if at:
            self._space(piece.text[:at], piece.origin, at, keep=keep)
        if words:
            self._words(words, piece.origin + at, keep=keep)
            end = at + len(words)
            if end < len(piece.text):
                self._space(piece.text[end:], piece.origin + end, len(piece.text) - end, keep=keep)

    def _words(self, words: str, origin: int, *, keep: bool) -> None:
        at = 0
        for match in _LINE_END.finditer(words):
            if match.start() > at:
                self.prose.copy(words[at : match.start()], origin + at)
            self._space(match.group(), origin + match.start(), len(match.group()), keep=keep)
            at = match.end()
        if at < len(words):
            self.prose.copy(words[at:], origin + at)

    def _space(self, text: str, origin: int, length: int, *, keep: bool) -> None:
        if keep and ("\n" in text or "\r" in text):
            self.prose.line(origin, length)
        else:
            self.prose.space(origin, length)
