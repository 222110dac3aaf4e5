"""Several gazetteers as one: which of their entities are the same, whose spelling is preferred, and what a later one forbids or accepts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from .fold import tokens
from .gazetteer import Form, Gazetteer, Known, Record
from .merging import united
from .shape import in_shape, replaced

CURATED = 2
"""Tiers up to this are somebody's choice: such an entry also overrides by a name that an earlier one has as an alias."""


class Stack:
    """Gazetteers in their order, of which later ones override earlier ones.

    Two entities of one kind are the same when they have one id, when the name of the earlier is a form of the later or is forbidden by
    it, or when the name of a later that somebody chose is an alias of the earlier. The later's name is preferred then.
    """

    def __init__(self, gazetteers: Sequence[Gazetteer]) -> None:
        """Nothing is read but what the gazetteers forbid, and that when it is first asked for."""
        self.gazetteers = gazetteers
        self._same: dict[tuple[int, Known], Known] = {}
        self._forbids = [dict[tuple[str, ...], list[Form]]() for _ in gazetteers]
        for forbids, gazetteer in zip(self._forbids, gazetteers, strict=True):
            for form in gazetteer.forbidden():
                forbids.setdefault(form.parts, []).append(form)

    def settled(self, rank: int, forms: Iterable[Form]) -> Iterator[Form]:
        """The forms of the gazetteer at `rank` as the whole stack sees them.

        Each with the entity that all agree on; where a form is forbidden later on, the preferred name is its text.
        """
        same, refused = self._same, self.refused
        for form in forms:
            known = same.get((rank, form.known)) or self.known(rank, form.known)
            if form.parts in refused and refused[form.parts][0] > rank:
                yield Form(known.name, form.parts, known)
            else:
                yield form if known is form.known else form._replace(known=known)

    def exact(self, parts: tuple[str, ...]) -> Form | None:
        """The form with these tokens that the last gazetteer to speak of it accepts, the most prominent one; None where it forbids it."""
        refused = self.refused.get(parts)
        for rank in range(len(self.gazetteers) - 1, refused[0] - 1 if refused else -1, -1):
            forms = self.gazetteers[rank].exact(parts).forms
            if forms:
                return min(self.settled(rank, forms), key=lambda form: form.known.tier)
        return None

    @cached_property
    def refused(self) -> dict[tuple[str, ...], tuple[int, Form]]:
        """The forms that are forbidden in the end, by their tokens, with the place of the gazetteer that forbids them."""
        out: dict[tuple[str, ...], tuple[int, Form]] = {}
        for rank, forbids in enumerate(self._forbids):
            for parts, forms in forbids.items():
                for form in forms:
                    for also in (*self._implied(rank, form), form):
                        if also.parts == parts or not self._accepted(also.parts, rank):
                            out[also.parts] = rank, Form(also.text, also.parts, self.known(rank, form.known), also.safe)
        return {parts: (rank, form) for parts, (rank, form) in out.items() if not self._accepted(parts, rank + 1)}

    def _accepted(self, parts: tuple[str, ...], rank: int) -> bool:
        return any(gazetteer.exact(parts).forms for gazetteer in self.gazetteers[rank:])

    def _implied(self, rank: int, form: Form) -> Iterator[Form]:
        """What a surname that is forbidden alone forbids too: the full name with it, and the forms of earlier gazetteers that have it."""
        if form.known.kind != "person" or len(form.parts) > 1 or len(tokens(form.known.name)) < 2:
            return
        text = replaced(form.known.name, in_shape(form), form.text)
        full = Form(text, tokens(text), form.known, form.safe)
        for earlier, record in self._earlier(rank, form.known):
            if earlier < rank:
                yield from (other for other in record.forms if form.parts[0] in other.parts and len(other.parts) > 1)
        yield full  # last: of its fix the table has said whether it is safe

    def known(self, rank: int, known: Known) -> Known:
        """The entity that all gazetteers agree on, for one of the gazetteer at `rank`."""
        found = self._same.get((rank, known))
        if found is None:
            found = self._same[rank, known] = self._agreed(rank, known)
        return found

    def _agreed(self, rank: int, known: Known) -> Known:
        if len(self.gazetteers) == 1:
            return known
        later = self._later(rank, known)
        return self.known(*later) if later else self._gathered(rank, known)

    def _gathered(self, rank: int, known: Known) -> Known:
        """The entity with the name that the gazetteer at `rank` gives it and all that it and those before it know of it."""
        earlier = next(self._earlier(rank, known), None)
        if earlier is None:
            return known
        before = self._gathered(earlier[0], earlier[1].known)
        # Who knows the entity best says first who it is.
        first, second = (before, known) if before.tier < known.tier else (known, before)
        context = united("; ", first.context, second.context)
        return Known(known.kind, known.name, context, first.country or second.country, first.tier)

    def _later(self, rank: int, known: Known) -> tuple[int, Known] | None:
        """The last gazetteer that has the entity too, and how it knows it."""
        mine = self._record(rank, known)
        for other in range(len(self.gazetteers) - 1, rank, -1):
            gazetteer, name = self.gazetteers[other], tokens(known.name)
            found = [record.known for record in gazetteer.having(name)]
            found += [form.known for form in self._forbids[other].get(name, ())]
            if mine and mine.id and (same := gazetteer.identified(mine.id)):
                found.insert(0, same.known)
            for form in mine.forms if mine else ():
                found += [r.known for r in gazetteer.having(form.parts) if r.forms[0].parts == form.parts and r.known.tier <= CURATED]
            found = [one for one in found if one.kind == known.kind]
            if found:
                return other, min(found, key=lambda one: (one.tier, one.name))
        return None

    def _earlier(self, rank: int, known: Known) -> Iterator[tuple[int, Record]]:
        """The entity in gazetteers before `rank`, the nearest one first."""
        mine = self._record(rank, known)
        if mine is None:
            return
        forms = [form.parts for form in mine.forms]
        forms += [form.parts for forbids in self._forbids[rank].values() for form in forbids if form.known == known]
        for other in range(rank - 1, -1, -1):
            gazetteer = self.gazetteers[other]
            same = gazetteer.identified(mine.id) if mine.id else None
            found = [same] if same else []
            found += [record for parts in forms for record in gazetteer.having(parts) if record.forms[0].parts == parts]
            if known.tier <= CURATED:
                found += gazetteer.having(forms[0])
            yield from ((other, record) for record in dict.fromkeys(found) if record.known.kind == known.kind)

    def _record(self, rank: int, known: Known) -> Record | None:
        return next((r for r in self.gazetteers[rank].having(tokens(known.name)) if r.known == known), None)
