"""Titles of offices: what is garbled, and what is another office, another order or a shorter title."""

from __future__ import annotations

import pytest

from lint.formats import from_text
from lint.names.build import build
from lint.names.gazetteer import Gazetteer
from lint.names.lexicon import Lexicon
from lint.names.offices import offices
from lint.names.source import Entity, Sources
from lint.names.survey import Survey

ENTITIES = [
    Entity("office", "Special Envoy for Sundaria Reconciliation", ("Special Representative for Sundaria Reconciliation",), "", "Sundaria"),
    Entity("office", "Director General of the Northern Lake Watch Agency", ("Director of the Northern Lake Watch Agency",)),
    Entity("office", "UN High Commissioner for Lakes", ("United Nations High Commissioner for Lakes",)),
    Entity("office", "High Commissioner for Lake Security", ()),
    Entity("office", "Chancellor", (), "", "", 1),
    Entity("place", "Sundaria", (), "country", "Sundaria; Sundarian", 1),
    Entity("place", "Ostrevandia", (), "country", "Ostrevandia; Ostrevandian", 1),
]
_WORDS = "special envoy for reconciliation reunification representative director general of the northern lake lakes watch agency high"
WORDS = dict.fromkeys(f"{_WORDS} commissioner bureau harbour rivers security safety deputy".split(), False)
GAZETTEER = Gazetteer(memoryview(build(Sources(list(ENTITIES), {}, dict(WORDS), ["invented"]))), "invented")


def told(text: str, language: str = "en") -> list[tuple[str, str]]:
    survey = Survey(from_text(text, "t", language=language), Lexicon((GAZETTEER,)))
    return [(survey.document.text(f.span), f.right) for f in offices(survey)]


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        (
            "She met the Special Envoy for the reunification of Sundaria on Monday.",
            "Special Envoy for the reunification of Sundaria",
            "Special Envoy for Sundaria Reconciliation",
        ),
        (
            "The former Special Representative for Sundaria’s Reunification, she said, had left.",
            "Special Representative for Sundaria’s Reunification",
            "Special Representative for Sundaria Reconciliation",
        ),
        (
            "The Director of the Northern Watch Lake Agency spoke.",
            "Director of the Northern Watch Lake Agency",
            "Director of the Northern Lake Watch Agency",
        ),
        (
            "It was the Director General of the Northern Lake Watch Bureau who spoke.",
            "Director General of the Northern Lake Watch Bureau",
            "Director General of the Northern Lake Watch Agency",
        ),
        (
            "Then the Special Envoy for Sundaria Reconcilation spoke.",
            "Special Envoy for Sundaria Reconcilation",
            "Special Envoy for Sundaria Reconciliation",
        ),
        ("The UN Commissioner High for Lakes spoke.", "UN Commissioner High for Lakes", "UN High Commissioner for Lakes"),
    ],
)
def test_a_garbled_title(text: str, found: str, right: str) -> None:
    assert told(text) == [(found, right)]


@pytest.mark.parametrize(
    "text",
    [
        # right, and with more around it
        "The Special Envoy for Sundaria Reconciliation and the UN High Commissioner for Lakes met the Chancellor.",
        "The Deputy Director General of the Northern Lake Watch Agency spoke.",
        # another country, another task, another rank
        "The Special Envoy for Ostrevandia Reconciliation spoke.",
        "The Special Envoy for the harbour of Sundaria spoke.",
        "The Deputy Director of the Northern Lake Watch Agency spoke.",
        "The UN High Commissioner for Rivers spoke.",
        "The Special Deputy for Sundaria Reconciliation spoke.",
        "The Special Envoy for Sundarria Reconciliation spoke.",
        # no country or organisation
        "The High Commissioner for Lake Safety spoke.",
        # shorter, and turned round by a preposition
        "The Special Envoy for Sundaria spoke. The UN Commissioner for Lakes spoke.",
        "The High Commissioner of the UN for Lakes spoke.",
        "The Special Envoy for Reconciliation in Sundaria spoke.",
        # inside a longer name
        "The Lake UN Commissioner High for Lakes spoke.",
        # across a mark, in an address
        "The UN Commissioner, High for Lakes, spoke. Then UN Commissioner High for Lakes@un came.",
    ],
)
def test_another_title(text: str) -> None:
    assert told(text) == []


def test_only_english_counts() -> None:
    german = "Die Sprecherin sagte, dass der UN Commissioner High for Lakes am Montag nicht mit ihr nach Hause fahren wird."
    assert told(german, "de") == []


def test_the_words_of_offices_are_no_tokens_of_names() -> None:
    assert GAZETTEER.office_words >= {"special", "envoy", "sundaria", "lake", "chancellor"}
    assert not any(map(GAZETTEER.has_token, ("special", "envoy", "lakes")))
    assert GAZETTEER.single("chancelor") == ()
