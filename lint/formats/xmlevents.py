"""XML piece by piece with exact places in its source: start tags, end tags and text. Entities are never declared, fetched or expanded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple
from xml.parsers import expat

from .prose import Broken

_FED = 65_536
"""Bytes given to the parser at a time, so that no list of all events is kept."""


class Event(NamedTuple):
    """A start tag, an end tag or a piece of text; source[start:end] is what it is written as. Names are without their prefix."""

    kind: Literal["start", "end", "text", "other"]
    name: str
    start: int
    end: int
    text: str = ""
    attributes: Mapping[str, str] = {}


def events(source: str) -> Iterator[Event]:
    """The events of an XML text in order, none for an empty one; the document type names at most a file, which is not read.

    Raises Broken for what is not well-formed, for declared entities (they may name other files or grow without limit) and for entities
    that XML does not know.
    """
    if not source.strip():
        return
    reader = _Reader(source)
    for at in range(0, len(reader.data) + 1, _FED):
        yield from reader.feed(reader.data[at : at + _FED], last=at + _FED > len(reader.data))


class _Reader:
    """The parser with its handlers, and how far the source has been turned from bytes into code points."""

    def __init__(self, source: str) -> None:
        self.data = source.encode()
        self.waiting: list[Event] = []
        self.byte = self.point = 0
        # The encoding that the prologue declares was that of the file; this text is decoded.
        parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = lambda name, attributes: self.add("start", name, attributes=attributes)
        parser.EndElementHandler = lambda name: self.add("end", name)
        parser.CharacterDataHandler = lambda text: self.add("text", text=text)
        parser.CommentHandler = lambda _: self.add("other")
        parser.ProcessingInstructionHandler = lambda *_: self.add("other")
        parser.StartCdataSectionHandler = lambda: self.add("other")
        parser.EndCdataSectionHandler = lambda: self.add("other")
        parser.EntityDeclHandler = self.declared
        parser.SkippedEntityHandler = self.skipped
        self.parser = parser

    def feed(self, data: bytes, *, last: bool) -> list[Event]:
        """The events that a piece of the source completes: each ends where the next begins, so the last one waits."""
        try:
            self.parser.Parse(data, last)
        except expat.ExpatError as error:
            if expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY] == error.code:
                raise Broken(error.lineno, _UNDEFINED.format("an entity")) from None
            reason = expat.ErrorString(error.code)
            what = "ends before its last element is closed" if reason == "no element found" else f"is not well-formed XML ({reason})"
            raise Broken(error.lineno, f"column {error.offset + 1}: {what}; mend it there or export the file anew") from None
        keep = 0 if last else 1
        ready, self.waiting = self.waiting[: len(self.waiting) - keep], self.waiting[len(self.waiting) - keep :]
        return ready

    def add(
        self,
        kind: Literal["start", "end", "text", "other"],
        name: str = "",
        text: str = "",
        attributes: Mapping[str, str] | None = None,
    ) -> None:
        byte = self.parser.CurrentByteIndex
        self.point += len(self.data[self.byte : byte].decode())
        self.byte = byte
        if self.waiting:
            self.waiting[-1] = self.waiting[-1]._replace(end=self.point)
        end = self.point
        if kind == "end":
            # An empty element has no end tag: both of its events stand in one place.
            close = self.data.find(b">", byte) + 1 if self.data[byte : byte + 2] == b"</" else byte
            end += len(self.data[byte:close].decode())
        self.waiting.append(Event(kind, name.rpartition(":")[2], self.point, end, text, attributes or {}))

    def declared(self, name: str, *_: object) -> None:
        message = f"declares the entity '{name}', which presscheck refuses; write what it stands for, and take the declaration out"
        raise Broken(self.parser.CurrentLineNumber, message)

    def skipped(self, name: str, *_: object) -> None:
        raise Broken(self.parser.CurrentLineNumber, _UNDEFINED.format(f"&{name};"))


_UNDEFINED = "{}: XML has no such entity; write the character itself or its number (&#160;)"
