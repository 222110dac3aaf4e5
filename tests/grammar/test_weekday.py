"""Weekdays beside dates: the document's date decides, never today's."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from lint import rulefile
from lint.formats import from_text
from lint.grammar.weekday import mismatch

RULE = next(r for r in rulefile.load(rulefile.shipped()) if r.id == "grammar/weekday-date")


def found(text: str, date: str | None = None) -> list[tuple[str, object, object]]:
    document = from_text(text, "t", language="en")
    document = replace(document, date=datetime.date.fromisoformat(date) if date else None)
    return [(document.text(hit.span), hit.args["weekday"], hit.args["date"]) for hit in mismatch(document, RULE)]


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        ("On Sunday, October 30, 2021, they met.", None, [("Sunday, October 30, 2021", "Saturday", "October 30, 2021")]),
        ("On Sunday, 30 October 2021, they met.", None, [("Sunday, 30 October 2021", "Saturday", "October 30, 2021")]),
        ("On Sunday the 30th of October, 2021", None, [("Sunday the 30th of October, 2021", "Saturday", "October 30, 2021")]),
        ("on Tues., Oct. 30, 2021.", None, [("Tues., Oct. 30, 2021", "Saturday", "October 30, 2021")]),
        ("On Sunday (October 30) they met.", "2021-11-02", [("Sunday (October 30", "Saturday", "October 30, 2021")]),
        ("On Monday, January 3, they meet.", "2021-12-20", []),
        ("On Sunday, January 3, they meet.", "2021-12-20", [("Sunday, January 3", "Monday", "January 3, 2022")]),
        ("On Thursday, Dec. 30, they met.", "2022-01-02", []),
        ("On Sunday, October 31, 2021, they met.", None, []),
        ("On Saturday, October 31, they met.", None, []),
        ("On Friday, October 31, they met.", "2021-04-02", []),
        ("In 2015, on Saturday, October 31, they met.", "2021-11-02", []),
        ("The Sun, October 30, 2021", None, []),
        ("On Sunday, February 30, 2021", None, []),
        ("From Sunday, October 30-31, 2021", None, []),
        ("On Sunday, October 30, 2021's last weekend", "2021-11-02", [("Sunday, October 30", "Saturday", "October 30, 2021")]),
        ("On Saturday, Feb. 29", "2021-03-02", []),
        ("On Saturday, Feb. 29", "2020-03-02", []),
        ("Sundays, October 30, 2021", None, []),
    ],
)
def test_weekdays(text: str, date: str | None, expected: list[tuple[str, object, object]]) -> None:
    assert found(text, date) == expected
