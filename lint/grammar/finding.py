"""What a grammar engine says about one paragraph, whichever engine it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EngineName = Literal["languagetool", "harper"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that an engine objects to: half-open code points in the text that the engine was given.

    `rule` and `category` are the engine's own names; `replacements` are its suggestions, the best first, at most MOST_REPLACEMENTS.
    """

    start: int
    end: int
    engine: EngineName
    rule: str
    category: str
    message: str
    replacements: tuple[str, ...] = ()


MOST_REPLACEMENTS = 5
"""How many suggestions are kept; a speller gives twenty and only the first few mean anything."""


def code_point_offset(text: str, units: int) -> int:
    """The code point at which a text has gone through this many UTF-16 units (LanguageTool and editors count in them).

    A count that ends inside a surrogate pair gives the code point of the pair; one beyond the text its length.
    """
    if text.isascii():
        return min(units, len(text))
    seen = 0
    for offset, character in enumerate(text):
        seen += 2 if ord(character) > 0xFFFF else 1
        if seen > units:
            return offset
    return len(text)
