"""HTML: the text a browser shows, block by block, with white space collapsed; scripts, styles, hidden parts and code are left out."""

from __future__ import annotations

import re
from datetime import date as Date
from html import unescape

from ..dates import parse_date
from ..document import Mark
from ..languages import primary_language
from ..lazyregex import regex
from .prose import OBJECT, Parsed, Prose
from .tags import Piece, attributes, pieces

_BLOCKS = frozenset((
    "address", "article", "aside", "audio", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "iframe", "label", "legend", "li", "main", "menu", "nav", "noframes", "ol", "optgroup",
    "option", "p", "pre", "search", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead",
    "tr", "ul", "video"
))  # fmt: skip
_UNSEEN = frozenset((
    "audio", "canvas", "iframe", "noembed", "noframes", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea", "title", "video"
))  # fmt: skip
_CODE = frozenset(("code", "kbd", "math", "samp", "tt"))
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"))
# Left open, these end with the block they stand in, so that a forgotten end tag does not hide the rest of the page.
_CLOSED_BY_BLOCKS = _CODE | {"p", "title", "svg"}
# Their end tags may be left out (or they are the page), so `hidden` on them has no end that could be relied on.
_NEVER_HIDDEN = frozenset(("body", "dd", "dt", "html", "li", "optgroup", "option", "tbody", "td", "tfoot", "th", "thead", "tr")) | _VOID
_DATE_KEYS = ("article:published_time", "datepublished", "dc.date.issued", "dcterms.created", "pubdate", "date")
_LANDMARKS = {
    "nav": "nav", "footer": "footer", "aside": "aside", "header": "header", "form": "form", "menu": "nav", "search": "form", "a": "link",
    "navigation": "nav", "contentinfo": "footer", "complementary": "aside", "banner": "header", "menubar": "nav", "tablist": "nav",
    "dialog": "form", "alertdialog": "form",
}  # fmt: skip
"""Tags and ARIA roles of what stands around a text, as `Mark` names it."""
_DISPLAY_NONE = regex(r"display\s*:\s*none", re.IGNORECASE)
_MAY_HIDE = regex("hidden|display", re.IGNORECASE)
_MAY_ROLE = regex(r"\srole\s*=", re.IGNORECASE)

_SPACE = " \t\n\f\r"
# Everything that a browser shows otherwise than it stands in the source; a single blank inside a text is not among it.
_CHANGED = regex(r"(?P<space>[\t\n\f\r][ \t\n\f\r]*| [ \t\n\f\r]+)|(?P<entity>&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?)|\xad+")
_LINE_END = regex(r"\r\n?|\n")


def parse(source: str) -> Parsed:
    """Visible text of a page or a fragment; language by `<html lang>`, date by `article:published_time`, else `<time>`."""
    page = _Page(source)
    for piece in pieces(source):
        if not piece.name:
            page.show(piece.start, source[piece.start : piece.end])
        elif piece.closing:
            page.close(piece)
        else:
            page.open(piece)
            if source[piece.end - 2] == "/" and piece.name not in _VOID:
                page.close(piece)
    page.leave(len(source))
    prose, segments = page.prose.finish()
    dated = [page.dates[key] for key in _DATE_KEYS if key in page.dates]
    return Parsed(
        prose, segments, page.language, dated[0] if dated else page.time_in_article or page.time, marks=tuple(page.landmarks.closed)
    )


class _Landmarks:
    """The elements around a text that are open and those that were closed; one that is never closed is as good as none."""

    __slots__ = ("_open", "closed")

    def __init__(self) -> None:
        self.closed: list[Mark] = []
        self._open: list[tuple[str, str, int, list[int]]] = []

    def open(self, tag: str, name: str, at: int) -> None:
        for element, _, _, depth in self._open:
            depth[0] += element == tag
        if name:
            self._open.append((tag, name, at, [1]))

    def close(self, tag: str, at: int) -> None:
        if not self._open:
            return
        still = []
        for entry in self._open:
            element, name, start, depth = entry
            depth[0] -= element == tag
            if depth[0] > 0:
                still.append(entry)
            elif at > start:
                self.closed.append(Mark(start, at, name))
        self._open = still


class _Page:
    """What is open at the place reached: an unseen element, a preformatted one; and what the markup has declared so far."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.prose = Prose()
        self.landmarks = _Landmarks()
        self.language: str | None = None
        self.dates: dict[str, Date] = {}
        self.time: Date | None = None
        self.time_in_article: Date | None = None
        self.in_article = False
        self.preformatted = 0
        self.unseen = ""
        self.depth = 0
        self.unseen_start = 0

    def open(self, piece: Piece) -> None:
        tag = piece.name
        if self.unseen:
            if tag not in _BLOCKS or self.unseen not in _CLOSED_BY_BLOCKS:
                self.depth += tag == self.unseen
                return
            self.leave(piece.start)
        if tag in _BLOCKS:
            self.prose.block()
        if tag not in _VOID:
            self.landmarks.open(tag, self.role(piece), self.prose.size)
        if tag == "br":
            self.prose.line(piece.start, piece.end - piece.start)
        elif tag in _CODE or tag in _UNSEEN or (tag not in _NEVER_HIDDEN and self.is_hidden(piece)):
            self.unseen, self.depth, self.unseen_start = tag, 1, piece.start
        elif tag == "pre":
            self.preformatted += 1
        elif tag in ("html", "meta", "time", "article", "main"):
            self.declare(tag, attributes(self.source[piece.start : piece.end]))

    def close(self, piece: Piece) -> None:
        tag = piece.name
        if self.unseen:
            if tag == self.unseen:
                self.depth -= 1
            if self.depth == 0:
                self.leave(piece.end)
                return
            if tag not in _BLOCKS or self.unseen not in _CLOSED_BY_BLOCKS:
                return
            self.leave(piece.start)
        if tag in _BLOCKS:
            self.prose.block()
        self.landmarks.close(tag, self.prose.size)
        if tag == "pre" and self.preformatted:
            self.preformatted -= 1

    def leave(self, end: int) -> None:
        """The unseen element ends; inline code leaves its placeholder. Code blocks leave nothing."""
        if self.unseen in _CODE and not self.preformatted:
            self.prose.put(OBJECT, self.unseen_start, end - self.unseen_start)
        elif self.unseen in _BLOCKS:
            self.prose.block()
        self.unseen = ""

    def role(self, piece: Piece) -> str:
        """What an element is to the page, by its role or else its tag; "" for nothing of note."""
        tag = self.source[piece.start : piece.end]
        given = attributes(tag).get("role", "").strip().lower() if _MAY_ROLE.search(tag) else ""
        return _LANDMARKS.get(given or piece.name, "")

    def is_hidden(self, piece: Piece) -> bool:
        tag = self.source[piece.start : piece.end]
        if not _MAY_HIDE.search(tag):
            return False
        found = attributes(tag)
        return "hidden" in found or _DISPLAY_NONE.search(found.get("style", "")) is not None

    def show(self, start: int, data: str) -> None:
        if self.unseen:
            return
        if self.preformatted:
            at = 0
            for match in _LINE_END.finditer(data):
                self.show_run(start + at, data[at : match.start()], keep=True)
                self.prose.line(start + match.start(), match.end() - match.start())
                at = match.end()
            self.show_run(start + at, data[at:], keep=True)
        else:
            self.show_run(start, data, keep=False)

    def show_run(self, start: int, data: str, *, keep: bool) -> None:
        at = 0
        for match in _CHANGED.finditer(data):
            here, end = match.span()
            if match.lastgroup == "space" and keep:
                continue
            self.show_words(start + at, data[at:here], keep=keep)
            at = end
            if match.lastgroup == "space":
                self.prose.space(start + here, end - here)
            elif match.lastgroup == "entity":
                self.show_entity(start + here, match.group())
        self.show_words(start + at, data[at:], keep=keep)

    def show_words(self, start: int, data: str, *, keep: bool) -> None:
        """Text in which nothing changes but a blank at an edge."""
        if not data:
            return
        if keep:
            self.prose.copy(data, start)
            return
        if data[0] == " ":
            self.prose.space(start, 1)
        words = data.strip(_SPACE)
        if words:
            self.prose.copy(words, start + data.index(words))
            if data[-1] == " ":
                self.prose.space(start + len(data) - 1, 1)

    def show_entity(self, start: int, raw: str) -> None:
        text = unescape(raw)
        if text == raw:
            self.prose.copy(raw, start)
        elif text in _SPACE:
            self.prose.space(start, len(raw))
        elif text != "\xad":
            self.prose.put(text, start, len(raw))

    def declare(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == "html":
            self.language = self.language or primary_language(attrs.get("lang", "") or attrs.get("xml:lang", ""))
        elif tag == "meta":
            key = (attrs.get("property") or attrs.get("name") or attrs.get("itemprop") or "").lower()
            day = parse_date(attrs.get("content", "")) if key in _DATE_KEYS else None
            if day is not None:
                self.dates.setdefault(key, day)
        elif tag == "time":
            day = parse_date(attrs.get("datetime", ""))
            self.time = self.time or day
            if self.in_article:
                self.time_in_article = self.time_in_article or day
        else:
            self.in_article = True
