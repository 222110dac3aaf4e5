"""Tables of presscheck's own form: a header line with at least `kind` and `name`, tab separated, or with commas when the header has them.

The columns are those of `lint.names.source.COLUMNS`; lists within a cell are separated by `|`. Nothing is left out: a row that is wrong
is an error.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import nearest
from ..layout import GazetteerError
from ..source import COLUMNS, Entity, _entity
from . import streams
from .skipped import Skipped


def fits(name: str, head: str) -> bool:
    """A header with the columns kind and name."""
    header = _split(head)
    return "kind" in header and "name" in header


def read(path: str, skipped: Skipped) -> Iterator[Entity]:
    """The rows of a table. Raises GazetteerError."""
    table = _cells(path)
    _, header = next(table, (1, []))
    for column in header:
        if column not in COLUMNS:
            raise GazetteerError(f"{path}:1: {column}: no such column{nearest(column, COLUMNS)}")
    for column in ("kind", "name"):
        if column not in header:
            raise GazetteerError(f"{path}:1: the column {column} is missing; a table of names has kind and name")
    for number, cells in table:
        if len(cells) != len(header):
            raise GazetteerError(f"{path}:{number}: {len(cells)} cells; the header has {len(header)}")
        yield _entity(f"{path}:{number}", dict(zip(header, (cell.strip() for cell in cells), strict=True)))


def _cells(path: str) -> Iterator[tuple[int, list[str]]]:
    header = streams.head(path)
    if "\t" not in header and "," in header:
        yield from streams.rows(path)
    else:
        yield from ((number, line.split("\t")) for number, line in streams.lines(path))


def _split(head: str) -> list[str]:
    return head.split("\t") if "\t" in head else [cell.strip('"') for cell in head.split(",")]
