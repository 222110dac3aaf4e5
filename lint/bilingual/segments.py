"""Passages that were not translated: empty ones, copies of the source text, and placeholders of the source that were lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..document import Document
from ..model import Hit, Rule, Span

_WORD = re.compile(r"[^\W\d_]{2,}")
_PLACEHOLDER = re.compile(
    r"%(?:\d+\$)?[-+0#]*\d*(?:\.\d+)?(?:l{0,2}[dufgx]|[sc])(?![A-Za-z])|%\(\w+\)[sd]|\$?\{\w*\}|</?[a-z][a-z0-9]*(?: [^<>]*)?/?>"
)
LEAST = 4
"""Fewest words of a passage that must not stay as it is; shorter ones may be names."""


def missing(document: Document, rule: Rule) -> Iterator[Hit]:
    """Passages of the source without a translation."""
    for unit in document.units:
        if unit.missing and _WORD.search(unit.source):
            yield Hit(rule, unit.span, args={"source": _shown(unit.source)})


def untranslated(document: Document, rule: Rule) -> Iterator[Hit]:
    """Passages that read as in the source, of four words at least, one of them in lower case (or in a script without cases)."""
    for unit in document.units:
        text = document.flat(unit.span)
        words = _WORD.findall(text)
        if unit.missing or len(words) < LEAST or not any(word[0] == word[0].lower() for word in words):
            continue
        if " ".join(text.split()) == " ".join(unit.source.split()):
            yield Hit(rule, unit.span)


def placeholder(document: Document, rule: Rule) -> Iterator[Hit]:
    """Placeholders and tags that one side has and the other lacks."""
    for unit in document.units:
        if unit.missing:
            continue
        text = document.text(unit.span)
        theirs = Counter(_PLACEHOLDER.findall(unit.source))
        for match in _PLACEHOLDER.finditer(text):
            if match.group() not in theirs:
                span = Span(unit.span.start + match.start(), unit.span.start + match.end())
                yield Hit(rule, span, args={"problem": "is not in the source"})
        lost = theirs - Counter(_PLACEHOLDER.findall(text))
        if lost:
            listed = ", ".join(f"'{mark}'" for mark in list(lost)[:3])
            yield Hit(rule, Span(unit.span.end, unit.span.end), args={"problem": f"{listed} of the source is missing here"})


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 50 else f"{text[:48].rstrip()} …"
