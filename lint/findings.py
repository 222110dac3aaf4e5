"""Findings that presscheck makes about the run itself: where they stand and how they are told apart."""

from __future__ import annotations

from .document import Document
from .model import Diagnostic, Level, Scope, Span


def in_document(document: Document, span: Span, rule: str, level: Level, message: str, scope: Scope = "text") -> Diagnostic:
    """A finding at a span of the document's source."""
    line, column = document.position(span.start)
    end_line, end_column = document.position(span.end)
    found = document.source[span.start : span.end]
    mark = fingerprint(rule, found, message)
    return Diagnostic(
        document.path, span, line, column, end_line, end_column, rule, level, message, scope=scope, found=found, fingerprint=mark
    )


def at_line(path: str, line: int, rule: str, level: Level, message: str, found: str = "", scope: Scope = "text") -> Diagnostic:
    """A finding at the head of a line (1-based) of a file of which no document was made."""
    mark = fingerprint(rule, found, message)
    return Diagnostic(path, Span(0, 0), line, 1, line, 1, rule, level, message, scope=scope, found=found, fingerprint=mark)


def fingerprint(*parts: str) -> str:
    """A hash of what a finding says, never of where it stands."""
    import xxhash

    return xxhash.xxh3_64_hexdigest("\0".join(parts).encode("utf-8", "surrogatepass"))


def shortened(text: str, most: int = 40) -> str:
    """Text fit for a message: at most `most` code points, cut at the end."""
    return text if len(text) <= most else f"{text[: most - 2].rstrip()} …"
