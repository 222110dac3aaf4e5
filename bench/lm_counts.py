"""Turn the trigram model in PocketSphinx's trie format into a list of counts for bench/train_lm.py.

python bench/lm_counts.py FILE.lm.bin > COUNTS        needs numpy; FILE is model/en-us/en-us.lm.bin of the package pocketsphinx

The file has probabilities, no counts. An n-gram's count is set to its probability times that of its context times WORDS, so that the
counts have the proportions of the text that the model was made from. N-grams that the model leaves to backing off are not in it.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np

WORDS = 5e7
"""Running words that the counts add up to."""
BASE = 1.0001
"""Base of the logarithms in the file."""
_MAGIC = b"Trie Language Model"
_STEPS = 65536


def _bits(data: Any, rows: int, width: int, at: int, size: int) -> Any:
    """Column of `size` bits at bit `at` of `rows` rows of `width` bits."""
    position = np.arange(rows, dtype=np.int64) * width + at
    byte, value = position >> 3, np.zeros(rows, np.uint64)
    for i in range(5):
        value |= data[np.minimum(byte + i, len(data) - 1)].astype(np.uint64) << np.uint64(8 * i)
    return ((value >> (position & 7).astype(np.uint64)) & np.uint64((1 << size) - 1)).astype(np.int64)


def counts(data: bytes) -> Iterator[tuple[str, float]]:
    """The n-grams of a file's bytes with their counts. Raises ValueError for another format."""
    if not data.startswith(_MAGIC) or data[len(_MAGIC)] != 3:
        raise ValueError("no trigram model in PocketSphinx's trie format")
    at = len(_MAGIC) + 1
    ones, twos, threes = struct.unpack_from("<3I", data, at)
    at += 12 + 4  # the number of n-grams by order, the kind of quantisation
    two_p, _, three_p = (np.frombuffer(data, "<f4", _STEPS, at + 4 * _STEPS * i) for i in range(3))
    at += 12 * _STEPS
    first = np.frombuffer(data, np.dtype([("p", "<f4"), ("b", "<f4"), ("next", "<u4")]), ones + 1, at)
    at += 12 * (ones + 1)
    word, link = max(1, ones.bit_length()), max(1, threes.bit_length())
    two_width, three_width = word + 32 + link, word + 16
    two_size, three_size = ((1 + n) * width // 8 + 8 + bool((1 + n) * width % 8) for n, width in ((twos, two_width), (threes, three_width)))
    two, three = np.frombuffer(data, "u1", two_size, at), np.frombuffer(data, "u1", three_size, at + two_size)
    at += two_size + three_size
    names = data[at + 4 : at + 4 + struct.unpack_from("<I", data, at)[0]].decode("utf-8").split("\0")[:ones]

    # the trie is reversed: a row under a word is what stands before it
    rows = int(first["next"].max())
    left, right = _bits(two, rows, two_width, 0, word), np.repeat(np.arange(ones), np.diff(first["next"].astype(np.int64)))
    alone = np.exp(first["p"][:ones].astype(float) * np.log(BASE))
    alone[names.index("<s>")] = alone[names.index("</s>")]
    pair = np.exp(two_p[_bits(two, rows, two_width, word + 16, 16)] * np.log(BASE)) * alone[left] * WORDS
    ends = np.maximum.accumulate(_bits(two, rows + 1, two_width, word + 32, link))
    under, many = np.repeat(np.arange(rows), np.diff(ends)), int(ends.max())
    before = _bits(three, many, three_width, 0, word)
    chance = np.exp(three_p[_bits(three, many, three_width, word, 16)] * np.log(BASE))
    key = left * (ones + 1) + right
    order = np.argsort(key)
    context = before * (ones + 1) + left[under]
    place = np.minimum(np.searchsorted(key[order], context), rows - 1)
    found = key[order][place] == context
    triple = np.where(found, chance * pair[order[place]], 0)

    yield from zip(names, alone * WORDS, strict=True)
    yield from ((f"{names[a]} {names[b]}", n) for a, b, n in zip(left, right, pair, strict=True))
    rest = zip(before, left[under], right[under], triple, strict=True)
    yield from ((f"{names[a]} {names[b]} {names[c]}", n) for a, b, c, n in rest if n)


def main() -> int:
    """Read the command line and print the counts."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    for gram, n in counts(data):
        print(f"{gram}\t{n:.4g}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
