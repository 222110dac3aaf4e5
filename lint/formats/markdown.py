"""Markdown (CommonMark with tables, footnotes, task lists): the text of its blocks; code, addresses, HTML and front matter are left out."""

from __future__ import annotations

import re
from datetime import date as Date

from ..dates import parse_date
from ..document import Mark
from ..languages import primary_language
from ..lazyregex import regex
from .prose import OBJECT, Parsed, Prose

# pulldown-cmark takes "---" to "---" for metadata anywhere in a text; front matter stands at the head alone and begins with a key.
_FRONT_MATTER = regex(r"(---|\+\+\+)[ \t]*\r?\n(?=[ \t]*(?:#|[\w-]+[ \t]*[:=]))(.*?\r?\n)??(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_KEY = regex(r"^(lang|language|date)[ \t]*[:=][ \t]*[\"']?([^\"'\r\n#]*)", re.MULTILINE | re.IGNORECASE)
# What follows a line end before the text goes on: indentation and quotation marks.
_LINE_START = regex(r"[ \t>]*")
_BLOCKS = frozenset((
    "BlockQuote", "CodeBlock", "FootnoteDefinition", "Heading", "HtmlBlock", "Item", "List", "Paragraph", "Table", "TableCell", "TableHead",
    "TableRow",
))  # fmt: skip


def parse(source: str) -> Parsed:
    """Visible text of the blocks; `lang` or `language` and `date` of the YAML or TOML front matter."""
    import pyromark

    options = pyromark.Options
    head = _FRONT_MATTER.match(source)
    skipped = head.end() if head else 0
    body = source[skipped:]
    events = pyromark.events_with_range(
        body, options=options.ENABLE_TABLES | options.ENABLE_FOOTNOTES | options.ENABLE_STRIKETHROUGH | options.ENABLE_TASKLISTS
    )
    prose = Prose()
    place = _Offsets(body, skipped)
    marks: list[Mark] = []
    links: list[int] = []
    unseen = False
    read_to = skipped
    for event, where in events:
        kind, value = _named(event)
        if kind in ("Start", "End"):
            block, _ = _named(value)
            if block in _BLOCKS:
                prose.block()
                unseen = kind == "Start" and block == "CodeBlock"
            elif block == "Link" and kind == "Start":
                links.append(prose.size)
            elif block == "Link" and links:
                marks.append(Mark(links.pop(), prose.size, "link"))
            continue
        start, end = place(where["start"]), place(where["end"])
        if kind == "Text" and not unseen:
            _text(prose, source, str(value), start, end, escaped=start > read_to and source[start - 1] == "\\")
        elif kind == "Code":
            prose.put(OBJECT, start, end - start)
        elif kind == "SoftBreak":
            indent = _LINE_START.match(source, end)
            prose.space(start, (indent.end() if indent else end) - start)
        elif kind == "HardBreak":
            prose.line(start, end - start)
        elif kind == "Rule":
            prose.block()
        read_to = end
    text, segments = prose.finish()
    language, date = _declared(head.group(2) or "") if head else (None, None)
    return Parsed(text, segments, language, date, marks=tuple(marks))


def _named(event: object) -> tuple[str, object]:
    """An event or tag is its name, or a dict of its name and what it carries."""
    if isinstance(event, dict):
        name, value = next(iter(event.items()))
        return str(name), value
    return str(event), None


def _text(prose: Prose, source: str, text: str, start: int, end: int, *, escaped: bool) -> None:
    """One text event; an escaped character comes from two, its backslash included."""
    if escaped:
        prose.put(text[0], start - 1, 2)
        text, start = text[1:], start + 1
    if source[start:end] == text:
        if text:
            prose.copy(text, start)
    else:
        prose.put(text, start, end - start)


def _declared(front_matter: str) -> tuple[str | None, Date | None]:
    found = {key.lower(): value.strip() for key, value in reversed(_KEY.findall(front_matter))}
    return primary_language(found.get("lang", "") or found.get("language", "")), parse_date(found.get("date", ""))


class _Offsets:
    """UTF-8 byte offsets of a text as code points, counted on from the one asked for last: they must ascend, as events do."""

    __slots__ = ("_byte", "_data", "_point", "_skipped")

    def __init__(self, text: str, skipped: int) -> None:
        self._data = None if text.isascii() else text.encode()
        self._skipped = skipped
        self._byte = self._point = 0

    def __call__(self, byte: int) -> int:
        if self._data is None:
            return byte + self._skipped
        self._point += len(self._data[self._byte : byte].decode())
        self._byte = byte
        return self._point + self._skipped
