"""Names of organisations with the right words in a wrong shape: turned round, in another number, a function word more or less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Level
from .decide import Decision
from .finding import Finding
from .fold import FUNCTION, content, tokens
from .runs import OPENERS, is_quotable
from .survey import Survey

FEWEST = 3
"""Tokens of a run from which on its words point to one organisation."""
ARTICLES = ("a", "an")
"""With one of them before it, a name serves as an adjective: "A New York Times report"."""
_JOINTS = FUNCTION - {"a", "an", "the"}
_DECISION = Decision(Level.WARNING, "o", "the words of an organisation's name in another shape")
_SLIGHT = Decision(Level.NOTE, "o", "an organisation's name but for an article or the number of a word")


def phrases(survey: Survey) -> Iterator[Finding]:
    """The runs that hold an organisation's content words and nothing else, but aren't a form of its name."""
    for run, covered in survey.uncovered(FEWEST):
        first = 0
        while first < len(run.texts) and (run.texts[first] in OPENERS or run.texts[first] in ARTICLES):
            first += 1
        parts = run.texts[first:]
        if len(parts) < FEWEST or survey.lexicon.exact(parts):
            continue
        # "General Assembly of the United Nations" turns round what it may: a right name stands in it.
        whole = not any(covered[first:])
        forms = [form for form in survey.lexicon.same_words(parts) if _one_way(parts, form.parts)]
        forms = [form for form in forms if whole or content(form.parts) == content(parts)]
        span = run.span(first, len(run.texts))
        if not forms or not is_quotable(survey.document, span):
            continue
        before = tokens(survey.document.prose[max(0, span.start - 8) : span.start])[-1:]
        if any(form.parts == (*before, *parts) for form in forms):
            continue  # the article stands before it in small letters: "of la République En Marche"
        form = min(forms, key=lambda form: (form.known.tier, form.text != form.known.name, form.text))
        places = tuple(survey.known.get(form.known, ())[:1])
        yield Finding(span, survey.written(span, form.text), form.known, _SLIGHT if _is_slight(parts, form.parts) else _DECISION, places)


def _one_way(found: Sequence[str], right: Sequence[str]) -> bool:
    """Whether words in the same order differ in number or in the words between them; with both it is another organisation's name."""
    if content(found) != content(right):
        return True
    words = [[part for part in parts if part not in FUNCTION] for parts in (found, right)]
    between = [[part for part in parts if part in FUNCTION] for parts in (found, right)]
    return words[0] == words[1] or between[0] == between[1]


def _is_slight(found: Sequence[str], right: Sequence[str]) -> bool:
    """Whether nothing but articles and the number of words tell two names apart, in the same order."""
    return content(found) == content(right) and [p for p in found if p in _JOINTS] == [p for p in right if p in _JOINTS]
