"""Findings of paragraphs, from the cache where they were checked before, else from the engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from ..lazyregex import regex
from .cache import ResultCache, key_of
from .finding import Finding

LONGEST = 20_000
"""Most code points that an engine gets at once; a longer paragraph is cut between sentences, else between words."""
_SENTENCE_END = regex(r"[.!?]['\"’”)]*\s+")


class Checker(Protocol):
    """An engine: `key` names its version and settings; `check` may raise GrammarError."""

    key: str

    def check(self, text: str) -> list[Finding]:
        """The findings in one paragraph."""

    def close(self) -> None:
        """End what the engine holds open."""


@dataclass(frozen=True, slots=True)
class Results:
    """An engine behind its cache."""

    checker: Checker
    cache: ResultCache

    def of(self, texts: Iterable[str]) -> list[list[Finding]]:
        """The findings of each paragraph, in order. What was checked is stored even when a later paragraph makes the engine fail."""
        pieces = [list(_pieces(text)) for text in texts]
        keys = {part: key_of(self.checker.key, part) for piece in pieces for _, part in piece}
        known = self.cache.get(keys.values())
        fresh: dict[bytes, list[Finding]] = {}
        try:
            for part, key in keys.items():
                if key not in known:
                    known[key] = fresh[key] = self.checker.check(part)
        finally:
            if fresh:
                self.cache.put(fresh)
        return [[_moved(finding, at) for at, part in piece for finding in known[keys[part]]] for piece in pieces]

    def close(self) -> None:
        """Close the engine and the cache."""
        self.checker.close()
        self.cache.close()


def _moved(finding: Finding, by: int) -> Finding:
    return replace(finding, start=finding.start + by, end=finding.end + by) if by else finding


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """A paragraph in pieces of at most LONGEST, each with its offset."""
    at = 0
    while len(text) - at > LONGEST:
        end = at + LONGEST
        cut = max((m.end() for m in _SENTENCE_END.finditer(text, at + LONGEST // 2, end)), default=0)
        cut = cut or text.rfind(" ", at + LONGEST // 2, end) + 1 or end
        yield at, text[at:cut]
        at = cut
    yield at, text[at:]
