"""Capitalised runs of a text: what may hold a name. Titles, initials, particles, hyphens, possessives and all-caps lines are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
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


def runs(document: Document, without: AbstractSet[str] = frozenset()) -> Iterator[Run]:
    """The runs of a text in order, those of one token included. A line break inside a paragraph reads as a space.

    Left out are runs of nothing but one token that stands in `without`.
    """
    same: dict[tuple[str, ...], tuple[str, ...]] = {}  # a long text says its names again and again
    for number, paragraph in enumerate(document.paragraphs):
        for match in _RUN.finditer(document.flat(paragraph)):
            at = paragraph.start + match.start()
            whole = match.group()
            if whole.isalnum():  # one token, as most runs are
                folded = fold(whole)
                if folded not in without:
                    texts = (folded,)
                    yield Run((Token(folded, at, at + len(whole)),), same.setdefault(texts, texts), number)
                continue
            parts: list[Token] = []
            for m in _TOKEN.finditer(whole):
                written = m.group()
                word = written if written.isalnum() else without_possessive(written)
                parts.append(Token(fold(word), at + m.start(), at + m.start() + len(word)))
                if len(word) < len(written):  # what follows a possessive is another name
                    if len(parts) > 1 or parts[0].text not in without:
                        yield _run(parts, number, same)
                    parts = []
            if len(parts) > 1 or (parts and parts[0].text not in without):
                yield _run(parts, number, same)


def _run(parts: list[Token], paragraph: int, same: dict[tuple[str, ...], tuple[str, ...]]) -> Run:
    texts = tuple([part.text for part in parts])
    return Run(tuple(parts), same.setdefault(texts, texts), paragraph)


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
