"""OpenSanctions and other FollowTheMoney data as `targets.simple.csv`: people, companies and bodies on lists.

Columns `id schema name aliases birth_date countries ...` (older and newer files differ after these); a list within a cell is CSV again,
with `;` between. Persons, organisations, companies and legal entities are read, other schemas (vessels, wallets ...) are counted.

The names are as sanctions lists write them, often in a transliteration of their own, so all of them are accepted forms and none is the one
to prefer where another source has the name: each entity has tier 4, and its aliases silence what is written so, but nothing is held
against them and they are never proposed. Aliases of one word are left out: they are noms de guerre. The lists don't say who somebody is,
so that there is no context; the licence of OpenSanctions' own data is CC BY-NC.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace

from ..layout import GazetteerError
from ..skipped import Skipped
from ..source import LAST_TIER, Entity
from . import streams
from .countries import by_code
from .forms import entity

SCHEMAS = {"Person": "person", "Organization": "org", "Company": "org", "LegalEntity": "org", "PublicBody": "org"}
"""FollowTheMoney schema -> kind."""
_NEEDED = ("id", "schema", "name", "aliases", "countries")


def fits(name: str, head: str) -> bool:
    """A header that begins with id, schema and name."""
    return [cell.strip('" ') for cell in head.split(",")][:3] == ["id", "schema", "name"]


def read(path: str, skipped: Skipped) -> Iterator[Entity]:
    """The targets of a file. Raises GazetteerError."""
    table = streams.rows(path)
    _, header = next(table, (1, []))
    for column in _NEEDED:
        if column not in header:
            raise GazetteerError(f"{path}:1: the column {column} is missing; expected {', '.join(_NEEDED)}, as in targets.simple.csv")
    for number, cells in table:
        if len(cells) != len(header):
            raise GazetteerError(f"{path}:{number}: {len(cells)} cells; the header has {len(header)}")
        row = dict(zip(header, cells, strict=True))
        kind = SCHEMAS.get(row["schema"])
        if kind is None:
            skipped[f"entries of schema {row['schema'] or '(none)'}"] += 1
            continue
        aliases = _list(row["aliases"], f"{path}:{number}: aliases")
        names = [(alias, False) for alias in aliases]
        country = _countries(row["countries"], skipped)
        found = entity(kind, row["name"], names, skipped, country=country, tier=LAST_TIER, inverted=kind == "person")
        if found:
            yield replace(found, aliases=(), weak=found.aliases)


def _countries(cell: str, skipped: Skipped) -> str:
    out: list[str] = []
    for code in filter(None, cell.split(";")):
        country = by_code(code)
        if not country:
            skipped["country codes that are not known"] += 1
        elif country not in out:
            out.append(country)
    return "; ".join(out)


def _list(cell: str, where: str) -> list[str]:
    try:
        return [part for row in csv.reader([cell.replace("\n", " ")], delimiter=";", strict=True) for part in row if part]
    except csv.Error as error:
        raise GazetteerError(f"{where}: a broken list ({error}); expected values with ; between them") from error
