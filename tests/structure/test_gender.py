"""Pronouns of the other sex: exact texts, and who else may be meant."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from lint.formats import from_text
from lint.model import Level, Rule
from lint.structure import gender

RULE = Rule("t/r", "structure", Level.WARNING, "m", "w", SimpleNamespace(least=0))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Olga Berg, a miller, who lost his house, wept.", ["his house"]),
        ("Olga Berg, a miller, who lost her house, wept.", []),
        ("Sasha Berg, who lost his house, wept.", []),
        ("Mr Olga, who lost her house, wept.", []),
        ("For her part, Mr Berg agreed.", ["her part, Mr Berg"]),
        ("For his part, Mr Berg agreed.", []),
        ("Ivan Petrov said she had slept.", ["she had"]),
        ("His mother slept. Ivan Petrov said she had slept.", []),
        ("Olga slept. Ivan Petrov said she had slept.", []),
        ("Gerta Holm slept. Ivan Petrov said she had slept.", []),
        ("The United Nations met. Ivan Petrov, 40, told reporters that she was ill.", ["she was"]),
        ("Ivan Petrov said her own bread was dear.", ["her own bread"]),
        ("Ivan Petrov said her bread was dear.", []),
    ],
)
def test_other_sex(text: str, expected: list[str]) -> None:
    document = from_text(text, "t")
    assert [document.text(hit.span) for hit in gender.other_sex(document, RULE)] == expected


def test_no_name_is_both() -> None:
    rows = [line.split() for line in open(gender_file(), encoding="utf-8") if not line.startswith("#")]  # noqa: SIM115 read once
    women = {name for sex, *names in rows for name in names if sex == "f"}
    men = {name for sex, *names in rows for name in names if sex == "m"}
    assert women & men == set()


def gender_file() -> str:
    from lint.datafolder import data_folder

    return f"{data_folder()}/_data/translation/given-names.txt"
