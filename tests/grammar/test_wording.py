"""What the engines say, made fit for an editor."""

from __future__ import annotations

import pytest

from lint.grammar.finding import Finding
from lint.grammar.wording import LONGEST, explanation, remedy


def finding(message: str, *replacements: str) -> Finding:
    return Finding(0, 1, "languagetool", "X", "Y", message, replacements)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Did you mean “was” or “has been”?", "did you mean 'was' or 'has been'?"),
        ("Possible typo: you repeated a word.", "possible typo: you repeated a word"),
        ("Use `government` instead of `govt.` here.", "use 'government' instead of 'govt.' here"),
        ("Use “an” (before vowels) instead of ‘a’. See the manual.", "use 'an' instead of 'a'"),
        ("US style. Second.", "US style"),
        ("", ""),
    ],
)
def test_an_explanation_is_one_short_sentence(message: str, expected: str) -> None:
    assert explanation(finding(message)) == expected


def test_a_long_explanation_is_cut_between_words() -> None:
    said = explanation(finding("The verb " + "and the noun, " * 20))
    assert said == "the verb and the noun, and the noun, and the noun, and the noun, and the …"
    assert len(said) <= LONGEST


def test_a_remedy_is_a_question_or_nothing() -> None:
    assert remedy(finding("x", "the\n the", "a")) == " Perhaps 'the the'?"
    assert remedy(finding("x")) == remedy(finding("x", "")) == remedy(finding("x", " ")) == ""
