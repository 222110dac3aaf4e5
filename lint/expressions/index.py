"""The index of expressions: a mapped file of sorted hashes, with the spinners' substitutions in front.

Layout, little-endian: the line `MAGIC`; four 32-bit numbers (bytes of the first words, bytes of the substitutions, number of expressions,
number of names among them); the first words of all substitutions that may stand alone, with spaces between; the substitutions as UTF-8
lines `wrong TAB right TAB grade TAB right TAB grade ...`, one for each form, singular and plural; a table of bits of the pairs of words
that expressions hold, `PAIR_BYTES` long; padding to a multiple of eight bytes; the 64-bit hashes of all expressions, sorted; the same of
the names alone. An expression's hash is xxh3 of its folded words with a space between. A pair's bit is given by xxh3 of a word next to the
right word of a substitution, with that word and its side as the seed; of words that are no such pair one in twenty has its bit set too.
"""

from __future__ import annotations

import mmap
import struct
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

import xxhash

from ..errors import PresscheckError
from .fold import fold

MAGIC = b"presscheck expressions 2\n"
HEADER = struct.Struct("<IIII")
PAIR_BYTES = 1 << 18
GRADES = ("sure", "usual", "names", "loose")
"""How odd the wrong word is in the place of the right one; see `lint.expressions.find`."""
BEFORE, AFTER = 1, 2
_number = xxhash.xxh3_64_intdigest


class ExpressionsError(PresscheckError):
    """An index of expressions that can't be used."""


class Substitution(NamedTuple):
    """`wrong` (folded words) stands for `right` (words as they are written); `grade` is a place in GRADES.

    `before` and `after` are the seeds of the bits of words that stand before and after the right words in expressions.
    """

    wrong: tuple[str, ...]
    right: tuple[str, ...]
    grade: int
    before: int
    after: int


class Index:
    """Which expressions there are, and which words spinners put for which."""

    def __init__(self, path: str) -> None:
        """Maps a file. Raises ExpressionsError when it is missing, damaged or of another version."""
        try:
            with open(path, "rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise ExpressionsError(f"{path}: the index of expressions can't be read ({error}); install presscheck again") from None
        head = len(MAGIC) + HEADER.size
        if self._map[: len(MAGIC)] != MAGIC or len(self._map) < head:
            raise ExpressionsError(f"{path}: expected an index of expressions of this version; install presscheck again")
        first, size, expressions, names = HEADER.unpack(self._map[len(MAGIC) : head])
        rows = head + first
        pairs = rows + size
        start = pairs + PAIR_BYTES + -(pairs + PAIR_BYTES) % 8
        if len(self._map) != start + 8 * (expressions + names):
            raise ExpressionsError(f"{path}: the index of expressions is cut short; install presscheck again")
        self.triggers = frozenset(self._map[head:rows].decode().split(" "))
        """First words of the substitutions that may stand alone, in lower case."""
        self._rows = (rows, pairs)
        self._pairs = memoryview(self._map)[pairs : pairs + PAIR_BYTES]
        numbers = memoryview(self._map)[start:].cast("Q")
        self._expressions, self._names = numbers[:expressions], numbers[expressions:]

    def has(self, words: Sequence[str]) -> bool:
        """Whether these folded words are an expression."""
        return _holds(self._expressions, words)

    def is_name(self, words: Sequence[str]) -> bool:
        """Whether these folded words are the name of an institution, an office or a place."""
        return _holds(self._names, words)

    def beside(self, seed: int, word: str) -> bool:
        """Whether some expression may have this folded word beside a right word; the seed says which one, and on which side."""
        bit = _number(word.encode(), seed)
        return bool(self._pairs[bit >> 3 & PAIR_BYTES - 1] & 1 << (bit & 7))

    def substitutions(self, wrong: str) -> tuple[Substitution, ...]:
        """What spinners put these words of a text for (lower case, a space between)."""
        row = self._lines.get(wrong)
        return _parsed(wrong, row) if row else ()

    @cached_property
    def _lines(self) -> dict[str, str]:
        text = self._map[slice(*self._rows)].decode()
        return {wrong: row for wrong, _, row in (line.partition("\t") for line in text.split("\n"))}

    @cached_property
    def longer(self) -> dict[str, set[str]]:
        """First words of the substitutions of several words, each with the words that may be second."""
        out: dict[str, set[str]] = {}
        for first, second in (wrong.split(" ")[:2] for wrong in self._lines if " " in wrong):
            out.setdefault(first, set()).add(second)
        return out


def key(words: Sequence[str]) -> int:
    """The hash of folded words."""
    return _number(" ".join(words).encode())


def seed(word: str, side: int) -> int:
    """The seed of the bits of words that stand BEFORE or AFTER a folded word."""
    return (_number(word.encode()) & (1 << 62) - 1) << 2 | side


def pair_bit(before_or_after: int, word: str) -> int:
    """The place of a pair's bit in the table."""
    return _number(word.encode(), before_or_after) & 8 * PAIR_BYTES - 1


def _holds(numbers: memoryview, words: Sequence[str]) -> bool:
    wanted = key(words)
    at = bisect_left(numbers, wanted)
    return at < len(numbers) and numbers[at] == wanted


@lru_cache(maxsize=1 << 13)
def _parsed(wrong: str, row: str) -> tuple[Substitution, ...]:
    cells = row.split("\t")
    folded = tuple(map(fold, wrong.split(" ")))
    out = []
    for right, grade in zip(cells[::2], cells[1::2], strict=True):
        words = tuple(right.split(" "))
        out.append(Substitution(folded, words, int(grade), seed(fold(words[0]), BEFORE), seed(fold(words[-1]), AFTER)))
    return tuple(out)
