"""The names data: its form, its order, and that no row contradicts another."""

from __future__ import annotations

import csv
import gzip
import pathlib
import re
import unicodedata

import pytest

DATA = pathlib.Path(__file__).parent.parent.parent / "rules" / "_data" / "names"
CURATED = ["id", "kind", "name", "aliases", "context", "country", "tier", "forbidden", "source", "licence"]
ENTITIES = ["kind", "name", "aliases", "context", "country", "tier", "source", "licence"]
GIVEN = ("mohammed", "muhammad", "wei", "ngoc", "olena", "fatima", "hiroshi", "abdul", "emmanuel", "sergei")
SURNAMES = ("nguyen", "kim", "khan", "singh", "zhang", "diallo", "traore", "ivanov", "yilmaz", "silva", "suzuki", "mensah")
KNOWN_BEARERS = ("karzai", "tadesse", "muttaqi", "wickremesinghe", "okonkwo", "moyo", "rahmon", "sithole", "tuilaepa", "quispe")
HAND = ("curated.tsv", "offices.tsv")


def table(name: str) -> list[list[str]]:
    """Rows of a data file, the header first; quotes are plain characters there."""
    return [line.split("\t") for line in (DATA / name).read_text(encoding="utf-8").removesuffix("\n").split("\n")]


def named(name: str) -> list[dict[str, str]]:
    """Rows of a data file as dictionaries."""
    head, *rows = table(name)
    return [dict(zip(head, row, strict=True)) for row in rows]


def forms(row: dict[str, str]) -> list[str]:
    """The preferred form and the aliases."""
    return [row["name"], *(a for a in row["aliases"].split("|") if a)]


def fold(text: str) -> str:
    """Lower case without marks: what the index compares."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


def lines(name: str) -> list[str]:
    """Lines of a packed list."""
    return gzip.decompress((DATA / name).read_bytes()).decode("utf-8").removesuffix("\n").split("\n")


@pytest.mark.parametrize(("name", "header"), [("curated.tsv", CURATED), ("offices.tsv", CURATED), ("entities.tsv", ENTITIES)])
def test_every_row_has_every_column_and_no_stray_blanks(name: str, header: list[str]) -> None:
    rows = table(name)
    assert rows[0] == header
    assert [row for row in rows if len(row) != len(header)] == []
    assert [row for row in rows for cell in row if cell != " ".join(cell.split(" ")).strip() or "  " in cell] == []
    assert [row for row in rows for cell in row for item in cell.split("|") if "|" in cell and item != item.strip()] == []
    assert [row for row in rows for cell in row if cell.startswith("|") or cell.endswith("|") or "||" in cell] == []


@pytest.mark.parametrize("name", ["curated.tsv", "offices.tsv", "entities.tsv"])
def test_the_csv_module_reads_the_same_rows(name: str) -> None:
    with (DATA / name).open(encoding="utf-8", newline="") as handle:
        assert list(csv.reader(handle, delimiter="\t")) == table(name)


@pytest.mark.parametrize(("name", "least"), [("curated.tsv", 2700), ("offices.tsv", 150)])
def test_curated_ids_are_unique_and_in_order(name: str, least: int) -> None:
    ids = [(row["kind"], row["id"]) for row in named(name)]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids) >= least


@pytest.mark.parametrize(("name", "kinds"), [("curated.tsv", {"person", "place", "org", "agency"}), ("offices.tsv", {"office"})])
def test_curated_cells_have_their_form(name: str, kinds: set[str]) -> None:
    wrong = [
        row["id"]
        for row in named(name)
        if row["kind"] not in kinds
        or not re.fullmatch(rf"{row['kind']}/[a-z0-9]+(?:-[a-z0-9]+)*", row["id"])
        or row["tier"] not in {"1", "2", "3"}
        or not all((row["name"], row["context"], row["country"], row["source"]))
        or row["licence"] != "facts (own compilation)"
    ]
    assert wrong == []


def test_no_form_is_written_twice_in_a_row() -> None:
    assert [row["id"] for name in HAND for row in named(name) if len(forms(row)) != len(set(forms(row)))] == []


def test_no_right_form_is_forbidden_anywhere() -> None:
    rows = [row for name in HAND for row in named(name)]
    forbidden = {fold(form): row["id"] for row in rows for form in row["forbidden"].split("|") if form}
    right = [(form, row.get("id", "entities.tsv")) for row in rows + named("entities.tsv") for form in forms(row)]
    assert [(form, where, forbidden[fold(form)]) for form, where in right if fold(form) in forbidden] == []


def test_forms_that_two_rows_share_are_the_known_ones() -> None:
    owners: dict[str, set[str]] = {}
    # An office may be called as the body is that its holder leads; its words are looked up in another way.
    for row in (row for name in HAND if name != "offices.tsv" for row in named(name)):
        for form in forms(row):
            owners.setdefault(fold(form), set()).add(row["id"])
    assert {form: sorted(ids) for form, ids in owners.items() if len(ids) > 1} == {
        "george bush": ["person/george-h-w-bush", "person/george-w-bush"],
        "aa": ["agency/anadolu-agency", "org/arakan-army"],
        "rsf": ["org/rapid-support-forces", "org/reporters-without-borders"],
    }


def test_near_namesakes_are_all_known() -> None:
    rows = {row["id"]: row for row in named("curated.tsv")}
    namesakes = ("Anthony Albanese", "Antony Blinken", "Anthony Hopkins", "Antonio Banderas")
    assert [rows[f"person/{name.lower().replace(' ', '-')}"]["name"] for name in namesakes] == list(namesakes)
    assert "Anthony Blinken" not in forms(rows["person/antony-blinken"])
    assert rows["agency/agence-france-presse"]["forbidden"] == "French Press Agency|French Press Agency (AFP)|France Press Agency"


def test_entities_are_sorted_merged_and_not_in_curated() -> None:
    rows = table("entities.tsv")[1:]
    keys = [(row[0], " ".join(re.split(r"[\s-]+", fold(row[1])))) for row in rows]
    assert rows == sorted(rows)
    assert len(set(keys)) == len(keys)
    curated = {fold(form) for name in HAND for row in named(name) for form in forms(row)}
    assert [row for row in rows if fold(row[1]) in curated] == []


def test_entities_hold_no_titles_no_digits_and_no_other_script() -> None:
    people = [row["name"] for row in named("entities.tsv") if row["kind"] == "person"]
    assert [name for name in people if " " not in name or re.search(r"\d|[,()/\"]|[A-Z]{2}[a-z]|\b(?:Iii|Ii)\b", name)] == []
    assert [n for n in people for c in n if c.isalpha() and "LATIN" not in unicodedata.name(c) and c not in "ʻʼ"] == []


def test_entities_say_who_where_and_how_well_known() -> None:
    rows = named("entities.tsv")
    assert {row["tier"] for row in rows} == {"2", "3", "4"}
    assert [row["name"] for row in rows if not row["context"]] == []
    # Only the Factbook, and posts of Wikidata that came without one, don't say the country.
    assert {row["source"].split("; ")[0] for row in rows if not row["country"]} <= {"factbook", "wikidata", "cia-leaders-2019"}
    assert sum(not row["country"] for row in rows) < len(rows) // 40
    table = {row["name"]: row for row in rows}
    assert [table["Sergey Donskoy"][cell] for cell in ("aliases", "context", "country", "tier", "source", "licence")] == [
        "Sergei Donskoy",
        "Minister of Natural Resources",
        "Russia; Russian",
        "3",
        "wikidata",
        "CC0",
    ]


def test_entities_licences_are_free() -> None:
    found = {item for row in named("entities.tsv") for item in row["licence"].split("; ")}
    assert found == {"CC0", "CC BY 4.0", "public domain"}


def test_background_shares() -> None:
    head, *rows = [line.split("\t") for line in lines("background.tsv.gz")]
    assert head == ["token", "g", "s"]
    tokens = [row[0] for row in rows]
    assert tokens == sorted(set(tokens))
    assert [row for row in rows if len(row) not in {1, 3} or row[0] != fold(row[0])] == []
    written = {share for row in rows for share in row[1:] if share}
    assert [share for share in written if not re.fullmatch(r"\d(?:\.\d)?e-\d", share) or not 5e-7 < float(share) < 0.05] == []
    shares = {row[0]: row[1:] for row in rows}
    # Smith: 1.006 % of the census; John: 3.271 % of men; names of other continents that no American list would make frequent.
    assert (shares["smith"][1], shares["john"][0]) == ("1e-2", "1.6e-2")
    common = {token: float(shares[token][column]) for column, names in enumerate((GIVEN, SURNAMES)) for token in names}
    assert {token: share for token, share in common.items() if share < 5e-4} == {}
    assert [token for token in KNOWN_BEARERS if token not in shares] == []


def test_words_know_which_are_names() -> None:
    rows = [line.split("\t") for line in lines("words.txt.gz")]
    words = [row[0] for row in rows]
    assert words == sorted(set(words))
    assert [row for row in rows if not re.fullmatch("[a-z]{3,}", row[0]) or row[1:] not in ([], ["n"])] == []
    marked = {row[0] for row in rows if len(row) == 2}
    assert {"bush", "may", "white", "khan", "macron", "musk"} <= marked
    # Names in some land or other, and words of the language first of all.
    assert {"agency", "minister", "press", "colour", "color", "and", "than", "can", "said", "saint"} <= set(words) - marked


def test_sizes_stay_small() -> None:
    limits = {"curated.tsv": 2_800_000, "entities.tsv": 2_000_000, "background.tsv.gz": 1_400_000, "words.txt.gz": 400_000}
    assert {name: (DATA / name).stat().st_size for name in limits if (DATA / name).stat().st_size > limits[name]} == {}
