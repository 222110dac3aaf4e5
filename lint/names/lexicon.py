"""The gazetteers of a run behind one door, with what the user vouches for and a memory of what was looked up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from .background import Facts
from .gazetteer import Bucket, Form, Gazetteer

_REMEMBERED = 100_000


@dataclass
class Lexicon:
    """One or more gazetteers; the first brings the background. `right` are folded names that the user vouches for.

    Safe from several threads: what is remembered is only ever the same value again.
    """

    gazetteers: Sequence[Gazetteer]
    right: frozenset[tuple[str, ...]] = frozenset()
    _facts: dict[str, tuple[Facts, bool]] = field(default_factory=dict)
    _unknown: dict[str, bool] = field(default_factory=dict)

    def facts(self, token: str) -> tuple[Facts, bool]:
        """What is known of a folded token, and whether some name of several tokens holds it."""
        known = self._facts.get(token)
        if known is None:
            if len(self._facts) > _REMEMBERED:
                self._facts.clear()
            known = self.gazetteers[0].background.facts(token), any(g.has_token(token) for g in self.gazetteers)
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
        """A form with these tokens, the most prominent one."""
        forms = [form for g in self.gazetteers for form in g.exact(parts).forms]
        return min(forms, key=lambda form: form.known.tier) if forms else None

    def slot(self, parts: tuple[str, ...], open_at: int) -> Bucket:
        """The forms with these tokens, one of them left open."""
        return _joined([g.slot(parts, open_at) for g in self.gazetteers])

    def alike(self, parts: tuple[str, ...]) -> Bucket:
        """The forms of as many tokens that sound the same."""
        return _joined([g.alike(parts) for g in self.gazetteers])

    def same_words(self, parts: tuple[str, ...]) -> list[Form]:
        """The organisations with the same content words in any order and number."""
        return [form for g in self.gazetteers for form in g.same_words(parts)]

    def by_surname_sound(self, surname: str) -> Bucket:
        """The persons of two tokens whose surname sounds the same."""
        return _joined([g.by_surname_sound(surname) for g in self.gazetteers])

    def single(self, token: str) -> list[Form]:
        """Prominent forms known by one token that one edit or transposition parts from this one."""
        return [form for g in self.gazetteers for form in g.single(token)]

    def placed(self, letter: str, stem: str) -> list[Form]:
        """The places of one token that begin with a letter and have a word of context."""
        return [form for g in self.gazetteers for form in g.placed(letter, stem)]

    @cached_property
    def forbidden(self) -> dict[str, list[Form]]:
        """The forms that the gazetteers forbid, by their first token; the longest first."""
        out: dict[str, list[Form]] = {}
        for form in sorted((f for g in self.gazetteers for f in g.forbidden()), key=lambda f: (-len(f.parts), f.text)):
            out.setdefault(form.parts[0], []).append(form)
        return out


def _joined(buckets: Sequence[Bucket]) -> Bucket:
    if len(buckets) == 1:
        return buckets[0]
    return Bucket(tuple(form for bucket in buckets for form in bucket.forms), any(bucket.cut for bucket in buckets))
