"""One token that stands alone and is unknown as a name or word, beside a prominent surname, place or organisation."""

from __future__ import annotations

from collections.abc import Iterator

from ..lazyregex import regex
from ..model import Level, Span
from . import context
from .decide import Decision
from .finding import Finding
from .gazetteer import Form
from .near import demonym, inflected, near
from .runs import OPENERS, PARTICLES, TITLES, Run, is_quotable
from .survey import Survey

SHORTEST = 5
"""Fewest letters of such a token; without any context a place needs two more."""
_PARTS = regex(r"[^\W_]+(?:['’][^\W_]+)*")


def singles(survey: Survey) -> Iterator[Finding]:
    """The tokens of a text that are one edit or transposition from a prominent name of one token."""
    for run, covered in survey.uncovered():
        for i, token in enumerate(run.tokens):
            if covered[i] or len(token.text) < SHORTEST or not token.text.isalpha() or not survey.lexicon.is_unknown(token.text):
                continue
            # Beside another token that may be a name, it is part of somebody else's name.
            if all(j == i or _is_no_name(survey, other) for j, other in enumerate(run.texts)):
                yield from _at(survey, run, i)


def _is_no_name(survey: Survey, token: str) -> bool:
    return token in TITLES or token in OPENERS or token in PARTICLES or survey.lexicon.facts(token)[0].only_word


def _at(survey: Survey, run: Run, at: int) -> Iterator[Finding]:
    token = run.tokens[at]
    span = Span(token.start, token.end)
    found = token.text
    best: tuple[int, Finding] | None = None
    for form in survey.lexicon.single(found):
        right = form.parts[-1]
        nearness = near(found, right)
        if nearness is None or nearness.distance != 1 or found[0] != right[0] or inflected(found, right, True):
            continue
        if form.known.kind == "place" and demonym(found, right):
            continue
        weight = _weight(survey, run, span, form)
        if weight and (best is None or weight > best[0]):
            places = tuple(survey.known.get(form.known, ())[:1])
            decision = Decision(Level.WARNING, "l", "unknown as a name, beside one that is in the news")
            text = survey.written(span, _PARTS.findall(form.text)[-1])
            best = weight, Finding(span, text, form.known, decision, places)
    if best is None or found in survey.lower_case or not is_quotable(survey.document, span):
        return
    known = best[1].known
    if known is None or known.kind != "person" or not context.ordinary(survey.document, span):
        yield best[1]


def _weight(survey: Survey, run: Run, span: Span, form: Form) -> int:
    """How much speaks for the entity; 0 when it is too little. A text that has the full name speaks loudest."""
    if survey.beside(span, form.known):
        return 0
    hits = context.hits(survey.document, span, run.paragraph, form.known)
    if form.known in survey.known:
        return 100 + hits
    if form.known.kind == "person":
        return hits if hits >= 2 or (hits and form.known.tier == 1 and len(form.parts[-1]) > SHORTEST) else 0
    return 1 + hits if hits or len(form.parts[-1]) > SHORTEST + 1 else 0
