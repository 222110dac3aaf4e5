"""Searches words for expressions in which some were exchanged, by the substitutions of article spinners.

At each word that spinners put for another, the words around it are read as an expression with that slot filled rightly. A second
slot may be exchanged as well in expressions of three words or more, and in those of two where one exchange is `sure`. A `loose` exchange
counts only beside another.
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
    word = words[i]
    for one in index.substitutions(word):
        yield Slot(i, i + 1, one)
    seconds = index.longer.get(word)
    if seconds and i + 1 < len(words) and words[i + 1] in seconds:
        for end in range(i + 2, min(i + LONGEST_WRONG, len(words)) + 1):
            for one in index.substitutions(" ".join(words[i:end])):
                yield Slot(i, end, one)


def matches(words: Sequence[str], index: Index, joined: Callable[[int], bool], at: int | None = None) -> Iterator[Match]:
    """All matches in words in lower case, also those that overlap; with `at` only those with a slot that begins at that word.

    `joined(i)` says whether word i + 1 follows word i directly.
    """
    near = range(len(words)) if at is None else range(max(0, at - LONGEST), min(len(words), at + LONGEST + 1))
    slots = [s for i in near for s in slots_at(words, i, index) if all(joined(k) for k in range(i, s.end - 1))]
    folded = tuple(map(fold, words)) if slots else ()
    for number, slot in enumerate(slots):
        others = [other for other in _following(slots, number) if at is None or slot.start == at or other.start == at]
        alone = slot.substitution.grade < LOOSE and (at is None or slot.start == at)
        if alone or others:
            yield from _around(folded, slot, alone, others, index, joined)


def _following(slots: Sequence[Slot], number: int) -> Iterator[Slot]:
    """The slots after one of them that may lie in the same expression, if one of the two may stand alone."""
    slot = slots[number]
    for other in islice(slots, number + 1, None):
        if other.start >= slot.end + LONGEST - 1:
            return
        if other.start >= slot.end and min(slot.substitution.grade, other.substitution.grade) < LOOSE:
            yield other


def _around(
    words: tuple[str, ...], slot: Slot, alone: bool, others: Sequence[Slot], index: Index, joined: Callable[[int], bool]
) -> Iterator[Match]:
    """The matches that hold a slot, alone or with one of the others."""
    first, last = slot.start, slot.end
    while first > 0 and slot.end - first < LONGEST + 1 and joined(first - 1):
        first -= 1
    while last < len(words) and last - slot.start < LONGEST + 1 and joined(last - 1):
        last += 1
    one = slot.substitution
    middle = tuple(map(fold, one.right))
    # what stands beside the slot must be able to stand beside its right words, unless that was exchanged itself
    before = first < slot.start and index.beside(one.before, words[slot.start - 1])
    after = slot.end < last and index.beside(one.after, words[slot.end])
    for other in (None, *others) if alone else others:
        grade = one.grade if other is None else min(one.grade, other.substitution.grade)
        filled = () if other is None else (*words[slot.end : other.start], *map(fold, other.substitution.right))
        inner = slot.end if other is None else other.end
        if inner > last:
            continue
        if other is not None and not index.beside(one.after, (*filled, "")[0]):
            continue
        starts = range(first, slot.start + 1) if before else (slot.start,)
        for start in starts:
            if words[start] in SMALL:
                continue
            head = (*words[start : slot.start], *middle, *filled)
            ends = range(inner, min(last, inner + LONGEST) + 1) if other is not None or after else (inner,)
            for end in ends:
                if words[end - 1] in SMALL:
                    continue
                key = (*head, *words[inner:end])
                if len(key) > LONGEST:
                    break
                if len(key) > 2 or (len(key) == 2 and (grade == SURE or other is None)):
                    yield from _held(words, index, Match(start, end, (slot,) if other is None else (slot, other), key))


def _held(words: tuple[str, ...], index: Index, match: Match) -> Iterator[Match]:
    """A match if the index holds its key, and not the words as they stand."""
    if index.has(match.key):
        seen = words[match.start : match.end]
        if seen != match.key and not index.has(seen):
            yield match
