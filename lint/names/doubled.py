"""A token said twice where a name has two: the slip of a machine that heard the surname in both, and of a hand that typed it again."""

from __future__ import annotations

from collections.abc import Iterator

from ..lazyregex import regex
from ..model import Level, Span
from . import context
from .decide import Decision
from .finding import Finding
from .fold import skeleton
from .gazetteer import Form
from .runs import Run, is_quotable
from .survey import LONGEST, Survey

SHORTEST = 6
"""Fewest letters of a doubled token that is held against names by its sound."""


GIVEN = 2e-6
"""From this share on a doubled token may be both names of one person (Ibrahim Ibrahim)."""
_SPEAKS = regex(
    r"(?:, [^.!?\n]{1,60},)? (?:said|says|told|tells|added|adds|stated|noted|stressed|announced|claimed|explained|warned)\b"
)
_PLACED = regex(r"\b(?:from|of|in|at|near|to|around)\s$")
_TITLED = "mr mrs ms dr professor president minister secretary senator general colonel ambassador spokesman spokeswoman"
_TITLES = frozenset(_TITLED.split())


def doubled(survey: Survey) -> Iterator[Finding]:
    """Tokens repeated on the spot: either a known name stands there once one is taken out, or one whose two tokens sound like it."""
    for run, i in _pairs(survey):
        yield from _typed_again(survey, run, i) or _heard_twice(survey, run, i)


def nameless(survey: Survey) -> Iterator[Finding]:
    """Doubled surnames of speakers and bearers of a title whom no gazetteer knows: the other name is lost."""
    for run, i in _pairs(survey):
        token = run.texts[i]
        facts = survey.lexicon.facts(token)[0]
        if facts.only_word or facts.given >= GIVEN or token in survey.lower_case or _typed_again(survey, run, i):
            continue
        span = run.span(i, i + 2)
        if i > 0:  # after another token, two alike may be a name of three (Lejeune Mbella Mbella)
            bears = run.texts[i - 1] in _TITLES
        else:
            speaks = _SPEAKS.match(survey.document.prose, span.end) if len(run.texts) == 2 else None
            bears = speaks is not None and not _PLACED.search(survey.document.prose[max(0, span.start - 9) : span.start])
        if bears and not _heard_twice(survey, run, i):
            yield Finding(span, "", None, Decision(Level.WARNING, "h", "one token said twice where two are needed"))


def _pairs(survey: Survey) -> Iterator[tuple[Run, int]]:
    """The places where a token is repeated; a name that has both ("Abdullah Abdullah") is right."""
    for run, covered in survey.uncovered(2):
        texts = run.texts
        for i in range(len(texts) - 1):
            pair = texts[i : i + 2]
            if covered[i] and covered[i + 1]:
                continue  # a known name has both ("Marcelo Díaz Díaz")
            if pair[0] != pair[1] or len(pair[0]) < 3 or not pair[0].isalpha() or pair in survey.lexicon.right:
                continue
            if survey.lexicon.exact(pair) is None and is_quotable(survey.document, run.span(i, i + 2)):
                yield run, i


def _typed_again(survey: Survey, run: Run, at: int) -> list[Finding]:
    texts = run.texts
    for size in range(min(LONGEST, len(texts) - 1), 1, -1):
        for first in range(max(0, at + 1 - size), min(at, len(texts) - size - 1) + 1):
            end = first + size + 1
            if first <= at and at + 2 <= end:
                form = survey.lexicon.exact((*texts[first:at], *texts[at + 1 : end]))
                if form:
                    span = Span(run.tokens[at].start, run.tokens[at + 1].end)
                    again = survey.document.text(Span(run.tokens[at].start, run.tokens[at].end))
                    return [Finding(span, again, form.known, Decision(Level.WARNING, "h", "a token of the name is said twice"))]
    return []


def _heard_twice(survey: Survey, run: Run, at: int) -> list[Finding]:
    token = run.texts[at]
    if len(token) < SHORTEST or survey.lexicon.facts(token)[0].only_word or token in survey.lower_case:
        return []
    span = run.span(at, at + 2)
    heard = skeleton(token)
    fitting: list[tuple[int, int, Form]] = []
    for form in survey.lexicon.by_surname_sound(token).forms:
        if form.parts[0] != form.parts[1] and form.known.tier < 4 and _distance(skeleton(form.parts[0]), heard) <= 1:
            fitting.append((-context.hits(survey.document, span, run.paragraph, form.known), form.known.tier, form))
    if not fitting:
        return []
    form = min(fitting, key=lambda item: (item[0], item[1], item[2].text != item[2].known.name, item[2].text))[2]
    decision = Decision(Level.WARNING, "h", "one token said twice, and both sound like the name's")
    return [Finding(span, survey.written(span, form.known.name), form.known, decision)]


def _distance(one: str, other: str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other)
