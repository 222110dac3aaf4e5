"""A first look at an edit without its sentence: whether the changed words alone leave it a chance to be confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from .ngram import NgramVerifier

SLACK = 6.0
"""Nats by which a sentence may raise the gain of an edit above that of its words alone."""
LOSS = 1.0
"""Nats that the n-gram model may lose by a change that a neural model is asked about."""
KEPT = 1 << 14
"""Most edits whose first look is remembered."""


class Screen:
    """For one rule: what the shipped n-gram model gains by the changed words must come near the rule's margin for that model.

    Before a neural model looks at a sentence, the change must be no great loss to the n-gram model: that spares the slow one most of them.
    """

    def __init__(self, margins: Mapping[str, float], model: str) -> None:
        self._least = margins["ngram"] - SLACK if model == "ngram" else -LOSS
        self.likely = lru_cache(maxsize=KEPT)(self._likely)

    def _likely(self, old: str, news: Sequence[str]) -> bool:
        return any(_shipped().local(old, new) >= self._least for new in news)


@lru_cache(maxsize=1)
def _shipped() -> NgramVerifier:
    return NgramVerifier()
