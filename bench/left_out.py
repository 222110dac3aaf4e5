"""Right names that no gazetteer has: an index is built without every tenth entity, and nothing may be said of those left out."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Sequence

from names_texts import after_preposition, beside, engine, gazetteer_findings, put, sentences

from lint.datafolder import data_folder
from lint.model import Level
from lint.names.background import KNOWN
from lint.names.build import build_file
from lint.names.fold import key, tokens
from lint.names.gazetteer import Gazetteer
from lint.names.source import Entity, Sources, read


def left_out(paths: Sequence[str]) -> dict[str, float]:
    """Names that the index was built without, in sentences: how many are flagged; also with their rare tokens unknown to the background."""
    sources = read([os.path.join(data_folder(), "_data", "names")])
    entities = list(sources.entities)
    out = [entity for entity in entities if key(f"{entity.kind}/{entity.name}") % 10 == 0]
    left = set(map(id, out))
    kept = [entity for entity in entities if id(entity) not in left]
    known = {token for entity in kept for form in (entity.name, *entity.aliases) for token in tokens(form)}
    rare = {token for entity in out for form in (entity.name, *entity.aliases) for token in tokens(form)} - known
    rare = {token for token in rare if max(sources.shares.get(token, (0, 0))) <= KNOWN and token not in sources.words}
    figures = {}
    spots = sentences(paths)
    for title, without in (("left out", frozenset[str]()), ("left out, tokens unknown", frozenset(rare))):
        with tempfile.TemporaryDirectory() as scratch:
            index = os.path.join(scratch, "names.gaz")
            build_file(_tables(kept, sources, without, scratch), index)
            checker = engine(index)
            with Gazetteer.open(index) as gazetteer:
                unseen = [entity for entity in out if not gazetteer.exact(tokens(entity.name)).forms]
        of_places = after_preposition(spots)
        dice = random.Random(1)
        flagged, errors = 0, 0
        for number, entity in enumerate(unseen):
            whole = beside(entity, entity.name) if number % 2 == 0 else entity.name
            text, place = put(dice.choice(of_places if entity.kind == "place" else spots), whole, entity.name)
            found = [d for d in gazetteer_findings(checker, text) if d.span.overlap(place) and d.level > Level.NOTE]
            flagged += bool(found)
            errors += any(d.level == Level.ERROR for d in found)
            for d in found[:1]:
                print(f"  {title}: {d.level.label}: {entity.kind} {entity.tier}: {d.message}")
        print(f"{title}: {flagged} of {len(unseen)} right names flagged ({flagged / len(unseen):.4f}), {errors} as an error")
        figures |= {f"{title}, flagged": round(flagged / len(unseen), 4), f"{title}, errors": errors}
    return figures


def _tables(entities: Sequence[Entity], sources: Sources, without: frozenset[str], folder: str) -> list[str]:
    """Write tables that an index is built from: these entities, and the background without some tokens."""
    paths = [os.path.join(folder, name) for name in ("entities.tsv", "background.tsv", "words.txt")]
    rows = ["kind\tname\taliases\tcontext\tcountry\ttier\tforbidden"]
    for e in entities:
        rows.append("\t".join((e.kind, e.name, "|".join(e.aliases), e.context, e.country, str(e.tier), "|".join(e.forbidden))))
    shares = [f"{token}\t{given}\t{surname}" for token, (given, surname) in sources.shares.items() if token not in without]
    words = [word + "\tn" * name for word, name in sources.words.items()]
    for path, lines in zip(paths, (rows, ["token\tg\ts", *shares], words), strict=True):
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(lines) + "\n")
    return paths
