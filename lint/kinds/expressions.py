"""Fixed expressions in which article spinners exchanged words, by an index of expressions and a map of the exchanges they make.

`of: names` finds the names of institutions, offices and places in title case; `of: terms` all other expressions: a note each, and at
the rule's own level where at least `at_least` different ones are in a text. The proposed expression has the case and number of the
found one. What is itself an expression of the index is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ..datafolder import data_folder
from ..document import Document
from ..expressions.find import find
from ..expressions.index import Index
from ..model import Hit, Level, Rule, Settings
from . import Check

SHIPPED = "_data/expressions/shipped.idx"


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `expressions`."""

    of: Literal["names", "terms"]
    at_least: int = 2


def compile(rules: Sequence[Rule], settings: Settings) -> Check:
    """One check for all rules of expressions; the index is mapped when the first text is read. Raises ExpressionsError for a bad one."""

    def check(document: Document) -> Iterator[Hit]:
        findings = find(document, _opened(f"{data_folder()}/{SHIPPED}"))
        terms = len({finding.right.lower() for finding in findings if not finding.name})
        for rule in rules:
            for finding in findings:
                if finding.name == (rule.options.of == "names"):
                    level = None if finding.name or terms >= rule.options.at_least else Level.NOTE
                    yield Hit(rule, finding.span, (finding.right,), level)

    return check


@lru_cache(maxsize=4)
def _opened(path: str) -> Index:
    return Index(path)
