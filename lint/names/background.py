"""How common a token is as a given name or surname, and whether it is a word: what makes a near miss a chance or a slip."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from .fold import TRIPLES, key, tokens, triples
from .layout import Section
from .postings import KEPT, Directory, Pairs, Places, directory_bits
from .source import Sources

KNOWN = 5e-7
"""Share of a name of which only its existence is known: one bearer in two million people."""
UNKNOWN = 1e-8
"""Share of a token that no list of names holds."""
AS_WORD = 1e-4
"""Share of a dictionary word that no list holds as a name: as a part of a proper name it says little."""
AS_NAME = 2e-5
"""From this share on the name of a country or people is taken for a personal name as well (Jordan, English)."""
FILL = 4
"""Most tokens under one place of the directory on the average: one unknown token in 16,000 is taken for a known one."""
_WORD, _NAME_TOO, _ATTESTED, _INSIDE = 1, 2, 4, 8


class Facts(NamedTuple):
    """What is known of one folded token. Shares are of all people; 0 where no list has it in that place."""

    given: float
    surname: float
    is_word: bool
    is_name: bool

    @property
    def share(self) -> float:
        """The share of people who bear it, in either place, or the share that stands in for it."""
        least = AS_WORD if self.only_word else KNOWN if self.is_name else UNKNOWN
        return max(self.given, self.surname, least)

    @property
    def only_word(self) -> bool:
        """A dictionary word that is not much of a name."""
        return self.is_word and not self.is_name


NOTHING = Facts(0.0, 0.0, False, False)
"""What is known of a token on no list."""


def background(sources: Sources, countries: Iterable[str], inside: Pairs, held: AbstractSet[str]) -> dict[str, Section]:
    """The sections that hold the tokens of the lists of names and words, of countries and peoples, and of names of several tokens.

    `inside` has the hashes of the tokens of names of several tokens, `held` the tokens of all names.
    A token is 16 bits under a place of the directory and the number of its facts: shares in 20ths of a decade, and flags.
    """
    rows: dict[int, tuple[int, int, int]] = {}
    # Names of countries and peoples are words for this purpose: "Afghan" is no misspelling of anybody.
    peoples = {token for text in countries for token in tokens(text)}
    for token in sorted(sources.shares.keys() | sources.words.keys() | peoples):
        given, surname = sources.shares.get(token, (0.0, 0.0))
        name_too = sources.words.get(token, max(given, surname) >= AS_NAME)
        is_word = token in sources.words or token in peoples
        flags = _WORD * is_word | _NAME_TOO * name_too | _ATTESTED * (token in sources.shares)
        rows.setdefault(key(token) >> (64 - KEPT), (_decades(given), _decades(surname), flags))
    inside.sort()
    for hashed, _ in inside.buckets(drop=True):
        given_, surname_, flags = rows.get(hashed, (0, 0, 0))
        rows[hashed] = given_, surname_, flags | _INSIDE
    often = Counter(rows.values())
    kinds = {row: number for number, row in enumerate(sorted(often, key=lambda row: (-often[row], row)))}
    directory = Directory(directory_bits(len(rows), FILL), 16)
    facts = array("H")
    for hashed in sorted(rows):
        directory.add(hashed)
        facts.append(kinds[rows[hashed]])
    table = bytes(value for row in kinds for value in row)
    triples_of = _triples(sources.shares.keys() | sources.words.keys() | held)
    return {**directory.sections("token"), "token.is": facts, "token.facts": table, "triples": triples_of}


def _triples(known: AbstractSet[str]) -> bytes:
    """How many known tokens hold each three letters in a row, up to 255, by `triples`."""
    counts = Counter(triple for token in known for triple in triples(token))
    return bytes(min(255, counts[triple]) for triple in range(TRIPLES))


def _decades(share: float) -> int:
    """A share as a byte: 0 for none, else 20 times its decimal logarithm above 1e-9, at least 1."""
    return min(255, max(1, round(20 * (math.log10(share) + 9)))) if share > 0 else 0


def _share(decades: int) -> float:
    return float(10 ** (decades / 20 - 9)) if decades else 0.0


class Background:
    """The background of an index."""

    def __init__(self, sections: Mapping[str, memoryview]) -> None:
        """The sections that `background` made."""
        self._places, self._is = Places(sections, "token"), sections["token.is"]
        table = sections["token.facts"]
        self._triples = sections["triples"]
        self._facts = [_fact(*table[at : at + 3]) for at in range(0, len(table), 3)]

    def __len__(self) -> int:
        return len(self._places)

    def look(self, token: str) -> tuple[Facts, bool]:
        """What is known of a folded token, and whether a form of two tokens or more has it."""
        at, end = self._places.find(key(token))
        return self._facts[self._is[at]] if at < end else (NOTHING, False)

    def facts(self, token: str) -> Facts:
        """What is known of a folded token."""
        return self.look(token)[0]

    def strangeness(self, found: str, right: str) -> int:
        """How many known tokens hold the rarest three letters in a row that one folded token has and another has not; 255 for many.

        A slip of the hand makes sequences that no name has; another real name is made of those that names have.
        """
        new = triples(found) - triples(right)
        return min((self._triples[triple] for triple in new), default=255)


def _fact(given: int, surname: int, flags: int) -> tuple[Facts, bool]:
    word = bool(flags & _WORD)
    # A word that a list of surnames holds as well ("press") is a name only when it is marked as one.
    name = bool(flags & _NAME_TOO) if word else bool(flags & _ATTESTED)
    return Facts(_share(given), _share(surname), word, name), bool(flags & _INSIDE)
