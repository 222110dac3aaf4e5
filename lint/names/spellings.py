"""One name, two spellings in a text, whoever it is: what the text itself says of both tells a slip from two people.

Kinds of evidence, each enough (`lint.names.evidence`): two names of which all other tokens agree; a surname that nobody introduced, near
one that somebody did; a token that no list has, a letter away from another.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product

from ..model import Level
from .decide import Decision
from .evidence import FIRST, one_name, others
from .finding import Finding, surest
from .glued import split
from .mentions import Mentions, Said
from .runs import OPENERS, PARTICLES, TITLES
from .survey import Survey
from .twins import open_twins, twins

MOST = 40_000
"""A file with more runs of capitals than this (about two megabytes of news) holds many texts, whose people are not the same: not judged."""


def spellings(survey: Survey) -> Iterator[Finding]:
    """The odd spellings of a text, each pair once. Only English paragraphs count: inflected names are no slips of the pen."""
    if len(survey.runs) > MOST:
        return
    facts = survey.lexicon.facts
    texts = [t for t in survey.said if t not in TITLES and t not in OPENERS and t not in PARTICLES and not facts(t)[0].only_word]
    pairs = dict.fromkeys((*twins(texts), *open_twins(texts for texts in survey.runs.texts if len(texts) > 1)))
    pairs = {pair: None for pair in pairs if survey.lower_case.isdisjoint(pair)}
    if not pairs:
        return
    wanted = frozenset(chain.from_iterable(pairs))
    together = {t.text for run in survey.runs.having(wanted) for t in run.tokens if t.text in wanted and split(survey, t)}
    said = Mentions(survey, wanted).said
    found = []
    for one, other in pairs:
        if one in said and other in said and together.isdisjoint((one, other)) and (reason := one_name(survey, said[one], said[other])):
            found.append(_finding(survey, said[one], said[other], reason))
    yield from surest(found)


def _finding(survey: Survey, a: Said, b: Said, reason: str) -> Finding:
    """The slip is the one that no gazetteer has, that the text says less often, that it did not introduce, that no list knows."""

    def rank(said: Said) -> tuple[bool, int, bool, bool]:
        known = any(survey.in_known(place.span) for place in said.places)
        return known, len(said.places), said.introduced, not survey.lexicon.is_unknown(said.text)

    odd, right = (a, b) if rank(a) < rank(b) else (b, a)
    undecided = rank(a) == rank(b)
    if undecided and odd.places[0].span < right.places[0].span:
        odd, right = right, odd
    p, q = next(((p, q) for p, q in product(odd.places[:FIRST], right.places[:FIRST]) if others(p, q)), (odd.places[0], right.places[0]))
    whole = p.at - p.end == q.at - q.end and any(x != y for x, y in others(p, q)) and p.end - p.first == q.end - q.first
    span, place = (x.run.span(x.first, x.end) if whole else x.span for x in (p, q))
    written = survey.written(span, survey.document.text(place))
    places = (place, *(x.span for x in right.places if x is not q))
    again = tuple(x.span for x in odd.places if x is not p)
    return Finding(span, "" if undecided else written, None, Decision(Level.WARNING, "j", reason), places, written, again)
