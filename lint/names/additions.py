"""Rows added to a table of names that somebody keeps by hand: in order, never twice, never against another row."""

from __future__ import annotations

import os

from ..cachefolder import write_atomically
from .fold import tokens
from .layout import GazetteerError
from .source import CURATED_TIER, Entity, row_entity, table

HEADER = ("kind", "name", "aliases", "context", "country", "tier", "forbidden")
"""The columns of a table that is begun."""


def add(path: str, row: dict[str, str]) -> Entity:
    """Put a row (cells by column) into the table at `path`, which is begun when there is none, and return its entity.

    Rows are sorted by kind and folded name. Raises GazetteerError for cells that don't fit, a name that the table has, and a row that
    says the opposite of another one; the file is whole at any time.
    """
    if not path.endswith(".tsv"):
        raise GazetteerError(f"{path}: expected a table that ends in .tsv")
    for column, cell in row.items():
        if any(character in cell for character in "\t\r\n"):
            raise GazetteerError(f"{column}: {cell!r}: a cell has no tabs and no line ends")
    entity = row_entity("the new row", row, CURATED_TIER)
    header, rows = list(HEADER), []
    if os.path.exists(path):
        for number, other in enumerate(table(path, CURATED_TIER)):
            _compare(path, number, entity, other)
        with open(path, encoding="utf-8-sig") as file:
            header, *rows = [[cell.strip() for cell in line.rstrip("\n").split("\t")] for line in file if line.strip()]
    missing = [column for column, cell in row.items() if cell and column not in header]
    rows = [[*cells, *([""] * len(missing))] for cells in rows]
    header += missing
    rows.append([row.get(column, "") for column in header])
    kind, name = header.index("kind"), header.index("name")
    rows.sort(key=lambda cells: (cells[kind], tokens(cells[name]), cells))
    text = "".join("\t".join(cells) + "\n" for cells in [header, *rows])
    try:
        write_atomically(path, text.encode())
    except OSError as error:
        raise GazetteerError(f"{path}: can't be written: {error.strerror}") from error
    return entity


def _compare(path: str, number: int, new: Entity, old: Entity) -> None:
    """Raises GazetteerError when a row has the new one's name, or one of the two forbids what the other has as right."""
    if new.kind == old.kind and tokens(new.name) in {tokens(form) for form in (old.name, *old.aliases)}:
        as_alias = "" if tokens(new.name) == tokens(old.name) else f", as an alias of '{old.name}'"
        raise GazetteerError(f"{path}: '{new.name}' is there already{as_alias}; change that row")
    for one, other, who in ((new, old, "the new row"), (old, new, f"the row of '{old.name}'")):
        right = {tokens(form) for form in (other.name, *other.aliases)}
        for form in one.forbidden:
            if tokens(form) in right:
                raise GazetteerError(f"{path}: {who} forbids '{form}', which is right for '{other.name}'; take it out of one of the two")
