"""The real Harper: exact places, only the rules that are named, replacements that say what the text becomes."""

from __future__ import annotations

import pytest

from lint.grammar.finding import Finding
from lint.grammar.harper import Harper, rule_names

TEXT = "😀 e\u0301 أهلا He go to an house and the the end of a apple."


def test_places_are_code_points_and_only_named_rules_run() -> None:
    found = [(f.rule, TEXT[f.start : f.end], f.replacements) for f in Harper({"AnA", "RepeatedWords"}).check(TEXT)]
    assert found == [("AnA", "an", ("a",)), ("RepeatedWords", "the the", ("the",)), ("AnA", "a", ("an",))]


def test_a_finding_in_full() -> None:
    assert Harper({"AnA"}).check("She ate a apple.") == [
        Finding(8, 9, "harper", "AnA", "Miscellaneous", "Incorrect indefinite article.", ("an",))
    ]


def test_what_is_put_in_after_the_found_text_is_part_of_the_replacement() -> None:
    text = "It was controlled by the majority that would elected to the new assembly."
    assert [(text[f.start : f.end], f.replacements) for f in Harper({"ModalBeAdjective"}).check(text)] == [("would", ("would be",))]


@pytest.mark.parametrize(
    "text",
    [
        "It was upheld by a unanimous court.",
        "Mice without an MA degree.",
        "A Pixel 3a or two.",
        "The La Ni&ntilde;a effect.",
        "Retin-A in May.",
    ],
)
def test_where_harper_is_wrong_about_articles(text: str) -> None:
    assert Harper({"AnA"}).check(text) == []


def test_the_key_names_the_rules_in_order() -> None:
    assert Harper({"RepeatedWords", "AnA"}).key == Harper({"AnA", "RepeatedWords"}).key
    assert Harper({"AnA"}).key != Harper({"RepeatedWords"}).key


def test_every_rule_of_harper_that_the_rule_files_name_exists() -> None:
    from lint import rulefile

    named = {name for rule in rulefile.load(rulefile.shipped()) if rule.kind == "grammar" for name in rule.options.harper}
    assert named - rule_names() == set()
