"""GeoNames (geonames.org, CC BY 4.0): towns from `cities500.txt` to `cities15000.txt`, as they are or in their .zip.

19 tab-separated columns. Beside the file may lie `alternateNamesV2.txt` or `alternateNames.txt` (names with their language) and
`countryInfo.txt` (names of countries; there is a table for those that it lacks). Populated places are read, other feature classes, parts of
towns and places that are no more are counted.

The name is the English one that is marked as preferred, else the file's own. Accepted forms are the other English names, historic ones
included (Bombay), and names of other languages when they have two words or sound as the name does: Lutetia is no spelling of Paris.
Colloquial names (Big Apple), links, codes and abbreviations are no forms. Tiers go by population: 1 from five million and for capitals
from one million, 2 from one million and for other capitals, 3 from 100,000. The alternate names of the file's towns are held in memory.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from ...lazyregex import regex
from ..fold import skeleton, tokens
from ..layout import GazetteerError
from ..skipped import Skipped
from ..source import Entity
from . import streams
from .clean import latin, spaced
from .countries import by_code
from .forms import entity

COLUMNS = 19
_GONE = {"PPLX": "parts of towns", "PPLH": "former places", "PPLQ": "former places", "PPLW": "former places", "PPLCH": "former places"}
_CODES = frozenset(("link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "abbr", "phon", "piny", "fr_1793"))
"""What stands in the column of languages and is none."""
_ALTERNATES = ("alternatenamesv2", "alternatenames")
_Names = dict[int, list[tuple[str, str, bool]]]
"""Number of a place -> language, name, whether it is the preferred one."""
_NUMBER = regex(r"\d{1,12}")


def fits(name: str, head: str) -> bool:
    """19 cells, a number first, a feature class of one letter in the seventh place."""
    cells = head.split("\t")
    return len(cells) == COLUMNS and cells[0].isdecimal() and len(cells[6]) <= 1


def read(path: str, skipped: Skipped) -> Iterator[Entity]:
    """The towns of a file. Raises GazetteerError."""
    countries = _countries(path)
    beside = _beside(path, _ALTERNATES)
    names = _alternates(beside, {int(cells[0]) for _, cells in _towns(path)}, skipped) if beside else {}
    for where, cells in _towns(path):
        reason = _GONE.get(cells[7]) or ("" if cells[6] == "P" else f"entries of feature class {cells[6] or '(none)'}")
        if reason:
            skipped[reason] += 1
            continue
        found = _town(where, cells, names.get(int(cells[0]), []), countries, skipped)
        if found:
            yield found


def _town(where: str, cells: list[str], names: list[tuple[str, str, bool]], countries: dict[str, str], skipped: Skipped) -> Entity | None:
    population = int(_checked(where, "population", cells[14] or "0"))
    english = [(text, preferred) for language, text, preferred in names if language == "en"]
    name = next((text for text, preferred in english if preferred), cells[1])
    heard = _sound(name)
    others = [(cells[1], True), *((text, True) for text, _ in english)]
    for text in (*(text for language, text, _ in names if language != "en"), *cells[3].split(",")):
        if not text.strip():
            continue
        if not latin(text):
            skipped["other forms in another script"] += 1
        else:
            others.append((text, _sound(text) == heard))
    capital = cells[7] == "PPLC"
    context = "capital; city" if capital else "city" if population >= 100_000 else "town"
    country = countries.get(cells[8]) or by_code(cells[8])
    return entity("place", name, others, skipped, context=context, country=country, tier=_tier(population, capital))


def _tier(population: int, capital: bool) -> int:
    if population >= 5_000_000 or (capital and population >= 1_000_000):
        return 1
    if population >= 1_000_000 or capital:
        return 2
    return 3 if population >= 100_000 else 4


def _sound(name: str) -> tuple[str, ...]:
    return tuple(map(skeleton, tokens(name)))


def _towns(path: str) -> Iterator[tuple[str, list[str]]]:
    for number, line in streams.lines(path):
        cells = line.split("\t")
        if len(cells) != COLUMNS:
            raise GazetteerError(f"{path}:{number}: {len(cells)} cells; expected the {COLUMNS} of GeoNames' main table")
        _checked(f"{path}:{number}", "geonameid", cells[0])
        yield f"{path}:{number}", cells


def _checked(where: str, column: str, cell: str) -> str:
    if not _NUMBER.fullmatch(cell) or not cell.isascii():
        raise GazetteerError(f"{where}: {column}: expected a number, found {cell[:40]!r}")
    return cell


def _beside(path: str, wanted: tuple[str, ...]) -> str | None:
    """A file in the same folder by its bare name, compressed or not; the first of `wanted` that there is."""
    folder = os.path.dirname(path)
    try:
        there = sorted(os.listdir(folder or "."))
    except OSError:
        return None  # `read` says what is wrong with the file itself
    for stem in wanted:
        for name in there:
            if streams.bare_name(name) in (f"{stem}.txt", stem):
                return os.path.join(folder, name)
    return None


def _alternates(path: str, wanted: set[int], skipped: Skipped) -> _Names:
    out: _Names = {}
    for number, line in streams.lines(path):
        cells = line.split("\t")
        if not 4 <= len(cells) <= 10:
            raise GazetteerError(f"{path}:{number}: {len(cells)} cells; expected the 8 or 10 of GeoNames' alternate names")
        place = int(_checked(f"{path}:{number}", "geonameid", cells[1]))
        if place not in wanted:
            continue
        preferred, _short, colloquial, historic = (cell == "1" for cell in (*cells[4:8], "", "", "", "")[:4])
        language = cells[2].lower()
        if language in _CODES:
            skipped["alternate names that are codes or links"] += 1
        elif colloquial:
            skipped["colloquial names"] += 1
        elif not latin(cells[3]):
            skipped["other forms in another script"] += 1
        else:
            # A historic name is right where it stands, and never the one to prefer.
            out.setdefault(place, []).append((language, spaced(cells[3]), preferred and not historic))
    return out


def _countries(path: str) -> dict[str, str]:
    """ISO code -> country, for the countries of `countryInfo.txt` that the built-in table lacks."""
    beside = _beside(path, ("countryinfo",))
    out = {}
    for number, line in streams.lines(beside) if beside else ():
        if line.strip() and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) < 5:
                raise GazetteerError(
                    f"{beside}:{number}: {len(cells)} cells; expected at least 5: ISO, ISO3, ISO-Numeric, fips and Country"
                )
            if not by_code(cells[0]):
                out[cells[0]] = spaced(cells[4])
    return out
