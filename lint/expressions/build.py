"""Builds the index of expressions from its sources: WordNet's nouns and the lists that are kept by hand."""

from __future__ import annotations

import gzip
import itertools
import os
import sys
from array import array
from collections.abc import Iterable, Iterator

from .fold import fold, plural
from .index import AFTER, BEFORE, GRADES, HEADER, MAGIC, PAIR_BYTES, ExpressionsError, key, pair_bit, seed

LISTS = ("terms.txt", "attested.txt", "seen.txt", "institutions.txt")
NAMES = ("institutions.txt",)
GAZETTEER = ("../names/curated.tsv", "../names/offices.tsv")
INSTITUTIONS = frozenset(("org", "agency", "office"))
"""Kinds of the gazetteer's rows whose names are expressions as well."""
WORDNET = "wordnet.txt.gz"
OPEN = "open.txt.gz"
SUBSTITUTIONS = "substitutions.tsv"
LOOSE = GRADES.index("loose")


def build(folder: str) -> bytes:
    """The index of the sources in a folder. Raises ExpressionsError for a line that is wrong."""
    rows = [(wrong, right, GRADES.index(grade)) for wrong, right, grade in substitutions(folder)]
    vocabulary = {fold(word) for wrong, right, _ in rows for word in (*wrong.split(), *right.split())}
    expressions: set[tuple[str, ...]] = set()
    names: set[tuple[str, ...]] = set()
    for file in (WORDNET, OPEN, *LISTS, *GAZETTEER):
        for words in _expressions(os.path.join(folder, file)):
            if not vocabulary.isdisjoint(words):
                expressions.add(words)
                if file in NAMES or file in GAZETTEER:
                    names.add(words)
    lines: dict[str, list[str]] = {}
    for wrong, right, grade in rows:
        for form in _forms(wrong):
            lines.setdefault(form, []).append(f"{right}\t{grade}")
    first = " ".join(sorted({form.partition(" ")[0] for wrong, _, grade in rows if grade != LOOSE for form in _forms(wrong)})).encode()
    text = "\n".join("\t".join((form, *cells)) for form, cells in sorted(lines.items())).encode()
    numbers = array("Q", [*sorted(map(key, expressions)), *sorted(map(key, names))])
    head = MAGIC + HEADER.pack(len(first), len(text), len(expressions), len(names)) + first + text + _pairs(expressions, rows)
    if sys.byteorder == "big":
        numbers.byteswap()
    return head + bytes(-len(head) % 8) + numbers.tobytes()


def _forms(wrong: str) -> tuple[str, ...]:
    """A wrong word as it may stand in a text, singular or plural; several words have a plural only at their end."""
    *head, last = wrong.split(" ")
    return tuple(dict.fromkeys((wrong, " ".join((*head, plural(last))))))


def _pairs(expressions: Iterable[tuple[str, ...]], rows: Iterable[tuple[str, str, int]]) -> bytes:
    """The table of bits: every word that an expression has before or after a right word."""
    first = {fold(right.split()[0]) for _, right, _ in rows}
    last = {fold(right.split()[-1]) for _, right, _ in rows}
    table = bytearray(PAIR_BYTES)
    for words in expressions:
        for before, after in itertools.pairwise(words):
            for known, side, center, word in ((first, BEFORE, after, before), (last, AFTER, before, after)):
                if center in known:
                    bit = pair_bit(seed(center, side), word)
                    table[bit >> 3] |= 1 << (bit & 7)
    return bytes(table)


def substitutions(folder: str) -> Iterator[tuple[str, str, str]]:
    """Wrong words, right words and grade of every row of the substitutions. Raises ExpressionsError for a row that is wrong."""
    file = os.path.join(folder, SUBSTITUTIONS)
    seen: dict[tuple[str, str], int] = {}
    for number, line in enumerate(_lines(file), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 5 or not all(cells) or cells[2] not in GRADES:
            raise ExpressionsError(f"{file}:{number}: expected wrong, right, {' or '.join(GRADES)}, origin and source with tabs between")
        wrong, right, grade = cells[:3]
        if (wrong, right) in seen:
            raise ExpressionsError(f"{file}:{number}: '{wrong}' for '{right}' is in line {seen[wrong, right]} already; take one out")
        seen[wrong, right] = number
        yield wrong, right, grade


def _expressions(file: str) -> Iterator[tuple[str, ...]]:
    for line in _institutions(file) if file.endswith(".tsv") else _lines(file):
        words = tuple(map(fold, line.replace("-", " ").replace("_", " ").split()))
        if len(words) > 1 and not line.startswith("#"):
            yield words


def _institutions(file: str) -> Iterator[str]:
    """Names of institutions and offices from a table of the gazetteer, aliases left out."""
    if os.path.isfile(file):
        head, *rows = (line.split("\t") for line in _lines(file))
        kind, name = head.index("kind"), head.index("name")
        yield from (row[name] for row in rows if row[kind] in INSTITUTIONS and row[name].isascii())


def _lines(file: str) -> list[str]:
    try:
        with gzip.open(file, "rt", encoding="utf-8") if file.endswith(".gz") else open(file, encoding="utf-8") as lines:
            return [line.strip("\n") for line in lines]
    except OSError as error:
        raise ExpressionsError(f"{file}: a source of the index of expressions can't be read ({error.strerror})") from None
