"""Quotation marks held against the source: a passage that is quoted there and not here, or half here."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..lazyregex import regex
from ..model import Hit, Rule, Span
from .segments import judged

_MARKS = regex(r"[“”„‟«»「」『』〝〞〟\"]|&quot;|(?<![\w\d])[‘‚‹]|(?<=[\w.,!?…])[›]")
_DASH = regex(r"^\s*[—–-]\s|\n\s*[—–-]\s|:\s*[—–-]\s")
_SINGLE = regex(r"(?<!\w)['’‘`‚‹](?:[^'’‘`‚‹›\n]|(?<=\w)['’](?=\w))+['’›`](?!\w)")


def check(document: Document, rule: Rule) -> Iterator[Hit]:
    """A hit at the end of a passage that lost its quotation marks, or at the last mark of one that lost a single mark.

    Dialogue by dashes (Spanish, French, Russian) and single quotation marks count as quoting; how many there are is not compared.
    """
    for unit in judged(document):
        text = document.flat(unit.span)
        ours, theirs = list(_MARKS.finditer(text)), list(_MARKS.finditer(unit.source))
        if len(theirs) >= 2 and not ours and not _other(text):
            span = Span(unit.span.end, unit.span.end)
            yield Hit(rule, span, args={"problem": f"The source has {len(theirs)} quotation marks, the translation has none"})
        elif len(theirs) % 2 == 0 and len(ours) % 2 and len(theirs) >= 2 and not _other(text):
            last = ours[-1]
            span = Span(unit.span.start + last.start(), unit.span.start + last.end())
            problem = f"A quotation mark is missing: the source has {len(theirs)}, the translation has {len(ours)}"
            yield Hit(rule, span, args={"problem": problem})


def _other(text: str) -> bool:
    return _DASH.search(text) is not None or _SINGLE.search(text) is not None
