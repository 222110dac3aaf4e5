"""The index of expressions: a mapped file of sorted hashes, with the spinners' substitutions in front.

Layout, little-endian: the line `MAGIC`; three 32-bit numbers (bytes of the substitutions, number of expressions, number of names among
them); the substitutions as UTF-8 lines `wrong TAB right TAB grade`; padding to a multiple of eight bytes; the 64-bit hashes of
all expressions, sorted; the same of the names alone. An expression's hash is xxh3 of its folded words with a space between.
"""

from __future__ import annotations

import mmap
import struct
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import xxhash

from ..errors import PresscheckError
from .fold import fold, plural

MAGIC = b"presscheck expressions 1\n"
HEADER = struct.Struct("<III")
GRADES = ("sure", "usual", "names", "loose")
"""How odd the wrong word is in the place of the right one; see `lint.expressions.find`."""


class ExpressionsError(PresscheckError):
    """An index of expressions that can't be used."""


class Substitution(NamedTuple):
    """`wrong` (folded words) stands for `right` (words as they are written); `grade` is a place in GRADES."""

    wrong: tuple[str, ...]
    right: tuple[str, ...]
    grade: int


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
        size, expressions, names = HEADER.unpack(self._map[len(MAGIC) : head])
        start = head + size + -(head + size) % 8
        if len(self._map) != start + 8 * (expressions + names):
            raise ExpressionsError(f"{path}: the index of expressions is cut short; install presscheck again")
        numbers = memoryview(self._map)[start:].cast("Q")
        self._expressions, self._names = numbers[:expressions], numbers[expressions:]
        self.triggers = _triggers(self._map[head : head + size].decode())

    def has(self, words: Sequence[str]) -> bool:
        """Whether these folded words are an expression."""
        return _holds(self._expressions, words)

    def is_name(self, words: Sequence[str]) -> bool:
        """Whether these folded words are the name of an institution, an office or a place."""
        return _holds(self._names, words)


def key(words: Sequence[str]) -> int:
    """The hash of folded words."""
    return xxhash.xxh3_64_intdigest(" ".join(words).encode())


def _holds(numbers: memoryview, words: Sequence[str]) -> bool:
    wanted = key(words)
    at = bisect_left(numbers, wanted)
    return at < len(numbers) and numbers[at] == wanted


def _triggers(text: str) -> dict[str, list[Substitution]]:
    """Substitutions by the first wrong word as it may stand in a text, singular or plural, in lower case."""
    out: dict[str, list[Substitution]] = {}
    for line in text.splitlines():
        wrong, right, grade = line.split("\t")
        words = tuple(wrong.split(" "))
        one = Substitution(tuple(map(fold, words)), tuple(right.split(" ")), int(grade))
        for form in dict.fromkeys((words[0], *((plural(words[0]),) if len(words) == 1 else ()))):
            out.setdefault(form, []).append(one)
    return out
