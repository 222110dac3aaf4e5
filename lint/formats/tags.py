"""HTML cut into texts and tags, in linear time. (html.parser differs by Python version and takes hours over unclosed tags.)"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from ..lazyregex import regex

# No element's name is longer; without a limit, names that never end take quadratic time.
_NAME = regex(r"</?([A-Za-z][^\s/>]{0,63})")
# A tag goes on to the first ">" outside a quoted value; quotes count only after "=".
_STOP = regex(r">|=[ \t\n\f\r]*([\"'])")
_ATTRIBUTE = regex(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
# Elements whose content is no markup, up to their end tag.
_RAW = frozenset(("script", "style", "textarea", "title"))


class Piece(NamedTuple):
    """source[start:end]: a text when `name` is empty, else a tag; comments and declarations are left out."""

    start: int
    end: int
    name: str = ""
    closing: bool = False


def pieces(source: str) -> Iterator[Piece]:
    """Texts and tags in order, as a browser sees them; but what is never closed (a tag, a comment) is text, not the end of the page."""
    scan = _Scan(source)
    text = at = 0
    while (at := source.find("<", at)) >= 0:
        match = _NAME.match(source, at)
        if match:
            end = scan.tag_end(at, match.end())
        elif source.startswith("<!--", at):
            end = scan.comment_end(at)
        elif source.startswith(("<!", "<?", "</"), at):
            end = scan.after(">", at)
        else:
            end = -1
        if end < 0:
            at += 1
            continue
        if at > text:
            yield Piece(text, at)
        if match:
            name, closing = match.group(1).lower(), source[at + 1] == "/"
            yield Piece(at, end, name, closing)
            if name in _RAW and not closing and source[end - 2] != "/":
                end = scan.raw_end(name, end)
        text = at = end
    if text < len(source):
        yield Piece(text, len(source))


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a start tag's source, names in lower case, values without quotes and entities; the first of a name counts."""
    found: dict[str, str] = {}
    name = _NAME.match(tag)
    for key, double, single, bare in _ATTRIBUTE.findall(tag, name.end() if name else 0):
        found.setdefault(key.lower(), unescape(double or single or bare))
    return found


class _Scan:
    """Searches that remember what the rest of the source no longer holds: without that, unclosed tags would take quadratic time."""

    __slots__ = ("_absent", "_source")

    def __init__(self, source: str) -> None:
        self._source = source
        self._absent: set[str] = set()

    def after(self, mark: str, at: int) -> int:
        """The offset after the next `mark`, -1 when there is none."""
        found = -1 if mark in self._absent else self._source.find(mark, at)
        if found < 0:
            self._absent.add(mark)
            return -1
        return found + len(mark)

    def tag_end(self, start: int, at: int) -> int:
        """The offset after a tag; one with a quote that is never closed ends at the next ">"."""
        if ">" in self._absent:
            return -1
        while match := _STOP.search(self._source, at):
            if not match.group(1):
                return match.end()
            at = self.after(match.group(1), match.end())
            if at < 0:
                break
        return self.after(">", start)

    def comment_end(self, start: int) -> int:
        """The offset after a comment; one that is never closed ends at the next ">"."""
        if self._source.startswith((">", "->"), start + 4):
            return self._source.index(">", start) + 1
        end = self.after("-->", start + 4)
        return end if end >= 0 else self.after(">", start)

    def raw_end(self, name: str, at: int) -> int:
        """The offset of the end tag of a raw element; without one, a script or style goes on to the end, any other is no raw element."""
        match = None if name in self._absent else re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE).search(self._source, at)
        if match:
            return match.start()
        self._absent.add(name)
        return len(self._source) if name in ("script", "style") else at
