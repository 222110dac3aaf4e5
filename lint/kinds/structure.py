"""Checks over paragraphs and sentences that no expression can state: quotation marks, speech, repetition.

`check` names the check; `least` is the one number that some of them take: the fewest words of what is repeated, or the fewest
one-word quotations in a sentence (0: the check's own default).
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..document import Document
from ..errors import nearest
from ..model import Hit, Rule, Settings
from . import Check, one_by_one

CHECKS = {
    "quote-reopened": "lint.structure.marks:reopened",
    "quote-unclosed": "lint.structure.marks:unclosed",
    "quote-unopened": "lint.structure.marks:unopened",
    "quote-spacing": "lint.structure.marks:spacing",
    "speech-outside-quotes": "lint.structure.speech:outside",
    "attribution-twice": "lint.structure.speech:twice",
    "number-split": "lint.structure.speech:number_split",
    "chopped-quotation": "lint.structure.speech:chopped",
    "loose-space": "lint.structure.spaces:loose",
    "loop": "lint.structure.repetition:loops",
    "echo": "lint.structure.repetition:echoes",
    "repeated-sentence": "lint.structure.repetition:sentences",
    "near-repetition": "lint.structure.repetition:near",
    "other-sex": "lint.structure.gender:other_sex",
    "speaker-inside": "lint.structure.speech:speaker_inside",
    "comma-splice": "lint.structure.splice:spliced",
    "weekday-date": "lint.grammar.weekday:mismatch",
}
"""Name of a check -> `module:function`; a function takes a document and a rule and returns hits. Modules are imported on first use."""


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `structure`."""

    check: str
    least: int = 0


def problems(options: Options) -> Iterator[tuple[str, str]]:
    """What is wrong with the options, as key and message; run once when the rule file is read."""
    if options.check not in CHECKS:
        yield "check", f"there is no check '{options.check}'{nearest(options.check, CHECKS)}"
    if options.least < 0:
        yield "least", f"expected a number of at least 0; found {options.least}"


def compile(rules: Sequence[Rule], settings: Settings) -> Check:
    """One check for all structure rules."""
    every = one_by_one([(rule, _bound(rule)) for rule in rules])

    def check(document: Document) -> Iterator[Hit]:
        from ..structure import quotes

        yield from every(document)
        quotes.forget()  # a long text's paragraphs would lie about while other kinds need the room

    return check


def _bound(rule: Rule) -> Check:
    module, _, name = CHECKS[rule.options.check].partition(":")

    def check(document: Document) -> Iterable[Hit]:
        function: Callable[[Document, Rule], Iterable[Hit]] = getattr(importlib.import_module(module), name)
        return function(document, rule)

    return check
