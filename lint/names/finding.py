"""What a survey yields: a place where a name is not as it should be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..model import Span
from .decide import Decision
from .gazetteer import Known


class Finding(NamedTuple):
    """The span, how it should read ("" when nobody can tell), the entity (None for a name in no gazetteer) and why.

    `places` is where the text has it right; `other` is how it stands there (for a name in no gazetteer), `again` where else it
    stands as in the span. `safe` says that the right form may be put in unasked.
    """

    span: Span
    right: str
    known: Known | None
    decision: Decision
    places: tuple[Span, ...] = ()
    other: str = ""
    again: tuple[Span, ...] = ()
    safe: bool = False


def surest(findings: Iterable[Finding]) -> list[Finding]:
    """Of findings that overlap the one of the highest level, then the longest; sorted by place."""
    ranked = sorted(findings, key=lambda f: (-f.decision.level, f.span.start - f.span.end, f.span.start, f.right))
    kept: list[Finding] = []
    for finding in ranked:
        if not any(finding.span.overlap(other.span) for other in kept):
            kept.append(finding)
    return sorted(kept, key=lambda f: f.span)
