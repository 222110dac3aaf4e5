"""A compact table of hashes and the numbers behind them: a directory over the high bits, some bits more of each hash, the numbers.

An entry of a table of names takes one byte of hash and two or three of number. With at most five entries under one place of the
directory, a key that is not there meets the eight bits of another one in one or two of a hundred look-ups; who asks holds the form's
text against the key, so that this costs time and makes no mistake.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from .layout import Section

BLOCK = 32
"""Places of the directory that share one absolute offset; from there on counts are added up."""
KEPT = 40
"""Bits of a hash that the table of a build keeps, from the highest down."""
NUMBERS = 1 << 23
"""More entities than this can't be numbered."""
FILL = 5
"""Most entries under one place of the directory of names on the average."""
CUT = 1 << 23
"""Set in a number when others were left out beside it because they were too many."""
_NUMBER = (1 << 24) - 1
_PARTS = 256


class Pairs:
    """Pairs of hash and number, gathered in any order in 8 bytes each, given back in order."""

    def __init__(self) -> None:
        self._parts = [array("Q") for _ in range(_PARTS)]

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def add(self, hashed: int, number: int) -> None:
        """Take one pair in; a pair may come several times."""
        self._parts[hashed >> 56].append(hashed >> (64 - KEPT) << 24 | number)

    def has(self, hashed: int) -> bool:
        """Whether some pair has this hash; only of use once `sort` was called."""
        part, wanted = self._parts[hashed >> 56], hashed >> (64 - KEPT) << 24
        at = bisect_left(part, wanted)
        return at < len(part) and part[at] & ~_NUMBER == wanted

    def sort(self) -> None:
        """Put the pairs in order, part by part, so that little is held twice."""
        self._parts = [array("Q", sorted(part)) for part in self._parts]

    def buckets(self, *, drop: bool = False) -> Iterator[tuple[int, list[int]]]:
        """Each hash (its highest `KEPT` bits) with its numbers as they came, in order; `drop` forgets what was given."""
        for i, part in enumerate(self._parts):
            at, size = 0, len(part)
            while at < size:
                key = part[at] >> 24
                end = at + 1
                while end < size and part[end] >> 24 == key:
                    end += 1
                yield key, [pair & _NUMBER for pair in part[at:end]]
                at = end
            if drop:
                self._parts[i] = array("Q")


def directory_bits(count: int, fill: int) -> int:
    """Bits of a directory with at most `fill` entries a place on the average."""
    bits = 0
    while count > fill << bits and bits < KEPT - 16:
        bits += 1
    return bits


class Directory:
    """What a build writes of the hashes: a count a place, an offset a block of places, the low bits."""

    def __init__(self, bits: int, low_bits: Literal[8, 16]) -> None:
        self._shift, self._low_bits = KEPT - bits, low_bits
        self._counts = array("H", bytes(2 << bits))
        self._low = array("H" if low_bits == 16 else "B")

    def add(self, key: int) -> None:
        """Take in the next key (`KEPT` bits), in order."""
        self._counts[key >> self._shift] += 1
        self._low.append(key >> (self._shift - self._low_bits) & ((1 << self._low_bits) - 1))

    def sections(self, name: str) -> dict[str, Section]:
        """The sections, by names that begin with `name`."""
        base, total = array("I"), 0
        for at in range(0, len(self._counts), BLOCK):
            base.append(total)
            total += sum(self._counts[at : at + BLOCK])
        counts: Section = self._counts if max(self._counts) > 255 else bytes(self._counts.tolist())
        return {f"{name}.base": base, f"{name}.count": counts, f"{name}.low": self._low}


class Places:
    """The directory as it is read: which entries have a hash."""

    def __init__(self, sections: Mapping[str, memoryview], name: str) -> None:
        """The sections that `Directory.sections` made."""
        self._base, self._counts, self._low = (sections[f"{name}.{part}"] for part in ("base", "count", "low"))
        self._bits = max(0, len(self._counts) - 1).bit_length()
        low_bits = 8 * self._low.itemsize
        self._to_place, self._to_low, self._mask = 64 - self._bits, 64 - self._bits - low_bits, (1 << low_bits) - 1

    def __len__(self) -> int:
        return len(self._low)

    def find(self, hashed: int) -> tuple[int, int]:
        """First entry that has this hash (64 bits, of which it looks at the highest) and the end of its place; equal for none."""
        place = hashed >> self._to_place
        block = place // BLOCK
        start = self._base[block] + sum(self._counts[block * BLOCK : place])
        end = start + self._counts[place]
        wanted = hashed >> self._to_low & self._mask
        at = bisect_left(self._low, wanted, start, end)
        return (at, end) if at < end and self._low[at] == wanted else (end, end)

    def last(self, at: int, end: int) -> int:
        """The end of the entries that have the hash of entry `at`."""
        wanted = self._low[at]
        at += 1
        while at < end and self._low[at] == wanted:
            at += 1
        return at


class Postings:
    """Hashes with the numbers of each."""

    def __init__(self, sections: Mapping[str, memoryview], name: str) -> None:
        """The sections that `posted` made."""
        self._places = Places(sections, name)
        self._is, self._high = sections[f"{name}.is"], sections[f"{name}.high"]

    def get(self, hashed: int) -> Sequence[int]:
        """The numbers behind a 64-bit hash, some with `CUT` set; perhaps those of another hash among them."""
        at, end = self._places.find(hashed)
        if at == end:
            return ()
        if at + 1 == end or (end := self._places.last(at, end)) == at + 1:
            return (self._is[at] | self._high[at] << 16,)
        return [self._is[i] | self._high[i] << 16 for i in range(at, end)]


def posted(name: str, pairs: Pairs, kept: Callable[[int, list[int]], tuple[list[int], bool]]) -> dict[str, Section]:
    """The sections of a table. `kept` says which numbers of a hash stay, and whether that leaves some out."""
    pairs.sort()
    directory = Directory(directory_bits(len(pairs), FILL), 8)
    low, high = array("H"), bytearray()
    for key, numbers in pairs.buckets(drop=True):
        chosen, cut = kept(key, numbers)
        for number in chosen:
            directory.add(key)
            low.append(number & 0xFFFF)
            high.append((number | CUT * cut) >> 16)
    return {**directory.sections(name), f"{name}.is": low, f"{name}.high": high}
