"""One name, two spellings in a text, whoever it is: an unknown token that stands once, beside one that the text says again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..lazyregex import regex
from ..model import Level, Span
from .decide import Decision
from .finding import Finding
from .fold import deletions
from .near import near, same_stem
from .runs import OPENERS, TITLES, Run, Token, is_quotable
from .survey import Survey

SHORTEST = 6
"""Fewest letters of the odd token."""
_CAPITALS = regex(r"[A-Z]{2}.*[a-z]|[a-z].*[A-Z]{2}")
"""A name of software, such as "MacOSX" or "IDBinding", where one letter makes another."""
OFTEN = 2
"""How often the text must have the other spelling."""


def spellings(survey: Survey) -> Iterator[Finding]:
    """The odd spellings of a text. Only English paragraphs count: inflected names are no slips of the pen."""
    document = survey.document
    by_cut: dict[str, list[str]] = {}
    for text, times in survey.said.items():
        if times >= OFTEN and len(text) >= SHORTEST - 1 and text.isalpha() and not survey.lexicon.facts(text)[0].only_word:
            for cut in deletions(text):
                by_cut.setdefault(cut, []).append(text)
    if not by_cut:
        return
    for run, covered in survey.uncovered():
        for token, right in zip(run.tokens, covered, strict=True):
            if right or not _is_odd(survey, token) or document.languages[run.paragraph] != "en":
                continue
            other = _twin(token.text, by_cut)
            span = Span(token.start, token.end)
            if other and _is_plain(document.text(span)) and is_quotable(document, span) and not _two_people(survey, run, token.text, other):
                place = next(Span(t.start, t.end) for r in survey.runs for t in r.tokens if t.text == other)
                right_form = survey.written(span, document.text(place))
                yield Finding(span, right_form, None, Decision(Level.WARNING, "j", "the text spells it otherwise elsewhere"), (place,))


def _is_odd(survey: Survey, token: Token) -> bool:
    text = token.text
    return (
        len(text) >= SHORTEST
        and text.isalpha()
        and survey.said[text] == 1
        and survey.lexicon.is_unknown(text)
        and text not in survey.lower_case
    )


def _is_plain(text: str) -> bool:
    return text.isalpha() and not _CAPITALS.search(text)


def _two_people(survey: Survey, run: Run, odd: str, other: str) -> bool:
    """Whether both tokens stand beside other names, and never beside the same: "Ganjar Pranowo" and "Prabowo Subianto"."""
    with_odd = _beside(survey, (run,), odd)
    with_other = _beside(survey, survey.runs, other)
    return bool(with_odd and with_other) and with_odd.isdisjoint(with_other)


def _beside(survey: Survey, among: Sequence[Run], text: str) -> set[str]:
    out: set[str] = set()
    for run in among:
        for i, one in enumerate(run.texts):
            if one == text:
                out.update(run.texts[max(0, i - 1) : i] + run.texts[i + 1 : i + 2])
    return {t for t in out if t not in TITLES and t not in OPENERS and not survey.lexicon.facts(t)[0].only_word}


def _twin(text: str, by_cut: dict[str, list[str]]) -> str | None:
    """The other spelling: one edit or transposition away, with the same first letter, no inflection."""
    for cut in sorted(deletions(text)):
        for other in by_cut.get(cut, ()):
            nearness = near(text, other)
            if nearness and nearness.distance == 1 and other[0] == text[0] and not same_stem(text, other):
                return other
    return None
