"""A first look at an edit without its sentence: whether the changed words alone leave it a chance to be confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from .ngram import NgramVerifier

SLACK = 6.0
"""Nats by which a sentence may raise the gain of an edit above that of its words alone."""
KEPT = 1 << 16
"""Most edits whose first look is remembered."""


class Screen:
    """For one rule: the shipped n-gram model's gain of old words to new ones must come near the rule's margin for that model."""

    def __init__(self, margins: Mapping[str, float]) -> None:
        self._least = margins.get("ngram", 0.0) - SLACK
        self.likely = lru_cache(maxsize=KEPT)(self._likely)

    def _likely(self, old: str, news: Sequence[str]) -> bool:
        return any(_shipped().local(old, new) >= self._least for new in news)


@lru_cache(maxsize=1)
def _shipped() -> NgramVerifier:
    return NgramVerifier()
