"""Forms that the gazetteers forbid: wrong names that are written again and again."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Level
from .decide import Decision
from .finding import Finding
from .fold import tokens
from .gazetteer import Form
from .runs import OPENERS, PARTICLES, TITLES, Run, is_quotable
from .shape import in_shape
from .survey import Survey


def forbidden(survey: Survey) -> Iterator[Finding]:
    """The forbidden forms of a text, the longest of each place; one inside a right name is part of that."""
    by_first = survey.lexicon.forbidden
    for run, covered in survey.uncovered_with(by_first.keys() & survey.said.keys()):
        texts = run.texts
        at = 0
        while at < len(texts):
            for form in by_first.get(texts[at], ()):
                end = at + len(form.parts)
                # "Chinese Center for Disease Control": with a word before it, it is another organisation's name.
                longer = form.known.kind in ("org", "agency") and at > 0 and texts[at - 1] not in PARTICLES and texts[at - 1] not in OPENERS
                if longer or texts[at:end] != form.parts or all(covered[at:end]) or _of_another(survey, run, at, form):
                    continue
                span = run.span(at, end)
                if is_quotable(survey.document, span):
                    places = tuple(survey.known.get(form.known, ())[:1])
                    decision = Decision(Level.ERROR, "b", "a wrong form of the name, known as such")
                    yield Finding(span, survey.written(span, in_shape(form)), form.known, decision, places, safe=form.safe)
                    at = end - 1
                    break
            at += 1


def _of_another(survey: Survey, run: Run, at: int, form: Form) -> bool:
    """Whether a surname that is forbidden alone stands beside a name that its bearer hasn't: "Olena Zelensky" is somebody else."""
    if form.known.kind != "person" or len(form.parts) > 1:
        return False
    own = {*tokens(form.known.name), *form.parts}
    for i in (at - 1, at + 1):
        other = run.texts[i] if 0 <= i < len(run.texts) else ""
        if len(other) > 1 and other not in own and other not in TITLES and other not in OPENERS and other not in PARTICLES:
            facts = survey.lexicon.facts(other)[0]
            if not facts.is_word or (i < at and facts.given):
                return True
    return False
