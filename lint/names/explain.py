"""What the gazetteers hold about a file or a name, and why a name would be found or stays silent."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..document import Document, Segment
from ..model import Span
from .case import Case
from .decide import Decision, silenced
from .doubled import doubled
from .dropped import dropped
from .finding import Finding, surest
from .fold import tokens
from .forbidden import forbidden
from .gazetteer import Form, Gazetteer
from .glued import glued
from .layout import GazetteerError
from .lexicon import Lexicon
from .misses import _case, _rank, misses
from .near import near
from .offices import offices
from .phrases import phrases
from .singles import singles
from .sounds import sounds
from .source import is_table
from .survey import LONGEST_OPEN, Survey

THIN = "too little speaks for a slip, and it may be another name"
"""Why a near miss that nothing silences is silent all the same."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A name as the gazetteers see it.

    `exact` is the form that it is; `right` and `decision` say what it is found as; else `nearest` is the known form that comes near it
    and `silence` the reason why a check says nothing.
    """

    exact: Form | None = None
    right: str | None = None
    decision: Decision | None = None
    nearest: Form | None = None
    silence: str = ""


def describe(path: str, *, verify: bool = False) -> dict[str, object]:
    """Path, size in bytes and meta data of an index; `verify` holds every part of it against its checksum. Raises GazetteerError."""
    if is_table(path):
        raise GazetteerError(f"{path}: this is a table; name an index that was built from it")
    with Gazetteer.open(path, whole=verify) as gazetteer:
        return {"file": path, "size": os.stat(path).st_size, **gazetteer.meta}


def explain(name: str, context: str, gazetteers: Sequence[Gazetteer], right: Iterable[str] = ()) -> Explanation:
    """What gazetteers say of a name that stands in a sentence after the words of `context`; `right` are names that the user vouches for."""
    vouched = frozenset(map(tokens, right))
    lexicon = Lexicon(gazetteers, vouched)
    text = f"{context} {name}".strip()
    document = Document("name", text, text, (Segment(0, len(text), 0, len(text)),))
    survey = Survey(document, lexicon)
    place = Span(len(text) - len(name), len(text))
    checks = (forbidden, misses, singles, sounds, phrases, dropped, glued, doubled, offices)
    found: list[Finding] = [f for check in checks for f in check(survey) if f.span.overlap(place)]
    parts = tokens(name)
    if parts in vouched:
        return Explanation(lexicon.exact(parts), silence="the configuration has it among its right names and words")
    if found:
        best = surest(found)[-1]
        return Explanation(lexicon.exact(parts), best.right, best.decision)
    exact = lexicon.exact(parts)
    if exact:
        return Explanation(exact, silence="it is a right name")
    for nearest, reason in (*_near_misses(survey, place), *_near_singles(survey, place)):
        return Explanation(nearest=nearest, silence=reason)
    return Explanation(silence="no known name comes near it")


def _near_misses(survey: Survey, place: Span) -> Iterator[tuple[Form, str]]:
    """The known forms that share all tokens but one with the name, and why they are no finding; the nearest one first."""
    cases: list[tuple[object, Form, Case]] = []
    for run in survey.runs:
        for size in range(2, min(LONGEST_OPEN, len(run.texts)) + 1):
            for first in range(len(run.texts) - size + 1):
                if not run.span(first, first + size).overlap(place):
                    continue
                parts = run.texts[first : first + size]
                for at in range(size):
                    bucket = survey.lexicon.slot(parts, at)
                    for form in bucket.forms:
                        nearness = near(parts[at], form.parts[at])
                        if nearness:
                            case = _case(survey, run, first, parts, at, bucket, nearness, form, False, form.parts in survey.forms)
                            cases.append((_rank((nearness, form)), form, case))
    for _, form, case in sorted(cases, key=lambda item: str(item[0])):
        yield form, silenced(case) or THIN


def _near_singles(survey: Survey, place: Span) -> Iterator[tuple[Form, str]]:
    for run in survey.runs:
        for token, text in zip(run.tokens, run.texts, strict=True):
            if not Span(token.start, token.end).overlap(place):
                continue
            facts, inside = survey.lexicon.facts(text)
            for form in survey.lexicon.single(text):
                if form.parts[-1] == text:
                    continue  # the surname itself
                if facts.is_word:
                    yield form, "a word of the language"
                else:
                    yield form, "a name of its own" if facts.is_name or inside else THIN
