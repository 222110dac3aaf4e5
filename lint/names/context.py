"""What stands around a name in a text, held against what is known of an entity: its position and its country."""

from __future__ import annotations

import re
from functools import lru_cache

from ..document import Document
from ..lazyregex import regex
from ..model import Span
from .gazetteer import Known

REACH = 80
"""Code points on either side of a name that count as its context."""
BESIDE = 60
"""Code points on either side within which an office is the name's own."""
_SENTENCE = regex(r"(?<=[^.\s]{3})[.!?][\"”’)]*\s|[;\n]")
_WORD = regex(r"[^\W\d_]+")
_ENOUGH = 6
"""Letters by which two context words are held to be the same: minister, ministry."""
_EMPTY = frozenset(("united", "states", "from", "with", "and", "the", "for", "former", "state", "city", "people", "republic", "first"))
_ORDINARY = regex(r"['’]?s?,? (?:an? (?!former |senior |top |key |close |leading |member |spokes)[a-z]|\(?\d\d[,) ])|,? aged? \d")
_LANDS = regex(
    r"\b(?:(?P<US>United States|U\.S\.|USA|Americans?|America)|(?P<UK>United Kingdom|U\.K\.|Britain|British|Britons?|England)|"
    r"(?P<UAE>United Arab Emirates|Emiratis?)|(?P<SKR>South Korea(?:ns?)?)|(?P<NKR>North Korea(?:ns?)?))(?![\w-])"
)
"""Countries whose names have no word of their own: they are held against each other by a code."""
_OF_PLACES = (
    "governor|mayor|city|cities|town|village|province|state|region|capital|district|port|bishop|archbishop|suburbs?|outskirts|prefecture"
    "|department|county|municipality|emirate|kingdom|island|coast|streets|people|residents|citizens|north|south|east|west"
)
_PLACED = regex(rf"\b(?:in|at|near|from|to|around|outside|into|towards?|off|above|(?:{_OF_PLACES})\s+of)\s$", re.IGNORECASE)
_LISTED_BEFORE = regex(r"\b([A-Z][^\W\d_]{3,})(?:, and|,| and)\s$")
_LISTED_AFTER = regex(r"(?:, and|,| and)\s([A-Z][^\W\d_]{3,})\b(?!\s[A-Z])")
_LATIN_PEOPLES = (
    "american australian austrian belgian brazilian british canadian chilean colombian croatian czech danish dutch estonian finnish french"
    " german hungarian irish italian latvian lithuanian maltese mexican norwegian polish portuguese romanian scottish slovak slovenian"
    " spanish swedish swiss turkish"
)
# Names from these countries aren't transliterated: a spelling that only sounds the same is wrong there, not a house style.
_LATIN = frozenset(_LATIN_PEOPLES.split())

_OTHER_SCRIPTS = (
    "Afghanistan Algeria Armenia Azerbaijan Bahrain Bangladesh Belarus Bhutan Bulgaria Cambodia China Cyprus Djibouti Egypt"
    " Eritrea Ethiopia Georgia Greece India Iran Iraq Israel Japan Jordan Kazakhstan Kosovo Kuwait Kyrgyzstan Laos Lebanon Libya"
    " Macau Macedonia Maldives Mauritania Mongolia Montenegro Morocco Myanmar Nepal Oman Pakistan Palestine Palestinian Qatar"
    " Russia Serbia Somalia Sudan Syria Taiwan Tajikistan Thailand Tunisia Turkmenistan Ukraine Uzbekistan Yemen Korea Lanka Arabia"
    " Arab Kong Emirates"
)
_TRANSLITERATED = frozenset(_OTHER_SCRIPTS.split())


@lru_cache(maxsize=4_096)
def stems(known: Known) -> frozenset[str]:
    """The words that speak for an entity, cut to six letters: of a place its country's, of others the position's too."""
    if known.kind == "place" and known.country:
        return words(known.country)
    return words(f"{known.context} {known.country}")


def hits(document: Document, span: Span, paragraph: int, known: Known) -> int:
    """How many different words of the entity's position and country stand near the span, in its paragraph."""
    wanted = stems(known)
    return len(wanted & around(document, span, paragraph)) if wanted else 0


def around(document: Document, span: Span, paragraph: int) -> frozenset[str]:
    """The words that may speak for an entity near the span, in its paragraph."""
    whole = document.paragraphs[paragraph]
    before = document.prose[max(whole.start, span.start - REACH) : span.start]
    after = document.prose[span.end : min(whole.end, span.end + REACH)]
    return words(f"{before} {after}")


def office(document: Document, span: Span, paragraph: int, known: Known) -> int:
    """How many different words of the entity's position and country stand right beside the span, in its sentence.

    0 without one of its position.
    """
    whole = document.paragraphs[paragraph]
    before = _SENTENCE.split(document.prose[max(whole.start, span.start - BESIDE) : span.start])[-1]
    after = _SENTENCE.split(document.prose[span.end : min(whole.end, span.end + BESIDE)])[0]
    # What follows counts only as an apposition: "Abiy Ahmed, the prime minister of Ethiopia".
    near = words(f"{before} {after if after.startswith((',', ' of ', ' (', '’s', chr(39) + 's')) else ''}")
    return len(near & stems(known)) if near & words(known.context) else 0


def placed(document: Document, span: Span) -> bool:
    """Whether a preposition of place stands before the span."""
    return _PLACED.search(document.prose[max(0, span.start - 20) : span.start]) is not None


def neighbours(document: Document, span: Span) -> list[str]:
    """The capitalised words that a comma or "and" joins to the span: in a list of places, places."""
    before = _LISTED_BEFORE.search(document.prose[max(0, span.start - 40) : span.start])
    after = _LISTED_AFTER.match(document.prose, span.end, span.end + 40)
    return [match.group(1) for match in (before, after) if match]


def ordinary(document: Document, span: Span) -> bool:
    """Whether the text introduces the name as one that nobody knows: ", a tailor", ", 34, ", " aged 34"."""
    return _ORDINARY.match(document.prose[span.end : span.end + 24]) is not None


def in_one_sentence(document: Document, one: Span, other: Span) -> bool:
    """Whether no sentence ends between two spans: two names side by side are two people."""
    first, second = sorted((one, other))
    return second.start - first.end < 200 and not re.search(r"[.!?][\"”’)]*\s|\n", document.prose[first.end : second.start])


@lru_cache(maxsize=4_096)
def written_in_latin(known: Known) -> bool:
    """Whether all the entity's countries write Latin letters, so that its name has one spelling."""
    peoples = [part.strip().lower() for part in known.country.split(";")][1::2]
    return bool(peoples) and _LATIN.issuperset(peoples)


@lru_cache(maxsize=4_096)
def transliterated(known: Known) -> bool:
    """Whether a place lies in a country that writes other letters, or nobody knows where: its name may have several right spellings."""
    land = known.country or known.context
    return not land or not _TRANSLITERATED.isdisjoint(_WORD.findall(land))


def words(text: str) -> frozenset[str]:
    """The words of a text that may speak for an entity, cut to six letters; short acronyms and some countries' codes in capitals."""
    found = _WORD.findall(_LANDS.sub(_code, text))
    acronyms = [word for word in found if 1 < len(word) < 4 and word.isupper()]
    return frozenset([*acronyms, *(word[:_ENOUGH] for word in map(str.lower, found) if len(word) >= 4 and word not in _EMPTY)])


def _code(match: re.Match[str]) -> str:
    return match.lastgroup or ""
