"""Forms that the gazetteers forbid: wrong names that are written again and again."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Level
from .decide import Decision
from .finding import Finding
from .runs import OPENERS, PARTICLES, is_quotable
from .survey import Survey


def forbidden(survey: Survey) -> Iterator[Finding]:
    """The forbidden forms of a text, the longest of each place; one inside a right name is part of that."""
    by_first = survey.lexicon.forbidden
    for run, covered in survey.uncovered():
        texts = run.texts
        at = 0
        while at < len(texts):
            for form in by_first.get(texts[at], ()):
                end = at + len(form.parts)
                # "Chinese Center for Disease Control": with a word before it, it is another organisation's name.
                longer = form.known.kind in ("org", "agency") and at > 0 and texts[at - 1] not in PARTICLES and texts[at - 1] not in OPENERS
                if longer or texts[at:end] != form.parts or all(covered[at:end]):
                    continue
                span = run.span(at, end)
                if is_quotable(survey.document, span):
                    places = tuple(survey.known.get(form.known, ())[:1])
                    decision = Decision(Level.ERROR, "b", "a wrong form of the name, known as such")
                    yield Finding(span, survey.written(span, form.known.name), form.known, decision, places)
                    at = end - 1
                    break
            at += 1
