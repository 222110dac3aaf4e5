"""Findings of a grammar engine, LanguageTool or Harper: `languagetool` and `harper` list the engine's rules that belong to this one.

A name may hold `*`; `category:NAME` means all of an engine's category; `but` takes names out again. A finding that several rules
name goes to the one that names it most exactly; one that no rule names is silent.
`quotations: skip` (the default) leaves alone what stands inside quotation marks; `capitals: skip` what holds a capitalised word
(`note`: says as a note what holds nothing else, as a name does).
`leave` lists found texts, in lower case, that are right whatever the engine says.
`words: lower-case` is for spellers: only words in lower case, without digits or hyphens, that the text has once and whose
suggestion differs by one or two letters, neither British nor foreign; what Harper's speller says is a note, as half of it is wrong.
What is doubled as it should be ("told you you were") is left alone.
The message may use `{explanation}`, what the engine says, and `{remedy}`, its first suggestion as a question or nothing.
"""

from __future__ import annotations

import fnmatch
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from ..document import Document
from ..grammar.doublings import is_meant
from ..grammar.engines import Choice, choose
from ..grammar.finding import Finding
from ..grammar.spelling import is_foreign, is_slip
from ..grammar.suggestions import ordered
from ..grammar.wording import explanation, remedy
from ..model import Hit, Level, Rule, Settings, Span
from ..structure.quotes import read

LANGUAGE = "en"
"""The language that both engines are asked about."""
_CATEGORY = "category:"
Names = Literal["languagetool", "harper"]


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `grammar`."""

    languagetool: list[str] = field(default_factory=list)
    harper: list[str] = field(default_factory=list)
    but: list[str] = field(default_factory=list)
    quotations: Literal["skip", "check"] = "skip"
    capitals: Literal["skip", "note", "check"] = "check"
    words: Literal["any", "lower-case"] = "any"
    leave: list[str] = field(default_factory=list)


def problems(options: Options) -> Iterator[tuple[str, str]]:
    """What is wrong with the options, as key and message; run once when the rule file is read."""
    if not options.languagetool and not options.harper:
        yield "languagetool", "expected names of the engines' rules under `languagetool` or `harper`"
    for name in options.harper:
        if "*" in name or name.startswith(_CATEGORY):
            yield "harper", f"expected the name of one rule of Harper; found '{name}'"


class GrammarCheck:
    """The check of all grammar rules; `notes` say which engine ran, `close` ends its server."""

    def __init__(self, rules: Sequence[Rule], settings: Settings) -> None:
        self._rules = tuple(rules)
        self._right = frozenset(settings.words) | frozenset(word for name in settings.names for word in name.split())
        self._choice: Choice = choose(settings, {name for rule in rules for name in rule.options.harper})
        self._owners: dict[tuple[str, str, str], Rule | None] = {}
        self._lock = threading.Lock()

    @property
    def notes(self) -> list[str]:
        """Which engine ran, and what was wrong with the cache."""
        cache = self._choice.results.cache.notes if self._choice.results else []
        return [self._choice.note, *cache]

    def close(self) -> None:
        """End the engine."""
        if self._choice.results is not None:
            self._choice.results.close()

    def __call__(self, document: Document) -> Iterator[Hit]:
        """The hits in one document. Raises GrammarError when the engine fails."""
        if self._choice.results is None:
            return
        spans = [p for p, language in zip(document.paragraphs, document.languages, strict=True) if language == LANGUAGE]
        texts = [document.flat(span) for span in spans]
        for span, text, findings in zip(spans, texts, self._choice.results.of(texts), strict=True):
            for finding in findings:
                rule = self._owner(finding)
                finding = replace(finding, replacements=ordered(text[finding.start : finding.end], finding.replacements))
                if rule is not None and self._speaks(rule.options, finding, text, document):
                    args = {"explanation": explanation(finding), "remedy": remedy(finding)}
                    at = Span(span.start + finding.start, span.start + finding.end)
                    level = Level.NOTE if _is_unsure(rule.options, finding, text) else None
                    yield Hit(rule, at, finding.replacements, level=level, args=args)

    def _owner(self, finding: Finding) -> Rule | None:
        key = (finding.engine, finding.rule, finding.category)
        with self._lock:
            if key not in self._owners:
                ranked = [(rank, rule) for rule in self._rules if (rank := _rank(rule.options, finding)) is not None]
                self._owners[key] = min(ranked, key=lambda pair: (pair[0], pair[1].id))[1] if ranked else None
            return self._owners[key]

    def _speaks(self, options: Options, finding: Finding, text: str, document: Document) -> bool:
        found = text[finding.start : finding.end]
        if (
            not found.strip()
            or found in finding.replacements
            or found.lower() in options.leave
            or not self._right.isdisjoint(found.split())
            or is_meant(text, finding.start, finding.end)
        ):
            return False
        if options.capitals == "skip" and _has_capital(found):
            return False
        if options.words == "lower-case" and (
            not is_slip(found, finding.replacements, document) or is_foreign(text, finding.start, finding.end)
        ):
            return False
        return options.quotations == "check" or not any(q.start < finding.end and finding.start < q.end for q in read(text).quotations)


def compile(rules: Sequence[Rule], settings: Settings) -> GrammarCheck:
    """One check for all grammar rules. Raises GrammarError when the engine that was asked for can't run."""
    return GrammarCheck(rules, settings)


def _is_unsure(options: Options, finding: Finding, text: str) -> bool:
    """Whether a finding is a note whatever its rule's level: a name by `capitals: note`, and what Harper's speller says."""
    if options.capitals == "note" and all(word[:1].isupper() for word in text[finding.start : finding.end].split()):
        return True
    return finding.engine == "harper" and options.words == "lower-case"


def _has_capital(text: str) -> bool:
    return any(character.isupper() for character in text)


def _rank(options: Options, finding: Finding) -> int | None:
    """How exactly a rule names a finding (0: by its name, 1: with a `*`, 2: by its category); None when it does not."""
    names: list[str] = options.languagetool if finding.engine == "languagetool" else options.harper
    if finding.rule in names:
        return 0
    if any(fnmatch.fnmatchcase(finding.rule, name) for name in options.but):
        return None
    if any("*" in name and fnmatch.fnmatchcase(finding.rule, name) for name in names):
        return 1
    return 2 if _CATEGORY + finding.category in names else None
