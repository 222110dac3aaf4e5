"""`quality.py grammar`: errors planted in clean sentences and found again, and findings on the clean texts, beside the raw engines.

The raw engines are LanguageTool and Harper as they come, with every rule that is on by default; ours are the grammar and translation
families with either engine. A planted error is found when a finding touches it; each figure counts findings whether right or wrong.
"""

from __future__ import annotations

import collections
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import plant

from lint import rulefile
from lint.cachefolder import cache_folder
from lint.engine import Engine
from lint.formats import from_text
from lint.grammar import install, java
from lint.grammar.cache import FILE, ResultCache
from lint.grammar.harper import Harper
from lint.grammar.languagetool import LanguageTool
from lint.grammar.results import Results
from lint.model import Level, Settings

FAMILIES = ("grammar", "translation")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where something was found, in code points of the text, and how grave it is."""

    start: int
    end: int
    level: Level


Checker = Callable[[str], Iterable[Mark]]


def raw(results: Results) -> Checker:
    """An engine as it comes: every finding in every paragraph is a warning."""

    def check(text: str) -> Iterable[Mark]:
        document = from_text(text, "text.txt")
        texts = [document.flat(p) for p in document.paragraphs]
        for paragraph, findings in zip(document.paragraphs, results.of(texts), strict=True):
            yield from (Mark(paragraph.start + f.start, paragraph.start + f.end, Level.WARNING) for f in findings)

    return check


def ours(name: str, folder: str) -> Checker:
    """The shipped rules of the families with a grammar engine."""
    rules = [rule for rule in rulefile.load(folder) if rule.family in FAMILIES and not rule.preview]
    engine = Engine(rules, Settings(grammar_engine=name))  # type: ignore[arg-type]

    def check(text: str) -> Iterable[Mark]:
        return [Mark(d.span.start, d.span.end, d.level) for d in engine.check(from_text(text, "text.txt")) if d.scope != "document"]

    return check


def checkers(folder: str) -> dict[str, Checker]:
    """What is compared, by name. Stops when LanguageTool is not installed."""
    there, command = install.installed(), java.find(None)
    if there is None or command is None:
        raise SystemExit("LanguageTool is not installed: run `presscheck languagetool install`")
    import harper

    names = {name for name, on in harper.get_default_lint_config().items() if on}
    cache = os.path.join(cache_folder(), FILE)
    return {
        "raw LanguageTool": raw(Results(LanguageTool(command, there), ResultCache(cache))),
        "raw Harper": raw(Results(Harper(names), ResultCache(cache))),
        "ours, LanguageTool": ours("languagetool", folder),
        "ours, Harper": ours("harper", folder),
    }


def measure(paths: Sequence[str], folder: str, seed: int, show: bool, most: int) -> int:
    """Print recall by kind of planted error and findings per 10,000 words of the first `most` texts of a shuffle; 0."""
    texts = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            texts.append(file.read())
    sentences = [d.flat(s) for d in map(from_text, texts, paths) for s in d.sentences]
    errors = list(plant.planted(sentences, seed))
    found: dict[str, collections.Counter[str]] = {}
    compared = checkers(folder)
    for name, check in compared.items():
        found[name] = collections.Counter()
        for error in errors:
            hit = any(m.level >= Level.WARNING and m.start <= error.end and error.start <= m.end for m in check(error.text))
            found[name][error.kind] += hit
            if show and not hit and name.startswith("ours"):
                before, wrong, after = error.text[: error.start], error.text[error.start : error.end], error.text[error.end :]
                print(f"missed by {name}: {error.kind}: {before}[[{wrong}]]{after}")
    kinds = collections.Counter(error.kind for error in errors)
    print(f"{'planted errors found':24}" + "".join(f"{name:>20}" for name in compared))
    for kind, count in kinds.items():
        print(f"{kind:24}" + "".join(f"{found[name][kind]:>15} of {count}" for name in compared))
    print(f"{'all':24}" + "".join(f"{sum(found[name].values()):>14} of {len(errors)}" for name in compared))
    texts = texts[:: max(1, len(texts) // most)] if most else texts
    words = sum(len(text.split()) for text in texts)
    for name, check in compared.items():
        levels = collections.Counter(mark.level for text in texts for mark in check(text))
        shares = [f"{levels[level] * 10_000 / max(1, words):.2f} {level.label}s" for level in sorted(Level, reverse=True)]
        print(f"{name:24} on {words} clean words, per 10,000: {', '.join(shares)}")
    return 0
