"""The table bench/evidence.tsv: what each error rule found on clean text and how much of it was right."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "evidence.tsv")
WORDS = 300_000
"""Fewest words of clean text that must have been read before a rule may say "error"."""


@dataclass(frozen=True, slots=True)
class Row:
    """One rule's evidence. `hits` are its findings at its own level on `words` words of clean text, `right` those that were mistakes of
    the text after all, `true_hits` real finds met in texts other than the seeds and the rule's own examples."""

    rule: str
    words: int
    hits: int
    right: int
    true_hits: int
    date: str
    note: str


COLUMNS = [f.name for f in fields(Row)]


def read(path: str = TABLE) -> list[Row]:
    """The rows as they stand. Raises ValueError with file:line for a line that is no row."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    if lines[0].split("\t") != COLUMNS:
        raise ValueError(f"{path}:1: expected the columns {', '.join(COLUMNS)}")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if not line and number == len(lines):
            break
        cells = line.split("\t")
        if len(cells) != len(COLUMNS) or not all(cell.isdecimal() for cell in cells[1:5]):
            raise ValueError(f"{path}:{number}: expected {len(COLUMNS)} cells, the second to the fifth whole numbers")
        words, hits, right, true_hits = map(int, cells[1:5])
        rows.append(Row(cells[0], words, hits, right, true_hits, cells[5], cells[6]))
    return rows


def write(rows: Iterable[Row], path: str = TABLE) -> None:
    """Write the rows sorted by rule, one a line, "\\n" as line end."""
    lines = ["\t".join(COLUMNS), *("\t".join(map(str, astuple(row))) for row in sorted(rows, key=lambda r: r.rule))]
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines) + "\n")


def problems(rows: Sequence[Row], shipped: Iterable[str], errors: Iterable[str]) -> list[str]:
    """What is wrong with the table, one line each. `shipped`: the ids of all rules; `errors`: of those with level error, previews apart."""
    known, out = set(shipped), []
    names = [row.rule for row in rows]
    if names != sorted(set(names)):
        out.append("the rows are not sorted by rule, or a rule stands twice")
    out += [f"{row.rule}: there is no such rule; take the row out" for row in rows if row.rule not in known]
    table = {row.rule: row for row in rows}
    for rule in sorted(errors):
        row = table.get(rule)
        if row is None:
            out.append(f"{rule}: an error needs a row; run bench/quality.py evidence, or make it a warning")
            continue
        if row.words < WORDS:
            out.append(f"{rule}: {row.words} clean words read; an error needs {WORDS}")
        if row.right > row.hits:
            out.append(f"{rule}: {row.right} right of {row.hits} hits")
        if (row.hits - row.right) * 10_000 > row.words:
            out.append(f"{rule}: {row.hits - row.right} wrong errors in {row.words} clean words; at most one in 10,000")
        if row.true_hits < 1:
            out.append(f"{rule}: no true hit outside the seeds")
    return out
