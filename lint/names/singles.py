"""One token that stands alone and is unknown as a name or word, beside a prominent surname, place or organisation."""

from __future__ import annotations

from collections.abc import Iterator

from ..lazyregex import regex
from ..model import Level, Span
from . import context
from .case import ODD, PROMINENT
from .decide import Decision
from .finding import Finding
from .fold import fold, without_umlauts
from .gazetteer import Form
from .near import demonym, inflected, near, pinyin, transposed
from .runs import OPENERS, PARTICLES, TITLES, Run, is_quotable
from .survey import SHORTEST_UNKNOWN, Survey

SHORTEST = SHORTEST_UNKNOWN
"""Fewest letters of such a token; without any context a place needs two more."""
LONG = 8
"""Letters from which on an unknown token beside a prominent organisation's is no other one's, whatever its letters."""
CERTAIN = 10
"""Weight from which the nearest name is meant although another is near."""
SLIP = 5 * CERTAIN
"""Weight of a name of which two letters have changed places, or whose sound is the same where it has one spelling."""
_MANY = frozenset(("United States", "United Kingdom", "Canada", "Australia", "Ireland", "New Zealand", "China"))
"""Lands with so many small places that a text about them says little of which is meant."""
_SYLLABIC = frozenset(("China", "Taiwan", "Hong Kong", "Macau", "Singapore", "Malaysia", "Japan", "South Korea", "North Korea", "Vietnam"))
"""Lands whose names are made of few syllables, so that two that differ by two letters turned round may both be right."""
_DECISION = Decision(Level.WARNING, "l", "unknown as a name, beside one that is known")
_VARIANT = Decision(Level.NOTE, "l", "unknown as a name, but it may be another transliteration of a known one")
_DATELINE = regex(r"\s*(?:,|\(|[\u2013\u2014:-])")
_PARTS = regex(r"[^\W_]+(?:['’][^\W_]+)*")


def singles(survey: Survey) -> Iterator[Finding]:
    """The tokens of a text that are one edit or transposition from a prominent name of one token."""
    for run, covered in survey.uncovered_with(survey.unknown):
        for i, token in enumerate(run.tokens):
            if covered[i] or token.text not in survey.unknown or not token.text.isalpha():
                continue
            # Beside another token that may be a name, it is part of somebody else's name.
            if all(_is_no_name(survey, other) for other in _beside(survey, run, i)):
                yield from _at(survey, run, i)


def _is_no_name(survey: Survey, token: str) -> bool:
    return token in TITLES or token in OPENERS or token in PARTICLES or survey.lexicon.facts(token)[0].only_word


def _beside(survey: Survey, run: Run, at: int) -> Iterator[str]:
    """The other tokens of a run, as far as no "and" and no "of" before it parts them from this one."""
    for way in (run.tokens[at + 1 :], run.tokens[:at][::-1]):
        for token in way:
            if token.text == "and" and survey.document.prose[token.start] == "a":
                break
            if token.text == "of" and token.start < run.tokens[at].start and survey.document.prose[token.start] == "o":
                break
            yield token.text


def _at(survey: Survey, run: Run, at: int) -> Iterator[Finding]:
    token = run.tokens[at]
    span = Span(token.start, token.end)
    best: tuple[tuple[int, bool], Finding] | None = None
    rights: dict[str, bool] = {}
    for form in _candidates(survey, run, span, token.text):
        right = form.parts[-1]
        if without_umlauts(form.text)[-1] == token.text:
            return
        weight = _weight(survey, run, span, form, token.text)
        if not weight:
            continue
        nearness = near(token.text, right)
        rights[right] = nearness is not None and nearness.same_consonants
        rank = weight, rights[right]
        if best is None or rank > best[0]:
            places = tuple(survey.known.get(form.known, ())[:1]) or tuple(survey.alone(right)[:1])
            text = survey.written(span, _PARTS.findall(form.text)[-1])
            decision = _VARIANT if weight == 1 and rights[right] and context.transliterated(form.known) else _DECISION
            best = rank, Finding(span, text, form.known, decision, places)
    if best is None or token.text in survey.lower_case or not is_quotable(survey.document, span):
        return
    if len(rights) > 1 and best[0][0] < CERTAIN and (not best[0][1] or sum(rights.values()) > 1):
        return  # two places are equally near, and their consonants don't tell
    known = best[1].known
    if known is None or known.kind != "person" or not context.ordinary(survey.document, span):
        yield best[1]


def _candidates(survey: Survey, run: Run, span: Span, found: str) -> Iterator[Form]:
    yield from survey.lexicon.single(found)
    for stem in sorted(context.around(survey.document, span, run.paragraph)):
        yield from survey.lexicon.placed(found[0], stem)


def _weight(survey: Survey, run: Run, span: Span, form: Form, found: str) -> int:
    """How much speaks for the entity; 0 when it is too little. A text that has the right name speaks loudest."""
    right = form.parts[-1]
    nearness = near(found, right)
    if nearness is None or inflected(found, right, True) or survey.beside(span, form.known):
        return 0
    if form.known.kind == "place" and demonym(found, right):
        return 0
    alike, once = found[0] == right[0], survey.said[found] == 1
    strange = survey.lexicon.strangeness(found, right)
    hits = context.hits(survey.document, span, run.paragraph, form.known)
    written = _PARTS.findall(form.text)[-1]
    if _is_acronym(survey, span) or (written.isupper() and not survey.document.text(span).isupper()):
        return 0
    one = nearness.distance == 1 or (len(right) > SHORTEST and sorted(found) == sorted(right))
    if one and (form.known in survey.known or (right in survey.said and once)):
        far_off = not alike or (len(right) <= SHORTEST and form.known.kind == "place")
        return CERTAIN * 10 + hits if not far_off or strange <= ODD else 0
    foreign = form.known.kind == "place" and context.transliterated(form.known)
    if once and ((transposed(found, right) and _is_swapped(survey, span, form, found, hits)) or _is_heard(survey, span, form, found, hits)):
        return SLIP + hits
    if form.known.kind == "person":
        if nearness.distance != 1 or not alike:
            return 0
        return hits if hits >= 2 or (hits and form.known.tier == 1 and len(right) > SHORTEST) else 0
    prominent, far = form.known.tier <= PROMINENT, survey.mentions(form.known)
    told = len(right) > SHORTEST + 1 or strange <= 3 * ODD
    if form.known.kind in ("org", "agency"):
        told = strange <= ODD or len(right) >= LONG or (hits > 0 and not _is_many(survey, found))
    if not alike or not once or (not prominent and _is_syllabic(form, found)):
        return 0
    if prominent and one and alike and told and (hits or (once and (far or len(right) > SHORTEST + 1))):
        return 1 + CERTAIN * hits
    if nearness.same_consonants and foreign and sorted(found) != sorted(right) and strange > ODD:
        return 0  # it may be another transliteration
    if not one:
        fair = hits and form.known.kind == "place" and nearness.fair and nearness.distance == 2 and nearness.similarity >= 0.7
        fair = fair and strange <= ODD // 2
        return hits if fair and not (foreign and nearness.same_consonants) else 0
    least = ODD if len(right) > SHORTEST else ODD // 2
    if form.known.kind == "place" and len(right) > SHORTEST and _is_among_places(survey, span, form, found, far):
        return 1
    if hits:
        return CERTAIN * hits if strange <= (4 if foreign else 6) * least else 0
    if form.known.kind == "place" and context.placed(survey.document, span):
        return 1 if strange <= (3 * least if far else least if len(right) > SHORTEST + 1 else ODD // 4) else 0
    return 1 if (far and strange <= least) or (len(right) > SHORTEST + 1 and strange <= ODD // 4) else 0


def _is_among_places(survey: Survey, span: Span, form: Form, found: str, far: bool) -> bool:
    """Whether a place is meant by where the token stands: after a preposition or in a list of places, in a text about the place's land."""
    right, strange = form.parts[-1], survey.lexicon.strangeness(found, form.parts[-1])
    nearness = near(found, right)
    heard = nearness is not None and nearness.same_sound
    listed = any(_is_place(survey, other) for other in context.neighbours(survey.document, span))
    if not (listed or context.placed(survey.document, span)) or _is_syllabic(form, found):
        return False
    if far and _MANY.isdisjoint(form.known.country.split("; ")):
        return len(right) > SHORTEST + 1 or heard or (form.known.tier <= PROMINENT and strange <= 3 * ODD)
    return listed and form.known.tier <= PROMINENT and (heard or strange <= 3 * ODD)


def _is_syllabic(form: Form, found: str) -> bool:
    """Whether a name and what is found are made of syllables of Chinese, in a land of such names or for a person."""
    at_home = form.known.kind != "place" or not _SYLLABIC.isdisjoint(form.known.country.split("; "))
    return at_home and pinyin(found, form.parts[-1])


def _is_place(survey: Survey, word: str) -> bool:
    form = survey.lexicon.exact((fold(word),))
    return form is not None and form.known.kind == "place"


def _is_heard(survey: Survey, span: Span, form: Form, found: str, hits: int) -> bool:
    """Whether another spelling of a place's sound is a slip: the place has one right spelling, in Latin letters or in Pinyin."""
    right, known = form.parts[-1], form.known
    nearness = near(found, right)
    if known.kind != "place" or nearness is None or not nearness.same_sound or nearness.distance > 2:
        return False
    if context.transliterated(known) and not ("China" in known.country and pinyin(right) and not pinyin(found)):
        return False
    return hits > 0 or (context.placed(survey.document, span) and survey.lexicon.strangeness(found, right) <= 3 * ODD)


def _is_swapped(survey: Survey, span: Span, form: Form, found: str, hits: int) -> bool:
    """Whether two letters turned round are a slip: few strings are a swap away from a name, so that little more need speak for it."""
    right, prominent = form.parts[-1], form.known.tier <= PROMINENT
    if len(right) < SHORTEST or (_is_syllabic(form, found) and not hits):
        return False
    if form.known.kind == "person":
        return hits > 0 or (form.known.tier == 1 and len(right) > SHORTEST)
    if hits or (form.known.kind == "place" and context.placed(survey.document, span)):
        return True
    return len(right) > SHORTEST + (not prominent) or survey.mentions(form.known)


def _is_many(survey: Survey, found: str) -> bool:
    """Whether a token is the plural of one that is known."""
    return found.endswith("s") and not survey.lexicon.is_unknown(found[:-1])


def _is_acronym(survey: Survey, span: Span) -> bool:
    """Whether the token is in capitals and what follows is not: no headline, and no place that a report opens with."""
    after = survey.document.prose[span.end : span.end + 40]
    return survey.document.text(span).isupper() and _DATELINE.match(after) is None and not after.split("\n")[0].isupper()
