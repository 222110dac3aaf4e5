"""Names run together with the next word: what is taken apart, and what is a name or a people of its own."""

from __future__ import annotations

import pytest

from lint import rulefile
from lint.engine import Engine
from lint.formats import from_text
from lint.model import Settings

ENGINE = Engine([rule for rule in rulefile.load(rulefile.shipped()) if rule.id == "names/misspelled"], Settings())


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(d.found, d.replacements) for d in ENGINE.check(from_text(text, "t"))]


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("Then Angela Merkelsaid that talks would go on.", "Angela Merkelsaid", "Angela Merkel said"),
        ("Talks with Ugandawere broken off on Monday.", "Ugandawere", "Uganda were"),
        ("Ostrell spoke first. Then Ostrellto everybody's surprise left.", "Ostrellto", "Ostrell to"),
    ],
)
def test_a_name_and_the_word_after_it_are_taken_apart(text: str, found: str, right: str) -> None:
    assert told(text) == [(found, (right,))]


@pytest.mark.parametrize(
    "text",
    [
        "The Israelis and the Iraqis met in Israel and Iraq.",
        "Harrison came. Harris left.",
        "Ostrell met Ostrellian farmers.",
        "Mr Washington met Washingtonians.",
    ],
)
def test_peoples_and_other_names_are_left_alone(text: str) -> None:
    assert told(text) == []
