"""Builds the index of expressions from its sources: WordNet's nouns and the lists that are kept by hand."""

from __future__ import annotations

import gzip
import os
import sys
from array import array
from collections.abc import Iterator

from .fold import fold
from .index import GRADES, HEADER, MAGIC, ExpressionsError, key

LISTS = ("terms.txt", "attested.txt", "institutions.txt")
NAMES = ("institutions.txt",)
WORDNET = "wordnet.txt.gz"
SUBSTITUTIONS = "substitutions.tsv"


def build(folder: str) -> bytes:
    """The index of the sources in a folder. Raises ExpressionsError for a line that is wrong."""
    expressions: set[int] = set()
    names: set[int] = set()
    for file in (WORDNET, *LISTS):
        for words in _expressions(os.path.join(folder, file)):
            expressions.add(key(words))
            if file in NAMES:
                names.add(key(words))
    rows = [f"{wrong}\t{right}\t{GRADES.index(grade)}" for wrong, right, grade in substitutions(folder)]
    text = "\n".join(rows).encode()
    numbers = array("Q", [*sorted(expressions), *sorted(names)])
    head = MAGIC + HEADER.pack(len(text), len(expressions), len(names)) + text
    if sys.byteorder == "big":
        numbers.byteswap()
    return head + bytes(-len(head) % 8) + numbers.tobytes()


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
    for line in _lines(file):
        words = tuple(map(fold, line.replace("-", " ").replace("_", " ").split()))
        if len(words) > 1 and not line.startswith("#"):
            yield words


def _lines(file: str) -> list[str]:
    try:
        with gzip.open(file, "rt", encoding="utf-8") if file.endswith(".gz") else open(file, encoding="utf-8") as lines:
            return [line.strip("\n") for line in lines]
    except OSError as error:
        raise ExpressionsError(f"{file}: a source of the index of expressions can't be read ({error.strerror})") from None
