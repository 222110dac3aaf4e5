"""A text as the kinds see it: prose with offsets kept into the source; lines, words, paragraphs and sentences computed once, on demand."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from .lazyregex import regex
from .model import Span

if TYPE_CHECKING:
    from datetime import date as Date

WORD = regex(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
"""A word as `Document.words` has it."""
_LINE_END = regex(r"\r\n|\n|\r")
_SPACE = regex(r"\r\n|\s")


class Segment(NamedTuple):
    """prose[at:at+size] came from source[origin:origin+length]; of equal length, the two map code point to code point."""

    at: int
    size: int
    origin: int
    length: int


class Unit(NamedTuple):
    """A passage of the source text and the span of the prose that translates it.

    `language` is that of the source text, `into` that of the translation, None where they are not known. A passage without a translation
    is `missing`: its span is the place where the translation should stand. `draft` says why a translation is not yet to be relied on
    ("fuzzy"). `lines` are pairs of an offset in `source` and the line (1-based) of the source's file that begins there; without them both
    stand on one line. `other` is a second wording of the source that the translation may follow (the plural of a message). `tags` are the
    inline tags that the format has taken out of the source and of the translation.
    """

    source: str
    span: Span
    language: str | None = None
    missing: bool = False
    draft: str = ""
    lines: tuple[tuple[int, int], ...] = ()
    other: str = ""
    tags: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    into: str | None = None

    def line(self, offset: int) -> int | None:
        """The line of the source's file that holds this offset of `source`, None where it is not known."""
        i = bisect_right(self.lines, offset, key=_offset) - 1
        return self.lines[i][1] if i >= 0 else None


class Mark(NamedTuple):
    """prose[start:end] stands in an element of the page: `nav`, `footer`, `aside`, `header`, `form` (by tag or by role), or is a `link`."""

    start: int
    end: int
    name: str


class Word(NamedTuple):
    """A run of letters or digits with inner apostrophes; a hyphen separates words. Offsets are in the prose."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Document:
    """One text. All offsets are 0-based code points; prose has "\\n" as its only line end, and each block of markup on lines of its own.

    `language` is what the user or the markup declares for the whole text, `date` the day it was published, as far as known.
    `format` names the entry of `lint.formats` that made it. `units` pair the prose with its source text, where that is at hand; `marks`
    say what the markup tells of parts of the prose, in no order.
    """

    path: str
    source: str
    prose: str
    segments: tuple[Segment, ...]
    language: str | None = None
    date: Date | None = None
    format: str = "text"
    units: tuple[Unit, ...] = ()
    marks: tuple[Mark, ...] = ()

    @cached_property
    def lines(self) -> list[Span]:
        """The prose's lines without their line ends; an empty text has one empty line."""
        out, at = [], 0
        for line in self.prose.split("\n"):
            out.append(Span(at, at + len(line)))
            at += len(line) + 1
        return out

    @cached_property
    def words(self) -> list[Word]:
        """All words of the prose in order."""
        return [Word(m.start(), m.end(), m.group()) for m in WORD.finditer(self.prose)]

    @cached_property
    def paragraphs(self) -> list[Span]:
        """Runs of prose that belong together, without blank lines. A line is a paragraph, unless it was wrapped at a column."""
        out: list[Span] = []
        block: list[Span] = []
        for line in self.lines:
            if self.prose[line.start : line.end].strip():
                block.append(line)
            elif block:
                out += _unwrap(block)
                block = []
        return out + _unwrap(block) if block else out

    @cached_property
    def sentences(self) -> list[Span]:
        """Sentences without surrounding space, paragraph by paragraph (a sentence never crosses a paragraph)."""
        return [s for p in self.paragraphs for s in self.sentences_of(p)]

    def sentences_of(self, paragraph: Span) -> list[Span]:
        """The sentences inside one span of prose, by the sentencex library, without surrounding space."""
        from sentencex import get_sentence_boundaries

        text = self.flat(paragraph)
        out = []
        for boundary in get_sentence_boundaries(self.language or "en", text):
            piece = text[boundary["start_index"] : boundary["end_index"]]
            start = paragraph.start + boundary["start_index"] + len(piece) - len(piece.lstrip())
            end = paragraph.start + boundary["start_index"] + len(piece.rstrip())
            if end > start:
                out.append(Span(start, end))
        return out

    @cached_property
    def languages(self) -> list[str]:
        """The language of each paragraph (two-letter codes), in the order of `paragraphs`."""
        from .languages import paragraph_languages

        return paragraph_languages(self)

    def text(self, span: Span) -> str:
        """The prose of a span as it stands."""
        return self.prose[span.start : span.end]

    def flat(self, span: Span) -> str:
        """The prose of a span with line ends as spaces: same length, so offsets hold."""
        return self.prose[span.start : span.end].replace("\n", " ")

    def paragraph_at(self, offset: int) -> int | None:
        """Index of the paragraph that holds this prose offset (its end included), None between paragraphs."""
        i = bisect_right(self.paragraphs, offset, key=_start) - 1
        return i if i >= 0 and offset <= self.paragraphs[i].end else None

    def to_source(self, span: Span) -> Span:
        """The source range of a span of prose. A span that cuts into an entity or an escape grows to the whole of it."""
        if not self.segments:
            return Span(0, 0)
        start = self._origin(span.start, end=False)
        end = self._origin(span.end, end=True) if span.end > span.start else start
        return Span(start, max(start, end))

    def is_verbatim(self, span: Span) -> bool:
        """Whether the source of a span of prose reads the same, line ends and spaces apart: no markup or escape lies inside."""
        if len(self.segments) == 1 and self.segments[0].size == self.segments[0].length:
            return True
        source = self.to_source(span)
        return _SPACE.sub(" ", self.source[source.start : source.end]) == _SPACE.sub(" ", self.text(span))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column (1-based, code points) of a source offset. \\n, \\r\\n and a lone \\r end a line."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0] + [m.end() for m in _LINE_END.finditer(self.source)]

    def _origin(self, offset: int, *, end: bool) -> int:
        i = bisect_right(self.segments, offset - 1 if end else offset, key=_at) - 1
        if i < 0:
            return self.segments[0].origin
        segment = self.segments[i]
        inside = offset - segment.at
        if inside >= segment.size:
            return segment.origin + segment.length
        if segment.size == segment.length:
            return segment.origin + inside
        return segment.origin + (segment.length if end else 0)


def _offset(line: tuple[int, int]) -> int:
    return line[0]


def _start(span: Span) -> int:
    return span.start


def _at(segment: Segment) -> int:
    return segment.at


def _unwrap(block: list[Span]) -> list[Span]:
    """One span for lines wrapped at a column (all but the last 45 to 100 wide and near each other), else a span for each line."""
    widths = [line.end - line.start for line in block[:-1]]
    wrapped = len(block) > 1 and min(widths) >= 45 and max(widths) <= 100 and max(widths) - min(widths) <= 25
    if wrapped and block[-1].end - block[-1].start <= max(widths) + 3:
        return [Span(block[0].start, block[-1].end)]
    return block
