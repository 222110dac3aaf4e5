"""The nouns of presscheck: span, edit, fix, level, rule, hit, diagnostic. No input or output, no imports from the rest of lint."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

Safety = Literal["safe", "suggest"]
Scope = Literal["text", "document"]


class Level(enum.IntEnum):
    """How sure and how grave a finding is: note < warning < error."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word printed in reports and written in rule files."""
        return self.name.lower()


class Span(NamedTuple):
    """Half-open range [start, end) in 0-based code points."""

    start: int
    end: int

    def overlap(self, other: Span) -> int:
        """Number of code points that both spans cover; 0 when they only touch."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace source[span] by text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together. `safe` may be applied unasked, `suggest` is only offered."""

    edits: tuple[Edit, ...]
    safety: Safety


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule must find things in (marked `[[found => replacement]]`) or must leave alone (no marks).

    `source` is the text that it translates, for rules of kind `bilingual`.
    """

    text: str
    format: str = "text"
    date: str | None = None
    language: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as its file states it. `level` is the ceiling of every hit; `options` is the kind's own Options object."""

    id: str
    kind: str
    level: Level
    message: str
    why: str
    options: Any
    languages: tuple[str, ...] = ("en",)
    fix: Literal["none", "suggest", "safe"] = "none"
    scope: Scope = "text"
    sign: float = 0.0
    preview: bool = False
    verify: str = ""
    margins: Mapping[str, float] = field(default_factory=dict)
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    references: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    path: str = ""

    @property
    def family(self) -> str:
        """The folder of the rule file: the part of the id before the slash."""
        return self.id.partition("/")[0]

    def applies_to(self, language: str) -> bool:
        """Whether the rule runs on paragraphs of this language (a two-letter code)."""
        return "any" in self.languages or language in self.languages


class Place(NamedTuple):
    """Where something stands in a source: lines and columns are 1-based code points, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding refers to; the span is in the prose for a hit, in the source for a diagnostic.

    With a `path` it is in that other text, and `place` has its lines and columns.
    """

    span: Span
    message: str
    path: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """What a kind yields: a place in the prose. The engine adds path, line, level and message.

    `level` may only lower the rule's level. `args` fill the rule's message beside {found} and {replacement}.
    `score` is a number for programs that goes with a finding about the whole document. `safe` says that the knowledge behind this hit
    holds its fix for safe where the rule only suggests one.
    """

    rule: Rule
    span: Span
    replacements: tuple[str, ...] = ()
    level: Level | None = None
    args: Mapping[str, object] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    score: float | None = None
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding in the source. Lines and columns are 1-based code points, the end is exclusive; `found` is the text of the span."""

    path: str
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    level: Level
    message: str
    scope: Scope = "text"
    found: str = ""
    replacements: tuple[str, ...] = ()
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    fingerprint: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What the configuration tells the kinds: names and words known to be right, the grammar engine's choice, gazetteers."""

    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    grammar_engine: Literal["auto", "languagetool", "harper", "off"] = "auto"
    grammar_server: str | None = None
    grammar_java: str | None = None
    gazetteers: tuple[str, ...] = ()
    lm_model: str = "ngram"
