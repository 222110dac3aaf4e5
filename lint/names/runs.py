"""Capitalised runs of a text: what may hold a name. Titles, initials, particles, hyphens, possessives and all-caps lines are told apart."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from ..document import Document
from ..lazyregex import regex
from ..model import Span
from .fold import fold, without_possessive

UPPER = "".join(c for c in map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00))) if c.isupper())
"""The capital letters of the Latin script."""
_CONNECTORS = "of|the|for|and|de|del|della|der|den|di|da|do|dos|das|du|la|le|van|von|ter|bin|bint|ben|ibn|abu|al|el|ul|ur|ud|uz|e|y"
_WORD = rf"[{UPPER}][^\W_]*(?:['’ʼ‘`][^\W_]+)*"
_GAP = rf"(?:[ \u00a0]|(?<=\b[{UPPER}])\.[ \u00a0]?|(?<=\bSt)\. |[-\u2010\u2011])"
_RUN = regex(rf"(?<![\w@#/\\])(?:(?:al|el)-)?{_WORD}(?:{_GAP}(?:(?:(?:{_CONNECTORS})(?:[ \u00a0]|-)){{0,3}}|& ){_WORD})*")
"""Not after a letter, a handle's @, a hash or a slash; a full stop goes on with a run only after an initial and after "St"."""
_TOKEN = regex(r"[^\W_]+(?:['’ʼ‘`][^\W_]+)*")
HYPHENS = ("-", "\u2010", "\u2011")
"""What joins the halves of a double-barrelled name."""
PARTICLES = frozenset(_CONNECTORS.split("|"))
"""Lower-case tokens inside a name; they are neither looked at as open tokens nor as anchors."""
_TITLES = (
    "mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister secretary senator sen rep representative gov"
    " governor general gen col colonel maj major capt captain lt sgt adm admiral king queen prince princess pope cardinal bishop rev"
    " reverend father sister brother judge justice chief chairman mayor ambassador premier chancellor sheikh shaikh mullah imam ayatollah"
    " emir sultan haji maulvi mawlawi mufti deputy former acting state foreign national special attorney speaker officer inspector"
    " detective senior junior us uk monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
    " august september october november december st saint north south east west northern southern eastern western new old great upper lower"
    " san santa los las"
)
TITLES = frozenset(_TITLES.split())
"""Tokens before or beside names that say nothing about which name it is."""


_OPENERS = (
    "on in at by he it we as if so to of the but and or when while after before since for from with that this they she his her their"
    " monday tuesday wednesday thursday friday saturday sunday yesterday today later earlier meanwhile last"
    " about above across against although amid among around because behind below between beyond despite during here how if inside into like"
    " near now once onto our out outside over their then there these through throughout toward towards under unless unlike until"
    " upon via what where whereas whether who why within without you your my not only even still yet also both"
)
OPENERS = frozenset(_OPENERS.split())
"""Tokens that open a sentence before a name and are no part of it."""


class Token(NamedTuple):
    """One token of a run: folded, and its place in the prose without a possessive ending."""

    text: str
    start: int
    end: int


class Run(NamedTuple):
    """Capitalised tokens in a row with their folded texts; `paragraph` is the index of the paragraph they stand in."""

    tokens: tuple[Token, ...]
    texts: tuple[str, ...]
    paragraph: int

    def span(self, first: int, end: int) -> Span:
        """The prose of the tokens from `first` up to but without `end`."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)


class Runs:
    """The runs of a text in order. Each is made when it is asked for: as an object it takes 300 bytes, here 30."""

    def __init__(self, document: Document, without: AbstractSet[str] = frozenset()) -> None:
        """Find the runs, but those of nothing but one token that stands in `without`."""
        self.texts: list[tuple[str, ...]] = []
        self._paragraphs, self._at, self._places = array("I"), array("I"), array("I")
        for texts, places, paragraph in _found(document, without):
            self.texts.append(texts)
            self._paragraphs.append(paragraph)
            self._at.append(len(self._places))
            self._places.extend(places)

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Run]:
        return map(self.__getitem__, range(len(self.texts)))

    def __getitem__(self, number: int) -> Run:
        return _run(self.texts[number], self._places, self._at[number], self._paragraphs[number])

    def having(self, tokens: AbstractSet[str]) -> Iterator[Run]:
        """The runs with one of these folded tokens."""
        return (self[number] for number, texts in enumerate(self.texts) if not tokens.isdisjoint(texts))

    def paragraph(self, number: int) -> int:
        """The index of the paragraph that a run stands in."""
        return self._paragraphs[number]

    def span(self, number: int, first: int = 0, end: int | None = None) -> Span:
        """The prose of a run, or of its tokens from `first` up to but without `end`."""
        at = self._at[number]
        last = len(self.texts[number]) if end is None else end
        return Span(self._places[at + 2 * first], self._places[at + 2 * last - 1])


def runs(document: Document) -> Iterator[Run]:
    """The runs of a text in order, those of one token included. A line break inside a paragraph reads as a space."""
    return (_run(texts, places, 0, paragraph) for texts, places, paragraph in _found(document, frozenset()))


def _run(texts: tuple[str, ...], places: Sequence[int], at: int, paragraph: int) -> Run:
    if len(texts) == 1:
        return Run((Token(texts[0], places[at], places[at + 1]),), texts, paragraph)
    return Run(tuple([Token(text, places[at + 2 * i], places[at + 2 * i + 1]) for i, text in enumerate(texts)]), texts, paragraph)


def _found(document: Document, without: AbstractSet[str]) -> Iterator[tuple[tuple[str, ...], Sequence[int], int]]:
    """The folded tokens of each run, where each of them starts and ends, and the number of its paragraph."""
    same: dict[tuple[str, ...], tuple[str, ...]] = {}  # a long text says its names again and again
    for number, paragraph in enumerate(document.paragraphs):
        for match in _RUN.finditer(document.flat(paragraph)):
            at = paragraph.start + match.start()
            whole = match.group()
            if whole.isalnum():  # one token, as most runs are
                folded = fold(whole)
                if folded not in without:
                    one = (folded,)
                    yield same.setdefault(one, one), (at, at + len(whole)), number
                continue
            texts: list[str] = []
            places: list[int] = []
            for m in _TOKEN.finditer(whole):
                written = m.group()
                word = written if written.isalnum() else without_possessive(written)
                texts.append(fold(word))
                places += (at + m.start(), at + m.start() + len(word))
                if len(word) < len(written):  # what follows a possessive is another name
                    if len(texts) > 1 or texts[0] not in without:
                        told = tuple(texts)
                        yield same.setdefault(told, told), places, number
                    texts, places = [], []
            if len(texts) > 1 or (texts and texts[0] not in without):
                told = tuple(texts)
                yield same.setdefault(told, told), places, number


_TO_SPACE = regex(r"\S*$")
_FROM_SPACE = regex(r"\S*")
_ADDRESS = regex(r"://|www\.|@|#\w|\.(?:com|org|net|gov|edu|info|html?|php)\b|/\w+/|_")
_MOJIBAKE = regex(r"[\u00e2\u00c3][\u0080-\u00bf\u20ac\u2122]?$")
"""What is left of an apostrophe read in another encoding: no letter of the name."""
_ENTITY = regex(r"&(?:#\d+|[A-Za-z]+);")
_SIC = regex(r"[^\n.!?]{0,30}[\[(]\s*sic\s*[!.]?\s*[\])]", re.IGNORECASE)


def is_quotable(document: Document, span: Span) -> bool:
    """Whether the span is prose that somebody wrote: no part of an address, a handle or a file name, not marked [sic], not mis-decoded."""
    prose = document.prose
    before = _TO_SPACE.search(prose[max(0, span.start - 100) : span.start])
    after = _FROM_SPACE.match(prose[span.end : span.end + 100])
    around = (before.group() if before else "") + "\0" + (after.group() if after else "")
    if _MOJIBAKE.search(prose[span.start : span.end]):
        return False
    if _ENTITY.match(prose, span.end):
        return False  # an undecoded entity goes on with the word
    return not _ADDRESS.search(around) and not _SIC.match(prose[span.end : span.end + 60])
