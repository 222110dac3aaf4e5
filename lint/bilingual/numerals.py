"""Numbers in figures of any script: their places in a text and the values that they may have."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from .numberwords import scales

_NUMBER = re.compile(r"(?<![A-Za-z\d_%$])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,٫]\d+)?(?!\d)|\d+(?:[.,:٫٬'’/\-]\d+)*)")
_LEFT_OUT = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\{[^{}]*\}|%\d*\$?[\d.]*[a-zA-Z]|&#?\w+;|\$\d+|<[^<>]*>")
_SCALE = re.compile(r"[ \u00a0\u202f-]?([^\W\d_]+[\u093c\u093e-\u094c]*[^\W\d_]*)")
_HAN = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000, "만": 10_000, "억": 100_000_000}


class Number(NamedTuple):
    """A number in figures: text[start:end], the values it may have, and its parts when it may be a date, a time or a score."""

    start: int
    end: int
    text: str
    values: frozenset[float]
    parts: tuple[float, ...]


def western(text: str) -> str:
    """The text with the digits of every script as 0 to 9; offsets hold."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else "," if c == "，" else c for c in text)


def numbers(text: str) -> list[Number]:
    """The numbers of a text in order, without those in addresses, markup and placeholders."""
    plain = western(_LEFT_OUT.sub(lambda m: "_" * len(m.group()), text))
    out: list[Number] = []
    for match in _NUMBER.finditer(plain):
        end = match.end()
        factor = 1
        while end < len(plain) and plain[end] in _HAN:
            factor *= _HAN[plain[end]]
            end += 1
        word = _SCALE.match(plain, end) if factor == 1 else None
        scale = scales().get(word.group(1).lower()) if word else None
        # A single letter is a scale only where it is glued to the figure: "5m", but "5 m" is a length.
        if word and scale and (len(word.group(1)) > 1 or (word.start(1) == end and word.group(1) != "m")):
            factor, end = scale, word.end()
        values, parts = _readings(match.group())
        parts = parts if factor == 1 else ()
        found = Number(match.start(), end, text[match.start() : end], frozenset(round(v * factor, 6) for v in values), parts)
        if factor > 1 and out and out[-1].end == match.start() and out[-1].text[-1] in _HAN:
            last = out.pop()
            joint = frozenset(a + b for a in last.values for b in found.values)
            found = Number(last.start, end, text[last.start : end], joint, ())
        out.append(found)
    return out


def _readings(figures: str) -> tuple[set[float], tuple[float, ...]]:
    """The values of figures with separators, and the parts between them. 1.234 is 1,234 or 1.234; 1.234,5 is one number."""
    pieces = re.split(r"[^\d]+", figures)
    marks = re.findall(r"[^\d]", figures)
    parts = tuple(float(piece) for piece in pieces)
    if not marks:
        return {parts[0]}, ()
    if any(mark in ":/-" for mark in marks):
        return set(), parts
    grouped = all(len(piece) == 3 for piece in pieces[1:]) and len(pieces[0]) <= 3
    indian = len(pieces[-1]) == 3 and all(len(piece) == 2 for piece in pieces[1:-1]) and len(pieces[0]) <= 2 and len(pieces) > 2
    values: set[float] = set()
    if (grouped or indian) and len(set(marks)) == 1 and marks[0] != "٫":
        values.add(float("".join(pieces)))
    last = marks[-1]
    if last in ".,٫" and (len(marks) == 1 or last not in marks[:-1]) and all(len(piece) in (2, 3) for piece in pieces[1:-1]):
        values.add(float("".join(pieces[:-1]) + "." + pieces[-1]))
    return values, parts
