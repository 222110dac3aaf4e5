"""Bilingual tables: a line holds a passage of the source text, a tab and its translation; the translations are the prose.

A first line that names the columns ("source", "target", or language codes such as "fr") may say in which columns they stand. Lines are
separated by line ends alone: there are no quotes and no escapes.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..document import Unit
from ..languages import language_name, primary_language
from ..lazyregex import regex
from ..model import Span
from .prose import OBJECT, Broken, Parsed, Prose

_LINE = regex(r"[^\r\n]+")
_SOURCE = frozenset(("source", "src", "original", "source text", "source_text"))
_TARGET = frozenset(("target", "tgt", "trg", "translation", "translated", "target text", "target_text", "mt"))


@dataclass(frozen=True, slots=True)
class _Columns:
    source: int = 0
    target: int = 1
    source_language: str | None = None
    target_language: str | None = None
    named: bool = False


def parse(source: str) -> Parsed:
    """The second column, or the one named as the target; each translation is a paragraph. Raises Broken for a line without a tab."""
    prose = Prose()
    units: list[Unit] = []
    columns: _Columns | None = None
    number = at = 0
    for match in _LINE.finditer(source):
        number += source.count("\n", at, match.start()) + source[at : match.start()].replace("\r\n", "\n").count("\r")
        at = match.start()
        cells = match.group().split("\t")
        if not match.group().strip():
            continue
        if columns is None:
            columns = _header(cells)
            if columns.named:
                continue
        if len(cells) < 2 or (len(cells) > 2 and not columns.named) or len(cells) <= max(columns.source, columns.target):
            found = f"{len(cells)} column{'s' if len(cells) > 1 else ''}"
            remedy = "name the columns in a first line, such as 'source' and 'target'" if len(cells) > 2 else "put a tab between the two"
            raise Broken(number + 1, f"expected a source text, a tab and its translation; found {found}; {remedy}")
        if not (cells[columns.source].strip() or cells[columns.target].strip()):
            continue
        starts = [match.start() + sum(len(cell) + 1 for cell in cells[:i]) for i in range(len(cells))]
        units.append(_unit(prose, cells, starts, columns))
    text, segments = prose.finish()
    return Parsed(text, segments, columns.target_language if columns else None, None, tuple(units))


def _unit(prose: Prose, cells: list[str], starts: list[int], columns: _Columns) -> Unit:
    original, translation = cells[columns.source], cells[columns.target]
    prose.block()
    if translation.strip():
        prose.copy(translation.strip(), starts[columns.target] + len(translation) - len(translation.lstrip()))
        size = len(translation.strip())
    else:
        # One letter takes a tab along, so that the source of the placeholder never looks like a copy of it.
        start, end = starts[columns.source], starts[columns.source] + len(original)
        prose.put(OBJECT, start - (columns.source > 0 and end - start < 2), max(2, end - start))
        size = 1
    return Unit(original.strip(), Span(prose.size - size, prose.size), columns.source_language, not translation.strip())


def _header(cells: list[str]) -> _Columns:
    """The columns that a first line names; without names the first two."""
    names = [cell.strip().lower().lstrip("\ufeff") for cell in cells]
    source = next((i for i, name in enumerate(names) if name in _SOURCE), None)
    target = next((i for i, name in enumerate(names) if name in _TARGET), None)
    codes = [_code(name) for name in names]
    if source is None and target is None:
        listed = [i for i, code in enumerate(codes) if code]
        if len(listed) != 2 or len(cells) < 2:
            return _Columns()
        source, target = listed
        return _Columns(source, target, codes[source], codes[target], True)
    if source is None or target is None:
        other = next((i for i in range(len(cells)) if i not in (source, target)), None)
        if other is None:
            return _Columns()
        source, target = (other, target) if source is None else (source, other)
    return _Columns(source, target or 0, codes[source], codes[target or 0], True)


def _code(name: str) -> str | None:
    code = primary_language(name.replace("_", "-"))
    return code if code and language_name(code) != code else None
