"""An archive's own names: what stands in it again and again and no gazetteer has, as rows that a person goes through."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from ..document import Document
from ..model import Span
from .headwords import COUNTRIES
from .lexicon import Lexicon
from .near import near
from .sightings import Sighting, sightings
from .variants import by_surname, derived, grouped

COLUMNS = ("keep", "kind", "name", "aliases", "context", "country", "tier", "forbidden", "doubtful", "count", "files", "example")
"""The columns of a candidate table. The person writes x into `keep`; `build` refuses a table without one, and takes the rows with one."""
LEAST = 3
"""Fewest texts that a name stands in, unless the user says otherwise."""
_AROUND = 60
"""Code points of an example on either side of the name."""


class Row(NamedTuple):
    """One name with its other forms; `doubtful` are spellings for the person to sort into aliases and forbidden."""

    kind: str
    name: str
    aliases: tuple[str, ...]
    context: str
    country: str
    doubtful: tuple[str, ...]
    times: int
    files: int
    example: str

    def cells(self) -> tuple[str, ...]:
        """The row as `COLUMNS` has it; what the person fills in is empty."""
        aliases, doubtful = "|".join(self.aliases), "|".join(self.doubtful)
        said = (
            "",
            self.kind,
            self.name,
            aliases,
            self.context,
            self.country,
            "",
            "",
            doubtful,
            str(self.times),
            str(self.files),
            self.example,
        )
        return tuple(cell.replace("\t", " ") for cell in said)


@dataclass(slots=True)
class _Name:
    """What was seen of one folded name."""

    example: str
    texts: array[int] = field(default_factory=lambda: array("L"))
    written: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)

    def see(self, sighting: Sighting, text: int) -> None:
        self.written[sighting.text] += 1
        if not self.texts or self.texts[-1] != text:
            self.texts.append(text)
        for counts, value in ((self.kinds, sighting.kind), (self.roles, sighting.role), (self.countries, sighting.country)):
            if value:
                counts[value] += 1

    def add(self, other: _Name) -> None:
        self.texts.extend(other.texts)
        for mine, its in ((self.kinds, other.kinds), (self.roles, other.roles), (self.countries, other.countries)):
            mine.update(its)


class Learner:
    """Takes texts one at a time and holds a record for each name, never a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Names that the lexicon has, exactly, are not learned."""
        self._lexicon = lexicon
        self._names: dict[tuple[str, ...], _Name] = {}
        self._read = 0

    def add(self, document: Document, shown: str) -> None:
        """Look through one text; `shown` is what an example calls it."""
        self._read += 1
        for sighting in sightings(document, self._lexicon):
            name = self._names.get(sighting.parts)
            if name is None:
                name = self._names[sighting.parts] = _Name(_example(document, sighting, shown))
            name.see(sighting, self._read)

    def rows(self, least: int = LEAST) -> list[Row]:
        """The names that stand in at least so many texts, other forms included; those in the most texts first."""
        names = self._names
        ordered = sorted(names, key=lambda parts: (-len(names[parts].texts), -names[parts].written.total(), parts))
        groups = grouped(
            [parts for parts in ordered if not self._is_derived(parts)],
            lambda parts: len(names[parts].texts),
            lambda parts: _first(names[parts].kinds),
            lambda token: self._lexicon.facts(token)[0].is_name,
        )
        surnames = by_surname(head for head in groups if _first(names[head].kinds) == "person")
        alone: dict[tuple[str, ...], tuple[str, ...]] = {(last,): name for last, name in surnames.items() if (last,) in groups}
        rows = []
        for head, others in groups.items():
            if head not in alone:
                surname = [head[-1:]] if alone.get(head[-1:]) == head else []
                rows.append(self._row(head, others, surname))
        rows = [row for row in rows if row.files >= least]
        return sorted(rows, key=lambda row: (-row.files, -row.times, row.name))

    def _row(self, head: tuple[str, ...], others: dict[tuple[str, ...], bool], alone: list[tuple[str, ...]]) -> Row:
        whole = self._names[head]
        total = _Name(whole.example)
        for parts in (head, *others, *alone):
            total.add(self._names[parts])
        times = sum(self._names[parts].written.total() for parts in (head, *others, *alone))
        name, *spellings = _by_count(whole.written)
        sure = [*spellings, *(_first(self._names[parts].written) for parts, certain in others.items() if certain)]
        doubtful = [_first(self._names[parts].written) for parts, certain in others.items() if not certain]
        doubtful += [f"like {known}" for known in self._near_known(head)]
        said = _first(total.roles), _first(total.countries)
        kind = _first(total.kinds)
        if len(head) == 1 and 2 * total.kinds[kind] <= whole.written.total():
            kind = ""
        return Row(kind, name, tuple(sure), *said, tuple(doubtful), times, len(set(total.texts)), whole.example)

    def _is_derived(self, parts: tuple[str, ...]) -> bool:
        def is_base(token: str) -> bool:
            known = token in COUNTRIES or (token,) in self._names or self._lexicon.exact((token,)) is not None
            return known or self._lexicon.facts(token)[0].only_word

        return len(parts) == 1 and derived(parts[0], is_base)

    def _near_known(self, parts: tuple[str, ...]) -> list[str]:
        """Names of the gazetteer that the name may be a misspelling of."""
        out = []
        for i, part in enumerate(parts if len(parts) > 1 else ()):
            for form in self._lexicon.slot(parts, i).forms:
                nearness = near(part, form.parts[i])
                if nearness and nearness.tight:
                    out.append(form.known.name)
        return sorted(set(out))


def table(rows: list[Row]) -> str:
    """The candidate table with its header."""
    return "".join("\t".join(cells) + "\n" for cells in (COLUMNS, *(row.cells() for row in rows)))


def _by_count(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda value: (-counts[value], value))


def _first(counts: Counter[str]) -> str:
    return _by_count(counts)[0] if counts else ""


def _example(document: Document, sighting: Sighting, shown: str) -> str:
    line = document.position(document.to_source(Span(sighting.start, sighting.start + len(sighting.text))).start)[0]
    start, end = sighting.start, sighting.start + len(sighting.text)
    number = document.paragraph_at(start)
    whole = document.paragraphs[number] if number is not None else Span(start, end)
    left, right = document.prose[whole.start : start], document.prose[end : whole.end]
    left = left if len(left) <= _AROUND else left[-_AROUND:].partition(" ")[2]
    right = right if len(right) <= _AROUND else right[:_AROUND].rpartition(" ")[0]
    return f"{shown}:{line}: {' '.join((left + document.prose[start:end] + right).split())}"
