"""Names where both texts are in Latin letters: they are copied, so that one with a letter changed is a slip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rapidfuzz.distance import OSA

from ..lazyregex import regex
from ..names.fold import skeleton
from ..names.lexicon import Lexicon
from ..names.runs import TITLES
from .tokens import Token

INFLECTED = frozenset(
    ["pl", "cs", "sk", "hr", "sl", "sr", "bs", "lt", "lv", "et", "fi", "hu", "is", "la", "ro", "sq", "eu", "cy", "ga", "eo"]
)
"""Languages in Latin letters that give names endings of their own or change their last letters."""
_ENDINGS = frozenset(
    ("", "s", "es", "e", "a", "o", "n", "en", "er", "ns", "an", "in", "ian", "ien", "se", "sche", "schen", "i", "y", "ie", "ia")
)
_ADAPTED = regex(r"(?:s|ian|ien|ean|isch|ish|ois|ais|ine|ite|ik|ic|ique|ico|ica|ese|ano|ana|ini|land|mark|volk|folk)$")
"""Endings of peoples, adjectives and lands, which take the form of each language."""
_LONG = 8
"""From this length on two edits are a slip, below it one."""


class Damage(NamedTuple):
    """A name of the translation and the name of the source in whose place it stands; `near` when letters differ, else another name."""

    found: Token
    right: Token
    near: bool


class Pair(NamedTuple):
    """A source's words and its translation's, with their languages."""

    theirs: list[Token]
    ours: list[Token]
    languages: tuple[str | None, str | None]

    @property
    def is_inflected(self) -> bool:
        """Whether a name may change its last letters on the way."""
        return any(language in INFLECTED or language is None for language in self.languages)

    def unmatched(self) -> tuple[list[Token], list[Token]]:
        """The names of the source and of the translation that the other has in no form."""
        return _unmatched(self.theirs, self.ours), _unmatched(self.ours, self.theirs)


class Habits:
    """What a whole document does with its names: which ones it copies, and which it writes in another way again and again."""

    def __init__(self, pairs: Iterable[Pair], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.copied: Counter[str] = Counter()
        self.changed: Counter[tuple[str, str]] = Counter()
        for pair in pairs:
            ours = {token.folded for token in pair.ours if token.capital}
            self.copied.update({token.folded for token in pair.theirs if token.is_candidate and token.folded in ours})
            rights, wrongs = pair.unmatched()
            self.changed.update((right.folded, wrong.folded) for right in rights for wrong in wrongs if near(right, wrong))

    def copies(self, name: str) -> bool:
        """Whether a name of the source stands as it is somewhere in the translation."""
        return self.copied[name] > 0 and name not in TITLES and not self.lexicon.facts(name)[0].is_word

    def keeps(self, right: str, wrong: str) -> bool:
        """Whether the translation writes a name its own way throughout: then that is a choice."""
        return self.changed[right, wrong] > max(1, self.copied[right])


def in_latin(pair: Pair, habits: Habits, lexicon: Lexicon) -> Iterator[Damage]:
    """The damaged names of a passage."""
    rights, wrongs = pair.unmatched()
    said = False
    for wrong in wrongs:
        for right in rights:
            if near(right, wrong) and not habits.keeps(right.folded, wrong.folded) and _is_slip(right, wrong, pair, habits, lexicon):
                said = True
                yield Damage(wrong, right, True)
                break
    if not said:
        yield from _others(rights, wrongs, pair, habits, lexicon)


def _unmatched(ours: list[Token], theirs: list[Token]) -> list[Token]:
    known = {token.folded for token in theirs}
    return [
        token
        for token in ours
        if token.is_candidate and token.folded not in known and not any(_inflects(token.folded, other) for other in known)
    ]


def _inflects(one: str, other: str) -> bool:
    if len(other) < 3 or abs(len(one) - len(other)) > 4:
        return False
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return long.startswith(short) and long[len(short) :] in _ENDINGS


def near(right: Token, wrong: Token) -> bool:
    """Whether an edit or, in a long name, two may have made one of the other."""
    most = 2 if max(len(right.folded), len(wrong.folded)) >= _LONG else 1
    return OSA.distance(right.folded, wrong.folded, score_cutoff=most) <= most


def _anchored(right: Token, wrong: Token, pair: Pair, lexicon: Lexicon) -> bool:
    """Whether the same given name stands before both, or the same surname behind them."""
    for step in (-1, 1):
        i, j = right.place + step, wrong.place + step
        if 0 <= i < len(pair.theirs) and 0 <= j < len(pair.ours):
            one, other = pair.theirs[i], pair.ours[j]
            gap = right.start - one.end if step < 0 else one.start - right.end
            if one.folded == other.folded and one.capital and other.capital and len(one.folded) > 2 and gap == 1:
                facts, _ = lexicon.facts(one.folded)
                if (facts.given > 0 if step < 0 else facts.surname > 0) and not facts.only_word:
                    return True
    return False


def _is_slip(right: Token, wrong: Token, pair: Pair, habits: Habits, lexicon: Lexicon) -> bool:
    endings = _endings(right.folded, wrong.folded)
    if endings and pair.is_inflected:
        return False
    if habits.copies(right.folded) or _anchored(right, wrong, pair, lexicon):
        return True
    if not lexicon.is_unknown(wrong.folded) or right.folded in TITLES or OSA.distance(right.folded, wrong.folded) > 1:
        return False
    if habits.copied[right.folded] > 1:
        return True
    # Peoples, places and what was coined take the form of each language: Bizantino is Byzantine, Kurland is Courland.
    if (endings and set(endings) <= _ENDINGS) or is_adapted(right) or is_adapted(wrong):
        return False
    if skeleton(right.folded) == skeleton(wrong.folded):
        return False
    facts, _ = lexicon.facts(right.folded)
    form = lexicon.exact((right.folded,))
    return not facts.is_word and (pair.languages[1] == "en" or not (form and form.known.kind == "place"))


def is_adapted(token: Token) -> bool:
    """Whether a token is formed as names of peoples, adjectives and lands are."""
    return _ADAPTED.search(token.folded) is not None


def is_person(token: Token, lexicon: Lexicon) -> bool:
    """Whether a token is known as a part of people's names, and neither a word nor a place."""
    facts, _ = lexicon.facts(token.folded)
    if facts.is_word or token.folded in TITLES or not (facts.surname or facts.given):
        return False
    form = lexicon.exact((token.folded,))
    return not (form and form.known.kind == "place")


def _endings(one: str, other: str) -> tuple[str, str] | None:
    """What two tokens end in after a stem of three letters at least that they share, None where they differ before their last three."""
    n = 0
    while n < min(len(one), len(other)) and one[n] == other[n]:
        n += 1
    return (one[n:], other[n:]) if n >= 3 and max(len(one), len(other)) - n <= 3 else None


def _others(rights: list[Token], wrongs: list[Token], pair: Pair, habits: Habits, lexicon: Lexicon) -> Iterator[Damage]:
    """Another name in place of the source's: of one that is copied elsewhere, or where both are names that nobody translates."""
    sure = [right for right in rights if habits.copies(right.folded)]
    if len(sure) == 1:
        known = [wrong for wrong in wrongs if habits.copies(wrong.folded)]
        # German nouns have capitals too: an unknown one is no name.
        strange = known or [wrong for wrong in wrongs if not wrong.opens and pair.languages[1] != "de" and is_kept(wrong, lexicon)]
        if len(strange) == 1 and not _alike(sure[0], strange[0]):
            yield Damage(strange[0], sure[0], False)
    elif len(rights) == len(wrongs) == 1:
        right, wrong = rights[0], wrongs[0]
        if "de" in pair.languages and not (is_person(right, lexicon) and is_person(wrong, lexicon)):
            return
        if right.opens or wrong.opens or _alike(right, wrong) or not (is_kept(right, lexicon) and is_kept(wrong, lexicon)):
            return
        # Given names of rulers and saints are translated (Juan Carlos, John Paul), surnames are not.
        if _anchored(right, wrong, pair, lexicon) or (_is_surname(right, lexicon) and _is_surname(wrong, lexicon)):
            yield Damage(wrong, right, False)


def _alike(right: Token, wrong: Token) -> bool:
    return skeleton(right.folded)[:2] == skeleton(wrong.folded)[:2]


def is_kept(token: Token, lexicon: Lexicon) -> bool:
    """Whether a name is a person's or on no list: words and places may have other names in other languages."""
    return lexicon.is_unknown(token.folded) or is_person(token, lexicon)


def _is_surname(token: Token, lexicon: Lexicon) -> bool:
    facts, _ = lexicon.facts(token.folded)
    return facts.surname > facts.given
