"""Lines that no phrase knows, weighed by what they look like and what stands around them. Runs after all other kinds.

A text is looked at only where another rule of the family has found a line, or in those lines of which the markup says that they are part
of the page (a menu, a form, a footer): a left-over seldom comes alone, and a text in which nothing is left over has tables, lists and
verses of its own. Each line that is not prose, not found yet and not likely to be the title gets the sum of the `weights` of all that
holds of it: its length, ending, capitals, digits, function words, the share of words in `interface` (words that buttons and forms say
more often than articles), whether it stands before, between or below the prose, how many lines in a row are no prose, how many of them
are known, how far the next one is and whether it stands between this line and the text, and what the lines beside it are. The sum is a
logarithm of odds. Lines in unbroken sequence that weigh at least `note` each are one finding: a note, and of the rule's level when they
weigh `warning` on average; a line alone must weigh `alone`. `bench/train_lines.py` learns the weights; `{what}` in the message says what
was seen. Findings that are notes speak for nothing beside them. `markup` says what it adds that a line is in an element of the page
(`nav`, `footer`, `aside`, `header`, `form`, by tag or by role) or is a `link` for the most part; these are set by hand. In a whole HTML
page its own elements are in their place, so that a finding in one of them is a note.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..document import Document
from ..lazyregex import regex
from ..model import Hit, Level, Rule, Settings, Span
from . import lines

AFTER = 2
LINK = "link"
_WHOLE = regex(r"<(?:html|body)[\s>]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `weighed`."""

    weights: dict[str, float] = field(default_factory=dict)
    interface: list[str] = field(default_factory=list)
    note: float = 1.5
    warning: float = 2.0
    alone: float = 2.5
    markup: dict[str, float] = field(default_factory=dict)


def problems(options: Options) -> Iterator[tuple[str, str]]:
    """What is wrong with the options, as key and message; run once when the rule file is read."""
    if not options.weights:
        yield "weights", "expected a number for each feature; `weights_from` names a file of them"
    if options.note > options.warning:
        yield "note", f"expected at most {options.warning}, the number under `warning`"


def compile(rules: Sequence[Rule], settings: Settings) -> Callable[[Document, Iterable[Hit]], Iterator[Hit]]:
    """One check for all rules of the kind; it gets the document and the hits of all other kinds."""
    interface = {rule.id: frozenset(rule.options.interface) for rule in rules}

    def check(document: Document, hits: Iterable[Hit]) -> Iterator[Hit]:
        hits = list(hits)
        for rule in rules:
            of_family = [hit for hit in hits if hit.rule.family == rule.family and hit.rule.scope == "text"]
            if of_family or any(mark.name in rule.options.markup and mark.name != LINK for mark in document.marks):
                yield from _weighed(document, rule, of_family, interface[rule.id])

    return check


def _weighed(document: Document, rule: Rule, hits: Sequence[Hit], interface: frozenset[str]) -> Iterator[Hit]:
    from ..boilerplate.markup import marked
    from ..boilerplate.page import Page
    from ..boilerplate.runs import described, runs

    sure = [hit for hit in hits if min(hit.rule.level, hit.level or hit.rule.level) > Level.NOTE]
    found = lines.page_of(document, hits)
    known = frozenset(i for numbers in lines.lines_found(found.lines, sure).values() for i in numbers)
    evidence, elements = marked(found.lines, document.marks, rule.options.markup) if document.marks else ({}, {})
    if not known and not elements:
        return
    passed = found.filled - known if known else frozenset(i for i in range(len(found.lines)) if i not in elements or i in found.filled)
    page = Page([document.text(line) for line in found.lines], known, interface, passed, evidence, elements)
    for run in runs(page, rule.options.weights, rule.options.note, rule.options.alone):
        span = Span(found.lines[run.first].start, found.lines[run.last].end)
        whole = run.first in elements and _WHOLE.search(document.source) is not None
        level = None if run.weight >= rule.options.warning and not whole else Level.NOTE
        # Between the lines of a page stand tags and addresses, which a removal would tear apart.
        removable = rule.fix != "none" and document.is_verbatim(span)
        yield Hit(rule, span, ("",) if removable else (), level, {"what": described(page, run)})
