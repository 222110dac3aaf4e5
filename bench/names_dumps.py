"""A gazetteer of a million entities from dumps in their true formats: what it costs to build, to open and to use.

python bench/names_dumps.py FOLDER [--entities N] [--keep DIR]      FOLDER holds English .txt files, a few megabytes of them

Written are half of the entities as Wikidata's JSON dump (.gz, and a fifth of it .bz2), a fifth as GeoNames' cities500 with
alternateNamesV2, the rest by halves as OpenSanctions' targets.simple.csv and as JRC-Names: the shipped entities first, then made-up ones of
the background's names, always the same. Figures stand beside their budgets; exit code 1 when one is missed.
"""

from __future__ import annotations

import argparse
import bz2
import csv
import gzip
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator

import speed
from speed import PRESSCHECK, run, shown

from lint.datafolder import data_folder
from lint.names.importers.countries import BY_ITEM, by_code
from lint.names.source import Entity, read

SHIPPED = os.path.join(data_folder(), "_data", "names")
LISTS = [os.path.join(SHIPPED, name) for name in ("background.tsv.gz", "words.txt.gz")]
_CLASSES = {"person": "Q5", "place": "Q515", "org": "Q43229", "agency": "Q192283"}
_SITES = [f"{a}{b}wiki" for a in "abcdefghijkl" for b in "mnopqrstuvwx"]
_BODY = "Association Bank Foundation Institute Party University Company Council Society Front Union Hospital"
_BODIES = _BODY.split()
_TARGETS = "addresses identifiers sanctions phones emails program_ids dataset first_seen last_seen last_change"
_OFFICES = ("Q30461", "Q83307", "Q121998", "Q82955", "Q36180", "Q33999", "Q937857", "Q901")


class Names:
    """Made-up names of people, places and organisations, drawn from the background by its shares with a fixed seed."""

    def __init__(self) -> None:
        self.dice = random.Random(11)
        shares = read(LISTS).shares
        self._attested = [token for token in sorted(shares) if token.isalpha()]
        self._by: list[tuple[list[str], list[float]]] = []
        for place in (0, 1):
            common = [token for token in self._attested if shares[token][place]]
            self._by.append((common, [shares[token][place] for token in common]))

    def _stream(self, place: int, rare: float) -> Iterator[str]:
        common, weights = self._by[place]
        while True:
            for token in self.dice.choices(common, weights, k=1000):
                yield (self.dice.choice(self._attested) if self.dice.random() < rare else token).title()

    def entities(self, count: int) -> Iterator[Entity]:
        """The shipped entities and as many made-up ones as are missing, each name once."""
        given, surnames, rare = self._stream(0, 0.1), self._stream(1, 0.4), self._stream(1, 1.0)
        seen: set[tuple[str, str]] = set()
        for entity in read([os.path.join(SHIPPED, name) for name in ("curated.tsv", "entities.tsv")]).entities:
            if (entity.kind, entity.name) not in seen and len(seen) < count:
                seen.add((entity.kind, entity.name))
                yield entity
        while len(seen) < count:
            kind = self.dice.choices(("person", "place", "org"), (7, 2, 1))[0]
            name = f"{next(given)} {next(surnames)}"
            aliases: tuple[str, ...] = ()
            if kind == "place":
                name = next(rare) + self.dice.choice(("", "", "", "burg", "ville", " City", " San Juan"))
            elif kind == "org":
                name = f"{next(rare)} {self.dice.choice(_BODIES)}"
            elif self.dice.random() < 0.5:
                first, last = name.split(" ", 1)
                aliases = (f"{first} {next(given)} {last}", f"{first[0]}. {last}")
            if (kind, name) not in seen:
                seen.add((kind, name))
                yield Entity(kind, name, aliases, "", "", 4)


def wikidata(entities: list[Entity], path: str, first: int, dice: random.Random) -> None:
    """Entities as lines of a dump; of a prominent one more Wikipedias have an article."""
    items = sorted(BY_ITEM)
    opened = gzip.open if path.endswith(".gz") else bz2.open
    with opened(path, "wt", encoding="utf-8", compresslevel=1, newline="\n") as out:
        out.write("[\n")
        for number, entity in enumerate(entities, first):
            claims = {"P31": [_CLASSES[entity.kind]], "P27": [dice.choice(items)], "P39": [dice.choice(_OFFICES)], "P21": ["Q6581097"]}
            terms = {language: {"language": language, "value": entity.name} for language in ("en", "de", "fr", "nl", "az")}
            terms["ru"] = {"language": "ru", "value": "Имя Фамилия"}
            item = {
                "type": "item",
                "id": f"Q{number}",
                "labels": terms,
                "descriptions": {language: {"language": language, "value": "somebody or something"} for language in ("en", "de", "fr")},
                "aliases": {"en": [{"language": "en", "value": alias} for alias in entity.aliases]} if entity.aliases else [],
                "claims": {key: [_statement(key, value) for value in values] for key, values in claims.items()},
                "sitelinks": {
                    site: {"site": site, "title": entity.name} for site in _SITES[: (0, 120, 60, 15, dice.randrange(6))[entity.tier]]
                },
            }
            out.write(json.dumps(item, ensure_ascii=True, separators=(",", ":")) + ",\n")
        out.write("]\n")


def _statement(key: str, value: str) -> dict[str, object]:
    item = {"value": {"entity-type": "item", "numeric-id": int(value[1:]), "id": value}, "type": "wikibase-entityid"}
    return {"mainsnak": {"snaktype": "value", "property": key, "datavalue": item}, "type": "statement", "rank": "normal"}


def geonames(entities: list[Entity], folder: str, dice: random.Random) -> None:
    """Entities as towns, each with four alternate names."""
    codes = [code for code in ("US", "FR", "IN", "BR", "NG", "ID", "RU", "MX") if by_code(code)]
    towns, others = (open(os.path.join(folder, n), "w", encoding="utf-8", newline="\n") for n in ("cities500.txt", "alternateNamesV2.txt"))  # noqa: SIM115
    with towns, others:
        for number, entity in enumerate(entities, 1):
            cells = [
                str(number),
                entity.name,
                entity.name,
                f"{entity.name},{entity.name}stadt",
                "1.5",
                "2.5",
                "P",
                "PPL",
                dice.choice(codes),
            ]
            towns.write("\t".join([*cells, *[""] * 5, str(dice.randrange(500, 90_000)), "", "5", "Etc/UTC", "2024-01-01"]) + "\n")
            for at, (language, text) in enumerate(
                (("en", entity.name), ("de", f"{entity.name}stadt"), ("ru", "Город"), ("link", "https://x"))
            ):
                others.write(f"{number * 4 + at}\t{number}\t{language}\t{text}\t{int(language == 'en')}\t\t\t\t\t\n")


def targets(entities: list[Entity], path: str) -> None:
    """Entities as targets of sanctions."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        out.writerow(["id", "schema", "name", "aliases", "birth_date", "countries", *_TARGETS.split()])
        for number, entity in enumerate(entities):
            schema = "Person" if entity.kind == "person" else "Organization"
            words = entity.name.split(" ")
            aliases = ";".join((" ".join([words[-1].upper() + ",", *words[:-1]]).replace(";", ""), *entity.aliases))
            out.writerow(
                [
                    f"NK-{number}",
                    schema,
                    entity.name,
                    f'"{aliases}"' if "," not in aliases else aliases,
                    "1970",
                    "ru;ir",
                    *[""] * 6,
                    "L",
                    "",
                    "",
                    "",
                ]
            )


def jrc(entities: list[Entity], path: str) -> None:
    """Entities with three spellings each."""
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for number, entity in enumerate(entities, 1):
            kind = {"person": "P", "place": "T"}.get(entity.kind, "O")
            spellings = (("u", entity.name), ("u", entity.name.replace("i", "y")), ("ru", "Имя Фамилия"))
            out.writelines(f"{number}\t{kind}\t{language}\t{text.replace(' ', '+')}\n" for language, text in spellings)


def dumps(count: int, folder: str) -> list[str]:
    """Write the dumps and return what to build from, the background among it. Runs in a child process, whose memory is its own."""
    entities = list(Names().entities(count))
    dice = random.Random(12)
    packed, packed2, towns, listed = (int(count * share) for share in (0.4, 0.5, 0.7, 0.85))
    paths = [
        os.path.join(folder, n) for n in ("wikidata.json.gz", "wikidata-2.json.bz2", "cities500.txt", "targets.simple.csv", "entities")
    ]
    wikidata(entities[:packed], paths[0], 1_000, dice)
    wikidata(entities[packed:packed2], paths[1], 5_000_000, dice)
    geonames(entities[packed2:towns], folder, dice)
    targets(entities[towns:listed], paths[3])
    jrc(entities[listed:], paths[4])
    return [*paths, *LISTS]


OPENING = """
import sys, time
from lint.names.gazetteer import Gazetteer
with Gazetteer.open(sys.argv[1]) as gazetteer:
    gazetteer.exact(("angela", "merkel"))
start = time.perf_counter()
with Gazetteer.open(sys.argv[1]) as gazetteer:
    gazetteer.exact(("angela", "merkel"))
print(1000 * (time.perf_counter() - start))
"""


def figures(folder: str, count: int, work: str) -> Iterator[bool]:
    """Build twice, then open and check the texts."""
    large, again, small = (os.path.join(work, name) for name in ("large.pcg", "again.pcg", "small.pcg"))
    cache = os.path.join(work, "cache")
    this = [sys.executable, os.path.abspath(__file__), folder, "--write"]
    sources = json.loads(run([*this, work, "--entities", str(count)], cache).output)
    build = [*PRESSCHECK, "gazetteer", "build", "--quiet", *sources, "-o"]
    start = time.perf_counter()
    child = run([*build, large], cache)
    yield shown(f"build, {count:,} entities", (time.perf_counter() - start) / 60, "minutes", 3)
    print(f"({child.seconds:.0f} CPU-s)")
    yield shown("build, peak memory", child.peak, "MB", 1_500)
    run([*build, again], cache)
    with open(large, "rb") as one, open(again, "rb") as other:
        yield shown("build, times that a second one differs", float(one.read() != other.read()), "", 0)
    yield shown("file", os.path.getsize(large) / 1e6, "MB", 60)
    opening = [float(run([sys.executable, "-c", OPENING, large], cache).output) for _ in range(5)]
    yield shown("opening and one look-up, the file in the page cache", statistics.median(opening), "ms", 10)
    few = os.path.join(work, "few")
    os.mkdir(few)
    sources = json.loads(run([*this, few, "--entities", str(min(count, 35_000))], cache).output)
    run([*PRESSCHECK, "gazetteer", "build", "--quiet", *sources, "-o", small], cache)
    texts = speed.texts(folder, 3.0)
    words = sum(len(text.split()) for text in texts)
    cost = {}
    command = [sys.executable, os.path.join(speed.HERE, "speed.py"), folder, "--megabytes", "3", "--part", "names", "--index"]
    for index in (small, large):
        runs = [run([*command, index], cache) for _ in range(3)]
        cost[index] = statistics.median(json.loads(child.output)["seconds"] for child in runs)
        peak = max(child.peak for child in runs)
    yield shown("names family", words / cost[large], "words/s", 150_000, least=True)
    yield shown("names family, against 35,000 entities: cost", cost[large] / cost[small], "times", 1.5)
    yield shown("names family, peak memory, 3 MB of texts held", peak, "MB", 200)


def main() -> int:
    """Measure all, print it; exit code 1 when a budget is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", help="English .txt files")
    parser.add_argument("--entities", type=int, default=1_000_000)
    parser.add_argument("--keep", metavar="DIR", help="leave the dumps and indexes in this folder")
    parser.add_argument("--write", metavar="DIR", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        print(json.dumps(dumps(given.entities, given.write)))
        return 0
    if given.keep:
        os.makedirs(given.keep)
        return 0 if all(list(figures(given.folder, given.entities, given.keep))) else 1
    with tempfile.TemporaryDirectory() as work:
        return 0 if all(list(figures(given.folder, given.entities, work))) else 1


if __name__ == "__main__":
    sys.exit(main())
