"""Months and weekdays held against the source: one that the source has in no form, where the source has another."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..languages import guess
from ..model import Hit, Rule, Span
from .calendar import Mention, judged, mentions
from .said import quoted
from .segments import judged as units


def check(document: Document, rule: Rule) -> Iterator[Hit]:
    """A hit at each month or weekday that is not the source's; a passage that names none, or more than the source, is left alone."""
    for unit in units(document):
        text = document.flat(unit.span)
        source, target = unit.language or guess(unit.source), unit.into or document.language or guess(text)
        if not (judged(source) and judged(target)):
            continue
        ours, theirs = mentions(text, target), mentions(f"{unit.source}\n{unit.other}" if unit.other else unit.source, source)
        for kind in ("month", "weekday"):
            extra = [mention for mention in ours if mention.kind == kind and not _is_in(mention, theirs)]
            lost = [mention for mention in theirs if mention.kind == kind and not _is_in(mention, ours)]
            if len(extra) != len(lost):
                continue
            for wrong, right in zip(extra, lost, strict=True):
                span = Span(unit.span.start + wrong.start, unit.span.start + wrong.end)
                listed = quoted(unit, [(right.start, unit.source[right.start : right.end])])
                yield Hit(rule, span, args={"problem": f"The source has {listed}; the translation has '{text[wrong.start : wrong.end]}'"})


def _is_in(mention: Mention, others: list[Mention]) -> bool:
    return any(mention.kind == other.kind and mention.values & other.values for other in others)
