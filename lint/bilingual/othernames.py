"""Names across scripts: a Latin name must sound like a word of the other text, and be written as elsewhere. Chinese is not judged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..names.lexicon import Lexicon
from .latinnames import is_adapted, is_kept, is_person, near
from .sounds import Sound, distance, latin, sounds
from .tokens import Token, tokens

_LEAST = 4
"""Fewest consonants of a name that is held against words that nearly sound like it: with fewer, they do so by chance."""
_FEW = 3
"""Fewest of one that is looked for at all."""
_STEM = 3
"""Fewest letters in which two forms of a word begin alike."""


class Heard(NamedTuple):
    """A word and its consonants."""

    token: Token
    sounds: tuple[Sound, ...]


class Sides(NamedTuple):
    """The names of the text in Latin letters, the words of the other one, and which of them sound alike."""

    names: list[Heard]
    words: list[Heard]
    cased: bool
    matched: list[tuple[Token, Token]]


class Found(NamedTuple):
    """A Latin name and the word of the other text that it stands for or should; `form` is how it is written elsewhere."""

    name: Token
    word: Token
    form: str = ""


def sides(western: str, other: str) -> Sides:
    """The two sides of a passage."""
    words = [Heard(token, heard) for token in tokens(other) if (heard := sounds(token.text))]
    cased = any(word.token.capital for word in words)
    if cased:
        words = [word for word in words if word.token.capital]
    names = [Heard(token, latin(token.folded)) for token in tokens(western) if token.is_candidate] if words else []
    matched = [(name.token, word.token) for name in names for word in words if distance(name.sounds, word.sounds, 2, 3) == 0]
    return Sides(names, words, cased, matched)


class Habits:
    """How a whole document writes its names: Latin form -> the words of the other text that it stands for."""

    def __init__(self, passages: Iterable[Sides], lexicon: Lexicon) -> None:
        self.words: dict[str, Counter[str]] = defaultdict(Counter)
        self.written: dict[str, str] = {}
        self.often: Counter[str] = Counter()
        for passage in passages:
            for name, word in passage.matched:
                if not name.opens and len(latin(name.folded)) >= _FEW and is_kept(name, lexicon):
                    self.words[name.folded][word.folded] += 1
                    self.written[name.folded] = name.text
            self.often.update({name.folded for name, _ in passage.matched})

    def expected(self, passage: Sides) -> Iterator[tuple[str, Token]]:
        """Names that stand elsewhere for a word of this passage, and are not in it."""
        here = {name.token.folded for name in passage.names}
        for form, words in self.words.items():
            if form not in here:
                for word in passage.words:
                    if any(_same_stem(word.token.folded, known) for known in words):
                        yield form, word.token
                        break


def in_other(passage: Sides, habits: Habits, lexicon: Lexicon) -> Iterator[Found]:
    """The damaged names of a passage, whichever side is the translation."""
    expected = list(habits.expected(passage))
    heard = {name.place for name, _ in passage.matched}
    taken = {word.place for _, word in passage.matched}
    said = False
    for name in passage.names:
        mine = name.token
        rivals = [
            (form, word)
            for form, word in expected
            if near(mine._replace(folded=form), mine) and habits.often[form] > habits.often[mine.folded]
        ]
        if rivals and (habits.often[mine.folded] == 0 or mine.place in heard):
            said = True
            yield Found(mine, rivals[0][1], habits.written[rivals[0][0]])
    left = [name for name in passage.names if name.token.place not in heard and not is_adapted(name.token) and is_kept(name.token, lexicon)]
    free = [word for word in passage.words if word.token.place not in taken]
    for name in left if not said else ():
        if _firm(name.sounds) >= _LEAST + (not passage.cased) and not name.token.opens:
            close = [word for word in free if _firm(word.sounds) >= _LEAST - 1 and distance(name.sounds, word.sounds, 0, 1) == 1]
            if len(close) == 1:
                said = True
                yield Found(name.token, close[0].token)
    if said or len(left) != 1:
        return
    other = [(form, word) for form, word in expected if habits.often[form] > 1]
    if len(other) == 1 and passage.cased and _firm(latin(other[0][0])) >= _FEW:
        yield Found(left[0].token, other[0][1], habits.written[other[0][0]])
    elif not left[0].token.opens and passage.cased and is_person(left[0].token, lexicon):
        lonely = [word for word in free if not word.token.opens and _firm(word.sounds) >= _FEW]
        if len(lonely) == 1 and _firm(left[0].sounds) >= _FEW and distance(left[0].sounds, lonely[0].sounds, 0, 1) > 2:
            yield Found(left[0].token, lonely[0].token)


def _same_stem(one: str, other: str) -> bool:
    """Whether two words are forms of one: long ones may differ in their last two letters, short ones in the last."""
    longest = max(len(one), len(other))
    least = max(_STEM, longest - (2 if longest > 5 else 1))
    return one[:least] == other[:least]


def _firm(heard: tuple[Sound, ...]) -> int:
    return sum(not sound.optional for sound in heard)
