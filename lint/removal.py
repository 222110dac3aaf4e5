"""What goes along with a piece of text that is removed: its line and left-over blank lines, or one adjoining space."""

from __future__ import annotations

from .lazyregex import regex
from .model import Span

_BLANK_LINES = regex(r"(?:[ \t]*(?:\r\n|\n|\r))+")
_BLANK_LINES_BEFORE = regex(r"(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))+\Z")
_LINE_END = regex(r"[ \t]*(?:\r\n|\n|\r|\Z)")
_ONLY_SPACE = regex(r"\s*\Z")
_ENDS = "\r\n"


def removal(source: str, span: Span) -> Span:
    """The span to cut so that removing `span` of the source leaves no empty line and no doubled space behind.

    A text that fills its lines takes their line end, and the blank lines behind it where blank lines (or nothing) stood before it; at the
    end of the text those before it. Within a line one adjoining space goes. Code points of the source, in and out.
    """
    start, end = span
    while start and source[start - 1] in " \t":
        start -= 1
    line_end = _LINE_END.match(source, end)
    if (start == 0 or source[start - 1] in _ENDS) and line_end:
        after = line_end.end()
        before = source[max(0, start - 2000) : start]
        if _ONLY_SPACE.match(source, after):
            blank = _BLANK_LINES_BEFORE.search(before)
            if blank:
                start += blank.start() - len(before) + (2 if blank.group().startswith("\r\n") else 1)
            return Span(start, len(source))
        if start == 0 or _BLANK_LINES_BEFORE.search(before):
            blank = _BLANK_LINES.match(source, after)
            after = blank.end() if blank else after
        return Span(start, after)
    start, end = span
    if start and source[start - 1] in " \t" and (end == len(source) or source[end] in " \t\r\n.,;:!?"):
        return Span(start - 1, end)
    if end < len(source) and source[end] in " \t" and (start == 0 or source[start - 1] in _ENDS):
        return Span(start, end + 1)
    return span
