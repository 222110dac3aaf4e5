"""Two texts side by side: paragraph by paragraph, or by their lengths where the counts differ.

Source: Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993): its cost of a pair by length and its priors.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from ..document import Document, Unit
from ..languages import guess
from ..model import Span

_MOVES = {(1, 1): 0.89, (1, 0): 0.02, (0, 1): 0.02, (2, 1): 0.02, (1, 2): 0.02}
_VARIANCE = 6.8
_REACH = 60
"""How far from the diagonal two paragraphs may be matched: without a limit, long texts take quadratic time."""


def with_source(document: Document, source: Document) -> Document:
    """The document with the units that pair it with its source text."""
    originals = [source.flat(p).strip() for p in source.paragraphs]
    places = document.paragraphs
    language = source.language or _prevailing(source)
    units: list[Unit] = []
    last = 0
    for i, j, k, n in matched([len(text) for text in originals], [p.end - p.start for p in places]):
        text = "\n".join(originals[i:j])
        lines = tuple(_lines(source, source.paragraphs[i:j]))
        if k == n:
            units.append(Unit(text, Span(last, last), language, missing=True, lines=lines))
        elif i == j:
            last = places[n - 1].end
        else:
            last = places[n - 1].end
            units.append(Unit(text, Span(places[k].start, last), language, lines=lines))
    return replace(document, units=tuple(units))


def _lines(source: Document, paragraphs: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Offsets in the joined text of paragraphs, and the lines of the source's file that begin there."""
    at = 0
    for paragraph in paragraphs:
        text = source.text(paragraph)
        lead = len(text) - len(text.lstrip())
        start = lead
        while start < len(text):
            line = source.position(source.to_source(Span(paragraph.start + start, paragraph.start + start)).start)[0]
            yield at + start - lead, line
            start = text.find("\n", start) + 1 or len(text)
        at += len(text.strip()) + 1


def matched(left: Sequence[int], right: Sequence[int]) -> list[tuple[int, int, int, int]]:
    """Which passages belong together, as (from, to, from, to): equal counts one by one, else by the lengths (code points)."""
    if len(left) == len(right):
        return [(i, i + 1, i, i + 1) for i in range(len(left))]
    # By the sums, a passage that was left out makes all others look too long; by the medians, one that was split.
    ratios = {(sum(right) or 1) / (sum(left) or 1), (median(right or [1]) or 1) / (median(left or [1]) or 1), 1.0}
    return min(_by_length(left, right, ratio) for ratio in sorted(ratios))[1]


def _by_length(left: Sequence[int], right: Sequence[int], ratio: float) -> tuple[float, list[tuple[int, int, int, int]]]:
    """The cheapest matching and its cost, when a code point on the left becomes `ratio` ones on the right."""
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    slope = len(right) / max(1, len(left))
    reach = _REACH + abs(len(left) - len(right))
    for i in range(len(left) + 1):
        middle = int(i * slope)
        for j in range(max(0, middle - reach), min(len(right), middle + reach) + 1):
            for (a, b), prior in _MOVES.items():
                before = best.get((i - a, j - b))
                if before is None:
                    continue
                cost = before[0] - math.log(prior)
                # One without a counterpart costs the same at any length: paragraphs are left out whole.
                if a and b:
                    cost += _cost(sum(left[i - a : i]) * ratio, sum(right[j - b : j]))
                if (i, j) not in best or cost < best[i, j][0]:
                    best[i, j] = (cost, a, b)
    out = []
    i, j = len(left), len(right)
    while i or j:
        _, a, b = best[i, j]
        out.append((i - a, i, j - b, j))
        i, j = i - a, j - b
    return best[len(left), len(right)][0], out[::-1]


def _cost(expected: float, found: float) -> float:
    """Minus the logarithm of the chance of so large a difference between lengths."""
    mean = (expected + found) / 2 or 1.0
    delta = abs(found - expected) / math.sqrt(mean * _VARIANCE)
    return min(25.0, -math.log(max(1e-11, math.erfc(delta / math.sqrt(2)))))


def _prevailing(document: Document) -> str | None:
    """The language that most of a text is in, None where no passage is long enough to tell."""
    counted: dict[str, int] = {}
    for paragraph in document.paragraphs:
        code = guess(document.flat(paragraph)[:480])
        if code:
            counted[code] = counted.get(code, 0) + paragraph.end - paragraph.start
    return max(sorted(counted), key=counted.__getitem__) if counted else None
