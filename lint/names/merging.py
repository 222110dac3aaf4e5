"""Entities in order: sorted in bounded memory, those with the same kind and the same folded name made one."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from typing import TextIO

from .fold import tokens
from .source import Entity

CHUNK = 100_000
"""Entities that are sorted in memory at a time."""
_FIELD, _ITEM = "\x1f", "\x1e"


def merged(entities: Iterable[Entity]) -> Iterator[Entity]:
    """The entities by kind and folded name, each once.

    Of several with one kind and folded name the best tier is kept with its spelling (of equal ones, the first), and all their aliases,
    forbidden forms and contexts.
    """
    with ExitStack() as files:
        for _, lines in groupby(_sorted(map(_line, entities, _numbers()), files), lambda line: line.split(_FIELD, 2)[:2]):
            same = [_entity(line) for line in lines]
            yield same[0] if len(same) == 1 else _one(same)


def _numbers() -> Iterator[int]:
    number = 0
    while True:
        yield number
        number += 1


def _sorted(lines: Iterable[str], files: ExitStack) -> Iterator[str]:
    runs: list[TextIO] = []
    chunk: list[str] = []
    for line in lines:
        chunk.append(line)
        if len(chunk) == CHUNK:
            runs.append(files.enter_context(_spilled(sorted(chunk))))
            chunk.clear()
    chunk.sort()
    if not runs:
        return iter(chunk)
    return heapq.merge(chunk, *((line[:-1] for line in run) for run in runs))


def _spilled(lines: Iterable[str]) -> TextIO:
    file = tempfile.TemporaryFile("w+", encoding="utf-8", errors="surrogatepass", newline="\n")  # noqa: SIM115 the caller closes it
    file.writelines(f"{line}\n" for line in lines)
    file.seek(0)
    return file


def _line(entity: Entity, number: int) -> str:
    cells = (entity.kind, " ".join(tokens(entity.name)), str(entity.tier), f"{number:09d}", entity.name, entity.context, entity.country)
    lists = (_ITEM.join(map(_plain, forms)) for forms in (entity.aliases, entity.forbidden, entity.safe, entity.weak))
    return _FIELD.join((*map(_plain, (*cells, entity.id, entity.source)), *lists))


def _plain(text: str) -> str:
    """Text on one line and without the characters that separate: whatever a dump holds, a blank or two of it are lost."""
    return " ".join(text.split())


def _entity(line: str) -> Entity:
    kind, _, tier, _, name, context, country, id, source, *lists = line.split(_FIELD)
    aliases, forbidden, safe, weak = map(_items, lists)
    return Entity(kind, name, aliases, context, country, int(tier), forbidden, id, source, safe, weak)


def _items(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(_ITEM)) if cell else ()


def _one(same: list[Entity]) -> Entity:
    first = same[0]
    forms = dict.fromkeys(form for entity in same for form in (entity.name, *entity.aliases))
    return Entity(
        first.kind,
        first.name,
        tuple(forms)[1:],
        united("; ", *(entity.context for entity in same)),
        united("; ", *(entity.country for entity in same)),
        first.tier,
        tuple(dict.fromkeys(form for entity in same for form in entity.forbidden)),
        next((entity.id for entity in same if entity.id), ""),
        next((entity.source for entity in same if entity.source), ""),
        tuple(dict.fromkeys(form for entity in same for form in entity.safe)),
        tuple(dict.fromkeys(form for entity in same for form in entity.weak)),
    )


def united(separator: str, *texts: str) -> str:
    """Lists in a text, such as "Prime Minister; writer", made one without saying anything twice."""
    return separator.join(dict.fromkeys(part.strip() for text in texts for part in text.split(separator.strip()) if part.strip()))
