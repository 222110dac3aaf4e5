"""Words of official titles: a slip in one is found, and words of other languages, names and endings are left alone."""

from __future__ import annotations

import pytest

from lint.formats import from_text
from lint.names.build import build
from lint.names.gazetteer import Gazetteer
from lint.names.lexicon import Lexicon
from lint.names.source import Entity, Sources
from lint.names.survey import Survey
from lint.names.titlewords import title_words

_WORDS = "attorney general ministry of rural commission for fisheries audit state agency national bureau investigation institute the"
WORDS = dict.fromkeys(_WORDS.split(), False)
ENTITIES = [Entity("place", "Sundaria", (), "country", "Sundaria; Sundarian", 1), Entity("person", "Lena Minster", (), "singer")]
GAZETTEER = Gazetteer(memoryview(build(Sources(ENTITIES, {"justica": (0.0, 5e-6)}, dict(WORDS), ["invented"]))), "invented")


def told(text: str, language: str = "en") -> list[tuple[str, str]]:
    survey = Survey(from_text(text, "t", language=language), Lexicon((GAZETTEER,)))
    return [(survey.document.text(f.span), f.right) for f in title_words(survey)]


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("The Attorney Genral spoke.", "Genral", "General"),
        ("The Ministry of Rural Developement spoke.", "Developement", "Development"),
        ("The STATE AUDIT OFICE spoke.", "OFICE", "OFFICE"),
        ("The Sundarian Comission spoke of it.", "Comission", "Commission"),
        ("The National Labour Congres spoke.", "Congres", "Congress"),
        ("The National Bureau of Investigaiton's men came.", "Investigaiton", "Investigation"),
    ],
)
def test_a_slip_in_a_word_of_titles_is_found(text: str, found: str, right: str) -> None:
    assert told(text) == [(found, right)]
    assert told(text, "de") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Attorney General spoke.",
        "The Comission spoke.",
        "Lena Developement spoke.",
        "The Rural Developement spoke.",
        "The Institut for Fisheries spoke.",
        "The Comision of Fisheries spoke.",
        "The Comission de Fisheries spoke.",
        "The Commissión for Fisheries spoke.",
        "The State Officen for Fisheries spoke.",
        "The National Bureau Commissiona spoke.",
        "The State Bureau Justica spoke.",
        "The Ministry Minster spoke.",
        "See the National Bureau at http://www.sundaria.org/National_Comission today.",
    ],
)
def test_names_endings_and_words_of_other_languages_are_left_alone(text: str) -> None:
    assert told(text) == []
