"""Names of organisations with a word left out inside: "International Atomic Agency", "Organization of Islamic"."""

from __future__ import annotations

from collections.abc import Iterator

from ..lazyregex import regex
from ..model import Level
from .case import PROMINENT
from .decide import Decision
from .finding import Finding
from .fold import FUNCTION, TOKEN, content, fold
from .gazetteer import Form
from .headwords import COUNTRIES
from .phrases import ARTICLES
from .runs import OPENERS, Run, is_quotable
from .survey import LONGEST_OPEN, Survey

FEWEST = 3
"""Words of a run, function words aside, from which on they point to one organisation."""
_ADJECTIVE = regex(r"[a-z]{3,}(?:ic|al|an|ese|ish|ous|ive|ern)")
_NEXT = regex(r"[^\w]*([^\W\d_]*)")
_STATE = frozenset(("arab", "democratic", "federal", "islamic", "national", "people", "peoples", "republic", "royal", "socialist"))
"""Words of a state's full name, which a text may leave away in its bodies' names too."""
_BEFORE = frozenset(("of", "for"))
_DECISION = Decision(Level.WARNING, "o", "a word of an organisation's name is left out")


def dropped(survey: Survey) -> Iterator[Finding]:
    """The runs that are a prominent organisation's name but for one word, inside or after an adjective at the end."""
    for run, covered in survey.uncovered(3):
        first = 0
        while first < len(run.texts) and (run.texts[first] in OPENERS or run.texts[first] in ARTICLES):
            first += 1
        parts = run.texts[first:]
        if not 3 <= len(parts) < LONGEST_OPEN or not all(survey.lexicon.facts(part)[1] for part in parts) or survey.lexicon.exact(parts):
            continue
        forms = _inside(survey, parts) if len(content(parts)) >= FEWEST and not any(covered[first:]) else []
        forms += _at_end(survey, run, parts)
        entities = dict.fromkeys(form.known for form in forms)
        span = run.span(first, len(run.texts))
        if len(entities) != 1 or not is_quotable(survey.document, span):
            continue
        form = min(forms, key=lambda form: (form.text != form.known.name, form.text))
        places = tuple(survey.known.get(form.known, ())[:1])
        yield Finding(span, survey.written(span, form.text), form.known, _DECISION, places)


def _inside(survey: Survey, parts: tuple[str, ...]) -> list[Form]:
    """The organisations with all these words in this order and one more among them that says something."""
    found: list[Form] = []
    for at in range(1, len(parts)):
        for form in survey.lexicon.slot((*parts[:at], "", *parts[at:]), at).forms:
            if _is_meant(form) and form.parts[at] not in FUNCTION and not _may_miss(survey, form, at):
                found.append(form)
    return found


def _may_miss(survey: Survey, form: Form, at: int) -> bool:
    """Whether a name often goes without a word of it: its country's (Canada's Royal Mounted Police), or one that joined an older name."""
    word = form.parts[at]
    if not survey.lexicon.facts(word)[0].only_word or survey.lexicon.exact((word,)) or word in COUNTRIES or word in _STATE:
        return True
    written = list(TOKEN.finditer(form.text))[at]
    around = form.text[max(0, written.start() - 2) : written.end() + 2]
    return any(mark in around for mark in "-&,")


def _at_end(survey: Survey, run: Run, parts: tuple[str, ...]) -> list[Form]:
    """The organisations that go on with one word after a last one that can't end a name: "Organization of Islamic"."""
    last = parts[-1]
    if parts[-2] not in _BEFORE or not _ADJECTIVE.fullmatch(last) or survey.lexicon.exact((last,)) or survey.lexicon.facts(last)[0].is_name:
        return []
    match = _NEXT.match(survey.document.prose, run.tokens[-1].end)
    after = fold(match.group(1)) if match else ""
    forms = survey.lexicon.slot((*parts, ""), len(parts)).forms
    return [form for form in forms if _is_meant(form) and form.parts[-1] != after]


def _is_meant(form: Form) -> bool:
    return form.known.kind in ("org", "agency") and form.known.tier <= PROMINENT
