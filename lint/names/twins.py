"""Pairs of tokens in one text that are so near that one may be the other misspelled, found without holding each against each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from .fold import deletions, skeleton
from .near import Nearness, consonants, near

SHORTEST = 4
"""Fewest letters of a token that is held against others."""
LONG = 8
"""From so many letters on two edits are few, and three from two more on or where only vowels differ."""
MOST = 4
"""Most tokens of a name that is held against others with one of them open."""
CROWD = 60
"""More tokens than this beside the same others say nothing of each other: it is a list, or a very common name."""
_END = 4


def twins(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of folded tokens that one edit or transposition parts, that sound the same, or, if long, that two edits part."""
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for text in texts:
        if len(text) < SHORTEST or not text.isalpha():
            continue
        for cut in deletions(text):
            blocks[cut].append(text)
        blocks[f"~{skeleton(text)}"].append(text)
        if len(text) >= LONG:
            blocks[f"^{consonants(text)}"].append(text)
        if len(text) >= LONG - 1:
            blocks[f"{text[:_END]}*"].append(text)
            blocks[f"*{text[-_END:]}"].append(text)
    pairs = {(min(pair), max(pair)) for block in blocks.values() if len(block) > 1 for pair in combinations(block, 2)}
    for one, other in sorted(pairs):
        nearness = near(one, other)
        if nearness and _is_near(one, other, nearness):
            yield one, other


def open_twins(names: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """The tokens in which two names differ that agree in all others, when they come near each other at all."""
    slots: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for parts in dict.fromkeys(names):
        for size in range(2, min(MOST, len(parts)) + 1):
            for first in range(len(parts) - size + 1):
                window = parts[first : first + size]
                for i, token in enumerate(window):
                    slot = (*window[:i], "*", *window[i + 1 :])
                    slots[slot].add(token)
    for tokens in slots.values():
        if not 1 < len(tokens) <= CROWD:
            continue
        for one, other in combinations(sorted(tokens), 2):
            nearness = near(one, other)
            if nearness and nearness.fair:
                yield one, other


def _is_near(one: str, other: str, nearness: Nearness) -> bool:
    if nearness.distance == 1 or (nearness.same_sound and nearness.distance <= 3):
        return True
    longer = max(len(one), len(other))
    return longer >= LONG and (nearness.distance == 2 or (nearness.distance == 3 and (nearness.same_consonants or longer >= LONG + 2)))
