"""gettext PO: the translations (`msgstr`) are the prose; obsolete entries are left out, fuzzy ones count as drafts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..document import Unit
from ..languages import primary_language
from ..lazyregex import regex
from ..model import Span
from .passages import Passages, Piece
from .prose import Broken, Parsed

_LINE = regex(r"[^\r\n]+")
_KEYWORD = regex(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,2}\])?)[ \t]*(?=\"|$)")
_STRING = regex(r'[ \t]*"((?:[^"\\]|\\.)*)"[ \t]*$')
_ESCAPE = regex(r"\\(?:x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)")
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_LANGUAGE = regex(r"^Language:[ \t]*([A-Za-z_@-]+)", re.MULTILINE)
_SOURCE_LANGUAGE = regex(r"^X-Source-Language:[ \t]*([A-Za-z_@-]+)", re.MULTILINE)


@dataclass
class _Entry:
    """One message: keyword -> its pieces, and -> the places of its strings; whether it is marked fuzzy."""

    texts: dict[str, list[Piece]] = field(default_factory=dict)
    places: dict[str, Span] = field(default_factory=dict)
    fuzzy: bool = False
    line: int = 0

    def text(self, keyword: str) -> str:
        return "".join(piece.text for piece in self.texts.get(keyword, ()))


def parse(source: str) -> Parsed:
    """The translations of a catalogue; the header says in which language. Raises Broken for what is no PO file."""
    file = _File(source)
    for match in _LINE.finditer(source):
        line = match.group().strip()
        if line and not line.startswith("#"):
            file.line(match.start(), match.group())
        elif line.startswith("#,") or line.startswith("#="):
            file.flags(line)
        elif line.startswith("#") and not line.startswith("#~"):
            file.comment()
    file.finish()
    prose, segments = file.passages.prose.finish()
    return Parsed(prose, segments, file.into, None, tuple(file.passages.units))


class _File:
    """The entry that is being read, and what the header has declared."""

    def __init__(self, source: str) -> None:
        self.passages = Passages(source)
        self.entry = _Entry()
        self.keyword = ""
        # Catalogues that say nothing of it translate from English.
        self.language: str | None = "en"
        self.into: str | None = None

    def comment(self) -> None:
        """A comment after a translation opens the next entry."""
        if any(keyword.startswith("msgstr") for keyword in self.entry.texts):
            self.finish()

    def flags(self, line: str) -> None:
        self.comment()
        if "fuzzy" in [flag.strip() for flag in line[2:].split(",")]:
            self.entry.fuzzy = True

    def line(self, start: int, line: str) -> None:
        number = self.passages.line(start)
        at = len(line) - len(line.lstrip())
        match = _KEYWORD.match(line, at)
        if match:
            self.open(match.group(1), number)
            at = match.end()
            self.entry.places[self.keyword] = Span(start + match.start(1), start + len(line.rstrip()))
        elif not line[at:].startswith('"'):
            word = line.split()[0][:20]
            raise Broken(number, f"expected msgid, msgstr, a comment or a string in double quotes, found '{word}'")
        elif not self.keyword:
            raise Broken(number, "expected msgid before this string; a blank line or a comment may have cut an entry in two")
        string = _STRING.match(line, at)
        if string is None:
            raise Broken(number, 'expected a string in double quotes to the end of the line; write \\" for a quote inside it')
        self.entry.texts[self.keyword] += _pieces(string.group(1), start + string.start(1))

    def open(self, keyword: str, number: int) -> None:
        if keyword in ("msgctxt", "msgid") and any(known.startswith("msgstr") for known in self.entry.texts):
            self.finish()
        if keyword in self.entry.texts:
            raise Broken(number, f"a second {keyword} in one entry; each has one, and then a msgstr")
        if keyword.startswith("msgstr") and "msgid" not in self.entry.texts:
            raise Broken(number, f"expected msgid before {keyword}")
        if not self.entry.texts:
            self.entry.line = number
        self.entry.texts[keyword] = []
        self.keyword = keyword

    def finish(self) -> None:
        """The entry is complete."""
        entry, self.entry, self.keyword = self.entry, _Entry(), ""
        targets = [keyword for keyword in entry.texts if keyword.startswith("msgstr")]
        if not entry.texts:
            return
        if not targets:
            raise Broken(entry.line, "expected a msgstr in this entry; add it, empty where there is no translation")
        if not entry.text("msgid") and "msgctxt" not in entry.texts:
            self.header(entry.text(targets[0]))
            return
        for keyword in targets:
            self.passage(entry, keyword, few=len(targets) > 1 and keyword == "msgstr[0]", last=keyword == targets[-1])

    def header(self, text: str) -> None:
        """What the first entry declares."""
        into, language = _LANGUAGE.search(text), _SOURCE_LANGUAGE.search(text)
        if into:
            self.into = primary_language(into.group(1).partition("@")[0])
        if language:
            self.language = primary_language(language.group(1).partition("@")[0])

    def passage(self, entry: _Entry, keyword: str, *, few: bool, last: bool) -> None:
        # The last form is for most numbers: it has what the plural has. The others may follow either wording.
        plural = entry.text("msgid_plural")
        original = entry.texts["msgid"] if few or not plural else entry.texts["msgid_plural"]
        other = "" if not plural or last else plural if few else entry.text("msgid")
        unit = Unit("", Span(0, 0), self.language, draft="fuzzy" if entry.fuzzy else "", other=other, into=self.into)
        self.passages.add(original, entry.texts[keyword], unit, place=entry.places[keyword])


def _pieces(raw: str, origin: int) -> list[Piece]:
    """A string's text and its escapes, each with its place."""
    out = []
    at = 0
    for match in _ESCAPE.finditer(raw):
        if match.start() > at:
            out.append(Piece(raw[at : match.start()], origin + at, match.start() - at))
        out.append(Piece(_unescaped(match.group()[1:]), origin + match.start(), match.end() - match.start()))
        at = match.end()
    if at < len(raw):
        out.append(Piece(raw[at:], origin + at, len(raw) - at))
    return out


def _unescaped(letters: str) -> str:
    if letters[0] == "x" and len(letters) > 1:
        return chr(int(letters[1:], 16))
    if letters[0] in "01234567":
        return chr(int(letters, 8))
    return _NAMED.get(letters, letters)
