"""The date of a text: what opens it, and values of metadata."""

from __future__ import annotations

from datetime import date

import pytest

from lint.dates import opening_date, parse_date

DAY = date(2021, 11, 2)


@pytest.mark.parametrize(
    "text",
    [
        "2021-11-02",
        "2021/11/2 The talks",
        "2021-11-02T10:15:00Z",
        " date 2021-11-02 The talks ended.",
        "Date: 2021-11-02\nThe talks",
        "2021-11-02The talks ended.",
        "Nov 2, 2021",
        "Nov. 2, 2021The talks ended.",
        "NOVEMBER 2, 2021 The talks",
        "Tuesday, November 2nd, 2021",
        "Tue 2 Nov 2021 10:15",
        "2 November 2021 – The talks",
        "2nd November, 2021, Kabul",
        "Published on 2 November 2021 by the desk",
        "Last updated: Nov 2 2021 at 10 am",
        "(November 2, 2021) The talks",
        "\n\n  2 Nov 2021\n",
    ],
)
def test_a_date_that_opens_a_text(text: str) -> None:
    assert opening_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The talks of 2 November 2021 ended.",
        "On 2 November 2021 the talks ended.",
        "November 2, 2021 was a Tuesday.",
        "2 November 2021, the day of the talks, was a Tuesday.",
        "November 2, 2021's talks",
        "2021-11-02-a7",
        "2021-11-021",
        "2021-02-30 The talks",
        "2021-13-01 The talks",
        "02/11/2021 The talks",
        "November 2021 The talks",
        "May 5 times a day",
        "July 4, 1776",
        "Marching 2, 2021",
    ],
)
def test_what_is_no_date_of_publication(text: str) -> None:
    assert opening_date(text) is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-11-02T23:59:00+04:30", DAY),
        ("Tue, 02 Nov 2021 10:00:00 GMT", DAY),
        ("date 2021-11-02", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_in_metadata(value: str, day: date | None) -> None:
    assert parse_date(value) == day
