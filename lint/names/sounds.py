"""Names that only the ear knows: several tokens spelt otherwise than the gazetteer has them, and all sounding the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Level
from . import context
from .case import PROMINENT, SMALL
from .decide import Decision
from .finding import Finding
from .gazetteer import Form
from .near import gender_pair
from .runs import PARTICLES, TITLES, Run, is_quotable
from .survey import Survey


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
