"""The verifier: whether a language model finds a sentence likelier once a hit's replacement is in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from ..document import Document
    from ..model import Hit, Span


class Verifier(Protocol):
    """A language model; `name` is the key of its margins in a rule file: `ngram` or `neural`."""

    name: str

    def gain(self, original: str, edited: str) -> float:
        """By how many nats the edited sentence is likelier than the original one."""


def opened(model: str) -> Verifier:
    """The verifier for `ngram`, `neural` or the path of a GGUF file. Raises ModelError when it can't be used."""
    if model == "ngram":
        from .ngram import NgramVerifier

        return NgramVerifier()
    from .neural import NeuralVerifier

    return NeuralVerifier(None if model == "neural" else model)


def confirmed(document: Document, hits: Iterable[Hit], verifier: Verifier) -> Iterator[Hit]:
    """The hits with a replacement that gains at least the rule's margin, the best replacement first.

    A hit across the end of a sentence is judged in both sentences together. A rule without a margin for the model is silent.
    """
    sentences: Sequence[Span] = document.sentences
    starts = [sentence.start for sentence in sentences]
    for hit in hits:
        margin = hit.rule.margins.get(verifier.name)
        first = max(0, bisect_right(starts, hit.span.start) - 1)
        if margin is None or first >= len(sentences):
            continue
        start = min(sentences[first].start, hit.span.start)
        end = max(sentences[first].end, hit.span.end)
        for sentence in sentences[first + 1 :]:
            if sentence.start >= hit.span.end:
                break
            end = max(end, sentence.end)
        text = document.prose[start:end].replace("\n", " ")
        before, after = text[: hit.span.start - start], text[hit.span.end - start :]
        gains = sorted((-verifier.gain(text, before + new + after), i, new) for i, new in enumerate(hit.replacements))
        likelier = tuple(new for gain, _, new in gains if -gain >= margin)
        if likelier:
            yield replace(hit, replacements=likelier)
