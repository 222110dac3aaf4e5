"""Speech that lost its marks: exact spans and levels."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from lint.formats import from_text
from lint.model import Level, Rule
from lint.structure import speech

RULE = Rule("t/r", "structure", Level.ERROR, "m", "w", SimpleNamespace(least=0))
CHECKS = {f.__name__: f for f in (speech.outside, speech.twice, speech.number_split, speech.chopped)}


def found(name: str, text: str) -> list[tuple[str, Level | None]]:
    document = from_text(text, "t")
    return [(document.text(hit.span), hit.level) for hit in CHECKS[name](document, RULE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“No,” he said. We stay here. “Yes.”", [("We stay here.", None)]),
        ("“No,” he said. Today I stay. “Yes.”", [("Today I stay.", None)]),
        ("“No,” he said. They stay. We go. “Yes.”", [("We go.", None)]),
        ("“No,” he said. We stay here.", [("We stay here.", Level.WARNING)]),
        ("“No,” he said. We stay, he added. “Yes.”", []),
        ("“No.” We stay here. “Yes,” he said.", []),
        ("“No,” he said. We stay here. “Yes.” “", []),
        ("We met in May.\n“No,” he said. We stay here. “Yes.”", []),
        ("The mayor: We met in May.\n“No,” he said. We stay here. “Yes.”", [("We stay here.", None)]),
        ("“No,” he said. They stay here. “Yes.”", []),
        ("It rained. We stay here. “It is home,” he said.", [("We stay here.", Level.WARNING)]),
        ("We stay. I go. “It is home,” the mayor said.", [("We stay.", Level.WARNING), ("I go.", Level.WARNING)]),
        ("We met him. “It is home,” he said.", []),
        ("We stay here. “It is home.”", []),
        ("We stay here. “Home” said the sign.", []),
        ("Follow us\nWe stay here. “It is home,” he said.", [("We stay here.", Level.WARNING)]),
        ("They follow us here.\nWe stay here. “It is home,” he said.", []),
        ("“So, he said of my house.\nWe stay here. “It is home,” he said.", [("We stay here.", Level.WARNING)]),
        ("He answered that I don't know. It rained.", [("that I don't know", Level.WARNING)]),
        ("Anna has said that we will stay.", [("that we will stay", Level.WARNING)]),
        ("Anna said that we should stay and that I was late.", []),
        ("“He said that I know,” she told us.", []),
        ("He answered that I don't know. I left.", []),
    ],
)
def test_first_person_outside_the_marks(text: str, expected: list[tuple[str, Level | None]]) -> None:
    assert found("outside", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said the “bridge is safe,” he said.", ["He said the “bridge is safe,” he said."]),
        ("Anna Berg added that wheat was dear, she added.", ["Anna Berg added that wheat was dear, she added."]),
        ("Berg said that wheat was dear, Berg said. It rained.", ["Berg said that wheat was dear, Berg said."]),
        ("He said the bridge was safe, she said.", []),
        ("He said yes, he said.", []),
        ("He said the “bridge is safe, he said”.", []),
        ("Berg said it was “safe.” “Wheat is dear,” he said.", []),
        ("“The bridge is safe and sound,” he said.", []),
        ('Berg said the mill "cannot replace the U.N." "What we need is wheat," he said.', []),
    ],
)
def test_attribution_twice(text: str, expected: list[str]) -> None:
    assert [words for words, _ in found("twice", text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is less than two,” she said. It is a million tonnes. “So.”", ["less than two,” she said. It is a million tonnes"]),
        ("It is about 30. Thousand tonnes came.", ["about 30. Thousand tonnes"]),
        ("It rained. It is more than five. Percent of it is mud.", ["more than five. Percent of"]),
        ("“It is two,” she said. It is a million tonnes.", []),
        ("It is less than two. It is a thousand miles to go.", []),
        ("It is about 30. Thousands came.", []),
        ("It is less than two. She left. It is a million tonnes.", []),
    ],
)
def test_number_split(text: str, expected: list[str]) -> None:
    assert [words for words, _ in found("number_split", text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was “small” but “felt” in the “legs” more.", ["“small” but “felt” in the “legs”"]),
        ("A “b” in the long run is “c” then “d” now “e”.", ["“c” then “d” now “e”"]),
        ("The words “a,” “b” and “c”.", []),
        ("The “a”, made by one, the “b”, made by two, the “c”.", []),
        ("It was “small” but “felt”. In the “legs” more.", []),
        ("It was “small thing” but “felt” in the “legs” more.", []),
    ],
)
def test_chopped(text: str, expected: list[str]) -> None:
    assert [words for words, _ in found("chopped", text)] == expected


def test_chopped_counts_as_many_as_the_rule_says() -> None:
    rule = Rule("t/r", "structure", Level.ERROR, "m", "w", SimpleNamespace(least=2))
    document = from_text("It was “small” but “felt”.", "t")
    assert [document.text(hit.span) for hit in speech.chopped(document, rule)] == ["“small” but “felt”"]
