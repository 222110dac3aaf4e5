"""A weekday beside a date that fell on another one: with its year, or in the year of the document's own date; never against today's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date

from ..document import Document
from ..lazyregex import regex
from ..model import Hit, Rule, Span

FARTHEST = 150
"""Most days between the document's date and a date without a year: beyond, another year may be meant."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_DAYS = ("Mon.", "Tue", "Wed.", "Thu", "Fri.")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY = r"(?:the )?(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?(?! ?[–-] ?\d)\b"
_MONTH = "(?P<month{0}>" + "|".join(f"{name[:3]}\\.|{name}|{name[:4]}\\." for name in _MONTHS) + ")"
_YEAR = r"(?:,? (?P<year{0}>(?:1[89]|20)\d\d)\b(?!['’]?s))?"
#: `The Sun, October 31` is a newspaper: abbreviated weekdays count with their full stop only, and not Sat. and Sun.
_WEEKDAY = r"\b(?P<weekday>(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri)\.|" + "|".join(_DAYS) + r"),? (?:on )?"
_FORM = regex(
    _WEEKDAY
    + r"\(?(?:"
    + _MONTH.format(1) + " " + _DAY.format(1) + _YEAR.format(1)
    + "|"
    + _DAY.format(2) + " (?:of )?" + _MONTH.format(2) + _YEAR.format(2)
    + ")"
)  # fmt: skip
_ANY_YEAR = regex(r"\b(?:1[89]|20)\d\d\b")


def mismatch(document: Document, rule: Rule) -> Iterator[Hit]:
    """Weekdays that don't go with the date beside them; the message may use {weekday} and {date}, the day that it really was."""
    for paragraph in document.paragraphs:
        text = document.flat(paragraph)
        if "day" not in text and not any(short in text for short in _SHORT_DAYS):
            continue
        for match in _FORM.finditer(text):
            parts = match.groupdict()
            form = "1" if parts["day1"] else "2"
            year, month, day = parts["year" + form], parts["month" + form], int(parts["day" + form])
            number = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(month[:3]))
            if year is not None:
                meant = _date(int(year), number, day)
            else:
                meant = _nearest(document.date, number, day, text)
            if meant is None or _DAYS[meant.weekday()].startswith(parts["weekday"][:3]):
                continue
            args = {"weekday": _DAYS[meant.weekday()], "date": f"{_MONTHS[number - 1]} {day}, {meant.year}"}
            yield Hit(rule, Span(paragraph.start + match.start(), paragraph.start + match.end()), args=args)


def _nearest(published: Date | None, month: int, day: int, text: str) -> Date | None:
    """The day of that name nearest to the document's date; None when there is none near or the paragraph speaks of another year."""
    if published is None:
        return None
    days = [found for year in (published.year - 1, published.year, published.year + 1) if (found := _date(year, month, day))]
    if not days:
        return None
    nearest = min(days, key=lambda found: abs((found - published).days))
    if abs((nearest - published).days) > FARTHEST:
        return None
    return None if any(int(year) != nearest.year for year in _ANY_YEAR.findall(text)) else nearest


def _date(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day)
    except ValueError:
        return None
