"""Whole-line phrases in one index: a dictionary of normalised lines; templates by the words in front of or behind their open variables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from ..lazyregex import regex
from .variables import CLOSED, fits, forms
from .writtendates import is_date_word

T = TypeVar("T")
LONGEST = 260
"""Code points of a normalised line that can be a template with an open variable."""
_ROOM = 40
"""Code points that a date, service or number in a line may have more than its variable."""
_WIDTH = 2
"""Code points by which templates are sorted into buckets."""
_VARIABLE = regex(r"\{(\w+)\}")
_DIGIT = regex(r"\d")
_NUMBER = regex(r"\d[\d.,]*[km]?")


class _Template(Generic[T]):
    """Normalised text with open variables; `front` and `back` are the literal words at its ends, `inner` the longest there are."""

    def __init__(self, key: str, owner: T) -> None:
        self.owner = owner
        parts = _VARIABLE.split(key)
        self.front, self.back = parts[0], parts[-1]
        self.inner = max(parts[::2], key=len)
        self._open = [name for name in parts[1::2] if name not in CLOSED]
        groups = [re.escape(f"{{{name}}}") if name in CLOSED else "(.{1,200})" if name == "rest" else "(.{1,200}?)" for name in parts[1::2]]
        self._pattern = "".join(re.escape(a) + b for a, b in zip(parts[::2], [*groups, ""], strict=True))
        self._compiled: re.Pattern[str] | None = None

    def fits(self, text: str) -> bool:
        """Whether a line, normalised but for its letter case, is an instance."""
        if self._compiled is None:
            self._compiled = re.compile(self._pattern, re.IGNORECASE)
        match = self._compiled.fullmatch(text)
        return match is not None and all(map(fits, self._open, match.groups()))


class LineIndex(Generic[T]):
    """Phrases and templates by what they are found with; several owners may have the same phrase."""

    def __init__(self) -> None:
        self._keys: dict[str, list[T]] = {}
        self._front: dict[str, list[_Template[T]]] = {}
        self._back: dict[str, list[_Template[T]]] = {}
        self._dated: list[_Template[T]] = []
        self._inner: list[_Template[T]] = []
        self._longest = self._longest_slotted = 0
        self._templates = False

    def __bool__(self) -> bool:
        return bool(self._keys) or self._templates

    @property
    def longest(self) -> int:
        """Code points of the longest line, marks and punctuation included, that can be found."""
        return max(self._longest, LONGEST if self._templates else 0) + 12

    def add_all(self, keys: Iterable[str], owner: T) -> None:
        """Add normalised phrases of one owner, with their variables in braces."""
        for key in keys:
            if "{" in key:
                self._add_template(key, owner)
            else:
                self._keys.setdefault(key, []).append(owner)
                self._longest = max(self._longest, len(key))

    def _add_template(self, key: str, owner: T) -> None:
        names = set(_VARIABLE.findall(key))
        if names <= set(CLOSED):
            self._keys.setdefault(key, []).append(owner)
            self._longest = max(self._longest, len(key) + _ROOM)
            if names != {"n"}:
                self._longest_slotted = max(self._longest_slotted, len(key) + _ROOM)
            return
        self._templates = True
        template = _Template(key, owner)
        if len(template.front) >= _WIDTH:
            self._front.setdefault(template.front[:_WIDTH], []).append(template)
        elif key.startswith(("{date}", "{n}")):
            self._dated.append(template)
        elif len(template.back) >= _WIDTH:
            self._back.setdefault(template.back[-_WIDTH:], []).append(template)
        else:
            self._inner.append(template)

    def find(self, key: str, cased: str) -> Iterator[T]:
        """Who owns a line, given normalised, and normalised but for its letter case."""
        size = len(key)
        if size <= self._longest:
            yield from self._keys.get(key, ())
            if _DIGIT.search(key):
                yield from self._keys.get(_NUMBER.sub("{n}", key), ())
            if size <= self._longest_slotted:
                for form in forms(cased):
                    low = form.casefold()
                    if "{date}" in low or "{service}" in low:
                        yield from self._keys.get(low, ())
        if self._templates and size <= LONGEST:
            candidates = [t for t in self._front.get(key[:_WIDTH], ()) if key.startswith(t.front) and key.endswith(t.back)]
            candidates += [t for t in self._back.get(key[-_WIDTH:], ()) if key.endswith(t.back)]
            if self._dated and is_date_word(key):
                candidates += [t for t in self._dated if key.endswith(t.back)]
            candidates += [t for t in self._inner if t.inner in key]
            if candidates:
                written = forms(cased)
                yield from (t.owner for t in candidates if any(map(t.fits, written)))
