"""XLIFF 1.2: the targets are the prose, each a paragraph; inline codes are left out, and what must not be translated is not compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..document import Unit
from ..languages import primary_language
from ..model import Span
from .passages import Passages, Piece
from .prose import OBJECT, Broken, Parsed
from .xmlevents import Event, events

_SHOWN_CODES = frozenset(("x", "ph"))
_CODES = _SHOWN_CODES | {"bx", "ex", "bpt", "ept", "it", "sub"}
_ASIDE = frozenset(("alt-trans", "note", "seg-source", "context-group", "count-group", "prop-group", "header", "bin-unit"))
_DRAFTS = frozenset(("new", "needs-translation", "needs-adaptation", "needs-l10n"))
_TAGGED = frozenset(("g", "x", "bx", "ex", "ph", "bpt", "ept", "it"))


@dataclass
class Side:
    """What one side of a passage holds so far; its element's tag begins at `tag`, its content is source[start:end]."""

    tag: int = 0
    pieces: list[Piece] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    start: int = 0
    end: int = 0


class Inline:
    """Reads the content of a passage: text, inline elements, codes whose content is not text."""

    def __init__(self, shown: frozenset[str], codes: frozenset[str], tagged: frozenset[str]) -> None:
        self.shown, self.codes, self.tagged = shown, codes, tagged
        self.side: Side | None = None
        self.depth = 0
        self.code = ""
        self.code_start = 0

    def open(self, side: Side, event: Event) -> None:
        """The content of a passage begins after this start tag."""
        side.tag, side.start, side.end = event.start, event.end, event.end
        self.side, self.depth = side, 0

    def close(self, event: Event) -> None:
        """It ends before this end tag."""
        if self.side is not None:
            self.side.end = max(self.side.start, event.start)
        self.side = None

    def read(self, event: Event) -> None:
        """One event inside the content."""
        side = self.side
        assert side is not None
        if event.kind == "text" and not self.depth:
            side.pieces.append(Piece(event.text, event.start, event.end - event.start))
        elif event.kind == "start":
            if not self.depth and event.name in self.tagged:
                side.tags.append(_written(event.name, event.attributes))
            if event.name in self.codes or self.depth:
                if not self.depth:
                    self.code, self.code_start = event.name, event.start
                self.depth += 1
        elif event.kind == "end" and self.depth:
            self.depth -= 1
            if not self.depth and self.code in self.shown:
                side.pieces.append(Piece(OBJECT, self.code_start, event.end - self.code_start))


def parse(source: str) -> Parsed:
    """The targets of the translation units. Raises Broken for what is no well-formed XLIFF 1.2."""
    file = _File(source)
    for event in events(source):
        file.read(event)
    prose, segments = file.passages.prose.finish()
    targets = set(file.targets)
    return Parsed(prose, segments, targets.pop() if len(targets) == 1 else None, None, tuple(file.passages.units))


class _File:
    """What is open at the place reached."""

    def __init__(self, source: str) -> None:
        self.passages = Passages(source)
        self.inline = Inline(_SHOWN_CODES, _CODES, _TAGGED)
        self.targets: list[str] = []
        self.root = False
        self.aside = 0
        self.language: str | None = None
        self.into: str | None = None
        self.sides: dict[str, Side] | None = None
        self.unit_start = 0
        self.draft = ""
        self.keep = False

    def read(self, event: Event) -> None:
        if self.aside:
            self.aside += (event.kind == "start") - (event.kind == "end")
        elif self.inline.side is not None:
            if event.kind == "end" and event.name in ("source", "target"):
                self.inline.close(event)
            else:
                self.inline.read(event)
        elif event.kind == "start":
            self.open(event)
        elif event.kind == "end" and event.name == "trans-unit" and self.sides is not None:
            self.add(self.sides)
            self.sides = None

    def open(self, event: Event) -> None:
        name, given = event.name, event.attributes
        if not self.root:
            self.root = True
            if name != "xliff":
                raise Broken(self.passages.line(event.start), f"expected <xliff>, found <{name}>; name the file after its format")
            if not given.get("version", "1.2").startswith("1."):
                raise Broken(
                    self.passages.line(event.start),
                    f"expected XLIFF 1.2, found version {given['version']}; export the file as XLIFF 1.2",
                )
        elif name == "file":
            self.language = primary_language(given.get("source-language", ""))
            self.into = primary_language(given.get("target-language", ""))
            if self.into:
                self.targets.append(self.into)
        elif name == "trans-unit" and given.get("translate") == "no":
            self.aside = 1
        elif name == "trans-unit":
            self.sides, self.draft, self.unit_start = {}, "", event.start
            self.keep = given.get("xml:space") == "preserve"
        elif name in _ASIDE:
            self.aside = 1
        elif name in ("source", "target") and self.sides is not None:
            if name in self.sides:
                raise Broken(self.passages.line(event.start), f"this unit has a second <{name}>; leave one, others go into <alt-trans>")
            side = self.sides[name] = Side()
            if name == "target" and given.get("state") in _DRAFTS:
                self.draft = given["state"]
            self.inline.open(side, event)

    def add(self, sides: dict[str, Side]) -> None:
        if "source" not in sides:
            raise Broken(self.passages.line(self.unit_start), "expected a <source> in this <trans-unit>; add it or take the unit out")
        original, translation = sides["source"], sides.get("target", Side())
        tags = (tuple(original.tags), tuple(translation.tags))
        unit = Unit("", Span(0, 0), self.language, draft=self.draft, tags=tags, into=self.into)
        # An empty <target> is the place to fill in; without one it is where the source stands.
        place = Span(translation.tag, translation.end) if "target" in sides else Span(original.start, original.end)
        self.passages.add(original.pieces, translation.pieces, unit, place=place, keep=self.keep)


def _written(name: str, given: Mapping[str, str]) -> str:
    """An inline tag as messages show it."""
    key = next((key for key in ("id", "i", "x", "type") if key in given), None)
    return f'<{name} {key}="{given[key]}">' if key else f"<{name}>"
