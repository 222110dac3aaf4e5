"""Rule examples as tests: exact spans, exact replacements, nothing new after the fixes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from . import kinds
from .document import Document
from .engine import CRASH, Engine
from .formats import from_text
from .model import Diagnostic, Example, Rule, Settings, Span

_MARK = re.compile(r"\[\[(.*?)(?: => (.*?)| =>)?\]\](?!\])", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mark:
    """An expected finding: its span in the source and, where the example states one, its first replacement."""

    span: Span
    replacement: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """One example of one rule, ready to run; `name` is like `boilerplate/comment-form:bad0`."""

    name: str
    rule: Rule
    example: Example
    good: bool


def cases(rules: Iterable[Rule]) -> Iterator[Case]:
    """Every example of every rule."""
    for rule in rules:
        for i, example in enumerate(rule.bad):
            yield Case(f"{rule.id}:bad{i}", rule, example, False)
        for i, example in enumerate(rule.good):
            yield Case(f"{rule.id}:good{i}", rule, example, True)


def unmark(text: str) -> tuple[str, list[Mark]]:
    """A marked example as plain source and its marks. `[[found]]`, `[[found => replacement]]`, `[[found => ]]` (removed)."""
    out, marks, at = "", [], 0
    for m in _MARK.finditer(text):
        out += text[at : m.start()]
        found = m.group(1)
        replacement = m.group(2) if m.group(2) is not None else ("" if m.group().endswith(" =>]]") else None)
        marks.append(Mark(Span(len(out), len(out) + len(found)), replacement))
        out += found
        at = m.end()
    return out + text[at:], marks


def engine_for(rule: Rule, rules: Sequence[Rule], settings: Settings | None = None) -> Engine:
    """An engine with the one rule; a rule that looks at other rules' findings gets those of its family beside it."""
    alone = not getattr(kinds.load(rule.kind, rule.path), "AFTER", False)
    return Engine([rule] if alone else [r for r in rules if r.family == rule.family], settings)


def problems(case: Case, engine: Engine) -> list[str]:
    """What is wrong with an example under an engine of its rule, one line each; empty when all is as the marks say."""
    source, marks = unmark(case.example.text)
    if case.good and marks:
        return ["a good example has no [[marks]]"]
    if not case.good and not marks:
        return ["a bad example has at least one [[mark]]"]
    diagnostics = engine.check(document_of(case.example, source))
    found = [d for d in diagnostics if d.rule == case.rule.id]
    out = [d.message for d in diagnostics if d.rule == CRASH]
    expected = {mark.span: mark for mark in marks}
    for d in found:
        if d.span not in expected:
            out.append(f"found what no mark names: {d.found!r} at {d.line}:{d.column}")
    for span, mark in expected.items():
        hits = [d for d in found if d.span == span]
        if not hits:
            out.append(f"not found: {source[span.start : span.end]!r}")
            continue
        first = hits[0].replacements[0] if hits[0].replacements else None
        if mark.replacement != first and (mark.replacement is not None or case.rule.fix != "none"):
            out.append(f"replacement of {hits[0].found!r}: expected {mark.replacement!r}, got {first!r}")
        if len(hits[0].message) > 200 or "\n" in hits[0].message:
            out.append(f"the message is not one short line: {hits[0].message!r}")
    if not out and case.rule.fix != "none":
        after = applied(source, found)
        left = [d for d in engine.check(document_of(case.example, after)) if d.rule == case.rule.id]
        out += [f"after the fix there is still a finding: {d.found!r} in {after!r}" for d in left]
    return out


def document_of(example: Example, source: str) -> Document:
    """The example's document."""
    import datetime

    document = from_text(source, "example", format=example.format, language=example.language)
    if example.source is not None:
        from .bilingual.align import with_source

        document = with_source(document, from_text(example.source, "source"))
    return replace(document, date=datetime.date.fromisoformat(example.date)) if example.date else document


def applied(source: str, diagnostics: Sequence[Diagnostic]) -> str:
    """The source with the fixes of all diagnostics applied, the later ones first; an edit that overlaps one already made is left out."""
    edits = sorted({e for d in diagnostics if d.fix for e in d.fix.edits}, key=lambda e: (e.span, e.text), reverse=True)
    limit = len(source) + 1
    for edit in edits:
        if edit.span.end <= limit:
            source = source[: edit.span.start] + edit.text + source[edit.span.end :]
            limit = edit.span.start
    return source
