"""One name in other styles: all are silent, and a slip in one of them is proposed in the style that the text has."""

from __future__ import annotations

import pytest

from lint.formats import from_text
from lint.names.build import build
from lint.names.finding import surest
from lint.names.gazetteer import Gazetteer
from lint.names.lexicon import Lexicon
from lint.names.misses import misses
from lint.names.phrases import phrases
from lint.names.source import Entity, Sources
from lint.names.styles import plain
from lint.names.survey import Survey

ROWS = [
    Entity("person", "Nadhir al-Qasrawi", (), "President", "Sundaria; Sundarian", 1),
    Entity("person", "Abdel Wahhab el-Tarvisi", (), "river minister", "Sundaria; Sundarian", 1),
    Entity("person", "Mourad ElBaskeri", (), "head of the river agency", "Sundaria; Sundarian", 1),
    Entity("person", "Pak Dong-rul", (), "leader", "Northland; Northlander", 1),
    Entity("person", "Yun Mae-sok", (), "actor", "Northland; Northlander", 2),
    Entity("person", "Didier de Vaugrenard", (), "head of state", "France; French", 1),
    Entity("person", "Rory MacTavender", (), "premier", "Scotland; Scottish", 1),
    Entity("place", "Saint Orbanburg", (), "city", "Sundaria; Sundarian", 1),
    Entity("place", "Mount Kelvandro", (), "mountain", "Sundaria; Sundarian", 1),
    Entity("place", "Port-au-Vern", (), "city", "Sundaria; Sundarian", 1),
    Entity("org", "La Nouvelle Marche Ensemble", (), "party", "France; French", 1),
]
_WORDS = "the of it was who said so president mount saint port river minister leader head state city in climbed"
WORDS = dict.fromkeys(_WORDS.split(), False)
GAZETTEER = Gazetteer(memoryview(build(Sources(list(ROWS), {}, WORDS))), "invented")
LEXICON = Lexicon((GAZETTEER,))


def survey(text: str) -> Survey:
    return Survey(from_text(text, "t", language="en"), LEXICON)


def found(text: str) -> list[tuple[str, str]]:
    held = survey(text)
    return [(held.document.text(f.span), f.right) for f in surest((*misses(held), *phrases(held)))]


@pytest.mark.parametrize(
    ("text", "kind", "styles"),
    [
        ("Nadhir al-Qasrawi", "person", ("Nadhir Qasrawi",)),
        ("Abd al-Rahman al-Rashed", "person", ("Abdulrahman Rashed",)),
        ("Abderrahmane Tarvisi", "person", ("Abdulrahmane Tarvisi",)),
        ("Abdullah Tarvisi", "person", ()),
        ("Abdulrahman Tarvisi", "person", ()),
        ("Mourad ElBaskeri", "person", ("Mourad Baskeri",)),
        ("Pak Dong-rul", "person", ("Pak Dongrul",)),
        ("Al Tarvender", "person", ()),
        ("al-Qasrawi", "person", ()),
        ("Saint Orbanburg", "place", ("St. Orbanburg",)),
        ("Port-au-Vern", "place", ()),
        ("Pak Dong-rul", "org", ()),
    ],
)
def test_plain_styles(text: str, kind: str, styles: tuple[str, ...]) -> None:
    assert plain(text, kind) == styles


_STYLES = (
    "Nadhir al-Qasrawi|Nadhir Al Qasrawi|Nadhir el-Qasrawi|Nadhir Qasrawi|Nadhir AlQasrawi|Nadhir Alqasrawi|NADHIR AL-QASRAWI"
    "|Abdul Wahhab El Tarvisi|Abdulwahhab al-Tarvisi|Abd al-Wahhab Tarvisi|Abdel-Wahhab Al-Tarvisi|AbdelWahhab Tarvisi"
    "|Mourad El-Baskeri|Mourad el Baskeri|Mourad Elbaskeri|Mourad Al Baskeri"
    "|Pak Dong Rul|Pak Dongrul|Pak Dong-Rul|Pak Dong-rul|Pak Dong rul|Yun Maesok"
    "|Didier De Vaugrenard|Didier DeVaugrenard|Didier Devaugrenard|Rory Mactavender|Rory Mac Tavender"
    "|St Orbanburg|St. Orbanburg|Mt. Kelvandro|Port au Vern|the party of la Nouvelle Marche Ensemble"
)


@pytest.mark.parametrize("name", _STYLES.split("|"))
def test_every_style_of_a_name_is_right(name: str) -> None:
    assert found(f"It was {name} who said so.") == []


def test_a_right_name_in_another_style_speaks_for_the_rest_of_the_text() -> None:
    held = survey("It was Abdulwahhab al-Tarvisi. It was Pak Dong-rul.")
    assert {known.name: spans for known, spans in held.known.items()} == {
        "Abdel Wahhab el-Tarvisi": [(7, 29)],
        "Pak Dong-rul": [(38, 50)],
    }
    assert [all(covered) for covered in held.covered] == [True, True]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Nadhir Al Qasrewi", "Nadhir Al Qasrawi"),
        ("Nadhir el-Qasrewi", "Nadhir el-Qasrawi"),
        ("Nadhir Qasrewi", "Nadhir Qasrawi"),
        ("Mourad ElBaskezi", "Mourad ElBaskeri"),
        ("Mourad El-Baskezi", "Mourad El-Baskeri"),
        ("Abdul Wahhab El Tarvizi", "Abdul Wahhab El Tarvisi"),
        ("Abdulwahhab al-Tarvizi", "Abdulwahhab al-Tarvisi"),
        ("Abdel Wahxab El Tarvisi", "Abdel Wahhab El Tarvisi"),
        ("Pak Dogn-rul", "Pak Dong-rul"),
        ("Pak Dogn Rul", "Pak Dong Rul"),
        ("Pak Dongrull", "Pak Dongrul"),
        ("Didier De Vaugrenrad", "Didier De Vaugrenard"),
        ("DIDIER DE VAUGRENRAD", "DIDIER DE VAUGRENARD"),
    ],
)
def test_a_slip_is_proposed_in_the_style_of_the_text(wrong: str, right: str) -> None:
    assert found(f"It was {wrong} who said so.") == [(wrong, right)]


def test_another_syllable_is_another_person() -> None:
    assert found("It was Yun Maesog who said so.") == []


def test_an_article_that_the_known_name_has_not_makes_another_name() -> None:
    rows = [Entity("person", "Nadhir Qasrawi", (), "President", "Sundaria; Sundarian", 1)]
    lexicon = Lexicon((Gazetteer(memoryview(build(Sources(rows, {}, WORDS))), "x"),))
    held = Survey(from_text("It was President Nadhir al-Qasrewi who said so.", "t", language="en"), lexicon)
    assert list(misses(held)) == []
