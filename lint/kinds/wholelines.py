"""Whole-line phrases in one index: a dictionary of normalised lines; templates by the words in front of or behind their open variables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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


def packed(keys: Iterable[str]) -> list[list[str]]:
    """Normalised phrases sorted for `LineIndex.add`, as rows of kind and keys: what a start need not work out again."""
    rows: dict[str, list[str]] = {}
    for key in keys:
        rows.setdefault(_kind(key), []).append(key)
    return [[kind, "\n".join(listed)] for kind, listed in sorted(rows.items())]


def _kind(key: str) -> str:
    names = set(_VARIABLE.findall(key)) if "{" in key else set()
    if names <= {"n"}:
        return "keys"
    parts = _VARIABLE.split(key)
    if len(parts[0]) >= _WIDTH:
        return f"front {parts[0][:_WIDTH]}"
    if key.startswith(("{date}", "{n}")):
        return "dated"
    return f"back {parts[-1][-_WIDTH:]}" if len(parts[-1]) >= _WIDTH else f"inner {max(max(parts[::2], key=len).split(), key=len)}"


class _Template(Generic[T]):
    """Normalised text with open variables; `front` and `back` are the literal words at its ends, `inner` the longest there are."""

    def __init__(self, key: str, owner: T) -> None:
        self.owner = owner
        parts = _VARIABLE.split(key)
        self.front, self.back, self.inner = parts[0], parts[-1], max(parts[::2], key=len)
        self._filled = any(name in CLOSED for name in parts[1::2])
        self.counted = any(name in ("date", "n") for name in parts[1::2])
        # what stands behind a word goes on with its sentence, behind a colon it does not
        self._open = [
            f"{name} of a sentence" if name in ("any", "rest") and literal.rstrip()[-1:].isalpha() else name
            for literal, name in zip(parts[::2], parts[1::2], strict=False)
            if name not in CLOSED
        ]
        groups = [re.escape(f"{{{name}}}") if name in CLOSED else "(.{1,200})" if name == "rest" else "(.{1,200}?)" for name in parts[1::2]]
        self._pattern = "".join(re.escape(a) + b for a, b in zip(parts[::2], [*groups, ""], strict=True))
        self._compiled: re.Pattern[str] | None = None

    def fits(self, text: str, written: Sequence[str]) -> bool:
        """Whether a line, normalised but for its letter case, is an instance; `written` gives it with its closed variables put in."""
        if self._compiled is None:
            self._compiled = re.compile(self._pattern, re.IGNORECASE)
        for form in written if self._filled else (text,):
            # letters such as the Turkish İ are more than one when folded
            match = self._compiled.fullmatch(form) or self._compiled.fullmatch(form.casefold())
            if match is not None and all(map(fits, self._open, match.groups())):
                return True
        return False


class _Bucket(Generic[T]):
    """Templates that are read when the first line comes that may be one of them."""

    def __init__(self) -> None:
        self._added: list[tuple[str, T]] = []
        self._templates: list[_Template[T]] = []
        self._fronts: tuple[str, ...] = ()

    def add(self, keys: str, owner: T) -> None:
        """Add templates, one a line."""
        self._added.append((keys, owner))

    def __iter__(self) -> Iterator[_Template[T]]:
        if self._added:
            added, self._added = self._added, []
            self._templates = self._templates + [_Template(key, owner) for keys, owner in added for key in keys.split("\n")]
            self._fronts = tuple({template.front for template in self._templates})
        return iter(self._templates)

    def beginning(self, key: str) -> list[_Template[T]]:
        """The templates whose words in front and behind a normalised line has."""
        templates = iter(self)
        # one call tells that most lines have none
        return [t for t in templates if key.startswith(t.front) and key.endswith(t.back)] if key.startswith(self._fronts) else []


class LineIndex(Generic[T]):
    """Phrases and templates by what they are found with; several owners may have the same phrase.

    No line of more than `longest` code points, marks and punctuation included, can be found.
    """

    def __init__(self) -> None:
        self._keys: dict[str, tuple[T, ...]] = {}
        self._buckets: dict[str, _Bucket[T]] = {}
        self._inner: set[str] = set()
        self._longest = 0
        self.longest = 0

    def __bool__(self) -> bool:
        return bool(self._keys or self._buckets)

    def add(self, kind: str, keys: str, owner: T) -> None:
        """Add a row of `packed` for one owner."""
        if kind != "keys":
            self._buckets.setdefault(kind, _Bucket()).add(keys, owner)
            self.longest = max(self.longest, LONGEST + _ROOM)
            if kind.startswith("inner "):
                self._inner.add(kind.removeprefix("inner "))
            return
        listed = keys.split("\n")
        added: dict[str, tuple[T, ...]] = dict.fromkeys(listed, (owner,))
        for key in self._keys.keys() & added.keys():
            added[key] = (*self._keys[key], owner)
        self._keys.update(added)
        self._longest = max(self._longest, max(map(len, listed)) + _ROOM)
        self.longest = max(self.longest, self._longest)

    def find(self, key: str, cased: str) -> Iterator[T]:
        """Who owns a line, given normalised, and normalised but for its letter case."""
        size = len(key)
        if size <= self._longest:
            yield from self._keys.get(key, ())
            if _DIGIT.search(key):
                yield from self._keys.get(_NUMBER.sub("{n}", key), ())
        if size <= LONGEST and self._buckets:
            candidates = self._candidates(key)
            if candidates:
                written = forms(cased)
                yield from (t.owner for t in candidates if t.fits(cased, written))

    def _candidates(self, key: str) -> list[_Template[T]]:
        out: list[_Template[T]] = []
        front = self._buckets.get(f"front {key[:_WIDTH]}")
        if front is not None:
            out += front.beginning(key)
        back = self._buckets.get(f"back {key[-_WIDTH:]}")
        if back is not None:
            out += [t for t in back if key.endswith(t.back)]
        if is_date_word(key):
            out += [t for t in self._buckets.get("dated", ()) if key.endswith(t.back)]
        if not self._inner.isdisjoint(words := key.split()):
            out += [t for word in self._inner.intersection(words) for t in self._buckets[f"inner {word}"] if t.inner in key]
        if out and not _DIGIT.search(key):
            out = [t for t in out if not t.counted]
        return out
