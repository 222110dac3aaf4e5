"""One name in two spellings in different texts of a run: a short summary of each text, and what the summaries say of each other.

Texts have less in common than the lines of one, so the evidence is stricter than within a text: a full name that hardly anybody else bears
and that differs in one token, or a token that no list has, said in several texts otherwise.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from ..document import Document
from ..model import Place, Span
from .evidence import is_derived
from .lexicon import Lexicon
from .mentions import Mentions
from .mentions import Place as Mention
from .near import gender_pair, near
from .runs import PARTICLES, is_quotable
from .survey import Survey
from .twins import twins

MOST = 400
"""Most names that the summary of a text holds; the most frequent ones stay."""
LONGEST = 4
"""Most tokens of such a name."""
RARE = 8
"""Fewest letters of a token that is held against others without a given name."""
NOBODY_ELSE = 1e-8
"""Chance of the tokens of a full name together below which two texts that have them speak of one person."""
SEVERAL = 2
"""In how many other texts a single token must be spelt otherwise."""

Parts = tuple[str, ...]


class Name(NamedTuple):
    """A name as one text has it: folded tokens, as written, how often, where first (in the source), and what is known of it."""

    parts: Parts
    written: str
    times: int
    span: Span
    place: Place
    known: bool
    unknown: tuple[bool, ...]
    share: float


@dataclass(frozen=True, slots=True)
class Clash:
    """A name that other texts spell otherwise: its text, the other spelling, and the texts that have this and that.

    `places` are texts with the other spelling, `again` further ones with this. `undecided` says that both stand in as many texts.
    """

    path: str
    name: Name
    other: str
    places: tuple[tuple[str, Name], ...]
    again: tuple[tuple[str, Name], ...]
    undecided: bool


def summary(document: Document, lexicon: Lexicon) -> tuple[Name, ...]:
    """The full names of a text and its single tokens that no list has, at most MOST of them."""
    survey = Survey(document, lexicon)
    right = {span for spans in survey.known.values() for span in spans}
    counts: Counter[Parts] = Counter()
    first: dict[Parts, Mention] = {}
    for said in Mentions(survey).said.values():
        for place in said.places:
            for parts in _names(survey, place):
                counts[parts] += 1
                first[parts] = min(first.get(parts, place), place, key=lambda p: p.token.start)
    chosen = sorted(counts, key=lambda parts: (-counts[parts], parts))[:MOST]
    out = []
    for parts in chosen:
        mention = first[parts]
        span = mention.run.span(mention.end - len(parts), mention.end) if len(parts) > 1 else mention.span
        share = 1.0
        for part in parts:
            share *= lexicon.facts(part)[0].share if part not in PARTICLES else 1.0
        source = document.to_source(span)
        at = Place(*document.position(source.start), *document.position(source.end))
        known = any(span.overlap(other) for other in right)
        written = document.text(span).replace("\n", " ")
        out.append(Name(parts, written, counts[parts], source, at, known, tuple(map(lexicon.is_unknown, parts)), share))
    return tuple(out)


def _names(survey: Survey, place: Mention) -> Iterable[Parts]:
    """The full name that a place is the surname of, and its token if no list has it."""
    text = place.token.text
    if not text.isalpha() or text in survey.lower_case or (text,) in survey.lexicon.right or not is_quotable(survey.document, place.span):
        return
    if survey.document.text(place.span).isupper():
        return
    parts = place.run.texts[place.first : place.end]
    right = parts in survey.lexicon.right
    if place.at == place.end - 1 and 2 <= len(parts) <= LONGEST and not right and all(len(part) > 1 for part in parts):
        yield parts
    if len(text) >= RARE and survey.lexicon.is_unknown(text) and not right:
        yield (text,)


def clashes(summaries: Mapping[str, Iterable[Name]]) -> list[Clash]:
    """The names that texts of a run spell differently, each pair once, by path and place; the order of the texts changes nothing."""
    texts: defaultdict[Parts, dict[str, Name]] = defaultdict(dict)
    for path in sorted(summaries):
        for name in summaries[path]:
            texts[name.parts][path] = name
    full = [parts for parts in texts if len(parts) > 1]
    single = [parts[0] for parts in texts if len(parts) == 1]
    pairs = {pair for pair in _open_pairs(full) if _is_one_person(texts, *pair)}
    pairs |= {((x,), (y,)) for x, y in twins(single) if _is_one_token(texts, x, y)}
    found = [_clash(texts, *pair) for pair in pairs if texts[pair[0]].keys().isdisjoint(texts[pair[1]])]
    found.sort(key=lambda c: (c.path, c.name.span, -len(c.name.parts), c.other))
    out: list[Clash] = []
    for clash in found:
        if not any(c.path == clash.path and c.name.span.overlap(clash.name.span) for c in out[-3:]):
            out.append(clash)
    return out


def _open_pairs(full: Iterable[Parts]) -> Iterable[tuple[Parts, Parts]]:
    """Pairs of names of as many tokens that differ in one."""
    slots: defaultdict[Parts, list[Parts]] = defaultdict(list)
    for parts in full:
        for i in range(len(parts)):
            slot = (*parts[:i], "*", *parts[i + 1 :])
            slots[slot].append(parts)
    for names in slots.values():
        yield from combinations(sorted(names), 2)


def _is_one_person(texts: Mapping[Parts, Mapping[str, Name]], one: Parts, other: Parts) -> bool:
    a, b = (next(iter(texts[parts].values())) for parts in (one, other))
    at = next(i for i, (x, y) in enumerate(zip(one, other, strict=True)) if x != y)
    x, y = one[at], other[at]
    nearness = near(x, y)
    if nearness is None or (a.known and b.known) or max(a.share, b.share) > NOBODY_ELSE:
        return False
    if gender_pair(x, y) or is_derived(x, y, nearness) or (x[0] != y[0] and not nearness.same_sound):
        return False
    if nearness.same_sound or (nearness.distance == 1 and nearness.same_consonants):
        return True
    return nearness.distance == 1 and min(len(x), len(y)) >= 5 and (a.unknown[at] or b.unknown[at])


def _is_one_token(texts: Mapping[Parts, Mapping[str, Name]], x: str, y: str) -> bool:
    nearness = near(x, y)
    if nearness is None or x[0] != y[0] or is_derived(x, y, nearness) or not (nearness.distance == 1 or nearness.same_sound):
        return False
    fewer, more = sorted((texts[(x,)], texts[(y,)]), key=len)
    return len(fewer) == 1 and len(more) >= SEVERAL


def _clash(texts: Mapping[Parts, Mapping[str, Name]], one: Parts, other: Parts) -> Clash:
    """The slip is what no gazetteer has, what fewer texts have, what is said less often."""

    def rank(parts: Parts) -> tuple[bool, int, int]:
        names = texts[parts].values()
        return any(name.known for name in names), len(names), sum(name.times for name in names)

    odd, right = sorted((one, other), key=lambda parts: (rank(parts), parts))
    undecided = rank(odd) == rank(right)
    if undecided and min(texts[odd]) < min(texts[right]):
        odd, right = right, odd
    (path, name), *again = sorted(texts[odd].items())
    places = sorted(texts[right].items())
    return Clash(path, name, places[0][1].written, tuple(places), tuple(again), undecided)
