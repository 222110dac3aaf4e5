"""Right names are silent: forms of the shipped gazetteer, plain, possessive and in capitals, give no finding of the names family."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from lint.formats import from_text
from lint.kinds.names import CHECKS
from lint.names.fold import tokens
from lint.names.gazetteer import Gazetteer, shipped
from lint.names.lexicon import Lexicon
from lint.names.source import Entity, read
from lint.names.survey import Survey

SEED = 20_261
SAMPLE = 2_000
"""Entities of each test run; `python bench/names_right.py` puts all of them through."""
WAYS = ("It was said that {} was there.", "It was said that {} plans were there.", "{}")


def ways(form: str) -> tuple[str, str, str]:
    """A neutral sentence with the form, with its possessive, and the form as a headline in capitals."""
    possessive = f"{form}'" if form.endswith("s") else f"{form}'s"
    return WAYS[0].format(form), WAYS[1].format(possessive), f"{form} was there".upper()


def found(lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    """(text found, what is proposed) of everything that the checks of the family find in a text of one name."""
    document = from_text(text)
    survey = Survey(document, lexicon)
    return [(document.text(hit.span), hit.right) for check in CHECKS.values() for hit in check(survey)]


def wrong(entities: list[Entity], lexicon: Lexicon) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The sentences that a right form is found in."""
    for entity in entities:
        for form in (entity.name, *entity.aliases):
            for text in ways(form):
                if hits := found(lexicon, text):
                    yield text, hits


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """The shipped gazetteer alone."""
    return Lexicon((Gazetteer.open(shipped()),))


def entities() -> list[Entity]:
    """Every entity of the shipped tables."""
    return list(read([shipped().removesuffix("shipped.gaz")]).entities)


def test_forms_of_the_shipped_gazetteer_are_silent(lexicon: Lexicon) -> None:
    # A name that says its last token twice (Marcelo Díaz Díaz) is the business of the check on repeated tokens.
    chosen = [e for e in entities() if all(len(set(tokens(f))) == len(tokens(f)) for f in (e.name, *e.aliases))]
    assert list(wrong(random.Random(SEED).sample(chosen, SAMPLE), lexicon)) == []


def test_the_measure_sees_a_slip(lexicon: Lexicon) -> None:
    slip = Entity("person", "Antonio Blinken", context="US Secretary of State")
    texts = [f"Secretary of State {text}" for text in ways(slip.name)]
    assert [found(lexicon, text) for text in texts[2:]] == [[("ANTONIO BLINKEN", "ANTONY BLINKEN")]]
