"""The n-gram verifier: a back-off model of orders 1 to 3 in a memory-mapped file, read without numpy."""

from __future__ import annotations

import mmap
import os
from bisect import bisect_left
from functools import lru_cache

from .layout import BACKOFF_STEP, PROBABILITY_STEP, ModelError, hashed, unpack
from .tokens import END, NAME, START, UNKNOWN, tokens

SHIPPED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "english.lm")
"""The model that comes with presscheck."""

CONTEXT = 4
"""Words on either side of a change that are read again, so that at least two whole ones are."""


class _Order:
    """The n-grams of one order: in buckets by the first bits of the hash, sorted by the next 16, two bytes of value each."""

    def __init__(self, sections: dict[str, memoryview], order: int) -> None:
        self._starts = sections[f"start.{order}"].cast("I")
        self._rests = sections[f"rest.{order}"].cast("H")
        self._probability = sections[f"prob.{order}"]
        self._backoff = sections.get(f"back.{order}")
        self._bits = (len(self._starts) - 1).bit_length() - 1

    def find(self, gram: str) -> int:
        """The place of an n-gram, -1 when it isn't stored. One lookup in 4,000 of an n-gram that isn't finds another."""
        key = hashed(gram)
        bucket = key >> (64 - self._bits)
        rest = key >> (48 - self._bits) & 0xFFFF
        low, high = self._starts[bucket], self._starts[bucket + 1]
        at = bisect_left(self._rests, rest, low, high)
        return at if at < high and self._rests[at] == rest else -1

    def probability(self, at: int) -> float:
        return -self._probability[at] * PROBABILITY_STEP

    def backoff(self, at: int) -> float:
        return -self._backoff[at] * BACKOFF_STEP if self._backoff is not None else 0.0


class NgramVerifier:
    """Gains by an n-gram model. Safe from several threads: nothing changes after it is opened."""

    name = "ngram"

    def __init__(self, path: str = SHIPPED) -> None:
        """Map a model file. Raises ModelError when it is missing or can't be used."""
        try:
            with open(path, "rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise ModelError(f"{path}: the language model can't be read ({error}); install presscheck again") from None
        sections = unpack(memoryview(self._map), path)
        self._one, self._two, self._three = (_Order(sections, order) for order in (1, 2, 3))
        self._knows = lru_cache(maxsize=1 << 14)(lambda word: self._one.find(word) >= 0)

    def words(self, text: str) -> list[str]:
        """The words of a sentence with its start and end; a word the model doesn't know is `<name>` or `<unk>`."""
        return [START, START, *self._known(text), END]

    def _known(self, text: str, within: bool = False) -> list[str]:
        return [word if self._knows(word) else NAME if capital else UNKNOWN for word, capital in tokens(text, within)]

    def holds(self, first: str, second: str) -> bool:
        """Whether the model has seen one word follow another."""
        return self._two.find(f"{first} {second}") >= 0

    def logprob(self, first: str, second: str, word: str) -> float:
        """The log probability of a word after two others, in nats."""
        at = self._three.find(f"{first} {second} {word}")
        if at >= 0:
            return self._three.probability(at)
        context = self._two.find(f"{first} {second}")
        total = self._two.backoff(context) if context >= 0 else 0.0
        at = self._two.find(f"{second} {word}")
        if at >= 0:
            return total + self._two.probability(at)
        context = self._one.find(second)
        total += self._one.backoff(context) if context >= 0 else 0.0
        at = self._one.find(word)
        return total + (self._one.probability(at) if at >= 0 else -18.0)

    def gain(self, original: str, edited: str) -> float:
        """By how many nats the edited sentence is likelier than the original one."""
        start, first, last, end = _changed(original, edited)
        more = len(edited) - len(original)
        left, right = self._known(original[start:first], start > 0), self._known(original[last:end], True)
        left = left if start else [START, START, *left]
        right = right if end < len(original) else [*right, END]
        before, after = ([*left, *self._known(t, first > 0), *right] for t in (original[first:last], edited[first : last + more]))
        if before == after:
            return 0.0
        shorter = min(len(before), len(after))
        head = next(i for i in range(shorter + 1) if before[i : i + 1] != after[i : i + 1])
        tail = 0
        while tail < shorter - head and before[-1 - tail] == after[-1 - tail]:
            tail += 1
        tail = max(0, tail - 2)  # two more words are scored: they have the changed ones before them
        return self._sum(after, head, len(after) - tail) - self._sum(before, head, len(before) - tail)

    def local(self, old: str, new: str) -> float:
        """By how many nats `new` is likelier than `old` when nothing is known of what stands around."""
        before, after = map(self._known, (old, new))
        start = int(before[:1] == after[:1])
        return self._sum(["", "", *after], 2 + start, len(after) + 2) - self._sum(["", "", *before], 2 + start, len(before) + 2)

    def _sum(self, words: list[str], start: int, end: int) -> float:
        return sum(self.logprob(words[i - 2], words[i - 1], words[i]) for i in range(max(2, start), end))


def _changed(original: str, edited: str) -> tuple[int, int, int, int]:
    """The part of the original that is changed, at spaces, with so much before and after it as the model looks at: four offsets."""
    shorter = min(len(original), len(edited))
    head = next((i for i in range(shorter) if original[i] != edited[i]), shorter)
    tail = next((i for i in range(shorter - head) if original[-1 - i] != edited[-1 - i]), shorter - head)
    first, last = original.rfind(" ", 0, head) + 1, original.find(" ", len(original) - tail)
    start, end = first, last
    for _ in range(CONTEXT):
        start = original.rfind(" ", 0, max(0, start - 1)) + 1
        end = original.find(" ", end + 1) if end >= 0 else end
    size = len(original)
    return start, first, size if last < 0 else last, size if end < 0 else end
