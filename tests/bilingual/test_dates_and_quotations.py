"""Months, weekdays and quotation marks held against the source: exact places, other calendars left alone."""

from __future__ import annotations

import pytest

from lint import rulefile
from lint.bilingual.calendar import mentions
from lint.engine import Engine
from lint.formats import from_text

IDS = ("translation/source-date", "translation/source-quotation")
ENGINE = Engine([rule for rule in rulefile.load(rulefile.shipped()) if rule.id in IDS])


def found(source: str) -> list[tuple[int, int, str, str]]:
    return [(d.line, d.column, d.found, d.message) for d in ENGINE.check(from_text(source, "a.tsv", "tsv"))]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("on 3 May 2021, a Monday", "en", [{5}, {1}]),
        ("she may march", "en", []),
        ("в среду, 3 мая", "ru", [{3}, {5}]),
        ("2021年十二月3日，星期天，3个月", "zh", [{12}, {7}]),
        ("水曜日、6月", "ja", [{3}, {6}]),
        ("03.06.2021", "de", [{3, 6}]),
        ("2021-07-31", "de", [{7}]),
        ("31/07/2021", "fr", [{7}]),
        ("25 رمضان", "ar", []),
        ("وفي 3 يونيو", "ar", [{6}]),
    ],
)
def test_months_and_weekdays(text: str, language: str, expected: list[set[int]]) -> None:
    assert [set(mention.values) for mention in mentions(text, language)] == expected


def test_a_month_of_another_name_is_found_in_its_place() -> None:
    assert found("ar\ten\n😀 جاءت في 3 يونيو\t😀 She came on 3 July\n") == [
        (2, 35, "July", "The source has 'يونيو'; the translation has 'July'.")
    ]


def test_a_calendar_that_is_not_known_is_not_judged() -> None:
    assert found("fa\ten\nاو در ۳ خرداد آمد\tShe came on 24 May\n") == []


def test_quotation_marks_by_dashes_and_single_marks_count() -> None:
    assert found("es\ten\nDijo: «Voy».\tShe said: I'm going.\n") == [
        (2, 34, "", "The source has 2 quotation marks, the translation has none.")
    ]
    assert found("es\ten\nDijo: «Voy».\tShe said: 'I'm going'.\n") == []
    assert found("en\tes\n“I am going”, she said.\t— Voy —dijo.\n") == []


def test_centuries_and_months_are_numbers_too() -> None:
    engine = Engine([rule for rule in rulefile.load(rulefile.shipped()) if rule.id.startswith("translation/source-number")])
    table = "fr\ten\nDu XIVème au XVIIe siècle\tFrom the 14th to the 17th century\nDu XIVe siècle\tFrom the 15th century\n"
    assert [(d.line, d.found) for d in engine.check(from_text(table, "a.tsv", "tsv"))] == [(3, "15")]
    assert engine.check(from_text("ja\ten\n1960年8月16日\tOn 16 August 1960\n", "a.tsv", "tsv")) == []
