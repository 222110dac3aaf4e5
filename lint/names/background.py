"""How common a token is as a given name or surname, and whether it is a word: what makes a near miss a chance or a slip."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from .fold import key, triples

KNOWN = 5e-7
"""Share of a name of which only its existence is known: one bearer in two million people."""
UNKNOWN = 1e-8
"""Share of a token that no list of names holds."""
AS_WORD = 1e-4
"""Share of a dictionary word that no list holds as a name: as a part of a proper name it says little."""
_WORD, _NAME_TOO, _ATTESTED = 1, 2, 4


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


_NOTHING = Facts(0.0, 0.0, False, False)


class Background:
    """The background arrays of an index."""

    def __init__(self, sections: dict[str, memoryview]) -> None:
        """The sections that begin with `bg.`."""
        self._triples = sections["bg.triples"]
        self._keys = sections["bg.key"].cast("I")
        self._given, self._surname, self._flags = (sections[f"bg.{name}"] for name in ("given", "surname", "flags"))

    def __len__(self) -> int:
        return len(self._keys)

    def facts(self, token: str) -> Facts:
        """What is known of a folded token."""
        wanted = key(token) >> 32
        i = bisect_left(self._keys, wanted)
        if i == len(self._keys) or self._keys[i] != wanted:
            return _NOTHING
        flags = self._flags[i]
        word = bool(flags & _WORD)
        # A word that a list of surnames holds as well ("press") is a name only when it is marked as one.
        name = bool(flags & _NAME_TOO) if word else bool(flags & _ATTESTED)
        return Facts(_share(self._given[i]), _share(self._surname[i]), word, name)

    def strangeness(self, found: str, right: str) -> int:
        """How many known tokens hold the rarest three letters in a row that one folded token has and another has not; 255 for many.

        A slip of the hand makes sequences that no name has; another real name is made of those that names have.
        """
        new = triples(found) - triples(right)
        return min((self._triples[triple] for triple in new), default=255)


def _share(decades: int) -> float:
    return float(10 ** (decades / 20 - 9)) if decades else 0.0
