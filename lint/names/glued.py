"""Names run together with the word after them, where a link or a line lost its space: "Benjamin Netanyahusaid", "Hamasin"."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Level, Span
from .case import PROMINENT
from .decide import Decision
from .finding import Finding
from .gazetteer import Bucket, Form
from .runs import OPENERS, Run, Token, is_quotable
from .survey import Survey

SHORTEST = 4
"""Fewest letters of a name that another word is run together with."""
ENDINGS = ("man", "men", "woman", "women", "s", "es", "er", "ers", "ian", "ism", "ist", "ish", "al", "en", "ed")
"""Words that may be an ending instead."""
_OFTEN = frozenset(["said", "says", "told", "is", "was", "has", "had", "are", "were", "who", "will", "won", "an"])
"""Words that are names as well, but more often follow one."""
_AFTER = (
    "about after against ahead also and announced are attacked before called claimed could for from had has have her his in into its last"
    " may met must of on our over said says she should since than that the their they this to told under until was were when where which"
    " while who will with without won would"
)
AFTER = frozenset(_AFTER.split())
"""Words that follow a name of one token and end no other name, so that nobody is called by both together."""
DECISION = Decision(Level.WARNING, "q", "a name and the word after it run together")
_TWO = frozenset(("of", "to", "on", "in"))
"""Words of two letters end names too (Washington, Berlin): after them only a token that the text has without it counts."""


def split(survey: Survey, token: Token) -> tuple[str, str] | None:
    """The name and the word that an unknown token is run together from, both as they stand; None when it is not."""
    written = survey.document.prose[token.start : token.end]
    if len(written) != len(token.text) or not survey.lexicon.is_unknown(token.text):
        return None
    for at in range(len(written) - 2, SHORTEST - 1, -1):
        name, rest = written[:at], written[at:]
        if rest not in AFTER:
            continue
        said = survey.said[token.text[:at]] > 0
        if said or (rest not in _TWO and survey.lexicon.exact((token.text[:at],))):
            return name, rest
    return None


def glued(survey: Survey) -> Iterator[Finding]:
    """The tokens of a text that are a name of one token and the word after it."""
    for run, covered in survey.uncovered_with(survey.unknown):
        for i, token in enumerate(run.tokens):
            if covered[i] or len(token.text) < SHORTEST + 2 or not (parts := split(survey, token)):
                continue
            span = Span(token.start, token.end)
            if is_quotable(survey.document, span):
                yield Finding(span, " ".join(parts), None, DECISION)


def after_form(survey: Survey, run: Run, at: int, bucket: Bucket) -> tuple[str, Form] | None:
    """The lower-case word that is run together with the last token of a form, and the form."""
    token = run.tokens[at]
    fitting = [form for form in bucket.forms if token.text.startswith(form.parts[-1]) and len(form.parts[-1]) >= SHORTEST]
    for form in sorted(fitting, key=lambda form: (-len(form.parts[-1]), form.known.tier, form.text != form.known.name, form.text)):
        rest = survey.document.prose[token.start : token.end][len(form.parts[-1]) :]
        told = len(rest) > 2 or (len(rest) == 2 and form.known.tier <= PROMINENT)
        word = rest in OPENERS or rest in _OFTEN or survey.lexicon.facts(rest)[0].only_word
        if told and rest.islower() and word and rest not in ENDINGS:
            return rest, form
    return None
