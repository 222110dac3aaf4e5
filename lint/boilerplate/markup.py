"""What the markup tells of the lines of a text: which element of the page they are in, and how much of them is links."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from ..document import Mark
from ..model import Span

LINK = "link"
MOSTLY = 0.8
"""The share of a line's code points from which it is a line of links."""


def marked(lines: Sequence[Span], marks: Iterable[Mark], worth: Mapping[str, float]) -> tuple[dict[int, float], dict[int, str]]:
    """For the lines in elements of the page the nats they are worth, and the name of the element worth most.

    A line is in an element when all of it is. Links add theirs to a line that is links for the most part. An element inside another of its
    own name adds nothing.
    """
    starts, ends = [line.start for line in lines], [line.end for line in lines]
    best: dict[int, str] = {}
    linked: dict[int, int] = {}
    for mark in marks:
        if mark.name not in worth:
            continue
        first, last = bisect_right(ends, mark.start), bisect_left(starts, mark.end)
        for i in range(first, last):
            if mark.name == LINK:
                linked[i] = linked.get(i, 0) + lines[i].overlap(Span(mark.start, mark.end))
            elif mark.start <= starts[i] and ends[i] <= mark.end and worth[mark.name] > worth.get(best.get(i, ""), 0.0):
                best[i] = mark.name
    evidence = {i: worth[name] for i, name in best.items()}
    for i, size in linked.items():
        if size >= MOSTLY * (ends[i] - starts[i]):
            evidence[i] = evidence.get(i, 0.0) + worth[LINK]
    return evidence, best
