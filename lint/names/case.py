"""One open token of a name held against one known form, and all that speaks for or against a slip."""

from __future__ import annotations

from dataclasses import dataclass

from .background import KNOWN, Facts
from .near import Nearness, gender_pair, transposed

TINY = 1e-9
"""Chance of the tokens as found below which nobody is expected to bear them together: about ten people on earth."""
SMALL = 1e-7
RARE = 1e-6
"""Share of a token that points to one family."""
ODD = 40
"""Known tokens that hold three letters in a row, up to which these look like a slip in a token that no list has."""
PROMINENT = 2
"""Tiers up to this belong to names that are in the news."""
COMMON_GIVEN = 2e-5
"""Share from which a given name says little about who bears it."""
COMMON = 2e-5
"""Share of a surname from which a namesake of a prominent person is to be expected."""


@dataclass(frozen=True, slots=True)
class Case:
    """One open token held against one known form, and all that speaks for or against a slip."""

    found: str
    right: str
    near: Nearness
    facts: Facts
    anchors: tuple[Facts, ...]
    kind: str
    tier: int
    last: bool
    exact_run: bool
    rivals: int
    cut: bool
    context: int
    office: int
    latin: bool
    right_elsewhere: bool
    same_sentence: bool
    anchor_alone: bool
    titles: bool
    lower_case: bool
    ordinary: bool
    tied: bool
    strange: int
    pinyin: bool
    general: bool
    word: bool

    @property
    def unknown(self) -> bool:
        """Whether the found token is neither a name on any list nor a word."""
        return not self.facts.is_name and not self.facts.is_word

    @property
    def slip(self) -> bool:
        """Whether an unknown token can hardly be anything but a slip: the nearer, the stranger its letters, the fewer share the anchors."""
        if not self.unknown or (len(self.found) < 4 and len(self.anchors) < 2) or (self.tier > PROMINENT and self.pinyin):
            return False
        strange, shorter = self.strange, min(len(self.found), len(self.right))
        if self.near.distance == 1 or self.near.same_sound:
            if self.same_letter:
                return strange <= 3 * ODD or self.rivals <= 20 or self.support
            return strange <= ODD or self.rivals <= 5
        if self.near.distance == 2 and shorter >= 5:
            if self.same_letter:
                close = self.near.similarity >= 0.7
                return strange <= (ODD if close else ODD // 2) or (
                    close and strange <= 3 * ODD and ((self.rivals <= 3 and self.pa <= RARE) or self.support)
                )
            return strange <= ODD // 8 and self.rivals <= 3
        return self.near.distance == 3 and shorter >= 8 and self.same_letter and strange <= ODD // 8 and self.rivals <= 3

    @property
    def tight(self) -> bool:
        """Near enough for a slip: further for an unknown token and somebody prominent, shorter among several rare anchors."""
        if self.near.tight or self.slip or (self.near.fair and self.unknown and self.tier <= PROMINENT and self.same_letter):
            return True
        return self.near.distance == 1 and len(self.anchors) >= 2 and self.pa <= TINY

    @property
    def pa(self) -> float:
        """Product of the anchors' shares."""
        product = 1.0
        for facts in self.anchors:
            product *= facts.share
        return product

    @property
    def lam(self) -> float:
        """Product of the shares of all tokens as found."""
        return self.pa * self.facts.share

    @property
    def support(self) -> bool:
        """Whether the context speaks for the entity: two of its words, or one where few entities share the anchors."""
        return self.context >= 2 or (self.context >= 1 and self.rivals <= 3)

    @property
    def same_letter(self) -> bool:
        """Whether both tokens begin alike, or with the same two letters turned round by a slip."""
        return self.found[0] == self.right[0] or (self.transposed and self.unknown)

    @property
    def transposed(self) -> bool:
        """Whether two neighbouring letters have changed places: a slip of the hand, which no transliteration makes."""
        return transposed(self.found, self.right)

    @property
    def mistyped(self) -> bool:
        """Whether no other transliteration can be meant: letters have changed places, or the right token is a word of English."""
        return self.transposed or self.word

    @property
    def alone(self) -> bool:
        """Whether the anchors are one household name's and nobody else's; a word must close the run then ("Elon Must Go" does not)."""
        rare = self.pa <= (RARE if self.tier == 1 else KNOWN)
        if self.kind != "person" or self.tier > PROMINENT or self.rivals > 1 or not rare or not (self.tight and self.same_letter):
            return False
        if self.last:
            return self.tier == 1 and self.facts.only_word and self.exact_run and self.near.distance == 1
        return not self.facts.only_word and not gender_pair(self.found, self.right)

    @property
    def inner(self) -> bool:
        """Whether the token stands inside an organisation's name, where no plural or demonym is formed; "John Hopkins" may be a man."""
        return self.kind in ("org", "agency") and not self.last and (len(self.anchors) >= 2 or self.facts.given < COMMON_GIVEN)

    @property
    def framed(self) -> bool:
        """Whether a token stands inside an organisation's name whose other tokens are hardly anybody else's (Agence … Presse)."""
        return self.inner and self.exact_run and self.same_letter and len(self.anchors) >= 2 and self.pa <= TINY and self.tier <= PROMINENT

    @property
    def in_office(self) -> bool:
        """Whether the office beside the name is a prominent person's, and the tokens are as near as so much evidence asks for."""
        alike = self.same_letter or self.near.same_sound
        if self.kind != "person" or self.tier > PROMINENT or not self.office or self.ordinary or not alike:
            return False
        if self.office == 1:
            return self.near.tight and self.lam <= 10 * TINY
        return self.near.tight or self.near.fair or (self.office >= 3 and self.near.similarity >= 0.5)
