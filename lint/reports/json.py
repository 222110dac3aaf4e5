"""One JSON array of all findings, for programs: the objects of `jsonl`, one a line. It is written as the findings come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import Result
from .jsonl import write as write_lines


def write(results: Iterable[Result], colour: bool) -> Iterator[str]:
    """The array; `[]` when nothing was found. `colour` changes nothing."""
    before = "[\n"
    for line in write_lines(results, colour):
        yield before + line.rstrip("\n")
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
