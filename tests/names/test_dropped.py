"""Names of organisations with a word left out: what is surely one, and what may be another name or a short form."""

from __future__ import annotations

import pytest

from lint.formats import from_text
from lint.names.build import build
from lint.names.dropped import dropped
from lint.names.gazetteer import Gazetteer
from lint.names.lexicon import Lexicon
from lint.names.source import Entity, Sources
from lint.names.survey import Survey

ROWS = [
    Entity("org", "Northern River Salmon Agency", (), "", "", 1),
    Entity("org", "Organisation of Baltic Cooperation", (), "", "", 2),
    Entity("org", "Royal Canadian River Police", (), "", "", 1),
    Entity("org", "Northern Arab River Office", (), "", "", 1),
    Entity("org", "Northern Indo-River Command", (), "", "", 1),
    Entity("org", "Harbour, River & Salmon Office", (), "", "", 1),
    Entity("org", "Small River Trout Bank", (), "", "", 3),
    Entity("org", "Lake River Trout Union", (), "", "", 2),
    Entity("org", "Lake Harbour Trout Union", (), "", "", 2),
    Entity("person", "Anna Maria River Holm", (), "", "", 1),
    Entity("org", "Harbour Salmon Union", (), "", "", 1),
    Entity("org", "Harbour River Salmon Union", (), "", "", 1),
]
_WORDS = (
    "a the of northern river salmon agency organisation baltic cooperation royal canadian police command harbour office small trout bank"
    " lake union indo it said so states"
)
LEXICON = Lexicon((Gazetteer(memoryview(build(Sources(list(ROWS), {}, dict.fromkeys(_WORDS.split(), False)))), "invented"),))


def found(text: str) -> list[tuple[str, str, str]]:
    survey = Survey(from_text(text, "t", language="en"), LEXICON)
    return [(survey.document.text(f.span), f.right, f.decision.row) for f in dropped(survey)]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("It was the Northern River Agency that said so.", "Northern River Agency", "Northern River Salmon Agency"),
        ("It was the NORTHERN SALMON AGENCY that said so.", "NORTHERN SALMON AGENCY", "NORTHERN RIVER SALMON AGENCY"),
        ("The Northern River Agency's office said so.", "Northern River Agency", "Northern River Salmon Agency"),
        ("The Organisation of Baltic said so.", "Organisation of Baltic", "Organisation of Baltic Cooperation"),
    ],
)
def test_a_needed_word_is_gone(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right, "o")]


@pytest.mark.parametrize(
    "text",
    [
        "The Northern River Salmon Agency said so.",
        "The Northern Agency said so.",  # two words are too few
        "The River Salmon Agency said so.",  # the first word is often left away
        "The Northern River Agency Bank said so.",  # another organisation
        "The Organisation of Baltic cooperation said so.",  # the word stands there in small letters
        "The Royal River Police said so.",  # the country's, said before
        "The Northern River Office said so.",
        "The Northern River Command said so.",  # the name before a hyphen came
        "The Harbour & Salmon Office said so.",
        "The Small River Bank said so.",  # known to few
        "The Lake Trout Union said so.",  # two of them
        "Anna Maria Holm said so.",  # a person's middle name
        "The Harbour Salmon Union said so.",  # a name of its own
    ],
)
def test_a_short_form_or_another_name(text: str) -> None:
    assert found(text) == []
