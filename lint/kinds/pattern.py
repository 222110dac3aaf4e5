"""RE2 regular expressions, run on each paragraph with its line ends read as spaces; one Set over all rules.

`patterns` are searched for; a group named `found` is the span, else the whole match; other named groups fill the message.
`unless` drops a match that one of its expressions overlaps. `replace` is the replacement, with `{group}` for named groups.
`word` wants Unicode word borders at the span's ends. `case` is `exact` or `ignore`. `place` keeps to the text's first or last paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from ..document import Document
from ..lazyregex import regex
from ..model import Hit, Rule, Settings, Span
from . import Check
from .patternset import PatternSet, loose_form, matches_empty, refusal

_ASCII_CLASS = regex(r"(?<!\\)(?:\\\\)*\\[bBwWdDsS]")


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `pattern`."""

    patterns: list[str]
    unless: list[str] = field(default_factory=list)
    replace: str | None = None
    word: bool = True
    case: Literal["exact", "ignore"] = "exact"
    place: Literal["anywhere", "head", "tail"] = "anywhere"
    _prepared: list[list[str]] | None = field(default=None, compare=False, repr=False)


def problems(options: Options) -> Iterator[tuple[str, str]]:
    """What is wrong with the options, as key and message; run once when the rule file is read."""
    for key, patterns in (("patterns", options.patterns), ("unless", options.unless)):
        for pattern in patterns:
            expression = _expression(pattern, options.case)
            if reason := refusal(expression):
                yield key, f"RE2 refuses {pattern!r}: {reason}"
                continue
            if matches_empty(expression):
                yield key, f"{pattern!r} matches the empty text"
            if m := re.search(rf"[^\x00-\x7f]\)?{_ASCII_CLASS.pattern}|{_ASCII_CLASS.pattern}\(?[^\x00-\x7f]", pattern):
                yield key, f"{m.group()!r} in {pattern!r}: RE2's \\b \\w \\d \\s know ASCII only; use \\pL, \\pN and `word:`"
    if not options.patterns:
        yield "patterns", "expected at least one expression"


def prepare(options: Options) -> Options:
    """The options with each expression and its loose form worked out; the cache of rules keeps them, since a start has no time to."""
    expressions = [_expression(pattern, options.case) for pattern in options.patterns]
    return replace(options, _prepared=[[expression, loose_form(expression)] for expression in expressions])


def compile(rules: Sequence[Rule], settings: Settings) -> Check:
    """One check for all pattern rules."""
    owners: list[tuple[Rule, Options]] = []
    expressions: list[list[str]] = []
    for rule in rules:
        options: Options = rule.options
        prepared = options._prepared or prepare(options)._prepared or []
        owners += [(rule, options)] * len(prepared)
        expressions += prepared
    patterns = PatternSet([exact for exact, _ in expressions], [loose for _, loose in expressions])
    unless = {
        rule.id: PatternSet([_expression(p, rule.options.case) for p in rule.options.unless]) for rule in rules if rule.options.unless
    }

    def check(document: Document) -> Iterator[Hit]:
        last = len(document.paragraphs) - 1
        for number, paragraph in enumerate(document.paragraphs):
            text = document.flat(paragraph)
            taken: dict[str, list[Span]] = {}
            dropped: dict[str, list[Span]] = {}
            for match in patterns.search(text):
                rule, options = owners[match.index]
                if (options.place == "head" and number) or (options.place == "tail" and number != last):
                    continue
                if match.found.start == match.found.end or (options.word and not has_word_borders(text, match.found)):
                    continue
                if rule.id in unless:
                    if rule.id not in dropped:
                        dropped[rule.id] = [m.span for m in unless[rule.id].search(text)]
                    if any(span.overlap(match.span) for span in dropped[rule.id]):
                        continue
                if any(span.overlap(match.found) for span in taken.setdefault(rule.id, [])):
                    continue
                taken[rule.id].append(match.found)
                replacements = () if options.replace is None else (options.replace.format(**match.groups),)
                span = Span(paragraph.start + match.found.start, paragraph.start + match.found.end)
                yield Hit(rule, span, replacements, args=match.groups)

    return check


def has_word_borders(text: str, span: Span) -> bool:
    """Whether no letter or digit touches an end of the span that is itself a letter or digit (Unicode)."""
    start, end = span
    if start and text[start].isalnum() and text[start - 1].isalnum():
        return False
    return not (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())


def _expression(pattern: str, case: str) -> str:
    return f"(?i:{pattern})" if case == "ignore" else pattern
