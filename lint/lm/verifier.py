"""The verifier: whether a language model finds a sentence likelier once a hit's replacement is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from ..document import Document
    from ..model import Hit, Span

NEAR = 2.0
"""Nats by which the bounds of a sentence may raise a gain."""
REACH = 80
"""Characters on either side of a hit that are looked at before its sentence is."""


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
    for hit in hits:
        margin = hit.rule.margins.get(verifier.name)
        if margin is None:
            continue
        if verifier.name == "ngram" and not _near(document, hit, verifier, margin - NEAR):
            continue  # most are, and the sentences cost more than the words
        start, end = _sentences(document, hit.span)
        text = document.prose[start:end].replace("\n", " ")
        before, after = text[: hit.span.start - start], text[hit.span.end - start :]
        gains = sorted((-verifier.gain(text, before + new + after), i, new) for i, new in enumerate(hit.replacements))
        likelier = tuple(new for gain, _, new in gains if -gain >= margin)
        if likelier:
            yield replace(hit, replacements=likelier)


def _near(document: Document, hit: Hit, verifier: Verifier, least: float) -> bool:
    """Whether the words around a hit make a replacement gain so much, wherever sentences end."""
    prose, (at, to) = document.prose, hit.span
    start = prose.find(" ", at - REACH, at) + 1 if at > REACH else 0
    end = prose.rfind(" ", to, to + REACH) if to + REACH < len(prose) else len(prose)
    before, after = prose[start or max(0, at - REACH) : at], prose[to : max(to, end)]
    old = before + document.text(hit.span) + after
    return any(verifier.gain(old, before + new + after) >= least for new in hit.replacements)


def _sentences(document: Document, span: Span) -> tuple[int, int]:
    """Where the sentences that a span touches start and end; sentences are only looked for in its paragraphs."""
    start, end = span
    number = document.paragraph_at(span.start)
    while number is not None and number < len(document.paragraphs) and document.paragraphs[number].start < span.end:
        for sentence in document.sentences_of(document.paragraphs[number]):
            if sentence.start < span.end and sentence.end > span.start:
                start, end = min(start, sentence.start), max(end, sentence.end)
        number += 1
    return start, end
