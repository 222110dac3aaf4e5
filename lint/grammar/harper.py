"""Harper, in this process through harper-py, for English where LanguageTool is not installed."""

from __future__ import annotations

import os
import threading
from collections.abc import Collection
from typing import TYPE_CHECKING

from ..lazyregex import regex
from .finding import MOST_REPLACEMENTS, Finding

if TYPE_CHECKING:
    import harper

_ARTICLE = "AnA"
_NO_ARTICLE = regex(r" (?:\w*[A-Z]\w*[A-Z]|[A-Z]\b|[Uu]nan)|$|[^ ]")
"""What follows where Harper's rule for a and an is wrong: acronyms, letters, `unanimous`, anything but a space."""


class Harper:
    """Harper's linter, built with the first text that is checked (about a CPU-second); safe from several threads, one at a time.

    `rules` are the names of the rules that run; all others are switched off, as each costs time.
    """

    def __init__(self, rules: Collection[str]) -> None:
        self._rules = frozenset(rules)
        self.key = f"harper {_build()} {' '.join(sorted(self._rules))}"
        self._linter: harper.Linter | None = None
        self._lock = threading.Lock()

    def check(self, text: str) -> list[Finding]:
        """What the engine finds in one paragraph; harper-py counts in code points as we do."""
        with self._lock:
            linter = self._linter or self._make()
            by_rule = linter.organized_lints(text, language="plaintext")
        findings = []
        for rule, lints in by_rule.items():
            for lint in lints:
                span = lint.span
                if rule == _ARTICLE and not _is_article(text, span.start, span.end):
                    continue
                replacements = tuple(_replacement(text, span, s) for s in lint.suggestions[:MOST_REPLACEMENTS])
                findings.append(Finding(span.start, span.end, "harper", rule, lint.lint_kind, lint.message, replacements))
        return sorted(findings, key=lambda f: (f.start, f.end, f.rule))

    def close(self) -> None:
        """Let go of the linter."""
        self._linter = None

    def _make(self) -> harper.Linter:
        import harper

        linter = harper.Linter(harper.Dialect.AMERICAN)
        linter.set_lint_config({name: name in self._rules for name in harper.get_default_lint_config()})
        self._linter = linter
        return linter


def rule_names() -> frozenset[str]:
    """The names of all of Harper's rules."""
    import harper

    return frozenset(harper.get_default_lint_config())


def _is_article(text: str, start: int, end: int) -> bool:
    """Whether an `a` or `an` stands alone as a word before another whose sound Harper knows."""
    return (start == 0 or text[start - 1] in " \"'“‘(—–") and _NO_ARTICLE.match(text, end) is None


def _replacement(text: str, span: harper.Span, suggestion: harper.Suggestion) -> str:
    """What the found text becomes."""
    import harper

    if suggestion.kind == harper.SuggestionKind.INSERT_AFTER:
        return text[span.start : span.end] + suggestion.replacement_text
    return suggestion.replacement_text


def _build() -> str:
    """What tells one build of harper-py from another without importing it: size and time of its library."""
    from importlib.util import find_spec

    spec = find_spec("harper")
    folder = os.path.dirname(spec.origin) if spec and spec.origin else ""
    names = sorted(name for name in os.listdir(folder) if name.startswith("_harper")) if folder else []
    stamps = [os.stat(os.path.join(folder, name)) for name in names]
    return ",".join(f"{stamp.st_size}:{stamp.st_mtime_ns}" for stamp in stamps)
