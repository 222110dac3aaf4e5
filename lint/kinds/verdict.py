"""The document's verdict: when findings of `at_least` different rules of the family that carry a `sign` are in a text, one finding says so.

The signs count once each, however often they occur; their weights are added and compared with `at_least`.
In a text of more than `words` words each further `words` ask for one more sign, since slips gather in long texts.
The finding stands at the text's first line and names the places of the first sign of each kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..document import Document
from ..model import Hit, Related, Rule, Settings, Span

AFTER = True


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `verdict`."""

    at_least: float = 2
    words: int = 2_500


def compile(rules: Sequence[Rule], settings: Settings) -> Callable[[Document, Iterable[Hit]], Iterator[Hit]]:
    """One check for all verdict rules; it gets the hits that are left after overlaps are resolved."""

    def check(document: Document, hits: Iterable[Hit]) -> Iterator[Hit]:
        hits = sorted(hits, key=lambda hit: hit.span)
        for rule in rules:
            signs: dict[str, Hit] = {}
            for hit in hits:
                if hit.rule.sign and hit.rule.family == rule.family:
                    signs.setdefault(hit.rule.id, hit)
            score = sum(hit.rule.sign for hit in signs.values())
            if score < rule.options.at_least:
                continue  # before the words are counted
            if score < rule.options.at_least + _length(document) // rule.options.words:
                continue
            lines = sorted({document.position(document.to_source(hit.span).start)[0] for hit in signs.values()})
            related = tuple(Related(hit.span, hit.rule.id) for hit in signs.values())
            args = {"signs": len(signs), "lines": _listed(lines)}
            yield Hit(rule, head(document), args=args, related=related, score=round(score, 2))

    return check


def head(document: Document) -> Span:
    """The first line of the prose that is not blank, without surrounding space."""
    for line in document.lines:
        text = document.text(line)
        if text.strip():
            start = line.start + len(text) - len(text.lstrip())
            return Span(start, start + len(text.strip()))
    return Span(0, 0)


def _listed(lines: Sequence[int]) -> str:
    shown = ", ".join(map(str, lines[:6])) + (" …" if len(lines) > 6 else "")
    return f"line {shown}" if len(lines) == 1 else f"lines {shown}"


def _length(document: Document) -> int:
    """About how many words the prose has: its blanks and line ends, counted without taking it apart."""
    return document.prose.count(" ") + document.prose.count("\n") + 1
