"""Lines in unbroken sequence that weigh enough together, and what an editor is told of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from .page import Page, features

ALWAYS = "always"
"""The feature that every line has."""
NEAR = 3
"""A known line so near is named in the message."""
MENU = 4
"""So many short lines in a row without function words are called a menu."""
DATE, HEADLINE = 6, 16
"""Words of a line of dates and numbers, and of one like a headline, at most."""
SHORT = 4
"""Words of a short line at most."""


@dataclass(frozen=True, slots=True)
class Run:
    """Lines `first` to `last` (included); `weight` is their mean in nats: the logarithm of the odds that such a line is a page's own."""

    first: int
    last: int
    weight: float


def weight(page: Page, i: int, weights: Mapping[str, float]) -> float:
    """The logarithm of the odds that line `i` is a left-over of the page."""
    return page.evidence.get(i, 0.0) + weights.get(ALWAYS, 0.0) + sum(weights.get(name, 0.0) for name in features(page, i))


def runs(page: Page, weights: Mapping[str, float], least: float, alone: float) -> Iterator[Run]:
    """The runs of lines that no rule found and that each weigh at least `least`; a line alone must weigh `alone`."""
    heavy = [(i, own) for i in page.candidates() if (own := weight(page, i, weights)) >= least]
    for _, group in groupby(enumerate(heavy), key=lambda pair: pair[1][0] - pair[0]):
        lines = [line for _, line in group]
        mean = sum(own for _, own in lines) / len(lines)
        if len(lines) > 1 or mean >= alone:
            yield Run(lines[0][0], lines[-1][0], mean)


def described(page: Page, run: Run) -> str:
    """What the lines look like and where they stand, in an editor's words."""
    size = run.last - run.first + 1
    shapes = page.shapes[run.first : run.last + 1]
    if all(shape.digits in ("time", "only", "signs") and shape.words <= DATE for shape in shapes):
        what = "a date or number alone on its line" if size == 1 else f"{size} lines of dates and numbers"
    elif all(shape.words <= SHORT and shape.ending != "sentence" for shape in shapes):
        what = "a short line that is no sentence" if size == 1 else f"{size} short lines that are no sentences"
        if size >= MENU and all(shape.function == 0 for shape in shapes):
            what = f"a menu of {size} short lines"
    elif all(shape.ending != "sentence" and shape.words <= HEADLINE for shape in shapes):
        what = "a line like a headline" if size == 1 else f"a list of {size} lines like headlines"
    else:
        what = "a line apart from the text around it" if size == 1 else f"{size} lines apart from the text around them"
    return f"{_quoted(page.lines[run.first]) + ', ' if size == 1 else ''}{what}, {_where(page, run)}"


def _where(page: Page, run: Run) -> str:
    elements = {page.elements.get(i) for i in range(run.first, run.last + 1)}
    if len(elements) == 1 and (element := elements.pop()):
        return f"in the page's <{element}>"
    before = _neighbour(page, range(run.first - 1, max(-1, run.first - 1 - NEAR), -1))
    after = _neighbour(page, range(run.last + 1, min(len(page.lines), run.last + 1 + NEAR)))
    if before is not None and after is not None:
        return f"between {_quoted(page.lines[before])} and {_quoted(page.lines[after])}"
    if before is not None:
        return f"after {_quoted(page.lines[before])}"
    if after is not None:
        return f"before {_quoted(page.lines[after])}"
    return {"head": "above the text", "tail": "below the text", "between": "inside the text", "bare": "on the page"}[page.place(run.first)]


def _neighbour(page: Page, lines: range) -> int | None:
    """The first known line of these; None when prose comes before it."""
    for i in lines:
        if i in page.known:
            return i
        if page.shapes[i].prose:
            return None
    return None


def _quoted(line: str) -> str:
    line = " ".join(line.split())
    return f"'{line}'" if len(line) <= 40 else f"'{line[:36].rstrip()} …'"
