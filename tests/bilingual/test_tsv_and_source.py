"""A translation held against its source: places in a table, alignment, values of numbers."""

from __future__ import annotations

import pathlib

import pytest

from lint import rulefile
from lint.bilingual.align import matched
from lint.bilingual.numbers import numbers
from lint.bilingual.numberwords import han, values
from lint.cli import run
from lint.engine import Engine
from lint.errors import ReadError
from lint.formats import from_text

ENGINE = Engine([rule for rule in rulefile.load(rulefile.shipped()) if rule.kind == "bilingual"])


def found(source: str) -> list[tuple[str, int, int, str]]:
    return [(d.rule, d.line, d.column, d.found) for d in ENGINE.check(from_text(source, "a.tsv", "tsv"))]


def test_a_table_with_emoji_arabic_and_carriage_returns_keeps_its_places() -> None:
    source = "de\ten\r\n😀 Er kaufte 12 Brote\t😀 He bought 15 loaves of bread\r\nOhne Übersetzung\t\r\n"
    assert found(source) == [
        ("translation/source-number", 2, 34, "15"),
        ("translation/missing-segment", 3, 1, "Ohne Übersetzung"),
    ]
    arabic = "en\tar\nHe bought 12 loaves\tاشترى ١٥ رغيفا 😀\n"
    assert found(arabic) == [("translation/source-number", 2, 27, "١٥")]


def test_figures_glued_to_letters_may_stand_for_a_number() -> None:
    assert found("de\ten\nNach RFC 4648 und mit 16 Bit\tBy RFC4648 and with 16 bits\n") == []
    assert found("de\ten\nNach RFC 4649 und mit 16 Bit\tBy RFC4648 and with 16 bits\n") == [("translation/source-number-lost", 2, 57, "")]


def test_a_damaged_number_is_found_beside_right_ones() -> None:
    assert found("ru\ten\nВ 2021 году 3,5 млн человек\tIn 2021 3.6 million people\n") == [
        ("translation/source-number", 2, 37, "3.6 million")
    ]


def test_a_line_without_a_tab_is_an_error_that_names_it() -> None:
    with pytest.raises(ReadError) as error:
        from_text("a\tb\n\nc\n", "a.tsv", "tsv")
    expected = "a.tsv:3: expected a source text, a tab and its translation; found 1 column; put a tab between the two"
    assert str(error.value) == expected


def test_unequal_counts_are_aligned_by_length() -> None:
    assert matched([50, 70], [9, 900]) == [(0, 1, 0, 1), (1, 2, 1, 2)]
    assert matched([100, 60, 110, 90], [100, 110, 90]) == [(0, 1, 0, 1), (1, 2, 1, 1), (2, 3, 1, 2), (3, 4, 2, 3)]
    assert matched([100, 250, 250, 90], [100, 500, 90]) == [(0, 1, 0, 1), (1, 3, 1, 2), (3, 4, 2, 3)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.234,56", {1234.56}),
        ("1 234 567", {1234567.0}),
        ("1.234", {1234.0, 1.234}),
        ("١٬٢٣٤٫٥", {1234.5}),
        ("१२", {12.0}),
        ("３５０万", {3500000.0}),
        ("3.5亿", {350000000.0}),
        ("1亿2000万", {120000000.0}),
        ("3,5 Mrd.", {3500000000.0}),
        ("12,50,000", {1250000.0}),
    ],
)
def test_figures(text: str, expected: set[float]) -> None:
    assert [set(n.values) for n in numbers(text)] == [expected]


def test_number_words() -> None:
    assert han("三千五百万") == 35_000_000
    assert han("一亿二千万") == 120_000_000
    assert han("二〇二四") == 2024
    assert 245.0 in values("two hundred and forty-five", "en")
    assert 93.0 in values("quatre-vingt-treize", "fr")
    assert 325.0 in values("dreihundertfünfundzwanzig", "de")
    assert 2_000_000.0 in values("مليونين", "ar")


def test_the_command_line_takes_a_source(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pathlib.Path("de.txt").write_text("Die Mühle hat 1.200 Euro gekostet.\n", encoding="utf-8")
    pathlib.Path("en.txt").write_text("The mill cost 1,300 euros.\n", encoding="utf-8")
    rest = ["--no-config", "--no-known", "--select", "translation/source-number", "--quiet", "--fail-level", "warning"]
    assert run(["check", "en.txt", "--source", "de.txt", *rest]) == 1
    assert capsys.readouterr().out.startswith("en.txt:1:15: warning: The source has '1.200' (line 1); the translation has '1,300'.")
    assert run(["check", "en.txt", *rest]) == 0
    assert run(["check", "en.txt", "--source", "fr.txt", *rest]) == 2
    assert "--source: fr.txt: no such file; name the text that en.txt translates." in capsys.readouterr().err
    assert run(["check", ".", "--source", "de.txt", *rest]) == 2
    assert "--source goes with one PATH" in capsys.readouterr().err
