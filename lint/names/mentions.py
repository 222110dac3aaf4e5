"""Who a text speaks of: its runs cut into mentions of names, and of each token where it stands, beside what, and as whose name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ..document import Document
from ..lazyregex import regex
from ..model import Span
from .lexicon import Lexicon
from .runs import OPENERS, PARTICLES, TITLES, Run, Token
from .survey import Survey

_JOINERS = frozenset(("of", "the", "for", "and", "y", "e"))
"""Lower-case words that a run goes on over, but no person's name."""
_BARE = frozenset((*TITLES, *OPENERS, *_JOINERS))
_OFFICES = (
    "mr mrs ms miss dr prof professor sir lord lady president minister secretary senator sen rep governor gov general gen colonel col"
    " major maj captain capt judge justice chairman mayor ambassador sheikh mullah imam spokesman spokeswoman sgt lt inspector detective"
)
_PERSONAL = frozenset(_OFFICES.split())
_VERBS = (
    "says?|said|tells?|told|adds?|added|believes?|thinks?|explain(?:s|ed)|argue[sd]|warn(?:s|ed)|writes?|wrote|notes?|noted|suggests|asked"
    "|claim(?:s|ed)|stress(?:es|ed)|insist(?:s|ed)|recall(?:s|ed)|joined|resigned|replied|hopes?|denie[sd]|call(?:s|ed)|described?"
    "|admit(?:s|ted)"
)
_SPEAKS = regex(
    rf"(?:,? (?:who|also|then|later|now|still))? (?:{_VERBS}|was born|has since|had been|himself|herself)\b|['’]s (?:team|colleagues)\b"
)
_SPOKEN = regex(rf"(?:\b(?:{_VERBS}|according to|colleagues of)|[,”\"’'] (?:said|says)) $")
_LOWER_WORD = regex(r"(?<![^\W_])[a-z]{2,}(?![^\W_])")


class Place(NamedTuple):
    """One token where it stands: its run, its number in it, and the mention (first and end number) that it is part of."""

    run: Run
    at: int
    first: int
    end: int

    @property
    def token(self) -> Token:
        """The token itself."""
        return self.run.tokens[self.at]

    @property
    def span(self) -> Span:
        """Where it stands in the prose."""
        return Span(self.token.start, self.token.end)

    @property
    def others(self) -> tuple[str, ...]:
        """The other tokens of the mention."""
        return tuple(t for i, t in enumerate(self.run.texts[self.first : self.end], self.first) if i != self.at)

    @property
    def alone(self) -> bool:
        """Whether nothing but titles and openers stands beside it in its run: nobody else's name, no organisation's."""
        around = (t for i, t in enumerate(self.run.texts) if i != self.at)
        return self.end - self.first == 1 and all(t in TITLES or t in OPENERS for t in around)

    @property
    def titled(self) -> bool:
        """Whether a person's title stands right before it."""
        return self.at == self.first and self.at > 0 and self.run.texts[self.at - 1] in _PERSONAL


@dataclass(frozen=True)
class Said:
    """All that a text says under one token."""

    text: str
    places: list[Place] = field(default_factory=list)

    @cached_property
    def introduced(self) -> bool:
        """Whether it stands as a surname after another name."""
        return any(p.at > p.first and p.at == p.end - 1 for p in self.places)

    @cached_property
    def alone(self) -> bool:
        """Whether it never stands beside another name."""
        return all(p.alone for p in self.places)

    @cached_property
    def beside(self) -> frozenset[str]:
        """All tokens of the mentions that it is part of."""
        return frozenset(t for p in self.places for t in p.others if len(t) > 1)

    def person(self, document: Document) -> bool:
        """Whether it speaks or bears a title somewhere."""
        return any(p.titled or speaks(document, p) for p in self.places)


class Mentions:
    """The tokens of a text's English running prose that may be names, and their places."""

    def __init__(self, survey: Survey, wanted: Collection[str] | None = None) -> None:
        """Cut the runs of a survey into mentions; of tokens that are not `wanted` nothing is kept."""
        self.survey = survey
        self.said: dict[str, Said] = {}
        languages = survey.document.languages
        per_paragraph: defaultdict[int, list[Run]] = defaultdict(list)
        for run in survey.runs:
            per_paragraph[run.paragraph].append(run)
        for number, runs in per_paragraph.items():
            if languages[number] == "en" and not _is_list(survey.document, number, runs):
                for run in runs:
                    if wanted is not None and not any(text in wanted for text in run.texts):
                        continue
                    for place in _places(run, survey.lexicon):
                        if wanted is not None and place.token.text not in wanted:
                            continue
                        self.said.setdefault(place.token.text, Said(place.token.text)).places.append(place)


def speaks(document: Document, place: Place) -> bool:
    """Whether a verb of speech stands right before or after a token that is alone."""
    if not place.alone:
        return False
    after, before = place.run.span(0, len(place.run.tokens)).end, place.run.tokens[0].start
    return bool(_SPEAKS.match(document.prose[after : after + 40]) or _SPOKEN.search(document.prose[max(0, before - 25) : before]))


def _is_list(document: Document, paragraph: int, runs: list[Run]) -> bool:
    """Whether a paragraph has more than twice as many tokens of names as words in lower case: a list of names or a table."""
    tokens = sum(len(run.tokens) for run in runs)
    return tokens > 3 and len(_LOWER_WORD.findall(document.text(document.paragraphs[paragraph]))) * 2 < tokens


def _places(run: Run, lexicon: Lexicon) -> Iterator[Place]:
    texts = run.texts
    kinds = [_kind(text, lexicon) for text in texts]
    # One word of the language between two names is a name too: "Mohammad Nadir Nadery".
    inner = [kinds[i - 1 : i + 2] == ["name", "word", "name"] for i in range(len(texts))]
    first = 0
    for i in range(len(texts) + 1):
        if i == len(texts) or kinds[i] == "bare" or (kinds[i] == "word" and not inner[i]):
            for j in range(first, i):
                if kinds[j] != "small":
                    yield Place(run, j, first, i)
            first = i + 1


def _kind(text: str, lexicon: Lexicon) -> str:
    if text in _BARE:
        return "bare"
    if len(text) == 1 or text in PARTICLES:
        return "small"
    return "word" if lexicon.facts(text)[0].only_word else "name"
