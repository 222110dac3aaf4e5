"""Several gazetteers, the later over the earlier: what is silent, what is found, and which spelling is proposed."""

from __future__ import annotations

import pytest

from lint.formats import from_text
from lint.names.build import build
from lint.names.forbidden import forbidden
from lint.names.gazetteer import Gazetteer, Known
from lint.names.lexicon import Lexicon
from lint.names.misses import misses
from lint.names.source import Entity, Sources
from lint.names.survey import Survey

OSTREVANDIA = "Ostrevandia; Ostrevandian"
SHIPPED = [
    Entity("person", "Oleksiy Torvanko", ("Alexei Torvanko", "Oleksiy Torvankyy"), "President", OSTREVANDIA, 1, (), "person/ot"),
    Entity("person", "Mira Halvorset", ("M. Halvorset",), "judge", "", 2, ("Mira Halverset",)),
    Entity("place", "Kyrov", ("Kirov", "Kyrov City"), "capital", OSTREVANDIA, 1),
    Entity("org", "Kirov Ballet", (), "", "", 2),
    Entity("org", "Bank of Kyrov", ("Kyrov Bank",), "bank", "", 2),
]
SHARES = {"anna": (3e-3, 0.0), "oleksiy": (1e-5, 0.0), "torvanko": (0.0, 5e-7), "torvankyy": (0.0, 5e-7)}
WORDS = dict.fromkeys(["president", "the", "said", "visited", "of", "bank", "ballet", "left", "house", "met"], False)


def index(*rows: Entity) -> Gazetteer:
    return Gazetteer(memoryview(build(Sources(rows))), "x")


BASE = Gazetteer(memoryview(build(Sources(SHIPPED, SHARES, WORDS))), "shipped")


def found(text: str, *later: Gazetteer) -> list[tuple[str, str]]:
    """The forbidden forms of a text with what should stand there."""
    survey = Survey(from_text(text, "t", language="en"), Lexicon((BASE, *later)))
    return [(survey.document.text(f.span), f.right) for f in forbidden(survey)]


def near(text: str, *later: Gazetteer) -> list[tuple[str, str]]:
    """The near misses of a text with what is proposed."""
    survey = Survey(from_text(text, "t", language="en"), Lexicon((BASE, *later)))
    return [(survey.document.text(f.span), f.right) for f in misses(survey)]


HOUSE = index(Entity("person", "Oleksiy Torvankyy", (), "", "", 2, ("Torvanko",)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Torvanko left.", [("Torvanko", "Torvankyy")]),
        ("TORVANKO LEFT", [("TORVANKO", "TORVANKYY")]),
        ("It was Torvanko's idea.", [("Torvanko", "Torvankyy")]),
        ("President Torvanko said so.", [("Torvanko", "Torvankyy")]),
        ("Oleksiy Torvanko left.", [("Oleksiy Torvanko", "Oleksiy Torvankyy")]),
        ("Alexei Torvanko left.", [("Alexei Torvanko", "Oleksiy Torvankyy")]),
        ("OLEKSIY TORVANKO’S HOUSE", [("OLEKSIY TORVANKO", "OLEKSIY TORVANKYY")]),
        ("Oleksiy Torvankyy met Torvankyy.", []),
        ("Anna Torvanko left.", []),
        ("Torvanko Marjaz left.", []),
        ("The torvanko dances.", []),
    ],
)
def test_a_surname_that_the_house_spells_otherwise(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, HOUSE) == expected
    assert found(text) == []


def test_near_misses_of_an_overridden_name_are_the_preferred_one() -> None:
    assert near("President Oleksiy Torvamko said so.") == [("Oleksiy Torvamko", "Oleksiy Torvanko")]
    assert near("President Oleksiy Torvamko said so.", HOUSE) == [("Oleksiy Torvamko", "Oleksiy Torvankyy")]
    both = Lexicon((BASE, HOUSE))
    known = Known("person", "Oleksiy Torvankyy", "President", OSTREVANDIA, 1)
    assert [form.known for form in both.slot(("oleksiy", "?"), 1).forms] == [known, known]
    assert both.exact(("oleksiy", "torvanko")) is None
    assert both.exact(("alexei", "torvanko")) is None


KYROV = index(Entity("place", "Kyrov", forbidden=("Kirov",), tier=2))
KIROV = index(Entity("place", "Kirov", forbidden=("Kyrov",), tier=2))


@pytest.mark.parametrize(
    ("text", "kyrov", "kirov"),
    [
        ("She went to Kirov.", [("Kirov", "Kyrov")], []),
        ("She went to Kyrov.", [], [("Kyrov", "Kirov")]),
        ("KIROV’S MAYOR", [("KIROV", "KYROV")], []),
        ("The Kirov Ballet came.", [], []),
        ("The Bank of Kyrov and Kyrov Bank closed.", [], []),
    ],
)
def test_a_place_is_called_as_the_house_calls_it(text: str, kyrov: list[tuple[str, str]], kirov: list[tuple[str, str]]) -> None:
    assert found(text, KYROV) == kyrov
    assert found(text, KIROV) == kirov
    assert found(text, KIROV, KYROV) == kyrov
    assert found(text, KYROV, KIROV) == kirov


def test_a_later_gazetteer_accepts_what_an_earlier_one_forbids() -> None:
    text = "Mira Halverset judged."
    assert found(text) == [("Mira Halverset", "Mira Halvorset")]
    assert found(text, index(Entity("person", "Mira Halvorset", ("Mira Halverset",)))) == []
    assert found(text, index(Entity("person", "Mira Halverset"))) == []
    strict, mild = index(Entity("person", "M. Halvorset", forbidden=("Mira Halvorset",))), index(Entity("person", "Mira Halvorset"))
    assert found("Mira Halvorset judged.", strict) == [("Mira Halvorset", "M. Halvorset")]
    assert found("Mira Halvorset judged.", strict, mild) == []


def test_entities_of_one_id_are_one() -> None:
    later = index(Entity("person", "Lyosha T.", (), "the president", "", 3, (), "person/ot"))
    both = Lexicon((BASE, later))
    form = both.exact(("oleksiy", "torvanko"))
    assert form is not None
    assert form.known == Known("person", "Lyosha T.", "President; the president", OSTREVANDIA, 1)
    assert both.exact(("lyosha", "t")) == form._replace(text="Lyosha T.", parts=("lyosha", "t"))


def test_only_an_entry_that_somebody_chose_overrides_by_an_alias() -> None:
    named = Lexicon((BASE, index(Entity("person", "Alexei Torvanko", tier=2)))).exact(("oleksiy", "torvanko"))
    listed = Lexicon((BASE, index(Entity("person", "Alexei Torvanko", tier=4)))).exact(("oleksiy", "torvanko"))
    assert named is not None
    assert listed is not None
    assert (named.known.name, listed.known.name) == ("Alexei Torvanko", "Oleksiy Torvanko")


def test_the_last_of_three_names_an_entity_that_all_know() -> None:
    first = index(Entity("person", "Oleksiy Torvanko", (), "writer", "", 2))
    second = index(Entity("person", "O. Torvanko", ("Oleksiy Torvanko",)))
    form = Lexicon((BASE, first, second)).exact(("oleksiy", "torvankyy"))
    assert form is not None
    assert form.known == Known("person", "O. Torvanko", "President; writer", OSTREVANDIA, 1)


def test_other_kinds_are_other_entities() -> None:
    form = Lexicon((BASE, index(Entity("org", "Kyrov")))).exact(("kyrov", "city"))
    assert form is not None
    assert form.known.kind == "place"


def test_a_row_says_of_which_forms_the_fix_is_safe() -> None:
    house = index(Entity("person", "Oleksiy Torvankyy", (), "", "", 2, ("Torvanko", "Torvanka"), safe=("Torvanko",)))
    text = "Torvanko left. TORVANKA left. Oleksiy Torvanko met Alexei Torvanko. Mira Halverset left."
    survey = Survey(from_text(text, "t", language="en"), Lexicon((BASE, house)))
    assert [(survey.document.text(f.span), f.right, f.safe) for f in forbidden(survey)] == [
        ("Torvanko", "Torvankyy", True),
        ("TORVANKA", "TORVANKYY", False),
        ("Oleksiy Torvanko", "Oleksiy Torvankyy", True),
        ("Alexei Torvanko", "Oleksiy Torvankyy", False),  # the given name would change too
        ("Mira Halverset", "Mira Halvorset", False),
    ]
