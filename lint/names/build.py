"""Sources -> one index: the names in order, what is known of their bearers, and a hash of everything a form is looked up by."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..cachefolder import write_atomically
from . import context, keys
from .background import background
from .fold import content, key, slug, tokens
from .layout import RECORDS, WEAK, GazetteerError, Section, pack
from .merging import merged
from .postings import NUMBERS, Pairs, posted
from .skipped import Skipped
from .source import LAST_TIER, Entity, Sources, read
from .styles import is_joined, plain

FULL_BUCKET = 60
"""More forms under one key than this say nothing about an open token: only the prominent ones are kept, or one that stands for all."""
PROMINENT = keys.PROMINENT
MOST_KEPT = 200
"""Entities that are kept under one key at most."""
_SMALLEST_STEP = 1000
Progress = Callable[[int], object]


def build_file(
    sources: Sequence[str], out: str, tier: int = LAST_TIER, progress: Progress | None = None, skipped: Skipped | None = None
) -> dict[str, object]:
    """Read tables and dumps of names (files or folders), write the index to `out`, and return its meta data. Raises GazetteerError.

    `tier` is that of rows which state none; `progress` is told now and then how many entities were read; `skipped` counts what is left out.
    """
    data = build(read(sources, tier, skipped), progress)
    try:
        write_atomically(out, data)
    except PermissionError as error:
        raise GazetteerError(f"{out}: can't be written: {error.strerror}; close what has it open, or write to another file") from error
    except OSError as error:
        raise GazetteerError(f"{out}: can't be written: {error.strerror}") from error
    from .gazetteer import Gazetteer

    with Gazetteer.open(out) as gazetteer:
        return dict(gazetteer.meta)


def build(sources: Sources, progress: Progress | None = None) -> bytes:
    """The bytes of an index; the same sources give the same bytes.

    Entities are read as a stream: memory is 8 bytes for each key of a form (a name of two tokens has three) and the index itself.
    """
    texts, facts = _Texts(), _Facts()
    pairs, inside = Pairs(), Pairs()
    refused: list[tuple[int, str, bool]] = []
    office_words: set[str] = set()
    held: set[str] = set()
    forms = left_out = 0
    for entity in merged(_counted(sources.entities, progress)):
        split = {tokens(form): form for form in reversed((entity.name, *entity.aliases))}
        split.pop((), None)
        if not tokens(entity.name):
            left_out += 1
            continue
        number = facts.add(entity)
        if number == NUMBERS:
            raise GazetteerError(f"{', '.join(sources.files)}: more than {NUMBERS} names; leave some out, or build several indexes")
        written = sorted(split.values(), key=lambda form: (form != entity.name, form))
        weak = {tokens(form): form for form in reversed(entity.weak) if tokens(form) not in split}
        weak.pop((), None)
        texts.add(_id(entity), [*written, *(WEAK + form for form in sorted(weak.values()))])
        refused += [(number, form, form in entity.safe) for form in entity.forbidden if tokens(form)]
        forms += len(split) + len(weak)
        if entity.id and _id(entity) != "=":
            pairs.add(key(keys.identity(entity.id)), number)
        for parts in split:
            for text in (keys.whole(parts), *keys.open_keys(entity.kind, parts), *keys.other_keys(entity.kind, entity.tier, parts)):
                pairs.add(key(text), number)
            if entity.kind == "place" and len(parts) == 1:
                for stem in context.words(entity.country or entity.context):
                    pairs.add(key(keys.placed(parts[0][0], stem)), number)
            if entity.kind == "office":
                # The words of an office are words: looked up one by one, they would make names of "special" and "director".
                office_words.update(word for word in content(parts) if len(word) > 1)
                continue
            held.update(parts)
            if len(parts) > 1:
                for part in parts:
                    inside.add(key(part), 0)
        for style, of in {style: form for form in written for style in plain(form, entity.kind)}.items():
            parts = tokens(style)
            if parts not in split:
                pairs.add(key(keys.whole(parts)), number)
                telling = entity.tier <= (1 if is_joined(of, style) else keys.HEARD)
                for text in keys.open_keys(entity.kind, parts) if telling else ():
                    pairs.add(key(text), number)
                for part in parts:
                    inside.add(key(part), 0)
        for parts in weak:
            pairs.add(key(keys.whole(parts)), number)
            if len(parts) > 1:
                for part in parts:
                    inside.add(key(part), 0)
    tiers = facts.tiers()

    def kept(_: int, numbers: list[int]) -> tuple[list[int], bool]:
        if len(numbers) <= FULL_BUCKET:
            return sorted(set(numbers)), False
        best = sorted(set(numbers), key=lambda number: (tiers[number], number))
        prominent = [number for number in best[:MOST_KEPT] if tiers[number] <= PROMINENT]
        return sorted(prominent or best[:1]), True

    pairs.sort()
    refused = sorted(line for line in refused if not pairs.has(key(keys.whole(tokens(line[1])))))
    meta = {"entities": len(tiers), "forms": forms, "forbidden": len(refused), "left out": left_out, "from": sources.files}
    meta |= {"background": len(sources.shares.keys() | sources.words.keys()), "kinds": facts.kinds}
    meta |= {"office words": sorted(office_words)}
    sections: dict[str, Section] = {"meta": json.dumps(meta, ensure_ascii=False, sort_keys=True).encode()}
    sections |= facts.sections() | texts.sections() | posted("key", pairs, kept)
    sections["forbidden"] = "\n".join(f"{number}\t{form}" for number, form, _ in refused).encode("utf-8", "surrogatepass")
    if any(safe for *_, safe in refused):  # the lines whose fix is safe: a part that most indexes have no need of
        sections["safe"] = array("I", (at for at, (*_, safe) in enumerate(refused) if safe))
    sections |= background(sources, facts.countries, inside, held)
    return pack(sections)


def _counted(entities: Iterable[Entity], progress: Progress | None) -> Iterator[Entity]:
    for done, entity in enumerate(entities, 1):
        if progress and done % _SMALLEST_STEP == 0:
            progress(done)
        yield entity


def _id(entity: Entity) -> str:
    """The id as it is stored: nothing for none, an equals sign for the one that the name gives."""
    return "=" if entity.id == f"{entity.kind}/{slug(entity.name)}" else entity.id


class _Texts:
    """The forms of each entity in one line, `RECORDS` lines to an offset."""

    def __init__(self) -> None:
        self._blob, self._at, self._count = bytearray(), array("I", [0]), 0

    def add(self, id: str, forms: Sequence[str]) -> None:
        self._blob += "\t".join((id, *forms)).encode("utf-8", "surrogatepass") + b"\n"
        self._count += 1
        if self._count % RECORDS == 0:
            self._at.append(len(self._blob))

    def sections(self) -> dict[str, Section]:
        if self._at[-1] != len(self._blob):
            self._at.append(len(self._blob))
        return {"names": self._blob, "names.at": self._at}


class _Facts:
    """Kind, tier, context, country and source of each entity; equal texts are stored once."""

    def __init__(self) -> None:
        self.kinds: list[str] = []
        self._kinds, self._strings = bytearray(), {"": 0}
        self._columns = {name: array("I") for name in ("context", "country", "source")}

    def add(self, entity: Entity) -> int:
        """Take in an entity and return its number."""
        if entity.kind not in self.kinds:
            self.kinds.append(entity.kind)
        self._kinds.append(self.kinds.index(entity.kind) << 3 | entity.tier)
        for name, column in self._columns.items():
            column.append(self._strings.setdefault(getattr(entity, name), len(self._strings)))
        return len(self._kinds) - 1

    @property
    def countries(self) -> list[str]:
        """The texts that stand as a country."""
        strings = list(self._strings)
        return [strings[number] for number in sorted(set(self._columns["country"]))]

    def tiers(self) -> bytes:
        """The tier of each entity."""
        return bytes(kind & 7 for kind in self._kinds)

    def sections(self) -> dict[str, Section]:
        """The columns, with the texts in alphabetical order, which packs better."""
        blob, at, order = bytearray(), array("I", [0]), array("I", bytes(4 * len(self._strings)))
        for number, text in enumerate(sorted(self._strings)):
            blob += text.encode("utf-8", "surrogatepass")
            at.append(len(blob))
            order[self._strings[text]] = number
        code = "H" if len(order) <= 1 << 16 else "I"
        columns = {name: array(code, (order[number] for number in column)) for name, column in self._columns.items()}
        return {"kind": self._kinds, **columns, "text": blob, "text.at": at}
