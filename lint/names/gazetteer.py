"""An index file, mapped into memory: forms looked up by hash, with one token open, by sound, by a single token."""

from __future__ import annotations

import json
import mmap
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import TracebackType
from typing import NamedTuple

from ..datafolder import data_folder
from . import keys
from .background import Background
from .fold import content, deletions, key, skeleton, slug, tokens
from .layout import RECORDS, WEAK, GazetteerError, damaged, unpack
from .postings import CUT, Postings
from .styles import has_styles, plain


class Known(NamedTuple):
    """An entity as a finding needs it; `context` says who it is, `country` holds country names and demonyms."""

    kind: str
    name: str
    context: str
    country: str
    tier: int


class Form(NamedTuple):
    """One way to write an entity's name: the text, its folded tokens, and the entity.

    Of a wrong way `safe` says whether its fix is; a `weak` one is accepted where it stands, and nothing is held against it.
    """

    text: str
    parts: tuple[str, ...]
    known: Known
    safe: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Bucket:
    """The forms that share a key; `cut` says that there are too many to tell and only the prominent ones are here."""

    forms: tuple[Form, ...] = ()
    cut: bool = False


_EMPTY = Bucket()


class Record(NamedTuple):
    """All that an index has of an entity: its forms (the preferred one first, other styles last), its id ("" for none), its source."""

    forms: tuple[Form, ...]
    id: str
    source: str

    @property
    def known(self) -> Known:
        """The entity."""
        return self.forms[0].known


class Gazetteer:
    """One index file. Reading is safe from several threads; the file stays mapped until `close`."""

    def __init__(self, data: memoryview, path: str, mapped: mmap.mmap | None = None, *, whole: bool = False) -> None:
        """An index in memory; `whole` holds each part against its checksum. Raises GazetteerError for what is no index of this version."""
        sections = unpack(data, path, whole=whole)
        self.path = path
        self.meta: dict[str, object] = json.loads(bytes(sections["meta"]))
        self.background = Background(sections)
        self.office_words = frozenset[str](json.loads(json.dumps(self.meta["office words"])))
        self._mapped = mapped
        self._kinds = json.loads(json.dumps(self.meta["kinds"]))
        self._kind, self._names, self._at = (sections[name] for name in ("kind", "names", "names.at"))
        self._columns = [sections[name] for name in ("context", "country", "source")]
        self._text, self._text_at, self._forbidden = (sections[name] for name in ("text", "text.at", "forbidden"))
        self._safe = frozenset(sections.get("safe", ()))
        self._postings = Postings(sections, "key")
        self._record = lru_cache(maxsize=8_192)(self._read)
        self._slot = lru_cache(maxsize=4_096)(self._read_slot)
        self._placed = lru_cache(maxsize=4_096)(self._read_placed)

    @classmethod
    def open(cls, path: str, *, whole: bool = False) -> Gazetteer:
        """Map an index file. Raises GazetteerError when it can't be read or is torn, damaged, foreign or of another version."""
        try:
            with open(path, "rb") as file:
                if os.fstat(file.fileno()).st_size == 0:
                    raise GazetteerError(f"{path}: this is no gazetteer index: it is empty")
                mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except OSError as error:
            raise GazetteerError(f"{path}: can't be read: {error.strerror}") from error
        return cls(memoryview(mapped), path, mapped, whole=whole)

    def __enter__(self) -> Gazetteer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Forget the file; the map goes when nothing refers to it any more."""
        self._mapped = None

    def __len__(self) -> int:
        return len(self._kind)

    def records(self) -> Iterator[Record]:
        """All entities, by kind and folded name."""
        return map(self._read, range(len(self._kind)))

    def has_token(self, token: str) -> bool:
        """Whether a folded token is part of a form of two tokens or more; wrong for one unknown token in 16,000."""
        return self.background.look(token)[1]

    def exact(self, parts: Sequence[str]) -> Bucket:
        """The forms with exactly these folded tokens."""
        wanted = tuple(parts)
        return self._bucket(keys.whole(parts), lambda form: form.parts == wanted, weak=True)

    def having(self, parts: Sequence[str]) -> list[Record]:
        """The entities with a form of exactly these folded tokens."""
        wanted = tuple(parts)
        return [record for record in self._found(keys.whole(parts)) if any(form.parts == wanted for form in record.forms)]

    def identified(self, id: str) -> Record | None:
        """The entity with this id."""
        # An id that the name gives has no key of its own: the name has one.
        named = self._found(keys.whole(id.partition("/")[2].split("-")))
        return next((record for record in (*self._found(keys.identity(id)), *named) if record.id == id), None)

    def slot(self, parts: Sequence[str], open_at: int) -> Bucket:
        """The forms with these folded tokens, the one at `open_at` being anything."""
        return self._slot(tuple(parts[:open_at]), tuple(parts[open_at + 1 :]))

    def _read_slot(self, before: tuple[str, ...], after: tuple[str, ...]) -> Bucket:
        at = len(before)
        size = at + 1 + len(after)

        def fits(form: Form) -> bool:
            return len(form.parts) == size and form.parts[:at] == before and form.parts[at + 1 :] == after

        return self._bucket(keys.opened((*before, "", *after), at), fits)

    def alike(self, parts: Sequence[str]) -> Bucket:
        """The forms of as many tokens that sound the same, of prominent entities."""
        heard = [skeleton(part) for part in parts]

        def fits(form: Form) -> bool:
            return len(form.parts) == len(heard) and [skeleton(part) for part in form.parts] == heard

        return self._bucket(keys.sound(heard), fits)

    def same_words(self, parts: Sequence[str]) -> tuple[Form, ...]:
        """The organisations with the same content words (three or more) in any order and number."""
        text = keys.words(parts)
        return self._bucket(text, lambda form: form.known.kind in ("org", "agency") and keys.words(form.parts) == text).forms

    def offices(self, bag: str) -> tuple[Form, ...]:
        """The offices under one of the keys of `keys.offices`."""
        return self._bucket(bag, lambda form: form.known.kind == "office" and bag in keys.offices(content(form.parts))).forms

    def by_surname_sound(self, surname: str) -> Bucket:
        """The persons of two tokens whose surname sounds the same, but those hardly known to anybody."""
        heard = skeleton(surname)

        def fits(form: Form) -> bool:
            return form.known.kind == "person" and len(form.parts) == 2 and skeleton(form.parts[1]) == heard

        return self._bucket(keys.surname_sound(heard), fits)

    def single(self, token: str) -> tuple[Form, ...]:
        """Prominent forms known by one token (a place, an agency, a surname) that one edit or transposition parts from this one."""
        cuts = deletions(token)
        found = {number for text in keys.edited(token) for number in self._postings.get(key(text))}
        forms = []
        for number in sorted(found, key=lambda number: number & ~CUT):
            for form in self._record(number & ~CUT).forms:
                alone = keys.single(form.known.kind, form.known.tier, form.parts)
                if alone and not cuts.isdisjoint(deletions(alone)):
                    forms.append(form)
        return tuple(forms)

    def placed(self, letter: str, stem: str) -> tuple[Form, ...]:
        """The places of one token that begin with a letter and have a word of context (see `context.words`), such as their country."""
        return self._placed(letter, stem)

    def _read_placed(self, letter: str, stem: str) -> tuple[Form, ...]:
        from .context import stems

        def fits(form: Form) -> bool:
            return form.known.kind == "place" and len(form.parts) == 1 and form.parts[0][0] == letter and stem in stems(form.known)

        return self._bucket(keys.placed(letter, stem), fits).forms

    def forbidden(self) -> Iterator[Form]:
        """All forms that the sources forbid, each with the entity whose right name should stand there."""
        for at, line in enumerate(filter(None, bytes(self._forbidden).decode("utf-8", "surrogatepass").split("\n"))):
            number, _, text = line.partition("\t")
            yield Form(text, tokens(text), self._written(int(number))[2], at in self._safe)

    def _bucket(self, text: str, fits: Callable[[Form], bool], weak: bool = False) -> Bucket:
        forms: list[Form] = []
        cut = False
        for number in self._postings.get(key(text)):
            of_entity = [form for form in self._record(number & ~CUT).forms if fits(form) and (weak or not form.weak)]
            if of_entity:  # none: it is another key's number
                forms += of_entity
                cut = cut or number >= CUT
        return Bucket(tuple(forms), cut) if forms else _EMPTY

    def _found(self, text: str) -> Iterator[Record]:
        return (self._record(number & ~CUT) for number in self._postings.get(key(text)))

    def _written(self, number: int) -> tuple[str, list[str], Known]:
        """What stands in the file of an entity: its id, its forms, and who it is."""
        try:
            block = bytes(self._names[self._at[number // RECORDS] : self._at[number // RECORDS + 1]])
            id, *texts = block.split(b"\n")[number % RECORDS].decode("utf-8", "surrogatepass").split("\t")
            context, country = self._string(self._columns[0][number]), self._string(self._columns[1][number])
            return id, texts, Known(self._kinds[self._kind[number] >> 3], texts[0], context, country, self._kind[number] & 7)
        except (IndexError, ValueError) as error:
            raise damaged(self.path) from error

    def _read(self, number: int) -> Record:
        id, texts, known = self._written(number)
        forms = [Form(text, tokens(text), known) for text in texts]
        if texts[-1][:1] == WEAK:  # they stand last
            forms = [form._replace(text=form.text[1:], weak=True) if form.text[:1] == WEAK else form for form in forms]
        if has_styles(" ".join(texts)):
            for style in [style for form in forms if not form.weak for style in plain(form.text, known.kind)]:
                if all(form.parts != tokens(style) for form in forms):
                    forms.append(Form(style, tokens(style), known))
        try:
            source = self._string(self._columns[2][number])
        except (IndexError, ValueError) as error:
            raise damaged(self.path) from error
        return Record(tuple(forms), f"{known.kind}/{slug(texts[0])}" if id == "=" else id, source)

    def _string(self, number: int) -> str:
        return bytes(self._text[self._text_at[number] : self._text_at[number + 1]]).decode("utf-8", "surrogatepass")


def shipped() -> str:
    """Path of the index that comes with presscheck."""
    return os.path.join(data_folder(), "_data", "names", "shipped.gaz")
