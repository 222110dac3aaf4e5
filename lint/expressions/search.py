"""Searches words for expressions in which some were exchanged, by the substitutions of article spinners.

At each word that spinners put for another, the words around it are read as an expression with that slot filled rightly. A second
slot may be exchanged as well in expressions of three words or more, and in those of two where one exchange is `sure`.
Method: Cabanac, Labbé and Magazinov (2021), arXiv 2107.06751, describe the phenomenon; the search by substitutions is our own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from .fold import fold
from .index import GRADES, Index, Substitution

LONGEST = 5
"""Most words of an expression that are looked at."""
LONGEST_WRONG = 4
"""Most words that a substitution has on its wrong side."""
SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "a", "an"])
SURE, LOOSE = GRADES.index("sure"), GRADES.index("loose")


class Slot(NamedTuple):
    """A substitution and the words where it stands."""

    start: int
    end: int
    substitution: Substitution


class Match(NamedTuple):
    """Words that are an expression once their slots are filled rightly; `key` is that expression, folded."""

    start: int
    end: int
    slots: tuple[Slot, ...]
    key: tuple[str, ...]


def slots_at(words: Sequence[str], i: int, index: Index) -> Iterator[Slot]:
    """The substitutions that begin at word i (words in lower case)."""
    for one in index.substitutions(words[i]):
        yield Slot(i, i + 1, one)
    if words[i] in index.longer:
        for end in range(i + 2, min(i + LONGEST_WRONG, len(words)) + 1):
            for one in index.substitutions(" ".join(words[i:end])):
                yield Slot(i, end, one)


def matches(words: Sequence[str], index: Index, joined: Callable[[int], bool]) -> Iterator[Match]:
    """All matches in words in lower case, also those that overlap. `joined(i)` says whether word i + 1 follows word i directly."""
    slots = [s for i in range(len(words)) for s in slots_at(words, i, index) if all(joined(k) for k in range(i, s.end - 1))]
    folded = tuple(map(fold, words)) if slots else ()
    for number, slot in enumerate(slots):
        others = list(_following(slots, number))
        if slot.substitution.grade < LOOSE or any(other.substitution.grade < LOOSE for other in others):
            yield from _around(folded, slot, others, index, joined)


def _following(slots: Sequence[Slot], number: int) -> Iterator[Slot]:
    """The slots after one of them that may lie in the same expression."""
    slot = slots[number]
    for other in islice(slots, number + 1, None):
        if other.start >= slot.end + LONGEST:
            return
        if other.start >= slot.end:
            yield other


def _around(words: tuple[str, ...], slot: Slot, others: Sequence[Slot], index: Index, joined: Callable[[int], bool]) -> Iterator[Match]:
    """The matches that hold a slot, alone or with one of the others."""
    first, last = slot.start, slot.end
    while first > 0 and slot.end - first < LONGEST + 1 and joined(first - 1):
        first -= 1
    while last < len(words) and last - slot.start < LONGEST + 1 and joined(last - 1):
        last += 1
    middle = tuple(map(fold, slot.substitution.right))
    for start in range(first, slot.start + 1):
        if words[start] in SMALL:
            continue
        for end in range(slot.end, min(last, start + LONGEST + len(slot.substitution.wrong)) + 1):
            if words[end - 1] in SMALL:
                continue
            left, right = words[start : slot.start], words[slot.end : end]
            if not 2 <= len(left) + len(middle) + len(right) <= LONGEST:
                continue
            if slot.substitution.grade < LOOSE:
                yield from _held(words, index, Match(start, end, (slot,), (*left, *middle, *right)))
            for other in others:
                if other.end <= end:
                    key = (*left, *middle, *words[slot.end : other.start], *map(fold, other.substitution.right), *words[other.end : end])
                    grade = min(slot.substitution.grade, other.substitution.grade)
                    if grade == SURE or (grade < LOOSE and len(key) > 2):
                        yield from _held(words, index, Match(start, end, (slot, other), key))


def _held(words: tuple[str, ...], index: Index, match: Match) -> Iterator[Match]:
    """A match if the index holds its key, and not the words as they stand."""
    if index.has(match.key):
        seen = words[match.start : match.end]
        if seen != match.key and not index.has(seen):
            yield match
