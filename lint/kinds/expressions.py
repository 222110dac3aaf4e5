"""Fixed expressions in which article spinners exchanged words, by an index of expressions and a map of the exchanges they make.

`of: names` finds the names of institutions, offices and places in title case; `of: terms` all other expressions: a note each, and at
the rule's own level where a different one stands within `within` characters. The proposed expression has the case and number of the
found one. What is itself an expression of the index is left alone, and so is what the n-gram model knows as English.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from ..datafolder import data_folder
from ..document import Document
from ..model import Hit, Level, Rule, Settings
from . import Check

if TYPE_CHECKING:
    from ..expressions.find import Finding
    from ..expressions.index import Index
    from ..lm.ngram import NgramVerifier

SHIPPED = "_data/expressions/shipped.idx"


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `expressions`."""

    of: Literal["names", "terms"]
    within: int = 6000


def compile(rules: Sequence[Rule], settings: Settings) -> Check:
    """One check for all rules of expressions; the index is mapped when the first text is read. Raises ExpressionsError for a bad one."""

    def check(document: Document) -> Iterator[Hit]:
        from ..expressions.find import find

        found = find(document, _opened(f"{data_folder()}/{SHIPPED}"))
        findings = [f for f in found if not is_english(document.text(f.span), f.right)] if found else []
        terms = [finding for finding in findings if not finding.name]
        for rule in rules:
            for finding in findings:
                if finding.name == (rule.options.of == "names"):
                    alone = not finding.name and not _has_company(finding, terms, rule.options.within)
                    yield Hit(rule, finding.span, (finding.right,), Level.NOTE if alone else None)

    return check


def _has_company(finding: Finding, terms: Sequence[Finding], within: int) -> bool:
    """Whether another expression was exchanged at most so many characters away."""
    return any(other.right.lower() != finding.right.lower() and abs(other.span.start - finding.span.start) <= within for other in terms)


def is_english(found: str, right: str) -> bool:
    """Whether the n-gram model holds every pair of neighbours that the found text has and the right one doesn't."""
    from ..lm.tokens import tokens

    model = _model()
    before, after = ([word for word, _ in tokens(text.replace("-", " "))] for text in (found, right))
    pairs = set(pairwise(before)) - set(pairwise(after))
    return bool(pairs) and all(model.holds(first, second) for first, second in pairs)


@lru_cache(maxsize=1)
def _model() -> NgramVerifier:
    from ..lm.ngram import NgramVerifier

    return NgramVerifier()


@lru_cache(maxsize=4)
def _opened(path: str) -> Index:
    from ..expressions.index import Index

    return Index(path)
