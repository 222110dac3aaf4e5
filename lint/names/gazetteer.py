"""An index file, mapped into memory: forms looked up by hash, with one token open, by sound, by a single token."""

from __future__ import annotations

import json
import mmap
import os
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import TracebackType
from typing import NamedTuple

from ..datafolder import data_folder
from .background import Background
from .fold import content, deletions, key, skeleton, tokens
from .layout import GazetteerError, unpack

CUT = 1 << 31


class Known(NamedTuple):
    """An entity as a finding needs it; `context` says who it is, `country` holds country names and demonyms."""

    kind: str
    name: str
    context: str
    country: str
    tier: int


class Form(NamedTuple):
    """One way to write an entity's name: the text, its folded tokens, and the entity."""

    text: str
    parts: tuple[str, ...]
    known: Known


@dataclass(frozen=True, slots=True)
class Bucket:
    """The forms that share a key; `cut` says that there are too many to tell and only the prominent ones are here."""

    forms: tuple[Form, ...] = ()
    cut: bool = False


_EMPTY = Bucket()


class _Postings:
    """Sorted hashes with the values of each."""

    def __init__(self, sections: dict[str, memoryview], name: str) -> None:
        self.keys = sections[f"{name}.key"].cast("Q")
        self.at = sections[f"{name}.at"].cast("I")
        self.values = sections[f"{name}.is"].cast("I")

    def get(self, wanted: int) -> tuple[Sequence[int], bool]:
        i = bisect_left(self.keys, wanted)
        if i == len(self.keys) or self.keys[i] != wanted:
            return (), False
        start = self.at[i]
        return self.values[start & ~CUT : self.at[i + 1] & ~CUT], bool(start & CUT)


class Gazetteer:
    """One index file. Reading is safe from several threads; the file stays mapped until `close`."""

    def __init__(self, data: memoryview, path: str, mapped: mmap.mmap | None = None) -> None:
        """An index in memory. Raises GazetteerError when the bytes are no index of this version."""
        sections = unpack(data, path)
        self.path = path
        self.meta: dict[str, object] = json.loads(bytes(sections["meta"]))
        self.background = Background(sections)
        self._texts = int(str(self.meta["texts"]))
        self._mapped = mapped
        self._blob = sections["blob"]
        self._at = sections["texts"].cast("I")
        self._entity = sections["entity"].cast("I")
        self._tokens = sections["token"].cast("Q")
        self._forms, self._slots, self._sounds, self._near = (_Postings(sections, name) for name in ("form", "slot", "sound", "near"))
        self._form = lru_cache(maxsize=16_384)(self._read_form)

    @classmethod
    def open(cls, path: str) -> Gazetteer:
        """Map an index file. Raises GazetteerError when it can't be read or is torn, damaged, foreign or of another version."""
        try:
            with open(path, "rb") as file:
                if os.fstat(file.fileno()).st_size == 0:
                    raise GazetteerError(f"{path}: this is no gazetteer index: it is empty")
                mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except OSError as error:
            raise GazetteerError(f"{path}: can't be read: {error.strerror}") from error
        return cls(memoryview(mapped), path, mapped)

    def __enter__(self) -> Gazetteer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Forget the file; the map goes when nothing refers to it any more."""
        self._mapped = None

    def has_token(self, token: str) -> bool:
        """Whether a folded token is part of a form of two tokens or more."""
        wanted = key(token)
        i = bisect_left(self._tokens, wanted)
        return i < len(self._tokens) and self._tokens[i] == wanted

    def exact(self, parts: Sequence[str]) -> Bucket:
        """The forms with exactly these folded tokens."""
        return self._bucket(self._forms, "|".join(parts))

    def slot(self, parts: Sequence[str], open_at: int) -> Bucket:
        """The forms with these folded tokens, the one at `open_at` being anything."""
        return self._bucket(self._slots, "|".join((*parts[:open_at], "*", *parts[open_at + 1 :])))

    def alike(self, parts: Sequence[str]) -> Bucket:
        """The forms of as many tokens that sound the same."""
        return self._bucket(self._sounds, "~" + "|".join([skeleton(part) for part in parts]))

    def same_words(self, parts: Sequence[str]) -> tuple[Form, ...]:
        """The organisations with the same content words (three or more) in any order and number."""
        return self._bucket(self._sounds, "#" + "|".join(sorted(content(parts)))).forms

    def by_surname_sound(self, surname: str) -> Bucket:
        """The persons of two tokens whose surname sounds the same."""
        return self._bucket(self._sounds, "~*|" + skeleton(surname))

    def single(self, token: str) -> tuple[Form, ...]:
        """Prominent forms known by one token (a place, an agency, a surname) that one edit or transposition parts from this one."""
        found = {i for left in deletions(token) for i in self._near.get(key(left))[0]}
        return tuple(self._form(i) for i in sorted(found))

    def placed(self, letter: str, stem: str) -> tuple[Form, ...]:
        """The places of one token that begin with a letter and have a word of context (see `context.words`), such as their country."""
        return self._bucket(self._sounds, f"@{stem}|{letter}").forms

    def forbidden(self) -> Iterator[Form]:
        """All forms that the sources forbid, each with the entity whose right name should stand there."""
        first = int(str(self.meta["forms"]))
        return (self._form(i) for i in range(first, first + int(str(self.meta["forbidden"]))))

    def _bucket(self, postings: _Postings, text: str) -> Bucket:
        ids, cut = postings.get(key(text))  # with 64 bits, one lookup in 10**13 meets another name's hash
        return Bucket(tuple([self._form(i) for i in ids]), cut) if ids else _EMPTY

    def _read_form(self, number: int) -> Form:
        text = self._text(number)
        kind, name, context, country, tier = self._text(self._texts + self._entity[number]).split("\t")
        return Form(text, tokens(text), Known(kind, name, context, country, int(tier)))

    def _text(self, number: int) -> str:
        return bytes(self._blob[self._at[number] : self._at[number + 1]]).decode()


def shipped() -> str:
    """Path of the index that comes with presscheck."""
    return os.path.join(data_folder(), "_data", "names", "shipped.gaz")
