"""The formats of texts: a table of names and one module per entry.

A format is a module with `parse(source) -> Parsed`: the prose, its segments, the language and date that the markup declares, and which
parts of the prose it says are links or part of the page around the text.
"""

from __future__ import annotations

import importlib
import os
from datetime import date as Date

from ..dates import opening_date
from ..document import Document
from ..errors import ConfigError, ReadError, nearest
from ..languages import primary_language
from .decode import decode
from .prose import Broken, Parsed

FORMATS = {
    "text": ".text",
    "markdown": ".markdown",
    "html": ".html",
    "tsv": ".tsv",
    "xliff": ".xliff",
    "po": ".po",
    "tmx": ".tmx",
}

EXTENSIONS = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".tsv": "tsv",
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".po": "po",
    ".tmx": "tmx",
}

NAMED = frozenset(("tsv", "xliff", "po", "tmx"))
"""Formats that are not texts to publish: their files are read when they are named, not when a folder is walked."""


def format_of(path: str) -> str | None:
    """The format that a file's extension names, None for an extension that presscheck does not know (such a file is read as text)."""
    return EXTENSIONS.get(os.path.splitext(path)[1].lower())


def read(
    path: str, data: bytes, *, format: str | None = None, language: str | None = None, date: Date | None = None
) -> tuple[Document, list[str]]:
    """The document that a file's bytes hold, and notes about its decoding for standard error.

    Without `format` the extension decides, and text where it is unknown. Raises ReadError for what isn't text, ConfigError for an
    unknown format or a language that isn't a code.
    """
    decoded = decode(path, data)
    return from_text(decoded.text, path, format or format_of(path) or "text", language=language, date=date), list(decoded.notes)


def from_text(text: str, path: str = "<text>", format: str = "text", *, language: str | None = None, date: Date | None = None) -> Document:
    """The document of a text. `language` and `date` win over what the text itself declares. Raises as `read` does."""
    declared = primary_language(language) if language is not None else None
    if language is not None and declared is None:
        raise ConfigError(f"language: expected a code such as 'en' or 'pt-BR', found '{language}'")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ReadError(f"{path}: holds half of a surrogate pair at offset {error.start}; decode the text anew from its bytes") from None
    try:
        parsed = parse(text, format)
    except Broken as error:
        raise ReadError(f"{path}:{error.line}: {error}") from None
    day = date or parsed.date or opening_date(parsed.prose)
    return Document(
        path, text, parsed.prose, parsed.segments, declared or parsed.language, day, format, units=parsed.units, marks=parsed.marks
    )


def written(text: str, format: str) -> str:
    """Text as a source of the named format writes it: with entities or escapes where it needs them."""
    if format in ("html", "xliff", "tmx"):
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\\", "\\\\").replace('"', '\\"') if format == "po" else text


def parse(source: str, format: str) -> Parsed:
    """What the named format makes of a source. Raises ConfigError for an unknown format. Modules are imported on first use."""
    if format not in FORMATS:
        raise ConfigError(f"format: there is no format '{format}'{nearest(format, FORMATS)}")
    parsed = importlib.import_module(FORMATS[format], __package__).parse(source)
    if not isinstance(parsed, Parsed):
        raise TypeError(f"lint.formats{FORMATS[format]}.parse returned {type(parsed).__name__}, not Parsed")
    return parsed
