"""The check of all grammar rules: asks the engine about the English paragraphs and gives each finding to the rule that names it."""

from __future__ import annotations

import fnmatch
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..document import Document
from ..model import Hit, Level, Rule, Settings, Span
from ..structure.quotes import read
from .doublings import is_meant
from .engines import Choice, choose
from .finding import Finding
from .options import CATEGORY, Options
from .spelling import is_foreign, is_slip
from .suggestions import ordered
from .wording import explanation, remedy

LANGUAGE = "en"
"""The language that both engines are asked about."""


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
    return 2 if CATEGORY + finding.category in names else None
