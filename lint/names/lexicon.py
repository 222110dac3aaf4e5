"""The gazetteers of a run behind one door, with what the user vouches for and a memory of what was looked up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from .background import Facts
from .fold import tokens
from .gazetteer import Bucket, Form, Gazetteer, Known
from .stack import Stack

_REMEMBERED = 100_000
_BUCKETS = 8_000


@dataclass
class Lexicon:
    """One or more gazetteers, of which later ones override earlier ones; the first brings the background.

    `right` are folded names that the user vouches for. Safe from several threads: what is remembered is only ever the same value again.
    """

    gazetteers: Sequence[Gazetteer]
    right: frozenset[tuple[str, ...]] = frozenset()
    _facts: dict[str, tuple[Facts, bool]] = field(default_factory=dict)
    _unknown: dict[str, bool] = field(default_factory=dict)
    _slots: dict[tuple[str, ...], Bucket] = field(default_factory=dict)
    _exact: dict[tuple[str, ...], Form | None] = field(default_factory=dict)

    @cached_property
    def stack(self) -> Stack:
        """What the gazetteers make of each other's entries."""
        return Stack(self.gazetteers)

    def facts(self, token: str) -> tuple[Facts, bool]:
        """What is known of a folded token, and whether some name of several tokens holds it."""
        known = self._facts.get(token)
        if known is None:
            if len(self._facts) > _REMEMBERED:
                self._facts.clear()
            facts, inside = self.gazetteers[0].background.look(token)
            known = facts, inside or any(g.has_token(token) for g in self.gazetteers[1:])
            self._facts[token] = known
        return known

    def is_unknown(self, token: str) -> bool:
        """Whether a folded token is neither a word nor a name on any list."""
        unknown = self._unknown.get(token)
        if unknown is None:
            facts, inside = self.facts(token)
            unknown = not (inside or facts.is_word or facts.is_name or self.exact((token,)))
            if len(self._unknown) > _REMEMBERED:
                self._unknown.clear()
            self._unknown[token] = unknown
        return unknown

    def strangeness(self, found: str, right: str) -> int:
        """How many known tokens hold the rarest three letters in a row that one token has and another has not, up to 255."""
        return self.gazetteers[0].background.strangeness(found, right)

    def exact(self, parts: tuple[str, ...]) -> Form | None:
        """A form with these tokens, the most prominent one; None for what the last gazetteer to speak of it forbids."""
        if len(self.gazetteers) == 1:
            forms = self.gazetteers[0].exact(parts).forms
            return min(forms, key=lambda form: form.known.tier) if forms else None
        if parts not in self._exact:
            if len(self._exact) > _REMEMBERED:
                self._exact.clear()
            self._exact[parts] = self.stack.exact(parts)
        return self._exact.get(parts)

    def slot(self, parts: tuple[str, ...], open_at: int) -> Bucket:
        """The forms with these tokens, one of them left open."""
        if len(self.gazetteers) == 1:
            return self.gazetteers[0].slot(parts, open_at)
        opened = (*parts[:open_at], "", *parts[open_at + 1 :])
        bucket = self._slots.get(opened)
        if bucket is None:
            if len(self._slots) > _BUCKETS:
                self._slots.clear()
            bucket = self._slots[opened] = self._joined(lambda g: g.slot(opened, open_at))
        return bucket

    def alike(self, parts: tuple[str, ...]) -> Bucket:
        """The forms of as many tokens that sound the same."""
        return self._joined(lambda g: g.alike(parts))

    def same_words(self, parts: tuple[str, ...]) -> list[Form]:
        """The organisations with the same content words in any order and number."""
        return list(self._joined(lambda g: Bucket(g.same_words(parts))).forms)

    def by_surname_sound(self, surname: str) -> Bucket:
        """The persons of two tokens whose surname sounds the same."""
        return self._joined(lambda g: g.by_surname_sound(surname))

    def single(self, token: str) -> list[Form]:
        """Prominent forms known by one token that one edit or transposition parts from this one."""
        return list(self._joined(lambda g: Bucket(g.single(token))).forms)

    def offices(self, bag: str) -> list[Form]:
        """The offices under a key of their content words."""
        return [form for g in self.gazetteers for form in g.offices(bag)]

    @cached_property
    def office_words(self) -> frozenset[str]:
        """All content words of offices."""
        return frozenset(word for g in self.gazetteers for word in g.office_words)

    def placed(self, letter: str, stem: str) -> list[Form]:
        """The places of one token that begin with a letter and have a word of context."""
        return [form for g in self.gazetteers for form in g.placed(letter, stem)]

    @cached_property
    def forbidden(self) -> dict[str, list[Form]]:
        """The forms that the gazetteers forbid, by their first token; the longest first."""
        out: dict[str, list[Form]] = {}
        for _, form in sorted(self.stack.refused.values(), key=lambda item: (-len(item[1].parts), item[1].text)):
            out.setdefault(form.parts[0], []).append(form)
        return out

    def has_letters(self, known: Known, parts: tuple[str, ...]) -> bool:
        """Whether a form of an entity has the letters of these tokens and only its hyphens and blanks stand elsewhere."""
        letters, name = "".join(parts), tokens(known.name)
        records = (record for gazetteer in self.gazetteers for record in gazetteer.having(name) if record.known.kind == known.kind)
        return any("".join(form.parts) == letters for record in records for form in record.forms)

    def _joined(self, asked: Callable[[Gazetteer], Bucket]) -> Bucket:
        if len(self.gazetteers) == 1:
            return asked(self.gazetteers[0])
        buckets = [asked(gazetteer) for gazetteer in self.gazetteers]
        forms = dict.fromkeys(
            form for rank, bucket in enumerate(buckets) if bucket.forms for form in self.stack.settled(rank, bucket.forms)
        )
        return Bucket(tuple(forms), any(bucket.cut for bucket in buckets))
