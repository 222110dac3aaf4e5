"""The formats of reports: a table of names and one module per entry.

A report is a module with `write(results, colour)`: what was found, text by text, to pieces of output in order. It prints nothing itself.
Columns are 1-based code points and ends exclusive.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..model import Diagnostic

REPORTS = {
    "text": ".text",
    "jsonl": ".jsonl",
    "json": ".json",
    "gitlab": ".gitlab",
}


@dataclass(frozen=True, slots=True)
class Result:
    """The findings of one text, sorted by place; `places` has line and column of every source offset that an edit or a relation names."""

    path: str
    diagnostics: tuple[Diagnostic, ...] = ()
    places: Mapping[int, tuple[int, int]] = field(default_factory=dict)


Write = Callable[[Iterable[Result], bool], Iterator[str]]


def load(name: str) -> Write:
    """The `write` of a report; the name is one of REPORTS."""
    write: Write = importlib.import_module(REPORTS[name], __package__).write
    return write
