"""Words of `at_least` letters in capitals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lint.document import Document
from lint.model import Hit, Rule, Settings, Span


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `shout`."""

    at_least: int = 6


def compile(rules: Sequence[Rule], settings: Settings) -> Callable[[Document], Iterator[Hit]]:
    """One check for all rules of the kind."""

    def check(document: Document) -> Iterator[Hit]:
        for word in document.words:
            for rule in rules:
                if word.text.isupper() and len(word.text) >= rule.options.at_least:
                    yield Hit(rule, Span(word.start, word.end), (word.text.capitalize(),))

    return check
