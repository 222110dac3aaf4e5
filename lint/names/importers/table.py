"""Tables of presscheck's own form: a header line with at least `kind` and `name`, tab separated, or with commas when the header has them.

The columns are those of `lint.names.source.COLUMNS`; lists within a cell are separated by `|`. Nothing is left out: a row that is wrong
is an error. A table of candidates, as `presscheck gazetteer learn` writes it, begins with a column `keep`: of it the rows with an x there
are read, and it is refused while no row has one.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import nearest
from ..layout import GazetteerError
from ..skipped import Skipped
from ..source import COLUMNS, LAST_TIER, Entity, row_entity
from . import streams

CANDIDATES = ("keep", *COLUMNS, "doubtful", "count", "files", "example")
"""The columns of a table of candidates, in any order behind the first."""


def fits(name: str, head: str) -> bool:
    """A header with the columns kind and name."""
    header = _split(head)
    return "kind" in header and "name" in header


def read(path: str, skipped: Skipped) -> Iterator[Entity]:
    """The rows of a table. Raises GazetteerError."""
    table = _cells(path)
    _, header = next(table, (1, []))
    candidates = header[:1] == ["keep"]
    known = CANDIDATES if candidates else COLUMNS
    for column in header:
        if column not in known:
            raise GazetteerError(f"{path}:1: {column}: no such column{nearest(column, known)}")
    for column in ("kind", "name"):
        if column not in header:
            raise GazetteerError(f"{path}:1: the column {column} is missing; a table of names has kind and name")
    kept = 0
    for number, cells in table:
        if len(cells) != len(header):
            raise GazetteerError(f"{path}:{number}: {len(cells)} cells; the header has {len(header)}")
        row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
        if not candidates or _is_kept(f"{path}:{number}", row, skipped):
            kept += 1
            yield row_entity(f"{path}:{number}", row, LAST_TIER)
    if candidates and not kept:
        raise GazetteerError(f"{path}: no row is kept; write x into the column keep of the rows that are right")


def _is_kept(where: str, row: dict[str, str], skipped: Skipped) -> bool:
    if row["keep"].lower() not in ("", "x"):
        raise GazetteerError(f"{where}: keep: expected x or nothing; found {row['keep']!r}")
    if not row["keep"]:
        skipped["candidates without an x"] += 1
    elif row.get("doubtful"):
        skipped["doubtful forms that are neither aliases nor forbidden"] += row["doubtful"].count("|") + 1
    return bool(row["keep"])


def _cells(path: str) -> Iterator[tuple[int, list[str]]]:
    header = streams.head(path)
    if "\t" not in header and "," in header:
        yield from streams.rows(path)
    else:
        yield from ((number, line.split("\t")) for number, line in streams.lines(path))


def _split(head: str) -> list[str]:
    return head.split("\t") if "\t" in head else [cell.strip('"') for cell in head.split(",")]
