"""Every row of the tables of calques: its example is found at its place with its right form, and the right form is silent."""

from __future__ import annotations

import pathlib

import pytest

from lint import rulefile
from lint.datafolder import data_folder
from lint.engine import Engine
from lint.errors import RuleError
from lint.formats import from_text
from lint.model import Settings
from lint.replacements import read_replacements, read_rows

TABLES = sorted(pathlib.Path(data_folder(), "_data", "translation", "calques").glob("*.tsv"))
RULES = {rule.id: rule for rule in rulefile.load(rulefile.shipped())}
HEAD = "origin\twhat\twrong\tright\texample\n"


def rule_of(table: pathlib.Path) -> str:
    return "translation/calque-" + ("variant" if table.stem == "variants" else table.stem)


def test_all_languages_have_a_table() -> None:
    names = "arabic chinese dari-pashto french german hindi-urdu persian russian spanish turkish ukrainian variants"
    assert " ".join(table.stem for table in TABLES) == names


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_rows(table: pathlib.Path) -> None:
    engine = Engine([RULES[rule_of(table)]], Settings())
    for row in read_rows(str(table)):
        wrong, right, example = row["wrong"], row["right"], row["example"]
        if wrong not in example:
            wrong, right = wrong[0].upper() + wrong[1:], right[0].upper() + right[1:]
        start = example.index(wrong)
        found = [(d.span.start, d.span.end, d.fix and d.fix.edits[0].text) for d in engine.check(from_text(example, "x"))]
        assert found == [(start, start + len(wrong), right)], row
        assert engine.check(from_text(example.replace(wrong, right), "x")) == [], row


def test_no_wrong_form_is_in_two_tables() -> None:
    wrong = [row["wrong"] for table in TABLES for row in read_rows(str(table))]
    assert [form for form in wrong if wrong.count(form) > 1] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("wrong\tright\n", ":1: expected the columns origin, what, wrong, right, example"),
        (HEAD + "x\ty\tz\n", ":2: expected 5 cells with tabs between, none of them empty; found 3"),
        (HEAD + 2 * "x\ty\ta\tb\tThe a.\n", ":3: wrong: 'a' is given twice; take one row out"),
    ],
)
def test_a_wrong_table_is_refused(text: str, message: str, tmp_path: pathlib.Path) -> None:
    file = tmp_path / "x.tsv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as raised:
        read_replacements(str(file))
    assert message in str(raised.value)
