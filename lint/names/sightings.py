"""Names in a text that no gazetteer has: cut out of the runs of capitals, with what the text says of whom they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..document import WORD, Document
from ..lazyregex import regex
from .fold import fold
from .headwords import BEFORE_PLACES, CALENDAR, COUNTRIES, GENERAL, HONORIFICS, MEDIA, ORGANISATIONS, PLACES, ROLES
from .lexicon import Lexicon
from .runs import HYPHENS, OPENERS, PARTICLES, Run, Token, is_quotable
from .survey import Survey

LONGEST_PERSON, LONGEST = 5, 8
"""Most tokens of a person's name and of any."""
SHORTEST = 5
"""Fewest letters of a name of one token."""
AS_GIVEN = 2e-6
"""From this share on a first token is taken for a given name."""
_HEADLINE = 0.75
"""Share of capitals among the words of four letters from which on a paragraph is a headline or a list."""
_ROLE_BEFORE = regex(r"(?:([^\W\d_]+) )?([^\W\d_]+(?:-[^\W\d_]+)?),? $")
_COUNTRY_AFTER = regex(r",? (?:of|from) (?:the )?((?:[A-Z][^\W\d_]+ ?){1,3})")
_IN_BEFORE = regex(r"\b(?:in|at|near|from|outside|around) $")
_BROKEN = regex(r"\ufffd|[?&]\w")
"""A letter that was lost after a name: "El Ni?o", "El Ni&ntilde;o"."""
_ARTICLES = frozenset(("a", "an"))
_JOINS = frozenset(("of", "for", "the", "and"))


class Sighting(NamedTuple):
    """One mention: as written, folded, place in the prose; kind, office and country as far as the text says them, else empty."""

    text: str
    parts: tuple[str, ...]
    start: int
    kind: str
    role: str
    country: str


def sightings(document: Document, lexicon: Lexicon) -> Iterator[Sighting]:
    """The unknown names of the English paragraphs of a text in their order.

    Headlines, all capitals, addresses and what a sentence begins with, unless it is clearly a name, are left out. A surname that stands
    alone after the full name in the text comes as that name again.
    """
    survey = Survey(document, lexicon)
    starts = _starts(document)
    usable = [
        document.languages[i] == "en" and not is_headline(document.flat(paragraph)) for i, paragraph in enumerate(document.paragraphs)
    ]
    people: dict[str, Sighting] = {}
    for run, covered in survey.uncovered():
        if not usable[run.paragraph]:
            continue
        for tokens, before in _pieces(run, covered, document, lexicon):
            found = _sighting(survey, run, _trimmed(survey, tokens, starts), before, starts)
            if found is None and len(tokens) == 1 and tokens[0].text in people:
                found = people[tokens[0].text]._replace(start=tokens[0].start, role="", country="")
            if found is None:
                continue
            if len(found.parts) > 1 and found.kind == "person":
                people[found.parts[-1]] = found
            yield found


def is_headline(text: str) -> bool:
    """Whether a paragraph of four words or more is written in capitals, or has one on nearly each of its words and no full stop."""
    words = WORD.findall(text)
    longer = [word for word in words if len(word) >= 4]
    if len(words) < 4 or text.isupper():
        return len(words) >= 4
    stopped = text.rstrip().endswith((".", "!", ".\"", ".”", ".'", ".’", ":", ","))
    return not stopped and bool(longer) and sum(word[0].isupper() for word in longer) >= _HEADLINE * len(longer)


def _starts(document: Document) -> frozenset[int]:
    """Where sentences begin, also behind a quotation mark."""
    found = (WORD.search(document.prose, sentence.start, sentence.end) for sentence in document.sentences)
    return frozenset(match.start() for match in found if match)


def _pieces(run: Run, covered: Sequence[bool], document: Document, lexicon: Lexicon) -> Iterator[tuple[list[Token], list[Token]]]:
    """The tokens of each name that a run may hold, and the tokens of an office before it."""
    piece: list[Token] = []
    for token, known in zip(run.tokens, covered, strict=True):
        inside = any(t.text in ORGANISATIONS for t in piece)
        joins = token.text in _JOINS and document.prose[token.start].islower()
        if known or token.text in CALENDAR or (joins and not inside and not _goes_on(piece, run, token, lexicon)):
            yield from _split(piece)
            piece = []
        else:
            piece.append(token)
    yield from _split(piece)


def _goes_on(piece: list[Token], run: Run, join: Token, lexicon: Lexicon) -> bool:
    """Whether "and" stands inside the name of an organisation: Pastoralists and Graziers Association."""
    if join.text != "and" or not piece or not all(lexicon.facts(token.text)[0].only_word for token in piece):
        return False
    after = [token.text for token in run.tokens if token.start > join.start]
    return any(text in ORGANISATIONS for text in after[:3])


def _split(piece: list[Token]) -> Iterator[tuple[list[Token], list[Token]]]:
    last = max((i for i, token in enumerate(piece) if token.text in ROLES or token.text in HONORIFICS), default=-1)
    if last + 1 < len(piece):
        yield piece[last + 1 :], piece[: last + 1]


def _trimmed(survey: Survey, tokens: list[Token], starts: frozenset[int]) -> list[Token]:
    # "Wheat Export Authority" opens a sentence as well as "Farmers Peter Corish and ..." does.
    named = len(tokens) > 2 and (any(token.text in ORGANISATIONS for token in tokens[1:]) or tokens[-1].text in PLACES)
    while tokens and (
        tokens[0].text in OPENERS
        or (tokens[0].start in starts and (tokens[0].text in _ARTICLES or (not named and _is_word(survey, tokens[0].text))))
    ):
        tokens = tokens[1:]
    while tokens and (tokens[-1].text in _JOINS):
        tokens = tokens[:-1]
    return tokens


def _is_word(survey: Survey, text: str) -> bool:
    return (text not in GENERAL and survey.lexicon.facts(text)[0].only_word) or text in survey.lower_case


def _sighting(survey: Survey, run: Run, tokens: list[Token], before: list[Token], starts: frozenset[int]) -> Sighting | None:
    if not tokens:
        return None
    document, lexicon = survey.document, survey.lexicon
    first = next(i for i, token in enumerate(run.tokens) if token.start == tokens[0].start)
    span = run.span(first, first + len(tokens))
    text = " ".join(document.text(span).split())
    parts = tuple(token.text for token in tokens)
    broken = _BROKEN.match(document.prose, span.end)
    if lexicon.exact(parts) or (text.isupper() and len(text) > 1) or broken or not is_quotable(document, span):
        return None
    if len(parts) == 1 and (
        before
        or document.prose[max(0, span.start - 1) : span.start] in HYPHENS
        or tokens[0].start in starts
        or not _is_new(survey, text, parts[0])
    ):
        return None
    role, country = _said(document, before, span.start, span.end)
    kind = _kind(survey, parts, bool(before) or bool(role))
    if len(parts) > 1 and not _is_name(survey, parts, kind):
        return None
    if len(parts) == 1 and _IN_BEFORE.search(document.prose[max(0, span.start - 10) : span.start]):
        kind = "place"
    return Sighting(text, parts, span.start, kind, role if kind in ("person", "") else "", country)


def _is_new(survey: Survey, text: str, token: str) -> bool:
    plain = len(token) >= SHORTEST and text.isalpha() and text[1:].islower()
    return plain and token not in survey.lower_case and token not in COUNTRIES and survey.lexicon.is_unknown(token)


def _kind(survey: Survey, parts: tuple[str, ...], titled: bool) -> str:
    if len(parts) > 1:
        if any(part in ORGANISATIONS for part in parts):
            return "org"
        if parts[-1] in MEDIA:
            return "agency"
        if parts[-1] in PLACES or parts[0] in BEFORE_PLACES:
            return "place"
    facts = [survey.lexicon.facts(part)[0] for part in parts]
    words = any(fact.only_word and part not in PARTICLES and len(part) > 1 for fact, part in zip(facts, parts, strict=True))
    given = facts[0].given >= AS_GIVEN or (len(parts) > 2 and len(parts[0]) == 1)
    return "person" if len(parts) > 1 and (titled or given) and not words else ""


def _is_name(survey: Survey, parts: tuple[str, ...], kind: str) -> bool:
    if len(parts) > (LONGEST if kind in ("org", "agency") else LONGEST_PERSON) or any(part.isdigit() for part in parts):
        return False
    if " ".join(parts) in COUNTRIES or all(part in GENERAL or part in COUNTRIES for part in parts):
        return False
    if kind == "person":
        return sum(len(part) > 1 for part in parts) > 1
    words = [survey.lexicon.facts(part)[0].only_word or part in COUNTRIES or part in PARTICLES for part in parts]
    if kind in ("org", "agency"):
        return not all(words) or len(parts) > 2
    return not all(words) if kind == "place" else not any(words)


def _said(document: Document, before: list[Token], start: int, end: int) -> tuple[str, str]:
    """The office before a name and the country in it or after the name."""
    named = [token for token in before if token.text not in HONORIFICS and token.text not in OPENERS]
    words = [document.prose[token.start : token.end] for token in named]
    if not before:
        match = _ROLE_BEFORE.search(document.prose[max(0, start - 40) : start])
        if match and match[2].lower() in ROLES:
            words = [word for word in (match[1] or "", match[2]) if word.lower() in ROLES or fold(word) in COUNTRIES]
    role = " ".join(words)
    country = next((COUNTRIES[fold(word)] for word in words if fold(word) in COUNTRIES), "")
    after = _COUNTRY_AFTER.match(document.prose, end)
    if after and not country:
        country = COUNTRIES.get(after[1].strip().lower(), "")
    return role, country
