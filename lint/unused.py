"""Edits that take out of a text a comment, or a name in one, that silences nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from .lazyregex import regex
from .model import Edit, Fix, Span
from .removal import removal

_ITEM = regex(r"[ \t]*-[ \t]*[\"']?(?P<name>[^\s\"',\]]+)[\"']?[ \t]*(?:\r?\n|\Z)")
_AFTER = regex(r"[\"']?[ \t]*,?[ \t]*(?=[^\s,\]])")


@dataclass(frozen=True, slots=True)
class Listed:
    """A place that names what is silenced: a comment, or the key in the front matter. `whole` goes when all its `names` are unused."""

    whole: Span
    names: tuple[Span, ...] = ()
    in_front_matter: bool = False


def without(source: str, name: Span, begun: Listed, ended: Sequence[tuple[Listed, Collection[Span]]], unused: Collection[Span]) -> Fix:
    """The fix that takes one unused name out; `ended` are the end comments of a range, with the names in start comments that each ends."""
    cuts = [_cut(source, name, begun, unused)]
    for end, names in ended:
        if set(unused).issuperset(names):
            cuts.append(removal(source, end.whole))
        else:
            text = source[name.start : name.end]
            cuts += [_name(source, span, end) for span in end.names if source[span.start : span.end] == text]
    return Fix(tuple(Edit(span, "") for span in _apart(cuts)), "safe")


def _cut(source: str, name: Span, begun: Listed, unused: Collection[Span]) -> Span:
    if not set(unused).issuperset(begun.names):
        return _name(source, name, begun)
    if begun.in_front_matter:
        start, end = begun.whole
        return Span(start, end + len("\r\n" if source.startswith("\r\n", end) else source[end : end + 1]))
    return removal(source, begun.whole)


def _name(source: str, name: Span, listed: Listed) -> Span:
    """One name of several, with the comma, quotes or line of its own that belong to it."""
    start, end = name
    line = source.rfind("\n", 0, start) + 1
    item = _ITEM.match(source, line) if listed.in_front_matter else None
    if item and item.start("name") == start:
        return Span(line, item.end())
    quoted = source[start - 1] in "\"'" and source[start - 1] == source[end : end + 1]
    start, end = (start - 1, end + 1) if quoted else (start, end)
    i = listed.names.index(name)
    if i + 1 < len(listed.names):
        after = _AFTER.match(source, name.end)
        return Span(start, after.end() if after else end)
    while source[start - 1] in " \t,\r\n":
        start -= 1
    return Span(start, end)


def _apart(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, those that touch made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
