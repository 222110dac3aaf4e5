"""What a gazetteer is made from: tables of names, of name frequencies and of words, read strictly and names row by row."""

from __future__ import annotations

import contextlib
import csv
import gzip
import os
import zlib
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from ..errors import nearest
from .fold import fold, tokens
from .layout import GazetteerError
from .skipped import Skipped

KINDS = ("person", "place", "org", "agency", "office")
COLUMNS = ("id", "kind", "name", "aliases", "context", "country", "tier", "forbidden", "source", "licence")
LAST_TIER = 4
"""The tier of a row of a list that states none: known, but not prominent."""
CURATED_TIER = 2
"""The tier of a row that states none in a table that somebody keeps by hand for his own texts."""
SAFE = "safe:"
"""What stands before a forbidden form whose fix may be applied unasked."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One row: a name as it should be written, and what it may also be (aliases) and must not be (forbidden) called.

    `context` says who it is, `country` holds country names and demonyms; tier 1 is known to every reader, 4 hardly to anybody. `id` is
    the same in every table that speaks of this entity; `source` says where the row is from and under which licence. `safe` are those of
    the forbidden forms whose fix may be applied unasked. `weak` are forms that are accepted and no more: nothing is held against them.
    """

    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    context: str = ""
    country: str = ""
    tier: int = LAST_TIER
    forbidden: tuple[str, ...] = ()
    id: str = ""
    source: str = ""
    safe: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


@dataclass(slots=True)
class Sources:
    """All that is read: entities (a stream: once), tokens with their shares as given name and surname, words (True: a name as well)."""

    entities: Iterable[Entity] = ()
    shares: dict[str, tuple[float, float]] = field(default_factory=dict)
    words: dict[str, bool] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)


def read(paths: Sequence[str], tier: int = LAST_TIER, skipped: Skipped | None = None) -> Sources:
    """The contents of files, or of all tables in a folder; `tier` is that of rows which state none, `skipped` counts what is left out.

    A table is known by its header line; `words*.txt` is a list of words; what is neither goes to the importers. Raises GazetteerError
    naming file and line of the first thing that is wrong: of frequencies and words at once, of names while they are read.
    """
    out = Sources()
    streams = []
    for path in paths:
        for file in _files(path):
            out.files.append(os.path.basename(file))
            if os.path.basename(file).startswith("words"):
                out.words.update(_words(_lines(file)))
            elif (header := _header(file)) == ["token", "g", "s"]:
                out.shares.update(_shares(file))
            elif is_table(file) and _is_ours(header):
                streams.append(table(file, tier))
            else:
                streams.append(_imported(file, Skipped() if skipped is None else skipped))
    out.entities = _some(chain.from_iterable(streams), paths)
    return out


def table(path: str, tier: int = LAST_TIER) -> Iterator[Entity]:
    """The rows of a table of names, one by one. Raises GazetteerError naming file, line and column."""
    lines = _lines(path)
    rows = csv.reader(lines) if _is_csv(path) else (line.split("\t") for line in lines)
    header = next(rows, [])
    for column in header:
        if column not in COLUMNS:
            raise GazetteerError(f"{path}:1: {column}: no such column{nearest(column, COLUMNS)}")
        if header.count(column) > 1:
            raise GazetteerError(f"{path}:1: {column}: the column is there twice")
    for column in ("kind", "name"):
        if column not in header:
            raise GazetteerError(f"{path}:1: the column {column} is missing; a table of names has kind and name")
    for number, cells in enumerate(rows, 2):
        if not any(cells):
            continue
        if len(cells) != len(header):
            raise GazetteerError(f"{path}:{number}: {len(cells)} cells; the header has {len(header)}")
        yield row_entity(f"{path}:{number}", dict(zip(header, (cell.strip() for cell in cells), strict=True)), tier)


def is_table(path: str) -> bool:
    """Whether a file is called as a table is, packed or not."""
    return path.removesuffix(".gz").endswith((".tsv", ".csv"))


def _is_csv(path: str) -> bool:
    return path.removesuffix(".gz").endswith(".csv")


def _is_ours(header: Sequence[str]) -> bool:
    """Whether a table has our columns: one for the kind, or none that we don't know. An importer reads candidates (`keep`)."""
    return header[:1] != ["keep"] and ("kind" in header or set(header) <= {*COLUMNS, ""})


def _imported(path: str, skipped: Skipped) -> Iterator[Entity]:
    from . import importers  # the importers know entities, so they come later than this module

    yield from importers.read(path, skipped=skipped)


def _some(entities: Iterable[Entity], paths: Sequence[str]) -> Iterator[Entity]:
    empty = True
    for entity in entities:
        empty = False
        yield entity
    if empty:
        raise GazetteerError(f"{', '.join(paths)}: no names in it; expected a table with the columns kind and name")


def _files(path: str) -> list[str]:
    if not os.path.isdir(path):
        return [path]
    names = sorted(n for n in os.listdir(path) if is_table(n) or n.startswith("words"))
    if not names:
        raise GazetteerError(f"{path}: no tables in this folder; expected .tsv or .csv files")
    return [os.path.join(path, name) for name in names]


def _header(path: str) -> list[str]:
    if not is_table(path):
        return []
    with contextlib.closing(_lines(path)) as lines:
        first = next(lines, "")
    return next(csv.reader([first]), []) if _is_csv(path) else first.split("\t")


def _lines(path: str) -> Generator[str, None, None]:
    """The lines of a file, plain or packed, without their ends."""
    try:
        with gzip.open(path, "rt", encoding="utf-8-sig") if path.endswith(".gz") else open(path, encoding="utf-8-sig") as file:
            for line in file:
                yield line.rstrip("\n")
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        raise GazetteerError(f"{path}: can't be read: {getattr(error, 'strerror', None) or error}") from error


def _words(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    for line in lines:
        word, _, mark = line.partition("\t")
        if word:
            yield fold(word), mark == "n"


def _shares(path: str) -> Iterator[tuple[str, tuple[float, float]]]:
    for number, line in enumerate(_lines(path), 1):
        cells = [*line.split("\t"), "", ""]
        if number == 1 or not line:
            continue
        try:
            yield fold(cells[0]), (float(cells[1] or 0), float(cells[2] or 0))
        except ValueError as error:
            raise GazetteerError(f"{path}:{number}: expected a token and two shares between 0 and 1; found {line!r}") from error


def row_entity(where: str, row: dict[str, str], unstated: int) -> Entity:
    """The entity of one row, by columns; `unstated` is the tier of one that states none. Raises GazetteerError naming the column."""
    if row["kind"] not in KINDS:
        raise GazetteerError(f"{where}: kind: expected one of {', '.join(KINDS)}; found {row['kind']!r}")
    if not row["name"]:
        raise GazetteerError(f"{where}: name: it is empty")
    if not tokens(row["name"]):
        raise GazetteerError(f"{where}: name: there is no letter or digit in {row['name']!r}")
    tier = row.get("tier") or str(unstated)
    if tier not in ("1", "2", "3", "4"):
        raise GazetteerError(f"{where}: tier: expected 1 to 4; found {tier!r}")
    aliases, marked = (tuple(filter(None, (part.strip() for part in row.get(key, "").split("|")))) for key in ("aliases", "forbidden"))
    wrong = tuple(form.removeprefix(SAFE).strip() for form in marked)
    safe = tuple(form for form, mark in zip(wrong, marked, strict=True) if mark.startswith(SAFE))
    right = {tokens(form) for form in (row["name"], *aliases)}
    for form in wrong:
        if not tokens(form) and form in safe:
            raise GazetteerError(f"{where}: forbidden: expected a form after {SAFE!r}; found {form!r}")
        if tokens(form) in right:
            raise GazetteerError(f"{where}: forbidden: {form!r} is the name or an alias of the same row; take it out of one of the two")
    source = "; ".join(filter(None, (row.get("source", ""), row.get("licence", ""))))
    context, country, id = (row.get(column, "") for column in ("context", "country", "id"))
    return Entity(row["kind"], row["name"], aliases, context, country, int(tier), wrong, id, source, safe)
