"""Plain text: the source itself, with every line end as \\n."""

from __future__ import annotations

from ..document import Segment
from ..lazyregex import regex
from .prose import Parsed

_CARRIAGE_RETURN = regex(r"\r\n?")


def parse(source: str) -> Parsed:
    """The prose is the source; only \\r\\n and a lone \\r become \\n, each by a segment of its own."""
    if not source:
        return Parsed("", ())
    if "\r" not in source:
        return Parsed(source, (Segment(0, len(source), 0, len(source)),))
    pieces: list[str] = []
    segments: list[Segment] = []
    at = copied = 0
    for match in _CARRIAGE_RETURN.finditer(source):
        start, end = match.span()
        if start > copied:
            pieces.append(source[copied:start])
            segments.append(Segment(at, start - copied, copied, start - copied))
            at += start - copied
        pieces.append("\n")
        segments.append(Segment(at, 1, start, end - start))
        at += 1
        copied = end
    if copied < len(source):
        pieces.append(source[copied:])
        segments.append(Segment(at, len(source) - copied, copied, len(source) - copied))
    return Parsed("".join(pieces), tuple(segments))
