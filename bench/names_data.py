"""Write the gazetteer's generated data (rules/_data/names) from the gathered sources; the same input gives the same files.

    python bench/names_data.py SHARED_DATA --census DIR --rigour DIR --words DIR

SHARED_DATA holds `names/entities.tsv`: Wikidata office holders (CC0), CIA World Leaders 2019 and World Factbook (US Government, public
domain), congress-legislators (CC0), GeoNames cities and countries (CC BY 4.0). The other folders come from packages that only this
generator needs. `--census`: the package folder of `names` 0.3.0 (US Census 1990, public domain; package MIT), `dist.all.last`,
`dist.*.first`. `--rigour`: the package folder of `rigour` 1.3.0 (MIT; Wikidata name parts, CC0), `data/names/persons.txt`,
`data/territories/data.jsonl`. `--words`: `/usr/share/dict` of Debian's `wamerican` and `wbritish` 2020.12.07 (SCOWL, its own licence).
`curated.tsv` is kept by hand: it is read, never written. Counts go to standard output.
"""

import argparse
import csv
import gzip
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "rules" / "_data" / "names"
HEADER = ("kind", "name", "aliases", "context", "source", "licence")
# Short source and licence names keep the file small; README.md beside the data spells them out.
SOURCES = {
    "every-politician-scrapers(wikidata)": ("wikidata", "CC0"),
    "congress-legislators": ("congress-legislators", "CC0"),
    "factbook": ("factbook", "public domain"),
    "cia-leaders-2019": ("cia-leaders-2019", "public domain"),
    "geonames-cities15000": ("geonames", "CC BY 4.0"),
    "geonames-countries": ("geonames", "CC BY 4.0"),
}
PARTICLE = re.compile(r"^(?:al|el|bin|bint|ibn|ben|de|da|di|do|dos|das|del|der|den|van|von|la|le|ul|ur|e|y)$")
ROMAN = re.compile(r"^(?:ii|iii|iv|vi|vii|viii|ix|xi|xii|xiii|xiv|xv|xvi)$", re.IGNORECASE)
# A title before a name is taken off; the other words are what the sources left in a name's field, and a person's name holds none of them.
TITLE = re.compile(r"^(?:(?:brigadier general|dr|mr|mrs|ms|sir|dame|prof|king|queen|emperor|prince|princess)\b\.?\s*)+", re.IGNORECASE)
NOT_A_NAME = re.compile(
    r"\b(?:minister|president|premier|governor|general|council|chair(?:man)?|vacant|acting|interim|government|secretary|ministry"
    r"|commissioner|administrator|office|representative|ambassador)\b|^(?:china|lord of)\b",
    re.IGNORECASE,
)
FOREIGN_FORM = re.compile(r"owna|iowa|zanka|[sc]k[iy]j|jj|[iy]tch|tsch")
CITY_ALIASES = 5  # GeoNames gives no population here; cities with at least so many alternate names are the ones that news writes about
KNOWN = 5e-7  # share of a name that is only known to exist
WORD_NAME = 5e-5  # a dictionary word with at least this share as a name is marked as a name too


def fold(text: str) -> str:
    """Fold a token as the names index does: NFKD without marks, lower case, no apostrophes or dots."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"['’‘ʼʻ`.]", "", bare.lower())


def key(name: str) -> str:
    """Return a whole name folded, hyphens as blanks."""
    return " ".join(fold(part) for part in re.split(r"[\s\-‐–]+", name) if fold(part))


def skeleton(name: str) -> str:
    """Return what is left of a name when the letters that transliterations differ in are made equal."""
    text = key(name)
    for pattern, to in ((r"kh|gh|q|ck|c|g", "k"), (r"ee|ie|ei|ai|ay|ey|y|e|j", "i"), (r"ou|oo|u|w", "o"), (r"h", "")):
        text = re.sub(pattern, to, text)
    return re.sub(r"(.)\1+", r"\1", text)


def latin(text: str) -> bool:
    """Tell whether all letters of the text are Latin."""
    return all("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha())


def case(token: str) -> str:
    """Give a token of a person's name its usual capitals: AL-HALIMI and Willem-alexander are put right, McCain is left."""
    return "-".join(
        p.capitalize() if len(p) > 1 and (p.isupper() or (p.islower() and not PARTICLE.match(p))) else p for p in token.split("-")
    )


def capitals(tokens: list[str]) -> list[str]:
    """Give a name's tokens their usual capitals; "Iv" and "Xi" are Roman numerals at the end only."""
    last = len(tokens) - 1
    return [t.upper() if i and ROMAN.match(t) and (i == last or len(t) > 2 or t.isupper()) else case(t) for i, t in enumerate(tokens)]


def person(raw: str) -> tuple[str, list[str], str]:
    """Return (name, aliases, reason to drop it or '') for a person's name as a source writes it."""
    text = TITLE.sub("", re.sub(r"\s+", " ", raw).strip())
    if not latin(text):
        return "", [], "other script"
    aliases: list[str] = []
    # Only a nickname inside the name stands for the given name; one behind it is a name of its own.
    nick = re.search(r"[\"“(]([^\"”)]+)[\"”)](?= \w)", text)
    text = re.sub(r"\s*[\"“(][^\"”)]*[\"”)]", "", text)
    text = re.sub(r",?\s+(Jr|Sr)\.?$", r" \1.", text)
    text = re.sub(r" [Oo]f [A-Z][\w ]*$", "", text)  # "Felipe VI of Spain"
    suffix = ""
    if text.endswith((" Jr.", " Sr.")):
        text, suffix = text[:-4], text[-4:]
    if "," in text:
        head, tail = (part.strip() for part in text.split(",", 1))
        # "Nicholas True, Baron True" and "Albert II, Prince of Monaco" carry a title after the comma; "Last, First" does not.
        text = head if " " in head else f"{tail} {head}"
    if NOT_A_NAME.search(text) or (text[:1].islower() and not PARTICLE.match(text.split(" ")[0])):
        return "", [], "title or cut-off text in the name"
    tokens = capitals(text.split(" "))
    if any(c.isdigit() for c in text) or "/" in text or re.search(r"[A-Z]{2}[a-z]", " ".join(tokens)):
        return "", [], "digit, slash or stray capitals"
    if len(tokens) < 2:
        return "", [], "single token"
    if len(tokens) > 6:
        return "", [], "over six tokens"
    if sum(c.isalpha() for c in text) < 4:
        return "", [], "under four letters"
    if nick and re.fullmatch(r"[^\W\d_]{3,}", nick.group(1)) and not NOT_A_NAME.search(nick.group(1)):
        aliases.append(f"{case(nick.group(1))} {tokens[-1]}")
    if suffix:
        aliases.append(" ".join(tokens))
    full = [t for t in tokens if len(t.rstrip(".")) > 1 or ROMAN.match(t)]
    if 2 <= len(full) < len(tokens):
        aliases.append(" ".join(full))
    return " ".join(tokens) + suffix, aliases, ""


def distance(a: str, b: str) -> int:
    """Return the Levenshtein distance of two short strings."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row[0] = row[:], i
        for j, y in enumerate(b, 1):
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y))
    return row[-1]


def place(raw: str, aliases: str) -> tuple[str, list[str], str]:
    """Return (name, aliases, reason to drop it) for a city: with those aliases that differ as transliterations do."""
    if re.search(r"[\d/(,]|\b(?:Arrondissement|District|Cantonment|Subdivision)\b", raw):
        return "", [], "part of a city or compound entry"
    if sum(c.isalpha() for c in raw) < 4:
        return "", [], "under four letters"
    others = [a for a in aliases.split("|") if a]
    if len(others) < CITY_ALIASES:
        return "", [], f"fewer than {CITY_ALIASES} alternate names"
    own = key(raw)
    if " " not in own:
        return raw, [], ""
    near = [a for a in others if key(a) != own and skeleton(a) == skeleton(raw) and distance(key(a), own) <= 3]
    return raw, near, ""


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a tab-separated file with a header line."""
    with path.open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle, delimiter="\t")


def curated() -> list[dict[str, str]]:
    """Return the hand-kept rows."""
    return list(rows(OUT / "curated.tsv"))


def entities(shared: Path, rigour: Path, counts: Counter[str]) -> list[tuple[str, ...]]:
    """Return the cleaned rows of the gathered entities, those of one name merged, those that the curated file has left out."""
    countries: dict[str, str] = {}
    for line in (rigour / "data" / "territories" / "data.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        countries[entry["code"].upper()] = entry.get("name", "")
    ours = curated()
    have = {key(form) for row in ours for form in [row["name"], *row["aliases"].split("|")]}
    # A transliteration of a curated person is judged by hand there, so another source's spelling of it must not silence it.
    spelt = {skeleton(form) for row in ours if row["kind"] == "person" for form in [row["name"], *row["aliases"].split("|")]}
    merged: dict[tuple[str, str], dict[str, list[str]]] = {}
    for row in rows(shared / "names" / "entities.tsv"):
        kind, source = row["kind"], row["source"]
        context = row["context"]
        if kind == "person":
            name, aliases, reason = person(row["name"])
            for alias in row["aliases"].split("|"):
                again, more, bad = person(alias) if alias else ("", [], "empty")
                aliases += [] if bad else more if "(" in alias else [again, *more]
            context = {"senator representative": "US Congress; senator; representative"}.get(context, context)
        elif source == "geonames-countries":
            name, aliases, reason = row["name"], [], "" if len(row["name"]) > 3 else "under four letters"
            context = "country"
        else:
            name, aliases, reason = place(row["name"], row["aliases"])
            context = countries.get(context, context)
        if not reason and key(name) in have:
            reason = "in curated.tsv"
        elif not reason and kind == "person" and skeleton(name) in spelt:
            reason = "another transliteration of a curated person"
        counts[f"{source}: {reason or 'kept'}"] += 1
        if reason:
            continue
        # Two cities of one name stay one form; which country it is then only adds context.
        entry = merged.setdefault((kind, key(name)), defaultdict(list))
        entry["name"].append(name)
        entry["aliases"] += aliases
        entry["context"] += [context] if context else []
        entry["source"].append(SOURCES[source][0])
        entry["licence"].append(SOURCES[source][1])
    out = []
    for (kind, own), entry in merged.items():
        # The spelling with most marks is the fullest; it folds to the same as the others.
        name = max(entry["name"], key=lambda n: (sum(ord(c) > 127 for c in n), n))
        aliases = sorted({a for a in entry["aliases"] if key(a) != own and " " in key(a)})
        context = "; ".join(list(dict.fromkeys(entry["context"]))[:6])
        out.append(
            (kind, name, "|".join(aliases), context, "; ".join(dict.fromkeys(entry["source"])), "; ".join(dict.fromkeys(entry["licence"])))
        )
    counts["rows after merging"] = len(out)
    return sorted(out)


def tokens_of(text: str) -> Iterator[str]:
    """Yield the folded tokens of two or more letters in a name."""
    for part in key(text).split(" "):
        if len(part) > 1 and part.isalpha() and latin(part):
            yield part


def background(census: Path, rigour: Path, people: list[str]) -> dict[str, tuple[float, float]]:
    """Return each token's share as a given name and as a surname: US Census, else the gathered people, else KNOWN."""
    given: dict[str, float] = {}
    surname: dict[str, float] = {}
    for table, file in ((surname, "dist.all.last"), (given, "dist.female.first"), (given, "dist.male.first")):
        for line in (census / file).read_text(encoding="ascii").splitlines():
            name, percent = line.split()[:2]
            share = max(float(percent) / 100, KNOWN)  # 0.000 is printed for the rarest
            # Half the bearers are of the other sex.
            table[name.lower()] = max(table.get(name.lower(), 0.0), share if table is surname else share / 2)
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for name in people:
        parts = list(tokens_of(name))
        first.update(set(parts[:-1]))
        last.update(set(parts[1:]))
    total = len(people)
    for table, seen in ((given, first), (surname, last)):
        for token, count in seen.items():
            # One or two bearers may be one family or a misprint; from three on the count is a share of the world's office holders.
            table[token] = max(table.get(token, 0.0), (count - 1) / total if count > 2 else KNOWN)
    names = set(given) | set(surname)
    for line in (rigour / "data" / "names" / "persons.txt").read_text(encoding="utf-8").splitlines():
        for part in line.split("=>")[0].split(","):
            text = part.strip()
            token = fold(text)
            # Polish forms for wives and daughters and scholars' transliterations ("-skyj") are not met in English news.
            if re.fullmatch("[a-z]{3,10}", token) and not FOREIGN_FORM.search(token):
                names.add(token)
    return {t: (given.get(t, KNOWN), surname.get(t, KNOWN)) for t in sorted(names)}


def short(share: float) -> str:
    """Write a share with two digits, without the zeros that change nothing: 1.2e-5; nothing for a KNOWN one."""
    if share <= KNOWN:
        return ""
    mantissa, exponent = f"{share:.1e}".split("e")
    return f"{mantissa.removesuffix('.0')}e{int(exponent)}"


def words(folder: Path, shares: dict[str, tuple[float, float]]) -> list[str]:
    """Return the lower-case words of American and British English; `word<TAB>n` for one that is a name as well."""
    found = set()
    for file in ("american-english", "british-english"):
        for word in (folder / file).read_text(encoding="utf-8").splitlines():
            if word.islower() and re.fullmatch("[a-z]{3,}", fold(word)) and "'" not in word:
                found.add(fold(word))
    return [f"{w}\tn" if max(shares.get(w, (0.0,))) >= WORD_NAME else w for w in sorted(found)]


def main() -> None:
    """Read the sources named on the command line, write the files, print how many rows were dropped and why."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path)
    for option in ("census", "rigour", "words"):
        parser.add_argument(f"--{option}", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    kept = entities(args.shared, args.rigour, counts)
    text = "".join("\t".join(row) + "\n" for row in [HEADER, *kept])
    (args.out / "entities.tsv").write_text(text, encoding="utf-8", newline="\n")
    people = [row["name"] for row in curated() if row["kind"] == "person"] + [row[1] for row in kept if row[0] == "person"]
    shares = background(args.census, args.rigour, people)
    lines = ["token\tg\ts"]
    # A line with the token alone means that the name is known and no more: both shares are KNOWN.
    lines += [token if g == s == KNOWN else f"{token}\t{short(g)}\t{short(s)}" for token, (g, s) in shares.items()]
    listed = words(args.words, shares)
    for file, content in (("background.tsv.gz", lines), ("words.txt.gz", listed)):
        # No time and no file name inside: the same lines give the same bytes.
        (args.out / file).write_bytes(gzip.compress(("\n".join(content) + "\n").encode(), 9, mtime=0))
    print("\n".join(f"{count:6} {reason}" for reason, count in sorted(counts.items())))
    print(f"{len(shares):6} background tokens, {len(listed)} words")


if __name__ == "__main__":
    main()
