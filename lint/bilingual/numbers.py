"""Numbers in figures on one side of a translation that the other side has in no form: other figures, or number words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document, Unit
from ..languages import guess
from ..model import Hit, Rule, Span
from .calendar import mentions
from .numberwords import JUDGED, values
from .numerals import Number, numbers, western
from .rendering import rendered
from .said import quoted
from .segments import judged

_ROMAN = re.compile(r"\b(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=(?:i?[eèé]mes?|e|er|o|º|th)?\b)")
_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_CLOCK = re.compile(
    r"(?i)\d\s*[ap]\.?\s?m\b|o['’]clock|\b(?:afternoon|evening|noon|midnight|midi|minuit|uhr|heures?|\d+\s?h|horas|tarde|noche|saat)\b"
    r"|час[ао]в?\b|вечера|утра|дня|오후|시|下午|晚|点|時|时|مساء|عصر|الساعة|ساعت|बजे"
)
_ALIKE = 1e-6


def check(document: Document, rule: Rule) -> Iterator[Hit]:
    """A hit at each number that the source does not have; the source's own is proposed where it is clear which that is."""
    for unit in judged(document):
        extra, lost, target = _compared(document, unit)
        for place, number in enumerate(extra):
            span = Span(unit.span.start + number.start, unit.span.start + number.end)
            other = lost[place : place + 1] if len(extra) == len(lost) else lost
            if other:
                listed = quoted(unit, [(n.start, n.text) for n in other])
                problem = f"The source has {listed}; the translation has '{number.text}'"
            else:
                problem = f"'{number.text}' is not in the source"
            right = rendered(lost[0], number, target) if len(extra) == len(lost) == 1 else None
            yield Hit(rule, span, (right,) if right else (), args={"problem": problem})


def lost(document: Document, rule: Rule) -> Iterator[Hit]:
    """A hit at the end of a passage in which numbers of the source were left out, where nothing stands in their place."""
    for unit in judged(document):
        extra, lost, _ = _compared(document, unit)
        if lost and not extra:
            yield Hit(rule, Span(unit.span.end, unit.span.end), args={"source": quoted(unit, [(n.start, n.text) for n in lost])})


def _compared(document: Document, unit: Unit) -> tuple[list[Number], list[Number], str | None]:
    """The numbers that one side alone has, the translation's first, and the language of the translation."""
    text = document.flat(unit.span)
    ours, theirs = numbers(text), numbers(unit.source)
    if not ours and not theirs:
        return [], [], None
    place = document.paragraph_at(unit.span.start)
    target = unit.into or document.language or guess(text) or (document.languages[place] if place is not None else None)
    source = unit.language or guess(unit.source)
    clock = _CLOCK.search(western(f"{unit.source} {text}")) is not None or any(":" in n.text for n in (*ours, *theirs))
    known, said = _known(unit.source, theirs, source, clock=clock), _known(text, ours, target, clock=clock)
    if unit.other:
        others = numbers(unit.other)
        known |= _known(unit.other, others, source, clock=clock)
        theirs = [n for n in theirs if any(n.values == other.values for other in others)]
    extra = [n for n in ours if not _is_in(n, known)]
    lost = [n for n in theirs if not _is_in(n, said)]
    if source not in JUDGED:
        extra = extra if lost else []
    if target not in JUDGED:
        lost = lost if extra else []
    return extra, lost, target


def _known(text: str, found: list[Number], language: str | None, *, clock: bool) -> set[float]:
    """All values that a text has in any form; for years those of other calendars too, for hours of the afternoon both ways."""
    out = {value for n in found for value in (*n.values, *(n.parts if len(n.parts) > 1 else ()))}
    # Figures in a name or a placeholder ("RFC4648", "8bit") are no numbers to look for, but they may stand for one.
    out |= {float(figures) for figures in re.findall(r"\d+", western(text))}
    out |= values(text, language)
    out |= {float(month) for mention in mentions(text, language) if mention.kind == "month" for month in mention.values}
    if language not in ("en", None):
        out |= values(text, "en")
    out |= {float(_roman(m.group())) for m in _ROMAN.finditer(text) if m.group()}
    for value in list(out):
        if 1300 <= value <= 1480:
            out |= {value + 621, value + 622, value + 579, value + 578, value + 580}
        elif 1900 <= value <= 2100:
            out |= {
                value % 100,
                value - 621,
                value - 622,
                value + 543,
                value - 1911,
                value // 100 + 1,
                *(value - d for d in (578, 579, 580)),
            }
        elif 2440 <= value <= 2640:
            out.add(value - 543)
        elif 10 <= value < 100:
            out |= {1900 + value, 2000 + value} if re.search(rf"{int(value)}(?:s|er|-?х|-е|年代|الـ)", western(text)) else set()
        if 0 <= value <= 24 and clock:
            out |= {value + 12, value - 12}
        if value == 12 and "dozen" in text:
            out |= {24.0, 36.0, 48.0}
    return out


def _is_in(number: Number, known: set[float]) -> bool:
    """Whether the other side has a number: one of its values, or, for a date, a time or a score, each part above 12."""
    if any(_near(value, known) for value in number.values) or (number.values and max(number.values) <= 2):
        return True
    months = len(number.parts) > 2 or not number.values
    return len(number.parts) > 1 and all((months and part <= 12) or _near(part, known) for part in number.parts)


def _near(value: float, known: set[float]) -> bool:
    return value in known or any(abs(value - other) <= _ALIKE * abs(value) for other in known)


def _roman(text: str) -> int:
    total = 0
    for here, after in zip(text, [*text[1:], ""], strict=True):
        value = _LETTERS[here]
        total += -value if after and _LETTERS[after] > value else value
    return total
