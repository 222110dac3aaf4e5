"""The lines of a text as a page: which are prose, which a rule knows, and what stands around each of the others."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from .shape import Shape, shape

TOLD = 5
"""Words from which a sentence with function words is told by the text, be it ever so short."""
TITLE = 3
"""Words of a title at least."""
FAR = 99
"""Lines between a line and the next known one where there is none."""


@dataclass(frozen=True)
class Page:
    """Lines that are not blank, in order.

    `known` has the numbers of those that rules found for certain, which speak for what stands beside them; `passed` those that are not to
    be judged, such as those that rules only noted; `interface` the words that interfaces say more than articles do. Of a text with markup
    `elements` names the element of the page that a line is in, and `evidence` has the nats that this and its links are worth.
    """

    lines: Sequence[str]
    known: Set[int]
    interface: Set[str]
    passed: Set[int] = frozenset()
    evidence: Mapping[int, float] = field(default_factory=dict)
    elements: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def shapes(self) -> list[Shape]:
        """The shape of every line."""
        return [shape(line, self.interface) for line in self.lines]

    @cached_property
    def prose(self) -> list[int]:
        """The lines of prose that no rule found."""
        return [i for i, shape in enumerate(self.shapes) if shape.prose and i not in self.known]

    @cached_property
    def anchors(self) -> list[int]:
        """The known lines in order."""
        return sorted(self.known)

    @cached_property
    def repeated(self) -> Counter[str]:
        """How often each line occurs."""
        return Counter(self.lines)

    @cached_property
    def stretches(self) -> list[tuple[int, int]]:
        """For each line the half-open stretch of lines without prose that it is in."""
        out: list[tuple[int, int]] = []
        start = 0
        for end in (*self.prose, len(self.lines)):
            out += [(start, end)] * (end - start)
            if end < len(self.lines):
                out.append((end, end + 1))
            start = end + 1
        return out

    def distance(self, i: int) -> int:
        """Lines from here to the nearest known one, FAR where there is none."""
        at = bisect_left(self.anchors, i)
        return min((abs(anchor - i) for anchor in self.anchors[max(0, at - 1) : at + 1] if anchor != i), default=FAR)

    def place(self, i: int) -> str:
        """Before the first line of prose, behind the last one, between, or `bare` in a text without prose."""
        if not self.prose:
            return "bare"
        return "head" if i < self.prose[0] else "tail" if i > self.prose[-1] else "between"

    def outside(self, i: int) -> int:
        """Known lines between here and the text: behind its end for a line below it, before its beginning for one above it."""
        start, end = self.stretches[i]
        here = bisect_left(self.anchors, i)
        before, after = here - bisect_left(self.anchors, start), bisect_left(self.anchors, end) - here
        return {"head": after, "tail": before, "bare": before + after}.get(self.place(i), min(before, after))

    @cached_property
    def titles(self) -> frozenset[int]:
        """Lines that may be the title, never judged: the first two, the first below what is known, and the last three above the text."""
        head = range(self.prose[0] if self.prose else min(1, len(self.lines)))
        other = {"time", "only", "signs"}
        long = [i for i in head if self._unfound(i) and self.shapes[i].words >= TITLE and self.shapes[i].digits not in other]
        last = max((i for i in head if i in self.known), default=-1)
        return frozenset((*long[-3:], *[i for i in long if i > last][:1], *(i for i in long[:2] if i < 2)))

    def _unfound(self, i: int) -> bool:
        return i not in self.known and i not in self.passed

    def candidates(self) -> Iterator[int]:
        """The lines to be judged: those that no rule found, but for prose, sentences that stand between lines of prose, and the title."""
        for i, own in enumerate(self.shapes):
            told = own.ending == "sentence" and own.words >= TOLD and own.function > 0 and self.place(i) == "between"
            if not (own.prose or told or i in self.titles) and self._unfound(i):
                yield i


def features(page: Page, i: int) -> list[str]:
    """What holds of line `i`, as names that the table of weights has."""
    own = page.shapes[i]
    place = page.place(i)
    out = list(_alone(own, place))
    start, end = page.stretches[i]
    size = end - start
    known = bisect_left(page.anchors, end) - bisect_left(page.anchors, start)
    distance = _step(page.distance(i), (1, 2, 4, 8, 98))
    around = [j for j in range(max(0, i - 3), min(len(page.lines), i + 4)) if j != i]
    alike = sum(page.shapes[j].coarse == own.coarse for j in around)
    near = sum(j in page.known for j in around)
    total = _step(len(page.known), (0, 1, 2, 4, 9, 20))
    out += [
        f"stretch {_step(size, (1, 2, 4, 9, 30))}",
        f"stretch known {_step(known * 10 // max(1, size), (0, 1, 3, 5)) if known else 'none'}",
        f"distance {distance}",
        f"distance {distance} place {place}",
        f"alike {_step(alike, (0, 1, 3))}",
        f"near {_step(near, (0, 1, 2, 3))}",
        f"total {total}",
        f"total {total} place {place}",
        f"share {_step(len(page.known) * 100 // len(page.lines), (0, 2, 5, 10, 20))}",
        f"outside {_step(page.outside(i), (0, 1, 3))} place {place}",
        f"outside {_step(page.outside(i), (0, 1, 3))}",
        f"prose {_step(len(page.prose), (0, 2, 5, 12))}",
    ]
    for step, name in ((-1, "before"), (1, "after")):
        out.append(f"{name} {_sort(page, i + step)}")
    if page.repeated[page.lines[i]] > 1:
        out.append("repeated")
    return out


@lru_cache(maxsize=4096)
def _alone(own: Shape, place: str) -> tuple[str, ...]:
    """What holds of a line by itself and in its place; lines of one page look much alike."""
    words = _step(own.words, (0, 1, 2, 3, 5, 8, 12, 19, 30))
    function = "none" if own.function == 0 else "some" if own.function < 0.25 else "many"
    interface = _step(round(own.interface * 10), (0, 2, 4, 6, 9))
    return (
        f"words {words}",
        f"ending {own.ending}",
        f"opening {own.opening}",
        f"capitals {own.capitals}",
        f"digits {own.digits}",
        f"function {function}",
        f"interface {interface}",
        f"place {place}",
        f"place {place} words {words}",
        f"place {place} ending {own.ending}",
        f"place {place} digits {own.digits}",
        f"place {place} interface {interface}",
        f"function {function} words {words}",
        f"ending {own.ending} words {words}",
        *(name for name in ("address", "separated", "shouted") if getattr(own, name)),
    )


def _sort(page: Page, i: int) -> str:
    """What a neighbouring line is, in a word."""
    if not 0 <= i < len(page.lines):
        return "edge"
    if i in page.known:
        return "known"
    own = page.shapes[i]
    if own.prose:
        return "prose"
    return "short" if own.words <= 5 else "sentence" if own.ending == "sentence" else "line"


@lru_cache(maxsize=4096)
def _step(value: int, bounds: tuple[int, ...]) -> str:
    """The range of `bounds` (upper ends, included) that a number falls in, in words."""
    at = bisect_left(bounds, value)
    return f"to {bounds[at]}" if at < len(bounds) else f"over {bounds[-1]}"
