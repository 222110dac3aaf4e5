"""TMX, translation memories: of each unit the variants in other languages than the source's are the prose, each a paragraph."""

from __future__ import annotations

from ..document import Unit
from ..languages import primary_language
from ..model import Span
from .passages import Passages
from .prose import Broken, Parsed
from .xliff import Inline, Side
from .xmlevents import Event, events

_SHOWN_CODES = frozenset(("ph", "ut"))
_CODES = _SHOWN_CODES | {"bpt", "ept", "it", "sub"}
_TAGGED = frozenset(("bpt", "ept", "it", "ph"))


def parse(source: str) -> Parsed:
    """The translations of a memory; the header's `srclang` or the unit's says which variant is the source, `*all*` means the first.

    Raises Broken for what is no well-formed TMX.
    """
    file = _File(source)
    for event in events(source):
        file.read(event)
    prose, segments = file.passages.prose.finish()
    languages = {unit.into for unit in file.passages.units}
    return Parsed(prose, segments, languages.pop() if len(languages) == 1 else None, None, tuple(file.passages.units))


class _File:
    """What is open at the place reached."""

    def __init__(self, source: str) -> None:
        self.passages = Passages(source)
        self.inline = Inline(_SHOWN_CODES, _CODES, _TAGGED)
        self.root = False
        self.default = ""
        self.source_language = ""
        self.unit_start = 0
        self.variants: list[tuple[str, Side]] | None = None

    def read(self, event: Event) -> None:
        if self.inline.side is not None:
            if event.kind == "end" and event.name == "seg":
                self.inline.close(event)
            else:
                self.inline.read(event)
        elif event.kind == "start":
            self.open(event)
        elif event.kind == "end" and event.name == "tu" and self.variants is not None:
            self.add(self.variants)
            self.variants = None

    def open(self, event: Event) -> None:
        name, given = event.name, event.attributes
        line = self.passages.line(event.start)
        if not self.root:
            self.root = True
            if name != "tmx":
                raise Broken(line, f"expected <tmx>, found <{name}>; name the file after its format")
        elif name == "header":
            self.default = given.get("srclang", "")
        elif name == "tu":
            self.variants, self.unit_start = [], event.start
            self.source_language = given.get("srclang", self.default)
        elif name == "tuv" and self.variants is not None:
            tag = given.get("xml:lang") or given.get("lang") or ""
            if not tag:
                raise Broken(line, 'expected a language in this <tuv>; add it, such as xml:lang="fr"')
            self.variants.append((tag, Side(event.start)))
        elif name == "seg" and self.variants:
            self.inline.open(self.variants[-1][1], event)

    def add(self, variants: list[tuple[str, Side]]) -> None:
        if len(variants) < 2:
            message = f"expected a source and its translation in this <tu>, found {len(variants)} <tuv>; add the other or take the unit out"
            raise Broken(self.passages.line(self.unit_start), message)
        codes = [primary_language(tag) for tag, _ in variants]
        wanted = primary_language(self.source_language)
        exact = [i for i, (tag, _) in enumerate(variants) if tag.lower() == self.source_language.lower()]
        first = exact[0] if exact else codes.index(wanted) if wanted in codes and wanted else 0
        original = variants[first][1]
        for number, (_, side) in enumerate(variants):
            if number != first:
                tags = (tuple(original.tags), tuple(side.tags))
                unit = Unit("", Span(0, 0), codes[first], tags=tags, into=codes[number])
                place = Span(side.tag, max(side.end, side.tag + len("<tuv")))
                self.passages.add(original.pieces, side.pieces, unit, place=place, keep=False)
