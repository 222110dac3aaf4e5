"""Dates as texts and their markup write them: ISO 8601 and English month names."""

from __future__ import annotations

import re
from datetime import date as Date
from functools import cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<y{0}>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?P<d{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_FORMS = "|".join(
    (
        r"(?P<y1>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m1>\d{1,2})(?P=sep)(?P<d1>\d{1,2})(?!\d)",
        _MONTH.format("m2") + r"[ \t]{1,3}" + _DAY.format(2) + r",?[ \t]{1,3}" + _YEAR.format(2),
        _DAY.format(3) + r"[ \t]{1,3}" + _MONTH.format("m3") + r",?[ \t]{1,3}" + _YEAR.format(3),
    )
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?[ \t]{1,3})?"
_LABEL = r"(?P<label>(?:date|dated|posted|published|(?:last[ \t]+)?updated)(?:[ \t]+on)?[ \t]*:?[ \t]*)?"
# A date that a sentence goes on from ("November 2, 2021 was a Tuesday") is its subject, not the day of publication.
_GOES_ON = re.compile(r"[ \t]*,?[ \t]+(?!(?:at|by)\b)[a-z]|[ \t]*['’]|-\w")


def parse_date(text: str) -> Date | None:
    """The date that a value begins with ("2021-11-02T10:00Z", "Nov 2, 2021", "2 November 2021"), None when there is none."""
    match = _match(text)
    return _day(match) if match and not match["label"] else None


def opening_date(prose: str) -> Date | None:
    """The date that opens a text, alone, labelled ("date 2021-11-02") or glued to its first sentence; None when there is none.

    Days that don't exist (2021-02-30) and years outside 1900 to 2099 are no dates.
    """
    match = _match(prose)
    if match is None or _GOES_ON.match(prose, match.end()):
        return None
    return _day(match)


def _match(text: str) -> re.Match[str] | None:
    head = text[:80].lstrip()[:40]
    return _date().match(text) if any(c.isdecimal() for c in head) else None


@cache
def _date() -> re.Pattern[str]:
    """Compiled on first use: it takes ten milliseconds, and most texts don't begin with a digit nearby."""
    return re.compile(rf"\s*{_LABEL}[(\[]?{_WEEKDAY}(?:{_FORMS})", re.IGNORECASE)


def _day(match: re.Match[str]) -> Date | None:
    parts = match.groupdict()
    year, month, day = next((parts[f"y{i}"], parts[f"m{i}"], parts[f"d{i}"]) for i in "123" if parts[f"y{i}"])
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return Date(int(year), number, int(day))
    except ValueError:
        return None
