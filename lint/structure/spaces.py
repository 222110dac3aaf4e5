"""Spaces left before punctuation and inside contractions, in a text that is otherwise set normally."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..document import Document
from ..lazyregex import regex
from ..model import Hit, Rule, Span
from .quotes import paragraphs

_LOOSE = regex(
    r"(?P<left>[^\W\d_]{2,}[”\"’)]?)[ \u00a0]+(?P<right>,(?=[\s“”\"])|[.;:](?=\s+[“\"]?[^\W\d_]|\s*$))"
    r"|(?P<word>\b[^\W\d_]+n) (?P<not>['’]t)\b"
    r"|(?P<owner>\b[^\W\d_]{2,}) ?(?P<mark>['’]) ?(?P<end>s|re|ve|ll)\b(?<! s s)"
    r"|(?P<bracket>\() (?P<inner>[^\W\d_]+)"
)
_NORMAL = regex(r"[^\W\d_]{2,}[”\"’)]?[,.;:](?=\s|$)|[^\W\d_]['’](?:s|t|re|ve|ll)\b")
_PAIRS = (" ,", " .", " ;", " :", " '", " ’", "' ", "’ ", "( ", "\u00a0")
"""One of these is in every match: looking for them is twenty times as fast."""
_SHARE = 3
"""So many places must be set normally for each that isn't; a text split into tokens, or typed with such spaces, is left alone."""


def loose(document: Document, rule: Rule) -> Iterator[Hit]:
    """`said , and`, `didn 't`, `mayor' s`, `( and`: a space that a tokenizer or a translation service put in. The replacement lacks it."""
    hits: list[Hit] = []
    prose = document.prose
    pairs = [pair for pair in _PAIRS if pair in prose or pair.replace(" ", "\n") in prose]
    for paragraph, text, _ in paragraphs(document) if pairs else ():
        for pair in pairs:
            if pair in text:
                break
        else:
            continue
        for match in _LOOSE.finditer(text):
            found = match.group()
            if " " not in found and "\u00a0" not in found:
                continue
            span = Span(paragraph.start + match.start(), paragraph.start + match.end())
            hits.append(Hit(rule, span, (re.sub(r"\s", "", found),)))
    enough = _SHARE * len(hits)
    if sum(1 for _ in islice(_NORMAL.finditer(document.prose), enough)) == enough:
        yield from hits
