"""Sources -> one index file: every form, every form with one token left open, skeletons, single tokens with a letter left out."""

from __future__ import annotations

import json
import math
import sys
from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from ..cachefolder import write_atomically
from . import context
from .fold import TRIPLES, content, deletions, key, skeleton, tokens, triples
from .layout import GazetteerError, pack
from .source import Entity, Sources, read

LONGEST_SLOT = 5
"""Most tokens of a form that is looked up with one of them open."""
FULL_BUCKET = 60
"""More forms under one open slot than this say nothing about the open token: only the prominent ones are kept."""
PROMINENT = 2
"""Tiers up to this stay in a full bucket and are found by a single token."""
SINGLE = 5
"""Fewest letters of a single token that is looked up with an edit."""
CONTENT = 3
"""Fewest content words of an organisation that is looked up by them in any order."""
CUT = 1 << 31
"""Set in a bucket's offset when forms were left out of it."""
WORD, NAME_TOO, ATTESTED = 1, 2, 4
"""Flags of a background token: a word of the language, a word that is a name as well, a name known to exist."""
AS_NAME = 2e-5
"""From this share on the name of a country or people is taken for a personal name as well (Jordan, English)."""


def build_file(sources: Sequence[str], out: str) -> dict[str, object]:
    """Read tables of names (files or folders), write the index to `out`, and return its meta data. Raises GazetteerError."""
    data = build(read(sources))
    try:
        write_atomically(out, data)
    except OSError as error:
        raise GazetteerError(f"{out}: can't be written: {error.strerror}") from error
    from .gazetteer import Gazetteer

    with Gazetteer.open(out) as gazetteer:
        return dict(gazetteer.meta)


def build(sources: Sources) -> bytes:
    """The bytes of an index; the same sources give the same bytes."""
    forms = [(form, number) for number, entity in enumerate(sources.entities) for form in _forms(entity)]
    split = [tokens(form) for form, _ in forms]
    tiers = [sources.entities[number].tier for _, number in forms]
    many = [i for i, t in enumerate(split) if len(t) > 1]
    slots = ((key("|".join((*t[:s], "*", *t[s + 1 :]))), i) for i, t in _up_to(many, split, LONGEST_SLOT) for s in range(len(t)))
    sounds = ((key(heard), i) for i, t in _up_to(many, split, LONGEST_SLOT) for heard in _sounds(t, sources.entities[forms[i][1]].kind))
    bags = (
        (key("#" + "|".join(sorted(bag))), i)
        for i in many
        if sources.entities[forms[i][1]].kind in ("org", "agency") and len(bag := content(split[i])) >= CONTENT
    )
    placed = (
        (key(f"@{stem}|{split[i][0][0]}"), i)
        for i, (_, number) in enumerate(forms)
        if sources.entities[number].kind == "place" and len(split[i]) == 1
        for stem in context.words(sources.entities[number].country or sources.entities[number].context)
    )
    alone = [(i, token) for i, t in enumerate(split) for token in _single(sources.entities[forms[i][1]], t)]
    refused = [(form, number) for number, entity in enumerate(sources.entities) for form in entity.forbidden]
    right = {" ".join(t) for t in split}
    refused = [(form, number) for form, number in refused if " ".join(tokens(form)) not in right]
    texts = [*(form for form, _ in forms), *(form for form, _ in refused)]
    records = ["\t".join((e.kind, e.name, e.context, e.country, str(e.tier))) for e in sources.entities]
    blob, offsets = _blob([*texts, *records])
    meta = {"entities": len(records), "forms": len(forms), "forbidden": len(refused), "texts": len(texts), "from": sources.files}
    meta |= {"background": len(sources.shares.keys() | sources.words.keys())}
    sections = {"meta": json.dumps(meta, ensure_ascii=False, sort_keys=True).encode(), "blob": blob, "texts": offsets}
    sections["entity"] = _bytes("I", [number for _, number in (*forms, *refused)])
    sections |= _postings("form", ((key("|".join(t)), i) for i, t in enumerate(split)), None)
    keep: Callable[[int], bool] = lambda form: tiers[form] <= PROMINENT  # noqa: E731
    sections |= _postings("slot", slots, keep)
    sections |= _postings("sound", chain(sounds, bags, placed), keep)
    sections |= _postings("near", ((key(cut), i) for i, token in alone for cut in deletions(token)), keep)
    sections["token"] = _bytes("Q", sorted({key(token) for i in many for token in split[i]}))
    sections |= _background(sources)
    return pack(sections)


def _forms(entity: Entity) -> list[str]:
    """The name and its aliases, those that fold to the same once."""
    seen = {tokens(form): form for form in reversed((entity.name, *entity.aliases))}
    return [form for folded, form in sorted(seen.items(), key=lambda item: (item[1] != entity.name, item[1])) if folded]


def _up_to(chosen: Iterable[int], split: Sequence[tuple[str, ...]], longest: int) -> list[tuple[int, tuple[str, ...]]]:
    return [(i, split[i]) for i in chosen if len(split[i]) <= longest]


def _sounds(parts: tuple[str, ...], kind: str) -> list[str]:
    """The keys a form is found under by sound: all of it, and for a person of two tokens its surname."""
    heard = [skeleton(part) for part in parts]
    whole = ["~" + "|".join(heard)] if sum(map(len, heard)) >= 7 else []
    return [*whole, "~*|" + heard[1]] if kind == "person" and len(parts) == 2 and len(heard[1]) >= 5 else whole


def _single(entity: Entity, parts: tuple[str, ...]) -> list[str]:
    """The token by which an entity may be known alone: the only one of a place or of somebody prominent, a prominent person's surname."""
    if (entity.tier > PROMINENT and entity.kind != "place") or (len(parts) > 1 and entity.kind != "person") or len(parts) > 3:
        return []
    return [parts[-1]] if len(parts[-1]) >= SINGLE and parts[-1].isalpha() else []


def _blob(texts: Sequence[str]) -> tuple[bytes, bytes]:
    encoded = [text.encode() for text in texts]
    offsets = [0]
    for piece in encoded:
        offsets.append(offsets[-1] + len(piece))
    return b"".join(encoded), _bytes("I", offsets)


def _postings(name: str, pairs: Iterable[tuple[int, int]], keep: Callable[[int], bool] | None) -> dict[str, bytes]:
    """Sorted keys, the offset of each key's values, the values; a bucket that is too full keeps what `keep` says, or goes."""
    keys, offsets, values = array("Q"), array("I"), array("I")
    ordered = sorted(set(pairs))
    i = 0
    while i < len(ordered):
        end = i + 1
        while end < len(ordered) and ordered[end][0] == ordered[i][0]:
            end += 1
        bucket = [value for _, value in ordered[i:end]]
        cut = keep is not None and len(bucket) > FULL_BUCKET
        if cut and keep is not None:
            bucket = [value for value in bucket if keep(value)]
        if bucket:
            keys.append(ordered[i][0])
            offsets.append(len(values) | (CUT if cut else 0))
            values.extend(bucket)
        i = end
    offsets.append(len(values))
    return {f"{name}.key": _bytes("Q", keys), f"{name}.at": _bytes("I", offsets), f"{name}.is": _bytes("I", values)}


def _background(sources: Sources) -> dict[str, bytes]:
    """Token hashes cut to 32 bits (one unknown token in 15,000 is taken for a known one), shares in 20ths of a decade, flags."""
    rows: dict[int, tuple[int, int, int]] = {}
    decades = {share: _decades(share) for pair in (*sources.shares.values(), (0.0, 0.0)) for share in pair}
    # Names of countries and peoples are words for this purpose: "Afghan" is no misspelling of anybody.
    peoples = {token for entity in sources.entities for token in tokens(entity.country)}
    for token in sorted(sources.shares.keys() | sources.words.keys() | peoples):
        given, surname = sources.shares.get(token, (0.0, 0.0))
        name_too = sources.words.get(token, max(given, surname) >= AS_NAME)
        is_word = token in sources.words or token in peoples
        flags = WORD * is_word | NAME_TOO * name_too | ATTESTED * (token in sources.shares)
        rows.setdefault(key(token) >> 32, (decades[given], decades[surname], flags))
    ordered = sorted(rows.items())
    out = {"bg.key": _bytes("I", [short for short, _ in ordered]), "bg.triples": _triples(sources)}
    for i, name in enumerate(("bg.given", "bg.surname", "bg.flags")):
        out[name] = bytes(row[i] for _, row in ordered)
    return out


def _triples(sources: Sources) -> bytes:
    """How many known tokens hold each three letters in a row, up to 255, by `triples`."""
    known = {token for entity in sources.entities for form in (entity.name, *entity.aliases) for token in tokens(form)}
    counts = [0] * TRIPLES
    for token in known | sources.shares.keys() | sources.words.keys():
        for triple in triples(token):
            counts[triple] += 1
    return bytes(min(255, count) for count in counts)


def _decades(share: float) -> int:
    """A share as a byte: 0 for none, else 20 times its decimal logarithm above 1e-9, at least 1."""
    return min(255, max(1, round(20 * (math.log10(share) + 9)))) if share > 0 else 0


def _bytes(code: str, values: Iterable[int]) -> bytes:
    packed = array(code, values)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()
