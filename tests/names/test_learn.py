"""Learning an archive's names: exact tables from a small made-up archive, and what is left alone."""

from __future__ import annotations

import pytest
from world import GAZETTEER

from lint.formats import from_text
from lint.names.learn import Learner, table
from lint.names.lexicon import Lexicon
from lint.names.sightings import is_headline, sightings
from lint.names.variants import grouped

LEXICON = Lexicon((GAZETTEER,))
ARCHIVE = [
    "Harbour President Paul Quistberg said a boat was lost.\n\nThe owner, Paul Quistberg, was at sea. Quistberg returned.",
    "He met Paul B. Quistberg and Anna Wrenholt. The river was calm, said Wrenholt, who lives in Tostrevik.",
    "It was Paul Quistberg who came. Anna Wrenholt stayed in Tostrevik with the Tostrevik Fishing Company.",
    "A letter from Paul Quistberg of Norway came to the Tostrevik Fishing Company, near Tostrevik.",
    "There was Paul Quistbarg on the pier. Torvald Eskildsen saw him, and so did Norwegian spokeswoman Anna Wrenholt.",
]
HEADER = "keep\tkind\tname\taliases\tcontext\tcountry\ttier\tforbidden\tdoubtful\tcount\tfiles\texample\n"


def learned(texts: list[str], least: int = 1) -> str:
    learner = Learner(LEXICON)
    for number, text in enumerate(texts):
        learner.add(from_text(text, f"{number}.txt", language="en"), f"{number}.txt")
    return table(learner.rows(least))


def names(text: str) -> list[tuple[str, str, str, str]]:
    found = sightings(from_text(text, "t", language="en"), LEXICON)
    return [(sighting.text, sighting.kind, sighting.role, sighting.country) for sighting in found]


def test_an_archive_becomes_a_table() -> None:
    assert learned(ARCHIVE, 2) == HEADER + (
        "\tperson\tPaul Quistberg\tPaul B. Quistberg\tHarbour President\tNorway; Norwegian\t\t\tPaul Quistbarg\t7\t5"
        "\t0.txt:1: Harbour President Paul Quistberg said a boat was lost.\n"
        "\tperson\tAnna Wrenholt\t\tNorwegian spokeswoman\tNorway; Norwegian\t\t\t\t4\t3"
        "\t1.txt:1: He met Paul B. Quistberg and Anna Wrenholt. The river was calm, said Wrenholt, who lives in Tostrevik.\n"
        "\tplace\tTostrevik\t\t\t\t\t\t\t3\t3\t1.txt:1: Wrenholt. The river was calm, said Wrenholt, who lives in Tostrevik.\n"
        "\torg\tTostrevik Fishing Company\t\t\t\t\t\t\t2\t2"
        "\t2.txt:1: who came. Anna Wrenholt stayed in Tostrevik with the Tostrevik Fishing Company.\n"
    )


def test_a_name_counts_once_a_text_and_rare_ones_stay_out() -> None:
    texts = ["He saw Anna Wrenholt, Anna Wrenholt and Anna Wrenholt.", "He saw Paul Quistberg.", "They met Paul Quistberg."]
    rows = [line.split("\t") for line in learned(texts, 2).splitlines()[1:]]
    assert [(row[2], row[9], row[10]) for row in rows] == [("Paul Quistberg", "2", "2")]


def test_the_order_of_texts_changes_the_examples_alone() -> None:
    def without_examples(text: str) -> list[list[str]]:
        return [line.split("\t")[:-1] for line in text.splitlines()]

    assert without_examples(learned(ARCHIVE[::-1])) == without_examples(learned(ARCHIVE))


def test_a_name_near_a_known_one_is_doubtful() -> None:
    rows = [line.split("\t") for line in learned(["It was Torvald Eskildsan who came."]).splitlines()[1:]]
    assert [(row[2], row[8]) for row in rows] == [("Torvald Eskildsan", "like Torvald Eskildsen")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Torvald Eskildsen met Anna Brandvoll in Kirkeholm.", []),
        ("He met Anna Wrenholt's brother.", [("Anna Wrenholt", "person", "", "")]),
        ("He met Norwegian Prime Minister Qvarn Ulmbek.", [("Qvarn Ulmbek", "person", "Norwegian Prime Minister", "Norway; Norwegian")]),
        ("He met Mr Qvarn Ulmbek.", [("Qvarn Ulmbek", "person", "", "")]),
        ("It was said by spokesman Qvarn Ulmbek of Norway.", [("Qvarn Ulmbek", "person", "spokesman", "Norway; Norwegian")]),
        ("He met Anna Wrenholt and Paul Quistberg.", [("Anna Wrenholt", "person", "", ""), ("Paul Quistberg", "person", "", "")]),
        ("The University of Tostrevik and others.", [("University of Tostrevik", "org", "", "")]),
        ("It is in the Tostrevik Gazette.", [("Tostrevik Gazette", "agency", "", "")]),
        ("It is on Lake Tostrevik now.", [("Lake Tostrevik", "place", "", "")]),
        ("Salmon Anna Wrenholt had.", [("Anna Wrenholt", "person", "", "")]),
        ("On Monday Anna Wrenholt came.", [("Anna Wrenholt", "person", "", "")]),
        ("Anna Wrenholt Names New Harbour Minister Today", []),
        ("ANNA WRENHOLT SPOKE", []),
        ("Tostrevik is far. It was Tostrevik.", [("Tostrevik", "", "", "")]),
        ("It is anti-Tostrevik, see tostrevik.", []),
        ("He went to the State Government and the High Court.", []),
        ("It was El Ni?o, or El Ni&ntilde;o.", []),
        ("See www.Anna Wrenholt.com for it.", []),
        ("He met South Korean people.", []),
    ],
)
def test_what_is_taken_for_a_name(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert names(text) == expected


def test_other_languages_are_left_alone() -> None:
    document = from_text("Gestern kam Anna Wrenholt mit der Familie nach Tostrevik.", "t", language="de")
    assert list(sightings(document, LEXICON)) == []


def test_a_headline_has_capitals_throughout() -> None:
    assert [is_headline(text) for text in ("Farmers Want More Rain", "FARMERS WANT MORE RAIN", "Anna Wrenholt Lie")] == [True, True, False]
    assert not is_headline("Farmers of Tostrevik want more rain")


def test_spellings_are_grouped_and_two_people_are_not() -> None:
    counts = {"john smith": 9, "john p smith": 2, "joan smith": 8, "mikhail orlov": 8, "mikhayl orlov": 2, "university of a": 9}
    counts |= {"jon smyth": 1, "university of west a": 3, "anna reed": 10, "anne reed": 2, "lena harstad reed": 10, "lena korsk reed": 1}
    files = {tuple(name.split()): count for name, count in counts.items()}
    groups = grouped(
        sorted(files, key=lambda n: (-files[n], n)),
        files.__getitem__,
        lambda n: "org" if n[0] == "university" else "person",
        {"anna", "anne"}.__contains__,
    )
    assert {" ".join(head): {" ".join(name): sure for name, sure in others.items()} for head, others in groups.items()} == {
        "anna reed": {},
        "lena harstad reed": {},
        "john smith": {"john p smith": True, "jon smyth": False},
        "university of a": {},
        "joan smith": {},
        "mikhail orlov": {"mikhayl orlov": False},
        "university of west a": {},
        "anne reed": {},
        "lena korsk reed": {},
    }
