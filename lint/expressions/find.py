"""Finds fixed expressions in which words were exchanged, by the substitutions of article spinners.

At each word that spinners put for another, the words around it are read as an expression with that slot filled rightly. A second
slot may be exchanged as well in expressions of three words or more, and in those of two where one exchange is `sure`.
Method: Cabanac, Labbé and Magazinov (2021), arXiv 2107.06751, describe the phenomenon; the search by substitutions is our own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from ..document import Document, Word
from ..model import Span
from .fold import fold, plural
from .index import Index, Substitution

LONGEST = 5
"""Most words of an expression that are looked at."""
_JOINTS = frozenset((" ", "-", "\n", "\u00a0", "‑"))
_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "a", "an"])
SURE, USUAL, NAMES, LOOSE = range(4)


class Finding(NamedTuple):
    """An expression that was exchanged: where, what it should be, whether it is a name, and how sure (0 is surest)."""

    span: Span
    right: str
    name: bool
    grade: int


class _Slot(NamedTuple):
    start: int
    end: int
    substitution: Substitution


def find(document: Document, index: Index) -> list[Finding]:
    """The findings of a document in order; of two that overlap the one with more words stays."""
    words = document.words
    triggers = index.triggers
    starts = [i for i, word in enumerate(words) if word.text.lower() in triggers]
    if not starts:
        return []
    text = _Text(document, words)
    slots = [slot for i in starts for slot in text.slots(i, triggers[words[i].text.lower()])]
    found: dict[Span, Finding] = {}
    for number, slot in enumerate(slots):
        others = _following(slots, number)
        weak = LOOSE if words[slot.start].text[0].isupper() else NAMES
        if slot.substitution.grade >= weak and all(s.substitution.grade >= weak for s in others):
            continue
        for finding in _around(text, slot, others, index):
            known = found.get(finding.span)
            if known is None or (finding.grade, finding.right) < (known.grade, known.right):
                found[finding.span] = finding
    out: list[Finding] = []
    for finding in sorted(found.values(), key=lambda f: (f.span.start - f.span.end, f.grade, f.span)):
        if not any(finding.span.overlap(other.span) for other in out):
            out.append(finding)
    return sorted(out)


class _Text:
    """The words of a document, folded on demand, and whether neighbours are joined by a space or hyphen alone."""

    def __init__(self, document: Document, words: Sequence[Word]) -> None:
        self.prose, self.words = document.prose, words

    def joined(self, i: int) -> bool:
        """Whether word i + 1 follows word i directly."""
        return i + 1 < len(self.words) and self.prose[self.words[i].end : self.words[i + 1].start] in _JOINTS

    def slots(self, i: int, substitutions: Sequence[Substitution]) -> Iterator[_Slot]:
        """The substitutions that stand at word i."""
        for one in substitutions:
            end = i + len(one.wrong)
            if end <= len(self.words) and all(self.joined(k) for k in range(i, end - 1)) and self.folded(i, end) == one.wrong:
                yield _Slot(i, end, one)

    def folded(self, start: int, end: int) -> tuple[str, ...]:
        """Folded words from start to end."""
        return tuple(fold(word.text) for word in self.words[start:end])

    def reach(self, slot: _Slot) -> tuple[int, int]:
        """The first and last word that an expression around a slot may have."""
        first, last = slot.start, slot.end
        while first > 0 and slot.end - first < LONGEST + 1 and self.joined(first - 1):
            first -= 1
        while last < len(self.words) and last - slot.start < LONGEST + 1 and self.joined(last - 1):
            last += 1
        return first, last


def _following(slots: Sequence[_Slot], number: int) -> list[_Slot]:
    """The slots after one of them that may lie in the same expression."""
    slot, out = slots[number], []
    for other in islice(slots, number + 1, None):
        if other.start >= slot.end + LONGEST:
            break
        if other.start >= slot.end:
            out.append(other)
    return out


def _around(text: _Text, slot: _Slot, others: Sequence[_Slot], index: Index) -> Iterator[Finding]:
    first, last = text.reach(slot)
    for start in range(first, slot.start + 1):
        for end in range(slot.end, min(last, start + LONGEST + len(slot.substitution.wrong)) + 1):
            left, right = text.folded(start, slot.start), text.folded(slot.end, end)
            middle = tuple(map(fold, slot.substitution.right))
            size = len(left) + len(middle) + len(right)
            if not 2 <= size <= LONGEST:
                continue
            if index.has((*left, *middle, *right)):
                yield from _finding(text, start, end, (slot,), index, (*left, *middle, *right))
            for other in others:
                if other.end <= end and other.start > start:
                    key = (*left, *middle, *text.folded(slot.end, other.start), *map(fold, other.substitution.right))
                    key += text.folded(other.end, end)
                    sure = min(slot.substitution.grade, other.substitution.grade) == SURE
                    if (len(key) > 2 or sure) and index.has(key):
                        yield from _finding(text, start, end, (slot, other), index, key)


def _finding(text: _Text, start: int, end: int, slots: Sequence[_Slot], index: Index, key: tuple[str, ...]) -> Iterator[Finding]:
    seen = text.folded(start, end)
    if seen == key or index.has(seen) or seen[0] in _SMALL or seen[-1] in _SMALL:
        return
    words = text.words[start:end]
    titled = all(word.text[0].isupper() or word.text in _SMALL for word in words)
    name = titled and index.is_name(key)
    if titled and not name and not all(word.text.isupper() for word in words):
        return  # the name of something that the index doesn't know
    grade = min(slot.substitution.grade for slot in slots)
    if grade == LOOSE or (grade == NAMES and not name):
        return  # honest English as often as not
    span = Span(words[0].start, words[-1].end)
    yield Finding(span, _proposed(text, start, end, slots), name, grade)


def _proposed(text: _Text, start: int, end: int, slots: Sequence[_Slot]) -> str:
    """The found text with its slots filled rightly, in its case and number."""
    out, at = "", text.words[start].start
    for slot in slots:
        first, last = text.words[slot.start], text.words[slot.end - 1]
        out += text.prose[at : first.start] + _filled(slot.substitution, first.text, last.text)
        at = last.end
    return " ".join((out + text.prose[at : text.words[end - 1].end]).split())


def _filled(substitution: Substitution, first: str, last: str) -> str:
    right = list(substitution.right)
    if fold(last) != last.lower() and fold(right[-1]) == right[-1]:
        right[-1] = plural(right[-1])
    if first.isupper() and len(first) > 1:
        return " ".join(right).upper()
    if first[0].isupper():
        capital = last[0].isupper()
        right = [word[0].upper() + word[1:] if i == 0 or (capital and word not in _SMALL) else word for i, word in enumerate(right)]
    return " ".join(right)
