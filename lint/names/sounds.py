"""Names of which no token stands as it should: all sounding the same, or both given name and surname with a slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Level
from . import context
from .case import ODD, PROMINENT, SMALL
from .decide import Decision
from .finding import Finding
from .gazetteer import Form
from .near import gender_pair, near
from .runs import PARTICLES, TITLES, Run, is_quotable
from .survey import Survey

SURNAME = 6
"""Fewest letters of a surname that is told by its letters when the given name has a slip too."""


def sounds(survey: Survey) -> Iterator[Finding]:
    """Runs of two to four tokens, at least two of them spelt otherwise, that sound like the name of somebody prominent."""
    facts = survey.lexicon.facts
    for run, covered in survey.uncovered(2):
        if covered.count(False) < 2:
            continue
        texts = run.texts
        told = [not c and t.isalpha() and t not in TITLES and not facts(t)[0].only_word for t, c in zip(texts, covered, strict=True)]
        if told.count(True) < 2:
            continue
        for size in (4, 3, 2):
            for i in range(len(texts) - size + 1):
                inner = (told[j] or texts[j] in PARTICLES for j in range(i + 1, i + size - 1))
                if told[i] and told[i + size - 1] and texts[i] not in PARTICLES and all(inner):
                    yield from _at(survey, run, i, texts[i : i + size])
                    if size == 2:
                        yield from _twice(survey, run, i)


def _at(survey: Survey, run: Run, first: int, parts: Sequence[str]) -> Iterator[Finding]:
    share = 1.0
    for part in parts:
        share *= survey.lexicon.facts(part)[0].share if part not in PARTICLES else 1
    if share > SMALL:
        return
    span = run.span(first, first + len(parts))
    chosen: tuple[int, Form] | None = None
    for form in survey.lexicon.alike(tuple(parts)).forms:
        differ = [(a, b) for a, b in zip(parts, form.parts, strict=True) if a != b]
        if form.known.tier > PROMINENT or len(differ) < 2 or any(a[0] != b[0] or gender_pair(a, b) for a, b in differ):
            continue
        hits = context.hits(survey.document, span, run.paragraph, form.known)
        if not survey.beside(span, form.known) and (chosen is None or hits > chosen[0]):
            chosen = hits, form
    if chosen is None or not is_quotable(survey.document, span) or any(part in survey.lower_case for part in parts):
        return
    level = Level.WARNING if chosen[0] else Level.NOTE
    reason = "sounds like a known name" + (" that fits the context" if chosen[0] else "")
    places = tuple(survey.known.get(chosen[1].known, ())[:1])
    yield Finding(span, survey.written(span, chosen[1].known.name), chosen[1].known, Decision(level, "k", reason), places)


def _twice(survey: Survey, run: Run, first: int) -> Iterator[Finding]:
    """Given name and surname of somebody prominent, both with a slip: the surname is on no list, a letter or a swap from it."""
    given, surname = run.texts[first : first + 2]
    if len(surname) < SURNAME or not survey.lexicon.is_unknown(surname):
        return
    span = run.span(first, first + 2)
    chosen: tuple[int, Form] | None = None
    for form in survey.lexicon.single(surname):
        if form.known.kind != "person" or len(form.parts) != 2 or given == form.parts[0]:
            continue
        near_given, near_surname = near(given, form.parts[0]), near(surname, form.parts[1])
        alike = given[0] == form.parts[0][0] and surname[0] == form.parts[1][0] and not gender_pair(given, form.parts[0])
        if not (alike and near_given and near_surname) or near_surname.distance != 1:
            continue
        if near_given.same_sound and near_surname.same_sound:
            continue  # that is told by the sound
        hits = context.hits(survey.document, span, run.paragraph, form.known)
        slight = near_given.same_sound or (near_given.distance == 1 and (hits or survey.lexicon.is_unknown(given)))
        if slight and not survey.beside(span, form.known) and (chosen is None or hits > chosen[0]):
            chosen = hits, form
    if chosen is None or not is_quotable(survey.document, span) or not survey.lower_case.isdisjoint((given, surname)):
        return
    strange = survey.lexicon.strangeness(surname, chosen[1].parts[1])
    level = Level.WARNING if chosen[0] or strange <= ODD else Level.NOTE
    places = tuple(survey.known.get(chosen[1].known, ())[:1])
    decision = Decision(level, "k", "both names a letter away from a known name's")
    yield Finding(span, survey.written(span, chosen[1].known.name), chosen[1].known, decision, places)
