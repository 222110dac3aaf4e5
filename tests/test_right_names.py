"""A right name is never flagged, not even when another right name is a letter away."""

from __future__ import annotations

import functools

import pytest

from lint import rulefile
from lint.engine import Engine
from lint.formats import from_text
from lint.model import Settings


@functools.cache
def engine() -> Engine:
    return Engine([rule for rule in rulefile.load(rulefile.shipped()) if rule.kind == "names"], Settings())


@pytest.mark.parametrize("name", ["Ivanka Trump", "Ivana Trump", "James Comer", "James Comey", "Zalmay Khalilzad", "Ashraf Ghani"])
def test_a_right_name_is_silent_beside_its_neighbour(name: str) -> None:
    assert engine().check(from_text(f"It was {name} who spoke on Monday.", "t")) == []


def test_a_slip_in_the_same_sentence_is_found() -> None:
    found = engine().check(from_text("It was Zalmay Khalilzat who spoke on Monday.", "t"))
    assert [(d.found, d.replacements) for d in found] == [("Zalmay Khalilzat", ("Zalmay Khalilzad",))]
