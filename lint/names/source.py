"""What a gazetteer is made from: tables of names, of name frequencies and of words, read strictly."""

from __future__ import annotations

import csv
import gzip
import io
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..errors import nearest
from .fold import fold
from .layout import GazetteerError

KINDS = ("person", "place", "org", "agency", "office")
COLUMNS = ("id", "kind", "name", "aliases", "context", "country", "tier", "forbidden", "source", "licence")
LAST_TIER = 4
"""The tier of a row that states none: known, but not prominent."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One row: a name as it should be written, and what it may also be (aliases) and must not be (forbidden) called.

    `context` says who it is, `country` holds country names and demonyms; tier 1 is known to every reader, 4 hardly to anybody.
    """

    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    context: str = ""
    country: str = ""
    tier: int = LAST_TIER
    forbidden: tuple[str, ...] = ()


@dataclass(slots=True)
class Sources:
    """All that was read: entities, tokens with their shares as given name and surname, and words (True: a name as well)."""

    entities: list[Entity] = field(default_factory=list)
    shares: dict[str, tuple[float, float]] = field(default_factory=dict)
    words: dict[str, bool] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)


def read(paths: Sequence[str]) -> Sources:
    """The contents of files, or of all tables in a folder. A table is known by its header line; `words*.txt` is a list of words.

    Raises GazetteerError naming file and line of the first thing that is wrong.
    """
    out = Sources()
    for path in paths:
        for file in _files(path):
            lines = _lines(file)
            out.files.append(os.path.basename(file))
            if os.path.basename(file).startswith("words"):
                out.words.update(_words(lines))
            elif lines and lines[0].split("\t") == ["token", "g", "s"]:
                out.shares.update(_shares(file, lines))
            else:
                out.entities += _entities(file, lines)
    if not out.entities:
        raise GazetteerError(f"{', '.join(paths)}: no names in it; expected a table with the columns kind and name")
    return out


def _files(path: str) -> list[str]:
    if not os.path.isdir(path):
        return [path]
    names = sorted(n for n in os.listdir(path) if n.removesuffix(".gz").endswith((".tsv", ".csv")) or n.startswith("words"))
    if not names:
        raise GazetteerError(f"{path}: no tables in this folder; expected .tsv or .csv files")
    return [os.path.join(path, name) for name in names]


def _lines(path: str) -> list[str]:
    try:
        with open(path, "rb") as file:
            data = file.read()
        return (gzip.decompress(data) if path.endswith(".gz") else data).decode("utf-8-sig").splitlines()
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path}: can't be read: {error}") from error


def _words(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    for line in lines:
        word, _, mark = line.partition("\t")
        if word:
            yield fold(word), mark == "n"


def _shares(path: str, lines: Sequence[str]) -> Iterator[tuple[str, tuple[float, float]]]:
    for number, line in enumerate(lines[1:], 2):
        cells = [*line.split("\t"), "", ""]
        try:
            yield fold(cells[0]), (float(cells[1] or 0), float(cells[2] or 0))
        except ValueError as error:
            raise GazetteerError(f"{path}:{number}: expected a token and two shares between 0 and 1; found {line!r}") from error


def _entities(path: str, lines: Sequence[str]) -> Iterator[Entity]:
    comma = path.removesuffix(".gz").endswith(".csv")
    table = csv.reader(io.StringIO("\n".join(lines)), delimiter=",") if comma else (line.split("\t") for line in lines)
    header = next(table, [])
    for column in header:
        if column not in COLUMNS:
            raise GazetteerError(f"{path}:1: {column}: no such column{nearest(column, COLUMNS)}")
    for column in ("kind", "name"):
        if column not in header:
            raise GazetteerError(f"{path}:1: the column {column} is missing; a table of names has kind and name")
    for number, cells in enumerate(table, 2):
        if len(cells) != len(header):
            raise GazetteerError(f"{path}:{number}: {len(cells)} cells; the header has {len(header)}")
        yield _entity(f"{path}:{number}", dict(zip(header, (cell.strip() for cell in cells), strict=True)))


def _entity(where: str, row: dict[str, str]) -> Entity:
    if row["kind"] not in KINDS:
        raise GazetteerError(f"{where}: kind: expected one of {', '.join(KINDS)}; found {row['kind']!r}")
    if not row["name"]:
        raise GazetteerError(f"{where}: name: it is empty")
    tier = row.get("tier") or str(LAST_TIER)
    if tier not in ("1", "2", "3", "4"):
        raise GazetteerError(f"{where}: tier: expected 1 to 4; found {tier!r}")
    lists = [tuple(filter(None, (part.strip() for part in row.get(key, "").split("|")))) for key in ("aliases", "forbidden")]
    return Entity(row["kind"], row["name"], lists[0], row.get("context", ""), row.get("country", ""), int(tier), lists[1])
