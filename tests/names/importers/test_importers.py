"""Importers: what true-format samples become, what is left out and counted, and the error for each way in which a file can be broken."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import os
import pathlib
import random
import tracemalloc
import zipfile

import pytest

from lint.names.importers import IMPORTERS, detect, load, read
from lint.names.layout import GazetteerError
from lint.names.skipped import Skipped
from lint.names.source import Entity

SAMPLES = pathlib.Path(__file__).parent / "samples"
DUMP = SAMPLES / "wikidata" / "latest-all.json"
CITIES = SAMPLES / "geonames" / "cities15000.txt"
TARGETS = SAMPLES / "targets.simple.csv"
JRC = SAMPLES / "entities.txt"
TABLE = "kind\tname\ttier\nperson\tAnna Brandvoll\t2\nplace\tBraken\t\n"


def imported(path: pathlib.Path, format: str | None = None) -> tuple[list[Entity], str | None]:
    skipped = Skipped()
    return list(read(str(path), format, skipped)), skipped.note()


def error(path: pathlib.Path, format: str | None = None) -> str:
    with pytest.raises(GazetteerError) as caught:
        list(read(str(path), format))
    return str(caught.value).replace(str(path), "FILE").replace(str(path.parent), "FOLDER")


def file(folder: pathlib.Path, name: str, content: str | bytes) -> pathlib.Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_wikidata() -> None:
    blinken = Entity(
        "person",
        "Antony Blinken",
        ("Tony Blinken", "Antony John Blinken"),
        "former US Secretary of State; former US Deputy Secretary of State",
        "United States; American",
        2,
    )
    khalilzad = Entity(
        "person",
        "Zalmay Khalilzad",
        ("Zalmay Mamozy Khalilzad", "Zalmay Halilzad"),
        "politician; diplomat",
        "United States; American; Afghanistan; Afghan",
        3,
    )
    assert imported(DUMP) == (
        [
            blinken,
            khalilzad,
            Entity("place", "Kyiv", ("Kiev", "City of Kyiv"), "capital; city", "Ukraine; Ukrainian", 3),
            Entity("agency", "Reuters", ("Reuters News Agency",), "news agency", "United Kingdom; British", 4),
            Entity("person", "Eva Lind", (), "Austrian soprano", "", 4),
        ],
        "left out: other forms in another script (4), other forms in languages that respell names (2), other forms of one word (2),"
        " entries of type lexeme (1), entries of type property (1), items of other classes (1), items without a class (1),"
        " items without a label in Latin letters (1), redirects (1)",
    )


def test_geonames_joins_the_files_that_lie_beside() -> None:
    assert imported(CITIES) == (
        [
            Entity("place", "Kyiv", ("Kiev", "Cívita Kíev", "Kief", "Kiew"), "capital; city", "Ukraine; Ukrainian", 1),
            Entity("place", "Mumbai", ("Bombay",), "city", "India; Indian", 1),
            Entity("place", "New York", ("New York City", "Nueva York", "Nova Iorque"), "city", "United States; American", 1),
            Entity("place", "Zalesie", (), "town", "Poland; Polish", 4),
            Entity("place", "Pristina", (), "capital; city", "Kosovo; Kosovar", 2),
        ],
        "left out: other forms of one word (14), other forms in another script (6), alternate names that are codes or links (3),"
        " colloquial names (1), entries of feature class S (1), parts of towns (1)",
    )


def test_geonames_without_alternate_names_takes_names_from_the_table_alone(tmp_path: pathlib.Path) -> None:
    path = file(tmp_path, "cities15000.txt", "".join(CITIES.read_text(encoding="utf-8").splitlines(keepends=True)[:3]))
    assert imported(path)[0] == [
        Entity("place", "Kyiv", ("Cívita Kíev", "Kiev", "Kief", "Kiew"), "capital; city", "Ukraine; Ukrainian", 1),
        Entity("place", "Mumbai", (), "city", "India; Indian", 1),
        Entity("place", "New York City", ("New York", "Nueva York", "Nova Iorque"), "city", "United States; American", 1),
    ]


def test_geonames_takes_a_country_that_is_not_built_in_from_country_info(tmp_path: pathlib.Path) -> None:
    row = CITIES.read_text(encoding="utf-8").splitlines()[0].split("\t")
    row[8] = "AQ"
    path = file(tmp_path, "cities15000.txt", "\t".join(row) + "\n")
    file(tmp_path, "countryInfo.txt", (SAMPLES / "geonames" / "countryInfo.txt").read_bytes())
    assert [entity.country for entity in imported(path)[0]] == ["Antarctica"]


def test_targets() -> None:
    russia = "Russia; Russian"
    assert imported(TARGETS) == (
        [
            Entity("person", "Vladimir Vladimirovich Putin", (), "", russia, 4, weak=("Vladimir Putin",)),
            Entity("person", "Amir Khan Motaqi", (), "", "Afghanistan; Afghan", 4, weak=("Amir Khan Muttaqi",)),
            Entity("org", "Severtrucks LLC", (), "", russia, 4),
            Entity("org", "Wagner Group", (), "", "Russia; Russian; Ukraine; Ukrainian", 4, weak=("PMC Wagner",)),
            Entity("org", "Ministry of Defence of the Russian Federation", (), "", russia, 4),
        ],
        "left out: other forms in another script (2), country codes that are not known (1), entries of schema Vessel (1),"
        " names in another script (1), other forms of one word (1)",
    )


def test_jrc() -> None:
    assert imported(JRC) == (
        [
            Entity("person", "Angela Merkel", ("Anjela Merkel", "Angele Merkel")),
            Entity("org", "European Commission", ("Commission européenne", "EC")),
            Entity("place", "Damascus"),
        ],
        "left out: other forms of one word (2), entities of type E (1), entities without a name in Latin letters (1),"
        " lines of entity 0 (1), other forms in another script (1)",
    )


def test_table(tmp_path: pathlib.Path) -> None:
    rows = [Entity("person", "Anna Brandvoll", tier=2), Entity("place", "Braken")]
    assert imported(file(tmp_path, "names.tsv", TABLE)) == (rows, None)
    assert imported(file(tmp_path, "names.csv", TABLE.replace("\t", ","))) == (rows, None)
    quoted = file(tmp_path, "quoted.csv", '"kind","name","context"\n"place","Braken","town, harbour"\n')
    assert imported(quoted)[0] == [Entity("place", "Braken", context="town, harbour")]


CANDIDATES = "keep\tkind\tname\taliases\tdoubtful\tcount\tfiles\texample\n"


def test_of_candidates_the_rows_with_an_x_are_read(tmp_path: pathlib.Path) -> None:
    rows = "x\tperson\tAnna Wrenholt\t\tAnna Wrenhold|A. Wrenholt\t3\t2\tt:1: x\n\t\tTostrevik\t\t\t3\t2\tt:1: x\n"
    assert imported(file(tmp_path, "candidates.tsv", CANDIDATES + rows)) == (
        [Entity("person", "Anna Wrenholt")],
        "left out: doubtful forms that are neither aliases nor forbidden (2), candidates without an x (1)",
    )


def test_candidates_that_nobody_went_through_are_refused(tmp_path: pathlib.Path) -> None:
    row = "\tperson\tAnna Wrenholt\t\t\t3\t2\tt:1: x\n"
    nobody = "FILE: no row is kept; write x into the column keep of the rows that are right"
    assert error(file(tmp_path, "candidates.tsv", CANDIDATES + row)) == nobody
    assert error(file(tmp_path, "candidates.tsv", CANDIDATES + "y" + row)) == "FILE:2: keep: expected x or nothing; found 'y'"
    unsaid = "FILE:2: kind: expected one of person, place, org, agency, office; found ''"
    assert error(file(tmp_path, "candidates.tsv", CANDIDATES + "x" + row.replace("person", ""))) == unsaid


@pytest.mark.parametrize("path", [DUMP, CITIES, TARGETS, JRC], ids=lambda path: path.name)
def test_compressed_files_are_read_as_plain_ones(path: pathlib.Path, tmp_path: pathlib.Path) -> None:
    for beside in path.parent.iterdir():
        if beside.is_file() and path.parent != SAMPLES:
            file(tmp_path, beside.name, beside.read_bytes())
    (tmp_path / path.name).unlink(missing_ok=True)
    data = path.read_bytes()
    archive = tmp_path / f"{path.stem}.zip"
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr("readme.txt", "what this is")
        out.writestr(path.name, data)
    packed = [archive]
    for ending, pack in ((".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)):
        packed.append(file(tmp_path, path.name + ending, pack(data)))
    assert [imported(one) for one in packed] == [imported(path)] * 4


def test_the_format_is_told_by_the_first_line_and_not_by_the_name(tmp_path: pathlib.Path) -> None:
    told = [detect(str(file(tmp_path, "x.dat", path.read_bytes()))) for path in (DUMP, CITIES, TARGETS, JRC)]
    assert told == ["wikidata", "geonames", "ftm", "jrc"]
    assert detect(str(file(tmp_path, "x.dat", TABLE))) == "table"
    assert detect(str(file(tmp_path, "x.dat", '{"type":"item","id":"Q1"}\n'))) == "wikidata"


def test_each_importer_has_a_manual() -> None:
    assert [name for name in IMPORTERS if len(str(getattr(load(name), "__doc__", "")).splitlines()) < 3] == []


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        (
            "some.txt",
            "Some names\nAnna Brandvoll\n",
            "FILE: can't tell which format this is from its name and first line; name one of ftm, geonames, jrc, table, wikidata",
        ),
        (
            "empty.tsv",
            "",
            "FILE: can't tell which format this is from its name and first line; name one of ftm, geonames, jrc, table, wikidata",
        ),
        ("t.tsv", "kind\tname\nperson\tAnna\tx\n", "FILE:2: 3 cells; the header has 2"),
        ("t.tsv", "kind\tname\tcontry\n", "FILE:1: contry: no such column; did you mean 'country'?"),
        ("t.tsv", "kind\tname\npersn\tAnna Brandvoll\n", "FILE:2: kind: expected one of person, place, org, agency, office; found 'persn'"),
        (
            "t.csv",
            'kind,name\nplace,"Bra"ken\n',
            "FILE:2: a broken row (',' expected after '\"'); expected CSV with double quotes around cells",
        ),
        (
            "w.json",
            '[\n{"id":"Q1",\n]\n',
            "FILE:2: not the JSON of an entity (Input data was truncated); expected one entity a line, as in Wikidata's dumps",
        ),
        (
            "w.json",
            '[\n{"type":"item","id":"Q1","labels":{"en":{"language":"en","value":7}}},\n]\n',
            "FILE:2: not the JSON of an entity (Expected `str`, got `int` - at `$.labels[...].value`);"
            " expected one entity a line, as in Wikidata's dumps",
        ),
        (
            "w.json",
            b'[\n{"type":"item","id":"Q1","x":"\xe9"},\n]\n',
            "FILE:2: not UTF-8: byte 31 of the line is 0xe9; convert the file to UTF-8",
        ),
        (
            "c.txt",
            "\t".join(["1", "A", "A", "", "1", "2", "P", "PPL", "NO", *[""] * 10]) + "\n2\tB\n",
            "FILE:2: 2 cells; expected the 19 of GeoNames' main table",
        ),
        (
            "c.txt",
            "\t".join(["1", "Aby", "Aby", "", "1", "2", "P", "PPL", "NO", *[""] * 5, "many", *[""] * 4]) + "\n",
            "FILE:1: population: expected a number, found 'many'",
        ),
        (
            "s.csv",
            '"id","schema","name"\n',
            "FILE:1: the column aliases is missing; expected id, schema, name, aliases, countries, as in targets.simple.csv",
        ),
        ("s.csv", '"id","schema","name","aliases","countries"\n"1","Person","Anna"\n', "FILE:2: 3 cells; the header has 5"),
        (
            "s.csv",
            '"id","schema","name","aliases","countries"\n"1","Person","Anna Lie","""Lie;x",""\n',
            "FILE:2: aliases: a broken list (unexpected end of data); expected values with ; between them",
        ),
        ("e.txt", "1\tP\tu\tAnna+Lie\n2\tP\tu\n", "FILE:2: 3 cells; expected 4: number, type, language and name"),
        ("e.txt", "1\tP\tu\tAnna+Lie\nx\tP\tu\tB+C\n", "FILE:2: expected the number of an entity, found 'x'"),
        (
            "e.txt",
            "1\tP\tu\tAnna+Lie\n2\tP\tu\tBo+Ek\n1\tP\tu\tAnne+Lie\n",
            "FILE:3: entity 1 has lines further up as well; sort the file by its first column",
        ),
    ],
)
def test_what_is_broken_is_named(name: str, content: str | bytes, expected: str, tmp_path: pathlib.Path) -> None:
    assert error(file(tmp_path, name, content)) == expected


def test_a_file_that_is_cut_short_is_named(tmp_path: pathlib.Path) -> None:
    data = "\n".join(["[", *(item(f"Q{i}", f"Anna Lie{i}") + "," for i in range(5000)), "]"]).encode()
    packed = gzip.compress(data, mtime=0)
    assert (
        error(file(tmp_path, "w.json.gz", packed[: len(packed) // 2])).split(" after line ")[0] == "FILE: the file is cut short or damaged"
    )
    assert (
        error(file(tmp_path, "x.json.gz", b"\x1f\x8b" + b"\0" * 20))
        == "FILE: the file is cut short or damaged at its start; fetch it again"
    )
    assert error(tmp_path / "none.json") == "FILE: can't be read: No such file or directory"


def test_an_archive_of_several_tables_is_refused(tmp_path: pathlib.Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as out:
        out.writestr("a.txt", "a")
        out.writestr("b.txt", "b")
    assert error(tmp_path / "all.zip") == "FILE: expected one table in this archive, found a.txt, b.txt; unpack the one that is meant"


def test_files_that_lie_beside_are_checked_as_well(tmp_path: pathlib.Path) -> None:
    cities = file(tmp_path, "cities15000.txt", CITIES.read_bytes())
    file(tmp_path, "alternateNames.txt", "1\t703448\n")
    assert error(cities) == "FOLDER/alternateNames.txt:1: 2 cells; expected the 8 or 10 of GeoNames' alternate names".replace("/", os.sep)
    file(tmp_path, "alternateNames.txt", "")
    file(tmp_path, "countryInfo.txt", "XX\tXXX\n")
    expected = "FOLDER/countryInfo.txt:1: 2 cells; expected at least 5: ISO, ISO3, ISO-Numeric, fips and Country"
    assert error(cities) == expected.replace("/", os.sep)
    dump = file(tmp_path, "w.json", DUMP.read_bytes())
    file(tmp_path, "wikidata-labels.tsv", "82955 politician\n")
    expected = "FOLDER/wikidata-labels.tsv:1: expected a number such as Q82955, a tab and a label; found '82955 politician'"
    assert error(dump) == expected.replace("/", os.sep)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(GazetteerError, match="there is no format 'wikidat' of names; did you mean 'wikidata'\\?"):
        read("x", "wikidat")


def item(number: str, name: str, wikipedias: int = 0, kind: str = "Q5") -> str:
    claim = {"mainsnak": {"snaktype": "value", "property": "P31", "datavalue": {"value": {"id": kind}, "type": "wikibase-entityid"}}}
    return json.dumps(
        {
            "type": "item",
            "id": number,
            "labels": {"en": {"language": "en", "value": name}},
            "descriptions": {"en": {"language": "en", "value": "a person who is described at some length"}},
            "aliases": [],
            "claims": {"P31": [{**claim, "rank": "normal"}]},
            "sitelinks": {f"{i}wiki": {"site": f"{i}wiki", "title": name} for i in range(wikipedias)},
        }
    )


def test_wikidata_tiers_go_by_wikipedias(tmp_path: pathlib.Path) -> None:
    numbers = (9, 10, 39, 40, 99, 100)
    people = [item(f"Q{i}", f"Anna Lie{'abcdefghijkl'[i]}", count) for i, count in enumerate(numbers)]
    places = [item(f"Q{i}", f"Stad{'abcdefghijkl'[i]}", count, "Q515") for i, count in enumerate((39, 40, 79, 80, 149, 150))]
    path = file(tmp_path, "w.json", "\n".join((*people, *places)))
    assert [entity.tier for entity in imported(path)[0]] == [4, 3, 3, 2, 2, 1, 4, 3, 3, 2, 2, 1]


PEAK = 4_000_000
"""Bytes that an import of any length may hold at once: a line, its entity, and the caches of folded tokens (65,536 entries each)."""


def test_a_long_dump_takes_little_memory(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "latest-all.json.gz"
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as out:
        out.write("[\n")
        for i in range(50_000):
            out.write(item(f"Q{i}", f"Anna{chr(97 + i % 26)} Lie{chr(97 + i // 26 % 26)}{chr(97 + i // 676 % 26)}", 3) + ",\n")
        out.write("]\n")
    tracemalloc.start()
    try:
        count = sum(1 for _ in read(str(path)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 50_000
    assert peak < PEAK


def damaged(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(out) or 1)
        what = chance.randrange(20) % 17 // 4  # the file is cut off in one step of twenty
        if what == 0:
            out[at : at + 1] = bytes([chance.randrange(256)])
        elif what == 1:
            del out[at : at + chance.randint(1, 30)]
        elif what == 2:
            out[at:at] = chance.choice([b"\t", b"\n", b'"', b",", b"\0", b"[", b"{", b"\xff", b";", b"9" * 30, b"\\ud800", b"null"])
        elif what == 3:
            out[at:at] = out[chance.randrange(len(out) or 1) :][:40]
        else:
            del out[at + 1 :]
    return bytes(out)


@pytest.mark.parametrize(("format", "path"), [("wikidata", DUMP), ("geonames", CITIES), ("ftm", TARGETS), ("jrc", JRC), ("table", None)])
def test_nothing_but_a_gazetteer_error_comes_out(format: str, path: pathlib.Path | None, tmp_path: pathlib.Path) -> None:
    chance = random.Random(7)
    data = path.read_bytes() if path else TABLE.encode()
    fine, broken = 0, 0
    for i in range(300):
        whole = damaged(data, chance)
        if i % 5 == 0:
            whole = damaged(gzip.compress(whole, mtime=0), chance)
        one = file(tmp_path, "damaged", whole)
        try:
            for entity in read(str(one), format):
                assert "\t" not in entity.name + entity.context + entity.country
                assert all("\n" not in form and form.strip() for form in (entity.name, *entity.aliases))
            fine += 1
        except GazetteerError:
            broken += 1
    assert fine > 4
    assert broken > 60
