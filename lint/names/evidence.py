"""What makes two tokens of a text one name in two spellings, and what makes them two names."""

from __future__ import annotations

import re
from itertools import product

from ..lazyregex import regex
from ..model import Span
from . import context
from .fold import skeleton
from .mentions import Place, Said
from .near import Nearness, gender_pair, near, same_stem
from .runs import HYPHENS, PARTICLES, is_quotable
from .survey import Survey
from .twins import LONG

SHORTEST = (5, 6)
"""Fewest letters of the shorter and the longer of two tokens that are one name only because they are near."""
SPOKEN = 5
"""Fewest letters of an unknown surname that nobody introduced; one that speaks or bears a title may have a letter less."""
WHOLE = 9
"""Fewest letters of a whole name that only sounds the same."""
GIVEN = 2e-5
"""From this share on a token that stands alone is taken for a given name."""
COMMON = 1e-4
"""From this share on two people of one surname are to be expected in a text."""
CLOSE = 15
"""Two spellings in one sentence with fewer code points between them are told apart on purpose."""
FIRST = 40
"""So many places of a name are looked at; what they don't say, the others won't."""
_REACH = 80
_CAPITALS = regex(r"[A-Z]{2}.*[a-z]|[a-z].*[A-Z]{2}|(?!Ma?c|De|Di|Da|La|Le|Van|Fitz|O)[A-Z][a-z]+[A-Z]|[A-Z]+$|.*['’](?:re|ve|ll|d|m|t)$")
"""A name of software or an acronym, such as "MacOSX", "IDBinding" or "YMCA", where one letter makes another; a contraction."""
_SPELT = regex(
    r"\b(?:spell|spelt|misspel|mistak|typo\b|confused with|(?:also|formerly|once) (?:known|called)|alias|a\.k\.a|n[ée]e\b|transliterat"
    r"|pronounc|maiden|chang\w+ (?:his|her|its|their) name|born (?=[A-Z]))"
)
_NAMESAKE = regex(
    r"\b(?:[Aa]nother|[Cc]ompetitor|[Rr]ival|namesakes?|(?:no|any) relation|(?:un|not )related|(?:same|similar) (?:sur)?name|in-law)\b"
)
_KIN = regex(
    r"\b(?:brothers?|sisters?|twins?|sons?|daughters?|father|mother|wife|husband|widow|cousins?|nephew|niece|uncle|aunt|siblings|family|clan)\b"
)
_STOP = regex(r"(?<=[^.\s]{3})[.!?][\"”’)]*\s")
_PRESENTED = regex(r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne) [^.,;\n]{2,60}, $"), regex(r",? (?:an?|another|aged|from|of) |, \d")
"""What stands before and behind a full name that is new to the reader."""


def one_name(survey: Survey, a: Said, b: Said) -> str | None:
    """Why two tokens are one name, None when they may be two."""
    nearness = near(a.text, b.text)
    if nearness is None or not (_is_plain(survey, a) and _is_plain(survey, b)) or _both_presented(survey, a, b):
        return None
    if any(_same_name(survey, p, q, nearness) for p, q in product(a.places[:FIRST], b.places[:FIRST])):
        return None if _told_apart(survey, a, b) else "the other tokens of the name are the same"
    if _two_people(survey, a, b):
        return None
    for odd, other in ((a, b), (b, a)):
        if _never_introduced(survey, odd, other, nearness):
            return None if _told_apart(survey, a, b) else "nobody of this name was introduced, but somebody of the other"
    if not (_nobody_knows(survey, a, b, nearness) or _both_speak(survey, a, b, nearness)) or _told_apart(survey, a, b):
        return None
    return "the text spells it otherwise elsewhere"


def others(p: Place, q: Place) -> list[tuple[str, str]]:
    """The tokens beside two tokens in their mentions, held against each other from the surname on."""
    size = min(p.end - p.first, q.end - q.first)
    one, other = (x.run.texts[x.end - size : x.end] for x in (p, q))
    return [pair for i, pair in enumerate(zip(one, other, strict=True), -size) if i != p.at - p.end]


def _is_plain(survey: Survey, said: Said) -> bool:
    """Whether it is written as a name is, not torn by an entity such as "&eacute;", and not vouched for by the user."""
    prose = survey.document.prose
    if (said.text,) in survey.lexicon.right:
        return False
    return not any(prose.startswith("&", p.span.end) or _CAPITALS.match(survey.document.text(p.span)) for p in said.places)


def _sounds_like(x: str, y: str) -> bool:
    nearness = near(x, y)
    return bool(nearness and nearness.same_sound and nearness.distance <= 2)


def _almost_sounds_like(x: str, y: str) -> bool:
    """Whether two long tokens begin alike and one step parts their sounds (Sadeqzadeh, Sadeghzade)."""
    from rapidfuzz.distance import OSA

    return min(len(x), len(y)) >= LONG and x[:3] == y[:3] and OSA.distance(skeleton(x), skeleton(y), score_cutoff=2) <= 2


def _same_name(survey: Survey, p: Place, q: Place, nearness: Nearness) -> bool:
    """Whether two mentions agree in all other tokens, and in these two as nearly as the number and rarity of the others ask for."""
    one, other = p.token.text, q.token.text
    if p.at - p.end != q.at - q.end or one.rstrip("s") == other.rstrip("s"):
        return False
    pairs = others(p, q)
    if not pairs or not all(x == y or _sounds_like(x, y) for x, y in pairs):
        return False
    shared = sum(x == y and len(x) > 2 and x not in PARTICLES for x, y in pairs)
    unknown = survey.lexicon.is_unknown(one) or survey.lexicon.is_unknown(other)
    if nearness.same_sound and len(one) + sum(len(x) for x, _ in pairs) >= WHOLE and (unknown or (shared and len(pairs) > 1)):
        return True
    if not shared:
        return False
    derived = is_derived(one, other, nearness)
    if (one[0] != other[0] and not nearness.same_sound) or (not unknown and (gender_pair(one, other) or derived)):
        return False
    near_enough = nearness.same_sound or nearness.same_consonants or (unknown and nearness.fair)
    if shared >= 2:
        return near_enough or nearness.distance == 1
    if shared and _double_barrelled(survey, p) and _double_barrelled(survey, q):
        return near_enough or nearness.distance == 1
    if p.at == p.end - 1:
        rare = survey.lexicon.facts(pairs[0][0])[0].given < GIVEN and nearness.fair and one[:3] == other[:3]
        return (near_enough or nearness.distance == 1 or rare) and not (derived and nearness.distance == 1)
    rare = survey.lexicon.facts(p.run.texts[p.end - 1])[0].surname < COMMON
    return near_enough and rare and not any(_matches(_KIN, survey, x) for x in (p, q))


def _double_barrelled(survey: Survey, place: Place) -> bool:
    """Whether a hyphen joins a token to the next one of a surname: after a title, or after the given name."""
    tokens = place.run.tokens
    if place.at + 2 != place.end or (place.at == place.first and not place.titled):
        return False
    return survey.document.prose[place.token.end : tokens[place.at + 1].start] in HYPHENS


def _matches(expression: re.Pattern[str], survey: Survey, place: Place) -> bool:
    """Whether an expression matches near a place, in its sentence."""
    paragraph = survey.document.paragraphs[place.run.paragraph]
    before = survey.document.flat(Span(max(paragraph.start, place.span.start - _REACH), place.span.start))
    after = survey.document.flat(Span(place.span.start, min(paragraph.end, place.span.end + _REACH)))
    return expression.search(f"{_STOP.split(before)[-1]}{_STOP.split(after)[0]}") is not None


def _both_presented(survey: Survey, a: Said, b: Said) -> bool:
    """Whether the text presents two people, or speaks of a namesake."""
    full = [[place for place in said.places[:FIRST] if place.others] for said in (a, b)]
    if all(full) and any(_matches(_NAMESAKE, survey, place) for places in full for place in places):
        return True
    return all(any(_is_presented(survey, place) for place in places) for places in full)


def _is_presented(survey: Survey, place: Place) -> bool:
    """Whether the words around a full name present somebody new: "a trader, Jan Verschuere", "Jan Verschuere, a trader"."""
    prose = survey.document.prose
    start, end = place.run.tokens[place.first].start, place.run.tokens[place.end - 1].end
    before, after = _PRESENTED
    return before.search(prose[max(0, start - _REACH) : start]) is not None or after.match(prose[end : end + _REACH]) is not None


def _two_people(survey: Survey, a: Said, b: Said) -> bool:
    """Whether both stand beside other names, and never beside the same: "Ganjar Pranowo" and "Prabowo Subianto"."""
    if not a.beside or not b.beside:
        return False
    if not any(x == y or _sounds_like(x, y) for x, y in product(a.beside, b.beside)):
        return True
    return any(p.others and _matches(_KIN, survey, p) for said in (a, b) for p in said.places[:FIRST])


def is_derived(one: str, other: str, nearness: Nearness) -> bool:
    """Whether one token may be the other's plural, demonym or derived name; a letter doubled or dropped without sound is none."""
    if any(x.endswith("ies") and x[:-3] + "y" == y for x, y in ((one, other), (other, one))):
        return True
    if one[:-1] == other[:-1] and one.endswith(("ism", "ist")) and other.endswith(("ism", "ist")):
        return True
    return same_stem(one, other) and not nearness.same_sound


def _never_introduced(survey: Survey, odd: Said, other: Said, nearness: Nearness) -> bool:
    """Whether `odd` is a surname alone and `other` is the one that the text introduced with a given name."""
    if not odd.alone or not other.introduced or is_known_alone(survey, odd.text):
        return False
    person = odd.person(survey.document)
    unknown = survey.lexicon.is_unknown(odd.text)
    if len(odd.text) < SPOKEN - person or not (person or unknown):
        return False
    given, surname = survey.lexicon.facts(odd.text)[0][:2]
    if (odd.text[0] != other.text[0] and not nearness.same_sound) or given >= max(GIVEN, surname):
        return False
    if is_derived(odd.text, other.text, nearness) and not _one_bearer(survey, odd, other):
        return False
    if nearness.distance == 1 or nearness.same_sound or nearness.same_consonants:
        return True
    return unknown and ((nearness.distance == 2 and nearness.fair) or _almost_sounds_like(odd.text, other.text))


def _one_bearer(survey: Survey, odd: Said, other: Said) -> bool:
    """Whether a token with another ending is one person's surname, not a family, a people or a thing called after somebody."""
    if any(survey.document.prose[max(0, p.span.start - 4) : p.span.start].lower().endswith("the ") for p in odd.places):
        return False
    return odd.person(survey.document) and (odd.text not in (f"{other.text}s", f"{other.text}es") or any(p.titled for p in odd.places))


def is_known_alone(survey: Survey, text: str) -> bool:
    """Whether a token is a known place or organisation, or the surname of somebody whom nobody needs to introduce."""
    if survey.lexicon.exact((text,)) is not None:
        return True
    return any(form.parts[-1] == text and form.known.tier == 1 for form in survey.lexicon.single(text))


def _nobody_knows(survey: Survey, a: Said, b: Said, nearness: Nearness) -> bool:
    """Whether no list has one of them, and they are too long for that to be chance."""
    unknown = [survey.lexicon.is_unknown(said.text) for said in (a, b)]
    if not any(unknown) or not _long_enough(a, b) or is_derived(a.text, b.text, nearness):
        return False
    if any(given >= max(GIVEN, surname) for given, surname, *_ in (survey.lexicon.facts(said.text)[0] for said in (a, b))):
        return False
    if a.text[0] != b.text[0] or not (nearness.distance == 1 or nearness.same_sound or nearness.same_consonants):
        return False
    # A token that is known and yet the rarer one is a name of its own; so is one that somebody is introduced with beside a famous one.
    if any(x.introduced and is_known_alone(survey, y.text) for x, y in ((a, b), (b, a))):
        return False
    return all(unknown) or len((a if unknown[0] else b).places) <= len((b if unknown[0] else a).places)


def _both_speak(survey: Survey, a: Said, b: Said, nearness: Nearness) -> bool:
    """Whether both are surnames that are always alone and speak: the text has lost the place that introduced one of them."""
    if not _long_enough(a, b) or a.text[0] != b.text[0] or not (nearness.distance == 1 or nearness.same_sound):
        return False
    if is_derived(a.text, b.text, nearness):
        return False
    return all(said.alone and said.person(survey.document) and not is_known_alone(survey, said.text) for said in (a, b))


def _long_enough(a: Said, b: Said) -> bool:
    shorter, longer = sorted((len(a.text), len(b.text)))
    return shorter >= SHORTEST[0] and longer >= SHORTEST[1]


def _told_apart(survey: Survey, a: Said, b: Said) -> bool:
    """Whether the text knows that there are two: side by side, in one sentence with other tokens, or in one about spelling."""
    document = survey.document
    for p, q in product(a.places[:FIRST], b.places[:FIRST]):
        first, second = sorted((p.span, q.span))
        close = second.start - first.end < CLOSE or bool(p.others and q.others)
        if _double_barrelled(survey, p) and _double_barrelled(survey, q) and p.run.texts[p.end - 1] == q.run.texts[q.end - 1]:
            one, other = (p, q) if first == p.span else (q, p)
            between = document.prose[one.run.tokens[one.end - 1].end : other.token.start]
            close = len(between) < CLOSE and ";" not in between  # two people hardly share such a surname but for a letter
        if close and context.in_one_sentence(document, first, second):
            return True
    places = [place for said in (a, b) for place in said.places[:FIRST]]
    return not all(is_quotable(document, p.span) for p in places) or any(_matches(_SPELT, survey, p) for p in places)
