"""What a run shares among its files: rules, engines by override, what is silenced and what is known. It prints nothing."""

from __future__ import annotations

import datetime
import threading
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from .config import Config
from .document import Document
from .engine import LANGUAGE, Engine
from .errors import ConfigError, RuleError
from .files import relative
from .formats import format_of
from .model import Diagnostic, Rule
from .selection import ACROSS, CRASH, REASON, UNUSED, Choice, Names, Selected, profile, selected

if TYPE_CHECKING:
    from .changed import Changes
    from .known import Key, Known
    from .names.across import Name
    from .names.lexicon import Lexicon

Fixing = Literal["no", "write", "diff"]
PAIRED = ("tsv", "xliff", "po", "tmx")
"""Formats that hold a translation and its source."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a run is to do; it can be handed to another process. `stdin_filename` is the path that standard input is reported under.

    `source` is the path of the text that the one checked text translates. With `changes` only findings on changed lines are reported.
    """

    config: Config
    choice: Choice = field(default_factory=Choice)
    known: Known | None = None
    language: str | None = None
    date: datetime.date | None = None
    fixing: Fixing = "no"
    unsafe: bool = False
    stdin_filename: str = "<stdin>"
    across: bool = False
    source: str | None = None
    changes: Changes | None = None
    require_reason: bool = False


def all_rules(config: Config) -> list[Rule]:
    """The shipped rules, those of plugins and those of the configuration's own folders. Raises RuleError when two have one id."""
    from . import plugins, rulefile

    rules: list[Rule] = []
    seen: dict[str, Rule] = {}
    for folder in (rulefile.shipped(), *plugins.activate(), *config.rules):
        for rule in rulefile.load(folder):
            for name in (rule.id, *rule.was):
                if name in seen:
                    raise RuleError(f"{rule.path}: id: '{name}' is taken by {seen[name].path}; give the rule another name")
                seen[name] = rule
            rules.append(rule)
    return rules


class Run:
    """Rules and engines of one run in one process, for use from any number of threads. Engines are built when a file needs them."""

    def __init__(self, request: Request) -> None:
        """Load the rules and check every name that the configuration and the known file hold. Raises RuleError or ConfigError."""
        self.request = request
        config = request.config
        self.rules = all_rules(config)
        self.names = Names(self.rules)
        self.base = selected(self.rules, self.names, config, request.choice)
        for override in config.overrides:
            selected(self.rules, self.names, config, request.choice, [override])
        self.known = request.known and self._under_present_ids(request.known)
        self.budget = {self.names.current(name, f"{config.place(f'budget/{name}')}: budget"): most for name, most in config.budget}
        if CRASH in self.budget:
            raise ConfigError(f"{config.place('budget')}: budget: {CRASH} can't have one: it says that findings are missing")
        self._engines: dict[tuple[int, ...], tuple[Engine, Selected]] = {}
        self._lock = threading.Lock()

    def engine(self, path: str) -> tuple[Engine, Selected]:
        """The engine for a file, by the overrides it matches, and what was selected for it. Raises RuleError or GrammarError."""
        config = self.request.config
        key = profile(config, relative(config, path)) if config.overrides else ()
        with self._lock:
            if key not in self._engines:
                overrides = [config.overrides[i] for i in key]
                chosen = selected(self.rules, self.names, config, self.request.choice, overrides) if key else self.base
                self._engines[key] = (Engine(chosen.rules, config.settings), chosen)
            return self._engines[key]

    def close(self) -> None:
        """End what the engines hold open."""
        for engine, _ in self._engines.values():
            engine.close()

    def language(self, path: str) -> str | None:
        """The language that the command line or the configuration gives a file; a later override outweighs an earlier one."""
        config = self.request.config
        matching = profile(config, relative(config, path)) if config.overrides else ()
        given = [config.overrides[i].language for i in reversed(matching)]
        return self.request.language or next((language for language in given if language), config.language)

    def findings(self, document: Document) -> tuple[list[Diagnostic], Counter[Key]]:
        """What is found in a document, without what its comments silence and what is known; the known findings are counted."""
        engine, chosen = self.engine(document.path)
        found = []
        for diagnostic in engine.check(document):
            level = chosen.own[LANGUAGE] if diagnostic.rule == LANGUAGE else diagnostic.level
            if level is not None:
                found.append(diagnostic if level == diagnostic.level else replace(diagnostic, level=level))
        if "presscheck" in document.source:
            from .suppress import silenced

            reasons = chosen.own[REASON] if self.request.require_reason or self.request.config.require_reason else None
            ran = self.judged(document.path) - {ACROSS}  # those come when all texts are through, and no comment silences them
            found = silenced(document, found, self.names, ran, chosen.own[UNUSED], reasons, self._configured(document.path) - ran)
        if self.known is None:
            return found, Counter()
        from .known import split

        path = self.known.relative(document.path)
        return split(found, path, self.known.of(path))

    def judged(self, path: str) -> frozenset[str]:
        """The rules that ran on a file for certain: where they find nothing, what silences them is unused.

        Grammar's findings depend on the engine, so only one that was asked for by name counts; a translation is judged with its source.
        """
        request = self.request
        left_out = set() if request.config.grammar_engine in ("languagetool", "harper") else {"grammar"}
        if request.source is None and format_of(path) not in PAIRED:
            left_out.add("bilingual")
        ran = (rule.id for rule in self.engine(path)[1].rules if rule.kind not in left_out)
        return frozenset([*ran, *([ACROSS] if request.across else [])])

    def _configured(self, path: str) -> frozenset[str]:
        """The rules that the configuration has run on a file, whatever the command line selects."""
        config = self.request.config
        overrides = [config.overrides[i] for i in profile(config, relative(config, path))]
        choice = Choice(preview=self.request.choice.preview)
        return frozenset(rule.id for rule in selected(self.rules, self.names, config, choice, overrides).rules)

    def names_in(self, document: Document) -> tuple[Name, ...]:
        """The names of a document, for a look across the texts of the run; none where the configuration switches that off."""
        if not self.request.across or self.engine(document.path)[1].own[ACROSS] is None:
            return ()
        from .names.across import summary

        return summary(document, self._lexicon)

    @cached_property
    def _lexicon(self) -> Lexicon:
        from .kinds.names import lexicon

        return lexicon(self.request.config.settings)

    def _under_present_ids(self, known: Known) -> Known:
        entries = []
        for entry in known.entries:
            where = f"{known.file}:{entry.line}: rule"
            name = self.names.current(entry.rule, where)
            if name not in self.names.ids:
                raise ConfigError(f"{where}: expected the id of a rule, found the family '{name}'")
            if name == CRASH:
                raise ConfigError(f"{where}: {CRASH} can't be known: it says that findings are missing")
            entries.append(replace(entry, rule=name))
        return replace(known, entries=tuple(entries))
