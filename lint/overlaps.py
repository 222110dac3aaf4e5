"""Which of two findings on the same words stays: one family speaks once, and a grammar engine yields to all others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .model import Hit, Level, Related


def level_of(hit: Hit) -> Level:
    """The level of a hit: its own where it lowers the rule's, never above it."""
    return hit.rule.level if hit.level is None else min(hit.level, hit.rule.level)


def resolve(hits: Iterable[Hit]) -> list[Hit]:
    """The hits that stay, sorted by place; those displaced go into `related` of the one that displaced them.

    Two hits of one family that overlap by more than half of the shorter: the higher level stays, then the shorter span, then the
    smaller id.
    Families don't displace each other, except that a hit of kind `grammar` yields to any overlapping hit of another kind.
    A hit about the whole document displaces nothing and is not displaced.
    """
    ranked = sorted(hits, key=lambda h: (h.rule.kind == "grammar", -level_of(h), h.span.end - h.span.start, h.rule.id, h.span))
    kept: list[Hit] = []
    losers: dict[int, list[Hit]] = {}
    buckets: dict[int, list[int]] = {}
    for hit in ranked:
        winner = None
        if hit.rule.scope != "document":
            for cell in range(hit.span.start >> 8, (hit.span.end >> 8) + 1):
                for i in buckets.get(cell, ()):
                    if _displaces(kept[i], hit):
                        winner = i
                        break
                if winner is not None:
                    break
        if winner is not None:
            losers.setdefault(winner, []).append(hit)
            continue
        kept.append(hit)
        if hit.rule.scope != "document":
            for cell in range(hit.span.start >> 8, (hit.span.end >> 8) + 1):
                buckets.setdefault(cell, []).append(len(kept) - 1)
    for i, displaced in losers.items():
        others = tuple(Related(h.span, f"also: {h.rule.id}") for h in displaced if h.rule.id != kept[i].rule.id)
        kept[i] = replace(kept[i], related=kept[i].related + others)
    return sorted(kept, key=lambda h: (h.span, h.rule.id))


def _displaces(kept: Hit, hit: Hit) -> bool:
    both = kept.span.overlap(hit.span)
    shorter = min(kept.span.end - kept.span.start, hit.span.end - hit.span.start)
    if kept.span == hit.span and shorter == 0:
        both = shorter = 1
    if hit.rule.kind == "grammar" and kept.rule.kind != "grammar" and both:
        return True
    return kept.rule.family == hit.rule.family and both * 2 > shorter
