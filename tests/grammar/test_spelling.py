"""Which words of a speller are worth a finding."""

from __future__ import annotations

import pytest

from lint.formats import from_text
from lint.grammar.spelling import is_foreign, is_slip


@pytest.mark.parametrize(
    ("word", "suggestions", "expected"),
    [
        ("goverment", ["government"], True),
        ("commerical", ["commercial"], True),
        ("preisident", ["president"], True),
        ("polyproplene", ["polypropylene"], True),
        ("certin", ["certain", "cretin"], True),
        ("certin", ["cretin", "certain"], False),
        ("certin", [], False),
        ("wrold", ["world"], False),
        ("Goverment", ["Government"], False),
        ("goverment", ["Government"], False),
        ("GOVERMENT", ["GOVERNMENT"], False),
        ("gover-ment", ["government"], False),
        ("goverment2", ["government"], False),
        ("govérment", ["government"], False),
        ("laners", ["layers", "lanes"], False),
        ("striver", ["striker"], False),
        ("pricings", ["pricing"], False),
        ("packhouse", ["pack house"], False),
        ("ofthe", ["of the"], True),
        ("toit", ["to it"], False),
        ("withthe", ["with the"], True),
        ("farmersin", ["farmers in"], True),
        ("theqzx", ["the qzx"], False),
        ("favourite", ["favorite"], False),
        ("organisation", ["organization"], False),
        ("neighbours", ["neighbors"], False),
        ("kilometres", ["kilometers"], False),
        ("skilful", ["skillful"], False),
        ("licence", ["license"], False),
        ("aluminium", ["aluminum"], False),
        ("judgement", ["judgment"], False),
        ("ageing", ["aging"], False),
        ("fulfil", ["fulfill"], False),
        ("targetting", ["targeting"], False),
        ("yoghurt", ["yogurt"], False),
    ],
)
def test_slips_and_what_is_none(word: str, suggestions: list[str], expected: bool) -> None:
    assert is_slip(word, suggestions, from_text(f"They saw the {word} on Monday.", "t")) == expected


@pytest.mark.parametrize("again", ["goverment", "Goverment", "GOVERMENT"])
def test_a_word_that_the_text_uses_again_is_its_own(again: str) -> None:
    assert not is_slip("goverment", ["government"], from_text(f"The goverment met. {again} said so.", "t"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Los presidentes and the plumbing", True),
        ("They met presidentes de la isla.", True),
        ("The word “presidentes” is Spanish.", True),
        ("The *presidentes* left.", True),
        ("The new presidentes left.", False),
        ("“The new presidentes left,” she said.", False),
        ("Today presidentes left.", False),
    ],
)
def test_foreign_words_are_known_by_their_neighbours(text: str, expected: bool) -> None:
    start = text.index("presidentes")
    assert is_foreign(text, start, start + len("presidentes")) == expected
