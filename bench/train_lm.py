"""Train the n-gram model that verifies edits (lint/lm).

python bench/train_lm.py TEXT… -o FILE [--counts FILE…] [--bigrams N] [--trigrams N]

TEXT is UTF-8 text, a paragraph a line. A counts file holds `words<TAB>count` for n-grams of orders 1 to 3, their words joined by spaces;
its counts are added to those of the texts. Smoothing is Witten-Bell, interpolated (Chen and Goodman 1998, section 2.5): it needs no
counts of counts, which lists of counts that were cut off don't have. An n-gram is kept by how much the model would lose without it:
its count times the distance between its log probability and the one that backing off gives (Seymore and Rosenfeld 1996).
Pure Python; a million words take about ten seconds.
"""

from __future__ import annotations

import argparse
import array
import math
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

import sentencex

from lint.lm.layout import BACKOFF_STEP, PROBABILITY_STEP, hashed, pack
from lint.lm.tokens import END, NAME, NUMBER, START, UNKNOWN, YEAR, tokens

Gram = tuple[str, ...]
Counts = dict[int, dict[Gram, float]]
LEAST = 3
"""Times that a word is read in the texts before it is one of the model's words."""
IN_BUCKET = 12
"""N-grams in a bucket, on average at most."""


def read_counts(paths: Iterable[str], least: float) -> Counts:
    """The n-grams of the lists of counts; words below `least` and what holds them are left out."""
    out: Counts = {1: {}, 2: {}, 3: {}}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for line in file:
                words, _, count = line.rstrip("\n").partition("\t")
                gram = tuple(words.split())
                if len(gram) == 1 and (float(count) >= least or gram[0] in (START, END)):
                    out[1][gram] = out[1].get(gram, 0) + float(count)
                elif len(gram) in (2, 3) and all((word,) in out[1] for word in gram):
                    out[len(gram)][gram] = out[len(gram)].get(gram, 0) + float(count)
    return out


def sentences(paths: Iterable[str]) -> Iterable[list[tuple[str, bool]]]:
    """The words of every sentence of the texts."""
    for path in paths:
        with open(path, encoding="utf-8", errors="replace") as file:
            for line in file:
                for sentence in sentencex.segment("en", line.strip()):
                    words = tokens(sentence)
                    if len(words) > 2:
                        yield words


def add_texts(counts: Counts, paths: Sequence[str], weight: float) -> None:
    """Add the n-grams of the texts to the counts, each `weight` times; a sentence starts with one `<s>` as in lists of counts."""
    seen: Counter[str] = Counter()
    lines = list(sentences(paths))
    for line in lines:
        seen.update(word for word, _ in line)
    words = {gram[0] for gram in counts[1]} | {word for word, n in seen.items() if n >= LEAST} | {NUMBER, YEAR, UNKNOWN, NAME}
    own: dict[int, Counter[Gram]] = {1: Counter(), 2: Counter(), 3: Counter()}
    for line in lines:
        known = [START, START, *(w if w in words else NAME if capital else UNKNOWN for w, capital in line), END]
        for i in range(1, len(known)):
            own[1][(known[i],)] += 1
            if i > 1:
                own[2][(known[i - 1], known[i])] += 1
                own[3][(known[i - 2], known[i - 1], known[i])] += 1
                if i == 2:
                    own[2][(START, START)] += 1
    for order, grams in own.items():
        target = counts[order]
        for gram, n in grams.items():
            target[gram] = target.get(gram, 0) + n * weight


class Model:
    """Witten-Bell estimates from counts of orders 1 to 3; what a list of counts lacks of its context's count goes to backing off."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        total = sum(n for gram, n in counts[1].items() if gram != (START,))
        kinds = len(counts[1])
        self.one = {gram: (n + 1) / (total + kinds) for gram, n in counts[1].items()}
        self.back: dict[Gram, float] = {}
        self.mass: defaultdict[Gram, float] = defaultdict(float)
        for order in (2, 3):
            types: defaultdict[Gram, int] = defaultdict(int)
            for gram, n in counts[order].items():
                types[gram[:-1]] += 1
                self.mass[gram[:-1]] += n
            for context, kind in types.items():
                whole = max(counts[order - 1].get(context, 0.0), self.mass[context])
                self.back[context] = (kind + whole - self.mass[context]) / (whole + kind)

    def probability(self, gram: Gram) -> float:
        """The probability of the last word after the others."""
        if len(gram) == 1:
            return self.one[gram]
        n = self.counts[len(gram)].get(gram, 0.0)
        back = self.back.get(gram[:-1], 1.0)
        lower = back * self.probability(gram[1:])
        if not n:
            return lower
        # back = (kinds + missing) / (whole + kinds), so one count weighs (1 - back) / mass
        return n * (1 - back) / self.mass[gram[:-1]] + lower


def pruned(model: Model, bigrams: int, trigrams: int) -> Counts:
    """The counts without the n-grams that the model loses least by; the contexts of a trigram stay."""
    counts, kept = model.counts, {1: model.counts[1]}
    for order, most in ((3, trigrams), (2, bigrams)):
        need = {gram[:2] for gram in kept[3]} if order == 2 else set()
        loss = []
        for gram, n in counts[order].items():
            if gram in need:
                continue
            lower = model.back.get(gram[:-1], 1.0) * model.probability(gram[1:])
            loss.append((-n * abs(math.log(model.probability(gram) / lower)), gram))
        loss.sort()
        chosen = need.union(gram for _, gram in loss[: max(0, most - len(need))])
        kept[order] = {gram: n for gram, n in counts[order].items() if gram in chosen}
    return kept


def encoded(model: Model) -> bytes:
    """The model as the bytes of its file."""
    sections: dict[str, bytes] = {}
    for order in (1, 2, 3):
        grams = [gram for gram in model.counts[order] if gram not in ((START, START), (START, START, START))]
        if order < 3:
            grams = list(model.counts[order])
        bits = max(1, math.ceil(math.log2(max(2, len(grams)) / IN_BUCKET)))
        rows = sorted((hashed(" ".join(gram)), gram) for gram in grams)
        rows = [row for i, row in enumerate(rows) if not i or row[0] >> (48 - bits) != rows[i - 1][0] >> (48 - bits)]
        starts, at = array.array("I"), 0
        for bucket in range((1 << bits) + 1):
            while at < len(rows) and rows[at][0] >> (64 - bits) < bucket:
                at += 1
            starts.append(at)
        rests = array.array("H", (key >> (48 - bits) & 0xFFFF for key, _ in rows))
        if sys.byteorder == "big":
            starts.byteswap()
            rests.byteswap()
        sections[f"start.{order}"], sections[f"rest.{order}"] = starts.tobytes(), rests.tobytes()
        sections[f"prob.{order}"] = bytes(_steps(model.probability(gram), PROBABILITY_STEP) for _, gram in rows)
        if order < 3:
            sections[f"back.{order}"] = bytes(_steps(model.back.get(gram, 1.0), BACKOFF_STEP) for _, gram in rows)
    return pack(sections)


def _steps(probability: float, step: float) -> int:
    return min(255, round(-math.log(max(probability, 1e-12)) / step))


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, train and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", nargs="*")
    parser.add_argument("-o", "--output", required=True)
    parser.add_argument("--counts", action="append", default=[], help="a list of counts (may be repeated)")
    parser.add_argument("--least", type=float, default=100, help="count below which a word of a list is left out")
    parser.add_argument("--weight", type=float, default=1.0, help="how often an n-gram of the texts counts beside the lists")
    parser.add_argument("--bigrams", type=int, default=1_000_000, help="most bigrams kept")
    parser.add_argument("--trigrams", type=int, default=1_500_000, help="most trigrams kept")
    given = parser.parse_args(arguments)
    counts = read_counts(given.counts, given.least)
    add_texts(counts, given.text, given.weight)
    sizes: Mapping[int, int] = {order: len(grams) for order, grams in counts.items()}
    model = Model(pruned(Model(counts), given.bigrams, given.trigrams))
    with open(given.output, "wb") as file:
        size = file.write(encoded(model))
    for order, grams in model.counts.items():
        print(f"order {order}: {len(grams)} of {sizes[order]} n-grams")
    print(f"{given.output}: {size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
